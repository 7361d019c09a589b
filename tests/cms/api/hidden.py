"""Pages that the public must not see, and the words that would give them away."""

import datetime

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.pages import factories

SECRET = "Unseen"


def draft() -> Page:
    return factories.article(SECRET, article_kind="news")


def unpublished() -> Page:
    page = factories.article(SECRET, article_kind="news", live=True)
    page.unpublish()
    return page


def expired() -> Page:
    page = factories.article(SECRET, article_kind="news", live=True)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    return page


def _restricted(page: Page, kind: str, **fields: str) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, **fields)


def for_members() -> Page:
    page = factories.article(SECRET, article_kind="news", live=True)
    _restricted(page, "login")
    return page


def with_password() -> Page:
    page = factories.article(SECRET, article_kind="news", live=True)
    _restricted(page, "password", password="sesame")
    return page


def for_a_group() -> Page:
    page = factories.article(SECRET, article_kind="news", live=True)
    _restricted(page, "groups").groups.add(Group.objects.create(name="Ward"))
    return page


def below_a_private_section() -> Page:
    section = factories.section(SECRET, live=True)
    _restricted(section, "login")
    return factories.article(SECRET, section, article_kind="news", live=True)


HIDDEN = [
    draft,
    unpublished,
    expired,
    for_members,
    with_password,
    for_a_group,
    below_a_private_section,
]
OPEN_AFTER_LOGIN = [for_members, below_a_private_section]
