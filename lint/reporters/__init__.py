"""One reporter a format. Each turns reports into text and prints nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Protocol, cast

from lint.rule import Severity

if TYPE_CHECKING:
    from lint.document import Location, Problem
    from lint.engine import Report
    from lint.rule import Finding


@dataclass(frozen=True)
class Format:
    """A way to write reports, by the module of its name; imported when something is rendered.

    `keeps_text`: the report shows whole documents, so the judge has to leave their words in them.
    `fixes`: it says how findings can be mended, so the judge has to work that out.
    """

    name: str
    purpose: str
    keeps_text: bool = False
    fixes: bool = False

    def render(self, reports: Sequence[Report], *, tool: str) -> str:
        """The whole report; `tool` is the version of contentlint that judged."""
        reporter = import_module(f"{__name__}.{self.name}")
        return cast(str, reporter.render(reports, tool=tool))


FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("text", "for people"),
        Format("json", "for programs, as docs/json-report.md describes it", fixes=True),
        Format("sarif", "SARIF 2.1.0, for code scanning", fixes=True),
        Format("github", "annotations of GitHub Actions"),
        Format("gitlab", "GitLab code quality"),
        Format("junit", "JUnit XML, for what shows tests"),
        Format("rdjson", "reviewdog"),
        Format("html", "one page to open in a browser, with the articles", keeps_text=True),
    )
}


@dataclass(frozen=True)
class Summary:
    """Counts over all documents that could be judged; accepted findings are counted apart."""

    documents: int
    errors: int
    warnings: int
    infos: int
    suppressed: int

    def as_words(self) -> str:
        """In one line, without line break."""
        counts = (
            (self.errors, "error"),
            (self.warnings, "warning"),
            (self.infos, "info"),
        )
        found = [counted(count, noun) for count, noun in counts if count]
        if self.suppressed:
            found.append(f"{self.suppressed} accepted")
        checked = f"{counted(self.documents, 'document')} checked"
        outcome = ", ".join(found) or "nothing to mend"
        return f"{checked}: {outcome}." if self.documents else f"{checked}."


@dataclass
class Tally:
    """What reports add up to. It takes one after the other and keeps none.

    `counts` are findings by rule and severity, without the accepted. `unchecked` has by rule and
    reason how many places, and the first few. `unread` inputs could not be judged at all, of
    `unjudged` ones some words could not.
    """

    documents: int = 0
    unread: int = 0
    unjudged: int = 0
    suppressed: int = 0
    counts: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    unchecked: dict[tuple[str, str], tuple[int, list[str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Tally:
        tally = cls()
        for report in reports:
            tally.add(report)
        return tally

    def add(self, report: Report) -> None:
        self.documents += report.judged
        self.unread += not report.judged
        self.unjudged += any(problem.unjudged for problem in report.problems)
        for finding in report.findings:
            if finding.suppressed is None:
                self.counts[finding.rule, finding.severity] += 1
            else:
                self.suppressed += 1
        for each in report.unchecked:
            self._not_checked(each.rule, each.reason, 1, [_place(report, each.location)])

    def _not_checked(self, rule: str, reason: str, more: int, where: list[str]) -> None:
        count, places = self.unchecked.setdefault((rule, reason), (0, []))
        places += where[: MOST_PLACES - len(places)]
        self.unchecked[rule, reason] = count + more, places

    def merge(self, other: Tally) -> None:
        self.documents += other.documents
        self.unread += other.unread
        self.unjudged += other.unjudged
        self.suppressed += other.suppressed
        self.counts.update(other.counts)
        for (rule, reason), (count, places) in other.unchecked.items():
            self._not_checked(rule, reason, count, places)

    def found(self, severity: Severity) -> int:
        """How many findings are of `severity` or worse."""
        return sum(count for (_, each), count in self.counts.items() if each.rank >= severity.rank)

    @property
    def summary(self) -> Summary:
        by_severity = dict.fromkeys(Severity, 0)
        for (_, severity), count in self.counts.items():
            by_severity[severity] += count
        return Summary(
            documents=self.documents,
            errors=by_severity[Severity.ERROR],
            warnings=by_severity[Severity.WARNING],
            infos=by_severity[Severity.INFO],
            suppressed=self.suppressed,
        )

    def dumped(self) -> list[Any]:
        """As JSON values."""
        return [
            [self.documents, self.unread, self.unjudged, self.suppressed],
            [[rule, severity.value, count] for (rule, severity), count in self.counts.items()],
            [[rule, why, *found] for (rule, why), found in self.unchecked.items()],
        ]

    @classmethod
    def loaded(cls, values: list[Any]) -> Tally:
        (documents, unread, unjudged, suppressed), counts, unchecked = values
        return cls(
            documents,
            unread,
            unjudged,
            suppressed,
            Counter({(rule, _SEVERITIES[value]): count for rule, value, count in counts}),
            {(rule, why): (count, places) for rule, why, count, places in unchecked},
        )


MOST_PLACES = 3
"""Places of what could not be checked are named up to this many, then counted."""
_SEVERITIES = {severity.value: severity for severity in Severity}


class Stream(Protocol):
    """A report that is written document by document, so that none has to be kept.

    What `part` gives depends on the report alone: it may be asked in another process, or have been
    remembered under `key`. The rest is asked in order.
    """

    key: str

    def part(self, report: Report) -> str: ...

    def begin(self) -> str: ...

    def take(self, part: str) -> str: ...

    def end(self, tally: Tally) -> str: ...


def streamed(stream: Stream, reports: Iterable[Report]) -> str:
    """All of it at once."""
    tally = Tally()
    written = [stream.begin()]
    for report in reports:
        tally.add(report)
        written.append(stream.take(stream.part(report)))
    return "".join([*written, stream.end(tally)])


def summarise(reports: Iterable[Report]) -> Summary:
    return Tally.of(reports).summary


def _place(report: Report, where: Location) -> str:
    """Where in which document, as text has it."""
    if where.line is not None:
        return f"{report.document.name}:{where.line}:{where.column}"
    return where.path or report.document.name


def counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def said(finding: Finding) -> str:
    """What is wrong and what to write instead; in a page or content file, where in its data."""
    place = f"{finding.location.path}: " if _is_in_data(finding.location) else ""
    return f"{place}{finding.message} {finding.advice}".rstrip()


def said_of_problem(problem: Problem) -> str:
    place = f"{problem.where.path}: " if _is_in_data(problem.where) else ""
    return f"{place}{problem.message}"


def from_here(name: str) -> str:
    """The name of a document as servers know it: from the folder of work where it lies below."""
    path = PurePath(name)
    if not path.is_absolute():
        return name
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else name


def _is_in_data(where: Location) -> bool:
    return where.line is None and bool(where.path)


def problems_of(reports: Iterable[Report]) -> Iterator[tuple[str, Problem]]:
    """Each problem with the name of its document."""
    for report in reports:
        for problem in report.problems:
            yield report.document.name, problem
