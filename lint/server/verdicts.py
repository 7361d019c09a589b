"""Judges what is open, as the command line would judge the file if it were saved now.

The network is never asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from lint import engine
from lint.baseline import Baseline, BaselineError
from lint.config import FILE_NAMES, Config, ConfigError, discover
from lint.document import Kind, Location, Problem, SourceLines
from lint.engine import Report
from lint.judging import Judge
from lint.readers.json_places import JsonPlaces
from lint.rule import Finding
from lint.server.texts import OpenText, unsaved

_UNASKED = "links are not checked in an editor"

_Stamps = tuple[tuple[str, tuple[int, int] | None], ...]


@dataclass(frozen=True)
class Mark:
    """A finding, or a problem of the input, and where in the text it stands."""

    start: int
    end: int
    said: Finding | Problem


@dataclass(frozen=True)
class Verdict:
    """What there is to say of a text, in reading order; `report` None where it is not judged."""

    text: OpenText
    marks: tuple[Mark, ...] = ()
    report: Report | None = None

    def at(self, start: int, end: int) -> list[Mark]:
        """What touches the stretch from `start` to `end`."""
        return [mark for mark in self.marks if mark.start <= end and mark.end >= start]


@dataclass(frozen=True)
class _Setup:
    """What was configured for a folder when its files were as `stamps` say."""

    stamps: _Stamps
    config: Config
    baseline: Baseline | None = None
    wrong: str = ""


@dataclass(frozen=True)
class Bench:
    """Where texts are judged; `root` is the folder of those that no file holds.

    It remembers configurations for as long as their files stay as they are.
    """

    root: Path
    _setups: dict[Path, _Setup] = field(default_factory=dict)

    def verdict(self, text: OpenText) -> Verdict:
        """Never raises: what went wrong is a mark."""
        try:
            return self._verdict(text)
        except Exception as error:
            broke = f"Checking this failed ({type(error).__name__}: {error})."
            return _wrong(text, "internal-error", f"{broke} This is a fault in contentlint.")

    def _verdict(self, text: OpenText) -> Verdict:
        setup = self._setup(self.root if text.path is None else text.path.parent)
        if setup.wrong:
            return _wrong(text, "configuration", setup.wrong)
        if setup.config.excludes(text.name):
            return Verdict(text)
        most = engine.MOST_FINDINGS if setup.baseline is None else _MOST_OLD
        judge = Judge(setup.config, unasked=_UNASKED, keep_text=True, most=most, fixes=True)
        report = judge.report(unsaved(text))
        if report is None:
            return Verdict(text)
        if setup.baseline is not None:
            report = _without_old(report, setup.baseline, setup.config)
        return Verdict(text, tuple(_marks(text, report)), report)

    def _setup(self, folder: Path) -> _Setup:
        known = self._setups.get(folder)
        files = [] if known is None else [name for name, _ in known.stamps]
        if known is None or known.wrong or known.stamps != _stamped(files):
            known = self._setups[folder] = _read_setup(folder)
        return known


_MOST_OLD = 10_000
"""Findings of a rule in a text, where a baseline may hold all but the last of them."""


def _read_setup(folder: Path) -> _Setup:
    files = [str(each / name) for each in (folder, *folder.parents) for name in FILE_NAMES]
    stamps = _stamped(files)
    try:
        config = discover(folder)
        # What is extended, and the baseline, may change too.
        files += sorted({origin for origin in config.origins.values() if origin not in files})
        baseline = None
        if config.baseline is not None:
            files.append(str(config.baseline))
            baseline = Baseline.read(config.baseline)
        return _Setup(_stamped(files), config, baseline)
    except (ConfigError, BaselineError) as error:
        return _Setup(stamps, Config(), wrong=str(error))


def _stamped(files: list[str]) -> _Stamps:
    """What tells whether a file has changed."""
    return tuple((file, _stamp(file)) for file in files)


def _stamp(file: str) -> tuple[int, int] | None:
    try:
        facts = Path(file).stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size


def _without_old(report: Report, baseline: Baseline, config: Config) -> Report:
    name = baseline.name(report)
    here = replace(baseline, files={name: baseline.files.get(name, ())})
    return here.mark([report], config)[0][0]


def _wrong(text: OpenText, code: str, message: str) -> Verdict:
    problem = Problem(code, message, fatal=True)
    return Verdict(text, (Mark(*_first_line(text), problem),))


def _first_line(text: OpenText) -> tuple[int, int]:
    end = text.source.find("\n")
    return 0, len(text.source) if end < 0 else end


def _marks(text: OpenText, report: Report) -> Iterator[Mark]:
    found = [each for each in report.findings if each.suppressed is None]
    wanted = [each.location for each in found] + [each.where for each in report.problems]
    places = _Places(text, report, wanted)
    for problem in report.problems:
        yield Mark(*places.at(problem.where), problem)
    alike: Counter[tuple[str, Location, str]] = Counter()
    for each in found:
        key = (each.rule, each.location, each.context)
        yield Mark(*places.of(each, alike[key]), each)
        alike[key] += 1


class _Places:
    """Where in a text stands what a report says by line and column, or by path."""

    def __init__(self, text: OpenText, report: Report, wanted: Iterable[Location]) -> None:
        title = next((each for each in report.document.blocks if each.kind is Kind.TITLE), None)
        self._document = report.document
        headed = Location() if title is None else report.document.location(title)
        self._lines = SourceLines(text.source)
        self._values: JsonPlaces | None = None
        if text.format == "stream" and report.judged:
            paths = [each.path for each in (headed, *wanted) if each.path]
            self._values = JsonPlaces(text.source, paths)
        self._whole = _first_line(text)
        if headed != Location():
            self._whole = self.at(headed)

    def of(self, finding: Finding, which: int) -> tuple[int, int]:
        """The words of a finding; `which` of those that are alike in all but their place."""
        where = finding.location
        if self._values is not None and where.path and where.offset is not None and where.length:
            words = self._words(
                self._values, finding, where.path, where.offset, where.length, which
            )
            if words is not None:
                return words
        return self.at(where)

    def _words(
        self,
        values: JsonPlaces,
        finding: Finding,
        path: str,
        offset: int,
        length: int,
        which: int,
    ) -> tuple[int, int] | None:
        """In a content file, whose fields may hold several texts, each counted from its start."""
        quote = finding.quote[: engine.MOST_QUOTED]
        alike = [
            block.text
            for block in self._document.blocks
            if block.path == path
            and block.text.pieces
            and block.text.plain[offset : offset + length].startswith(quote)
        ]
        alike = [text for text in alike if finding.context in text.plain] or alike
        string = values.string(path)
        if not alike or string is None or string.plain != self._document.fields[path].source:
            return None
        kept = alike[min(which, len(alike) - 1)].source_range(offset, offset + length)
        return None if kept is None else string.source_range(*kept)

    def at(self, where: Location) -> tuple[int, int]:
        """The lines or the value; for what is about the whole document its title."""
        if where.line is not None and where.column is not None:
            start = self._lines.offset(where.line) + where.column - 1
            if where.end_line is None or where.end_column is None:
                return start, start
            return start, self._lines.offset(where.end_line) + where.end_column - 1
        if self._values is not None and where.path:
            return self._values.value(where.path)
        return self._whole
