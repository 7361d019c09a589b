"""What turns the meaning of the words it stands beside."""

from __future__ import annotations

import pytest

from lint import cues, health
from lint.document import Document
from lint.health import Line
from lint.readers import markdown, stream


def read(text: str) -> tuple[Document, Line, int, int]:
    """A one-sentence document, its line, and where "cures" stands in it."""
    document = markdown.read(text, "a")
    (line,) = (line for found in health.lines(document).values() for line in found)
    start = line.text.index("cures")
    return document, line, start, start + len("cures")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It does not say it cures colds", True),
        ("Nothing cures colds", True),
        ("Not only sleep cures colds", False),
        ("It is not new, but it cures colds", False),
        ("If you do not rest, honey cures colds", False),
        ("Why not try what cures colds", False),
    ],
)
def test_negation_ends_with_its_clause(text: str, expected: bool) -> None:
    _, line, start, _ = read(text)

    assert cues.negated(line, start) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rest often cures colds", True),
        ("For some people, rest cures colds", True),
        ("You may doubt it, but rest cures colds", False),
    ],
)
def test_hedge(text: str, expected: bool) -> None:
    _, line, start, _ = read(text)

    assert cues.hedged(line, start) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is a myth that honey cures colds", True),
        ("Some people think honey cures colds", True),
        ("Our honey cures colds", False),
    ],
)
def test_doubt(text: str, expected: bool) -> None:
    _, line, start, _ = read(text)

    assert cues.doubted(line, start) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Honey cures colds," she said', True),
        ("> Honey cures colds", True),
        ('"Honey" cures colds', False),
        ('"Honey cures colds, she said', False),
    ],
)
def test_quotation(text: str, expected: bool) -> None:
    document, line, start, end = read(text)

    assert cues.quoted(document, line, start, end) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Avoid "cures" in a title', True),
        ("Do not use words such as cures", True),
        ("Honey cures colds", False),
        ("They say honey cures colds", False),
        ('"Honey cures" means nothing', True),
    ],
)
def test_mention(text: str, expected: bool) -> None:
    document, line, start, end = read(text)

    assert cues.mentioned(document, line, start, end) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doctors say honey cures colds", False),
        ("Do not say honey cures colds", True),
        ("Say honey cures colds", True),
    ],
)
def test_a_report_is_no_mention_for_who_says_so(text: str, expected: bool) -> None:
    document, line, start, end = read(text)

    assert cues.mentioned(document, line, start, end, reports=False) is expected
    assert cues.mentioned(document, line, start, end)


def test_leads_introduce_their_items() -> None:
    document = markdown.read("Beware of:\n\n- one\n- two\n\nMore.", "a")

    assert {block.words: lead.words for block, lead in cues.leads(document).items()} == {
        "one": "Beware of:",
        "two": "Beware of:",
    }


def test_quoted_story_blocks_are_somebodys_words() -> None:
    value = {"text": "<p>Honey cures colds</p>", "speaker": "Jo", "story": True}
    document = stream.read(
        {
            "kind": "article",
            "slug": "a",
            "title": "A",
            "locale": "en-US",
            "body": [{"type": "quote", "value": value, "id": "1"}],
        },
        "a.json",
    )
    line = next(
        line for found in health.lines(document).values() for line in found if "cures" in line.text
    )

    assert cues.quoted(document, line, 6, 11)
