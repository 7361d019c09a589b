from __future__ import annotations

from collections.abc import Iterator

from lint import crisis
from lint.crisis_numbers import RETIRED, Given, called, given, known_as, near_misses
from lint.document import Document, Group
from lint.patterns import Pattern
from lint.rule import Example, Found, Hit, Judges, Severity, Theme, rule

_OF_THE_PAST = Pattern(
    r"\b(?:old|older|former|formerly|previous|previously|replaced|used\ to|was|until|no\ longer"
    r"|retired)\b"
)


@rule(
    Severity.ERROR,
    theme=Theme.SAFETY,
    judges=Judges.EVERYTHING,
    source="988 Suicide and Crisis Lifeline; the pages of each line in the table",
    advice="Copy the number from the line's own page, or choose a crisis resource of the library.",
    passes=[
        "Call or text 988.",
        "The old number was 1-800-273-8255. Now call 988.",
        "The old lifeline number, 1-800-273-8255, was replaced.",
        "Call us on 555 0100 about parking.",
        "In 988 cases the call was short.",
        Example(
            '<html lang="en-GB"><p>Call Samaritans on 116 123.</p></html>',
            reader="html",
        ),
        "Call your local Samaritans branch on 0330 555 0100, or call 988.",
    ],
    fails=[
        "Call ⟦1-800-273-8255⟧ if you feel hopeless.",
        "You can call ⟦1-800-273-TALK (8255⟧) at night.",
        Example(
            '<html lang="en-GB"><p>Call Samaritans on ⟦116 132⟧.</p></html>',
            reader="html",
        ),
        Example(
            '<html lang="en-GB"><p>Call Samaritans on ⟦08457 90 90 90⟧.</p></html>',
            reader="html",
        ),
        Example(
            '<html lang="en-GB"><p>Call or text ⟦988⟧ at any time.</p></html>',
            reader="html",
        ),
        "Text the Crisis Text Line at ⟦74174⟧, or call 988.",
        "Call [⟦988⟧](tel:998) at any hour.",
    ],
)
def crisis_resource_wrong_or_old(document: Document) -> Found:
    """A crisis number is one that somebody answers where the reader is.

    A digit that is wrong sends a person at risk to nobody: an error. The number of another country
    where the page gives none of the reader's own, or a line's old number without its present one
    (the US lifeline's before 988, Samaritans' before 116 123), is a warning. Numbers are held
    against tables by country; one that no table knows is left alone.
    """
    yield from _mistyped(document)
    numbers = given(document)
    yield from _old(numbers)
    own = crisis.routes(document)
    if own is None or not numbers or crisis.offers(document, own, overdose_only=True):
        return
    country = crisis.country(document)
    foreign = next((each for each in numbers if country not in each.countries), None)
    if foreign is not None:
        yield Hit(
            foreign.line.span(foreign.start, foreign.end),
            "This crisis number is for another country, and none of the reader's own is given.",
            advice=f"Give the reader's own route: {own.suggestion}",
            severity=Severity.WARNING,
        )


def _mistyped(document: Document) -> Iterator[Hit]:
    for miss in near_misses(document):
        yield Hit(
            miss.line.span(miss.start, miss.end),
            f"This is not the number of a crisis line; {miss.meant} looks like it.",
        )
    for block in document.body:
        if not block.links or block.inside(Group.SOURCES):
            continue
        for link in block.links:
            dialled = called(link)
            if not dialled:
                continue
            shown = "".join(filter(str.isdigit, block.text.plain[link.start : link.end]))
            if known_as(shown) and known_as(dialled) != known_as(shown):
                yield Hit(block.link_span(link), f"The link shows {shown} and calls {dialled}.")


def _old(numbers: tuple[Given, ...]) -> Iterator[Hit]:
    current = {each.digits for each in numbers}
    for each in numbers:
        old = RETIRED.get(each.digits)
        if old is None or old.now in current:
            continue
        around = each.line.before(each.start, 60) + each.line.after(each.end, 40)
        if not _OF_THE_PAST.search(around):
            yield Hit(
                each.line.span(each.start, each.end),
                f"This is the old number of {old.line}.",
                advice=old.advice,
                severity=Severity.WARNING,
            )
            return
