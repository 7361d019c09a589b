"""Where in the text of a content file its values and their words stand.

The reader of content files gives paths, as in `body[2].value`, because a page has nothing else. An
editor shows the file itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lint.document import Text
from lint.readers.composing import TextBuilder

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},:]|[^\s\[\]{},:"]+', re.S)
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.S
)


class JsonPlaces:
    """The places of the values at `paths` in `source`, JSON that can be read."""

    def __init__(self, source: str, paths: Iterable[str]) -> None:
        self.source = source
        wanted = {each for path in paths for each in _around(path)}
        self._places = {path: place for path, place in _values(source) if path in wanted}

    def value(self, path: str) -> tuple[int, int]:
        """Where the value at `path` begins and ends, else the nearest that would hold it."""
        found = (self._places[each] for each in _around(path) if each in self._places)
        return next(found, (0, len(self.source)))

    def string(self, path: str) -> Text | None:
        """The text at `path` as it is meant, which knows how it is written; None for none."""
        start, end = next(
            (self._places[each] for each in _written_as(path) if each in self._places), (0, 0)
        )
        return _decoded(self.source, start, end) if self.source[start:end][:1] == '"' else None


def _written_as(path: str) -> Iterator[str]:
    """The ways to write `path`: a field of `meta` may stand outside of it."""
    yield path
    if path.startswith("meta."):
        yield path.removeprefix("meta.")


def _around(path: str) -> Iterator[str]:
    """`path`, and those of what holds it."""
    yield from _written_as(path)
    while path:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
        yield from _written_as(path)


@dataclass
class _Open:
    """An object or a list whose end is not reached; `path` and `start` are its own."""

    path: str
    start: int
    is_list: bool
    index: int = 0
    key: str | None = None

    @property
    def inside(self) -> str:
        """The path of the value at hand."""
        if self.is_list:
            return f"{self.path}[{self.index}]"
        return f"{self.path}.{self.key}" if self.path else str(self.key)


def _values(source: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The path and the place of each value."""
    around: list[_Open] = []
    for token in _TOKEN.finditer(source):
        inner = around[-1] if around else None
        path = "" if inner is None else inner.inside
        match token.group():
            case "{" | "[" as bracket:
                around.append(_Open(path, token.start(), bracket == "["))
            case "}" | "]" if inner is not None:
                around.pop()
                yield inner.path, (inner.start, token.end())
            case ",":
                if inner is not None:
                    inner.index += 1
                    inner.key = None
            case ":":
                pass
            case written:
                if inner is not None and not inner.is_list and inner.key is None:
                    inner.key = str(json.loads(written, strict=False))
                else:
                    yield path, token.span()


def _decoded(source: str, start: int, end: int) -> Text:
    """The string that is written, in its quotation marks, from `start` to `end`."""
    builder = TextBuilder()
    position = start + 1
    for escape in _ESCAPE.finditer(source, position, end - 1):
        builder.add(source[position : escape.start()], position)
        character = json.loads(f'"{escape.group()}"')
        builder.add(character, escape.start(), len(escape.group()))
        position = escape.end()
    builder.add(source[position : end - 1], position)
    return builder.build()
