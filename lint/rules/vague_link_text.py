from __future__ import annotations

import re

from lint.document import Block, Document, DocumentKind, Group, Kind
from lint.rule import Example, Found, Severity, Theme, rule

_DOCUMENT = (
    r"(?:link|page|web\s?page|site|web\s?site|guide|article|post|blog|leaflet|document|file|pdf|"
    r"resource|video|form|report|fact\s?sheet|information|info|details?|list|section|one|button)s?"
)
VAGUE = re.compile(
    rf"""(?:please\s)?(?:
    (?:click|tap|press|go|look|see|read|visit|check|try|download|open|follow)?\s?
        (?:on\s|at\s|it\s)?(?:here|this|that|there|now|below)(?:\s{_DOCUMENT})?
    | (?:click|tap|press)(?:\s(?:on\s)?(?:the\s)?{_DOCUMENT})?
    | (?:visit|see|open|read|view|check\sout|download)\s(?:the\s|our\s|a\s)?{_DOCUMENT}
    | (?:the|these|those|a|our)\s{_DOCUMENT}
    | {_DOCUMENT}
    | (?:read|learn|see|find\sout|show|view|get|discover|explore|know)(?:\sit)?\s?more(?:\shere)?
    | (?:for\s)?(?:more|further|full|additional|extra)
        (?:\s(?:information|info|details?|on\sthis|about\sthis))?
    | (?:read|learn|find\sout|see|view|show|discover|explore|open|download|continue|go|start|next)
    | (?:source|reference|get\sstarted|submit|ok|yes)
    | (?:read\son|(?:keep|continue)\sreading|full\s(?:article|story|text))
    | (?:see|view)\s(?:all|full)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
POINTS_HERE = re.compile(r"(?:click|tap|press)\s(?:on\s)?(?:here|this)\b", re.IGNORECASE)
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?:[\w-]+\.)+(?:com|org|net|gov|edu|info|uk|us|eu|io|health)(?:/\S*)?",
    re.IGNORECASE,
)
_EDGES = " \t\n.,;:!?…›»→>-–—\"'()[]*"


@rule(
    Severity.WARNING,
    theme=Theme.ACCESSIBILITY,
    source="WCAG 2.2 SC 2.4.4; NHS digital service manual: links; plainlanguage.gov",
    advice="Make the link say what the reader will find, so that it makes sense on its own.",
    passes=[
        "Read about [the signs of asthma](https://riverside.org/asthma).",
        "[Asthma](https://riverside.org/asthma) is common.",
        "Use [this guide to inhalers](https://riverside.org/inhalers) at home.",
        "[Here to Help](https://riverside.org/help) runs a phone line.",
        "Ring [020 7946 0000](tel:02079460000) or [ask@riverside.org](mailto:ask@riverside.org).",
        Example('<p><a href="/map/"><img src="map.png" alt="Map of the clinic"></a></p>', "html"),
    ],
    fails=[
        "For the plan, [⟦click here⟧](https://riverside.org/plan).",
        "The plan is [⟦here⟧](https://riverside.org/plan), and [⟦Read more →⟧](/more/).",
        "Have a look at [⟦this guide⟧](https://riverside.org/guide).",
        "[⟦Click here to book⟧](https://riverside.org/book) a check.",
        "See [⟦https://riverside.org/plan⟧](https://riverside.org/plan) and [⟦👉⟧](/plan/).",
    ],
)
def vague_link_text(document: Document) -> Found:
    """A link says where it leads.

    Screen readers list the links of a page without the words around them, and everyone else's eye
    jumps from link to link. "Click here" says nothing there, a symbol or a bare address little
    more. In a table whose rows have headers the header says it, so cells are left alone; so is the
    address of a library item, which each site shows in its own way.
    """
    for block in document.blocks:
        if block.kind in (Kind.SOURCE, Kind.CODE) or _is_explained_cell(block):
            continue
        is_item = document.kind is DocumentKind.LIBRARY or block.inside(Group.LIBRARY) is not None
        for link in block.links:
            where = block.link_span(link)
            words = " ".join(where.words.split())
            if not words:
                if block.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING, Kind.CELL):
                    yield where, "This link has no words."
            elif not any(character.isalnum() for character in words):
                yield where, f'This link is only a symbol: "{words[:40]}".'
            elif ADDRESS.fullmatch(words) and not is_item:
                yield where, "This link is only an address."
            elif VAGUE.fullmatch(words.strip(_EDGES)) or POINTS_HERE.match(words):
                yield where, f'"{words[:60]}" does not say where this link leads.'


def _is_explained_cell(block: Block) -> bool:
    table = block.inside(Group.TABLE)
    return block.kind is Kind.CELL and table is not None and bool(table.label)
