"""Bytes of any sort become a document, and never an error."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lint import readers
from lint.document import Document, Kind
from lint.readers import html, markdown, stream, text

FRAGMENTS = st.sampled_from(
    "**|*|_|`|[|](|]|(http://a.b)|<b>|</b>|<a href='x'>|</a>|<p hidden>|</p>|<div>|\n|\n\n|- |1. |"
    "> |# ||---|\n|a|word |\u00e9|\u200b|&amp;|&#x27;|&bogus;|&#|\\|"
    "\t|    |---\n|title: x\n|<!--|-->|<script>|"
    "![alt](i.png)|```|\r\n|<ul><li>|<table><tr><td>|<br>|"
    "\u2028|\x0b|<img alt='a &amp; b'>|<h2>|<q>|\x00|"
    "<title>T</title>|<head>|<main>|  \n|<pre>|[a]: /b\n".split("|")
)
SOURCES = st.lists(st.one_of(FRAGMENTS, st.text(max_size=4)), max_size=20).map("".join)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), SOURCES),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                "type value id text level items name condition columns rows values do disclaimer"
                " resources image alt url meta body authors sources summary kind page label".split()
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=10,
)


def blank(words: str) -> str:
    return "".join(" " if character.isspace() else character for character in words)


def faults(source: str, document: Document) -> list[object]:
    """Pieces that are not what stands at their place in the source."""
    source = source.removeprefix("\ufeff").replace("\x00", "\ufffd")
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    found: list[object] = []
    for block in document.blocks:
        pieces = block.text.pieces
        starts = [piece.start for piece in pieces]
        for piece, end in zip(pieces, [*starts[1:], len(block.text.plain)], strict=bool(pieces)):
            words = block.text.plain[piece.start : end]
            written = source[piece.source : piece.source + piece.width]
            if len(words) == piece.width and blank(words) != blank(written):
                found.append((block.kind, words, written))
        document.location(block)
    return found


@given(SOURCES)
@example("<pre>**\n  \n")
@example("\x1f\r0")
@settings(max_examples=300, deadline=None)
@pytest.mark.parametrize("reader", [markdown, html, text], ids=lambda module: module.__name__)
def test_words_stand_where_they_say(reader, source):
    assert faults(source, reader.read(source, "a")) == []


@given(
    st.fixed_dictionaries({"body": st.lists(VALUES, max_size=3), "meta": VALUES}),
    st.sampled_from(stream.BLOCK_TYPES),
    VALUES,
)
@settings(max_examples=200, deadline=None)
def test_data_of_any_shape_is_read(fields, kind, value):
    block = {"type": kind, "value": value}
    document = stream.read(fields | {"body": [block, *fields["body"]]}, "a.json")
    assert all(isinstance(document.place(each, 0, 0).offset, int) for each in document.blocks)


@given(st.binary(max_size=80), st.sampled_from([*readers.FORMATS, ""]))
@settings(max_examples=200, deadline=None)
def test_bytes_of_any_sort_are_read(data, suffix):
    document = readers.read(f"a{suffix}", data)
    assert document.blocks or document.problems


@pytest.mark.parametrize(
    ("data", "words", "problems"),
    [
        ("Caf\u00e9".encode(), "Caf\u00e9", []),
        (b"\xef\xbb\xbfRest", "Rest", []),
        ("Caf\u00e9".encode("utf-16"), "Caf\u00e9", []),
        (
            "Caf\u00e9 \u2013 rest".encode("cp1252"),
            "Caf\u00e9 \u2013 rest",
            [("bad-encoding", False)],
        ),
        ("Caf\u00e9 ".encode() + b"\x96 rest", None, [("bad-encoding", True)]),
        (b"R\x00e\x00s\x00t\x00", None, [("bad-encoding", True)]),
        (b"Re\x00st well", "Re\ufffdst well", [("bad-encoding", False)]),
        ("It\u00e2\u20ac\u2122s".encode(), "It\u00e2\u20ac\u2122s", [("bad-encoding", False)]),
        ("mid\u00adwife".encode(), "mid\u00adwife", [("hidden-characters", False)]),
        ("a \u202eb\u202c".encode(), "a \u202eb\u202c", [("bidi-control", False)]),
        ("\u0441ough".encode(), "\u0441ough", [("mixed-script", False)]),
        (b"", None, [("malformed-article", True)]),
        (" \n\u00a0".encode(), None, [("malformed-article", True)]),
        (b"a" * (readers.LARGEST + 1), None, [("too-large", True)]),
    ],
)
def test_decoding(data, words, problems):
    document = readers.read("a.txt", data)
    assert [block.text.plain for block in document.blocks] == ([] if words is None else [words])
    assert [(each.code, each.fatal) for each in document.problems] == problems


def test_a_refused_encoding_names_its_byte():
    (problem,) = readers.read("a.txt", "Caf\u00e9 ".encode() + b"\x96").problems
    assert "Byte 6" in problem.message


@pytest.mark.parametrize(
    ("name", "format", "kind"),
    [
        ("a.md", None, Kind.HEADING),
        ("a.MARKDOWN", None, Kind.HEADING),
        ("-", None, Kind.HEADING),
        ("-", "text", Kind.PARAGRAPH),
        ("a.htm", None, Kind.PARAGRAPH),
        ("a.txt", None, Kind.PARAGRAPH),
    ],
)
def test_the_ending_chooses_the_reader(name, format, kind):
    (block,) = readers.read(name, b"# Colds", format=format).blocks
    assert block.kind is kind
