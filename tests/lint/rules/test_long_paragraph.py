from __future__ import annotations

from lint import engine
from lint.config import Config
from lint.readers import markdown
from lint.rule import Severity
from lint.rules.long_paragraph import long_paragraph

FOUR = "Drink water often. Rest in the shade. Go indoors at noon. Wear a hat."


def severities(source: str, profile: str) -> list[Severity]:
    config = Config(profile=profile)
    report = engine.check(markdown.read(source, "made"), config=config, selected=[long_paragraph])
    return [finding.severity for finding in report.findings]


def test_four_sentences_are_an_info_in_the_us_and_a_warning_in_the_nhs() -> None:
    assert severities(FOUR, "us") == [Severity.INFO]
    assert severities(FOUR, "uk-nhs") == [Severity.WARNING]


def test_a_long_paragraph_of_many_sentences_is_one_warning() -> None:
    assert severities(FOUR * 12, "us") == [Severity.WARNING]
