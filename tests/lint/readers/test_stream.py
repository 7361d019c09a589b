"""Content files, and the same data of a page."""

import json

import pytest

from lint.document import DocumentKind, Group, Kind, Link, Person, Reference
from lint.readers import stream

ITEMS = {
    ("disclaimer", "care"): {"name": "Care", "text": "<p>Ask your nurse first.</p>"},
    ("condition", "flu"): {"name": "Flu", "description": "A fever that comes fast."},
    ("crisis_resource", "line"): {"name": "Night line", "phone": "116 123", "hours": "Always"},
    ("person", "nia"): {"name": "Nia Field", "credentials": "RN"},
}


ACTION = "call_to_action"


class Library:
    def library_item(self, kind, key, locale):
        return ITEMS.get((kind, key)) if locale == "en-GB" else None


def article(*body, **fields):
    return {"title": "Flu", "slug": "flu", "locale": "en-gb", "body": list(body)} | fields


def block(kind, value):
    return {"type": kind, "value": value, "id": "b1"}


def read(*body, **fields):
    return stream.read(article(*body, **fields), "flu.json", Library())


def groups(container):
    found = []
    while container is not None:
        found.append(container.group)
        container = container.parent
    return found


WORDS = {
    "heading": ({"text": "Rest", "level": 3}, [(Kind.HEADING, "Rest", ".text", [])]),
    "paragraph": ("<p>Rest.</p>", [(Kind.PARAGRAPH, "Rest.", "", [])]),
    "key_points": (
        ["Rest", {"type": "item", "value": "Drink", "id": "i"}],
        [
            (Kind.ITEM, "Rest", "[0]", [Group.KEY_POINTS]),
            (Kind.ITEM, "Drink", "[1].value", [Group.KEY_POINTS]),
        ],
    ),
    "condition_list": (
        [{"condition": "flu", "therapy": "<p>Rest.</p>"}],
        [
            (Kind.TERM, "Flu", "[0].condition", [Group.LIBRARY, Group.LIST]),
            (
                Kind.PARAGRAPH,
                "A fever that comes fast.",
                "[0].condition",
                [Group.LIBRARY, Group.LIST],
            ),
            (Kind.PARAGRAPH, "Rest.", "[0].therapy", [Group.LIST]),
        ],
    ),
    "therapy_list": (
        [{"name": "Sleep", "text": "<p>Long.</p>"}],
        [
            (Kind.TERM, "Sleep", "[0].name", [Group.LIST]),
            (Kind.PARAGRAPH, "Long.", "[0].text", [Group.LIST]),
        ],
    ),
    "medicine_list": (
        [{"name": "Syrups", "examples": "honey", "text": "<p>Sweet.</p>"}],
        [
            (Kind.TERM, "Syrups", "[0].name", [Group.LIST]),
            (Kind.PARAGRAPH, "honey", "[0].examples", [Group.LIST]),
            (Kind.PARAGRAPH, "Sweet.", "[0].text", [Group.LIST]),
        ],
    ),
    "explained_list": (
        {"ordered": True, "items": [{"term": "Wash", "explanation": "<p>Well.</p>"}]},
        [
            (Kind.TERM, "Wash", ".items[0].term", [Group.ORDERED_LIST]),
            (Kind.PARAGRAPH, "Well.", ".items[0].explanation", [Group.ORDERED_LIST]),
        ],
    ),
    "callout": (
        {"level": "urgent", "heading": "Ring today if:", "text": "<ul><li>it hurts</li></ul>"},
        [
            (Kind.CARD_HEADING, "Ring today if:", ".heading", [Group.CALLOUT]),
            (Kind.ITEM, "it hurts", ".text", [Group.LIST, Group.CALLOUT]),
        ],
    ),
    "do_dont": (
        {"do": ["rest"], "dont": ["run"]},
        [
            (Kind.ITEM, "rest", ".do[0]", [Group.DO]),
            (Kind.ITEM, "run", ".dont[0]", [Group.DONT]),
        ],
    ),
    "disclaimer": (
        {"disclaimer": "care"},
        [
            (
                Kind.PARAGRAPH,
                "Ask your nurse first.",
                ".disclaimer",
                [Group.LIBRARY, Group.DISCLAIMER],
            ),
            (Kind.PARAGRAPH, "", ".disclaimer", [Group.LIBRARY, Group.DISCLAIMER]),
        ],
    ),
    "crisis_resources": (
        {"heading": "Tonight", "resources": ["line"]},
        [
            (Kind.CARD_HEADING, "Tonight", ".heading", [Group.CRISIS]),
            (Kind.TERM, "Night line", ".resources[0]", [Group.LIBRARY, Group.CRISIS]),
            (Kind.PARAGRAPH, "116 123", ".resources[0]", [Group.LIBRARY, Group.CRISIS]),
            (Kind.PARAGRAPH, "Always", ".resources[0]", [Group.LIBRARY, Group.CRISIS]),
        ],
    ),
    "call_to_action": (
        {"label": "Book", "url": "/book"},
        [(Kind.LABEL, "Book", ".label", [Group.CALL_TO_ACTION])],
    ),
    "image": (
        {"image": "cup", "alt": "A cup", "caption": "Hot"},
        [
            (Kind.IMAGE, "A cup", "", [Group.FIGURE]),
            (Kind.CAPTION, "Hot", ".caption", [Group.FIGURE]),
        ],
    ),
    "quote": (
        {"text": "<p>It passed.</p>", "speaker": "Jo", "story": True},
        [
            (Kind.PARAGRAPH, "It passed.", ".text", [Group.STORY]),
            (Kind.CAPTION, "Jo", ".speaker", [Group.STORY]),
        ],
    ),
    "questions": (
        [{"question": "How long?", "answer": "<p>A week.</p>"}],
        [
            (Kind.CARD_HEADING, "How long?", "[0].question", [Group.QUESTION]),
            (Kind.PARAGRAPH, "A week.", "[0].answer", [Group.QUESTION]),
        ],
    ),
    "table": (
        {
            "caption": "Sleep",
            "columns": [
                {"type": "text", "heading": "Age"},
                {"type": "rich_text", "heading": "Hours"},
            ],
            "rows": [{"values": ["Adults", "<p>Eight</p>"]}],
        },
        [
            (Kind.CAPTION, "Sleep", ".caption", [Group.TABLE]),
            (Kind.CELL, "Age", ".columns[0].heading", [Group.TABLE]),
            (Kind.CELL, "Hours", ".columns[1].heading", [Group.TABLE]),
            (Kind.CELL, "Adults", ".rows[0].values[0]", [Group.TABLE]),
            (Kind.CELL, "Eight", ".rows[0].values[1]", [Group.TABLE]),
        ],
    ),
    "video": (
        {"url": "https://a.example/v", "title": "Washing", "transcript": "<p>Scrub.</p>"},
        [
            (Kind.CAPTION, "Washing", ".title", [Group.VIDEO]),
            (Kind.TRANSCRIPT, "Scrub.", ".transcript", [Group.VIDEO]),
        ],
    ),
    "sources": (None, []),
}


def test_every_block_type_has_its_row():
    assert set(WORDS) == set(stream.BLOCK_TYPES)


@pytest.mark.parametrize("kind", WORDS)
def test_blocks(kind):
    value, expected = WORDS[kind]
    document = read(block(kind, value))
    assert document.problems == ()
    assert [
        (each.kind, each.text.plain, each.path, each.id, groups(each.container))
        for each in document.body
    ] == [
        (words_kind, words, f"body[0].value{path}", "i" if path == "[1].value" else "b1", where)
        for words_kind, words, path, where in expected
    ]


@pytest.mark.parametrize(
    ("value", "links"),
    [
        ({"page": "/x/"}, [Link(0, 4, reference=Reference("page", "/x/"))]),
        ({"phone": "020 7946 0000"}, [Link(0, 4, "tel:02079460000")]),
        (
            {"page": "/x/", "url": "javascript:x"},
            [Link(0, 4, reference=Reference("page", "/x/")), Link(0, 4, "javascript:x")],
        ),
        ({}, [Link(0, 4)]),
    ],
)
def test_where_a_call_to_action_leads(value, links):
    (label,) = read(block("call_to_action", {"label": "Book"} | value)).body
    assert list(label.links) == links


def test_what_stands_beside_a_call_to_action_from_the_library_is_read_too():
    value = {ACTION: "us", "label": "Get well", "url": "javascript:x"}
    chosen, own = read(block(ACTION, value)).body
    assert chosen.references == (Reference(ACTION, "us"),)
    assert (own.text.plain, own.links) == ("Get well", (Link(0, 8, "javascript:x"),))


def test_a_call_to_action_from_the_library_leads_where_the_library_says():
    class Shelf:
        def library_item(self, kind, key, locale):
            return {"label": "Call us", "phone": "112"} if (kind, key) == (ACTION, "us") else None

    (label,) = stream.read(
        article(block(ACTION, {ACTION: "us", "style": "link"})), "flu.json", library=Shelf()
    ).body
    assert (label.text.plain, label.links, label.references) == (
        "Call us",
        (Link(0, 7, "tel:112"),),
        (Reference(ACTION, "us"),),
    )
    assert groups(label.container) == [Group.LIBRARY, Group.CALL_TO_ACTION]


def test_what_the_editor_leaves_open_is_no_problem():
    open_choices = {ACTION: None, "label": "Book", "page": None, "url": "/book"}
    assert read(block(ACTION, open_choices)).problems == ()


def test_a_choice_that_cannot_be_found_keeps_its_place():
    (empty,) = read(block("disclaimer", {"disclaimer": 7})).body
    assert (empty.text.plain, empty.references) == ("", (Reference("disclaimer", "7"),))
    assert empty.inside(Group.LIBRARY).label == "disclaimer"


def test_metadata():
    document = read(
        block("sources", None),
        meta={
            "summary": "In short.",
            "authors": ["nia", "sam"],
            "reviewers": ["Dr Ola Moss, MRCGP"],
            "sources": [{"citation": "Moss 2024", "url": "https://a.example"}],
            "about": ["condition:flu"],
            "related": ["/colds/"],
        },
        article_kind="news",
    )
    assert document.problems == ()
    assert document.meta.authors == (Person("nia", "Nia Field", "RN"), Person("sam", "sam"))
    assert document.meta.reviewers == (Person("Dr Ola Moss, MRCGP", "Dr Ola Moss", "MRCGP"),)
    assert [reference for each in document.blocks for reference in each.references] == [
        Reference("person", "nia"),
        Reference("person", "sam"),
        Reference("condition", "flu"),
        Reference("page", "/colds/"),
    ]
    source = document.blocks[-1]
    assert (source.kind, source.path, source.links) == (
        Kind.SOURCE,
        "meta.sources[0]",
        (Link(0, 9, "https://a.example"),),
    )


@pytest.mark.parametrize(
    ("body", "problems", "words"),
    [
        ([block("paragraf", "<p>x y</p>")], [("unknown-block-type", "body[0]", True)], ["x y"]),
        (
            [block("quiz", {"q": "Well?", "more": ["<b>Yes</b>"]})],
            [("unknown-block-type", "body[0]", True)],
            ["Well?", "Yes"],
        ),
        ([{"value": "x"}], [("malformed-article", "body[0]", False)], ["x"]),
        ([{"type": "paragraph"}], [("malformed-article", "body[0]", False)], []),
        ([block("paragraph", ["x"])], [("malformed-article", "body[0].value", True)], ["x"]),
        ([block("callout", "x")], [("malformed-article", "body[0].value", True)], ["x"]),
        ([block("key_points", [["x"]])], [("malformed-article", "body[0].value[0]", True)], ["x"]),
        (
            [block("heading", {"text": "x", "level": "two"})],
            [("malformed-article", "body[0].value.level", False)],
            ["x"],
        ),
        ([block("paragraph", None)], [("null-value", "body[0].value", False)], []),
        (["x"], [("malformed-article", "body[0]", True)], ["x"]),
        ({"a": "x"}, [("malformed-article", "body", True)], ["x"]),
        (json.dumps([block("paragraph", "x")]), [], ["x"]),
        (
            [block("paragraph", "a \ud83d b")],
            [("bad-encoding", "body[0].value", False)],
            ["a \ufffd b"],
        ),
    ],
)
def test_faulty_bodies(body, problems, words):
    document = stream.read(article() | {"body": body}, "flu.json")
    assert [(each.code, each.where.path, each.unjudged) for each in document.problems] == problems
    assert [each.text.plain for each in document.body] == words


def test_a_misspelt_type_gets_a_suggestion():
    (problem,) = read(block("paragraf", "x")).problems
    assert "did you mean paragraph?" in problem.message


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{"title": "a', ("invalid-input", 1, 11)),
        ('{"title":\n "a" "b"}', ("invalid-input", 2, 6)),
        ("[1]", ("malformed-article", None, None)),
        ("[" * 200 + "]" * 200, ("nested-too-deep", 1, 101)),
        ('"' + '\\"' * 9, ("invalid-input", 1, 1)),
    ],
)
def test_unreadable_files(source, expected):
    (problem,) = stream.read(source, "a.json").problems
    assert problem.fatal
    assert (problem.code, problem.where.line, problem.where.column) == expected


def test_strict_json():
    source = '{"title": "a", "slug": "a", "title": "b", "n": NaN, "m": 1e999, "body": []}'
    document = stream.read(source, "a.json")
    assert [(each.code, each.where.column) for each in document.problems] == [
        ("invalid-input", 48),
        ("invalid-input", 58),
        ("invalid-input", 29),
    ]


def test_a_library_item_is_a_document():
    item = {"kind": "disclaimer", "slug": "care", "name": "Care", "text": "<p>Ask.</p>"}
    document = stream.read(item, "care.json")
    (words,) = document.blocks
    assert (document.kind, document.meta.title) == (DocumentKind.LIBRARY, "Care")
    assert (words.text.plain, words.path, groups(words.container)) == (
        "Ask.",
        "text",
        [Group.DISCLAIMER],
    )
