"""Numbers of crisis lines in a text, and those that are nearly one."""

from __future__ import annotations

import pytest

from lint.crisis_numbers import given, near_misses
from lint.readers import markdown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call or text 988.", ["988"]),
        ("Call 1-800-273-8255 or 1-800-273-TALK.", ["18002738255", "18002738255"]),
        ("Call (800)273-TALK (8255).", ["18002738255"]),
        ("Call 1 (800) 273-TALK.", ["18002738255"]),
        ("Call (800) 273-8255.", ["18002738255"]),
        ("Samaritans: 08457 90 90 90", ["08457909090"]),
        ("Call Samaritans on 0845 790 9090.", ["08457909090"]),
        ("Call Samaritans on 116 123, 24 hours a day.", ["116123"]),
        ("Call Samaritans on +44 116 123.", ["116123"]),
        ("Call 999 or 0800 1111.", ["999", "08001111"]),
        ("In 2023, 988 people called.", []),
        ("Call at room 988.", []),
        ("Call the clinic on 555 0100.", []),
    ],
)
def test_finds_the_numbers_given(text: str, expected: list[str]) -> None:
    assert [number.digits for number in given(markdown.read(text, "a"))] == expected


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Call Samaritans on 116 132.", ["116123"]),
        ("Call Samaritans on 16123.", ["116123"]),
        ("Text HOME to 741714.", ["741741"]),
        ("Call the 988 Suicide & Crisis Lifeline at 998.", ["988"]),
        ("Call the Suicide & Crisis Lifeline at 9888.", ["988"]),
        ("Call 1-800-273-8225 tonight.", ["18002738255"]),
        ("Call Samaritans on 116 123.", []),
        ("Call Samaritans on 08457 90 90 90.", []),
        ("Call the garage on 08457 90 90 91.", []),
        ("Call Samaritans in Leeds on 0330 555 0100.", []),
        ("Call our shop on 131 999 now.", []),
        ("Call 1161 people.", []),
    ],
)
def test_finds_numbers_with_a_wrong_digit(text: str, meant: list[str]) -> None:
    assert [miss.meant for miss in near_misses(markdown.read(text, "a"))] == meant
