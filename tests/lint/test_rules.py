"""Every rule finds what its examples mark, and keeps quiet about its near misses."""

from __future__ import annotations

import importlib
import re
from itertools import pairwise

import pytest

from lint import engine, rules
from lint.document import Document, Location
from lint.rule import Example, Rule

MARKS = re.compile("[⟦⟧]")


def examples(which: str) -> list:
    return [
        pytest.param(rule, example, id=f"{rule.name}-{number}")
        for rule in rules.every()
        for number, example in enumerate(getattr(rule, which), start=1)
    ]


def read(example: Example) -> Document:
    reader = importlib.import_module(f"lint.readers.{example.reader}")
    return reader.read(MARKS.sub("", example.source), "example")


def marked(source: str) -> list[tuple[int, int]]:
    """The marked ranges, as offsets into the source without marks."""
    offsets = [match.start() - number for number, match in enumerate(MARKS.finditer(source))]
    return list(zip(offsets[::2], offsets[1::2], strict=True))


def place(document: Document, where: Location) -> tuple[int, int]:
    starts = document.lines
    assert starts is not None
    assert where.line is not None, "the finding has no place in the source"
    assert where.column is not None
    assert where.end_line is not None
    assert where.end_column is not None
    return (
        starts.offset(where.line) + where.column - 1,
        starts.offset(where.end_line) + where.end_column - 1,
    )


def judged(rule: Rule, example: Example) -> tuple[Document, engine.Report]:
    document = read(example)
    assert document.readable, document.problems
    return document, engine.check(document, example.site, selected=[rule])


@pytest.mark.parametrize(("rule", "example"), examples("fails"))
def test_finds_what_is_marked(rule: Rule, example: Example) -> None:
    document, report = judged(rule, example)
    expected = marked(example.source)
    if not expected:
        assert report.findings, "nothing was found"
        assert {finding.quote for finding in report.findings} == {""}
    elif document.lines is not None:
        source = MARKS.sub("", example.source)
        found = [place(document, finding.location) for finding in report.findings]
        assert [source[start:end] for start, end in found] == [
            source[start:end] for start, end in expected
        ]
        assert found == expected
    else:
        texts = MARKS.split(example.source)[1::2]
        assert [finding.quote for finding in report.findings] == texts


@pytest.mark.parametrize(("rule", "example"), examples("passes"))
def test_lets_near_misses_pass(rule: Rule, example: Example) -> None:
    _, report = judged(rule, example)
    assert [(finding.quote, finding.message) for finding in report.findings] == []


@pytest.mark.parametrize("rule", rules.every(), ids=lambda rule: rule.name)
def test_says_what_an_editor_needs(rule: Rule) -> None:
    paragraphs = rule.explanation.split("\n\n")
    assert len(paragraphs) >= 2, "the docstring says the rule, then why it matters"
    assert rule.title.endswith(".")
    assert rule.source
    assert len(rule.passes) >= 2, "near misses teach more than the obvious case"
    assert len(rule.fails) >= 2
    for example in rule.fails:
        for finding in judged(rule, example)[1].findings:
            assert finding.message.endswith((".", "?", "”", '"'))
            assert finding.advice, "what should be written instead?"


def test_names_are_in_order_and_differ() -> None:
    names = [rule.name for rule in rules.every()]
    assert all(before < after for before, after in pairwise(names))
