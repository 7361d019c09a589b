"""The gate may cost a publication a few queries and milliseconds, and a draft next to nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from cms.pages import factories
from cms.pages.models import ArticlePage
from tests.cms.quality.editor import article_form
from tests.cms.quality.ways import edit_url

pytestmark = pytest.mark.django_db


def added(act: Callable[[], Any]) -> int:
    """How many queries the gate adds; the caches are warm."""
    act()
    counts = {}
    for gate in ("off", "new"):
        with override_settings(CONTENTLINT_GATE=gate), CaptureQueriesContext(connection) as done:
            act()
        counts[gate] = len(done)
    return counts["new"] - counts["off"]


def test_publishing_in_code() -> None:
    pk = factories.clean_article().pk
    assert 0 < added(lambda: ArticlePage.objects.get(pk=pk).save_revision().publish()) <= 12


def test_saving_a_draft() -> None:
    pk = factories.clean_article().pk
    assert added(lambda: ArticlePage.objects.get(pk=pk).save_revision()) == 0


def test_publishing_in_the_admin(admin_client: Client) -> None:
    pk = factories.clean_article().pk

    def publish() -> None:
        page = ArticlePage.objects.get(pk=pk)
        assert (
            admin_client.post(
                edit_url(page), article_form(page, **{"action-publish": "1"})
            ).status_code
            == 302
        )

    assert added(publish) <= 24
