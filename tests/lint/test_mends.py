"""What a rule would have changed, as words and as places."""

from __future__ import annotations

import pytest

from lint.document import Document, Kind, Location
from lint.mends import Change, Fix, MakeLink, Mend, Relink, Rewrite, fix_of, reworded
from lint.readers import read_text


def found(document: Document, words: str) -> Rewrite | None:
    """`words` of the first block that has them, put plainly."""
    block = next(block for block in document.blocks if words in block.words)
    start = block.words.index(words)
    return next(reworded(block.span(start, start + len(words)), "other words"), None)


@pytest.mark.parametrize(
    ("source", "words", "old", "new"),
    [
        ("Some long words here.", "long words", "long words", "other words"),
        ("Long words here.", "Long words", "Long words", "Other words"),
        ("A long word here.", "long word", "A long word", "An other words"),
        ("Say a long word.", "long word", "a long word", "an other words"),
        ("Say an old word.", "old word", "old word", "other words"),
        ("Java long words.", "long words", "long words", "other words"),
    ],
)
def test_capitals_and_articles_follow(source: str, words: str, old: str, new: str) -> None:
    rewrite = found(read_text("a.md", source), words)
    assert rewrite is not None
    assert (rewrite.where.words, rewrite.words) == (old, new)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Some very-long words.", "long words"),
        ("Some long words-first rule.", "long words"),
        ("The long words' sound.", "long words"),
        ("Some LONG words.", "LONG words"),
        ("Go to https://x.org/long/ now.", "long"),
        ("> Some long words.", "long words"),
    ],
)
def test_what_is_no_plain_words_of_the_author_stays(source: str, words: str) -> None:
    assert found(read_text("a.md", source), words) is None


def mend(document: Document, of: str) -> Mend:
    """A change of the first block with words."""
    block = next(block for block in document.blocks if block.kind is Kind.PARAGRAPH)
    match of:
        case "words":
            return Rewrite(block.whole, "other words")
        case "markup":
            return Rewrite(block.whole, "*other*")
        case "address":
            return Relink(block, block.links[0], "https://y.org/")
        case "odd address":
            return Relink(block, block.links[0], "https://y.org/(a b)")
        case "unlinked":
            return Relink(block, block.links[0], None)
    return MakeLink(block.whole, "tel:988")


def at(line: int, column: int, end_column: int, replacement: str) -> Change:
    return Change(Location(line, column, line, end_column), replacement)


@pytest.mark.parametrize(
    ("name", "source", "of", "change"),
    [
        ("a.md", "Rest", "words", at(1, 1, 5, "other words")),
        ("a.md", "\n> Rest", "link", at(2, 3, 7, "[Rest](tel:988)")),
        ("a.md", "<p>Rest", "link", at(1, 4, 8, '<a href="tel:988">Rest</a>')),
        ("a.html", "<p>Rest", "link", at(1, 4, 8, '<a href="tel:988">Rest</a>')),
        ("a.md", "[R](http://x.org)", "address", at(1, 5, 17, "https://y.org/")),
        ("a.md", "[R](<http://x.org>)", "address", at(1, 6, 18, "https://y.org/")),
        ("a.md", "http://x.org", "address", at(1, 1, 13, "https://y.org/")),
        ("a.md", "[*R*](http://x.org/(a))", "unlinked", at(1, 1, 24, "*R*")),
        ("a.html", "<a href='x'>R</a >", "unlinked", at(1, 1, 19, "R")),
        # what cannot be placed, or would not be what it says
        ("a.md", "Re**st**", "words", None),
        ("a.md", "Re&#115;t", "words", None),
        ("a.md", "Rest\nlong", "words", None),
        ("a.md", "`Rest`", "words", None),
        ("a.md", "Rest", "markup", None),
        ("a.txt", "Rest", "link", None),
        ("a.md", "[R](http://x.org)", "odd address", None),
        ("a.md", "[R][x]\n\n[x]: http://x.org", "address", None),
        ("a.md", "[R][x]\n\n[x]: http://x.org", "unlinked", None),
        ("a.md", "<http://x.org>", "unlinked", None),
        ("a.html", "<a href=http://x.org>R</a>", "address", None),
        ("a.html", "<a href='x'>R", "unlinked", None),
    ],
)
def test_where_a_mend_is_placed(name: str, source: str, of: str, change: Change | None) -> None:
    document = read_text(name, source)
    expected = change and Fix(of not in ("words", "markup"), (change,))
    assert fix_of(document, [mend(document, of)]) == expected


def test_a_content_file_has_places_in_its_fields() -> None:
    source = '{"title": "T", "slug": "t", "body": [{"type": "paragraph", "value": "<p>Rest</p>"}]}'
    document = read_text("a.json", source)
    where = Location(path="body[0].value", offset=3, length=4)
    assert fix_of(document, [mend(document, "words")]) == Fix(
        False, (Change(where, "other words"),)
    )
