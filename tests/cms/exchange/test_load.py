"""Loading content files, and getting the same bytes back."""

import struct
import zlib
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cms.exchange.export import export
from cms.exchange.load import load
from cms.library.models import Condition
from cms.pages.models import ArticlePage, HomePage, PublisherSettings
from tests.cms.exchange.content import block, item, page, snapshot, write

pytestmark = pytest.mark.django_db

TABLE = {
    "columns": [{"type": "text", "heading": "Age"}, {"type": "rich_text", "heading": "Advice"}],
    "rows": [{"values": ["Adults", '<p>See <a linktype="page" ref="/ears/wax/">wax</a>.</p>']}],
    "caption": "By age",
}
ACCEPTED = [{"rule": "long-sentence", "reason": "quoted from the law"}]
EVERY_BLOCK = [
    block(1, "heading", {"text": "What it is", "level": 2}),
    block(
        2,
        "paragraph",
        '<p>A page on <a linktype="page" ref="/ears/wax/">ear wax</a> &amp; more.</p>',
    ),
    block(3, "key_points", ["Most earache goes away.", "Keep ears dry."]),
    block(
        4,
        "condition_list",
        [
            {"condition": "glue-ear", "therapy": "<p>Balloons may help.</p>"},
            {"name": "Swimmer's ear", "medication": "<p>Drops may help.</p>"},
        ],
    ),
    block(5, "therapy_list", [{"therapy": "ear-balloon", "text": "<p>Blow it up.</p>"}]),
    block(6, "medicine_list", [{"medicine_class": "ear-drops", "examples": "olive oil"}]),
    block(
        7,
        "explained_list",
        {"ordered": True, "items": [{"term": "Lie down", "explanation": "<p>On your side.</p>"}]},
    ),
    block(
        8, "callout", {"level": "urgent", "heading": "Ask today if", "text": "<p>It bleeds.</p>"}
    ),
    block(9, "do_dont", {"do": ["rest"], "dont": ["use cotton buds"]}),
    block(10, "disclaimer", {"disclaimer": "ask-first"}),
    block(11, "crisis_resources", {"heading": "Now", "resources": ["ear-line"]}),
    block(12, "call_to_action", {"label": "Read on", "page": "/ears/wax/", "style": "link"}),
    block(13, "image", {"image": "ear", "alt": "An ear", "caption": "The outer ear"}),
    block(14, "quote", {"text": "<p>It hurt.</p>", "speaker": "Bo", "story": True}),
    block(15, "questions", [{"question": "How long?", "answer": "<p>Three days.</p>"}]),
    block(16, "table", TABLE),
    block(
        17,
        "video",
        {"url": "https://video.example/1", "title": "Drops", "transcript": "<p>Tilt.</p>"},
    ),
    block(18, "sources", None),
    block(19, "call_to_action", {"call_to_action": "call", "style": "primary"}),
    {**block(20, "paragraph", "<p>Whosoever has ears.</p>"), "suppress": ACCEPTED},
]
META = {
    "summary": "What helps when an ear hurts.",
    "description": "What helps when an ear hurts, and when to ask.",
    "seo_title": "Earache",
    "also_called": ["Otalgia"],
    "social_image": "ear",
    "hero_image": "ear",
    "hero_decorative": True,
    "authors": ["bo-example"],
    "reviewers": ["kim-example"],
    "last_reviewed": "2026-03-01",
    "next_review": "2028-03-01",
    "reviewed_text": "1.0.abc",
    "sources": [
        {
            "citation": "A guideline on ears",
            "url": "https://guideline.example/ears",
            "accessed": "2026-02-01",
            "evidence": "guideline",
        }
    ],
    "about": ["condition:glue-ear", "therapy:ear-balloon", "medicine_class:ear-drops"],
    "audience": "carers",
    "related": ["/ears/wax/"],
    "tags": ["ears", "pain"],
}


def whole_set() -> dict:
    """Every kind of file, every block and every field; the first page links to the last."""
    return {
        "images/ear.png": "teal",
        "images/ear.json": {"title": "Ear", "alt": "An ear", "credit": "Own work"},
        "library/call_to_action/call.json": item(
            "call_to_action", "call", label="Read on", page="/ears/wax/", style="primary"
        ),
        "library/condition/glue-ear.json": item(
            "condition", "glue-ear", name="Glue ear", also_called=["OME"], needs_crisis_block=True
        ),
        "library/condition/glue-ear.en-GB.json": item(
            "condition", "glue-ear", name="Glue ear", description="Fluid."
        )
        | {"locale": "en-GB"},
        "library/crisis_resource/ear-line.json": item(
            "crisis_resource", "ear-line", name="Ear line", country="US", phone="555 0100"
        ),
        "library/disclaimer/ask-first.json": item(
            "disclaimer",
            "ask-first",
            name="Ask first",
            text='<p>Ask a nurse. <a linktype="page" ref="/ears/wax/">Wax</a></p>',
            purpose="general",
        ),
        "library/medicine_class/ear-drops.json": item(
            "medicine_class", "ear-drops", name="Ear drops", examples=["olive oil"]
        ),
        "library/person/bo-example.json": item("person", "bo-example", name="Bo Example"),
        "library/person/kim-example.json": item(
            "person", "kim-example", name="Kim Example", credentials="RN"
        ),
        "library/therapy/ear-balloon.json": item(
            "therapy", "ear-balloon", suppress=ACCEPTED, name="Ear balloon", abbreviation="EB"
        ),
        "pages/en-GB/index.json": page("home-en-gb", kind="home", locale="en-GB", state="live"),
        "pages/en-GB/ears/index.json": page("ears", kind="section", locale="en-GB"),
        "pages/en-US/index.json": page("home", kind="home", state="live"),
        "pages/en-US/ears/index.json": page("ears", kind="section", meta={"summary": "Ears."}),
        "pages/en-US/ears/ache.json": page(
            "ache", *EVERY_BLOCK, meta=META, article_kind="clinical", suppress=ACCEPTED
        ),
        "pages/en-US/ears/wax.json": page("wax", block(1, "paragraph", "<p>It is useful.</p>")),
        "site.json": {
            "publisher": "Example Ears",
            "own_brands": ["EarPlus"],
            "own_domains": ["ears.example"],
            "disclaimer": {"en-US": "ask-first"},
            "crisis_resources": {"en-US": ["ear-line"]},
        },
    }


def test_an_export_gives_the_bytes_that_were_loaded(tmp_path):
    folder = write(tmp_path / "in", whole_set())
    loaded = load(folder)
    assert (loaded.faults, loaded.dangling, loaded.refused) == ([], [], [])
    export(tmp_path / "out")
    assert snapshot(tmp_path / "out") == snapshot(folder)


def test_loading_twice_changes_nothing(tmp_path):
    folder = write(tmp_path, whole_set())
    first = load(folder)
    revisions = ArticlePage.objects.get(slug="ache").revisions.count()
    second = load(folder)
    assert second.unchanged
    assert second.created + second.changed == []
    assert sorted(second.unchanged) == sorted(first.created + first.changed + first.unchanged)
    assert ArticlePage.objects.get(slug="ache").revisions.count() == revisions


def test_a_changed_file_changes_only_what_it_says(tmp_path):
    files = whole_set()
    load(write(tmp_path, files))
    files["pages/en-US/ears/wax.json"]["title"] = "Ear wax"
    assert load(write(tmp_path, files)).changed == ["pages/en-US/ears/wax.json"]
    wax = ArticlePage.objects.get(slug="wax")
    assert wax.get_latest_revision_as_object().title == "Ear wax"


def test_the_same_path_in_two_languages_is_a_translation(tmp_path):
    load(write(tmp_path, whole_set()))
    ears = HomePage.objects.get(locale__language_code="en-gb").get_children().get(slug="ears")
    assert ears.get_translations().get().locale.language_code == "en-us"
    assert len({each.translation_key for each in Condition.objects.all()}) == 1


def test_a_home_page_that_gets_another_slug_takes_its_pages_along(tmp_path):
    files = {
        "pages/en-US/index.json": page("start", kind="home", state="live"),
        "pages/en-US/ears/index.json": page("ears", kind="section", state="live"),
        "pages/en-US/ears/wax.json": page("wax", state="live"),
    }
    assert load(write(tmp_path, files)).faults == []
    files["pages/en-US/index.json"]["slug"] = "welcome"
    files["pages/en-US/ears/wax.json"]["title"] = "Ear wax"
    assert load(write(tmp_path, files)).faults == []
    assert ArticlePage.objects.get(slug="wax").url_path == "/welcome/ears/wax/"


def test_a_file_that_is_no_picture_is_named(tmp_path):
    def png(*lines: bytes) -> bytes:
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(line) - 4) + line + struct.pack(">I", zlib.crc32(line))
            for line in lines
        )

    names = ("words", "bomb")
    write(tmp_path, {f"images/{name}.json": {"title": name} for name in names})
    header = b"IHDR" + struct.pack(">IIBBBBB", 50_000, 50_000, 1, 0, 0, 0, 0)
    data = b"IDAT" + zlib.compress(bytes(100))
    (tmp_path / "images/bomb.png").write_bytes(png(header, data, b"IEND"))
    (tmp_path / "images/words.png").write_text("no picture")
    faults = load(tmp_path).faults
    assert [each.file for each in faults] == ["images/bomb.png", "images/words.png"]
    assert "too many pixels" in faults[0].reason


@pytest.mark.parametrize(
    ("record", "place"),
    [
        ({"publisher": 5}, "$.publisher"),
        ({"disclaimer": ["ask-first"]}, "$.disclaimer"),
        ({"disclaimer": {"fr-FR": "ask-first"}}, "$.disclaimer"),
        ({"crisis_resources": {"en-US": 5}}, "$.crisis_resources.en-US"),
        ({"own_domain": []}, "$"),
    ],
)
def test_a_bad_site_is_named(tmp_path, record, place):
    (fault,) = load(write(tmp_path, {"site.json": record})).faults
    assert (fault.file, fault.place.replace("['en-US']", ".en-US")) == ("site.json", place)


def test_the_site_is_set(tmp_path):
    load(write(tmp_path, whole_set()))
    settings = PublisherSettings.objects.get()
    assert (settings.publisher, settings.brands) == ("Example Ears", ["EarPlus"])
    assert settings.disclaimers.get().disclaimer.slug == "ask-first"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('{"kind": "article" 1}', "line 1 column 20: this is not JSON: "),
        ("[1]", "$: expected an object, found a list"),
        ('{"kind": "article", "kind": "home"}', "the key “kind” stands there twice"),
        ('{"kind": "article", "slug": NaN}', "NaN is not JSON"),
        ('{"title": "\\ud83d"}', "a text holds half a character (a lone surrogate)"),
        ("[" * 3000 + "]" * 3000, "it is nested more than 100 levels deep"),
        ('{"kind": "leaflet"}', '$.kind: "leaflet" is none of home, section, article, '),
        (page("other"), "$.slug: the file's name says “bad”"),
        (page("bad", block(1, "quiz", {})), '$.body[0].type: "quiz" is none of '),
        (page("bad", block(1, "paragraph", None)), "$.body[0].value: expected string, found null"),
        (
            page("bad", block(1, "heading", {"text": "A", "level": "two"})),
            '$.body[0].value.level: "two" is none of 2, 3, 4',
        ),
        (
            page("bad", block(1, "therapy_list", [{"text": "<p>A</p>"}])),
            "$.body[0].value[0]: one of therapy and name is needed",
        ),
        (
            page("bad", block(1, "disclaimer", {"disclaimer": "nowhere"})),
            "there is no disclaimer “nowhere”",
        ),
        *(
            (page("bad", block(1, "paragraph", html)), f"“{named}” has no place in rich text")
            for html, named in (
                ("<p>a</p><script>b</script>", "<script"),
                ('<p><img src="/a" onerror="b()"></p>', "<img"),
                ('<p onclick="b()">a</p>', "<p"),
                ("<p hidden>a</p>", "<p"),
                ("<!--><p>a</p>", "<!--"),
                ("<b<b>old>a", "<bold"),
            )
        ),
        (page("bad", meta={"authors": ["nobody"]}), "there is no person “nobody”"),
        (page("bad", meta={"related": ["/nowhere/"]}), "there is no page “/nowhere/”"),
        (page("bad", meta={"last_reviewed": "2026-02-31"}), "$.meta.last_reviewed: "),
        (page("bad", meta={"reviewer": "x"}), "$.meta: Additional properties are not allowed"),
        (
            page("bad", block(1, "table", {"columns": [], "rows": [{"values": ["a"]}]})),
            "A row of a table has more or fewer cells than the table has columns.",
        ),
    ],
)
def test_a_bad_file_loads_nothing_of_itself_and_the_others_load(tmp_path, text, fault):
    write(tmp_path, {"pages/en-US/bad.json": text, "pages/en-US/good.json": page("good")})
    loaded = load(tmp_path)
    assert [str(each) for each in loaded.faults if fault in str(each)], loaded.faults
    assert {each.file for each in loaded.faults} == {"pages/en-US/bad.json"}
    assert not ArticlePage.objects.filter(slug="bad").exists()
    assert ArticlePage.objects.filter(slug="good").exists()


def test_a_link_to_a_missing_page_is_listed_and_kept(tmp_path):
    html = '<p><a linktype="page" ref="/gone/">Gone</a></p>'
    folder = write(
        tmp_path / "in", {"pages/en-US/links.json": page("links", block(1, "paragraph", html))}
    )
    assert load(folder).dangling == [("pages/en-US/links.json", "page “/gone/”")]
    export(tmp_path / "out")
    name = "pages/en-US/links.json"
    assert (tmp_path / "out" / name).read_bytes() == (folder / name).read_bytes()


def test_rich_text_may_hold_what_the_editor_writes(tmp_path):
    html = (
        '<p data-block-key="a1b2c">One < two &amp; <b>three</b><br/>'
        "<a href='https://example.org/?a>b'>four</a></p>"
        "<!-- contentlint: ignore long-sentence: a quotation -->"
    )
    write(tmp_path, {"pages/en-US/good.json": page("good", block(1, "paragraph", html))})
    assert load(tmp_path).faults == []
    assert ArticlePage.objects.get(slug="good").body.get_prep_value()[0]["value"] == html


def test_the_gate_keeps_a_bad_article_a_draft(tmp_path):
    promise = block(1, "paragraph", "<p>Our ear candles cure deafness for good.</p>")
    write(tmp_path, {"pages/en-US/candles.json": page("candles", promise, state="live")})
    loaded = load(tmp_path)
    assert [refusal.file for refusal in loaded.refused] == ["pages/en-US/candles.json"]
    assert not ArticlePage.objects.get(slug="candles").live
    assert load(tmp_path).unchanged.count("pages/en-US/candles.json") == 1


def test_pages_that_link_to_each_other_go_live_together(tmp_path):
    def linking(slug, other):
        html = f'<p>Read <a linktype="page" ref="/{other}/">about the {other} page</a> next.</p>'
        return page(slug, block(1, "paragraph", html), state="live")

    write(
        tmp_path,
        {
            "pages/en-US/index.json": page("home", kind="home", state="live"),
            "pages/en-US/first.json": linking("first", "second"),
            "pages/en-US/second.json": linking("second", "first"),
        },
    )
    assert load(tmp_path).refused == []
    assert ArticlePage.objects.live().count() == 2


def test_the_command_names_every_fault_and_fails(tmp_path):
    write(tmp_path, {"pages/en-US/bad.json": "{", "pages/en-US/good.json": page("good")})
    output = StringIO()
    with pytest.raises(CommandError, match=r"pages/en-US/bad\.json: line 1 column 2"):
        call_command("load_content", tmp_path, stdout=output)
    assert "1 created, 0 changed, 0 unchanged, 0 kept as drafts by the gate, 1 not loaded" in (
        output.getvalue()
    )


def test_the_command_refuses_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match="is no folder"):
        call_command("load_content", tmp_path / "nowhere")
