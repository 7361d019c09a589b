"""What a document said when it was last reviewed, kept so that a later change can be told.

`kept` makes a line of text of the words of the body: how many numbers and negations there are, and
three characters for every pair of neighbouring words. The CMS keeps it when an article is reviewed
(`reviewed_text` in a content file), and `changed` holds the words of today against it. Pairs, not
words, so that words in another order count as changed; a paragraph that moves as a whole does not.
Case, punctuation, markup and what stands in the library count for nothing.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lint import health
from lint.document import Block, Document, Group, Kind, Span
from lint.text import WORD

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_FORM = re.compile(r"1\.(?P<weight>\d{1,9})\.(?P<pairs>(?:[\w-]{3})*)", re.ASCII)
_NEGATIONS = frozenset(
    "not never no nor without cannot don't won't can't mustn't shouldn't".split()
)


@dataclass(frozen=True)
class Change:
    """How many words are new or gone, the first place of it, and whether few words matter.

    `first` is None where words are only gone. `weighty`: a number, a medicine or a "not" came or
    went.
    """

    words: int
    first: Span | None
    weighty: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two neighbouring words of a block, "" before its first; the place is that of the second."""

    before: str
    word: str
    block: Block
    start: int
    end: int

    @property
    def key(self) -> str:
        number = zlib.crc32(f"{self.before} {self.word}".encode("utf-8", "replace"))
        return "".join(_LETTERS[number >> shift & 63] for shift in (0, 6, 12))


def kept(document: Document) -> str:
    """What to keep as `reviewed_text` when the document has been reviewed."""
    pairs = _pairs(document)
    return f"1.{_weight(pairs)}.{''.join(pair.key for pair in pairs)}"


def changed(document: Document, reviewed_text: str) -> Change | None:
    """What has changed since `reviewed_text` was kept; None where it is not of this form."""
    form = _FORM.fullmatch(reviewed_text)
    if form is None:
        return None
    packed = form["pairs"]
    then = Counter(packed[at : at + 3] for at in range(0, len(packed), 3))
    pairs = _pairs(document)
    new: list[_Pair] = []
    for pair in pairs:
        if then[pair.key] > 0:
            then[pair.key] -= 1
        else:
            new.append(pair)
    return Change(
        max(len(new), then.total()),
        Span(new[0].block, new[0].start, new[0].end) if new else None,
        _weight(pairs) != int(form["weight"]) or any(map(_weighs, new)),
    )


def _pairs(document: Document) -> list[_Pair]:
    pairs = []
    for block in document.body:
        if block.kind in (Kind.SOURCE, Kind.CODE) or block.inside(Group.LIBRARY, Group.SOURCES):
            continue
        before = ""
        for found in WORD.finditer(block.words):
            word = found.group().casefold()
            pairs.append(_Pair(before, word, block, found.start(), found.end()))
            before = word
    return pairs


def _weight(pairs: Sequence[_Pair]) -> int:
    """How many numbers and negations there are."""
    return sum(pair.word[0].isdigit() or pair.word in _NEGATIONS for pair in pairs)


def _weighs(pair: _Pair) -> bool:
    word = pair.word
    if word[0].isdigit() or word in _NEGATIONS:
        return True
    return word in health.phrases("medicines") or word in health.phrases("medicine_classes")
