"""Whether a document tells people of its country whom to call."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lint import crisis, engine
from lint.readers import markdown, stream
from lint.rules.crisis_topic_without_resource import crisis_topic_without_resource as rule


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en-US", "Call 988.", True),
        ("en-US", "Text HOME to 741741.", True),
        ("en-US", "Call the lifeline on 1-800-273-8255.", True),
        ("en-US", "[Get help](tel:988)", True),
        ("en-US", "[Chat now](https://www.988lifeline.org/chat)", True),
        ("en-US", "Go to the nearest emergency department.", True),
        ("en-US", "Please do not wait to call 988.", True),
        ("en-US", "Call 116 123.", False),
        ("en-US", "988 people came.", False),
        ("en-US", "She called 911.", False),
        ("en-US", "Do not call 911 for this.", False),
        ("en-US", "Call 98.", False),
        ("en-US", "Call 555-0988.", False),
        ("en-US", "![Call 988](a.png)", False),
        ("en-US", "> Call 988", False),
        ("en-GB", "Ring 999.", True),
        ("en-GB", "Call 116123.", True),
        ("en-GB", "Call +44 116 123.", True),
        ("en-GB", "You can talk to Samaritans at any hour.", True),
        ("en-GB", "Go to A&E.", True),
        ("en-GB", "Samaritans moved house.", False),
        ("en-GB", "Call or text 988.", False),
        ("en-AU", "Call 13 11 14.", True),
        ("en-SG", "Call 988.", True),
    ],
)
def test_route(locale: str, text: str, expected: bool) -> None:
    document = replace(markdown.read(text, "a"), locale=locale)

    assert crisis.has_route(document) is expected


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("An overdose can kill. Call Poison Control on 1-800-222-1222.", False),
        ("Suicide can be prevented. Call Poison Control on 1-800-222-1222.", True),
    ],
)
def test_the_poison_line_is_for_overdoses_alone(text: str, fires: bool) -> None:
    report = engine.check(markdown.read(text, "a"), selected=[rule])

    assert bool(report.findings) is fires


def test_says_where_the_topic_stands_and_what_to_write() -> None:
    document = replace(markdown.read("Some people self-harm.\n\nCall 988.", "a"), locale="en-GB")
    (finding,) = engine.check(document, selected=[rule]).findings

    assert (finding.quote, finding.message, finding.advice) == (
        "self-harm",
        'This page mentions "self-harm" but does not say where readers can get help at once.'
        " The number it gives is for another country.",
        "Add a crisis resources block, or a sentence such as: Call Samaritans free on 116 123 at"
        " any time. If a life is in danger, call 999.",
    )


def article(*body: dict[str, Any]) -> dict[str, Any]:
    blocks = [{"id": str(number), **block} for number, block in enumerate(body)]
    return {"kind": "article", "slug": "a", "title": "A", "locale": "en-US", "body": blocks}


TOPIC = {"type": "paragraph", "value": "<p>You may feel suicidal.</p>"}


def test_a_crisis_block_that_cannot_be_looked_up_is_not_counted_as_missing() -> None:
    chosen = {"type": "crisis_resources", "value": {"heading": "Help", "resources": ["line"]}}
    report = engine.check(stream.read(article(TOPIC, chosen), "a"), selected=[rule])

    assert report.findings == ()
    assert [unchecked.reason for unchecked in report.unchecked] == [
        "the chosen crisis resource could not be looked up"
    ]


@pytest.mark.parametrize(("phone", "fires"), [("988", False), ("116 123", True)])
def test_a_crisis_resource_of_the_library_is_its_own_route(phone: str, fires: bool) -> None:
    source = {
        "kind": "crisis_resource",
        "slug": "line",
        "locale": "en-US",
        "name": "A line",
        "phone": phone,
        "used_for": "Thoughts of suicide",
    }
    report = engine.check(stream.read(source, "line.json"), selected=[rule])

    assert bool(report.findings) is fires


def test_sources_are_not_the_pages_own_words() -> None:
    text = "Sleep matters.\n\n## References\n\n- Lee. Suicide and sleep. 2019."

    assert engine.check(markdown.read(text, "a"), selected=[rule]).findings == ()
