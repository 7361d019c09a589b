from __future__ import annotations

import re
from collections.abc import Iterator

from lint import cues, health
from lint.document import Document, Kind
from lint.health import Line
from lint.rule import Found, Hit, Severity, Theme, rule

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
    r"|every|each|that|who|which|from)\b)"
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
    r"|ultimately\ |(?:more\ |less\ )?often\ |usually\ |rarely\ )?(?:un)?successful)"
)
_BETWEEN = (
    r"(?:(?:that|which|more|less|most|likely|to|often|nearly|almost|never|always|eventually|finally"
    r"|later|also|both|all|had|has|have|did|do|does|not|may|might|will|can|at|age|in|\d+)\ ){0,6}"
)
_WORDINGS = re.compile(
    rf"""\b(?:
      (?P<commit>com+it(?:s|t?ed|t?ing)?\ (?:(?:or|and)\ (?:attempt\w*|tr(?:y|ied)\ to)\ )?
        (?:,\ (?:[\w']+\ ){{1,10}},\ )?(?:(?:murder|homicide|self\ harm)\ (?:(?:and|or|then|,)
        \ ){{0,2}})?
        (?:an?\ act\ of\ |(?:mass|assisted|double|ritual|joint|group|collective|actual|public
        |medically
        |physician)\ ){{0,2}}suicides?{_PROGRAMME})
    | (?P<committed>suicides?\ (?:(?:was|were|is|are|be|been|being|that|he|she|they|who|had|has)
      \ ){{0,3}}
        com+itt?ed\b)
    | (?P<outcome>{_OUTCOME}\ (?:(?:first|second|third|last|previous|earlier|recent)
      \ )?suicides?{_ENDS_THERE}(?:\ (?:attempts?|bids?))?
      | {_OUTCOME}\ (?:attempts?|bids?)\ (?:at|to\ commit)\ suicide
      | suicide\ (?:attempts?|bids?)\ (?:that\ |which\ )?(?:had\ |has\ |have\ )?
        (?:failed|succeeded|(?:was|were|is|are|proved)\ (?:not\ )?(?:un)?successful)
      | attempts?\ at\ suicide\ (?:failed|succeeded|(?:was|were)\ (?:not\ )?(?:un)?successful)
      | (?:fail(?:s|ed)?|succeed(?:s|ed)?|(?:un)?successful)\ (?:in|at|with)\ (?:(?:his|her|their|a
        |the|my)\ )?
        (?:suicides?{_ENDS_THERE}(?:\ (?:attempts?|bids?))?|(?:attempts?|bids?)\ (?:at|to\ commit)
          \ suicide)
      | (?:un)?successfully\ (?:commit\w*|complet\w*|attempt\w*)\ suicide
      | (?:un)?successfully\ (?:tr(?:y|ied|ies)\ to\ |attempt(?:s|ed)?\ to\ )?(?:{_DYING}|killed
      \ {_SELF}
        |(?:took|ended)\ {_OWN}\ (?:life|lives)(?!\ (?:of|as)\b))
      | (?:fail(?:s|ed|ing)?|succeed(?:s|ed)?|manage[sd]?)\ (?:,\ )?(?:to|in)\ (?:{_DYING}
      |(?:killing|hanging
        |shooting)\ {_SELF}|(?:taking|ending)\ {_OWN}\ (?:life|lives)(?!\ (?:of|as)\b)|committing
        \ suicide)
      | (?:{_OUTCOME}\ )?(?:attempts?|bids?)\ to\ {_DYING}\ (?:had\ |has\ |have\ )?{_JUDGED}
      | {_OUTCOME}\ (?:attempts?|bids?)\ (?:to\ {_DYING}|on\ {_OWN}\ (?:life|lives)(?!\ (?:of
      |as)\b))
      | {_TRIES}\ {_BETWEEN}{_JUDGED}
      | suicides?\ (?:was|were|had\ been)\ (?:un)?successful
      | (?:tried|attempted)\ (?:to\ (?:commit\ )?)?(?:suicide|kill\ {_SELF}|(?:take|end)\ {_OWN}
      \ (?:life
        |lives))(?:\ [\w']+){{0,4}}(?:\ ,)?\ (?:(?:but|and)\ )(?:(?:he|she|they|it|had|i)\ ){{0,2}}
        (?:{_JUDGED}|did\ not\ succeed|didn't\ succeed)
      | (?:attempt\w*|tried)\ suicide\ (?:un)?successfully
      | (?:success|failure)(?:\ rates?)?\ (?:of|in|for)\ (?:[\w']+\ ){{0,2}}{_TRIES}
      | suicide(?:\ attempts?)?\ (?:success|failure)\ rates?)
    | (?P<complete>complet(?:e|es|ed|ing)\ (?:(?:a|an|their|his|her|the)\ )?suicides?{_ENDS_THERE}
      | suicides?\ (?:was|were|is|are)\ (?:not\ )?completed|suicide\ (?:completers?|completions?))
    )""",
    re.VERBOSE,
)
_ATTEMPT = re.compile(
    rf"\b(?P<outcome>{_OUTCOME} (?:(?:first|second|third|last|previous|earlier) )?attempts?)"
    r"\b(?! (?:to|at|by|of|in)\b)"
)
_ADVICE = {
    "commit": 'Write "died by suicide", "took their own life", or "suicide" as the noun.',
    "committed": 'Write "died by suicide" or "there was a suicide".',
    "outcome": 'Write "died by suicide" or "attempted suicide", without success or failure.',
    "complete": 'Write "died by suicide" or "a death by suicide".',
}
_WHY = {
    "commit": "echoes the time when suicide was a crime",
    "committed": "echoes the time when suicide was a crime",
    "outcome": "makes a death sound like a success, or survival like a failure",
    "complete": "makes a death sound like something achieved",
}


@rule(
    Severity.ERROR,
    theme=Theme.LANGUAGE,
    source="WHO, Preventing suicide: a resource for media professionals (2023); AP Stylebook",
    advice='Write "died by suicide" or "attempted suicide".',
    passes=[
        "She is committed to suicide prevention.",
        'Write "died by suicide", not "committed suicide".',
        "Every nurse completed suicide awareness training.",
        "He attempted suicide at 19 and survived.",
        "She tried to kill herself, and her first job interview failed that week.",
        'She wrote the chapter "How Men Commit Suicide: Six Cases".',
    ],
    fails=[
        "Her brother ⟦committed suicide⟧ in spring.",
        "After a ⟦failed suicide attempt⟧ he asked for help.",
        "At 20 she ⟦failed to end her own life⟧.",
        '"My dad ⟦committed suicide⟧," says Ines.',
        "The ⟦suicide attempt was unsuccessful⟧.",
    ],
)
def suicide_wording(document: Document) -> Found:
    """Suicide is not a crime, a success or a failure.

    "Committed" comes from the time when it was against the law, and "successful" or "failed" judge
    whether somebody lived. Both hurt bereaved people and make it harder to ask for help. What
    somebody said in quotation marks is a warning: the words are theirs, the choice to print them
    is not.
    """
    for block_lines in health.lines(document).values():
        for line in block_lines:
            for found in _wordings(line):
                if cues.mentioned(document, line, *found.span()):
                    continue
                severity = None
                if cues.quoted(document, line, *found.span()):
                    if _is_title(line, *found.span()):
                        continue
                    severity = Severity.WARNING
                kind = str(found.lastgroup)
                where = line.span(*found.span())
                yield Hit(
                    where,
                    f'"{where.quote}" {_WHY[kind]}.',
                    advice=_ADVICE[kind],
                    severity=severity,
                )


def _wordings(line: Line) -> Iterator[re.Match[str]]:
    """Where `line` speaks so of suicide, also in the words "a failed attempt" beside it."""
    yield from _WORDINGS.finditer(line.text)
    if "suicid" in line.text:
        yield from _ATTEMPT.finditer(line.text)


def _is_title(line: Line, start: int, end: int) -> bool:
    """Whether the quoted words are the title of a work: every word of them has a capital."""
    if line.block.kind is Kind.HEADING:
        return False
    words = [word for word in line.span(start, end).words.split() if len(word) > 3]
    return all(word.strip("\"'")[:1].isupper() for word in words)
