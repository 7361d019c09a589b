"""Sentences with their health words named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint import health
from lint.document import Document
from lint.health import Line
from lint.patterns import Words
from lint.readers import markdown

MORE = (("conditions", ("wobblitis",)), ("medicines", ("zzz-pill",)))


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


@pytest.mark.parametrize("text", ["- Zoloft", "Zoloft -", "- a - Zoloft -", "Rest. - Zoloft"])
def test_a_dash_at_an_edge_leaves_words_where_they_are(text: str) -> None:
    *_, line = health.read(text)
    (term,) = line.terms

    assert line.span(term.start, term.end).quote == "Zoloft"


def test_code_is_not_read() -> None:
    assert lines(markdown.read("```\nsertraline\n```", "a")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("phobias and allergies", "CONDITION and CONDITION"),
        ("Diabetes", "CONDITION"),
        ("Different psychoses", "different CONDITION"),
        ("two GPs", "two ROLES"),
        ("an asthmatic", "an asthmatic"),
        ("CBT-I is offered", "THERAPY is offered"),
        ("CBT is offered", "THERAPY is offered"),
    ],
)
def test_plurals(text: str, expected: str) -> None:
    (line,) = health.read(text)

    assert line.text == expected


SLEEP = Words("sleep* nap CONDITION ROLE NAME")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A nap helps. Napping does not. You sleepwalk!", ["a nap helps", "you sleepwalk !"]),
        ("Ask.\n\n- gout\n- a chair\n- the nurses", ["CONDITION", "the ROLES"]),
        ("Support from Gout Trust staff. Trust them.", ["support from NAME staff", "trust them"]),
        ("We talk. We walk.", []),
        ("Many a kid\u00adnapper.", []),
    ],
)
def test_gives_lines_that_hold_a_word(text: str, expected: list[str]) -> None:
    document = markdown.read(text, "a")

    assert [line.text for line in health.lines_with(document, SLEEP)] == expected


def test_knows_the_words_that_a_site_adds() -> None:
    document = replace(markdown.read("Wobblitis and zzz-pills.", "a"), lexicon=MORE)

    assert [line.text for line in lines(document)] == ["CONDITION and MEDICINE"]


def test_terms_near_a_place_leave_out_those_further_off() -> None:
    (line,) = health.read("Asthma came first, and a very long time later gout.")
    gout = line.text.rindex(health.CONDITION)

    assert [term.words for term in line.near(gout, 10)] == ["gout"]
    assert [term.words for term in line.near(gout, 100)] == ["asthma", "gout"]


@pytest.mark.parametrize("odd", ["", "...", "\u200b", "["])
def test_a_phrase_without_letters_is_left_out(odd: str) -> None:
    added = (("conditions", (odd, "wobblitis")),)
    document = replace(markdown.read("Wobblitis ... hurts [badly].", "a"), lexicon=added)

    assert [line.text for line in lines(document)] == ["CONDITION hurts badly"]


def test_a_word_list_that_nobody_knows_is_left_out() -> None:
    document = replace(markdown.read("Gout hurts.", "a"), lexicon=(("dances", ("hurts",)),))

    assert [line.text for line in lines(document)] == ["CONDITION hurts"]
