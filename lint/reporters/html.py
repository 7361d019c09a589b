"""The report to open in a browser: the articles with what was found marked in them.

One file that needs nothing else. It holds no script, and its policy lets none run; every word of a
document is escaped. Without the words of the documents (`keeps_text`) findings are listed alone.
"""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from lint.config import every_rule
from lint.document import Block, Container, Document, Group, Kind, Location, Problem
from lint.engine import Report
from lint.readability import Scores
from lint.reporters import counted, summarise
from lint.reporters.markup import escaped
from lint.rule import Finding, Severity

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_BARE_KINDS = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.CARD_HEADING, Kind.TERM})
_BARE_GROUPS = frozenset({Group.LIST, Group.ORDERED_LIST, Group.LIBRARY})
_GRADES = range(3, 18)
"""Grades that have a column of their own; the first and the last hold those beyond."""

_FULL_BAR = 20
"""The grade whose bar is as long as bars get."""

_FEW = 5
"""So many documents need no chart of how their grades are spread."""


@dataclass(frozen=True)
class _Note:
    """A finding, numbered in its document, with the name of its class and of its anchors."""

    finding: Finding
    number: int
    document: int

    @property
    def look(self) -> str:
        accepted = self.finding.suppressed is not None
        return "accepted" if accepted else self.finding.severity.value

    @property
    def anchor(self) -> str:
        return f"d{self.document}-f{self.number}"

    @property
    def reference(self) -> str:
        return f"d{self.document}-r{self.number}"


def render(reports: Sequence[Report], *, tool: str) -> str:
    """The whole page; `tool` is the version of contentlint that judged."""
    style = resources.files("lint.reporters").joinpath("report.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<title>Content report</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        *_summary(reports, tool),
        "<main>",
        *_grades(reports),
        *_documents(reports),
        *_by_rule(reports),
        *_unchecked(reports),
        *(line for number, report in enumerate(reports, 1) for line in _report(number, report)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _summary(reports: Sequence[Report], tool: str) -> Iterator[str]:
    summary = summarise(reports)
    unread = sum(not report.judged for report in reports)
    counts = [
        (summary.documents, "documents", ""),
        (summary.errors, "errors", "error"),
        (summary.warnings, "warnings", "warning"),
        (summary.infos, "infos", "info"),
    ]
    if summary.suppressed:
        counts.append((summary.suppressed, "accepted", "accepted"))
    if unread:
        counts.append((unread, "not readable", "error"))
    yield "<header>"
    yield "<h1>Content report</h1>"
    yield '<ul class="counts">'
    for count, words, look in counts:
        yield f'<li class="{look}"><b>{count}</b> {words}</li>'
    yield "</ul>"
    yield f"<p>Made by contentlint {escaped(tool)}.</p>"
    yield "</header>"


def _grades(reports: Sequence[Report]) -> Iterator[str]:
    """How the reading grades of many documents are spread: a column chart."""
    scored = filter(None, map(_scores, reports))
    grades = [scores.flesch_kincaid_grade for scores in scored]
    if len(grades) <= _FEW:
        return
    first, last = _GRADES[0], _GRADES[-1]
    counts = Counter(min(max(round(grade), first), last) for grade in grades)
    highest = max(counts.values())
    step, height = 40, 160
    width = step * len(_GRADES)
    yield '<section aria-labelledby="grades">'
    yield '<h2 id="grades">Reading grades</h2>'
    yield "<p>How many documents read at which US school grade (Flesch-Kincaid).</p>"
    spread = ", ".join(f"grade {grade}: {counts[grade]}" for grade in _GRADES if counts[grade])
    yield (
        f'<svg class="columns" role="img" aria-label="{spread}"'
        f' viewBox="0 -20 {width} {height + 50}">'
    )
    for index, grade in enumerate(_GRADES):
        middle = step * index + step // 2
        count = counts[grade]
        if count:
            tall = max(2, round(height * count / highest))
            yield (
                f'<rect x="{middle - 14}" y="{height - tall}" width="28" height="{tall}" rx="2"/>'
                f'<text x="{middle}" y="{height - tall - 6}">{count}</text>'
            )
        name = f"≤{grade}" if grade == first else f"{grade}+" if grade == last else f"{grade}"
        yield f'<text class="axis" x="{middle}" y="{height + 20}">{name}</text>'
    yield f'<line x1="0" x2="{width}" y1="{height}" y2="{height}"/>'
    yield "</svg>"
    yield "</section>"


def _documents(reports: Sequence[Report]) -> Iterator[str]:
    """All documents, the worst first."""
    yield '<section aria-labelledby="documents">'
    yield '<h2 id="documents">Documents</h2>'
    yield '<div class="wide"><table>'
    yield (
        "<thead><tr><th>document</th><th>reading grade</th><th>words</th>"
        "<th>errors</th><th>warnings</th><th>infos</th></tr></thead>"
    )
    yield "<tbody>"
    rows = [(number, report, _counts(report)) for number, report in enumerate(reports, 1)]
    for number, report, counts in sorted(
        rows, key=lambda row: (row[1].judged, _worst_first(row[2]), row[0])
    ):
        document = report.document
        scores = _scores(report)
        words = scores.words if scores else ""
        yield (
            f'<tr><th scope="row"><a href="#d{number}">{_title(document)}</a>{_name(document)}</th>'
            f"<td>{_bar(scores) if scores else _why_no_grade(report)}</td><td>{words}</td>"
            f"{_cells(counts)}</tr>"
        )
    yield "</tbody>"
    yield "</table></div>"
    yield "</section>"


def _counts(report: Report) -> list[int]:
    found = Counter(each.severity for each in report.findings if each.suppressed is None)
    return [found[severity] for severity in _SEVERITIES]


def _why_no_grade(report: Report) -> str:
    return "no prose" if report.judged else "could not be checked"


def _by_rule(reports: Sequence[Report]) -> Iterator[str]:
    """Counts by theme, and by rule below each theme; the most errors first."""
    found = [
        finding for report in reports for finding in report.findings if finding.suppressed is None
    ]
    if not found:
        return
    titles = {rule.name: rule.title for rule in every_rule()}
    by_rule = Counter((finding.theme, finding.rule, finding.severity) for finding in found)
    by_theme = Counter((finding.theme, finding.severity) for finding in found)
    themes = {theme: [by_theme[theme, each] for each in _SEVERITIES] for theme, _ in by_theme}
    yield '<section aria-labelledby="rules">'
    yield '<h2 id="rules">By theme and rule</h2>'
    yield '<div class="wide"><table>'
    yield (
        "<thead><tr><th>theme and rule</th><th>errors</th><th>warnings</th><th>infos</th></tr>"
        "</thead>"
    )
    for theme, counts in sorted(themes.items(), key=lambda each: _worst_first(each[1])):
        yield "<tbody>"
        yield f'<tr class="theme"><th scope="rowgroup">{theme.value}</th>{_cells(counts)}</tr>'
        names = dict.fromkeys(name for of, name, _ in by_rule if of is theme)
        rows = [(name, [by_rule[theme, name, each] for each in _SEVERITIES]) for name in names]
        for name, row in sorted(rows, key=lambda each: (*_worst_first(each[1]), each[0])):
            title = f"<small>{escaped(titles[name])}</small>" if name in titles else ""
            yield f'<tr><th scope="row">{escaped(name)}{title}</th>{_cells(row)}</tr>'
        yield "</tbody>"
    yield "</table></div>"
    yield "</section>"


def _worst_first(counts: Sequence[int]) -> list[int]:
    return [-count for count in counts]


def _cells(counts: Iterable[int]) -> str:
    return "".join(
        f'<td class="{severity.value}">{count or ""}</td>'
        for severity, count in zip(_SEVERITIES, counts, strict=True)
    )


def _unchecked(reports: Sequence[Report]) -> Iterator[str]:
    places = Counter((each.rule, each.reason) for report in reports for each in report.unchecked)
    if not places:
        return
    yield '<section aria-labelledby="unchecked">'
    yield '<h2 id="unchecked">Could not be checked</h2>'
    yield "<ul>"
    for (rule, reason), count in places.items():
        yield f"<li><b>{escaped(rule)}</b> in {counted(count, 'place')}: {escaped(reason)}</li>"
    yield "</ul>"
    yield "</section>"


def _report(number: int, report: Report) -> Iterator[str]:
    document = report.document
    yield f'<article id="d{number}">'
    yield f"<h2>{_title(document)}</h2>{_name(document)}"
    for problem in report.problems:
        yield _problem(problem)
    scores = _scores(report)
    if scores is not None:
        yield from _sections(scores)
    notes = [_Note(finding, at, number) for at, finding in enumerate(report.findings, 1)]
    placed, rest = _placed(document, notes)
    if rest:
        yield "<h3>On the whole</h3>" if document.blocks else "<h3>Findings</h3>"
        yield from _notes(rest, with_words=True)
    if document.blocks:
        yield f'<div class="text" lang="{escaped(document.locale)}">'
        yield from _text(document, placed)
        yield "</div>"
    elif report.judged and not report.findings:
        yield "<p>Nothing was found.</p>"
    yield "</article>"


def _title(document: Document) -> str:
    return escaped(document.meta.title.strip() or document.name)


def _name(document: Document) -> str:
    """What follows the title, unless the name stands for it."""
    return f"<small>{escaped(document.name)}</small>" if document.meta.title.strip() else ""


def _problem(problem: Problem) -> str:
    look = "error" if problem.fatal or problem.unjudged else "warning"
    place = _place(problem.where)
    where = f" <small>{escaped(place)}</small>" if place else ""
    return (
        f'<p class="problem {look}"><b>{escaped(problem.code)}</b>{where}'
        f" {escaped(problem.message)}</p>"
    )


def _sections(scores: Scores) -> Iterator[str]:
    yield '<div class="wide"><table>'
    yield (
        "<thead><tr><th>section</th><th>reading grade</th><th>words</th>"
        "<th>words a sentence</th></tr></thead>"
    )
    yield "<tbody>"
    for row in (scores, *(scores.sections if len(scores.sections) > 1 else ())):
        whole = "The whole document" if row is scores else "Before the first heading"
        name = row.heading or whole
        yield (
            f'<tr><th scope="row">{escaped(name)}</th><td>{_bar(row)}</td><td>{row.words}</td>'
            f"<td>{row.words_per_sentence:.1f}</td></tr>"
        )
    yield "</tbody>"
    yield "</table></div>"


def _bar(scores: Scores) -> str:
    grade = scores.flesch_kincaid_grade
    long = min(max(grade, 0.2), _FULL_BAR)
    return (
        f'<svg class="bar" aria-hidden="true" viewBox="0 0 {_FULL_BAR} 1"'
        f' preserveAspectRatio="none"><rect width="{long:.1f}" height="1"/></svg> {grade:.1f}'
    )


def _scores(report: Report) -> Scores | None:
    """None where there is no prose to score."""
    return report.scores if report.scores is not None and report.scores.words else None


def _text(document: Document, placed: dict[Block, list[_Note]]) -> Iterator[str]:
    shown: Container | None = None
    for block in document.blocks:
        notes = placed.get(block, [])
        if not notes and not block.text.plain.strip():
            continue
        group = _group(block)
        if group is not None and group is not shown:
            named = f"{group.group.value}: {group.label}" if group.label else group.group.value
            yield f'<p class="group">{escaped(named)}</p>'
        shown = group
        yield _element(block, notes, grouped=group is not None)
        if notes:
            yield from _notes(notes, with_words=False)


def _group(block: Block) -> Container | None:
    """The outermost container that a reader would notice."""
    found = None
    container = block.container
    while container is not None:
        if container.group not in _BARE_GROUPS:
            found = container
        container = container.parent
    return found


def _element(block: Block, notes: Sequence[_Note], *, grouped: bool) -> str:
    tag = "p"
    if block.kind is Kind.TITLE:
        tag = "h3"
    elif block.kind is Kind.HEADING:
        tag = f"h{min(max(block.level, 1) + 2, 6)}"
    look = block.kind.name.lower().replace("_", "-") + (" grouped" if grouped else "")
    kind = "" if block.kind in _BARE_KINDS else f'<span class="kind">{block.kind.value}</span> '
    return f'<{tag} class="{look}">{kind}{_marked(block.text.plain, notes)}</{tag}>'


def _marked(plain: str, notes: Sequence[_Note]) -> str:
    """The words, escaped, each stretch marked as its worst finding, a number where one ends."""
    ranges = [(*_range(note.finding, len(plain)), note) for note in notes]
    edges = sorted({0, len(plain), *(edge for start, end, _ in ranges for edge in (start, end))})
    parts = []
    for start, end in zip(edges, [*edges[1:], None], strict=True):
        parts += [
            _reference(note) for begin, stop, note in ranges if stop == start and begin < stop
        ]
        parts += [_reference(note) for begin, stop, note in ranges if begin == stop == start]
        if end is None:
            break
        words = escaped(plain[start:end])
        covering = [
            note
            for begin, stop, note in ranges
            if begin <= start and end <= stop and (begin, stop) != (0, len(plain))
        ]
        if covering:
            worst = max(covering, key=_weight)
            words = f'<mark class="{worst.look}">{words}</mark>'
        parts.append(words)
    return "".join(parts)


def _range(finding: Finding, length: int) -> tuple[int, int]:
    start = min(finding.location.offset or 0, length)
    return start, min(start + (finding.location.length or 0), length)


def _weight(note: _Note) -> tuple[bool, int]:
    return note.finding.suppressed is None, note.finding.severity.rank


def _reference(note: _Note) -> str:
    label = escaped(f"{note.look} {note.number}: {note.finding.rule}")
    return (
        f'<a class="reference {note.look}" id="{note.reference}" href="#{note.anchor}"'
        f' aria-label="{label}">{note.number}</a>'
    )


def _notes(notes: Sequence[_Note], *, with_words: bool) -> Iterator[str]:
    yield '<ul class="notes">'
    for note in notes:
        yield _note(note, with_words=with_words)
    yield "</ul>"


def _note(note: _Note, *, with_words: bool) -> str:
    finding = note.finding
    number = (
        f'<b class="number">{note.number}</b>'
        if with_words
        else f'<a class="number" href="#{note.reference}">{note.number}</a>'
    )
    parts = [f"{number} <b>{note.look}</b> {escaped(finding.rule)}: {escaped(finding.message)}"]
    if finding.advice:
        parts.append(f'<span class="advice">{escaped(finding.advice)}</span>')
    if finding.suppressed is not None:
        parts.append(f"Accepted: {escaped(finding.suppressed)}")
    place = _place(finding.location)
    if with_words and (place or finding.quote):
        parts.append(f"<small>{escaped(place)}</small> {_excerpt(finding)}")
    return f'<li class="{note.look}" id="{note.anchor}">{"<br>".join(parts)}</li>'


def _excerpt(finding: Finding) -> str:
    start, end = finding.context_offset, finding.context_offset + len(finding.quote)
    context = finding.context
    return (
        f"<q>{escaped(context[:start])}<mark>{escaped(context[start:end])}</mark>"
        f"{escaped(context[end:])}</q>"
        if finding.quote
        else ""
    )


def _place(where: Location) -> str:
    return where.path or "" if where.line is None else f"line {where.line}"


def _placed(
    document: Document, notes: Sequence[_Note]
) -> tuple[dict[Block, list[_Note]], list[_Note]]:
    """The notes by the block they stand in, and those that stand in none."""
    finder = _Finder(document)
    placed: dict[Block, list[_Note]] = {}
    rest = []
    for note in notes:
        block = finder.block(note.finding)
        if block is None:
            rest.append(note)
        else:
            placed.setdefault(block, []).append(note)
    return placed, rest


class _Finder:
    """Tells which block a place is in: by line and column, or by path and the words there.

    Blocks of a content file may share a path (the paragraphs of a rich text). Where they also share
    the words, the first finding is in the first of them, and so on.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_path: dict[str, list[Block]] = {}
        starts = []
        for block in document.blocks:
            self._by_path.setdefault(block.path, []).append(block)
            start = document.place(block, 0, 0)
            if start.line is not None and start.column is not None:
                starts.append(((start.line, start.column), block))
        starts.sort(key=lambda each: each[0])
        self._starts = [start for start, _ in starts]
        self._started = [block for _, block in starts]
        self._seen: Counter[Finding] = Counter()

    def block(self, finding: Finding) -> Block | None:
        where = finding.location
        if where.offset is None or where.length is None:
            return None
        if where.line is not None and where.column is not None:
            index = bisect_right(self._starts, (where.line, where.column))
            candidates = self._started[max(0, index - 1) : index] + self._started
        else:
            candidates = self._by_path.get(where.path or "", [])
        start, end = where.offset, where.offset + where.length
        fitting = (
            block
            for block in candidates
            if self._document.place(block, start, end) == where
            and block.text.plain.startswith(finding.quote.removesuffix("…"), start)
        )
        if where.line is not None:
            return next(fitting, None)
        again = self._seen[finding]
        self._seen[finding] += 1
        found = list(fitting)
        return found[min(again, len(found) - 1)] if found else None
