from __future__ import annotations

from collections.abc import Iterator

from lint import health
from lint.document import Block, Document, Kind
from lint.patterns import Pattern, Words
from lint.rule import Found, Severity, Theme, rule
from lint.text import analysis

WORDS = Words("oaicite lorem todo fixme ai utm turn citeturn model cutoff update")
_LEFT = Pattern(
    r"""
      \u3010\d{1,20}(?:[\u2020:][^\u3011\n]{0,60})?\u3011
    | :{0,2}contentReference\[oaicite:?\d{0,4}\](?:\{index=\d{1,4}\})? | \[oaicite:?\d{0,4}\]
    | \b(?:cite)?turn\d{1,3}(?:search|view|news|image|file|fetch)\d{1,3}
    | \[cite(?:_start|_end|:\s?\d{1,4}(?:,\s?\d{1,4}){0,9})\]
    | \[(?i:citation|source|reference|ref|link)s?\s(?:needed|missing|here|required)\]
    | \[(?i:insert|add|enter|placeholder|fill\sin)\b[^\]\n]{0,80}\]
    | \[(?i:your|name\sof|company|clinic|practice|hospital)\s(?i:name|clinic|practice|company
      |address|organi[sz]ation|phone(?:\snumber)?|email|city|hospital|website|brand|doctor)\]
    | \{\{[^{}\n]{1,60}\}\}
    | \b[Aa]s\san\sAI(?:\s(?:language\s)?(?:model|assistant))?,?\s(?:I|my)\b
    | \b[Aa]s\sa\slarge\slanguage\smodel\b | \bmy\s(?:last\s)?knowledge\s(?:cutoff|update)\b
    | \butm_source=(?:chatgpt(?:\.com)?|openai|perplexity(?:\.ai)?|copilot(?:\.com)?)
    | \b[Ll]orem\sipsum\b
    | \b(?:TODO|FIXME)\b(?=[:\s.!)\]]|$)
    """
)
_TRACKED = Pattern(r"\butm_source=(?:chatgpt|openai|perplexity|copilot)")


@rule(
    Severity.ERROR,
    theme=Theme.EVIDENCE,
    any_language=True,
    source="Our own observation of published health pages",
    advice="Take it out, and put the source or the words in that it stands for.",
    passes=[
        "Common symptoms are listed [3].",
        'A page with "As an AI language model, I" in it was never proofread.',
        "Chat tools leave the word oaicite in what they write.",
        "As an AI tool, it helps nurses to plan.",
        "Ask [your doctor](https://riverside.org/doctor) to do a to-do list with you.",
    ],
    fails=[
        "Common symptoms⟦【731015040210570†L96-L156】⟧ are listed.",
        "Sleep helps ⟦:contentReference[oaicite:2]{index=2}⟧.",
        "Naps lift mood ⟦[citation needed]⟧.",
        "Call us on ⟦[insert phone number]⟧.",
        "⟦As an AI language model, I⟧ cannot give advice.",
        "⟦TODO⟧: ask Dr Abara.",
        "Read [⟦the review⟧](https://riverside.org/?utm_source=chatgpt.com).",
    ],
)
def leftover_citation_artifact(document: Document) -> Found:
    """What tools and drafts leave behind is taken out before anyone reads it.

    Reference codes of chat tools, "[citation needed]" and "[insert name]" show that nobody read the
    page to its end, and readers trust the rest of it less, with reason. Such marks in quotation
    marks or in code are talked about and let be.
    """
    worded = {line.block for line in health.lines_with(document, WORDS)}
    for block in document.blocks:
        if block.kind is Kind.CODE:
            continue
        words = block.words
        if "[" in words or "\u3010" in words or "{{" in words or block in worded:
            for start, end in _left(document, block):
                where = block.span(start, end)
                yield where, f'"{where.quote}" was left behind by a tool or a draft.'
        for link in block.links:
            if link.href and "utm_source" in link.href and _TRACKED.search(link.href):
                where = block.link_span(link)
                if "utm_source" not in where.words:
                    yield where, "The address of this link shows that a chat tool gave it."


def _left(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    for match in _LEFT.finditer(block.words):
        if not analysis(document).quoted(block.span(*match.span())):
            yield match.span()
