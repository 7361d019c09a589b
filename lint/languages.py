"""Which documents the rules can read: they are written for English."""

from __future__ import annotations

from lint.document import Document, Problem


def unsupported(document: Document) -> Problem | None:
    """The problem of a document in a language without rules, or None."""
    language = document.locale.split("-")[0].lower()
    if language == "en":
        return None
    return Problem(
        "unsupported-language",
        f"There are no rules for this language ({document.locale}); it was not judged.",
        unjudged=True,
    )
