"""Pages, library items, images and the site as the mappings that content files hold.

`..._record` makes the mapping of an object; `fill_...` writes a mapping's fields into an object
without saving it. Keys stand in the order of a file; what is empty is left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page

from cms.exchange.keys import Keys
from cms.exchange.locales import code_of, tag_of
from cms.exchange.values import EMPTY, from_rich_text, to_file, to_rich_text, to_stream
from cms.images.models import CmsImage
from cms.library.models import LIBRARY, CrisisResource, Disclaimer, LibraryItem, Person
from cms.pages.models import (
    ArticleAuthor,
    ArticleCondition,
    ArticleMedicineClass,
    ArticlePage,
    ArticleReviewer,
    ArticleSource,
    ArticleTherapy,
    BasePage,
    HomePage,
    PublisherSettings,
    RelatedArticle,
    SectionPage,
    SiteCrisisResource,
    SiteDisclaimer,
)
from cms.quality.fields import by_block

PAGES: dict[str, type[BasePage]] = {
    "home": HomePage,
    "section": SectionPage,
    "article": ArticlePage,
}
KINDS: dict[type[models.Model], str] = {
    model: kind for kinds in (LIBRARY, PAGES) for kind, model in kinds.items()
}
ABOUT: dict[str, tuple[str, type[models.Model]]] = {
    "condition": ("about_conditions", ArticleCondition),
    "therapy": ("about_therapies", ArticleTherapy),
    "medicine_class": ("about_medicine_classes", ArticleMedicineClass),
}
"""Prefix of an `about` key -> the relation that holds those subjects, and the model of its rows."""


def state_of(item: Page | LibraryItem) -> str:
    return "live" if item.live else "draft"


def item_record(item: LibraryItem, state: str, keys: Keys) -> dict[str, Any]:
    """The content file of a library item."""
    fields = {
        field.name: _field_to_file(field, getattr(item, field.attname), keys)
        for field in type(item).own_fields()
    }
    return {
        "kind": KINDS[type(item)],
        "slug": item.slug,
        "locale": tag_of(item.locale.language_code),
        "state": state,
        **_filled({"suppress": item.suppress, **fields}),
    }


def fill_item(item: LibraryItem, record: dict[str, Any], keys: Keys) -> None:
    item.suppress = record.get("suppress", [])
    for field in type(item).own_fields():
        if field.name not in record:
            value = field.get_default()
        elif isinstance(field, models.ForeignKey):
            value = keys.page(record[field.name])
        elif isinstance(field, RichTextField):
            value = to_rich_text(record[field.name], keys)
        else:
            value = record[field.name]
        setattr(item, field.attname, value)


def _field_to_file(field: models.Field, value: Any, keys: Keys) -> Any:
    if isinstance(field, models.ForeignKey):
        return keys.page_path(value) if value else None
    return from_rich_text(value, keys) if isinstance(field, RichTextField) else value


def page_record(page: BasePage, state: str, keys: Keys) -> dict[str, Any]:
    """The content file of a page."""
    body = page._meta.get_field("body").stream_block
    blocks = to_file(body, page.body.get_prep_value(), keys)
    is_article = isinstance(page, ArticlePage)
    accepted = by_block(page.suppress)
    return {
        "kind": KINDS[type(page)],
        **({"article_kind": page.article_kind} if is_article else {}),
        "slug": page.slug,
        "title": page.title,
        "locale": tag_of(page.locale.language_code),
        "state": state,
        **_filled({"suppress": accepted.get("")}),
        "meta": _filled(_article_meta(page, keys) if is_article else _page_meta(page, keys)),
        "body": [{**block, **_filled({"suppress": accepted.get(block["id"])})} for block in blocks],
    }


def _page_meta(page: BasePage, keys: Keys) -> dict[str, Any]:
    return {
        "summary": page.summary,
        "description": page.search_description,
        "seo_title": page.seo_title,
        "social_image": _image(page.social_image_id, keys),
    }


def _article_meta(page: ArticlePage, keys: Keys) -> dict[str, Any]:
    base = _page_meta(page, keys)
    return {
        "summary": base["summary"],
        "description": base["description"],
        "seo_title": base["seo_title"],
        "also_called": page.also_called,
        "social_image": base["social_image"],
        "hero_image": _image(page.hero_image_id, keys),
        "hero_alt": page.hero_alt,
        "hero_decorative": page.hero_decorative,
        "authors": [row.person.slug for row in page.authors.all()],
        "reviewers": [row.person.slug for row in page.reviewers.all()],
        "last_reviewed": _iso(page.last_reviewed),
        "next_review": _iso(page.next_review),
        "reviewed_text": page.reviewed_text,
        "sources": [
            _filled(
                {
                    "citation": source.citation,
                    "url": source.url,
                    "accessed": _iso(source.accessed),
                    "evidence": source.evidence,
                }
            )
            for source in page.sources.all()
        ],
        "about": [
            f"{kind}:{getattr(row, kind).slug}"
            for kind, (relation, _) in ABOUT.items()
            for row in getattr(page, relation).all()
        ],
        "audience": page.audience,
        "related": [keys.page_path(row.article_id) for row in page.related.all()],
        "tags": sorted(tag.name for tag in page.tags.all()),
    }


def fill_page(page: BasePage, record: dict[str, Any], keys: Keys) -> None:
    """Write a content file into a page; `keys.missing` tells which references lead nowhere."""
    meta = record["meta"]
    field = page._meta.get_field("body")
    page.title = page.draft_title = record["title"]
    page.slug = record["slug"]
    page.summary = meta.get("summary", "")
    page.search_description = meta.get("description", "")
    page.seo_title = meta.get("seo_title", "")
    page.social_image_id = keys.image(meta["social_image"]) if "social_image" in meta else None
    page.suppress = record.get("suppress", []) + [
        {**each, "block": block["id"]}
        for block in record["body"]
        for each in block.get("suppress", [])
    ]
    path = f"{record['locale']}{record['slug']}"
    page.body = field.to_python(to_stream(field.stream_block, record["body"], keys, path))
    if isinstance(page, ArticlePage):
        _fill_article(page, record, keys)


def _fill_article(page: ArticlePage, record: dict[str, Any], keys: Keys) -> None:
    meta = record["meta"]
    page.article_kind = record.get("article_kind", ArticlePage.Kind.CLINICAL)
    page.also_called = meta.get("also_called", [])
    page.hero_image_id = keys.image(meta["hero_image"]) if "hero_image" in meta else None
    page.hero_alt = meta.get("hero_alt", "")
    page.hero_decorative = meta.get("hero_decorative", False)
    page.last_reviewed = _date(meta.get("last_reviewed"))
    page.next_review = _date(meta.get("next_review"))
    page.reviewed_text = meta.get("reviewed_text", "")
    page.audience = meta.get("audience", ArticlePage.Audience.PUBLIC)
    page.tags.set(meta.get("tags", []), clear=True)
    page.authors = [
        ArticleAuthor(person_id=pk, sort_order=order)
        for order, pk in _found(keys.item(Person, slug) for slug in meta.get("authors", []))
    ]
    page.reviewers = [
        ArticleReviewer(person_id=pk, sort_order=order)
        for order, pk in _found(keys.item(Person, slug) for slug in meta.get("reviewers", []))
    ]
    page.related = [
        RelatedArticle(article_id=pk, sort_order=order)
        for order, pk in _found(keys.page(path) for path in meta.get("related", []))
    ]
    page.sources = [
        ArticleSource(
            citation=source["citation"],
            url=source.get("url", ""),
            accessed=_date(source.get("accessed")),
            evidence=source.get("evidence", ArticleSource.Evidence.OTHER),
            sort_order=order,
        )
        for order, source in enumerate(meta.get("sources", []))
    ]
    about = [reference.partition(":") for reference in meta.get("about", [])]
    for kind, (relation, row) in ABOUT.items():
        slugs = [slug for prefix, _, slug in about if prefix == kind]
        rows = [
            row(**{f"{kind}_id": pk}, sort_order=order)
            for order, pk in _found(keys.item(LIBRARY[kind], slug) for slug in slugs)
        ]
        setattr(page, relation, rows)


def image_record(image: CmsImage) -> dict[str, Any]:
    """The JSON file beside an image."""
    return _filled({"title": image.title, "alt": image.description, "credit": image.credit})


def fill_image(image: CmsImage, record: dict[str, Any]) -> None:
    image.title = record["title"]
    image.description = record.get("alt", "")
    image.credit = record.get("credit", "")


def site_record(settings: PublisherSettings) -> dict[str, Any]:
    """The file site.json: the publisher, and what every page of a language carries."""
    disclaimers = {
        tag_of(row.disclaimer.locale.language_code): row.disclaimer.slug
        for row in settings.disclaimers.select_related("disclaimer__locale")
    }
    resources: dict[str, list[str]] = {}
    for row in settings.crisis_resources.select_related("crisis_resource__locale"):
        language = tag_of(row.crisis_resource.locale.language_code)
        resources.setdefault(language, []).append(row.crisis_resource.slug)
    return _filled(
        {
            "publisher": settings.publisher,
            "own_brands": settings.brands,
            "own_domains": settings.domains,
            "disclaimer": disclaimers,
            "crisis_resources": resources,
        }
    )


def fill_site(
    settings: PublisherSettings, record: dict[str, Any], keys: Mapping[str, Keys]
) -> None:
    """Write site.json into the settings; `keys` by language code."""
    settings.publisher = record.get("publisher", "")
    settings.brands = record.get("own_brands", [])
    settings.domains = record.get("own_domains", [])
    settings.disclaimers = [
        SiteDisclaimer(disclaimer_id=keys[code_of(tag)].item(Disclaimer, slug), sort_order=order)
        for order, (tag, slug) in enumerate(record.get("disclaimer", {}).items())
    ]
    chosen = [
        (tag, slug) for tag, slugs in record.get("crisis_resources", {}).items() for slug in slugs
    ]
    settings.crisis_resources = [
        SiteCrisisResource(
            crisis_resource_id=keys[code_of(tag)].item(CrisisResource, slug), sort_order=order
        )
        for order, (tag, slug) in enumerate(chosen)
    ]


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in EMPTY}


def _found(ids: Any) -> list[tuple[int, int]]:
    return list(enumerate(pk for pk in ids if pk is not None))


def _image(pk: int | None, keys: Keys) -> str | None:
    return keys.image_slug(pk) if pk else None


def _iso(value: datetime.date | None) -> str | None:
    return value.isoformat() if value else None


def _date(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None
