"""Markdown and a content file with the same words get the same verdict."""

from __future__ import annotations

import json
from dataclasses import replace
from html import escape
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lint import engine, readers

TEXTS = [
    "Rest and drink plenty.",
    "This tea cures migraine for good.",
    "He committed suicide.",
    "Stop taking your tablets when you feel well.",
    "Schizophrenics cannot work & rest.",
    "Studies show that yoga halves the risk of stroke.",
    "Take 20 mg of propranolol twice a day!",
    "Nobody should be told that “it always works”.",
    "Call 988 if you want to die",
    "Is it safe?",
    "It was like a war against the cancer inside of me and I had to fight it every day of the week "
    "while everybody who came to see me told me that I would win in the end if I only wanted to.",
]
ADDRESSES = ["https://www.example.org/a/", "/sleep/", "tel:988", "mailto:ask@example.org", "#"]

TEXT = st.sampled_from(TEXTS)
INLINE = st.tuples(st.sampled_from(["plain", "bold", "italic", "link"]), TEXT)
ADDRESS = st.sampled_from(ADDRESSES)
RUN = st.tuples(st.lists(INLINE, min_size=1, max_size=3), ADDRESS)
PART = st.one_of(
    st.tuples(st.just("heading"), st.integers(2, 4), TEXT),
    st.tuples(st.just("paragraph"), RUN),
    st.tuples(st.sampled_from(["ul", "ol"]), st.lists(RUN, min_size=1, max_size=3)),
)
META = st.fixed_dictionaries(
    {"title": st.sampled_from(["Sleep", "This tea cures migraine"]), "slug": st.just("sleep")},
    optional={
        "kind": st.just("article"),
        "article_kind": st.sampled_from(["clinical", "story", "news"]),
        "locale": st.sampled_from(["en-US", "en-GB"]),
        "summary": TEXT,
        "description": TEXT,
        "authors": st.just(["Ana Brook"]),
        "reviewers": st.just(["Lee Marsh, MD"]),
        "last_reviewed": st.sampled_from(["2019-01-01", "2026-01-01", "soon"]),
        "next_review": st.sampled_from(["2020-01-01", "2999-01-01"]),
        "sources": st.just([{"citation": "A study of sleep", "url": "https://example.org/s"}]),
        "about": st.just(["condition:migraine"]),
        "audience": st.just("public"),
    },
)
OUTSIDE_META = {"title", "slug", "kind", "article_kind", "locale"}


def as_markdown(meta: dict[str, Any], parts: list[Any]) -> bytes:
    lines = ["---", *(f"{key}: {json.dumps(value)}" for key, value in meta.items()), "---", ""]
    for part in parts:
        match part:
            case "heading", level, text:
                lines += [f"{'#' * level} {text}", ""]
            case "paragraph", run:
                lines += [_marked(run), ""]
            case kind, runs:
                sign = "-" if kind == "ul" else "1."
                lines += [f"{sign} {_marked(run)}" for run in runs]
                lines += ["", "<!-- end of the list -->", ""]
    return "\n".join(lines).encode()


def _marked(run: Any) -> str:
    inline, address = run
    forms = {"plain": "{}", "bold": "**{}**", "italic": "*{}*", "link": f"[{{}}](<{address}>)"}
    return " ".join(forms[form].format(text) for form, text in inline)


def as_content_file(meta: dict[str, Any], parts: list[Any]) -> bytes:
    body = []
    for number, part in enumerate(parts):
        match part:
            case "heading", level, text:
                block = {"type": "heading", "value": {"text": text, "level": level}}
            case "paragraph", run:
                block = {"type": "paragraph", "value": f"<p>{_tagged(run)}</p>"}
            case kind, runs:
                items = "".join(f"<li>{_tagged(run)}</li>" for run in runs)
                block = {"type": "paragraph", "value": f"<{kind}>{items}</{kind}>"}
        body.append({**block, "id": str(number)})
    described = {key: value for key, value in meta.items() if key not in OUTSIDE_META}
    top = {key: value for key, value in meta.items() if key in OUTSIDE_META}
    return json.dumps({"kind": "article", **top, "meta": described, "body": body}).encode()


def _tagged(run: Any) -> str:
    inline, address = run
    forms = {
        "plain": "{}",
        "bold": "<b>{}</b>",
        "italic": "<i>{}</i>",
        "link": f'<a href="{address}">{{}}</a>',
    }
    return " ".join(forms[form].format(escape(text)) for form, text in inline)


def said(name: str, data: bytes) -> dict[str, Any]:
    report = engine.check(readers.read(name, data))
    assert report.judged, report.problems
    assert report.scores is not None
    return {
        "findings": [(each.rule, each.severity.value, each.quote) for each in report.findings],
        "scores": replace(report.scores, where=None, hardest=(), sections=()),
    }


@settings(max_examples=80, deadline=None)
@given(META, st.lists(PART, min_size=1, max_size=7))
def test_any_words(meta: dict[str, Any], parts: list[Any]) -> None:
    assert said("a.md", as_markdown(meta, parts)) == said("a.json", as_content_file(meta, parts))
