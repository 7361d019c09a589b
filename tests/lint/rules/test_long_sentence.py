from __future__ import annotations

import pytest

from lint import engine
from lint.config import Config
from lint.document import Block, Container, Document, DocumentKind, Group, Kind, Meta, Text
from lint.readers import markdown
from lint.rule import Severity
from lint.rules.long_sentence import long_sentence


def words(count: int) -> str:
    return ("You " + "may " * (count - 2) + "go.").strip()


@pytest.mark.parametrize(
    ("count", "profile", "severity"),
    [
        (20, "us", None),
        (21, "us", Severity.INFO),
        (25, "us", Severity.INFO),
        (26, "us", Severity.WARNING),
        (20, "uk-nhs", None),
        (21, "uk-nhs", Severity.WARNING),
    ],
)
def test_the_limits(count: int, profile: str, severity: Severity | None) -> None:
    document = markdown.read(words(count), "made")
    report = engine.check(document, config=Config(profile=profile), selected=[long_sentence])
    assert [finding.severity for finding in report.findings] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (Block(Kind.SUMMARY, Text(words(30))), 1),
        (Block(Kind.HEADING, Text(words(30))), 0),
        (Block(Kind.SOURCE, Text(words(30))), 0),
        (Block(Kind.PARAGRAPH, Text(words(30)), container=Container(Group.CALLOUT)), 1),
        (Block(Kind.PARAGRAPH, Text(words(30)), container=Container(Group.STORY)), 0),
        (Block(Kind.PARAGRAPH, Text("\u0441\u043e\u043d " * 30)), 0),
    ],
)
def test_what_is_judged(block: Block, found: int) -> None:
    document = Document("made", DocumentKind.ARTICLE, Meta(), (block,))
    assert len(engine.check(document, selected=[long_sentence]).findings) == found
