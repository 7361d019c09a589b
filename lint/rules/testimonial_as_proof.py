from __future__ import annotations

from lint import cues, health
from lint.document import ArticleKind, Document, Group
from lint.health import CLASS, MEDICINE, THERAPY, Line
from lint.patterns import Pattern, Words
from lint.rule import Found, Severity, Theme, rule
from lint.text import analysis

WORDS = Words(
    """
    life lives wonders cured healed transformed gone vanished disappeared fixed miracle me my thanks
    symptom changer
    """
)

_ONE = r"(?:me|him|her|them)"
_OWN = r"(?:my|his|her|their)"
_EFFECT = Pattern(
    rf"""\b(?:
      (?:gave|given|gives)\ {_ONE}\ (?:back\ )?{_OWN}\ (?:life|lives|self|sleep|confidence)
        (?:\ back)?
    | (?:saved|saves|changed|transformed)\ {_OWN}\ (?:life|lives|marriage)
    | turned\ {_OWN}\ (?:life|lives|world)\ around | got\ {_OWN}\ (?:life|lives|self)\ back
    | (?:cured|healed|fixed)\ (?:{_ONE}|{_OWN})
    | work(?:ed|s)\ (?:wonders|miracles|like\ magic|for\ {_ONE})
    | {_OWN}\ (?:[\w']+\ ){{1,3}}?(?:is|are|was|were|has|have|just|simply|soon)\ (?:\w+\ )?
      (?:gone|vanished|disappeared|cured|healed|went)
    | {_OWN}\ (?:[\w']+\ ){{1,3}}?(?:went\ away|vanished|disappeared|melted\ away)
    | (?:stopped|ended|lifted|eased|took\ away|got\ rid\ of)\ {_OWN}
    | made\ {_OWN}\ (?:[\w']+\ ){{1,3}}?(?:disappear|go\ away|vanish|better)
    | (?:i|he|she)\ (?:have|has|had|'s|am|was|is)\ (?:\w+\ ){{0,2}}(?:symptom\ free|cured|healed
      |pain\ free)
    | game\ changer\ for\ {_ONE}
    | (?:thanks\ to|after|since\ (?:starting|taking|trying|i\ started|i\ tried|i\ took))
      \ (?:\w+\ ){{1,6}},\ (?:i|he|she)\ (?:feels?|felt|sleeps?|slept|never|no\ longer)
    )(?!\w)"""
)
_TREATMENT = Pattern(
    r"\b(?:treatments?|therap(?:y|ies|ist)|medication|medicine|tablets?|pills?|course|programme"
    r"|program|clinic|supplements?|tea|oil|app|method|diet|patch|injections?|sessions?|surgery"
    r"|technique)\b"
)
_ME = Pattern(r"\b(?:i|me|my|i'm|i've)\b")
_SAID = Pattern(r"\b(?:says?|said|told|tells|writes?|wrote|recalls?|explains?|adds?|reports?)\b")
_NEAR = 300
"""How many characters off what is told the teller can stand."""

_DOUBT = Pattern(
    r"\b(?:not|never|n't|nothing|no|wish\w*|hop(?:e|ed|ing)|if|whether|thought|might|could\ have"
    r"|would|does\ not|myths?|beware|wary|adverts?|claims?|lonely|while)\b|n't\b"
)


@rule(
    Severity.WARNING,
    theme=Theme.EVIDENCE,
    source="FTC, Endorsement guides (2023); FDA, Health fraud scams",
    advice="Tell the story without the cure, or say beside it what trials found.",
    passes=[
        "Jo describes living with OCD.",
        '"I was afraid of my first therapy session," says Jo.',
        "Therapy did not change my life, says Jo.",
        '"My doctor told me how lithium works," says Jo.',
        "Surgery saved the lives of many people.",
    ],
    fails=[
        "Lithium ⟦gave me my life back⟧ in a week, says Jo.",
        '"This tea ⟦cured my⟧ insomnia," says Lou.',
        "Hypnosis ⟦worked wonders⟧ for Ana, who could not sleep, and I saw it, says her son.",
        "> After two sessions of EMDR ⟦my nightmares were gone⟧.",
    ],
)
def testimonial_as_proof(document: Document) -> Found:
    """One person's recovery does not show that a treatment works.

    People get better for many reasons, and those who did not are not asked. "It gave me my life
    back" beside the name of a treatment promises the same to the reader. Stories about living with
    an illness are welcome; a block or an article that is marked as a personal story is one.
    """
    if document.article_kind is ArticleKind.STORY:
        return
    for line in health.lines_with(document, WORDS):
        if line.question or line.block.inside(Group.STORY):
            continue
        found = list(_EFFECT.finditer(line.text))
        if not found or not _names_treatment(document, line):
            continue
        for match in found:
            start, end = match.span()
            if (
                not _is_testimony(document, line, start, end)
                or _DOUBT.search(line.text, cues.clause_start(line, start), start)
                or cues.mentioned(document, line, start, end)
            ):
                continue
            where = line.span(start, end)
            yield where, f'"{where.quote}" offers one person\'s story as proof.'
            break


def _is_testimony(document: Document, line: Line, start: int, end: int) -> bool:
    """Whether a person speaks of themselves, or somebody is quoted or reported."""
    near = (max(0, start - _NEAR), min(len(line.text), end + _NEAR))
    return (
        bool(_ME.search(line.text, *near) or _SAID.search(line.text, *near))
        or line.block.inside(Group.QUOTE) is not None
        or cues.quoted(document, line, start, end)
    )


def _names_treatment(document: Document, line: Line) -> bool:
    """Whether the sentence, or one beside it, names what the person was treated with."""
    if line.has(MEDICINE, CLASS, THERAPY) or _TREATMENT.search(line.text):
        return True
    sentences = analysis(document)
    return any(
        other.has(MEDICINE, CLASS, THERAPY) or _TREATMENT.search(other.text)
        for beside in (sentences.before(line.sentence), sentences.after(line.sentence))
        if beside is not None
        for other in health.read(beside.words)
    )
