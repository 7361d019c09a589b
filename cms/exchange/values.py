"""Block values as content files hold them, and as a StreamField stores them.

A file holds a list's plain items, leaves out what is empty, and names what it refers to (see
`keys`). A StreamField holds items with ids, every field, and database ids.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from html import escape, unescape
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import (
    Block,
    BooleanBlock,
    ChooserBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.exchange.keys import Keys

EMPTY: tuple[Any, ...] = (None, "", [], {}, False)
LINK = re.compile(r"<a\b([^<>]*)>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([a-z][a-z-]*)\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)
MARKUP = re.compile(
    r"""</?(?:p|br|b|strong|i|em|sup|sub|ul|ol|li|a)"""
    r"""(?:\s+(?:href|linktype|id|ref|data-block-key)\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>"""
    r"""|<!--[^<>]*-->""",
    re.IGNORECASE,
)
"""The tags that rich text is made of: what the editor writes, and comments for the linter."""
TAG = re.compile(r"<[a-zA-Z/!?][^\s<>]{0,20}")
ITEM_IDS = uuid.UUID("8d3c3d5e-3a52-4bb0-9d39-5c1f6a0e2f10")


def to_stream(block: Block, value: Any, keys: Keys, path: str = "") -> Any:
    """What a StreamField stores for `value` of a content file.

    `path` gives list items, which have no id in a file, one that stays the same.
    """
    match block:
        case StreamBlock():
            return [
                {
                    "type": child["type"],
                    "value": to_stream(
                        block.child_blocks[child["type"]],
                        child.get("value"),
                        keys,
                        f"{path}/{child['id']}",
                    ),
                    "id": child["id"],
                }
                for child in value
            ]
        case ListBlock():
            return [
                {
                    "type": "item",
                    "value": to_stream(block.child_block, item, keys, f"{path}/{index}"),
                    "id": str(uuid.uuid5(ITEM_IDS, f"{path}/{index}")),
                }
                for index, item in enumerate(value or [])
            ]
        case StructBlock():
            return {
                name: (
                    to_stream(child, value[name], keys, f"{path}/{name}")
                    if name in value
                    else _left_empty(child)
                )
                for name, child in block.child_blocks.items()
            }
        case TypedTableBlock():
            return _table(block, value, lambda child, cell: to_stream(child, cell, keys))
        case RichTextBlock():
            return to_rich_text(value or "", keys)
        case SnippetChooserBlock():
            return keys.item(block.target_model, value) if value else None
        case PageChooserBlock():
            return keys.page(value) if value else None
        case ImageChooserBlock():
            return keys.image(value) if value else None
    return value


def _left_empty(block: Block) -> Any:
    """What the editor stores for a field that nobody filled in."""
    match block:
        case ChooserBlock():
            return None
        case ListBlock():
            return []
        case BooleanBlock():
            return False
    return block.get_prep_value(block.get_default()) or ""


def to_file(block: Block, value: Any, keys: Keys) -> Any:
    """What a content file holds for `value`, a StreamField's raw value."""
    match block:
        case StreamBlock():
            return [_block_to_file(block, child, keys) for child in value]
        case ListBlock():
            return [to_file(block.child_block, _item(item), keys) for item in value or []]
        case StructBlock():
            pairs = (
                (name, to_file(child, (value or {}).get(name), keys))
                for name, child in block.child_blocks.items()
            )
            return {name: field for name, field in pairs if field not in EMPTY}
        case TypedTableBlock():
            return _table(block, value, lambda child, cell: to_file(child, cell, keys))
        case RichTextBlock():
            return from_rich_text(value or "", keys)
        case SnippetChooserBlock():
            return keys.item_slug(block.target_model, value) if value else None
        case PageChooserBlock():
            return keys.page_path(value) if value else None
        case ImageChooserBlock():
            return keys.image_slug(value) if value else None
    return value


def _block_to_file(stream: StreamBlock, child: dict[str, Any], keys: Keys) -> dict[str, Any]:
    block = stream.child_blocks.get(child["type"])
    value = child["value"] if block is None else to_file(block, child["value"], keys)
    return {"type": child["type"], "value": value, "id": child["id"]}


def _table(
    block: TypedTableBlock, value: dict[str, Any], change: Callable[[Block, Any], Any]
) -> dict[str, Any]:
    children = [block.child_blocks[column["type"]] for column in value["columns"]]
    if any(len(row["values"]) != len(children) for row in value["rows"]):
        raise ValidationError(
            "A row of a table has more or fewer cells than the table has columns."
        )
    rows = [
        {
            "values": [
                change(child, cell) for child, cell in zip(children, row["values"], strict=True)
            ]
        }
        for row in value["rows"]
    ]
    return {"columns": value["columns"], "rows": rows, "caption": value.get("caption") or ""}


def _item(item: Any) -> Any:
    return item["value"] if isinstance(item, dict) and item.get("type") == "item" else item


def to_rich_text(html: str, keys: Keys) -> str:
    """Rich text of a content file with `ref` names turned into database ids.

    A link to something that is not there keeps its name and leads nowhere (id 0), so that nothing
    is lost and the linter can point at it. Other markup than the editor's own is refused: Wagtail's
    APIs would hand it on as it is.
    """

    def link(attributes: dict[str, str]) -> dict[str, str]:
        find = {"page": keys.page, "document": keys.document}.get(attributes.get("linktype", ""))
        if find is None or "ref" not in attributes:
            return attributes
        rest = {name: value for name, value in attributes.items() if name not in ("ref", "id")}
        pk = find(attributes["ref"])
        if pk is not None:
            return rest | {"id": str(pk)}
        keys.dangling.append(keys.missing.pop())
        return rest | {"id": "0", "ref": attributes["ref"]}

    foreign = TAG.search(MARKUP.sub("", html))
    if foreign is not None:
        raise ValidationError([f"“{foreign.group()}” has no place in rich text"])
    return _with_links(html, link)


def from_rich_text(html: str, keys: Keys) -> str:
    """Rich text of the database with ids turned into names."""

    def link(attributes: dict[str, str]) -> dict[str, str]:
        name_of = {"page": keys.page_path, "document": keys.document_title}.get(
            attributes.get("linktype", "")
        )
        if name_of is None or not attributes.get("id", "").isdigit():
            return attributes
        name = name_of(int(attributes["id"])) or attributes.get("ref")
        if name is None:
            return attributes
        rest = {name: value for name, value in attributes.items() if name not in ("ref", "id")}
        return rest | {"ref": name}

    return _with_links(html, link)


def _with_links(html: str, change: Callable[[dict[str, str]], dict[str, str]]) -> str:
    """`html` with the attributes of internal links changed; everything else stays as it is."""

    def rewrite(tag: re.Match[str]) -> str:
        before = {
            name.lower(): unescape(quoted[1:-1]) for name, quoted in ATTRIBUTE.findall(tag.group(1))
        }
        after = change(before)
        if after == before:
            return tag.group(0)
        return "<a" + "".join(f' {name}="{escape(value)}"' for name, value in after.items()) + ">"

    return LINK.sub(rewrite, html) if "<a" in html.lower() else html
