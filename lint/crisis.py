"""Where people turn in a crisis, by country, and whether a document says so.

Numbers change, so they stand in this one table. They are widely published, but nobody has checked
them one by one: before the table grows or a line moves, look at the line's own page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from lint import cues, health
from lint.document import Block, Document, DocumentKind, Group, Kind
from lint.health import Line
from lint.patterns import Pattern, Words


@dataclass(frozen=True)
class Routes:
    """A country's numbers (digits only), sites that open a chat or a call, and lines known by name.

    `suggestion` is what to write, `poison` what is a route for an overdose alone.
    """

    numbers: frozenset[str]
    hosts: frozenset[str]
    suggestion: str
    names: frozenset[str] = frozenset()
    poison: frozenset[str] = frozenset()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


COUNTRIES: Mapping[str, Routes] = MappingProxyType(
    {
        "US": Routes(
            _set("988 911 741741 18002738255 838255 18664887386 678678"),
            _set(
                "988lifeline.org suicidepreventionlifeline.org crisistextline.org "
                "veteranscrisisline.net thetrevorproject.org"
            ),
            "Call or text 988 at any time. If a life is in danger, call 911.",
            poison=_set("18002221222"),
        ),
        "CA": Routes(
            _set("988 911 686868 18334564566 18006686868"),
            _set("988.ca kidshelpphone.ca"),
            "Call or text 988 at any time. If a life is in danger, call 911.",
            poison=_set("18447647669"),
        ),
        "GB": Routes(
            _set(
                "999 112 111 116123 85258 08001111 08000684141 88247 0800585858 0800838587 "
                "0800132737 08088088000"
            ),
            _set(
                "samaritans.org giveusashout.org 111.nhs.uk papyrus-uk.org thecalmzone.net "
                "childline.org.uk"
            ),
            "Call Samaritans free on 116 123 at any time. If a life is in danger, call 999.",
            names=frozenset({"samaritans", "nhs 24"}),
        ),
        "IE": Routes(
            _set("999 112 116123 50808 1800247247"),
            _set("samaritans.org samaritans.ie textaboutit.ie pieta.ie"),
            "Call Samaritans free on 116 123 at any time. If a life is in danger, call 112 or 999.",
            names=_set("samaritans"),
            poison=_set("018092166"),
        ),
        "AU": Routes(
            _set("000 131114 1300659467 1800551800 0477131114 1300224636"),
            _set(
                "lifeline.org.au suicidecallbackservice.org.au kidshelpline.com.au "
                "beyondblue.org.au"
            ),
            "Call Lifeline on 13 11 14 at any time. If a life is in danger, call 000.",
            poison=_set("131126"),
        ),
        "NZ": Routes(
            _set("111 1737 0800543354 0508828865"),
            _set("1737.org.nz lifeline.org.nz"),
            "Call or text 1737 at any time. If a life is in danger, call 111.",
            poison=_set("0800764766"),
        ),
        "IN": Routes(
            _set("112 14416 18008914416"),
            _set("telemanas.mohfw.gov.in"),
            "Call Tele-MANAS on 14416 at any time. If a life is in danger, call 112.",
        ),
        "ZA": Routes(
            _set("10111 112 0800567567"),
            _set("sadag.org"),
            "Call the Suicide Crisis Helpline on 0800 567 567. If a life is in danger, call 112.",
        ),
    }
)


def _pattern(source: str) -> Pattern:
    """A pattern in which a space is a space."""
    return Pattern(source, re.NOFLAG)


_RUN = _pattern(r"\d+(?: (?:\( |\) )?\d+){0,7}")
_CONTACT = (
    r"(?:call|text|dial|phone|ring|contact|message|freephone|telephone|calling|texting|dialling"
    r"|dialing|phoning|ringing|messaging|reach|tel|press|sms|whatsapp|try)"
)
_KEEP = (
    r"(?:put|save|add|store|keep|program|programme|use|using|remember|memori[sz]e|share|know|have"
    r"|need|tap|enter|type|write down|choose|find|learn|there 's|there is)"
)
_BEFORE_NUMBER = _pattern(
    rf"\b{_CONTACT}\b(?: [\w']+| [,():\u2014]){{0,9}} $"
    r"|\b(?:samaritans|lifeline|helpline|hotline|hopeline|childline|papyrus|line|shout|NAME"
    r"|number|emergency|nhs)(?: (?:is"
    r"|are|there|open|free|day|and|night|all|always|for|you|24|hours|listening|available"
    r"|here)){0,8}(?: on| at| is| \(| :| ,| \u2014)* $"
    r"|^(?:[\w']+ ){0,4}[:\u2014] $|^$"
)
_LISTENS = _pattern(
    r"\b(?:ROLES?|counsel+ors?|volunteers?|someone|somebody|listener|trained \w+) (?:at|from"
    r"|on) (?:the )?$"
    r"|\b(?:talk|speak|talking|speaking) (?:to|with) $|\b(?:suicide|crisis|hurting yourself"
    r"|self harm) [:\u2014] $"
)
_PLACE_AFTER = _pattern(
    r" (?:[\w']+ ){0,2}?(?:street|road|avenue|lane|drive|place|people|patients|adults|men|women)\b"
)
_KEPT = _pattern(rf"\b{_KEEP}(?: (?!of|in|about|over|nearly|page|room)[\w']+){{0,4}} $")
_NO_NUMBER_BEFORE = _pattern(
    r"\b(?:room|flat|house|ward|bus|page|form|room number|ref(?:erence)?|extension|in|of|about"
    r"|over|nearly) (?:number |no )?(?:is )?$"
)
_NO_NUMBER_AFTER = _pattern(
    r"^ (?:people|adults|men|women|patients|cases|participants|children|respondents|teenagers"
    r"|of|%|calls|times|words"
    r"|days|years|visitors|steps|deaths|members|staff|students|attacks?|miles|was launched"
    r"|line was)\b"
)
_NUMBER_ITSELF = _pattern(
    r"^(?=$| [,;:)!?\u2014]| (?:is|'s|works|offers|connects|can|will|and|or|by|at|any|anytime|now"
    r"|today|day|around|if|when|whenever|before|too|also|for|on|as|so|to|with|from|whether|lifeline"
    r"|in (?:your|their|his|her|my|the|an|a) (?:phone|phones|mobile|contacts|wallet|address|speed"
    r"|emergency|crisis|favou?rites))\b)"
)
"""After these the digits are a number to call, and count nothing."""
_IS_THERE = _pattern(
    r"^ (?:lifeline )?(?:is|'s) (?:[\w']+ ){0,2}?(?:there|here|open|free|available|answered|staffed"
    r"|confidential|the number|a free|for (?:you|anyone|everyone))\b"
)
_PAST = _pattern(
    r"\b(?:called|rang|texted|dialled|dialed|phoned|was|were|launched|answered|received|took)\b"
)
_INVITES = _pattern(rf"\b{_CONTACT}\b")
_NO_DELAY = _pattern(
    r"\b(?:hesitate|wait|delay|afraid|scared|worry|need permission|be shy|put off)\b"
)
_ANOTHER_THING = _pattern(r" (?:and|but) (?:then |please |always )?$")
_LINK = 16
_EMERGENCY = _pattern(
    r"\b(?:go|get|getting|going|take (?:[\w']+ ){0,2}?[\w']+|come|walk|head"
    r"|straight) (?:[\w']+ ){0,3}?to (?:[\w']+ ){0,4}?"
    r"(?:emergency (?:department|room|ward)|a and e|accident and emergency|er|casualty|ed)\b"
    r"|\b(?:call|ring|phone|dial|contact|get|calling) (?:[\w']+ ){0,3}?(?:ambulance"
    r"|emergency services|emergency number|emergency medical services)\b"
    r"|\b(?:call|ring|phone|contact|attend|visit) (?:[\w']+ ){0,5}?(?:casualty|a and e|accident and"
    r" emergency|emergency (?:department|room|ward))\b"
    r"|\b(?:call|get|getting|seek) (?:for )?emergency (?:medical )?(?:help|care"
    r"|treatment|assistance|attention)\b"
)
_POISON_LINE = _pattern(
    rf"\b{_CONTACT}(?: [\w']+){{0,4}} (?:poisons? (?:control|information|help|cent\w+|line)\b|NAME)"
)
_EMERGENCY_WORDS = _set("emergency e er casualty ed ambulance")
_WORDS = Words(
    """
    0* 1* 2* 3* 4* 5* 6* 7* 8* 9* samaritans poison* ambulance emergency er ed casualty accident e
    """
)
_UNMISTAKABLE = 8
_UNMISTAKABLE_AFTER_NAME = 6
"""From so many digits on, the number of a crisis line is nothing else."""

_UNREAD = frozenset({Kind.DESCRIPTION, Kind.META, Kind.IMAGE, Kind.SOURCE, Kind.CODE})


def country(document: Document) -> str:
    """The document's country as two capitals, or "" where its locale names none."""
    parts = document.locale.split("-")
    return parts[-1].upper() if len(parts) > 1 else ""


def routes(document: Document) -> Routes | None:
    """What counts in the document's country, or None where no table says."""
    return COUNTRIES.get(country(document))


def has_route(document: Document, *, overdose_only: bool = False) -> bool:
    """Whether a reader of the document's country learns whom to call.

    With `overdose_only` the poison line is enough. Where the country has no table of its own, any
    country's route counts.
    """
    own = routes(document)
    tables = (own,) if own is not None else tuple(COUNTRIES.values())
    return any(offers(document, table, overdose_only=overdose_only) for table in tables)


def unread_resources(document: Document) -> Iterator[Block]:
    """Crisis resources that were chosen but could not be looked up."""
    for block in document.body:
        if block.references and block.inside(Group.CRISIS) and not block.words.strip():
            yield block


def offers(document: Document, table: Routes, *, overdose_only: bool = False) -> bool:
    """Whether the document gives a route of `table`."""
    numbers = table.numbers | table.poison if overdose_only else table.numbers
    for block in document.blocks:
        if not block.links or not _is_read(block):
            continue
        if any(_is_route(link.href or "", numbers, table.hosts) for link in block.links):
            return True
    library = document.kind is DocumentKind.LIBRARY
    for line in health.lines_with(document, _WORDS):
        if _is_read(line.block):
            listed = library or line.block.inside(Group.CRISIS) is not None
            if _names_route(line, numbers, table.names, listed=listed):
                return True
            if overdose_only and table.poison and _names_poison_line(line):
                return True
    return False


def _is_read(block: Block) -> bool:
    """Whether readers see the block, as the page's own words."""
    return block.kind not in _UNREAD and not block.inside(Group.SOURCES, Group.QUOTE, Group.VIDEO)


def _is_route(href: str, numbers: frozenset[str], hosts: frozenset[str]) -> bool:
    scheme, _, rest = href.partition(":")
    if scheme.lower() in ("tel", "sms"):
        return _plain(re.sub(r"\D", "", rest.split("?")[0]), numbers)
    lowered = href.lower()
    if not any(host in lowered for host in hosts):
        return False
    try:
        host = urlsplit(href).hostname or ""
    except ValueError:
        return False
    parts = host.split(".")
    return any(".".join(parts[first:]) in hosts for first in range(len(parts)))


def _plain(digits: str, numbers: frozenset[str]) -> bool:
    """Whether these digits are a route, with or without the trunk or country code."""
    return bool(digits) and (
        digits in numbers
        or f"1{digits}" in numbers
        or (digits.startswith("44") and (digits[2:] in numbers or f"0{digits[2:]}" in numbers))
    )


def _names_route(
    line: Line, numbers: frozenset[str], names: frozenset[str], *, listed: bool
) -> bool:
    text = line.text
    spelt = text.replace("273 talk", "273 8255")
    for run in _RUN.finditer(spelt):
        for start, end in _parts(run):
            digits = re.sub(r"\D", "", spelt[start:end])
            if not _plain(digits, numbers):
                continue
            if listed or _is_offered(line, start, end):
                return True
    for name in names:
        if name not in text:
            continue
        found = re.search(
            rf"\b(?:{_CONTACT}|touch with)(?: [\w']+){{0,4}} {name}\b"
            rf"|\b(?:talk|speak|turn|reach out|write) to (?:the )?{name}\b"
            rf"|\b{name} (?:is|are) (?:[\w']+ ){{0,2}}?(?:there|here|open|available) (?:for|day|all"
            r"|24|every|at|round|around)\b",
            text,
        )
        if found and not cues.negated(line, found.start()):
            return True
    if _EMERGENCY_WORDS.isdisjoint(text.split(" ")):
        return False
    emergency = _EMERGENCY.search(text)
    return bool(emergency and not cues.negated(line, emergency.start()))


def _names_poison_line(line: Line) -> bool:
    """Whether readers are told to call the poison line, even if by its name alone."""
    found = _POISON_LINE.search(line.text)
    if found is None or cues.negated(line, found.start()):
        return False
    named = found.group().endswith(health.NAME)
    return not named or any(
        term.end == found.end() and "poison" in term.words for term in line.terms
    )


def _parts(run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Every stretch of whole groups of digits in `run`, longest first."""
    groups = [(found.start(), found.end()) for found in re.finditer(r"\d+", run.group())]
    for size in range(len(groups), 0, -1):
        for first in range(len(groups) - size + 1):
            yield (
                run.start() + groups[first][0],
                run.start() + groups[first + size - 1][1],
            )


def _is_offered(line: Line, start: int, end: int) -> bool:
    """Whether the number at `start` is given for the reader to call, not counted or told of."""
    text = line.text
    before, after = text[max(0, start - cues.REACH) : start], text[end : end + cues.REACH]
    if _NO_NUMBER_AFTER.search(after) or _NO_NUMBER_BEFORE.search(before):
        return False
    invited = _INVITES.search(before)
    if not invited and _PAST.search(text[max(0, start - cues.REACH) : end + cues.REACH]):
        return False
    verb = max(0, start - cues.REACH) + invited.start() if invited else start
    begun = _ANOTHER_THING.search(text, max(0, verb - _LINK), verb)
    if cues.negated(line, verb) and not begun and not _NO_DELAY.search(before):
        return False
    named = re.search(r"\b(?:NAME|samaritans|lifeline|helpline|hotline)\b", before) is not None
    if len(re.sub(r"\D", "", text[start:end])) >= (
        _UNMISTAKABLE_AFTER_NAME if named else _UNMISTAKABLE
    ):
        return True
    if _IS_THERE.search(after):
        return True
    if _LISTENS.search(before) and not _PLACE_AFTER.match(after):
        return True
    if _KEPT.search(before) and _NUMBER_ITSELF.search(after):
        return True
    if _BEFORE_NUMBER.search(before):
        return bool(before.strip()) or bool(
            re.match(r" (?:NAME|suicide|crisis|[(:\u2014,]|is|$)|$", after)
        )
    return bool(re.match(r" (?:NAME|suicide and crisis|crisis line|lifeline)", after))
