import pytest

from lint import reviewed
from lint.document import Document
from lint.readers import html, markdown

BEFORE = "## At night\n\nTake one tablet with food, not with milk.\n\nSleep on your left side."


def read(source: str) -> Document:
    return markdown.read(source, "made")


@pytest.mark.parametrize(
    ("after", "words", "first", "weighty"),
    [
        (BEFORE, 0, "", False),
        ("\n\n".join(reversed(BEFORE.split("\n\n"))), 0, "", False),
        (BEFORE.replace("left", "right"), 2, "right", False),
        (BEFORE.replace("food, not with milk", "milk, not with food"), 1, "not", True),
        (BEFORE.replace(", not with milk", ""), 3, "", True),
        (BEFORE.replace("one", "1"), 2, "1", True),
        (BEFORE.replace("side", "arm or your aspirin"), 4, "arm", True),
        (BEFORE + "\n\nRest.", 1, "Rest", False),
        ("", 15, "", True),
    ],
)
def test_counts_what_has_changed(after: str, words: int, first: str, weighty: bool) -> None:
    change = reviewed.changed(read(after), reviewed.kept(read(BEFORE)))
    assert change is not None
    found = change.first.quote if change.first else ""
    assert (change.words, found, change.weighty) == (words, first, weighty)


def test_is_the_same_whatever_the_words_were_read_from() -> None:
    page = html.read("<h2>At night</h2><p>Take <b>one</b> tablet.</p>", "made")
    assert reviewed.kept(page) == reviewed.kept(read("## At night\n\nTake one tablet."))


@pytest.mark.parametrize("written", ["soon", "1.", "1.2.abcd", "2.0.abc", "1.0.a c"])
def test_says_when_it_cannot_read_what_was_kept(written: str) -> None:
    assert reviewed.changed(read(BEFORE), written) is None
