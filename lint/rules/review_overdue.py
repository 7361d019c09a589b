from __future__ import annotations

import datetime

from lint import dates
from lint.document import Document
from lint.rule import Example, Found, Judges, Severity, Theme, rule
from lint.site import Site

TODAY = Site(today=datetime.date(2026, 5, 1))


@rule(
    Severity.ERROR,
    theme=Theme.GOVERNANCE,
    source="Patient Information Forum: PIF TICK criteria (review at least every three years)",
    advice="Have a clinician review the article again, then set both dates anew.",
    judges=Judges.CLINICAL,
    any_language=True,
    passes=[
        Example(
            "---\nlast_reviewed: 2024-02-03\nnext_review: 2026-05-01\n---\n\nRest.", site=TODAY
        ),
        Example("---\nlast_reviewed: 2023-05-02\n---\n\nThree years ago to the day.", site=TODAY),
        Example("---\nlast_reviewed: 03/02/2019\nnext_review: soonish\n---\n\nRest.", site=TODAY),
        Example("---\narticle_kind: news\nnext_review: 2020-05-01\n---\n\nIt opened.", site=TODAY),
    ],
    fails=[
        Example(
            "---\nlast_reviewed: 2024-02-03\nnext_review: 2026-04-30\n---\n\nRest.", site=TODAY
        ),
        Example(
            "---\nlast_reviewed: 2023-05-01\nnext_review: 2027-05-01\n---\n\nRest.", site=TODAY
        ),
        Example("---\nlast_reviewed: soonish\nnext_review: 2019-02-03\n---\n\nRest.", site=TODAY),
        Example("---\nlast_reviewed: 2019-02-03\n---\n\nRest.", site=TODAY),
    ],
)
def review_overdue(document: Document, site: Site, *, days: int = 1095) -> Found:
    """An article is reviewed again when it is due, and at least every three years.

    Guidelines change, medicines are withdrawn and helplines get new numbers. `days` is the longest
    time between two reviews.
    """
    last = dates.parse(document.meta.last_reviewed)
    due = dates.parse(document.meta.next_review)
    if due is not None and due < site.today:
        yield document.whole, f"The next review was due on {due}."
    elif last is not None and (site.today - last).days > days:
        yield document.whole, f"The last review, on {last}, is more than {days:,} days ago."
