"""Plain text, as an author sends it."""

import pytest

from lint.document import Group, Kind
from lint.readers import text


def kinds(source: str) -> list[tuple[Kind, str]]:
    return [(block.kind, block.text.plain) for block in text.read(source, "a.txt").blocks]


LONG = "When the pollen count is high it helps to keep the windows shut at night. Wash your hair."


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            f"{LONG}\nWhat helps at home\n{LONG}",
            [(Kind.PARAGRAPH, LONG), (Kind.HEADING, "What helps at home"), (Kind.PARAGRAPH, LONG)],
        ),
        (
            f"Who gets it?\n\n{LONG}",
            [(Kind.HEADING, "Who gets it?"), (Kind.PARAGRAPH, LONG)],
        ),
        (
            f"Take with you:\n- a list\n\u2022 your tablets\n{LONG}",
            [
                (Kind.PARAGRAPH, "Take with you:"),
                (Kind.ITEM, "a list"),
                (Kind.ITEM, "your tablets"),
                (Kind.PARAGRAPH, LONG),
            ],
        ),
        ("1. Wash\n2) Dry", [(Kind.ITEM, "Wash"), (Kind.ITEM, "Dry")]),
        (
            "The first line of this was broken by the program that sent\n"
            "it on its way, and so was the second line that we see here\n"
            "before it ended.",
            [
                (
                    Kind.PARAGRAPH,
                    "The first line of this was broken by the program that sent it on its way, and"
                    " so was the second line that we see here before it ended.",
                )
            ],
        ),
        (f"{LONG}\nThe end", [(Kind.PARAGRAPH, LONG), (Kind.PARAGRAPH, "The end")]),
    ],
)
def test_what_lines_are(source, expected):
    assert kinds(source) == expected


def test_headings_are_inferred_and_lists_are_containers():
    document = text.read(f"At home\n{LONG}\n- rest\n1. sleep", "a.txt")
    heading, _, first, second = document.blocks
    assert (heading.inferred, heading.level) == (True, 2)
    assert (first.container.group, second.container.group) == (Group.LIST, Group.ORDERED_LIST)


def test_the_place_of_an_item_is_that_of_its_words():
    document = text.read("\n  -  rest well", "a.txt")
    where = document.location(document.blocks[0])
    assert (where.line, where.column, where.end_column) == (2, 6, 15)
