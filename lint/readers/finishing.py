"""What every document is looked over for once it is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lint.document import Document, Problem
from lint.readers import hygiene


def finished(document: Document, problems: Iterable[Problem] = ()) -> Document:
    """`document` with `problems`, those of its characters, and one if it says nothing."""
    found = [*document.problems, *problems, *hygiene.problems(document)]
    if not any(
        block.text.plain.strip() or block.image or block.references for block in document.blocks
    ) and not any(problem.fatal for problem in found):
        found.append(
            Problem("malformed-article", "There is nothing to lint: no words.", fatal=True)
        )
    return replace(document, problems=tuple(found))
