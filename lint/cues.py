"""Cues that turn what words say: negation, hedging, quotation, mention, doubt.

"Cures depression" is a claim; "nothing cures it", "may", "avoid saying" and "beware of anyone
who says" are not. Each question is asked of a `Line` at an offset of its text, within one clause.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from lint.document import Block, Container, Document, Group, Kind
from lint.health import Line
from lint.patterns import Pattern
from lint.text import analysis

REACH = 160
"""How many characters back a cue can stand."""


def _pattern(source: str) -> Pattern:
    """A pattern in which a space is a space."""
    return Pattern(source, re.NOFLAG)


_CLAUSE = _pattern(
    r"[,;:()!?\u2014]| (?:but|although|though|because|while|whereas|however|yet|so|until|unless) "
    r"| and (?=(?:is|are|was|has|it|they|we|you|he|she|will|can|works?)\b)"
)
_NEGATION = _pattern(
    r"\b(?:(?<!why )not(?! only)|no(?! matter| doubt)|never|none|nothing|nobody|neither|nor"
    r"|without|cannot"
    r"|hardly|rarely|seldom|unlikely|fails? to|failed to|\w+n't|few|far from|lacks?)\b"
)
_HEDGE = _pattern(
    r"\b(?:may|might|could|perhaps|possibly|sometimes|often|usually|generally|mostly|typically"
    r"|tends?|likely|nearly|almost|up to|about|around|some|many|most|in part|partly|hopes?|hoped"
    r"|hoping|hopefully|would|should|seems?|appears?|can help|aims? to|chance of|chances of|if"
    r"|whether)\b"
)
_OF_SOME = _pattern(r"(?:for|in|with|among) (?:some|most|many|a few|half|certain|about half)\b")
_DOUBT = _pattern(
    r"\b(?:myths?|beware|wary|suspicious|sceptical|skeptical|scams?|too good to be true"
    r"|steer clear|red flags?|warning signs?|untrue|false(?:ly)?|misleading|fake|bogus|hoax"
    r"|claim(?:s|ed|ing)? (?:that|to|it|they|their|of|a|about|for|such|like)|claims"
    r"|no evidence|little evidence|not true|is wrong|are wrong|was wrong|mistaken|misconceptions?"
    r"|(?:people|who|some|many|they|websites?|adverts?|ads|idea|products?|clinics?|sellers?"
    r"|anyone|once)"
    r" (?:\w+ ){0,2}(?:believed?|think|thought|says?|said|promises?|promised|offers?|claims?"
    r"|put forward)"
    r"|be careful|do not trust|don't trust|do not believe|don't believe"
    r"|(?:love|like|able) to (?:tell|say|promise)|wonder if|unproven|unfounded|debunk(?:s|ed)?"
    r"|so called)\b"
)
_ABOUT_WORDS = _pattern(
    r"\b(?:words?|terms?|phrases?|expressions?|wording|language|outdated|stigma\w*|headlines?"
    r"|(?:do not|don't|never|not|should not|shouldn't|must not|avoid|stop|we|please|instead of"
    r"|rather than) (?:\w+ ){0,2}?(?:say|saying|write|writing|use|using|print|report|describe)"
    r"|instead of|rather than|avoid|people once said|we say|prefer|say|write|replace)\b"
)
_SPOKEN_OF = _pattern(
    r"\b(?:(?<!they )(?<!people )(?<!who )(?<!some )"
    r"(?:say|saying|write|writing|use|using|words?|terms?|phrases?)(?: such as| like)?"
    r"(?: that)?(?: \w+){0,2}|such as|instead of|rather than) $"
)
_REPORTED = _pattern(
    r"(?<!not )(?<!never )(?<!avoid )(?<!should )(?<!must )(?<!please )(?<!we )(?<!to )(?<!n't )"
    r"(?<!or )(?<!and )(?<!longer )\b(?!\A)(?:say|write)(?: that)?(?: \w+){0,2} $"
    r"|\bused to (?:say|write)(?: that)?(?: \w+){0,2} $"
)
_CROSSES = ("\u2717", "\u2718", "\u274c", "\u2716", "\U0001f6ab")
_AVOID = (
    r"(?:avoid|instead of|rather than|not|do not|don't|never|stop|problematic|outdated|wrong"
    r"|incorrect|(?:un|less )helpful|harmful|stigmati[sz]ing|inappropriate|insensitive|replace"
    r"|judgmental|offensive)"
)
_OF_WORDS = (
    r"(?:say|saying|use|using|write|writing|print|helpful|preferred|recommended|this|these|those"
    r"|words?|terms?|phrases?|language|wording|expressions?|labels?)"
)
_AVOID_LEAD = _pattern(rf"(?:\A|[,;] |\bplease ){_AVOID}(?: {_OF_WORDS}){{0,3}} : [^:]{{0,150}}\Z")
_AVOID_LABEL = _pattern(rf"(?:please )?{_AVOID}(?: {_OF_WORDS}){{0,3}} ?:?\Z")
_WORDS_TO_AVOID = _pattern(
    r"\b(?:words?|terms?|phrases?|language|expressions?|wording|labels?|what)\b[^.:?]{0,30}"
    r"\b(?:(?:to|should|we) (?:be )?avoid(?:ed)?|not to (?:say|use|write)|retired|dropped|banned"
    r"|outdated|(?:leave|left) out|no longer (?:say|use)|stop using|never (?:say|use|write))\b"
    r"|\b(?:avoid|do not use|don't use|stop using|never use|stigmati[sz]ing|outdated|harmful"
    r"|hurtful"
    r"|offensive|problematic|unhelpful|insensitive|judgmental)"
    r" (?:these |such |the following |this |using |saying )*"
    r"(?:words?|terms?|phrases?|language|expressions?|wording|labels?)\b"
)
_LEAD_LENGTH = 200
_HEAD_LENGTH = 80
_MEANS = _pattern(r" (?:suggests?|implies|sounds?|echoes|hints|dates from|comes from|means)\b")


def clause_start(line: Line, at: int) -> int:
    """Where the clause that `at` stands in begins."""
    begin = max(0, at - REACH)
    last = begin
    for mark in _CLAUSE.finditer(line.text, begin, at):
        last = mark.end()
    return last


def negated(line: Line, at: int) -> bool:
    """Whether a negation before `at` in its clause governs it."""
    return bool(_NEGATION.search(line.text, clause_start(line, at), at))


def hedged(line: Line, at: int) -> bool:
    """Whether the clause says it only of some, or only perhaps."""
    return bool(_HEDGE.search(line.text, clause_start(line, at), at) or _OF_SOME.match(line.text))


def doubted(line: Line, at: int) -> bool:
    """Whether the sentence warns of the claim, or reports it as somebody's."""
    return bool(_DOUBT.search(line.text, max(0, at - REACH), at + REACH))


def quoted(document: Document, line: Line, start: int, end: int) -> bool:
    """Whether the words are somebody's: between quotation marks, or in a quotation or story."""
    if line.block.inside(Group.QUOTE, Group.STORY):
        return True
    return _in_quotation(document, line, start, end)


def _in_quotation(document: Document, line: Line, start: int, end: int) -> bool:
    """Whether the words stand between quotation marks; in most blocks there are none to look at."""
    sentences = analysis(document)
    return bool(sentences.quotations(line.block)) and sentences.quoted(line.span(start, end))


def mentioned(
    document: Document, line: Line, start: int, end: int, *, reports: bool = True
) -> bool:
    """Whether the words are talked about, not used: "avoid saying ...", "the term ...".

    With `reports`, "doctors say that ..." counts too.
    """
    means = _MEANS.match(line.text, end)
    about = means or _ABOUT_WORDS.search(
        line.text, max(0, start - REACH), min(len(line.text), end + REACH)
    )
    if not about:
        return False
    before = line.text[max(0, start - REACH) : start]
    if _in_quotation(document, line, start, end):
        return True
    return bool(_SPOKEN_OF.search(before) and (reports or not _REPORTED.search(before)))


def listed_to_avoid(document: Document, line: Line, start: int) -> bool:
    """Whether the words are shown as ones that nobody should write.

    "Avoid: ...", a list below "Words to avoid", a table with a column "Instead of", a cross.
    """
    block = line.block
    if _AVOID_LEAD.search(line.text, max(0, start - REACH), start) or block.words[:1] in _CROSSES:
        return True
    table = block.inside(Group.TABLE)
    if table is not None and table in document.derived(_tables_to_avoid):
        return True
    lead = leads(document).get(block)
    if lead is not None and _leads_to_words(lead):
        return True
    return block in document.derived(_sections_to_avoid)


def _leads_to_words(lead: Block) -> bool:
    words = lead.words.lower()[-_LEAD_LENGTH:].strip()
    return bool(
        _AVOID_LABEL.match(words) or (words.endswith(":") and _WORDS_TO_AVOID.search(words))
    )


def _tables_to_avoid(document: Document) -> frozenset[Container]:
    """The tables that have a column of words to avoid."""
    return frozenset(
        table
        for block in document.body
        if block.kind is Kind.CELL
        and len(block.words) < _HEAD_LENGTH
        and (table := block.inside(Group.TABLE)) is not None
        and _is_head_to_avoid(block)
    )


def _sections_to_avoid(document: Document) -> frozenset[Block]:
    """What stands below a heading such as "Words to avoid"."""
    return frozenset(
        block
        for section in document.sections
        if section.heading is not None and _is_head_to_avoid(section.heading)
        for block in section.blocks
    )


def _is_head_to_avoid(head: Block) -> bool:
    words = head.words.lower().strip()
    return bool(_AVOID_LABEL.match(words) or _WORDS_TO_AVOID.search(words))


def leads(document: Document) -> Mapping[Block, Block]:
    """For list items and what a card holds: the block that introduces them.

    "Be wary of anyone who says:" speaks for every item below it.
    """
    return document.derived(_leads)


def _leads(document: Document) -> Mapping[Block, Block]:
    introduced: dict[Block, Block] = {}
    lead: Block | None = None
    for block in document.body:
        if block.kind is Kind.ITEM:
            if lead is not None:
                introduced[block] = lead
        elif block.kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.CARD_HEADING):
            lead = block
    return MappingProxyType(introduced)
