from __future__ import annotations

from lint.document import Block, Document, DocumentKind, Group, Kind
from lint.patterns import Pattern
from lint.rule import Example, Found, Severity, Theme, rule

_POINTING = frozenset(
    """
    please click tap press go look see read visit check out try download open follow find learn show
    view get discover explore know continue keep start next submit ok yes on at in it to for and or
    here this that these those there now below above more further full additional extra the a an our
    my all about also started reading source reference link links page pages webpage webpages web
    site sites website websites guide guides article articles post posts blog blogs leaflet leaflets
    document documents file files pdf resource resources video videos form forms report reports
    fact sheet sheets information info detail details list lists section sections one button buttons
    story text online today
    """.split()
)
"""Words that point somewhere, whatever is there: a link of nothing else is vague."""

_POINTS_HERE = tuple(
    f"{verb} {where}"
    for verb in ("click", "tap", "press", "click on", "tap on", "press on")
    for where in ("here", "this")
)
_MOST_WORDS = 8
_ADDRESS = Pattern(
    r"(?:(?:https?://|www\.)\S+|(?:[\w-]{1,63}\.){1,9}"
    r"(?:com|org|net|gov|edu|info|uk|us|eu|io|health)(?:/\S*)?)\Z"
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
        "Fill in [the claim form](/form/), or see [Find out how it works](/how/).",
        "[Here to Help](https://riverside.org/help) runs a phone line.",
        "Ring [020 7946 0000](tel:02079460000) or [ask@riverside.org](mailto:ask@riverside.org).",
        Example('<p><a href="/map/"><img src="map.png" alt="Map of the clinic"></a></p>', "html"),
    ],
    fails=[
        "For the plan, [⟦click here⟧](https://riverside.org/plan).",
        "The plan is [⟦here⟧](https://riverside.org/plan), and [⟦Read more →⟧](/more/).",
        "Have a look at [⟦this guide⟧](https://riverside.org/guide).",
        "[⟦Click here to book⟧](https://riverside.org/book) a check.",
        "[⟦More information⟧](/a/), [⟦Find out more about this⟧](/b/), [⟦Download PDF⟧](/c.pdf)",
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
        if not block.links or block.kind in (Kind.SOURCE, Kind.CODE) or _is_explained_cell(block):
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
            elif not is_item and " " not in words and _ADDRESS.match(words.lower()):
                yield where, "This link is only an address."
            elif _is_vague(words.strip(_EDGES).lower()):
                yield where, f'"{words[:60]}" does not say where this link leads.'


def _is_vague(words: str) -> bool:
    if words.startswith(_POINTS_HERE):
        return True
    said = words.replace(",", " ").split()
    return len(said) <= _MOST_WORDS and _POINTING.issuperset(said)


def _is_explained_cell(block: Block) -> bool:
    table = block.inside(Group.TABLE)
    return block.kind is Kind.CELL and table is not None and bool(table.label)
