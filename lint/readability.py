"""How hard a document is to read.

The scores are of prose: headings, terms, captions, sources and short table cells are left out;
sentences end as `lint.text` has it, so list items and lead-ins end one, and abbreviations and
decimals end none; syllables come from our own table, with the names of medicines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, TypeAlias

from lint import formulas
from lint.document import Block, Document, Group, Kind
from lint.easy_words import easy_words
from lint.formulas import Counts
from lint.languages import is_foreign
from lint.syllables import syllables
from lint.text import WORD, Sentence, analysis

DEFINITION = "contentlint 1: prose only, list items end sentences, own syllable table"

_Numbers: TypeAlias = tuple[int, ...]

_PROSE = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.TRANSCRIPT})
_PROSE_IN_A_CELL = 10
"""A table cell of so many words is prose."""

_HARDEST = 3
"""How many of the sentences that raise the grade most are named."""

_NO_GAIN = 0.001
"""Where sentences are all alike, none raises the grade, and the first stand for the rest."""


@dataclass(frozen=True)
class Scores:
    """The scores of a document or a section; all 0 where it has no prose.

    `reading_time` is in seconds. `heading` is the section's, None for the document and for what
    stands before the first heading; `first` is the first block of prose. `hardest` are the
    sentences that raise the Flesch-Kincaid grade most, the worst first. `sections` are those with
    prose, of the document only.
    """

    words: int = 0
    sentences: int = 0
    words_per_sentence: float = 0.0
    polysyllables: int = 0
    flesch_kincaid_grade: float = 0.0
    flesch_reading_ease: float = 0.0
    smog_index: float = 0.0
    gunning_fog: float = 0.0
    coleman_liau_index: float = 0.0
    automated_readability_index: float = 0.0
    dale_chall: float = 0.0
    lix: float = 0.0
    reading_time: float = 0.0
    definition: str = DEFINITION
    heading: Block | None = None
    first: Block | None = None
    hardest: tuple[Sentence, ...] = ()
    sections: tuple[Scores, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """For reports: the scores rounded to tenths, sentences and headings as their words."""
        numbers: dict[str, Any] = {
            "words": self.words,
            "sentences": self.sentences,
            "words_per_sentence": round(self.words_per_sentence, 1),
            "polysyllables": self.polysyllables,
            "flesch_kincaid_grade": round(self.flesch_kincaid_grade, 1),
            "flesch_reading_ease": round(self.flesch_reading_ease, 1),
            "smog_index": round(self.smog_index, 1),
            "gunning_fog": round(self.gunning_fog, 1),
            "coleman_liau_index": round(self.coleman_liau_index, 1),
            "automated_readability_index": round(self.automated_readability_index, 1),
            "dale_chall": round(self.dale_chall, 1),
            "lix": round(self.lix, 1),
            "reading_time": round(self.reading_time, 1),
            "hardest": [sentence.span.quote for sentence in self.hardest],
        }
        if self.sections:
            numbers["definition"] = self.definition
            numbers["sections"] = [
                {"heading": section.heading.text.plain if section.heading else ""}
                | section.as_json()
                for section in self.sections
            ]
        return numbers


def scores(document: Document) -> Scores:
    """The scores of the body and of each of its sections, worked out once."""
    return document.derived(_scores)


def is_prose(block: Block) -> bool:
    """Whether the block counts for the scores."""
    if block.inside(Group.SOURCES) or is_foreign(block):
        return False
    if block.kind is Kind.CELL:
        return len(WORD.findall(block.words)) >= _PROSE_IN_A_CELL
    return block.kind in _PROSE


def _scores(document: Document) -> Scores:
    sentences = analysis(document)
    sections: list[Scores] = []
    everything: list[tuple[Sentence, _Numbers]] = []
    for section in document.sections:
        counted = [
            (sentence, _counted(sentence.words))
            for block in section.blocks
            if is_prose(block)
            for sentence in sentences.of(block)
        ]
        if counted:
            everything += counted
            sections.append(_scored(counted, section.heading))
    return _scored(everything, None, tuple(sections))


def _scored(
    counted: list[tuple[Sentence, _Numbers]],
    heading: Block | None,
    sections: tuple[Scores, ...] = (),
) -> Scores:
    counts = _sum([numbers for _, numbers in counted])
    return Scores(
        words=counts.words,
        sentences=counts.sentences,
        words_per_sentence=counts.words_per_sentence,
        polysyllables=counts.polysyllables,
        flesch_kincaid_grade=formulas.flesch_kincaid_grade(counts),
        flesch_reading_ease=formulas.flesch_reading_ease(counts),
        smog_index=formulas.smog_index(counts),
        gunning_fog=formulas.gunning_fog(counts),
        coleman_liau_index=formulas.coleman_liau_index(counts),
        automated_readability_index=formulas.automated_readability_index(counts),
        dale_chall=formulas.dale_chall(counts),
        lix=formulas.lix(counts),
        reading_time=formulas.reading_time(counts),
        heading=heading,
        first=counted[0][0].block if counted else None,
        hardest=_hardest(counted, counts),
        sections=sections,
    )


def _hardest(counted: list[tuple[Sentence, _Numbers]], whole: Counts) -> tuple[Sentence, ...]:
    """The sentences without which the grade would fall most."""
    grade = formulas.flesch_kincaid_grade(whole)

    def rise(numbers: _Numbers) -> float:
        words, sentences = whole.words - numbers[0], whole.sentences - 1
        if not words or not sentences:
            return 0.0
        syllables_left = whole.syllables - numbers[2]
        return grade - (0.39 * words / sentences + 11.8 * syllables_left / words - 15.59)

    ranked = sorted(
        ((rise(numbers), index) for index, (_, numbers) in enumerate(counted)),
        key=lambda pair: (-pair[0], pair[1]),
    )
    return tuple(counted[index][0] for gain, index in ranked[:_HARDEST] if gain > -_NO_GAIN)


def _counted(sentence: str) -> _Numbers:
    """The fields of `Counts` for one sentence, as a tuple: there are many of them."""
    words = WORD.findall(sentence)
    syllable_count, letters, polysyllables, long_words, *unfamiliar = map(
        sum, zip(*map(_measured, words), strict=True)
    )
    chunks = sentence.split()
    return (
        len(words),
        1,
        syllable_count,
        polysyllables,
        letters,
        sum(map(len, chunks)),
        len(chunks),
        long_words,
        *unfamiliar,
    )


@lru_cache(maxsize=50_000)
def _measured(word: str) -> _Numbers:
    """Of one word: syllables, letters, then 1 where it is a polysyllable, long, complex,
    unfamiliar, and unfamiliar with two syllables or more."""
    count = syllables(word)
    letters = sum(map(str.isalnum, word))
    unfamiliar = word.lower() not in easy_words()
    return (
        count,
        letters,
        count >= 3,
        letters > 6,
        unfamiliar and count >= 3,
        unfamiliar,
        unfamiliar and count >= 2,
    )


def _sum(parts: Sequence[_Numbers]) -> Counts:
    if not parts:
        return Counts(*[0] * len(fields(Counts)))
    return Counts(*map(sum, zip(*parts, strict=True)))
