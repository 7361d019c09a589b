"""The safety rules on tables of passages: what they must find, and what they must leave alone.

Each `passages/<rule>.txt` has one passage a line: `+` must be found, `~` found as a warning, `-`
left alone; `[en-GB]` sets the locale, a written `\\n` breaks the line. The `held_out` tables were
written before the rules and are never tuned to: they are measured, not passed one by one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from lint import engine, rules
from lint.readers import markdown
from lint.rule import Rule, Severity

PASSAGES = Path(__file__).with_name("passages")
RULES = {rule.name.replace("-", "_"): rule for rule in rules.every()}
JUDGED_BY = {
    "disclaimer_sentences": RULES["missing_professional_disclaimer"],
    "disclaimer_triggers": RULES["missing_professional_disclaimer"],
}


@dataclass(frozen=True)
class Passage:
    expected: str
    locale: str
    text: str


def read(table: str) -> list[Passage]:
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
    name = table.removesuffix(".held_out")
    return JUDGED_BY.get(name) or RULES[name]


def tables(held_out: bool) -> list[str]:
    return sorted(
        path.stem for path in PASSAGES.glob("*.txt") if path.stem.endswith(".held_out") is held_out
    )


@pytest.mark.parametrize(
    ("rule", "passage"),
    [
        pytest.param(rule_of(table), passage, id=f"{table}: {passage.text[-60:]}")
        for table in tables(held_out=False)
        for passage in read(table)
    ],
)
def test_judges_the_passage_as_an_editor_would(rule: Rule, passage: Passage) -> None:
    assert verdict(rule, passage) == passage.expected


@pytest.mark.parametrize("table", tables(held_out=True))
def test_generalises_to_passages_it_was_not_written_for(table: str) -> None:
    rule = rule_of(table)
    judged = [(verdict(rule, passage), passage.expected) for passage in read(table)]
    found = [expected for said, expected in judged if said != "-"]
    wanted = [said for said, expected in judged if expected != "-"]
    precision = sum(expected != "-" for expected in found) / len(found)
    recall = sum(said != "-" for said in wanted) / len(wanted)

    assert (precision >= 0.9, recall >= 0.85) == (True, True), (precision, recall)
