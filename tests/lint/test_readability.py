from __future__ import annotations

from dataclasses import replace

import pytest

from lint import engine
from lint.config import Config
from lint.document import Block, Container, Document, DocumentKind, Group, Kind, Meta, Text
from lint.readability import DEFINITION, TEXTSTAT, Scores, scores
from lint.readers import markdown
from lint.textstat_scores import single_pass


def made(*blocks: Block) -> Document:
    return Document("made", DocumentKind.ARTICLE, Meta(), blocks)


def block(kind: Kind, text: str, group: Group | None = None) -> Block:
    return Block(kind, Text(text), container=Container(group) if group else None)


def test_scores_by_hand() -> None:
    # 12 words, 2 sentences, 16 syllables, 2 of them polysyllables
    found = scores(
        made(
            block(Kind.PARAGRAPH, "Take it with a medicine. Your psychologist can see you in May.")
        )
    )
    assert (found.words, found.sentences, found.polysyllables) == (12, 2, 2)
    assert found.flesch_kincaid_grade == pytest.approx(0.39 * 6 + 11.8 * 17 / 12 - 15.59)
    assert found.flesch_reading_ease == pytest.approx(206.835 - 1.015 * 6 - 84.6 * 17 / 12)
    assert found.smog_index == pytest.approx(1.043 * 30**0.5 + 3.1291)


@pytest.mark.parametrize(
    "document",
    [
        made(),
        made(block(Kind.PARAGRAPH, "")),
        made(block(Kind.PARAGRAPH, "\U0001f308 ... \n")),
        made(block(Kind.HEADING, "Only a heading")),
        made(block(Kind.TITLE, "Only a title")),
    ],
)
def test_nothing_to_score_is_all_zero(document: Document) -> None:
    assert scores(document) == Scores()


@pytest.mark.parametrize(
    ("left_out", "why"),
    [
        (block(Kind.HEADING, "Electroencephalography considerations"), "a heading"),
        (block(Kind.TERM, "Electroencephalography"), "the name of what is explained"),
        (block(Kind.CELL, "Amitriptyline 10mg"), "a cell with a few words"),
        (block(Kind.SOURCE, "Journal of Psychiatric Epidemiology. 2020."), "a source"),
        (block(Kind.ITEM, "Epidemiological journal article", Group.SOURCES), "a source"),
        (
            block(
                Kind.PARAGRAPH,
                "\u062a\u062d\u062f\u062b \u0645\u0639 \u0637\u0628\u064a\u0628\u0643 OK.",
            ),
            "another script",
        ),
        (block(Kind.CODE, "import electroencephalography"), "code"),
        (block(Kind.IMAGE, "Individual capsules"), "alternative text"),
    ],
)
def test_what_is_no_prose_does_not_count(left_out: Block, why: str) -> None:
    prose = block(Kind.PARAGRAPH, "Rest when you can. Drink some water.")
    with_it, without = scores(made(prose, left_out)), scores(made(prose))
    assert (with_it.words, with_it.flesch_kincaid_grade) == (
        without.words,
        without.flesch_kincaid_grade,
    ), why


def test_items_and_lead_ins_end_sentences() -> None:
    document = markdown.read("Bring with you:\n\n- your letter\n- your tablets\n", "x")
    assert (scores(document).sentences, scores(document).words) == (3, 7)


def test_abbreviations_and_decimals_end_none() -> None:
    document = markdown.read("Dr. Moss gives 2.5 ml, e.g. at 8 a.m. on Monday.", "x")
    assert scores(document).sentences == 1


def test_sections_and_the_sentences_that_raise_them() -> None:
    hard = "Psychological rehabilitation necessitates interdisciplinary collaboration."
    document = markdown.read(f"Rest now. Sleep well.\n\n## Later\n\nEat well. {hard} Walk.\n", "x")
    found = scores(document)
    assert [(section.heading, section.words, section.sentences) for section in found.sections] == [
        ("", 4, 2),
        ("Later", 8, 3),
    ]
    assert found.hardest[0] == hard
    assert found.sections[1].flesch_kincaid_grade > found.flesch_kincaid_grade


def test_json_is_plain_and_rounded() -> None:
    document = markdown.read("## Rest\n\nRest when you can. Drink some water at noon.\n", "x")
    report = scores(document).as_json()
    assert report == {
        "words": 9,
        "sentences": 2,
        "words_per_sentence": 4.5,
        "polysyllables": 0,
        "flesch_kincaid_grade": report["flesch_kincaid_grade"],
        "flesch_reading_ease": report["flesch_reading_ease"],
        "smog_index": 3.1,
        "gunning_fog": 1.8,
        "coleman_liau_index": report["coleman_liau_index"],
        "automated_readability_index": report["automated_readability_index"],
        "dale_chall": 0.2,
        "lix": 4.5,
        "reading_time": report["reading_time"],
        "hardest": report["hardest"],
        "definition": report["definition"],
        "sections": [
            {"heading": "Rest"}
            | {
                name: value
                for name, value in report.items()
                if name not in ("definition", "sections")
            }
        ],
    }


def test_scores_are_textstats_where_they_are_asked_for() -> None:
    source = "# Naps\n\nDr. Ray naps. So do we, e.g. at noon.\n\n## How\n\n- lie down\n- rest\n"
    ours = markdown.read(source, "naps.md")
    theirs = replace(ours, scoring="textstat")
    raw = "Dr. Ray naps. So do we, e.g. at noon.\nlie down\nrest"
    expected = single_pass(raw)
    found = scores(theirs)

    assert (found.words, found.sentences, found.definition) == (
        expected["lexicon_count"],
        expected["sentence_count"],
        TEXTSTAT,
    )
    assert found.flesch_kincaid_grade == expected["flesch_kincaid_grade"]
    assert [section.definition for section in found.sections] == [TEXTSTAT, TEXTSTAT]
    assert scores(ours).definition == DEFINITION
    assert engine.check(ours, None, Config(scores="textstat")).scores == found
