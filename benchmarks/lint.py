"""The whole linter on many articles, against textstat and against other linters, in one run.

Each program is a process of its own, started cold, that reads the same files; what it prints is
thrown away. The figures are processor seconds (its own and its children's), which other programs
on the machine change less than the clock, and the peak memory of its largest process. Peers that
`python -m benchmarks.lint --peers` could not install are left out, and named.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import corpus

ROOT = Path(__file__).parents[1]
PEERS = ROOT / "var" / "peers"
_NPM = ("textlint", "textlint-rule-no-todo", "textlint-rule-max-comma", "alex", "write-good")
_NPM += ("textlint-rule-sentence-length",)
_TEXTSTAT = """
import pathlib, sys
import nltk
nltk.data.path.insert(0, sys.argv[2])
import textstat
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.md")):
    text = path.read_text(encoding="utf-8")
    textstat.flesch_kincaid_grade(text)
    textstat.smog_index(text)
    textstat.coleman_liau_index(text)
    textstat.automated_readability_index(text)
"""


@dataclass(frozen=True)
class Measured:
    """Processor seconds, seconds by the clock, and MiB at the most."""

    cpu: float
    wall: float
    memory: float


def measured(command: Sequence[str], folder: Path = ROOT) -> Measured:
    """One run of `command`, whatever its exit status."""
    started = os.times()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return Measured(
        usage.ru_utime + usage.ru_stime,
        os.times().elapsed - started.elapsed,
        usage.ru_maxrss / 1024,
    )


def best(
    command: Sequence[str], rounds: int, before: Callable[[], object] | None = None
) -> Measured:
    """The median of several runs, by processor time."""
    runs = []
    for _ in range(rounds):
        if before is not None:
            before()
        runs.append(measured(command))
    return sorted(runs, key=lambda run: run.cpu)[len(runs) // 2]


def report(count: int = 1000, rounds: int = 3, growth: int = 0, peers: bool = False) -> str:
    """The table as lines of text."""
    with tempfile.TemporaryDirectory(prefix="contentlint-benchmark-") as folder:
        return "\n".join(_rows(Path(folder), count, rounds, growth, peers))


def _rows(folder: Path, count: int, rounds: int, growth: int, peers: bool) -> list[str]:
    articles, all_of_it = folder / "articles", folder / "twice"
    corpus.write(articles, count)
    corpus.write(all_of_it, 2 * count)
    vocabulary, distinct = corpus.variety(min(count, 300))
    words = statistics.mean(len(text.split()) for text in corpus.texts(50))
    cache = folder / "cache"
    ours = [sys.executable, "-m", "lint", "check", "--offline", "--format", "text"]
    cold = [*ours, "--no-cache", "--jobs", "1"]

    def forget() -> None:
        shutil.rmtree(cache, ignore_errors=True)

    from lint.syllables import NLTK_DATA

    theirs = best([sys.executable, "-c", _TEXTSTAT, str(articles), str(NLTK_DATA)], rounds)
    one = best([*cold, str(articles)], rounds)
    two = best([*ours, "--no-cache", "--jobs", "2", str(articles)], rounds)
    big = measured([*cold, str(all_of_it)])
    cached = [*ours, "--cache-dir", str(cache), "--jobs", "1", str(all_of_it)]
    filling = measured(cached)
    again = best(cached, rounds)
    single = best([*cold, str(articles / "000" / "00003.md")], max(rounds, 5))
    version = best([sys.executable, "-m", "lint", "--version"], max(rounds, 5))
    rows = [
        f"{count:,} articles of about {words:,.0f} words; the first {min(count, 300)} have"
        f" {vocabulary:,} different words, and {distinct:.0%} of their sentences stand only once",
        "",
        f"{'':44}{'cpu s':>8}{'clock s':>9}{'MiB':>6}  ratio",
        _row("textstat, four grades", theirs, ""),
        _row("contentlint, all rules", one, f"{one.cpu / theirs.cpu:.2f} of textstat"),
        _row("  in two processes", two, f"{two.wall / one.wall:.2f} of one, by the clock"),
        _row(f"  {2 * count:,} articles", big, f"{big.cpu / one.cpu:.2f} of {count:,}"),
        _row("  the same, filling the cache", filling, f"{filling.cpu / big.cpu:.2f} of without"),
        _row("  the same again, nothing changed", again, f"1/{big.cpu / again.cpu:.0f} of cold"),
        _row("  one article, a cold process", single, ""),
        _row("  --version", version, ""),
    ]
    if growth:
        corpus.write(folder / "many", growth)
        many = measured([*cold, str(folder / "many")])
        ratio = (many.cpu / growth) / (one.cpu / count)
        rows.append(_row(f"  {growth:,} articles", many, f"{ratio:.2f} an article"))
    if peers:
        rows += _peers(articles, one)
    return rows


def _row(name: str, run: Measured, note: str) -> str:
    return f"{name:44}{run.cpu:8.2f}{run.wall:9.2f}{run.memory:6.0f}  {note}"


def _peers(articles: Path, ours: Measured) -> list[str]:
    """Other linters, each with a handful of rules, installed beside the project's own things."""
    PEERS.mkdir(parents=True, exist_ok=True)
    tools = PEERS / "node_modules" / ".bin"
    npm = shutil.which("npm")
    if not (tools / "textlint").exists() and npm is not None:
        subprocess.run([npm, "install", "--no-audit", "--no-fund", *_NPM], cwd=PEERS, check=False)
    proselint = PEERS / "venv" / "bin" / "proselint"
    if not proselint.exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS / "venv"], check=False)
        pip = [PEERS / "venv" / "bin" / "pip", "install", "--quiet", "proselint"]
        subprocess.run(pip, check=False)
    rules = {"no-todo": True, "max-comma": True, "sentence-length": True}
    config = PEERS / ".textlintrc.json"
    config.write_text(json.dumps({"rules": rules}))
    files = [str(path) for path in sorted(articles.rglob("*.md"))]
    commands = {
        "textlint, three rules": [tools / "textlint", "--config", config, articles],
        "alex": [tools / "alex", "--quiet", *files],
        "write-good": [tools / "write-good", *files],
        "proselint": [proselint, "check", *files],
    }
    rows = []
    for name, command in commands.items():
        if not Path(command[0]).exists():
            rows.append(f"{name}: could not be installed here")
            continue
        run = measured([str(part) for part in command], PEERS)
        rows.append(_row(name, run, f"ours takes 1/{run.cpu / ours.cpu:.1f}"))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--growth", type=int, default=0, help="also so many articles, once")
    parser.add_argument("--peers", action="store_true")
    chosen = parser.parse_args()
    print(report(chosen.count, chosen.rounds, chosen.growth, chosen.peers))


if __name__ == "__main__":
    main()
