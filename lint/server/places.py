"""Positions as editors count them: lines from 0, columns in the units that were agreed on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from lsprotocol.types import Position, Range

from lint.server.texts import OpenText


class Places:
    """Turns offsets of an open text, in code points, into positions, and back.

    `units` says how many units a text takes: UTF-16 has two for an emoji.
    """

    def __init__(self, text: OpenText, units: Callable[[str], int]) -> None:
        self._units = units
        self._lines = text.source.split("\n")
        self._starts = [0]
        for line in self._lines[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._mark = units("\ufeff") if text.marked else 0

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, max(0, offset)) - 1
        before = self._lines[line][: offset - self._starts[line]]
        return Position(line, self._units(before) + (0 if line else self._mark))

    def range(self, start: int, end: int) -> Range:
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The nearest place in the text."""
        if position.line >= len(self._lines):
            return self._starts[-1] + len(self._lines[-1])
        line = self._lines[position.line]
        wanted = position.character - (0 if position.line else self._mark)
        passed = column = 0
        while passed < wanted and column < len(line):
            passed += self._units(line[column])
            column += 1
        return self._starts[position.line] + column
