"""A folder of content files answers what its articles ask."""

import json

import pytest

from lint.readers import content_set
from lint.readers.content_set import ContentSet
from lint.site import ReferenceState

FILES = {
    "site.json": {
        "publisher": "Brook Health",
        "own_brands": ["Brook"],
        "own_domains": ["brook.example"],
        "disclaimer": {"en-US": "care", "en-GB": "draft"},
    },
    "pages/en-US/index.json": {"kind": "home"},
    "pages/en-US/colds.json": {"kind": "article"},
    "pages/en-US/flu/index.json": {"kind": "section", "state": "draft"},
    "pages/en-GB/colds.json": {"kind": "article"},
    "library/disclaimer/care.json": {"text": "<p>Ask a <b>nurse</b>.</p>"},
    "library/disclaimer/draft.en-GB.json": {"text": "<p>x</p>", "state": "draft"},
    "library/condition/flu.json": {"name": "Flu"},
    "library/condition/flu.en-GB.json": {"name": "Influenza"},
    "images/cup.json": {"title": "A cup"},
}


@pytest.fixture
def root(tmp_path):
    for name, value in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value), encoding="utf-8")
    (tmp_path / "images" / "cup.png").write_bytes(b"")
    (tmp_path / "library" / "condition" / "bad.json").write_text("{", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("kind", "key", "locale", "state"),
    [
        ("page", "/", "en-US", ReferenceState.LIVE),
        ("page", "/colds/", "en-US", ReferenceState.LIVE),
        ("page", "/colds/#help", "en-US", ReferenceState.LIVE),
        ("page", "/flu/", "en-US", ReferenceState.DRAFT),
        ("page", "/en-gb/colds/", "en-GB", ReferenceState.LIVE),
        ("page", "/en-gb/flu/", "en-GB", ReferenceState.MISSING),
        ("page", "/../library/condition/flu/", "en-US", ReferenceState.MISSING),
        ("page", "17", "en-US", ReferenceState.MISSING),
        ("image", "cup", "en-US", ReferenceState.LIVE),
        ("image", "jug", "en-US", ReferenceState.MISSING),
        ("document", "leaflet", "en-US", ReferenceState.MISSING),
        ("condition", "flu", "en-US", ReferenceState.LIVE),
        ("condition", "../condition/flu", "en-US", ReferenceState.MISSING),
        ("condition", "bad", "en-US", ReferenceState.MISSING),
        ("disclaimer", "draft", "en-GB", ReferenceState.DRAFT),
        ("disclaimer", "care", "en-GB", ReferenceState.MISSING),
    ],
)
def test_references(root, kind, key, locale, state):
    assert ContentSet.at(root).reference(kind, key, locale) is state


@pytest.mark.parametrize(("locale", "name"), [("en-US", "Flu"), ("en-GB", "Influenza")])
def test_items_are_those_of_the_locale(root, locale, name):
    assert ContentSet.at(root).library_item("condition", "flu", locale) == {"name": name}


def test_what_the_site_says_of_itself(root):
    world = ContentSet.at(root)
    assert (world.publisher, world.own_brands, world.own_domains) == (
        "Brook Health",
        ("Brook",),
        ("brook.example",),
    )
    assert [world.disclaimer(locale) for locale in ("en-US", "en-GB", "de")] == [
        "Ask a nurse.",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("path", "found"),
    [("", True), ("pages/en-US/colds.json", True), ("library/condition", True), ("images", False)],
)
def test_where_a_set_begins(root, path, found):
    assert content_set.find(root / path) == (root if found else None)


def test_names_in_the_library_are_learned(tmp_path):
    files = {
        "condition/a.json": {
            "name": "Wobblitis (the wobbles) (WOB)",
            "also_called": ["Asthma", "WOB"],
        },
        "condition/b.json": {"name": "Snuffles", "state": "draft"},
        "condition/c.en-GB.json": {"name": "Chundering fever", "locale": "en-GB"},
        "medicine_class/d.json": {"name": "Restants", "examples": ["restapam", 7]},
        "therapy/e.json": {"name": "Nodding therapy", "abbreviation": "NT"},
        "person/f.json": {"name": "Ana Brook"},
        "therapy/g.json": [],
    }
    for name, value in files.items():
        path = tmp_path / "library" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value), encoding="utf-8")
    found = ContentSet.at(tmp_path)
    assert found.words("en-US") == (
        ("conditions", ("Wobblitis", "the wobbles")),
        ("medicine_classes", ("Restants",)),
        ("medicines", ("restapam",)),
        ("therapies", ("Nodding therapy",)),
    )
    assert found.words("en-GB") == (("conditions", ("Chundering fever",)),)
    assert found.words("fr-FR") == ()
