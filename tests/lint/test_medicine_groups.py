"""Groups of medicines, and the words that belong to them."""

from __future__ import annotations

import pytest

from lint import health, medicine_groups


def test_every_name_is_a_health_word_or_a_group() -> None:
    known = health.phrases("medicines") | health.phrases("medicine_classes")
    named = {name for names in medicine_groups.groups().values() for name in names}

    assert sorted(named - known - medicine_groups.groups().keys()) == []


@pytest.mark.parametrize(
    ("text", "group", "expected"),
    [
        ("Zoloft is an SSRI.", "ssri", ["zoloft", "ssri"]),
        ("Zoloft is an SSRI.", "antidepressant", ["zoloft", "ssri"]),
        ("Zoloft is an SSRI.", "psychiatric", ["zoloft", "ssri"]),
        ("Lithium and Anti-psychotics", "psychiatric", ["lithium", "anti psychotic"]),
        ("Paracetamol and statins", "psychiatric", []),
        ("Warfarin is a blood thinner", "anticoagulant", ["warfarin", "blood thinner"]),
    ],
)
def test_finds_the_words_of_a_group(text: str, group: str, expected: list[str]) -> None:
    (line,) = health.read(text)

    assert [term.words for term in medicine_groups.of(line, group)] == expected
