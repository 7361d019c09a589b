"""Front matter: YAML between two lines of dashes at the top of a Markdown file."""

from __future__ import annotations

import re
from typing import Any

from lint.document import Text
from lint.expressions import compiled
from lint.facts import dataclass
from lint.readers.composing import TextBuilder

LARGEST = 50_000
_OPENING = compiled(r"---[ \t]*\n")
_CLOSING = compiled(r"^(?:---|\.\.\.)[ \t]*$", re.M)


class FrontMatterError(Exception):
    """Front matter that cannot be read; `offset` is the place in the source."""

    def __init__(self, message: str, offset: int, code: str = "invalid-input") -> None:
        super().__init__(message)
        self.offset = offset
        self.code = code


@dataclass(frozen=True)
class FrontMatter:
    """`fields` has texts that know their place; `end` is where the body begins."""

    fields: dict[str, Any]
    end: int


def read(source: str) -> FrontMatter | None:
    """The front matter of `source`, or None where there is none."""
    opening = _OPENING.match(source)
    closing = _CLOSING.search(source, opening.end()) if opening else None
    if opening is None or closing is None:
        return None
    start = opening.end()
    words = source[start : closing.start()]
    if len(words) > LARGEST:
        raise FrontMatterError(
            f"The front matter is longer than {LARGEST:,} characters.", 0, "too-large"
        )
    fields = _plain(words, start)
    if fields is None:
        from lint.readers import yaml_fields  # Only here: it takes longer to import than to read.

        fields = yaml_fields.fields_of(words, start)
    return FrontMatter(fields, closing.end())


_PLAIN_LINE = compiled(
    r"([a-z_]{1,50}): +([A-Za-z0-9](?:[\w ()/,.;?!%&'-]*[\w).?!%])?) *\n", re.ASCII
)
_NO_TEXT = frozenset("null true false yes no on off".split())
"""Words that YAML takes for something else."""


def _plain(words: str, start: int) -> dict[str, Any] | None:
    """Lines of a key and a text each, as YAML reads them; None where there is more to them."""
    fields: dict[str, Any] = {}
    position = 0
    while position < len(words):
        line = _PLAIN_LINE.match(words, position)
        if line is None or line[1] in fields or line[2].lower() in _NO_TEXT:
            return None
        fields[line[1]] = text_of(line[2], words, line.start(2), line.end(2), start)
        position = line.end()
    return fields


def text_of(value: str, words: str, begin: int, end: int, start: int) -> Text:
    """The value, word by word where it was written so; escapes make it one piece."""
    builder = TextBuilder()
    position = begin
    for word in value.split():
        found = words.find(word, position, end)
        if found < 0:
            builder = TextBuilder()
            builder.add(value, start + begin, end - begin)
            break
        if builder.length:
            builder.add(" ", start + position, found - position)
        builder.add(word, start + found)
        position = found + len(word)
    return builder.build()
