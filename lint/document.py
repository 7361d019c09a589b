"""What a rule sees: a document of blocks, whatever it was read from.

A Markdown file, a content file, a draft in the editor and a live page all become a `Document`.
Text keeps its way back to the source, so a finding can point at the exact words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

from lint.characters import Normalised, normalise

T = TypeVar("T")

Lexicon: TypeAlias = "tuple[tuple[str, tuple[str, ...]], ...]"
"""More health words: the name of a word list of `lint.health`, and phrases for it."""


class Kind(Enum):
    """What a block is to its reader."""

    __hash__ = object.__hash__  # in C: kinds are looked up for every block and sentence

    TITLE = "title"
    SUMMARY = "summary"
    DESCRIPTION = "description"  # shown by search engines, not on the page
    META = "meta"  # other words outside the body: also-called names, social text
    HEADING = "heading"
    CARD_HEADING = "card heading"  # heads a callout or a do/don't list, no part of the outline
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    TERM = "term"  # the named half of "term: explanation", a condition's or a therapy's name
    CELL = "table cell"
    IMAGE = "image"  # text is the alternative text
    CAPTION = "caption"
    LABEL = "label"  # the words of a button
    CODE = "code"
    TRANSCRIPT = "transcript"
    SOURCE = "source"  # one entry of the list of sources


METADATA_KINDS = frozenset({Kind.TITLE, Kind.SUMMARY, Kind.DESCRIPTION, Kind.META})
APART_KINDS = (Kind.TITLE, Kind.DESCRIPTION, Kind.META, Kind.IMAGE)
"""Words that people meet apart from the text: in results, shared links, in place of a picture."""
PROSE_KINDS = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.TRANSCRIPT})


class Group(Enum):
    """What a run of blocks belongs to."""

    __hash__ = object.__hash__

    LIST = "list"
    ORDERED_LIST = "ordered list"
    TABLE = "table"
    KEY_POINTS = "key points"
    CALLOUT = "callout"
    DO = "do"
    DONT = "don't"
    DISCLAIMER = "disclaimer"
    CRISIS = "crisis resources"
    CALL_TO_ACTION = "call to action"
    QUOTE = "quote"
    STORY = "personal story"
    QUESTION = "question and answer"
    FIGURE = "figure"
    VIDEO = "video"
    SOURCES = "sources"
    DETAILS = "details"  # collapsed until the reader opens it
    LIBRARY = "library item"  # words that stand in a library item shown here
    UNKNOWN = "unknown block"


class DocumentKind(Enum):
    ARTICLE = "article"
    HOME = "home"
    SECTION = "section"
    LIBRARY = "library"


class ArticleKind(Enum):
    CLINICAL = "clinical"
    NEWS = "news"
    EVENT = "event"
    STAFF = "staff"
    STORY = "story"


@dataclass(frozen=True)
class Piece:
    """Plain text from `start` (to the next piece) that came from `width` characters at `source`.

    Where the lengths agree it came character by character; where they differ (an entity), as one.
    Offsets count code points.
    """

    start: int
    source: int
    width: int


@dataclass(frozen=True)
class Text:
    """Words as the reader sees them, that remember where in the source they stood.

    `plain` has entities decoded and markup dropped. In a content file or a page `pieces` count in
    the field at the block's path; they are empty where the words are written somewhere else.
    """

    plain: str
    pieces: tuple[Piece, ...] = ()

    @cached_property
    def normalised(self) -> Normalised:
        return normalise(self.plain)

    @property
    def normal(self) -> str:
        """The text as rules match it."""
        return self.plain if self.plain.isascii() else self.normalised.text

    def source_range(self, start: int, end: int) -> tuple[int, int] | None:
        """Source offsets of the plain text from `start` to `end`, or None without a source."""
        if not self.pieces:
            return None
        if len(self.pieces) == 1 and start < end <= len(self.plain):
            (piece,) = self.pieces
            if piece.start == 0 and piece.width == len(self.plain):
                return piece.source + start, piece.source + end
        if end <= start:
            here = self._source(start, last=False)
            return here, here
        return self._source(start, last=False), self._source(end - 1, last=True)

    def exact_range(self, start: int, end: int) -> tuple[int, int] | None:
        """Source offsets of words that came, in one stretch, character by character; else None."""
        index = bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1
        if index < 0 or end <= start:
            return None
        piece = self.pieces[index]
        if end > self._end(index) or self._end(index) - piece.start != piece.width:
            return None
        source = piece.source + start - piece.start
        return source, source + end - start

    def _end(self, index: int) -> int:
        """Where the words of a piece end."""
        following = index + 1
        return self.pieces[following].start if following < len(self.pieces) else len(self.plain)

    def _source(self, offset: int, *, last: bool) -> int:
        index = max(0, bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1)
        piece = self.pieces[index]
        if self._end(index) - piece.start == piece.width:
            return piece.source + min(offset - piece.start + last, piece.width)
        return piece.source + (piece.width if last else 0)


@dataclass(frozen=True)
class Reference:
    """A link to, or a choice of, something in the CMS.

    `kind` is page, document, image or a library kind;
    `key` is what the source wrote: a path, a slug, a name or a database id.
    """

    kind: str
    key: str


@dataclass(frozen=True)
class Link:
    """A link in a block. `start` and `end` are offsets into the block's plain text.

    `href` is as written after entity decoding, None where the attribute is missing;
    `reference` stands instead of it for internal links. `target_id` anchors are hrefs like "#help".
    `at` is where in the source the link is opened, None for an address that is written out.
    """

    start: int
    end: int
    href: str | None = None
    reference: Reference | None = None
    at: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Image:
    """`alt` is None where it was never given, "" where it was given as empty."""

    alt: str | None
    decorative: bool = False
    src: str | None = None
    reference: Reference | None = None


@dataclass(frozen=True, eq=False)
class Container:
    """What a block stands in; `parent` is the next container out. Two lists are never equal.

    `label` is a callout's level, a table's "headers", or the library kind of a chosen item.
    `path` and `id` name the CMS block that it is.
    """

    group: Group
    label: str = ""
    path: str = ""
    id: str | None = None
    parent: Container | None = None


@dataclass(frozen=True, eq=False)
class Block:
    """A run of words that belongs together: a paragraph, a heading, a list item.

    `level` is the level of a heading or the depth of a list item, `path` the place in a content
    file or page (`body[2].value`), `id` the id of the nearest CMS block, `anchor` an HTML id.
    Findings count offsets in `text.plain`; rules match on `words`.
    """

    kind: Kind
    text: Text
    level: int = 0
    path: str = ""
    id: str | None = None
    container: Container | None = None
    links: tuple[Link, ...] = ()
    references: tuple[Reference, ...] = ()
    image: Image | None = None
    anchor: str | None = None
    inferred: bool = False  # a heading that the source does not mark as one
    bold: bool = False  # all of it is set in bold
    spelled_out: tuple[str, ...] = ()  # short forms whose full name the markup gives

    @cached_property
    def words(self) -> str:
        """The text as rules match it; spans count in it."""
        return self.text.normal

    @property
    def whole(self) -> Span:
        return Span(self, 0, len(self.words))

    def span(self, start: int, end: int) -> Span:
        return Span(self, start, end)

    def inside(self, *groups: Group) -> Container | None:
        """The nearest container of one of `groups`, or None."""
        container = self.container
        while container is not None and container.group not in groups:
            container = container.parent
        return container

    def link_span(self, link: Link) -> Span:
        normalised = self.text.normalised
        return Span(self, normalised.to_normal(link.start), normalised.to_normal(link.end))


@dataclass(frozen=True)
class Span:
    """Words of one block: offsets into `block.words`, end exclusive."""

    block: Block
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.block.words[self.start : self.end]

    @property
    def plain_range(self) -> tuple[int, int]:
        """Offsets into the block's plain text, as reports give them."""
        text = self.block.text
        if text.plain.isascii():
            return self.start, max(self.start, self.end)
        normalised = text.normalised
        start = normalised.to_plain(self.start)
        if self.end <= self.start:
            return start, start
        end = normalised.to_plain(self.end - 1) + 1
        limit = normalised.to_plain(self.end)
        return start, max(end, limit) if self.end < len(self.block.words) else max(
            end, len(self.block.text.plain)
        )

    @property
    def quote(self) -> str:
        """The words as written."""
        start, end = self.plain_range
        return self.block.text.plain[start:end]


@dataclass(frozen=True)
class Location:
    """A place, as reports give it: lines and columns from 1, in code points, ends exclusive.

    Files have `line`...; content files and pages have `path`, `block` (its id), and `offset` and
    `length` in the block's plain text. All None: the whole document.
    """

    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    path: str | None = None
    block: str | None = None
    offset: int | None = None
    length: int | None = None


@dataclass(frozen=True)
class Problem:
    """Something wrong with the input itself. Fatal: nothing of the document could be judged.

    `unjudged`: some words of it could not be judged; the gate does not let it pass.
    """

    code: str
    message: str
    where: Location = Location()
    fatal: bool = False
    unjudged: bool = False


@dataclass(frozen=True)
class Suppression:
    """`rule` is accepted, for `reason`, in the blocks from index `first` up to `end`.

    From -1 on it is accepted of the document as a whole too. It stands at `where`.
    """

    rule: str
    reason: str
    first: int
    end: int
    where: Location = Location()


@dataclass(frozen=True)
class Person:
    """Who wrote or reviewed. `credentials` is None where nobody could look them up."""

    key: str
    name: str
    credentials: str | None = None


@dataclass(frozen=True)
class Source:
    citation: str
    url: str = ""
    accessed: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class Meta:
    """What is said about a document. Dates are as written; rules judge them.

    `declared` is False for a bare file without front matter. `reviewed_text` is what
    `lint.reviewed` made of the words at the last review, "" where nobody kept it.
    """

    title: str = ""
    slug: str = ""
    summary: str = ""
    description: str = ""
    authors: tuple[Person, ...] = ()
    reviewers: tuple[Person, ...] = ()
    publisher: str = ""
    last_reviewed: str = ""
    next_review: str = ""
    reviewed_text: str = ""
    sources: tuple[Source, ...] = ()
    about: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    audience: str = ""
    declared: bool = False


@dataclass(frozen=True)
class Section:
    """A heading and what follows it, up to the next heading of any level."""

    heading: Block | None
    blocks: tuple[Block, ...]


class Markup(Enum):
    """How a source writes a link."""

    NONE = "none"
    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True)
class Field:
    """The text of a field of a content file or a page, as that keeps it."""

    source: str
    markup: Markup


class SourceLines:
    """Turns offsets of a source text into lines and columns."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._starts = [0]
        position = source.find("\n")
        while position != -1:
            self._starts.append(position + 1)
            position = source.find("\n", position + 1)

    def line_column(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self._starts, offset) - 1
        return index + 1, offset - self._starts[index] + 1

    def offset(self, line: int) -> int:
        """Where the line (from 1) begins."""
        return self._starts[line - 1]


@dataclass(frozen=True, eq=False)
class Document:
    """One article, page or library item, in reading order: title, summary, metadata, body.

    `locale` is like "en-US"; `locale_declared` says whether the source named it. A file has
    `lines` and `markup`, a content file or a page `fields` by their paths.
    `lexicon` are health words that the project adds; `scoring` says whose reading scores count, of
    `readability.SCORINGS`.
    """

    name: str
    kind: DocumentKind
    meta: Meta
    blocks: tuple[Block, ...]
    article_kind: ArticleKind = ArticleKind.CLINICAL
    locale: str = "en-US"
    locale_declared: bool = False
    problems: tuple[Problem, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    lines: SourceLines | None = None
    markup: Markup = Markup.NONE
    fields: Mapping[str, Field] = field(default_factory=dict, repr=False)
    lexicon: Lexicon = ()
    scoring: str = "contentlint"
    _memo: dict[object, object] = field(default_factory=dict, repr=False)

    whole = None
    """Where a finding about the document as a whole points."""

    @property
    def readable(self) -> bool:
        return not any(problem.fatal for problem in self.problems)

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The blocks that are not metadata."""
        return tuple(block for block in self.blocks if block.kind not in METADATA_KINDS)

    def of(self, *kinds: Kind) -> Iterator[Block]:
        return (block for block in self.blocks if block.kind in kinds)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The body by headings; blocks before the first heading form a section without one."""
        sections: list[Section] = []
        heading: Block | None = None
        blocks: list[Block] = []
        for block in self.body:
            if block.kind is Kind.HEADING:
                if heading is not None or blocks:
                    sections.append(Section(heading, tuple(blocks)))
                heading, blocks = block, []
            else:
                blocks.append(block)
        if heading is not None or blocks:
            sections.append(Section(heading, tuple(blocks)))
        return tuple(sections)

    def derived(self, work: Callable[[Document], T]) -> T:
        """What `work` makes of this document, made once however many rules ask."""
        memo: dict[Any, Any] = self._memo
        if work not in memo:
            memo[work] = work(self)
        made: T = memo[work]
        return made

    def location(self, where: Span | Block | None) -> Location:
        """The place of `where`, as reports give it; None is the whole document."""
        if where is None:
            return Location()
        span = where.whole if isinstance(where, Block) else where
        return self.place(span.block, *span.plain_range)

    def source_of(self, block: Block) -> tuple[str, Markup]:
        """The source that the text of `block` counts in, "" for none, and how it writes links."""
        if self.lines is not None:
            return self.lines.source, self.markup
        kept = self.fields.get(block.path)
        return ("", Markup.NONE) if kept is None else (kept.source, kept.markup)

    def place(self, block: Block, start: int, end: int) -> Location:
        """The place of the plain text of `block` from `start` to `end`."""
        path, block_id = (block.path, block.id) if block.path else (None, None)
        source = None if self.lines is None else block.text.source_range(start, end)
        if source is None or self.lines is None:
            return Location(path=path, block=block_id, offset=start, length=end - start)
        return Location(
            *self.lines.line_column(source[0]),
            *self.lines.line_column(source[1]),
            path=path,
            block=block_id,
            offset=start,
            length=end - start,
        )
