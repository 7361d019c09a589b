from __future__ import annotations

import datetime

from lint import dates
from lint.document import Document
from lint.rule import Example, Found, Hit, Judges, Severity, Theme, rule
from lint.site import Site

TODAY = Site(today=datetime.date(2026, 5, 1))


@rule(
    Severity.ERROR,
    theme=Theme.GOVERNANCE,
    source="URAC Health Web Site standards; NHS England: standard for creating health content",
    advice="Give the day of the last review and the day the next one is due, as in 2026-10-01.",
    judges=Judges.CLINICAL,
    any_language=True,
    passes=[
        Example(
            "---\nlast_reviewed: 2026-02-03\nnext_review: 2028-02-03\n---\n\nRest.", site=TODAY
        ),
        Example(
            "---\nlast_reviewed: 2026-05-01\nnext_review: 2026-05-02\n---\n\nRest.", site=TODAY
        ),
        Example(
            "---\nlast_reviewed: 2019-02-03\nnext_review: 2021-02-03\n---\n\nRest.", site=TODAY
        ),
        "---\ntitle: Fun run\narticle_kind: event\n---\n\nMeet at the gate.",
    ],
    fails=[
        "Rest when you can.",
        Example("---\nlast_reviewed: 2026-02-03\n---\n\nRest.", site=TODAY),
        Example("---\nlast_reviewed: 30/02/2026\nnext_review: later\n---\n\nRest.", site=TODAY),
        Example(
            "---\nlast_reviewed: '2026-02-30'\nnext_review: 2028-02-03\n---\n\nGo.", site=TODAY
        ),
        Example(
            "---\nlast_reviewed: 2026-05-02\nnext_review: 2028-02-03\n---\n\nRest.", site=TODAY
        ),
    ],
)
def missing_review_dates(document: Document, site: Site) -> Found:
    """An article says when it was last reviewed and when it is due again.

    Health advice ages. A reader must be able to see how old it is, and an editor when to look at it
    again. A date that never was, or a review in the future, says neither.
    """
    meta = document.meta
    last = _fault("last-reviewed", meta.last_reviewed)
    if last is None and (day := dates.parse(meta.last_reviewed)) and day > site.today:
        last = f"the last-reviewed date ({day}) is in the future"
    faults = [fault for fault in (last, _fault("next-review", meta.next_review)) if fault]
    if faults:
        said = " and ".join(faults)
        yield Hit(document.whole, f"{said[0].upper()}{said[1:]}.", measure=len(faults))


def _fault(what: str, written: str) -> str | None:
    if not written.strip():
        return f"there is no {what} date"
    if dates.parse(written) is None:
        return f'the {what} date ("{written.strip()[:40]}") is no date that can be read'
    return None
