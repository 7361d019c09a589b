"""Front matter: YAML between two lines of dashes at the top of a Markdown file.

Read as a tree of nodes, never as objects: tags that would make objects are refused, an alias
stays a pointer however often it is used, and every value knows where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from lint.document import Text
from lint.readers.composing import TextBuilder

LARGEST = 50_000
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The compiled loader, where PyYAML has one: the same answers, ten times as fast."""
NESTING = 100
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M)
_SAFE_TAG = re.compile(
    r"tag:yaml\.org,2002:(?:str|int|float|bool|null|timestamp|seq|map|merge|set|omap|pairs|binary)"
)


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
    try:
        _check(words, start)
        node = yaml.compose(words, Loader=_LOADER)
    except yaml.reader.ReaderError as error:
        raise FrontMatterError(
            "The front matter holds a character that YAML does not allow.", start + error.position
        ) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = error.problem or error.context or "it is not YAML"
        raise FrontMatterError(
            f"The front matter cannot be read: {reason}.", start + (mark.index if mark else 0)
        ) from error
    except yaml.YAMLError as error:
        raise FrontMatterError("The front matter cannot be read.", start) from error
    if node is None:
        return FrontMatter({}, closing.end())
    if not isinstance(node, yaml.MappingNode):
        raise FrontMatterError("The front matter should be a list of keys and values.", start)
    fields: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise FrontMatterError("A key should be a word.", start + key.start_mark.index)
        if key.value in fields:
            raise FrontMatterError(
                f'The key "{key.value}" appears twice.', start + key.start_mark.index
            )
        fields[key.value] = _value(value, words, start, depth=2)
    return FrontMatter(fields, closing.end())


def _check(words: str, start: int) -> None:
    """Refuse what would nest too deep or make objects, before any of it is built."""
    depth = 0
    for event in yaml.parse(words, Loader=_LOADER):
        mark = event.start_mark
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
            if depth > NESTING:
                raise FrontMatterError(
                    f"The front matter is nested more than {NESTING} deep.",
                    start + (mark.index if mark else 0),
                    "nested-too-deep",
                )
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!" and not _SAFE_TAG.fullmatch(tag):
            raise FrontMatterError(
                f"The tag {_shown(tag)} is refused: front matter holds plain values.",
                start + (mark.index if mark else 0),
            )


def _shown(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")[:80]


def _value(node: yaml.Node, words: str, start: int, depth: int) -> Any:
    """A text, None, a list or a mapping; what lies deeper than metadata goes is left out."""
    if isinstance(node, yaml.ScalarNode):
        if node.tag.endswith(":null"):
            return None
        if node.tag.endswith(":bool"):
            return node.value.lower() in ("true", "yes", "on")
        return _text(node, words, start)
    if depth == 0:
        return []
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, words, start, depth - 1) for item in node.value]
    return {
        key.value: _value(item, words, start, depth - 1)
        for key, item in node.value
        if isinstance(key, yaml.ScalarNode)
    }


def _text(node: yaml.ScalarNode, words: str, start: int) -> Text:
    """The scalar, word by word where it was written so; escapes make it one piece."""
    begin, end = node.start_mark.index, node.end_mark.index
    if node.style in ('"', "'"):
        begin, end = begin + 1, end - 1
    builder = TextBuilder()
    position = begin
    for word in node.value.split():
        found = words.find(word, position, end)
        if found < 0:
            builder = TextBuilder()
            builder.add(node.value, start + begin, end - begin)
            break
        if builder.length:
            builder.add(" ", start + position, found - position)
        builder.add(word, start + found)
        position = found + len(word)
    return builder.build()
