from __future__ import annotations

from collections.abc import Iterator

from lint.document import Block, Document, Kind
from lint.rule import Example, Found, Judges, Severity, Theme, rule

_NAPS = "# Naps in the afternoon, and what they do to your sleep at night"
_LONG = "How to keep a diary of your sleep when you work at night and live with small children"


@rule(
    Severity.INFO,
    theme=Theme.METADATA,
    source="NHS digital service manual: how to write good page titles (65 characters)",
    advice="Name the topic first, in the words that people search for, and leave the rest out.",
    judges=Judges.PAGES,
    any_language=True,
    passes=[
        "---\ntitle: 'Naps: how long and how often'\n---\n\nSleep at two.",
        "# Naps\n\nSleep at two.",
        f"{_NAPS}\n\nSleep at two.",
        # the headings below the main one may be longer
        f"# Naps\n\n## {_LONG}\n\nSleep at two.",
        Example("<h1>Naps</h1><p>Sleep at two.</p>", "html"),
    ],
    fails=[
        "Sleep at two.",
        "---\ntitle: ''\n---\n\nSleep at two.",
        "---\ntitle: ⟦" + _LONG + "⟧\n---\n\nSleep at two.",
        f"# ⟦{_LONG}⟧\n\nSleep at two.",
        Example("<h2>Naps</h2><p>Sleep at two.</p>", "html"),
    ],
)
def title_length(document: Document, *, characters: int = 65) -> Found:
    """A page has a title, of no more than 65 characters.

    Search engines and browser tabs cut the rest off, and people who listen to a list of pages wait
    for the end of each. A page without a title cannot be found at all.
    """
    titles = [block for block in _titles(document) if block.words.strip()]
    if not titles and not document.meta.title:
        yield document.whole, "The page has no title."
    for block in titles:
        length = len(block.words)
        if length > characters:
            yield block, f"The title has {length} characters; aim for {characters} or fewer."


def _titles(document: Document) -> Iterator[Block]:
    """What the page is called in its metadata, and its main heading."""
    said = set()
    for block in document.of(Kind.TITLE, Kind.HEADING):
        if (block.kind is Kind.TITLE or block.level == 1) and block.words not in said:
            said.add(block.words)
            yield block
