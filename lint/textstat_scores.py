"""textstat's scores of a raw text: textstat's own, and ours in one pass that equals them.

textstat is slow to import and goes through the text once a score; only `contentlint scores` loads
it. It reads our table of syllables, so that it needs no network and both use one dictionary.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from lint import formulas, syllables
from lint.easy_words import easy_words
from lint.formulas import Counts

if TYPE_CHECKING:
    from pyphen import Pyphen

Battery = Mapping[str, float | str]
"""Scores by the name of textstat's function, without those for languages other than English."""

BATTERY = (
    "automated_readability_index",
    "avg_character_per_word",
    "avg_letter_per_word",
    "avg_sentence_per_word",
    "avg_syllables_per_word",
    "char_count",
    "coleman_liau_index",
    "dale_chall_readability_score",
    "dale_chall_readability_score_v2",
    "difficult_words",
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "gunning_fog",
    "letter_count",
    "lexicon_count",
    "linsear_write_formula",
    "lix",
    "long_word_count",
    "mcalpine_eflaw",
    "miniword_count",
    "monosyllabcount",
    "polysyllabcount",
    "reading_time",
    "rix",
    "sentence_count",
    "smog_index",
    "spache_readability",
    "syllable_count",
    "text_standard",
    "words_per_sentence",
)

_LONE_APOSTROPHE = re.compile(r"'(?![tsd]|ve|ll|re)")
_NO_WORD = re.compile(r"[^\w\s']")
_NO_LETTER = re.compile(r"[^\w\s]")
_SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")


def battery(raw: str) -> Battery:
    """What textstat's public functions give."""
    textstat = _textstat()
    return {name: getattr(textstat, name)(raw) for name in BATTERY}


@cache
def _textstat() -> Any:
    import nltk

    # First, so that another dictionary on this machine changes nothing.
    nltk.data.path.insert(0, str(syllables.NLTK_DATA))
    import textstat

    return textstat


def single_pass(raw: str) -> Battery:
    """What `battery` gives, worked out in one pass without textstat."""
    chunks = raw.split()
    words: Counter[str] = Counter()
    letters = long_words = miniwords = 0
    for chunk, times in Counter(chunks).items():
        size = len(_NO_LETTER.sub("", chunk))
        letters += size * times
        long_words += times if size > 6 else 0
        miniwords += times if 0 < size <= 3 else 0
        word = _word(chunk)
        if word:
            words[word] += times
    counts = Counts(
        words=words.total(),
        sentences=_sentences(raw),
        syllables=_total(words, lambda word: _syllables(word)),
        polysyllables=_total(words, lambda word: _syllables(word) >= 3),
        letters=letters,
        characters=sum(map(len, chunks)),
        chunks=len(chunks),
        long_words=long_words,
        complex_words=_total(words, lambda word: _difficulty(word) >= 3),
        unfamiliar=_total(words, lambda word: _difficulty(word) >= 0),
        unfamiliar_2=_total(words, lambda word: _difficulty(word) >= 2),
    )
    scores = {
        "automated_readability_index": formulas.automated_readability_index(counts),
        "avg_character_per_word": counts.characters_per_word,
        "avg_letter_per_word": counts.letters_per_word,
        "avg_sentence_per_word": counts.sentences_per_word,
        "avg_syllables_per_word": counts.syllables_per_word,
        "char_count": counts.characters,
        "coleman_liau_index": formulas.coleman_liau_index(counts),
        "dale_chall_readability_score": formulas.dale_chall(counts),
        "dale_chall_readability_score_v2": formulas.new_dale_chall(counts),
        "difficult_words": sum(1 for word in words if _difficulty(word) >= 2),
        "flesch_kincaid_grade": formulas.flesch_kincaid_grade(counts),
        "flesch_reading_ease": formulas.flesch_reading_ease(counts),
        "gunning_fog": formulas.gunning_fog(counts),
        "letter_count": letters,
        "lexicon_count": counts.words,
        "linsear_write_formula": _linsear_write(chunks, words),
        "lix": formulas.lix(counts),
        "long_word_count": long_words,
        "mcalpine_eflaw": (
            (counts.words + miniwords) / counts.sentences if counts.sentences else 0.0
        ),
        "miniword_count": miniwords,
        "monosyllabcount": _total(words, lambda word: _syllables(word) == 1),
        "polysyllabcount": counts.polysyllables,
        "reading_time": formulas.reading_time(counts),
        "rix": formulas.rix(counts),
        "sentence_count": counts.sentences,
        "smog_index": formulas.smog_index(counts),
        "spache_readability": formulas.spache(counts),
        "syllable_count": counts.syllables,
        "words_per_sentence": counts.words_per_sentence,
    }
    return {**scores, "text_standard": _text_standard(scores)}


def _word(chunk: str) -> str:
    """What textstat takes for a word: no punctuation but the apostrophes of contractions."""
    if chunk.isalnum():
        return chunk
    return _NO_WORD.sub("", _LONE_APOSTROPHE.sub("", chunk))


def _total(words: Counter[str], measure: Callable[[str], int]) -> int:
    return sum(measure(word) * times for word, times in words.items())


@lru_cache(maxsize=20_000)
def _syllables(word: str) -> int:
    lower = word.lower()
    known = syllables.table().get(lower)
    return len(_hyphenation().positions(lower)) + 1 if known is None else known


@lru_cache(maxsize=20_000)
def _difficulty(word: str) -> int:
    """The syllables of a word that is not on the list of easy words, -1 of one that is."""
    lower = word.lower()
    return -1 if lower in easy_words() else _syllables(_word(lower))


@cache
def _hyphenation() -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang="en_US")


def _sentences(text: str) -> int:
    """Runs up to a stop that hold more than two words; at least one of any text."""
    if not text:
        return 0
    return max(1, sum(1 for run in _SENTENCE.findall(text) if _has_three_words(run)))


def _has_three_words(run: str) -> bool:
    words = 0
    for chunk in run.split():
        words += bool(_word(chunk))
        if words == 3:
            return True
    return False


def _linsear_write(chunks: list[str], words: Counter[str]) -> float:
    """Of the first hundred words; of all where there are no more."""
    used = len(chunks)
    if used > 100:
        words, used = Counter(), 0
        while used < len(chunks) and words.total() < 100:
            word = _word(chunks[used])
            used += 1
            if word:
                words[word] += 1
    sentences = _sentences(" ".join(chunks[:used]))
    if not sentences:
        return 0.0
    weight = _total(words, lambda word: 3 if _syllables(word) >= 3 else 1)
    number = float(weight / sentences)
    return (number - 2 if number <= 20 else number) / 2


_EASE_GRADES = (
    (90, (5,)),
    (80, (6,)),
    (70, (7,)),
    (60, (8, 9)),
    (50, (10,)),
    (40, (11,)),
    (30, (12,)),
)


def _text_standard(scores: Mapping[str, float]) -> str:
    """The grade that most scores agree on, in words."""
    grades = _near(scores["flesch_kincaid_grade"])
    ease = scores["flesch_reading_ease"]
    grades += next((found for least, found in _EASE_GRADES if least <= ease < 100), (13,))
    for name in (
        "smog_index",
        "coleman_liau_index",
        "automated_readability_index",
        "dale_chall_readability_score",
        "linsear_write_formula",
        "gunning_fog",
    ):
        grades += _near(scores[name])
    standard = max(1, min(Counter(grades).most_common(1)[0][0], 18))
    return f"{standard - 1}{_suffix(standard - 1)} and {standard}{_suffix(standard)} grade"


def _near(score: float) -> tuple[int, ...]:
    return math.floor(score), math.ceil(score), round(score)


def _suffix(grade: int) -> str:
    if 11 <= grade <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(grade % 10, "th")
