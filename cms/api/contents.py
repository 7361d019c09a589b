"""A page as an editor wrote it, with what it refers to: for tools that judge its words."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from cms.api.items import page_link
from cms.api.schemas import INTEGER, PATH, TEXT, URL, array, choice, nullable, struct
from cms.pages.models import BasePage
from cms.quality.contents import contents_of

VERSIONS = ("live", "draft")


def contents_answer(
    page: BasePage, version: str, request: HttpRequest, *, public: bool
) -> dict[str, Any]:
    """`public` says that the reader may know no more than everybody."""
    link = page_link(page, request)
    shown = page if version == "live" else page.get_latest_revision_as_object()
    return {
        "id": page.pk,
        "path": link["path"],
        "url": link["url"],
        "version": version,
        **contents_of(shown, public=public),
    }


SCHEMA = struct(
    {
        "id": INTEGER,
        "path": PATH,
        "url": URL,
        "version": choice(VERSIONS),
        "content": {
            "type": "object",
            "description": "The page as a content file holds it, with ids for natural keys.",
        },
        "library": {
            "type": "object",
            "description": "The fields of the library items that it shows, such as condition:7; "
            "null where there is none.",
            "additionalProperties": nullable({"type": "object"}),
        },
        "references": {
            "type": "object",
            "description": "Whether what it refers to, such as page:7, can be shown.",
            "additionalProperties": TEXT,
        },
        "lexicon": {
            "type": "object",
            "description": "The names in the library that a linter has to know, by word list.",
            "additionalProperties": array(TEXT),
        },
        "site": struct(
            {
                "publisher": TEXT,
                "own_brands": array(TEXT),
                "own_domains": array(TEXT),
                "disclaimer": {**TEXT, "description": "What every page carries, as plain words."},
            }
        ),
    },
    "A page's words and what they depend on, for tools that judge them.",
)
