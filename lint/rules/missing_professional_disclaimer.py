from __future__ import annotations

import re
from collections.abc import Iterator

from lint import direction, health
from lint.direction import Form
from lint.document import Block, Document, Group, Kind, Span
from lint.health import CLASS, CONDITION, MEDICINE, THERAPY, Line
from lint.rule import CouldNotCheck, Found, Judges, Severity, Theme, rule
from lint.site import Site

_NAMED = {
    MEDICINE: "a medicine",
    CLASS: "a class of medicines",
    THERAPY: "a therapy",
    CONDITION: "a condition",
}
_MEDICINES = (MEDICINE, CLASS)
_OWN_MEDICINE = re.compile(
    r"\b(?:your|prescribed|prescription|psychiatric|these|this|each|every|a|the|new)"
    r" (?:\w+ )?(?:medicines?|medications?|meds|tablets?|pills?|drugs?|capsules?"
    r"|antidepressants?)\b"
    r"|\b(?:take|taking|takes|prescribed?|prescribing) (?:\w+ ){0,2}(?:medicines?|medications?"
    r"|meds|tablets?|pills?)\b"
)
_DOSE = re.compile(
    r"\b\d+(?:[.,]\d+)? (?:mg|mcg|micrograms?|milligrams?|\u00b5g|ug|units?|puffs?|tablets?"
    r"|pills?|capsules?|drops|doses?)\b"
    r"|\b(?:dose|doses|dosage)\b"
)
_STOPPING = re.compile(
    r"\b(?:start|starting|stop|stopping|begin|beginning|change|changing|come off|coming off"
    r"|quit|quitting)"
    r" (?:\w+ ){0,3}(?:treatment|medicines?|medications?|tablets?|pills?|therapy)\b"
)
_YOUR_SYMPTOMS = re.compile(
    r"\b(?:your symptoms?|symptoms you)\b"
    r"|\byou(?:'re|'ve)? (?:(?:may|might|could|can|often|always|also|still|have|are|feel|be"
    r"|been|felt) ){0,4}"
    r"(?:(?:feel|feeling|have|having|notice|get|getting|experience|experiencing"
    r"|feels) )?(?:(?:very|more|so|really|a|an|any|some|trouble|always|constantly|often) ){0,3}"
    r"(?:tired|exhausted|sad|on edge|hopeless|worthless|dizzy|sick|nauseous|breathless|anxious"
    r"|panicky|restless|irritable|numb"
    r"|faint|depressed|empty|tearful|worried|shaky|feverish|wheezy|unwell|agitated|sleeping"
    r"|headaches?|pain|chest pain|fever|nightmares|flashbacks|rash|cough"
    r"|palpitations|nausea|cramps?|swelling|itching|vomiting|bleeding|hot flushes|hot flashes"
    r"|low|fatigue|night sweats)\b"
)
_SELF_ASSESSMENT = re.compile(
    r"\b(?:self (?:test|assessment|check|screening|diagnos\w+)|symptom checker|phq 9|gad 7"
    r"|(?:quiz|test|questionnaire|checklist|score) (?:\w+ ){0,6}(?:if you|whether you|you have"
    r"|you are|do you have))\b"
)
_SELLING = frozenset({Form.DIRECTIVE, Form.MODAL, Form.CONSIDER, Form.ANSWER})
_READ_KINDS = frozenset(
    {
        Kind.TITLE,
        Kind.SUMMARY,
        Kind.HEADING,
        Kind.CARD_HEADING,
        Kind.PARAGRAPH,
        Kind.ITEM,
        Kind.TERM,
        Kind.CELL,
    }
)


@rule(
    Severity.ERROR,
    theme=Theme.SAFETY,
    judges=Judges.CLINICAL,
    source="HONcode principle 2 (complementarity); NHS content style guide, care cards",
    advice="Add a sentence that ties the decision to a professional, such as "
    '"Talk to your doctor or pharmacist before you change anything", or a disclaimer block.',
    passes=[
        "Mirtazapine can make you sleepy. Ask your pharmacist when to take it.",
        "Which dose of mirtazapine suits you should be worked out with your prescriber.",
        "This leaflet on CBT is no substitute for professional advice.",
        "This page cannot say which tablet fits you. Your GP can.",
        "Tell your nurse about any fits.\n\nLamotrigine is used for epilepsy.",
        "On no account come off mirtazapine without a word with your GP.",
        "Come to our summer fair. The Bipolar Trust has a cake stall.",
        "Our lifts are being mended this week.",
    ],
    fails=[
        "Mirtazapine can make you sleepy.",
        "Psychiatrists prescribe mirtazapine for adults.",
        "You no longer need to see a doctor to get mirtazapine.",
        "Mirtazapine can help. My sister told me to see a psychiatrist.",
        "CBT can help. Read our guide, When to See a Therapist.",
        "Mirtazapine can help. You might think that you should ask a doctor.",
        "Mirtazapine is ready. Ask the pharmacist for a bag.",
        "Take 15 mg at night. Our doctors are ready, so call today.",
    ],
)
def missing_professional_disclaimer(document: Document, site: Site) -> Found:
    """Clinical articles send readers to somebody who knows them before they decide.

    A page cannot examine anybody. Where it names a medicine, a therapy or a condition, it says who
    can: in a sentence, in a disclaimer block, or, where no medicine is discussed, in the text that
    every page of the site carries. Naming a role is not enough: "psychiatrists prescribe it" sends
    nobody anywhere.
    """
    trigger = next(_triggers(document), None)
    if trigger is None:
        return
    if qualifying_sentences(document, site):
        return
    unread = next(_unread_disclaimers(document), None)
    if unread is not None:
        yield CouldNotCheck(unread, "the chosen disclaimer could not be looked up")
        return
    what, words = trigger
    message = (
        f'This article discusses {what} ("{words}") and never tells readers to decide with a'
        " health professional."
    )
    carried = site.disclaimer(document.locale)
    if carried and direction.says_where_to_turn(carried):
        medicine = next(_medicine_triggers(document), None)
        if medicine is None:
            return
        message += " The site-wide disclaimer is not enough where a medicine is discussed."
    yield None, message


def qualifying_sentences(document: Document, site: Site | None = None) -> tuple[Span, ...]:
    """The sentences that count as the article's disclaimer, in reading order.

    One that sends the reader to the publisher's own brand is a sales call and does not count.
    """
    brands = [brand.lower() for brand in (site.own_brands if site else ())]
    return tuple(
        found.sentence.span
        for found in direction.directions(document)
        if found.form not in _SELLING
        or not any(brand in found.sentence.words.lower() for brand in brands)
    )


def _unread_disclaimers(document: Document) -> Iterator[Block]:
    """Disclaimer blocks whose text stands in a library item that could not be found."""
    for block in document.body:
        inside = block.inside(Group.DISCLAIMER)
        if inside is not None and block.references and not block.words.strip():
            yield block


def _read(document: Document) -> Iterator[Line]:
    for block, block_lines in health.lines(document).items():
        if block.kind in _READ_KINDS and not block.inside(Group.DISCLAIMER, Group.SOURCES):
            yield from block_lines


def _triggers(document: Document) -> Iterator[tuple[str, str]]:
    """What makes the article need a disclaimer, and the words that do."""
    for line in _read(document):
        for term in line.terms:
            if term.tag in _NAMED:
                yield _NAMED[term.tag], line.span(term.start, term.end).quote
        for pattern, what in (
            (_DOSE, "a dose"),
            (_STOPPING, "starting or stopping treatment"),
            (_OWN_MEDICINE, "a medicine"),
            (_YOUR_SYMPTOMS, "the reader's symptoms"),
            (_SELF_ASSESSMENT, "self-assessment"),
        ):
            found = pattern.search(line.text)
            if found:
                yield what, line.span(*found.span()).quote


def _medicine_triggers(document: Document) -> Iterator[Line]:
    """Lines in which a medicine, a dose, or stopping is discussed."""
    for line in _read(document):
        if line.has(*_MEDICINES) or any(
            pattern.search(line.text) for pattern in (_DOSE, _STOPPING, _OWN_MEDICINE)
        ):
            yield line
