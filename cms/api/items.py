"""Library items, images and links to pages as frontends receive them, and their schemas."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.fields import RichTextField
from wagtail.models import Page

from cms.api import schemas
from cms.api.resources import RENDITIONS, Resources
from cms.api.schemas import HTML, INTEGER, TEXT, URL, Schema, array, nullable, reference, struct
from cms.images.models import CmsImage
from cms.library.fields import LinesField
from cms.library.models import LibraryItem


def item(chosen: LibraryItem | None, resources: Resources) -> dict[str, Any] | None:
    """A library item with all its fields; None stays None."""
    if chosen is None:
        return None
    return {
        "slug": chosen.slug,
        **{
            field.name: _value(field, getattr(chosen, field.attname), resources)
            for field in type(chosen).own_fields()
        },
    }


def item_schema(model: type[LibraryItem]) -> Schema:
    fields = {field.name: _schema(field) for field in model.own_fields()}
    return struct({"slug": TEXT, **fields}, (model.__doc__ or "").split("\n")[0])


def _value(field: models.Field, value: Any, resources: Resources) -> Any:
    if isinstance(field, RichTextField):
        return resources.rich_text(value)
    if isinstance(field, models.ForeignKey):
        return page_link(resources.get(Page, value), resources.request)
    return value


def _schema(field: models.Field) -> Schema:
    if isinstance(field, LinesField):
        return array(TEXT)
    if isinstance(field, RichTextField):
        return HTML
    if isinstance(field, models.BooleanField):
        return schemas.BOOLEAN
    if isinstance(field, models.ForeignKey):
        return nullable(reference("PageLink"))
    return schemas.choice(value for value, _ in field.choices) if field.choices else TEXT


def image(picture: CmsImage | None, request: HttpRequest) -> dict[str, Any] | None:
    """An image with smaller versions for `srcset`; `alt` is the image's own description."""
    if picture is None:
        return None
    return {
        "slug": picture.slug,
        "title": picture.title,
        "alt": picture.description,
        "credit": picture.credit,
        "url": request.build_absolute_uri(picture.file.url),
        "width": picture.width,
        "height": picture.height,
        "renditions": [_rendition(picture, spec, request) for spec in RENDITIONS],
        "focal_point": _focal_point(picture),
    }


def _rendition(picture: CmsImage, spec: str, request: HttpRequest) -> dict[str, Any]:
    rendition = picture.get_rendition(spec)
    return {
        "url": request.build_absolute_uri(rendition.url),
        "width": rendition.width,
        "height": rendition.height,
    }


def _focal_point(picture: CmsImage) -> dict[str, int] | None:
    if not picture.has_focal_point():
        return None
    return {"x": picture.focal_point_x, "y": picture.focal_point_y}


SIZED = {"url": URL, "width": INTEGER, "height": INTEGER}
IMAGE_SCHEMA = struct(
    {
        "slug": TEXT,
        "title": TEXT,
        "alt": TEXT,
        "credit": TEXT,
        **SIZED,
        "renditions": array(struct(SIZED)),
        "focal_point": nullable(struct({"x": INTEGER, "y": INTEGER})),
    },
    "An image, with smaller versions of it.",
)


def page_link(page: Page | None, request: HttpRequest) -> dict[str, Any] | None:
    """What a link to a page needs. `path` is what the pages endpoint takes."""
    if page is None:
        return None
    _, root_url, path = page.get_url_parts(request) or (None, "", "")
    return {"title": page.title, "path": path, "url": f"{root_url}{path}"}


PAGE_LINK_SCHEMA = struct(
    {"title": TEXT, "path": schemas.PATH, "url": URL}, "A link to a live, public page."
)
