"""Whether a sentence says where it has its facts from.

A source is a link, a reference mark ([3], a raised 3, an identifier), an author with a year, or a
study, a journal, a guideline or an organisation by name. It may stand in the sentence, in the one
after, or in a line "Source: ..." under it. A list of sources at the end of an article, without a
mark beside the sentence, says of no sentence that it comes from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

from lint import health
from lint.document import Block, Document, Group, Kind
from lint.health import Line
from lint.patterns import Pattern
from lint.text import Sentence, analysis

_MARK = Pattern(
    r"""
      \[\^?\d{1,3}(?:\s?[,;\u2013-]\s?\d{1,3}){0,9}\] | \[\^[\w-]{1,30}\]
    | (?<=[^\W\d_][.,;:!?"')])\d{1,2}(?:[,\u2013-]\d{1,2}){0,9}(?=\s|$)
    | (?<=[a-z]{4})\d{1,2}(?:[,\u2013-]\d{1,2}){0,9}(?=[\s.,;:)]|$)
    | \s\(\d{1,2}(?:[,\u2013-]\s?\d{1,2}){0,9}\)(?=[.,;]|$)
    | [\u2020\u2021]
    """
)
"""[3], [^1], "helps.3", "helps3", "helps (3).", and daggers; raised digits are plain here."""

_DIGIT = Pattern(r"[\d\[\u2020\u2021]")
_NO_MARK = Pattern(r"(?:covid|omega|vitamin|type|table|figure|page|step|week|part|phase)\d{1,2}")
_IDENTIFIERS = (
    (
        ("doi", "10.", "PM", "ISBN", "NCT", "http", "www."),
        Pattern(
            r"\bdoi\b|\b10\.\d{4,9}/|\bPM(?:ID|C\d{4})|\bISBN\b|\bNCT\d{8}\b|https?://|\bwww\."
        ),
    ),
    (
        (".gov", ".edu", ".int", ".org", ".ac.uk", ".nhs.uk"),
        Pattern(r"\b[\w-]+\.(?:gov|edu|int|org|ac\.uk|nhs\.uk|gov\.uk)\b"),
    ),
    (
        ("eference", "itation", "ote", "ource"),
        Pattern(
            r"\b(?:references?|citations?|footnotes?|endnotes?|sources?)\s"
            r"(?:\d|below|list|at\sthe\send)"
        ),
    ),
)
"""Identifiers, addresses and pointers to a list, each with what one of them must hold."""

_BRACKET = Pattern(r"\(([^()]{4,200})\)")
_YEAR = Pattern(r"\b(?:19|20)\d\d[a-z]?\b")
_AUTHOR = Pattern(
    r"\b[A-Z][\w'-]+(?:\s(?:and|&)\s(?:others|colleagues|[A-Z][\w'-]+)|\set\sal\.?)?,?\s"
    r"\((?:19|20)\d\d[a-z]?\)"
)
_GUIDELINE = Pattern(
    r"\b(?:NG|CG|QS|TA|PH|SIGN)\s?\d{2,3}\b|\b(?:NICE|SIGN|WHO|CDC|APA|BAP|USPSTF|FDA|NHS)\s"
    r"(?:[a-z]+\s){0,2}(?:guidelines?|guidance|recommendations?|reports?|reviews?|survey|data"
    r"|figures)\b|\b(?:DSM|ICD)-?\s?(?:[IV]+|\d{1,2})\b|\bCochrane\b"
)
_JOURNAL = Pattern(
    r"\b(?:Lancet|JAMA|BMJ|NEJM|PLOS|PLoS|British\sMedical\sJournal|New\sEngland\sJournal"
    r"|(?:Journal|Annals|Archives|Proceedings)\sof|BMC\s[A-Z]\w+)\b|\bjournal,?\s[A-Z]\w+"
    r"|\bpublished\s(?:by|in)\s(?:the\s)?(?!(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|English|Spanish|Britain|England|America)\b)[A-Z]\w+"
)
_STUDY = (
    r"(?:trial|study|survey|cohort|review|guideline|report|register|registry|census|Trial|Study"
    r"|Survey|Cohort|Review|Guidelines?|Report|Registry|Register|Census|Biobank)"
)
_NAMED_STUDY = Pattern(
    rf"\b[Tt]he\s[A-Z][A-Z0-9*-]{{2,}}(?:\s?\d)?\s{_STUDY}\b"
    r"|\b(?:[A-Z][\w'*-]+\s(?:of\s|on\s|and\s|for\s|in\s|the\s)?){1,6}"
    r"(?:Trial|Study|Survey|Cohort|Guidelines?|Registry|Census|Biobank)\b"
    rf"|\b[Tt]he\s[A-Z][a-z]+(?:\s[A-Z][A-Za-z]*){{0,2}}\s{_STUDY}\b"
)
_NO_NAME = Pattern(
    r"\b(?:[Tt]he\s)?(?:US|UK|EU|American|British|English|Scottish|Welsh|Irish|European|Danish"
    r"|Swedish|Norwegian|Finnish|Dutch|German|French|Italian|Spanish|Canadian|Australian|Chinese"
    r"|Japanese|Indian|This|These|That|One|Another|Recent|New|Clinical|Research|Case)\s"
)
_BODY = Pattern(
    r"\b(?:Academy|College|Institute|Association|Society|Council|Organi[sz]ation|Agency|Department"
    r"|Task\sForce|Ministry|Commission)\b(?:\s(?:of|for|on|and|the|[A-Z]\w+)){0,6}\s(?:\w+\s){0,8}?"
    r"(?:evidence|statements?|guidelines?|guidance|reports?|reviews?|recommendations?)\b"
)
"""An organisation whose name says what it is, with what it published."""

_ORGANISATION = (
    r"(?:NAME|nimh|nih|nhs|nice|cdc|fda|samhsa|ons|ukhsa|who\ region|nida|niaaa|nasem|rcpsych"
    r"|unicef|census\ bureau)"
)
_ATTRIBUTED = Pattern(
    rf"""
      \b{_ORGANISATION}(?:\ \(\ \w+\ \))?\ (?:also\ |now\ |has\ |have\ )?
        (?:says?|said|reports?|reported|estimates?|estimated|found|finds|states?|stated|concludes?
        |concluded|recommends?|recommended|advises?)\b
    | \b{_ORGANISATION}(?:\ \(\ \w+\ \))?(?:\ 's)?\ (?:\w+\ ){{0,2}}
        (?:data|figures|statistics|survey|guidelines?|guidance|review)\b
    | \b(?:data|figures|statistics|estimates|numbers|reports?|survey|review|guidelines?|guidance)
        \ (?:\w+\ ){{0,3}}(?:from|by|of)\ (?:the\ )?{_ORGANISATION}\b
    | \b(?:according\ to|says?|said)\ (?:the\ )?(?:\w+\ ){{0,2}}{_ORGANISATION}\b
    """
)
_ATTRIBUTING = tuple(
    """
    ays aid eport stimate ound inds tate onclude ecommend dvise ata igures tatistics urvey uid
    eview umbers ccording
    """.split()
)
"""What a line that says something of a source holds, in small letters but for its first."""

_ACCORDING = Pattern(r"\b[Aa]ccording\sto\s(?:the\s)?(?:[A-Z][a-z]+\s[A-Z]|[A-Z]{2,}\b)")
_SOURCE_LINE = Pattern(
    r"(?:^|[.!?\n]\s?)\(?(?:(?:Sources?|References?|Data|Based\son)\b\s?:|Adapted\sfrom)\s",
)
_NO_SOURCE_LINK = Pattern(
    r"\b(?:book|buy|order|shop|join|sign\sup|contact|call|ring|subscribe|donate|find\sa|get\shelp"
    r"|home\s?page|download\sour\sapp|register|apply)\b"
)
_MONTHS = frozenset(
    """
    January February March April May June July August September October November December Jan Feb
    Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec In Since From By Until The
    """.split()
)


def cited(document: Document, line: Line, *, refers_back: bool = False) -> bool:
    """Whether `line`, the sentence after it, or a source line under it names a source.

    `refers_back`: it speaks of something named before ("the study found"), so that a source in the
    sentence before counts too.
    """
    block, sentence = line.block, line.sentence
    if _names_source(sentence, line.text) or _linked(block, sentence, own=True):
        return True
    beside = analysis(document)
    following = beside.after(sentence)
    if following and (_names_source(following) or _linked(block, following, own=False)):
        return True
    before = beside.before(sentence) if refers_back else None
    if before and (_names_source(before) or _linked(block, before)):
        return True
    return bool(_SOURCE_LINE.search(block.words, sentence.end - 1)) or _source_below(
        document, block
    )


def block_cited(document: Document, block: Block) -> bool:
    """Whether any sentence of `block`, or a source line under it, names a source."""
    return any(
        _names_source(sentence) or _linked(block, sentence)
        for sentence in analysis(document).of(block)
    ) or _source_below(document, block)


def _names_source(sentence: Sentence, text: str = "") -> bool:
    """Whether the sentence names a source; `text` is the one of its line, where that is known."""
    raw = sentence.words
    if _SOURCE_LINE.match(raw) or _identified(raw):
        return True
    if _DIGIT.search(raw) and (_has_mark(raw) or _AUTHOR.search(raw) or _author_in_brackets(raw)):
        return True
    if raw[1:] == raw[1:].lower():
        return False  # what is left are names, and names have capitals
    if " et al" in raw or _BODY.search(raw) or _ACCORDING.search(raw) or _named(raw):
        return True
    if not any(word in raw for word in _ATTRIBUTING):
        return False
    return bool(_ATTRIBUTED.search(text or " ".join(line.text for line in health.read(raw))))


def _identified(raw: str) -> bool:
    """Whether an identifier, an address or a pointer to a list of sources stands in `raw`."""
    return any(
        pattern.search(raw) for held, pattern in _IDENTIFIERS if any(part in raw for part in held)
    )


def _has_mark(raw: str) -> bool:
    return any(
        not _NO_MARK.search(raw.lower(), max(0, mark.start() - 8), mark.end())
        for mark in _MARK.finditer(raw)
    )


def _author_in_brackets(raw: str) -> bool:
    """Whether brackets hold a name before a year: "(NIMH, 2023)", but not "(May 2023)"."""
    for bracket in _BRACKET.finditer(raw):
        year = _YEAR.search(bracket[1])
        if year and any(
            word[:1].isupper() and word.strip(".,;") not in _MONTHS
            for word in bracket[1][: year.start()].split()
        ):
            return True
    return False


def _named(raw: str) -> bool:
    """Whether a study, a journal or a guideline is named."""
    if _GUIDELINE.search(raw) or _JOURNAL.search(raw):
        return True
    words = [word for word in raw.split() if len(word) > 3 and word[0].isalpha()]
    if len(words) > 3 and sum(word[0].isupper() for word in words) > 0.8 * len(words):
        return False  # in a title every word has a capital
    return any(not _NO_NAME.match(found[0]) for found in _NAMED_STUDY.finditer(raw))


def _linked(block: Block, sentence: Sentence, *, own: bool = True) -> bool:
    """Whether a link in the sentence can lead to a source: no phone number, no booking form.

    In a sentence that only stands beside the claim (`own` False) it must lead off the site.
    """
    for link in block.links:
        where = block.link_span(link)
        if where.start >= sentence.end or where.end <= sentence.start:
            continue
        href = (link.href or "").lower()
        if href.startswith(("tel:", "mailto:", "sms:", "javascript:")):
            continue
        if href.startswith("#") and not href.startswith(("#ref", "#fn", "#source", "#cite")):
            continue
        if _NO_SOURCE_LINK.search(where.words.lower()):
            continue
        if own or href.startswith(("http", "#")):
            return True
    return False


def _source_below(document: Document, block: Block) -> bool:
    """Whether the next block, or the caption of a table or figure, is a source line."""
    following = document.derived(_following).get(block)
    if following is not None and _SOURCE_LINE.match(following.words):
        return True
    whole = block.inside(Group.TABLE, Group.FIGURE)
    return whole is not None and any(
        other.kind is Kind.CAPTION and (_SOURCE_LINE.search(other.words) or other.links)
        for other in document.body
        if other.inside(Group.TABLE, Group.FIGURE) is whole
    )


def _following(document: Document) -> Mapping[Block, Block]:
    return MappingProxyType(dict(pairwise(document.body)))
