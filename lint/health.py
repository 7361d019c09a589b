"""Words of health content, and sentences with those words named.

A rule about medicines reads "stop taking your MEDICINE", whichever of a thousand it is. `lines`
gives every sentence in that form, made once a document; the word lists stand in `lexicon/`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from lint.document import Block, Document, Kind, Span, Text
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
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*|'s\b|[,;:()!?%&/\u2013\u2014]|(?<=\s)-(?=\s)",
    re.IGNORECASE,
)
_WRITTEN = {"&": "and", "/": "or", "\u2013": "\u2014", "-": "\u2014"}
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

    __slots__ = ("_places", "_starts", "sentence", "terms", "text")

    def __init__(
        self,
        sentence: Sentence,
        words: Sequence[str],
        places: Sequence[tuple[int, int]],
        terms: Sequence[tuple[str, str, int]],
    ) -> None:
        self.sentence = sentence
        self._places = places
        starts: list[int] = []
        length = 0
        for word in words:
            starts.append(length)
            length += len(word) + 1
        self._starts = starts
        self.text = " ".join(words)
        self.terms = tuple(
            Term(tag, said, starts[index], starts[index] + len(words[index]))
            for tag, said, index in terms
        )

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
        first = bisect_right(self._starts, start) - 1
        last = max(first, bisect_right(self._starts, max(start, end - 1)) - 1)
        return Span(self.block, self._places[first][0], self._places[last][1])


def lines(document: Document) -> Mapping[Block, tuple[Line, ...]]:
    """The lines of every block of `document` that people read as text."""
    return document.derived(_lines)


def _lines(document: Document) -> Mapping[Block, tuple[Line, ...]]:
    sentences = analysis(document)
    return MappingProxyType(
        {
            block: tuple(_line(sentence) for sentence in sentences.of(block))
            for block in document.blocks
            if block.kind not in _UNNAMED_KINDS
        }
    )


def read(text: str) -> Iterator[Line]:
    """The lines of `text` that stands in no document, as a paragraph."""
    block = Block(Kind.PARAGRAPH, Text(text))
    for start, end in sentence_ranges(block.words):
        yield _line(Sentence(block, start, end))


@cache
def phrases(name: str) -> frozenset[str]:
    """The phrases of a word list, in small letters and with hyphens as spaces."""
    listed = (_LEXICON / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(
        " ".join(_tokens(phrase))
        for row in listed.splitlines()
        if not row.startswith("#")
        for phrase in row.split(",")
        if phrase.strip()
    )


def _tokens(phrase: str) -> list[str]:
    return [_WRITTEN.get(word, word) for word in _TOKEN.findall(phrase.lower())]


@dataclass(frozen=True)
class _Lexicon:
    """Phrases by their first word, longest first, and every word that occurs in one."""

    by_first: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    words: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    named: dict[tuple[str, ...], str] = {}
    for name, tag in _LISTS.items():
        for phrase in phrases(name):
            named[tuple(phrase.split())] = tag
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, tag in sorted(named.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(words[0], []).append((words, tag))
    return _Lexicon(by_first, frozenset(word for words in named for word in words))


@cache
def _titled() -> frozenset[str]:
    return phrases("titled_places")


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """The form under which a word list has `word`, where it has it."""
    known = _lexicon().words
    if word in known or len(word) < 4 or word[-1] != "s":
        return word
    for ending, other in (("ies", "y"), ("es", ""), ("s", ""), ("oses", "osis")):
        if word.endswith(ending) and word[: -len(ending)] + other in known:
            return word[: -len(ending)] + other
    return word


_NO_ROLE_BEFORE = frozenset(
    """
    beauty massage retail debt housing financial legal career careers tree spin witch love plant
    computer crisis insurance broadband internet phone mobile network email energy payment hosting
    loan pension cloud web training software travel it sales benefits script pet car
    """.split()
)
"""Words that make the role after them one that does not advise on health."""

_NO_ROLE_AFTER = frozenset("Who Strange Dolittle Zhivago Watson shark sharks".split())
_ROLE_WITH_OWNER = frozenset(
    """
    provider providers specialist specialists consultant consultants surgery clinic practice
    practitioner practitioners
    """.split()
)
_OWNERS = frozenset("your their his her my the a".split())
_PLACES = frozenset("surgery clinic practice consultant".split())


def _line(sentence: Sentence) -> Line:
    found = [
        (match.start(), match.end(), match.group())
        for match in _TOKEN.finditer(sentence.block.words, sentence.start, sentence.end)
    ]
    lowered = [_WRITTEN.get(raw, raw.lower()) for _, _, raw in found]
    names = dict(_names([raw for _, _, raw in found], lowered))
    lexicon = _lexicon()
    words: list[str] = []
    places: list[tuple[int, int]] = []
    terms: list[tuple[str, str, int]] = []
    index = 0
    count = len(found)
    bases = [singular(word) for word in lowered]
    while index < count:
        end, tag = index + 1, ""
        if index in names:
            end, tag = names[index], NAME
        else:
            for phrase, phrase_tag in lexicon.by_first.get(bases[index], ()):
                stop = index + len(phrase)
                if stop <= count and (len(phrase) == 1 or tuple(bases[index:stop]) == phrase):
                    end, tag = stop, phrase_tag
                    break
            if tag == ROLE or bases[index] in _ROLE_WITH_OWNER:
                tag = _role(found, bases, index, end, tag)
        if tag:
            if tag == ROLE and lowered[end - 1] != bases[end - 1]:
                tag = ROLES
            terms.append((tag, " ".join(bases[index:end]), len(words)))
            words.append(tag)
        else:
            words.append(_SPELT.get(lowered[index], lowered[index]))
        places.append((found[index][0], found[end - 1][1]))
        index = end
    return Line(sentence, words, places, terms)


_SPELT = {"percent": "%", "okay": "ok"}


def _role(
    found: Sequence[tuple[int, int, str]],
    bases: Sequence[str],
    index: int,
    end: int,
    tag: str,
) -> str:
    """ROLE if the words at `index` are a health role in their company, else ""."""
    before = bases[index - 1] if index else ""
    if before in _NO_ROLE_BEFORE or (end < len(found) and found[end][2] in _NO_ROLE_AFTER):
        return ""
    if tag:
        return tag
    after = found[end][2] if end < len(found) else ""
    owners = {"your"} if bases[index] in _PLACES else _OWNERS
    return ROLE if before in owners and after != "of" else ""


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
    return word in _LEADS or word in _lexicon().words or word in {"suicide", "mind", "cure"}


def _is_name(raw: Sequence[str], lowered: Sequence[str], first: int, end: int) -> bool:
    inside = lowered[first:end]
    if any(singular(word) in _titled() or word in _titled() for word in inside):
        return True
    if " ".join(inside) in phrases("organisations"):
        return True
    # "The charity Cure Leukaemia", "Ana Cure": a name, where it does not begin the sentence.
    return first > 0 and inside[0] in {"cure", "miracle"} and raw[first][0].isupper()
