"""How right the rules are: precision and recall on labelled passages.

The passages and their labels lie in tests/lint/rules/passages. What counts is the unseen part.
"""

from __future__ import annotations

from tests.lint.rules.tables import HELD_OUT, OWN, SEEN, UNSEEN, accuracy, rule_of, tables

_PARTS = (
    (UNSEEN, "written by people who saw no rule, and kept from whoever wrote the rules"),
    (SEEN, "written by people who saw no rule, then used to mend the rules"),
    (HELD_OUT, "written by the rules' authors before the rules"),
    (OWN, "the rules' own tests: all right by construction"),
)


def report() -> str:
    """The figures as lines of text."""
    lines = []
    for part, what in _PARTS:
        lines += ["", f"Passages {what}", f"{'':36}{'passages':>9}{'precision':>11}{'recall':>8}"]
        for table in tables(part):
            measured = accuracy(table)
            name = rule_of(table).name
            if not table.startswith(name.replace("-", "_")):
                name = table.replace("_", " ")
            figures = f"{measured.passages:>9}{measured.precision:>11.2f}{measured.recall:>8.2f}"
            lines.append(f"  {name:<34}{figures}")
    return "\n".join(lines[1:])


if __name__ == "__main__":
    print(report())
