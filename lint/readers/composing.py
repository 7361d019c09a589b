"""Puts blocks together from what a parser meets, in reading order.

Every reader drives a `Composer`; none builds a block by hand. So whitespace, links and positions
behave alike whatever the words were read from.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lint.document import (
    Block,
    Container,
    Field,
    Group,
    Image,
    Kind,
    Link,
    Location,
    Markup,
    Piece,
    Problem,
    Reference,
    SourceLines,
    Suppression,
    Text,
)

SPACE = " \t\n\r\f"
_UNEVEN = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_BARE_URL = re.compile(r"(?<![\w@./-])(?:https?://|www\.)[^\s<>\"']{1,2000}", re.IGNORECASE)
_TRAILING = ".,;:!?)]}'\"\u2019\u201d\u2026"
_LISTS = (Group.LIST, Group.ORDERED_LIST)


@dataclass(frozen=True)
class Origin:
    """Where the characters of an extract stood in its source.

    From `starts[n]` of the extract on, characters came one by one from `sources[n]` of the source.
    """

    starts: tuple[int, ...] = (0,)
    sources: tuple[int, ...] = (0,)

    def at(self, offset: int) -> int:
        index = bisect_right(self.starts, offset) - 1
        return self.sources[index] + offset - self.starts[index]

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretch from `start` to `end` of the extract, cut where the source jumps."""
        first = bisect_right(self.starts, start)
        last = bisect_left(self.starts, end)
        return pairwise([start, *self.starts[first:last], end])

    def within(self, start: int) -> Origin:
        """The origin of what follows `start` of the extract."""
        index = bisect_right(self.starts, start) - 1
        return Origin(
            (0, *(begin - start for begin in self.starts[index + 1 :])),
            (self.at(start), *self.sources[index + 1 :]),
        )


class TextBuilder:
    """Collects words with their way back to the source."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0

    @property
    def ends_in_space(self) -> bool:
        return not self._parts or self._parts[-1][-1] in SPACE

    def add(self, words: str, source: int | None = None, width: int | None = None) -> None:
        """Add `words` that came from `width` (as many by default) characters at `source`."""
        if not words:
            return
        if source is not None:
            width = len(words) if width is None else width
            last = self._pieces[-1] if self._pieces else None
            if (
                last is not None
                and width == len(words)
                and last.source + last.width == source
                and last.start + last.width == self.length
            ):
                self._pieces[-1] = Piece(last.start, last.source, last.width + width)
            else:
                self._pieces.append(Piece(self.length, source, width))
        self._parts.append(words)
        self.length += len(words)

    def add_flowing(self, words: str, start: int = 0, origin: Origin | None = None) -> None:
        """Add `words` from `start` of an extract, each run of white space as one space."""
        if (words.isprintable() and "  " not in words) or _UNEVEN.search(words) is None:
            self._from(words, start, origin)
            return
        position = 0
        if self.ends_in_space:
            position = len(words) - len(words.lstrip(SPACE))
        for gap in _UNEVEN.finditer(words, position):
            begin, end = gap.span()
            self._from(words[position:begin], start + position, origin)
            if not self.ends_in_space:
                if origin is None:
                    self.add(" ")
                else:
                    source = origin.at(start + begin)
                    self.add(" ", source, origin.at(start + end - 1) + 1 - source)
            position = end
        self._from(words[position:], start + position, origin)

    def _from(self, words: str, start: int, origin: Origin | None) -> None:
        if words and words[0] == " " and self.ends_in_space:
            words, start = words[1:], start + 1
        if origin is None:
            self.add(words)
            return
        if len(origin.starts) == 1:
            self.add(words, origin.sources[0] + start - origin.starts[0])
            return
        for begin, end in origin.parts(start, start + len(words)):
            self.add(words[begin - start : end - start], origin.at(begin))

    def since(self, start: int) -> str:
        """The words from `start` on."""
        parts: list[str] = []
        missing = self.length - start
        for part in reversed(self._parts):
            if missing <= 0:
                break
            parts.append(part[-missing:])
            missing -= len(part)
        return "".join(reversed(parts))

    def strip_end(self) -> None:
        """Take white space off the end."""
        end = self.length
        while self._parts and self._parts[-1][-1] in SPACE:
            kept = self._parts[-1].rstrip(SPACE)
            self.length -= len(self._parts[-1]) - len(kept)
            if kept:
                self._parts[-1] = kept
            else:
                self._parts.pop()
        while self._pieces and self._pieces[-1].start >= self.length:
            end = self._pieces.pop().start
        if self._pieces and self.length < end:
            last = self._pieces[-1]
            if last.start + last.width == end:
                self._pieces[-1] = Piece(last.start, last.source, self.length - last.start)

    def build(self) -> Text:
        return Text("".join(self._parts), tuple(self._pieces))


def normal_lines(source: str) -> str:
    """`source` as every reader takes it: no byte order mark, newlines at the ends of lines."""
    source = source.removeprefix("\ufeff").replace("\x00", "\ufffd")
    return source.replace("\r\n", "\n").replace("\r", "\n")


def trimmed(words: str) -> Text:
    """A text that knows its place in `words`, white space at its ends dropped."""
    kept = words.strip()
    return Text(kept, (Piece(0, words.find(kept), len(kept)),) if kept else ())


def plain(words: str) -> Text:
    """A text without positions, white space at its ends dropped."""
    return Text(words.strip())


@dataclass
class _Block:
    """The block under construction."""

    kind: Kind
    level: int = 0
    anchor: str | None = None
    inferred: bool = False
    keep_space: bool = False
    at: int | None = None
    light: bool = False  # some of it is not bold
    text: TextBuilder = field(default_factory=TextBuilder)
    links: list[Link] = field(default_factory=list)
    images: list[Block] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    spelled_out: list[str] = field(default_factory=list)


@dataclass
class _OpenLink:
    start: int
    href: str | None
    reference: Reference | None
    images: int
    at: int | None
    used: bool = False

    def reaching(self, end: int, start: int | None = None) -> Link:
        """The link that is opened here and ends at `end`."""
        return Link(self.start if start is None else start, end, self.href, self.reference, self.at)


class Composer:
    """The blocks and problems of a document in the making.

    `container`, `path`, `id` and `muted` hold for the blocks that follow; `path` and `id` stay
    empty for files with lines. `here` is the source offset of the tag or marker just met, the
    place of what turns out to have no words. While `muted` is above zero words are not read.
    `bold` counts the bold tags that are open.
    `bare_links`: an address written out is a link, as in Markdown.
    """

    def __init__(self, lines: SourceLines | None = None, *, bare_links: bool = False) -> None:
        self.bare_links = bare_links
        self.blocks: list[Block] = []
        self.fields: dict[str, Field] = {}
        self.problems: list[Problem] = []
        self.container: Container | None = None
        self.path = ""
        self.id: str | None = None
        self.muted = 0
        self.bold = 0
        self.lines = lines
        self.here: int | None = None
        self._open: _Block | None = None
        self._link: _OpenLink | None = None
        self._next: _Block | None = None
        self._paragraphs = Kind.PARAGRAPH
        self._anchor: str | None = None
        self._suppressions: list[Suppression] = []
        self._accepted: list[Suppression] = []

    # Places

    def location(self, offset: int | None = None, path: str | None = None) -> Location:
        """The place of a source offset, or of the CMS block at hand."""
        if self.lines is not None and offset is not None:
            line, column = self.lines.line_column(offset)
            return Location(line=line, column=column, end_line=line, end_column=column)
        where = self.path if path is None else path
        return Location(path=where, block=self.id) if where else Location()

    def problem(
        self,
        code: str,
        message: str,
        offset: int | None = None,
        *,
        path: str | None = None,
        unjudged: bool = False,
    ) -> None:
        """Note a problem at a source offset, or at the CMS block at hand."""
        where = self.location(offset, path)
        self.problems.append(Problem(code, message, where, unjudged=unjudged))

    @property
    def main_heading(self) -> str:
        """The words of the first level 1 heading, or ""."""
        return next(
            (
                block.text.plain
                for block in self.blocks
                if block.kind is Kind.HEADING and block.level == 1
            ),
            "",
        )

    # Fields of content files and pages

    def field(self, words: str, *, rich: bool = False) -> Text:
        """Note the field at `path`; its words as a text, white space at its ends dropped."""
        if words:
            markup = Markup.HTML if rich else Markup.NONE
            self.fields[self.path] = Field(words, markup)
        return trimmed(words)

    # Containers

    def push(self, group: Group, label: str = "") -> Container:
        """Enter a container; `self.container` is then the one that holds what follows."""
        self.flush()
        self.container = Container(group, label, self.path, self.id, self.container)
        return self.container

    def pop(self, container: Container) -> None:
        """Leave `container` and whatever was entered since."""
        self.flush()
        self._next = None
        self.container = container.parent

    @property
    def depth(self) -> int:
        """How many lists what follows stands in."""
        depth, container = 0, self.container
        while container is not None:
            depth += container.group in _LISTS
            container = container.parent
        return depth

    # Blocks

    def start(
        self,
        kind: Kind,
        level: int = 0,
        *,
        anchor: str | None = None,
        inferred: bool = False,
        keep_space: bool = False,
    ) -> None:
        """End the block at hand; what follows is a new one."""
        self.flush()
        self._open = _Block(kind, level, anchor, inferred, keep_space, self.here)

    def expect(self, kind: Kind, level: int = 0, anchor: str | None = None) -> None:
        """The next words, unless marked as something else, are a `kind`: a list item, a cell."""
        self.flush()
        self._next = _Block(kind, level, anchor)

    def paragraphs_are(self, kind: Kind) -> None:
        """From here on, what is not marked as something else is a `kind`."""
        self.flush()
        self._paragraphs = kind

    def expected(self) -> tuple[Kind, int, str | None]:
        """Take what was expected; a paragraph when nothing was."""
        block, self._next = self._next, None
        return (
            (self._paragraphs, 0, None)
            if block is None
            else (block.kind, block.level, block.anchor)
        )

    def flush(self) -> None:
        """End the block at hand; one that says and holds nothing is dropped."""
        block, self._open = self._open, None
        if block is not None:
            first = len(self.blocks)
            self._finish(block)
            self._suppressed(first)

    def drop(self) -> None:
        """Forget the block at hand."""
        self._open = None

    def _finish(self, block: _Block) -> None:
        link = self._link
        if link is not None:
            if block.text.length > link.start:
                block.links.append(link.reaching(block.text.length))
                link.used = True
            link.start = link.images = 0
        if block.keep_space:
            text = block.text.build()
        else:
            block.text.strip_end()
            text = _somewhere(block.text.build(), block.at)
        if text.plain.strip() or block.links or block.kind is Kind.HEADING:
            end = len(text.plain)
            links = [
                each if each.end <= end else replace(each, start=min(each.start, end), end=end)
                for each in block.links
            ]
            if self.bare_links and block.kind is not Kind.CODE:
                taken = [*((each.start, each.end) for each in links), *block.code]
                links += _bare_links(text.plain, taken)
                links.sort(key=lambda each: each.start)
            self.blocks.append(
                Block(
                    block.kind,
                    text,
                    level=block.level,
                    path=self.path,
                    id=self.id,
                    container=self.container,
                    links=tuple(links),
                    anchor=block.anchor or self._anchor,
                    inferred=block.inferred,
                    bold=bool(text.plain) and not block.light,
                    spelled_out=tuple(block.spelled_out),
                )
            )
            self._anchor = None
        self.blocks.extend(block.images)

    def suppress(self, rule: str, reason: str, offset: int | None = None) -> None:
        """Findings of `rule` in the block at hand, or else the next, are accepted."""
        self._accepted.append(Suppression(rule, reason, 0, 0, self.location(offset)))

    def suppress_from(self, first: int, rule: str, reason: str, where: Location) -> None:
        """Findings of `rule` are accepted in the blocks from index `first` up to here."""
        self._suppressions.append(Suppression(rule, reason, first, len(self.blocks), where))

    def suppress_everywhere(self, rule: str, reason: str, where: Location) -> None:
        self._suppressions.append(Suppression(rule, reason, -1, 0, where))

    def _suppressed(self, first: int) -> None:
        if self._accepted and len(self.blocks) > first:
            end = len(self.blocks)
            self._suppressions += [replace(each, first=first, end=end) for each in self._accepted]
            self._accepted = []

    @property
    def suppressions(self) -> tuple[Suppression, ...]:
        """All of them; one that no block follows accepts nothing."""
        end = len(self.blocks)
        found = (replace(each, end=end) if each.first < 0 else each for each in self._suppressions)
        return (*found, *(replace(each, first=end, end=end) for each in self._accepted))

    def anchor(self, name: str) -> None:
        """A place that links can point at: the block at hand, or else the next."""
        if self._open is not None and self._open.anchor is None:
            self._open.anchor = name
        else:
            self._anchor = name

    def _append(self, block: Block) -> None:
        self.blocks.append(self.placed(block))

    def placed(self, block: Block) -> Block:
        """`block`, in the container and CMS block at hand."""
        return replace(block, path=self.path, id=self.id, container=self.container)

    def block(self, kind: Kind, words: str | Text, level: int = 0, **facts: object) -> None:
        """A whole block of plain words."""
        self.flush()
        text = plain(words) if isinstance(words, str) else words
        block = replace(Block(kind, text, level=level), **facts)  # type: ignore[arg-type]
        if text.plain.strip() or kind in (Kind.IMAGE, Kind.HEADING) or facts:
            first = len(self.blocks)
            self._append(block)
            self._suppressed(first)

    def _here(self) -> _Block:
        if self._open is None:
            kind, level, anchor = self.expected()
            self._open = _Block(kind, level, anchor, at=self.here)
        return self._open

    # Words

    def text(self, words: str, start: int = 0, origin: Origin | None = None) -> None:
        """Words from `start` of an extract; white space between blocks is no block."""
        if self.muted or (self._open is None and not words.strip(SPACE)):
            return
        block = self._here()
        if not (self.bold or block.light):
            block.light = bool(words.strip(SPACE))
        if block.keep_space:
            for line in re.finditer(r"[^\n]*\n?", words):
                block.text.add(
                    line.group(), None if origin is None else origin.at(start + line.start())
                )
        else:
            block.text.add_flowing(words, start, origin)

    def replaced(self, words: str, source: int | None, width: int) -> None:
        """Words that stand for `width` other characters: an entity."""
        if self.muted or (self._open is None and not words.strip(SPACE)):
            return
        block = self._here()
        if words in SPACE and block.text.ends_in_space and not block.keep_space:
            return
        block.light = block.light or not self.bold
        block.text.add(words, source, width)

    def line_break(self, source: int | None = None, width: int = 1) -> None:
        if not self.muted and self._open is not None and self._open.text.length:
            self._open.text.strip_end()
            self._open.text.add("\n", source, width)

    def length(self) -> int:
        """How many characters of the block at hand there are."""
        return self._here().text.length

    def code_end(self, start: int) -> None:
        """Words since `start` are code: no address in them is a link."""
        block = self._here()
        block.code.append((start, block.text.length))

    def spelled_out(self, start: int) -> None:
        """The words since `start` are a short form, and the markup gives its full name."""
        if self._open is not None:
            self._open.spelled_out.append(self._open.text.since(start).strip())

    # Links and images

    def open_link(self, href: str | None, reference: Reference | None = None) -> None:
        self.close_link()
        if not self.muted:
            block = self._here()
            self._link = _OpenLink(block.text.length, href, reference, len(block.images), self.here)

    def close_link(self) -> None:
        link, self._link = self._link, None
        if link is None:
            return
        block = self._open
        length = 0 if block is None else block.text.length
        if block is not None and length == link.start and len(block.images) > link.images:
            block.images[link.images :] = [
                replace(image, links=(link.reaching(len(image.text.plain), 0),))
                for image in block.images[link.images :]
            ]
        elif length > link.start or not link.used:
            self._here().links.append(link.reaching(length))

    def image(self, image: Image, alt: Text, references: Sequence[Reference] = ()) -> None:
        """An image; it follows the words it stands among."""
        if self.muted:
            return
        alt = _somewhere(alt, self.here)
        block = self.placed(Block(Kind.IMAGE, alt, image=image, references=tuple(references)))
        self._here().images.append(block)


def _somewhere(text: Text, at: int | None) -> Text:
    """`text`, or where it has no words the place where they are missing."""
    return text if text.plain or at is None else Text("", (Piece(0, at, 0),))


def _bare_links(words: str, taken: Sequence[tuple[int, int]]) -> list[Link]:
    """Addresses written out in `words`, outside the `taken` ranges."""
    if "://" not in words and "www." not in words.lower():
        return []
    found = []
    starts = sorted(taken)
    for match in _BARE_URL.finditer(words):
        start = match.start()
        index = bisect_right(starts, (start, len(words))) - 1
        if index >= 0 and start < starts[index][1]:
            continue
        address = match.group()
        while address and address[-1] in _TRAILING:
            if address[-1] == ")" and address.count("(") >= address.count(")"):
                break
            address = address[:-1]
        if "." not in address:
            continue
        href = address if "://" in address else f"https://{address}"
        found.append(Link(start, start + len(address), href))
    return found
