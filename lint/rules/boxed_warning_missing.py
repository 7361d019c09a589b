from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from lint import health, medicine_groups
from lint.document import Document, Group, Kind
from lint.health import Line, Term
from lint.patterns import Pattern, Words
from lint.rule import Found, Judges, Severity, Theme, rule
from lint.text import Sentence, analysis

_TABLE = Path(__file__).with_suffix(".txt")
_NAMED = Words("MEDICINE CLASS")
_DISCUSSED = Pattern(
    r"\b(?:help|helps|helping|treats?|treating|prescribed?|prescribing|used|works?|takes?|taking"
    r"|reliev\w+|eas(?:e|es|ing)|reduc\w+|improv\w+|lifts?|calms?|stabili[sz]e\w*|effective|start"
    r"|starting|prevents?|lowers?|options?|include|increas\w+)\b"
)
_INTERACTS = Pattern(
    r"""\b(?:interact\w*|interfer\w*|clash(?:es)?|(?:be|is|are|not)\ (?:safe|harmful|suitable)
    \ (?:for|with)
    |(?:mix(?:es|ed|ing)?|combin(?:e|ed|es|ing)|taken|together|along|same\ time)\ (?:with|as)
    |(?:how\ (?:well|much)|effects?\ of|levels?\ of|action\ of|working\ of))\b"""
)
_OF_ANOTHER = Pattern(
    r"""\b(?:(?:who|you|anyone|those|people|patients|women|men|children|someone|already|also|are)
    \ (?:(?:are|is|also|already|now)\ ){0,2}(?:takes?|taking|uses?|using|on|cannot\ take
      |can't\ take)
    |failed|instead\ of|rather\ than|alternatives?\ to|unlike|than|as\ well\ as)
    \ (?:(?!your\b)[\w',()]+\ ){0,6}$"""
)
_ITS_OWN = Pattern(
    r"\b(?:stop\w*|dose|doses|missed|miss|side\ effects?|withdraw\w*|prescrib\w+|reduc\w+"
    r"|come\ off|coming\ off|months?|weeks?|while)\b"
)
_HEADED = frozenset({Kind.TITLE, Kind.HEADING, Kind.TERM})
_UNREAD = frozenset({Kind.DESCRIPTION, Kind.META, Kind.IMAGE, Kind.CAPTION, Kind.LABEL})


@dataclass(frozen=True)
class _Said:
    """Words of the table, one of which a sentence has: which lines to look at, and how."""

    words: Words
    pattern: Pattern

    @classmethod
    def one_of(cls, listed: str) -> _Said:
        phrases = [phrase.strip() for phrase in listed.split(",")]
        longest = (max(phrase.replace("-", " ").split(), key=len) for phrase in phrases)
        either = "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in phrases)
        return cls(Words(" ".join(longest)), Pattern(rf"\b(?:{either})\b", re.NOFLAG))

    def sentences(self, document: Document) -> Iterator[Sentence]:
        for line in health.lines_with(document, self.words):
            if self.among(line.sentence):
                yield line.sentence

    def among(self, sentence: Sentence) -> bool:
        return self.pattern.search(sentence.words.lower()) is not None


@dataclass(frozen=True)
class _Warning:
    """A row of the table. `where` and `also` are None where the row leaves them out."""

    group: str
    where: _Said | None
    says: _Said
    also: _Said | None
    left_out: str


def _rows() -> Iterator[_Warning]:
    for row in _TABLE.read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            group, where, says, also, left_out = (each.strip() for each in row.split("|"))
            yield _Warning(
                group.replace("-", " "),
                _Said.one_of(where) if where else None,
                _Said.one_of(says),
                _Said.one_of(also) if also else None,
                left_out,
            )


_WARNINGS = tuple(_rows())


@rule(
    Severity.WARNING,
    theme=Theme.SAFETY,
    judges=Judges.CLINICAL,
    source="FDA boxed warnings: antidepressants (2007), benzodiazepines (2020) and others",
    advice="Say it in a sentence of its own, or link to the page that does, with those words.",
    passes=[
        "Antidepressants can help. Some young people have suicidal thoughts when they start.",
        "Benzodiazepines ease panic, but some can cause dependence.",
        "He asked about antidepressants.",
        "Warfarin prevents clots. You may bleed more easily.",
        "Antipsychotics are prescribed for schizophrenia.",
        "Cranberry juice is not safe with warfarin. Ask first if you take warfarin.",
        "TMS may help people who have failed two antidepressants.",
        "While taking sertraline, some young people think of taking their own lives.",
        "Paracetamol helps with pain.",
    ],
    fails=[
        "⟦Antidepressants⟧ are often prescribed for depression.",
        "⟦Diazepam⟧ helps with panic.",
        "Some people with dementia take ⟦risperidone⟧ for a while.",
        "# ⟦Ciprofloxacin⟧\n\nAn antibiotic.",
        "⟦Sertraline⟧ can lift mood. Take care: it may bring on suicidal thoughts.",
    ],
)
def boxed_warning_missing(document: Document, *, words: int = 300) -> Found:
    """A page on a medicine with a serious warning gives the warning.

    The gravest risks stand in a box at the head of the leaflet. A page that tells what the medicine
    does for people and leaves the box out tells half. The table of groups and warnings can grow;
    the warning on antipsychotics counts only where the page speaks of dementia. A page is about a
    medicine that has a heading or is named in two sentences; up to `words` words, it is about one
    that it names once with what it does. A medicine that something else interacts with, or that
    people have tried before, is named in passing.
    """
    found = _mentions(document)
    for warning in _WARNINGS:
        mentions = [each for each in found.get(warning.group, ()) if not _in_passing(*each)]
        if not mentions or not _is_about(document, mentions, words):
            continue
        if _is_given(document, warning):
            continue
        if warning.where is None or any(warning.where.sentences(document)):
            line, term = mentions[0]
            yield line.span(term.start, term.end), f"This page never says {warning.left_out}."


_Mentions: TypeAlias = list[tuple[Line, Term]]


def _mentions(document: Document) -> dict[str, _Mentions]:
    """Where each group of medicines is named."""
    found: dict[str, _Mentions] = {}
    for line in health.lines_with(document, _NAMED):
        block = line.block
        if block.kind in _UNREAD or (block.container is not None and block.inside(Group.SOURCES)):
            continue
        for term in line.terms:
            for group in medicine_groups.groups_of(term):
                found.setdefault(group, []).append((line, term))
    return found


def _is_about(document: Document, mentions: _Mentions, words: int) -> bool:
    """Whether the page is about the group, not naming it in passing."""
    line, _ = mentions[0]
    if mentions[-1][0] is not line or any(each.block.kind in _HEADED for each, _ in mentions):
        return True
    discussed = _DISCUSSED.search(line.text) is not None
    return discussed and sum(len(block.words.split()) for block in document.body) <= words


@lru_cache(maxsize=1)  # A line can name many medicines.
def _about_line(text: str) -> tuple[bool, bool]:
    """Whether it says that medicines do not go together, and what is done with one itself."""
    return bool(_INTERACTS.search(text)), bool(_ITS_OWN.search(text))


def _in_passing(line: Line, term: Term) -> bool:
    """Whether it is named for the sake of another, as what that one must not be mixed with."""
    if line.block.kind in _HEADED:
        return False
    interacts, its_own = _about_line(line.text)
    return interacts or (not its_own and bool(_OF_ANOTHER.search(line.before(term.start))))


def _is_given(document: Document, warning: _Warning) -> bool:
    sentences = analysis(document)
    for sentence in warning.says.sentences(document):
        if warning.also is None:
            return True
        around = (sentences.before(sentence), sentence, sentences.after(sentence))
        if any(each is not None and warning.also.among(each) for each in around):
            return True
    return False
