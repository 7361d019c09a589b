"""Findings that a person accepted stay in the report."""

import pytest

from lint import suppress
from lint.document import Document, DocumentKind, Location, Meta, Suppression
from lint.rule import Finding, Severity, Theme


def finding(rule: str, severity: Severity) -> Finding:
    return Finding(rule, Theme.STRUCTURE, severity, "Too long.", "", "", Location())


@pytest.mark.parametrize(
    ("rule", "severity", "block", "reason"),
    [
        ("long-sentence", Severity.WARNING, 1, "quoted"),
        ("long-sentence", Severity.INFO, 2, "quoted"),
        ("long-sentence", Severity.WARNING, 3, None),
        ("long-sentence", Severity.WARNING, -1, None),
        ("long-sentence", Severity.ERROR, 1, None),
        ("vague-heading", Severity.WARNING, 1, None),
    ],
)
def test_marks(rule, severity, block, reason):
    document = Document(
        "a.md",
        DocumentKind.ARTICLE,
        Meta(),
        (),
        suppressions=(Suppression("long-sentence", "quoted", 1, 3),),
    )
    (marked,) = suppress.mark(document, [(block, finding(rule, severity))])
    assert (marked.rule, marked.suppressed) == (rule, reason)
