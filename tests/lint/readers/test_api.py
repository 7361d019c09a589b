"""An answer of the delivery API, read as a content file in a world of its own."""

import json

import pytest

from lint import readers
from lint.readers import api
from lint.site import ReferenceState

ANSWER = {
    "content": {
        "kind": "article",
        "title": "Sleep",
        "slug": "sleep",
        "meta": {"authors": [7]},
        "body": [{"type": "condition_list", "value": [{"condition": 3}], "id": "a"}],
    },
    "library": {
        "condition:3": {"name": "Wobblitis", "description": "It wobbles."},
        "person:7": {"name": "Ana Brook"},
        "condition:4": None,
    },
    "references": {"page:1": "live", "page:2": "private", "page:3": "asleep", "page:4": []},
    "lexicon": {"conditions": ["Wobblitis", 7], "therapies": None},
    "site": {
        "publisher": "Brook Health",
        "own_brands": ["Brook Plus"],
        "own_domains": ["brook.example"],
        "disclaimer": "Ask a nurse.",
    },
}


def test_the_words_come_with_what_they_show() -> None:
    data = json.dumps(ANSWER).encode()
    document = readers.read("x", data, library=api.world(data), format="api")
    assert [block.text.plain for block in document.blocks][-2:] == ["Wobblitis", "It wobbles."]
    assert [person.name for person in document.meta.authors] == ["Ana Brook"]
    assert document.lexicon == (("conditions", ("Wobblitis",)), ("therapies", ()))


def test_the_world_is_what_the_answer_tells() -> None:
    world = api.world(json.dumps(ANSWER).encode())
    assert (world.publisher, world.own_brands, world.own_domains) == (
        "Brook Health",
        ("Brook Plus",),
        ("brook.example",),
    )
    assert world.disclaimer("en-US") == "Ask a nurse."
    asked = {key: world.reference("page", key, "en-US") for key in "12345"}
    assert asked == {
        "1": ReferenceState.LIVE,
        "2": ReferenceState.PRIVATE,
        "3": ReferenceState.UNKNOWN,
        "4": ReferenceState.UNKNOWN,
        "5": ReferenceState.UNKNOWN,
    }
    assert world.library_item("condition", "4", "en-US") is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "invalid-input"),
        (b"[]", "malformed-article"),
        (b"{}", "malformed-article"),
        (b'{"content": []}', "malformed-article"),
        (b"\xff\xfe\xff", "bad-encoding"),
        (b"[" * 200, "nested-too-deep"),
        (b'{"content": {}, "library": 1, "references": [], "lexicon": 2}', "malformed-article"),
    ],
)
def test_an_answer_that_holds_no_page(data: bytes, code: str) -> None:
    document = readers.read("x", data, library=api.world(data), format="api")
    assert (document.readable, document.problems[0].code) == (False, code)
