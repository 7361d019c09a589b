"""What every document is looked over for once it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lint.document import Document, Problem
from lint.readers import hygiene

MOST = 100
"""More problems of one sort than this are counted, not listed."""


def finished(document: Document, problems: Iterable[Problem] = ()) -> Document:
    """`document` with `problems`, those of its characters, and one if it says nothing."""
    found = list(_listed([*document.problems, *problems, *hygiene.problems(document)]))
    says_something = any(
        block.text.plain.strip() or block.image or block.references for block in document.blocks
    )
    if not says_something and not any(problem.fatal for problem in found):
        message = "There is nothing to lint: no words."
        found.append(Problem("malformed-article", message, fatal=True))
    return replace(document, problems=tuple(found))


def _listed(problems: list[Problem]) -> Iterator[Problem]:
    counts: Counter[str] = Counter()
    for problem in problems:
        counts[problem.code] += 1
        if counts[problem.code] <= MOST or problem.fatal:
            yield problem
    for code, count in counts.items():
        if count > MOST:
            message = f"There are {count} problems of this sort; the first {MOST} are listed."
            yield Problem(
                code, message, unjudged=any(p.unjudged for p in problems if p.code == code)
            )
