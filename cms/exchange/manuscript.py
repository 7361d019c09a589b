"""An article as its author sends it: plain text, Markdown, HTML or Word, cut into plain parts.

Formatting that means something (links, bold, italic) is kept as the HTML that rich text allows.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

import mammoth
import nh3
from bs4 import BeautifulSoup, NavigableString, Tag
from markdown_it import MarkdownIt

from cms.quality.reading import Block, Document, Group, Kind, body_of_markdown, read_file

FORMATS = (".txt", ".md", ".markdown", ".html", ".htm", ".docx")
INLINE = frozenset({"a", "b", "i", "br", "sup", "sub"})
STRUCTURE = frozenset(
    {
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "blockquote", "hr"),
        *("ul", "ol", "li", "dl", "dt", "dd"),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
        *("img", "figure", "figcaption", "div", "section", "article", "main"),
    }
)
SAME_AS = {"strong": "b", "em": "i"}
HEADING_WORDS = 12
MOST_UNPACKED = 20 * 1024 * 1024
"""Bytes by which a Word file may grow when it is unpacked; pictures in it hardly do."""
BLOCK_END = re.compile(r"</(?:p|li|tr|t[dh])>|<br")
HEADINGS = {f"h{level}": level for level in range(1, 7)}


class UnreadableError(ValueError):
    """The file cannot be read; the message says why, and where."""


@dataclass(frozen=True)
class Heading:
    text: str
    level: int


@dataclass(frozen=True)
class Prose:
    """A paragraph: the HTML inside it."""

    html: str


@dataclass(frozen=True)
class Items:
    """A list: the HTML of each item."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Quote:
    """A quotation: its paragraphs as HTML."""

    html: str


@dataclass(frozen=True)
class Grid:
    """A table: rows of cells as plain text; the first row is the header if `headed`."""

    rows: tuple[tuple[str, ...], ...]
    headed: bool
    caption: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture, which the manuscript only points at."""

    alt: str
    src: str


Part: TypeAlias = Heading | Prose | Items | Quote | Grid | Picture


@dataclass
class Manuscript:
    """The parts in order, the document as the linter reads it, and what was unsure."""

    title: str
    parts: list[Part]
    document: Document
    doubts: list[str] = field(default_factory=list)


def read(path: Path) -> Manuscript:
    """Read a manuscript; raises UnreadableError."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise UnreadableError(f"{path}: only {', '.join(FORMATS)} can be imported.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror}") from None
    doubts: list[str] = []
    name = path.name
    if suffix == ".docx":
        data, doubts = _html_of_word(data, path)
        name = f"{path.stem}.html"
    document = read_file(name, data)
    fatal = next((problem for problem in document.problems if problem.fatal), None)
    if fatal is not None:
        line = f" (line {fatal.where.line})" if fatal.where.line else ""
        raise UnreadableError(f"{path}{line}: {fatal.message}")
    doubts += [problem.message for problem in document.problems]
    if suffix == ".txt":
        parts = list(_parts_of_text(document))
    else:
        text = data.decode("utf-8-sig", "replace")
        if suffix in (".md", ".markdown"):
            text = MarkdownIt("commonmark").enable("table").render(body_of_markdown(text))
        parts = list(_parts_of_html(_clean(text)))
    if not parts:
        raise UnreadableError(f"{path}: there are no words in it.")
    title = _title(document.meta.title, parts)
    if not title:
        title = path.stem.replace("-", " ").replace("_", " ").strip().capitalize()
        doubts.append(f"The manuscript has no title: the file's name became “{title}”.")
    return Manuscript(title, parts, document, doubts)


def words_of(html: str) -> str:
    """The words of a piece of HTML, on one line."""
    apart = BLOCK_END.sub(r" \g<0>", html)
    return " ".join(BeautifulSoup(apart, "html.parser").get_text().split())


def _title(given: str, parts: list[Part]) -> str:
    """The title: given, or the first part if that is a heading of the first level."""
    first = parts[0]
    if isinstance(first, Heading) and first.level == 1 and given in ("", first.text):
        parts.pop(0)
        return first.text
    return given


# --- Plain text -----------------------------------------------------------------------------------


def _parts_of_text(document: Document) -> Iterator[Part]:
    for container, blocks in groupby(document.body, key=lambda block: block.container):
        if container is not None and container.group in (Group.LIST, Group.ORDERED_LIST):
            items = tuple(_html_of_block(block) for block in blocks)
            yield Items(items, ordered=container.group is Group.ORDERED_LIST)
            continue
        for block in blocks:
            if block.kind is Kind.HEADING:
                yield Heading(block.text.plain.strip(), block.level)
            else:
                yield Prose(_html_of_block(block))


def _html_of_block(block: Block) -> str:
    """The words of a block, its links kept."""
    text, html, done = block.text.plain, "", 0
    for link in block.links:
        html += escape(text[done : link.start], quote=False)
        words = escape(text[link.start : link.end], quote=False)
        html += f'<a href="{escape(link.href)}">{words}</a>' if link.href else words
        done = link.end
    return " ".join((html + escape(text[done:], quote=False)).split())


# --- HTML, and what becomes HTML ------------------------------------------------------------------


def _html_of_word(data: bytes, path: Path) -> tuple[bytes, list[str]]:
    """A Word file as HTML, and what could not be taken over."""
    pictures = 0

    def leave_out(image: object) -> dict[str, str]:
        nonlocal pictures
        pictures += 1
        return {"src": f"picture-{pictures}"}

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
        if unpacked - len(data) > MOST_UNPACKED:
            raise ValueError(f"unpacked it has {unpacked} bytes")
        result = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(leave_out)
        )
    except Exception as error:  # mammoth raises what zipfile and its XML parser raise
        raise UnreadableError(f"{path}: this is no Word file that can be read ({error}).") from None
    return result.value.encode(), sorted({message.message for message in result.messages})


def _clean(html: str) -> Tag:
    """Only tags that mean something here, with links a browser may follow."""
    cleaned = nh3.clean(
        html,
        tags=set(INLINE | STRUCTURE | SAME_AS.keys()),
        attributes={"a": {"href"}, "img": {"alt", "src"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        clean_content_tags={"script", "style", "head", "template", "noscript"},
    )
    soup = BeautifulSoup(cleaned, "html.parser")
    for element in soup.find_all(list(SAME_AS)):
        element.name = SAME_AS[element.name]
    return soup.find("main") or soup.find("article") or soup


def _parts_of_html(root: Tag) -> Iterator[Part]:
    """The parts below `root`, in order; words that stand outside of a paragraph become one."""
    loose: list[str] = []

    def paragraph() -> Iterator[Part]:
        html = " ".join("".join(loose).split())
        loose.clear()
        if words_of(html):
            yield _prose(html)

    for node in root.children:
        name = node.name if isinstance(node, Tag) else None
        if name is None:
            loose.append(escape(str(node), quote=False) if type(node) is NavigableString else "")
            continue
        if name in INLINE and not node.find("img"):
            loose.append(str(node))
            continue
        yield from paragraph()
        yield from _parts_of_element(node)
    yield from paragraph()


def _parts_of_element(element: Tag) -> Iterator[Part]:
    name = element.name
    if name in HEADINGS:
        if words_of(str(element)):
            yield Heading(words_of(str(element)), HEADINGS[name])
    elif name in ("ul", "ol"):
        items = tuple(_inner(item) for item in element.find_all("li", recursive=False))
        yield Items(tuple(item for item in items if words_of(item)), ordered=name == "ol")
    elif name == "dl":
        yield Items(tuple(_definitions(element)))
    elif name == "blockquote":
        yield Quote("".join(f"<p>{_inline(part)}</p>" for part in _paragraphs(element)))
    elif name == "table":
        yield _grid(element)
    elif name == "img":
        yield Picture(element.get("alt", ""), element.get("src", ""))
    elif name == "pre":
        yield Prose(escape(element.get_text().strip(), quote=False))
    elif name == "p":
        pictures = element.find_all("img")
        html = _inner(element)
        if words_of(html):
            yield _prose(html)
        for picture in pictures:
            yield Picture(picture.get("alt", ""), picture.get("src", ""))
    else:
        yield from _parts_of_html(element)


def _prose(html: str) -> Part:
    """A paragraph, or the heading that a short line all in bold stands for."""
    bold = re.fullmatch(r"<b>((?:(?!</?b>).)+)</b>", html)
    words = words_of(html)
    if bold and len(words.split()) <= HEADING_WORDS and words[-1] not in ".,;:!":
        return Heading(words, 2)
    return Prose(html)


def _inner(element: Tag) -> str:
    """The HTML in an element, with nothing but inline tags and lists in it."""
    html = nh3.clean(
        element.decode_contents(),
        tags=set(INLINE | {"ul", "ol", "li"}),
        attributes={"a": {"href"}},
        link_rel=None,
    )
    return " ".join(html.split())


def _inline(element: Tag) -> str:
    html = nh3.clean(str(element), tags=set(INLINE), attributes={"a": {"href"}}, link_rel=None)
    return " ".join(html.split())


def _paragraphs(element: Tag) -> list[Tag]:
    return element.find_all(["p", "li"]) or [element]


def _definitions(element: Tag) -> Iterator[str]:
    """Each term of a definition list with its explanation, as "term: explanation"."""
    term = ""
    for child in element.find_all(["dt", "dd"]):
        if child.name == "dt":
            term = _inline(child).rstrip(":")
        else:
            yield f"{term}: {_inline(child)}" if term else _inline(child)


def _grid(table: Tag) -> Grid:
    rows = [row.find_all(["th", "td"]) for row in table.find_all("tr")]
    rows = [row for row in rows if row]
    caption = table.find("caption")
    return Grid(
        tuple(tuple(words_of(str(cell)) for cell in row) for row in rows),
        headed=bool(rows) and all(cell.name == "th" for cell in rows[0]),
        caption=words_of(str(caption)) if caption else "",
    )
