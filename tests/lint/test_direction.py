"""In which form a sentence sends its reader to a professional, if it does."""

from __future__ import annotations

import pytest

from lint import direction
from lint.direction import Form
from lint.readers import markdown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring your nurse today.", [("Ring your nurse", Form.DIRECTIVE)]),
        ("You should see a dentist.", [("see a dentist", Form.MODAL)]),
        (
            "The plan should be agreed with your midwife.",
            [("The plan should be agreed with your midwife", Form.JOINT)],
        ),
        (
            "Weigh the good and the bad with your doctor.",
            [("Weigh the good and the bad with your doctor", Form.CONSIDER)],
        ),
        (
            "This is no substitute for medical advice.",
            [("no substitute for medical advice", Form.NO_SUBSTITUTE)],
        ),
        (
            "Never change it before asking your prescriber.",
            [("before asking your prescriber", Form.CONDITION)],
        ),
        ("We cannot tell you. Your GP can.", [("Your GP can", Form.ANSWER)]),
        ("Nurses work here.", []),
        ("I asked my doctor.", []),
        ("Should you see a doctor?", []),
        ("[When to See Your Doctor](/when)", []),
        ("Please [call your doctor](tel:5550100).", [("call your doctor", Form.DIRECTIVE)]),
    ],
)
def test_form(text: str, expected: list[tuple[str, Form]]) -> None:
    document = markdown.read(text, "a")

    assert [(found.span.quote, found.form) for found in direction.directions(document)] == expected


@pytest.mark.parametrize(
    ("heading", "below", "counts"),
    [
        ("## When to see a doctor", "- your skin turns blue", True),
        ("## See your doctor if", "You faint.", True),
        ("## See your doctor", "## Read more\n\nHello.", False),
        ("## What a doctor does", "Doctors examine.", False),
    ],
)
def test_a_heading_counts_with_what_stands_under_it(heading: str, below: str, counts: bool) -> None:
    document = markdown.read(f"{heading}\n\n{below}", "a")

    assert bool(direction.directions(document)) is counts


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Always ask a health professional.", True),
        ("We accept no liability. Opinions are those of the authors.", False),
    ],
)
def test_site_wide_text(text: str, says: bool) -> None:
    assert direction.says_where_to_turn(text) is says
