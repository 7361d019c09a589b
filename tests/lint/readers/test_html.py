"""HTML is read as a browser shows it."""

import pytest

from lint.document import Group, Kind, Link, Reference
from lint.readers import html
from lint.readers.composing import Composer


def blocks(source: str):
    composer = Composer()
    html.fragment(source, composer)
    return composer.blocks


def codes(source: str) -> list[str]:
    composer = Composer()
    html.fragment(source, composer)
    return [problem.code for problem in composer.problems]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One\n  <b>two</b></p>three", [(Kind.PARAGRAPH, "One two"), (Kind.PARAGRAPH, "three")]),
        (
            "<p>a &lt;b&gt; &#x26; &bogus; &# &amp;amp;",
            [(Kind.PARAGRAPH, "a <b> & &bogus; &# &amp;")],
        ),
        (
            "a<script>b</script><style>c</style><!-- d --><p hidden>e</p>f",
            [
                (Kind.PARAGRAPH, "a"),
                (Kind.PARAGRAPH, "f"),
            ],
        ),
        ('<p style="color:red; display: none">a</p><p>b', [(Kind.PARAGRAPH, "b")]),
        (
            "<ul><li>a<ol><li>b</ol><li>c</ul>",
            [
                (Kind.ITEM, "a"),
                (Kind.ITEM, "b"),
                (Kind.ITEM, "c"),
            ],
        ),
        ("<table><tr><th>a<td>b</table>", [(Kind.CELL, "a"), (Kind.CELL, "b")]),
        ("<dl><dt>a<dd>b</dl>", [(Kind.TERM, "a"), (Kind.PARAGRAPH, "b")]),
        ("<h2></h2><pre>a\n  b</pre>", [(Kind.HEADING, ""), (Kind.CODE, "a\n  b")]),
        ("a<!-- never closed <p>b", [(Kind.PARAGRAPH, "a")]),
        (
            "a<!--><p>b</p>-->",
            [(Kind.PARAGRAPH, "a"), (Kind.PARAGRAPH, "b"), (Kind.PARAGRAPH, "-->")],
        ),
        ("a<!-- --!><p>b</p>", [(Kind.PARAGRAPH, "a"), (Kind.PARAGRAPH, "b")]),
        ("a<script>never closed <p>b", [(Kind.PARAGRAPH, "a")]),
        ("a <b and more", [(Kind.PARAGRAPH, "a <b and more")]),
        ("<![if x]>a<![endif]>", [(Kind.PARAGRAPH, "a")]),
    ],
)
def test_what_is_shown(source, expected):
    assert [(block.kind, block.text.plain) for block in blocks(source)] == expected


@pytest.mark.parametrize(
    ("source", "link"),
    [
        ('<a href="java&#115;cript:x">a</a>', Link(0, 1, "javascript:x")),
        ('<a linktype="page" id="7">a</a>', Link(0, 1, reference=Reference("page", "7"))),
        (
            '<a linktype="page" ref="/colds/">a</a>',
            Link(0, 1, reference=Reference("page", "/colds/")),
        ),
        ('<a linktype="document" id="2">a</a>', Link(0, 1, reference=Reference("document", "2"))),
        ('<a linktype="email">a</a>', Link(0, 1)),
        ('<a href="">a</a>', Link(0, 1, "")),
        ("<a>a</a>", Link(0, 1)),
        ('<a href="/x">a<p></p>', Link(0, 1, "/x")),
        ('<a href="/x"><img src="i.png" alt="a box"></a>', Link(0, 5, "/x")),
    ],
)
def test_links(source, link):
    assert [each for block in blocks(source) for each in block.links] == [link]


def test_an_open_link_ends_where_the_next_begins():
    (block,) = blocks('<a href="/1">one <a href="/2">two')
    assert block.links == (Link(0, 4, "/1"), Link(4, 7, "/2"))


@pytest.mark.parametrize(
    "source",
    [
        "<script></script>",
        '<p onclick="x">a</p>',
        '<p style="color: red">a</p>',
        '<iframe src="//a.example"></iframe>',
        "<form>a</form>",
        '<embed src="x">',
    ],
)
def test_unsafe_markup(source):
    assert codes(source) == ["unsafe-markup"]


@pytest.mark.parametrize(
    "source", ["<p>a</p>", '<embed embedtype="media" url="https://a.example/v">']
)
def test_safe_markup(source):
    assert codes(source) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p hidden>a <b>b</b></p>", ["hidden-words"]),
        ("<p hidden>a", ["hidden-words"]),
        ("<p hidden> <b>\n</b></p>", []),
        ('<p style="display: none">a</p>', ["hidden-words"]),
        ("<noscript>a</noscript><canvas>b</canvas>", ["hidden-words", "hidden-words"]),
        ('<svg><a xlink:href="javascript:x"><circle r="9"/></a></svg>', ["unsafe-markup"]),
        ("<script>a</script>", ["unsafe-markup", "hidden-words"]),
        ("<script>never closed", ["unsafe-markup"]),
        ('<p onclick="a">b</p>', ["unsafe-markup"]),
        ('<p style="color: red">a</p>', []),
        ("<!-- a -->", []),
    ],
)
def test_the_gate_passes_no_rich_text_that_a_frontend_may_show_otherwise(source, expected):
    composer = Composer()
    html.fragment(source, composer)
    assert [each.code for each in composer.problems if each.unjudged] == expected


def test_a_whole_page_may_hide_words():
    source = "<p hidden>a</p><script>b</script><svg><text>c</text></svg><p>d</p>"
    document = html.read(source, "page.html")
    assert [each.code for each in document.problems if each.unjudged] == []


def test_deep_nesting_is_a_problem_and_still_read():
    source = "<b>" * 5000 + "Rest." + "</b>" * 5000
    assert codes(source) == ["nested-too-deep"]
    assert [block.text.plain for block in blocks(source)] == ["Rest."]


def test_images_and_videos_of_rich_text():
    image, video = blocks(
        '<embed embedtype="image" id="3" alt="a cup"/><embed embedtype="media" url="https://a.example/v"/>'
    )
    assert (image.kind, image.image.alt, image.references) == (
        Kind.IMAGE,
        "a cup",
        (Reference("image", "3"),),
    )
    assert video.inside(Group.VIDEO)
    assert video.links == (Link(0, 0, "https://a.example/v"),)


def test_a_page_is_its_main_part():
    source = (
        '<!doctype html><html lang="en-gb"><head><title>Colds &amp; flu</title>'
        '<meta name="description" content="What &quot;helps&quot;"><script>x</script></head>'
        "<body><nav>Menu</nav><p>Cookies</p><main><h1 id=top>Colds</h1><p>Rest.</main>"
        "<footer>About us</footer></body></html>"
    )
    document = html.read(source, "a.html")
    assert [(block.kind, block.text.plain) for block in document.blocks] == [
        (Kind.TITLE, "Colds & flu"),
        (Kind.DESCRIPTION, 'What "helps"'),
        (Kind.HEADING, "Colds"),
        (Kind.PARAGRAPH, "Rest."),
    ]
    assert (document.locale, document.meta.title, document.problems) == ("en-GB", "Colds & flu", ())
    assert document.blocks[2].anchor == "top"
    assert document.location(document.blocks[1]).column == source.index("What") + 1
