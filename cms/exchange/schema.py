"""The JSON Schema of content files, made from the models and blocks.

It says what shape a file must have to be loaded. Whether its words are good is the linter's to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from wagtail.blocks import (
    Block,
    BooleanBlock,
    ChoiceBlock,
    ChooserBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StaticBlock,
    StructBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from cms.blocks import ArticleBody
from cms.blocks.actions import CallToActionBlock
from cms.blocks.callouts import DisclaimerBlock
from cms.blocks.treatments import LibraryOrNameBlock
from cms.exchange.locales import codes, tag_of
from cms.exchange.records import ABOUT, PAGES
from cms.library.fields import LinesField
from cms.library.models import LIBRARY, LibraryItem
from cms.pages.models import ArticlePage, ArticleSource

Schema = dict[str, Any]

# JSON can write a NUL; a database cannot store it.
TEXT: Schema = {"type": "string", "pattern": "^[^\\u0000]*$"}
SLUG: Schema = {"type": "string", "pattern": "^[\\w-]+$", "maxLength": 255}
DATE: Schema = {"type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}
PATH: Schema = {"type": "string", "pattern": "^/([^/]+/)*$"}
SLUGS: Schema = {"type": "array", "items": SLUG, "uniqueItems": True}
SUPPRESS: Schema = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"rule": TEXT, "reason": TEXT},
        "required": ["rule", "reason"],
        "additionalProperties": False,
    },
}


def content_schema() -> Schema:
    """The schema of every kind of content file."""
    kinds = [*PAGES, *LIBRARY]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "contentlint content file",
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": kinds}},
        "allOf": [_case("kind", kind, {"$ref": f"#/$defs/{kind}"}) for kind in kinds],
        "$defs": {
            **{kind: _page(kind) for kind in PAGES},
            **{kind: _item(kind, model) for kind, model in LIBRARY.items()},
            "body": _body(),
        },
    }


def site_schema() -> Schema:
    """The schema of site.json."""
    languages = {"enum": [tag_of(code) for code in codes()]}
    texts = {"type": "array", "items": TEXT}
    return _object(
        {
            "publisher": TEXT,
            "own_brands": texts,
            "own_domains": texts,
            "disclaimer": _by_key(languages, SLUG),
            "crisis_resources": _by_key(languages, SLUGS),
        }
    )


def _by_key(names: Schema, values: Schema) -> Schema:
    return {"type": "object", "propertyNames": names, "additionalProperties": values}


def _case(key: str, value: str, then: Schema) -> Schema:
    return {"if": {"properties": {key: {"const": value}}, "required": [key]}, "then": then}


def _object(properties: Schema, required: Iterable[str] = (), **more: Any) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
        **more,
    }


def _head(kind: str) -> Schema:
    return {
        "kind": {"const": kind},
        "slug": SLUG,
        "locale": {"enum": [tag_of(code) for code in codes()]},
        "state": {"enum": ["live", "draft"]},
        "suppress": SUPPRESS,
    }


def _page(kind: str) -> Schema:
    article = kind == "article"
    meta = {
        "summary": TEXT,
        "description": TEXT,
        "seo_title": {**TEXT, "maxLength": 255},
        "social_image": SLUG,
    }
    return _object(
        {
            **_head(kind),
            **({"article_kind": {"enum": ArticlePage.Kind.values}} if article else {}),
            "title": {**TEXT, "minLength": 1, "maxLength": 255},
            "meta": _object({**meta, **(_article_meta() if article else {})}),
            "body": {"$ref": "#/$defs/body"},
        },
        required=["kind", "slug", "title", "meta", "body"],
    )


def _article_meta() -> Schema:
    source = _object(
        {
            "citation": {**TEXT, "minLength": 1},
            "url": {**TEXT, "maxLength": 2000},
            "accessed": DATE,
            "evidence": {"enum": ArticleSource.Evidence.values},
        },
        required=["citation"],
    )
    return {
        "also_called": {"type": "array", "items": TEXT},
        "hero_image": SLUG,
        "hero_alt": {**TEXT, "maxLength": 255},
        "hero_decorative": {"type": "boolean"},
        "authors": SLUGS,
        "reviewers": SLUGS,
        "last_reviewed": DATE,
        "next_review": DATE,
        "reviewed_text": TEXT,
        "sources": {"type": "array", "items": source},
        "about": {
            "type": "array",
            "items": {"type": "string", "pattern": f"^({'|'.join(ABOUT)}):[\\w-]+$"},
            "uniqueItems": True,
        },
        "audience": {"enum": ArticlePage.Audience.values},
        "related": {"type": "array", "items": PATH, "uniqueItems": True},
        "tags": {"type": "array", "items": {**TEXT, "maxLength": 100}, "uniqueItems": True},
    }


def _item(kind: str, model: type[LibraryItem]) -> Schema:
    fields = {field.name: _field(field) for field in model.own_fields()}
    required = [field.name for field in model.own_fields() if not field.blank]
    with_default = {field.name for field in model.own_fields() if field.has_default()}
    return _object(
        {**_head(kind), **fields},
        required=["kind", "slug", *(name for name in required if name not in with_default)],
    )


def _field(field: models.Field) -> Schema:
    if isinstance(field, LinesField):
        return {"type": "array", "items": TEXT}
    if isinstance(field, models.BooleanField):
        return {"type": "boolean"}
    if isinstance(field, models.ForeignKey):
        return PATH
    if field.choices:
        return {"enum": [value for value, _ in field.choices]}
    return {**TEXT, "maxLength": field.max_length} if field.max_length else TEXT


def _body() -> Schema:
    blocks = ArticleBody().child_blocks
    return {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "type": {"enum": list(blocks)},
                "value": True,
                "id": {"type": "string", "format": "uuid"},
                "suppress": SUPPRESS,
            },
            "required": ["type", "value", "id"],
            "additionalProperties": False,
            "allOf": [
                _case("type", name, {"properties": {"value": _value(block)}})
                for name, block in blocks.items()
            ],
        },
    }


def _value(block: Block) -> Schema:
    match block:
        case TypedTableBlock():
            return _table(block)
        case ListBlock():
            return {"type": "array", "items": _value(block.child_block)}
        case StructBlock():
            return _struct(block)
        case StaticBlock():
            return {"type": "null"}
        case BooleanBlock():
            return {"type": "boolean"}
        case ChoiceBlock():
            return {"enum": [value for value, _ in block.field.choices if value != ""]}
        case PageChooserBlock():
            return PATH
        case ChooserBlock():
            return SLUG
        case RichTextBlock():
            return TEXT
    limit = getattr(block.field, "max_length", None)
    return {**TEXT, **({"maxLength": limit} if limit else {}), **_filled(block)}


def _struct(block: StructBlock) -> Schema:
    required = [name for name, child in block.child_blocks.items() if _required(child)]
    more: Schema = {}
    if isinstance(block, LibraryOrNameBlock):
        more = {"anyOf": [{"required": [block.chooser]}, {"required": ["name"]}]}
    if isinstance(block, DisclaimerBlock):
        more = {"anyOf": [{"required": ["disclaimer"]}, {"required": ["text"]}]}
    if isinstance(block, CallToActionBlock):
        more = {"anyOf": [{"required": ["call_to_action"]}, {"required": ["label"]}]}
    properties = {name: _value(child) for name, child in block.child_blocks.items()}
    return _object(properties, required, **more)


def _required(block: Block) -> bool:
    if isinstance(block, ChooserBlock):
        return block._required  # its form field asks for a registered chooser
    return block.required and not (isinstance(block, ChoiceBlock) and block.get_default())


def _filled(block: Block) -> Schema:
    return {"minLength": 1} if block.required else {}


def _table(block: TypedTableBlock) -> Schema:
    column = _object(
        {"type": {"enum": list(block.child_blocks)}, "heading": TEXT}, ["type", "heading"]
    )
    row = _object({"values": {"type": "array", "items": TEXT}}, ["values"])
    return _object(
        {
            "columns": {"type": "array", "items": column},
            "rows": {"type": "array", "items": row},
            "caption": TEXT,
        },
        ["columns", "rows"],
    )
