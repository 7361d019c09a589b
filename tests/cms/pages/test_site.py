"""The bare site that content is put into."""

import pytest
from wagtail.models import Locale, Page, Site

from cms.pages.models import HomePage
from cms.pages.site import ensure_site

pytestmark = pytest.mark.django_db

BARE = [("root", None), ("home-en-us", "/"), ("home-en-gb", "/en-gb/")]


def tree() -> list[tuple[str, str | None]]:
    return [(page.slug, page.url) for page in Page.objects.order_by("path")]


def test_takes_the_place_of_the_welcome_page_once() -> None:
    assert Page.objects.filter(title__startswith="Welcome").exists()
    site = ensure_site()
    assert tree() == BARE
    assert ensure_site() == site
    assert tree() == BARE
    assert [locale.language_code for locale in Locale.objects.all()] == ["en-gb", "en-us"]
    assert isinstance(site.root_page.specific, HomePage)


def test_starts_from_nothing() -> None:
    Page.objects.all().delete()
    assert ensure_site() == Site.objects.get(is_default_site=True)
    assert tree() == BARE


def test_keeps_what_editors_have_made() -> None:
    welcome = Page.objects.get(title__startswith="Welcome")
    welcome.add_child(instance=Page(title="Kept", slug="kept"))
    ensure_site()
    assert Page.objects.filter(title="Kept").exists()

    home = HomePage.objects.get(slug="home-en-us")
    home.title, home.slug = "Our own start", "start"
    home.save()
    ensure_site()
    assert HomePage.objects.filter(locale=home.locale).get().title == "Our own start"


def test_another_language_gets_a_home_page(settings) -> None:
    ensure_site()
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [
        *settings.WAGTAIL_CONTENT_LANGUAGES,
        ("cy", "Welsh"),
    ]
    ensure_site()
    assert tree()[3:] == [("home-cy", "/cy/")]
    assert not HomePage.objects.get(slug="home-cy").live  # there are no rules for Welsh yet
