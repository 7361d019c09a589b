"""What the templates show of a page: the delivery API's answer, prepared for HTML.

The website is a reader of that answer, so it shows what any frontend would: live library items,
safe rich text, links that lead somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.blocks import Block
from wagtail.models import Locale, Page, Site

from cms.api.blocks import serialize
from cms.api.pages import page_answer
from cms.api.resources import Resources, references
from cms.images.models import CmsImage
from cms.library.models import CrisisResource
from cms.pages.models import (
    ArticlePage,
    ArticleSource,
    BasePage,
    HomePage,
    PublisherSettings,
    SectionPage,
)

TITLE_LEVEL = 1
# Blocks that show nothing without a choice. Their example chooses what the site has.
EXAMPLES: dict[str, tuple[type[Model], str]] = {
    "crisis_resources": (CrisisResource, "resources"),
    "image": (CmsImage, "image"),
}
NEWEST = 6


def content(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    """The answer for a page, with blocks that know their template and their place."""
    answer = page_answer(page, Site.find_for_request(request), request)
    blocks = list(_placed(answer["body"]))
    if answer["article"]:
        for source in answer["article"]["sources"]:
            source["kind"] = ArticleSource.Evidence(source["evidence"]).label
    hero = answer["article"] and answer["article"]["hero"]
    return answer | {
        "description": answer["seo"]["description"] or answer["summary"],
        "picture": answer["seo"]["image"] or (hero and hero["image"]),
        "body": blocks,
        "headings": [block for block in blocks if block["type"] == "heading"],
        "lists_sources": any(block["type"] == "sources" for block in blocks),
    }


def one_block(block: Block, value: Any, request: HttpRequest) -> dict[str, Any]:
    """A block by itself, as the editor's block picker shows it."""
    raw = block.get_prep_value(value)
    if block.name in EXAMPLES:
        model, field = EXAMPLES[block.name]
        newest = list(model.objects.order_by("-pk").values_list("pk", flat=True)[:2])
        raw[field] = newest if field == "resources" else next(iter(newest), None)
    resources = Resources(request)
    resources.fetch(references(block, raw))
    alone = {"type": block.name, "id": "preview", "value": serialize(block, raw, resources)}
    return next(_placed([alone]))


def _placed(blocks: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each block with its template, and the level that headings inside of it should have."""
    level = TITLE_LEVEL
    for block in blocks:
        if block["type"] == "heading":
            level = block["value"]["level"] or TITLE_LEVEL + 1
        if block["type"] == "table":
            block = block | {"rows": _cells(block["value"])}
        elif block["type"] == "crisis_resources":
            block = block | {"services": [each for each in block["value"]["resources"] if each]}
        yield block | {"template": f"blocks/{block['type']}.html", "level": level + 1}


def _cells(table: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The cells of a table, each with the type of its column: plain text or HTML."""
    types = [column["type"] for column in table["columns"]]
    return [
        [{"type": kind, "value": cell} for kind, cell in zip(types, row, strict=False)]
        for row in table["rows"]
    ]


def surroundings(
    page: BasePage | None, locale: Locale | None, request: HttpRequest
) -> dict[str, Any]:
    """What stands around every page of a language; "not found" has neither page nor locale."""
    site = Site.find_for_request(request)
    locale = locale or _active_locale()
    homes = _homes(site)
    home = homes.get(locale.pk) or homes.get(site.root_page.locale_id) if site else None
    publisher = PublisherSettings.for_site(site) if site else None
    disclaimer = publisher.disclaimer_for(locale) if publisher else None
    return {
        "name": (publisher and publisher.publisher) or (site and site.site_name) or "",
        "publisher": publisher.publisher if publisher else "",
        "root_url": site.root_url if site else "",
        "home": home.get_url(request) if home else "/",
        "sections": _sections(home) if home else [],
        "disclaimer": Resources(request).rich_text(disclaimer.text) if disclaimer else "",
        "crisis_resources": publisher.crisis_resources_for(locale) if publisher else [],
        "locale": locale,
        "languages": _languages(page, homes, locale, request),
    }


def newest_articles(home: HomePage) -> list[ArticlePage]:
    """The articles of a language that were published last."""
    return list(
        ArticlePage.objects.descendant_of(home)
        .live()
        .public()
        .order_by("-first_published_at", "-pk")[:NEWEST]
    )


def _active_locale() -> Locale:
    """The language of the address that was asked for."""
    return Locale.objects.filter(language_code=get_language()).first() or Locale.get_default()


def _homes(site: Site | None) -> dict[int, Page]:
    """The live, public home pages of a site, by their locale."""
    if site is None:
        return {}
    found = site.root_page.get_translations(inclusive=True).live().public()
    return {home.locale_id: home for home in found.select_related("locale")}


def _sections(home: Page) -> list[SectionPage]:
    return list(SectionPage.objects.child_of(home).live().public())


def _languages(
    page: BasePage | None, homes: dict[int, Page], current: Locale, request: HttpRequest
) -> list[dict[str, Any]]:
    """Every language: where this page is in it, or else its home page."""
    translations = {}
    if page is not None and page.pk:
        found = page.get_translations().live().public()
        translations = {each.locale_id: each for each in found.select_related("locale")}
    return [
        {
            "name": home.locale.get_display_name(),
            "code": home.locale.language_code,
            "url": translations.get(pk, home).get_url(request),
            "is_current": pk == current.pk,
        }
        for pk, home in homes.items()
    ]
