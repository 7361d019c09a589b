from __future__ import annotations

from lint import dates
from lint.document import Document
from lint.rule import Example, Found, Hit, Judges, Severity, Theme, rule

_SUBJECTS = ("condition", "therapy", "medicine_class")
_KNOWN = "---\nreviewers: ['Ana Brook, RN']\nlast_reviewed: 2026-02-03\n"


@rule(
    Severity.INFO,
    theme=Theme.METADATA,
    source="schema.org: MedicalWebPage (lastReviewed, reviewedBy, about)",
    advice="Fill in the fields; the page then says in a form that machines read who checked it.",
    judges=Judges.CLINICAL,
    any_language=True,
    passes=[
        _KNOWN + "about: ['condition:hay-fever']\n---\n\nRest.",
        _KNOWN + "about: ['therapy:light-therapy', 'person:ana-brook']\n---\n\nRest.",
        "---\ntitle: Fun run\narticle_kind: event\n---\n\nMeet at the gate.",
        "---\ntitle: Allergies\nkind: section\n---\n\nAll our pages.",
    ],
    fails=[
        "Rest.",
        _KNOWN + "---\n\nRest.",
        _KNOWN + "about: ['person:ana-brook']\n---\n\nRest.",
        "---\nreviewers: [ana-brook]\nlast_reviewed: soon\nabout: ['condition:flu']\n---\n\nRest.",
        Example("<h1>Hay fever</h1><p>Rest.</p>", "html"),
    ],
)
def medical_schema_incomplete(document: Document) -> Found:
    """An article can tell search engines when it was reviewed, by whom, and what it is about.

    Search engines and other sites read the description of a medical page (MedicalWebPage) to tell
    checked advice from the rest. One without a review date, a reviewer or a subject is
    like any other page to them. The subject is a condition, a therapy or a class of medicines.
    """
    meta = document.meta
    missing = [
        name
        for name, known in (
            ("lastReviewed", dates.parse(meta.last_reviewed)),
            ("reviewedBy", meta.reviewers),
            ("about", any(item.partition(":")[0] in _SUBJECTS for item in meta.about)),
        )
        if not known
    ]
    if missing:
        yield Hit(
            document.whole,
            f"The page cannot be described as a MedicalWebPage: no {' and no '.join(missing)}.",
            measure=len(missing),
        )
