"""Sentences with their health words named."""

from __future__ import annotations

import pytest

from lint import health
from lint.document import Document
from lint.health import Line
from lint.readers import markdown


def lines(document: Document) -> list[Line]:
    return [line for found in health.lines(document).values() for line in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask your doctors about Zoloft.", "ask your ROLES about MEDICINE"),
        ("SSRIs and beta-blockers help", "CLASS and CLASS help"),
        ("CBT for panic disorder", "THERAPY for CONDITION"),
        ("the person who prescribed it", "the ROLE it"),
        ("Parkinson’s disease isn’t rare", "CONDITION isn't rare"),
        ("It's 100% side-effect-free", "it 's 100 % side effect free"),
        ("Take 50mg, or 2.5 ml", "take 50 mg , or 2.5 ml"),
        ("Ask your internet provider", "ask your internet provider"),
        ("Your provider knows", "your ROLE knows"),
        ("a crisis counselor", "a crisis counselor"),
        ("We watched Doctor Who", "we watched doctor who"),
        ("We met at the Depression Support Alliance", "we met at the NAME"),
        ("Give to Anxiety UK today", "give to NAME today"),
        ("Ask UK doctors", "ask uk ROLES"),
    ],
)
def test_names_health_words(text: str, expected: str) -> None:
    (line,) = lines(markdown.read(text, "a"))

    assert line.text == expected


def test_leads_back_to_the_words_as_written() -> None:
    (line,) = lines(markdown.read("We *all* know Parkinson’s\u00a0disease by name.", "a"))
    (term,) = line.terms

    assert (term.tag, line.span(term.start, term.end).quote) == (
        "CONDITION",
        "Parkinson’s\u00a0disease",
    )


def test_code_is_not_read() -> None:
    assert lines(markdown.read("```\nsertraline\n```", "a")) == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("therapies", "therapy"),
        ("phobias", "phobia"),
        ("diabetes", "diabetes"),
        ("psychosis", "psychosis"),
        ("bus", "bus"),
    ],
)
def test_singular(word: str, expected: str) -> None:
    assert health.singular(word) == expected


def test_terms_near_a_place_leave_out_those_further_off() -> None:
    (line,) = health.read("Asthma came first, and a very long time later gout.")
    gout = line.text.rindex(health.CONDITION)

    assert [term.words for term in line.near(gout, 10)] == ["gout"]
    assert [term.words for term in line.near(gout, 100)] == ["asthma", "gout"]
