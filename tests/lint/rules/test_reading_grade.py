from __future__ import annotations

import pytest

from lint import engine
from lint.config import Config
from lint.readers import markdown
from lint.rule import Severity
from lint.rules.reading_grade import reading_grade

EASY = "Take one pill with food each day. It may make you sleepy. Ask us if you are not sure. "
HARD = (
    "Comprehensive pharmacological rehabilitation of the patient necessitates individualised "
    "collaboration with the experienced professionals. "
)


def found(source: str) -> list[tuple[str, Severity, str]]:
    report = engine.check(markdown.read(source, "made"), selected=[reading_grade])
    return [(finding.quote, finding.severity, finding.message) for finding in report.findings]


def test_a_section_above_the_article_is_an_info_on_its_heading() -> None:
    source = f"## Day one\n\n{EASY * 12}\n\n## Later on\n\n{HARD * 4}\n"
    assert [(quote, severity) for quote, severity, _ in found(source)] == [
        ("Later on", Severity.INFO)
    ]


def test_above_twelve_is_an_error_with_the_grade_as_measure() -> None:
    report = engine.check(markdown.read(HARD * 12, "made"), selected=[reading_grade])
    (finding,) = report.findings
    assert (finding.severity, finding.quote) == (Severity.ERROR, "")
    assert finding.measure is not None
    assert finding.measure > 12
    assert f"grade {finding.measure}" in finding.message
    assert "Comprehensive pharmacological" in finding.advice


def test_between_eight_and_twelve_is_a_warning() -> None:
    source = f"{EASY * 6} {HARD * 6}"
    assert [severity for _, severity, _ in found(source)] == [Severity.WARNING]


@pytest.mark.parametrize("easy", range(12, 24))
def test_a_grade_that_reads_as_the_limit_is_not_above_it(easy: int) -> None:
    document = markdown.read(f"{EASY * easy} {HARD * 3}", "made")
    (finding,) = engine.check(document, selected=[reading_grade], config=limit(0)).findings
    assert finding.measure is not None
    for below, findings in ((0.1, 1), (0, 0)):
        config = limit(finding.measure - below)
        report = engine.check(document, selected=[reading_grade], config=config)
        assert len(report.findings) == findings


def limit(grade: float) -> Config:
    return Config(rules={"reading-grade": {"warning": grade}})


def test_a_hard_section_is_named_even_where_the_article_is_easy() -> None:
    assert found(f"{EASY * 40}\n\n## Why\n\n{HARD}") == []
    assert len(found(f"{EASY * 40}\n\n## Why\n\n{HARD * 4}")) == 1
