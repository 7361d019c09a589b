from __future__ import annotations

from collections.abc import Iterator

from lint import cues, health
from lint.document import Document
from lint.health import Line
from lint.patterns import Pattern, Words
from lint.rule import Found, Hit, Severity, Theme, rule
from lint.text import analysis

WORDS = Words(
    """
    imbalance imbalances imbalanced serotonin dopamine neurotransmitter neurotransmitters balance
    balances rebalance rebalances rebalancing balancing
    """
)

_CHEMICAL = (
    r"(?:neurotransmitters?|serotonin|dopamine|noradrenaline|norepinephrine|brain\ chemicals?"
    r"|chemicals?|brain\ chemistry|chemistry)"
)
_MENDS = (
    r"(?:correct(?:s|ed|ing)?|fix(?:es|ed|ing)?|restor(?:es?|ed|ing)|re\ ?balanc(?:es?|ed|ing)"
    r"|balanc(?:es?|ed|ing)|normali[sz](?:es?|ed|ing)|repair(?:s|ed|ing)?|treat(?:s|ed|ing)?)"
)
_CAUSED = (
    r"(?:(?:linked\ to|caused\ by|due\ to|because\ of|results?\ from|stems?\ from|down\ to"
    r"|comes?\ from|tied\ to)\ (?:an?\ |the\ )?)"
)
_IMBALANCE = Pattern(
    rf"""\b(?:{_CAUSED}|{_MENDS}\ (?:(?:an?|the|your|this|any|these)\ )?)?(?:
      (?:[\w']+\ )?(?:chemical|neurochemical|serotonin|dopamine|neurotransmitter)\ imbalances?
    | imbalances?\ (?:of|in)\ (?:[\w']+\ ){{0,3}}?{_CHEMICAL}
    | {_CHEMICAL}\ (?:[\w']+\ ){{0,4}}?(?:is|are|gets?|becomes?)\ (?:out\ of\ balance|imbalanced)
    | (?:serotonin|dopamine)\ (?:deficiency|deficiencies|deficit|shortage)
    )(?:\ in\ (?:the|your)\ brain)?\b"""
)
_LOW = Pattern(
    r"\b(?:caused\ by|due\ to|because\ of|results?\ from|stems?\ from|comes?\ from)\ (?:an?\ )?"
    r"(?:low|lower|reduced|too\ little|lack\ of|not\ enough|too\ much|excess)\ "
    r"(?:levels?\ of\ )?(?:serotonin|dopamine|noradrenaline|norepinephrine)\b"
)
_RESTORES = Pattern(
    rf"\b{_MENDS}\ (?:this|the|that|your|a|natural|normal|healthy|chemical)\ (?:[\w']+\ ){{0,2}}?"
    rf"(?:balance|{_CHEMICAL})(?!\w)|\b(?:re\ ?balanc(?:es?|ing)|balanc(?:es|ing))\ "
    rf"(?:your\ |the\ )?(?:brain\ )?{_CHEMICAL}(?!\w)"
)
_BRAIN = Pattern(
    r"\b(?:neurotransmitters?|serotonin|dopamine|brain|noradrenaline|norepinephrine)\b"
)
_DEBATED = Pattern(
    r"\b(?:debated?|disputed?|controvers\w+|contested|myths?|outdated|old\ idea|once\ thought"
    r"|used\ to\ think|once\ believed|no\ longer|theor(?:y|ies)|hypothes[ie]s|ideas?|simplistic"
    r"|too\ simple|over\ ?simpl\w+|question(?:s|ed)?|doubts?|unclear|critics|unproven|not\ proven"
    r"|little\ evidence|no\ evidence|not\ that\ simple|more\ complex|wrong|misleading)\b"
)


@rule(
    Severity.WARNING,
    theme=Theme.EVIDENCE,
    source="Moncrieff and others, Molecular Psychiatry (2022), and its critics",
    advice="Say that the causes are many and not fully known, or that this idea is debated.",
    passes=[
        "The chemical imbalance idea is debated.",
        "Depression is not caused by low serotonin.",
        "SSRIs raise the level of serotonin between nerve cells.",
        "Drinks with salts restore the balance of water in your body.",
        "People once thought that it came from a chemical imbalance. This is too simple.",
    ],
    fails=[
        "Antidepressants ⟦correct chemical imbalances in the brain⟧.",
        "Anxiety is ⟦linked to imbalances in neurotransmitters⟧.",
        "Serotonin runs low. Tablets work by ⟦restoring this balance⟧.",
        "Low mood ⟦comes from a serotonin deficiency⟧.",
        "Depression is ⟦due to low levels of serotonin⟧.",
    ],
)
def contested_mechanism(document: Document) -> Found:
    """A cause that researchers dispute is not told as a fact.

    That depression is a chemical imbalance which medicine corrects is not what most reviews of the
    evidence find, and some psychiatrists defend a part of it. Readers who believe it may see no
    point in talking, or no way to stop. A sentence, or the one after, that says so keeps the rule
    quiet. In quotation marks it is an info.
    """
    for line in health.lines_with(document, WORDS):
        for start, end in _mechanisms(document, line):
            if cues.negated(line, start) or cues.mentioned(document, line, start, end):
                continue
            quoted = cues.quoted(document, line, start, end)
            where = line.span(start, end)
            yield Hit(
                where,
                f'"{where.quote}" tells a disputed cause as a fact.',
                severity=Severity.INFO if quoted else None,
            )


def _mechanisms(document: Document, line: Line) -> Iterator[tuple[int, int]]:
    if line.question or _DEBATED.search(line.text):
        return
    found = [match.span() for match in _IMBALANCE.finditer(line.text)]
    found += [match.span() for match in _LOW.finditer(line.text)]
    restored = [match.span() for match in _RESTORES.finditer(line.text)]
    if not found and not restored:
        return
    following = analysis(document).after(line.sentence)
    if following and _DEBATED.search(following.words.lower()):
        return
    before = analysis(document).before(line.sentence)
    if restored and (_BRAIN.search(line.text) or (before and _BRAIN.search(before.words.lower()))):
        found += restored
    reached = 0
    for start, end in sorted(found):
        if start >= reached:
            yield start, end
            reached = end
