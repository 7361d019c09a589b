"""The smallest valid pages, and one article without a fault. For tests and demonstrations.

Pages are drafts unless `live=True`, which publishes them as an editor would, through the gate.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from django.utils import timezone
from wagtail.models import Page

from cms.library import factories as library
from cms.library.models import Condition, LibraryItem, MedicineClass, Person, Therapy
from cms.pages.models import (
    ArticleAuthor,
    ArticleCondition,
    ArticleMedicineClass,
    ArticlePage,
    ArticleReviewer,
    ArticleSource,
    ArticleTherapy,
    HomePage,
    RelatedArticle,
    SectionPage,
)
from cms.pages.site import ensure_site

_numbers = count(1)


def home() -> HomePage:
    """The home page in the default language."""
    return ensure_site().root_page.specific


def section(title: str = "Breathing", parent: Page | None = None, **fields: Any) -> SectionPage:
    return _added(SectionPage(title=title, slug=_slug("section")), parent, fields)


def article(
    title: str = "Living with asthma",
    parent: Page | None = None,
    *,
    body: Iterable[Mapping[str, Any]] = (),
    authors: Iterable[Person] = (),
    reviewers: Iterable[Person] = (),
    sources: Iterable[Mapping[str, Any]] = (),
    about: Iterable[LibraryItem] = (),
    related: Iterable[ArticlePage] = (),
    **fields: Any,
) -> ArticlePage:
    """An article whose body is given as StreamField JSON; ids are made where they are missing."""
    page = ArticlePage(title=title, slug=_slug("article"))
    page.authors = [ArticleAuthor(person=person) for person in authors]
    page.reviewers = [ArticleReviewer(person=person) for person in reviewers]
    page.sources = [ArticleSource(**source) for source in sources]
    page.related = [RelatedArticle(article=other) for other in related]
    about = list(about)
    page.about_conditions = [
        ArticleCondition(condition=item) for item in about if isinstance(item, Condition)
    ]
    page.about_therapies = [
        ArticleTherapy(therapy=item) for item in about if isinstance(item, Therapy)
    ]
    page.about_medicine_classes = [
        ArticleMedicineClass(medicine_class=item)
        for item in about
        if isinstance(item, MedicineClass)
    ]
    return _added(page, parent, {"body": stream(body)} | fields)


def clean_article(title: str = "Sleeping better", **fields: Any) -> ArticlePage:
    """An article with everything that a careful publisher asks of one."""
    today = timezone.localdate()
    given = {
        "summary": "Small changes that can help you sleep, and when to ask for help.",
        "search_description": "What helps you sleep well, and when to see a doctor about it.",
        "authors": [library.person()],
        "reviewers": [library.reviewer()],
        "last_reviewed": today - timedelta(days=30),
        "next_review": today + timedelta(days=700),
        "sources": [
            {
                "citation": "National Library of Medicine. Healthy sleep. MedlinePlus.",
                "url": "https://medlineplus.gov/healthysleep.html",
                "accessed": today - timedelta(days=31),
                "evidence": ArticleSource.Evidence.PATIENT_INFORMATION,
            }
        ],
        "about": [library.condition("Insomnia")],
        "body": CLEAN_BODY,
    }
    return article(title, **given | fields)


CLEAN_BODY = (
    {"type": "heading", "value": {"text": "What you can do", "level": 2}},
    {
        "type": "paragraph",
        "value": "<p>Go to bed at the same time each night. Keep the room dark and cool. "
        "Put your phone in another room.</p>",
    },
    {
        "type": "explained_list",
        "value": {
            "ordered": False,
            "items": [
                {"term": "Coffee", "explanation": "<p>Have your last cup at lunch.</p>"},
                {"term": "Walks", "explanation": "<p>A walk in daylight may help you sleep.</p>"},
            ],
        },
    },
    {"type": "heading", "value": {"text": "When to ask for help", "level": 2}},
    {
        "type": "callout",
        "value": {
            "level": "professional",
            "heading": "See your doctor if:",
            "text": "<ul><li>you have slept badly for a month</li>"
            "<li>you feel too tired to drive safely</li></ul>",
        },
    },
    {
        "type": "disclaimer",
        "value": {
            "text": "<p>This page cannot replace advice from your doctor. "
            "Talk to your doctor before you take anything to help you sleep.</p>"
        },
    },
    {"type": "sources", "value": None},
)


def stream(blocks: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """StreamField JSON as it is stored: every block has an id."""
    return [{"id": str(uuid4()), **block} for block in blocks]


def _added(page: Any, parent: Page | None, fields: dict[str, Any]) -> Any:
    live = fields.pop("live", False)
    for name, value in fields.items():
        setattr(page, name, value)
    page.live = False
    parent = parent or home()
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
        page.refresh_from_db()
    return page


def _slug(kind: str) -> str:
    return f"{kind}-{next(_numbers)}"
