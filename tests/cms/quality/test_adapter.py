"""A page, its export and its draft are one document, in one world."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction

from cms.exchange.export import export
from cms.library import factories as library
from cms.pages import factories
from cms.pages.models import ArticlePage, PublisherSettings, SiteDisclaimer
from cms.quality import adapter, gate
from lint import health
from lint.config import Config
from lint.document import Kind
from lint.engine import Report
from lint.inputs import gather
from lint.judging import Judge
from lint.rule import Severity
from lint.site import ReferenceState
from tests.cms.quality.ways import settled

pytestmark = pytest.mark.django_db


def words(report: Report) -> list[tuple[Any, ...]]:
    """What a report says; a path without the steps that only a stored list has."""
    return [
        (each.rule, each.message, each.quote, (each.location.path or "").replace(".value", ""))
        for each in report.findings
    ]


def busy_article(**fields: Any) -> ArticlePage:
    condition = library.condition("Sleep apnea", description="Pauses in breathing at night.")
    medicine = library.medicine_class("Sleeping pills", examples=["zopiclone"])
    line = library.crisis_resource()
    section = factories.section("Sleep", live=True)
    body = [
        *factories.CLEAN_BODY,
        {
            "type": "key_points",
            "value": [{"type": "item", "value": "Naps cure insomnia for good."}],
        },
        {"type": "condition_list", "value": [condition_item(condition.pk)]},
        {
            "type": "medicine_list",
            "value": [
                {
                    "type": "item",
                    "value": {
                        "medicine_class": medicine.pk,
                        "name": "",
                        "examples": "",
                        "text": "<p>Stop taking them when you like.</p>",
                    },
                }
            ],
        },
        {
            "type": "crisis_resources",
            "value": {"heading": "Now", "resources": [{"type": "item", "value": line.pk}]},
        },
        {"type": "call_to_action", "value": {"label": "Read on", "page": section.pk}},
        {
            "type": "paragraph",
            "value": f'<p>He committed suicide. <a linktype="page" id="{section.pk}">More</a></p>',
        },
    ]
    return factories.clean_article("Sleeping worse", body=body, **fields)


def condition_item(pk: int) -> dict[str, Any]:
    fields = {"condition": pk, "name": "", "medication": "", "therapy": "<p>A mask may help.</p>"}
    return {"type": "item", "value": {**fields, "text": ""}}


def test_a_page_and_its_export_get_the_same_verdict(tmp_path: Path) -> None:
    page = busy_article()
    export(tmp_path)
    [source] = [each for each in gather([tmp_path]) if each.path and each.path.stem == page.slug]
    filed = Judge(Config()).report(source)
    assert filed is not None
    report = gate.judge(page)
    rules = {finding.rule for finding in report.at_least(Severity.ERROR)}
    assert {"absolute-claim", "suicide-wording"} <= rules
    assert words(filed) == words(report)


def test_a_draft_and_its_revision_get_the_same_verdict() -> None:
    page = busy_article()
    stored = ArticlePage.objects.get(pk=page.pk)
    assert words(gate.judge(page.latest_revision.as_object())) == words(gate.judge(stored))


def test_a_long_article_asks_the_database_no_more_than_a_short_one() -> None:
    page = busy_article()
    gate.judge(page)  # fills Wagtail's own caches

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            gate.judge(ArticlePage.objects.get(pk=page.pk))
        return len(captured)

    short = queries()
    more = [condition_item(library.condition(f"Condition {number}").pk) for number in range(20)]
    page.body = [*page.body.get_prep_value(), {"type": "condition_list", "value": more}]
    page.save()
    assert queries() == short <= 20


def world(page: Page) -> adapter.World:
    reading = adapter.read(page)
    assert isinstance(reading.world, adapter.World)
    return reading.world


def test_references_by_id_and_by_path() -> None:
    live, draft = factories.section("Live", live=True), factories.section("Draft")
    private = factories.section("Private", live=True)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    below = factories.section("Below", parent=private, live=True)
    item = library.therapy()
    unpublished = library.therapy(live=False)
    asked = world(factories.clean_article())
    expected = {
        ("page", str(live.pk)): ReferenceState.LIVE,
        ("page", live.url): ReferenceState.LIVE,
        ("page", "/"): ReferenceState.LIVE,
        ("page", "/en-gb/"): ReferenceState.LIVE,
        ("page", str(draft.pk)): ReferenceState.DRAFT,
        ("page", draft.url): ReferenceState.DRAFT,
        ("page", str(below.pk)): ReferenceState.PRIVATE,
        ("page", "/nowhere/"): ReferenceState.MISSING,
        ("page", "9999"): ReferenceState.MISSING,
        ("page", "²"): ReferenceState.MISSING,
        ("page", "9" * 50): ReferenceState.MISSING,
        ("page", "9" * 5000): ReferenceState.MISSING,
        ("page", "/admin/"): ReferenceState.UNKNOWN,
        ("therapy", str(item.pk)): ReferenceState.LIVE,
        ("therapy", str(unpublished.pk)): ReferenceState.DRAFT,
        ("therapy", "9999"): ReferenceState.MISSING,
        ("image", "9999"): ReferenceState.MISSING,
        ("document", "9999"): ReferenceState.MISSING,
        ("sandwich", "1"): ReferenceState.UNKNOWN,
    }
    assert {key: asked.reference(*key, "en-US") for key in expected} == expected


def test_the_site_wide_disclaimer_counts() -> None:
    page = factories.clean_article()
    settings = PublisherSettings.for_site(page.get_site())
    settings.publisher = "Riverside Health"
    settings.save()
    text = "<p>Talk to your doctor before you change anything.</p>"
    chosen = library.disclaimer(text=text)
    SiteDisclaimer.objects.create(settings=settings, disclaimer=chosen)
    asked = world(page)
    assert asked.publisher == "Riverside Health"
    assert asked.disclaimer("en-US") == "Talk to your doctor before you change anything."
    assert asked.disclaimer("en-GB") == ""


def test_a_page_without_words_of_its_own_is_judged_by_its_title() -> None:
    with settled():
        page = factories.home().get_parent().add_child(instance=Page(title="This tea never fails"))
    assert [finding.rule for finding in gate.judge(page).errors] == ["claim-in-metadata"]


@pytest.mark.parametrize("number", ["²", "9" * 50, "9" * 5000])
def test_a_link_with_an_impossible_number_is_a_finding(number: str) -> None:
    link = {"type": "paragraph", "value": f'<p><a linktype="page" id="{number}">Sleep well</a></p>'}
    report = gate.judge(factories.clean_article(body=[*factories.CLEAN_BODY, link]))
    assert [finding.rule for finding in report.errors] == ["broken-internal-reference"]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        (None, ()),
        ("title", ("title",)),
        ("meta.summary", ("summary",)),
        ("meta.description", ("search_description",)),
        ("meta.also_called[1]", ("also_called", 1)),
        ("body[2].value.²", ("body", 2, "value", "²")),
        ("body[2].value.items[0].explanation", ("body", 2, "value", "items", 0, "explanation")),
    ],
)
def test_field_path(path: str | None, field: tuple[str | int, ...]) -> None:
    assert adapter.field_path(path) == field


def test_names_in_the_library_are_words_of_health() -> None:
    library.condition("Moonlit wakefulness (MW)", also_called=["Owl nights", "ACT", "Insomnia"])
    library.condition("Draft tiredness", live=False)
    library.therapy("Lantern therapy", abbreviation="LT")
    library.medicine_class("Dreamers", examples=["Slumbril"])
    locale = Locale.get_default().pk
    with CaptureQueriesContext(connection) as captured:
        words = adapter.library_words(locale)
    assert len(captured) == 1
    assert words == (
        ("conditions", ("Moonlit wakefulness", "Owl nights")),
        ("medicine_classes", ("Dreamers",)),
        ("medicines", ("Slumbril",)),
        ("therapies", ("Lantern therapy",)),
    )
    assert adapter.library_words(locale) is words
    british, _ = Locale.objects.get_or_create(language_code="en-gb")
    assert adapter.library_words(british.pk) == ()

    dose = {"type": "paragraph", "value": "<p>Some people take Slumbril for owl nights.</p>"}
    document = adapter.read(factories.clean_article(body=[dose])).document
    lines = health.lines_of(document, Kind.PARAGRAPH)
    assert [line.text for line in lines] == ["some people take MEDICINE for CONDITION"]
