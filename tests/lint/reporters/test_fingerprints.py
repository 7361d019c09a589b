from collections.abc import Sequence
from dataclasses import replace

import pytest

from lint.document import Location
from lint.engine import Report
from lint.reporters import fingerprints
from lint.rule import Finding
from tests.lint.reporters.reports import IN_A_FILE, WHOLE, document


def of(*findings: Finding, name: str = "a.md") -> Sequence[str]:
    reports = [Report(document(name, ""), findings=findings)]
    return [fingerprint for _, _, fingerprint in fingerprints.of_findings(reports)]


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({"location": Location(line=70, column=1, end_line=70, end_column=5)}, True),
        ({"message": "Said in other words."}, True),
        ({"quote": "there"}, False),
        ({"context": "The plan is here, if you need it."}, False),
        ({"rule": "long-sentence"}, False),
    ],
)
def test_a_fingerprint_follows_the_words_and_not_the_place(changes, same) -> None:
    assert (of(IN_A_FILE) == of(replace(IN_A_FILE, **changes))) is same


def test_the_same_words_again_have_another_fingerprint() -> None:
    assert len(set(of(IN_A_FILE, IN_A_FILE, WHOLE, WHOLE))) == 4
    assert of(IN_A_FILE, IN_A_FILE)[0] == of(IN_A_FILE)[0]


def test_another_document_has_other_fingerprints() -> None:
    assert of(WHOLE, name="a.md") != of(WHOLE, name="b.md")


def test_a_fingerprint_is_the_same_wherever_the_checkout_lies(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert of(WHOLE, name=f"{tmp_path}/a.md") == of(WHOLE, name="a.md")
