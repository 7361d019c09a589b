"""Characters that hide or disguise words, and the form of a text that rules match on.

A reader sees "doctor" whether or not a soft hyphen stands in it, and "cure" whichever alphabet
its first letter is from. Rules match on the normalised text; every offset in it leads back to the
text as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of what follows."""
BIDI_MARKS = frozenset("\u200e\u200f\u061c")
"""Characters that right-to-left writing needs, and nothing else."""
JOINERS = frozenset("\u200c\u200d")
SOFT_HYPHEN = "\u00ad"
INVISIBLE = (
    BIDI_CONTROLS
    | BIDI_MARKS
    | JOINERS
    | frozenset("\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\u180e\u115f\u1160\u3164\uffa0")
    | {SOFT_HYPHEN}
    | {chr(code) for code in range(0xE0000, 0xE0080)}
)

_STRAIGHT = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201b": "'",
    "\u02bc": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201f": '"',
    "\u2011": "-",
}
_STRAIGHTENED = str.maketrans(_STRAIGHT)
_KEPT = frozenset("\u2122")
"""What compatibility forms would turn into letters that belong to no word: a trade mark."""

_LOOKALIKES = str.maketrans(
    # Cyrillic, then Greek letters, and the Latin ones that readers take them for.
    "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0458\u0455\u04bb\u0501\u0432\u043a\u043c\u0442\u043d"
    "\u0410\u0412\u0421\u0415\u041d\u0406\u0408\u041a\u041c\u041e\u0420\u0405\u0422\u0425\u0423\u0417"
    "\u03b1\u03bf\u03c1\u03bd\u03b9\u03ba\u03c5\u03c7\u03c4"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "aceopxyijshdbkmtnABCEHIJKMOPSTXYZaopvikuxtABEZHIKMNOPTYX",
)
_WORD = re.compile(r"[^\W\d_]*[^\W\d_a-zA-Z][^\W\d_]*")
_DISGUISED = re.compile("[" + "".join(map(chr, _LOOKALIKES)) + "]")
_LATIN = re.compile("[a-zA-Z]")
_CHANGED = re.compile(
    "[^\x00-\x7f\u2013\u2014\u00a3\u20ac\u00b0\u00e0-\u00ef\u00f1-\u00f6\u00f9-\u00fc]"
)
"""What may look otherwise once normalised, or stand in another place."""
_UNSEEN = re.compile("[" + "".join(sorted(INVISIBLE - BIDI_CONTROLS)) + "]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_BEYOND_ASCII = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")


@dataclass(frozen=True)
class Normalised:
    """A text as rules match it, and the way back.

    `text` is NFKC with invisible characters removed, quotation marks straightened and letters of
    other alphabets inside Latin words replaced. `marks` are (normal offset, plain offset) pairs
    where the two drift apart, in order; empty when no offset changed.
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
            return min(offset, self.marks[0][0])
        normal, plain = self.marks[index]
        ceiling = self.marks[index + 1][0] if index + 1 < len(self.marks) else len(self.text)
        return min(normal + (offset - plain), ceiling)


def normalise(plain: str) -> Normalised:
    """The form of `plain` that rules match on."""
    if plain.isascii():
        return Normalised(plain)
    straight = plain.translate(_STRAIGHTENED)
    if _CHANGED.search(straight) is None:
        return Normalised(straight)
    words = _undisguised(plain)
    out: list[str] = []
    marks: list[tuple[int, int]] = []
    position = length = drift = 0
    for match in _BEYOND_ASCII.finditer(words):
        out.append(words[position : match.start()])
        length += match.start() - position
        position = match.end()
        for start, end in _clusters(words, match.start(), match.end()):
            cluster = words[start:end]
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
        if position - length != drift:
            drift = position - length
            marks.append((length, position))
    out.append(words[position:])
    return Normalised("".join(out), tuple(marks))


def disguised(plain: str) -> Iterator[tuple[int, int, str]]:
    """Latin words with letters of another alphabet in them: start, end, and the word meant."""
    if plain.isascii() or not _DISGUISED.search(plain):
        return
    for match in _WORD.finditer(plain):
        word = match.group()
        if _LATIN.search(word):
            meant = word.translate(_LOOKALIKES)
            if meant != word and meant.isascii():
                yield match.start(), match.end(), meant


def hidden(plain: str) -> Iterator[int]:
    """Offsets of invisible characters that no script and no emoji needs."""
    if plain.isascii():
        return
    for found in _UNSEEN.finditer(plain):
        index, character = found.start(), found.group()
        if character in BIDI_MARKS and _RIGHT_TO_LEFT.search(plain):
            continue
        if character in JOINERS and index and _joins(plain[index - 1]):
            continue
        if character >= "\U000e0000" and "\U0001f3f4" in plain[max(0, index - 7) : index]:
            continue  # the letters of a flag
        yield index


def turning(plain: str) -> Iterator[int]:
    """Offsets of characters that turn the direction of a text all of which goes one way."""
    if plain.isascii() or _RIGHT_TO_LEFT.search(plain):
        return
    for index, character in enumerate(plain):
        if character in BIDI_CONTROLS:
            yield index


def _joins(before: str) -> bool:
    """Whether a joiner has work to do after `before`: in an emoji, or in a script that joins."""
    return (
        unicodedata.category(before) in ("So", "Sk", "Mn")
        or before == "\ufe0f"
        or "\u0600" <= before <= "\u109f"
        or "\u1780" <= before <= "\u18af"
    )


def _undisguised(plain: str) -> str:
    parts: list[str] = []
    position = 0
    for start, end, meant in disguised(plain):
        parts += (plain[position:start], meant)
        position = end
    return "".join([*parts, plain[position:]]) if parts else plain


def _clusters(words: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Characters with the marks that combine with them."""
    starts = [
        index
        for index in range(begin, end)
        if index == begin or not unicodedata.combining(words[index])
    ]
    return pairwise([*starts, end])


def _normal_form(cluster: str) -> str:
    if cluster.isascii() or cluster in _KEPT:
        return cluster
    kept = "".join(
        _STRAIGHT.get(character, character) for character in cluster if character not in INVISIBLE
    )
    if kept.isascii() or kept in _KEPT:
        return kept
    return "".join(
        _STRAIGHT.get(character, character) for character in unicodedata.normalize("NFKC", kept)
    )
