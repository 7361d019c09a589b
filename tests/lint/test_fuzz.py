"""Whatever comes in, a report comes out: no traceback, no hang, no answer without an end."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lint import __version__, engine, readers, records, rules
from lint.readers.metadata import LIBRARY_KINDS
from lint.readers.stream import BLOCK_TYPES
from lint.reporters import FORMATS
from lint.site import ReferenceState, Site

READERS = ("markdown", "text", "html", "stream", "api")
SECONDS = 20
"""More than any of these small inputs needs, however busy the machine is."""

few = settings(max_examples=60, deadline=SECONDS * 1000)


class Anything(Site):
    """A site that has an answer to everything, strange ones among them."""

    def library_item(self, kind: str, key: str, locale: str) -> Any:
        return {"name": key, "text": f"<p>{key}", "examples": [key, None, 1], "phone": key}

    def reference(self, kind: str, key: str, locale: str) -> ReferenceState:
        return list(ReferenceState)[len(key) % len(ReferenceState)]


def report(data: bytes, format_: str) -> None:
    """Read, judge and report; raises where anything breaks, or says more than it may."""
    document = readers.read("fuzz", data, library=Anything(), format=format_)
    found = engine.check(document, Anything(publisher="Brook", own_brands=("Nod",)))
    assert records.loaded(records.dumped(found)).findings == found.findings
    places = len(found.findings) + len(found.problems) + len(found.unchecked)
    most = 100_000 + 20 * len(data) + 10_000 * places
    for each in FORMATS.values():
        answer = each.render([found], tool=__version__)
        assert len(answer) < most, (each.name, len(answer), len(data), places)


EXAMPLES = {
    reader: sorted(
        {
            example.source
            for rule in rules.every()
            for example in (*rule.passes, *rule.fails)
            if example.reader == reader
        }
    )
    for reader in ("markdown", "html", "stream")
}
"""Words that rules look for."""


def one(things: list[str]) -> st.SearchStrategy[str]:
    """One of them, by its number: Hypothesis spells out what it may choose from."""
    return st.integers(0, len(things) - 1).map(lambda number: things[number])


NASTY = one(
    [
        *("\x00", "\ufeff", "\u202e", "\u200b", "\u0301" * 40, "\ud800", "𝒞", "İ", "ß", "\ufffd"),
        *(
            "\r",
            "\x85",
            "\u2028",
            "\n\n",
            "\t",
            " " * 90,
            "1" * 400,
            "9" * 5000,
            "٣",
            "½",
            "-1e999",
        ),
        *("<", ">", "&", "&#0;", "&#xd800;", "&amp", '"', "'", "\\", "`", "*" * 30, "[" * 50),
        *(
            "](" * 9,
            "|",
            "---\n",
            "- " * 40,
            "> " * 40,
            "# ",
            "://",
            "http://[",
            "https://a.b" * 90,
        ),
        *("-->", "<!-- contentlint-disable", "<!-- contentlint-disable long-sentence: why -->"),
    ]
)


def pieces(reader: str) -> st.SearchStrategy[str]:
    """Some of an example: whole, or cut at any place."""
    examples = one(EXAMPLES[reader])
    cut = st.tuples(examples, st.integers(0, 400), st.integers(0, 400))
    return examples | cut.map(lambda each: each[0][min(each[1:]) : max(each[1:])])


def mixture(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    return st.lists(st.one_of(*parts), max_size=12).map(
        lambda each: "".join(each).encode("utf-8", "surrogatepass")
    )


TAGS = "p h1 h2 h6 ul ol li table tr th td a img b em br div main nav script style svg math".split()
TAGS += "template title meta html body details summary dl dt dd figure video blockquote pre".split()
ATTRIBUTES = [
    "",
    " id=x",
    " href='/a'",
    ' href="http://[::1"',
    " src=x alt",
    " alt='%s'" % ("x" * 300),
    ' linktype="page" id="²"',
    " hidden",
    " lang=",
    " content='",
    " style=display:none",
    " colspan=99999",
]
OPENED = st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES))
CLOSED = st.sampled_from(TAGS).map("</{}>".format)


@few
@given(st.sampled_from(READERS), st.binary(max_size=400))
def test_any_bytes(format_: str, data: bytes) -> None:
    report(data, format_)


@few
@given(st.sampled_from(READERS), mixture(st.text(max_size=60), NASTY))
def test_any_text(format_: str, data: bytes) -> None:
    report(data, format_)


@few
@given(mixture(OPENED, CLOSED, pieces("html"), pieces("markdown"), NASTY))
def test_any_html(data: bytes) -> None:
    report(data, "html")


@few
@given(mixture(pieces("markdown"), pieces("markdown"), OPENED, NASTY))
def test_any_markdown(data: bytes) -> None:
    report(data, "markdown")
    report(data, "text")


KEYS = (
    "title slug kind article_kind locale state meta body type value id text level heading name "
    "summary description seo_title also_called authors reviewers last_reviewed next_review sources "
    "citation url accessed evidence about audience related tags hero_image hero_alt suppress rule "
    "reason items term explanation condition therapy medicine_class medication examples do dont "
    "disclaimer resources label page phone image alt decorative caption speaker story question "
    "answer columns rows values title transcript ordered content library references site"
).split()
WORDS = st.one_of(
    st.text(max_size=30),
    NASTY,
    pieces("markdown"),
    pieces("html"),
    one(["2026-02-31", "0000-00-00", "en-US", "xx", "clinical", "condition:", "/a/", "<p>a"]),
    one(["rich_text", "live", "item", *LIBRARY_KINDS, "home", "article"]),
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | WORDS


def _branches(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    named = st.dictionaries(one(KEYS), inner, max_size=6)
    return st.lists(inner, max_size=4) | named | st.dictionaries(st.text(max_size=5), inner)


TREES = st.recursive(LEAVES, _branches, max_leaves=12)
BLOCKS = st.fixed_dictionaries(
    {"type": st.sampled_from(BLOCK_TYPES) | WORDS, "value": TREES}, optional={"id": LEAVES}
)
ARTICLES = st.fixed_dictionaries(
    {"body": st.lists(BLOCKS, max_size=5) | TREES},
    optional={
        "kind": st.sampled_from(["article", "home", "section", *LIBRARY_KINDS]) | LEAVES,
        "title": LEAVES,
        "slug": LEAVES,
        "locale": LEAVES,
        "meta": st.dictionaries(one(KEYS), TREES, max_size=6) | LEAVES,
        "suppress": TREES,
        "text": LEAVES,
        "name": LEAVES,
    },
)


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()


@few
@given(TREES.map(_json), st.sampled_from(["stream", "api"]))
def test_any_json(data: bytes, format_: str) -> None:
    report(data, format_)


@settings(few, max_examples=150)
@given(ARTICLES)
def test_any_content_file(article: dict[str, Any]) -> None:
    report(_json(article), "stream")
    report(_json({"content": article, "library": article, "site": article}), "api")
