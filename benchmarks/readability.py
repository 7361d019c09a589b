"""Our reading scores against textstat's, on the same texts and with the same dictionary.

Both run in turns in one process; each figure is the median of several rounds. Every text is new
and scored once by each, as in real use, so textstat's cache of whole texts helps nobody. Starting
up is measured in fresh interpreters.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from lint.readability import scores
from lint.readers import markdown
from lint.syllables import table
from lint.textstat_scores import battery, single_pass

T = TypeVar("T")

WORDS = 1_500
TEXTS = 20
ROUNDS = 5

_SMALL_WORDS = ("the", "a", "of", "to", "and", "in", "is", "you", "that", "for", "with", "your")
_ENDS = (".", ".", ".", ".", "!", "?", ", e.g. at 2.5 mg.")


def report() -> str:
    """The figures as lines of text."""
    chance = random.Random(7)  # noqa: S311 - a text, not a secret
    battery(_text(chance))
    single_pass(_text(chance))
    theirs: list[float] = []
    ours: list[float] = []
    default: list[float] = []
    for _ in range(ROUNDS):
        texts = [_text(chance) for _ in range(TEXTS)]
        documents = [markdown.read(text, "text") for text in texts]
        theirs.append(_seconds(battery, texts))
        ours.append(_seconds(single_pass, texts))
        default.append(_seconds(scores, documents))
    rows = [
        ("textstat, its whole battery", statistics.median(theirs)),
        ("ours, equal to it in one pass", statistics.median(ours)),
        ("ours, the default scores", statistics.median(default)),
    ]
    base = rows[0][1]
    lines = [f"Reading scores of a text of {WORDS:,} words (processor time)"]
    lines += [
        f"  {name:<32} {1000 * seconds:8.2f} ms   {base / seconds:5.1f} times as fast"
        for name, seconds in rows
    ]
    their_start = _start_up("import textstat")
    our_start = _start_up("import lint.readability")
    lines += [
        "From a cold start to ready, in a fresh interpreter",
        f"  {'textstat':<32} {1000 * their_start:8.0f} ms",
        f"  {'ours':<32} {1000 * our_start:8.0f} ms   {their_start / our_start:5.1f} times as fast",
    ]
    return "\n".join(lines)


def _text(chance: random.Random) -> str:
    """Sentences with as many different words as a real article has, the common ones often."""
    known = [word for word in table() if word.isalpha()]
    chosen = chance.sample(known, 600)
    weights = [1 / rank for rank in range(1, len(chosen) + 1)]
    words: list[str] = []
    while len(words) < WORDS:
        sentence = chance.choices(chosen, weights, k=chance.randint(4, 12))
        for _ in range(len(sentence) // 2):
            sentence.insert(chance.randrange(len(sentence)), chance.choice(_SMALL_WORDS))
        sentence[0] = sentence[0].capitalize()
        sentence[-1] += chance.choice(_ENDS) + ("\n\n" if chance.random() < 0.2 else "")
        words += sentence
    return " ".join(words)


def _seconds(work: Callable[[T], object], inputs: Sequence[T]) -> float:
    """The processor time of one input: other programs on the machine change it little."""
    started = time.process_time()
    for each in inputs:
        work(each)
    return (time.process_time() - started) / len(inputs)


def _start_up(code: str) -> float:
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - started)
    return statistics.median(times)
