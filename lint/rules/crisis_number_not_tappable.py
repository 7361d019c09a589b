from __future__ import annotations

from lint.crisis_numbers import EMERGENCY, RETIRED, Given, called, given, known_as
from lint.document import Document, Group, Kind
from lint.mends import MakeLink
from lint.rule import Found, Hit, Judges, Severity, Theme, rule

_LINKED = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.CELL})
"""Blocks in which an author can put a link."""
_TEXTED = frozenset({"741741", "838255", "678678", "85258", "88247"})
"""Numbers that take text messages and no calls."""


@rule(
    Severity.INFO,
    theme=Theme.SAFETY,
    judges=Judges.PAGES,
    source="Our own observation: most readers hold a telephone while they read",
    advice='Link the number, as in "[988](tel:988)" or <a href="tel:988">988</a>.',
    passes=[
        "Call or text [988](tel:988) at any time.",
        "[Call Samaritans on 116 123](tel:116123) at any hour.",
        "If a life is in danger, call 911.",
        "[Call 988](tel:988) or text 988 at any hour.",
        "In the survey 988 people answered the phone.",
        "Call your dentist on 555 0100.",
    ],
    fails=[
        "Call or text ⟦988⟧ at any time.",
        "Text HOME to ⟦741741⟧.",
        "Call Samaritans on ⟦116 123⟧ at any hour.",
        "Call [988](https://988lifeline.org) or ⟦1-800-273-8255⟧.",
    ],
)
def crisis_number_not_tappable(document: Document) -> Found:
    """The number of a crisis line is a link that dials it.

    Somebody in distress should not have to copy digits. A number in a crisis resource of the
    library dials by itself, and plain text can hold no link.
    """
    if document.name.lower().endswith(".txt"):
        return
    for number in given(document):
        block = number.line.block
        if number.digits in EMERGENCY or block.kind not in _LINKED:
            continue
        if block.inside(Group.CRISIS, Group.LIBRARY, Group.SOURCES, Group.QUOTE):
            continue
        span = number.line.span(number.start, number.end)
        if any(known_as(called(link)) == number.digits for link in block.links):
            continue
        linked = (block.link_span(link) for link in block.links)
        if not any(each.start <= span.start and span.end <= each.end for each in linked):
            yield Hit(
                span,
                f'Readers cannot tap "{span.quote}" to call it.',
                mends=[] if number.digits in RETIRED else [MakeLink(span, _dialling(number))],
            )


def _dialling(number: Given) -> str:
    """The address that calls, or writes to, a number."""
    return f"{'sms' if number.digits in _TEXTED else 'tel'}:{number.digits}"
