"""How the time of a whole check grows with texts made to slow a pattern down.

The same text is judged at one length and at four times that length, side by side: linear work takes
about four times as long, quadratic work sixteen times.
"""

from __future__ import annotations

import time

from lint import engine
from lint.readers import text

LENGTH = 20_000
GROWTH = 4
PIECES = (
    "talk to ",
    "not ",
    "a",
    "1.",
    "Aa.",
    '"',
    "(",
    "the TMS is ",
    "you can stop ",
    "cures depression and ",
    "suicide ",
    "see your ",
    "? ",
)


def report() -> str:
    """The figures as lines of text."""
    _seconds("warm up ", LENGTH)
    lines = [f"Checking hostile texts: time of {GROWTH * LENGTH:,} against {LENGTH:,} characters"]
    for piece in PIECES:
        short, long = _seconds(piece, LENGTH), _seconds(piece, GROWTH * LENGTH)
        lines.append(
            f"  {piece.strip() + ' …':<28} {1000 * long:8.0f} ms   {long / short:5.1f} times"
        )
    return "\n".join(lines)


def _seconds(piece: str, length: int) -> float:
    document = text.read(piece * (length // len(piece)) + "x", "hostile.txt")
    started = time.process_time()
    engine.check(document)
    return time.process_time() - started
