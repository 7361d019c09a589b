"""Words of health content, and sentences with those words named.

A rule about medicines reads "stop taking your MEDICINE", whichever of a thousand it is. Every
word list and every word that a rule waits for is looked up in one pass over the document; a
sentence is only worked out when a rule asks for it. The word lists stand in `lexicon/`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from ahocorasick_rs import AhoCorasick

from lint.document import Block, Document, Kind, Lexicon, Span, Text
from lint.patterns import Words
from lint.text import Sentence, analysis, sentence_ranges

MEDICINE = "MEDICINE"
CLASS = "CLASS"
DRUG = "DRUG"
THERAPY = "THERAPY"
CONDITION = "CONDITION"
ROLE = "ROLE"
ROLES = "ROLES"
NAME = "NAME"
"""How `Line.text` writes a health word; in capitals, as all else is in small letters."""

_LEXICON = Path(__file__).with_name("lexicon")
_LISTS = {
    "street_drugs": DRUG,
    "conditions": CONDITION,
    "therapies": THERAPY,
    "medicine_classes": CLASS,
    "medicines": MEDICINE,
    "roles": ROLE,
}
"""The tag of each word list; of a phrase in two, the later counts."""

_TOKEN = re.compile(
    r"[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*|[,;:()!?%&/\u2013\u2014\n]|'s\b|\d+(?:[.,]\d+)*"
    r"|(?<!\S)-(?!\S)"
)
_ASCII_TOKEN = re.compile(
    r"[a-z]+(?:'(?!s\b)[a-z]+)*|[,;:()!?%&/\n]|'s\b|[0-9]+(?:[.,][0-9]+)*|(?<!\S)-(?!\S)"
)
"""The same, for a text in small letters that has no others; twice as fast."""
_WRITTEN = (
    (" & ", " and "),
    (" / ", " or "),
    (" \u2013 ", " \u2014 "),
    (" - ", " \u2014 "),
    (" percent ", " % "),
    (" okay ", " ok "),
)
_BETWEEN = " \n "
_ENDINGS = ("", "s ", "es ")
"""Of plurals, by their length."""
_UNNAMED_KINDS = frozenset({Kind.CODE, Kind.SOURCE})


@dataclass(frozen=True, slots=True)
class Term:
    """A health word in a line: what it is, its words in small letters, where `Line.text` has it."""

    tag: str
    words: str
    start: int
    end: int


def _begins(term: Term) -> int:
    return term.start


class Line:
    """A sentence as rules about meaning match it.

    `text` has its words in small letters with one space between, clause marks as words, hyphens as
    spaces, "'s" and "%" apart, and health words as their names: "stop taking your MEDICINE , it
    's harmless". Offsets into it lead back to the document by `span`.
    """

    __slots__ = ("_named", "_read", "_starts", "sentence", "terms", "text")

    def __init__(self, sentence: Sentence, text: str, named: Sequence[_Named]) -> None:
        self.sentence = sentence
        self._read = text
        self._named = named
        self._starts: tuple[list[int], list[tuple[int, int]]] | None = None
        out: list[str] = []
        terms: list[Term] = []
        position = length = 0
        for start, end, tag, words in named:
            out += (text[position:start], tag)
            length += start - position
            terms.append(Term(tag, words, length, length + len(tag)))
            length += len(tag)
            position = end
        self.text = "".join([*out, text[position:]]) if named else text
        self.terms = tuple(terms)

    @property
    def block(self) -> Block:
        return self.sentence.block

    @property
    def question(self) -> bool:
        return self.text.endswith("?")

    def has(self, *tags: str) -> bool:
        return any(term.tag in tags for term in self.terms)

    def near(self, at: int, reach: int) -> Sequence[Term]:
        """The terms that begin no more than `reach` characters off `at`."""
        first = bisect_right(self.terms, at - reach, key=_begins)
        return self.terms[first : bisect_right(self.terms, at + reach, key=_begins)]

    def before(self, at: int, reach: int = 160) -> str:
        """The text up to `at`, no more than `reach` of it: what is asked often must cost little."""
        return self.text[max(0, at - reach) : at]

    def after(self, at: int, reach: int = 160) -> str:
        """The text from `at` on, no more than `reach` of it."""
        return self.text[at : at + reach]

    def span(self, start: int, end: int) -> Span:
        """The words of the document at `start` to `end` of `text`."""
        if self._starts is None:
            self._starts = self._found()
        starts, places = self._starts
        first = bisect_right(starts, start) - 1
        last = max(first, bisect_right(starts, max(start, end - 1)) - 1)
        return Span(self.block, places[first][0], places[last][1])

    def _found(self) -> tuple[list[int], list[tuple[int, int]]]:
        """Where each word of `text` begins in it, and where it stands in the block."""
        sentence = self.sentence
        # Cut out, as it was when it was read: what stands around it decides nothing.
        lowered, begin = _lowered(sentence.words), sentence.start
        found = (match.span() for match in _TOKEN.finditer(lowered))
        raw = [(begin + start, begin + end) for start, end in found]
        places: list[tuple[int, int]] = []
        position = at = 0  # the number of a word, and where it begins
        for each in self._named:
            first = position + self._read.count(" ", at, each.start)
            last = first + self._read.count(" ", each.start, each.end)
            places += raw[position:first]
            places.append((raw[first][0], raw[last][1]))
            position, at = last + 1, each.end + 1
        places += raw[position:]
        starts = [0]
        starts += (found.end() for found in re.finditer(" ", self.text))
        return starts, places


class _Named(NamedTuple):
    """What stands from `start` to `end` of a sentence as it was read and is one health word."""

    start: int
    end: int
    tag: str
    words: str


def lines(document: Document) -> Mapping[Block, tuple[Line, ...]]:
    """The lines of every block of `document` that people read as text."""
    return document.derived(_by_block)


def lines_with(document: Document, words: Words) -> Iterator[Line]:
    """The lines, in reading order, that hold one of `words`."""
    table = document.derived(_table)
    return map(table.line, table.holding(words))


def lines_of(document: Document, *kinds: Kind) -> Iterator[Line]:
    """The lines of blocks of `kinds`, in reading order."""
    table = document.derived(_table)
    for number, sentence in enumerate(table.sentences):
        if sentence.block.kind in kinds:
            yield table.line(number)


def line_of(document: Document, sentence: Sentence) -> Line:
    """The line of a sentence of `document`, in a block that people read as text."""
    return document.derived(_table).line(document.derived(_numbers)[sentence])


def holds(document: Document, words: Words) -> bool:
    """Whether any line holds one of `words`."""
    return bool(document.derived(_table).holding(words))


def read(text: str) -> Iterator[Line]:
    """The lines of `text` that stands in no document, as a paragraph."""
    block = Block(Kind.PARAGRAPH, Text(text))
    table = _Table([Sentence(block, *found) for found in sentence_ranges(block.words)], ())
    return (table.line(number) for number in range(len(table.sentences)))


def _by_block(document: Document) -> Mapping[Block, tuple[Line, ...]]:
    table = document.derived(_table)
    found: dict[Block, list[Line]] = {
        block: [] for block in document.blocks if block.kind not in _UNNAMED_KINDS
    }
    for number, sentence in enumerate(table.sentences):
        found[sentence.block].append(table.line(number))
    return MappingProxyType({block: tuple(each) for block, each in found.items()})


def _numbers(document: Document) -> Mapping[Sentence, int]:
    sentences = document.derived(_table).sentences
    return {sentence: number for number, sentence in enumerate(sentences)}


def _table(document: Document) -> _Table:
    sentences = analysis(document).sentences
    read = [sentence for sentence in sentences if sentence.block.kind not in _UNNAMED_KINDS]
    return _Table(read, document.lexicon)


class _Table:
    """The sentences of a document, and which of them hold what; lines are made when asked for."""

    def __init__(self, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
        self.sentences = sentences
        self._search = _search(lexicon, len(Words.every))
        self._text = _read("\n".join([sentence.words for sentence in sentences]))
        self._texts = self._text[1:-1].split(_BETWEEN)
        self._made: dict[int, Line] = {}
        self._hits: dict[int, list[_Hit]] = {}
        self._holding: dict[int, dict[int, None]] = {}
        self._look_up()

    def holding(self, words: Words) -> Collection[int]:
        """The numbers of the lines that hold one of `words`, in order."""
        return self._holding.get(words.number, ())

    def line(self, number: int) -> Line:
        made = self._made.get(number)
        if made is None:
            sentence, text = self.sentences[number], self._texts[number]
            hits = self._hits.get(number)
            named = _named(sentence, text, hits) if hits else ()
            made = self._made[number] = Line(sentence, text, named)
        return made

    def _look_up(self) -> None:
        text, texts = self._text, self._texts
        entries, waiting = self._search.entries, self._search.waiting
        hits, holding = self._hits, defaultdict[int, dict[int, None]](dict)
        number, begins, ends = -1, 0, -1
        for index, start, end in self._search.automaton.find_matches_as_indexes(
            text, overlapping=True
        ):
            while end > ends:
                number += 1
                begins = ends + 1 if number else 0
                ends = begins + len(texts[number]) + 2
            waits, phrases_ = entries[index]
            for wait in waits:
                holding[wait][number] = None
            for each in phrases_:
                # A phrase is looked up without what follows it: an end, or that of a plural.
                ending = 0
                if text[end] != " ":
                    ending = 1 if text[end] == "s" else 2
                    if not text.startswith(_ENDINGS[ending], end):
                        continue
                    if each.plural or each.plural_is_a_word:
                        continue
                hit = (start - begins, end - begins - 1 + ending, each, each.plural or ending > 0)
                hits.setdefault(number, []).append(hit)
                for wait in waiting[each.tag]:
                    holding[wait][number] = None
        self._holding = dict(holding)


class _Entry:
    """A phrase of a word list, or its plural, as it is looked up."""

    __slots__ = ("phrase", "plural", "plural_is_a_word", "tag")

    def __init__(
        self, phrase: str, tag: str, *, plural: bool = False, plural_is_a_word: bool = False
    ) -> None:
        self.phrase = phrase
        self.tag = tag
        self.plural = plural
        self.plural_is_a_word = plural_is_a_word


_Hit: TypeAlias = tuple[int, int, _Entry, bool]
"""Where a health word stands in a sentence as it was read, what it is, and whether in plural."""


@dataclass(frozen=True)
class _Search:
    """All that is looked up at once.

    `entries` say for each string which words wait for it and what phrases it stands for, `waiting`
    which words wait for a tag. Those that wait are numbers of `Words`.
    """

    automaton: AhoCorasick
    entries: Sequence[tuple[Sequence[int], Sequence[_Entry]]]
    waiting: Mapping[str, Sequence[int]]


_OWNED = "owned"
"""Roles only where somebody has them: "your provider"."""
_TITLED = "titled"
"""What can make a run of capitalised words a name."""


@lru_cache(maxsize=8)
def _search(lexicon: Lexicon, _size: int) -> _Search:
    """`_size` counts the words that rules wait for: more can come while rules are imported."""
    entries: dict[str, list[_Entry]] = {}
    tagged = dict(_lexicon())
    for name, more in lexicon:
        if name in _LISTS:  # Whoever answers with more lists knows more than this version.
            tagged |= {_read(phrase).strip(): _LISTS[name] for phrase in more}
    tagged.pop("", None)  # A phrase without letters, such as an ellipsis, is none.
    for phrase, tag in tagged.items():
        _add(entries, phrase, tag, tagged)
    for word in _ROLE_WITH_OWNER:
        if word not in tagged:
            _add(entries, word, _OWNED, tagged)
    for word in (*_titled(), *phrases("organisations"), "cure", "miracle"):
        _add(entries, word, _TITLED, ())
    waiting: dict[str, tuple[int, ...]] = dict.fromkeys((*_LISTS.values(), ROLES, NAME), ())
    by_string: dict[str, tuple[int, ...]] = dict.fromkeys(entries, ())
    for words in Words.every:
        for word in words.words:
            if word.isupper():
                waiting[word] += (words.number,)
            else:
                string = f" {word[:-1]}" if word.endswith("*") else f" {word} "
                by_string[string] = (*by_string.get(string, ()), words.number)
    waiting[_OWNED] = waiting[ROLE] = waiting[ROLE] + waiting[ROLES]
    waiting[_TITLED] = waiting[NAME]
    found = tuple((waits, entries.get(string, ())) for string, waits in by_string.items())
    return _Search(AhoCorasick(by_string), found, waiting)


def _add(entries: dict[str, list[_Entry]], phrase: str, tag: str, known: Container[str]) -> None:
    """Have `phrase` looked up, and its plural where that is more than an ending put to it."""
    short = len(phrase.rsplit(" ", 1)[-1]) < 3 and tag != ROLE
    plural_is_a_word = short or f"{phrase}s" in known
    entry = _Entry(phrase, tag, plural_is_a_word=plural_is_a_word)
    entries.setdefault(f" {phrase}", []).append(entry)
    ending, other = ("y", "ies") if phrase.endswith("y") else ("osis", "oses")
    if phrase.endswith(ending):
        plural = phrase.removesuffix(ending) + other
        if plural not in known:
            entries.setdefault(f" {plural}", []).append(_Entry(phrase, tag, plural=True))


@cache
def phrases(name: str) -> frozenset[str]:
    """The phrases of a word list, in small letters and with hyphens as spaces."""
    listed = (_LEXICON / f"{name}.txt").read_text(encoding="utf-8")
    rows = (row for row in listed.splitlines() if not row.startswith("#"))
    found = (phrase.strip() for row in rows for phrase in row.split(","))
    return frozenset(_read("\n".join(filter(None, found)))[1:-1].split(_BETWEEN))


@cache
def _lexicon() -> Mapping[str, str]:
    """The tag of every phrase of the word lists."""
    return {phrase: tag for name, tag in _LISTS.items() for phrase in phrases(name)}


@cache
def _known() -> frozenset[str]:
    """Every word that occurs in a phrase of the word lists."""
    return frozenset(word for phrase in _lexicon() for word in phrase.split())


@cache
def _titled() -> frozenset[str]:
    return phrases("titled_places")


def _lowered(words: str) -> str:
    """In small letters, each where it was."""
    lowered = words.lower()
    if len(lowered) == len(words):
        return lowered
    return "".join(
        small if len(small := character.lower()) == 1 else character for character in words
    )


def _read(words: str) -> str:
    """The words as lines have them, a space before each and after the last."""
    lowered = _lowered(words)
    token = _ASCII_TOKEN if lowered.isascii() else _TOKEN
    text = f" {' '.join(token.findall(lowered))} "
    for written, read in _WRITTEN:
        if written in text:
            # Twice, for two in a row share the space between them.
            text = text.replace(written, read).replace(written, read)
    return text


_NO_ROLE_BEFORE = frozenset(
    """
    beauty massage retail debt housing financial legal career careers tree spin witch love plant
    computer crisis insurance broadband internet phone mobile network email energy payment hosting
    loan pension cloud web training software travel it sales benefits script pet car
    """.split()
)
"""Words that make the role after them one that does not advise on health."""

_NO_ROLE_AFTER = frozenset("who strange dolittle zhivago watson shark sharks".split())
"""Doctor Who and others, where they begin with a capital."""
_ROLE_WITH_OWNER = frozenset(
    """
    provider specialist consultant surgery clinic practice practitioner
    """.split()
)
_OWNERS = frozenset("your their his her my the a".split())
_PLACES = frozenset("surgery clinic practice consultant".split())


def _named(sentence: Sentence, text: str, hits: Sequence[_Hit]) -> Sequence[_Named]:
    """The health words of a sentence: the longest where several begin, from left to right."""
    found: list[tuple[int, int, _Entry | None, bool]] = [
        hit for hit in hits if hit[2].tag != _TITLED
    ]
    if len(found) < len(hits) and not _is_lower(sentence.words[1:]):
        starts = _word_starts(text)
        found += (
            (starts[first], starts[end] - 1, None, False)
            for first, end in _names(_TOKEN.findall(sentence.words), text.split(" "))
        )
    if len(found) > 1:
        # Names first, then the longest; of the same length what was listed last.
        found.sort(key=lambda each: (each[0], each[2] is not None, -each[1]))
    named: list[_Named] = []
    position = 0
    for start, end, entry, plural in found:
        if start < position:
            continue
        if entry is None:
            named.append(_Named(start, end, NAME, text[start:end]))
        else:
            tag = entry.tag
            if tag in (ROLE, _OWNED):
                if not _is_role(sentence, text, start, end, entry):
                    continue
                tag = ROLES if plural else ROLE
            named.append(_Named(start, end, tag, entry.phrase))
        position = end
    return named


@lru_cache(maxsize=4)
def _word_starts(text: str) -> Sequence[int]:
    """Where each word begins, and where one after the last would."""
    return [0, *(found.end() for found in re.finditer(" ", text)), len(text) + 1]


def _is_lower(words: str) -> bool:
    return words == words.lower()


def _is_role(sentence: Sentence, text: str, start: int, end: int, entry: _Entry) -> bool:
    """Whether the words from `start` to `end` of `text` are a health role in their company."""
    before = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
    if before in _NO_ROLE_BEFORE:
        return False
    space = text.find(" ", end + 1)
    after = text[end + 1 : len(text) if space < 0 else space]
    if after in _NO_ROLE_AFTER:
        number = bisect_right(_word_starts(text), end)
        if _raw(sentence.words)[number][0].isupper():
            return False
    if entry.tag == ROLE:
        return True
    owners = {"your"} if entry.phrase in _PLACES else _OWNERS
    return before in owners and after != "of"


@lru_cache(maxsize=4)
def _raw(words: str) -> Sequence[str]:
    """The words as written; asked again and again of a sentence that names many doctors."""
    return _TOKEN.findall(words)


_SMALL = frozenset("of for and the on in to".split())
_NAME_LENGTH = 12
_LEADS = frozenset("royal national american british world international european the".split())


def _names(raw: Sequence[str], lowered: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that name an organisation, as (first, end) word numbers.

    In a title where every word has a capital, capitals name nothing.
    """
    letters = [word for word in raw if word[0].isalpha() and len(word) > 3]
    capitals = sum(word[0].isupper() for word in letters)
    if capitals < 2 and not any(word in _titled() for word in lowered):
        return
    title_case = len(letters) > 4 and capitals > 0.8 * len(letters)
    index = 0
    while index < len(raw):
        if not raw[index][0].isupper():
            index += 1
            continue
        end = index + 1
        ahead = end
        while ahead < len(raw) and ahead - index < _NAME_LENGTH:
            if raw[ahead][0].isupper() or raw[ahead] == "'s":
                ahead += 1
                end = ahead
            elif (
                (lowered[ahead] in _SMALL)
                and ahead + 1 < len(raw)
                and (raw[ahead + 1][0].isupper() or lowered[ahead + 1] == "the")
            ):
                ahead += 1
            else:
                break
        first = index
        if first == 0 and end - first > 1 and not _begins_name(lowered, first):
            first = 1
        while lowered[first] in _SMALL:
            first += 1
        if end - first >= 2 and not title_case and _is_name(raw, lowered, first, end):
            yield first, end
        index = max(end, index + 1)


def _begins_name(lowered: Sequence[str], index: int) -> bool:
    word = lowered[index]
    return word in _LEADS or word in _known() or word in {"suicide", "mind", "cure"}


def _is_name(raw: Sequence[str], lowered: Sequence[str], first: int, end: int) -> bool:
    inside = lowered[first:end]
    titled = _titled()
    if any(
        word in titled or word.removesuffix("s") in titled or word[:-3] + "y" in titled
        for word in inside
    ):
        return True
    if " ".join(inside) in phrases("organisations"):
        return True
    # "The charity Cure Leukaemia", "Ana Cure": a name, where it does not begin the sentence.
    return first > 0 and inside[0] in {"cure", "miracle"} and raw[first][0].isupper()
