"""The delivery API, as a frontend uses it."""

import datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jsonschema import Draft202012Validator, FormatChecker
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from cms.api.openapi import document
from cms.exchange.load import load
from cms.images.models import CmsImage
from cms.library import factories as library
from cms.pages import factories
from cms.pages.models import ArticlePage

pytestmark = pytest.mark.django_db

FIXTURES = Path(__file__).parents[3] / "content_fixtures"


def get(client: Client, path: str | None, **headers: str):
    return client.get(
        "/api/content/v1/pages/", {} if path is None else {"path": path}, headers=headers
    )


def paragraph(html: str) -> dict:
    return {"type": "paragraph", "value": html}


@pytest.fixture
def gate_off(settings):
    """Lets content through that the gate would keep out, to see what the API makes of it."""
    settings.CONTENTLINT_GATE = "off"


def live_article(*body: dict, **fields) -> ArticlePage:
    return factories.article(body=body, live=True, **fields)


def body_of(client: Client, page: ArticlePage) -> list[dict]:
    answer = get(client, page.url)
    assert answer.status_code == 200, answer.content
    return [{"type": block["type"], "value": block["value"]} for block in answer.json()["body"]]


def test_every_fixture_page_answers_as_the_openapi_document_says(client):
    load(FIXTURES)
    schemas = document()["components"]["schemas"]
    schema = {"$ref": "#/components/schemas/Page", "components": {"schemas": schemas}}
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    pages = [page.specific for page in Page.objects.live().filter(depth__gt=1)]
    assert {type(page).__name__ for page in pages} == {"HomePage", "SectionPage", "ArticlePage"}
    seen = set()
    for page in pages:
        answer = get(client, page.url)
        assert answer.status_code == 200, page.url
        problems = [error.message for error in validator.iter_errors(answer.json())]
        assert (page.url, problems) == (page.url, [])
        seen |= {block["type"] for block in answer.json()["body"]}
    assert seen == set(ArticlePage._meta.get_field("body").stream_block.child_blocks)


def test_the_openapi_document_is_served_and_valid(client):
    answer = client.get("/api/content/v1/openapi.json")
    assert answer.json() == document()
    for name, schema in document()["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)
        assert schema["type"] == "object", name


def test_an_article_comes_with_everything_a_frontend_needs(client):
    writer, reviewer = library.person("Ivo Story"), library.reviewer("Dr Ada Story")
    asthma = library.condition("Asthma", slug="asthma", description="Narrow airways.")
    other = live_article(title="Peak flow", article_kind="news", summary="How to measure.")
    picture = CmsImage.objects.create(title="Lungs", file=get_test_image_file(), description="Two")
    page = live_article(
        {"type": "condition_list", "value": [{"condition": asthma.pk, "name": ""}]},
        {"type": "image", "value": {"image": picture.pk, "alt": "Lungs", "caption": "Healthy"}},
        {"type": "call_to_action", "value": {"label": "Measure", "page": other.pk}},
        paragraph(f'<p>Read <a linktype="page" id="{other.pk}">how to measure</a>.</p>'),
        title="Living with asthma",
        article_kind="news",
        authors=[writer],
        reviewers=[reviewer],
        about=[asthma],
        related=[other],
        last_reviewed=datetime.date(2026, 3, 1),
        hero_image=picture,
        hero_alt="Two lungs",
    )
    answer = get(client, page.url).json()
    assert (answer["type"], answer["title"], answer["locale"], answer["path"]) == (
        "article",
        "Living with asthma",
        "en-US",
        page.url,
    )
    article = answer["article"]
    assert [person["name"] for person in article["authors"]] == ["Ivo Story"]
    assert [person["credentials"] for person in article["reviewers"]] == ["MD"]
    assert [each["slug"] for each in article["about"]["conditions"]] == ["asthma"]
    assert [each["path"] for each in article["related"]] == [other.url]
    assert article["last_reviewed"] == "2026-03-01"
    assert (article["hero"]["alt"], article["hero"]["image"]["slug"]) == ("Two lungs", picture.slug)
    conditions, image, action, text = (block["value"] for block in answer["body"])
    assert conditions[0]["condition"]["description"] == "Narrow airways."
    assert image["image"]["url"] == f"http://testserver{picture.file.url}"
    assert [each["width"] for each in image["image"]["renditions"]] == [320, 640, 640]
    assert action["page"]["path"] == other.url
    assert text == f'<p>Read <a href="{other.url}">how to measure</a>.</p>'
    assert [each["path"] for each in answer["breadcrumbs"]] == ["/"]


def test_a_section_lists_only_what_the_public_may_see(client):
    section = factories.section("Lungs", live=True)
    factories.article("Shown", parent=section, live=True, article_kind="news")
    factories.article("Draft", parent=section, article_kind="news")
    hidden = factories.article("Private", parent=section, live=True, article_kind="news")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    answer = get(client, section.url).json()
    assert [child["title"] for child in answer["children"]] == ["Shown"]
    assert answer["article"] is None


@pytest.mark.parametrize("way", ["draft", "unpublished", "private", "below a private page"])
def test_what_is_not_public_is_not_found_even_for_an_administrator(admin_client, way):
    section = factories.section(live=True)
    page = factories.article(parent=section, live=way != "draft", article_kind="news")
    if way == "unpublished":
        page.unpublish()
    elif way != "draft":
        PageViewRestriction.objects.create(
            page=section if "below" in way else page, restriction_type="password", password="x"
        )
    answer = get(admin_client, page.url)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_a_draft_change_of_a_live_page_is_not_shown(client):
    page = live_article(paragraph("<p>Public words.</p>"), article_kind="news")
    page.title = "Secret title"
    page.save_revision()
    assert get(client, page.url).json()["title"] != "Secret title"


def test_library_items_that_are_not_live_are_left_out(client, gate_off):
    shown = library.condition("Asthma")
    hidden = library.condition("Secret", live=False)
    person = library.person("Hidden Person", live=False)
    page = live_article(
        {
            "type": "condition_list",
            "value": [{"condition": shown.pk}, {"condition": hidden.pk, "name": "Own name"}],
        },
        authors=[person],
        about=[hidden],
    )
    answer = get(client, page.url)
    assert b"Secret" not in answer.content
    assert b"Hidden Person" not in answer.content
    first, second = answer.json()["body"][0]["value"]
    assert (first["condition"]["name"], second["condition"], second["name"]) == (
        "Asthma",
        None,
        "Own name",
    )


HOSTILE = [
    ("<p>a<script>x()</script>b</p>", "<p>ab</p>"),
    ('<p><img src=x onerror="x()">a</p>', "<p>a</p>"),
    ('<p onclick="x()">a</p>', "<p>a</p>"),
    ('<p><a href="javascript:x()">a</a></p>', "<p>a</p>"),
    ('<p><a href="java&#115;cript:x()">a</a></p>', "<p>a</p>"),
    ('<p><a href="data:text/html,x">a</a></p>', "<p>a</p>"),
    ('<p><a href="https://ok.example/?a=1&amp;b=2">a</a></p>',) * 2,
    ('<p><a linktype="page" id="999999">a</a></p>', "<p>a</p>"),
    ('<p><a linktype="page" id="1&quot; onclick=&quot;x()">a</a></p>', "<p>a</p>"),
    ('<p><a linktype="page" id="²">a</a></p>', "<p>a</p>"),
    (f'<p><a linktype="page" id="{"9" * 30}">a</a></p>', "<p>a</p>"),
    (f'<p><a linktype="document" id="{"9" * 5000}">a</a></p>', "<p>a</p>"),
    ("<iframe src=//evil.example></iframe><p>a</p>", "<p>a</p>"),
    ("<p><b>a</b><svg><style><img src=x onerror=x()></style></svg></p>", "<p><b>a</b></p>"),
]


@pytest.mark.parametrize(("html", "safe"), HOSTILE)
def test_rich_text_is_safe_to_show(client, gate_off, html, safe):
    page = live_article(paragraph(html))
    assert body_of(client, page) == [{"type": "paragraph", "value": safe}]


def test_a_link_to_a_page_that_went_offline_becomes_its_words(client):
    other = live_article(article_kind="news")
    page = live_article(
        paragraph(f'<p>See <a linktype="page" id="{other.pk}">this page on lungs</a>.</p>'),
        article_kind="news",
    )
    other.unpublish()
    assert body_of(client, page) == [
        {"type": "paragraph", "value": "<p>See this page on lungs.</p>"}
    ]


def test_a_document_link_leads_to_the_document(client):
    leaflet = get_document_model().objects.create(
        title="Leaflet", file=SimpleUploadedFile("leaflet.txt", b"Rest.")
    )
    page = live_article(
        paragraph(f'<p><a linktype="document" id="{leaflet.pk}">Leaflet on rest</a></p>'),
        article_kind="news",
    )
    html = f'<p><a href="http://testserver{leaflet.url}">Leaflet on rest</a></p>'
    assert body_of(client, page) == [{"type": "paragraph", "value": html}]


@pytest.mark.parametrize("depth", [0, 1])
def test_a_document_in_a_private_collection_gets_no_link(client, gate_off, depth):
    private = Collection.get_first_root_node().add_child(name="Staff")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    below = private.add_child(name="Rotas")
    rota = get_document_model().objects.create(
        title="Rota",
        file=SimpleUploadedFile("rota-of-august.txt", b"Nights."),
        collection=[private, below][depth],
    )
    page = live_article(paragraph(f'<p><a linktype="document" id="{rota.pk}">Rota</a></p>'))
    assert body_of(client, page) == [{"type": "paragraph", "value": "<p>Rota</p>"}]


def test_the_number_of_queries_does_not_grow_with_the_body(client):
    conditions = [library.condition(f"Condition {number}") for number in range(12)]
    targets = [live_article(article_kind="news") for _ in range(6)]

    def page_with(count: int) -> ArticlePage:
        blocks = []
        for number in range(count):
            link = f'<a linktype="page" id="{targets[number % 6].pk}">a page about lungs</a>'
            blocks.append(paragraph(f"<p>Read {link}.</p>"))
            chosen = conditions[number % 12].pk
            blocks.append({"type": "condition_list", "value": [{"condition": chosen}]})
        return live_article(*blocks, article_kind="news")

    counts = []
    for page in (page_with(1), page_with(12)):
        get(client, page.url)
        with CaptureQueriesContext(connection) as queries:
            assert get(client, page.url).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[1] <= 40


def test_an_answer_can_be_cached_and_asked_for_again(client):
    page = live_article(article_kind="news")
    first = get(client, page.url)
    assert "max-age" in first["Cache-Control"]
    assert not first.cookies
    assert get(client, page.url, **{"if-none-match": first["ETag"]}).status_code == 304
    page.title = "Another title"
    page.save_revision().publish()
    assert get(client, page.url, **{"if-none-match": first["ETag"]}).status_code == 200


def test_a_change_of_a_library_item_changes_the_etag(client):
    asthma = library.condition("Asthma")
    page = live_article(
        {"type": "condition_list", "value": [{"condition": asthma.pk}]}, article_kind="news"
    )
    before = get(client, page.url)["ETag"]
    asthma.description = "Narrow airways."
    asthma.save_revision().publish()
    assert get(client, page.url)["ETag"] != before


def test_head_and_options_are_answered(client):
    page = live_article(article_kind="news")
    head = client.head("/api/content/v1/pages/", {"path": page.url})
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == get(client, page.url)["ETag"]
    options = client.options("/api/content/v1/pages/")
    assert (options.status_code, options["Allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, method):
    answer = getattr(client, method)("/api/content/v1/pages/?path=/")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (None, 400),
        ("", 400),
        ("lungs/", 400),
        ("/a//b/", 400),
        ("//evil.example/", 400),
        ("/../admin/", 400),
        ("/%2e%2e/admin/", 400),
        ("/a\x00b/", 400),
        ("/a\\b/", 400),
        ("/a/?draft=1", 400),
        ("/" + "a" * 3000, 400),
        ("/nowhere/", 404),
        ("/en-gb/nowhere/", 404),
        ("/xx/", 404),
        ("/é/", 404),
    ],
)
def test_a_strange_path_gets_a_clear_answer(client, path, status):
    factories.home()
    answer = get(client, path)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status
    assert answer.json()["detail"]


def test_a_path_without_its_last_slash_is_the_same_page(client):
    page = live_article(article_kind="news")
    assert get(client, page.url.rstrip("/")).json()["path"] == page.url


def test_each_language_has_its_pages_and_its_translations(client):
    load(FIXTURES)
    path = "/treatments/medicine-and-talking-therapy/"
    us, gb = get(client, path).json(), get(client, f"/en-gb{path}").json()
    assert (us["locale"], gb["locale"]) == ("en-US", "en-GB")
    assert [(each["locale"], each["path"]) for each in us["translations"]] == [
        ("en-GB", f"/en-gb{path}")
    ]
    assert get(client, f"/en-us{path}").status_code == 404


def test_a_moved_page_says_where_it_went(client):
    page = live_article(article_kind="news")
    Redirect.add_redirect("/old-place", page)
    answer = get(client, "/old-place/")
    assert (answer.status_code, answer.json()["redirect"]) == (404, page.url)


def test_an_unknown_endpoint_is_a_problem(client):
    answer = client.get("/api/content/v1/articles/")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
