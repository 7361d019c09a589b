from __future__ import annotations

from collections.abc import Iterator

from lint import cues, health
from lint.document import Document, Kind
from lint.health import Line
from lint.mends import Mend, reworded
from lint.patterns import Pattern, Words
from lint.rule import Found, Hit, Severity, Theme, rule

WORDS = Words(
    "abuse abuses abused abusing abuser abusers habit habits clean dirty relapse relapsed wagon"
)

_SUBSTANCE = (
    r"(?:drugs?|alcohol|substances?|solvents?|prescription\ (?:drugs?|medicines?|medications?)"
    r"|opioids?|opiates?|DRUG|CLASS|MEDICINE)"
)
_ABUSE = Pattern(
    rf"\b{_SUBSTANCE}(?:\ (?:and|or|/)\ {_SUBSTANCE})?\ (?P<said>abuse|abusers?|abusing)\b"
    rf"|\babus(?:e|es|ed|ing)\ (?:of\ )?(?:(?:your|their|his|her|these|the|illegal|other)\ )?"
    rf"{_SUBSTANCE}(?!\w)"
)
_HABIT = Pattern(rf"\b{_SUBSTANCE}\ habits?\b")
_CLEAN = Pattern(
    r"\b(?:clean|dirty)\ (?:drug\ |urine\ )(?:tests?|screens?)\b"
    r"|\btest(?:s|ed|ing)?\ (?:clean|dirty)\b|\bclean\ and\ sober\b|\b(?:years?|months?)\ clean\b"
    r"|\b(?:get|gets|getting|got|stay|stays|stayed|staying)\ clean(?=$|\ [,;:!?.]|\ (?:from|for"
    r"|after|again|and\ stay)\b)"
)
_BLAME = Pattern(
    r"\brelapsed?\ (?:[\w']+\ ){0,8}?(?:weak|failed|failure|fault|gave\ in|willpower|blame)\b"
    r"|\b(?:weak|failed|failure|fault|gave\ in|willpower|blame)\ (?:[\w']+\ ){0,6}?relapsed?\b"
    r"|\bf(?:e|a)ll(?:s|en|ing)?\ off\ the\ wagon\b"
)
_NO_BLAME = Pattern(r"\b(?:nobody|no|not|never|without)\b|n't\b")
_HYGIENE = Pattern(r"\b(?:wounds?|hands?|skin|water|wash\w*|soap|catheter|teeth|bath\w*|kitchen)\b")
_JUDGING = Pattern(
    r"\babus(?:e|es|ed|ing)\b|(?<=\ )habit$|(?<=\btest\ )(?:clean|dirty)$"
    r"|(?<=\btests\ )(?:clean|dirty)$|(?<=\btested\ )(?:clean|dirty)$"
    r"|\b(?:clean|dirty)(?=\ (?:drug|urine)\ )"
)
_INSTEAD = {
    "abuse": "misuse",
    "abuses": "misuses",
    "abused": "misused",
    "abusing": "misusing",
    "habit": "addiction",
    "clean": "negative",
    "dirty": "positive",
}
_ADVICE = {
    "habit": 'Write "addiction", "substance use disorder" or "use".',
    "clean": 'Write "in recovery", "not using drugs", or a "negative" or "positive" test.',
    "blame": "Write what happened: a return to use is part of the illness and no fault.",
    "abuser": 'Write "a person with a substance use disorder".',
    "abuse": 'Write "use", "misuse" or "substance use disorder".',
}


@rule(
    Severity.INFO,
    theme=Theme.LANGUAGE,
    source="NIDA, Words matter; PMC9386168",
    advice='Write "use", "misuse" or "substance use disorder".',
    passes=[
        "SAMHSA, the Substance Abuse and Mental Health Services Administration, has a helpline.",
        "The DSM-IV had a diagnosis of alcohol abuse.",
        "She was abused as a child and drinks alcohol.",
        "Keep the wound clean and dry.",
        "This medicine can be habit-forming.",
        "Read [facts about drug abuse](https://riverside.org/drugs).",
    ],
    fails=[
        "He has a history of ⟦drug abuse⟧.",
        "Many ⟦alcohol abusers⟧ also smoke.",
        "She paid for a ⟦heroin habit⟧.",
        "After six months she ⟦tested clean⟧.",
        "He ⟦fell off the wagon⟧ in spring.",
    ],
)
def substance_use_wording(document: Document) -> Found:
    """Words for drug and alcohol use describe it and do not judge.

    Clinicians who read "abuser" judge the same patient more harshly than one with "a substance use
    disorder". Names of agencies, laws, older diagnoses and the titles of linked pages are what they
    are, and let be; so are words in quotation marks.
    """
    for line in health.lines_with(document, WORDS):
        for kind, pattern in (
            ("abuse", _ABUSE),
            ("habit", _HABIT),
            ("clean", _CLEAN),
            ("blame", _BLAME),
        ):
            for match in pattern.finditer(line.text):
                start, end = match.span()
                near = (max(0, start - cues.REACH), min(len(line.text), end + cues.REACH))
                if (
                    _is_name(line, start, end)
                    or (kind == "clean" and _HYGIENE.search(line.text, *near))
                    or (kind == "blame" and _NO_BLAME.search(line.text, *near))
                    or cues.quoted(document, line, start, end)
                    or cues.mentioned(document, line, start, end)
                ):
                    continue
                where = line.span(start, end)
                words = where.quote
                advice = "abuser" if "abuser" in words.lower() else kind
                yield Hit(
                    where,
                    f'"{words}" judges the person.',
                    advice=_ADVICE[advice],
                    mends=_mends(line, start, end),
                )


def _mends(line: Line, start: int, end: int) -> Iterator[Mend]:
    """The word that judges, in a form that says the same."""
    for found in _JUDGING.finditer(line.text, start, end):
        where = line.span(*found.span())
        said = found.group()
        if said in _INSTEAD:
            yield from reworded(where, _INSTEAD[said])


def _is_name(line: Line, start: int, end: int) -> bool:
    """Whether the words are a link's, a diagnosis of its time, or written as a name."""
    where = line.span(start, end)
    block = line.block
    for link in block.links:
        place = block.link_span(link)
        if place.start <= where.start < place.end:
            return True
    if "dsm" in line.before(start):
        return True
    words = where.words.split()
    return (
        len(words) > 1
        and block.kind not in (Kind.HEADING, Kind.TITLE)
        and all(word[:1].isupper() for word in words)
    )
