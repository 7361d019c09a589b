"""A document by its main headings: what stands under one is read together.

A section of `Document.sections` ends at the next heading of any level; a chapter goes on through
the smaller headings below its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lint.document import Block, Document, Section

MAIN_LEVEL = 2
"""Headings down to this level begin a chapter."""


@dataclass(frozen=True, eq=False)
class Chapter:
    """Sections that belong together; `number` counts from 0."""

    number: int
    sections: tuple[Section, ...]


def chapters(document: Document) -> Mapping[Block, Chapter]:
    """The chapter of every block of the body, headings too."""
    return document.derived(_chapters)


def _chapters(document: Document) -> Mapping[Block, Chapter]:
    groups: list[list[Section]] = []
    for section in document.sections:
        below = section.heading is not None and section.heading.level > MAIN_LEVEL
        if groups and below:
            groups[-1].append(section)
        else:
            groups.append([section])
    found: dict[Block, Chapter] = {}
    for number, group in enumerate(groups):
        chapter = Chapter(number, tuple(group))
        for section in group:
            if section.heading is not None:
                found[section.heading] = chapter
            for block in section.blocks:
                found[block] = chapter
    return MappingProxyType(found)
