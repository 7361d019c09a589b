"""The report for writers: the sentence, the words marked, what to write instead."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from lint.document import Location, Problem
from lint.engine import Report
from lint.reporters import Tally, counted, streamed
from lint.rule import BASELINED, Finding, Severity

_INDENT = "    "
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "36"}
_BOLD, _DIM = "1", "2"
_WIDEST = 100
_NARROWEST = 40
_SCREENFUL = 20
"""So many findings are seen at a glance; more are also counted by rule."""

_MARK_SHORTER = 0.9
"""Words are marked where they are less than this part of what is shown."""

_WHITE = re.compile(r"[\t\n\r]")
_OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff]"
    "|[\U000f0000-\U0010ffff]"
)
"""What a terminal would obey, or cannot show."""

_ONE_COLUMN = re.compile("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]*")
"""Text in which every character takes one column."""


@dataclass(frozen=True)
class Page:
    """What the text is written on: characters to a line, whether it shows colours, and links."""

    width: int = _WIDEST
    colour: bool = False
    links: bool = False

    @classmethod
    def of(cls, stream: TextIO, environment: Mapping[str, str]) -> Page:
        """A terminal as wide as it is, in colour unless NO_COLOR is set; anything else plain."""
        terminal = environment.get("TERM", "")
        if not stream.isatty():
            return cls()
        try:
            width = os.get_terminal_size(stream.fileno()).columns
        except OSError:
            width = 0
        obeys = terminal != "dumb"
        return cls(
            width=min(max(width or _WIDEST, _NARROWEST), _WIDEST),
            colour=obeys and not environment.get("NO_COLOR"),
            links=obeys,
        )

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour and text else text

    def link(self, text: str, name: str) -> str:
        """`text`, which opens the file `name` where the terminal can."""
        if not self.links or not text or not os.path.exists(name):
            return text
        address = Path(name).absolute().as_uri()
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"


def render(reports: Iterable[Report], page: Page = Page(), *, tool: str = "") -> str:
    """All documents with something to say, what could not be checked, then a summary."""
    return streamed(TextStream(page), reports)


class TextStream:
    """Each document as it is judged, then the rest."""

    def __init__(self, page: Page = Page()) -> None:
        self.page = page
        self.key = f"text {page}"
        self._between = ""

    def part(self, report: Report) -> str:
        return "\n".join(_report(report, self.page))

    def begin(self) -> str:
        return ""

    def take(self, part: str) -> str:
        if not part:
            return ""
        between, self._between = self._between, "\n\n"
        return between + part

    def end(self, tally: Tally) -> str:
        sections = (
            _unchecked(tally, self.page),
            _statistics(tally, self.page),
            _summary(tally, self.page),
        )
        return "".join(self.take("\n".join(lines)) for lines in sections) + "\n"


def _report(report: Report, page: Page) -> Iterator[str]:
    findings = [each for each in report.findings if each.suppressed != BASELINED]
    if not (findings or report.problems):
        return
    document = report.document
    name = page.link(page.paint(_visible(document.name), _BOLD), document.name)
    title = _cut(_visible(document.meta.title), page.width // 2)
    yield f"{name}  {page.paint(title, _DIM)}" if title else name
    for problem in report.problems:
        yield from _problem(document.name, problem, page)
    advised: set[tuple[str, str]] = set()
    in_brief = False
    for finding in findings:
        if _is_brief(finding):
            if not in_brief:
                yield ""
            yield from _brief(document.name, finding, page)
            in_brief = True
            continue
        yield ""
        yield from _finding(document.name, finding, page)
        if (finding.rule, finding.advice) not in advised:
            advised.add((finding.rule, finding.advice))
            yield from _wrapped(finding.advice, page)
        in_brief = False


def _finding(name: str, finding: Finding, page: Page) -> Iterator[str]:
    style = _COLOURS[finding.severity]
    label = page.paint(finding.severity.value, style)
    yield _headline(label, finding.rule, name, finding.location, page)
    yield from _wrapped(finding.message, page)
    yield from _excerpt(finding, page, style)


def _headline(label: str, what: str, name: str, where: Location, page: Page) -> str:
    place = page.link(page.paint(_place(name, where), _DIM), name)
    return f"  {label}  {page.paint(what, _DIM)}{place and '  '}{place}"


def _is_brief(finding: Finding) -> bool:
    return finding.severity is Severity.INFO or finding.suppressed is not None


def _brief(name: str, finding: Finding, page: Page) -> Iterator[str]:
    """Remarks and accepted findings take a line each where they can, so that they hide nothing."""
    label, said = "info", finding.message
    if finding.suppressed is not None:
        label, said = "accepted", f"{finding.message} Accepted: {finding.suppressed}"
    said = _visible(said)
    taken = len(label) + len(finding.rule) + _columns(_place(name, finding.location)) + 8
    headline = _headline(page.paint(label, _DIM), finding.rule, name, finding.location, page)
    if taken + _columns(said) <= page.width:
        yield f"{headline}  {page.paint(said, _DIM)}"
        return
    yield headline
    for line in _wrapped(said, page):
        yield page.paint(line, _DIM)


def _place(name: str, where: Location) -> str:
    if where.line is not None:
        return f"{_visible(name)}:{where.line}:{where.column}"
    return _visible(where.path or "")


def _excerpt(finding: Finding, page: Page, style: str) -> Iterator[str]:
    """The sentence on one line, shortened around the words, and the words marked."""
    if not finding.quote.strip():
        return
    before = _visible(finding.context[: finding.context_offset]).lstrip()
    words = _visible(finding.quote)
    after = _visible(finding.context[finding.context_offset + len(finding.quote) :]).rstrip()
    room = page.width - len(_INDENT) - 4
    marked = _columns(words) < _MARK_SHORTER * _columns(before + words + after)
    words = _cut_inside(words, room if not marked else room * 2 // 3)
    left = room - _columns(words)
    before = _cut_start(before, max(left // 2, left - _columns(after)))
    after = _cut(after, left - _columns(before))
    gutter = page.paint("|", _DIM)
    if not marked:
        yield f"{_INDENT}{gutter} {before}{words}{after}"
    elif page.colour:
        yield f"{_INDENT}{gutter} {before}{page.paint(words, f'4;{style}')}{after}"
    else:
        yield f"{_INDENT}{gutter} {before}{words}{after}"
        yield f"{_INDENT}{gutter} {' ' * _columns(before)}{'^' * _columns(words)}"


def _problem(name: str, problem: Problem, page: Page) -> Iterator[str]:
    serious = problem.fatal or problem.unjudged
    label = page.paint(
        "could not be checked" if problem.fatal else "problem",
        _COLOURS[Severity.ERROR if serious else Severity.WARNING],
    )
    yield ""
    yield _headline(label, problem.code, name, problem.where, page)
    yield from _wrapped(problem.message, page)


def _unchecked(tally: Tally, page: Page) -> Iterator[str]:
    """What could not be checked, once a rule and reason for all documents."""
    for (rule, reason), (count, places) in tally.unchecked.items():
        few = count <= len(places)
        shown = ", ".join(map(_visible, places)) if few else counted(count, "place")
        label = page.paint("not checked", _COLOURS[Severity.WARNING])
        yield f"{label}  {page.paint(rule, _DIM)}"
        yield from _wrapped(f"{reason} ({shown})", page)


def _statistics(tally: Tally, page: Page) -> Iterator[str]:
    """More findings than are seen at a glance are counted by rule, the worst first."""
    counts = tally.counts
    if counts.total() <= _SCREENFUL:
        return
    columns = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    rows = {rule: [counts[rule, severity] for severity in columns] for rule, _ in counts}
    yield page.paint(f"{'errors':>8}{'warnings':>10}{'infos':>7}", _DIM)
    for rule, row in sorted(rows.items(), key=lambda each: ([-count for count in each[1]], each)):
        cells = [
            page.paint(f"{count or '':>{width}}", _COLOURS[severity])
            for count, width, severity in zip(row, (8, 10, 7), columns, strict=True)
        ]
        yield f"{''.join(cells)}  {rule}"


def _summary(tally: Tally, page: Page) -> Iterator[str]:
    summary = tally.summary
    counts = [
        (counted(summary.errors, "error"), _COLOURS[Severity.ERROR], summary.errors),
        (counted(summary.warnings, "warning"), _COLOURS[Severity.WARNING], summary.warnings),
        (counted(summary.infos, "info"), _COLOURS[Severity.INFO], summary.infos),
        (f"{summary.suppressed} accepted", _DIM, summary.suppressed),
    ]
    found = ", ".join(page.paint(text, style) for text, style, count in counts if count)
    checked = f"{counted(summary.documents, 'document')} checked"
    found = found or ("no findings" if tally.unjudged else "nothing to mend")
    yield f"{checked}: {found}." if summary.documents else f"{checked}."
    if tally.unjudged:
        yield f"{counted(tally.unjudged, 'document')} could not be judged in full."
    if tally.unread:
        yield f"{counted(tally.unread, 'input')} could not be checked at all."
    if summary.errors + summary.warnings + summary.infos:
        yield page.paint("`contentlint explain RULE` says why a rule matters.", _DIM)


def _wrapped(text: str, page: Page) -> Iterator[str]:
    """In lines, indented; broken at spaces, and inside a word that is longer than a line."""
    text = _visible(text).strip()
    room = page.width - len(_INDENT)
    while _columns(text) > room:
        end = room
        while _columns(text[:end]) > room:
            end -= 1
        space = text.rfind(" ", 1, end + 1)
        end = space if space > 0 else max(end, 1)
        yield _INDENT + text[:end].rstrip()
        text = text[end:].lstrip()
    if text:
        yield _INDENT + text


def _visible(text: str) -> str:
    """On one line, without the characters that a terminal would obey."""
    if text.isprintable():
        return text
    return _OBEYED.sub("\N{REPLACEMENT CHARACTER}", _WHITE.sub(" ", text))


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii() or _ONE_COLUMN.fullmatch(text):
        return len(text)
    return sum(
        0
        if unicodedata.combining(character) or unicodedata.category(character) == "Cf"
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )


def _cut(text: str, room: int) -> str:
    """The start of the text, as far as there is room."""
    if _columns(text) <= room:
        return text
    kept = text[: max(0, room - 1)]
    while kept and _columns(kept) > room - 1:
        kept = kept[:-1]
    whole = kept.rpartition(" ")[0] if " " in kept[-20:] else kept
    return whole.rstrip() + "…" if room > 0 else ""


def _cut_start(text: str, room: int) -> str:
    """The end of the text, as far as there is room."""
    if _columns(text) <= room:
        return text
    kept = text[len(text) - max(0, room - 1) :] if room > 1 else ""
    while kept and _columns(kept) > room - 1:
        kept = kept[1:]
    whole = kept.partition(" ")[2] if " " in kept[:20].rstrip() else kept
    return "…" + whole if room > 0 else ""


def _cut_inside(text: str, room: int) -> str:
    """The start and the end of the text, as far as there is room."""
    if _columns(text) <= room:
        return text
    start = _cut(text, room * 2 // 3)
    return f"{start} {_cut_start(text, room - _columns(start) - 1)[1:]}"
