"""Wagtail's read-only v2 API: pages, images and documents.

By itself it shows title and fields of every page that another page refers to, drafts and private
pages too. Here such a reference is null unless the reader may open that page.
"""

from typing import Any

from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.serializers import PageAliasOfField, PageSerializer
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet
from wagtail.models import Page


class VisibleAliasOfField(PageAliasOfField):
    def get_attribute(self, instance: Page) -> Page | None:
        original = super().get_attribute(instance)
        return original if original and _is_visible(original, self.context) else None


class VisiblePageSerializer(PageSerializer):
    alias_of = VisibleAliasOfField(read_only=True)


class ReferredPage:
    """Put before the serializer of a page inside of another one."""

    context: dict[str, Any]

    def to_representation(self, page: Page) -> dict[str, Any] | None:
        return super().to_representation(page) if _is_visible(page, self.context) else None


class VisiblePagesAPIViewSet(PagesAPIViewSet):
    base_serializer_class = VisiblePageSerializer

    @classmethod
    def _get_serializer_class(cls, *args: Any, nested: bool = False, **kwargs: Any) -> type:
        serializer = super()._get_serializer_class(*args, nested=nested, **kwargs)
        return type(serializer.__name__, (ReferredPage, serializer), {}) if nested else serializer


def _is_visible(page: Page, context: dict[str, Any]) -> bool:
    return context["base_queryset"].filter(pk=page.pk).exists()


api_router = WagtailAPIRouter("wagtailapi")
api_router.register_endpoint("pages", VisiblePagesAPIViewSet)
api_router.register_endpoint("images", ImagesAPIViewSet)
api_router.register_endpoint("documents", DocumentsAPIViewSet)
