"""Brings an article in as its author sent it: a draft with typed blocks, and what was unsure."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page

from cms.exchange import manuscript
from cms.exchange.keys import Keys
from cms.exchange.locales import tag_of
from cms.exchange.recognise import LibraryNames, recognise
from cms.exchange.records import fill_page
from cms.library.models import LIBRARY, Person
from cms.pages.models import ArticlePage
from cms.pages.site import ensure_site
from cms.quality.reading import Document, promised_links


class ImportRefusedError(ValueError):
    """Nothing was imported; the message says why."""


@dataclass
class Imported:
    """The new draft, guesses that a person should look at, and library items to add."""

    page: ArticlePage
    record: dict[str, Any]
    doubts: list[str] = field(default_factory=list)
    proposed: list[tuple[str, str]] = field(default_factory=list)


def import_article(file: Path, parent_path: str = "/") -> Imported:
    """Make a draft of the manuscript in `file` below the page at `parent_path`.

    Raises ImportRefusedError, or manuscript.UnreadableError.
    """
    ensure_site()
    parent = _parent(parent_path)
    language = parent.locale.language_code
    source = manuscript.read(file)
    found = recognise(source.parts, LibraryNames(language), promised_links(source.document))
    keys = Keys(language)
    meta, doubts = _meta(source.document, keys)
    if found.about:
        meta["about"] = [*meta.get("about", []), *found.about]
    record = {
        "kind": "article",
        "article_kind": source.document.article_kind.value,
        "slug": _free_slug(source.document.meta.slug or source.title, parent),
        "title": source.title[:255],
        "locale": tag_of(language),
        "state": "draft",
        "meta": meta,
        "body": found.body,
    }
    page = ArticlePage(title=record["title"], slug=record["slug"], live=False, locale=parent.locale)
    try:
        with transaction.atomic():
            parent.add_child(instance=page)
            fill_page(page, record, keys)
            page.save()
            page.save_revision(log_action=True)
    except ValidationError as error:
        raise ImportRefusedError(f"{file}: {' '.join(error.messages)}") from None
    return Imported(page, record, [*source.doubts, *doubts, *found.doubts], found.proposed)


def _parent(path: str) -> Page:
    pk = Keys("").page(path if path.endswith("/") else f"{path}/")
    if pk is None:
        raise ImportRefusedError(f"There is no page at {path}.")
    parent = Page.objects.get(pk=pk).specific
    if not ArticlePage.can_create_at(parent):
        raise ImportRefusedError(f"No article can stand below “{parent}” ({path}).")
    return parent


def _free_slug(wanted: str, parent: Page) -> str:
    stem = slugify(wanted)[:200] or "article"
    taken = set(parent.get_children().values_list("slug", flat=True))
    names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _meta(document: Document, keys: Keys) -> tuple[dict[str, Any], list[str]]:
    """The front matter as a content file has it, and what of it the CMS cannot take."""
    given = document.meta
    meta: dict[str, Any] = {
        name: value
        for name, value in (
            ("summary", given.summary),
            ("description", given.description),
            ("also_called", list(given.also_called)),
            ("tags", list(given.tags)),
        )
        if value
    }
    doubts = []
    for name, people in (("authors", given.authors), ("reviewers", given.reviewers)):
        known = [each.key for each in people if keys.item(Person, each.key) is not None]
        if known:
            meta[name] = known
        doubts += [
            f"“{each.name}” ({name}) is not in the library: add them, then choose them."
            for each in people
            if each.key not in known
        ]
    for name in ("last_reviewed", "next_review"):
        written = getattr(given, name)
        if _is_date(written):
            meta[name] = written
        elif written:
            doubts.append(f"“{written}” ({name}) is no date: write it as 2026-01-31.")
    for reference in given.about:
        kind, _, slug = reference.partition(":")
        if kind in LIBRARY and keys.item(LIBRARY[kind], slug) is not None:
            meta.setdefault("about", []).append(reference)
        else:
            doubts.append(f"“{reference}” (about) is not in the library.")
    sources = [
        {
            "citation": source.citation,
            **({"url": source.url} if source.url else {}),
            **({"accessed": source.accessed} if _is_date(source.accessed) else {}),
        }
        for source in given.sources
    ]
    return {**meta, **({"sources": sources} if sources else {})}, doubts


def _is_date(written: str) -> bool:
    try:
        datetime.date.fromisoformat(written)
    except ValueError:
        return False
    return True
