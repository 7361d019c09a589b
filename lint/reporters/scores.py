"""Reading scores of documents and their sections: ours, and textstat's on the same words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lint.document import Document
from lint.readability import Scores, is_prose, scores
from lint.text import WORD
from lint.textstat_scores import Battery, battery

COLUMNS = (
    ("words", "words"),
    ("grade", "flesch_kincaid_grade"),
    ("ease", "flesch_reading_ease"),
    ("SMOG", "smog_index"),
    ("Fog", "gunning_fog"),
    ("C-L", "coleman_liau_index"),
    ("ARI", "automated_readability_index"),
    ("D-C", "dale_chall"),
    ("LIX", "lix"),
)
_NAMES_OF_TEXTSTAT = {
    "words": "lexicon_count",
    "dale_chall": "dale_chall_readability_score",
}
_NAME_WIDTH = 44


@dataclass(frozen=True)
class Scored:
    """A document or section: our scores of its prose, and textstat's of the same words."""

    name: str
    ours: Scores
    textstat: Battery


def scored(document: Document) -> tuple[Scored, ...]:
    """The document, then each section that has prose."""
    whole = scores(document)
    texts = [
        "\n".join(block.text.plain for block in section.blocks if is_prose(block))
        for section in document.sections
    ]
    raw = [text for text in texts if WORD.search(text)]
    rows = [Scored("The whole document", whole, battery("\n".join(raw)))]
    for section, text in zip(whole.sections, raw, strict=True):
        name = section.heading or "(before the first heading)"
        rows.append(Scored(name, section, battery(text)))
    return tuple(rows)


def render_json(documents: Sequence[Document]) -> str:
    report = {
        "version": 1,
        "documents": [
            {
                "name": document.name,
                "title": document.meta.title,
                "parts": [
                    {"name": row.name, "scores": _ours(row), "textstat": dict(row.textstat)}
                    for row in scored(document)
                ],
            }
            for document in documents
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def render_text(documents: Sequence[Document]) -> str:
    return "\n".join("\n".join(_lines(document)) + "\n" for document in documents)


def _ours(row: Scored) -> dict[str, Any]:
    said = row.ours.as_json()
    said.pop("sections", None)
    return said


def _lines(document: Document) -> Iterator[str]:
    rows = scored(document)
    yield document.name
    if not rows[0].ours.words:
        yield "  There is no prose to score."
        return
    yield ""
    yield f"  {'contentlint':<{_NAME_WIDTH}}" + "".join(f"{short:>7}" for short, _ in COLUMNS)
    for row in rows:
        said = row.ours.as_json()
        yield _row(row.name, [said[column] for _, column in COLUMNS])
    yield ""
    yield "  textstat, on the same words as they stand"
    for row in rows:
        names = [_NAMES_OF_TEXTSTAT.get(column, column) for _, column in COLUMNS]
        yield _row(row.name, [row.textstat[name] for name in names])
    yield ""
    yield "  These sentences raise the grade most:"
    for row in rows[1:] or rows:
        for sentence in row.ours.hardest[:1]:
            yield f"    {_short(' '.join(sentence.split()), 92)}"


def _row(name: str, values: Sequence[float | str]) -> str:
    numbers = "".join(
        f"{value:>7.1f}" if isinstance(value, float) else f"{value:>7}" for value in values
    )
    return f"  {_short(name, _NAME_WIDTH - 2):<{_NAME_WIDTH}}{numbers}"


def _short(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1] + "…"
