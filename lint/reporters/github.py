"""The report for GitHub Actions: workflow commands that annotate the lines of a change.

Their syntax: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Sequence

from lint.document import Location
from lint.engine import Report
from lint.reporters import problems_of, said, said_of_problem, summarise
from lint.rule import BASELINED, Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(reports: Sequence[Report], *, tool: str = "") -> str:
    """One command a line, then a line for people.

    GitHub shows ten of a kind a step. So what could not be judged comes first, and accepted
    findings, which are notices, last; old ones of a baseline are left out.
    """
    lines = [
        _command(
            "error" if problem.fatal or problem.unjudged else "warning",
            name,
            problem.where,
            problem.code,
            said_of_problem(problem),
        )
        for name, problem in problems_of(reports)
    ]
    found = [(report.document.name, finding) for report in reports for finding in report.findings]
    lines += [_finding(*each) for each in found if each[1].suppressed is None]
    accepted = (each for each in found if each[1].suppressed not in {None, BASELINED})
    lines += [_finding(*each) for each in accepted]
    lines.append(summarise(reports).as_words())
    return "".join(f"{line}\n" for line in lines)


def _finding(name: str, finding: Finding) -> str:
    if finding.suppressed is not None:
        message = f"Accepted: {finding.suppressed}\n{said(finding)}"
        return _command("notice", name, finding.location, finding.rule, message)
    command = _COMMANDS[finding.severity]
    return _command(command, name, finding.location, finding.rule, said(finding))


def _command(command: str, name: str, where: Location, title: str, message: str) -> str:
    values: dict[str, object] = {"file": name}
    if where.line is not None:
        values |= {"line": where.line, "endLine": where.end_line}
        if where.line == where.end_line:
            values |= {"col": where.column, "endColumn": where.end_column}
    values["title"] = title
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in values.items())
    return f"::{command} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
