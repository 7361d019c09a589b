"""Reports that went through JSON say what they said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint import engine, records
from lint.document import Document, Meta
from lint.engine import Report
from lint.readers import markdown, read_text, stream

ARTICLE = """---
title: Wobbles
locale: en-GB
---

# Wobbles

<!-- contentlint: ignore vague-link-text: the list says where it leads -->
Sertraline cures wobbles. See [here](https://example.invalid/) or [that](file:///x),
and \u202eturn\ud800.

## Later

Call Samaritans.
"""


def bare(report: Report) -> Report:
    """The report without what is not kept."""
    document = report.document
    return replace(
        report,
        document=Document(
            document.name,
            document.kind,
            Meta(title=document.meta.title),
            (),
            article_kind=document.article_kind,
            locale=document.locale,
        ),
        scores=None if report.scores is None else report.scores.alone(),
    )


@pytest.mark.parametrize(
    "document",
    [
        markdown.read(ARTICLE, "wobbles.md"),
        stream.read('{"title": "Wobbles", "body": [{"type": "odd", "value": "x"}]}', "a.json"),
        read_text("broken.json", "{"),
        read_text("empty.md", "---\ntitle: [\n---\n"),
    ],
)
def test_nothing_is_lost(document: Document) -> None:
    report = engine.check(document, fixes=True)
    kept = records.loaded(records.dumped(report))

    document_kept = replace(kept.document, _memo={})
    expected = bare(report)
    assert vars(document_kept) == vars(expected.document)
    assert replace(kept, document=document) == replace(expected, document=document)


@pytest.mark.parametrize("text", ["", "null", "[]", "[1, 2]", '[["a"], [], [], [], null]'])
def test_what_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        records.loaded(text)
