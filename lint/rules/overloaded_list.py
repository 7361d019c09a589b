from __future__ import annotations

from collections import Counter

from lint.document import Container, Document, Group, Kind
from lint.languages import is_foreign
from lint.rule import Found, Hit, Severity, Theme, rule
from lint.text import analysis

_UK = "---\nlocale: en-GB\n---\n\n"
_SIX = f"{_UK}Bring:\n\n- a coat\n- a hat\n- tea\n- soap\n- a book\n- money"


@rule(
    Severity.INFO,
    theme=Theme.STRUCTURE,
    source="NHS digital service manual: formatting and punctuation (bullet points)",
    advice="Keep a point to one short sentence, and move what explains it below the list.",
    passes=[
        # the US profile lets lists be
        "- a coat\n- a hat\n- tea\n- soap\n- a book\n- money\n- a pen. Or two.",
        _SIX,
        # steps are in order, so there are as many as it takes
        _UK + "1. Sit.\n2. Breathe.\n3. Wait.\n4. Stand.\n5. Walk.\n6. Sit again. Rest.\n7. Sleep.",
        _UK + "- bring your tablets, e.g. in their box\n- ring Dr. Abara",
        f"{_SIX}\n  - cash\n  - a card",
        _UK + "> - I lay down. I could not think.\n> - My son rang the nurse.",
    ],
    fails=[
        f"{_SIX}\n- ⟦a charger⟧\n- a pen",
        _UK + "- ⟦Bring your tablets. They stay in their box.⟧\n- Bring a coat.",
        _UK + "- ⟦Ring Dr. Abara. She starts at 8 a.m. each day.⟧",
        _UK + "- bring a coat\n- bring tea\n\nYou may also:\n\n- ⟦ring us. We open at eight.⟧",
    ],
)
def overloaded_list(document: Document, *, items: int = 6) -> Found:
    """A list has no more than six points, and a point no more than one sentence.

    Lists are for scanning: what does not fit on a small screen at once, or goes on for a paragraph,
    is read no faster than text. Numbered steps may be as many as it takes.
    """
    sentences = analysis(document)
    count: Counter[Container] = Counter()
    for block in document.of(Kind.ITEM):
        holder = block.container
        if holder is None or block.inside(
            Group.ORDERED_LIST, Group.QUOTE, Group.STORY, Group.SOURCES, Group.LIBRARY
        ):
            continue
        count[holder] += 1
        several = len(sentences.of(block))
        if several > 1 and not is_foreign(block):
            yield block, f"This point has {several} sentences."
        if count[holder] == items + 1:
            yield Hit(
                block,
                f"This list goes on after {items} points.",
                "Split it under two headings, or leave out what the reader needs least.",
            )
