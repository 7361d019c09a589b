from __future__ import annotations

from lint.document import Document, Kind
from lint.rule import Found, Severity, Theme, rule


@rule(
    Severity.WARNING,
    theme=Theme.STRUCTURE,
    source="NHS digital service manual, formatting and punctuation; WCAG 2.2 SC 1.3.1",
    any_language=True,
    passes=["# Hay fever\n\n## What helps\n\nRest."],
    fails=["# Hay fever\n\n### ⟦What helps⟧\n\nRest."],
)
def heading_structure(document: Document) -> Found:
    """Headings go down one level at a time.

    People who use a screen reader move through a page by its headings. A missing level sounds like
    a missing section.
    """
    previous = 1
    for heading in document.of(Kind.HEADING):
        if heading.level > previous + 1:
            yield heading, f"This level {heading.level} heading follows level {previous}."
        previous = heading.level
