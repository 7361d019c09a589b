"""The same words get the same verdict by every way: a file, a draft, a live page, the API."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import APIToken

from cms.exchange.export import export
from cms.pages import factories
from cms.pages.models import ArticlePage, PublisherSettings, SiteDisclaimer
from cms.quality import gate
from lint.config import Config
from lint.engine import Report
from lint.inputs import Input, gather
from lint.judging import Judge
from tests.cms.website.every_block import Words, items, picture

pytestmark = pytest.mark.django_db

JUDGE = Judge(Config(), most=float("inf"))

TEXTS = [
    "Rest and drink plenty",
    "This tea cures migraine for good",
    "He committed suicide",
    "Stop taking your tablets when you feel well",
    "Schizophrenics cannot work",
    "Studies show that yoga halves the risk of stroke",
    "Take 20 mg of propranolol twice a day",
    "Click here",
    "Nobody should be told that it always works",
    "It was like a war against the cancer inside of me and I had to fight it every day of the week "
    "while everybody who came to see me told me that I would win in the end if I only wanted to",
    "",
]


def rich(text: str) -> list[str]:
    """A text as the rich text that an editor writes."""
    return [
        f"<p>{text}.</p>",
        f"<p>{text}. <b>Rest</b> is <i>not</i> enough.</p><ul><li>{text}</li><li>Sleep</li></ul>",
        f'<p>Read <a href="https://www.example.org/a/">{text or "more"}</a>.</p>',
        f"<p><!-- contentlint-disable absolute-claim: said by the maker -->{text}.</p>",
    ]


@pytest.fixture
def chosen() -> dict[str, int]:
    """Ids of what an article can choose; one of the conditions and one of the pages is a draft."""
    made = items(Words())
    hidden = items(Words(text="Sleep apnea"))["condition"]
    hidden.unpublish()
    ids = {kind: item.pk for kind, item in made.items()}
    return ids | {
        "hidden": hidden.pk,
        "image": picture().pk,
        "page": factories.section("Sleep", live=True).pk,
        "draft": factories.section("Naps").pk,
    }


def bodies(ids: dict[str, int]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Bodies made of every block of the project."""
    text = st.sampled_from(TEXTS)
    linked = st.sampled_from(
        [f'<p>Read <a linktype="page" id="{ids[key]}">this</a>.</p>' for key in ("page", "draft")]
    )
    html = text.flatmap(lambda each: st.sampled_from(rich(each))) | linked
    condition = st.sampled_from([None, ids["condition"], ids["hidden"]])

    def struct(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
        return st.fixed_dictionaries(fields)

    def listed(item: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
        stored = item.map(lambda value: {"type": "item", "value": value})
        return st.lists(stored, min_size=1, max_size=2)

    def choice(*keys: str) -> st.SearchStrategy[int | None]:
        return st.sampled_from([None, *(ids[key] for key in keys)])

    column = st.sampled_from(["text", "rich_text"])
    table = st.tuples(column, text, text, html).map(
        lambda each: {
            "columns": [{"type": each[0], "heading": each[1]}],
            "rows": [{"values": [each[2] if each[0] == "text" else each[3]]}],
            "caption": each[1],
        }
    )
    blocks: dict[str, st.SearchStrategy[Any]] = {
        "heading": struct(text=text, level=st.sampled_from([2, 3, 4])),
        "paragraph": html,
        "key_points": listed(text),
        "condition_list": listed(
            struct(condition=condition, name=text, medication=html, therapy=html, text=html)
        ),
        "therapy_list": listed(struct(therapy=choice("therapy"), name=text, text=html)),
        "medicine_list": listed(
            struct(medicine_class=choice("medicine_class"), name=text, examples=text, text=html)
        ),
        "explained_list": struct(
            ordered=st.booleans(), items=listed(struct(term=text, explanation=html))
        ),
        "callout": struct(
            level=st.sampled_from(["self_care", "professional", "urgent", "emergency", "warning"]),
            heading=text,
            text=html,
        ),
        "do_dont": struct(do=listed(text), dont=listed(text)),
        "disclaimer": struct(disclaimer=choice("disclaimer"), text=html),
        "crisis_resources": struct(heading=text, resources=listed(st.just(ids["crisis_resource"]))),
        "call_to_action": struct(label=text, page=choice("page", "draft"), url=st.just("")),
        "image": struct(
            image=st.just(ids["image"]), alt=text, decorative=st.booleans(), caption=text
        ),
        "quote": struct(text=html, speaker=text, story=st.booleans()),
        "questions": listed(struct(question=text, answer=html)),
        "table": table,
        "video": struct(url=st.just("https://www.example.org/v/"), title=text, transcript=html),
        "sources": st.none(),
    }
    names = ArticlePage._meta.get_field("body").stream_block.child_blocks
    assert blocks.keys() == names.keys()
    one = st.one_of(*(st.tuples(st.just(name), value) for name, value in blocks.items())).map(
        lambda each: {"type": each[0], "value": each[1]}
    )
    return st.lists(one, max_size=6)


def said(report: Report | None) -> list[tuple[Any, ...]]:
    """What every way must agree on; a path without the steps that only a stored list has."""
    assert report is not None
    assert report.judged, report.problems
    return [
        (
            each.rule,
            each.severity,
            each.quote,
            each.suppressed,
            (each.location.path or "").replace(".value", ""),
        )
        for each in report.findings
    ]


@pytest.fixture
def ways(tmp_path: Path, admin_user, settings) -> Callable[[ArticlePage], dict[str, Any]]:
    """What is said of a page, by each way that leads to a verdict."""
    settings.CONTENTLINT_GATE = "off"
    _, token = APIToken.create_token(user=admin_user, name="Test")
    client = Client(headers={"Authorization": f"Bearer {token}"})

    def over_the_api(page: ArticlePage, version: str) -> Report | None:
        query = {"path": page.url, "version": version}
        answer = client.get("/api/content/v1/contents/", query)
        return JUDGE.report(Input(page.url, "api", data=answer.content))

    def as_a_file(page: ArticlePage) -> Report | None:
        export(tmp_path)
        [file] = [each for each in gather([tmp_path]) if Path(each.name).stem == page.slug]
        return JUDGE.report(file)

    def of(page: ArticlePage) -> dict[str, Any]:
        return {
            "draft": said(gate.judge(page.latest_revision.as_object())),
            "page": said(gate.judge(ArticlePage.objects.get(pk=page.pk))),
            "file": said(as_a_file(page)),
            "API, live": said(over_the_api(page, "live")),
            "API, draft": said(over_the_api(page, "draft")),
        }

    return of


def test_any_article(ways, chosen: dict[str, int]) -> None:
    page = factories.clean_article("Sleeping worse", live=True)
    publisher = PublisherSettings.for_site(page.get_site())
    publisher.publisher, publisher.brands = "Brook Health", ["Brook Plus"]
    publisher.domains = ["brook.example"]
    publisher.save()
    SiteDisclaimer.objects.create(settings=publisher, disclaimer_id=chosen["disclaimer"])

    seen: set[str] = set()

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(bodies(chosen), st.sampled_from(TEXTS), st.sampled_from(["clinical", "story", "news"]))
    def agree(body: list[dict[str, Any]], words: str, kind: str) -> None:
        page.refresh_from_db()
        page.body = json.dumps(factories.stream(body))
        page.title, page.summary, page.article_kind = words[:200] or "Sleep", words, kind
        page.save_revision().publish()
        page.refresh_from_db()
        found = ways(page)
        assert found == dict.fromkeys(found, found["page"])
        seen.update(finding[0] for finding in found["page"])

    agree()
    assert {"absolute-claim", "suicide-wording", "broken-internal-reference"} <= seen
