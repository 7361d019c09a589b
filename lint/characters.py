"""Characters that hide or disguise words, and the form of a text that rules match on.

A reader sees "doctor" whether or not a soft hyphen stands in it. Rules match on the normalised
text; every offset in it leads back to the text as it was written.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\ufeff\u180e")
SOFT_HYPHEN = "\u00ad"
INVISIBLE = ZERO_WIDTH | BIDI_CONTROLS | {SOFT_HYPHEN}

_STRAIGHT = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201b": "'",
    "\u02bc": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201f": '"',
    "\u2011": "-",
    "\u2122": "\u2122",
}


@dataclass(frozen=True)
class Normalised:
    """A text as rules match it, and the way back.

    `text` is NFKC with invisible characters removed and quotation marks straightened.
    `marks` are (normal offset, plain offset) pairs where the two drift apart, in order;
    empty when the text is unchanged.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    def to_plain(self, offset: int) -> int:
        """Where `offset` of the normalised text stands in the plain text."""
        if not self.marks:
            return offset
        index = bisect_right(self.marks, (offset, 1 << 60)) - 1
        if index < 0:
            return offset
        normal, plain = self.marks[index]
        return plain + (offset - normal)

    def to_normal(self, offset: int) -> int:
        """Where `offset` of the plain text stands in the normalised text."""
        if not self.marks:
            return offset
        index = bisect_right(self.marks, offset, key=lambda mark: mark[1]) - 1
        if index < 0:
            return offset
        normal, plain = self.marks[index]
        ceiling = self.marks[index + 1][0] if index + 1 < len(self.marks) else len(self.text)
        return min(normal + (offset - plain), ceiling)


def normalise(plain: str) -> Normalised:
    """The form of `plain` that rules match on."""
    if plain.isascii():
        return Normalised(plain)
    out: list[str] = []
    marks: list[tuple[int, int]] = []
    length = 0
    drift = 0
    starts = [
        index
        for index, character in enumerate(plain)
        if index == 0 or not unicodedata.combining(character)
    ]
    for start, end in pairwise([*starts, len(plain)]):
        cluster = plain[start:end]
        normal = _normal_form(cluster)
        if start - length != drift:
            drift = start - length
            marks.append((length, start))
        if len(normal) > 1 and len(normal) != len(cluster):
            # Every character of an expansion points at the start of what it came from.
            marks.extend((length + index, start) for index in range(1, len(normal)))
            drift = start - (length + len(normal) - 1)
        out.append(normal)
        length += len(normal)
    if len(plain) - length != drift:
        marks.append((length, len(plain)))
    return Normalised("".join(out), tuple(marks))


def _normal_form(cluster: str) -> str:
    if cluster.isascii():
        return cluster
    kept = "".join(
        _STRAIGHT.get(character, character) for character in cluster if character not in INVISIBLE
    )
    if kept.isascii() or kept == "\u2122":
        return kept
    return "".join(
        _STRAIGHT.get(character, character) for character in unicodedata.normalize("NFKC", kept)
    )
