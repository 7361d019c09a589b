"""Old findings that a project has written down: new words can be clean beside them.

An entry knows its finding by file, rule, words and the sentence around them, and not by line: words
may move. What is found on a whole document, and measured, is old until it gets worse.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lint.config import Config, every_rule
from lint.engine import Report
from lint.rule import BASELINED, Finding

VERSION = 1
MOST_WORDS = 80
"""Characters of the words that an entry shows to people."""


_WRITTEN_WRONGLY = (
    ArithmeticError,
    AttributeError,
    KeyError,
    RecursionError,
    TypeError,
    ValueError,
)


class BaselineError(Exception):
    """A baseline that cannot be read; the message names the file."""


@dataclass(frozen=True)
class Entry:
    """So many findings of one rule on the same words; `measure` is how bad the worst may be.

    `key` stands for the words and what is around them, `words` are for people.
    """

    rule: str
    words: str
    key: str
    count: int = 1
    measure: float | None = None

    def as_json(self) -> dict[str, Any]:
        shown = {"rule": self.rule, "words": self.words, "key": self.key, "count": self.count}
        return shown if self.measure is None else {**shown, "measure": self.measure}


@dataclass(frozen=True)
class Stale:
    """An entry of a judged file that no finding matched, and how many there are too many."""

    file: str
    entry: Entry
    count: int


@dataclass(frozen=True)
class Baseline:
    """The entries in `path` by file, whose names are seen from its folder."""

    path: Path
    files: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Baseline:
        try:
            written = json.loads(path.read_bytes())
            if written["version"] != VERSION:
                raise BaselineError(f"{path}: it is a baseline of another version of contentlint.")
            files = {
                str(name): tuple(_entry(each) for each in entries)
                for name, entries in written["files"].items()
            }
        except OSError as error:
            raise BaselineError(f"{path} could not be read ({error.strerror}).") from error
        except _WRITTEN_WRONGLY as error:
            raise BaselineError(f"{path}: this is no baseline.") from error
        return cls(path, files)

    @classmethod
    def of(cls, path: Path, reports: Iterable[Report]) -> Baseline:
        """Every finding of `reports` that nobody accepted otherwise."""
        found = cls(path)
        files = {found.name(report): tuple(_entries(report)) for report in reports}
        return cls(path, {name: entries for name, entries in files.items() if entries})

    def name(self, report: Report) -> str:
        """What the baseline calls a document: the same from wherever it is checked."""
        name = report.document.name
        if urlsplit(name).scheme in ("http", "https"):
            return name
        return os.path.relpath(name, self.path.parent).replace(os.sep, "/")

    @property
    def count(self) -> int:
        """How many findings it holds."""
        return sum(each.count for entries in self.files.values() for each in entries)

    def text(self) -> str:
        """As it is written: sorted, an entry a line, so that changes are easy to read."""
        files = []
        for name, entries in sorted(self.files.items()):
            lines = ",\n".join(f"    {_json(each.as_json())}" for each in entries)
            files.append(f"  {_json(name)}: [\n{lines}\n  ]")
        inside = ",\n".join(files)
        return f'{{"version": {VERSION}, "files": {{\n{inside}\n}}}}\n'

    def mark(self, reports: Sequence[Report], config: Config) -> tuple[list[Report], list[Stale]]:
        """The reports with old findings marked, and the entries that nothing matches any more.

        Only a rule that could judge a document can tell so.
        """
        marked: list[Report] = []
        stale: list[Stale] = []
        for report in reports:
            name = self.name(report)
            entries = self.files.get(name, ())
            if not entries or not report.judged:
                marked.append(report)
                continue
            left = Counter({(each.rule, each.key): each.count for each in entries})
            worst = {(each.rule, each.key): each.measure for each in entries}
            findings = tuple(_marked(each, left, worst) for each in report.findings)
            marked.append(replace(report, findings=findings))
            stale += [
                Stale(name, each, left[each.rule, each.key])
                for each in entries
                if left[each.rule, each.key] > 0 and _could_tell(each.rule, report, config)
            ]
        for name in filter(self._is_gone, self.files):
            stale += [Stale(name, each, each.count) for each in self.files[name]]
        return marked, stale

    def _is_gone(self, name: str) -> bool:
        """Whether neither the file is there any more nor an archive that it was in."""
        try:
            if urlsplit(name).scheme in ("http", "https"):
                return False
            path = self.path.parent / name
            return not path.exists() and not any(each.is_file() for each in path.parents)
        except (OSError, ValueError):
            return True  # Nothing can have this name.

    def without(self, stale: Iterable[Stale]) -> Baseline:
        """What is left of it."""
        gone = {(each.file, each.entry): each.count for each in stale}
        files = {
            name: tuple(
                replace(each, count=each.count - gone.get((name, each), 0))
                for each in entries
                if each.count > gone.get((name, each), 0)
            )
            for name, entries in self.files.items()
        }
        return replace(self, files={name: entries for name, entries in files.items() if entries})


def _entries(report: Report) -> Iterator[Entry]:
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.findings:
        if finding.suppressed in (None, BASELINED):
            alike.setdefault((finding.rule, _key(finding)), []).append(finding)
    entries = [
        Entry(
            rule,
            min(map(_words, findings)),
            key,
            len(findings),
            max((each.measure for each in findings if each.measure is not None), default=None),
        )
        for (rule, key), findings in alike.items()
    ]
    yield from sorted(entries, key=lambda each: (each.rule, each.words, each.key))


def _could_tell(name: str, report: Report, config: Config) -> bool:
    rule = next((each for each in every_rule() if each.name == name), None)
    if rule is None:
        return True
    settings = config.at(report.document.name).settings(rule, report.document)
    return settings.enabled and all(each.rule != name for each in report.unchecked)


def _marked(
    finding: Finding,
    left: Counter[tuple[str, str]],
    worst: Mapping[tuple[str, str], float | None],
) -> Finding:
    key = (finding.rule, _key(finding))
    if finding.suppressed is not None or left[key] <= 0:
        return finding
    most = worst[key]
    if finding.measure is not None and most is not None and finding.measure > most:
        left[key] -= 1  # It is there still, and worse.
        return finding
    left[key] -= 1
    return replace(finding, suppressed=BASELINED)


def _key(finding: Finding) -> str:
    """What tells this finding from others of its rule in the file, whatever line it is on."""
    if finding.quote:
        words = (finding.quote, finding.context)
    else:
        words = ("" if finding.measure is not None else finding.message, "")
    text = "\0".join(" ".join(each.casefold().split()) for each in words)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _words(finding: Finding) -> str:
    words = " ".join((finding.quote or finding.message).split())
    return words if len(words) <= MOST_WORDS else f"{words[: MOST_WORDS - 1]}…"


def _entry(written: Mapping[str, Any]) -> Entry:
    measure = written.get("measure")
    return Entry(
        rule=str(written["rule"]),
        words=str(written["words"]),
        key=str(written["key"]),
        count=int(written["count"]),
        measure=None if measure is None else float(measure),
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
