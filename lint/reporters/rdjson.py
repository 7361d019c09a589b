"""The report for reviewdog, which comments on changes at many hosts: rdjson.

Its fields: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from lint.document import Location
from lint.engine import Report
from lint.reporters import from_here, problems_of, said, said_of_problem
from lint.rule import Severity


def render(reports: Sequence[Report], *, tool: str = "") -> str:
    """One diagnostic a line; accepted findings are left out, for it has no word for them."""
    diagnostics = [
        _diagnostic(
            report.document.name, finding.location, finding.rule, said(finding), finding.severity
        )
        for report in reports
        for finding in report.findings
        if finding.suppressed is None
    ]
    for name, problem in problems_of(reports):
        severity = Severity.ERROR if problem.fatal or problem.unjudged else Severity.WARNING
        diagnostics.append(
            _diagnostic(name, problem.where, problem.code, said_of_problem(problem), severity)
        )
    lines = ",\n".join(json.dumps(each) for each in diagnostics)
    listed = f"[\n{lines}\n]" if lines else "[]"
    return f'{{"source": {{"name": "contentlint"}}, "diagnostics": {listed}}}\n'


def _diagnostic(
    name: str, where: Location, code: str, message: str, severity: Severity
) -> dict[str, Any]:
    location: dict[str, Any] = {"path": from_here(name)}
    if where.line is not None:
        # Its columns count bytes of UTF-8 and ours characters, so lines only.
        location["range"] = {"start": {"line": where.line}, "end": {"line": where.end_line}}
    return {
        "message": message,
        "location": location,
        "severity": severity.value.upper(),
        "code": {"value": code},
    }
