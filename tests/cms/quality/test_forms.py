"""Which buttons are held up, and where in the form the editor is told why."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import APIToken, GroupPagePermission

from cms.pages import factories
from cms.pages.models import ArticlePage
from tests.cms.quality.editor import article_form
from tests.cms.quality.ways import edit_url, review

pytestmark = pytest.mark.django_db

CLAIM = "<p>Sleep therapy cures insomnia for good.</p>"
LIST = {
    "type": "explained_list",
    "value": {
        "ordered": False,
        "items": [
            {"term": "Walks", "explanation": "<p>A walk may help.</p>"},
            {"term": "Therapy", "explanation": CLAIM},
        ],
    },
}
BAD_BODY = [*factories.CLEAN_BODY, LIST]


def post(client: Client, page: ArticlePage, **fields: Any) -> HttpResponse:
    return client.post(edit_url(page), article_form(page, **fields))


def test_the_message_stands_at_the_nested_block(admin_client: Client) -> None:
    page = factories.clean_article(body=BAD_BODY)
    response = post(admin_client, page, **{"action-publish": "1"})
    [error] = response.context["form"].errors["body"].as_data()
    blocks = error.as_json_data()["blockErrors"]
    assert list(blocks) == [len(factories.CLEAN_BODY)]
    items = blocks[len(factories.CLEAN_BODY)]["blockErrors"]["items"]
    assert list(items["blockErrors"]) == [1]
    [message] = items["blockErrors"][1]["blockErrors"]["explanation"]["messages"]
    assert "cures insomnia for good" in message


def test_what_is_typed_is_kept_when_a_new_page_is_refused(admin_client: Client) -> None:
    page = ArticlePage(title="Typed", slug="typed", body=factories.stream(BAD_BODY))
    url = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", factories.home().pk])
    response = admin_client.post(url, article_form(page, **{"action-publish": "1"}))
    assert response.status_code == 200
    assert not ArticlePage.objects.exists()
    assert response.context["form"]["title"].value() == "Typed"
    assert "cures insomnia for good" in response.content.decode()


def test_the_reviewers_are_named_where_they_are_chosen(admin_client: Client) -> None:
    page = factories.clean_article(reviewers=[])
    response = post(admin_client, page, **{"action-publish": "1"})
    form = response.context["form"]
    assert not form.errors
    assert "No clinical reviewer" in form.formsets["reviewers"].non_form_errors()[0]
    assert not ArticlePage.objects.get(pk=page.pk).live


@pytest.mark.parametrize("button", ["action-submit", "save"])
def test_drafts_and_submissions_are_not_held_up(button: str, admin_client: Client) -> None:
    page = factories.clean_article(body=BAD_BODY)
    review()
    response = post(admin_client, page, summary="Changed", **{button: "1"})
    assert response.status_code == 302
    page = ArticlePage.objects.get(pk=page.pk)
    assert page.get_latest_revision_as_object().summary == "Changed"
    assert page.workflow_in_progress is (button == "action-submit")


def test_autosave_is_never_held_up(admin_client: Client) -> None:
    page = factories.clean_article(body=BAD_BODY)
    response = admin_client.post(
        edit_url(page),
        article_form(page, summary="Autosaved"),
        headers={"Accept": "application/json"},
    )
    assert response.json()["success"] is True


@pytest.fixture
def writer(client: Client, django_user_model: Any) -> Client:
    """Somebody who may write but not publish."""
    user = django_user_model.objects.create_user("writer", "writer@example.org", "-")
    group = Group.objects.create(name="Writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for permission in ("add_page", "change_page"):
        GroupPagePermission.objects.create(
            group=group, page=factories.home(), permission_type=permission.removesuffix("_page")
        )
    user.groups.add(group)
    client.force_login(user)
    return client


def test_who_may_not_publish_saves_a_draft(writer: Client) -> None:
    page = factories.clean_article()
    response = post(writer, page, summary="By a writer", **{"action-publish": "1"})
    assert response.status_code == 302
    page = ArticlePage.objects.get(pk=page.pk)
    assert (page.live, page.get_latest_revision_as_object().summary) == (False, "By a writer")


def test_who_may_not_publish_hears_that_and_no_findings(
    writer: Client, django_user_model: Any
) -> None:
    page = factories.clean_article(body=BAD_BODY)
    _, secret = APIToken.create_token(user=django_user_model.objects.get(), name="writer")
    answer = Client().post(
        f"/api/v3/pages/{page.pk}/actions/publish/", headers={"Authorization": f"Bearer {secret}"}
    )
    assert (answer.status_code, "findings" in answer.json()) == (403, False)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    writer.post(f"{url}?id={page.pk}&next=/admin/")
    assert not ArticlePage.objects.get(pk=page.pk).live
