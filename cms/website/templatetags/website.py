"""The tags and filters of the website's templates."""

from __future__ import annotations

import datetime
from typing import Any

from django import template
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.blocks import BoundBlock

from cms.api.resources import Resources
from cms.library.models import LibraryItem
from cms.pages.models import ArticlePage, BasePage, HomePage
from cms.website import links, pages, structured_data

register = template.Library()
register.filter("safe_link", links.safe_link)
register.filter("dialled", links.dialled)
register.filter("host", links.host)

# With the month in full; other languages write dates as Django knows them.
DATES = {"en-us": "F j, Y", "en-gb": "j F Y"}


@register.simple_tag(takes_context=True)
def page_content(context: template.Context) -> dict[str, Any] | None:
    """The delivery API's answer for the page that is shown, prepared for templates."""
    page = _page(context)
    return pages.content(page, context["request"]) if page else None


@register.simple_tag(takes_context=True)
def surroundings(context: template.Context) -> dict[str, Any]:
    """Header and footer, in the language of what is shown or else of the address."""
    page, item = _page(context), context.get("item")
    shown = page or (item if isinstance(item, LibraryItem) else None)
    return pages.surroundings(page, shown and shown.locale, context["request"])


@register.simple_tag
def newest_articles(home: HomePage) -> list[ArticlePage]:
    return pages.newest_articles(home)


@register.simple_tag(takes_context=True)
def picker_block(context: template.Context, bound: BoundBlock) -> dict[str, Any]:
    """A block of the editor's block picker, as readers would see it."""
    return pages.one_block(bound.block, bound.value, context["request"])


@register.simple_tag(takes_context=True)
def structured_article(context: template.Context, content: dict[str, Any]) -> SafeString:
    publisher = context["site"]["publisher"]
    return structured_data.as_script(structured_data.article_data(content, publisher))


@register.simple_tag
def structured_breadcrumbs(content: dict[str, Any]) -> SafeString:
    return structured_data.as_script(structured_data.breadcrumb_data(content))


@register.simple_tag(takes_context=True)
def page_href(context: template.Context, link: dict[str, Any]) -> str:
    return links.page_address(link, context.get("site", {}).get("root_url", ""))


@register.simple_tag(takes_context=True)
def src(context: template.Context, image: dict[str, Any]) -> str:
    return links.file_address(image["url"], context["request"])


@register.simple_tag(takes_context=True)
def srcset(context: template.Context, image: dict[str, Any]) -> str:
    """The smaller versions of an image; a small original has fewer of them."""
    by_width = {each["width"]: each["url"] for each in image["renditions"]}
    request: HttpRequest = context["request"]
    return ", ".join(
        f"{links.file_address(url, request)} {width}w" for width, url in sorted(by_width.items())
    )


@register.filter
def rendered(html: str) -> SafeString:
    """HTML from the delivery API, which has cleaned it."""
    return mark_safe(html)  # noqa: S308 - cms.api.resources lets only known tags through


@register.simple_tag(takes_context=True)
def cleaned(context: template.Context, html: str) -> SafeString:
    """Rich text straight from a model, cleaned as the delivery API does."""
    return mark_safe(Resources(context["request"]).rich_text(html))  # noqa: S308


@register.filter
def kind(item: LibraryItem) -> str:
    """What sort of library item this is, in words."""
    return str(item._meta.verbose_name).capitalize()


@register.filter
def network_locale(tag: str) -> str:
    """A language tag as social networks write it: en_US."""
    return tag.replace("-", "_")


@register.filter
def day(value: datetime.date | str | None) -> str:
    """A date in words, in the order that readers of the language know."""
    if not value:
        return ""
    if isinstance(value, str):
        value = datetime.date.fromisoformat(value[:10])
    return date_format(value, DATES.get(get_language() or "", "DATE_FORMAT"))


def _page(context: template.Context) -> BasePage | None:
    page = context.get("page")
    return page if isinstance(page, BasePage) else None
