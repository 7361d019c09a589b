"""Links in rich text over Wagtail's v2 and v3 APIs: none shows where a hidden page is.

Wagtail turns the id of a page into its address, also of a draft or a private page, and has no
setting for it.
"""

from __future__ import annotations

import re
from typing import Any

from wagtail.api.rich_text import APIRichText
from wagtail.models import Page

PAGE_LINK = re.compile(r'<a\b(?=[^>]*\blinktype="page")[^>]*\bid="(\d+)"[^>]*>')
WITH_ADDRESSES = {APIRichText.FORMAT_HTML, APIRichText.FORMAT_MARKDOWN}


def hide_links_to_hidden_pages() -> None:
    """Have the APIs' rich text pass through `without_hidden_links` before ids become addresses."""
    serialize = APIRichText.serialize

    def serialize_public(value: str | None, *, format: str, **options: Any) -> Any:
        if value and format in WITH_ADDRESSES:
            value = without_hidden_links(value)
        return serialize(value, format=format, **options)

    APIRichText.serialize = staticmethod(serialize_public)


def without_hidden_links(html: str) -> str:
    """Rich text as stored, whose links to pages that are not public have become plain words."""
    ids = PAGE_LINK.findall(html)
    if not ids:
        return html
    public = Page.objects.filter(pk__in=ids).live().public().values_list("pk", flat=True)
    shown = {str(pk) for pk in public}
    return PAGE_LINK.sub(lambda link: link[0] if link[1] in shown else "<a>", html)
