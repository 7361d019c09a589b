"""The report for GitLab: code quality, as merge requests show it.

Its fields: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from lint.document import Location
from lint.engine import Report
from lint.reporters import fingerprints, from_here, problems_of, said, said_of_problem
from lint.rule import Severity

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(reports: Sequence[Report], *, tool: str = "") -> str:
    """One issue a line. Accepted findings are left out: GitLab has no word for them."""
    issues = [
        _issue(
            report.document.name,
            finding.location,
            finding.rule,
            said(finding),
            _SEVERITIES[finding.severity],
            fingerprint,
        )
        for report, finding, fingerprint in fingerprints.of_findings(reports)
        if finding.suppressed is None
    ]
    seen: set[str] = set()
    for name, problem in problems_of(reports):
        fingerprint = fingerprints.of_problem(from_here(name), problem.code, problem.message)
        if fingerprint in seen:
            continue
        seen.add(fingerprint)
        severity = "blocker" if problem.fatal or problem.unjudged else "minor"
        message = said_of_problem(problem)
        issues.append(_issue(name, problem.where, problem.code, message, severity, fingerprint))
    return "[\n" + ",\n".join(json.dumps(issue) for issue in issues) + "\n]\n" if issues else "[]\n"


def _issue(
    name: str, where: Location, check: str, description: str, severity: str, fingerprint: str
) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": check,
        "fingerprint": fingerprint,
        "severity": severity,
        # A line is asked for; what is about the whole stands at the first.
        "location": {"path": from_here(name), "lines": {"begin": where.line or 1}},
    }
