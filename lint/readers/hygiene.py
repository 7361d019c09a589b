"""Characters that hide or disguise words, as problems with their place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lint.characters import BIDI_CONTROLS, disguised, hidden
from lint.document import Block, Document, Problem

_BIDI = re.compile("[" + "".join(sorted(BIDI_CONTROLS)) + "]")
_MOJIBAKE = re.compile(
    "\u00e2(?:\u20ac.|[\u0080-\u009f]{2})"  # a quotation mark or dash
    "|\u00c3[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
    "|\u00c2[\u00a0\u00a3\u00a9\u00ab\u00ae\u00b0\u00b1\u00b7\u00bb]"
    "|\u00f0\u0178"  # an emoji
)


def problems(document: Document) -> Iterator[Problem]:
    """One problem for each block and sort of disguise."""
    for block in document.blocks:
        if not block.text.plain.isascii():
            yield from _of(document, block)


def _of(document: Document, block: Block) -> Iterator[Problem]:
    plain = block.text.plain
    unseen = list(hidden(plain))
    if unseen:
        names = sorted({_name(plain[index]) for index in unseen})
        several = "s" if len(unseen) > 1 else ""
        yield Problem(
            "hidden-characters",
            f"{len(unseen)} hidden character{several} here ({', '.join(names)}); delete them.",
            document.place(block, unseen[0], unseen[-1] + 1),
        )
    turns = [match.start() for match in _BIDI.finditer(plain)]
    if turns:
        codes = ", ".join(sorted({f"U+{ord(plain[index]):04X}" for index in turns}))
        yield Problem(
            "bidi-control",
            f"Characters here change the direction of the text ({codes}); what readers see is not"
            " what is written. Delete them.",
            document.place(block, turns[0], turns[-1] + 1),
        )
    for start, end, meant in disguised(plain):
        yield Problem(
            "mixed-script",
            f'This word has letters of another alphabet in it. Type it again: "{meant[:80]}".',
            document.place(block, start, end),
        )
    garbled = list(_MOJIBAKE.finditer(plain))
    if garbled:
        yield Problem(
            "bad-encoding",
            f'Characters here were likely garbled on the way ("{garbled[0].group()}"), '
            f"in {len(garbled)} place{'s' if len(garbled) > 1 else ''}. Copy the text again.",
            document.place(block, garbled[0].start(), garbled[0].end()),
        )


def _name(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()
