"""Wagtail's v2 API: what it tells of articles, and what it keeps to itself."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Page

from cms.library import factories as library
from cms.pages import factories
from tests.cms.api.hidden import HIDDEN, OPEN_AFTER_LOGIN, SECRET
from tests.cms.website.every_block import picture

pytestmark = pytest.mark.django_db

PAGES = "/api/v2/pages/"
EVERYTHING = f"{PAGES}?type=pages.ArticlePage&fields=*"


@pytest.fixture(autouse=True)
def gate_off(settings):
    """What the API tells does not depend on what the linter says."""
    settings.CONTENTLINT_GATE = "off"


def read(client: Client, url: str) -> dict[str, Any]:
    response = client.get(url)
    assert response.status_code == 200, response.content
    return response.json()


def test_every_field_of_an_article(client):
    image = picture()
    person = library.reviewer("Uma Reed", profile="A lung nurse.")
    condition = library.condition("Cough", also_called=["Tussis"], description="A reflex.")
    other = factories.article("Colds", live=True)
    block = {"type": "paragraph", "value": "<p>Honey may help.</p>", "id": "b1"}
    page = factories.article(
        "Coughs",
        live=True,
        summary="Why we cough.",
        body=[block],
        article_kind="clinical",
        also_called=["Tussis"],
        audience="carers",
        hero_image=image,
        hero_alt="A cup of tea",
        authors=[person],
        reviewers=[person],
        last_reviewed=datetime.date(2026, 3, 4),
        next_review=datetime.date(2028, 3, 4),
        sources=[{"citation": "A book.", "url": "https://example.org/", "evidence": "trial"}],
        about=[condition, library.therapy("Steam"), library.medicine_class("Syrups")],
        related=[other],
    )
    page.tags.add("lungs")
    page.save()
    answer = read(client, f"{PAGES}{page.pk}/")
    for row in (*answer["authors"], *answer["sources"], *answer["related"]):
        del row["id"]
    assert {
        name: answer[name]
        for name in (
            "title summary body article_kind also_called audience hero_alt hero_decorative "
            "last_reviewed next_review sources tags"
        ).split()
    } == {
        "title": "Coughs",
        "summary": "Why we cough.",
        "body": [block],
        "article_kind": "clinical",
        "also_called": ["Tussis"],
        "audience": "carers",
        "hero_alt": "A cup of tea",
        "hero_decorative": False,
        "last_reviewed": "2026-03-04",
        "next_review": "2028-03-04",
        "sources": [
            {
                "meta": {"type": "pages.ArticleSource"},
                "citation": "A book.",
                "url": "https://example.org/",
                "accessed": None,
                "evidence": "trial",
            }
        ],
        "tags": ["lungs"],
    }
    assert answer["authors"] == [
        {
            "meta": {"type": "pages.ArticleAuthor"},
            "person": {"id": person.pk, "meta": {"type": "library.Person"}},
            "details": {
                "slug": person.slug,
                "name": "Uma Reed",
                "credentials": "MD",
                "role": "Clinical reviewer",
                "profile": "A lung nurse.",
                "conflicts_of_interest": "",
            },
        }
    ]
    assert answer["reviewers"][0]["details"]["name"] == "Uma Reed"
    assert answer["about_conditions"][0]["details"]["also_called"] == ["Tussis"]
    assert answer["about_therapies"][0]["details"]["name"] == "Steam"
    assert answer["about_medicine_classes"][0]["details"]["name"] == "Syrups"
    assert answer["related"][0]["details"] == {"title": "Colds", "html_url": other.full_url}
    assert answer["hero_image"]["id"] == image.pk
    assert answer["hero_rendition"]["width"] == 90


@pytest.mark.parametrize(
    ("make", "logged_in"),
    [
        *((make, False) for make in HIDDEN),
        *((make, True) for make in HIDDEN if make not in OPEN_AFTER_LOGIN),
    ],
)
def test_hidden_pages(client, django_user_model, make: Callable[[], Page], logged_in: bool):
    page = make()
    if logged_in:
        client.force_login(django_user_model.objects.create_user("reader"))
    assert client.get(f"{PAGES}{page.pk}/").status_code == 404
    assert client.get(f"{PAGES}find/?id={page.pk}").status_code == 404
    assert client.get(f"{PAGES}find/?html_path={page.url or page.url_path}").status_code == 404
    for query in ("?fields=*", f"?search={SECRET}", f"?slug={page.slug}", "?fields=*&site="):
        response = client.get(PAGES + query)
        assert SECRET not in response.content.decode()


@pytest.mark.parametrize("make", HIDDEN)
def test_a_public_page_does_not_give_away_a_hidden_one(client, make: Callable[[], Page]):
    page = factories.article("Open", live=True, related=[make()])
    for query in ("", "?fields=*", "?fields=related(article(*))", "?fields=related(*)"):
        answer = read(client, f"{PAGES}{page.pk}/{query}")
        assert answer["related"][0]["article"] is None
        assert answer["related"][0]["details"] is None
        assert SECRET not in str(answer)
    assert SECRET not in str(read(client, f"{EVERYTHING}&fields=*,related(article(*))"))


def test_a_public_page_that_another_refers_to_shows(client):
    other = factories.article("Colds", live=True)
    page = factories.article("Open", live=True, related=[other])
    answer = read(client, f"{PAGES}{page.pk}/")
    assert answer["related"][0]["article"]["title"] == "Colds"


def test_an_alias_does_not_give_away_its_private_original(client):
    original = HIDDEN[-1]()
    section = factories.section("Open", live=True)
    alias = original.create_alias(parent=section, update_slug="copy")
    Page.objects.filter(pk=alias.pk).update(title="Copy", draft_title="Copy")
    answer = read(client, f"{PAGES}{alias.pk}/")
    assert answer["meta"]["alias_of"] is None
    assert SECRET not in str(answer)


def test_items_that_are_not_live_keep_their_words(client):
    hidden = {"live": False}
    person = library.reviewer(SECRET, **hidden)
    about = [
        library.condition(SECRET, **hidden),
        library.therapy(SECRET, **hidden),
        library.medicine_class(SECRET, **hidden),
    ]
    disclaimer = library.disclaimer(SECRET, **hidden)
    body = [{"type": "disclaimer", "value": {"disclaimer": disclaimer.pk}}]
    page = factories.article("Open", live=True, authors=[person], about=about, body=body)
    for query in ("", "?fields=*", "?fields=authors(person(*)),about_conditions(condition(*))"):
        assert SECRET not in str(read(client, f"{PAGES}{page.pk}/{query}"))


def test_a_draft_of_a_live_item_keeps_its_words(client):
    person = library.reviewer("Uma Reed")
    person.name = SECRET
    person.save_revision()
    page = factories.article("Open", live=True, authors=[person])
    answer = read(client, f"{PAGES}{page.pk}/")
    assert answer["authors"][0]["details"]["name"] == "Uma Reed"


def test_images_and_documents_of_private_collections_are_hidden(client):
    private = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document_model = get_document_model()
    for collection in (Collection.get_first_root_node(), private):
        image = picture()
        image.collection, image.title = collection, f"In {collection.name}"
        image.save()
        document_model.objects.create(
            title=f"In {collection.name}",
            file=ContentFile(b"text", name="leaflet.txt"),
            collection=collection,
        )
    for endpoint in ("images", "documents"):
        titles = [item["title"] for item in read(client, f"/api/v2/{endpoint}/")["items"]]
        assert titles == ["In Root"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(admin_client, method):
    page = factories.article("Open", live=True)
    response = getattr(admin_client, method)(f"{PAGES}{page.pk}/", {"title": "Changed"})
    assert response.status_code in (403, 405)
    page.refresh_from_db()
    assert page.title == "Open"
