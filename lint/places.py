"""The places of a document that a link can name after "#"."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from lint.document import Document, Kind
from lint.site import ReferenceState

READ = frozenset({".md", ".markdown", ".html", ".htm"})
"""Endings of the files whose places are known."""

_NOT_OF_A_SLUG = re.compile(r"[^\w\s-]")
_BETWEEN = re.compile(r"[\s_-]+")
_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*$")
_ID = re.compile(r"#([^\s{}]+)")
_NUMBER = re.compile(r"-\d+$")


def has(document: Document, name: str) -> bool:
    """Whether a link to "#name" leads somewhere in the document.

    To an id, the top, or a heading by its words as most sites name them: "-1" and so on tell
    headings of the same words apart.
    """
    return _is_in(document.derived(_names), name)


def in_file(path: Path, name: str) -> ReferenceState:
    """Whether the file is there, and a place of that name in it; "" is the whole of it.

    A web page may still have to be made, from the Markdown beside it.
    """
    if path.suffix.lower() in (".html", ".htm") and not path.is_file():
        path = path.with_suffix(".md")
    if not path.is_file():
        return ReferenceState.MISSING
    names = _names_in(path) if name else None
    if names is None or _is_in(names, name):
        return ReferenceState.LIVE
    return ReferenceState.NO_SUCH_PLACE


def forget() -> None:
    """Read files anew: what they hold has changed."""
    _names_in.cache_clear()


@cache
def _names_in(path: Path) -> frozenset[str] | None:
    """None where the file cannot be read."""
    from lint import readers

    try:
        with path.open("rb") as file:
            document = readers.read(path.name, file.read(readers.LARGEST + 1))
    except OSError:
        return None
    return document.derived(_names) if document.readable else None


def _is_in(names: frozenset[str], name: str) -> bool:
    plain = unquote(name).casefold()
    slug = _slug(plain)
    return plain in ("", "top") or plain in names or slug in names or _NUMBER.sub("", slug) in names


def _names(document: Document) -> frozenset[str]:
    names = {block.anchor.casefold() for block in document.blocks if block.anchor}
    for heading in document.of(Kind.HEADING):
        names.add(_slug(heading.words))
        # Some Markdown takes "{#id}" after a heading for its id; elsewhere it is words.
        if attributes := _ATTRIBUTES.search(heading.words):
            names.add(_slug(heading.words[: attributes.start()]))
            names |= {name.casefold() for name in _ID.findall(attributes[0])}
    return frozenset(names)


def _slug(words: str) -> str:
    return _BETWEEN.sub("-", _NOT_OF_A_SLUG.sub("", words.casefold())).strip("-")
