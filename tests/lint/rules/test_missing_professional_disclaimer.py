"""Where a disclaimer counts, and what the rule asks of the site."""

from __future__ import annotations

from typing import Any

import pytest

from lint import engine
from lint.document import Document
from lint.readers import html, markdown, stream
from lint.rule import Finding
from lint.rules.missing_professional_disclaimer import (
    missing_professional_disclaimer as rule,
)
from lint.rules.missing_professional_disclaimer import qualifying_sentences
from lint.site import Site

MEDICINE = {"type": "paragraph", "value": "<p>Venlafaxine is an antidepressant.</p>"}
CONDITION = {"type": "paragraph", "value": "<p>Agoraphobia can keep people indoors.</p>"}
ASKS = "Talk to your doctor first."


class Carrying(Site):
    """A site whose pages all carry a text."""

    def disclaimer(self, locale: str) -> str:
        return "This site is no substitute for professional medical advice."


class Selling(Carrying):
    def disclaimer(self, locale: str) -> str:
        return "All rights reserved by the owner of this site."


def article(*body: dict[str, Any], **fields: Any) -> Document:
    blocks = [{"id": str(number), **block} for number, block in enumerate(body)]
    source = {"kind": "article", "slug": "a", "title": "A", "locale": "en-US", "body": blocks}
    return stream.read(source | fields, "article.json")


def findings(document: Document, site: Site | None = None) -> tuple[Finding, ...]:
    return engine.check(document, site, selected=[rule]).findings


def callout(heading: str, text: str = "<p>you feel faint</p>") -> dict[str, Any]:
    return {
        "type": "callout",
        "value": {"level": "professional", "heading": heading, "text": text},
    }


@pytest.mark.parametrize(
    ("block", "counts"),
    [
        ({"type": "paragraph", "value": f"<p>{ASKS}</p>"}, True),
        ({"type": "key_points", "value": [ASKS]}, True),
        ({"type": "disclaimer", "value": {"disclaimer": None, "text": f"<p>{ASKS}</p>"}}, True),
        ({"type": "disclaimer", "value": {"disclaimer": None, "text": "<p>Copyright.</p>"}}, False),
        (callout("See your GP if:"), True),
        (callout("Good to know:"), False),
        ({"type": "do_dont", "value": {"do": [ASKS], "dont": ["rush"]}}, True),
        (
            {
                "type": "do_dont",
                "value": {"do": ["rest"], "dont": ["stop it without asking your doctor"]},
            },
            True,
        ),
        ({"type": "quote", "value": {"text": f"<p>{ASKS}</p>", "speaker": "Jo"}}, False),
        ({"type": "questions", "value": [{"question": "Who?", "answer": f"<p>{ASKS}</p>"}]}, True),
        (
            {
                "type": "image",
                "value": {"image": "a", "alt": ASKS, "decorative": False, "caption": ""},
            },
            False,
        ),
        ({"type": "heading", "value": {"text": "Talk to your doctor first", "level": 2}}, False),
        ({"type": "call_to_action", "value": {"label": ASKS, "url": "https://a.test/"}}, False),
    ],
)
def test_counts_where_readers_see_the_publishers_own_words(
    block: dict[str, Any], counts: bool
) -> None:
    assert bool(findings(article(MEDICINE, block))) is not counts


@pytest.mark.parametrize(
    ("words", "site", "fires"),
    [
        (CONDITION, Site(), True),
        (CONDITION, Carrying(), False),
        (CONDITION, Selling(), True),
        (MEDICINE, Carrying(), True),
    ],
)
def test_site_wide_text_is_enough_where_no_medicine_is_discussed(
    words: dict[str, Any], site: Site, fires: bool
) -> None:
    assert bool(findings(article(words), site)) is fires


def test_says_why_site_wide_text_is_not_enough() -> None:
    (finding,) = findings(article(MEDICINE), Carrying())

    assert finding.message == (
        'This article discusses a medicine ("Venlafaxine") and never tells readers to decide with'
        " a health professional. The site-wide disclaimer is not enough where a medicine is"
        " discussed."
    )


def test_the_publishers_own_sales_call_does_not_count() -> None:
    document = markdown.read("Venlafaxine helps some.\n\nTalk to a Calmly therapist now.", "a")

    assert findings(document) == ()
    assert len(findings(document, Site(own_brands=("Calmly",)))) == 1


def test_the_publishers_name_may_stand_in_a_disclaimer() -> None:
    document = markdown.read(
        "Venlafaxine helps some.\n\nCalmly does not replace the advice of your doctor.", "a"
    )

    assert findings(document, Site(own_brands=("Calmly",))) == ()


def test_a_disclaimer_that_cannot_be_looked_up_is_not_counted_as_missing() -> None:
    chosen = {"type": "disclaimer", "value": {"disclaimer": "general", "text": ""}}
    report = engine.check(article(MEDICINE, chosen), selected=[rule])

    assert report.findings == ()
    assert [unchecked.reason for unchecked in report.unchecked] == [
        "the chosen disclaimer could not be looked up"
    ]


def test_hidden_text_does_not_count() -> None:
    source = f"<p>Venlafaxine helps some.</p><p hidden>{ASKS}</p><!-- {ASKS} -->"

    assert len(findings(html.read(source, "a.html"))) == 1


@pytest.mark.parametrize("kind", ["news", "event", "staff", "story"])
def test_only_clinical_articles_are_judged(kind: str) -> None:
    assert findings(article(MEDICINE, article_kind=kind)) == ()


def test_explains_which_sentences_qualify() -> None:
    document = markdown.read(
        "Psychiatrists prescribe venlafaxine. Ask your nurse about it.\n\n"
        "Read our guide, When to See a Doctor. The dose should be agreed with your prescriber.",
        "a",
    )

    assert [span.quote for span in qualifying_sentences(document)] == [
        "Ask your nurse about it.",
        "The dose should be agreed with your prescriber.",
    ]


def test_collapsed_text_does_not_count() -> None:
    asks = f"<details><summary>More</summary><p>{ASKS}</p></details>"

    assert len(findings(html.read(f"<p>Venlafaxine helps some.</p>{asks}", "a"))) == 1
    assert findings(html.read(f"<p>Venlafaxine helps some.</p><p>{ASKS}</p>", "a")) == ()
