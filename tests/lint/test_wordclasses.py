"""Patterns over classes of words: how a line becomes characters, and what a pattern matches."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import wordclasses
from lint.wordclasses import FILL, Match, Phrases, Vocabulary, WordPattern

LISTS = """
# Pets, and what they do.
pet: cat dog
animal: +pet cow
    horse
act: eats sleeps
"""
ROWS = {
    "eating": """
        (?:the|a)? <animal> _{0,2}? @eats
        @<act> @well >> <pet> <act>
            well
    """,
    "rest": """
        (?<!no) @sleeps
    """,
}


@pytest.fixture
def vocabulary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Vocabulary:
    monkeypatch.setattr(wordclasses, "_LEXICON", tmp_path)
    (tmp_path / "farm.txt").write_text(LISTS, encoding="utf-8")
    return Vocabulary("farm", {"herd": "\ue000"})


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("the horse never eats", [("the horse never eats", "eating")]),
        ("a cow eats , a dog sleeps", [("a cow eats", "eating"), ("sleeps", "rest")]),
        ("cow , it eats", []),
        ("the cat sleeps well", [("cat sleeps well", "eating"), ("sleeps", "rest")]),
        ("no sleeps", []),
        ("the cow sits", []),
    ],
)
def test_finds_the_rows_whose_key_words_a_line_holds(
    vocabulary: Vocabulary, line: str, found: list[tuple[str, str]]
) -> None:
    phrases = Phrases(vocabulary, ROWS)
    words = line.split(" ")

    matches = list(phrases.find(vocabulary.encode(words)))

    assert sorted(
        (" ".join(words[one.first : one.last]), one.meaning) for one in matches
    ) == sorted(found)


def test_names_the_words_of_which_every_line_with_a_match_holds_one(vocabulary: Vocabulary) -> None:
    assert sorted(Phrases(vocabulary, ROWS).first_words()) == ["eats", "sleeps"]


def test_tells_from_the_key_words_whether_to_look(vocabulary: Vocabulary) -> None:
    phrases = Phrases(vocabulary, {"": "<pet> @sleeps @well"})

    looked = [
        phrases.may_find(set(vocabulary.encode(line.split(" "))))
        for line in ("the cat sleeps well", "well , who sleeps", "the cat sleeps", "a cow")
    ]

    assert looked == [True, True, False, False]


def test_matches_a_chunk_as_a_whole(vocabulary: Vocabulary) -> None:
    phrases = Phrases(vocabulary, {"": "<herd> (?!well) @sleeps"})
    words = ["all", "the", "cows", "sleeps"]
    code = "\ue000" + FILL * 2 + vocabulary.encode(words)[3:]

    assert list(phrases.find(code)) == [Match(0, 4, "")]


def test_refuses_what_is_no_pattern_and_what_comes_too_late(vocabulary: Vocabulary) -> None:
    WordPattern(vocabulary, "the <pet>")
    vocabulary.encode(["cat"])

    with pytest.raises(ValueError, match="a <cow>: made after the first line was read"):
        WordPattern(vocabulary, "a <cow>")
