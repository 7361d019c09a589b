"""Marks findings that a person accepted, with the reason; never drops them.

Warnings and infos can be accepted in the text; errors cannot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lint.document import Document
from lint.rule import Finding, Severity


def mark(document: Document, placed: Sequence[tuple[int, Finding]]) -> list[Finding]:
    """The findings in order, the accepted ones marked.

    `placed` pairs each with the index of its block in the document, -1 for the whole document.
    """
    return [_marked(document, index, finding) for index, finding in placed]


def _marked(document: Document, index: int, finding: Finding) -> Finding:
    if finding.severity is Severity.ERROR:
        return finding
    for suppression in document.suppressions:
        if suppression.rule == finding.rule and suppression.first <= index < suppression.end:
            return replace(finding, suppressed=suppression.reason)
    return finding
