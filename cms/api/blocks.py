"""The blocks of a body as frontends receive them, and the schema of that.

One pair of functions for every block: what is sent follows from the block's fields. Raw StreamField
values go in; library items, images and pages come out in full.
"""

from __future__ import annotations

from typing import Any

from wagtail.blocks import (
    Block,
    BooleanBlock,
    ChoiceBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StaticBlock,
    StreamBlock,
    StructBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.api.items import image, item, page_link
from cms.api.resources import Resources, bare_item
from cms.api.schemas import BOOLEAN, HTML, TEXT, Schema, array, choice, nullable, reference, struct


def serialize(block: Block, value: Any, resources: Resources) -> Any:
    """What a frontend receives for the raw `value` of `block`."""
    match block:
        case StreamBlock():
            return [
                {
                    "type": child["type"],
                    "id": child["id"],
                    "value": serialize(
                        block.child_blocks[child["type"]], child["value"], resources
                    ),
                }
                for child in value or []
                if child["type"] in block.child_blocks
            ]
        case ListBlock():
            items = (bare_item(each) for each in value or [])
            return [serialize(block.child_block, each, resources) for each in items]
        case StructBlock():
            return {
                name: serialize(child, (value or {}).get(name), resources)
                for name, child in block.child_blocks.items()
            }
        case TypedTableBlock():
            return _table(block, value or {}, resources)
        case StaticBlock():
            return None
        case RichTextBlock():
            return resources.rich_text(value)
        case SnippetChooserBlock():
            return item(resources.get(block.target_model, value), resources)
        case PageChooserBlock():
            return page_link(resources.get(Page, value), resources.request)
        case ImageChooserBlock():
            return image(resources.get(get_image_model(), value), resources.request)
        case BooleanBlock():
            return bool(value)
        case ChoiceBlock():
            return _choice(block, value)
    return value or ""


def schema(block: Block) -> Schema:
    """The schema of what `serialize` gives for `block`."""
    match block:
        case StreamBlock():
            return array(
                {
                    "oneOf": [reference(component_name(name)) for name in block.child_blocks],
                    "discriminator": {"propertyName": "type"},
                }
            )
        case ListBlock():
            return array(schema(block.child_block))
        case StructBlock():
            return struct({name: schema(child) for name, child in block.child_blocks.items()})
        case TypedTableBlock():
            column = struct({"type": choice(block.child_blocks), "heading": TEXT})
            return struct({"columns": array(column), "rows": array(array(HTML)), "caption": TEXT})
        case StaticBlock():
            return {"type": "null"}
        case RichTextBlock():
            return HTML
        case SnippetChooserBlock():
            return nullable(reference(block.target_model.__name__))
        case PageChooserBlock():
            return nullable(reference("PageLink"))
        case ImageChooserBlock():
            return nullable(reference("Image"))
        case BooleanBlock():
            return BOOLEAN
        case ChoiceBlock():
            return nullable(choice(_choices(block)))
    return TEXT


def block_schemas(body: StreamBlock) -> dict[str, Schema]:
    """A component for each block of a body."""
    return {
        component_name(name): struct(
            {"type": {"const": name}, "id": TEXT, "value": schema(child)},
            (type(child).__doc__ or "").split("\n")[0],
        )
        for name, child in body.child_blocks.items()
    }


def component_name(block_name: str) -> str:
    """`key_points` as `KeyPointsBlock`."""
    return "".join(part.capitalize() for part in block_name.split("_")) + "Block"


def _choices(block: ChoiceBlock) -> list[Any]:
    return [value for value, _ in block.field.choices if value != ""]


def _choice(block: ChoiceBlock, value: Any) -> Any:
    """One of the choices, in their own type; None for what is none of them."""
    return next((each for each in _choices(block) if str(each) == str(value)), None)


def _table(block: TypedTableBlock, value: dict[str, Any], resources: Resources) -> dict[str, Any]:
    """Rows of cells; those of a "text" column are plain, those of a "rich_text" column HTML."""
    columns = value.get("columns", [])
    children = [block.child_blocks[column["type"]] for column in columns]
    return {
        "columns": [
            {"type": column["type"], "heading": column["heading"] or ""} for column in columns
        ],
        "rows": [
            [
                serialize(child, cell, resources)
                for child, cell in zip(children, row["values"], strict=False)
            ]
            for row in value.get("rows", [])
        ],
        "caption": value.get("caption") or "",
    }
