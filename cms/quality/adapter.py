"""The one place that turns a page or a library item into a `Document`, and the site into a world.

It makes the mapping that a content file holds, with database ids where a file has natural keys,
and hands it to the reader of content files. So a page and its export get the same verdict.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models.functions import Cast
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.models import Site as WagtailSite

from cms.quality.fields import Acceptance, by_block
from lint import reviewed
from lint.config import Config, discover
from lint.document import Document, Lexicon
from lint.learning import LEARNED, learned
from lint.readers import stream
from lint.site import ReferenceState, Site

PAGE_KINDS = {"homepage": "home", "articlepage": "article"}
"""By model name; every other page is a section."""

LIBRARY_MODELS = {
    "condition": "Condition",
    "therapy": "Therapy",
    "medicine_class": "MedicineClass",
    "person": "Person",
    "disclaimer": "Disclaimer",
    "crisis_resource": "CrisisResource",
    "call_to_action": "CallToAction",
}
ABOUT = {
    "condition": "about_conditions",
    "therapy": "about_therapies",
    "medicine_class": "about_medicine_classes",
}
"""What an article is about: the library kind, and the relation that holds the choices."""

FIELD_PATHS = {
    "meta.summary": "summary",
    "meta.description": "search_description",
}
"""Places in a content file that have another name as a field of the editor."""

LIST_ITEM = re.compile(r"\[(\d+)\]")
RICH_LINK = re.compile(r"<(?:a|embed)\b[^<>]*>", re.IGNORECASE)
LINK_KIND = re.compile(r"""(?:linktype|embedtype)=["'](page|document|image)["']""", re.IGNORECASE)
LINK_ID = re.compile(r"""\bid=["']([0-9]{1,18})["']""", re.IGNORECASE)
NUMBER = re.compile(r"[0-9]{1,18}")
"""What can be an id: a draft may hold anything in its place, such as ² or fifty nines."""


_going_live: ContextVar[frozenset[int]] = ContextVar("going_live", default=frozenset())


@contextmanager
def going_live_together(pages: Iterable[int]) -> Iterator[None]:
    """Take links to these pages as working: they are published in the same batch.

    Pages that link to each other could not go live one by one.
    """
    token = _going_live.set(_going_live.get() | frozenset(pages))
    try:
        yield
    finally:
        _going_live.reset(token)


@dataclass(frozen=True)
class Reading:
    """An item as rules see it, and the world they may ask about it."""

    document: Document
    world: Site


def read(item: models.Model) -> Reading:
    data = mapping(item)
    world = world_of(item, data)
    document = stream.read(data, name_of(item), library=world)
    words = (*config().lexicon.items(), *library_words(item.locale_id))
    return Reading(replace(document, lexicon=words, _memo={}), world)


def reviewed_text(page: Page) -> str:
    """What is kept of the words of a page that has been reviewed as it stands in memory."""
    data = {"title": page.title, "slug": page.slug, "body": page.body.get_prep_value()}
    return reviewed.kept(stream.read(data, name_of(page)))


@cache
def config() -> Config:
    """The configuration of the project, the same that the command line finds."""
    return discover(settings.BASE_DIR)


def mapping(item: models.Model) -> dict[str, Any]:
    """What a content file of the item would hold, with ids for natural keys."""
    return _page(item) if isinstance(item, Page) else _library_item(item)


def field_path(path: str | None) -> tuple[str | int, ...]:
    """The place `path` of a finding as Wagtail names it: field, index, key...; () for the whole."""
    if not path:
        return ()
    path = FIELD_PATHS.get(path, path.removeprefix("meta."))
    parts = LIST_ITEM.sub(r".\1", path).split(".")
    if "suppress" in parts:
        return ("suppress",)
    return tuple(int(part) if NUMBER.fullmatch(part) else part for part in parts)


def name_of(item: models.Model) -> str:
    return f"{item._meta.label_lower}:{item.pk or 'new'}"


def _page(page: Page) -> dict[str, Any]:
    kind = PAGE_KINDS.get(page._meta.model_name, "section")
    body = getattr(page, "body", None)
    accepted = by_block(getattr(page, "suppress", ()))
    return {
        "kind": kind,
        **({"article_kind": page.article_kind} if kind == "article" else {}),
        "slug": page.slug or "",
        "title": page.title or "",
        "locale": tag_of(page),
        "state": "live",
        **_accepted(accepted, ""),
        "meta": _filled(_article_meta(page) if kind == "article" else _page_meta(page)),
        "body": [
            {**block, **_accepted(accepted, block["id"])}
            for block in (() if body is None else body.get_prep_value())
        ],
    }


def _accepted(accepted: Mapping[str, list[Acceptance]], block: str) -> dict[str, Any]:
    return {"suppress": accepted[block]} if block in accepted else {}


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}


def _page_meta(page: Page) -> dict[str, Any]:
    return {
        "summary": getattr(page, "summary", ""),
        "description": page.search_description,
        "seo_title": page.seo_title,
        "social_image": getattr(page, "social_image_id", None),
    }


def _article_meta(page: Page) -> dict[str, Any]:
    return {
        **_page_meta(page),
        "also_called": page.also_called,
        "hero_image": page.hero_image_id,
        "hero_alt": page.hero_alt,
        "hero_decorative": page.hero_decorative,
        "authors": [row.person_id for row in page.authors.all()],
        "reviewers": [row.person_id for row in page.reviewers.all()],
        "last_reviewed": _date(page.last_reviewed),
        "next_review": _date(page.next_review),
        "reviewed_text": page.reviewed_text,
        "sources": [
            {
                "citation": row.citation,
                "url": row.url,
                "accessed": _date(row.accessed),
                "evidence": row.evidence,
            }
            for row in page.sources.all()
        ],
        "about": [
            f"{kind}:{getattr(row, f'{kind}_id')}"
            for kind, relation in ABOUT.items()
            for row in getattr(page, relation).all()
        ],
        "audience": page.audience,
        "tags": [tag.name for tag in page.tags.all()],
    }


def _library_item(item: models.Model) -> dict[str, Any]:
    return {
        "kind": _library_kind(type(item)),
        "slug": item.slug,
        "locale": tag_of(item),
        "state": "live",
        **_accepted(by_block(item.suppress), ""),
        **_library_fields(item),
    }


def _library_fields(item: models.Model) -> dict[str, Any]:
    """The words and choices of a library item, named as in content files."""
    return {each.name: getattr(item, each.attname) for each in item.own_fields()}


@cache
def _library_kind(model: type[models.Model]) -> str:
    for kind, name in LIBRARY_MODELS.items():
        if issubclass(model, apps.get_model("library", name)):
            return kind
    raise TypeError(f"{model._meta.label} is no kind of library item that the linter knows.")


def tag_of(item: models.Model) -> str:
    """The locale as content files write it: en-US."""
    language, _, region = item.locale.language_code.partition("-")
    return f"{language}-{region.upper()}" if region else language


def _date(value: Any) -> str:
    """Dates are judged as written; a form may hold them as text still."""
    return value.isoformat() if hasattr(value, "isoformat") else value or ""


def library_words(locale: int) -> Lexicon:
    """Names in the library of a locale that the word lists of the linter lack; by one query."""
    every = models.Value("[]", output_field=models.TextField())
    rows = [
        apps.get_model("library", LIBRARY_MODELS[kind])
        .objects.filter(live=True, locale_id=locale)
        .order_by()
        .values_list(
            models.Value(kind),
            "name",
            Cast(more, models.TextField()) if more else every,
        )
        for kind, (_, more, _) in LEARNED.items()
    ]
    return _lexicon(frozenset(rows[0].union(*rows[1:])))


@lru_cache(maxsize=64)
def _lexicon(rows: frozenset[tuple[str, str, str]]) -> Lexicon:
    """Made once for the same names: the linter prepares its search once for each lexicon."""
    return learned((kind, name, json.loads(more)) for kind, name, more in rows)


def world_of(item: models.Model, data: Mapping[str, Any]) -> "World":
    """The site as `data`, a mapping of `item`, may ask about it.

    As everywhere, what the configuration says goes before what the site says.
    """
    publisher, said = _publisher(item), config()
    return World(
        today=timezone.localdate(),
        publisher=said.publisher or (publisher.publisher if publisher else ""),
        own_brands=said.own_brands or (tuple(publisher.brands) if publisher else ()),
        own_domains=said.own_domains or (tuple(publisher.domains) if publisher else ()),
        site_settings=publisher,
        mentioned=_mentioned(data),
    )


def _publisher(item: models.Model) -> models.Model | None:
    """What is set for the site of a page, or for the default site, if anything is."""
    site = item.get_site() if isinstance(item, Page) and item.url_path else None
    rows = apps.get_model("pages", "PublisherSettings").objects.select_related("site")
    return (
        rows.filter(site=site).first() if site else rows.filter(site__is_default_site=True).first()
    )


@dataclass(frozen=True)
class World(Site):
    """The CMS as rules may ask about it: one query for each kind of thing a document mentions."""

    site_settings: models.Model | None = None
    mentioned: Mapping[str, frozenset[int]] = field(default_factory=dict)
    _found: dict[str, Mapping[int, Any]] = field(default_factory=dict, repr=False)

    def library_item(self, kind: str, key: str, locale: str) -> Mapping[str, Any] | None:
        item = self._find(kind, key) if kind in LIBRARY_MODELS else None
        return None if item is None else _library_fields(item)

    def reference(self, kind: str, key: str, locale: str) -> ReferenceState:
        if kind == "page" and key.startswith("/"):
            return self._at_path(key)
        if not key.isdigit():
            return ReferenceState.UNKNOWN
        if kind == "page":
            return self._page_state(self._find(kind, key))
        if kind in {"image", "document"}:
            return ReferenceState.LIVE if self._find(kind, key) else ReferenceState.MISSING
        if kind not in LIBRARY_MODELS:
            return ReferenceState.UNKNOWN
        item = self._find(kind, key)
        if item is None:
            return ReferenceState.MISSING
        return ReferenceState.LIVE if item.live else ReferenceState.DRAFT

    def disclaimer(self, locale: str) -> str:
        written = config().disclaimers.get(locale, "")
        if written:
            return written
        row = Locale.objects.filter(language_code__iexact=locale).first()
        chosen = self.site_settings.disclaimer_for(row) if self.site_settings and row else None
        return strip_tags(chosen.text) if chosen else ""

    def _find(self, kind: str, key: str) -> Any:
        if not NUMBER.fullmatch(str(key)):
            return None
        number = int(key)
        wanted = self.mentioned.get(kind, frozenset()) | {number}
        if number not in self._found.get(kind, {}):
            found: dict[int, Any] = dict.fromkeys(wanted)
            found |= _model(kind)._base_manager.in_bulk(wanted)
            self._found[kind] = found
        return self._found[kind][number]

    def _at_path(self, path: str) -> ReferenceState:
        """What stands at a path of this site; unknown where it is none of a page."""
        try:
            if resolve(path).view_name != "wagtail_serve":
                return ReferenceState.UNKNOWN
        except Resolver404:
            return ReferenceState.MISSING
        parts = [part for part in path.split("/") if part]
        language = settings.LANGUAGE_CODE
        if parts and parts[0].lower() in dict(settings.LANGUAGES):
            language = parts.pop(0).lower()
        paths = [
            "/".join([root.root_path.rstrip("/"), *parts, ""])
            for root in WagtailSite.get_site_root_paths()
            if root.language_code == language
        ]
        page = Page.objects.filter(url_path__in=paths).first()
        if (
            page is None
            and Redirect.get_for_site().filter(old_path=Redirect.normalise_path(path)).exists()
        ):
            return ReferenceState.LIVE
        return self._page_state(page)

    def _page_state(self, page: Page | None) -> ReferenceState:
        if page is None:
            return ReferenceState.MISSING
        if not page.live and page.pk not in _going_live.get():
            return ReferenceState.DRAFT
        private = self._found.get("restriction")
        if private is None:
            paths = PageViewRestriction.objects.values_list("pk", "page__path")
            private = self._found["restriction"] = dict(paths)
        hidden = any(page.path.startswith(path) for path in private.values())
        return ReferenceState.PRIVATE if hidden else ReferenceState.LIVE


def _model(kind: str) -> type[models.Model]:
    match kind:
        case "page":
            return Page
        case "image":
            return get_image_model()
        case "document":
            return get_document_model()
    return apps.get_model("library", LIBRARY_MODELS[kind])


def _mentioned(data: Mapping[str, Any]) -> dict[str, frozenset[int]]:
    """The ids of everything that the mapping refers to, by kind."""
    found: dict[str, set[int]] = {}
    for kind, number in _references(data):
        found.setdefault(kind, set()).add(number)
    return {kind: frozenset(numbers) for kind, numbers in found.items()}


CHOOSERS = {
    **{kind: kind for kind in LIBRARY_MODELS},
    "authors": "person",
    "reviewers": "person",
    "resources": "crisis_resource",
    "page": "page",
    "image": "image",
    "hero_image": "image",
    "social_image": "image",
}
"""Keys of a mapping under which ids stand, and what they are ids of."""


def _references(value: Any, kind: str | None = None) -> Iterator[tuple[str, int]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _references(inner, kind if key == "value" else CHOOSERS.get(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner, kind)
    elif isinstance(value, int) and not isinstance(value, bool) and kind is not None:
        if NUMBER.fullmatch(str(value)):
            yield kind, value
    elif isinstance(value, str):
        about, colon, number = value.partition(":")
        if colon and about in ABOUT and NUMBER.fullmatch(number):
            yield about, int(number)
        elif "<" in value:
            for tag in RICH_LINK.findall(value):
                linked, number_in = LINK_KIND.search(tag), LINK_ID.search(tag)
                if linked and number_in:
                    yield linked[1].lower(), int(number_in[1])
