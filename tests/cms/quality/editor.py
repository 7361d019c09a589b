"""What the editor's browser sends: the forms of an article and of a library item."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from wagtail.blocks import Block, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.library.models import LibraryItem
from cms.pages.models import ArticlePage


def article_form(page: ArticlePage, **fields: Any) -> dict[str, Any]:
    """The whole form of `page` as it stands in memory, with `fields` changed or added."""
    block = page._meta.get_field("body").stream_block
    data = {
        "title": page.title,
        "slug": page.slug,
        "summary": page.summary,
        "suppress": page._meta.get_field("suppress").formfield().prepare_value(page.suppress),
        "body": _block(block, page.body.get_prep_value()),
        "hero_alt": page.hero_alt,
        "article_kind": page.article_kind,
        "audience": page.audience,
        "also_called": "\n".join(page.also_called),
        "last_reviewed": page.last_reviewed.isoformat() if page.last_reviewed else "",
        "next_review": page.next_review.isoformat() if page.next_review else "",
        "tags": "",
        "seo_title": page.seo_title,
        "search_description": page.search_description,
        "authors": _rows(page.authors.all(), "person"),
        "reviewers": _rows(page.reviewers.all(), "person"),
        "about_conditions": _rows(page.about_conditions.all(), "condition"),
        "about_therapies": _rows(page.about_therapies.all(), "therapy"),
        "about_medicine_classes": _rows(page.about_medicine_classes.all(), "medicine_class"),
        "related": _rows(page.related.all(), "article"),
        "sources": _rows(page.sources.all(), "citation", "url", "accessed", "evidence"),
        "comments": inline_formset([]),
    }
    return nested_form_data(data) | fields


def item_form(item: LibraryItem, **fields: Any) -> dict[str, Any]:
    """The form of a library item that has no rows of its own."""
    inherited = {field.name for field in LibraryItem._meta.get_fields()} - {"slug"}
    data = {}
    for field in item._meta.concrete_fields:
        if field.name in inherited or field.primary_key:
            continue
        value = getattr(item, field.attname)
        if isinstance(value, list):
            value = "\n".join(value)
        if isinstance(value, bool):
            value = "on" if value else ""
        data[field.name] = "" if value is None else value
    return data | fields


def _rows(rows: Iterable[Model], *names: str) -> dict[str, Any]:
    rows = list(rows)
    forms = [{"id": row.pk or "", **{name: _plain(row, name) for name in names}} for row in rows]
    return inline_formset(forms, initial=sum(row.pk is not None for row in rows))


def _plain(row: Model, name: str) -> Any:
    value = getattr(row, row._meta.get_field(name).attname)
    return "" if value is None else value


def _block(block: Block, value: Any) -> Any:
    match block:
        case StreamBlock():
            data = streamfield(
                [
                    (child["type"], _block(block.child_blocks[child["type"]], child["value"]))
                    for child in value
                ]
            )
            for index, child in enumerate(value):
                data[str(index)]["id"] = child["id"]
            return data
        case ListBlock():
            return streamfield(
                [("item", _block(block.child_block, item)) for item in _items(value)]
            )
        case StructBlock():
            return {
                name: _block(child, value.get(name)) for name, child in block.child_blocks.items()
            }
        case RichTextBlock():
            return rich_text(value or "", features=block.features)
    if value is True:
        return "on"
    return "" if value in (None, False) else value


def _items(value: Iterable[Any]) -> list[Any]:
    return [item["value"] if isinstance(item, dict) and "value" in item else item for item in value]
