from __future__ import annotations

from itertools import pairwise

from lint.document import Block, Document, Group, Kind
from lint.rule import Example, Found, Hit, Severity, Theme, rule

_SIGNED = frozenset(
    """
    by written reviewed updated published edited author authors source sources photo image credit
    credits dear hello hi hey yours regards thanks dr prof professor mr mrs ms miss note signed love
    """.split()
)
"""First words of lines that name somebody, a day or a picture."""

_ENDS = (".", ",", ";", ":", "!", "\u2026")
_CLOSING = "\"'\u2019\u201d)]"
_LONGEST = 120


@rule(
    Severity.INFO,
    theme=Theme.STRUCTURE,
    source="WCAG 2.2 SC 1.3.1; NHS digital service manual: headings",
    advice="Make it a heading of the right level.",
    passes=[
        "## When to rest\n\nSleep at two.",
        "**Do not drive.**\n\nThe tablets make you sleepy.",
        "Sleep at two.\n\nLee Marsh\n\nRiverside Trust, 2 Mill Lane",
        "**Updated in May 2026**\n\nSleep at two.",
        "**Ring 999**\n\n- you cannot breathe\n- your lips are blue",
        "Bring with you:\n\n**your letter**",
        "[All our pages about sleep](/sleep/)\n\nWe wrote them in spring.",
        Example(
            '<figure><img src="a.png" alt="A nurse"><figcaption>How to hold it</figcaption>'
            "</figure><p>Shake it first.</p>",
            "html",
        ),
        "> **On a bad day**\n>\n> I stayed in bed.",
    ],
    fails=[
        "**⟦When to rest⟧**\n\nSleep at two.",
        "Sleep at two.\n\n⟦What helps at night⟧\n\nKeep the room dark. Put the phone away.",
        Example("<p><b>⟦Who can take it?⟧</b></p><p>Most adults can.</p>", "html"),
        Example("⟦When to rest⟧\n\nSleep at two, and for half an hour at most.", "text"),
        "**⟦Side effects:⟧**\n\nYou may feel sick.",
    ],
)
def faux_heading(document: Document, *, words: int = 12) -> Found:
    """What looks like a heading is marked as one.

    Screen readers, tables of contents and search engines find the headings of a page by their mark,
    not by bold letters. Plain text cannot mark any: there a line that stands like a heading is read
    as one, and found so that somebody makes it one. Found are short lines above other text that are
    bold as a whole or end without a stop, unless they name somebody or a date.
    """
    body = document.body
    for block, following in pairwise(body):
        if block.kind is Kind.HEADING:
            if block.inferred:
                yield Hit(
                    block,
                    "This line reads like a heading, but nothing marks it as one.",
                    "Mark it as a heading of level 2.",
                )
        elif block.kind is Kind.PARAGRAPH and _leads(block, following, words):
            yield block, "This paragraph reads like a heading, but nothing marks it as one."


def _leads(block: Block, following: Block, most: int) -> bool:
    """Whether a paragraph is a short line that stands above a text."""
    line = block.words.strip()
    if len(line) > _LONGEST or following.kind not in (Kind.PARAGRAPH, Kind.ITEM):
        return False
    said = line.split()
    if len(said) > most or block.links or "\n" in line or not line[:1].isupper():
        return False
    if said[0].strip(".,:").lower() in _SIGNED or any(map(str.isdigit, line)):
        return False
    if block.inside(Group.QUOTE, Group.STORY, Group.LIST, Group.ORDERED_LIST, Group.TABLE):
        return False
    if block.bold:
        return not line.rstrip(_CLOSING).endswith((".", "!", ",", ";", "\u2026"))
    return (
        following.kind is Kind.PARAGRAPH
        and len(said) > 2
        and not line.rstrip(_CLOSING).endswith((*_ENDS, "?"))
        and any(word[0].islower() for word in said)
        and len(following.words) > len(line)
        and following.words.rstrip(_CLOSING + " ").endswith((".", "?", "!"))
    )
