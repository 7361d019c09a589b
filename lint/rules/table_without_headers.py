from __future__ import annotations

from collections import Counter

from lint.document import Block, Container, Document, Group, Kind
from lint.rule import Example, Found, Severity, Theme, rule


@rule(
    Severity.WARNING,
    theme=Theme.ACCESSIBILITY,
    source="WCAG 2.2 SC 1.3.1; NHS digital service manual: tables",
    advice="Give each column a heading; where the table only arranges words, write a list instead.",
    any_language=True,
    passes=[
        "| Day | What to do |\n|---|---|\n| One | Rest |",
        Example("<table><tr><th>Day</th><td>One</td></tr></table>", "html"),
        # one cell is a box, not a table
        Example("<table><tr><td>Ring us before you come.</td></tr></table>", "html"),
        "Rest | Drink | Sleep",
    ],
    fails=[
        "| | |\n|---|---|\n| ⟦One⟧ | Rest |",
        Example("<table><tr><td>⟦Day⟧</td><td>One</td></tr></table>", "html"),
        Example(
            "<table><tr><th>Day</th><td>1</td></tr></table>"
            "<table><tr><td>⟦Rest⟧</td><td>Sleep</td></tr></table>",
            "html",
        ),
        Example(
            "<table><tr><th>Day</th><th>Do</th></tr><tr><td>1</td><td>"
            "<table><tr><td>⟦Rest⟧</td><td>Sleep</td></tr></table></td></tr></table>",
            "html",
        ),
    ],
)
def table_without_headers(document: Document) -> Found:
    """A table says what its columns or rows hold.

    A screen reader reads the heading with every cell. Without headings "50" and "twice" are only a
    number and a word. A table that is there to put things side by side is read out in an order
    that nobody meant.
    """
    first: dict[Container, Block] = {}
    cells: Counter[Container] = Counter()
    for block in document.of(Kind.CELL):
        table = block.inside(Group.TABLE)
        if table is not None and not table.label:
            first.setdefault(table, block)
            cells[table] += 1
    for table, block in first.items():
        if cells[table] > 1:
            yield block, "This table has no headings."
