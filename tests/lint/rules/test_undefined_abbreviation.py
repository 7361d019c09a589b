from __future__ import annotations

import pytest

from lint import engine
from lint.config import Config
from lint.document import Block, Container, Document, DocumentKind, Group, Kind, Meta, Text
from lint.readers import markdown
from lint.rules.undefined_abbreviation import undefined_abbreviation


def found(document: Document, config: Config | None = None) -> list[str]:
    report = engine.check(document, config=config, selected=[undefined_abbreviation])
    return [finding.quote for finding in report.findings]


@pytest.mark.parametrize(
    "words",
    [
        "A magnetic resonance imaging (MRI) scan is loud.",
        "Take non-steroidal anti-inflammatory drugs (NSAIDs) with food.",
        "NSAIDs (non-steroidal anti-inflammatory drugs) ease pain.",
        "An electrocardiogram (ECG) is quick.",
        "She has tuberculosis (TB).",
        "Premenstrual dysphoric disorder (or PMDD) recurs.",
        "Premenstrual dysphoric disorder, often called PMDD, recurs.",
        "PMDD, or premenstrual dysphoric disorder, recurs.",
        "The full name of ECT is electroconvulsive therapy.",
        "Monoamine oxidase inhibitors, or MAOIs, are old.",
        "The Diagnostic and Statistical Manual of Mental Disorders (DSM) lists it.",
        "We asked Lee Marsh, MD, and Ann Lee, PhD.",
        "PLEASE DO NOT LEAN OUT",
    ],
)
def test_what_is_explained_or_known_passes(words: str) -> None:
    assert found(markdown.read(words, "made")) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We like ECT. Every chair is there.", ["ECT"]),
        ("Many people get help (IPT).", ["IPT"]),
        ("PMDD means that you feel low.", ["PMDD"]),
        ("Ask about MAOIs and MAOIs again.", ["MAOIs"]),
        ("Your MRI's result is in.", ["MRI"]),
    ],
)
def test_what_is_not_explained_is_found_once(words: str, expected: list[str]) -> None:
    assert found(markdown.read(words, "made")) == expected


def test_a_chosen_library_item_spells_out_its_name() -> None:
    shown = Container(Group.LIBRARY, label="therapy")
    blocks = (
        Block(Kind.TERM, Text("Interpersonal psychotherapy"), container=shown),
        Block(Kind.PARAGRAPH, Text("IP helps with ties to others, and IPT does too.")),
    )
    document = Document("made", DocumentKind.ARTICLE, Meta(), blocks)
    assert found(document) == ["IPT"]


def test_a_project_can_add_what_its_readers_know() -> None:
    document = markdown.read("Ask for TMS.", "made")
    config = Config(rules={"undefined-abbreviation": {"known": ["TMS"]}})
    assert (found(document), found(document, config)) == (["TMS"], [])
