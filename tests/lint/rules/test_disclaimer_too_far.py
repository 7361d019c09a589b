"""Advice that stands at the foot of every page only."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from lint import engine
from lint.readers import markdown
from lint.rules.disclaimer_too_far import disclaimer_too_far as rule
from lint.site import Site

ARTICLE = (
    "## Tablets\n\nMany people take mirtazapine.\n\n## Sleep\n\n"
    + "A dark room helps some people to rest at night. " * 32
)


@dataclass(frozen=True)
class Footer(Site):
    text: str = ""

    def disclaimer(self, locale: str) -> str:
        return self.text


@pytest.mark.parametrize(
    ("footer", "found"),
    [
        ("Ask your doctor before you change any treatment.", ["mirtazapine"]),
        ("Made with care in Leeds.", []),
        ("", []),
    ],
)
def test_a_footer_is_far_and_without_one_the_other_rule_speaks(
    footer: str, found: list[str]
) -> None:
    report = engine.check(markdown.read(ARTICLE, "a"), Footer(text=footer), selected=[rule])

    assert [finding.quote for finding in report.findings] == found
