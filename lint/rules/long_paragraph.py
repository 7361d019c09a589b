from __future__ import annotations

from lint.document import Document, Group, Kind
from lint.languages import is_foreign
from lint.readability import word_count
from lint.rule import Found, Hit, Severity, Theme, rule
from lint.text import analysis

_APART = (Group.QUOTE, Group.STORY, Group.TABLE, Group.SOURCES)


@rule(
    Severity.WARNING,
    theme=Theme.READABILITY,
    source="plainlanguage.gov: write short paragraphs; NHS digital service manual: formatting",
    advice="Start a new paragraph for each new thought, or make a list of it.",
    passes=[
        "Drink water often. Rest in the shade. Go indoors at noon.",
        # four stops, but three sentences
        "Dr. Abara works here. The ward opens at 8 a.m. and shuts late. Ask at the desk.",
        "Wash it.\n\nDry it.\n\nCover it.\n\nLeave it.",
        "> It came on fast. I lay down. I could not think. My son rang the nurse.",
        "| Day | What to do |\n|---|---|\n| One | Rest. Drink. Sleep. Eat a little. |",
    ],
    fails=[
        "⟦Drink water often. Rest in the shade. Go indoors at noon. Wear a hat.⟧",
        "- ⟦Take it. Wait an hour. Eat. Take the next one.⟧\n- Then rest.",
        "⟦Drink water! Why? Because it helps. So rest in the shade.⟧",
        "⟦" + "Eat some fruit and some bread and some rice each day if you can " * 12 + "now.⟧",
    ],
)
def long_paragraph(
    document: Document, *, words: int = 150, sentences: int = 3, warn_of_sentences: bool = False
) -> Found:
    """A paragraph has no more than 150 words, better 3 sentences.

    People scan a page on a phone. A wall of text hides the one line they came for. What someone
    else said is quoted as it was said.
    """
    found = analysis(document)
    for block in document.of(Kind.PARAGRAPH, Kind.ITEM):
        inner = found.of(block)
        # A word takes two characters, with what parts it from the next.
        may_be_long = len(block.words) > 2 * words
        if not may_be_long and len(inner) <= sentences:
            continue
        if block.container is not None and block.inside(*_APART):
            continue
        if is_foreign(block):
            continue
        count = sum(word_count(document, each) for each in inner) if may_be_long else 0
        if count > words:
            yield block, f"This paragraph has {count} words; aim for {words} or fewer."
        elif len(inner) > sentences:
            yield Hit(
                block,
                f"This paragraph has {len(inner)} sentences; aim for {sentences} or fewer.",
                severity=None if warn_of_sentences else Severity.INFO,
            )
