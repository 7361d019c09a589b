"""Every way to make an article or a library item live, one function a way.

Each takes a `Draft`: the words that should go live. It drives Wagtail as an editor, an API client,
a cron job or a developer would, as far as the gate lets it, and returns the response, if any.
`settled` sets up what must be there before, with the gate off.
"""

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core import serializers
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import (
    APIToken,
    GroupApprovalTask,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.models.revisions import Revision

from cms.pages import factories
from cms.pages.models import ArticlePage
from cms.quality.gate import LintBlocked
from tests.cms.quality.editor import article_form

WAYS: dict[str, Callable[["Draft"], HttpResponse | None]] = {}


@contextmanager
def settled() -> Iterator[None]:
    with override_settings(CONTENTLINT_GATE="off"):
        yield


@dataclass
class Draft:
    """The words that should go live; `mark` is found in no other page.

    `live_before` is how many pages showed them before the last step.
    """

    mark: str
    body: list[dict[str, Any]]
    client: Client = field(default_factory=Client)
    live_before: int = 0

    def __post_init__(self) -> None:
        self.user = get_user_model().objects.create_superuser("editor", "editor@example.org", "-")
        self.client.force_login(self.user)
        _, self.token = APIToken.create_token(user=self.user, name="table")
        self.home = factories.home()

    def article(self, **fields: Any) -> ArticlePage:
        """An article with these words, as a draft."""
        with settled():
            return factories.clean_article(body=self.body, **fields)

    def live_article(self, **fields: Any) -> ArticlePage:
        """An article with these words that is live already, by whatever way."""
        self.live_before += 1
        return self.article(live=True, **fields)

    def clean_live(self) -> ArticlePage:
        with settled():
            return factories.clean_article(live=True)

    def edited(self, page: ArticlePage) -> ArticlePage:
        """`page` in memory, with these words."""
        page = ArticlePage.objects.get(pk=page.pk)
        page.body = factories.stream(self.body)
        return page

    def unsaved(self) -> ArticlePage:
        """A new article with everything that a clean one has, and these words."""
        pattern = self.article()
        words = ("title", "summary", "body", "search_description", "last_reviewed", "next_review")
        page = ArticlePage(
            slug="unsaved",
            locale=self.home.locale,
            **{name: getattr(pattern, name) for name in words},
        )
        for relation in ("authors", "reviewers", "sources", "about_conditions"):
            pattern.copy_child_relation(relation, page)
        pattern.delete()
        return page

    def count(self) -> int:
        """How many live pages readers find these words on."""
        pages = ArticlePage.objects.live()
        return sum(self.mark in json.dumps(page.body.get_prep_value()) for page in pages)

    def post(self, url: str, data: dict[str, Any], **headers: Any) -> HttpResponse:
        return self.client.post(url, data, **headers)

    def api(self, method: str, path: str, data: Any = None) -> HttpResponse:
        return getattr(Client(), method)(
            f"/api/v3/{path}",
            json.dumps(data or {}),
            content_type="application/json",
            headers={"Authorization": f"Bearer {self.token}"},
        )

    def admin_api(self, page: Page, action: str, data: Any = None) -> HttpResponse:
        url = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
        return self.client.post(url, json.dumps(data or {}), content_type="application/json")


def way(name: str) -> Callable[[Callable[[Draft], Any]], Callable[[Draft], Any]]:
    def register(function: Callable[[Draft], Any]) -> Callable[[Draft], Any]:
        WAYS[name] = function
        return function

    return register


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def soon() -> Any:
    return timezone.now() + timedelta(hours=1)


def publish_due() -> None:
    """Let every schedule come due, and run the cron job."""
    Revision.objects.filter(approved_go_live_at__isnull=False).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1)
    )
    for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
        revision.content["go_live_at"] = (timezone.now() - timedelta(minutes=1)).isoformat()
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)
    call_command("publish_scheduled", verbosity=0)


def review(tasks: int = 1) -> Workflow:
    """A workflow of so many approvals, for every page."""
    workflow = Workflow.objects.create(name="Review")
    for number in range(tasks):
        task = GroupApprovalTask.objects.create(name=f"Approve {number}")
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=number)
    WorkflowPage.objects.create(page=factories.home(), workflow=workflow)
    return workflow


def moderated(page: Page, *, tasks: int = 1, user: Any = None) -> Page:
    """`page`, submitted to a workflow of so many approvals."""
    review(tasks).start(page, user)
    return page


def approve(draft: Draft, page: Page, **headers: Any) -> HttpResponse:
    page = Page.objects.get(pk=page.pk)
    state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    return draft.post(url, {"comment": ""}, **headers)


# --- the admin -------------------------------------------------------------------------------


def create_url(draft: Draft) -> str:
    return reverse("wagtailadmin_pages:add", args=["pages", "articlepage", draft.home.pk])


@way("A01 admin: create and publish")
def admin_create(draft: Draft) -> HttpResponse:
    form = article_form(draft.unsaved(), **{"action-publish": "1"})
    return draft.post(create_url(draft), form)


@way("S04 admin: create and schedule")
def admin_create_scheduled(draft: Draft) -> HttpResponse:
    when = soon().strftime("%Y-%m-%d %H:%M")
    form = article_form(draft.unsaved(), **{"action-publish": "1", "go_live_at": when})
    response = draft.post(create_url(draft), form)
    publish_due()
    return response


@way("A02 admin: edit a draft and publish")
def admin_edit_draft(draft: Draft) -> HttpResponse:
    page = draft.article()
    return draft.post(edit_url(page), article_form(page, **{"action-publish": "1"}))


@way("A03 admin: edit a live page and publish")
def admin_edit_live(draft: Draft) -> HttpResponse:
    page = draft.edited(draft.clean_live())
    return draft.post(edit_url(page), article_form(page, **{"action-publish": "1"}))


def bulk_publish(draft: Draft, page: Page, **data: Any) -> HttpResponse:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return draft.post(f"{url}?id={page.pk}&next=/admin/", data)


@way("A05 admin: bulk publish")
def admin_bulk(draft: Draft) -> HttpResponse:
    return bulk_publish(draft, draft.article())


@way("A06 admin: bulk publish with the pages below")
def admin_bulk_below(draft: Draft) -> HttpResponse:
    section = factories.section()
    draft.article(parent=section)
    return bulk_publish(draft, section, include_descendants="on")


@way("A07 admin: go back to an old revision and publish")
def admin_revert(draft: Draft) -> HttpResponse:
    page = draft.clean_live()
    page = draft.edited(page)
    with settled():
        old = page.save_revision()
        ArticlePage.objects.get(pk=page.pk).save_revision()
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
    form = article_form(old.as_object(), **{"action-publish": "1", "revision": old.pk})
    return draft.post(url, form)


@way("A08 admin: copy a live page and publish the copy")
def admin_copy(draft: Draft) -> HttpResponse:
    page = draft.live_article()
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    return draft.post(url, copy_form(draft, page, publish_copies="on"))


def copy_form(draft: Draft, page: Page, **fields: Any) -> dict[str, Any]:
    return {
        "new_title": page.title,
        "new_slug": "copied",
        "new_parent_page": draft.home.pk,
        **fields,
    }


@way("A10 admin: copy a live section with the pages below")
def admin_copy_tree(draft: Draft) -> HttpResponse:
    with settled():
        section = factories.section(live=True)
    draft.live_article(parent=section)
    url = reverse("wagtailadmin_pages:copy", args=[section.pk])
    return draft.post(url, copy_form(draft, section, publish_copies="on", copy_subpages="on"))


@way("A11 admin: copy a live page as an alias")
def admin_alias(draft: Draft) -> HttpResponse:
    page = draft.live_article()
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    return draft.post(url, copy_form(draft, page, publish_copies="on", alias="on"))


# --- workflows -------------------------------------------------------------------------------


@way("W01 workflow: approve in the dialog")
def workflow_modal(draft: Draft) -> HttpResponse:
    return approve(draft, moderated(draft.article(), user=draft.user))


@way("W02 workflow: approve in the editor, with an edit")
def workflow_editor(draft: Draft) -> HttpResponse:
    with settled():
        page = factories.clean_article()
    page = moderated(page, user=draft.user)
    form = article_form(
        draft.edited(page),
        **{
            "action-workflow-action": "1",
            "workflow-action-name": "approve",
            "workflow-action-extra-data": "{}",
        },
    )
    return draft.post(edit_url(page), form)


@way("W03 workflow: approve the second of two tasks")
def workflow_two_tasks(draft: Draft) -> HttpResponse:
    page = moderated(draft.article(), tasks=2, user=draft.user)
    approve(draft, page)
    return approve(draft, page)


@way("W04 workflow: submit where no task is left")
def workflow_without_tasks(draft: Draft) -> HttpResponse:
    page = draft.article()
    review(tasks=0)
    return draft.post(edit_url(page), article_form(page, **{"action-submit": "1"}))


@way("W05 workflow: approve a change of a live page by XHR")
def workflow_xhr(draft: Draft) -> HttpResponse:
    page = draft.edited(draft.clean_live())
    with settled():
        page.save_revision()
    moderated(page, user=draft.user)
    return approve(draft, page, headers={"X-Requested-With": "XMLHttpRequest"})


# --- schedules -------------------------------------------------------------------------------


@way("S01 schedule: a draft, in the admin")
def schedule_admin(draft: Draft) -> HttpResponse:
    page = draft.article()
    when = soon().strftime("%Y-%m-%d %H:%M")
    form = article_form(page, **{"action-publish": "1", "go_live_at": when})
    response = draft.post(edit_url(page), form)
    publish_due()
    return response


@way("S02 schedule: a change of a live page, in code")
def schedule_live(draft: Draft) -> None:
    page = draft.edited(draft.clean_live())
    page.go_live_at = soon()
    refused_or_done(page.save_revision().publish)
    publish_due()


@way("S03 schedule: approved before the rule was there")
def schedule_planted(draft: Draft) -> None:
    page = draft.article()
    page.go_live_at = soon()
    with settled():
        page.save_revision().publish()
    publish_due()


@way("S05 schedule: approved while saving the revision")
def schedule_approved(draft: Draft) -> None:
    page = draft.article()
    refused_or_done(lambda: page.save_revision(approved_go_live_at=soon()))
    publish_due()


def refused_or_done(act: Callable[[], Any]) -> None:
    """Developers meet the refusal as an exception; it is for the table to see what went live."""
    try:
        act()
    except LintBlocked:
        return


# --- the authoring API -----------------------------------------------------------------------


def api_fields(draft: Draft) -> dict[str, Any]:
    page = draft.unsaved()
    return {
        "title": page.title,
        "slug": "by-api",
        "summary": page.summary,
        "body": page.body.get_prep_value(),
        "last_reviewed": page.last_reviewed.isoformat(),
        "next_review": page.next_review.isoformat(),
        "authors": [{"person_id": row.person_id} for row in page.authors.all()],
        "reviewers": [{"person_id": row.person_id} for row in page.reviewers.all()],
    }


@way("V01 v3: create and publish")
def api_create(draft: Draft) -> HttpResponse:
    meta = {"type": "pages.ArticlePage", "parent_id": draft.home.pk, "action": "publish"}
    return draft.api("post", "pages/", {**api_fields(draft), "meta": meta})


@way("V02 v3: update and publish")
def api_update(draft: Draft) -> HttpResponse:
    page = draft.edited(draft.clean_live())
    data = {"body": page.body.get_prep_value(), "meta": patch("publish")}
    return draft.api("patch", f"pages/{page.pk}/", data)


def patch(action: str) -> dict[str, str]:
    return {"type": "pages.ArticlePage", "action": action}


@way("V03 v3: update the title and publish what is pending")
def api_update_title(draft: Draft) -> HttpResponse:
    page = draft.edited(draft.clean_live())
    with settled():
        page.save_revision()
    data = {"title": "Another title", "meta": patch("publish")}
    return draft.api("patch", f"pages/{page.pk}/", data)


@way("V04 v3: publish")
def api_publish(draft: Draft) -> HttpResponse:
    return draft.api("post", f"pages/{draft.article().pk}/actions/publish/")


@way("V05 v3: copy a live page")
def api_copy(draft: Draft) -> HttpResponse:
    page = draft.live_article()
    return draft.api("post", f"pages/{page.pk}/actions/copy/", {"keep_live": True})


@way("V07 v3: alias of a live page")
def api_alias(draft: Draft) -> HttpResponse:
    return draft.api("post", f"pages/{draft.live_article().pk}/actions/create_alias/")


@way("V08 v3: alias of a live page in another language")
def api_alias_translation(draft: Draft) -> HttpResponse:
    page = draft.live_article()
    data = {"locale": "en-gb", "alias": True}
    return draft.api("post", f"pages/{page.pk}/actions/copy_for_translation/", data)


@way("V09 v3: go back to an old revision, then publish")
def api_revert(draft: Draft) -> HttpResponse:
    page = draft.edited(draft.clean_live())
    with settled():
        old = page.save_revision()
        ArticlePage.objects.get(pk=page.pk).save_revision()
    draft.api("post", f"pages/{page.pk}/actions/revert/", {"revision_id": old.pk})
    return draft.api("post", f"pages/{page.pk}/actions/publish/")


@way("V10 v3: schedule")
def api_schedule(draft: Draft) -> HttpResponse:
    page = draft.article()
    data = {"go_live_at": soon().isoformat(), "meta": patch("publish")}
    response = draft.api("patch", f"pages/{page.pk}/", data)
    publish_due()
    return response


# --- the API of the admin itself -------------------------------------------------------------


@way("B01 admin API: publish")
def admin_api_publish(draft: Draft) -> HttpResponse:
    return draft.admin_api(draft.article(), "publish")


@way("B02 admin API: copy a live page")
def admin_api_copy(draft: Draft) -> HttpResponse:
    data = {"keep_live": True, "slug": "copied"}
    return draft.admin_api(draft.live_article(), "copy", data)


@way("B03 admin API: alias of a live page")
def admin_api_alias(draft: Draft) -> HttpResponse:
    return draft.admin_api(draft.live_article(), "create_alias", {"update_slug": "alias"})


# --- code ------------------------------------------------------------------------------------


@way("C01 code: revision.publish()")
def code_revision(draft: Draft) -> None:
    refused_or_done(draft.article().latest_revision.publish)


@way("C02 code: page.live = True; page.save()")
def code_save(draft: Draft) -> None:
    page = draft.article()
    page.live = True
    refused_or_done(page.save)


@way("C03 code: a live page saved without validation")
def code_save_unclean(draft: Draft) -> None:
    page = draft.edited(draft.clean_live())
    refused_or_done(lambda: page.save(clean=False))


@way("C04 code: save(update_fields=['body'])")
def code_update_body(draft: Draft) -> None:
    page = draft.edited(draft.clean_live())
    refused_or_done(lambda: page.save(update_fields=["body"]))


@way("C05 code: add_child with a live page")
def code_add_child(draft: Draft) -> None:
    page = draft.unsaved()
    refused_or_done(lambda: draft.home.add_child(instance=page))


@way("C06 code: a base Page, live and saved")
def code_base_page(draft: Draft) -> None:
    page = Page.objects.get(pk=draft.article().pk)
    page.live = True
    refused_or_done(page.save)


@way("C07 code: copy() with other words")
def code_copy(draft: Draft) -> None:
    page = draft.clean_live()
    body = draft.edited(page).body
    refused_or_done(lambda: page.copy(keep_live=True, update_attrs={"body": body, "slug": "copy"}))


@way("C08 code: publish a page that an alias follows")
def code_alias_follows(draft: Draft) -> None:
    page = draft.clean_live()
    page.create_alias(update_slug="alias")
    page = draft.edited(page)
    refused_or_done(page.save_revision().publish)


@way("C09 code: update_aliases() after the source went past the gate")
def code_update_aliases(draft: Draft) -> None:
    page = draft.clean_live()
    page.create_alias(update_slug="alias")
    page = draft.edited(page)
    with settled():
        page.save()
    draft.live_before += 1
    refused_or_done(page.update_aliases)


@way("C11 code: an alias made a page of its own, then edited")
def code_converted_alias(draft: Draft) -> None:
    alias = draft.clean_live().create_alias(update_slug="alias")
    ConvertAliasPageAction(alias).execute()
    page = draft.edited(alias)
    refused_or_done(page.save)


@way("C12 code: restored from its serialised form")
def code_deserialised(draft: Draft) -> None:
    page = draft.edited(draft.clean_live())
    data = page.serializable_data()
    refused_or_done(lambda: ArticlePage.from_serializable_data(data).save())


@way("C15 code: save(update_fields=['live']) of a clean object over other words")
def code_update_live(draft: Draft) -> None:
    with settled():
        clean = factories.clean_article()
        draft.edited(clean).save()
    clean.live = True
    refused_or_done(lambda: clean.save(update_fields=["live"]))


@way("C16 code: save(update_fields=['live']) of a base Page")
def code_update_live_base(draft: Draft) -> None:
    page = Page.objects.get(pk=draft.article().pk)
    page.live = True
    refused_or_done(lambda: page.save(update_fields=["live"]))


@way("C17 code: save() of a page read without its body")
def code_deferred(draft: Draft) -> None:
    page = ArticlePage.objects.defer("body").get(pk=draft.article().pk)
    page.live = True
    refused_or_done(page.save)


@way("C13 loaddata: a live page")
def loaddata(draft: Draft) -> None:
    load(fixture_of(draft))


@way("C14 loaddata: the rows of the article before the row of the page")
def loaddata_reversed(draft: Draft) -> None:
    load(list(reversed(fixture_of(draft))))


def fixture_of(draft: Draft) -> list[dict[str, Any]]:
    """The rows of a live article with these words, which is gone from the database."""
    page = draft.live_article()
    draft.live_before -= 1
    base = Page.objects.get(pk=page.pk)
    rows = [base, page, *page.authors.all(), *page.reviewers.all(), *page.sources.all()]
    data = json.loads(serializers.serialize("json", rows))
    data[0]["fields"] |= {"latest_revision": None, "live_revision": None}
    page.delete()
    return data


def load(data: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.json"
        path.write_text(json.dumps(data))
        try:
            call_command("loaddata", str(path), verbosity=0)
        except CommandError:
            return
