"""The report for programs: JSON, version 1, as docs/json-report.md describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from lint.document import Location, Problem
from lint.engine import Report
from lint.mends import Fix
from lint.reporters import Tally, streamed
from lint.rule import Finding

VERSION = 1

_encoded = json.JSONEncoder(ensure_ascii=False).encode
_quoted = json.encoder.encode_basestring


def render(reports: Iterable[Report], *, tool: str) -> str:
    """One line a finding and a problem; `tool` is the version of contentlint that judged."""
    return streamed(JsonStream(tool), reports)


class JsonStream:
    """The documents as they are judged; then the problems and the summary."""

    key = f"json {VERSION}"

    def __init__(self, tool: str) -> None:
        self.tool = tool
        self._between = "\n"
        self._problems: list[str] = []

    def part(self, report: Report) -> str:
        document = _document(report) if report.judged else ""
        problems = (_problem(report.document.name, problem) for problem in report.problems)
        return _APART.join([document, *problems])

    def begin(self) -> str:
        tool = _encoded({"name": "contentlint", "version": self.tool})
        return f'{{\n"version": {VERSION},\n"tool": {tool},\n"documents": ['

    def take(self, part: str) -> str:
        document, *problems = part.split(_APART)
        self._problems += problems
        if not document:
            return ""
        between, self._between = self._between, ",\n"
        return between + document

    def end(self, tally: Tally) -> str:
        close = "]" if self._between == "\n" else "\n]"
        summary = _encoded(vars(tally.summary))
        return f'{close},\n"problems": {_lines(self._problems)},\n"summary": {summary}\n}}\n'


_APART = "\x1e"
"""Between the JSON of a document and of its problems; JSON itself has it only escaped."""


def _problem(name: str, problem: Problem) -> str:
    return _encoded(
        {
            "code": problem.code,
            "message": problem.message,
            "document": name,
            "location": vars(problem.where),
        }
    )


def _lines(values: Sequence[str]) -> str:
    return "[\n" + ",\n".join(values) + "\n]" if values else "[]"


def _document(report: Report) -> str:
    document = report.document
    scores = None if report.scores is None else report.scores.as_json()
    unchecked = [
        {"rule": each.rule, "reason": each.reason, "location": vars(each.location)}
        for each in report.unchecked
    ]
    members = (
        ("name", _encoded(document.name)),
        ("kind", _encoded(document.kind.value)),
        ("title", _encoded(document.meta.title)),
        ("scores", _encoded(scores)),
        ("findings", _lines([_finding(finding) for finding in report.findings])),
        ("unchecked", _lines([_encoded(each) for each in unchecked])),
    )
    return "{" + ", ".join(f'"{name}": {value}' for name, value in members) + "}"


def _finding(finding: Finding) -> str:
    """By hand: there are many, and each goes through the encoder in a third of the time."""
    suppressed = "null" if finding.suppressed is None else _quoted(finding.suppressed)
    fix = "null" if finding.fix is None else _fix(finding.fix)
    return (
        f'{{"rule": {_quoted(finding.rule)}, "theme": "{finding.theme.value}"'
        f', "severity": "{finding.severity.value}", "message": {_quoted(finding.message)}'
        f', "advice": {_quoted(finding.advice)}, "quote": {_quoted(finding.quote)}'
        f', "suppressed": {suppressed}, "location": {_location(finding.location)}'
        f', "fix": {fix}}}'
    )


def _fix(fix: Fix) -> str:
    changes = [
        {"location": vars(each.where), "replacement": each.replacement} for each in fix.changes
    ]
    return _encoded({"safe": fix.safe, "changes": changes})


def _location(where: Location) -> str:
    if where.path is None and where.end_column is not None and where.length is not None:
        return (
            f'{{"line": {where.line}, "column": {where.column}, "end_line": {where.end_line}'
            f', "end_column": {where.end_column}, "path": null, "block": null'
            f', "offset": {where.offset}, "length": {where.length}}}'
        )
    return _encoded(vars(where))
