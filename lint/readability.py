"""How hard a document is to read.

The scores are of prose: headings, terms, captions, sources and short table cells are left out;
sentences end as `lint.text` has it, so list items and lead-ins end one, and abbreviations and
decimals end none; syllables come from our own table, with the names of medicines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from typing import Any

from lint import formulas
from lint.document import Block, Document, Group, Kind
from lint.easy_words import easy_words
from lint.formulas import Counts
from lint.languages import is_foreign
from lint.syllables import syllables
from lint.text import WORD, Sentence, analysis, words_of

DEFINITION = "contentlint 1: prose only, list items end sentences, own syllable table"
TEXTSTAT = "textstat: its sentences and words, of the prose as it stands; own syllable table"
SCORINGS = ("contentlint", "textstat")

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

    `reading_time` is in seconds. `heading` is the words of the section's heading, "" for the
    document and for what stands before the first heading; `where` is the heading, else the first
    block of prose. `hardest` are the sentences that raise the Flesch-Kincaid grade most, the worst
    first. `sections` are those with prose, of the document only.
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
    heading: str = ""
    where: Block | None = None
    hardest: tuple[str, ...] = ()
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
            "hardest": list(self.hardest),
        }
        if self.sections:
            numbers["definition"] = self.definition
            numbers["sections"] = [
                {"heading": section.heading} | section.as_json() for section in self.sections
            ]
        return numbers

    def alone(self) -> Scores:
        """The same, without the blocks: nothing of the document is kept alive by it."""
        return replace(
            self, where=None, sections=tuple(section.alone() for section in self.sections)
        )


def scores(document: Document) -> Scores:
    """The scores of the body and of each of its sections, worked out once."""
    if document.scoring == "textstat":
        return document.derived(_as_textstat)
    return document.derived(_as_contentlint)


def _as_textstat(document: Document) -> Scores:
    """Our scores, with textstat's in their place: equal to what its functions give."""
    from lint.textstat_scores import single_pass

    whole = _as_contentlint(document)
    texts = (
        "\n".join(block.text.plain for block in section.blocks if is_prose(block))
        for section in document.sections
    )
    raw = [text for text in texts if WORD.search(text)]

    def swapped(ours: Scores, text: str) -> Scores:
        theirs: Mapping[str, Any] = single_pass(text)
        scores = {name: theirs[function] for name, function in _OF_TEXTSTAT.items()}
        return replace(ours, definition=TEXTSTAT, **scores)

    sections = (swapped(ours, text) for ours, text in zip(whole.sections, raw, strict=True))
    return replace(swapped(whole, "\n".join(raw)), sections=tuple(sections))


_OF_TEXTSTAT = {
    "words": "lexicon_count",
    "sentences": "sentence_count",
    "words_per_sentence": "words_per_sentence",
    "polysyllables": "polysyllabcount",
    "flesch_kincaid_grade": "flesch_kincaid_grade",
    "flesch_reading_ease": "flesch_reading_ease",
    "smog_index": "smog_index",
    "gunning_fog": "gunning_fog",
    "coleman_liau_index": "coleman_liau_index",
    "automated_readability_index": "automated_readability_index",
    "dale_chall": "dale_chall_readability_score",
    "lix": "lix",
    "reading_time": "reading_time",
}


def word_count(document: Document, sentence: Sentence) -> int:
    """The words of a sentence of `document`."""
    return document.derived(_counted)[sentence] & _FIELD


def is_prose(block: Block) -> bool:
    """Whether the block counts for the scores."""
    if block.kind not in _PROSE and block.kind is not Kind.CELL:
        return False
    if block.container is not None and block.inside(Group.SOURCES):
        return False
    if block.kind is Kind.CELL and len(words_of(block.words)) < _PROSE_IN_A_CELL:
        return False
    return not is_foreign(block)


def _as_contentlint(document: Document) -> Scores:
    sentences = analysis(document)
    counts = document.derived(_counted)
    sections: list[Scores] = []
    everything: list[Sentence] = []
    for section in document.sections:
        found = [
            sentence
            for block in section.blocks
            if is_prose(block)
            for sentence in sentences.of(block)
        ]
        if found:
            everything += found
            heading = section.heading
            sections.append(
                _scored(
                    found, counts, heading.text.plain if heading else "", heading or found[0].block
                )
            )
    where = everything[0].block if everything else None
    return _scored(everything, counts, "", where, tuple(sections))


def _scored(
    sentences: Sequence[Sentence],
    packed: Mapping[Sentence, int],
    heading: str,
    where: Block | None,
    sections: tuple[Scores, ...] = (),
) -> Scores:
    each = [packed[sentence] for sentence in sentences]
    counts = _counts(sum(each), len(sentences))
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
        where=where,
        hardest=tuple(
            sentences[index].span.quote for index in _hardest(each, counts.words, counts.syllables)
        ),
        sections=sections,
    )


def _hardest(packed: Sequence[int], words: int, syllables_: int) -> list[int]:
    """The numbers of the sentences without which the grade would fall most, the worst first."""
    others = len(packed) - 1
    if not others or not words:
        return list(range(len(packed)))
    grade = 0.39 * words / (others + 1) + 11.8 * syllables_ / words
    rises = []
    for index, each in enumerate(packed):
        left = words - (each & _FIELD)
        if not left:
            continue
        rise = grade - 0.39 * left / others
        rise -= 11.8 * (syllables_ - (each >> _WIDTH & _FIELD)) / left
        if rise > -_NO_GAIN:
            rises.append((-rise, index))
    return [index for _, index in nsmallest(_HARDEST, rises)]


_WIDTH = 24
_FIELD = (1 << _WIDTH) - 1
"""Counts are packed into one number, this many bits each: one sum adds them all up."""


def _packed(*counts: int) -> int:
    packed = 0
    for count in reversed(counts):
        packed = packed << _WIDTH | count
    return packed


def _counts(packed: int, sentences: int) -> Counts:
    (
        words,
        syllables_,
        letters,
        polysyllables,
        long_words,
        complex_words,
        unfamiliar,
        unfamiliar_2,
        characters,
        chunks,
    ) = (packed >> (_WIDTH * place) & _FIELD for place in range(10))
    return Counts(
        words=words,
        sentences=sentences,
        syllables=syllables_,
        polysyllables=polysyllables,
        letters=letters,
        characters=characters,
        chunks=chunks,
        long_words=long_words,
        complex_words=complex_words,
        unfamiliar=unfamiliar,
        unfamiliar_2=unfamiliar_2,
    )


def _counted(document: Document) -> Mapping[Sentence, int]:
    """What is counted of every sentence, packed."""
    measured = _CHUNKS.__getitem__
    return {
        sentence: sum(map(measured, sentence.words.split()))
        for sentence in analysis(document).sentences
    }


class _Chunks(dict[str, int]):
    """The counts of what stands between two spaces, packed, worked out when it is first met.

    Chunks are sooner cut out than words, and most hold one.
    """

    def __missing__(self, chunk: str) -> int:
        counts = _packed(0, 0, 0, 0, 0, 0, 0, 0, len(chunk), 1)
        counts += sum(map(_measured, words_of(chunk)))
        if len(chunk) <= _LONGEST_WORD:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[chunk] = counts
        return counts


_MOST_WORDS = 50_000
_LONGEST_WORD = 50
"""No longer ones are remembered: they can be megabytes long."""
_CHUNKS = _Chunks()


def _measured(word: str) -> int:
    """The counts of a word, packed."""
    count = syllables(word)
    letters = len(word) if word.isalnum() else sum(map(str.isalnum, word))
    unfamiliar = word.lower() not in easy_words()
    return _packed(
        1,
        count,
        letters,
        count >= 3,
        letters > 6,
        unfamiliar and count >= 3,
        unfamiliar,
        unfamiliar and count >= 2,
    )
