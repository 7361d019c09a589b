"""Words that know where they stood."""

import pytest

from lint.document import (
    Block,
    Document,
    DocumentKind,
    Kind,
    Location,
    Meta,
    Piece,
    SourceLines,
    Text,
)

SOURCE = "One &amp; **two**\nthree"
WORDS = Text(
    "One & two three",
    (Piece(0, 0, 4), Piece(4, 4, 5), Piece(5, 9, 1), Piece(6, 12, 3), Piece(9, 17, 6)),
)
"""As the Markdown reader would have it: an entity, bold, and a line end for a space."""


def document(*blocks: Block) -> Document:
    return Document("a.md", DocumentKind.ARTICLE, Meta(), tuple(blocks), lines=SourceLines(SOURCE))


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("One", "One"),
        ("&", "&amp;"),
        ("One & two", "One &amp; **two"),
        ("two", "two"),
        ("wo t", "wo**\nt"),
        ("three", "three"),
    ],
)
def test_source_range(words, source):
    start = WORDS.plain.index(words)
    begin, end = WORDS.source_range(start, start + len(words))
    assert SOURCE[begin:end] == source


@pytest.mark.parametrize(
    ("words", "place"),
    [("One", (0, 3)), ("two", (12, 15)), ("three", (18, 23)), ("&", None), ("two three", None)],
)
def test_exact_range(words, place):
    start = WORDS.plain.index(words)
    assert WORDS.exact_range(start, start + len(words)) == place
    assert Text(words).exact_range(0, len(words)) is None


def test_locations():
    block = Block(Kind.PARAGRAPH, WORDS, path="body[0].value", id="b")
    page = document(block)
    assert page.location(None) == Location()
    assert page.location(block.span(10, 15)) == Location(
        2, 1, 2, 6, path="body[0].value", block="b", offset=10, length=5
    )


def test_a_quote_is_as_written():
    block = Block(Kind.PARAGRAPH, Text("the nu\u00adrse\u2019s"))
    assert block.words == "the nurse's"
    assert block.span(4, 9).quote == "nu\u00adrse"


def test_sections_begin_at_headings():
    first, heading, last = (
        Block(kind, Text("words")) for kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.PARAGRAPH)
    )
    title = Block(Kind.TITLE, Text("title"))
    page = document(title, first, heading, last)
    assert page.body == (first, heading, last)
    assert [(section.heading, section.blocks) for section in page.sections] == [
        (None, (first,)),
        (heading, (last,)),
    ]


def test_shared_work_is_done_once():
    calls = []
    page = document()
    assert [page.derived(calls.append), page.derived(calls.append)] == [None, None]
    assert calls == [page]
