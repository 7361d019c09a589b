"""One reader a source; each makes a `Document`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from lint.document import Document, DocumentKind, Meta, Problem
from lint.readers.metadata import Library

LARGEST = 10_000_000
"""Bytes. A book has less than a tenth of it."""

FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".json": "stream",
}
"""Which reader a file's ending asks for."""


def read(
    name: str, data: bytes, *, library: Library | None = None, format: str | None = None
) -> Document:
    """Read a file's bytes with the reader that `format` or else the ending of `name` asks for.

    Nothing in the bytes raises: what cannot be read is a document with a fatal problem. A `name`
    without a known ending is read as Markdown.
    """
    from lint.readers.decoding import UndecodableError, decode

    if len(data) > LARGEST:
        limit = f"{LARGEST // 1_000_000} MB"
        return unreadable(name, "too-large", f"The file is larger than {limit}, the limit.")
    try:
        source, problems = decode(data)
    except UndecodableError as error:
        return unreadable(name, "bad-encoding", str(error))
    if not source.strip():
        return unreadable(name, "malformed-article", "There is nothing to lint: no words.")
    document = read_text(name, source, library=library, format=format)
    return replace(document, problems=(*problems, *document.problems))


def read_text(
    name: str, source: str, *, library: Library | None = None, format: str | None = None
) -> Document:
    """Read a text with the reader that `format` or else the ending of `name` asks for."""
    match format or FORMATS.get(PurePath(name).suffix.lower(), "markdown"):
        case "text":
            from lint.readers import text

            return text.read(source, name)
        case "html":
            from lint.readers import html

            return html.read(source, name)
        case "stream":
            from lint.readers import stream

            return stream.read(source, name, library)
        case "api":
            from lint.readers import api

            return api.read(source, name, library)
        case "markdown":
            from lint.readers import markdown

            return markdown.read(source, name, library)
        case other:
            raise ValueError(f"There is no reader for {other!r}.")


def unreadable(name: str, code: str, message: str) -> Document:
    """A document that could not be read, and why."""
    problem = Problem(code, message, fatal=True)
    return Document(name, DocumentKind.ARTICLE, Meta(), (), problems=(problem,))
