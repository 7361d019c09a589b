"""Markdown: CommonMark with tables, front matter, and HTML where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias, cast

import pyromark

from lint.document import (
    ArticleKind,
    Container,
    Document,
    DocumentKind,
    Group,
    Image,
    Kind,
    Markup,
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
_SOURCE = Origin()
"""Where offsets count in the source itself."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def read(source: str, name: str, library: Library | None = None) -> Document:
    """Read Markdown; positions are those of `source` with its line ends as newlines."""
    source = normal_lines(source)
    lines = SourceLines(source)
    composer = Composer(lines, bare_links=True)
    described = None
    try:
        matter = front_matter.read(source)
    except FrontMatterError as error:
        place = composer.location(error.offset)
        problem = Problem(error.code, str(error), place, fatal=True)
        return Document(name, DocumentKind.ARTICLE, Meta(), (), problems=(problem,), lines=lines)
    if matter is not None:
        reader = MetadataReader(matter.fields, composer, library, in_meta=False)
        described = reader.head()
    _Walk(source, matter.end if matter else 0, composer).run()
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
            markup=Markup.MARKDOWN,
        ),
        composer.problems,
    )


class _Walk:
    """Goes through what the parser meets once, telling the composer."""

    def __init__(self, source: str, begin: int, composer: Composer) -> None:
        self.source = source
        self.begin = begin
        self.composer = composer
        self.open: list[Container | None] = []
        self.html = HtmlWalker(composer)
        self.alt: TextBuilder | None = None
        self.src = ""
        self.images = 0  # that are open: one can stand in another's alternative text
        self.lines: list[tuple[str, int]] | None = None  # of the code or HTML at hand

    def run(self) -> None:
        # A lone surrogate has no UTF-8: a question mark stands for it while the parser works.
        body = self.source[self.begin :].encode("utf-8", "replace").decode("utf-8")
        place = _places(body, self.begin)
        for event, extent in pyromark.events_with_range(
            body, options=pyromark.Options.ENABLE_TABLES
        ):
            start, end = place(extent["start"]), place(extent["end"])
            if isinstance(event, str):
                self._break(event, start)
                continue
            ((name, said),) = cast("dict[str, Any]", event).items()
            if name == "Text":
                self._text(said, start, end)
            elif name in _ON:
                ((tag, facts),) = ((said, None),) if isinstance(said, str) else said.items()
                handle = _ON[name].get(tag)
                if handle is not None:
                    handle(self, start, facts)
            elif name == "Code":
                self._code(said, start, end)
            elif name == "InlineHtml":
                self._markup(said, start)
            elif self.lines is not None:
                self.lines.append((said, start))
        self.html.finish()

    # Blocks

    def on_heading(self, start: int, facts: Mapping[str, Any]) -> None:
        self.composer.here = start
        self.composer.start(Kind.HEADING, int(facts["level"][1]))

    def on_paragraph(self, _start: int, _facts: None) -> None:
        self.composer.flush()

    def on_words_end(self, _start: int, _facts: object) -> None:
        self.composer.close_link()
        self.composer.flush()

    def _enter(self, group: Group, start: int, label: str = "") -> None:
        if len(self.open) == NESTING:
            message = f"Lists or quotes are nested more than {NESTING} deep."
            self.composer.problem("nested-too-deep", message, start, unjudged=True)
        if len(self.open) < NESTING:
            self.open.append(self.composer.push(group, label))
        else:
            self.composer.flush()
            self.open.append(None)

    def on_end(self, _start: int, _facts: object) -> None:
        container = self.open.pop()
        if container is None:
            self.composer.flush()
        else:
            self.composer.pop(container)

    def on_list(self, start: int, first: int | None) -> None:
        self._enter(Group.LIST if first is None else Group.ORDERED_LIST, start)

    def on_quote(self, start: int, _facts: object) -> None:
        self._enter(Group.QUOTE, start)

    def on_table(self, start: int, _facts: object) -> None:
        named = self.source[start:].split("\n", 1)[0].strip("|> \t")
        self._enter(Group.TABLE, start, "headers" if named else "")

    def on_item(self, _start: int, _facts: None) -> None:
        self.composer.expect(Kind.ITEM, self.composer.depth)

    def on_cell(self, start: int, _facts: None) -> None:
        self.composer.here = start
        self.composer.start(Kind.CELL)

    def on_code(self, start: int, _facts: object) -> None:
        self.composer.here = start
        self.composer.start(Kind.CODE, keep_space=True)
        self.lines = []

    def on_code_end(self, _start: int, _facts: object) -> None:
        lines, self.lines = self.lines or [], None
        if lines:
            lines[-1] = (lines[-1][0].removesuffix("\n"), lines[-1][1])
        for words, start in lines:
            self.composer.text(words, start, _SOURCE)
        self.composer.flush()

    def on_html(self, _start: int, _facts: None) -> None:
        self.composer.flush()
        self.lines = []

    def on_html_end(self, _start: int, _facts: None) -> None:
        lines, self.lines = self.lines or [], None
        starts, length = [], 0
        for words, _ in lines:
            starts.append(length)
            length += len(words)
        if lines:
            origin = Origin(tuple(starts), tuple(start for _, start in lines))
            self.html.feed_part("".join(words for words, _ in lines), origin)
        self.composer.flush()

    # Words

    def _text(self, words: str, start: int, end: int) -> None:
        exact = len(words) == end - start
        if self.alt is not None:
            self.alt.add(words, start, end - start)
        elif self.lines is not None:
            self.lines.append((words, start))
        else:
            self.composer.here = start
            if exact:
                self.composer.text(words, start, _SOURCE)
            else:
                self.composer.replaced(words, start, end - start)

    def _break(self, event: str, start: int) -> None:
        if event == "Rule":
            return
        if self.alt is not None:
            self.alt.add(" ", start, 1)
        elif event == "SoftBreak":
            self.composer.text("\n", start, _SOURCE)
        else:
            self.composer.line_break(start)

    def _code(self, words: str, start: int, end: int) -> None:
        """Words between backticks: `start` and `end` take those in."""
        written = self.source[start:end]
        ticks = len(written) - len(written.lstrip("`"))
        inner = written[ticks:-ticks]
        if inner.replace("\n", " ") != words:
            inner, ticks = inner[1:-1], ticks + 1
        exact = inner.replace("\n", " ") == words
        if self.alt is not None:
            self.alt.add(words, start + ticks if exact else start, None if exact else end - start)
            return
        self.composer.here = start
        began = self.composer.length()
        if exact:
            self.composer.text(inner, start + ticks, _SOURCE)
        else:
            self.composer.replaced(words, start, end - start)
        self.composer.code_end(began)

    def _markup(self, words: str, start: int) -> None:
        if self.alt is None:
            self.composer.here = start
            self.html.feed_part(words, Origin((0,), (start,)))

    def on_strong(self, _start: int, _facts: None) -> None:
        self.composer.bold += 1

    def on_strong_end(self, _start: int, _facts: None) -> None:
        self.composer.bold -= 1

    def on_link(self, start: int, facts: Mapping[str, Any]) -> None:
        if self.alt is None:
            self.composer.here = start
            scheme = "mailto:" if facts["link_type"] == "Email" else ""
            self.composer.open_link(scheme + facts["dest_url"])

    def on_link_end(self, _start: int, _facts: None) -> None:
        if self.alt is None:
            self.composer.close_link()

    def on_image(self, start: int, facts: Mapping[str, Any]) -> None:
        self.images += 1
        if self.alt is None:
            self.composer.here = start
            self.alt, self.src = TextBuilder(), facts["dest_url"]

    def on_image_end(self, _start: int, _facts: None) -> None:
        self.images -= 1
        if self.alt is not None and not self.images:
            text, self.alt = self.alt.build(), None
            self.composer.image(Image(text.plain, src=self.src), text)


_Handle: TypeAlias = Callable[[_Walk, int, Any], None]
_ON: Mapping[str, Mapping[str, _Handle]] = {
    "Start": {
        "Heading": _Walk.on_heading,
        "Paragraph": _Walk.on_paragraph,
        "List": _Walk.on_list,
        "Item": _Walk.on_item,
        "BlockQuote": _Walk.on_quote,
        "Table": _Walk.on_table,
        "TableCell": _Walk.on_cell,
        "CodeBlock": _Walk.on_code,
        "HtmlBlock": _Walk.on_html,
        "Strong": _Walk.on_strong,
        "Link": _Walk.on_link,
        "Image": _Walk.on_image,
    },
    "End": {
        "Heading": _Walk.on_words_end,
        "Paragraph": _Walk.on_words_end,
        "List": _Walk.on_end,
        "BlockQuote": _Walk.on_end,
        "Table": _Walk.on_end,
        "TableCell": _Walk.on_words_end,
        "CodeBlock": _Walk.on_code_end,
        "HtmlBlock": _Walk.on_html_end,
        "Strong": _Walk.on_strong_end,
        "Link": _Walk.on_link_end,
        "Image": _Walk.on_image_end,
    },
}
"""What is done where something starts and ends."""


def _places(body: str, begin: int) -> Callable[[int], int]:
    """Turns offsets into `body` as UTF-8 into offsets of characters of the source."""
    if body.isascii():
        return begin.__add__
    ends: list[int] = []  # of characters with more than one byte
    extra: list[int] = [0]
    for found in _BEYOND_ASCII.finditer(body):
        more = len(found[0].encode()) - 1
        ends.append(found.end() + extra[-1] + more)
        extra.append(extra[-1] + more)
    return lambda offset: begin + offset - extra[bisect_right(ends, offset)]
