"""The reading formulas, of counts however they were made.

The arithmetic follows textstat's to the last bit, so that equal counts give equal scores.
"""

from __future__ import annotations

from dataclasses import dataclass

MS_PER_CHARACTER = 14.69
"""How long a reader looks at a character (Demberg and Keller, 2008)."""


@dataclass(frozen=True)
class Counts:
    """What the formulas count in a text.

    `chunks` are words and other runs between spaces; `characters` all that is not space, `letters`
    without punctuation. Long words have more than 6 letters, polysyllables 3 syllables and more.
    Unfamiliar words are none of Dale's easy words; `unfamiliar_2` those of 2 syllables and more.
    """

    words: int
    sentences: int
    syllables: int
    polysyllables: int
    letters: int
    characters: int
    chunks: int
    long_words: int
    complex_words: int
    unfamiliar: int
    unfamiliar_2: int

    @property
    def words_per_sentence(self) -> float:
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def syllables_per_word(self) -> float:
        return self.syllables / self.words if self.words else 0.0

    @property
    def letters_per_word(self) -> float:
        return self.letters / self.words if self.words else 0.0

    @property
    def sentences_per_word(self) -> float:
        return self.sentences / self.words if self.words else 0.0

    @property
    def characters_per_word(self) -> float:
        return self.characters / self.chunks if self.chunks else 0.0


def flesch_kincaid_grade(counts: Counts) -> float:
    length, syllables = counts.words_per_sentence, counts.syllables_per_word
    if length == 0 or syllables == 0:
        return 0.0
    return (0.39 * length) + (11.8 * syllables) - 15.59


def flesch_reading_ease(counts: Counts) -> float:
    length, syllables = counts.words_per_sentence, counts.syllables_per_word
    if length == 0 or syllables == 0:
        return 0.0
    return 206.835 - 1.015 * length - 84.6 * syllables


def smog_index(counts: Counts) -> float:
    if not counts.sentences:
        return 0.0
    per_sentence: float = (30 * (counts.polysyllables / counts.sentences)) ** 0.5
    return (1.043 * per_sentence) + 3.1291


def gunning_fog(counts: Counts) -> float:
    if not counts.words:
        return 0.0
    return 0.4 * (counts.words_per_sentence + 100 * counts.complex_words / counts.words)


def coleman_liau_index(counts: Counts) -> float:
    letters, sentences = counts.letters_per_word * 100, counts.sentences_per_word * 100
    if letters == 0 or sentences == 0:
        return 0.0
    return (0.058 * letters) - (0.296 * sentences) - 15.8


def automated_readability_index(counts: Counts) -> float:
    characters, length = counts.characters_per_word, counts.words_per_sentence
    if characters == 0 or length == 0:
        return 0.0
    return (4.71 * characters) + (0.5 * length) - 21.43


def dale_chall(counts: Counts) -> float:
    if not counts.words:
        return 0.0
    percent = 100 * counts.unfamiliar / counts.words
    score = (0.1579 * percent) + (0.0496 * counts.words_per_sentence)
    return score + 3.6365 if percent > 5 else score


def lix(counts: Counts) -> float:
    if not counts.words:
        return 0.0
    return counts.words_per_sentence + 100 * counts.long_words / counts.words


def rix(counts: Counts) -> float:
    return counts.long_words / counts.sentences if counts.sentences else 0.0


def reading_time(counts: Counts) -> float:
    """In seconds."""
    return MS_PER_CHARACTER * counts.characters / 1000


def new_dale_chall(counts: Counts) -> float:
    if not counts.words:
        return 0.0
    percent = 100 * counts.unfamiliar_2 / counts.words
    score = 0.1579 * percent + 0.0496 * counts.words_per_sentence
    return score + 3.6365 if score > 0.05 else score


def spache(counts: Counts) -> float:
    if not counts.words:
        return 0.0
    percent = 100 * counts.unfamiliar_2 / counts.words
    return (0.141 * counts.words_per_sentence) + (0.086 * percent) + 0.839
