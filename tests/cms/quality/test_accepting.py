"""Accepting a finding in the editor, and what that does and does not do."""

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from cms.library import factories as library
from cms.library.models import Therapy
from cms.pages import factories
from cms.pages.models import ArticlePage
from cms.quality import gate
from lint.engine import Report
from tests.cms.quality.editor import article_form, item_form
from tests.cms.quality.ways import edit_url

pytestmark = pytest.mark.django_db

BLOCK = "1f0c9a5e-2f6b-4b87-9a47-0f1f7d6f3a11"
VAGUE = '<p><a href="https://riverside.org/film/">Click here</a> to see how naps are filmed.</p>'
VAGUE_BLOCK = {"type": "paragraph", "value": VAGUE, "id": BLOCK}
CLAIM_BLOCK = {"type": "paragraph", "value": "<p>Naps cure insomnia for good.</p>", "id": BLOCK}
LINE = f"vague-link-text [{BLOCK}]: the name of the film"


def draft(*blocks: dict[str, Any]) -> ArticlePage:
    return factories.clean_article(body=[*factories.CLEAN_BODY, *blocks])


def latest(page: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def told(report: Report) -> list[tuple[str, str | None]]:
    """The rules of errors and warnings, and why each was accepted."""
    return [
        (each.rule, each.suppressed) for each in report.findings if each.severity.value != "info"
    ]


def panel(client: Client, url: str) -> Tag:
    return BeautifulSoup(client.get(url).content, "html.parser").select_one(
        "[data-side-panel='findings']"
    )


@pytest.mark.parametrize(
    ("block", "line", "expected"),
    [
        (VAGUE_BLOCK, "", [("vague-link-text", None)]),
        (VAGUE_BLOCK, LINE, [("vague-link-text", "the name of the film")]),
        (VAGUE_BLOCK, "vague-link-text: all films", [("vague-link-text", "all films")]),
        (
            VAGUE_BLOCK,
            f"vague-link-text [{BLOCK}]",
            [("suppression-without-reason", None), ("vague-link-text", None)],
        ),
        (
            VAGUE_BLOCK,
            f"{LINE}\nlong-sentence: no such one",
            [("unused-suppression", None), ("vague-link-text", "the name of the film")],
        ),
        # a block that is gone takes what was accepted of it along
        (VAGUE_BLOCK, "vague-link-text [gone]: a film", [("vague-link-text", None)]),
        # an error is never accepted
        (
            CLAIM_BLOCK,
            "absolute-claim: we are sure",
            [("suppressed-error", None), ("absolute-claim", None)],
        ),
    ],
)
def test_what_an_editor_accepts(
    block: dict[str, Any],
    line: str,
    expected: list[tuple[str, str | None]],
    admin_client: Client,
) -> None:
    page = draft(block)
    response = admin_client.post(edit_url(page), article_form(page, suppress=line))
    assert response.status_code == 302
    assert told(gate.judge(latest(page))) == expected


def test_an_accepted_error_does_not_go_live(admin_client: Client) -> None:
    page = draft(CLAIM_BLOCK)
    fields = {"suppress": "absolute-claim: we are sure", "action-publish": "1"}
    response = admin_client.post(edit_url(page), article_form(page, **fields))
    assert "cure insomnia for good" in response.content.decode()
    assert not ArticlePage.objects.get(pk=page.pk).live


def test_who_may_not_edit_accepts_nothing(client: Client, django_user_model: Any) -> None:
    page = draft(VAGUE_BLOCK)
    client.force_login(django_user_model.objects.create_user("reader"))
    response = client.post(edit_url(page), article_form(page, suppress=LINE))
    assert response.status_code == 302
    assert latest(page).suppress == []


def test_who_may_edit_and_not_publish_accepts_warnings(
    client: Client, django_user_model: Any
) -> None:
    page = draft(VAGUE_BLOCK)
    user = django_user_model.objects.create_user("writer")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    client.post(edit_url(page), article_form(page, suppress=LINE))
    [accepted] = latest(page).suppress
    assert accepted == {
        "rule": "vague-link-text",
        "reason": "the name of the film",
        "block": BLOCK,
    }


def test_the_panel_offers_to_accept_warnings_and_no_errors(admin_client: Client) -> None:
    page = draft(VAGUE_BLOCK, {**CLAIM_BLOCK, "id": BLOCK.replace("1f", "2f")})
    shown = panel(admin_client, edit_url(page))
    offered = [button["data-findings-accept"] for button in shown.select("[data-findings-accept]")]
    assert offered[0] == f"vague-link-text [{BLOCK}]: "
    assert not any(line.startswith("absolute-claim") for line in offered)


def test_the_panel_shows_what_was_accepted_and_takes_it_back(admin_client: Client) -> None:
    page = draft(VAGUE_BLOCK)
    admin_client.post(edit_url(page), article_form(page, suppress=LINE))
    shown = panel(admin_client, edit_url(page))
    button = shown.select_one("[data-findings-take-back]")
    assert button["data-findings-take-back"] == LINE
    assert "Accepted: the name of the film" in button.parent.get_text()
    assert "This draft can go live." in shown.get_text()


def test_a_library_item_is_accepted_as_a_whole(admin_client: Client) -> None:
    words = " ".join(["and then we sit down and talk about what it was like for you"] * 3)
    item = library.therapy(live=False, description=f"First we meet {words}.")
    url = reverse(Therapy.snippet_viewset.get_url_name("edit"), args=[item.pk])
    assert told(gate.judge(item)) == [("long-sentence", None)]
    assert panel(admin_client, url).select_one("[data-findings-accept='long-sentence: ']")
    line = "long-sentence: as its founder puts it"
    admin_client.post(url, item_form(item, suppress=line))
    item = Therapy.objects.get(pk=item.pk).get_latest_revision_as_object()
    assert told(gate.judge(item)) == [("long-sentence", "as its founder puts it")]
