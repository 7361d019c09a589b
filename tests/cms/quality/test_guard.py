"""What the table does not show: that nothing is lost, and that drafts are never held up."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, Revision

from cms.library import factories as library
from cms.pages import factories
from cms.pages.models import ArticlePage
from cms.quality import guard
from cms.quality.gate import LintBlocked
from tests.cms.quality.ways import moderated, settled, soon

pytestmark = pytest.mark.django_db

CLAIM = {"type": "paragraph", "value": "<p>Sleep therapy cures insomnia for good.</p>"}
BAD_BODY = [*factories.CLEAN_BODY, CLAIM]


def with_claim(page: ArticlePage) -> ArticlePage:
    page = ArticlePage.objects.get(pk=page.pk)
    page.body = factories.stream(BAD_BODY)
    return page


def test_drafts_always_save() -> None:
    page = factories.clean_article(body=BAD_BODY)
    page.save()
    page.save_revision()
    live = with_claim(factories.clean_article(live=True))
    live.save_revision()
    assert live.has_unpublished_changes


def test_a_refused_publication_keeps_the_schedule_of_another_revision() -> None:
    page = factories.clean_article()
    page.go_live_at = soon()
    page.save_revision().publish()
    scheduled = page.scheduled_revision
    page.go_live_at = None
    page.body = factories.stream(BAD_BODY)
    with pytest.raises(LintBlocked):
        page.save_revision().publish()
    scheduled.refresh_from_db()
    assert scheduled.approved_go_live_at is not None


def test_a_refused_approval_leaves_the_task_open(admin_user: Any) -> None:
    page = moderated(factories.clean_article(body=BAD_BODY), user=admin_user)
    state = page.current_workflow_task_state
    with pytest.raises(LintBlocked):
        state.approve(user=admin_user)
    state.refresh_from_db()
    assert (state.status, page.current_workflow_state.status) == ("in_progress", "in_progress")


def test_a_refused_copy_of_a_tree_leaves_nothing_behind() -> None:
    section = factories.section(live=True)
    with settled():
        factories.clean_article(parent=section, live=True)
        factories.clean_article(parent=section, live=True, body=BAD_BODY)
    before = Page.objects.count()
    with pytest.raises(LintBlocked):
        section.copy(recursive=True, keep_live=True, update_attrs={"slug": "copy"})
    assert Page.objects.count() == before
    assert Page.find_problems() == ([], [], [], [], [])


def test_an_alias_in_another_language_holds_back_its_source() -> None:
    page = factories.clean_article(live=True)
    page.copy_for_translation(Locale.objects.get(language_code="en-gb"), alias=True)
    page = with_claim(page)
    with pytest.raises(LintBlocked):
        page.save_revision().publish()
    assert not any("cures" in str(each.body) for each in ArticlePage.objects.live())


def test_a_row_of_a_live_page_saved_behind_its_back() -> None:
    page = factories.clean_article(live=True)
    row = page.reviewers.first()
    row.person = library.person("Kim Passer")
    with pytest.raises(LintBlocked) as refusal:
        row.save()
    assert [each.rule for each in refusal.value.verdict.blocking] == ["missing-clinical-reviewer"]


def take_one(page: ArticlePage) -> None:
    page.reviewers.first().delete()


def take_all(page: ArticlePage) -> None:
    page.reviewers.first()._meta.model.objects.filter(page=page).delete()


def save_none(page: ArticlePage) -> None:
    page.reviewers = []
    page.save(update_fields=["reviewers"])


def save_twice(page: ArticlePage) -> None:
    page.reviewers = list(page.reviewers.all())
    page.save()
    save_none(page)


def delete_people(page: ArticlePage) -> None:
    page.reviewers.first().person.delete()


@pytest.mark.parametrize("take", [take_one, take_all, save_none, save_twice, delete_people])
def test_a_live_page_keeps_its_only_reviewers(take: Callable[[ArticlePage], None]) -> None:
    reviewers = [library.reviewer("Dr Ola Brook")]
    if take is take_all:
        reviewers.append(library.reviewer("Dr Kit Shore"))
    page = factories.clean_article(live=True, reviewers=reviewers)
    with pytest.raises(LintBlocked), transaction.atomic():
        take(ArticlePage.objects.get(pk=page.pk))
    assert ArticlePage.objects.get(pk=page.pk).reviewers.count() == len(reviewers)


def test_what_a_draft_or_nobody_needs_can_be_taken() -> None:
    draft = factories.clean_article()
    take_all(draft)
    page = factories.clean_article(live=True)
    page.authors.first().delete()
    page.delete()
    assert not ArticlePage.objects.filter(pk=page.pk).exists()


def test_a_row_judged_with_its_page_is_not_judged_again() -> None:
    page = factories.clean_article(live=True)
    page = ArticlePage.objects.get(pk=page.pk)
    page.reviewers = [type(page.reviewers.first())(person=library.reviewer("Dr Ola Brook"))]
    page.save_revision().publish()
    page = ArticlePage.objects.get(pk=page.pk)
    assert [row.person.name for row in page.reviewers.all()] == ["Dr Ola Brook"]


@pytest.mark.parametrize("fields", [{"locked", "locked_by"}, {"latest_revision"}, {"url_path"}])
def test_bookkeeping_is_not_judged(fields: set[str], django_assert_num_queries: Any) -> None:
    with settled():
        page = factories.clean_article(live=True, body=BAD_BODY)
    with django_assert_num_queries(0):
        guard.guard(ArticlePage, page, update_fields=fields)


def test_the_scheduler_goes_on_after_a_refusal(mailoutbox: list[Any], admin_user: Any) -> None:
    with settled():
        bad = due(factories.clean_article(body=BAD_BODY), minutes=2, user=admin_user)
    good = due(factories.clean_article(), minutes=1)
    call_command("publish_scheduled", verbosity=0)
    assert list(ArticlePage.objects.live().values_list("pk", flat=True)) == [good.pk]
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    assert [mail.to for mail in mailoutbox] == [[admin_user.email]]
    assert "promises" in mailoutbox[0].body
    assert Page.objects.get(pk=bad.pk).specific.get_lock() is None


def due(page: ArticlePage, minutes: int, user: Any = None) -> ArticlePage:
    page.go_live_at = soon()
    page.save_revision(user=user).publish(user=user)
    when = timezone.now() - timedelta(minutes=minutes)
    for revision in page.revisions.filter(approved_go_live_at__isnull=False):
        content = revision.content | {"go_live_at": when.isoformat()}
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=when, content=content)
    return page
