"""Plain pages, as public health services write them, raise no error about what they say.

`plain_pages.txt` has one page a line, written by somebody who saw no rule: `[en-GB]` sets the
locale, a written `\\n` breaks the line.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from lint import engine
from lint.config import rule_named
from lint.readers import markdown
from lint.rule import Severity

RULES = (
    "absolute-claim",
    "crisis-topic-without-resource",
    "dose-without-prescriber",
    "leftover-citation-artifact",
    "method-detail",
    "stop-medicine-without-warning",
    "suicide-wording",
)
PAGES = Path(__file__).with_name("plain_pages.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row[:40])
def test_no_error_about_the_words(row: str) -> None:
    found = re.fullmatch(r"(?:\[(en-[A-Z]{2})\] )?(.+)", row)
    assert found
    page = markdown.read(found[2].replace("\\n", "\n"), "page")
    report = engine.check(
        replace(page, locale=found[1] or "en-US"), selected=map(rule_named, RULES)
    )
    errors = [each for each in report.findings if each.severity is Severity.ERROR]
    assert [(error.rule, error.quote) for error in errors] == []
