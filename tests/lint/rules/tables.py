"""Tables of labelled passages, and what a rule says of one.

Each `passages/<rule>.txt` has one passage a line: `+` must be found, `~` found as less than an
error, `-` left alone; `[en-GB]` sets the locale, a written `\\n` breaks the line.

`.held_out` tables were written before the rules by their authors. `.seen` and `.unseen` ones were
written by people who never saw the rules; the seen were used to mend the rules, the unseen only to
measure them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from lint import engine, rules
from lint.readers import markdown
from lint.rule import Rule, Severity

PASSAGES = Path(__file__).with_name("passages")
RULES = {rule.name.replace("-", "_"): rule for rule in rules.every()}
JUDGED_BY = {
    "disclaimer_sentences": RULES["missing_professional_disclaimer"],
    "disclaimer_triggers": RULES["missing_professional_disclaimer"],
}
OWN, HELD_OUT, SEEN, UNSEEN = "", ".held_out", ".seen", ".unseen"


@dataclass(frozen=True)
class Passage:
    expected: str
    locale: str
    text: str


@dataclass(frozen=True)
class Accuracy:
    """How often a rule was right about what it found, and what it should have found."""

    passages: int
    precision: float
    recall: float


def read(table: str) -> list[Passage]:
    """The passages of a table."""
    passages = []
    for row in (PASSAGES / f"{table}.txt").read_text(encoding="utf-8").splitlines():
        found = re.fullmatch(r"([+~-]) (?:\[(en-[A-Z]{2})\] )?(.+)", row)
        assert found, row
        text = found[3].replace("\\n", "\n")
        if table.startswith("disclaimer_sentences"):
            # A sentence that counts keeps the rule quiet about an article that names a medicine.
            text = f"Sertraline is an antidepressant.\n\n{text}"
            expected = {"+": "-", "-": "+"}[found[1]]
        else:
            expected = found[1]
        passages.append(Passage(expected, found[2] or "en-US", text))
    return passages


def verdict(rule: Rule, passage: Passage) -> str:
    document = replace(markdown.read(passage.text, "passage"), locale=passage.locale)
    severities = {finding.severity for finding in engine.check(document, selected=[rule]).findings}
    if Severity.ERROR in severities:
        return "+"
    return "~" if severities else "-"


def rule_of(table: str) -> Rule:
    name = table.partition(".")[0]
    return JUDGED_BY.get(name) or RULES[name]


def tables(part: str) -> list[str]:
    """The names of the tables of a part."""
    return sorted(
        path.stem
        for path in PASSAGES.glob("*.txt")
        if path.stem == path.stem.partition(".")[0] + part
    )


def accuracy(table: str) -> Accuracy:
    """What a rule makes of a table, where any finding counts as found."""
    rule = rule_of(table)
    passages = read(table)
    judged = [(verdict(rule, passage) != "-", passage.expected != "-") for passage in passages]
    found = [wanted for said, wanted in judged if said]
    wanted = [said for said, expected in judged if expected]
    return Accuracy(len(passages), sum(found) / max(1, len(found)), sum(wanted) / len(wanted))
