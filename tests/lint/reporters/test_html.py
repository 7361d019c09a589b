import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.config import Config
from lint.document import Block, Document, Kind, Location, Text
from lint.engine import Report
from lint.inputs import Input, Missing, gather
from lint.judging import Judge, each_of
from lint.reporters import html
from lint.rule import Severity
from tests.lint.reporters.reports import ACCEPTED, HOSTILE, IN_A_FILE, REPORTS, document

ALLOWED = frozenset(
    """a article b body br div h1 h2 h3 h4 h5 h6 head header html li line main mark meta p q rect
    section small span style svg table tbody td text th thead title tr ul""".split()
)
ARTICLES = """\
<article id="d1">
<h2>Sleep better</h2><small>guides/sleep.md</small>
<h3>Findings</h3>
<ul class="notes">
<li class="warning" id="d1-f1"><b class="number">1</b> <b>warning</b>\
 missing-author-or-publisher: Nobody is named.<br>\
<span class="advice">Name somebody.</span></li>
<li class="error" id="d1-f2"><b class="number">2</b> <b>error</b>\
 vague-link-text: &quot;here&quot; says: nothing, 100% of the time.<br>\
<span class="advice">Say where it leads.</span><br>\
<small>line 7</small> <q>The plan is <mark>here</mark>, if you want it.</q></li>
<li class="info" id="d1-f3"><b class="number">3</b> <b>info</b>\
 long-sentence: This sentence has 21 words.<br>\
<span class="advice">Split it.</span><br>\
<small>line 8</small> <q><mark>Words.</mark></q></li>
</ul>
</article>
<article id="d2">
<h2>naps.json</h2>
<p class="problem error"><b>unknown-block-type</b> <small>body[4]</small>\
 There is no block type &quot;quiz&quot;.</p>
<h3>Findings</h3>
<ul class="notes">
<li class="accepted" id="d2-f1"><b class="number">1</b> <b>accepted</b>\
 promised-link-missing: No link.<br><span class="advice">Add one.</span><br>\
Accepted: the guide is printed<br>\
<small>body[2].value</small> <q>Read <mark>our guide</mark>.</q></li>
</ul>
</article>
<article id="d3">
<h2>old.txt</h2>
<p class="problem error"><b>bad-encoding</b> Byte 7 is no UTF-8.</p>
</article>
"""


class Page(HTMLParser):
    """The elements of a page, as a browser would see them."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def is_harmless(page: str) -> None:
    for tag, attributes in Page(page).elements:
        assert tag in ALLOWED
        assert not any(name.startswith("on") or name in {"src", "style"} for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")


def articles(page: str) -> str:
    return page[page.index("<article") : page.index("</main>")]


def text(page: str) -> list[str]:
    """The lines of the articles' words."""
    return re.findall(r'^<(?:p|h\d) class="[^"]*">.*$', page, re.MULTILINE)


def block(plain: str, path: str = "body[0].value", kind: Kind = Kind.PARAGRAPH) -> Block:
    return Block(kind, Text(plain), path=path)


def holding(*blocks: Block) -> Document:
    return replace(document("a.json", "A"), blocks=blocks)


def test_without_the_words_findings_are_listed() -> None:
    assert articles(html.render(REPORTS, tool="1.2")) == ARTICLES


def test_nothing_runs_and_nothing_is_fetched() -> None:
    page = html.render(HOSTILE, tool="1.2")
    is_harmless(page)
    style = page[page.index("<style>") + 7 : page.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert (
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
        f" style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">"
    ) in page
    assert "url(" not in style
    assert "@import" not in style


@given(st.text(st.sampled_from("<>\"'&=/ a\n\x00\ud800\u202e-!]")), st.integers(0, 9))
def test_no_words_become_markup(words: str, start: int) -> None:
    location = Location(path="body[0].value", offset=start, length=4)
    finding = replace(
        IN_A_FILE, message=words, advice=words, quote=words[start : start + 4], location=location
    )
    findings = (finding, replace(finding, suppressed=words, rule=words))
    shown = replace(holding(block(words)), name=words, locale=words)
    is_harmless(html.render([Report(shown, findings=findings)], tool=words))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(4, 9, "error")], 'Two <mark class="error">small</mark>{1} naps.'),
        ([(4, 9, "error"), (4, 9, "info")], 'Two <mark class="error">small</mark>{1}{2} naps.'),
        (
            [(0, 9, "info"), (4, 14, "warning")],
            '<mark class="info">Two </mark><mark class="warning">small</mark>{1}'
            '<mark class="warning"> naps</mark>{2}.',
        ),
        ([(0, 15, "warning")], "Two small naps.{1}"),
        ([(4, 4, "error")], "Two {1}small naps."),
        ([(10, 400, "error")], 'Two small <mark class="error">naps.</mark>{1}'),
    ],
)
def test_words_are_marked_where_something_was_found(spans, expected) -> None:
    plain = "Two small naps."
    findings = [
        replace(
            IN_A_FILE,
            severity=Severity(severity),
            quote=plain[start:end],
            location=Location(path="body[0].value", offset=start, length=end - start),
        )
        for start, end, severity in spans
    ]
    page = html.render([Report(holding(block(plain)), findings=tuple(findings))], tool="1.2")
    references = {
        str(number): f'<a class="reference {severity}" id="d1-r{number}" href="#d1-f{number}"'
        f' aria-label="{severity} {number}: vague-link-text">{number}</a>'
        for number, (_, _, severity) in enumerate(spans, 1)
    }
    for number, reference in references.items():
        expected = expected.replace(f"{{{number}}}", reference)
    assert text(page) == [f'<p class="paragraph">{expected}</p>']


def test_the_same_words_in_two_blocks_of_a_path_are_each_marked() -> None:
    plain = "Read our guide."
    found = replace(ACCEPTED, location=Location(path="body[0].value", offset=5, length=9))
    shown = holding(block(plain), block("Rest."), block(plain))
    page = html.render([Report(shown, findings=(found, found))], tool="1.2")
    assert [("<mark" in line) for line in text(page)] == [True, False, True]


def test_findings_stand_below_the_words_they_are_about() -> None:
    finding = replace(
        IN_A_FILE, location=Location(path="title", offset=0, length=4), quote="Naps", advice=""
    )
    shown = holding(block("Naps", "title", Kind.TITLE), block("Rest."))
    page = html.render([Report(shown, findings=(finding,))], tool="1.2")
    assert page[page.index('<div class="text"') : page.index("</article>")] == (
        '<div class="text" lang="en-US">\n'
        '<h3 class="title"><span class="kind">title</span> Naps'
        '<a class="reference error" id="d1-r1" href="#d1-f1"'
        ' aria-label="error 1: vague-link-text">1</a></h3>\n'
        '<ul class="notes">\n'
        '<li class="error" id="d1-f1"><a class="number" href="#d1-r1">1</a> <b>error</b>'
        " vague-link-text: &quot;here&quot; says: nothing, 100% of the time.</li>\n"
        "</ul>\n"
        '<p class="paragraph">Rest.</p>\n'
        "</div>\n"
    )


def judged(judge: Judge, sources: Sequence[Input | Missing], jobs: int) -> list[Report]:
    return [report for report in each_of(judge, Judge.report, sources, jobs) if report]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_judge_keeps_the_words_where_they_are_wanted(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "a.md").write_text(
        "# Naps\n\nSee [here](#plan), then [*this* plan](#plan).\n\n- Go [here](#plan).\n"
    )
    (tmp_path / "b.html").write_text("<h1>Rest</h1><p>See <a href='#plan'>here</a>.</p>")
    sources = list(gather([tmp_path]))
    config = Config(select=("vague-link-text",))
    kept = html.render(judged(Judge(config, keep_text=True), sources, jobs), tool="1.2")
    assert [re.sub("<a .*?</a>", "", line) for line in text(kept)] == [
        '<h3 class="heading">Naps</h3>',
        '<p class="paragraph">See <mark class="warning">here</mark>, then this plan.</p>',
        '<p class="item">Go <mark class="warning">here</mark>.</p>',
        '<h3 class="heading">Rest</h3>',
        '<p class="paragraph">See <mark class="warning">here</mark>.</p>',
    ]
    lost = html.render(judged(Judge(config), sources, jobs), tool="1.2")
    assert '<div class="text"' not in lost


def test_many_documents_get_a_chart_of_their_grades(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text("Rest\n\nSleep is good. A nap is too.\n")
    reports = judged(Judge(Config()), list(gather([tmp_path])), 1)
    assert 'aria-label="grade 3: 6"' in html.render(reports, tool="1.2")
    assert 'role="img"' not in html.render(reports[:5], tool="1.2")
