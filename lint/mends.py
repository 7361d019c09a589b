"""What would mend a fault, and where exactly in the source.

A rule says what to change in the words of readers: a `Mend`. `fix_of` finds it in the source, and
leaves out what cannot be placed exactly: words across a tag, an entity or the end of a line, links
written in a way that is not understood to the letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import TypeAlias

from lint.document import Block, Document, Group, Link, Location, Markup, Span


@dataclass(frozen=True)
class Rewrite:
    """Other words for those at `where`. Whether they fit there a person must say."""

    where: Span
    words: str


@dataclass(frozen=True)
class Relink:
    """A link of `block` leads to `href`, or with None nowhere: its words stay."""

    block: Block
    link: Link
    href: str | None


@dataclass(frozen=True)
class MakeLink:
    """The words at `where` become a link to `href`."""

    where: Span
    href: str


Mend: TypeAlias = Rewrite | Relink | MakeLink


@dataclass(frozen=True)
class Change:
    """What to write for what stands at `where`.

    In a content file or a page `where` counts characters of the text at its path as that is kept:
    rich text with its tags.
    """

    where: Location
    replacement: str


@dataclass(frozen=True)
class Fix:
    """Changes that mend a fault, each by itself. `safe`: they change nothing that readers read."""

    safe: bool
    changes: tuple[Change, ...]


_BEFORE = re.compile(r"(?:^|[\s(\[\"*\u2013\u2014])$")
_AFTER = re.compile(r"[-'/@=&_]|[.:?]\w")
"""What goes on: a longer word, an address."""
_ARTICLE = re.compile(r"(?:^|[^\w'-])(?P<whole>(?P<a>[aA])(?P<n>n?) )$")
_VOWEL = re.compile(r"[aeio]|un(?!i)|up", re.IGNORECASE)

_WORDS = re.compile(r"\w(?:[\w' ,-]*\w)?")
"""Words that mean the same in every format."""

_ADDRESS = re.compile(r"[A-Za-z][\w:/?#@!$',;=&%~.+-]*", re.ASCII)
"""An address that Markdown takes to the letter."""
_ENTITY = re.compile(r"&#?\w+;")

_INLINE_LINK = re.compile(
    r"""[*_`~]{0,6}\]\(\s{0,9}
    (?:<(?P<bracketed>[^<>\n]{0,2000})>|(?P<bare>(?:[^\s<>()\\]|\([^\s<>()\\]{0,200}\)){0,2000}))
    (?:\s{1,9}(?:"[^"]{0,500}"|'[^']{0,500}'|\([^()]{0,500}\)))?\s{0,9}\)""",
    re.VERBOSE,
)
"""What follows the words of a Markdown link."""
_OPENING_TAG = re.compile(
    r"""<a(?=[\s/])(?:[^<>"']|"[^"<>]{0,2000}"|'[^'<>]{0,2000}'){0,500}>""", re.IGNORECASE
)
_HREF = re.compile(
    r"""[\s"'/]href\s{0,9}=\s{0,9}(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""", re.IGNORECASE
)
_CLOSING_TAG = re.compile(r"(?:\s|</(?!a[\s>])[a-z]{1,10}\s{0,9}>){0,9}(?P<tag></a\s{0,9}>)", re.I)

_CODE_MARK = re.compile("`|</?code")
_NO_SPACE = re.compile(r"\S")
_FAR = 5_000
"""No paragraph has more characters."""


def reworded(where: Span, words: str) -> Iterator[Rewrite]:
    """`words` for those at `where`, with a capital where they have one, after the right article.

    Nothing where they are no plain words of the author: a part of others, in capitals, in
    somebody's mouth, in an address.
    """
    block, start, end = where.block, where.start, where.end
    before, after = block.words[max(0, start - 4) : start], block.words[end : end + 2]
    own = block.container is None or not block.inside(Group.QUOTE, Group.STORY)
    whole = _BEFORE.search(before) and not _AFTER.match(after)
    if not (own and whole) or where.words[1:] != where.words[1:].lower():
        return
    if where.words[:1].isupper():
        words = words[:1].upper() + words[1:]
    article = _ARTICLE.search(before)
    if article is not None and article["n"] != ("n" if _VOWEL.match(words) else ""):
        start -= len(article["whole"])
        letter = article["a"]
        words = f"{letter}{'' if article['n'] else 'n'} {words}"
    yield Rewrite(block.span(start, end), words)


def fix_of(document: Document, mends: Iterable[Mend]) -> Fix | None:
    """The changes that `mends`, all of one fault, come to; None where none can be placed."""
    changes: list[Change] = []
    safe = True
    for mend in mends:
        match mend:
            case Rewrite(where, words):
                safe = False
                found = _rewritten(document, where, words)
            case Relink(block, link, None):
                found = _unlinked(document, block, link)
            case Relink(block, link, str(href)):
                found = _readdressed(document, block, link, href)
            case MakeLink(where, href):
                found = _linked(document, where, href)
        if found is not None:
            changes.append(found)
    return Fix(safe, tuple(changes)) if changes else None


def exact(document: Document, block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Where the plain text of `block` from `start` to `end` stands in its source to the letter."""
    found = block.text.exact_range(start, end)
    source, _ = document.source_of(block)
    if found is None or source[slice(*found)] != block.text.plain[start:end]:
        return None
    return found


def change(document: Document, block: Block, start: int, end: int, replacement: str) -> Change:
    """`replacement` for what the source of `block` has from `start` to `end`."""
    if document.lines is None:
        where = Location(path=block.path, block=block.id, offset=start, length=end - start)
    else:
        lines = document.lines
        where = Location(*lines.line_column(start), *lines.line_column(end))
    return Change(where, replacement)


def _rewritten(document: Document, where: Span, words: str) -> Change | None:
    found = exact(document, where.block, *where.plain_range)
    if found is None or not _WORDS.fullmatch(words) or _in_code(document, where.block, found[0]):
        return None
    return change(document, where.block, *found, words)


def _in_code(document: Document, block: Block, at: int) -> bool:
    """Whether the words at `at` of the source of `block` are code among others."""
    marks = document.derived(_code_marks)[block.path if document.lines is None else ""]
    first = bisect_left(marks, max(0, block.text.pieces[0].source - 1), key=_place)
    end = bisect_left(marks, at, key=_place)
    if not end:
        return False
    before = marks[first - 1].backticks if first else 0
    last = marks[end - 1]
    return (last.backticks - before) % 2 == 1 or last.is_open


@dataclass(frozen=True)
class _CodeMark:
    """What may begin or end code: how many backticks there were with it, if a tag is open."""

    place: int
    backticks: int
    is_open: bool


def _place(mark: _CodeMark) -> int:
    return mark.place


def _code_marks(document: Document) -> Mapping[str, Sequence[_CodeMark]]:
    """The marks of the source, or of each field."""
    sources = {path: (kept.source, kept.markup) for path, kept in document.fields.items()}
    if document.lines is not None:
        sources = {"": (document.lines.source, document.markup)}
    return {path: list(_marks(*source)) for path, source in sources.items()}


def _marks(source: str, markup: Markup) -> Iterator[_CodeMark]:
    backticks, is_open = 0, False
    for found in _CODE_MARK.finditer(source):
        if found.group() != "`":
            is_open = found.group() == "<code"
        elif markup is Markup.MARKDOWN:
            backticks += 1
        yield _CodeMark(found.start(), backticks, is_open)


def _linked(document: Document, where: Span, href: str) -> Change | None:
    block = where.block
    source, markup = document.source_of(block)
    found = exact(document, block, *where.plain_range)
    if found is None or not _is_plain(href):
        return None
    words = source[slice(*found)]
    if markup is Markup.MARKDOWN and not _in_html_block(source, found[0]):
        return change(document, block, *found, f"[{words}]({href})")
    if markup is not Markup.NONE:
        return change(document, block, *found, f'<a href="{escape(href)}">{words}</a>')
    return None


def _in_html_block(source: str, at: int) -> bool:
    """Whether Markdown may take the lines around `at` for HTML, in which it makes no links."""
    begin = source.rfind("\n\n", max(0, at - _FAR), at)
    if begin < 0 and at > _FAR:
        return True
    first = _NO_SPACE.search(source, max(0, begin), at)
    return first is not None and first.group() == "<"


def _is_plain(href: str) -> bool:
    return bool(_ADDRESS.fullmatch(href)) and not _ENTITY.search(href)


def _readdressed(document: Document, block: Block, link: Link, href: str) -> Change | None:
    source, markup = document.source_of(block)
    if not _is_plain(href):
        return None
    if link.at is None:
        found = exact(document, block, link.start, link.end)
        words = block.text.plain[link.start : link.end]
        return change(document, block, *found, href) if found and words == link.href else None
    if source.startswith(f"<{link.href}>", link.at) and markup is Markup.MARKDOWN:
        start = link.at + 1
        return change(document, block, start, start + len(link.href or ""), href)
    if source.startswith("[", link.at) and markup is Markup.MARKDOWN:
        after = _after_words(source, block, link)
        group = after and ("bracketed" if after["bracketed"] is not None else "bare")
        written = href
    else:
        after = _opening_tag(source, link)
        after = after and _HREF.search(source, after.start(), after.end())
        group = after and after.lastgroup
        written = escape(href)
    if after is None or group is None or unescape(after[group]) != link.href:
        return None
    return change(document, block, *after.span(group), written)


def _unlinked(document: Document, block: Block, link: Link) -> Change | None:
    source, markup = document.source_of(block)
    if link.at is None or link.end <= link.start:
        return None
    if source.startswith("[", link.at) and markup is Markup.MARKDOWN:
        after = _after_words(source, block, link)
        if after is None:
            return None
        words = source[link.at + 1 : source.index("]", after.start())]
        return change(document, block, link.at, after.end(), words)
    opening = _opening_tag(source, link)
    words_end = block.text.source_range(link.start, link.end)
    closing = words_end and _CLOSING_TAG.match(source, words_end[1])
    if opening is None or not closing:
        return None
    words = source[opening.end() : closing.start("tag")]
    return change(document, block, link.at, closing.end(), words)


def _after_words(source: str, block: Block, link: Link) -> re.Match[str] | None:
    """What follows the words of a Markdown link, where it names the address that the link has."""
    words = block.text.source_range(link.start, link.end)
    after = words and _INLINE_LINK.match(source, words[1])
    if not after:
        return None
    href = after["bare"] if after["bracketed"] is None else after["bracketed"]
    return after if unescape(href) == link.href else None


def _opening_tag(source: str, link: Link) -> re.Match[str] | None:
    return None if link.at is None else _OPENING_TAG.match(source, link.at)
