"""Markdown: CommonMark with tables, front matter, and HTML where it stands."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from lint.document import (
    ArticleKind,
    Container,
    Document,
    DocumentKind,
    Group,
    Image,
    Kind,
    Meta,
    Problem,
    SourceLines,
)
from lint.readers import front_matter
from lint.readers.composing import Composer, Origin, TextBuilder, normal_lines
from lint.readers.finishing import finished
from lint.readers.front_matter import FrontMatterError
from lint.readers.html import HtmlWalker
from lint.readers.metadata import DEFAULT_LOCALE, Library, MetadataReader

NESTING = 100
LARGEST = 2_000_000
"""Characters. The parser takes seconds for a million."""
MOST_BRACKETS = 5_000
"""In one block; each is a link that may begin, and the parser looks for its end."""


class _State(StateInline):
    """Notes with each token where it began in the text being parsed."""

    _began = 0

    def append_pending(self, text: str) -> None:
        if not self.pending:
            self._began = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - overrides
        token = super().pushPending()
        token.meta["at"] = self._began
        return token

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:
        before = self.tokens[-1] if self.tokens else None
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        if ttype == "text" and before is not None and before.meta.get("pushed") == self.pos:
            # A run of emphasis markers is pushed one by one from the same position.
            token.meta["at"] = before.meta["at"] + 1
        token.meta["pushed"] = self.pos
        return token


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return parser


def read(source: str, name: str, library: Library | None = None) -> Document:
    """Read Markdown; positions are those of `source` with its line ends as newlines."""
    source = normal_lines(source)
    lines = SourceLines(source)
    if len(source) > LARGEST:
        message = f"The file is longer than {LARGEST:,} characters, the limit for Markdown."
        problem = Problem("too-large", message, fatal=True)
        return Document(name, DocumentKind.ARTICLE, Meta(), (), problems=(problem,), lines=lines)
    composer = Composer(lines, bare_links=True)
    described = None
    body = source
    try:
        matter = front_matter.read(source)
    except FrontMatterError as error:
        place = composer.location(error.offset)
        problem = Problem(error.code, str(error), place, fatal=True)
        return Document(name, DocumentKind.ARTICLE, Meta(), (), problems=(problem,), lines=lines)
    if matter is not None:
        reader = MetadataReader(matter.fields, composer, library, in_meta=False)
        described = reader.head()
        body = "\n" * source.count("\n", 0, matter.end) + source[matter.end :]
    _Walk(source, body, lines, composer).run()
    if matter is not None:
        reader.sources()
    blocks = tuple(composer.blocks)
    meta = described.meta if described else Meta()
    return finished(
        Document(
            name,
            described.kind if described else DocumentKind.ARTICLE,
            meta if meta.title else replace(meta, title=composer.main_heading),
            blocks,
            article_kind=described.article_kind if described else ArticleKind.CLINICAL,
            locale=described.locale if described else DEFAULT_LOCALE,
            locale_declared=described.locale_declared if described else False,
            suppressions=tuple(composer.suppressions),
            lines=lines,
        ),
        composer.problems,
    )


class _Walk:
    """Goes through the tokens once, telling the composer what it meets."""

    def __init__(self, source: str, body: str, lines: SourceLines, composer: Composer) -> None:
        self.body = body
        self.source_lines = source.split("\n")
        self.lines = lines
        self.composer = composer
        self.env: dict[str, Any] = {}
        self.open: list[Container] = []
        self.html = HtmlWalker(composer)
        self.too_deep = False
        self.cell = False
        self.cells_at = (0, 0)  # line and column reached in a table row

    def run(self) -> None:
        for token in _parser().parse(self.body, self.env):
            if token.level >= NESTING - 1 and not self.too_deep:
                self.too_deep = True
                self.composer.problem(
                    "nested-too-deep",
                    f"Lists or quotes are nested more than {NESTING} deep; deeper words were lost.",
                    self.lines.offset(_first_line(token) + 1),
                    unjudged=True,
                )
            handle = getattr(self, f"on_{token.type}", None)
            if handle is not None:
                handle(token)
        self.html.finish()

    # Blocks

    def on_heading_open(self, token: Token) -> None:
        self.composer.here = self.lines.offset(_first_line(token) + 1)
        self.composer.start(Kind.HEADING, int(token.tag[1]))

    def on_paragraph_open(self, token: Token) -> None:
        self.composer.flush()

    def on_heading_close(self, token: Token) -> None:
        self.composer.flush()

    on_paragraph_close = on_heading_close

    def _enter(self, group: Group, label: str = "") -> None:
        self.open.append(self.composer.push(group, label))

    def _leave(self, token: Token) -> None:
        self.composer.pop(self.open.pop())

    def on_bullet_list_open(self, token: Token) -> None:
        self._enter(Group.LIST)

    def on_ordered_list_open(self, token: Token) -> None:
        self._enter(Group.ORDERED_LIST)

    def on_blockquote_open(self, token: Token) -> None:
        self._enter(Group.QUOTE)

    def on_table_open(self, token: Token) -> None:
        self._enter(Group.TABLE, "headers")

    on_bullet_list_close = on_ordered_list_close = _leave
    on_blockquote_close = on_table_close = _leave

    def on_list_item_open(self, token: Token) -> None:
        self.composer.expect(Kind.ITEM, self.composer.depth)

    def on_th_open(self, token: Token) -> None:
        self.cell = True
        self.composer.start(Kind.CELL)

    def on_th_close(self, token: Token) -> None:
        self.cell = False
        self.composer.flush()

    on_td_open, on_td_close = on_th_open, on_th_close

    def on_fence(self, token: Token) -> None:
        self._code(token, skip=1)

    def on_code_block(self, token: Token) -> None:
        self._code(token, skip=0)

    def _code(self, token: Token, skip: int) -> None:
        content = token.content.removesuffix("\n")
        origin = self._origin(content, _first_line(token) + skip)
        self.composer.start(Kind.CODE, keep_space=True)
        offset = 0
        for line in content.split("\n"):
            indent = len(line) - len(line.lstrip())
            # The parser turns tabs into spaces: an indent has no place of its own.
            self.composer.text("\n" * bool(offset) + line[:indent])
            self.composer.text(line[indent:], offset + indent, origin)
            offset += len(line) + 1
        self.composer.flush()

    def on_html_block(self, token: Token) -> None:
        self.composer.flush()
        first = _first_line(token)
        self.html.feed_part(token.content, self._origin(token.content, first))
        self.composer.flush()

    # Words

    def on_inline(self, token: Token) -> None:
        if self.cell:
            origin = self._cell_origin(token.content, _first_line(token))
        else:
            first = _first_line(token)
            while first + 1 < len(self.source_lines) and self._dropped(first, token.content):
                first += 1
            origin = self._origin(token.content, first)
        if token.content.count("[") > MOST_BRACKETS:
            message = (
                f"A block holds more than {MOST_BRACKETS:,} brackets; its links were not read."
            )
            self.composer.problem("too-large", message, origin.at(0), unjudged=True)
            self.composer.text(token.content, 0, origin)
            return
        _Inline(self.composer, token.content, origin, self.env, self.html).run()

    def _dropped(self, number: int, content: str) -> bool:
        """Whether the line is white space that the parser took from the start of a paragraph."""
        line = self.source_lines[number]
        return not line.strip() and not content.startswith(line.strip(" \t") or "\0")

    def _origin(self, content: str, first: int) -> Origin:
        """Where the lines of `content`, which the parser took from line `first` on, stood."""
        starts, sources = [], []
        offset = 0
        for number, line in enumerate(content.split("\n"), first):
            starts.append(offset)
            whole = self.source_lines[number] if number < len(self.source_lines) else ""
            sources.append(
                self.lines.offset(min(number + 1, len(self.source_lines))) + _column(whole, line)
            )
            offset += len(line) + 1
        return Origin(tuple(starts), tuple(sources))

    def _cell_origin(self, content: str, number: int) -> Origin:
        """Where a table cell stood; a bar in it was written with a backslash."""
        line = self.source_lines[number]
        column = self.cells_at[1] if self.cells_at[0] == number else 0
        begin = self.lines.offset(number + 1)
        column = line.find(content[:1], column) if content else column
        starts, sources = [0], [begin + max(column, 0)]
        position = max(column, 0)
        for index, character in enumerate(content):
            if character == "|" and line[position : position + 2] == "\\|":
                position += 1
                starts.append(index)
                sources.append(begin + position)
            position += 1
        bar = line.find("|", position)
        self.cells_at = (number, len(line) if bar < 0 else bar + 1)
        return Origin(tuple(starts), tuple(sources))


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _column(whole: str, line: str) -> int:
    """Where `line`, which the parser took from `whole`, begins in it."""
    words = line.strip(" \t")
    indent = len(line) - len(line.lstrip(" \t"))
    if not words:
        return max(len(whole) - len(line), 0)
    tail = whole.rstrip(" \t")
    if tail.endswith(words):
        return max(len(tail) - len(words) - indent, 0)
    return max(whole.find(words), 0) - indent


class _Inline:
    """The words of one block: what the inline parser makes of `content`, with positions."""

    def __init__(
        self,
        composer: Composer,
        content: str,
        origin: Origin,
        env: dict[str, Any],
        html: HtmlWalker,
    ) -> None:
        self.composer = composer
        self.content = content
        self.origin = origin
        self.env = env
        self.html = html

    def run(self) -> None:
        for token in _tokens(self.content, self.env):
            at = token.meta["at"]
            self.composer.here = self.origin.at(at)
            match token.type:
                case "text":
                    self.composer.text(token.content, at, self.origin)
                case "text_special":
                    self._special(token, at)
                case "softbreak":
                    self.composer.text("\n", at, self.origin)
                case "hardbreak":
                    self.composer.line_break(self.origin.at(at))
                case "code_inline":
                    self._code(token, at)
                case "link_open":
                    self.composer.open_link(str(token.attrs.get("href", "")))
                case "link_close":
                    self.composer.close_link()
                case "image":
                    self._image(token, at)
                case "html_inline":
                    self.html.feed_part(token.content, self.origin.within(at))
        self.composer.close_link()

    def _special(self, token: Token, at: int) -> None:
        if token.info == "escape" and len(token.content) == 1:
            self.composer.text(token.content, at + 1, self.origin)
        else:
            self.composer.replaced(token.content, self.origin.at(at), len(token.markup))

    def _code(self, token: Token, at: int) -> None:
        at += len(token.markup)
        if self.content[at : at + len(token.content)].replace("\n", " ") != token.content:
            at += 1
        begin = self.composer.code_start()
        self.composer.text(self.content[at : at + len(token.content)], at, self.origin)
        self.composer.code_end(begin)

    def _image(self, token: Token, at: int) -> None:
        alt = TextBuilder()
        inner = self.origin.within(at + 2)
        for child in _tokens(token.content, self.env):
            if child.type == "text_special":
                alt.add(child.content, inner.at(child.meta["at"]), len(child.markup))
            elif child.type in ("text", "code_inline"):
                alt.add(child.content, inner.at(child.meta["at"] + len(child.markup)))
            elif child.type in ("softbreak", "hardbreak"):
                alt.add(" ", inner.at(child.meta["at"]))
        self.composer.image(Image(token.content, src=str(token.attrs.get("src", ""))), alt.build())


def _tokens(content: str, env: dict[str, Any]) -> list[Token]:
    tokens: list[Token] = []
    parser = _parser()
    state = _State(content, parser, env, tokens)
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    return tokens
