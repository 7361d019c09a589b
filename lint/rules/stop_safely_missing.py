from __future__ import annotations

from lint import health, medicine_groups
from lint.document import Document, Group, Kind
from lint.health import CLASS, MEDICINE, ROLE, ROLES, Line
from lint.patterns import Pattern, Words
from lint.rule import Found, Judges, Severity, Theme, rule

_NAMED = Words("MEDICINE CLASS")
_CUES = Words(
    "adherence stop stops stopping stopped come coming stick sticking side withdrawal miss missing "
    "missed forget forgetting forgot skip skipping quit quitting discontinue discontinuing halt"
)
_SAFE = Words(
    "suddenly abruptly abrupt gradually gradual slowly taper* wean* withdrawal cold without unless "
    "until before once own supervision don't not never shouldn't mustn't ROLE ROLES"
)
_MEDICINE = (
    r"(?:MEDICINE|CLASS|medicines?|medications?|tablets?|pills?|meds|prescriptions?|treatment)"
)
_TOPIC = Pattern(
    rf"""\b(?:adherence|side\ effects?|withdrawal\ (?:symptoms?|effects?))\b
    | \b(?:stick|sticking|keep|keeping)\ (?:to|with|up\ with|taking)
      \ (?:[\w']+\ ){{0,4}}?{_MEDICINE}
    | \b(?:stop|stops|stopping|stopped|come\ off|coming\ off|quit|quitting|discontinu\w+|skip
      |skipping|miss|missing|missed|forget|forgetting)\ (?:[\w']+\ ){{0,4}}?(?:{_MEDICINE}
      |doses?)\b"""
)
_ABOUT_MEDICINE = Pattern(rf"\b{_MEDICINE}\b")
_STOPPING = Pattern(
    rf"""\b(?:stop|stops|stopping|stopped|quit|quitting|discontinu\w+|reduc\w+|halt|give\ up
      |cut(?:ting)?\ down)\ (?:[\w']+\ ){{0,5}}?(?:{_MEDICINE}|doses?|it|them|taking|suddenly
      |abruptly|slowly|gradually|all\ at\ once|on\ your\ own)\b
    | \b(?:come|comes|coming|taken|taking)\ off\b|\b(?:taper|wean)\w*\b
    | \b(?:{_MEDICINE}|doses?|it|them)\ (?:[\w']+\ ){{0,4}}?(?:stopped|reduced|discontinued)\b"""
)
_CHANGING = Pattern(
    rf"""\b(?:chang\w+|skip\w*|lower\w*|adjust\w*)\ (?:[\w']+\ ){{0,4}}?(?:{_MEDICINE}|doses?|it
      |them)\b"""
)
_SAFELY = Pattern(
    r"""\b(?:suddenly|abrupt(?:ly)?|all\ at\ once|at\ once|on\ your\ own|by\ yourself|without|unless
      |until|before|gradual(?:ly)?|slowly|step\ by\ step|bit\ by\ bit|taper\w*|wean\w*|cold\ turkey
      |withdrawal|(?:medical|specialist|clinical|professional)\ (?:advice|supervision|guidance)
      |supervision)\b"""
)
_FORBIDS = Pattern(
    rf"""\b(?:do\ not|don't|never|should\ not|shouldn't|must\ not|mustn't|not\ to)
      \ (?:just\ |simply\ |ever\ )?(?:stop|quit|discontinue|come\ off)
      (?:\ (?:taking|using|your|the|any|their|these|this|it|them|on|unless|without
        |{_MEDICINE})\b|$)"""
)
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.SUMMARY})


@rule(
    Severity.WARNING,
    theme=Theme.SAFETY,
    judges=Judges.CLINICAL,
    source="NICE guideline NG222, Depression in adults (2022)",
    advice='Add a sentence such as "Do not stop suddenly. Your prescriber can help you to come off '
    'slowly".',
    passes=[
        "Quetiapine can have side effects. Never stop your tablets suddenly.",
        "Some people miss doses of lithium. Talk to your doctor before you stop it.",
        "Ibuprofen can have side effects.",
        "Antidepressants help some people.",
        "SSRIs have side effects. Your dose should be reduced slowly.",
        "Olanzapine has side effects. Please don't just stop taking it.",
        "Some people stop sertraline. It is vital to come off it under medical supervision.",
        "Side effects of the vaccine are mild. Olanzapine is made in Leeds.",
    ],
    fails=[
        "Quetiapine is for psychosis. ⟦Side effects of this medicine can bother you.⟧",
        "⟦Many people forget doses of their antidepressant.⟧",
        "SSRIs lift mood.\n\n- ⟦Sticking to a medication plan is hard when side effects come.⟧",
        "⟦When you stop taking paroxetine, you may feel dizzy.⟧",
    ],
)
def stop_safely_missing(document: Document) -> Found:
    """Where a psychiatric medicine is hard to keep taking, the page says how to stop safely.

    Side effects and forgotten doses are why people stop on their own, and stopping suddenly can
    bring withdrawal or a relapse. A page that names a psychiatric medicine and speaks of either
    says not to stop suddenly, or whom to ask first. Naming the medicine in passing is not enough to
    need it.
    """
    if not health.holds(document, _CUES):
        return
    if not any(_is_psychiatric(line) for line in health.lines_with(document, _NAMED)):
        return
    topic = next((line for line in health.lines_with(document, _CUES) if _discusses(line)), None)
    if topic is None:
        return
    if any(_says_how(line) for line in health.lines_with(document, _SAFE)):
        return
    yield (
        topic.sentence.span,
        "This speaks of why people stop a psychiatric medicine, and the page never says how to"
        " stop safely.",
    )


def _is_psychiatric(line: Line) -> bool:
    if line.block.inside(Group.SOURCES):
        return False
    return next(medicine_groups.of(line, "psychiatric"), None) is not None


def _discusses(line: Line) -> bool:
    if line.block.kind not in _READ or line.block.inside(Group.SOURCES):
        return False
    if not _TOPIC.search(line.text) or not _ABOUT_MEDICINE.search(line.text):
        return False
    named = [term for term in line.terms if term.tag in (MEDICINE, CLASS)]
    return not named or _is_psychiatric(line)


def _says_how(line: Line) -> bool:
    text = line.text
    if _FORBIDS.search(text):
        return True
    if _STOPPING.search(text):
        return line.has(ROLE, ROLES) or _SAFELY.search(text) is not None
    return _CHANGING.search(text) is not None and _SAFELY.search(text) is not None
