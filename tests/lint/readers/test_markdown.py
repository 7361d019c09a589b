"""What an author writes in Markdown, and where it stands."""

from itertools import pairwise

import pytest

from lint.document import Group, Kind, Link, Location, Suppression
from lint.readers import markdown


def shown(source: str) -> list[tuple[Kind, str, str | None]]:
    """Each block: its kind, its words, and the source that they came from."""
    document = markdown.read(source, "page.md")
    found = []
    for block in document.blocks:
        place = block.text.source_range(0, len(block.text.plain))
        found.append((block.kind, block.text.plain, source[slice(*place)] if place else None))
    return found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Colds *and* flu\n", [(Kind.HEADING, "Colds and flu", "Colds *and* flu")]),
        ("Rest &amp; **drink**.", [(Kind.PARAGRAPH, "Rest & drink.", "Rest &amp; **drink**.")]),
        ("A line\nthat goes on", [(Kind.PARAGRAPH, "A line that goes on", "A line\nthat goes on")]),
        ("5 \\* 5 `mg x`", [(Kind.PARAGRAPH, "5 * 5 mg x", "5 \\* 5 `mg x")]),
        ("> quoted\n> twice", [(Kind.PARAGRAPH, "quoted twice", "quoted\n> twice")]),
        (
            "- one\n  more\n  1. two",
            [(Kind.ITEM, "one more", "one\n  more"), (Kind.ITEM, "two", "two")],
        ),
        (
            "|a|b \\| c|\n|-|-|\n|x|**y**|",
            [
                (Kind.CELL, "a", "a"),
                (Kind.CELL, "b | c", "b \\| c"),
                (Kind.CELL, "x", "x"),
                (Kind.CELL, "y", "y"),
            ],
        ),
        ("```\nx = 1\n```", [(Kind.CODE, "x = 1", "x = 1")]),
        ("![a *red* box](b.png)", [(Kind.IMAGE, "a red box", "a *red* box")]),
        ("<p>Sit <b>down</b>\nnow</p>", [(Kind.PARAGRAPH, "Sit down now", "Sit <b>down</b>\nnow")]),
        ("One<br>two <!-- three -->", [(Kind.PARAGRAPH, "One\ntwo", "One<br>two")]),
        ("é 🙂 *ü* a.", [(Kind.PARAGRAPH, "é 🙂 ü a.", "é 🙂 *ü* a.")]),
        (
            "One  \ntwo ``a ` b`` c",
            [(Kind.PARAGRAPH, "One\ntwo a ` b c", "One  \ntwo ``a ` b`` c")],
        ),
        ("> a `b\n> c` d", [(Kind.PARAGRAPH, "a b c d", "a `b\n> c` d")]),
        (
            "> ```\n> x\n>\n> y\n> ```\n\n    z",
            [(Kind.CODE, "x\n\ny", "x\n>\n> y"), (Kind.CODE, "z", "z")],
        ),
        ("> <p>one\n> two</p>", [(Kind.PARAGRAPH, "one two", "one\n> two")]),
        ("A \ud800 b.", [(Kind.PARAGRAPH, "A ? b.", "A \ud800 b.")]),
        ("<div hidden>\n\nNot seen.\n\n</div>\n\nSeen.", [(Kind.PARAGRAPH, "Seen.", "Seen.")]),
    ],
)
def test_words_know_where_they_stood(source, expected):
    assert shown(source) == expected


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ("Go [to **bed**](https://a.example/b).", [Link(3, 9, "https://a.example/b")]),
        ("[sleep]\n\n[sleep]: /sleep", [Link(0, 5, "/sleep")]),
        ("<https://a.example>", [Link(0, 17, "https://a.example")]),
        ("See https://a.example/b.", [Link(4, 23, "https://a.example/b")]),
        ("`https://a.example`", []),
        ("[run](javascript:go())", [Link(0, 3, "javascript:go()")]),
        ('<a href="/x&amp;y">x</a>', [Link(0, 1, "/x&y")]),
        ("[](/nowhere)", [Link(0, 0, "/nowhere")]),
    ],
)
def test_links(source, links):
    (block,) = markdown.read(source, "page.md").blocks
    assert list(block.links) == links


def test_front_matter_is_read_with_its_places():
    source = (
        "---\r\n"
        'title: "Hay fever: what helps"\r\n'
        "summary: >\r\n"
        "  Rest.\r\n"
        "  Drink.\r\n"
        "locale: en-gb\r\n"
        "reviewers: [Dr Nia Field, rowan]\r\n"
        "last_reviewed: 2026-01-02\r\n"
        "---\r\n"
        "\r\n"
        "Close the windows.\r\n"
    )
    document = markdown.read("\ufeff" + source, "page.md")
    assert document.problems == ()
    assert (document.locale, document.meta.title, document.meta.last_reviewed) == (
        "en-GB",
        "Hay fever: what helps",
        "2026-01-02",
    )
    assert [person.name for person in document.meta.reviewers] == ["Dr Nia Field", "rowan"]
    places = [
        (
            block.kind,
            block.text.plain,
            document.location(block).line,
            document.location(block).column,
        )
        for block in document.blocks
        if block.text.plain
    ]
    assert places == [
        (Kind.TITLE, "Hay fever: what helps", 2, 9),
        (Kind.SUMMARY, "Rest. Drink.", 4, 3),
        (Kind.PARAGRAPH, "Close the windows.", 11, 1),
    ]


@pytest.mark.parametrize(
    ("matter", "code", "line"),
    [
        ("title: a\ntitle: b", "invalid-input", 3),
        ("title: [a", "invalid-input", 3),
        ("title: x\nrun: !!python/name:os.system y", "invalid-input", 3),
        ("- a\n- b", "invalid-input", 2),
        ("a: " + "[" * 200, "nested-too-deep", 2),
        ("title: \x07", "invalid-input", 2),
    ],
)
def test_front_matter_that_cannot_be_read(matter, code, line):
    document = markdown.read(f"---\n{matter}\n---\n\nWords.", "page.md")
    assert [(each.code, each.where.line, each.fatal) for each in document.problems] == [
        (code, line, True)
    ]


def test_an_alias_is_not_expanded():
    names = "abcdefghijkl"
    bombs = "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in pairwise(names))
    source = f"---\na: &a [x]\n{bombs}tags: *l\n---\n\nWords."
    assert markdown.read(source, "page.md").meta.tags == ()


def test_a_suppression_is_for_the_next_block():
    source = "# Law\n\n<!-- contentlint: ignore long-sentence: quoted law -->\nThe act.\n\nMore."
    document = markdown.read(source, "page.md")
    place = Location(3, 1, 3, 1)
    assert document.suppressions == (Suppression("long-sentence", "quoted law", 1, 2, place),)
    assert document.blocks[1].text.plain == "The act."


def test_a_suppression_without_its_reason_is_kept_for_a_rule_to_find():
    document = markdown.read("<!-- contentlint: ignore long-sentence -->\n\nThe act.", "page.md")
    place = Location(1, 1, 1, 1)
    assert document.suppressions == (Suppression("long-sentence", "", 0, 1, place),)


def test_lists_quotes_and_tables_are_containers():
    source = "- a\n\n- b\n\ntext\n\n- c\n\n> d\n\n|e|\n|-|\n|f|"
    document = markdown.read(source, "page.md")
    groups = [block.container.group if block.container else None for block in document.blocks]
    assert groups == [
        Group.LIST,
        Group.LIST,
        None,
        Group.LIST,
        Group.QUOTE,
        Group.TABLE,
        Group.TABLE,
    ]
    assert document.blocks[0].container == document.blocks[1].container
    assert document.blocks[0].container != document.blocks[3].container


def test_what_nests_deeper_than_can_be_read_is_a_problem():
    document = markdown.read("> " * 150 + "deep", "page.md")
    assert [each.code for each in document.problems if each.unjudged] == ["nested-too-deep"]


@pytest.mark.parametrize(
    ("source", "column"), [("#", 1), ("![](a.png)", 1), ("<h2></h2>", 1), ("> [](/a)", 3)]
)
def test_what_has_no_words_has_a_place(source, column):
    document = markdown.read(source, "page.md")
    where = document.location(document.blocks[0])
    assert (where.line, where.column, where.length) == (1, column, 0)
