"""Plain text, which can hold no link."""

from __future__ import annotations

from lint import engine
from lint.readers import text
from lint.rules.crisis_number_not_tappable import crisis_number_not_tappable as rule


def test_plain_text_is_left_alone() -> None:
    document = text.read("Call or text 988 at any time.", "leaflet.txt")

    assert engine.check(document, selected=[rule]).findings == ()
