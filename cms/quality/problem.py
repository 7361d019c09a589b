"""A refused publication as RFC 9457 problem details, as the APIs answer it."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.api.v3.errors import PROBLEM_JSON

from cms.quality.gate import LintBlocked
from lint.rule import Finding

TYPE = "urn:contentlint:refused"


def problem(refusal: LintBlocked) -> dict[str, Any]:
    return {
        "type": TYPE,
        "title": "Unprocessable Content",
        "status": 422,
        "detail": f"“{refusal.item}” cannot go live. It is kept as it was.",
        "errors": [
            {"type": code, "loc": list(path), "msg": message}
            for path, messages in refusal.loc_errors
            for message, code in messages
        ],
        "findings": [_finding(finding) for finding in refusal.verdict.blocking],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    location = finding.location
    return {
        "rule": finding.rule,
        "theme": finding.theme.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "advice": finding.advice,
        "quote": finding.quote,
        "location": {
            "path": location.path,
            "block": location.block,
            "offset": location.offset,
            "length": location.length,
        },
    }


def answer_in_the_authoring_api() -> None:
    """Answer so in Wagtail's v3 API, whose own answer would leave out the findings."""
    from wagtail.api.v3.urls import api

    api.add_exception_handler(LintBlocked, _refused)


def _refused(request: HttpRequest, refusal: LintBlocked) -> HttpResponse:
    return HttpResponse(json.dumps(problem(refusal)), status=422, content_type=PROBLEM_JSON)
