"""What is a claim, where it stands, and what it promises; whole passages are the rules' tables."""

from __future__ import annotations

import pytest

from lint import health
from lint.claims import WORDS, claims
from lint.readers import markdown


def found(text: str) -> list[tuple[str, str]]:
    document = markdown.read(text, "page.md")
    return [
        (line.text[claim.start : claim.end], claim.promise)
        for line in health.lines_with(document, WORDS)
        for claim in claims(document, line)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our tonic cures gout.", [("cures CONDITION", "a cure")]),
        (
            "The gel is completely safe, and it never fails to calm a rash.",
            [("completely safe", "safe for everybody"), ("never fails", "success every time")],
        ),
        ("It never fails. Our gel is that good.", [("never fails", "success every time")]),
        ("The lamp cures the gel in a minute.", []),
        ("No gel cures gout.", []),
        ("My aunt swore that figs cured her gout. They did not.", []),
        ("Surgery is the only way to remove a cataract.", []),
    ],
)
def test_finds_what_is_promised(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_takes_neighbours_for_a_line_that_stands_in_no_document() -> None:
    first, second = health.read("Our gel is new. It never fails.")
    document = markdown.read("", "page.md")
    alone = [claim.promise for claim in claims(document, second)]
    together = [claim.promise for claim in claims(document, second, [first, second])]

    assert (alone, together) == ([], ["success every time"])
