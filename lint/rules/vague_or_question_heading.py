from __future__ import annotations

from functools import cache
from pathlib import Path

from lint.document import Document, Kind
from lint.rule import Example, Found, Hit, Judges, Severity, Theme, rule

_FAQ = ("faq", "frequently asked", "questions")


@rule(
    Severity.INFO,
    theme=Theme.STRUCTURE,
    source="NHS digital service manual: headings; plainlanguage.gov: use useful headings",
    advice="Say what the section tells the reader, as in “How to get help”.",
    judges=Judges.ARTICLES,
    passes=[
        "# Hay fever\n\n## How to get help\n\nAsk a pharmacist.",
        "# Hay fever\n\n## Summary of the trial\n\nIt ran for a year.",
        "# Hay fever\n\n## An introduction to nasal sprays\n\nShake it first.",
        # the US profile lets questions be
        "# Hay fever\n\n## Who can take it?\n\nMost adults.",
        "---\ntitle: Questions about sprays\nlocale: en-GB\n---\n\n## Who can take it?\n\nYou.",
        "We close with some final thoughts.\n\nRest.",
    ],
    fails=[
        "# Hay fever\n\n## ⟦Final thoughts⟧\n\nRest.",
        "# ⟦Introduction⟧\n\nRest.",
        "# Hay fever\n\n## ⟦5. Conclusion:⟧\n\nRest.",
        "# Hay fever\n\n## ⟦The Bottom Line⟧\n\nRest.",
        "---\ntitle: Hay fever\nlocale: en-GB\n---\n\n## ⟦Who can take it?⟧\n\nMost adults.",
        Example("<h2>⟦Overview⟧</h2><p>Rest.</p>", "html"),
    ],
)
def vague_or_question_heading(document: Document, *, questions: bool = False) -> Found:
    """A heading says what its section holds.

    People read headings to find their part of a page, and "Final thoughts" stands above anything.
    With `questions`, a heading that is a question is found too: it takes longer to read than its
    answer, and its first words ("What is", "How do I") are the same down the page. A page of
    questions and answers may ask them.
    """
    title = document.meta.title.casefold()
    of_questions = any(sign in title for sign in _FAQ)
    for heading in document.of(Kind.HEADING):
        words = heading.words.casefold().replace("\u2019", "'").strip(" .:!\u2026*#0123456789)-")
        words = " ".join(words.replace("-", " ").split())
        if words in _vague():
            yield heading, f"“{heading.text.plain.strip()}” could stand above any section."
        elif questions and not of_questions and heading.words.rstrip().endswith("?"):
            yield Hit(
                heading,
                "This heading is a question.",
                "Make it a statement that begins with its topic.",
            )


@cache
def _vague() -> frozenset[str]:
    lines = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
