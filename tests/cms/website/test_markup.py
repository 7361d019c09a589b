"""Markup in a text, a rich text or a link stays text, or goes: on every page and in every preview.

Editors' forms refuse much of this; content files, imports and old data may hold it all the same.
"""

import json

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cms.library.models import Disclaimer
from cms.pages import factories
from cms.pages.models import ArticlePage, PublisherSettings, SiteDisclaimer
from tests.cms.website import every_block
from tests.cms.website.every_block import Words

pytestmark = pytest.mark.django_db

BREAKOUTS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    '"><svg onload=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    "{{ settings.SECRET_KEY }}{% debug %}<!--",
]
RICH_TEXTS = [
    *(f"<p>{breakout}</p>" for breakout in BREAKOUTS),
    '<p onclick="alert(1)" style="position:fixed">A</p>',
    '<p><a href="javascript:alert(1)">A</a></p>',
    '<p><a href="java&#10;script&#58;alert(1)">A</a></p>',
    '<p><a href=" &#x01;JaVaScRiPt:alert(1)">A</a></p>',
    '<p><a href="data:text/html,<script>alert(1)</script>">A</a></p>',
    '<p><a href="vbscript:msgbox(1)">A</a></p>',
    '<p><a linktype="page" id="1" onmouseover="alert(1)" href="javascript:alert(1)">A</a></p>',
    '<p><a linktype="page" id="1"><script>alert(1)</script></a></p>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data="x"></object>',
    '<embed embedtype="media" url="javascript:alert(1)"/>',
    '<form action="javascript:alert(1)"><input onfocus=alert(1) autofocus></form>',
    '<svg><a xlink:href="javascript:alert(1)"><text>A</text></a></svg>',
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table>",
    '<base href="//evil.example"><meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
]
LINKS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " \tjava\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "javascript&#58;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    'https://example.org/" onmouseover="alert(1)',
    "http://[broken",
]
SAFE_STARTS = ("http://", "https://", "mailto:", "tel:", "sms:", "/", "#")
CASES = [
    *(pytest.param(Words(text=text), id=f"text {n}") for n, text in enumerate(BREAKOUTS)),
    *(pytest.param(Words(html=html), id=f"rich text {n}") for n, html in enumerate(RICH_TEXTS)),
    *(
        pytest.param(Words(link=link, phone=link[:32]), id=f"link {n}")
        for n, link in enumerate(LINKS)
    ),
]


@pytest.fixture(autouse=True)
def gate_off(settings):
    """The gate would keep most of this from going live; the templates must not rely on it."""
    settings.CONTENTLINT_GATE = "off"


def dangers(html: str) -> list[str]:
    """What a browser could run in a page, or be led to."""
    soup = BeautifulSoup(html, "html.parser")
    found = []
    for tag in soup.find_all(True):
        if tag.name == "script" and tag.get("type") != "application/ld+json":
            found.append(str(tag))
        if tag.name in ("iframe", "object", "embed", "base", "form", "math", "style"):
            found.append(str(tag))
        if tag.name == "meta" and tag.get("http-equiv"):
            found.append(str(tag))
        for name, value in tag.attrs.items():
            if name.startswith("on") or name in ("srcdoc", "style", "formaction", "xlink:href"):
                found.append(f"{name}={value}")
            leads_on = name in ("href", "src", "action") and tag.name != "link"
            if leads_on and not str(value).lower().startswith(SAFE_STARTS):
                found.append(f"{name}={value}")
    return found


def shown(client: Client, page: ArticlePage) -> str:
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("words", CASES)
def test_article(client, words: Words) -> None:
    html = shown(client, every_block.article(words))
    soup = BeautifulSoup(html, "html.parser")
    assert dangers(html) == []
    assert len(soup.find_all("title")) == 1
    described = [
        json.loads(data.string) for data in soup.find_all("script", type="application/ld+json")
    ]
    assert [each["@type"] for each in described] == ["MedicalWebPage", "BreadcrumbList"]
    assert described[0]["headline"] == words.text


@pytest.mark.parametrize("text", BREAKOUTS)
def test_listings_and_breadcrumbs(client, text: str) -> None:
    section = factories.section(text, summary=text, search_description=text, live=True)
    page = factories.article(text, section, summary=text, live=True)
    for path in ("/", section.url, page.url):
        html = client.get(path).content.decode()
        assert dangers(html) == []
        assert text in BeautifulSoup(html, "html.parser").get_text()


@pytest.mark.parametrize("html", RICH_TEXTS)
def test_footer(client, html: str) -> None:
    site = factories.home().get_site()
    words = Words(html=html, text=BREAKOUTS[1])
    made = every_block.items(words)
    settings = PublisherSettings.for_site(site)
    settings.publisher = words.text
    settings.disclaimers = [SiteDisclaimer(disclaimer=made["disclaimer"])]
    settings.save()
    answer = client.get("/").content.decode()
    assert f"Published by {words.text}" in BeautifulSoup(answer, "html.parser").get_text()
    assert dangers(answer) == []


@pytest.mark.parametrize("html", RICH_TEXTS)
def test_preview_of_a_library_item(html: str) -> None:
    item = Disclaimer(name=BREAKOUTS[3], slug="d", text=html, locale=factories.home().locale)
    assert dangers(item.make_preview_request().content.decode()) == []
