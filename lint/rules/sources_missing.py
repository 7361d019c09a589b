from __future__ import annotations

from lint import health
from lint.document import Document, Group, Kind
from lint.health import CLASS, MEDICINE, Line
from lint.patterns import Pattern, Words
from lint.rule import Example, Found, Judges, Severity, Theme, rule

_MEDICINES = Words("MEDICINE CLASS")
_EVIDENCE = Words(
    "research study studies trial trials evidence survey surveys experts scientists researchers "
    "clinically scientifically % cent"
)
_SHOWN = Pattern(
    r"""\b(?:
      (?:research|stud(?:y|ies)|trials?|evidence|surveys?|experts|scientists|researchers)
        (?:[ ][\w']+){0,4}[ ](?:shows?|showed|shown|proves?|proved|proven|finds?|found|suggests?
          |suggested|indicates?|confirms?|confirmed|demonstrates?|supports?|agree|recommend)
    | (?:clinically|scientifically)[ ](?:proven|proved|shown|tested|backed)
    )\b
    | \b\d{1,3}(?:[.,]\d{1,2})?[ ](?:%|per[ ]cent)[ ]of[ ](?:[\w']+[ ]){0,3}
      (?:people|adults|men|women|children|patients|teenagers|those|cases|deaths|the[ ]population)\b
    """
)
_HAS_IT = Pattern(
    r"""\b(?:
      (?:who|if[ ](?:you|they|he|she|your[ ]child)|when[ ]you|while[ ]you|because[ ](?:you|they))
        (?:[ ](?:are|were|is|was|have|has|had|already|also|been|'re|you're|they're|on)\b)*
        [ ](?:(?:\w+[ ,]+){0,10}(?:taking|getting|having|receiving|using|on)|takes?|used?|uses|had
          |gets?|been[ ](?:given|on))
    | (?:people|anyone|patients|those|someone)[ ](?:on|taking|having|getting|using|allergic[ ]to)
    | (?:because[ ]of|caused[ ]by|due[ ]to|exposed[ ]to|exposure[ ]to|allerg(?:y|ic)[ ]to)
    )[ ](?:(?!MEDICINE|CLASS)\w+[ ,]+){0,8}$"""
)
"""What leads to a medicine that says whom or what a sentence is about, not what to do."""

_REACH = 160
_HEADED = frozenset(
    """
    sources
    our sources
    source
    references
    reference list
    reference
    bibliography
    citations
    footnotes
    endnotes
    works cited
    literature
    evidence
    the evidence
    sources and references
    references and sources
    sources and further reading
    references and further reading
    where this information comes from
    where our information comes from
    how we know this
    """.strip().split("\n    ")
)
_BEGINS = Pattern(r"(?:our[ ])?(?:sources?|references?)[ ]?:")
_OFTEN = 3
"""An article that names medicines in so many sentences is about them."""


@rule(
    Severity.WARNING,
    theme=Theme.GOVERNANCE,
    source="HONcode principle 4; Patient Information Forum: PIF TICK criteria",
    advice="Add a list of sources: the guideline, leaflet or study that each fact comes from.",
    judges=Judges.CLINICAL,
    passes=[
        "# Hay fever\n\nRest when you can. Keep the windows shut.",
        "# Cetirizine\n\nTake it at night.\n\n## References\n\n- British National Formulary",
        "---\ntitle: Cetirizine\nsources: ['British National Formulary']\n---\n\nTake it at night.",
        "# Hay fever\n\nResearch shows that sprays help.\n\nSources: a trial in Leeds, 2019.",
        # a medicine named in passing
        "# Hay fever\n\nRest when you can. Some people take cetirizine.",
        # medicines that only say who is at risk
        "# Mould\n\nIt can harm people who take steroids. Tell us if you are having chemotherapy."
        " Patients on antibiotics get it too. The nurse may suggest an antifungal.",
        "---\ntitle: Cetirizine evening\narticle_kind: event\n---\n\nMeet at six.",
    ],
    fails=[
        "# Cetirizine\n\nTake it at night.",
        "# Hay fever\n\nResearch shows that sprays help.",
        "# Hay fever\n\nAbout 20% of all adults have it.",
        "# Hay fever\n\nTake loratadine. Cetirizine works too. Both antihistamines are cheap.",
        # a heading with nothing under it is no list
        "# Cetirizine\n\nTake it at night.\n\n## References",
        Example("<h1>Antihistamines</h1><p>They dry your nose.</p>", "html"),
    ],
)
def sources_missing(document: Document) -> Found:
    """An article about medicines, or one that speaks of research, lists its sources.

    Readers and editors can then check a fact, and see how old it is. The list counts wherever it
    stands: in the metadata, in a block of its own, or under a heading such as "References". Links
    in the text are no list, as nobody can look them over at once.
    """
    if document.meta.sources or any(document.of(Kind.SOURCE)) or _is_listed(document):
        return
    if _is_about_medicines(document):
        yield document.whole, "The article is about medicines and lists no sources."
    elif any(_SHOWN.search(line.text) for line in health.lines_with(document, _EVIDENCE)):
        yield document.whole, "The article speaks of research or figures and lists no sources."


def _is_listed(document: Document) -> bool:
    for section in document.sections:
        if section.heading is not None and section.blocks:
            words = section.heading.words.casefold().strip(" .:")
            if words in _HEADED:
                return True
    return any(
        block.words[:1] in "SRsrOo" and _BEGINS.match(block.words.casefold())
        for block in document.of(Kind.PARAGRAPH)
    )


def _is_about_medicines(document: Document) -> bool:
    """Whether the title or a heading names a medicine, or several sentences tell of some."""
    named = 0
    for line in health.lines_with(document, _MEDICINES):
        if line.block.kind in (Kind.TITLE, Kind.HEADING, Kind.TERM):
            return True
        if not line.block.inside(Group.LIBRARY):
            named += not _only_has_it(line)
    return named >= _OFTEN


def _only_has_it(line: Line) -> bool:
    """Whether every medicine of the line is one that somebody has already, or that did the harm."""
    starts = [term.start for term in line.terms if term.tag in (MEDICINE, CLASS)]
    led = (_HAS_IT.search(line.text, max(0, start - _REACH), start) for start in starts)
    return all(led)
