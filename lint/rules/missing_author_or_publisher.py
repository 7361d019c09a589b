from __future__ import annotations

from lint.document import Document
from lint.rule import Example, Found, Judges, Severity, Theme, rule
from lint.site import Site


@rule(
    Severity.WARNING,
    theme=Theme.GOVERNANCE,
    source="URAC Health Web Site standards (WS 15); NHS England standard for health content",
    advice="Name who wrote it, or the organisation that stands behind it.",
    judges=Judges.CLINICAL,
    any_language=True,
    passes=[
        "---\ntitle: Hay fever\nauthors: [Lee Marsh]\n---\n\nRest when you can.",
        "---\ntitle: Hay fever\npublisher: Riverside Trust\n---\n\nRest when you can.",
        Example("Rest when you can.", site=Site(publisher="Riverside Trust")),
        "---\ntitle: A new clinic\narticle_kind: news\n---\n\nIt opens on Monday.",
    ],
    fails=[
        "Rest when you can.",
        "---\ntitle: Hay fever\nauthors: []\nreviewers: [Lee Marsh]\n---\n\nRest when you can.",
        "---\ntitle: Hay fever\npublisher: ' '\n---\n\nLee Marsh wrote this.",
        Example("<h1>Hay fever</h1><p>By Lee Marsh</p><p>Rest when you can.</p>", "html"),
    ],
)
def missing_author_or_publisher(document: Document, site: Site) -> Found:
    """An article says who wrote or publishes it.

    Readers judge health advice by who gives it. An article without a name gives them nothing to
    judge by. An organisation will do: many write as one.
    """
    meta = document.meta
    if not (meta.authors or meta.publisher.strip() or site.publisher.strip()):
        yield document.whole, "The article names neither an author nor a publisher."
