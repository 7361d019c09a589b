"""An article that has everything: each block, each field, each kind of library item."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from cms.images.models import CmsImage
from cms.library import factories as library
from cms.library.models import LibraryItem
from cms.pages import factories
from cms.pages.models import ArticlePage


@dataclass(frozen=True)
class Words:
    """What stands in every plain text, every rich text and every web address of an article."""

    text: str = "Rest and drink plenty"
    html: str = "<p>Rest, and drink <b>plenty</b> of water.</p>"
    link: str = "https://www.example.org/rest/"
    phone: str = "+1 (555) 010-0100"


def picture(words: Words = Words()) -> CmsImage:
    Collection.get_first_root_node() or Collection.add_root(name="Root")
    image = CmsImage(title="Tea", file=get_test_image_file(filename="tea.png", size=(90, 60)))
    image.description, image.credit = words.text, words.text
    image.save()
    return image


def items(words: Words) -> dict[str, LibraryItem]:
    """A live item of each kind that articles refer to, however unsafe its words are."""
    text, link = words.text, words.link
    made = {
        "condition": library.condition("Colds"),
        "therapy": library.therapy("Steam"),
        "medicine_class": library.medicine_class("Sprays"),
        "disclaimer": library.disclaimer("Usual"),
        "crisis_resource": library.crisis_resource("Night line"),
        "person": library.reviewer("Uma Reed"),
    }
    _set(made["condition"], name=text, also_called=[text], description=text, code=text[:40])
    _set(made["therapy"], name=text, abbreviation="ST", description=text, evidence_note=text)
    safety = {"side_effects": text, "safety_warning": text, "stop_safely": text}
    _set(made["medicine_class"], name=text, examples=[text], used_for=text, **safety)
    _set(made["disclaimer"], text=words.html)
    reached = {"phone": words.phone, "text_number": words.phone, "url": link, "hours": text}
    _set(made["crisis_resource"], name=text, used_for=text, **reached)
    about = {"profile": text, "conflicts_of_interest": text}
    _set(made["person"], name=text, credentials=text, role=text, **about)
    return made


def _set(item: LibraryItem, **values: Any) -> None:
    """Past all validation, as a raw import might do it."""
    type(item).objects.filter(pk=item.pk).update(**values)
    item.refresh_from_db()


def body(words: Words, made: dict[str, LibraryItem], image: CmsImage) -> list[dict[str, Any]]:
    text, html, link = words.text, words.html, words.link
    ids = {kind: item.pk for kind, item in made.items()}
    columns = [{"type": "text", "heading": text}, {"type": "rich_text", "heading": text}]
    levels = ("self_care", "professional", "urgent", "emergency", "warning")
    blocks: list[tuple[str, Any]] = [
        ("key_points", [text, text]),
        ("heading", {"text": text, "level": 2}),
        ("paragraph", html),
        ("heading", {"text": text, "level": 3}),
        (
            "condition_list",
            [
                {"condition": ids["condition"], "medication": html, "therapy": html, "text": html},
                {"name": text, "medication": html, "therapy": html},
            ],
        ),
        (
            "therapy_list",
            [{"therapy": ids["therapy"]}, {"therapy": ids["therapy"], "name": text, "text": html}],
        ),
        (
            "medicine_list",
            [
                {"medicine_class": ids["medicine_class"]},
                {"name": text, "examples": text, "text": html},
            ],
        ),
        ("explained_list", {"ordered": True, "items": [{"term": text, "explanation": html}]}),
        ("explained_list", {"ordered": False, "items": [{"term": text, "explanation": html}]}),
        *(("callout", {"level": level, "heading": text, "text": html}) for level in levels),
        ("do_dont", {"do": [text], "dont": [text]}),
        ("disclaimer", {"disclaimer": ids["disclaimer"]}),
        ("disclaimer", {"text": html}),
        ("crisis_resources", {"heading": text, "resources": [ids["crisis_resource"]]}),
        ("call_to_action", {"label": text, "url": link, "style": "primary"}),
        ("call_to_action", {"label": text, "phone": words.phone, "style": "secondary"}),
        ("call_to_action", {"label": text, "page": factories.home().pk, "style": "link"}),
        ("image", {"image": image.pk, "alt": text, "caption": text}),
        ("image", {"image": image.pk, "alt": "", "decorative": True, "caption": ""}),
        ("quote", {"text": html, "speaker": text, "story": False}),
        ("quote", {"text": html, "speaker": text, "story": True}),
        ("questions", [{"question": text, "answer": html}]),
        ("table", {"columns": columns, "rows": [{"values": [text, html]}], "caption": text}),
        ("video", {"url": link, "title": text, "transcript": html}),
        ("heading", {"text": text, "level": 2}),
        ("sources", None),
    ]
    return [{"type": kind, "value": value} for kind, value in blocks]


def article(words: Words = Words(), **fields: Any) -> ArticlePage:
    """A live article with everything. The gate has to be off."""
    made, image = items(words), picture(words)
    given = {
        "title": words.text,
        "summary": words.text,
        "seo_title": words.text,
        "search_description": words.text,
        "also_called": [words.text],
        "hero_image": image,
        "hero_alt": words.text,
        "social_image": image,
        "authors": [made["person"]],
        "reviewers": [made["person"]],
        "last_reviewed": datetime.date(2026, 10, 1),
        "next_review": datetime.date(2028, 10, 1),
        "about": [made["condition"], made["therapy"], made["medicine_class"]],
        "related": [factories.article("Another one", live=True)],
        "body": body(words, made, image),
    }
    page = factories.article(live=True, **given | fields)
    page.sources.create(citation=words.text, url=words.link, evidence="trial", sort_order=0)
    page.tags.add(words.text[:90])
    page.save()
    return page
