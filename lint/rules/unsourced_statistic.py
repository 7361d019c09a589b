from __future__ import annotations

import re

from lint import citations, cues, health
from lint.document import Document
from lint.health import CLASS, CONDITION, DRUG, MEDICINE, THERAPY, Line
from lint.patterns import Pattern, Words
from lint.rule import Found, Judges, Severity, Theme, rule

WORDS = Words(
    "1* 2* 3* 4* 5* 6* 7* 8* 9* three four five six seven eight nine ten twelve twenty fifty"
    " hundred hundreds thousand thousands million millions half third thirds quarter quarters fifth"
    " % cent times twice double doubles doubled doubling triple triples tripled halve halves halved"
)

_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
_MANY = (
    r"(?:three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|thousand|\d[\d,]*)"
)
_PEOPLE = (
    r"(?:people|adults?|child(?:ren)?|women|wom[ae]n|m[ae]n|patients?|teens?|teenagers?|girls?|boys?"
    r"|students?|americans?|britons?|parents|mothers|mums|moms|fathers|dads|users|smokers|veterans"
    r"|those|us|population|pregnancies|births|babies|families|workers|carers|deaths|cases|persons?"
    r"|individuals|seniors|youth|nurses|ROLES)"
)
_ONE_IN = Pattern(
    rf"(?<!\w){_NUMBER}\ (?:in|out\ of)\ (?:every\ )?{_MANY}\b(?!\ (?:minutes?|hours?|days?|weeks?"
    rf"|months?|years?|mg|ml|g|steps?|rooms?|places|stages|on\ (?:the|a)|scale|stars?|,\ \d))"
    rf"(?:\ (?:of\ )?(?:the\ |all\ |our\ |\w+\ )?{_PEOPLE})?(?!\w)"
)
_PERCENT = Pattern(
    rf"(?<![\w.])\d+(?:\.\d+)?\ (?:(?:to|\u2014|or|and)\ \d+(?:\.\d+)?\ )?(?:%|per\ cent)(?!\ (?:"
    rf"cream|gel|solution|alcohol|ointment|lotion|strength|spray|drops|off|discount|shampoo"
    rf"|MEDICINE|CLASS|DRUG|saline|oxygen|confiden\w+|sure|of\ (?:the\ |your\ |a\ )?(?:\w+\ )?"
    rf"(?:calories|cost|costs|price|fee|fees|salary|income|plate|dose|time|energy|diet|day|bill)))"
    rf"(?:\ of\ (?:the\ |all\ |our\ |\w+\ ){{0,2}}{_PEOPLE})?(?!\w)"
)
_SHARE = Pattern(
    rf"\bhalf\ (?:the|all|our)\ (?:\w+\ )?{_PEOPLE}(?!\w)|"
    r"\b(?:half|(?:a|one|two|three)\ (?:third|quarter|fifth)s?|a\ third|a\ quarter|two\ thirds"
    rf"|three\ quarters)\ of\ (?:the\ |all\ |our\ |\w+\ ){{0,2}}{_PEOPLE}(?!\w)"
)
_COUNT = Pattern(
    rf"(?<![\w.])(?:\d+(?:\.\d+)?\ (?:million|billion|thousand)|\d{{1,3}}(?:,\d{{3}})+|\d{{4,}}"
    rf"|(?:hundreds\ of\ thousands|tens\ of\ (?:thousands|millions)|millions|thousands)\ of)\ "
    rf"(?:\w+\ ){{0,2}}?{_PEOPLE}(?!\w)"
)
_TIMES = (
    r"(?:twice|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|\d+(?:\.\d+)?"
    r"|several|many)\ times)"
)
_RATIO = Pattern(
    rf"\b{_TIMES}\ (?:(?:as|more|less)\ (?:likely|common|frequent|prevalent|deadly|dangerous"
    r"|effective|at\ risk)|as\ high\ in|(?:the|(?:a\ )?(?:higher|greater))\ (?:risk|rates?"
    rf"|chances?|odds)|as\ (?:many|often\ in)\ (?:\w+\ )?{_PEOPLE})(?!\w)"
    r"|\b(?:doubl|tripl|halv)(?:es?|ed|ing)\ (?:the|your|their|a|his|her)\ (?:(?:\w+|'s)\ ){0,2}?"
    r"(?:risk|chances?|odds|rates?)(?!\w)"
)
_HEALTH = Pattern(
    rf"\b(?:{_PEOPLE}|risk|chances?|likel(?:y|ihood)|surviv\w+|relapse\w*|symptoms?|recover\w*"
    r"|effective|success\w*|improve\w*|ill|illness|disease|disorders?|die|died|diagnos\w+|side"
    r"\ effects?|treat\w*|better|sleep|pain|weight|accura\w+|reduc\w+"
    r"|increase\w*|falls?|smok\w+|feel|live)(?!\w)"
)
_FIGURES = (
    ((" in ", " of "), _ONE_IN),
    ((" %", " per cent"), _PERCENT),
    (("half", "third", "quarter", "fifth"), _SHARE),
    (("llion", "thousand"), _COUNT),
    (("times", "twice", "doubl", "tripl", "halv"), _RATIO),
)
"""Figures, each with what stands in every one of them and in few other lines."""

_LONG_NUMBER = re.compile(r"\d[\d,]{3}")
"""What stands in a count that names no thousands or millions."""

_HEALTH_TAGS = frozenset({CONDITION, MEDICINE, CLASS, THERAPY, DRUG})
_NEAR = 120
"""How many characters off a figure what it counts can stand."""

_ABOUT = r"(?:(?:over|more|less|fewer|than|about|nearly|almost|around|some|another|the|at|least)\ )"
_STUDY = Pattern(
    r"\b(?:trials?|stud(?:y|ies|ied)|research\w*|scientists?|surveys?|surveyed|reviews?|cohorts?"
    r"|analys[ei]s|experiments?)\b"
)
_STUDIED = Pattern(
    r"\b(?:involv\w+|includ\w+|enrol\w*|recruit\w*|follow(?:s|ed|ing)?|studied|tracked|surveyed"
    r"|interviewed|asked|tested|examined|compared|looked\ at|data\ (?:from|on)"
    r"|(?:trials?|stud(?:y|ies)|surveys?|reviews?|analys[ei]s)\ (?:of|with|in|among))\ "
    rf"{_ABOUT}{{0,3}}$"
)
"""What says of how many a study was made, where the sentence speaks of one."""

_SERVICE = (
    r"(?:programme|program|service|helpline|hotline|line|quitline|charity|centre|center|clinic|app"
    r"|group|team|scheme|course|campaign|hospital|trust|foundation|network|volunteer|counsell?or"
    r"|coach)(?:e?s)?"
)
_SERVED = Pattern(
    rf"\b(?:(?:this|these|our|the|its|their)\ (?:\w+\ ){{0,2}}?{_SERVICE}|quitlines|helplines"
    r"|hotlines|volunteers|we)\ (?:has\ |have\ |had\ )?(?:now\ |already\ |so\ far\ )?"
    r"(?:help(?:s|ed)?|serve[sd]?|support(?:s|ed)?|reach(?:es|ed)?|answer(?:s|ed)?|train(?:s|ed)?"
    r"|sees?|saw|seen|treats?|treated|welcome[sd]?|advise[sd]?|visit(?:s|ed)?|car(?:es|ed)\ for"
    rf"|look(?:s|ed)\ after)\ {_ABOUT}{{0,3}}$"
)
_TOOK_PART = Pattern(
    r"\ (?:have\ |has\ )?(?:received|used|joined|attended|visited|called|contacted|taken|took|got"
    r"|downloaded)\ (?:(?!by\b)[\w']+\ ){0,6}?"
    rf"(?:our|us|at\ (?:the\ )?(?:NAME|va|nhs)|(?:this|these|the)\ (?:\w+\ )?{_SERVICE})\b"
)
"""Counts that a service keeps of itself."""

_AIM = Pattern(
    r"\b(?:(?:los(?:e|es|ing)|shed(?:ding)?|aim(?:ing)?\ for)\ "
    r"|(?:cut(?:ting)?|reduc(?:e|ing)|lower(?:ing)?|taper(?:ing)?|increas(?:e|ing)|rais(?:e|ing)"
    r"|decreas(?:e|ing)|bring(?:ing)?)\ (?:(?:your|the|this|daily)\ ){0,2}(?:it|them|doses?|intake"
    r"|weight|amount|portions?|calories|salt|sugar)\ (?:down\ )?by\ )"
    r"(?:even\ |just\ |only\ |at\ least\ |about\ |around\ |up\ to\ |another\ ){0,2}$"
)
_OF_YOURS = Pattern(
    r"\ of\ (?:your|their|his|her)\ (?:\w+\ )?(?:weight|intake|meals?|food|maximum|heart\ rate"
    r"|sugar|fat)\b"
    r"|\ (?:reductions?|cuts?|decreases?|drops?|steps?|increases?)\ (?:every|each|per)\b"
)
"""What a reader is to do or reach."""

_NOT_A_COUNT = Pattern(
    r"\b(?:score\w*|scale|stars?|rate\ (?:it|your|the)|rated|box|pack|ticket\w*|groups?"
    r"\ of|our\ (?:clinic|service|team)|we\ (?:see|saw|help|helped|treat|treated|have"
    r"|reach\w*|served?))\b"
)


@rule(
    Severity.WARNING,
    theme=Theme.EVIDENCE,
    judges=Judges.CLINICAL,
    source="FTC, Health products compliance guidance (2022); PIF TICK criteria",
    advice="Say where the figure is from and of which year, or link to it.",
    passes=[
        "1 in 5 adults has a mental illness (NIMH, 2023).",
        "Use a 1% cream twice a day.",
        "The clinic is open to people aged 18 to 25.",
        "According to the World Health Organization, 1 in 8 people has a mental illness.",
        "Rate your pain: 7 out of 10 is severe.",
        "Half of the tablet is enough.",
        "A trial with 4,000 adults is on its way, and our helpline has helped 90,000 people.",
        "Losing 5% of your weight helps. Reduce the dose by 10% each week.",
        "Brush your teeth twice as long, three times a day.",
    ],
    fails=[
        "⟦1 in 5 adults⟧ has a mental illness.",
        "About ⟦30%⟧ of the risk comes from genes.",
        "⟦Two thirds of people⟧ feel better within weeks.",
        "Asthma affects ⟦25 million Americans⟧.",
        "⟦40 per cent of women⟧ have had it.",
        "⟦Half the people⟧ who have it feel no pain.",
        "Migraine is ⟦three times more common⟧ in women.\n\nIt ⟦doubles your risk⟧ of a stroke.",
        "In a trial of 4,000 adults, ⟦1 in 5 people⟧ felt sick.",
    ],
)
def unsourced_statistic(document: Document) -> Found:
    """A figure about people's health says where it comes from.

    Figures stick, and change. Without a source nobody can tell whether "1 in 5" was ever true of
    the reader's country and year. A source anywhere in the paragraph is enough; doses, ages,
    prices, scores, aims, the size of a trial and a service's own counts are no statistics. One
    finding a paragraph.
    """
    told: set[object] = set()
    for line in health.lines_with(document, WORDS):
        if line.block in told:
            continue
        found = _statistic(line)
        if found is None or cues.quoted(document, line, *found):
            continue
        told.add(line.block)
        if citations.block_cited(document, line.block) or citations.cited(document, line):
            continue
        where = line.span(*found)
        yield where, f'"{where.quote}" has no source that a reader could look up.'


def _is_no_claim(pattern: Pattern, text: str, start: int, end: int) -> bool:
    """Whether the figure is the size of a study, a service's own count, or an aim."""
    before = max(0, start - _NEAR)
    if pattern is _COUNT:
        return bool(
            (_STUDY.search(text) and _STUDIED.search(text, before, start))
            or _SERVED.search(text, before, start)
            or _TOOK_PART.match(text, end)
        )
    return pattern is _PERCENT and bool(
        _OF_YOURS.match(text, end) or _AIM.search(text, before, start)
    )


def _statistic(line: Line) -> tuple[int, int] | None:
    text = line.text
    for parts, pattern in _FIGURES:
        held = any(part in text for part in parts)
        if not held and not (pattern is _COUNT and _LONG_NUMBER.search(text)):
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            if _is_no_claim(pattern, text, start, end):
                continue
            near = (max(0, start - _NEAR), min(len(text), end + _NEAR))
            if pattern is not _SHARE and _NOT_A_COUNT.search(text, *near):
                continue
            if pattern is _PERCENT and match[0].startswith("100 "):
                continue
            if _HEALTH.search(text, *near) or any(
                term.tag in _HEALTH_TAGS for term in line.near(start, _NEAR)
            ):
                return start, end
    return None
