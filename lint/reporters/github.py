"""The report for GitHub Actions: workflow commands that annotate the lines of a change.

Their syntax: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Sequence

from lint.document import Location
from lint.engine import Report
from lint.reporters import problems_of
from lint.rule import Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(reports: Sequence[Report]) -> str:
    """One command a line; problems of the input are errors, accepted findings are notices."""
    lines = [
        _finding(report.document.name, finding) for report in reports for finding in report.findings
    ]
    for name, problem in problems_of(reports):
        command = "error" if problem.fatal or problem.unjudged else "warning"
        lines.append(_command(command, name, problem.where, problem.code, problem.message))
    return "".join(f"{line}\n" for line in lines)


def _finding(name: str, finding: Finding) -> str:
    message = " ".join(filter(None, (finding.message, finding.advice)))
    if finding.suppressed is not None:
        return _command(
            "notice",
            name,
            finding.location,
            finding.rule,
            f"Accepted: {finding.suppressed}\n{message}",
        )
    command = _COMMANDS[finding.severity]
    return _command(command, name, finding.location, finding.rule, message)


def _command(command: str, name: str, where: Location, title: str, message: str) -> str:
    values: dict[str, object] = {"file": name}
    if where.line is not None:
        values |= {"line": where.line, "endLine": where.end_line}
        if where.line == where.end_line:
            values |= {"col": where.column, "endColumn": where.end_column}
    elif where.path:
        message = f"{where.path}: {message}"
    values["title"] = title
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in values.items())
    return f"::{command} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
