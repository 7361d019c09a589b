"""What a page refers to, fetched at once: library items, pages, images and documents.

Only what the public may see is ever found here: live items, live pages without restrictions.
Whatever is not found is left out of the answer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

import nh3
from django.db.models import Model
from django.http import HttpRequest
from wagtail.blocks import (
    Block,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import CollectionViewRestriction, Page
from wagtail.snippets.blocks import SnippetChooserBlock

RICH_TEXT_TAGS = {"p", "br", "b", "strong", "i", "em", "sup", "sub", "ul", "ol", "li", "a"}
SCHEMES = {"http", "https", "mailto", "tel"}
ANCHOR = re.compile(r"<a\b[^<>]*>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""(?<![a-z-])([a-z][a-z-]*)\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)
NUMBER = re.compile(r"[0-9]{1,18}")
EMPTY_ANCHOR = re.compile(r"<a>(.*?)</a>", re.DOTALL)
WIDTHS = (320, 640, 1280)
RENDITIONS = [f"width-{width}" for width in WIDTHS]

Reference = tuple[type[Model], int]


@dataclass
class Resources:
    """The objects that a document refers to, by model and id."""

    request: HttpRequest
    _found: dict[type[Model], dict[int, Any]] = field(default_factory=dict)

    def fetch(self, references: Iterable[Reference]) -> None:
        """Look up all of `references` that are not known yet, one query a model."""
        wanted: dict[type[Model], set[int]] = defaultdict(set)
        for model, pk in references:
            if pk not in self._found.get(model, {}):
                wanted[model].add(pk)
        for model, ids in wanted.items():
            found = self._found.setdefault(model, {})
            found.update(dict.fromkeys(ids))
            found.update({item.pk: item for item in _public(model, ids)})

    def get(self, model: type[Model], pk: int | None) -> Any:
        """The object, or None if the public may not see it."""
        if not isinstance(pk, int):
            return None
        if pk not in self._found.get(model, {}):
            self.fetch([(model, pk)])
        return self._found[model][pk]

    def page_url(self, pk: int | None) -> str | None:
        page = self.get(Page, pk)
        return page.get_url(self.request) if page else None

    def rich_text(self, html: str | None) -> str:
        """Rich text that a frontend can show as it is: known tags, safe links, no internal ids.

        A link that leads nowhere for the public becomes its words.
        """
        if not html:
            return ""
        linked = ANCHOR.sub(self._anchor, html) if "linktype" in html else html
        safe = nh3.clean(
            linked,
            tags=RICH_TEXT_TAGS,
            attributes={"a": {"href"}},
            url_schemes=SCHEMES,
            link_rel=None,
        )
        return EMPTY_ANCHOR.sub(r"\1", safe)

    def _anchor(self, tag: re.Match[str]) -> str:
        attributes = {
            name.lower(): unescape(quoted[1:-1]) for name, quoted in ATTRIBUTE.findall(tag[0])
        }
        kind, key = attributes.get("linktype"), _number(attributes.get("id", ""))
        if kind is None:
            return tag[0]
        url = None
        if kind == "page":
            url = self.page_url(key)
        elif kind == "document":
            document = self.get(get_document_model(), key)
            url = self.request.build_absolute_uri(document.url) if document else None
        return f'<a href="{escape(url)}">' if url else "<a>"


def _public(model: type[Model], ids: set[int]) -> Iterable[Model]:
    if issubclass(model, Page):
        return Page.objects.filter(pk__in=ids).live().public()
    if model is get_image_model():
        return model.objects.filter(pk__in=ids).prefetch_renditions(*RENDITIONS)
    if model is get_document_model():
        private = tuple(
            CollectionViewRestriction.objects.values_list("collection__path", flat=True)
        )
        found = model.objects.filter(pk__in=ids).select_related("collection")
        return [document for document in found if not document.collection.path.startswith(private)]
    return model._default_manager.filter(pk__in=ids, live=True)


def references(block: Block, value: Any) -> Iterator[Reference]:
    """What the raw `value` of a block refers to, at any depth."""
    match block:
        case StreamBlock():
            for child in value or []:
                if child["type"] in block.child_blocks:
                    yield from references(block.child_blocks[child["type"]], child["value"])
        case ListBlock():
            for item in value or []:
                yield from references(block.child_block, bare_item(item))
        case StructBlock():
            for name, child in block.child_blocks.items():
                yield from references(child, (value or {}).get(name))
        case TypedTableBlock():
            for child, cell in cells(block, value):
                yield from references(child, cell)
        case RichTextBlock():
            yield from rich_text_references(value)
        case SnippetChooserBlock() if isinstance(value, int):
            yield block.target_model, value
        case PageChooserBlock() if isinstance(value, int):
            yield Page, value
        case ImageChooserBlock() if isinstance(value, int):
            yield get_image_model(), value


def rich_text_references(html: str | None) -> Iterator[Reference]:
    for tag in ANCHOR.findall(html or ""):
        attributes = dict(ATTRIBUTE.findall(tag))
        key = _number(attributes.get("id", '""')[1:-1])
        model = {"page": Page, "document": get_document_model()}.get(
            attributes.get("linktype", '""')[1:-1]
        )
        if model is not None and key is not None:
            yield model, key


def _number(written: str) -> int | None:
    """The id of something in the database; a rich text may hold anything in its place."""
    return int(written) if NUMBER.fullmatch(written) else None


def bare_item(item: Any) -> Any:
    """The value of a list's item, which a StreamField stores with a type and an id."""
    return item["value"] if isinstance(item, dict) and item.get("type") == "item" else item


def cells(block: TypedTableBlock, value: Any) -> Iterator[tuple[Block, Any]]:
    """Every cell of a raw table, with the block of its column."""
    columns = [block.child_blocks[column["type"]] for column in (value or {}).get("columns", [])]
    for row in (value or {}).get("rows", []):
        yield from zip(columns, row["values"], strict=False)
