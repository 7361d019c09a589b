from __future__ import annotations

from collections.abc import Iterator

from lint import cues, health
from lint.document import Document
from lint.health import CONDITION, Line
from lint.mends import Mend, reworded
from lint.patterns import Pattern, Words
from lint.rule import Found, Hit, Severity, Theme, rule

WORDS = Words("suffer* afflicted victim victims battle battles battled battling stricken plagued")

_DESCRIBED = r"(?:(?:[\w']+|,)\ ){0,5}?"
_PITY = Pattern(
    rf"""\b(?:
      (?:suffer(?:s|ed|ing)?\ (?:(?:badly|terribly|silently|severely|long)\ )?(?:from|with)
        |afflicted\ (?:by|with)|victims?\ of|stricken\ (?:by|with)|plagued\ (?:by|with)
        |battl(?:es?|ed|ing)(?:\ (?:with|against|on\ with))?
        |sufferers?\ (?:of|from|with))\ {_DESCRIBED}CONDITION
      | CONDITION\ (?:sufferers?|victims?)
    )(?!\w)"""
)
_SYMPTOMS = frozenset(
    {
        "acne", "back pain", "bed wetting", "bunion", "chronic pain", "concussion", "constipation",
        "dry eye", "food poisoning", "hair loss", "haemorrhoid", "heartburn", "hemorrhoid", "hives",
        "incontinence", "joint pain", "knee pain", "low mood", "mouth ulcer", "neck pain",
        "night terrors", "panic attack", "tooth decay", "vertigo", "whiplash",
    }
)  # fmt: skip
"""What people do suffer from: it hurts or frightens, and is no name for them."""

_NO_PERSON = Pattern(
    r"(?:\b(?:cells?|bod(?:y|ies)|system|medicines?|antibiotics?|drugs?|charit(?:y|ies)|government"
    r"|campaigns?|scientists|researchers|hospitals?|clinics?|services?|engines?|device|economy"
    r"|vaccines?|world|NAME|CLASS|MEDICINE|ROLES?)\ (?:(?:that|which|who|can|will|to|helps?|is|are"
    r"|was|were|has|have|had|been|may|often|also)\ ){0,3})$"
)


@rule(
    Severity.INFO,
    theme=Theme.LANGUAGE,
    source="AP Stylebook: disabilities; NHS style guide: inclusive content",
    advice='Write that somebody "has" or "lives with" the condition.',
    passes=[
        "Children can suffer from nightmares.",
        "She has asthma and runs every day.",
        'Avoid phrases such as "suffers from epilepsy".',
        "White cells battle pneumonia in the lungs.",
        "She was a victim of a car crash and has had back pain since.",
    ],
    fails=[
        "Many people who ⟦suffer from alcoholism⟧ work.",
        "He was ⟦afflicted by severe schizophrenia⟧ at 20.",
        "The home is for ⟦stroke victims⟧.",
        "She is ⟦battling depression⟧.",
        "⟦Migraine sufferers⟧ may need a dark room.",
    ],
)
def pity_wording(document: Document) -> Found:
    """People have a condition; whether they suffer is theirs to say.

    "Suffers from" and "victim of" ask for pity and tell readers who have just been diagnosed how
    their life will feel. Pain, nightmares and other symptoms are suffered, and are let be. So is
    what people say in quotation marks. A negation changes nothing: the wording is the fault.
    """
    for line in health.lines_with(document, WORDS):
        if not line.has(CONDITION):
            continue
        for match in _PITY.finditer(line.text):
            start, end = match.span()
            if (
                _is_symptom(line, start, end)
                or _NO_PERSON.search(line.text, max(0, start - 60), start)
                or cues.quoted(document, line, start, end)
                or cues.mentioned(document, line, start, end)
            ):
                continue
            where = line.span(start, end)
            yield Hit(where, f'"{where.quote}" asks for pity.', mends=_mends(line, start, end))


def _mends(line: Line, start: int, end: int) -> Iterator[Mend]:
    """ "Has", "had" or "with" in place of the verb, and people with what they have."""
    words = line.text[start:end].split(" ")
    before = line.before(start).split()
    last = before[-1] if before else ""
    verb = _VERB.match(line.text, start, end)
    if verb is not None:
        said = verb.group().split(" ")[0]
        following = line.text[verb.end() : end].lstrip().split(" ")[0]
        instead = _INSTEAD.get(said, "")
        if following in _OWNED:
            return
        if said in _PARTICIPLES and last in _AUXILIARIES:
            aside = start - len(last) - 1
            yield from reworded(line.span(aside, verb.end()), _AUXILIARIES[last])
        elif said in _PARTICIPLES and last in _PEOPLE:
            yield from reworded(line.span(start, verb.end()), "with")
        elif said not in _PARTICIPLES and instead:
            yield from reworded(line.span(start, verb.end()), instead)
    elif words[-1] == "sufferers" and len(words) == _CONDITION_AND_SUFFERERS:
        condition = line.span(start, start + len(words[0])).words
        if last in _BEFORE_PEOPLE and condition == condition.lower():
            yield from reworded(line.span(start, end), f"people with {condition}")
        elif not before and condition.lower() in _COMMON:
            yield from reworded(line.span(start, end), f"people with {condition.lower()}")


_CONDITION_AND_SUFFERERS = 2
_VERB = Pattern(
    r"(?:suffer(?:s|ed|ing)?\ (?:from|with)|(?:afflicted|stricken|plagued)\ (?:by|with)"
    r"|battl(?:ed|ing)(?:\ (?:with|against))?)(?=\ )"
)
_INSTEAD = {
    "suffer": "have",
    "suffers": "has",
    "suffered": "had",
    "battling": "living with",
    "battled": "lived with",
}
_PARTICIPLES = frozenset("suffering afflicted stricken plagued".split())
_AUXILIARIES = {"is": "has", "are": "have", "was": "had", "were": "had"}
_PEOPLE = frozenset(
    """
    people person patients patient those anyone someone everyone anybody somebody everybody adults
    adult children child men women man woman teenagers veterans students parents
    """.split()
)
_OWNED = frozenset("his her their your my our its".split())
_BEFORE_PEOPLE = frozenset("all and as by for from help helps in many most of or some to".split())
_COMMON = frozenset(
    """
    acne addiction anorexia anxiety arthritis asthma bulimia cancer dementia depression diabetes
    eczema epilepsy gout insomnia migraine osteoporosis psoriasis psychosis schizophrenia
    """.split()
)
"""Conditions that begin with a small letter inside a sentence."""


def _is_symptom(line: Line, start: int, end: int) -> bool:
    named = [term.words for term in line.near(start, end - start) if start <= term.start < end]
    return bool(named) and named[-1] in _SYMPTOMS
