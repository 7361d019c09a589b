"""Wagtail's v3 API: reading for everybody, writing for those with a token and the rights."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils.html import strip_tags
from wagtail.models import APIToken, Page

from cms.library import factories as library
from cms.pages import factories
from cms.pages.models import ArticlePage
from tests.cms.api.hidden import HIDDEN, SECRET, below_a_private_section

pytestmark = pytest.mark.django_db

PAGES = "/api/v3/pages/"


@pytest.fixture(autouse=True)
def gate_off(settings):
    """What the API does with fields does not depend on what the linter says."""
    settings.CONTENTLINT_GATE = "off"


def with_token(user: User) -> Client:
    _, token = APIToken.create_token(user=user, name="Test")
    return Client(headers={"Authorization": f"Bearer {token}"})


def anonymous(reader: User) -> Client:
    return Client()


def session_only(reader: User) -> Client:
    client = Client()
    client.force_login(reader)
    return client


def token_without_rights(reader: User) -> Client:
    return with_token(reader)


def wrong_token(reader: User) -> Client:
    return Client(headers={"Authorization": "Bearer nonsense"})


READERS = [anonymous, session_only, token_without_rights, wrong_token]


@pytest.mark.parametrize("make", HIDDEN)
@pytest.mark.parametrize("who", READERS)
def test_hidden_pages(
    django_user_model, who: Callable[[User], Client], make: Callable[[], Page]
) -> None:
    page = make()
    client = who(django_user_model.objects.create_user("reader"))
    assert client.get(f"{PAGES}{page.pk}/").status_code == 404
    assert client.get(f"{PAGES}{page.pk}/?version=draft").status_code == 404
    assert client.get(f"{PAGES}find/?id={page.pk}").status_code == 404
    for query in ("", f"?search={SECRET}", f"?slug={page.slug}", "?type=pages.ArticlePage"):
        assert SECRET not in client.get(PAGES + query).content.decode()
    assert client.get(f"{PAGES}{page.pk}/revisions/").status_code in (401, 403, 404)


@pytest.mark.parametrize("who", [anonymous, session_only])
def test_a_draft_of_a_live_page_stays_inside(django_user_model, who) -> None:
    page = factories.article("Open", live=True)
    page.title = SECRET
    page.save_revision()
    client = who(django_user_model.objects.create_user("reader"))
    for query in ("", "?version=draft"):
        response = client.get(f"{PAGES}{page.pk}/{query}")
        assert response.json()["title"] == "Open"


@pytest.mark.parametrize("make", HIDDEN)
def test_a_public_page_does_not_give_away_a_hidden_one(client, make) -> None:
    page = factories.article("Open", live=True, related=[make()])
    answer = client.get(f"{PAGES}{page.pk}/").json()
    assert answer["related"][0]["details"] is None
    assert SECRET not in str(answer)


def below_an_unpublished_section() -> Page:
    section = factories.section(SECRET, live=True)
    page = factories.article("Open", section, live=True)
    section.unpublish()
    return page


def alias_of_a_private_page() -> Page:
    original = below_a_private_section()
    alias = original.create_alias(parent=factories.home(), update_slug="copy")
    Page.objects.filter(pk=alias.pk).update(title="Open", draft_title="Open")
    return alias


@pytest.mark.parametrize("make", [below_an_unpublished_section, alias_of_a_private_page])
def test_parents_and_originals_that_are_hidden_are_not_named(client, make) -> None:
    answer = client.get(f"{PAGES}{make().pk}/").json()
    assert answer["title"] == "Open"
    assert SECRET not in str(answer)


def test_parents_that_show_are_named(client, admin_user) -> None:
    page = factories.article("Open", factories.section("Lungs", live=True), live=True)
    assert client.get(f"{PAGES}{page.pk}/").json()["meta"]["parent"]["title"] == "Lungs"
    hidden = below_an_unpublished_section()
    answer = with_token(admin_user).get(f"{PAGES}{hidden.pk}/").json()
    assert answer["meta"]["parent"]["title"] == SECRET


@pytest.mark.parametrize("make", HIDDEN)
@pytest.mark.parametrize("rich_text_format", ["html", "markdown", "db_html", "db_markdown"])
def test_links_do_not_give_away_where_hidden_pages_are(client, make, rich_text_format) -> None:
    page = make()
    Page.objects.filter(pk=page.pk).update(
        slug="secret-plans", url_path=page.url_path.replace(page.slug, "secret-plans")
    )
    link = f'<p><a linktype="page" id="{page.pk}">More</a></p>'
    public = factories.article("Open", live=True, body=[{"type": "paragraph", "value": link}])
    for version in ("v2", "v3"):
        url = f"/api/{version}/pages/{public.pk}/?rich_text_format={rich_text_format}"
        answer = client.get(url).content.decode()
        assert "More" in answer
        assert "secret-plans" not in answer


@pytest.mark.parametrize(
    ("rich_text_format", "shown"),
    [("html", 'href="/lungs/"'), ("markdown", "[More](/lungs/)")],
)
def test_links_to_public_pages_show_their_address(client, rich_text_format, shown) -> None:
    page = factories.article("Lungs", live=True, slug="lungs")
    link = f'<p><a id="{page.pk}" linktype="page">More</a></p>'
    public = factories.article("Open", live=True, body=[{"type": "paragraph", "value": link}])
    for version in ("v2", "v3"):
        url = f"/api/{version}/pages/{public.pk}/?rich_text_format={rich_text_format}"
        assert shown in str(client.get(url).json()["body"])


def test_items_that_are_not_live_keep_their_words(client) -> None:
    person = library.reviewer(SECRET, live=False)
    about = [library.condition(SECRET, live=False)]
    page = factories.article("Open", live=True, authors=[person], about=about)
    answer = client.get(f"{PAGES}{page.pk}/").json()
    assert answer["authors"][0]["details"] is None
    assert SECRET not in str(answer)


def test_every_field_can_be_written_and_read_back(admin_user) -> None:
    client = with_token(admin_user)
    person, condition = library.reviewer("Uma Reed"), library.condition("Cough")
    therapy, medicine = library.therapy("Steam"), library.medicine_class("Syrups")
    other = factories.article("Colds", live=True)
    sent: dict[str, Any] = {
        "meta": {"type": "pages.ArticlePage", "parent_id": factories.home().pk},
        "title": "Coughs",
        "slug": "coughs",
        "summary": "Why we cough.",
        "body": [{"type": "paragraph", "value": "<p>Honey may help.</p>"}],
        "article_kind": "clinical",
        "also_called": ["Tussis"],
        "audience": "carers",
        "hero_alt": "A cup of tea",
        "hero_decorative": False,
        "last_reviewed": "2026-03-04",
        "next_review": "2028-03-04",
        "authors": [{"person_id": person.pk}],
        "reviewers": [{"person_id": person.pk}],
        "sources": [{"citation": "A book.", "url": "https://example.org/", "evidence": "trial"}],
        "about_conditions": [{"condition_id": condition.pk}],
        "about_therapies": [{"therapy_id": therapy.pk}],
        "about_medicine_classes": [{"medicine_class_id": medicine.pk}],
        "related": [{"article_id": other.pk}],
        "tags": ["lungs"],
    }
    response = client.post(PAGES, sent, content_type="application/json")
    assert response.status_code == 201, response.content
    created = response.json()
    read = client.get(f"{PAGES}{created['id']}/?version=draft").json()
    plain = (
        "title summary article_kind also_called audience hero_alt hero_decorative last_reviewed "
        "next_review tags"
    ).split()
    assert {name: read[name] for name in plain} == {name: sent[name] for name in plain}
    assert [strip_tags(block["value"]) for block in read["body"]] == ["Honey may help."]
    assert read["authors"][0]["person"]["id"] == person.pk
    assert read["reviewers"][0]["details"]["name"] == "Uma Reed"
    assert read["about_conditions"][0]["details"]["name"] == "Cough"
    assert read["about_therapies"][0]["details"]["name"] == "Steam"
    assert read["about_medicine_classes"][0]["details"]["name"] == "Syrups"
    assert read["related"][0]["details"]["title"] == "Colds"
    assert [
        (source["citation"], source["url"], source["evidence"]) for source in read["sources"]
    ] == [("A book.", "https://example.org/", "trial")]
    page = ArticlePage.objects.get(pk=created["id"])
    assert (page.live, page.last_reviewed) == (False, datetime.date(2026, 3, 4))


TABLE = {
    "columns": [{"type": "text", "heading": "Age"}, {"type": "rich_text", "heading": "Sleep"}],
    "rows": [{"values": ["Adults", "<p>7 hours</p>"]}],
    "caption": "By age",
}


def article_with(*body: dict[str, Any]) -> dict[str, Any]:
    kind = {"type": "pages.ArticlePage", "parent_id": factories.home().pk}
    return {"meta": kind, "title": "Coughs", "slug": "coughs", "body": list(body)}


def test_a_table_can_be_written_and_read_back(admin_user) -> None:
    client = with_token(admin_user)
    sent = article_with({"type": "table", "value": TABLE}, {"type": "sources", "value": None})
    response = client.post(PAGES, sent, content_type="application/json")
    assert response.status_code == 201, response.content
    body = ArticlePage.objects.get().get_latest_revision_as_object().body
    assert [(block["type"], block["value"]) for block in body.get_prep_value()] == [
        ("table", TABLE),
        ("sources", None),
    ]


def test_the_rich_text_of_a_table_is_limited_to_what_the_editor_writes(admin_user) -> None:
    cell = '<p>7 <b>hours</b><img src="x" onerror="x()"><a href="javascript:x()">more</a></p>'
    table = TABLE | {"rows": [{"values": ["Adults", cell]}]}
    client = with_token(admin_user)
    sent = article_with({"type": "table", "value": table})
    assert client.post(PAGES, sent, content_type="application/json").status_code == 201
    body = ArticlePage.objects.get().get_latest_revision_as_object().body
    (stored,) = (block["value"]["rows"][0]["values"][1] for block in body.get_prep_value())
    assert "<b>hours</b>" in stored
    assert "onerror" not in stored
    assert "javascript:" not in stored


@pytest.mark.parametrize(
    "table",
    [
        "words",
        ["words"],
        {"columns": [{"type": "text", "heading": "Age"}]},
        {"columns": [{"type": "picture", "heading": ""}], "rows": []},
        {"columns": [{"type": "text", "heading": ""}], "rows": [{"values": []}]},
        {"columns": [{"type": "text", "heading": ""}], "rows": ["words"]},
    ],
)
def test_a_malformed_table_is_refused(admin_user, table) -> None:
    client = with_token(admin_user)
    sent = article_with({"type": "table", "value": table})
    assert client.post(PAGES, sent, content_type="application/json").status_code == 422
    assert not ArticlePage.objects.exists()


def test_markup_in_rich_text_is_cleaned_on_the_way_in(admin_user) -> None:
    sent = {
        "meta": {"type": "pages.ArticlePage", "parent_id": factories.home().pk},
        "title": "Coughs",
        "body": [
            {
                "type": "paragraph",
                "value": '<p>A<script>alert(1)</script> <a href="javascript:alert(1)">b</a></p>',
            }
        ],
    }
    response = with_token(admin_user).post(PAGES, sent, content_type="application/json")
    assert response.status_code == 201, response.content
    stored = str(ArticlePage.objects.get(pk=response.json()["id"]).body.get_prep_value())
    assert "<script" not in stored
    assert "javascript:" not in stored


@pytest.mark.parametrize("who", READERS)
def test_nobody_writes_without_the_rights(django_user_model, who) -> None:
    page = factories.article("Open", live=True)
    client = who(django_user_model.objects.create_user("reader"))
    sent = {"meta": {"type": "pages.ArticlePage", "parent_id": factories.home().pk}, "title": "X"}
    assert client.post(PAGES, sent, content_type="application/json").status_code in (401, 403)
    change = {"title": "Changed", "meta": {"action": "publish"}}
    response = client.patch(f"{PAGES}{page.pk}/", change, content_type="application/json")
    assert response.status_code in (401, 403, 404)
    page.refresh_from_db()
    assert (page.title, ArticlePage.objects.filter(title="X").exists()) == ("Open", False)


def test_the_openapi_document_and_its_page(client) -> None:
    document = client.get("/api/v3/openapi.json").json()
    article = document["components"]["schemas"]["ArticlePageSchema"]["properties"]
    assert {"body", "authors", "reviewers", "sources", "last_reviewed", "tags"} <= article.keys()
    page = client.get("/api/v3/docs/")
    assert page.status_code == 200
    assert "/api/v3/openapi.json" in page.content.decode()
