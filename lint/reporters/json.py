"""The report for programs: JSON, version 1, as docs/json-report.md describes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from lint.engine import Report
from lint.reporters import problems_of, summarise

VERSION = 1


def render(reports: Sequence[Report], *, tool: str) -> str:
    """`tool` is the version of contentlint that judged."""
    report = {
        "version": VERSION,
        "tool": {"name": "contentlint", "version": tool},
        "summary": asdict(summarise(reports)),
        "documents": [_document(report) for report in reports if report.judged],
        "problems": [
            {
                "code": problem.code,
                "message": problem.message,
                "document": name,
                "location": asdict(problem.where),
            }
            for name, problem in problems_of(reports)
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _document(report: Report) -> dict[str, Any]:
    document = report.document
    return {
        "name": document.name,
        "kind": document.kind.value,
        "title": document.meta.title,
        "scores": None if report.scores is None else report.scores.as_json(),
        "findings": [
            {
                "rule": finding.rule,
                "theme": finding.theme.value,
                "severity": finding.severity.value,
                "message": finding.message,
                "advice": finding.advice,
                "quote": finding.quote,
                "suppressed": finding.suppressed,
                "location": asdict(finding.location),
            }
            for finding in report.findings
        ],
        "unchecked": [
            {"rule": each.rule, "reason": each.reason, "location": asdict(each.location)}
            for each in report.unchecked
        ],
    }
