"""Setting a day of review keeps the words that were reviewed, and the linter tells what changed."""

import datetime
import json
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import APIToken

from cms.pages import factories
from cms.pages.models import ArticlePage
from cms.quality import adapter, gate
from lint import reviewed
from tests.cms.quality.editor import article_form
from tests.cms.quality.ways import edit_url

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DOSE = {"type": "paragraph", "value": "<p>Drink no more than 2 cups of coffee a day.</p>"}


def saved(client: Client, page: ArticlePage, **fields: Any) -> ArticlePage:
    """The draft of `page` after an editor has saved it."""
    assert client.post(edit_url(page), article_form(page, **fields)).status_code == 302
    return ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def edited_since(page: ArticlePage) -> list[str]:
    return [
        each.message for each in gate.judge(page).findings if each.rule == "edited-since-review"
    ]


def test_a_change_after_the_review_is_told(admin_client: Client) -> None:
    page = saved(admin_client, factories.clean_article(), last_reviewed=TODAY.isoformat())
    assert page.reviewed_text == reviewed.kept(adapter.read(page).document)
    assert edited_since(page) == []

    page.body = factories.stream([*page.body.get_prep_value(), DOSE])
    page = saved(admin_client, page)
    assert edited_since(page) == [
        f"About 10 words have changed since the review on {TODAY}. The first new word is “Drink”."
    ]

    yesterday = TODAY - datetime.timedelta(days=1)
    page = saved(admin_client, page, last_reviewed=yesterday.isoformat())
    assert edited_since(page) == []


def test_words_that_are_saved_with_the_day_were_reviewed(admin_client: Client) -> None:
    page = factories.clean_article()
    page.body = factories.stream([*page.body.get_prep_value(), DOSE])
    page = saved(admin_client, page, last_reviewed=TODAY.isoformat())
    assert page.reviewed_text == reviewed.kept(adapter.read(page).document)


def test_a_day_that_is_taken_away_takes_the_words_along(admin_client: Client) -> None:
    page = saved(admin_client, factories.clean_article(), last_reviewed=TODAY.isoformat())
    assert saved(admin_client, page, last_reviewed="").reviewed_text == ""


def test_a_day_that_was_set_before_keeps_nothing(admin_client: Client) -> None:
    page = saved(admin_client, factories.clean_article(), summary="What helps you to sleep well.")
    assert page.reviewed_text == ""


def test_the_authoring_api_keeps_the_words_too(admin_user: Any) -> None:
    page = factories.clean_article()
    _, secret = APIToken.create_token(user=admin_user, name="writer")
    answer = Client().patch(
        f"/api/v3/pages/{page.pk}/",
        json.dumps({"last_reviewed": TODAY.isoformat()}),
        content_type="application/json",
        headers={"Authorization": f"Bearer {secret}"},
    )
    assert answer.status_code == 200, answer.content
    page = ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert page.reviewed_text == reviewed.kept(adapter.read(page).document)
