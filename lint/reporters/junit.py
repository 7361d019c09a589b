"""The report for whatever shows test results: JUnit XML.

A document is a suite, a finding a test: an error failed, an accepted finding and what could not be
checked were skipped, a warning or an info passed and says so. So it fails where the default exit
status does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.document import Location, Problem
from lint.engine import Report
from lint.reporters import said
from lint.reporters.markup import attribute, escaped
from lint.rule import Finding, Severity


@dataclass(frozen=True)
class _Case:
    """`outcome` is the name of an element, `kind` and `message` its attributes; "" passed."""

    name: str
    outcome: str = ""
    kind: str = ""
    message: str = ""
    details: str = ""


def render(reports: Sequence[Report], *, tool: str = "") -> str:
    """One suite a document; one in which nothing was found has one test, which passed."""
    suites = [(report.document.name, list(_cases(report))) for report in reports]
    every = [case for _, cases in suites for case in cases]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f'<testsuites name="contentlint"{_counts(every)}>')
    for name, cases in suites:
        lines.append(f'  <testsuite name="{attribute(name)}"{_counts(cases)}>')
        lines.extend(_element(name, case) for case in cases)
        lines.append("  </testsuite>")
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _cases(report: Report) -> Iterator[_Case]:
    for finding in report.findings:
        yield _found(finding)
    for unchecked in report.unchecked:
        name = _name(unchecked.rule, unchecked.location)
        yield _Case(name, "skipped", message=f"Not checked: {unchecked.reason}")
    for problem in report.problems:
        yield _problem(problem)
    if not (report.findings or report.unchecked or report.problems):
        yield _Case("contentlint")


def _found(finding: Finding) -> _Case:
    name = _name(finding.rule, finding.location)
    if finding.suppressed is not None:
        return _Case(name, "skipped", message=f"Accepted: {finding.suppressed}")
    details = "\n".join(filter(None, (said(finding), finding.context.strip())))
    if finding.severity is Severity.ERROR:
        return _Case(name, "failure", "error", finding.message, details)
    return _Case(name, details=f"{finding.severity.value}: {details}")


def _problem(problem: Problem) -> _Case:
    name = _name(problem.code, problem.where)
    if problem.fatal or problem.unjudged:
        return _Case(name, "error", problem.code, problem.message)
    return _Case(name, details=f"problem: {problem.message}")


def _name(what: str, where: Location) -> str:
    if where.line is not None:
        return f"{what} {where.line}:{where.column}"
    return f"{what} {where.path}" if where.path else what


def _counts(cases: Sequence[_Case]) -> str:
    counts = {"tests": len(cases)} | {
        attribute_: sum(case.outcome == outcome for case in cases)
        for attribute_, outcome in (
            ("failures", "failure"),
            ("errors", "error"),
            ("skipped", "skipped"),
        )
    }
    return "".join(f' {name}="{count}"' for name, count in counts.items())


def _element(document: str, case: _Case) -> str:
    start = f'    <testcase classname="{attribute(document)}" name="{attribute(case.name)}"'
    details = escaped(case.details)
    if not case.outcome:
        return f"{start}><system-out>{details}</system-out></testcase>" if details else f"{start}/>"
    kind = f' type="{attribute(case.kind)}"' if case.kind else ""
    inside = f'<{case.outcome}{kind} message="{attribute(case.message)}"'
    inside += f">{details}</{case.outcome}>" if details else "/>"
    return f"{start}>{inside}</testcase>"
