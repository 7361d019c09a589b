"""What keeps a page or a library item from going live: the decision, and how it is told.

Every door asks `verdict`. The form explains it, the guard refuses, the editor's panel shows it.
"""

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import Model
from wagtail.models import DraftStateMixin
from wagtail.utils.forms import FormValidationError

from cms.quality import adapter
from lint import engine, rules
from lint.characters import normalise
from lint.document import Problem
from lint.engine import Report, RuleFailedError
from lint.rule import Finding

logger = logging.getLogger(__name__)

MENDED_IN = {
    "description-missing": "search_description",
    "edited-since-review": "last_reviewed",
    "medical-schema-incomplete": "about_conditions",
    "missing-author-or-publisher": "authors",
    "missing-clinical-reviewer": "reviewers",
    "missing-professional-disclaimer": "body",
    "missing-review-dates": "last_reviewed",
    "reading-grade": "body",
    "review-overdue": "last_reviewed",
    "sample-too-small": "body",
    "sources-missing": "sources",
    "title-length": "title",
}
"""Where to mend what is found in a document as a whole: the rule, and the field of the form."""


@dataclass(frozen=True)
class Verdict:
    """The report on an item, and what of it keeps the item from going live.

    `blocking` are errors and `unjudged` words that nobody could judge; both leave out what the live
    version has already, so that an urgent correction is never held up by old findings.
    """

    report: Report
    blocking: tuple[Finding, ...] = ()
    unjudged: tuple[Problem, ...] = ()

    @property
    def passes(self) -> bool:
        return not self.blocking and not self.unjudged


class LintBlocked(FormValidationError):  # noqa: N818 - it says what happened, not what broke
    """Refuses to let an item go live. Wagtail's APIs answer it as a validation error."""

    def __init__(self, item: Model, verdict: Verdict) -> None:
        self.item = item
        self.verdict = verdict
        errors: dict[tuple[str | int, ...], list[tuple[str, str]]] = {}
        for finding in verdict.blocking:
            path = field_path(finding) or (NON_FIELD_ERRORS,)
            errors.setdefault(path, []).append((sentence(finding), finding.rule))
        for problem in verdict.unjudged:
            path = adapter.field_path(problem.where.path) or (NON_FIELD_ERRORS,)
            errors.setdefault(path, []).append((problem.message, problem.code))
        super().__init__(errors)

    def __str__(self) -> str:
        return f"“{self.item}” cannot go live: {' '.join(self.messages)}"


def field_path(finding: Finding) -> tuple[str | int, ...]:
    """The place in the editor's form where a finding can be mended; () where it is no one place."""
    path = adapter.field_path(finding.location.path)
    if not path and finding.rule in MENDED_IN:
        return (MENDED_IN[finding.rule],)
    return path


def sentence(finding: Finding) -> str:
    """A finding as one message: the words, what is wrong with them, what to write instead."""
    quote = shortened(finding.quote)
    quote = f"“{quote}”: " if quote and quote not in finding.message else ""
    return f"{quote}{finding.message} {finding.advice}".strip()


def shortened(quote: str, limit: int = 120) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"


def is_on() -> bool:
    return settings.CONTENTLINT_GATE != "off"


def judge(item: Model) -> Report:
    """The report on the words of `item` as they stand in memory.

    A rule that breaks down on them must not lock editors out of the item: the others go on, and
    what it was to judge counts as judged by nobody.
    """
    reading = adapter.read(item)
    selected = rules.every()
    failed: list[Problem] = []
    while True:
        try:
            report = engine.check(
                reading.document,
                reading.world,
                adapter.config(),
                selected=selected,
                most=inf,
            )
        except RuleFailedError as failure:
            logger.exception("%s", failure)
            selected = tuple(rule for rule in selected if rule.name != failure.rule)
            message = f"The rule {failure.rule} broke down here. Please tell who runs this site."
            failed.append(Problem("rule-failed", message, unjudged=True))
        else:
            return replace(report, problems=(*report.problems, *failed))


def verdict(item: Model) -> Verdict:
    """Whether `item` may go live as it stands in memory.

    The database is asked for the live version only where there is something to compare.
    """
    report = judge(item)
    if not report.errors and not _unjudged(report):
        return Verdict(report)
    published = live_version(item)
    if published is None:
        return against(report, None)
    if adapter.mapping(published) == adapter.mapping(item):
        return Verdict(report)  # nothing changes for readers: a move, a lock, a save of the same
    return against(report, judge(published))


def against(report: Report, live: Report | None) -> Verdict:
    """The verdict of `report` where `live` is the report on the live version, if there is one."""
    if live is None or settings.CONTENTLINT_GATE == "all":
        return Verdict(report, report.errors, _unjudged(report))
    return Verdict(
        report,
        tuple(_new_errors(report.errors, live.errors)),
        tuple(_new_problems(_unjudged(report), live.problems)),
    )


def _unjudged(report: Report) -> tuple[Problem, ...]:
    return tuple(problem for problem in report.problems if problem.fatal or problem.unjudged)


def live_version(item: Model) -> DraftStateMixin | None:
    """The row that readers see now, or None."""
    if item.pk is None:
        return None
    row = type(item)._base_manager.filter(pk=item.pk).first()
    return row if row is not None and row.live else None


def _new_errors(errors: tuple[Finding, ...], old: tuple[Finding, ...]) -> Iterator[Finding]:
    """Errors that the live version does not have, or has in a milder form."""
    quotes = Counter(_quoted(finding) for finding in old if finding.measure is None)
    worst: dict[str, float] = {}
    for finding in old:
        if finding.measure is not None:
            worst[finding.rule] = max(finding.measure, worst.get(finding.rule, finding.measure))
    for finding in errors:
        if finding.measure is not None:
            if finding.rule not in worst or finding.measure > worst[finding.rule]:
                yield finding
        elif quotes[_quoted(finding)] > 0:
            quotes[_quoted(finding)] -= 1
        else:
            yield finding


def _new_problems(problems: tuple[Problem, ...], old: tuple[Problem, ...]) -> Iterator[Problem]:
    known = Counter((problem.code, problem.message) for problem in old)
    for problem in problems:
        if known[problem.code, problem.message] > 0:
            known[problem.code, problem.message] -= 1
        else:
            yield problem


def _quoted(finding: Finding) -> tuple[str, str]:
    """What makes two findings the same fault: the rule and the words, wherever they stand."""
    return finding.rule, " ".join(normalise(finding.quote).text.casefold().split())
