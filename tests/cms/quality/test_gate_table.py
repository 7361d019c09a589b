"""The gate on every way to go live, with real words and real rules.

With the gate off the bad words really go live on every row; otherwise the row would prove nothing.
"""

import html
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import override_settings
from django.urls import reverse

from cms.pages import factories
from cms.pages.models import ArticlePage
from tests.cms.quality.editor import article_form
from tests.cms.quality.item_ways import ITEM_WAYS, ItemDraft
from tests.cms.quality.ways import WAYS, Draft, copy_form, edit_url

MARK = "Marigold the cat sleeps on the stairs."

WORDS: dict[str, list[dict[str, Any]]] = {
    "clean": [
        *factories.CLEAN_BODY,
        {"type": "paragraph", "value": f"<p>{MARK}</p>"},
    ],
    "promises a": [
        *factories.CLEAN_BODY,
        {"type": "paragraph", "value": f"<p>{MARK} Sleep therapy cures insomnia for good.</p>"},
    ],
    "never tells readers to decide with a health professional": [
        {
            "type": "paragraph",
            "value": f"<p>{MARK} Melatonin is a medicine for insomnia. It comes as a tablet.</p>",
        },
        {"type": "sources", "value": None},
    ],
}
"""Articles by what the linter says of them."""

CLAIM = "Singing therapy cures asthma for good."
PLAIN = "People sing together once a week."
BAD = [name for name in WORDS if name != "clean"]


@pytest.mark.django_db
@pytest.mark.parametrize("words", BAD)
@pytest.mark.parametrize("way", WAYS)
def test_without_the_gate_bad_words_go_live(way: str, words: str) -> None:
    draft = Draft(MARK, WORDS[words])
    with override_settings(CONTENTLINT_GATE="off"):
        WAYS[way](draft)
    assert draft.count() > draft.live_before


@pytest.mark.django_db
@pytest.mark.parametrize("words", BAD)
@pytest.mark.parametrize("way", WAYS)
def test_with_the_gate_they_do_not(way: str, words: str) -> None:
    draft = Draft(MARK, WORDS[words])
    response = WAYS[way](draft)
    assert draft.count() == draft.live_before
    if response is not None:
        assert response.status_code in {200, 302, 400, 422}
        assert words in told(response)


def told(response: HttpResponse) -> str:
    """Everything that the answer says, on the page itself and in messages on the next."""
    messages = [str(message) for message in get_messages(response.wsgi_request)]
    return html.unescape(" ".join([response.content.decode(), *messages]))


@pytest.mark.django_db
@pytest.mark.parametrize("way", WAYS)
def test_clean_words_go_live_on_every_way(way: str) -> None:
    draft = Draft(MARK, WORDS["clean"])
    WAYS[way](draft)
    assert draft.count() > draft.live_before


@pytest.mark.django_db
@pytest.mark.parametrize("way", ITEM_WAYS)
def test_library_items(way: str) -> None:
    draft = ItemDraft(PLAIN)
    ITEM_WAYS[way](draft)
    assert draft.count() > 0


@pytest.mark.django_db
@pytest.mark.parametrize(("gate", "live"), [("off", True), ("new", False)])
@pytest.mark.parametrize("way", ITEM_WAYS)
def test_library_items_that_promise_a_cure(way: str, gate: str, live: bool) -> None:
    draft = ItemDraft(CLAIM)
    with override_settings(CONTENTLINT_GATE=gate):
        ITEM_WAYS[way](draft)
    assert (draft.count() > 0) is live


CLAIMING_TITLE = "Sleep therapy cures insomnia for good"


def admin_copy(draft: Draft) -> None:
    page = draft.clean_live()
    form = copy_form(draft, page, publish_copies="on", new_title=CLAIMING_TITLE)
    draft.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form)


def api_copy(draft: Draft) -> None:
    data = {"keep_live": True, "title": CLAIMING_TITLE}
    draft.api("post", f"pages/{draft.clean_live().pk}/actions/copy/", data)


def api_update(draft: Draft) -> None:
    meta = {"type": "pages.ArticlePage", "action": "publish"}
    data = {"title": CLAIMING_TITLE, "meta": meta}
    draft.api("patch", f"pages/{draft.clean_live().pk}/", data)


@pytest.mark.django_db
@pytest.mark.parametrize(("gate", "live"), [("off", True), ("new", False), ("all", False)])
@pytest.mark.parametrize(
    "retitle",
    [
        pytest.param(admin_copy, id="A09 admin: copy with a new title"),
        pytest.param(api_copy, id="V06 v3: copy with a new title"),
        pytest.param(api_update, id="v3: update the title"),
    ],
)
def test_a_title_that_promises_a_cure(
    retitle: Callable[[Draft], None], gate: str, live: bool
) -> None:
    draft = Draft(MARK, WORDS["clean"])
    with override_settings(CONTENTLINT_GATE=gate):
        retitle(draft)
    assert ArticlePage.objects.filter(live=True, title=CLAIMING_TITLE).exists() is live


@pytest.mark.django_db
@pytest.mark.parametrize(("gate", "live"), [("off", True), ("new", False)])
def test_a_row_of_the_form_that_is_taken_away(gate: str, live: bool) -> None:
    """A04: what is wrong stands in no field of the page, but in a row that belongs to it."""
    draft = Draft(MARK, WORDS["clean"])
    page = draft.clean_live()
    form = article_form(page, **{"action-publish": "1", "reviewers-0-DELETE": "on"})
    with override_settings(CONTENTLINT_GATE=gate):
        draft.post(edit_url(page), form)
    assert (ArticlePage.objects.get(pk=page.pk).reviewers.count() == 0) is live
