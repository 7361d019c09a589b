"""How fast the linter is on this machine: to start, to judge one draft, to judge many files.

Absolute times differ between machines, so each is also given as a ratio to something that runs on
the same machine in the same minute: an empty Python, or textstat's reading of the same words.
"""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lint import engine, readers
from lint.textstat_scores import battery

REPEATS = 7
DRAFT_WORDS = 1500
FILES = 300
FILE_WORDS = 400

PEOPLE = ("You", "Your doctor", "A nurse", "Your family", "Most people", "A friend")
DOES = ("can talk about", "may notice", "might need help with", "often asks about", "can plan")
WHAT = ("your sleep", "a new medicine", "daily walks", "side effects", "meals", "worries", "rest")
WHEN = ("in the morning", "after a visit", "each week", "when you feel ready", "before bed")


def article(words: int, seed: int) -> str:
    """An article of about that many words: headings, paragraphs and lists, the same every time."""
    dice = random.Random(seed)  # noqa: S311 - the same words every time is what is wanted
    parts, written = [f"# Living well, part {seed}\n"], 5
    while written < words:
        parts.append(f"## {dice.choice(WHAT).capitalize()} {dice.choice(WHEN)}\n")
        paragraph = " ".join(_sentence(dice) for _ in range(6))
        points = "\n".join(f"- {_sentence(dice)}" for _ in range(3))
        parts.append(f"{paragraph}\n\n{points}\n")
        written += len(paragraph.split()) + len(points.split())
    return "\n".join(parts)


def _sentence(dice: random.Random) -> str:
    return " ".join(map(dice.choice, (PEOPLE, DOES, WHAT, WHEN))) + "."


def milliseconds(work: Callable[[], object]) -> float:
    """The median time of a few runs, after one that warms up."""
    work()
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=False, capture_output=True)


def start_up() -> str:
    empty = milliseconds(lambda: run("-c", ""))
    version = milliseconds(lambda: run("-m", "lint", "--version"))
    return line("contentlint --version", version, f"{version / empty:.1f} x an empty Python")


def one_draft() -> str:
    drafts = [article(DRAFT_WORDS, seed) for seed in range(REPEATS + 1)]
    # Never the same draft twice: textstat remembers what it has read.
    unread, unread_by_peer = iter(drafts), iter(drafts)
    check = milliseconds(lambda: engine.check(readers.read_text("draft.md", next(unread))))
    peer = milliseconds(lambda: battery(next(unread_by_peer)))
    return line(
        f"a draft of {DRAFT_WORDS:,} words", check, f"{check / peer:.2f} x textstat's scores"
    )


def many_files() -> str:
    with tempfile.TemporaryDirectory() as folder:
        for number in range(FILES):
            Path(folder, f"{number}.md").write_text(article(FILE_WORDS, seed=number))
        start = time.perf_counter()
        run("-m", "lint", "check", "--offline", folder)
        seconds = time.perf_counter() - start
    return line(
        f"{FILES} files of {FILE_WORDS} words", seconds * 1000, f"{FILES / seconds:.0f} a second"
    )


def line(what: str, took: float, compared: str) -> str:
    return f"{what:<26}{took:8.0f} ms   {compared}"


def main() -> None:
    for measure in (start_up, one_draft, many_files):
        print(measure(), flush=True)


if __name__ == "__main__":
    main()
