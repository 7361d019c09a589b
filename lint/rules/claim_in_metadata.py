from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from lint import health
from lint.claims import claims
from lint.document import APART_KINDS, Document
from lint.health import Line
from lint.rule import Example, Found, Hit, Severity, Theme, rule
from lint.suicide_wordings import wordings


@rule(
    Severity.ERROR,
    theme=Theme.METADATA,
    source="FTC, Health Products Compliance Guidance (2022); WHO, Preventing suicide: a resource "
    "for media professionals (2023)",
    advice="Promise nothing in the title, the description or an alternative text either.",
    passes=[
        "---\ntitle: Help for anxiety\n---\n\nAsk your doctor.",
        "---\ntitle: Why no cream cures eczema\n---\n\nAsk your doctor.",
        "---\ntitle: Eczema\ndescription: Be wary of anyone who promises a cure.\n---\n\nAsk.",
        "---\ntitle: Grief after a suicide\ndescription: For all who lost somebody.\n---\n\nTalk.",
        # what the page itself says is for absolute-claim and suicide-wording
        "# This tea cures eczema\n\nHer brother committed suicide.",
        "---\ntitle: Ham\nslug: how-we-cure-ham\n---\n\nSalt it.",
    ],
    fails=[
        "---\ntitle: ⟦Cure anxiety⟧ fast\n---\n\nAsk your doctor.",
        "---\ntitle: Eczema\ndescription: Our cream has ⟦no side effects⟧.\n---\n\nAsk.",
        "---\ntitle: Grief\nalso_called: ['When somebody ⟦committed suicide⟧']\n---\n\nTalk.",
        "![This tea ⟦cures eczema⟧](tea.png)",
        "---\ntitle: Tea\nslug: this-tea-cures-eczema\n---\n\nAsk your doctor.",
        Example(
            '<head><meta name="description" content="Yoga ⟦works for everyone⟧."></head>'
            "<body><p>Sit.</p></body>",
            "html",
        ),
    ],
)
def claim_in_metadata(document: Document) -> Found:
    """The title, description, address and picture texts promise no cure and blame no suicide.

    They are all that many people read, in a list of results or a shared link. The words are the
    same that `absolute-claim` and `suicide-wording` look for; those judge what stands on the
    page, headings and summary included, and leave the title, the description, other names, the
    texts for search engines and for pictures to this rule, so that no words are found twice. An
    address (slug) is found where the title does not already say the same.
    """
    found = False
    for _, grouped in groupby(health.lines_of(document, *APART_KINDS), key=attrgetter("block")):
        for hit in _judged(document, tuple(grouped)):
            found = True
            yield hit
    slug = document.meta.slug.replace("-", " ").replace("_", " ").strip()
    if slug and not found:
        for said in _judged(document, tuple(health.read(slug))):
            yield Hit(document.whole, f"The address of the page: {said.message}", said.advice)


def _judged(document: Document, lines: Sequence[Line]) -> list[Hit]:
    hits = []
    for number, line in enumerate(lines):
        for claim in claims(document, line, lines[max(0, number - 1) : number + 2]):
            where = line.span(claim.start, claim.end)
            message = f"“{where.quote}” promises {claim.promise}."
            hits.append(Hit(where, message, claim.advice))
        for wording in wordings(document, line):
            where = line.span(wording.start, wording.end)
            severity = Severity.WARNING if wording.quoted else None
            message = f"“{where.quote}” {wording.why}."
            hits.append(Hit(where, message, wording.advice, severity))
    return hits
