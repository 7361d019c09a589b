from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lint import cues, health
from lint.chapters import Chapter, chapters
from lint.document import Block, Document, Group, Kind
from lint.health import MEDICINE, ROLE, ROLES, Line, Term
from lint.patterns import Pattern, Words
from lint.rule import Found, Judges, Severity, Theme, rule

_UNITS = Words(
    "mg mcg ug \u03bcg g gram* microgram* milligram* ml millilit* tablet tablets pill pills "
    "capsule capsules puff puffs drops units iu sachet* spoonful* teaspoon*"
)
_SENDS_ON = Words(
    "ROLE ROLES prescri* leaflet* label* packet* package* directed instruct* advised clinic"
)
_LEAFLET = Pattern(
    r"""\bprescri\w+\b|\b(?:as|if)\ (?:you\ (?:are|were)\ )?(?:directed|instructed|advised|told)\b
      |\b(?:follow|following|read|check|see|as|on|in|with|inside|says?|come|comes)\b
      (?:\ [\w']+){0,5}\ (?:leaflets?|labels?|packets?|packages?|packaging|instructions)\b
      |\b(?:leaflets?|labels?|packets?|packages?|instructions)\ (?:says?|tells?|that\ comes?)\b"""
)
_AMOUNT = Pattern(
    r"""\b(?:\d+(?:[.,]\d+)*(?:\ (?:to|or|and|\u2014)\ \d+(?:[.,]\d+)*)?(?:\ x\ \d+)?
      | half\ an?|half|one|two|three|four|five|six|a\ single|another)\ (?:or\ two\ )?
    (?P<unit>mg|mcg|ug|\u03bcg|g|grams?|micrograms?|milligrams?|ml|millilit(?:er|re)s?|tablets?
      |pills?|capsules?|puffs?|drops|units?|iu|sachets?|spoonfuls?|teaspoons?)\b"""
)
_OF_WHAT = Pattern(r"\ (?:\)\ )?of\ (?:(?:your|the|this|an?|liquid|oral|plain|infant)\ )?(\w+)")
_OF_MEDICINE = frozenset("MEDICINE it this them these medicine medication".split())
_NO_DOSE_AFTER = Pattern(
    r"""\ (?:(?:or|per)\ (?:dl|l|lit(?:er|re)s?|decilit(?:er|re)|ml|kg|kilograms?)\b
      |(?:glass|cup|bottle|can|jug|carton|mug|bowl|pint)(?:es|s)?\b
      |(?:or\ )?(?:above|higher|lower|less)\b)"""
)
_ACT = Pattern(
    r"""\b(?:start|begin|take|try|use|give|swallow|inject|increase|double|raise|reduce|lower|drop
      |halve|go\ up|aim|add|dissolve|inhale|pop|mix|drink|put|apply|spray|suck|get|push|stay
      |keep|go\ for|go\ straight|bump|set|have|need|step|build|switch|move|up)\b
    (?=(?:\ [\w']+){0,6}\ (?:\(\ )?$)"""
)
_AS_TOLD = Pattern(
    r"""(?:^|[,;:.!()\u2014]\ |\b(?:and|or|then|so|but|please|simply|just|always|first|instead
      |best\ to|helps\ to|need\ to|have\ to|ought\ to|want\ to|wish\ to|like\ to|better\ to
      |(?:can|could|should|may|might|must)(?:\ (?:also|then|usually|safely))?
      |(?:adults|children|people|women|men|teenagers)(?:\ (?:usually|often))?)\ )$"""
)
_SOMEBODY_ELSE = Pattern(
    r"""\b(?:if|when|while|once|after|before|unless|whether|i|he|she|we|they|who|some|patients
      |participants|had|have\ taken|has|was|were|took|taken|given|gave|missed|not|never|no
      |\w+n't)\b"""
)
_USUAL = Pattern(
    r"""\b(?:usual|usually|normal|typical|common|recommended|standard|starting|average|daily|right
      |best|good)\ (?:[\w']+\ ){0,2}?(?:dose|dosage|amount)\b(?:\ [\w']+){0,8}\ (?:is|are|of|:)
      (?:\ (?:about|around|just|between|from))?\ $
    | \b(?:a|one)\ dose\ of\ $"""
)
_EVERY = Pattern(
    r"""(?:\ (?:of\ )?[\w']+){0,3}\ (?:a|per|each|every|once|twice|three\ times|four\ times|in\ the
      |at|\d+\ times)\ (?:a\ |per\ |each\ )?(?:day|daily|night|morning|evening|week|bedtime|hours?
      |\d+\ hours)\b|(?:\ [\w']+){0,3}\ (?:daily|nightly|weekly)\b"""
)
_DOES = Pattern(
    r"""(?:\ (?:of\ )?[\w']+){0,3}\ (?:will|works?|calms?|helps?|stops?|eases?|is\ (?:enough|plenty
      |fine)|are\ (?:enough|plenty|fine)|cures?|lifts?)\b"""
)
_LIMIT = Pattern(
    r"\b(?:more\ than|over|above|exceed\w*|at\ least|less\ than|below|maximum|max|at\ most"
    r"|limit\w*|highest|no\ more)\b"
)
_TOLD_OF = Pattern(
    r"""\b(?:trials?|study|studies|researchers?|scientists?|participants?|volunteers|mice|rats
      |placebo|tested|compared|approved|licen[sc]ed|law|packs?|comes?\ (?:as|in)|available
      |contains?|holds?|strengths?|ambulance|911|999|112|emergency|overdos\w+|swallowed|poison\w*)\b"""
)
_ADVISED = Pattern(r"\b(?:i|we)\ (?:would\ |always\ )?(?:suggest|recommend|advise)\b")
_SO_SHOULD_YOU = Pattern(r"\bso\ (?:should|can|could)\ you\b")
_FOR_EVERYBODY = frozenset(
    {
        "naloxone",
        "narcan",
        "nyxoid",
        "adrenaline",
        "epinephrine",
        "epipen",
        "folic acid",
        "ergocalciferol",
        "cholecalciferol",
        "colecalciferol",
        "cyanocobalamin",
        "ferrous sulfate",
        "ferrous sulphate",
        "ferrous fumarate",
        "ferrous gluconate",
    }
)
"""What public health advice or first aid gives to everybody in a fixed amount."""

_MOST = 50
"""Amounts of one sentence that are looked at; no sentence for people has more."""
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.SUMMARY})


@rule(
    Severity.ERROR,
    theme=Theme.SAFETY,
    judges=Judges.CLINICAL,
    source="HONcode principle 2 (complementarity)",
    advice='Say who sets the dose: "Your prescriber may start you on 50 mg", or for a medicine sold'
    ' without prescription "Follow the leaflet in the box".',
    passes=[
        "Your prescriber may start you on 50mg.",
        "Take 400 mg of ibuprofen every 8 hours, as the leaflet says.",
        "Drink a 250 ml glass of water with your sertraline.",
        "Sertraline comes as 25mg, 50mg and 100mg tablets.",
        "Never take more than 4 g of paracetamol in a day.",
        "In the trial, 212 adults took 20 mg of escitalopram a day.",
        "If your LDL is above 190 mg/dL, a statin such as atorvastatin may help.",
        "## How to take it\n\nTake it as prescribed.\n\n### Dose\n\nTake 50 mg of sertraline.",
    ],
    fails=[
        "Start with ⟦50mg⟧ sertraline.",
        "For panic, ⟦0.5 mg⟧ of alprazolam three times a day works well.",
        "The usual dose of citalopram is ⟦20mg⟧ a day. It works in a few weeks.",
        "Swallow ⟦two tablets⟧ of codeine and lie down.",
        "## Dose\n\nTake ⟦15 mg⟧ of mirtazapine at night.\n\n## Help\n\nAsk your doctor about it.",
    ],
)
def dose_without_prescriber(document: Document) -> Found:
    """An amount of a medicine stands next to who decides on it.

    Readers act on a number. What suits one person harms another, so an amount that the page tells
    people to take names the prescriber, or the leaflet of a medicine sold over the counter, under
    the same main heading. Where the page only describes a usual dose, anywhere on the page will do.
    Limits, strengths, laboratory values, trials, food and supplements that are advised to everybody
    are no doses.
    """
    sent_on: frozenset[Block] | None = None
    for line in health.lines_with(document, _UNITS):
        for start, end, told in _doses(document, line):
            if sent_on is None:
                sent_on = frozenset(
                    each.block for each in health.lines_with(document, _SENDS_ON) if _sends_on(each)
                )
            if _covered(document, line, sent_on, told):
                break
            yield (
                line.span(start, end),
                "This is an amount of a medicine, and nothing here says who sets it.",
            )
            break


def _doses(document: Document, line: Line) -> Iterator[tuple[int, int, bool]]:
    """The amounts to take in `line`: where they stand, and whether it tells the reader to."""
    text = line.text
    if (
        line.block.kind not in _READ
        or line.question
        or line.has(ROLE, ROLES)
        or line.block.inside(Group.SOURCES, Group.QUOTE, Group.STORY)
    ):
        return
    for amount in islice(_AMOUNT.finditer(text), _MOST):
        start, end = amount.span()
        of_what = _OF_WHAT.match(text, end)
        if of_what and of_what[1] not in _OF_MEDICINE:
            continue
        if _NO_DOSE_AFTER.match(text, end) or not _about_medicine(document, line, start):
            continue
        clause = text[cues.clause_start(line, start) : start]
        near = line.before(start) + line.after(end)
        if _LIMIT.search(clause) or _TOLD_OF.search(near):
            continue
        told = _tells(line, start)
        if not told and not _describes(line, start, end, clause):
            continue
        if not cues.quoted(document, line, start, end):
            yield start, end, told


def _about_medicine(document: Document, line: Line, at: int) -> bool:
    """Whether the amount is of a medicine: named beside it, or what this part is about."""
    if any(_is_medicine(term) for term in line.near(at, cues.REACH)):
        return True
    section = chapters(document).get(line.block)
    headings = [each.heading for each in section.sections if each.heading] if section else []
    return any(
        _is_medicine(term)
        for heading in headings
        for named in health.lines(document).get(heading, ())
        for term in named.terms
    )


def _is_medicine(term: Term) -> bool:
    return term.tag == MEDICINE and term.words not in _FOR_EVERYBODY


def _tells(line: Line, at: int) -> bool:
    """Whether the words before the amount tell the reader to take it."""
    if _SO_SHOULD_YOU.search(line.after(at)):
        return True
    before = line.before(at)
    if _ADVISED.search(before[-40:]):
        return True
    for act in _ACT.finditer(before):
        lead = before[: act.start()]
        clause = lead[max(0, cues.clause_start(line, at) - max(0, at - cues.REACH)) :]
        if _AS_TOLD.search(lead) and not _SOMEBODY_ELSE.search(clause):
            return True
    return False


def _describes(line: Line, start: int, end: int, clause: str) -> bool:
    """Whether it is given as the dose that people take."""
    if _SOMEBODY_ELSE.search(clause):
        return False
    return bool(
        _USUAL.search(line.before(start))
        or _EVERY.match(line.text, end)
        or (not clause.strip() and _DOES.match(line.text, end))
    )


def _sends_on(line: Line) -> bool:
    """Whether it names who sets the dose, or the leaflet; the link to another page does not."""
    if line.block.inside(Group.SOURCES):
        return False
    if not line.block.links:
        return line.has(ROLE, ROLES) or _LEAFLET.search(line.text) is not None
    links = [line.block.link_span(link) for link in line.block.links]
    places = [line.span(each.start, each.end) for each in line.terms if each.tag in (ROLE, ROLES)]
    places += [line.span(*each.span()) for each in _LEAFLET.finditer(line.text)]
    return any(
        not any(link.start <= place.start and place.end <= link.end for link in links)
        for place in places
    )


def _covered(document: Document, line: Line, sent_on: frozenset[Block], told: bool) -> bool:
    """Whether somebody who sets the dose, or a leaflet, is named near enough."""
    if not told:
        return bool(sent_on)
    here: Chapter | None = chapters(document).get(line.block)
    if here is None:
        return line.block in sent_on
    found = chapters(document)
    return any(found.get(block) is here for block in sent_on)
