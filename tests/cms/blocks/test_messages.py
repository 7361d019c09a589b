"""What a block answers when it is published with a value that means nothing."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.base import get_error_json_data
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from cms.blocks import ArticleBody
from cms.library import factories as library
from cms.pages import factories

pytestmark = pytest.mark.django_db


def answer(name: str, value: Any, *, draft: bool = False) -> dict | None:
    """The errors as the editor receives them, by the child they belong to."""
    block = ArticleBody().child_blocks[name]
    clean = block.clean_deferred if draft else block.clean
    try:
        clean(block.to_python(value))
    except ValidationError as error:
        return get_error_json_data(error)
    return None


def at(path: list[Any], message: str) -> dict:
    errors: dict = {"messages": [message]}
    for step in reversed(path):
        errors = {"blockErrors": {step: errors}}
    return errors


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (
            "condition_list",
            [{"name": "Gout"}, {"medication": "<p>Painkillers can help.</p>"}],
            at([1, "name"], "Choose a condition from the library, or write its name here."),
        ),
        (
            "therapy_list",
            [{"name": "  ", "text": "<p>You talk.</p>"}],
            at([0, "name"], "Choose a therapy from the library, or write its name here."),
        ),
        (
            "medicine_list",
            [{"examples": "ibuprofen"}],
            at([0, "name"], "Choose a medicine class from the library, or write its name here."),
        ),
        (
            "disclaimer",
            {"text": '<p data-block-key="x"></p>'},
            at(["text"], "Choose a disclaimer from the library, or write one here."),
        ),
        (
            "call_to_action",
            {"label": "Book", "url": "https://example.org", "phone": "555 0100"},
            at(["phone"], "Keep one of page, web address and phone."),
        ),
        (
            "crisis_resources",
            {"resources": []},
            at(["resources"], "The minimum number of items is 1"),
        ),
        ("heading", {"text": "", "level": 2}, at(["text"], "This field is required.")),
        ("image", {"alt": "A leaf"}, at(["image"], "This field is required.")),
        (
            "explained_list",
            {"items": [{"term": "Rest", "explanation": ""}]},
            at(["items", 0, "explanation"], "This field is required."),
        ),
    ],
)
def test_refused_when_published_and_kept_in_a_draft(name: str, value: Any, expected: dict) -> None:
    assert answer(name, value) == expected
    assert answer(name, value, draft=True) is None


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (
            "call_to_action",
            {"label": "Book", "url": "java\tscript:alert(1)"},
            at(
                ["url"],
                "Links that start with “javascript:” are not allowed. "
                "Start with https://, mailto: or tel:.",
            ),
        ),
        (
            "video",
            {"url": "data:text/html,hello", "title": "Hello"},
            at(
                ["url"],
                "Links that start with “data:” are not allowed. "
                "Start with https://, mailto: or tel:.",
            ),
        ),
        (
            "call_to_action",
            {"label": "Ring", "phone": "ask at the desk"},
            at(["phone"], "Write a number that can be dialled, such as +44 20 7946 0000."),
        ),
    ],
)
def test_refused_even_in_a_draft(name: str, value: Any, expected: dict) -> None:
    assert answer(name, value) == expected
    assert answer(name, value, draft=True) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("call_to_action", {"label": "Our guide to gout"}),
        ("call_to_action", {"label": "Write to us", "url": "mailto:desk@example.org"}),
        ("do_dont", {"do": [], "dont": ["eat late"]}),
        ("callout", {"level": "warning", "text": "<p>Do not drive.</p>"}),
        ("disclaimer", {"text": "<p>Ask your doctor first.</p>"}),
        ("sources", None),
    ],
)
def test_left_to_the_linter(name: str, value: Any) -> None:
    """Editorial faults are no broken shapes: the linter explains them better than a form can."""
    assert answer(name, value) is None


def test_a_picture_without_a_description_is_left_to_the_linter() -> None:
    picture = get_image_model().objects.create(title="Leaf", file=get_test_image_file())
    assert answer("image", {"image": picture.pk, "alt": "", "decorative": False}) is None


def test_one_disclaimer_only() -> None:
    value = {"disclaimer": library.disclaimer().pk, "text": "<p>Ask your doctor first.</p>"}
    message = "Keep either the disclaimer from the library or your own, not both."
    assert answer("disclaimer", value) == at(["text"], message)
    assert answer("disclaimer", value, draft=True) is None
    assert answer("disclaimer", value | {"text": ""}) is None


def test_a_choice_from_the_library_is_enough() -> None:
    assert answer("condition_list", [{"condition": library.condition().pk}]) is None


def test_call_to_action_to_a_page_and_elsewhere() -> None:
    value = {"label": "Go", "page": factories.home().pk, "url": "https://example.org"}
    assert answer("call_to_action", value) == at(
        ["url"], "Keep one of page, web address and phone."
    )
    assert answer("call_to_action", value | {"url": ""}) is None


def test_call_to_action_from_the_library_or_of_its_own() -> None:
    chosen = {"call_to_action": library.call_to_action().pk, "label": ""}
    assert answer("call_to_action", chosen) is None
    both = "Keep either the one from the library or your own, not both."
    assert answer("call_to_action", chosen | {"label": "Go"}) == at(["label"], both)
    assert answer("call_to_action", chosen | {"phone": "112"}) == at(["phone"], both)
    neither = "Write what happens, or choose one from the library."
    assert answer("call_to_action", {"label": " "}) == at(["label"], neither)
    assert answer("call_to_action", {"label": " "}, draft=True) is None
