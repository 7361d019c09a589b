"""The linter says of every fixture what a careful reader expected before the rules were run."""

import datetime
import tomllib
from pathlib import Path

import pytest

from lint import engine, readers
from lint.readers.content_set import ContentSet
from lint.rule import Finding, Severity

FIXTURES = Path(__file__).parents[1] / "content_fixtures"
CONTENT = ContentSet.at(FIXTURES, today=datetime.date(2026, 11, 23))
EXPECTED = ".expected.toml"


def findings(file: Path) -> list[Finding]:
    """The errors and warnings of a content file."""
    report = engine.check(readers.read(file.name, file.read_bytes(), library=CONTENT), CONTENT)
    assert report.problems == ()
    return [each for each in report.findings if each.severity is not Severity.INFO]


def agree(expected: dict[str, str], found: Finding) -> bool:
    """Whether both mean the same fault: one quote may be longer than the other."""
    same_rule = (expected["rule"], expected["severity"]) == (found.rule, found.severity.value)
    quote = expected["quote"]
    if not quote or not found.quote:
        return same_rule and not quote
    return same_rule and (quote in found.quote or found.quote in quote)


@pytest.mark.parametrize(
    "file", sorted(FIXTURES.glob(f"pages/**/*{EXPECTED}")), ids=lambda file: file.name
)
def test_an_article_that_fails_does_so_as_expected(file):
    left = findings(file.with_name(file.name.removesuffix(EXPECTED) + ".json"))
    missing = []
    for expected in tomllib.loads(file.read_text(encoding="utf-8"))["finding"]:
        found = next((each for each in left if agree(expected, each)), None)
        if found is None:
            missing.append(expected)
        else:
            left.remove(found)

    assert (missing, left) == ([], [])


@pytest.mark.parametrize(
    "file",
    [
        file
        for folder in ("pages", "library")
        for file in sorted(FIXTURES.glob(f"{folder}/**/*.json"))
        if not file.with_name(file.stem + EXPECTED).exists()
    ],
    ids=lambda file: file.relative_to(FIXTURES).as_posix(),
)
def test_every_other_content_file_is_clean(file):
    assert findings(file) == []
