from __future__ import annotations

from lint import reviewed
from lint.document import Document
from lint.rule import CouldNotCheck, Found, Hit, Judges, Severity, Theme, rule

_KEPT = "---\nlast_reviewed: 2026-02-03\nreviewed_text: 1.1.-lm_X5JuICHqs9wqc4T8wwHd_cf3vd\n---\n\n"
"""Made of "Take it with food. Do not drive. Ask a pharmacist."."""


@rule(
    Severity.WARNING,
    theme=Theme.GOVERNANCE,
    source="NHS England: standard for creating health content; NHS.UK: page review",
    advice="Have the reviewer look at the change, then set the day of the review anew.",
    judges=Judges.CLINICAL,
    passes=[
        f"{_KEPT}Take it with food. Do not drive. Ask a pharmacist.",
        # other markup, case and order of paragraphs
        f"{_KEPT}**Take it with food.** Do NOT drive. [Ask](/a/) a pharmacist!",
        # a word is spelled right
        f"{_KEPT}Take it with food. Do not drive. Ask a pharmacist!".replace("Ask a", "Ask the"),
        # nobody kept the words
        "---\nlast_reviewed: 2026-02-03\n---\n\nTake it with food.",
        "---\nlast_reviewed: 2026-02-03\nreviewed_text: soon\n---\n\nTake it with food.",
    ],
    fails=[
        f"{_KEPT}Take it with food. Do not drive. Ask a pharmacist.\n\n"
        "If you feel sick, wait an hour and take the next one later.",
        # few words that matter
        f"{_KEPT}Take 2 with food. Do not drive. Ask a pharmacist.",
        f"{_KEPT}Take it with food. Do drive. Ask a pharmacist.",
        f"{_KEPT}Take it with food. Ask a pharmacist.",
        f"{_KEPT}Take it with ibuprofen. Do not drive. Ask a pharmacist.",
    ],
)
def edited_since_review(document: Document, *, words: int = 8) -> Found:
    """The words that readers get are those that the reviewer saw.

    A review speaks for the text as it was that day. Found is a change of eight words, and any that
    adds or takes away a number, a medicine or a "not"; a corrected spelling is neither. It is known
    only where the words were kept at the review (`reviewed_text`); other articles
    are passed over.
    """
    kept = document.meta.reviewed_text
    if not kept:
        return
    change = reviewed.changed(document, kept)
    if change is None:
        yield CouldNotCheck(document.whole, "what was kept of the review cannot be read")
        return
    if change.words < words and not change.weighty:
        return
    day = f" on {document.meta.last_reviewed}" if document.meta.last_reviewed else ""
    what = (
        f"About {change.words} words have changed"
        if change.words >= words
        else "A number, a medicine or a “not” has changed"
    )
    first = f" The first new word is “{change.first.quote[:40]}”." if change.first else ""
    yield Hit(document.whole, f"{what} since the review{day}.{first}", measure=float(change.words))
