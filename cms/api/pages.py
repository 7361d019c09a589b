"""A page as a frontend receives it: everything it needs to render it, in one answer."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from cms.api import blocks
from cms.api.items import (
    IMAGE_SCHEMA,
    PAGE_LINK_SCHEMA,
    image,
    item,
    item_schema,
    page_link,
)
from cms.api.resources import Reference, Resources, references, rich_text_references
from cms.api.schemas import (
    BOOLEAN,
    DATE,
    INTEGER,
    PATH,
    TEXT,
    TIME,
    URL,
    Schema,
    array,
    choice,
    nullable,
    reference,
    struct,
)
from cms.blocks import ArticleBody
from cms.library.models import LIBRARY, Condition, LibraryItem, MedicineClass, Person, Therapy
from cms.pages.models import (
    ArticlePage,
    ArticleSource,
    BasePage,
    HomePage,
    PublisherSettings,
    SectionPage,
)

TYPES: dict[type[BasePage], str] = {
    HomePage: "home",
    SectionPage: "section",
    ArticlePage: "article",
}
ABOUT: dict[str, tuple[str, type[LibraryItem]]] = {
    "conditions": ("condition_id", Condition),
    "therapies": ("therapy_id", Therapy),
    "medicine_classes": ("medicine_class_id", MedicineClass),
}
"""Name in the answer -> the column of the rows in the relation `about_<name>`, and their model."""

BODY = ArticleBody()


def page_answer(page: BasePage, site: Site, request: HttpRequest) -> dict[str, Any]:
    """The answer for a live, public page."""
    resources = Resources(request)
    rows = _Rows(page) if isinstance(page, ArticlePage) else None
    children = [] if rows else _children(page)
    body = page.body.get_prep_value()
    resources.fetch([*references(BODY, body), *_references(page, rows, children)])
    settings = PublisherSettings.for_site(site)
    return {
        "id": page.pk,
        "type": TYPES[type(page)],
        **_address(page, request),
        "locale": _tag(page.locale.language_code),
        "title": page.title,
        "summary": page.summary,
        "seo": {
            "title": page.seo_title or page.title,
            "description": page.search_description,
            "image": image(resources.get(get_image_model(), page.social_image_id), request),
        },
        "first_published_at": _time(page.first_published_at),
        "last_published_at": _time(page.last_published_at),
        "translations": [
            {"locale": _tag(each.locale.language_code), **page_link(each, request)}
            for each in page.get_translations().live().public().select_related("locale")
        ],
        "breadcrumbs": [
            page_link(each, request)
            for each in page.get_ancestors().filter(depth__gt=1).live().public()
        ],
        "article": _article(page, rows, resources) if rows else None,
        "children": [_teaser(each, resources) for each in children],
        "body": blocks.serialize(BODY, body, resources),
        "site": _site(settings, page, resources),
    }


def _address(page: BasePage, request: HttpRequest) -> dict[str, str]:
    link = page_link(page, request)
    return {"path": link["path"], "url": link["url"]}


class _Rows:
    """The rows that belong to an article, each list in one query."""

    def __init__(self, page: ArticlePage) -> None:
        self.people = {
            name: [row.person_id for row in getattr(page, name).all()]
            for name in ("authors", "reviewers")
        }
        self.about = {
            name: [getattr(row, column) for row in getattr(page, f"about_{name}").all()]
            for name, (column, _) in ABOUT.items()
        }
        self.related = [row.article_id for row in page.related.all()]
        self.sources = list(page.sources.all())
        self.tags = sorted(tag.name for tag in page.tags.all())


def _references(
    page: BasePage, rows: _Rows | None, children: Iterable[BasePage]
) -> Iterator[Reference]:
    """What the page refers to outside of its body."""
    images = [page.social_image_id, *(_picture_of(child) for child in children)]
    if rows is not None:
        images.append(page.hero_image_id)
        yield from ((Person, pk) for ids in rows.people.values() for pk in ids)
        yield from ((ABOUT[name][1], pk) for name, ids in rows.about.items() for pk in ids)
        yield from ((Page, pk) for pk in rows.related)
    yield from ((get_image_model(), pk) for pk in images if pk is not None)


def _article(page: ArticlePage, rows: _Rows, resources: Resources) -> dict[str, Any]:
    hero = image(resources.get(get_image_model(), page.hero_image_id), resources.request)
    return {
        "kind": page.article_kind,
        "also_called": page.also_called,
        "audience": page.audience,
        "hero": hero and {"image": hero, "alt": page.hero_alt, "decorative": page.hero_decorative},
        **{name: _chosen(Person, ids, resources) for name, ids in rows.people.items()},
        "last_reviewed": _date(page.last_reviewed),
        "next_review": _date(page.next_review),
        "sources": [
            {
                "citation": source.citation,
                "url": source.url,
                "accessed": _date(source.accessed),
                "evidence": source.evidence,
            }
            for source in rows.sources
        ],
        "about": {
            name: _chosen(model, rows.about[name], resources) for name, (_, model) in ABOUT.items()
        },
        "related": [
            page_link(other, resources.request)
            for other in (resources.get(Page, pk) for pk in rows.related)
            if other is not None
        ],
        "tags": rows.tags,
    }


def _chosen(
    model: type[LibraryItem], ids: Iterable[int], resources: Resources
) -> list[dict[str, Any]]:
    found = (resources.get(model, pk) for pk in ids)
    return [item(each, resources) for each in found if each is not None]


def _children(page: BasePage) -> list[BasePage]:
    """The live, public pages directly below, in the order that editors gave them."""
    return list(page.get_children().live().public().specific())


def _picture_of(page: Page) -> int | None:
    return getattr(page, "hero_image_id", None) or getattr(page, "social_image_id", None)


def _teaser(page: BasePage, resources: Resources) -> dict[str, Any]:
    return {
        "type": TYPES.get(type(page), "section"),
        **page_link(page, resources.request),
        "summary": getattr(page, "summary", ""),
        "image": image(resources.get(get_image_model(), _picture_of(page)), resources.request),
    }


def _site(settings: PublisherSettings, page: BasePage, resources: Resources) -> dict[str, Any]:
    disclaimer = settings.disclaimer_for(page.locale)
    if disclaimer is not None:
        resources.fetch(rich_text_references(disclaimer.text))
    return {
        "publisher": settings.publisher,
        "disclaimer": item(disclaimer, resources),
        "crisis_resources": [
            item(each, resources) for each in settings.crisis_resources_for(page.locale)
        ],
    }


def _tag(code: str) -> str:
    language, _, region = code.partition("-")
    return f"{language}-{region.upper()}" if region else language


def _date(value: datetime.date | None) -> str | None:
    return value.isoformat() if value else None


def _time(value: datetime.datetime | None) -> str | None:
    return value.isoformat().replace("+00:00", "Z") if value else None


# --- The schema of all that -----------------------------------------------------------------------


def components() -> dict[str, Schema]:
    """The schemas of the API's OpenAPI document, by name."""
    link = PAGE_LINK_SCHEMA["properties"]
    return {
        "Page": _page_schema(link),
        "Article": _article_schema(),
        "PageLink": PAGE_LINK_SCHEMA,
        "Image": IMAGE_SCHEMA,
        **{model.__name__: item_schema(model) for model in LIBRARY.values()},
        **blocks.block_schemas(BODY),
    }


def _page_schema(link: Schema) -> Schema:
    picture = nullable(reference("Image"))
    teaser = struct(
        {"type": choice(TYPES.values()), **link, "summary": TEXT, "image": picture},
        "A page below this one.",
    )
    site = struct(
        {
            "publisher": TEXT,
            "disclaimer": nullable(reference("Disclaimer")),
            "crisis_resources": array(reference("CrisisResource")),
        },
        "What every page of this language carries.",
    )
    return struct(
        {
            "id": INTEGER,
            "type": choice(TYPES.values()),
            "path": PATH,
            "url": URL,
            "locale": TEXT,
            "title": TEXT,
            "summary": TEXT,
            "seo": struct({"title": TEXT, "description": TEXT, "image": picture}),
            "first_published_at": nullable(TIME),
            "last_published_at": nullable(TIME),
            "translations": array(struct({"locale": TEXT, **link})),
            "breadcrumbs": array(reference("PageLink")),
            "article": nullable(reference("Article")),
            "children": array(teaser),
            "body": blocks.schema(BODY),
            "site": site,
        },
        "A page with everything a frontend needs to render it.",
    )


def _article_schema() -> Schema:
    source = struct(
        {
            "citation": TEXT,
            "url": TEXT,
            "accessed": nullable(DATE),
            "evidence": choice(ArticleSource.Evidence.values),
        }
    )
    hero = struct({"image": reference("Image"), "alt": TEXT, "decorative": BOOLEAN})
    return struct(
        {
            "kind": choice(ArticlePage.Kind.values),
            "also_called": array(TEXT),
            "audience": choice(ArticlePage.Audience.values),
            "hero": nullable(hero),
            "authors": array(reference("Person")),
            "reviewers": array(reference("Person")),
            "last_reviewed": nullable(DATE),
            "next_review": nullable(DATE),
            "sources": array(source),
            "about": struct(
                {name: array(reference(model.__name__)) for name, (_, model) in ABOUT.items()}
            ),
            "related": array(reference("PageLink")),
            "tags": array(TEXT),
        },
        "What an article has beyond other pages.",
    )
