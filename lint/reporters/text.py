"""The report for writers: the sentence, the words marked, what to write instead."""

from __future__ import annotations

import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.document import Location, Problem
from lint.engine import Report
from lint.reporters import summarise
from lint.rule import Finding, Severity, Unchecked

_INDENT = "    "
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "36"}
_BOLD, _DIM = "1", "2"
_UNPRINTABLE = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_MARK_SHORTER = 0.9
"""Words are marked where they are less than this part of what is shown."""


@dataclass(frozen=True)
class Page:
    """What the text is written on: characters to a line, and whether it shows colours."""

    width: int = 100
    colour: bool = False

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour and text else text


def render(reports: Sequence[Report], page: Page) -> str:
    """All documents with something to say, then a summary."""
    parts = ["\n".join(lines) for lines in (list(_report(each, page)) for each in reports) if lines]
    parts.append("\n".join(_summary(reports, page)))
    return "\n\n".join(parts) + "\n"


def _report(report: Report, page: Page) -> Iterator[str]:
    if not (report.findings or report.problems or report.unchecked):
        return
    document = report.document
    name = page.paint(_visible(document.name), _BOLD)
    title = _cut(_visible(document.meta.title), page.width // 2)
    yield f"{name}  {page.paint(title, _DIM)}" if title else name
    for problem in report.problems:
        yield from _problem(document.name, problem, page)
    advised: set[tuple[str, str]] = set()
    in_brief = False
    for finding in report.findings:
        if _is_brief(finding):
            if not in_brief:
                yield ""
            yield _brief(document.name, finding, page)
        else:
            yield ""
            yield from _finding(document.name, finding, page)
            if (finding.rule, finding.advice) not in advised:
                advised.add((finding.rule, finding.advice))
                yield from _wrapped(_visible(finding.advice), page)
        in_brief = _is_brief(finding)
    if report.unchecked:
        yield ""
        yield from _unchecked(report.unchecked, page)


def _finding(name: str, finding: Finding, page: Page) -> Iterator[str]:
    style = _COLOURS[finding.severity]
    label = page.paint(finding.severity.value, style)
    place = page.paint(_place(name, finding.location), _DIM)
    yield f"  {label}  {page.paint(finding.rule, _DIM)}{place and '  '}{place}"
    yield from _wrapped(_visible(finding.message), page)
    yield from _excerpt(finding, page, style)


def _is_brief(finding: Finding) -> bool:
    return finding.severity is Severity.INFO or finding.suppressed is not None


def _brief(name: str, finding: Finding, page: Page) -> str:
    """Remarks and accepted findings take a line each, so that they hide nothing."""
    label, said = "info", finding.message
    if finding.suppressed is not None:
        label, said = "accepted", f"{finding.message} Accepted: {finding.suppressed}"
    start = f"{label}  {finding.rule}  {_place(name, finding.location)}".rstrip()
    room = max(page.width - len(start) - 4, 60)
    return "  " + page.paint(f"{start}  {_cut(_visible(said), room)}", _DIM)


def _place(name: str, where: Location) -> str:
    if where.line is not None:
        return _visible(f"{name}:{where.line}:{where.column}")
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
    place = page.paint(_place(name, problem.where), _DIM)
    yield ""
    yield f"  {label}  {page.paint(problem.code, _DIM)}{place and '  '}{place}"
    yield from _wrapped(_visible(problem.message), page)


def _unchecked(unchecked: Sequence[Unchecked], page: Page) -> Iterator[str]:
    for (rule, reason), count in Counter((each.rule, each.reason) for each in unchecked).items():
        places = f" ({count} places)" if count > 1 else ""
        line = f"not checked  {rule}{places}: {_visible(reason)}"
        for wrapped in textwrap.wrap(line, page.width - 2, subsequent_indent="  "):
            yield "  " + page.paint(wrapped, _DIM)


def _summary(reports: Sequence[Report], page: Page) -> Iterator[str]:
    summary = summarise(reports)
    counts = [
        (_counted(summary.errors, "error"), _COLOURS[Severity.ERROR], summary.errors),
        (_counted(summary.warnings, "warning"), _COLOURS[Severity.WARNING], summary.warnings),
        (_counted(summary.infos, "info"), _COLOURS[Severity.INFO], summary.infos),
        (f"{summary.suppressed} accepted", _DIM, summary.suppressed),
    ]
    found = ", ".join(page.paint(text, style) for text, style, count in counts if count)
    yield f"{_counted(summary.documents, 'document')} checked: {found or 'nothing to mend'}."
    unread = sum(not report.judged for report in reports)
    if unread:
        yield f"{_counted(unread, 'input')} could not be checked at all."
    if summary.errors + summary.warnings + summary.infos:
        yield page.paint("`contentlint explain RULE` says why a rule matters.", _DIM)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _wrapped(text: str, page: Page) -> Iterator[str]:
    return iter(textwrap.wrap(text, page.width, initial_indent=_INDENT, subsequent_indent=_INDENT))


def _visible(text: str) -> str:
    """On one line, without the characters that a terminal would obey."""
    return "".join(
        " "
        if character in "\n\t\r"
        else "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(character) in _UNPRINTABLE or _turns_text(character)
        else character
        for character in text
    )


def _turns_text(character: str) -> bool:
    return unicodedata.bidirectional(character) in {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
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
