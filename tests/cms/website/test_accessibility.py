"""The public pages and the previews in a real browser: axe-core, the keyboard, small screens."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage
from playwright.sync_api import Page as Window
from wagtail.models import Locale

from cms.library import factories as library
from cms.pages import factories
from cms.pages.models import PublisherSettings, SiteCrisisResource, SiteDisclaimer
from tests.cms.website import every_block

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]

WIDTHS = (1280, 390)


@pytest.fixture(autouse=True)
def gate_off(settings):
    settings.CONTENTLINT_GATE = "off"


@pytest.fixture
def paths() -> dict[str, str]:
    """One address of each kind of page, in two languages."""
    home = factories.home()
    british = Locale.objects.get(language_code="en-gb")
    settings = PublisherSettings.for_site(home.get_site())
    settings.disclaimers = [SiteDisclaimer(disclaimer=library.disclaimer())]
    settings.crisis_resources = [SiteCrisisResource(crisis_resource=library.crisis_resource())]
    settings.save()
    section = factories.section("Lungs", summary="How we breathe.", live=True)
    article = every_block.article(parent=section)
    for page in (section, article):
        page.copy_for_translation(british).save_revision().publish()
    translated = {page: page.get_translation(british).url for page in (section, article)}
    return {
        "home": "/",
        "section": section.url,
        "article": article.url,
        "British home": "/en-gb/",
        "British section": translated[section],
        "British article": translated[article],
        "not found": "/nowhere/",
    }


def test_axe_finds_nothing(browser_page: Window, paths: dict[str, str]) -> None:
    found = []
    for width in WIDTHS:
        browser_page.set_viewport_size({"width": width, "height": 900})
        for name, path in paths.items():
            browser_page.goto(path)
            for violation in Axe().run(browser_page).response["violations"]:
                nodes = [node["html"] for node in violation["nodes"]]
                found.append((name, width, violation["id"], nodes))
    assert found == []


def test_nothing_is_wider_than_a_small_screen(browser_page: Window, paths) -> None:
    browser_page.set_viewport_size({"width": 320, "height": 700})
    wide = {}
    for name, path in paths.items():
        browser_page.goto(path)
        wide[name] = browser_page.evaluate("document.documentElement.scrollWidth")
    assert wide == dict.fromkeys(paths, 320)


def test_the_browser_has_no_complaint(browser_page: Window, paths) -> None:
    complaints = []

    def note(message: ConsoleMessage) -> None:
        if "/media/" not in message.location["url"]:  # the test server has no uploads
            complaints.append(message.text)

    browser_page.on("console", note)
    browser_page.on("pageerror", lambda error: complaints.append(str(error)))
    for name in ("home", "section", "article", "British article"):
        browser_page.goto(paths[name])
    assert complaints == []


def test_the_keyboard_reaches_the_content_first_and_shows_where_it_is(
    browser_page: Window, paths
) -> None:
    browser_page.goto(paths["article"])
    browser_page.keyboard.press("Tab")
    skip = browser_page.locator(":focus")
    assert skip.inner_text() == "Skip to the content"
    assert skip.bounding_box()["y"] >= 0
    browser_page.keyboard.press("Enter")
    assert browser_page.evaluate("document.activeElement.id") == "content"
    browser_page.keyboard.press("Tab")
    style = browser_page.evaluate(
        "(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])"
        "(getComputedStyle(document.activeElement))"
    )
    assert style == ["solid", "3px"]
    assert browser_page.evaluate("document.activeElement.closest('main') !== null")


def test_a_transcript_opens_with_the_keyboard(browser_page: Window, paths) -> None:
    browser_page.goto(paths["article"])
    summary = browser_page.locator("summary")
    assert not browser_page.locator("details > div").is_visible()
    summary.focus()
    browser_page.keyboard.press("Enter")
    assert browser_page.locator("details > div").is_visible()
