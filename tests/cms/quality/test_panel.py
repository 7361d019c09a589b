"""What the editor sees beside the form."""

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client, override_settings
from django.urls import reverse

from cms.library import factories as library
from cms.library.models import Therapy
from cms.pages import factories
from cms.pages.models import ArticlePage
from tests.cms.quality.editor import article_form
from tests.cms.quality.ways import edit_url, settled

pytestmark = pytest.mark.django_db

CLAIM = {
    "type": "paragraph",
    "value": "<p>Sleep therapy cures insomnia for good.</p>",
    "id": "1f0c9a5e-2f6b-4b87-9a47-0f1f7d6f3a11",
}


def panel(client: Client, url: str) -> Tag:
    page = BeautifulSoup(client.get(url).content, "html.parser")
    return page.select_one("[data-side-panel='findings']")


def entries(shown: Tag) -> list[tuple[str, list[str]]]:
    """The headings of the panel, and the titles under each."""
    return [
        (
            group.h3.contents[0].strip(),
            [title.get_text(strip=True) for title in group.select(".cl-findings__title")],
        )
        for group in shown.select("section.cl-findings__group")
        if group.li
    ]


def test_a_finding_leads_to_its_block(admin_client: Client) -> None:
    page = factories.clean_article(body=[*factories.CLEAN_BODY, CLAIM])
    shown = panel(admin_client, edit_url(page))
    assert entries(shown) == [("Mend before publishing", ["Absolute claim"])]
    assert shown.select_one("a")["href"] == f"#block-{CLAIM['id']}-section"
    assert shown.select_one("mark").get_text() == "cures insomnia for good"


def test_a_missing_field_leads_to_where_it_is_filled_in(admin_client: Client) -> None:
    page = factories.clean_article(reviewers=[])
    shown = panel(admin_client, edit_url(page))
    anchor = shown.select_one("a")["href"]
    form = BeautifulSoup(admin_client.get(edit_url(page)).content, "html.parser")
    assert "Clinical reviewers" in form.select_one(anchor).get_text()


def test_a_clean_draft_says_so(admin_client: Client) -> None:
    shown = panel(admin_client, edit_url(factories.clean_article()))
    assert entries(shown) == []
    assert "This draft can go live." in shown.get_text()
    assert "Grade" in shown.get_text()


def test_what_is_live_already_is_told_apart(admin_client: Client) -> None:
    with settled():
        page = factories.clean_article(live=True, body=[*factories.CLEAN_BODY, CLAIM])
    page.summary = "Small changes that can help you sleep well."
    page.save_revision()
    shown = panel(admin_client, edit_url(page))
    assert entries(shown) == [("Already live: mend when you can", ["Absolute claim"])]


def test_the_panel_follows_autosave(admin_client: Client) -> None:
    page = factories.clean_article()
    page.body = factories.stream([*factories.CLEAN_BODY, CLAIM])
    response = admin_client.post(
        edit_url(page), article_form(page), headers={"Accept": "application/json"}
    )
    partials = BeautifulSoup(response.json()["html"], "html.parser")
    template = partials.find(attrs={"data-w-teleport-target-value": "[data-side-panel='findings']"})
    shown = BeautifulSoup(template.decode_contents(), "html.parser")
    assert entries(shown) == [("Mend before publishing", ["Absolute claim"])]
    counter = partials.find("div", attrs={"data-side-panel-toggle-counter": True})
    assert (counter.string, counter.has_attr("hidden")) == ("1", False)


def test_notes_are_folded_away_and_lead_to_their_places(admin_client: Client) -> None:
    url = edit_url(factories.clean_article(search_description="", sources=[], body=[]))
    form = BeautifulSoup(admin_client.get(url).content, "html.parser")
    shown = form.select_one("[data-side-panel='findings']")
    folded = shown.select_one("details[data-findings-group='infos']")
    assert not folded.has_attr("open")
    places = [title.a["href"] for title in shown.select(".cl-findings__title")]
    assert len(places) > 1
    assert all(form.select_one(place) for place in places)


def test_the_same_advice_is_given_once(admin_client: Client) -> None:
    again = {**CLAIM, "id": CLAIM["id"].replace("1f", "2f")}
    page = factories.clean_article(body=[*factories.CLEAN_BODY, CLAIM, again])
    shown = panel(admin_client, edit_url(page))
    assert entries(shown) == [("Mend before publishing", ["Absolute claim", "Absolute claim"])]
    assert len(shown.select("section .cl-findings__advice")) == 1


def test_a_new_page_has_no_findings_yet(admin_client: Client) -> None:
    url = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", factories.home().pk])
    assert "as soon as the draft is saved" in panel(admin_client, url).get_text()


def test_a_library_item_has_findings_too(admin_client: Client) -> None:
    item = library.therapy(live=False, description="Singing therapy cures asthma for good.")
    url = reverse(Therapy.snippet_viewset.get_url_name("edit"), args=[item.pk])
    shown = panel(admin_client, url)
    assert entries(shown) == [("Mend before publishing", ["Absolute claim"])]
    form = BeautifulSoup(admin_client.get(url).content, "html.parser")
    assert "What happens in this therapy" in form.select_one(shown.a["href"]).get_text()


@pytest.mark.parametrize("fields", [{"title": "<script>alert(1)</script>"}, {}])
def test_words_are_never_markup(fields: dict[str, Any], admin_client: Client) -> None:
    heading = {"text": "<script>alert(1)</script>", "level": 4}
    body = [*factories.CLEAN_BODY, {"type": "heading", "value": heading}, CLAIM]
    page = factories.clean_article(body=body, **fields)
    shown = panel(admin_client, edit_url(page))
    assert "<script>alert(1)</script>" in shown.get_text()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    told = admin_client.post(f"{url}?id={page.pk}&next=/admin/", follow=True).content.decode()
    assert "promises" in told
    refused = admin_client.post(
        edit_url(page), article_form(page, **{"action-publish": "1"})
    ).content.decode()
    for html in (str(shown), told, refused):
        assert "<script>alert(1)" not in html


def test_a_gate_that_is_off_is_named(admin_client: Client) -> None:
    with override_settings(CONTENTLINT_GATE="off"):
        shown = panel(admin_client, edit_url(factories.clean_article()))
    assert "The gate is off" in shown.get_text()


def test_who_cannot_edit_sees_nothing(client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_user("reader"))
    page: ArticlePage = factories.clean_article(body=[*factories.CLEAN_BODY, CLAIM])
    response = client.get(edit_url(page))
    assert response.status_code == 302
    assert "cures" not in response.content.decode()
