"""The rules on tables of passages: what they must find, and what they must leave alone."""

from __future__ import annotations

import pytest

from lint.rule import Rule
from tests.lint.rules.tables import (
    HELD_OUT,
    OWN,
    UNSEEN,
    Passage,
    accuracy,
    read,
    rule_of,
    tables,
    verdict,
)


@pytest.mark.parametrize(
    ("rule", "passage"),
    [
        pytest.param(rule_of(table), passage, id=f"{table}: {passage.text[-60:]}")
        for table in tables(OWN)
        for passage in read(table)
    ],
)
def test_judges_the_passage_as_an_editor_would(rule: Rule, passage: Passage) -> None:
    assert verdict(rule, passage) == passage.expected


@pytest.mark.parametrize("table", [*tables(HELD_OUT), *tables(UNSEEN)])
def test_generalises_to_passages_it_was_not_written_for(table: str) -> None:
    measured = accuracy(table)
    assert (measured.precision >= 0.9, measured.recall >= 0.75) == (True, True), measured
