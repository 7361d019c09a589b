"""Every way to make a library item live, as `ways` does for articles."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.actions import action_registry
from wagtail.actions.copy_for_translation import CopyForTranslationAction
from wagtail.models import GroupApprovalTask, Locale, Workflow, WorkflowContentType, WorkflowTask

from cms.library import factories
from cms.library.models import Therapy
from cms.pages.factories import home
from tests.cms.quality.editor import item_form
from tests.cms.quality.ways import publish_due, refused_or_done, settled, soon

ITEM_WAYS: dict[str, Callable[["ItemDraft"], HttpResponse | None]] = {}


@dataclass
class ItemDraft:
    """The words that should go live in the description of a therapy."""

    words: str
    client: Client = field(default_factory=Client)

    def __post_init__(self) -> None:
        self.user = get_user_model().objects.create_superuser("editor", "editor@example.org", "-")
        self.client.force_login(self.user)
        home()

    def draft(self) -> Therapy:
        item = factories.therapy(live=False)
        item.description = self.words
        item.save_revision()
        return Therapy.objects.get(pk=item.pk).get_latest_revision_as_object()

    def edited_live(self) -> Therapy:
        item = factories.therapy()
        item.description = self.words
        return item

    def count(self) -> int:
        return Therapy.objects.filter(live=True, description=self.words).count()

    def url(self, view: str, *args: Any) -> str:
        return reverse(Therapy.snippet_viewset.get_url_name(view), args=args)

    def publish(self, url: str, item: Therapy, **fields: Any) -> HttpResponse:
        return self.client.post(url, item_form(item, **{"action-publish": "1"} | fields))


def way(name: str) -> Callable[[Callable[[ItemDraft], Any]], Callable[[ItemDraft], Any]]:
    def register(function: Callable[[ItemDraft], Any]) -> Callable[[ItemDraft], Any]:
        ITEM_WAYS[name] = function
        return function

    return register


@way("N01 admin: create and publish")
def create(draft: ItemDraft) -> HttpResponse:
    item = Therapy(name="Singing", slug="singing", description=draft.words)
    return draft.publish(draft.url("add"), item)


@way("N02 admin: edit and publish")
def edit(draft: ItemDraft) -> HttpResponse:
    item = draft.edited_live()
    return draft.publish(draft.url("edit", item.pk), item)


@way("N04 registry: publish")
def registry(draft: ItemDraft) -> None:
    item = draft.draft()
    action = action_registry.get_action_class(Therapy, "publish")
    refused_or_done(action(item.get_latest_revision(), user=draft.user).execute)


@way("N05 schedule: approved before the rule was there")
def scheduled(draft: ItemDraft) -> None:
    item = draft.draft()
    item.go_live_at = soon()
    with settled():
        item.save_revision().publish()
    publish_due()


@way("N10 schedule: in the admin")
def scheduled_in_admin(draft: ItemDraft) -> HttpResponse:
    item = draft.draft()
    when = soon().strftime("%Y-%m-%d %H:%M")
    response = draft.publish(draft.url("edit", item.pk), item, go_live_at=when)
    publish_due()
    return response


@way("N06 workflow: approve")
def workflow(draft: ItemDraft) -> HttpResponse:
    item = draft.draft()
    workflow = Workflow.objects.create(name="Review")
    task = GroupApprovalTask.objects.create(name="Approve")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    content_type = ContentType.objects.get_for_model(Therapy)
    WorkflowContentType.objects.create(workflow=workflow, content_type=content_type)
    workflow.start(item, draft.user)
    state = item.current_workflow_task_state
    url = draft.url("workflow_action", item.pk, "approve", state.pk)
    return draft.client.post(url, {"comment": ""})


@way("N07 translation: a live item whose draft has the words")
def translation(draft: ItemDraft) -> None:
    item = draft.edited_live()
    with settled():
        item.save_revision()
    item.refresh_from_db()
    locale = Locale.objects.get(language_code="en-gb")
    action = CopyForTranslationAction(item, locale, user=draft.user)
    refused_or_done(lambda: action.execute().save())


@way("N08 code: item.live = True; item.save()")
def code(draft: ItemDraft) -> None:
    item = draft.draft()
    item.live = True
    refused_or_done(item.save)


@way("N11 code: save(update_fields=['description'])")
def code_update(draft: ItemDraft) -> None:
    item = draft.edited_live()
    refused_or_done(lambda: item.save(update_fields=["description"]))


@way("N09 admin: go back to an old revision and publish")
def revert(draft: ItemDraft) -> HttpResponse:
    item = draft.edited_live()
    with settled():
        old = item.save_revision()
    Therapy.objects.get(pk=item.pk).save_revision()
    url = draft.url("revisions_revert", item.pk, old.pk)
    return draft.publish(url, item, revision=old.pk)
