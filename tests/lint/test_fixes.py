"""Mending texts: what comes out, and that nothing else does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint import engine, fixes, readers
from lint.engine import Report
from lint.fixes import Edit, Mended
from lint.readers.composing import normal_lines
from lint.rules.insecure_or_redirected_link import WEB
from lint.site import Site

ADVICE = (
    "This page does not replace advice from your doctor. Ask your doctor or therapist about your"
    " own case. If you are in crisis, call 911."
)
"""What an article about conditions must say: a fix brings no new error."""


@dataclass(frozen=True)
class Judge:
    """Judges bytes as the file `name`."""

    name: str

    def __call__(self, data: bytes) -> Report:
        return engine.check(readers.read(self.name, data), WEB, fixes=True, most=10_000)


def mended(name: str, source: str, *, unsafe: bool = True) -> Mended:
    return fixes.mended(source.encode(), Judge(name), unsafe=unsafe)


def fixed(name: str, source: str, *, unsafe: bool = True) -> str:
    return mended(name, source, unsafe=unsafe).data.decode()


SAFE = [
    ("a.md", "Open [the plan](javascript:run()).", "Open the plan."),
    ("a.md", 'Open [**the** plan](<file:///C:/p> "My").', "Open **the** plan."),
    ("a.md", "Open <a href='data:,x'><b>it</b></a>.", "Open <b>it</b>."),
    ("a.html", '<p><a class="x" href="jAva&#115;cript:x">It</a>.</p>', "<p>It.</p>"),
    ("a.html", "<p><a href='vbscript:x'>One\ntwo</a></p>", "<p>One\ntwo</p>"),
    ("a.md", "See [it](https://riverside.org/old#x).", "See [it](https://riverside.org/old#x)."),
    ("a.md", 'See [it](http://riverside.org/ "T").', 'See [it](https://riverside.org/ "T").'),
    ("a.md", "See <https://riverside.org/old>.", "See <https://riverside.org/new>."),
    ("a.md", "See http://riverside.org/ first.", "See https://riverside.org/ first."),
    ("a.txt", "See http://riverside.org/ first.", "See https://riverside.org/ first."),
    (
        "a.html",
        "<p><a href='https://riverside.org/old'>It</a></p>",
        "<p><a href='https://riverside.org/new'>It</a></p>",
    ),
    ("a.md", "Call 988 at any hour.", "Call [988](tel:988) at any hour."),
    ("a.md", "Text HOME to **741741**.", "Text HOME to **[741741](sms:741741)**."),
    (
        "a.md",
        "<div>\nCall Samaritans on 116 123.\n</div>",
        '<div>\nCall Samaritans on <a href="tel:116123">116 123</a>.\n</div>',
    ),
    ("a.html", "<p>Call 988.</p>", '<p>Call <a href="tel:988">988</a>.</p>'),
    ("a.txt", "Call 988.", "Call 988."),
    ("a.md", "Ta\u200bke\u00ad it *\u2060now*.", "Take it *now*."),
    ("a.md", "Take \u202eit\u202c now.", "Take it now."),
    (
        "a.html",
        '<p>See <img src="x" alt="Pi\u200bll">.</p>',
        '<p>See <img src="x" alt="Pill">.</p>',
    ),
    # What cannot be placed exactly, or is accepted.
    (
        "a.md",
        "See [it][x].\n\n[x]: http://riverside.org/",
        "See [it][x].\n\n[x]: http://riverside.org/",
    ),
    ("a.html", "<p>Call 98&#56; now.</p>", "<p>Call 98&#56; now.</p>"),
    ("a.md", "Call 1-800-273-8255 now.", "Call 1-800-273-8255 now."),
    ("a.md", "\u05d0 \u202ait\u202c", "\u05d0 \u202ait\u202c"),
    (
        "a.md",
        "<!-- contentlint: ignore crisis-number-not-tappable: printed -->\nCall 988.",
        "<!-- contentlint: ignore crisis-number-not-tappable: printed -->\nCall 988.",
    ),
]

WORDING = [
    # complex-word: every place, capitals, articles, verbs
    ("Rest prior to sleep. Prior to work, rest.", "Rest before sleep. Before work, rest."),
    ("Utilise it, and utilize\nit *in order to* sleep.", "Use it, and use\nit *to* sleep."),
    ("An initial dose is enough.", "A first dose is enough."),
    ("An adverse effect is rare.", "A side effect is rare."),
    ("It was demonstrated. We demonstrated it.", "It was demonstrated. We showed it."),
    ("PRIOR TO SLEEP. You write `prior to`.", "PRIOR TO SLEEP. You write `prior to`."),
    ("Rest prior\nto sleep, prior&#32;to work.", "Rest prior\nto sleep, prior&#32;to work."),
    ("Some need additional help.", "Some need additional help."),
    ("Use `a` prior to `b`.", "Use `a` before `b`."),
    ("<code>prior to</code> <b>prior to</b>", "<code>prior to</code> <b>before</b>"),
    ("Read https://x.org/utilise/prior first.", "Read https://x.org/utilise/prior first."),
    ('Write "prior to sleep" here.', 'Write "prior to sleep" here.'),
    ("> Rest prior to sleep.", "> Rest prior to sleep."),
    # suicide-wording
    ("Her brother committed suicide.", "Her brother died by suicide."),
    ("Few who commit suicide leave a note.", "Few who die by suicide leave a note."),
    ("An unsuccessful suicide attempt hurts.", "A suicide attempt hurts."),
    ("She tried to commit suicide.", "She tried to commit suicide."),
    ('"My dad committed suicide," says Ines.', '"My dad committed suicide," says Ines.'),
    # person-label
    ("Schizophrenics may hear voices.", "People with schizophrenia may hear voices."),
    ("Her father is an alcoholic.", "Her father is a person with an alcohol addiction."),
    ("The bus has space for the disabled.", "The bus has space for disabled people."),
    ("Type 2 diabetics rest.", "Type 2 diabetics rest."),
    ("Diabetics' feet need care.", "Diabetics' feet need care."),
    # pity-wording
    ("She suffers from depression.", "She has depression."),
    ("People suffering from asthma rest.", "People with asthma rest."),
    ("He was afflicted by schizophrenia.", "He had schizophrenia."),
    ("She is battling depression.", "She is living with depression."),
    ("It helps migraine sufferers.", "It helps people with migraine."),
    ("Stroke victims rest.", "Stroke victims rest."),
    # substance-use-wording
    ("He has a history of drug abuse.", "He has a history of drug misuse."),
    ("An abuse of alcohol is rare.", "A misuse of alcohol is rare."),
    ("She tested clean in spring.", "She tested negative in spring."),
    ("Many alcohol abusers smoke.", "Many alcohol abusers smoke."),
]


@pytest.mark.parametrize(("name", "before", "after"), SAFE)
def test_safe_fixes(name: str, before: str, after: str) -> None:
    assert fixed(name, before, unsafe=False) == after


@pytest.mark.parametrize(("before", "after"), WORDING)
def test_wording(before: str, after: str) -> None:
    assert fixed("a.md", f"{before}\n\n{ADVICE}\n") == f"{after}\n\n{ADVICE}\n"
    assert fixed("a.md", f"{before}\n\n{ADVICE}\n", unsafe=False) == f"{before}\n\n{ADVICE}\n"


def content(*values: str, summary: str = "") -> str:
    """A content file with paragraphs as they stand in it, odd in every way that JSON allows."""
    blocks = ",\n ".join(f'{{ "type":"paragraph" , "value": "{value}"}}' for value in values)
    return (
        f'{{"title": "Sl\\u0065ep",  "meta" : {{"summary":"{summary}"}}, "slug":"sleep",'
        f'\t"kind":"article","body": [{blocks}]}}'
    )


CONTENT = [
    ("<p>Rest prior to sl\\u0065ep.</p>", "<p>Rest before sl\\u0065ep.</p>"),
    (
        "<p>\\u201cX\\u201d &amp; \\/ prior to it.</p>",
        "<p>\\u201cX\\u201d &amp; \\/ before it.</p>",
    ),
    ("<p>Rest p\\u0072ior to it.</p>", "<p>Rest before it.</p>"),
    ("<p>Rest pr<b>ior</b> to it.</p>", "<p>Rest pr<b>ior</b> to it.</p>"),
    (
        "<p>\\ud83d\\ude00 Call 988.</p>",
        '<p>\\ud83d\\ude00 Call <a href=\\"tel:988\\">988</a>.</p>',
    ),
    ('<p><a href=\\"javascript:x\\">Th\\u00e9</a> a</p>', "<p>Th\\u00e9 a</p>"),
    (
        '<p><a href=\\"http:\\/\\/riverside.org\\/\\">x</a></p>',
        '<p><a href=\\"https://riverside.org/\\">x</a></p>',
    ),
    ("<p>Ta\\u200bke it.</p>", "<p>Take it.</p>"),
]


@pytest.mark.parametrize(("before", "after"), CONTENT)
def test_content_files_stay_byte_for_byte_around_a_fix(before: str, after: str) -> None:
    rest = "<p>Rest at night.</p>"
    assert fixed("a.json", content(before, rest)) == content(after, rest)
    assert fixed("a.json", content(rest, before)) == content(rest, after)


def test_fields_of_a_content_file() -> None:
    before = content("<p>Rest.</p>", summary=" Rest prior to\\tsleep, prior to work.")
    after = content("<p>Rest.</p>", summary=" Rest before\\tsleep, before work.")
    assert fixed("a.json", before) == after


def test_a_body_kept_as_text_is_left_alone() -> None:
    source = json.dumps(
        {
            "title": "Sleep",
            "slug": "sleep",
            "body": json.dumps([{"type": "paragraph", "value": "<p>Rest prior to sleep.</p>"}]),
        }
    )
    assert fixed("a.json", source) == source


class Shelf(Site):
    """A library of one disclaimer."""

    def library_item(self, kind: str, key: str, locale: str) -> Mapping[str, str]:
        return {"name": "Usual", "text": "<p>Ask a doctor prior to work.</p>", "purpose": "medical"}


def test_words_from_the_library_are_not_in_the_file() -> None:
    source = content("<p>Rest.</p>").replace(
        '"body": [', '"body": [{"type": "disclaimer", "value": {"disclaimer": "usual"}},'
    )
    report = engine.check(readers.read_text("a.json", source, library=Shelf()), fixes=True)
    [found] = [finding for finding in report.findings if finding.rule == "complex-word"]
    assert (found.location.path, found.fix) == ("body[0].value.disclaimer", None)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"", "cp1252"),
    ],
)
def test_a_file_stays_what_it_is(mark: bytes, encoding: str, newline: str) -> None:
    before = "# Caf\u00e9\n\nRest prior to sleep.\nOpen [one\ntwo](file:///x)\n\n- prior to work"
    after = "# Caf\u00e9\n\nRest before sleep.\nOpen one\ntwo\n\n- before work"
    written, expected = (
        mark + words.replace("\n", newline).encode(encoding) for words in (before, after)
    )
    assert fixes.mended(written, Judge("a.md"), unsafe=True).data == expected


def test_a_fix_that_brings_an_error_is_left_out() -> None:
    source = "Schizophrenics may hear voices. Rest prior to sleep."
    assert mended("a.md", source) == Mended(
        b"Schizophrenics may hear voices. Rest before sleep.", {"complex-word": 1}, 1
    )


def test_a_fix_that_makes_another_block_of_it_is_left_out() -> None:
    source = "\u200b# No heading\n\n\u200bRest prior to sleep.\n"
    after = "\u200b# No heading\n\nRest before sleep.\n"
    assert mended("a.md", source) == Mended(
        after.encode(), {"complex-word": 1, "hidden-characters": 1}, 1
    )


@pytest.mark.parametrize("source", ["", "---\ntitle: [\n---\n", "\x00\x01\xff\xfe"])
def test_what_cannot_be_judged_stays(source: str) -> None:
    assert mended("a.md", source) == Mended(source.encode())


def test_edits_are_places_in_the_source() -> None:
    source = "Sleep \u00e9\r\n\r\nCall 988 prior to it.\r\n"
    report = engine.check(readers.read_text("a.md", source), fixes=True)
    found = fixes.edits(report, normal_lines(source))
    assert [(each.start, each.end, each.replacement, each.rule, each.safe) for each in found] == [
        (14, 17, "[988](tel:988)", "crisis-number-not-tappable", True),
        (18, 26, "before", "complex-word", False),
    ]


def test_of_edits_that_overlap_the_first_is_made() -> None:
    report = engine.check(readers.read_text("a.md", "Rest prior to it."), fixes=True)
    [edit] = fixes.edits(report, "Rest prior to it.")
    later = Edit(10, 16, "x", "other", True, edit.change)
    assert fixes.apart([edit, later]) == [edit]
    assert fixes.applied("Rest prior to it.", [edit]) == "Rest before it."


# Any text

INLINE = [
    ("Rest", "Rest", "Rest"),
    ("work **prior to** it", "work **before** it", None),
    ("some <b>prior to</b> work", "some <b>before</b> work", "some <b>before</b> work"),
    ("Call 988 now", "Call [988](tel:988) now", 'Call <a href="tel:988">988</a> now'),
    ("an &eacute; prior&nbsp;to", "an &eacute; prior&nbsp;to", "an &eacute; prior&nbsp;to"),
    (
        "open <a href='javascript:x'>the <i>plan</i></a> at once",
        "open the <i>plan</i> at once",
        "open the <i>plan</i> at once",
    ),
    ("see [it](http://riverside.org/) there", "see [it](https://riverside.org/) there", None),
    ("\U0001f600 ta\u200bke \u202eit", "\U0001f600 take it", "\U0001f600 take it"),
    ("`prior to` and <code>prior to</code>", "`prior to` and <code>prior to</code>", None),
]
"""Words of a sentence, and what becomes of them in Markdown and in HTML (None: not for HTML)."""

MARKDOWN = [
    "{}\n",
    "## {}\n",
    "- {}\n- Rest\n",
    "1. {}\n   and rest\n",
    "| {} |\n|---|\n| Rest |\n",
]
HTML = ["<p>{}</p>\n", "<ul><li>{}<li>Rest</ul>\n", "<h2>{}</h2>\n", "<table><tr><td>{}</table>"]


@st.composite
def pages(draw: st.DrawFn, blocks: list[str], which: int) -> tuple[str, str]:
    """A page, and what should become of it."""
    inline = [each for each in INLINE if each[which] is not None]
    before, after = "", ""
    for block in draw(st.lists(st.sampled_from(blocks), min_size=1, max_size=6)):
        words = draw(st.lists(st.sampled_from(inline), min_size=1, max_size=3))
        heading = block.startswith(("## ", "<h2", "|"))
        words = [each for each in words if not (heading and "988" in each[0])] or [INLINE[0]]
        before += block.format(". ".join(each[0] for each in words) + ".") + "\n"
        after += block.format(". ".join(str(each[which]) for each in words) + ".") + "\n"
    return before, after


FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(pages(MARKDOWN, 1))
def test_markdown_changes_where_it_should_and_nowhere_else(page: tuple[str, str]) -> None:
    before, after = page
    assert fixed("a.md", before) == after
    assert fixed("a.md", after) == after


@FEW
@given(pages(HTML, 2))
def test_html_changes_where_it_should_and_nowhere_else(page: tuple[str, str]) -> None:
    before, after = page
    assert fixed("a.html", before) == after
    assert fixed("a.html", after) == after


SCRAPS = st.sampled_from(
    [
        *(words for words, _, _ in INLINE),
        *("*", "**", "_", "`", "[", "](", ")", "<a href='http://riverside.org/'>", "</a>", "<"),
        *("\n", "\n\n", "> ", "- ", "# ", "\t", "&", "\\", "| ", "<!--", "-->", "<pre>", "</p>"),
        *(
            "[x](javascript:a(b))",
            "<a href=file:x>",
            '"',
            "'",
            "\u200b",
            "\u202e",
            "https://x.org/",
        ),
        *("A ", "an ", "utilise", "Suffers from asthma", "988", "\r\n", "---\n", "title: x\n"),
    ]
)


@FEW
@given(st.lists(SCRAPS, max_size=25).map("".join), st.sampled_from(["a.md", "a.html", "a.txt"]))
def test_no_scrap_of_markup_is_broken(source: str, name: str) -> None:
    done = mended(name, source)
    assert mended(name, done.data.decode()).data == done.data
    old, new = (readers.read(name, data).blocks for data in (source.encode(), done.data))
    assert [block.kind for block in old] == [block.kind for block in new]
    assert [len(block.links) for block in old if not done.made] == [
        len(block.links) for block in new if not done.made
    ]
