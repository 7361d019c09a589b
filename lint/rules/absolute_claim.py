from __future__ import annotations

from lint import cues, health
from lint.claims import WORDS, claims
from lint.document import APART_KINDS, Block, Document, Group, Kind
from lint.patterns import Pattern
from lint.rule import Found, Hit, Severity, Theme, rule

_SCEPTICAL_LEAD = Pattern(
    r"\b(?:avoid|beware|wary|red\ flags?|warning\ signs?|scams?|myths?"
    r"|too\ good\ to\ be\ true|suspicious|be\ careful|steer\ clear|do\ not\ trust|don't\ trust"
    r"|stay\ away|claims?|misleading|fake|quack\w*|promises?|false)\b"
)

_SKIPPED = (Kind.CODE, Kind.SOURCE, *APART_KINDS)


@rule(
    Severity.ERROR,
    theme=Theme.EVIDENCE,
    source="FTC, Health Products Compliance Guidance (2022); FDA, health fraud red flags",
    passes=[
        "There is no cure for lupus yet, but treatment can calm it.",
        "CBT does not work for everyone.",
        "Antibiotics can cure most chest infections.",
        "Be wary of anyone who promises to cure autism.",
        "Your appointment is guaranteed.",
        "No side effects were reported in the first week of the trial.",
        "Always ask a pharmacist first.",
        "The gowns are 100% cotton.",
        "Add your permanent address for good measure.",
        "Is there a miracle pill for migraine?",
        "TB can be cured in nearly all people who finish the tablets.",
        "The dentist cures the resin with a blue light.",
        "My uncle swore that garlic cured his gout. It did not.",
        "Red flags when you choose a clinic:\n\n- a guaranteed cure for autism\n- cash only",
    ],
    fails=[
        "Hypnosis ⟦cures insomnia⟧.",
        "⟦Guaranteed⟧ relief from migraine",
        "This tablet has ⟦no side effects⟧.",
        "Light therapy ⟦works for everyone⟧.",
        "Our drops are ⟦completely safe⟧.",
        "⟦Beat your panic attacks for good⟧.",
        "It is the ⟦only therapy that works⟧ for trauma.",
        "You will ⟦be pain-free by⟧ Monday.",
        "⟦Relief from gout is certain⟧ with our extract.",
        "The home kit is ⟦100% accurate⟧ for lupus.",
        "Ginger ⟦beats morning sickness⟧.",
    ],
)
def absolute_claim(document: Document) -> Found:
    """No treatment is promised to cure, to work always, or to be safe for everybody.

    People make choices on such promises, stop what helps them, and blame themselves when it fails.
    Advertising law forbids them too. What stands in the title, the description or the words for a
    picture is `claim-in-metadata`'s.
    """
    for line in health.lines_with(document, WORDS):
        for claim in claims(document, line):
            if _is_apart(document, line.block):
                break
            where = line.span(claim.start, claim.end)
            yield Hit(where, f'"{where.quote}" promises {claim.promise}.', advice=claim.advice)


def _is_apart(document: Document, block: Block) -> bool:
    """Whether nobody claims what stands in `block`: a quotation, a list of what to beware of."""
    if block.kind in _SKIPPED or block.inside(Group.QUOTE, Group.STORY, Group.SOURCES, Group.DONT):
        return True
    lead = cues.leads(document).get(block)
    return lead is not None and any(
        _SCEPTICAL_LEAD.search(line.text) for line in health.lines(document).get(lead, ())
    )
