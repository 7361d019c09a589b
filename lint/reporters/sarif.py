"""The report for code scanning: SARIF 2.1.0.

The specification: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
What GitHub reads of it: https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from lint.config import every_rule
from lint.document import Location, Problem
from lint.engine import Report
from lint.mends import Fix
from lint.reporters import explanation, fingerprints, from_here, problems_of
from lint.rule import BASELINED, Finding, Rule, Severity, Unchecked

MOST_RESULTS = 25_000
"""GitHub refuses a run with more; the worst are kept, and a notification counts the rest."""

MOST_PLACES = 1_000
"""GitHub takes so many locations of one thing."""

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"
_SAFE = "Mend it without changing a word."
_UNSAFE = "Write it in other words."

_encoded = json.JSONEncoder(ensure_ascii=False).encode


def render(reports: Sequence[Report], *, tool: str) -> str:
    """One run, one line a rule, a result and a notification."""
    found = list(fingerprints.of_findings(reports))
    kept = found
    if len(found) > MOST_RESULTS:
        kept = sorted(found, key=lambda each: _weight(each[1]), reverse=True)[:MOST_RESULTS]
    described = _described(finding.rule for _, finding, _ in kept)
    index = {rule["id"]: number for number, rule in enumerate(described)}
    notifications = [_problem(name, problem) for name, problem in problems_of(reports)]
    notifications += _unchecked(reports)
    if len(found) > len(kept):
        left_out = f"{len(found) - len(kept)} findings are left out: GitHub takes {MOST_RESULTS}."
        notifications.append(_notification("too-many-results", "warning", left_out, []))
    driver = _members(
        ("name", '"contentlint"'),
        ("version", _encoded(tool)),
        ("rules", _lines(map(_encoded, described))),
    )
    invocation = _members(
        ("executionSuccessful", _encoded(all(report.judged for report in reports))),
        ("toolExecutionNotifications", _lines(map(_encoded, notifications))),
    )
    run = _members(
        ("tool", _members(("driver", driver))),
        ("columnKind", '"unicodeCodePoints"'),
        ("originalUriBaseIds", _encoded({_ROOT: {"description": {"text": "The folder checked."}}})),
        ("invocations", f"[{invocation}]"),
        ("results", _lines(_encoded(_result(*each, index)) for each in kept)),
    )
    log = _members(("$schema", _encoded(_SCHEMA)), ("version", '"2.1.0"'), ("runs", f"[{run}]"))
    return log + "\n"


def _members(*members: tuple[str, str]) -> str:
    return "{\n" + ",\n".join(f'"{name}": {value}' for name, value in members) + "\n}"


def _lines(values: Iterable[str]) -> str:
    lines = ",\n".join(values)
    return f"[\n{lines}\n]" if lines else "[]"


def _weight(finding: Finding) -> tuple[bool, int]:
    return finding.suppressed is None, finding.severity.rank


def _described(names: Iterable[str]) -> list[dict[str, Any]]:
    """The rules that found something, by name."""
    known = {rule.name: rule for rule in every_rule()}
    return [
        _rule(known[name]) if name in known else {"id": name}
        for name in sorted(dict.fromkeys(names))
    ]


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": " ".join(rule.explanation.split())[:1024]},
        "help": {"text": explanation.render(rule), "markdown": explanation.markdown(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": ["health-content", rule.theme.value],
            "problem.severity": {"info": "recommendation"}.get(
                rule.severity.value, rule.severity.value
            ),
        },
    }


def _result(
    report: Report, finding: Finding, fingerprint: str, index: dict[str, int]
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.advice}".rstrip()},
        "locations": [_location(report.document.name, finding.location, finding.quote)],
        "partialFingerprints": {"contentlint/v1": fingerprint},
    }
    replacements = [] if finding.fix is None else list(_replacements(finding.fix))
    if finding.fix is not None and replacements:
        result["fixes"] = [
            {
                "description": {"text": _SAFE if finding.fix.safe else _UNSAFE},
                "artifactChanges": [
                    {
                        "artifactLocation": _artifact(report.document.name),
                        "replacements": replacements,
                    }
                ],
            }
        ]
    if finding.suppressed is not None:
        kind = "external" if finding.suppressed == BASELINED else "inSource"
        result["suppressions"] = [
            {"kind": kind, "status": "accepted", "justification": finding.suppressed}
        ]
    return result


def _replacements(fix: Fix) -> Iterator[dict[str, Any]]:
    """The changes of a fix; none in a content file, whose lines nobody knows here."""
    for each in fix.changes:
        if each.where.line is not None:
            yield {
                "deletedRegion": _region(each.where),
                "insertedContent": {"text": each.replacement},
            }


def _region(where: Location) -> dict[str, int]:
    # GitHub asks for a line; what is about the whole, or in a block, stands at the first.
    ends = {
        "startLine": where.line or 1,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
    }
    return {key: value for key, value in ends.items() if value is not None}


def _location(name: str, where: Location, words: str = "") -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(name)}}
    region: dict[str, Any] = _region(where)
    if where.line is not None and words:
        region["snippet"] = {"text": words}
    location["physicalLocation"]["region"] = region
    if where.line is None and where.path:
        location["logicalLocations"] = [{"fullyQualifiedName": where.path, "kind": "value"}]
    return location


def _artifact(name: str) -> dict[str, str]:
    """Below the working folder a relative URI; addresses and files elsewhere in full."""
    if name.startswith(("http://", "https://")):
        return {"uri": quote(name, safe=":/?#[]@!$&'()*+,;=%~", errors="backslashreplace")}
    path = PurePath(from_here(name))
    uri = quote(path.as_posix(), errors="backslashreplace")
    return {"uri": f"file://{uri}"} if path.is_absolute() else {"uri": uri, "uriBaseId": _ROOT}


def _problem(name: str, problem: Problem) -> dict[str, Any]:
    level = "error" if problem.fatal or problem.unjudged else "warning"
    return _notification(problem.code, level, problem.message, [_location(name, problem.where)])


def _unchecked(reports: Sequence[Report]) -> Iterator[dict[str, Any]]:
    """What could not be checked, once a rule and reason, with the places."""
    places: dict[tuple[str, str], list[tuple[str, Unchecked]]] = {}
    for report in reports:
        for each in report.unchecked:
            places.setdefault((each.rule, each.reason), []).append((report.document.name, each))
    for (rule, reason), where in places.items():
        locations = [_location(name, each.location) for name, each in where[:MOST_PLACES]]
        message = f"Not checked: {reason}"
        yield _notification("not-checked", "note", message, locations) | {
            "associatedRule": {"id": rule}
        }


def _notification(
    code: str, level: str, message: str, locations: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    notification: dict[str, Any] = {
        "descriptor": {"id": code},
        "level": level,
        "message": {"text": message},
    }
    return notification | ({"locations": locations} if locations else {})
