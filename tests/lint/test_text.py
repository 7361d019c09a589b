from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.document import Block, Document, DocumentKind, Kind, Meta, Span, Text
from lint.text import WORD, Sentence, analysis, quotations, sentence_ranges, words_of


def made(*texts: str) -> Document:
    blocks = tuple(Block(Kind.PARAGRAPH, Text(text)) for text in texts)
    return Document("made", DocumentKind.ARTICLE, Meta(), blocks)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_ranges(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Ask Dr. Lane.", "She is in at 9 a.m. Monday."],
        ["Come at 9 p.m.", "We are open then."],
        ["Eat fibre, e.g. Bran or oats.", "Drink too."],
        ["Take 2.5 mg.", "Sertraline takes time."],
        ["It costs $3.50.", "Pay at the desk."],
        ["Ann B. Moss and J. K. Hill came.", "They sat."],
        ["Eat more vitamin C.", "It may help."],
        ["So do I.", "Then rest."],
        ["Is it safe?!", "Yes.", "Well... it may be.", "Wait...", "Now go."],
        ['"Are you well?" she asked.', 'He said "No."', "Then he left."],
        ["(See page 4.)", "Rest now (is it late?) and sleep."],
        ["The U.S. Food and Drug Administration warns of it.", "In the U.S.", "The law differs."],
        ["It helps.[3]", "It lasts.[4,5][6]", "It works.2", "Now go."],
        ["Moss et al. (2020) found it.", "So did Hill et al.", "The end."],
        ["1. Wash your hands.", "2. Dry them."],
        ["See no. 5 on the list.", "Say no.", "Then go."],
        ["Get help:", "- a nurse", "- a friend"],
        ["Bring a list", "\u2022 the box", "\u2022 the letter"],
        ["Eat well.", "Then rest."],
        ["take it.", "then stop"],
        ["Visit www.example.org.", "Ask there."],
    ],
)
def test_sentences_end_where_a_reader_would_say(sentences: list[str]) -> None:
    joined = "\n" if any(each.endswith(":") for each in sentences) else " "
    assert split(joined.join(sentences)) == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Eat well.Then rest.", ["Eat well.", "Then rest."]),
        ("See www.Example.com now.", ["See www.Example.com now."]),
        ("", []),
        (" \n -- * ", []),
        ("\U0001f308", []),
        ("  Rest.  ", ["Rest."]),
    ],
)
def test_sentences_of_awkward_texts(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


PARTS = [
    "Dr.",
    "a",
    "I.",
    "2.5",
    "e.g.",
    "[3]",
    '"',
    "'",
    ")",
    "?!",
    "...",
    "\n",
    " ",
    "Rest",
    "b.c",
]


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=4)).map("".join))
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    ranges = list(sentence_ranges(text))
    assert all(start < end for start, end in ranges)
    assert ranges == sorted(ranges)
    assert all(before[1] <= after[0] for before, after in pairwise(ranges))
    assert all(text[start:end] == text[start:end].strip() for start, end in ranges)
    inside = "".join(text[start:end] for start, end in ranges)
    letters = [character for character in text if character.isalnum()]
    assert [character for character in inside if character.isalnum()] == letters


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("don't stop", ["don't", "stop"]),
        ("a well-being check", ["a", "well-being", "check"]),
        ("e.g. 2.5mg at 9:30", ["e.g", "2.5mg", "at", "9:30"]),
        ("this\u2014that and/or those", ["this", "that", "and", "or", "those"]),
        ("\U0001f308 1,000 *caf\u00e9s*", ["1,000", "caf\u00e9s"]),
        ("patients' rights", ["patients", "rights"]),
    ],
)
def test_words_as_readers_count_them(text: str, words: list[str]) -> None:
    assert WORD.findall(text) == words


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('She said "stop it" and "go".', ["stop it", "go"]),
        ("It is 'all in the mind' they say, but don't listen.", ["all in the mind"]),
        ("The patients' rights and the doctor's duty.", []),
        ('An open "mark hides nothing.', []),
        ('It is 5" by 7" wide.', []),
        ('\u00aboui\u00bb and \u201enein"', ["oui", "nein"]),
        ('("why?")', ["why?"]),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


def test_sentences_never_cross_blocks_and_know_their_neighbours() -> None:
    document = made("One here. Two here", "three here")
    found = analysis(document)
    first, second = document.blocks
    assert [sentence.words for sentence in found.sentences] == [
        "One here.",
        "Two here",
        "three here",
    ]
    one, two = found.of(first)
    assert (found.before(one), found.after(one)) == (None, two)
    assert (found.before(two), found.after(two)) == (one, None)
    assert found.at(first, 12) == two
    third = found.at(second, 0)
    assert third is not None
    assert third.span == Span(second, 0, 10)
    assert found.quoted(one.span) is False


def test_parts_point_into_the_block() -> None:
    block = made("Rest now. Drink more water.").blocks[0]
    sentence = Sentence(block, 10, 27)
    assert sentence.word_count == 3
    assert sentence.part(6, 10).words == "more"


@given(st.text(st.sampled_from("aB9.,:'- é_\u2019"), max_size=30))
def test_words_are_the_same_in_ascii_and_beyond(text: str) -> None:
    assert words_of(text) == WORD.findall(text)
