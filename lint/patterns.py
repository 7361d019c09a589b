"""Patterns that cost nothing until a text holds one of their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property


class Words:
    """Words of which a line must hold one, or nobody need look at it.

    `words` are in small letters with a space between; "suicid*" stands for every word that begins
    so, and the names of `lint.health` (MEDICINE, ROLE, ...) for the health words they stand for.
    Every instance is made once, at import, and all of them are looked up together in one pass.
    """

    every: list[Words] = []

    def __init__(self, words: str) -> None:
        self.words = tuple(words.split())
        self.number = len(Words.every)
        Words.every.append(self)


class Pattern:
    """A regular expression over the text of a line, compiled when it is first needed.

    Keep it small: what a hundred words do alike belongs in a set or a word list, not in a hundred
    alternatives. Patterns are in verbose form, so a space is written "[ ]" or "\\ ".
    """

    def __init__(self, source: str, flags: re.RegexFlag = re.VERBOSE) -> None:
        self._source = source
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        return self.compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        return self.compiled.match(text, start, len(text) if end is None else end)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text, start, len(text) if end is None else end)
