"""Main headings, and what stands under them."""

from __future__ import annotations

from lint.chapters import chapters
from lint.readers import markdown


def test_smaller_headings_stay_under_the_main_one() -> None:
    document = markdown.read("First\n\n## A\n\nSecond\n\n### A1\n\nThird\n\n## B\n\nFourth", "a")
    found = chapters(document)

    assert [(block.words, found[block].number) for block in document.body] == [
        ("First", 0),
        ("A", 1),
        ("Second", 1),
        ("A1", 1),
        ("Third", 1),
        ("B", 2),
        ("Fourth", 2),
    ]
