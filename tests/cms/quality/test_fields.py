"""What editors type to accept a finding."""

import pytest
from django.core.exceptions import ValidationError

from cms.quality.fields import SuppressField, by_block

LAW = {"rule": "long-sentence", "reason": "quoted from the law: section 2"}
FILM = {"rule": "vague-link-text", "reason": "a film [1999]", "block": "1f0c9a5e"}


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("", []),
        (None, []),
        ("long-sentence: quoted from the law: section 2", [LAW]),
        (
            " vague-link-text [1f0c9a5e] : a film [1999] \r\n\n"
            "long-sentence:quoted from the law: section 2",
            [FILM, LAW],
        ),
        ([LAW, {**FILM, "rule": " vague-link-text"}], [LAW, FILM]),
        # nothing is refused: the linter says what is wrong with it
        ("long-sentence", [{"rule": "long-sentence", "reason": ""}]),
        ("[a] b: c", [{"rule": "[a] b: c", "reason": ""}]),
    ],
)
def test_a_finding_a_line(typed: object, stored: list[dict[str, str]]) -> None:
    field = SuppressField().formfield()
    assert field.clean(typed) == stored
    assert not field.has_changed(stored, typed)


def test_what_is_stored_can_be_typed_again() -> None:
    field = SuppressField().formfield()
    shown = field.prepare_value([LAW, FILM, {"rule": "long-sentence", "reason": "two\nlines"}])
    assert shown.splitlines() == [
        "long-sentence: quoted from the law: section 2",
        "vague-link-text [1f0c9a5e]: a film [1999]",
        "long-sentence: two lines",
    ]
    assert field.clean(shown)[:2] == [LAW, FILM]


@pytest.mark.parametrize(
    "value",
    [
        {"a": 1},
        ["long-sentence"],
        [{"rule": "long-sentence"}],
        [{**LAW, "on": "Monday"}],
        [{**LAW, "reason": 7}],
    ],
)
def test_only_rules_with_reasons(value: object) -> None:
    with pytest.raises(ValidationError, match="must be a list of rules with reasons"):
        SuppressField().clean(value, None)


def test_as_content_files_hold_them() -> None:
    assert by_block([LAW, FILM, LAW]) == {
        "": [LAW, LAW],
        "1f0c9a5e": [{"rule": "vague-link-text", "reason": "a film [1999]"}],
    }
