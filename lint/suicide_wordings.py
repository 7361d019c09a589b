"""Words that make suicide a crime, a success or a failure.

They hurt wherever they stand, so the rule about the text and the one about metadata both ask here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lint import cues
from lint.document import Document, Kind
from lint.health import Line
from lint.patterns import Pattern, Words

WORDS = Words(
    "suicid* fail* succe* unsucce* manage manages managed botched fatal completed incomplete"
)
"""A line without one of these says nothing of the kind."""

_PROGRAMME = (
    r"(?!\ (?:prevention|awareness|risk|safety|research|training|figures|data|rates?|policy"
    r"|policies"
    r"|plans?|campaigns?|courses?|crisis|watch|screening|assessments?|support|strateg\w+"
    r"|bereavement"
    r"|loss|notes?|hotlines?|helplines?|education|reduction|intervention|postvention|reviews?"
    r"|bomb\w*|squads?|mission))"
)
_OUTCOME = r"(?:successful|unsuccessful|failed|completed|botched|incomplete|uncompleted|fatal)"
_ENDS_THERE = (
    r"(?=$|\ [,;:!?()\u2014]|\ (?:attempts?|bids?|in|on|at|after|before|by|when|while|and|or"
    r"|but|than|is|are|was|were|has|have"
    r"|had|as|among|can|may|will|with|without|leaves?|affects?|for|during|last|this|fell|rose"
    r"|every|each|that|who|which|from|needs?|remains?|occurs?|happens?|tends?|do|does|did|could"
    r"|should|would|never|often|rarely|usually|per|of|to|over|under|between|because|if|since|not"
    r"|less|more|most|twice|once|again)\b)"
)
_GOES_ON = (
    r"(?=\ (?:\d+|aged|one|two|three|four|five|six|several|days|weeks|months|years|shortly|soon"
    r"|later"
    r"|there|here|they|he|she|his|her|their|despite|following|using|also|alone|together|within|until"
    r"|around|about|nearly|almost|just|only|leave|left|saw|gave|told|wrote|spoke|sought|knew|came|show"
    r"|(?!related|focused|based|linked)\w{2,}ed)\b)"
)
_SELF = r"(?:yourself|themselves|themself|himself|herself|myself|oneself|ourselves)"
_OWN = r"(?:your|their|his|her|my|one\ 's|our)(?:\ own)?"
_DYING = (
    rf"(?:(?:commit|attempt)\ suicide|kill\ {_SELF}|(?:take|end)\ {_OWN}\ (?:life|lives)"
    r"(?!\ (?:of|as)\b)"
    rf"|(?:hang|shoot|drown|poison|gas)\ {_SELF}|die\ by\ suicide|end\ it\ all)"
)
_TRIES = r"(?:suicide\ (?:attempts?|bids?)|attempts?\ at\ suicide|suicidal\ attempts?)"
_JUDGED = (
    r"(?:fail(?:s|ed)?|succeed(?:s|ed)?|(?:not\ |n't\ )succeed"
    r"|(?:(?:was|were|is|are|be|been|being|proved?|proves)\ )(?:not\ |in\ the\ end\ "
    r"|ultimately\ |(?:more\ |less\ )?often\ |usually\ |rarely\ )?(?:(?:un)?successful|botched))"
)
_BETWEEN = (
    r"(?:(?:that|which|more|less|most|likely|to|often|nearly|almost|never|always|eventually|finally"
    r"|later|also|both|all|had|has|have|did|do|does|not|may|might|will|can|at|age|in|\d+)\ ){0,6}"
)
_BY_HAND = frozenset(
    """
    yourself themselves themself himself herself myself oneself ourselves life lives all
    """.split()
)
_WORDINGS = (
    (
        "ommit",
        Pattern(
            rf"""\b(?P<commit>com+it(?:s|t?ed|t?ing)?\ (?:(?:or|and)
            \ (?:attempt\w*|tr(?:y|ied)\ to)\ )?
            (?:,\ (?:[\w']+\ ){{1,10}},\ )?(?:(?:murder|homicide|self\ harm)\ (?:(?:and|or|then|,)
            \ ){{0,2}})?
            (?:an?\ act\ of\ |(?:mass|assisted|double|ritual|joint|group|collective|actual|public
            |medically
            |physician)\ ){{0,2}}suicides?{_PROGRAMME})
            |\b(?P<committed>suicides?\ (?:(?:was|were|is|are|be|been|being|that|he|she|they|who|had
            |has)\ ){{0,3}}com+itt?ed\b)
            |\b(?P<it>com+it(?:s|t?ed|t?ing)?\ (?:it|the\ act)(?=$|\ [,;:!?()\u2014]|\ (?:in|at|when
            |while|because|and|or|but|are|is)\b))"""
        ),
    ),
    (
        "comit",
        Pattern(rf"""\b(?P<commit>com+it(?:s|t?ed|t?ing)?\ suicides?{_PROGRAMME})"""),
    ),
    (
        "complet",
        Pattern(
            rf"""\b(?P<complete>complet(?:e|es|ed|ing)\ (?:(?:a|an|their|his|her|the)\ )?suicides?
            (?:{_ENDS_THERE}|{_GOES_ON})
            |suicides?\ (?:was|were|is|are)\ (?:not\ )?completed
            |suicide\ (?:completers?|completions?))"""
        ),
    ),
)
_JUDGEMENTS = ("succe", "fail", "complet", "botch", "fatal")
_OUTCOMES = (
    Pattern(
        rf"""\b(?P<outcome>{_OUTCOME}\ (?:(?:first|second|third|last|previous|earlier|recent)\ )?
        suicides?{_ENDS_THERE}(?:\ (?:attempts?|bids?))?
        |{_OUTCOME}\ (?:attempts?|bids?)\ (?:at|to\ commit)\ suicide
        |suicide\ (?:attempts?|bids?)\ (?:that\ |which\ )?(?:had\ |has\ |have\ )?
          (?:failed|succeeded|(?:was|were|is|are|proved)\ (?:not\ )?(?:un)?successful)
        |attempts?\ at\ suicide\ (?:failed|succeeded|(?:was|were)\ (?:not\ )?(?:un)?successful)
        |(?:fail(?:s|ed)?|succeed(?:s|ed)?|(?:un)?successful)\ (?:in|at|with)\ (?:(?:his|her|their|a
          |the|my)\ )?
          (?:suicides?{_ENDS_THERE}(?:\ (?:attempts?|bids?))?
          |(?:attempts?|bids?)\ (?:at|to\ commit)\ suicide)
        |(?:un)?successfully\ (?:commit\w*|complet\w*|attempt\w*)\ suicide
        |{_TRIES}\ {_BETWEEN}{_JUDGED}
        |suicides?\ (?:was|were|had\ been)\ (?:un)?successful
        |(?:attempt\w*|tried)\ suicide\ (?:un)?successfully
        |(?:success|failure)(?:\ rates?)?\ (?:of|in|for)\ (?:[\w']+\ ){{0,2}}{_TRIES}
        |suicide(?:\ attempts?)?\ (?:success|failure)\ rates?)"""
    ),
    Pattern(
        rf"""\b(?P<outcome>{_OUTCOME}\ (?:(?:first|second|third|last|previous|earlier)\ )?attempts?
        \b(?!\ (?:to|at|by|of|in)\b)
        |(?:first|second|third|last|previous|earlier|two|three)\ attempts?\ (?:had\ |has\ |have\ )?
          (?:failed|succeeded)\b
        |botch(?:ed|es|ing)\ (?:a|an|the|his|her|their|my)\ suicides?\b)"""
    ),
)
_DEATHS = Pattern(
    rf"""\b(?P<outcome>(?:un)?successfully\ (?:tr(?:y|ied|ies)\ to\ |attempt(?:s|ed)?\ to\ )?
      (?:{_DYING}|killed\ {_SELF}|(?:took|ended)\ {_OWN}\ (?:life|lives)(?!\ (?:of|as)\b))
    |(?:fail(?:s|ed|ing)?|succeed(?:s|ed)?|manage[sd]?|successful)\ (?:,\ )?(?:to|in|at)
      \ (?:{_DYING}
      |(?:killing|hanging|shooting)\ {_SELF}|(?:taking|ending)\ {_OWN}\ (?:life|lives)
      (?!\ (?:of|as)\b)|committing\ suicide)
    |(?:{_OUTCOME}\ )?(?:attempts?|bids?)\ to\ {_DYING}\ (?:had\ |has\ |have\ )?{_JUDGED}
    |{_OUTCOME}\ (?:attempts?|bids?)\ (?:to\ {_DYING}|on\ {_OWN}\ (?:life|lives)(?!\ (?:of|as)\b))
    |(?:tried|attempted)\ (?:to\ (?:commit\ )?)?(?:suicide|kill\ {_SELF}|(?:take|end)\ {_OWN}
      \ (?:life|lives))(?:\ [\w']+){{0,4}}(?:\ ,)?\ (?:but|and)\ (?:(?:he|she|they|it|had|i)
      \ ){{0,2}}(?:{_JUDGED}|did\ not\ succeed|didn't\ succeed))"""
)
_TRYING = Pattern(
    r"""\b(?P<outcome>(?:tr(?:y|ies|ied)|attempt(?:s|ed)?)(?:\ it)?\ (?:and|but)\ (?:[\w']+\ ){0,2}?
      (?:fail(?:s|ed)?|succeed(?:s|ed)?)\b(?!\ (?:to|in|at|with)\b)
    |(?:each|every)\ (?:[\w']+\ ){1,3}?(?:who|that)\ (?:fails?|succeeds?)\b(?!\ (?:to|in|at
      |with)\b))"""
)
_ABOUT_SUICIDE = Pattern(
    r"suicid|\bown\ li(?:fe|ves)\b|\bkill(?:s|ed|ing)?\ (?:them|him|her|your)sel"
)
_ADVICE = {
    "commit": 'Write "died by suicide", "took their own life", or "suicide" as the noun.',
    "committed": 'Write "died by suicide" or "there was a suicide".',
    "it": 'Write "died by suicide", or "suicide" as the noun.',
    "outcome": 'Write "died by suicide" or "attempted suicide", without success or failure.',
    "complete": 'Write "died by suicide" or "a death by suicide".',
}
_WHY = {
    "commit": "echoes the time when suicide was a crime",
    "committed": "echoes the time when suicide was a crime",
    "it": "echoes the time when suicide was a crime",
    "outcome": "makes a death sound like a success, or survival like a failure",
    "complete": "makes a death sound like something achieved",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a line that speak so: why they hurt, what to write, and if somebody said them."""

    start: int
    end: int
    why: str
    advice: str
    quoted: bool


def wordings(document: Document, line: Line) -> Iterator[Wording]:
    """Where `line` speaks so; words that are only talked about, or a title in quotes, do not."""
    for found in _found(line):
        start, end = found.span()
        if cues.mentioned(document, line, start, end, reports=False):
            continue
        if _is_verb_alone_quoted(line, start, end) or cues.listed_to_avoid(document, line, start):
            continue
        quoted = cues.quoted(document, line, start, end)
        if not (quoted and _is_title(line, start, end)):
            kind = str(found.lastgroup)
            yield Wording(start, end, _WHY[kind], _ADVICE[kind], quoted)


def _found(line: Line) -> Iterator[re.Match[str]]:
    """The words themselves, also in the words "a failed attempt" beside suicide."""
    if "suicid" in line.text:
        patterns = [pattern for letters, pattern in _WORDINGS if letters in line.text]
        if any(letters in line.text for letters in _JUDGEMENTS):
            patterns += [*_OUTCOMES, _DEATHS, _TRYING]
        yield from _apart(line, patterns)
    elif _TRYING.search(line.text) and _ABOUT_SUICIDE.search(line.block.words.lower()):
        yield from _TRYING.finditer(line.text)
    elif not _BY_HAND.isdisjoint(line.text.split(" ")):
        yield from _DEATHS.finditer(line.text)


def _is_verb_alone_quoted(line: Line, start: int, end: int) -> bool:
    """Whether the verb alone stands in quotation marks: nobody "commits" suicide."""
    where = line.span(start, end)
    mark = line.block.words[max(0, where.start - 1) : where.start]
    return mark in ('"', "'") and f"{mark} " in where.words


def _apart(line: Line, patterns: Iterable[Pattern]) -> Iterator[re.Match[str]]:
    """What `patterns` find in `line`: of words that overlap, the first and then the longest."""
    reached = 0
    for found in sorted(
        (found for pattern in patterns for found in pattern.finditer(line.text)),
        key=lambda found: (found.start(), -found.end()),
    ):
        if found.start() >= reached:
            reached = found.end()
            yield found


def _is_title(line: Line, start: int, end: int) -> bool:
    """Whether the quoted words are the title of a work: every word of them has a capital."""
    if line.block.kind is Kind.HEADING:
        return False
    words = [word for word in line.span(start, end).words.split() if len(word) > 3]
    return all(word.strip("\"'")[:1].isupper() for word in words)
