from __future__ import annotations

import re

import pytest

from lint.syllables import NLTK_DATA, syllables


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "don't weren't health doubt eyes tired asked I 2.5 2026 smile rhyme through"),
        (2, "couldn't anxious boss's business people well-known 50mg naive fluid reuse Café"),
        (3, "medicine doctor's-note lithium psychosis beautiful"),
        (4, "anxiety psychiatrist one-size-fits-all dehydration"),
        (5, "individual antidepressant hyperarousal"),
        (6, "benzodiazepine rehabilitation"),
    ],
)
def test_syllables_of_words_as_written(count: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_what_is_no_word_counts_as_one() -> None:
    assert [syllables(odd) for odd in ("", "\U0001f308", "\u0430", "---")] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (3, "sclerosis"),
        (4, "neuropathy cellulitis hepatitis methotrexate"),
        (5, "bronchiolitis levothyroxine bradycardia myocarditis laryngoscopy fibromyalgia"),
        (6, "pyelonephritis endometriosis osteoarthritis hypothyroidism"),
        (7, "thrombocytopenia otolaryngology"),
        (8, "electroencephalogram"),
    ],
)
def test_medical_words(count: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_the_table_is_laid_out_as_a_pronouncing_dictionary() -> None:
    lines = (NLTK_DATA / "corpora/cmudict/cmudict").read_text("ascii").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[a-z']+ 1 AH1( AH0)*", line)] == []
    words = [line.split()[0] for line in lines]
    assert words == sorted(set(words))
    assert len(words) > 2000
