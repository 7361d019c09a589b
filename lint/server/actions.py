"""What an editor may change about a finding: mend it, or accept it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lint import fixes
from lint.document import METADATA_KINDS, Block, Group
from lint.engine import Report
from lint.rule import Finding, Severity
from lint.server.texts import OpenText
from lint.server.verdicts import Mark, Verdict

REASON = "say why"
"""Stands where the author has to write the reason."""

MOST_OFFERED = 5
"""For so many findings at one place the editor is offered changes."""

MOST_SHOWN = 60
"""Characters of the text that a title repeats."""

_HEAD = {
    "markdown": re.compile(r"---[ \t]*\n(?:.*\n){0,2000}?(?:---|\.\.\.)[ \t]*\n"),
    "html": re.compile(r"\s{0,100}<!doctype[^>]{0,500}>\n?", re.IGNORECASE),
}
"""What nothing may stand before."""

_LISTED = (Group.LIST, Group.ORDERED_LIST, Group.TABLE)


@dataclass(frozen=True)
class Change:
    """`replacement` for what stands from `start` to `end` of a text."""

    start: int
    end: int
    replacement: str

    def made(self, source: str) -> str:
        return source[: self.start] + self.replacement + source[self.end :]


@dataclass(frozen=True)
class Mending:
    """Changes that mend one fault. `safe`: they change nothing that readers read."""

    title: str
    safe: bool
    changes: tuple[Change, ...]


def mending(verdict: Verdict, mark: Mark, judged: Callable[[OpenText], Verdict]) -> Mending | None:
    """What would mend the fault at `mark`; None where nothing is known that changes it alone."""
    if verdict.report is None:
        return None
    source = verdict.text.source
    found = fixes.apart(
        [each for each in fixes.edits(verdict.report, source) if _is_for(mark, each)]
    )
    if not found:
        return None
    tried = judged(verdict.text.changed(fixes.applied(source, found)))
    if tried.report is None or not fixes.is_kept(verdict.report, tried.report, found):
        return None
    changes = tuple(Change(each.start, each.end, each.replacement) for each in found)
    return Mending(_title(source, changes), all(each.safe for each in found), changes)


def _is_for(mark: Mark, edit: fixes.Edit) -> bool:
    if isinstance(mark.said, Finding):
        return mark.said.fix is not None and edit.change in mark.said.fix.changes
    return edit.rule == mark.said.code and mark.start <= edit.start and edit.end <= mark.end


def _title(source: str, changes: tuple[Change, ...]) -> str:
    first = changes[0]
    if len(changes) > 1:
        return f"Change this in {len(changes)} places"
    if first.replacement:
        return f'Write "{_shortened(first.replacement)}" instead'
    gone = source[first.start : first.end]
    return f'Take out "{_shortened(gone)}"' if gone.isprintable() else "Take out what is hidden"


def _shortened(words: str) -> str:
    shown = " ".join(words.split())
    return shown if len(shown) <= MOST_SHOWN else f"{shown[: MOST_SHOWN - 1]}…"


def all_safe(verdict: Verdict, judged: Callable[[OpenText], Verdict]) -> Change | None:
    """All that `check --fix` would change, as one stretch of the text; None for nothing."""
    text = verdict.text
    if verdict.report is None or not any(
        each.safe for each in fixes.edits(verdict.report, text.source)
    ):
        return None

    def report(data: bytes) -> Report | None:
        return judged(text.changed(data.decode())).report

    old, new = text.source, fixes.mended(text.source.encode(), report).data.decode()
    if old == new:
        return None
    start = _alike(old, new)
    alike = _alike(old[start:][::-1], new[start:][::-1])
    return Change(start, len(old) - alike, new[start : len(new) - alike])


def _alike(one: str, other: str) -> int:
    """How many characters at the start of both are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def acceptance(
    verdict: Verdict, mark: Mark, judged: Callable[[OpenText], Verdict]
) -> Change | None:
    """The comment that accepts a finding; None where none can.

    It is tried out: it accepts this finding, others of its rule in the block at most, and changes
    nothing else that is found. An error is never accepted in the text.
    """
    finding = mark.said
    if (
        not isinstance(finding, Finding)
        or finding.severity is Severity.ERROR
        or verdict.text.format not in ("markdown", "html")
    ):
        return None
    for change in _comments(verdict, mark, finding):
        tried = judged(verdict.text.changed(change.made(verdict.text.source)))
        if _accepts(finding, _counted(verdict), _counted(tried)):
            return change
    return None


def _counted(verdict: Verdict) -> Counter[tuple[str, ...]]:
    """What is found, by all that a comment must not change."""
    return Counter(_key(mark) for mark in verdict.marks)


def _key(mark: Mark) -> tuple[str, ...]:
    if isinstance(mark.said, Finding):
        return mark.said.rule, mark.said.message, mark.said.quote
    return mark.said.code, mark.said.message


def _accepts(
    finding: Finding, before: Counter[tuple[str, ...]], after: Counter[tuple[str, ...]]
) -> bool:
    gone = before - after
    return (
        not after - before
        and gone[finding.rule, finding.message, finding.quote] > 0
        and all(key[0] == finding.rule for key in gone)
    )


def _comments(verdict: Verdict, mark: Mark, finding: Finding) -> Iterator[Change]:
    """Places for the comment, the one that reads best first."""
    source = verdict.text.source
    comment = f"<!-- contentlint: ignore {finding.rule}: {REASON} -->"
    block = _block(verdict, mark, finding)
    if block is None or block.kind in METADATA_KINDS:
        head = _HEAD[verdict.text.format].match(source)
        start = head.end() if head else 0
        yield Change(start, start, comment.replace("ignore", "ignore-file", 1) + "\n\n")
        return
    span = block.text.source_range(0, len(block.text.plain))
    start, end = span or (mark.start, mark.end)
    line = source.rfind("\n", 0, start) + 1
    margin = re.match(r"[ \t>]*", source[line:start])
    if block.inside(*_LISTED) is None or verdict.text.format == "html":
        yield Change(line, line, f"{margin.group() if margin else ''}{comment}\n")
    if verdict.text.format == "html":
        yield Change(start, start, comment)
        return
    line_end = source.find("\n", end)
    line_end = len(source) if line_end < 0 else line_end
    yield Change(line_end, line_end, f" {comment}")
    yield Change(end, end, f" {comment}")


def _block(verdict: Verdict, mark: Mark, finding: Finding) -> Block | None:
    """The block that a finding stands in, None for the whole document."""
    if verdict.report is None or finding.location.line is None:
        return None
    for block in verdict.report.document.blocks:
        span = block.text.source_range(0, len(block.text.plain))
        if span is not None and span[0] <= mark.start and mark.end <= span[1]:
            return block
    return None
