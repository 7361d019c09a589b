"""The public pages, as a reader and a search engine meet them."""

import datetime
import json
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from cms.library import factories as library
from cms.pages import factories
from cms.pages.models import PublisherSettings, SiteCrisisResource, SiteDisclaimer
from tests.cms.website import every_block

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def gate_off(settings):
    """What the templates make of a page does not depend on what the linter makes of it."""
    settings.CONTENTLINT_GATE = "off"


def soup_of(client: Client, path: str, status: int = 200) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


def main_of(client: Client, page: Page) -> Tag:
    return soup_of(client, page.url).main


def live(*body: dict, **fields: Any) -> Page:
    return factories.article(body=body, live=True, **fields)


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_every_page_has_its_landmarks_and_one_title(client):
    section = factories.section(live=True)
    for page in (factories.home(), section, every_block.article()):
        soup = soup_of(client, page.url)
        names = [tag.name for tag in soup.find_all(["header", "main", "footer"])]
        assert names == ["header", "main", "footer"]
        assert soup.html["lang"] == "en-US"
        assert len(soup.find_all("h1")) == 1
        assert soup.find(class_="skip-link")["href"] == "#content" == f"#{soup.main['id']}"


def test_no_id_is_used_twice(client):
    ids = [tag["id"] for tag in soup_of(client, every_block.article().url).find_all(id=True)]
    assert sorted(ids) == sorted(set(ids))


def test_every_reference_between_elements_is_whole(client):
    soup = soup_of(client, every_block.article().url)
    for tag in soup.find_all(attrs={"aria-labelledby": True}):
        assert soup.find(id=tag["aria-labelledby"]), tag["aria-labelledby"]
    for tag in soup.select('a[href^="#"]'):
        assert soup.find(id=tag["href"][1:]), tag["href"]


@pytest.mark.parametrize(
    ("level", "cue"),
    [
        ("self_care", "Self-care:"),
        ("professional", "Non-urgent advice:"),
        ("urgent", "Urgent advice:"),
        ("emergency", "Emergency:"),
        ("warning", "Warning:"),
    ],
)
def test_a_care_card_says_in_words_how_urgent_it_is(client, level, cue):
    value = {"level": level, "heading": "Call us if", "text": "<p>it lasts</p>"}
    card = main_of(client, live({"type": "callout", "value": value})).find(class_="care-card")
    assert words(card) == f"{cue} Call us if it lasts"
    assert card.find("h2")["class"] == ["care-card-head"]


def test_headings_inside_of_blocks_follow_the_headings_before_them(client):
    questions = {"type": "questions", "value": [{"question": "Why?", "answer": "<p>So.</p>"}]}
    main = main_of(
        client,
        live(
            questions,
            {"type": "heading", "value": {"text": "Part", "level": 2}},
            questions,
            {"type": "heading", "value": {"text": "Detail", "level": 3}},
            questions,
        ),
    )
    assert [tag.name for tag in main.find_all(["h1", "h2", "h3", "h4"])] == [
        "h1",
        "h2",
        "h2",
        "h3",
        "h3",
        "h4",
    ]


def test_a_crisis_resource_can_be_called_texted_and_visited(client):
    service = library.crisis_resource(
        "Night line", phone="+1 (555) 010-0100", text_number="5550", url="https://night.example.org"
    )
    main = main_of(client, live({"type": "crisis_resources", "value": {"resources": [service.pk]}}))
    assert [(link["href"], words(link)) for link in main.select(".service a")] == [
        ("tel:+15550100100", "Call +1 (555) 010-0100"),
        ("sms:5550", "Text 5550"),
        ("https://night.example.org", "Visit night.example.org"),
    ]


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ({"url": "https://www.example.org/a?b=1&c=2"}, "https://www.example.org/a?b=1&c=2"),
        ({"phone": "0300 123 4567"}, "tel:03001234567"),
        ({}, None),
    ],
)
def test_a_call_to_action_leads_where_it_says(client, target, href):
    value = {"label": "Find help", "style": "primary", **target}
    action = main_of(client, live({"type": "call_to_action", "value": value})).find(class_="action")
    assert words(action) == "Find help"
    assert [link["href"] for link in action.find_all("a")] == [href] * (href is not None)


def test_a_call_to_action_to_a_draft_leads_nowhere(client):
    draft = factories.article("Secret plans")
    value = {"label": "Read more", "page": draft.pk, "style": "primary"}
    action = main_of(client, live({"type": "call_to_action", "value": value})).find(class_="action")
    assert (words(action), action.find("a")) == ("Read more", None)


def test_items_that_are_not_live_do_not_show(client):
    hidden = {"live": False}
    person = library.reviewer("Draft Person", **hidden)
    body = [
        {
            "type": "disclaimer",
            "value": {"disclaimer": library.disclaimer("D", text="<p>Draft text</p>", **hidden).pk},
        },
        {
            "type": "condition_list",
            "value": [{"condition": library.condition("Draft condition", **hidden).pk}],
        },
        {
            "type": "therapy_list",
            "value": [{"therapy": library.therapy("Draft therapy", **hidden).pk}],
        },
        {
            "type": "medicine_list",
            "value": [{"medicine_class": library.medicine_class("Draft class", **hidden).pk}],
        },
        {
            "type": "crisis_resources",
            "value": {"resources": [library.crisis_resource("Draft line", **hidden).pk]},
        },
    ]
    about = [library.condition("Draft subject", **hidden)]
    related = [factories.article("Draft article")]
    page = live(*body, authors=[person], reviewers=[person], about=about, related=related)
    soup = soup_of(client, page.url)
    assert "Draft" not in str(soup)
    assert [words(heading) for heading in soup.main.find_all(["h1", "h2", "h3"])] == [page.title]


def test_live_items_change_what_pages_show_only_when_published(client):
    condition = library.condition("Old name")
    page = live({"type": "condition_list", "value": [{"condition": condition.pk}]})
    condition.name = "New name"
    revision = condition.save_revision()
    assert "Old name" in words(main_of(client, page))
    revision.publish()
    assert "New name" in words(main_of(client, page))


def test_a_section_lists_its_live_public_children(client):
    section = factories.section(live=True)
    factories.article("Shown", section, summary="About it", live=True)
    factories.article("Not ready", section)
    secret = factories.article("For members", section, live=True)
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    cards = main_of(client, section).find_all(class_="card")
    assert [words(card) for card in cards] == ["Shown About it"]


def test_the_way_back_to_the_home_page(client):
    section = factories.section("Lungs", live=True)
    page = factories.article(parent=section, live=True)
    steps = main_of(client, page).select(".breadcrumbs a")
    assert [(words(step), step["href"]) for step in steps] == [
        (factories.home().title, "/"),
        ("Lungs", section.url),
    ]


def test_languages_lead_to_the_translation_or_else_home(client):
    home = factories.home()
    british = Locale.objects.get(language_code="en-gb")
    page = live()
    link = {"hreflang": "en-gb"}
    assert soup_of(client, page.url).header.find("a", link)["href"] == "/en-gb/"
    translation = page.copy_for_translation(british)
    translation.save_revision().publish()
    soup = soup_of(client, page.url)
    assert soup.header.find("a", link)["href"] == translation.url
    alternates = {tag["hreflang"]: tag["href"] for tag in soup.select("head link[hreflang]")}
    root = home.get_site().root_url
    assert alternates == {"en-US": root + page.url, "en-GB": root + translation.url}
    assert soup_of(client, translation.url).html["lang"] == "en-GB"


def test_dates_read_as_the_country_writes_them(client):
    page = live(last_reviewed=datetime.date(2026, 3, 4))
    british = Locale.objects.get(language_code="en-gb")
    translation = page.copy_for_translation(british)
    translation.save_revision().publish()
    assert words(main_of(client, page).find("time")) == "March 4, 2026"
    assert words(main_of(client, translation).find("time")) == "4 March 2026"


def test_what_search_engines_and_social_networks_are_told(client):
    page = factories.clean_article(
        live=True, seo_title="Sleep tips", last_reviewed=datetime.date(2026, 3, 4)
    )
    soup = soup_of(client, page.url)
    url = factories.home().get_site().root_url + page.url
    assert soup.title.string.startswith("Sleep tips | ")
    assert soup.find("link", rel="canonical")["href"] == url
    assert soup.find("meta", {"name": "description"})["content"] == page.search_description
    shared = {tag["property"]: tag["content"] for tag in soup.select("meta[property]")}
    assert shared == {
        "og:type": "article",
        "og:title": "Sleep tips",
        "og:description": page.search_description,
        "og:url": url,
        "og:site_name": "contentlint",
        "og:locale": "en_US",
    }
    data = json.loads(soup.find("script", type="application/ld+json").string)
    chosen = ("@type", "lastReviewed", "reviewedBy", "about", "inLanguage", "url")
    assert {name: data[name] for name in chosen} == {
        "@type": "MedicalWebPage",
        "lastReviewed": "2026-03-04",
        "reviewedBy": [
            {
                "@type": "Person",
                "name": "Dr Ines Moor",
                "jobTitle": "Clinical reviewer",
                "honorificSuffix": "MD",
            }
        ],
        "about": [{"@type": "MedicalCondition", "name": "Insomnia"}],
        "inLanguage": "en-US",
        "url": url,
    }


def test_news_does_not_pose_as_medical_advice(client):
    page = live(article_kind="news", last_reviewed=datetime.date(2026, 3, 4))
    data = json.loads(soup_of(client, page.url).find("script", type="application/ld+json").string)
    assert (data["@type"], "lastReviewed" in data) == ("NewsArticle", False)


def test_every_page_carries_the_disclaimer_and_crisis_lines_of_its_language(client):
    home = factories.home()
    british = Locale.objects.get(language_code="en-gb")
    settings = PublisherSettings.for_site(home.get_site())
    settings.publisher = "Plain Health"
    settings.disclaimers = [
        SiteDisclaimer(disclaimer=library.disclaimer("US", text="<p>Ask a doctor.</p>")),
        SiteDisclaimer(
            disclaimer=library.disclaimer("UK", text="<p>Ask your GP.</p>", locale=british)
        ),
    ]
    settings.crisis_resources = [
        SiteCrisisResource(crisis_resource=library.crisis_resource("US line")),
        SiteCrisisResource(
            crisis_resource=library.crisis_resource("UK line", country="GB", locale=british)
        ),
        SiteCrisisResource(crisis_resource=library.crisis_resource("Draft line", live=False)),
    ]
    settings.save()
    for path, status, expected in (
        ("/", 200, ("US line", "Ask a doctor.")),
        ("/en-gb/", 200, ("UK line", "Ask your GP.")),
        ("/nowhere/", 404, ("US line", "Ask a doctor.")),
        ("/en-gb/nowhere/", 404, ("UK line", "Ask your GP.")),
    ):
        footer = words(soup_of(client, path, status).footer)
        shown = [
            name
            for name in ("US line", "Ask a doctor.", "UK line", "Ask your GP.", "Draft line")
            if name in footer
        ]
        assert tuple(shown) == expected
        assert footer.endswith("Published by Plain Health")


def test_a_missing_page_says_so_and_leads_on(client):
    section = factories.section(live=True)
    soup = soup_of(client, "/nowhere/", 404)
    assert words(soup.h1) == "We could not find this page"
    assert section.url in [link["href"] for link in soup.main.find_all("a")]


def test_the_page_for_our_own_faults_needs_no_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        html = render_to_string("500.html")
    assert "Something went wrong" in html


def test_a_page_behind_a_password_tells_nothing_of_itself(client):
    page = live(title="Hidden title", summary="Hidden summary")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="sesame")
    soup = soup_of(client, page.url)
    assert "Hidden" not in str(soup)
    form = soup.main.form
    fields = {field["name"]: field.get("value", "") for field in form.find_all("input")}
    answer = client.post(form["action"], fields | {"password": "sesame"}, follow=True)
    assert "Hidden summary" in answer.content.decode()


def test_expired_and_unpublished_pages_are_gone(client):
    page = live(expire_at=timezone.now() + datetime.timedelta(days=1))
    page.unpublish()
    assert client.get(page.url).status_code == 404


def test_public_pages_run_no_script_of_their_own(client):
    response = client.get(every_block.article().url)
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "script-src" not in policy
    soup = BeautifulSoup(response.content, "html.parser")
    assert [tag for tag in soup.find_all("script") if tag["type"] != "application/ld+json"] == []
    assert soup.find_all(["iframe", "style"]) == []
