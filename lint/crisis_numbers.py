"""The numbers that a document gives for a crisis, and those that are nearly one.

`lint.crisis` says whether a reader has a route; here is which number stands where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from types import MappingProxyType

from lint import health
from lint.crisis import COUNTRIES
from lint.document import Document, Group, Kind, Link
from lint.health import Line
from lint.patterns import Pattern, Words

OLD_LIFELINE = "18002738255"
"""The number of the US lifeline before July 2022, when 988 took its place."""


@dataclass(frozen=True)
class Retired:
    """A number that another took the place of: whose it was, which one, and what to write."""

    line: str
    now: str
    advice: str


_SAMARITANS = Retired("Samaritans", "116123", 'Write "Call Samaritans free on 116 123".')
RETIRED: Mapping[str, Retired] = MappingProxyType(
    {
        OLD_LIFELINE: Retired(
            "the 988 Suicide and Crisis Lifeline", "988", 'Write "Call or text 988".'
        ),
        "08457909090": _SAMARITANS,
        "1850609090": _SAMARITANS,
    }
)
_NO_ROUTE = {"08457909090": frozenset({"GB"}), "1850609090": frozenset({"IE"})}
"""The countries of numbers that no table has any longer."""

EMERGENCY = frozenset({"911", "999", "112", "000", "111", "10111"})
"""Emergency services, and the NHS's 111: not for a crisis alone."""

_INVITING = Words(
    "call calls calling text texting dial dialling dialing ring ringing phone phoning contact "
    "lifeline helpline* hotline* samaritans shout childline papyrus hopeline number 988 273"
)
_RUN = Pattern(
    r"(?:\b1\ )?(?:\(\ |\b)800\ (?:\)\ )?273\ talk\b(?:\ \(\ 8255\b)?"
    r"|\b\d+(?:\ (?:[(),]\ )?\d+){0,7}"
)
_INVITED = Pattern(
    r"""\b(?:call|calling|text|texting|dial|dialling|dialing|ring|ringing|phone|phoning|contact
      |reach|tel|telephone|number|freephone)\b(?:\ [\w']+|\ [,():\u2014]){0,9}?\ (?:\(\ )?$
    | \b(?:lifeline|helpline|hotline|samaritans|shout|childline|papyrus|hopeline|NAME|line)
      (?:\ (?:is|on|at|:|\(|\u2014|,)){0,5}\ $"""
)
_COUNTED = Pattern(
    r"\ (?:people|adults|men|women|patients|cases|children|calls|times|words|days|years|deaths"
    r"|percent|%|members|volunteers|texts|miles|of)\b"
)
_NO_TELEPHONE = Pattern(
    r"\b(?:room|flat|house|ward|bus|page|form|extension|box|route|suite|unit)"
    r"(?:\ (?:number|no))?\ $"
)
_LINES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "samaritans": frozenset({"116123"}),
        "crisis text line": frozenset({"741741"}),
        "shout": frozenset({"85258"}),
        "childline": frozenset({"08001111"}),
        "suicide and crisis lifeline": frozenset({"988", OLD_LIFELINE}),
        "suicide prevention lifeline": frozenset({"988", OLD_LIFELINE}),
        "veterans crisis line": frozenset({"988", "838255", OLD_LIFELINE}),
        "poison help": frozenset({"18002221222"}),
        "poison control": frozenset({"18002221222"}),
    }
)
_SHORT = 4
"""Numbers no longer than this are like many others: only beside their line's name are they one."""
_MOST = 50
"""Numbers of one sentence that are looked at; no sentence for people has more."""
_LONG = 1000
"""A sentence this long is no sentence: only what stands near the number counts."""
_NORTH_AMERICAN = 10
"""Digits of a US or Canadian number without the country code."""


@dataclass(frozen=True)
class Given:
    """A number of a crisis route that the text gives: where, and its digits as the tables have it.

    `countries` are those in which it is one, as two capitals.
    """

    line: Line
    start: int
    end: int
    digits: str
    countries: frozenset[str]


@dataclass(frozen=True)
class NearMiss:
    """A number that nobody answers, but looks like `meant`."""

    line: Line
    start: int
    end: int
    meant: str


@cache
def _known() -> Mapping[str, frozenset[str]]:
    """The countries of every number of the tables."""
    found: dict[str, set[str]] = {}
    for country, table in COUNTRIES.items():
        for number in table.numbers | table.poison:
            found.setdefault(number, set()).add(country)
    return MappingProxyType({number: frozenset(at) for number, at in found.items()} | _NO_ROUTE)


def given(document: Document) -> tuple[Given, ...]:
    """The numbers that readers are told to call or text, in reading order."""
    return document.derived(_numbers)[0]


def near_misses(document: Document) -> tuple[NearMiss, ...]:
    """Numbers given for a crisis line that are one digit or two away from its own."""
    return document.derived(_numbers)[1]


def _numbers(document: Document) -> tuple[tuple[Given, ...], tuple[NearMiss, ...]]:
    found: list[Given] = []
    missed: list[NearMiss] = []
    for line in health.lines_with(document, _INVITING):
        if line.block.kind in (Kind.CODE, Kind.SOURCE) or line.block.inside(Group.SOURCES):
            continue
        for run in islice(_RUN.finditer(line.text), _MOST):
            known = list(_known_in(line, run))
            found += known
            meant = None if known else _meant(line, run)
            if meant:
                missed.append(NearMiss(line, *run.span(), meant))
    return tuple(found), tuple(missed)


def _known_in(line: Line, run: re.Match[str]) -> Iterator[Given]:
    """The numbers of the tables in a run of digits, each group of it used once."""
    if "talk" in run.group():
        yield Given(line, *run.span(), OLD_LIFELINE, _known()[OLD_LIFELINE])
        return
    groups = [
        (run.start() + each.start(), run.start() + each.end(), each.group())
        for each in re.finditer(r"\d+", run.group())
    ]
    first = 0
    while first < len(groups):
        for size in range(len(groups) - first, 0, -1):
            start, end = groups[first][0], groups[first + size - 1][1]
            digits = known_as("".join(group[2] for group in groups[first : first + size]))
            if digits and _is_given(line, start, end, digits):
                yield Given(line, start, end, digits, _known()[digits])
                first += size - 1
                break
        first += 1


def known_as(digits: str) -> str:
    """The number of the tables that these digits are, with or without a country code, or ""."""
    trunk = f"0{digits[2:]}" if digits.startswith("44") else ""
    full = f"1{digits}" if len(digits) == _NORTH_AMERICAN else ""
    for number in (digits, full, trunk, digits[2:] if trunk else ""):
        if number and number in _known():
            return number
    return ""


def _is_given(line: Line, start: int, end: int, digits: str) -> bool:
    if _COUNTED.match(line.text, end) or _NO_TELEPHONE.search(line.before(start, 40)):
        return False
    if len(digits) > _SHORT:
        return True
    return bool(_INVITED.search(line.before(start))) or (
        digits == "988" and " lifeline" in line.after(end, 40)
    )


def _meant(line: Line, run: re.Match[str]) -> str:
    """The number that the digits of `run` were meant to be, or ""."""
    digits = re.sub(r"\D", "", run.group())
    if not _INVITED.search(line.before(run.start())) or _COUNTED.match(line.text, run.end()):
        return ""
    named = _named(line, run)
    if named:
        near = (number for number in sorted(named) if _is_near(digits, number))
        return next(near, "")
    return _one_off(digits) if len(digits) > _SHORT + 1 else ""


def _named(line: Line, run: re.Match[str]) -> frozenset[str]:
    """The numbers of the line that is named beside the digits, none where none is."""
    sentence = line.sentence
    if sentence.end - sentence.start < _LONG:
        said = sentence.words.lower().replace("&", "and")
    else:
        said = line.before(run.start()) + line.after(run.end(), 60)
    return next((numbers for name, numbers in _LINES.items() if name in said), frozenset())


def _is_near(digits: str, number: str) -> bool:
    return 0 < _distance(digits, number) <= (1 if len(number) <= _SHORT else 2)


@lru_cache(maxsize=1000)
def _one_off(digits: str) -> str:
    """The longer number of the tables that differs by one digit, or by two in the wrong order."""
    for number in _known():
        if number in _NO_ROUTE or len(number) <= _SHORT + 1:
            continue
        if _distance(digits, number) == 1:
            return number
    return ""


@lru_cache(maxsize=1000)
def _distance(one: str, other: str) -> int:
    """How many digits must be changed, put in, left out or swapped to make `one` `other`."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        following = [i]
        for j, b in enumerate(other, start=1):
            cost = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            following.append(cost)
        before, row = row, following
    return row[-1]


def called(link: Link) -> str:
    """The digits that a tel: or sms: link calls, "" for another link."""
    scheme, _, rest = (link.href or "").partition(":")
    if scheme.lower() not in ("tel", "sms"):
        return ""
    return re.sub(r"\D", "", re.split("[?;&]", rest)[0])
