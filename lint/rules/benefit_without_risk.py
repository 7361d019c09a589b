from __future__ import annotations

from lint import cues, health
from lint.document import Document, Kind, Section
from lint.health import THERAPY, Line
from lint.patterns import Pattern, Words
from lint.rule import Found, Judges, Severity, Theme, rule
from lint.text import analysis

_BENEFITS = frozenset(
    """
    relieve relieves relieved ease eases eased reduce reduces reduced lift lifts lifted improve
    improves improved prevent prevents prevented calm calms calmed lower lowers lowered stabilise
    stabilises stabilize stabilizes boost boosts restore restores lessen lessens soothe soothes
    control controls help helps protect protects shorten shortens
    """.split()
)
WORDS = Words(" ".join(sorted(_BENEFITS)))
_TREATMENTS = ("MEDICINE", "CLASS", "THERAPY", "surgery", "injection", "implant")
_BENEFIT = f"(?:{'|'.join(sorted(_BENEFITS))})"
_CLAIM = Pattern(
    rf"(?<!\w)(?:MEDICINE|CLASS|THERAPY|(?:\w+\ )?surgery|injections?|implants?)"
    rf"(?:\ \(\ [\w\ ]{{1,30}}\ \)|\ ,\ (?:[\w']+\ ){{1,8}},"
    rf"|\ (?:in|at)\ (?:[\w']+\ (?:,\ )?){{1,4}}doses?)?"
    rf"\ (?:(?!may\b|can\b|might\b|could\b|cannot\b|to\b|for\b|and\b|or\b|not\b|who\b|that\b|is\b"
    rf"|are\b|if\b|will\ not\b|does\b|do\b)[\w']+\ ){{0,3}}?"
    rf"(?<!\ in\ )(?<!\ at\ )(?<!\ of\ ){_BENEFIT}\b"
)
_LIMIT = Pattern(
    rf"\b(?:but\ not|only\ {_BENEFIT}|(?:(?:do|does|did|will|can)\ not|cannot|don't|doesn't"
    rf"|didn't|won't|can't)\ (?:also\ |fully\ |always\ |completely\ )?(?:{_BENEFIT}|cure|treat"
    r"|stop|heal|remove|replace|last))\b"
)
"""What a treatment does not do."""
_SAME = Pattern(r"(?:it|they|this|these)\ ")
_PROCEDURE = Pattern(
    r"surgery|replacement|electroconvulsive|\bect\b|dialysis|radi(?:o|ation)|infusion|stimulation"
    r"|transplant|stem\ cell"
)
_RISK = Pattern(
    r"\b(?:side\ effects?|adverse|risks?|risky|dependen\w+|addicti\w+|withdrawal|unsuitable"
    r"|not\ (?:suitable|right|safe)|allerg\w+|interact\w*|overdose|warnings?|harm(?:s|ful)?"
    r"|complications?|drows\w+|sleepy|dizz\w+|nausea|sickness|bleed\w*|leaflet|uncertain"
    r"|not\ (?:work|help)|not\ everyone|not\ for\ everyone|limits|downsides?|drawbacks?"
    r"|disadvantages?|cautions?|careful\w*|precautions?|unwanted|side-effects?)\b"
)


@rule(
    Severity.WARNING,
    theme=Theme.EVIDENCE,
    judges=Judges.CLINICAL,
    source="CDC Clear Communication Index, 19; PIF TICK criteria",
    advice="Say in the same section what the risks or side effects are, or link to them.",
    passes=[
        "Sertraline lifts low mood. It may make you feel sick, and other side effects are listed.",
        "Sertraline can help with low mood.",
        "Ibuprofen eases pain. [Side effects of ibuprofen](https://riverside.org/risks).",
        "Lithium steadies mood.\n\n## Side effects of lithium\n\nYour hands may shake.",
        "Ibuprofen does not ease this pain.",
        "Counselling eases worry.",
        "Flu vaccine helps to prevent flu but not colds.",
        "Morning-after pills only prevent a pregnancy. They do not protect you from infections.",
    ],
    fails=[
        "⟦Sertraline lifts⟧ low mood and brings back joy.",
        "## Tablets\n\n⟦Beta blockers quickly calm⟧ a racing heart. Ask for them.",
        "⟦Antibiotics, taken early, shorten⟧ the illness.",
        "⟦Hip surgery relieves⟧ pain for years.",
        "⟦Ketamine in low doses quickly lifts⟧ low mood.",
        "⟦Statins lower⟧ cholesterol and do not cost much.",
    ],
)
def benefit_without_risk(document: Document) -> Found:
    """What a medicine or an operation does for people stands beside what it may do to them.

    A reader who meets only the good side cannot choose. The section that praises a medicine by name
    says something of side effects, risks or for whom it does not work, or links to it; a section of
    its own about side effects serves the whole page. "Can help" promises little and is let be, and
    so is a claim that says what the medicine does not do ("but not colds"). A risk of any medicine
    in the section counts, as only a reader can tell whose it is; one finding a section is enough.
    """
    judged: set[int] = set()
    sections: dict[object, int] = {}
    for line in health.lines_with(document, WORDS):
        claim = _claim(line)
        if claim is None or cues.quoted(document, line, *claim):
            continue
        if not sections:
            sections = {
                block: number
                for number, section in enumerate(document.sections)
                for block in section.blocks
            }
            if any(_heads_risks(section) for section in document.sections):
                return
        number = sections.get(line.block, -1)
        if number < 0 or number in judged:
            continue
        judged.add(number)
        if _says_limit(document, line, claim[0]) or _has_risk(document.sections[number]):
            continue
        where = line.span(*claim)
        yield where, f'"{where.quote}" names a benefit in a section that names no risk.'


def _claim(line: Line) -> tuple[int, int] | None:
    if line.question or _BENEFITS.isdisjoint(line.text.split(" ")):
        return None
    if not any(each in line.text for each in _TREATMENTS):
        return None
    for match in _CLAIM.finditer(line.text):
        talks = any(
            term.tag == THERAPY and not _PROCEDURE.search(term.words)
            for term in line.near(match.start(), 1)
            if term.start == match.start()
        )
        if talks:
            continue
        if not cues.negated(line, match.end()) and not cues.hedged(line, match.end()):
            return match.span()
    return None


def _says_limit(document: Document, line: Line, start: int) -> bool:
    """Whether the claim, or a sentence about the same after it, says what is not to be had."""
    if _LIMIT.search(line.text, start):
        return True
    following = analysis(document).after(line.sentence)
    words = "" if following is None else following.words.lower()
    return bool(_SAME.match(words) and _LIMIT.search(words))


def _heads_risks(section: Section) -> bool:
    heading = section.heading
    return heading is not None and bool(_RISK.search(heading.words.lower()))


def _has_risk(section: Section) -> bool:
    """Whether the section names a risk in its words or links to a page about one."""
    return any(
        block.kind is not Kind.CODE
        and (
            _RISK.search(block.words.lower())
            or any(
                _RISK.search((link.href or "").lower().replace("-", " ")) for link in block.links
            )
        )
        for block in section.blocks
    )
