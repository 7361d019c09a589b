"""Previews in the editor: of each kind of page and library item, and of each block."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.blocks import ArticleBody
from cms.library import factories as library
from cms.library.models import LibraryItem
from cms.pages import factories
from cms.pages.models import ArticlePage, HomePage, SectionPage
from tests.cms.website import every_block

pytestmark = pytest.mark.django_db

ROWS = (
    "authors",
    "reviewers",
    "sources",
    "about_conditions",
    "about_therapies",
    "about_medicine_classes",
    "related",
)
ITEMS = [
    library.condition,
    library.therapy,
    library.medicine_class,
    library.person,
    library.disclaimer,
    library.crisis_resource,
    library.call_to_action,
]


@pytest.fixture
def editor(admin_user: User) -> Client:
    client = Client()
    client.force_login(admin_user)
    return client


def typed(title: str, **more: Any) -> dict[str, str]:
    """The form of a page as an editor has it before saving anything."""
    paragraph = ("paragraph", rich_text(f"<p>Typed under {title}</p>"))
    fields = {
        "title": title,
        "slug": "typed",
        "summary": "A typed summary",
        "body": streamfield([paragraph]),
        "comments": inline_formset([]),
        **more,
    }
    return nested_form_data(fields)


def article_fields() -> dict[str, Any]:
    empty = {rows: inline_formset([]) for rows in ROWS}
    return {
        "article_kind": "clinical",
        "audience": "public",
        "also_called": "",
        "tags": "",
        **empty,
    }


def previewed(client: Client, url: str, data: dict[str, str]) -> BeautifulSoup:
    answer = client.post(url, data)
    assert (answer.status_code, answer.json()["is_valid"]) == (200, True)
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize(
    ("make", "more"),
    [
        (factories.home, {}),
        (factories.section, {}),
        (factories.article, article_fields()),
        (lambda: factories.clean_article(live=True), article_fields()),
    ],
    ids=["home", "section", "draft article", "live article"],
)
def test_an_unsaved_edit_shows_in_the_preview_only(editor, make, more):
    page = make()
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    soup = previewed(editor, url, typed("Just typed", **more))
    assert soup.h1.get_text() == "Just typed"
    assert "Typed under Just typed" in soup.main.get_text()
    assert "Preview." in soup.find(class_="preview-note").get_text()
    assert Page.objects.get(pk=page.pk).title != "Just typed"


@pytest.mark.parametrize(
    ("model", "more"),
    [(SectionPage, {}), (ArticlePage, article_fields())],
    ids=["section", "article"],
)
def test_a_page_can_be_seen_before_it_is_first_saved(editor, model, more):
    url = reverse(
        "wagtailadmin_pages:preview_on_add",
        args=["pages", model._meta.model_name, factories.home().pk],
    )
    soup = previewed(editor, url, typed("Brand new", **more))
    assert soup.h1.get_text() == "Brand new"
    assert not Page.objects.filter(title="Brand new").exists()


def test_a_home_page_can_be_seen_before_it_is_first_saved(editor):
    root = Page.objects.get(depth=1)
    url = reverse("wagtailadmin_pages:preview_on_add", args=["pages", "homepage", root.pk])
    assert previewed(editor, url, typed("Another site")).h1.get_text() == "Another site"
    assert HomePage.objects.filter(title="Another site").count() == 0


def test_the_saved_draft_can_be_viewed_by_editors_alone(editor):
    page = factories.article("First words", live=True, article_kind="news")
    page.title = "Second words"
    page.save_revision()
    url = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    assert "Second words" in editor.get(url).content.decode()
    assert "Second words" not in Client().get(page.url).content.decode()
    assert Client().get(url).status_code == 302


def test_a_preview_says_that_a_button_leads_nowhere_yet():
    button = {"type": "call_to_action", "value": {"label": "Find help", "style": "primary"}}
    page = factories.article(body=[button])
    html = page.make_preview_request().content.decode()
    assert "This button does not lead anywhere yet." in html


@pytest.mark.parametrize(
    ("kind", "make", "value"),
    [
        ("disclaimer", library.disclaimer, lambda pk: {"disclaimer": pk}),
        ("condition_list", library.condition, lambda pk: [{"condition": pk}]),
        ("therapy_list", library.therapy, lambda pk: [{"therapy": pk}]),
        ("medicine_list", library.medicine_class, lambda pk: [{"medicine_class": pk}]),
        ("crisis_resources", library.crisis_resource, lambda pk: {"resources": [pk]}),
    ],
)
def test_a_preview_says_what_waits_for_the_library(kind, make, value):
    note = "Readers see nothing here until what you chose from the library is published."
    for live in (False, True):
        page = factories.article(body=[{"type": kind, "value": value(make(live=live).pk)}])
        assert (note in page.make_preview_request().content.decode()) != live


def test_pictures_in_a_preview_come_from_the_host_of_the_editor():
    image = every_block.picture()
    page = factories.article(
        body=[{"type": "image", "value": {"image": image.pk, "alt": "Tea", "caption": ""}}]
    )
    soup = BeautifulSoup(page.make_preview_request().content, "html.parser")
    assert soup.main.img["src"].startswith("/media/")


@pytest.mark.parametrize("make", ITEMS)
def test_library_item(make):
    item: LibraryItem = make()
    setattr(item, item.label_field, "Renamed in the draft")
    soup = BeautifulSoup(item.make_preview_request().content, "html.parser")
    assert soup.h1.get_text() == "Renamed in the draft"


@pytest.mark.parametrize("name", list(ArticleBody().child_blocks))
def test_block_in_the_picker(editor, name):
    library.crisis_resource()
    every_block.picture()
    block = ArticlePage.body.field.stream_block.child_blocks[name]
    response = editor.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 200
    shown = soup.find(class_="prose")
    # The list of sources is that of the page it stands on.
    assert bool(shown.get_text(strip=True) or shown.img) == (name != "sources")
