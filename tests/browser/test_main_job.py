"""The main job, done in Chromium: a bad draft is refused, mended, published and read."""

import httpx
import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from cms.pages import factories
from cms.pages.models import ArticlePage
from cms.pages.site import ensure_site
from tests.browser.window import Editor

expect.set_options(timeout=30_000)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

BLOCK = "6c1f8f0e-0d35-4c39-9f5f-3a2f6f3d9b10"
PROMISE = "Light therapy cures insomnia for good."
MENDED = "Light therapy may help some people fall asleep sooner."


@pytest.fixture(autouse=True)
def bare_site() -> None:
    """What migrations leave, which the flush after a test in a browser takes away."""
    cache.clear()
    ensure_site()


def draft(words: str) -> ArticlePage:
    """An article without a fault but, perhaps, these words in its first paragraph."""
    paragraph = {"type": "paragraph", "id": BLOCK, "value": f"<p>{words}</p>"}
    heading, *others = factories.CLEAN_BODY
    return factories.clean_article(slug="light-at-night", body=[heading, paragraph, *others])


def somebody(name: str, *actions: str) -> Group:
    """A person who may log in and do this with pages; the name is the password."""
    group = Group.objects.create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for action in actions:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=f"{action}_page"
        )
        GroupPagePermission.objects.create(
            group=group, page=factories.home(), permission=permission
        )
    user = get_user_model().objects.create_user(name, f"{name}@example.org", name)
    user.groups.add(group)
    return group


def read(server: LiveServer) -> httpx.Response:
    """What a frontend gets, which nobody has logged in."""
    return httpx.get(f"{server.url}/api/content/v1/pages/", params={"path": "/light-at-night/"})


def paragraphs(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [each["value"] for each in answer.json()["body"] if each["type"] == "paragraph"]


def test_a_bad_draft_is_refused_mended_published_and_read(
    browser_page: Page, live_server: LiveServer
) -> None:
    somebody("editor", "add", "change", "publish")
    editor = Editor.opened(browser_page, "editor", draft(PROMISE).pk)
    editor.fill(editor.title, "Light at night")
    editor.fill(editor.summary, "How light in the evening keeps you awake.")

    editor.press("Publish")

    expect(editor.messages).to_contain_text("could not be saved")
    expect(editor.fault(BLOCK)).to_contain_text("cures insomnia for good")
    expect(editor.title).to_have_value("Light at night")
    expect(editor.summary).to_have_value("How light in the evening keeps you awake.")
    expect(editor.block(BLOCK).get_by_role("textbox")).to_have_text(PROMISE)
    assert read(live_server).status_code == 404

    editor.wait_until_kept()
    editor.open_panel()
    editor.panel.get_by_role("link", name="Absolute claim").click()
    expect(editor.block(BLOCK)).to_be_in_viewport()

    editor.write(BLOCK, MENDED)
    expect(editor.panel).to_contain_text("draft can go live")
    editor.press("Publish")

    expect(editor.messages).to_contain_text("published")
    answer = read(live_server)
    assert answer.json()["title"] == "Light at night"
    assert paragraphs(answer)[0] == f"<p>{MENDED}</p>"


def test_a_bad_draft_is_saved_as_it_is_typed_and_by_the_button(
    browser_page: Page, live_server: LiveServer
) -> None:
    somebody("editor", "add", "change", "publish")
    editor = Editor.opened(browser_page, "editor", draft(MENDED).pk)
    editor.open_panel()
    expect(editor.panel).to_contain_text("draft can go live")

    editor.write(BLOCK, PROMISE)
    expect(editor.panel.get_by_role("link", name="Absolute claim")).to_be_visible()
    expect(editor.count).to_have_text("1")
    browser_page.reload()
    editor.wait_until_ready()
    expect(editor.block(BLOCK).get_by_role("textbox")).to_have_text(PROMISE)

    editor.fill(editor.title, "Light at night")
    editor.press("Save draft")
    expect(editor.messages).to_contain_text("updated")
    expect(editor.title).to_have_value("Light at night")
    assert read(live_server).status_code == 404


def test_a_warning_may_stay_with_a_reason(browser_page: Page, live_server: LiveServer) -> None:
    somebody("editor", "add", "change", "publish")
    article = draft('<a href="https://riverside.org/film/">Click here</a> to see the film of it.')
    editor = Editor.opened(browser_page, "editor", article.pk)
    editor.open_panel()
    [finding] = editor.panel.locator("section li").filter(has_text="Vague link text").all()
    finding.get_by_text("It may stay").click()
    finding.get_by_label("Why it may stay").fill("the name of the film")
    finding.get_by_role("button", name="Accept").click()

    accepted = editor.panel.get_by_text("Accepted with a reason")
    accepted.click()
    expect(editor.panel).to_contain_text("Accepted: the name of the film")
    expect(editor.panel).to_contain_text("draft can go live")
    editor.panel.get_by_role("button", name="Take back").click()
    expect(accepted).to_have_count(0)
    expect(editor.panel.locator("section li")).to_contain_text("Vague link text")


def test_an_editor_who_may_not_publish_cannot(browser_page: Page, live_server: LiveServer) -> None:
    somebody("writer", "add", "change")
    editor = Editor.opened(browser_page, "writer", draft(MENDED).pk)
    editor.fill(editor.summary, "How light in the evening keeps you awake.")

    expect(editor.page.get_by_role("button", name="Publish", include_hidden=True)).to_have_count(0)
    smuggled = (
        "form => form.insertAdjacentHTML('beforeend', `<input name='action-publish' value=1>`)"
    )
    editor.form.evaluate(smuggled)
    editor.press("Save draft")

    expect(editor.messages).to_contain_text("updated")
    expect(editor.summary).to_have_value("How light in the evening keeps you awake.")
    assert read(live_server).status_code == 404


def test_a_reviewer_approves_what_is_mended_and_nothing_else(
    browser_page: Page, live_server: LiveServer
) -> None:
    article = draft(PROMISE)
    reviewers = somebody("reviewer", "add", "change", "publish")
    task = GroupApprovalTask.objects.create(name="Clinical review")
    task.groups.add(reviewers)
    workflow = Workflow.objects.create(name="Clinical review")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(page=factories.home(), workflow=workflow)
    workflow.start(article, None)
    editor = Editor.opened(browser_page, "reviewer", article.pk)

    editor.press("Approve and Publish")

    expect(editor.fault(BLOCK)).to_contain_text("cures insomnia for good")
    assert read(live_server).status_code == 404
    assert article.workflow_in_progress

    editor.wait_until_kept()
    editor.open_panel()
    editor.write(BLOCK, MENDED)
    expect(editor.panel).to_contain_text("draft can go live")
    editor.press("Approve and Publish")

    expect(editor.messages).to_contain_text("updated")
    assert paragraphs(read(live_server))[0] == f"<p>{MENDED}</p>"
