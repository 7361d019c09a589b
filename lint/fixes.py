"""Mends texts: applies the fixes of findings, and makes sure that nothing else has changed.

The edits of a round are applied together, and what comes out is read and judged again. It must be
the same document: the same blocks with the same words, but for those that a fix rewrites, and no
new error. An edit that breaks this is left out. Rounds go on until there is nothing left to mend,
so mending twice changes nothing more.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lint.characters import hidden, turning
from lint.document import Block, Container, Document, Text
from lint.engine import Report
from lint.mends import Change, change, exact
from lint.readers.composing import normal_lines
from lint.readers.decoding import encoding_of
from lint.readers.json_places import JsonPlaces

ROUNDS = 20
"""More than a text needs: one edit waits for another only where they overlap."""

TRIES = 100
"""How often a text is judged to find out which of its edits can be made."""

_UNSEEN: Mapping[str, Callable[[str], Iterator[int]]] = {
    "hidden-characters": hidden,
    "bidi-control": turning,
}
"""Problems that are characters which nobody sees and no text needs."""

_MARKUP = re.compile(r"\]\(|<")
"""In what a fix writes this is never for readers."""


@dataclass(frozen=True, order=True)
class Edit:
    """`replacement` for the source from `start` to `end`, in code points.

    `rule` is the rule, or the problem, that asks for it; `safe` edits change nothing that readers
    read. `change` is the same as the finding has it.
    """

    start: int
    end: int
    replacement: str
    rule: str
    safe: bool
    change: Change = field(compare=False, repr=False)


def edits(report: Report, source: str) -> Sequence[Edit]:
    """What would mend the findings of `report`, in the order of the source; edits may overlap.

    `source` is what the report's document, which still has its words, was read from: without a
    byte order mark, newlines at the ends of its lines, as `normal_lines` gives it. What somebody
    accepted is left alone, and so is what cannot be placed exactly.
    """
    return sorted(set(_placed(report.document, source, list(_asked(report)))))


def apart(found: Sequence[Edit]) -> list[Edit]:
    """Of edits in order that overlap, the first."""
    chosen: list[Edit] = []
    for each in found:
        if not chosen or each.start >= chosen[-1].end:
            chosen.append(each)
    return chosen


def applied(source: str, chosen: Sequence[Edit]) -> str:
    """`source` with `chosen`, which are in order and do not overlap."""
    parts: list[str] = []
    position = 0
    for each in chosen:
        parts += (source[position : each.start], each.replacement)
        position = each.end
    return "".join([*parts, source[position:]])


# Where the edits are


@dataclass(frozen=True)
class _Asked:
    rule: str
    safe: bool
    change: Change


def _asked(report: Report) -> Iterator[_Asked]:
    for finding in report.findings:
        if finding.fix is not None and finding.suppressed is None:
            for each in finding.fix.changes:
                yield _Asked(finding.rule, finding.fix.safe, each)
    document = report.document
    told = {(each.code, each.where) for each in report.problems if each.code in _UNSEEN}
    for block in document.blocks if told else ():
        for code, unseen in _UNSEEN.items():
            offsets = list(unseen(block.text.plain))
            if not offsets:
                continue
            if (code, document.place(block, offsets[0], offsets[-1] + 1)) in told:
                for offset in offsets:
                    found = exact(document, block, offset, offset + 1)
                    if found is not None:
                        yield _Asked(code, True, change(document, block, *found, ""))


def _placed(document: Document, source: str, asked: Sequence[_Asked]) -> Iterator[Edit]:
    if document.lines is not None:
        for each in asked:
            where = each.change.where
            if where.line and where.column and where.end_line and where.end_column:
                start = document.lines.offset(where.line) + where.column - 1
                end = document.lines.offset(where.end_line) + where.end_column - 1
                yield Edit(start, end, each.change.replacement, each.rule, each.safe, each.change)
        return
    paths = {each.change.where.path for each in asked if each.change.where.path}
    if not paths:
        return
    places = JsonPlaces(source, paths)
    strings = {path: places.string(path) for path in paths}
    for each in asked:
        where = each.change.where
        string = strings.get(where.path or "")
        kept = document.fields.get(where.path or "")
        if string is None or kept is None or string.plain != kept.source or where.offset is None:
            continue
        found = string.source_range(where.offset, where.offset + (where.length or 0))
        if found is not None:
            written = json.dumps(each.change.replacement, ensure_ascii=source.isascii())[1:-1]
            yield Edit(*found, written, each.rule, each.safe, each.change)


# Making them


@dataclass(frozen=True)
class Mended:
    """A file after its fixes: its bytes, and by rule how many edits were made.

    `refused` edits could not be made, as the document would not have been the same.
    """

    data: bytes
    made: Mapping[str, int] = field(default_factory=dict)
    refused: int = 0


def mended(
    data: bytes, judged: Callable[[bytes], Report | None], *, unsafe: bool = False
) -> Mended:
    """`data` with the safe edits made, or with `unsafe` all of them.

    `judged` gives the report on bytes, its document with its words. Ends of lines, the encoding and
    the byte order mark stay what they are. What cannot be judged stays as it is.
    """
    report = judged(data)
    made: Counter[str] = Counter()
    refused = tries = 0
    for _ in range(ROUNDS):
        if report is None or not report.judged:
            break
        file = _File.of(data)
        found = [each for each in edits(report, file.source) if each.safe or unsafe]
        attempt = _Attempt(file, report, judged, tries)
        chosen = attempt.fitting([], apart(found))
        tries, refused = attempt.tries, len(apart(found)) - len(chosen)
        if not chosen:
            break
        data, report = file.with_edits(chosen), attempt.reached
        made.update(each.rule for each in chosen)
    return Mended(data, dict(sorted(made.items())), refused)


@dataclass(frozen=True)
class _File:
    """The bytes of a file and how they are read: `source` is `text` as readers take it."""

    mark: bytes
    encoding: str
    text: str
    source: str

    @classmethod
    def of(cls, data: bytes) -> _File:
        mark, encoding = encoding_of(data)
        text = data[len(mark) :].decode(encoding)
        return cls(mark, encoding, text, normal_lines(text))

    def with_edits(self, chosen: Sequence[Edit]) -> bytes:
        """The file with edits of its `source`, in order and apart."""
        newline = "\r\n" if "\r\n" in self.text else "\r" if "\n" not in self.text else "\n"
        second = len(self.text) - len(self.text.removeprefix("\ufeff"))
        # Where in the source a line ends that takes two characters in the file.
        ends = [
            found.start() - count - second
            for count, found in enumerate(re.finditer("\r\n", self.text))
        ]

        def place(offset: int) -> int:
            return offset + second + bisect_left(ends, offset)

        text = applied(
            self.text,
            [
                replace(
                    each,
                    start=place(each.start),
                    end=place(each.end),
                    replacement=each.replacement.replace("\n", newline),
                )
                for each in chosen
            ],
        )
        return self.mark + text.encode(self.encoding)


@dataclass
class _Attempt:
    """Finds out which edits of a file can be made; `reached` is the report on the file with them.

    One that would not leave the document the same is found by halves.
    """

    file: _File
    before: Report
    judged: Callable[[bytes], Report | None]
    tries: int
    reached: Report | None = None

    def fitting(self, chosen: list[Edit], more: list[Edit]) -> list[Edit]:
        """`chosen`, which can be made, and those of `more` that can be made too."""
        if not more or self.tries >= TRIES:
            return chosen
        self.tries += 1
        tried = [*chosen, *more]
        after = self.judged(self.file.with_edits(tried))
        if after is not None and is_kept(self.before, after, tried):
            self.reached = after
            return tried
        if len(more) == 1:
            return chosen
        half = len(more) // 2
        return self.fitting(self.fitting(chosen, more[:half]), more[half:])


def is_kept(before: Report, after: Report, made: Sequence[Edit]) -> bool:
    """Whether only what the edits say has changed of a document, and no error is new."""
    if not after.judged:
        return False
    old, new = before.document, after.document
    return (
        _facts(old) == _facts(new)
        and list(map(_shape, old.blocks)) == list(map(_shape, new.blocks))
        and [_flowing(words) for words in _expected(old, made)]
        == [_flowing(block.text.plain) for block in new.blocks]
        and not _wrong(after) - _wrong(before)
    )


def _facts(document: Document) -> tuple[object, ...]:
    """What no fix touches of what a document says about itself."""
    meta = replace(document.meta, title="", summary="", description="", also_called=())
    return document.kind, document.article_kind, document.locale, meta, len(document.suppressions)


def _shape(block: Block) -> tuple[object, ...]:
    groups = []
    container: Container | None = block.container
    while container is not None:
        groups.append((container.group, container.label))
        container = container.parent
    image = block.image and replace(block.image, alt=None)
    return block.kind, block.level, block.path, block.id, block.anchor, image, tuple(groups)


def _wrong(report: Report) -> Counter[tuple[str, str]]:
    """The errors and the problems, by what they are."""
    return Counter(
        [("rule", each.rule) for each in report.errors]
        + [("problem", each.code) for each in report.problems]
    )


def _flowing(words: str) -> str:
    return " ".join(words.split())


def _expected(document: Document, made: Sequence[Edit]) -> Iterator[str]:
    """The words of each block as they should be with the edits made."""
    by_path: dict[str | None, list[tuple[int, int, str]]] = {}
    for each in made:
        where, written = each.change.where, each.change.replacement
        if _MARKUP.search(written):
            continue
        if document.lines is not None:
            by_path.setdefault("", []).append((each.start, each.end, written))
        elif where.offset is not None:
            end = where.offset + (where.length or 0)
            by_path.setdefault(where.path, []).append((where.offset, end, written))
    for block in document.blocks:
        rewritten = by_path.get("" if document.lines is not None else block.path)
        yield _rewritten(block.text, rewritten) if rewritten else block.text.plain


def _rewritten(text: Text, made: Sequence[tuple[int, int, str]]) -> str:
    """The plain text with those of the edits that replace words of it."""
    if not text.pieces:
        return text.plain
    last = text.pieces[-1]
    first = bisect_left(made, (text.pieces[0].source, -1, ""))
    parts: list[str] = []
    position = 0
    for start, end, written in made[first : bisect_left(made, (last.source + last.width, -1, ""))]:
        index = bisect_right(text.pieces, start, key=lambda piece: piece.source) - 1
        piece = text.pieces[index]
        begin = piece.start + start - piece.source
        if text.exact_range(begin, begin + end - start) == (start, end):
            parts += (text.plain[position:begin], written)
            position = begin + end - start
    return "".join([*parts, text.plain[position:]])
