"""Plain text, as an author sends it.

Nothing in it is marked: paragraphs, headings and lists are told by how the lines stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lint.document import Document, DocumentKind, Group, Kind, Meta, SourceLines
from lint.readers.composing import Composer, Origin, normal_lines
from lint.readers.finishing import finished

HEADING_WORDS = 12
_WRAPPED = (50, 100)
"""Lines whose usual length lies in between were wrapped by an editor or a mail program."""

_ITEM = re.compile(
    r"\s*(?:(?P<bullet>[-*\u2022\u2023\u25aa\u25cf\u25e6\u2013\u2014\u00b7])|(?P<number>\d{1,2}[.)]))"
    r"[ \t\u00a0]+(?=\S)"
)
_FINAL = tuple(".,;:!\u2026")
_CLOSING = "\"'\u2019\u201d)]"


@dataclass(frozen=True)
class _Line:
    start: int  # source offset of the first character
    words: str  # without the white space around

    @property
    def item(self) -> re.Match[str] | None:
        return _ITEM.match(self.words)


def read(source: str, name: str) -> Document:
    """Read plain text; a line is a paragraph unless the lines were wrapped."""
    source = normal_lines(source)
    lines = SourceLines(source)
    composer = Composer(lines, bare_links=True)
    groups = _groups(source)
    wrapped = _is_wrapped(groups)
    paragraphs = [paragraph for group in groups for paragraph in _paragraphs(group, wrapped)]
    for index, paragraph in enumerate(paragraphs):
        marker = paragraph[0].item
        if marker:
            _item(composer, paragraph, marker)
            continue
        _end_list(composer)
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if _is_heading(paragraph, following):
            composer.start(Kind.HEADING, 2, inferred=True)
        else:
            composer.start(Kind.PARAGRAPH)
        _words(composer, paragraph, 0)
    composer.flush()
    return finished(
        Document(name, DocumentKind.ARTICLE, Meta(), tuple(composer.blocks), lines=lines),
        composer.problems,
    )


def _groups(source: str) -> list[list[_Line]]:
    """The lines between blank lines."""
    groups: list[list[_Line]] = [[]]
    offset = 0
    for line in source.split("\n"):
        words = line.strip()
        if words:
            groups[-1].append(_Line(offset + line.index(words[0]), words))
        elif groups[-1]:
            groups.append([])
        offset += len(line) + 1
    return [group for group in groups if group]


def _is_wrapped(groups: list[list[_Line]]) -> bool:
    """Whether paragraphs run over several lines.

    Then lines that do not end a group are about equally long, and many are followed by one that
    goes on in the middle of a sentence.
    """
    pairs = [pair for group in groups for pair in pairwise(group) if not pair[1].item]
    if not pairs:
        return False
    goes_on = [following for _, following in pairs if following.words[0].islower()]
    usual = median(len(line.words) for line, _ in pairs)
    return _WRAPPED[0] <= usual <= _WRAPPED[1] and len(goes_on) * 3 >= len(pairs)


def _paragraphs(group: list[_Line], wrapped: bool) -> list[list[_Line]]:
    """The paragraphs of a group of lines: an item or, unless wrapped, a line each."""
    found: list[list[_Line]] = []
    for index, line in enumerate(group):
        continues = (
            bool(found) and wrapped and not line.item and not _ends_early(group[index - 1], line)
        )
        if continues:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _ends_early(line: _Line, following: _Line) -> bool:
    """Whether `line` stopped although the next word had room: it was ended by hand."""
    return len(line.words) + 1 + len(following.words.split(maxsplit=1)[0]) <= _WRAPPED[0]


def _is_heading(paragraph: list[_Line], following: list[_Line] | None) -> bool:
    """A short line without a final stop, above something that is not."""
    words = paragraph[0].words
    if len(paragraph) > 1 or following is None:
        return False
    if len(words.split()) > HEADING_WORDS or len(words) > 120:
        return False
    if words.rstrip(_CLOSING).endswith(_FINAL) or not any(map(str.isalpha, words)):
        return False
    return not words[0].islower() and "://" not in words


def _item(composer: Composer, paragraph: list[_Line], marker: re.Match[str]) -> None:
    group = Group.LIST if marker["bullet"] else Group.ORDERED_LIST
    if composer.container is None or composer.container.group is not group:
        _end_list(composer)
        composer.push(group)
    composer.start(Kind.ITEM, 1)
    _words(composer, paragraph, marker.end())


def _end_list(composer: Composer) -> None:
    if composer.container is not None:
        composer.pop(composer.container)


def _words(composer: Composer, paragraph: list[_Line], skip: int) -> None:
    """The words of a paragraph, its lines joined by a space."""
    extract, starts, sources = "", [], []
    for line in paragraph:
        if extract:
            extract += "\n"
        starts.append(len(extract))
        sources.append(line.start + skip)
        extract += line.words[skip:]
        skip = 0
    composer.text(extract, 0, Origin(tuple(starts), tuple(sources)))
