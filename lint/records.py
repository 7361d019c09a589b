"""Reports as JSON values and back: what a cache keeps, and what one process tells another.

A report read back says everything that the report said, except the words of the document.
"""

from __future__ import annotations

import json
from typing import Any

from lint.document import ArticleKind, Document, DocumentKind, Location, Meta, Problem
from lint.engine import Report
from lint.mends import Change, Fix
from lint.readability import Scores
from lint.rule import Finding, Severity, Theme, Unchecked

_SCORES = tuple(
    name for name in Scores.__dataclass_fields__ if name not in ("where", "hardest", "sections")
)


def dumped(report: Report) -> str:
    """The report as JSON."""
    document = report.document
    return json.dumps(
        [
            [
                document.name,
                document.kind.value,
                document.article_kind.value,
                document.locale,
                document.meta.title,
            ],
            [_finding(finding) for finding in report.findings],
            [[each.rule, each.reason, _location(each.location)] for each in report.unchecked],
            [
                [each.code, each.message, _location(each.where), each.fatal, each.unjudged]
                for each in report.problems
            ],
            None if report.scores is None else _scores(report.scores),
        ],
        separators=(",", ":"),
    )


def loaded(text: str) -> Report:
    """The report that `dumped` gave; a `ValueError` where it gave no such text."""
    try:
        (name, kind, article_kind, locale, title), findings, unchecked, problems, scores = (
            json.loads(text)
        )
        document = Document(
            name,
            DocumentKind(kind),
            Meta(title=title),
            (),
            article_kind=ArticleKind(article_kind),
            locale=locale,
        )
        return Report(
            document,
            findings=tuple(_finding_of(each) for each in findings),
            unchecked=tuple(Unchecked(rule, why, Location(*at)) for rule, why, at in unchecked),
            problems=tuple(
                Problem(code, message, Location(*at), fatal, unjudged)
                for code, message, at, fatal, unjudged in problems
            ),
            scores=None if scores is None else _scores_of(scores),
        )
    except (LookupError, TypeError) as error:
        raise ValueError(f"This is no report ({error}).") from error


def _location(where: Location) -> list[Any]:
    return list(vars(where).values())


def _finding(finding: Finding) -> list[Any]:
    said = list(vars(finding).values())
    said[1], said[2] = finding.theme.value, finding.severity.value
    said[6] = _location(finding.location)
    said[-1] = finding.fix and _fix(finding.fix)
    return said


def _finding_of(said: list[Any]) -> Finding:
    (
        rule,
        theme,
        severity,
        message,
        advice,
        quote,
        location,
        suppressed,
        measure,
        context,
        context_offset,
        fix,
    ) = said
    return Finding(
        rule,
        Theme(theme),
        Severity(severity),
        message,
        advice,
        quote,
        Location(*location),
        suppressed,
        measure,
        context,
        context_offset,
        None if fix is None else _fix_of(fix),
    )


def _fix(fix: Fix) -> list[Any]:
    return [fix.safe, [[_location(each.where), each.replacement] for each in fix.changes]]


def _fix_of(said: list[Any]) -> Fix:
    safe, changes = said
    return Fix(safe, tuple(Change(Location(*where), written) for where, written in changes))


def _scores(scores: Scores) -> list[Any]:
    return [
        [getattr(scores, name) for name in _SCORES],
        list(scores.hardest),
        [_scores(section) for section in scores.sections],
    ]


def _scores_of(said: list[Any]) -> Scores:
    values, hardest, sections = said
    return Scores(
        **dict(zip(_SCORES, values, strict=True)),
        hardest=tuple(hardest),
        sections=tuple(_scores_of(section) for section in sections),
    )
