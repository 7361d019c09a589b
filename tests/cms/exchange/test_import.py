"""Bringing manuscripts in, in each format."""

import io
import zipfile
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Locale

from cms.exchange.article_import import import_article
from cms.exchange.manuscript import UnreadableError, read
from cms.library.models import Condition, MedicineClass, Person, Therapy
from cms.pages import factories
from cms.pages.models import ArticlePage

pytestmark = pytest.mark.django_db

TEXT = """\
Sore joints wear people down. If you want to know more, check out this guide on Gentle Stretching.
Why Two Treatments Are Common
Doctors often suggest more than one thing. Few people need all of them.
There are a few kinds of medicine:
- Painkillers, such as paracetamol, are often tried first.
- Steroids can calm a swollen joint for a while.
Some therapies are used as well:
- Physical Therapy (PT) builds up the muscles around the joint.
- Occupational therapy looks at the way you do things at home.
Moving more can help in these ways:
- Less stiffness - Joints that move stay loose.
- Better sleep – Tired muscles help you rest: even a walk counts.
How Each Problem Is Treated
These are common:
- Osteoarthritis (OA) – Painkillers can ease the ache, but therapy builds the strength that lasts.
- Gout – While medicine can bring an attack down, therapy helps you walk again.
- Back pain – It often gets better alone.
"""


@pytest.fixture
def library():
    factories.home()
    locale = Locale.get_default()
    Therapy(name="Physiotherapy", abbreviation="PT", slug="physiotherapy", locale=locale).save()
    Condition(
        name="Osteoarthritis", also_called=["Wear and tear"], slug="osteoarthritis", locale=locale
    ).save()
    MedicineClass(name="Steroids", slug="steroids", locale=locale).save()
    Person(name="Ro Example", slug="ro-example", locale=locale).save()


def manuscript(tmp_path, name: str, text: str | bytes):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_plain_text_becomes_typed_blocks(tmp_path, library):
    imported = import_article(manuscript(tmp_path, "sore-joints.txt", TEXT))
    body = imported.record["body"]
    assert [(block["type"], block["value"]) for block in body] == [
        (
            "paragraph",
            "<p>Sore joints wear people down. If you want to know more, check out this guide on "
            "Gentle Stretching.</p>",
        ),
        ("call_to_action", {"label": "check out this guide on Gentle Stretching", "style": "link"}),
        ("heading", {"text": "Why Two Treatments Are Common", "level": 2}),
        (
            "paragraph",
            "<p>Doctors often suggest more than one thing. Few people need all of them.</p>"
            "<p>There are a few kinds of medicine:</p>",
        ),
        (
            "medicine_list",
            [
                {
                    "name": "Painkillers",
                    "text": "<p>Painkillers, such as paracetamol, are often tried first.</p>",
                },
                {
                    "medicine_class": "steroids",
                    "text": "<p>Steroids can calm a swollen joint for a while.</p>",
                },
            ],
        ),
        ("paragraph", "<p>Some therapies are used as well:</p>"),
        (
            "therapy_list",
            [
                {
                    "name": "Physical Therapy (PT)",
                    "therapy": "physiotherapy",
                    "text": "<p>Physical Therapy (PT) builds up the muscles around the joint.</p>",
                },
                {
                    "name": "Occupational therapy",
                    "text": "<p>Occupational therapy looks at the way you do things at home.</p>",
                },
            ],
        ),
        ("paragraph", "<p>Moving more can help in these ways:</p>"),
        (
            "explained_list",
            {
                "items": [
                    {
                        "term": "Less stiffness",
                        "explanation": "<p>Joints that move stay loose.</p>",
                    },
                    {
                        "term": "Better sleep",
                        "explanation": "<p>Tired muscles help you rest: even a walk counts.</p>",
                    },
                ]
            },
        ),
        ("heading", {"text": "How Each Problem Is Treated", "level": 2}),
        ("paragraph", "<p>These are common:</p>"),
        (
            "condition_list",
            [
                {
                    "condition": "osteoarthritis",
                    "name": "Osteoarthritis (OA)",
                    "medication": "<p>Painkillers can ease the ache.</p>",
                    "therapy": "<p>Therapy builds the strength that lasts.</p>",
                },
                {
                    "name": "Gout",
                    "medication": "<p>Medicine can bring an attack down.</p>",
                    "therapy": "<p>Therapy helps you walk again.</p>",
                },
                {"name": "Back pain", "text": "<p>It often gets better alone.</p>"},
            ],
        ),
    ]
    assert imported.proposed == [
        ("medicine_class", "Painkillers"),
        ("therapy", "Occupational therapy"),
        ("condition", "Gout"),
        ("condition", "Back pain"),
    ]
    page = ArticlePage.objects.get()
    assert (page.live, page.title, page.slug) == (False, "Sore joints", "sore-joints")
    assert [row.condition.slug for row in page.about_conditions.all()] == ["osteoarthritis"]


MARKDOWN = """\
---
title: Dry skin
summary: What helps.
authors: [ro-example, Somebody Else]
last_reviewed: 2026-02-30
---

## What it is

Skin **without** oil. See [a leaflet](https://leaflet.example/skin).

1. Wash: Use warm water.
2. Dry: Pat, do not rub.

> It itched all night.

| Cream | When |
| ----- | ---- |
| Light | Day  |
"""


def test_markdown_keeps_links_lists_quotes_tables_and_front_matter(tmp_path, library):
    imported = import_article(manuscript(tmp_path, "skin.md", MARKDOWN))
    record = imported.record
    assert (record["title"], record["meta"]) == (
        "Dry skin",
        {"summary": "What helps.", "authors": ["ro-example"]},
    )
    assert [(block["type"], block["value"]) for block in record["body"]] == [
        ("heading", {"text": "What it is", "level": 2}),
        (
            "paragraph",
            '<p>Skin <b>without</b> oil. See <a href="https://leaflet.example/skin">a leaflet</a>.'
            "</p>",
        ),
        (
            "explained_list",
            {
                "ordered": True,
                "items": [
                    {"term": "Wash", "explanation": "<p>Use warm water.</p>"},
                    {"term": "Dry", "explanation": "<p>Pat, do not rub.</p>"},
                ],
            },
        ),
        ("quote", {"text": "<p>It itched all night.</p>"}),
        (
            "table",
            {
                "columns": [
                    {"type": "text", "heading": "Cream"},
                    {"type": "text", "heading": "When"},
                ],
                "rows": [{"values": ["Light", "Day"]}],
                "caption": "",
            },
        ),
    ]
    assert [doubt for doubt in imported.doubts if "Somebody Else" in doubt or "2026-02-30" in doubt]


HTML = """\
<html><head><title>Hiccups</title><style>p {}</style></head><body><main>
<p><strong>What to do</strong></p>
<p onclick="x()">Hold your <em>breath</em>. <a href="javascript:x()">No</a><script>x()</script></p>
loose words<img src="glass.png" alt="A glass">
<ul><li>Sip &amp; rest</li><li>Wait</li></ul>
</main></body></html>
"""


def test_html_is_cleaned_and_bold_lines_become_headings(tmp_path, library):
    imported = import_article(manuscript(tmp_path, "hiccups.html", HTML))
    assert imported.record["title"] == "Hiccups"
    assert [(block["type"], block["value"]) for block in imported.record["body"]] == [
        ("heading", {"text": "What to do", "level": 2}),
        ("paragraph", "<p>Hold your <i>breath</i>. <a>No</a></p><p>loose words</p>"),
        ("image", {"alt": "A glass"}),
        ("paragraph", "<ul><li>Sip &amp; rest</li><li>Wait</li></ul>"),
    ]


WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(*paragraphs: tuple[str, str]) -> bytes:
    """A Word file of (style, text) paragraphs."""
    rows = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        "</Types>",
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{WORD_NAMESPACE}"><w:body>{rows}</w:body>'
        "</w:document>",
        "word/styles.xml": f'<w:styles xmlns:w="{WORD_NAMESPACE}">'
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>'
        "</w:styles>",
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/'
        'package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    }
    return packed(files)


def packed(files: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_a_word_file_is_read_with_its_headings(tmp_path, library):
    data = word_file(
        ("Heading1", "Cold hands"),
        ("Heading2", "What helps"),
        ("Normal", "Wear gloves &amp; move."),
    )
    imported = import_article(manuscript(tmp_path, "hands.docx", data))
    assert imported.record["title"] == "Cold hands"
    assert [(block["type"], block["value"]) for block in imported.record["body"]] == [
        ("heading", {"text": "What helps", "level": 2}),
        ("paragraph", "<p>Wear gloves &amp; move.</p>"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "empty.txt"),
        ("broken.docx", b"PK\x03\x04 no archive", "this is no Word file that can be read"),
        ("bomb.docx", packed({"word/document.xml": " " * 30_000_000}), "it has 30000000 bytes"),
        ("sheet.xlsx", b"", "only .txt, .md, .markdown, .html, .htm, .docx can be imported"),
        ("matter.md", b"---\ntitle: [\n---\n\nWords.\n", "matter.md"),
        ("nothing.html", b"<script>x()</script>", "nothing.html"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, name, data, message):
    with pytest.raises(UnreadableError) as refused:
        read(manuscript(tmp_path, name, data))
    assert message in str(refused.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(UnreadableError, match=r"gone\.txt: No such file"):
        read(tmp_path / "gone.txt")


def test_the_command_says_what_it_made_and_never_publishes_what_the_gate_refuses(tmp_path, library):
    path = manuscript(tmp_path, "cure.txt", "Copper cures arthritis for good.\n\nIt never fails.\n")
    output = StringIO()
    with pytest.raises(CommandError, match="must not go live"):
        call_command("import_article", path, "--publish", stdout=output)
    assert "Draft “Cure”" in output.getvalue()
    assert "absolute-claim" in output.getvalue()
    assert ArticlePage.objects.filter(slug="cure", live=False).exists()


def test_the_command_refuses_an_unknown_parent(tmp_path, library):
    path = manuscript(tmp_path, "any.txt", "Words.")
    with pytest.raises(CommandError, match="There is no page at /nowhere"):
        call_command("import_article", path, "--parent", "/nowhere")
    assert not ArticlePage.objects.exists()


def test_a_second_import_gets_a_slug_of_its_own(tmp_path, library):
    path = manuscript(tmp_path, "twice.txt", "Words about sleep.")
    assert [import_article(path).page.slug for _ in range(2)] == ["twice", "twice-2"]
