"""HTML: whole pages, and the rich text inside content files.

Read as a browser shows it: what is hidden is not read, entities are decoded, white space runs
together, and unclosed tags close where they must.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from html import unescape
from html.parser import HTMLParser
from typing import Any

from lint.document import (
    METADATA_KINDS,
    Container,
    Document,
    DocumentKind,
    Group,
    Image,
    Kind,
    Link,
    Markup,
    Meta,
    Person,
    Reference,
    SourceLines,
    Text,
)
from lint.readers.composing import Composer, Origin, TextBuilder, normal_lines
from lint.readers.finishing import finished
from lint.readers.metadata import locale_of

NESTING = 100

_ENTITY = re.compile(r"&(?:#[0-9]{1,20};?|#[xX][0-9a-fA-F]{1,20};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_MASK = "\x00"
"""Stands for "&" while the standard library splits the tags: it gives up on some entities."""

_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_UNREAD = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "applet",
        "video",
        "audio",
        "canvas",
        "svg",
        "head",
        "select",
        "textarea",
        "datalist",
        "noembed",
        "noframes",
    ]
)
_UNSAFE = frozenset(
    [
        "script",
        "style",
        "iframe",
        "object",
        "applet",
        "form",
        "input",
        "button",
        "select",
        "textarea",
        "base",
        "meta",
        "link",
        "frame",
        "frameset",
        "portal",
    ]
)
_DRAWN = frozenset(["svg", "math"])
"""Not unsafe in a whole page; in rich text they hold links and code that no rule sees."""
_BOLD = frozenset(["b", "strong"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "blockquote",
        "caption",
    ]
)
_GROUPS = {
    "ul": Group.LIST,
    "menu": Group.LIST,
    "dl": Group.LIST,
    "ol": Group.ORDERED_LIST,
    "blockquote": Group.QUOTE,
    "figure": Group.FIGURE,
}
_CONTAINERS = _GROUPS.keys() | {"table", "details"}
_CLOSES = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr", "td", "th"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
}
"""An opening tag closes these open ones, looking no further out than those."""

_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_HEADER_CELL = re.compile(r"<th[\s/>]", re.I)
_TABLE_END = re.compile(r"</table", re.I)
_EMPTY_COMMENT = re.compile(r"<!---?>")
_COMMENT_END = re.compile(r"--!?>")
_LOOK_AHEAD = 50_000
_ATTRIBUTE = r"""[\s"'/]{name}\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'>]+))"""
_DIRECTIVE = re.compile(
    r"\s*contentlint\s*:\s*ignore(?P<file>-file)?\b(?P<rules>[^:]*)(?::(?P<reason>.*))?", re.S
)

_NOT_UNDERSTOOD = (
    "This comment to contentlint is not understood, and accepts nothing."
    " Write, as in: contentlint: ignore long-sentence: quoted from the law."
)
_MEANT_AS_DIRECTIVE = re.compile(
    r"\s*contentlint\s*(?::|[\s-](?:ignore|disable|enable|off|skip|allow|suppress|noqa)\b)", re.I
)


def read(source: str, name: str) -> Document:
    """Read a whole page, or a bare fragment: its main part where it names one."""
    source = normal_lines(source)
    lines = SourceLines(source)
    composer = Composer(lines)
    walker = HtmlWalker(composer, whole_page=True)
    walker.feed_part(source, Origin())
    walker.finish()
    blocks, suppressions, problems = composer.blocks, composer.suppressions, composer.problems
    if walker.main is not None:
        first, end, problem_range = walker.main
        kept = [
            index
            for index, block in enumerate(blocks)
            if first <= index < end or block.kind in METADATA_KINDS
        ]
        place = {old: new for new, old in enumerate(kept)}
        blocks = [blocks[index] for index in kept]
        suppressions = tuple(
            replace(each, end=len(kept))
            if each.first < 0
            else replace(each, first=place[each.first], end=place[each.end - 1] + 1)
            for each in suppressions
            if each.first < 0 or (each.first in place and each.end - 1 in place)
        )
        problems = problems[problem_range]
    return finished(
        Document(
            name,
            DocumentKind.ARTICLE,
            replace(walker.meta, title=walker.meta.title or composer.main_heading),
            tuple(blocks),
            locale=walker.locale or "en-US",
            locale_declared=bool(walker.locale),
            suppressions=suppressions,
            lines=lines,
            markup=Markup.HTML,
        ),
        problems,
    )


def fragment(source: str, composer: Composer, origin: Origin | None = None) -> None:
    """Read the rich text of a page into `composer`, with positions where `origin` gives them."""
    walker = HtmlWalker(composer, rich_text=True)
    walker.feed_part(source, origin)
    walker.finish()


@dataclass
class _Element:
    tag: str
    container: Container | None = None
    muted: bool = False
    link: bool = False
    main: bool = False
    told: bool = False
    short_form: int | None = None


class HtmlWalker(HTMLParser):
    """Tells a composer what HTML shows; may be fed in parts that share their open elements.

    A frontend shows `rich_text` in its own way: it may keep words whose tag or attribute hides
    them here. Nobody judges those, so they are a problem that the gate does not let pass.
    """

    def __init__(
        self, composer: Composer, *, whole_page: bool = False, rich_text: bool = False
    ) -> None:
        super().__init__(convert_charrefs=False)
        self.composer = composer
        self.whole_page = whole_page
        self.rich_text = rich_text
        self.meta = Meta()
        self.locale = ""
        self.main: tuple[int, int, slice] | None = None
        self._main_from = (0, 0)
        self._elements: list[_Element] = []
        self._count: Counter[str] = Counter()
        self._title: TextBuilder | None = None
        self._source = ""
        self._origin: Origin | None = None
        self._lines = SourceLines("")
        self._too_deep = False

    def feed_part(self, source: str, origin: Origin | None) -> None:
        self._source = source.replace(_MASK, "\ufffd")
        self._origin = origin
        self._lines = SourceLines(source)
        self.reset()
        # What no ">" follows is no tag; the parser would look for its end again and again.
        self.feed(self._source[: self._source.rfind(">") + 1].replace("&", _MASK))
        self.rawdata += self._source[self._source.rfind(">") + 1 :]
        rest, in_script = self.rawdata, self.cdata_elem is not None
        if rest and not in_script and not rest.startswith("<!--"):
            # A tag that never ends. Better read than passed over.
            at = len(self._source) - len(rest)
            self._words(self._source[at:], at)

    def finish(self) -> None:
        """Close what is still open."""
        while self._elements:
            self._pop()
        self.composer.close_link()
        self.composer.flush()

    @property
    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines.offset(line) + column

    def _where(self, offset: int) -> int | None:
        return None if self._origin is None else self._origin.at(offset)

    def _problem(self, code: str, message: str, *, unjudged: bool = False) -> None:
        self.composer.problem(code, message, self._where(self._at), unjudged=unjudged)

    # What the parser meets

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {
            name: unescape((value or "").replace(_MASK, "&")) for name, value in reversed(attrs)
        }
        self.composer.here = self._where(self._at)
        in_head = bool(self._count["head"])
        if not in_head:
            self._judge_safety(tag, attributes)
        self._close_for(tag)
        self._anchor(tag, attributes)
        if tag in _VOID:
            self._void(tag, attributes)
            return
        element = _Element(tag)
        self._elements.append(element)
        self._count[tag] += 1
        if len(self._elements) > NESTING and not self._too_deep:
            self._too_deep = True
            self._problem(
                "nested-too-deep", f"Tags are nested more than {NESTING} deep; the words were read."
            )
        if tag in _BLOCKS:
            self.composer.flush()
        if tag in _UNREAD or _is_hidden(attributes) or (tag == "nav" and self.whole_page):
            element.muted = True
            self.composer.muted += 1
        self._open(element, attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            self.composer.line_break(self._where(self._at))
        if not self._count[tag]:
            return
        while self._elements:
            if self._pop() == tag:
                break

    def handle_data(self, data: str) -> None:
        at = self._at
        raw = self._source[at : at + len(data)]
        if self._title is not None:
            _decode(raw, at, self._origin, self._title)
        else:
            self._words(raw, at)

    def handle_comment(self, data: str) -> None:
        found = _DIRECTIVE.match(data.replace(_MASK, "&"))
        if found is None:
            if _MEANT_AS_DIRECTIVE.match(data):
                self.composer.problem("unknown-comment", _NOT_UNDERSTOOD, self._where(self._at))
            return
        rules = [name for name in re.split(r"[\s,]+", found["rules"]) if name]
        reason = " ".join((found["reason"] or "").split())
        at = self._where(self._at)
        for name in rules or [""]:
            if found["file"]:
                self.composer.suppress_everywhere(name, reason, self.composer.location(at))
            else:
                self.composer.suppress(name, reason, at)

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Where a comment ends: for browsers sooner than for the standard library."""
        empty = _EMPTY_COMMENT.match(self.rawdata, i)
        end = empty or _COMMENT_END.search(self.rawdata, i + len("<!--"))
        if end is None:
            return -1
        if empty is None:
            self.handle_comment(self.rawdata[i + len("<!--") : end.start()])
        return end.end()

    def parse_html_declaration(self, i: int) -> int:
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    # What it means

    def _words(self, raw: str, at: int) -> None:
        if not self.composer.muted:
            self._decoded(raw, at)
        elif self.rich_text and raw.strip():
            self._unread(next(element for element in self._elements if element.muted))

    def _unread(self, element: _Element) -> None:
        if not element.told:
            element.told = True
            message = f"Words are hidden in a <{element.tag}> tag, so nobody judged them."
            self._problem("hidden-words", message, unjudged=True)

    def _decoded(self, raw: str, at: int) -> None:
        position = 0
        for entity in _ENTITY.finditer(raw):
            words = unescape(entity.group())
            if words == entity.group():
                continue
            self.composer.text(raw[position : entity.start()], at + position, self._origin)
            self.composer.replaced(words, self._where(at + entity.start()), len(entity.group()))
            position = entity.end()
        self.composer.text(raw[position:], at + position, self._origin)

    def _judge_safety(self, tag: str, attributes: dict[str, str]) -> None:
        unsafe = tag in _UNSAFE or (self.rich_text and tag in _DRAWN)
        if unsafe or (tag == "embed" and "embedtype" not in attributes):
            message = f"A <{tag}> tag has no place in content."
            self._problem("unsafe-markup", message, unjudged=self.rich_text)
        for name in attributes:
            if name.startswith("on") or name in ("style", "srcdoc", "formaction"):
                message = f'The attribute "{name}" of <{tag}> has no place in content.'
                runs = name != "style"
                self._problem("unsafe-markup", message, unjudged=self.rich_text and runs)

    def _close_for(self, tag: str) -> None:
        """Close what an opening `tag` ends: a paragraph, the item or cell before."""
        if tag == "body" and self._count["head"]:
            self.handle_endtag("head")
        if tag in _BLOCKS and self._count["p"]:
            self._close_open(frozenset({"p"}), frozenset({"table", "td", "th", "li", "button"}))
        if tag in _CLOSES:
            self._close_open(*_CLOSES[tag])
        if tag == "a" and self._count["a"]:
            self._close_inline("a")

    def _close_open(self, tags: frozenset[str], limits: frozenset[str]) -> None:
        found = None
        for index in range(len(self._elements) - 1, max(-1, len(self._elements) - NESTING * 2), -1):
            if self._elements[index].tag in limits:
                break
            if self._elements[index].tag in tags:
                found = index
        if found is not None:
            while len(self._elements) > found:
                self._pop()

    def _close_inline(self, tag: str) -> None:
        """Close the innermost `tag`, leaving what was opened inside it open."""
        for index in range(len(self._elements) - 1, -1, -1):
            if self._elements[index].tag == tag:
                self._count[tag] -= 1
                self._left(self._elements.pop(index))
                return

    def _pop(self) -> str:
        element = self._elements.pop()
        self._count[element.tag] -= 1
        self._left(element)
        return element.tag

    def _left(self, element: _Element) -> None:
        if element.tag == "title" and self._title is not None:
            self._titled(self._title)
            self._title = None
        if element.link:
            self.composer.close_link()
        if element.short_form is not None:
            self.composer.spelled_out(element.short_form)
        if element.tag == "q":
            self.composer.replaced('"', self._where(self._at), 0)
        if element.tag in _BOLD:
            self.composer.bold -= 1
        if element.tag in _BLOCKS:
            self.composer.flush()
        if element.muted:
            self.composer.muted -= 1
        if element.container is not None:
            self.composer.pop(element.container)
        if element.main and self.main is None:
            self.main = (
                self._main_from[0],
                len(self.composer.blocks),
                slice(self._main_from[1], len(self.composer.problems)),
            )

    def _open(self, element: _Element, attributes: dict[str, str]) -> None:
        composer, tag = self.composer, element.tag
        if len(self._elements) > NESTING and tag in _CONTAINERS:
            return
        if tag in _GROUPS:
            element.container = composer.push(_GROUPS[tag])
        elif tag == "table":
            element.container = composer.push(Group.TABLE, self._table_label())
        elif tag == "details" and "open" not in attributes:
            element.container = composer.push(Group.DETAILS)
        elif tag in _HEADINGS:
            composer.start(Kind.HEADING, _HEADINGS[tag], anchor=attributes.get("id"))
            if element.muted:
                composer.drop()
        elif tag == "li":
            composer.expect(Kind.ITEM, max(composer.depth, 1), attributes.get("id"))
        elif tag in ("td", "th"):
            composer.expect(Kind.CELL)
        elif tag == "dt":
            composer.expect(Kind.TERM)
        elif tag in ("caption", "figcaption"):
            composer.expect(Kind.CAPTION)
        elif tag == "pre" and not composer.muted:
            composer.start(Kind.CODE, keep_space=True)
        elif tag == "a":
            self._link(element, attributes)
        elif tag in ("abbr", "acronym") and attributes.get("title") and not composer.muted:
            element.short_form = composer.length()
        elif tag in _BOLD:
            composer.bold += 1
        elif tag == "q":
            composer.replaced('"', self._where(self._at), 0)
        elif tag == "title" and self._count["head"]:
            self._title = TextBuilder()
        elif tag == "html":
            self.locale = locale_of(attributes.get("lang", ""))
        elif tag == "main" and self.whole_page and self.main is None:
            element.main = True
            self._main_from = (len(composer.blocks), len(composer.problems))

    def _table_label(self) -> str:
        at = self._at
        limit = min(at + _LOOK_AHEAD, len(self._source))
        end = _TABLE_END.search(self._source, at, limit)
        header = _HEADER_CELL.search(self._source, at, end.start() if end else limit)
        return "headers" if header else ""

    def _anchor(self, tag: str, attributes: dict[str, str]) -> None:
        name = attributes.get("id") or (attributes.get("name") if tag == "a" else None)
        if name and not ("linktype" in attributes or "embedtype" in attributes):
            self.composer.anchor(name)

    def _link(self, element: _Element, attributes: dict[str, str]) -> None:
        kind = attributes.get("linktype", "")
        key = attributes.get("ref") or attributes.get("id") or ""
        reference = Reference(kind, key) if kind in ("page", "document") and key else None
        is_anchor = "href" not in attributes and not kind and ({"id", "name"} & attributes.keys())
        if not is_anchor:
            element.link = True
            self.composer.open_link(attributes.get("href"), reference)

    def _void(self, tag: str, attributes: dict[str, str]) -> None:
        composer = self.composer
        if tag == "br":
            raw = self.get_starttag_text() or ""
            composer.line_break(self._where(self._at), max(len(raw), 1))
        elif tag == "hr":
            composer.flush()
        elif tag == "img" and not _is_hidden(attributes):
            composer.image(
                Image(
                    attributes.get("alt"),
                    decorative=_is_decorative(attributes),
                    src=attributes.get("src"),
                ),
                self._attribute("alt"),
            )
        elif tag == "embed":
            self._embed(attributes)
        elif tag == "meta" and self.whole_page:
            self._page_meta(attributes)

    def _embed(self, attributes: dict[str, str]) -> None:
        key = attributes.get("ref") or attributes.get("id") or ""
        if attributes.get("embedtype") == "image":
            reference = Reference("image", key)
            self.composer.image(
                Image(attributes.get("alt"), _is_decorative(attributes), reference=reference),
                self._attribute("alt"),
                (reference,) if key else (),
            )
        elif attributes.get("embedtype") == "media" and not self.composer.muted:
            video = self.composer.push(Group.VIDEO)
            self.composer.block(Kind.CAPTION, "", links=(Link(0, 0, attributes.get("url")),))
            self.composer.pop(video)

    def _attribute(self, name: str) -> Text:
        """The value of an attribute of the tag at hand, with its place."""
        raw_tag = (self.get_starttag_text() or "").replace(_MASK, "&")
        found = re.search(_ATTRIBUTE.format(name=name), raw_tag, re.I)
        builder = TextBuilder()
        if found is not None and found.lastgroup is not None:
            start = self._at + found.start(found.lastgroup)
            _decode(found[found.lastgroup], start, self._origin, builder)
        return builder.build()

    def _titled(self, title: TextBuilder) -> None:
        title.strip_end()
        text = title.build()
        if text.plain and not self.meta.title:
            self.meta = replace(self.meta, title=text.plain)
            self.composer.block(Kind.TITLE, text)

    def _page_meta(self, attributes: dict[str, Any]) -> None:
        content = attributes.get("content", "").strip()
        if not content:
            return
        if attributes.get("name", "").lower() == "description":
            self.meta = replace(self.meta, description=content)
            self.composer.block(Kind.DESCRIPTION, self._attribute("content"))
        elif attributes.get("name", "").lower() == "author":
            person = Person(content, content)
            self.meta = replace(self.meta, authors=(*self.meta.authors, person), declared=True)


def _is_decorative(attributes: dict[str, str]) -> bool:
    """HTML's mark for it is an empty alt; Wagtail's editor writes that when the box is ticked."""
    return attributes.get("alt") == "" or attributes.get("role") in ("presentation", "none")


def _is_hidden(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))


def _decode(raw: str, at: int, origin: Origin | None, builder: TextBuilder) -> None:
    """Add `raw`, which stands at `at`, to `builder` with its entities decoded."""
    position = 0
    for entity in _ENTITY.finditer(raw):
        words = unescape(entity.group())
        if words == entity.group():
            continue
        builder.add_flowing(raw[position : entity.start()], at + position, origin)
        source = None if origin is None else origin.at(at + entity.start())
        builder.add(words, source, len(entity.group()))
        position = entity.end()
    builder.add_flowing(raw[position:], at + position, origin)
