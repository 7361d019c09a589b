from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lint import crisis, health
from lint.document import Document, Group, Kind, Span
from lint.health import CONDITION, Line, Term
from lint.patterns import Pattern, Words
from lint.rule import CouldNotCheck, Found, Hit, Judges, Severity, Theme, rule

_HEADS = Words(
    "depressive major clinical bipolar manic mania schizophrenia schizoaffective psychosis "
    "psychotic eating anorexia bulimia ptsd traumatic posttraumatic substance opioid alcohol heroin"
)
_FAMILIES: Mapping[str, tuple[str, ...]] = {
    "major depression": (
        "major depression",
        "major depressive disorder",
        "clinical depression",
        "psychotic depression",
    ),
    "bipolar disorder": (
        "bipolar disorder",
        "bipolar",
        "bipolar affective disorder",
        "bipolar 1 disorder",
        "bipolar i disorder",
        "bipolar 2 disorder",
        "bipolar ii disorder",
        "manic episode",
        "mania",
    ),
    "schizophrenia": ("schizophrenia", "schizoaffective disorder", "paranoid schizophrenia"),
    "psychosis": ("psychosis", "psychotic episode", "postpartum psychosis"),
    "eating disorders": (
        "eating disorder",
        "anorexia",
        "anorexia nervosa",
        "bulimia",
        "bulimia nervosa",
        "binge eating disorder",
    ),
    "PTSD": (
        "ptsd",
        "complex ptsd",
        "post traumatic stress disorder",
        "posttraumatic stress disorder",
    ),
    "substance use disorder": (
        "substance use disorder",
        "opioid use disorder",
        "alcohol use disorder",
        "opioid addiction",
        "heroin addiction",
    ),
}
_FAMILY = {name: family for family, names in _FAMILIES.items() for name in names}
_HEADED = frozenset({Kind.TITLE, Kind.HEADING, Kind.TERM})
_UNREAD = frozenset({Kind.DESCRIPTION, Kind.META, Kind.IMAGE, Kind.CAPTION, Kind.LABEL})
_LEADS = Pattern(r"(?:\ \(\ [\w\ ]{1,20}\ \))?\ [:\u2014]\ ")
_LISTS_OF_TERMS = Pattern(r"\b(?:glossary|a\ to\ z|policy|policies|terms)\b")
_SUBJECT_FROM = 3
"""Mentions from which on a condition is a subject of the page."""


@dataclass(frozen=True)
class _Mention:
    span: Span
    family: str
    headed: bool


@rule(
    Severity.WARNING,
    theme=Theme.SAFETY,
    judges=Judges.CLINICAL,
    source="NHS content style guide, care cards",
    passes=[
        "# Bipolar disorder\n\nMoods rise and fall. In a crisis, call or text 988.",
        "Some people with insomnia also have PTSD.",
        "Schizophrenia is one of many conditions. We train staff in all of them.",
        "# Glossary\n\n## Schizophrenia\n\nA condition that changes how people think.",
        "# Anxiety\n\nWorry that does not stop.",
        "## PTSD\n\nIf you cannot keep safe, go to the emergency department.",
    ],
    fails=[
        "# Living with ⟦bipolar disorder⟧\n\nMoods rise and fall.",
        "Therapy can help with:\n\n- ⟦Major Depressive Disorder⟧ \u2013 it lifts mood.",
        "⟦Psychosis⟧ can begin slowly. Early psychosis is often missed. Psychosis can be treated.",
        "## Help for ⟦eating disorders⟧\n\nA dietitian can help. Ask your doctor.",
    ],
)
def severe_condition_without_crisis_block(document: Document) -> Found:
    """A page about a severe condition says where to turn in a crisis.

    Somebody who reads about psychosis, an eating disorder or major depression may be in danger
    today, even if the page never speaks of suicide. Where such a condition has a heading, begins an
    entry of a list, or is named three times, the page carries a crisis block or a route.
    """
    subject = _subject(list(_mentions(document)))
    if subject is None or any(
        _LISTS_OF_TERMS.search(line.text)
        for line in health.lines_with(document, _TITLES)
        if line.block.kind is Kind.TITLE or line.block.level == 1
    ):
        return
    if crisis.has_route(document):
        return
    unread = next(crisis.unread_resources(document), None)
    if unread is not None:
        yield CouldNotCheck(unread, "the chosen crisis resource could not be looked up")
        return
    table = crisis.routes(document)
    route = table.suggestion if table else "Name the crisis line of the reader's country."
    yield Hit(
        subject.span,
        f"This page is about {subject.family} and has no crisis block.",
        advice=f"Add a crisis resources block, or a sentence such as: {route}",
    )


_TITLES = Words("glossary z policy policies terms")


def _mentions(document: Document) -> Iterator[_Mention]:
    for line in health.lines_with(document, _HEADS):
        block = line.block
        if block.kind in _UNREAD or block.inside(Group.SOURCES, Group.QUOTE):
            continue
        for term in line.terms:
            family = _FAMILY.get(term.words) if term.tag == CONDITION else None
            if family:
                yield _Mention(line.span(term.start, term.end), family, _is_headed(line, term))


def _is_headed(line: Line, term: Term) -> bool:
    """Whether the condition has a heading, or an entry of a list of its own."""
    if line.block.kind in _HEADED:
        return True
    begins = term.start == 0 and line.sentence.start == 0 and line.block.kind is Kind.ITEM
    return begins and _LEADS.match(line.text, term.end) is not None


def _subject(mentions: list[_Mention]) -> _Mention | None:
    """The mention that shows the page to be about a severe condition, a heading before all."""
    headed = next((each for each in mentions if each.headed), None)
    if headed is not None:
        return headed
    counts: dict[str, int] = {}
    for each in mentions:
        counts[each.family] = counts.get(each.family, 0) + 1
    return next((each for each in mentions if counts[each.family] >= _SUBJECT_FROM), None)
