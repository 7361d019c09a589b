from __future__ import annotations

from collections.abc import Iterator

from lint import cues, health
from lint.document import Document
from lint.health import CONDITION, Line
from lint.patterns import Pattern, Words
from lint.rule import Found, Hit, Severity, Theme, rule

WORDS = Words("schizophreni* autis* psychotic anorexi* manic ocd* bipolar* adhd* ptsd*")
_ADJECTIVES = ("schizophrenic", "autistic", "psychotic", "anorexic", "manic")
_NAMES = frozenset({"ocd", "bipolar", "adhd", "ptsd", "autism", "schizophrenia", "anorexia"})

_DIAGNOSIS = r"(?:CONDITION|schizophrenic|autistic|psychotic|anorexic|manic)"
_ENDS = (
    r"(?=$|\ [,;:!?.()\u2014]|\ (?:about|today|lately|sometimes|when|with|over|these|this|right"
    r"|again|that|and|but|at\ the\ moment|in\ the|on)\b)"
)
_THINGS = frozenset(
    """
    weather market markets economy economies climate policy policies government traffic schedule
    diary car engine computer phone internet app season spring summer winter autumn april stock
    stocks price prices film music song plot rule rules team party budget politics forecast week
    software website kitchen desk house wardrobe spending
    """.split()
)
_THING = f"(?:{'|'.join(sorted(_THINGS))})"
_A_BIT = Pattern(
    rf"\b(?:so|a\ bit|a\ little(?:\ bit)?|completely|totally|super|kind\ of|kinda|sort\ of|slightly"
    rf"|such|really)\ (?P<what>{_DIAGNOSIS}){_ENDS}"
)
_THING_IS = Pattern(
    rf"\b{_THING}\ (?:(?:has|have|had|in|this|here|of)\ (?:\w+\ ){{0,2}})?(?:is|was|are|were|'s"
    rf"|seems?|feels?|been|gone|looks?|went|turned)\ (?:[\w']+\ ){{0,2}}?(?P<what>{_DIAGNOSIS})"
    r"(?!\ (?:disorder|people|patients))(?!\w)"
)
_OF_THING = Pattern(rf"\b(?P<what>{_DIAGNOSIS})\ (?:foreign\ )?{_THING}\b")
_FUSS = Pattern(
    r"\b(?P<what>CONDITION)\ (?:about\ (?:my|the|your|his|her|their)\b|(?:moment|streak|side)\b)"
)
_MINE = Pattern(
    r"\bmy\ inner\ (?P<what>CONDITION)\b|\b(?:a\ touch|a\ case)\ of\ (?P<of>CONDITION)\b"
)

_INTENSE = frozenset(
    "so bit little completely totally super kind kinda sort slightly such really".split()
)
_FAMILIES = (
    (_THINGS, _THING_IS),
    (_INTENSE, _A_BIT),
    (_THINGS, _OF_THING),
    (frozenset("about moment streak side".split()), _FUSS),
    (frozenset("inner touch case".split()), _MINE),
)
"""Figures of speech, each with the words of which a line with one holds one."""


@rule(
    Severity.WARNING,
    theme=Theme.LANGUAGE,
    source="AP Stylebook: mental illness",
    advice="Say what you mean: tidy, changeable, restless, torn.",
    passes=[
        "Bipolar disorder is treatable.",
        "He could not sleep, so his bipolar disorder came back.",
        "So OCD can be treated.",
        "My sister is bipolar and works as a pilot.",
        'Do not say "the weather is bipolar".',
        "PTSD can follow a bad birth.",
    ],
    fails=[
        "⟦The weather is bipolar⟧ this week.",
        "I am ⟦so OCD⟧ about my desk.",
        "It is a ⟦schizophrenic policy⟧ that helps nobody.",
        "She is ⟦a bit ADHD⟧ today.",
    ],
)
def diagnosis_as_metaphor(document: Document) -> Found:
    """A diagnosis is not a way to say tidy, changeable or restless.

    "So OCD" and "bipolar weather" make an illness that can wreck a life sound like a quirk, and
    leave people who have it without a word for it. In quotation marks it is an info.
    """
    for line in health.lines_with(document, WORDS):
        if not _could(line):
            continue
        for start, end in _metaphors(line):
            if cues.mentioned(document, line, start, end):
                continue
            quoted = cues.quoted(document, line, start, end)
            where = line.span(start, end)
            yield Hit(
                where,
                f'"{where.quote}" uses a diagnosis for something else.',
                severity=Severity.INFO if quoted else None,
            )


def _could(line: Line) -> bool:
    return any(word in line.text for word in _ADJECTIVES) or any(
        term.words in _NAMES for term in line.terms if term.tag == CONDITION
    )


def _metaphors(line: Line) -> Iterator[tuple[int, int]]:
    ends = 0
    held = frozenset(line.text.split(" "))
    for needed, pattern in _FAMILIES:
        if needed.isdisjoint(held):
            continue
        for match in pattern.finditer(line.text):
            group = "of" if match.groupdict().get("of") else "what"
            if _is_diagnosis(line, *match.span(group)) and match.start() >= ends:
                start = match.start()
                if pattern is _THING_IS and line.text[max(0, start - 4) : start] == "the ":
                    start -= 4
                yield start, match.end()
                ends = match.end()


def _is_diagnosis(line: Line, start: int, end: int) -> bool:
    """Whether the word is one that people make a figure of speech of: OCD, not a cold."""
    if line.text[start:end] != CONDITION:
        return True
    return any(term.words in _NAMES for term in line.near(start, 1) if term.start == start)
