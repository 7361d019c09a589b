"""Patterns over classes of words, not over letters: "<cures> _{0,4}? <trouble>".

A vocabulary names classes of words; every word of a line becomes one character that stands for the
classes it belongs to, and a pattern is a short regular expression over those characters. Ten
thousand sentences are one pattern, and it is compiled when a line first holds its key words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

MARKS = (",", ";", ":", "(", ")", "!", "?", "\u2014")
"""The clause marks of a line; `_` in a pattern is every word but these."""

_LEXICON = Path(__file__).with_name("lexicon")
_WORD = r"[^\W_](?:[\w']*\w)?|'s|[,;:!%\u2014]"
_PART = re.compile(
    rf"(?P<kept>\{{\d*,?\d*\}}|\(\?<?[=!:]|[()|?*+^$])|<(?P<named>[\w|]+)>|(?P<word>{_WORD})"
    r"|(?P<any>_)|[@\s]+"
)
_CLASSES = re.compile(r"<[\w|]+>|\{[\d,]+\}")
_WORDS = re.compile(_WORD)
_ROW = re.compile(r"\n {8}(?=\S)")
_KEY = re.compile(r"@(?:<([\w|]+)>|\(\?:([\w'|%]+)\)|([\w'%]+))")
_OTHER = "\x01"
FILL = "\x02"
"""What stands for the words of a chunk after its first."""

_FREE = [chr(code) for code in range(3, 0x1000) if chr(code).isalnum()]
"""Characters that mean only themselves in a regular expression."""

Meaning = TypeVar("Meaning")


@dataclass(frozen=True)
class Match(Generic[Meaning]):
    """Words that a pattern matched: the first, the one after the last, and what they mean."""

    first: int
    last: int
    meaning: Meaning


class Vocabulary:
    """The classes of words in `lexicon/<name>.txt`: "name: words", where `+name`
    before the words is a class above.

    Patterns are made before the first line is read, as the words they name are classes too.
    `chunks` are phrases that the caller found and wrote as one character with `FILL` behind it.
    """

    def __init__(self, name: str, chunks: Mapping[str, str] | None = None) -> None:
        self._name = name
        self._chunks = chunks or {}
        self._named: list[str] = []

    def uses(self, source: str) -> None:
        """Note the words that a pattern names."""
        if "_coded" in self.__dict__:
            raise ValueError(f"{source}: made after the first line was read")
        self._named.append(source)

    @cached_property
    def _coded(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """The character of every word, and the characters of every class and named word."""
        classes: dict[str, list[str]] = {}
        kinds: dict[str, str] = dict.fromkeys(MARKS, "")
        text = (_LEXICON / f"{self._name}.txt").read_text(encoding="utf-8")
        for row in text.replace("\n    ", " ").splitlines():
            if not row or row[0] == "#":
                continue
            name, _, listed = row.partition(":")
            number = chr(len(classes) + 1)
            members = listed.split()
            while members and members[0][0] == "+":
                members += classes[members.pop(0)[1:]]
            classes[name] = members
            for word in members:
                known = kinds.get(word, "")
                if known[-1:] != number:
                    kinds[word] = known + number
        names = [*classes]
        named = {*_WORDS.findall(_CLASSES.sub(" ", " ".join(self._named))), *MARKS}
        letters: dict[str, str] = {}
        characters = dict.fromkeys(names, "")
        combined: dict[str, str] = {}
        free = iter(_FREE)
        for word, kind in kinds.items():
            letter = next(free) if word in named else combined.get(kind)
            if letter is None:
                letter = combined[kind] = next(free)
            elif word not in named:
                letters[word] = letter
                continue
            letters[word] = letter
            if word in named:
                characters["=" + word] = letter
            for number in kind:
                characters[names[ord(number) - 1]] += letter
        for word in sorted(named.difference(kinds)):
            characters["=" + word] = letters[word] = next(free)
        return letters, characters

    @property
    def letters(self) -> Mapping[str, str]:
        """The character of every word."""
        return self._coded[0]

    def encode(self, words: Sequence[str]) -> str:
        """One character a word."""
        letter = self._coded[0].get
        return "".join([letter(word, _OTHER) for word in words])

    def characters(self, names: str) -> str:
        """The characters of a class, of several ("cures|heals") or of a word ("=never")."""
        known = self._coded[1]
        return "".join([self._chunks.get(name) or known[name] for name in names.split("|")])

    def expression(self, source: str) -> str:
        """`source` as a regular expression over characters."""
        known = self._coded[1]
        parts = []
        for kept, named, word, every in _PART.findall(source):
            if kept:
                parts.append(kept)
            elif named:
                one = f"[{self.characters(named)}]"
                chunk = not self._chunks.keys().isdisjoint(named.split("|"))
                parts.append(f"(?:{one}{FILL}*+)" if chunk else one)
            elif word:
                characters = known["=" + word]
                parts.append(characters if len(characters) == 1 else f"[{characters}]")
            elif every:
                parts.append("[^" + "".join(known["=" + mark] for mark in MARKS) + "]")
        return "".join(parts)


class WordPattern:
    """One pattern, compiled when it is first asked."""

    def __init__(self, vocabulary: Vocabulary, source: str) -> None:
        vocabulary.uses(source)
        self._vocabulary = vocabulary
        self._source = source

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self._vocabulary.expression(self._source), re.DOTALL)

    def search(self, code: str, start: int = 0, end: int = 1_000_000) -> re.Match[str] | None:
        return self.compiled.search(code, start, end)

    def match(self, code: str, start: int = 0, end: int = 1_000_000) -> re.Match[str] | None:
        return self.compiled.match(code, start, end)


class Phrases(Generic[Meaning]):
    """Patterns with a meaning each, one a row; a row that is indented more goes on with the last.

    "@" marks the key words of a pattern, the rarest first: it is looked for only where a line
    holds them all. Where they stand too deep in it, they are written before it: "@word >> ...".
    """

    def __init__(self, vocabulary: Vocabulary, rows: Mapping[Meaning, str]) -> None:
        self._vocabulary = vocabulary
        self._rows = [
            (source, meaning)
            for meaning, sources in rows.items()
            for source in _ROW.split(sources)
            if source and not source.isspace()
        ]
        self._compiled: dict[int, re.Pattern[str]] = {}
        for source, _ in self._rows:
            vocabulary.uses(source)

    @cached_property
    def _by_key(self) -> Mapping[str, Sequence[tuple[int, Sequence[frozenset[str]]]]]:
        """By a character of their first key the numbers of the rows, and their other keys."""
        by_key: dict[str, list[tuple[int, Sequence[frozenset[str]]]]] = {}
        for number, (source, _) in enumerate(self._rows):
            first, *others = (
                self._vocabulary.characters(named or "=" + (either or word).replace("|", "|="))
                for named, either, word in _KEY.findall(source)
            )
            entry = (number, [frozenset(other) for other in others])
            for character in first:
                by_key.setdefault(character, []).append(entry)
        return by_key

    @cached_property
    def _first_keys(self) -> frozenset[str]:
        return frozenset(self._by_key)

    def first_words(self) -> Iterator[str]:
        """The words of which one is in every line that has a match."""
        by_key = self._by_key
        return (word for word, letter in self._vocabulary.letters.items() if letter in by_key)

    def may_find(self, present: AbstractSet[str]) -> bool:
        """Whether a line of these characters holds all the key words of a pattern."""
        return not self._first_keys.isdisjoint(present) and bool(self._keyed(present))

    def find(self, code: str) -> Iterator[Match[Meaning]]:
        """Every match in `code`, in the order of the rows."""
        if self._first_keys.isdisjoint(code):
            return
        for number in sorted(self._keyed(frozenset(code))):
            pattern = self._compiled.get(number) or self._compile(number)
            for found in pattern.finditer(code):
                yield Match(found.start(), found.end(), self._rows[number][1])

    def _keyed(self, present: AbstractSet[str]) -> AbstractSet[int]:
        """The numbers of the rows whose key words are all among `present`."""
        by_key = self._by_key
        found = set()
        for character in self._first_keys & present:
            for number, others in by_key[character]:
                for other in others:
                    if other.isdisjoint(present):
                        break
                else:
                    found.add(number)
        return found

    def _compile(self, number: int) -> re.Pattern[str]:
        source = self._rows[number][0].rpartition(">>")[2]
        expression = self._vocabulary.expression(source)
        return self._compiled.setdefault(number, re.compile(expression, re.DOTALL))
