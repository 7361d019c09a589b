from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lint import crisis, cues, health
from lint.document import Document, Group, Kind
from lint.health import CONDITION, Line
from lint.patterns import Pattern, Words
from lint.rule import CouldNotCheck, Found, Judges, Severity, Theme, rule

_CUES = Words(
    "overdos* chest seizure* fit convulsion* unconscious breathe breathing anaphyla* allergic "
    "droop* safe blue stroke heart"
)
_ROUTES = Words(
    "911 999 112 000 111 988 emergency emergencies ambulance er casualty urgent* immediate* poison "
    "accident e hospital a&e 9"
)
_TOLD_BY = frozenset(
    """
    overdose overdoses overdosed overdosing chest seizure seizures convulsion convulsions fit
    unconscious breathing breathe blue face allergic anaphylactic safe
    """.split()
)
"""Words of which a line with one of `_FOUND` holds one."""
_ROUTE = Pattern(
    r"""\b(?:911|999|112|000|9\ 1\ 1)\b
    | \b(?:call|ring|dial|nhs|phone|contact)(?:\ [\w']+){0,3}\ 111\b
    | \ba\ and\ e\b|\baccident\ and\ emergency\b|\bambulance\b|\bcasualty\b|\b(?:the|an)\ er\b
    | \bemergency\ (?:room|department|ward|services?|help|care|medical|treatment|number|line
      |attention|assistance|contact|clinic|unit)\b|\bemergency\ action\b
    | \b(?:urgent|immediate|emergency)\ (?:medical|hospital)\b|\bmedical\ emergenc(?:y|ies)\b
    | \bmedical\ (?:help|attention|care|treatment)\ (?:right\ away|immediately|straight\ away
      |at\ once|now|urgently)\b|\b(?:immediately|urgently)\ (?:get|seek|call)\b
    | \b(?:nearest|to\ (?:a|the))\ hospital\b
    | \bpoison\ (?:control|help|cent\w+|information|line)\b"""
)
_ACUTE = Pattern(
    r"""\b(?:if|when|whenever|sudden\w*|severe|crushing|bad|tight|signs?|symptoms?|can|may|might
      |could|include\w*|causes?|cause|get|feel|side|spreads?|serious|who|somebody|someone|needs?
      |too\ much)\b"""
)
_FOUND = Pattern(
    r"""\b(?:
      (?P<overdose>overdos(?:e|es|ed|ing))
    | (?P<chest>chest\ pains?|pains?\ in\ (?:your|the|his|her|their)\ chest)
    | (?P<seizure>seizures?|convulsions?|(?:have|has|having|had)\ an?\ fit)
    | (?P<sure>(?:become|becomes|becoming|is|are|be|goes?|falls?|fall|was|were)\ unconscious
      | (?:stop|stops|stopped|stopping)\ breathing(?!\ (?:new|in|fresh|life))
      | (?:is|are|'s|not)\ (?:not\ )?breathing\ at\ all
      | (?:lips?|fingers?|face|skin|tongue)(?:\ [\w']+){0,3}\ (?:turn|turns|go|goes|are|is|look\w*)
        \ blue
      | (?:can't|cannot|can\ not|unable\ to|struggl\w+\ to)\ breathe
      | face(?:\ [\w']+){0,3}\ (?:droops?|drooping)|droop\w*\ (?:of\ (?:the|one|your)\ )?face
      | severe\ allergic\ reactions?|anaphylactic\ (?:shock|reactions?))
    | (?P<breath>(?:trouble|difficulty|problems?)\ (?:with\ )?breathing)
    | (?P<safe>(?:cannot|can't|can\ not|unable\ to|not\ able\ to|couldn't|might\ not|may\ not
      |not\ be\ able\ to|not\ feel\ able\ to|don't\ feel\ able\ to)\ (?:keep|stay|be)
      \ (?:(?:yourself|themselves|themself|himself|herself|them|him|her|someone|somebody)\ )?safe)
    )\b"""
)
_OVERDOSE_OTHERWISE = Pattern(
    r"""\ (?:prevention|awareness|day|deaths?|rates?|crisis|epidemic|programs?|programmes?|education
      |training|kits?|figures|statistics|data|reversals?
      |(?:of|on)\ (?!(?:MEDICINE|CLASS|DRUG|an?|the|your|these|this|any|prescri\w+|drugs?|pills
        |tablets|medicines?|medications?|alcohol|it)\b))"""
)
_OVERDOSE_ACUTE = Pattern(
    r"""\boverdos(?:e|es|ed|ing)\ (?:on|of|can|may|will|is|are|happens?|causes?|stops?|kills?|harms?
      |could|might|slows?|leads?)\b
    | \b(?:signs?|symptoms?)\ of\ (?:an?\ )?(?:[\w']+\ ){0,2}overdose
    | \b(?:if|when|someone|somebody|think|taken?|taking)\b(?:\ [\w']+){0,8}\ overdos"""
)
_NO_OVERDOSE_BEFORE = Pattern(
    r"\b(?:history|rates?|number|deaths?|risk|chance|prevent\w*|past|previous|reduce\w*|survived"
    r"|reverses?|myths?)\ (?:of\ |from\ |by\ |for\ |an?\ )*(?:[\w']+\ )?$"
)
_CHEST_OTHERWISE = Pattern(
    r"""\ (?:clinic|unit|assessment|pathway|team|service|guideline)s?\b
    | (?:\ or\ (?:discomfort|pressure))?\ (?:,\ )?(?:called|known\ as|named)\b
    | (?:\ ,)?\ which\ (?:can|may|is)\ (?:also\ )?(?:be\ )?an?\ (?:symptom|sign)\ of\b"""
)
_DEFINES = Pattern(r"\bCONDITION\ (?:is|means)\ (?:an?\ )?(?:(?:type|kind|form)\ of\ )?$")
"""A name for it, or another condition that has it too: nothing that the reader feels now."""
_NO_SEIZURE_BEFORE = Pattern(
    r"""\b(?:prevent\w*|treat\w*|control\w*|stop\w*|for|reduce\w*|history|past|ever\ had|types?
      |kinds?|free|fewer|partial|focal|absence|anti|against|without|no|called|epileptic|of
      |manage\w*|a\ diary|had|have\ had|has\ had
      |(?:low|lower|less|small|smaller|reduced)\ (?:risk|chance)s?\ of\ having)
      \ (?:of\ |from\ |the\ |your\ |an?\ |any\ |their\ |past\ ){0,4}$"""
)
_OF_SOMEBODY = Pattern(
    r"\b(?:you|your|somebody|someone|overdos\w+|withdrawal|too\ much|suddenly|side)\b"
)
_SEIZURE_OTHERWISE = Pattern(
    r"\ (?:disorders?|medicines?|medications?|drugs?|control|free|threshold|diary|types?|clinic"
    r"|(?:were|are)\ (?:easy|hard|well))\b"
)
_TOLD_OF = Pattern(
    r"\b(?:i|he|she|we|my|his|our|patients|thousands|people|in\ (?:1[6-9]|20)\d\d)\b"
)
_PAST = Pattern(r"\b(?:had|was|were|died|came|stopped|took|went|survived)\b")
_OF_THE_READER = Pattern(r"\b(?:you|your|can|may|might|could|if|should)\b")
_HISTORY = Pattern(
    r"\b(?:history|ever\ had|have\ had|study|studies|participants|trials?|survey|conference"
    r"|awareness|campaign|rates?)\b"
)
_SIGNS = Pattern(r"\b(?:signs?|symptoms?)\b|\bcomes?\ on\b|\bcan\b|\bmay\b|\bif\b")
_ALLERGIC = frozenset({"anaphylaxis"})
_SIGNED = frozenset({"heart attack", "stroke"})
_THEM = Pattern(r"\b(?:them|him|her)\ safe\b")
_A_PERSON = Pattern(r"\b(?:someone|somebody|person|child|friend|partner|people|he|she|who)\b")
_SUDDEN = Pattern(r"\b(?:if\ (?:you|he|she|they|your|the)|sudden\w*|severe|serious)\b")
_MOST = 50
"""Words of one sentence that are looked at; no sentence for people has more."""
_READ = frozenset(
    {Kind.SUMMARY, Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.HEADING, Kind.CARD_HEADING}
)


@rule(
    Severity.WARNING,
    theme=Theme.SAFETY,
    judges=Judges.CLINICAL,
    source="NHS content style guide, care cards",
    advice='Say whom to call, such as "Call 911 or go to the nearest emergency department" in the '
    'United States, "Call 999 or go to A&E" in the United Kingdom.',
    passes=[
        "Overdose can stop breathing. Call 999.",
        "Sudden chest pain? Go to the nearest emergency room.",
        "Valproate is used to prevent seizures in epilepsy.",
        "Tell your doctor if you have ever had a seizure.",
        "In 1918, thousands of patients had chest pain and died within days.",
        "Overdose awareness day is on 31 August.",
        "If you cannot keep yourself safe, call 988.",
    ],
    fails=[
        "⟦Overdose⟧ can stop breathing.",
        "If you have ⟦chest pain⟧, sit down and rest.",
        "If you ⟦cannot keep yourself safe⟧, lie down until it passes.",
        "You may have a ⟦seizure⟧ if you drink heavily and then stop. Ask your doctor about it.",
        "⟦Anaphylaxis⟧ comes on fast.",
    ],
)
def emergency_route_missing(document: Document) -> Found:
    """A page that tells of an emergency says whom to call.

    Chest pain, a seizure, an overdose or a severe allergic reaction leave minutes, not days. The
    page that names the danger gives the emergency number or the emergency department as well; "tell
    your doctor" takes too long. A past event, a study, or a medicine that prevents seizures is no
    emergency of the reader.
    """
    if not health.holds(document, _CUES) or _names_route(document):
        return
    for line in health.lines_with(document, _CUES):
        found = next(_emergencies(line), None)
        if found is None:
            continue
        if crisis.has_route(document, overdose_only=True):
            return
        unread = next(crisis.unread_resources(document), None)
        if unread is not None:
            yield CouldNotCheck(unread, "the chosen crisis resource could not be looked up")
            return
        span = line.span(*found)
        yield span, f'This page tells of an emergency ("{span.quote}") and not whom to call.'
        return


def _names_route(document: Document) -> bool:
    return any(
        _ROUTE.search(line.text) and not line.block.inside(Group.SOURCES, Group.VIDEO)
        for line in health.lines_with(document, _ROUTES)
    )


def _emergencies(line: Line) -> Iterator[tuple[int, int]]:
    """Where `line` tells of an emergency that the reader may meet."""
    text = line.text
    if line.block.kind not in _READ or line.block.inside(Group.SOURCES, Group.STORY, Group.VIDEO):
        return
    acute = [] if _TOLD_BY.isdisjoint(text.split(" ")) else _FOUND.finditer(text)
    cued = list(islice(acute, _MOST))
    named = [
        term
        for term in line.terms[:_MOST]
        if term.tag == CONDITION and (term.words in _ALLERGIC or term.words in _SIGNED)
    ]
    if not cued and not named:
        return
    told_of = _TOLD_OF.search(text) and _PAST.search(text) and not _OF_THE_READER.search(text)
    if told_of or _HISTORY.search(text):
        return
    for found in cued:
        if _is_acute(line, found.lastgroup or "", found.start(), found.end()):
            yield found.span()
    for term in named:
        if cues.negated(line, term.start):
            continue
        signs = _SIGNS.search(line.before(term.start, 40))
        told = signs is not None or _SIGNS.match(text, term.end + 1) is not None
        of_it = signs is not None and signs.group().startswith(("sign", "symptom"))
        if (term.words in _ALLERGIC and told) or (term.words in _SIGNED and of_it):
            yield term.start, term.end


def _is_acute(line: Line, cue: str, start: int, end: int) -> bool:
    text, before = line.text, line.before(start)
    near = before + line.text[start:end] + line.after(end)
    match cue:
        case "overdose":
            return bool(
                _OVERDOSE_ACUTE.search(near)
                and not cues.negated(line, start)
                and not _OVERDOSE_OTHERWISE.match(text, end)
                and not _NO_OVERDOSE_BEFORE.search(before)
            )
        case "chest":
            return bool(
                _ACUTE.search(near)
                and not _CHEST_OTHERWISE.match(text, end)
                and not _DEFINES.search(before)
            )
        case "seizure":
            several = text[end - 1] == "s"
            return bool(
                (_OF_SOMEBODY if several else _ACUTE).search(near)
                and not _NO_SEIZURE_BEFORE.search(before)
                and not _SEIZURE_OTHERWISE.match(text, end)
            )
        case "breath":
            return bool(_SUDDEN.search(before))
        case "safe":
            return not _THEM.search(text[start:end]) or bool(_A_PERSON.search(before))
    return True
