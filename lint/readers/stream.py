"""Content files, and the same data as it stands in a page: an article's fields and its blocks.

Every block type of the content model has a reader here; see "Block types and shapes" in the
design. What a block shows from the library is read at its place. A block type that is not known
is a named problem, and its words are still read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar

from lint.document import (
    ArticleKind,
    Document,
    DocumentKind,
    Group,
    Image,
    Kind,
    Link,
    Meta,
    Problem,
    Reference,
    Text,
)
from lint.readers import html, json_source
from lint.readers.composing import Composer, Origin, plain
from lint.readers.finishing import finished
from lint.readers.json_source import JsonError
from lint.readers.metadata import (
    DEFAULT_LOCALE,
    LIBRARY_KINDS,
    Library,
    MetadataReader,
    locale_of,
    named,
    suggestion,
    suppressed,
)

NESTING = 100
_OPTIONAL = frozenset(
    [
        "condition",
        "therapy",
        "medicine_class",
        "disclaimer",
        "call_to_action",
        "page",
        "hero_image",
        "social_image",
    ]
)
"""Choices that may be left open: null is how Wagtail stores them then."""

_TARGETS = ("page", "url", "phone")

_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_NO_WORDS = re.compile(r"[0-9a-fA-F-]{16,}|https?://\S+|[\W\d_]*")
_TAG = re.compile(r"<[a-zA-Z/!]")


def read(data: Mapping[str, Any] | str, name: str, library: Library | None = None) -> Document:
    """Read a content file (JSON text), or the same data of a page that is at hand."""
    problems: list[Problem] = []
    value: Any = data
    if isinstance(data, str):
        try:
            value, problems = json_source.load(data.removeprefix("\ufeff"))
        except JsonError as error:
            return _unreadable(name, error.problem)
    if not isinstance(value, Mapping):
        message = f"An article is an object; found {named(value)}."
        return _unreadable(name, Problem("malformed-article", message, fatal=True))
    composer = Composer()
    composer.problems += problems
    try:
        fields = _Cleaner(composer).clean(value)
    except JsonError as error:
        return _unreadable(name, error.problem)
    if fields.get("kind") in LIBRARY_KINDS:
        return _library_document(fields, name, composer)
    return _page(fields, name, composer, library)


def _unreadable(name: str, problem: Problem) -> Document:
    return Document(name, DocumentKind.ARTICLE, Meta(), (), problems=(problem,))


def _page(
    fields: Mapping[str, Any], name: str, composer: Composer, library: Library | None
) -> Document:
    described_by = fields.get("meta", {})
    if not isinstance(described_by, Mapping):
        if described_by is not None:
            composer.problem(
                "malformed-article",
                f'"meta" is an object; found {named(described_by)}.',
                path="meta",
            )
        described_by = {}
    known = {**described_by, **{key: fields[key] for key in fields if key not in ("meta", "body")}}
    reader = MetadataReader(_without_nulls(known), composer, library)
    described = reader.head()
    for key in ("title", "slug"):
        if key not in fields:
            composer.problem("malformed-article", f'The {key} is missing: "{key}".', path=key)
    stream = _Stream(composer, library, described.locale, reader)
    if "body" in fields:
        stream.body(fields["body"])
    elif described.kind is DocumentKind.ARTICLE:
        composer.problem("malformed-article", 'The article has no "body".', path="body")
    stream.finish()
    return finished(
        Document(
            name,
            described.kind,
            described.meta,
            tuple(composer.blocks),
            article_kind=described.article_kind,
            locale=described.locale,
            locale_declared=described.locale_declared,
            suppressions=composer.suppressions,
            fields=composer.fields,
        ),
        composer.problems,
    )


def _library_document(fields: Mapping[str, Any], name: str, composer: Composer) -> Document:
    kind = str(fields["kind"])
    locale = locale_of(str(fields.get("locale") or ""))
    ItemReader(composer).read(kind, fields, "")
    for rule, reason, where in suppressed(fields.get("suppress"), composer, "suppress"):
        composer.suppress_everywhere(rule, reason, where)
    title = fields.get("name") or fields.get("label") or ""
    return finished(
        Document(
            name,
            DocumentKind.LIBRARY,
            Meta(title=str(title), slug=str(fields.get("slug") or ""), declared=True),
            tuple(composer.blocks),
            article_kind=ArticleKind.CLINICAL,
            locale=locale or DEFAULT_LOCALE,
            locale_declared=bool(locale),
            suppressions=composer.suppressions,
            fields=composer.fields,
        ),
        composer.problems,
    )


def _without_nulls(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: [item for item in value if item is not None] if isinstance(value, list) else value
        for key, value in fields.items()
        if value is not None
    }


class _Cleaner:
    """Copies data, noting nulls, and characters that no text can hold."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer

    def clean(self, value: Mapping[str, Any]) -> dict[str, Any]:
        return {str(key): self._value(item, str(key), 2) for key, item in value.items()}

    def _value(self, value: Any, path: str, depth: int) -> Any:
        if depth > NESTING:
            message = f"The article is nested more than {NESTING} levels deep."
            raise JsonError("nested-too-deep", message, self.composer.location(path=path))
        if isinstance(value, str):
            return self._words(value, path)
        if value is None:
            if re.split(r"[.\[]", path)[-1] not in _OPTIONAL:
                self.composer.problem(
                    "null-value", f"Nothing is filled in: {path} is null.", path=path
                )
            return None
        if isinstance(value, Mapping):
            # A block of sources stores nothing.
            stored = value.keys() - ({"value"} if value.get("type") == "sources" else set())
            return {
                _BAD.sub("\ufffd", str(key)): self._value(value[key], f"{path}.{key}", depth + 1)
                for key in value
                if key in stored
            }
        if isinstance(value, (list, tuple)):
            return [
                self._value(item, f"{path}[{index}]", depth + 1) for index, item in enumerate(value)
            ]
        return value if isinstance(value, (bool, int, float)) else str(value)

    def _words(self, value: str, path: str) -> str:
        found = _BAD.findall(value)
        if not found:
            return value
        shown = ", ".join(f"U+{ord(character):04X}" for character in sorted(set(found)))
        self.composer.problem(
            "bad-encoding",
            f"The text holds characters that are no text ({shown}); each is read as \ufffd.",
            path=path,
        )
        return _BAD.sub("\ufffd", value)


class ItemReader:
    """The words of a library item, as blocks: where it is shown, or in a document of its own.

    `references` go on its first block; `inherit` is the path of the block that shows it.
    """

    def __init__(
        self, composer: Composer, references: tuple[Reference, ...] = (), inherit: bool = False
    ) -> None:
        self.composer = composer
        self.references = references
        self.inherit = inherit

    def read(self, kind: str, fields: Mapping[str, Any], path: str, *, named: bool = True) -> None:
        """Read what `fields` say; without its name where the block gives another."""
        own = self.composer.path
        container = None
        if kind == "disclaimer" and not self.inherit:
            container = self.composer.push(Group.DISCLAIMER, str(fields.get("purpose") or ""))
        elif kind == "crisis_resource" and not self.inherit:
            container = self.composer.push(Group.CRISIS)
        elif kind == "call_to_action" and not self.inherit:
            container = self.composer.push(Group.CALL_TO_ACTION)
        for name, value in fields.items():
            for place, words in _words_of(name, value):
                self.composer.path = own if self.inherit else place
                self._field(kind, name, words, fields, named)
        self.composer.path = own
        if container is not None:
            self.composer.pop(container)
        if self.references:
            self._add(Kind.PARAGRAPH, "")

    def _field(
        self, kind: str, name: str, words: str, fields: Mapping[str, Any], named: bool
    ) -> None:
        match name:
            case "name":
                if kind == "disclaimer":
                    return
                if named:
                    self._add(Kind.TERM if self.inherit else Kind.TITLE, words)
            case "text" if self.inherit:
                html.fragment(words, self.composer)
            case "text":
                self.composer.field(words, rich=True)
                html.fragment(words, self.composer, Origin())
            case "label":
                self._add(Kind.LABEL, words, links=_targets(fields, len(words.strip())))
            case "phone" | "text_number" | "url":
                if kind != "call_to_action" and words.strip():
                    self._add(Kind.PARAGRAPH, words, links=_links(name, words.strip()))
            case "also_called" | "abbreviation":
                if not self.inherit:
                    self._add(Kind.META, words)
            case (
                "description"
                | "evidence_note"
                | "used_for"
                | "side_effects"
                | "safety_warning"
                | "stop_safely"
                | "hours"
                | "profile"
                | "conflicts_of_interest"
            ):
                self._add(Kind.PARAGRAPH, words)
            case "examples":
                self._add(Kind.ITEM, words, level=1)

    def _add(self, kind: Kind, words: str, **facts: Any) -> None:
        if self.references:
            facts["references"] = self.references
            self.references = ()
        text = plain(words) if self.inherit else self.composer.field(words)
        self.composer.block(kind, text, **facts)


def _words_of(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """The texts of a field, with their paths."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, str):
                yield f"{name}[{index}]", item
    elif isinstance(value, (str, int)) and not isinstance(value, bool):
        yield name, str(value)


def _links(name: str, words: str) -> tuple[Link, ...]:
    scheme = {"phone": "tel:", "text_number": "sms:", "url": ""}[name]
    number = words if name == "url" else re.sub(r"\s+", "", words)
    return (Link(0, len(words), scheme + number),)


def _targets(value: Mapping[str, Any], length: int) -> tuple[Link, ...]:
    """Where a call to action leads; nowhere is a link without an address.

    Where it says more than one place, a frontend may take any of them.
    """
    found = []
    if value.get("page"):
        found.append(Link(0, length, reference=Reference("page", str(value["page"]))))
    if value.get("url"):
        found.append(Link(0, length, str(value["url"])))
    if value.get("phone"):
        found.append(Link(0, length, "tel:" + re.sub(r"\s+", "", str(value["phone"]))))
    return tuple(found) or (Link(0, length),)


class _Stream:
    """The blocks of an article's body."""

    def __init__(
        self,
        composer: Composer,
        library: Library | None,
        locale: str,
        metadata: MetadataReader,
    ) -> None:
        self.composer = composer
        self.library = library
        self.locale = locale
        self.metadata = metadata
        self.sources_shown = False

    def finish(self) -> None:
        """The sources are part of every article, also of one that does not say where."""
        if not self.sources_shown:
            self._sources({}, "")
        self.composer.flush()

    def body(self, value: Any) -> None:
        if isinstance(value, str):
            value = self._stored(value)
        if value is None:
            return
        if not isinstance(value, list):
            self._misshapen(f"The body is a list of blocks; found {named(value)}.", value, "body")
            return
        for index, block in enumerate(value):
            if block is not None:
                self.block(block, f"body[{index}]")

    def _stored(self, value: str) -> Any:
        """A body as Wagtail keeps it in a revision: JSON in a string."""
        try:
            body, problems = json_source.load(value)
            self.composer.problems += problems
            return _Cleaner(self.composer).clean({"body": body})["body"]
        except JsonError as error:
            self.composer.problems.append(
                Problem(
                    "malformed-article",
                    f"The body is text and not a list of blocks. {error.problem.message}",
                    self.composer.location(path="body"),
                    fatal=True,
                )
            )
            return None

    def block(self, block: Any, path: str) -> None:
        self.composer.flush()
        self.composer.path, self.composer.id = path, None
        if not isinstance(block, Mapping):
            self._misshapen(f"A block is an object; found {named(block)}.", block, path)
            return
        identifier = block.get("id")
        self.composer.id = identifier if isinstance(identifier, str) else None
        accepted = list(suppressed(block.get("suppress"), self.composer, f"{path}.suppress"))
        first = len(self.composer.blocks)
        self._of_known_type(block, path)
        self.composer.flush()
        for rule, reason, where in accepted:
            self.composer.suppress_from(first, rule, reason, where)

    def _of_known_type(self, block: Mapping[str, Any], path: str) -> None:
        kind = block.get("type")
        where = f"{path}.value"
        if not isinstance(kind, str) or not kind:
            if kind is not None or "type" not in block:
                self._malformed('The block does not say its type: "type".', path)
            self._scan(block.get("value"), where, "")
            return
        reader = self.READERS.get(kind)
        if reader is None:
            self.composer.problem(
                "unknown-block-type",
                f'The block type "{kind}" is unknown'
                f"{suggestion(kind, list(self.READERS))}; its words were only scanned.",
                path=path,
                unjudged=True,
            )
            self._scan(block.get("value"), where, kind)
            return
        value = block.get("value")
        if value is None and kind != "sources":
            if "value" not in block:
                self._malformed('The block has no "value".', path)
            return
        self.composer.path = where
        reader(self, value, where)

    # Shapes

    def _malformed(self, message: str, path: str) -> None:
        self.composer.problem("malformed-article", message, path=path)

    def _misshapen(self, message: str, value: Any, path: str) -> None:
        """A value of another shape: its words are scanned, and whether all were is unknown."""
        self.composer.problem("malformed-article", message, path=path, unjudged=True)
        self._scan(value, path, "")

    def _struct(self, value: Any, path: str) -> Mapping[str, Any] | None:
        if isinstance(value, Mapping):
            return value
        if value is not None:
            self._misshapen(f"The value is an object; found {named(value)}.", value, path)
        return None

    def _items(self, value: Any, path: str) -> Iterator[tuple[Any, str]]:
        """The items of a list, plain or as Wagtail's list block keeps them, ids noted."""
        if value is None:
            return
        if not isinstance(value, list):
            self._misshapen(f"The value is a list; found {named(value)}.", value, path)
            return
        outer = self.composer.id
        for index, item in enumerate(value):
            where = f"{path}[{index}]"
            if isinstance(item, Mapping) and item.get("type") == "item" and "value" in item:
                identifier = item.get("id")
                self.composer.id = identifier if isinstance(identifier, str) else outer
                item, where = item["value"], f"{where}.value"
            if item is not None:
                yield item, where
            self.composer.id = outer

    def _string(self, value: Any, path: str) -> str:
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        self._misshapen(f"The value is text; found {named(value)}.", value, path)
        return ""

    def _words(self, kind: Kind, value: Any, path: str, level: int = 0, **facts: Any) -> None:
        """A field of plain text."""
        words = self._string(value, path)
        self.composer.path = path
        self.composer.block(kind, self.composer.field(words), level, **facts)

    def _rich(self, value: Any, path: str) -> None:
        """A field of rich text."""
        words = self._string(value, path)
        self.composer.path = path
        self.composer.field(words, rich=True)
        html.fragment(words, self.composer, Origin())

    def _scan(self, value: Any, path: str, label: str) -> None:
        """Read the words of something unknown, wherever in it they stand."""
        if value is None:
            return
        self.composer.path = path
        container = self.composer.push(Group.UNKNOWN, label)
        waiting = [(value, path)]
        while waiting:
            value, where = waiting.pop()
            if isinstance(value, Mapping):
                waiting += [
                    (item, f"{where}.{key}")
                    for key, item in reversed(list(value.items()))
                    if key not in ("id", "type")
                ]
            elif isinstance(value, list):
                waiting += [
                    (item, f"{where}[{index}]") for index, item in reversed(list(enumerate(value)))
                ]
            elif isinstance(value, str) and not _NO_WORDS.fullmatch(value):
                self.composer.path = where
                if _TAG.search(value):
                    html.fragment(value, self.composer)
                else:
                    self.composer.block(Kind.PARAGRAPH, value)
        self.composer.path = path
        self.composer.pop(container)

    def _chosen(self, kind: str, key: Any, path: str, *, named_elsewhere: bool = False) -> None:
        """What a chosen library item shows here, or an empty block that names it."""
        self.composer.path = path
        container = self.composer.push(Group.LIBRARY, kind)
        reference = Reference(kind, str(key))
        fields = self.library.library_item(kind, str(key), self.locale) if self.library else None
        if fields is None:
            self.composer.block(Kind.PARAGRAPH, "", references=(reference,))
        else:
            ItemReader(self.composer, (reference,), inherit=True).read(
                kind, fields, path, named=not named_elsewhere
            )
        self.composer.path = path
        self.composer.pop(container)

    # Block types

    def _heading(self, value: Any, path: str) -> None:
        if isinstance(value, str):
            self._malformed("A heading is an object with text and level.", path)
            self._words(Kind.HEADING, value, path, 2)
            return
        if (fields := self._struct(value, path)) is None:
            return
        level = fields.get("level", 2)
        if isinstance(level, str) and level.isdecimal() and len(level) == 1:
            level = int(level)
        if not isinstance(level, int) or isinstance(level, bool) or not 1 <= level <= 6:
            self._malformed("The level of a heading is a number from 2 to 4.", f"{path}.level")
            level = 2
        self._words(Kind.HEADING, fields.get("text"), f"{path}.text", level)

    def _paragraph(self, value: Any, path: str) -> None:
        if isinstance(value, str):
            self._rich(value, path)
        else:
            self._misshapen(f"A paragraph is rich text; found {named(value)}.", value, path)

    def _key_points(self, value: Any, path: str) -> None:
        container = self.composer.push(Group.KEY_POINTS)
        self._points(value, path)
        self.composer.pop(container)

    def _points(self, value: Any, path: str) -> None:
        for item, where in self._items(value, path):
            self._words(Kind.ITEM, item, where, 1)

    def _quote(self, value: Any, path: str) -> None:
        if (fields := self._struct(value, path)) is None:
            return
        container = self.composer.push(Group.STORY if fields.get("story") else Group.QUOTE)
        self._rich(fields.get("text"), f"{path}.text")
        self._words(Kind.CAPTION, fields.get("speaker"), f"{path}.speaker")
        self.composer.pop(container)

    def _questions(self, value: Any, path: str) -> None:
        for item, where in self._items(value, path):
            if (fields := self._struct(item, where)) is None:
                continue
            self.composer.path = where
            container = self.composer.push(Group.QUESTION)
            self._words(Kind.CARD_HEADING, fields.get("question"), f"{where}.question")
            self._rich(fields.get("answer"), f"{where}.answer")
            self.composer.pop(container)

    def _named_list(self, value: Any, path: str, kind: str, texts: tuple[str, ...]) -> None:
        """Items that are chosen from the library or named here, with texts of their own."""
        container = self.composer.push(Group.LIST)
        for item, where in self._items(value, path):
            if (fields := self._struct(item, where)) is None:
                continue
            self._words(Kind.TERM, fields.get("name"), f"{where}.name")
            if fields.get(kind) not in (None, ""):
                self._chosen(
                    kind,
                    fields[kind],
                    f"{where}.{kind}",
                    named_elsewhere=bool(fields.get("name")),
                )
            for text in texts:
                if text == "examples":
                    self._words(Kind.PARAGRAPH, fields.get(text), f"{where}.{text}")
                else:
                    self._rich(fields.get(text), f"{where}.{text}")
        self.composer.pop(container)

    def _condition_list(self, value: Any, path: str) -> None:
        self._named_list(value, path, "condition", ("medication", "therapy", "text"))

    def _therapy_list(self, value: Any, path: str) -> None:
        self._named_list(value, path, "therapy", ("text",))

    def _medicine_list(self, value: Any, path: str) -> None:
        self._named_list(value, path, "medicine_class", ("examples", "text"))

    def _explained_list(self, value: Any, path: str) -> None:
        if (fields := self._struct(value, path)) is None:
            return
        group = Group.ORDERED_LIST if fields.get("ordered") else Group.LIST
        container = self.composer.push(group)
        for item, where in self._items(fields.get("items"), f"{path}.items"):
            if (explained := self._struct(item, where)) is not None:
                self._words(Kind.TERM, explained.get("term"), f"{where}.term")
                self._rich(explained.get("explanation"), f"{where}.explanation")
        self.composer.pop(container)

    def _callout(self, value: Any, path: str) -> None:
        if (fields := self._struct(value, path)) is None:
            return
        level = self._string(fields.get("level"), f"{path}.level")
        self.composer.path = path
        container = self.composer.push(Group.CALLOUT, level)
        self._words(Kind.CARD_HEADING, fields.get("heading"), f"{path}.heading")
        self._rich(fields.get("text"), f"{path}.text")
        self.composer.pop(container)

    def _do_dont(self, value: Any, path: str) -> None:
        if (fields := self._struct(value, path)) is None:
            return
        for key, group in (("do", Group.DO), ("dont", Group.DONT)):
            self.composer.path = f"{path}.{key}"
            container = self.composer.push(group)
            self._points(fields.get(key), f"{path}.{key}")
            self.composer.pop(container)

    def _disclaimer(self, value: Any, path: str) -> None:
        if (fields := self._struct(value, path)) is None:
            return
        container = self.composer.push(Group.DISCLAIMER)
        if fields.get("disclaimer") not in (None, ""):
            self._chosen("disclaimer", fields["disclaimer"], f"{path}.disclaimer")
        self._rich(fields.get("text"), f"{path}.text")
        self.composer.pop(container)

    def _crisis_resources(self, value: Any, path: str) -> None:
        if (fields := self._struct(value, path)) is None:
            return
        container = self.composer.push(Group.CRISIS)
        self._words(Kind.CARD_HEADING, fields.get("heading"), f"{path}.heading")
        for item, where in self._items(fields.get("resources"), f"{path}.resources"):
            if isinstance(item, (str, int)) and not isinstance(item, bool):
                self._chosen("crisis_resource", item, where)
            else:
                self._malformed(f"A choice is a key; found {named(item)}.", where)
        self.composer.pop(container)

    def _call_to_action(self, value: Any, path: str) -> None:
        if (fields := self._struct(value, path)) is None:
            return
        container = self.composer.push(Group.CALL_TO_ACTION)
        chosen = fields.get("call_to_action")
        if chosen not in (None, ""):
            self._chosen("call_to_action", chosen, f"{path}.call_to_action")
        if chosen in (None, "") or any(fields.get(own) for own in ("label", *_TARGETS)):
            label = self._string(fields.get("label"), f"{path}.label").strip()
            self._words(Kind.LABEL, label, f"{path}.label", links=_targets(fields, len(label)))
        self.composer.pop(container)

    def _image(self, value: Any, path: str) -> None:
        if (fields := self._struct(value, path)) is None:
            return
        container = self.composer.push(Group.FIGURE)
        alt = fields.get("alt")
        written = None if alt is None else self._string(alt, f"{path}.alt")
        key = fields.get("image")
        reference = None if key in (None, "") else Reference("image", str(key))
        self.composer.path = path
        self.composer.block(
            Kind.IMAGE,
            Text(written or ""),
            image=Image(written, bool(fields.get("decorative")), reference=reference),
            references=() if reference is None else (reference,),
        )
        self._words(Kind.CAPTION, fields.get("caption"), f"{path}.caption")
        self.composer.pop(container)

    def _table(self, value: Any, path: str) -> None:
        if (fields := self._struct(value, path)) is None:
            return
        columns = fields.get("columns")
        if not isinstance(columns, list) or not isinstance(fields.get("rows"), list):
            self._misshapen('A table has "columns" and "rows".', value, path)
            return
        headed = any(isinstance(each, Mapping) and each.get("heading") for each in columns)
        container = self.composer.push(Group.TABLE, "headers" if headed else "")
        self._words(Kind.CAPTION, fields.get("caption"), f"{path}.caption")
        rich = []
        for index, column in enumerate(columns):
            where = f"{path}.columns[{index}]"
            column = self._struct(column, where) or {}
            rich.append(column.get("type") == "rich_text")
            self._words(Kind.CELL, column.get("heading"), f"{where}.heading")
        for row, row_path in self._items(fields["rows"], f"{path}.rows"):
            cells = (self._struct(row, row_path) or {}).get("values")
            for index, (cell, where) in enumerate(self._items(cells, f"{row_path}.values")):
                if index < len(rich) and rich[index]:
                    self.composer.paragraphs_are(Kind.CELL)
                    self._rich(cell, where)
                    self.composer.paragraphs_are(Kind.PARAGRAPH)
                else:
                    self._words(Kind.CELL, cell, where)
        self.composer.pop(container)

    def _video(self, value: Any, path: str) -> None:
        if (fields := self._struct(value, path)) is None:
            return
        container = self.composer.push(Group.VIDEO)
        title = self._string(fields.get("title"), f"{path}.title").strip()
        url = self._string(fields.get("url"), f"{path}.url")
        links = (Link(0, len(title), url or None),)
        self._words(Kind.CAPTION, title, f"{path}.title", links=links)
        self.composer.paragraphs_are(Kind.TRANSCRIPT)
        self._rich(fields.get("transcript"), f"{path}.transcript")
        self.composer.paragraphs_are(Kind.PARAGRAPH)
        self.composer.pop(container)

    def _sources(self, value: Any, path: str) -> None:
        self.sources_shown = True
        self.composer.path, identifier = path, self.composer.id
        container = self.composer.push(Group.SOURCES)
        self.metadata.sources()
        self.composer.path, self.composer.id = path, identifier
        self.composer.pop(container)

    READERS: ClassVar[Mapping[str, Callable[[_Stream, Any, str], None]]] = {
        "heading": _heading,
        "paragraph": _paragraph,
        "key_points": _key_points,
        "condition_list": _condition_list,
        "therapy_list": _therapy_list,
        "medicine_list": _medicine_list,
        "explained_list": _explained_list,
        "callout": _callout,
        "do_dont": _do_dont,
        "disclaimer": _disclaimer,
        "crisis_resources": _crisis_resources,
        "call_to_action": _call_to_action,
        "image": _image,
        "quote": _quote,
        "questions": _questions,
        "table": _table,
        "video": _video,
        "sources": _sources,
    }


BLOCK_TYPES = tuple(_Stream.READERS)
"""The block types that are read in full."""
