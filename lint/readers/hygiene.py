"""Characters that hide or disguise words, as problems with their place."""

from __future__ import annotations

from collections.abc import Iterator

from lint.document import Document, Problem


def problems(document: Document) -> Iterator[Problem]:
    """One problem a block and sort of disguise."""
    yield from ()
