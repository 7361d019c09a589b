"""Wagtail's v3 API: keep it from naming pages that the public may not see.

By itself it tells everybody title and address of a page's parent and of an alias's original, also
where those are drafts or private. Wagtail has no setting for it, so the schemas are told here.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.schema import Resolver
from wagtail.api.v3.querysets import get_pages_queryset
from wagtail.api.v3.registry import registry
from wagtail.models import Page


def name_only_visible_pages() -> None:
    """Give the schema of each page type resolvers that look first."""
    for summary in registry.list_content_types():
        registration = registry.get(summary.name)
        meta = registration and registration.read_schema.model_fields["meta"].annotation
        if meta and {"parent", "alias_of"} <= meta.model_fields.keys():
            meta._ninja_resolvers |= {
                "parent": Resolver(staticmethod(_parent)),
                "alias_of": Resolver(staticmethod(_original)),
            }


def _parent(obj: Page, context: dict[str, Any]) -> Page | None:
    return _if_visible(obj.get_parent(), context["request"])


def _original(obj: Page, context: dict[str, Any]) -> Page | None:
    return _if_visible(obj.alias_of, context["request"])


def _if_visible(page: Page | None, request: HttpRequest) -> Page | None:
    """The page, unless it is hidden from an anonymous reader. Editors see what leads to theirs."""
    if page is None or request.user.is_authenticated:
        return page
    return page if get_pages_queryset(request).filter(pk=page.pk).exists() else None
