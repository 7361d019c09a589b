"""Fields that Wagtail's APIs show beside an id: what readers see of what was chosen."""

from typing import Any

from rest_framework.fields import Field
from wagtail.images.api.fields import ImageRenditionField
from wagtail.models import Page

from cms.library.models import LibraryItem

RENDITION = "width-1280"


def rendition_of(image: str) -> ImageRenditionField:
    """The image field `image` in a size for the web."""
    return ImageRenditionField(RENDITION, source=image)


class LiveItemField(Field):
    """A library item as readers see it; null while it is not live."""

    def __init__(self, source: str) -> None:
        super().__init__(source=source, read_only=True)

    def to_representation(self, item: LibraryItem) -> dict[str, Any] | None:
        if not item.live:
            return None
        shown = {field.name: getattr(item, field.name) for field in item.own_fields()}
        return {"slug": item.slug, **shown}


class LivePageField(Field):
    """Title and address of a page; null unless everybody may read it."""

    def __init__(self, source: str) -> None:
        super().__init__(source=source, read_only=True)

    def to_representation(self, page: Page) -> dict[str, Any] | None:
        if not is_public(page):
            return None
        return {"title": page.title, "html_url": page.full_url}


def is_public(page: Page) -> bool:
    """Whether anybody may read the page, without logging in or a password."""
    return page.live and not page.get_view_restrictions().exists()
