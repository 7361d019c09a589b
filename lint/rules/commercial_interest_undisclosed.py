from __future__ import annotations

from collections.abc import Iterator

from lint import cues, health, urls
from lint.document import Document, Group, Kind, Span
from lint.patterns import Pattern, Words
from lint.rule import Example, Found, Judges, Severity, Theme, rule
from lint.site import Site
from lint.text import analysis

_OWN = Site(own_brands=("Riverside Plus",), own_domains=("riverside.org",))

_CALLS = Words("us our ours homepage homepages website websites")
_SELLS_US = Pattern(
    r"""\b(?:
      (?:book|schedule|arrange|request|reserve)[ ](?:[\w']+[ ]){0,5}?with[ ]
        (?:us|(?:one[ ]of[ ])?our[ ](?:[\w']+[ ])?(?:ROLES?|team|experts?|clinics?|staff|coaches))
    | (?:join|try|buy|order|shop|choose|purchase|subscribe[ ]to|sign[ ]up[ ](?:for|to)|get)[ ]our
        [ ](?:[\w']+[ ]){0,2}?(?:programmes?|programs?|courses?|plans?|app|products?|supplements?
        |members?|membership|packages?|kits?|store|shop|range|subscription|services?|clinics?
        |therapy|THERAPY|coaching)
    | (?:call|contact|ring|message|email)[ ](?:us|our[ ](?:clinics?|team|office))[ ]
        (?:today|now|(?:to|for|and)[ ](?:[\w']+[ ]){0,3}?(?:book|schedule|arrange|appointments?
        |prices?|consultations?|sessions?|quotes?|sign[ ]up|get[ ]started))
    | our[ ](?:[\w']+[ ]){0,2}?(?:ROLES|experts|team|coaches|clinics?)[ ](?:is|are|stands?)[ ]
        (?:[\w']+[ ]){0,2}?(?:ready|here|waiting|standing[ ]by|available|on[ ]hand)
    )\b"""
)
_HOMEPAGE = Pattern(
    r"\b(?:visit|see|explore|head[ ]to|go[ ]to|check[ ]out)[ ]the[ ]"
    r"(?P<brand>[\w']+(?:[ ][\w']+){0,3}?)[ ](?:home[ ]?pages?|web[ ]?site)\b"
)
_CALL_BEFORE = Pattern(
    r"\b(?:visit|book|call|contact|choose|join|try|shop|buy|order|schedule|register|sign[ ]up"
    r"|learn[ ]more|get[ ]started|switch[ ]to|appointment|available|turn[ ]to)\b[^.!?]{0,60}$"
)
_SELLING = Pattern(
    r"\b(?:book|buy|order|shop|store|pricing|prices?|plans|subscri\w{2,7}|membership|checkout|cart"
    r"|appointments?|consultations?|schedule|sign[ -]?up|get[ -]started|join|trial)\b"
)
_DISCLOSURES = Words(
    "we our this affiliate commission sponsored disclosure disclosures declaration interest "
    "interests advertisement advertorial paid owned"
)
_DISCLOSES = Pattern(
    r"""\b(?:
      we[ ](?:also[ ])?(?:run|own|operate|sell)
    | we[ ](?:may[ ]|also[ ]|can[ ])?(?:earn|receive|get|make)[ ](?:an?[ ]|some[ ])?
        (?:small[ ])?(?:money|commission|fees?|payments?|share)
    | (?:conflicts?|declarations?|statements?|disclosures?)[ ]of[ ](?:financial[ ])?interests?
    | (?:commercial|financial|competing)[ ]interests?
    | affiliate[ ](?:links?|commission)|sponsored|advertisement|advertorial|paid[ ]partnership
    | (?:is|are)[ ](?:our[ ]own|run[ ]by|owned[ ]by|operated[ ]by|provided[ ]by[ ]us)
    | our[ ]own[ ](?:paid[ ])?(?:services?|clinics?|practice|company|products?|shop|store|app)
    )\b
    | ^disclosures?[ ]:"""
)


@rule(
    Severity.INFO,
    theme=Theme.GOVERNANCE,
    source="NHS England: standard for creating health content; FTC Endorsement Guides",
    advice="Say beside it that the service is yours and what it costs, or take the call out.",
    judges=Judges.CLINICAL,
    passes=[
        "We run this clinic. To learn more, visit the Riverside homepage, or ask our team.",
        "Call us if you feel worse.",
        "Our nurses wrote this page. Read our other pages about sleep.",
        "Visit the Mind website to find a group.",
        Example("Ask about it at [Riverside](https://riverside.org/asthma/).", site=_OWN),
        Example("At Riverside Plus, nurses wrote this page.", site=_OWN),
        Example(
            "Disclosure: the shop is ours.\n\n[Buy a mask](https://riverside.org/shop/).", site=_OWN
        ),
    ],
    fails=[
        "For more, ⟦visit the Riverside homepage⟧. We post on our blog page too.",
        "Feel better soon: ⟦book a session with one of our therapists⟧.",
        # only the first is found
        "⟦Our experts are ready⟧ when you are. Call us today.",
        Example("You can [⟦buy a mask⟧](https://www.riverside.org/masks/).", site=_OWN),
        Example("[⟦Masks⟧](https://riverside.org/shop/masks/) help some people.", site=_OWN),
        Example("To feel well, book a visit at ⟦Riverside Plus⟧.", site=_OWN),
    ],
)
def commercial_interest_undisclosed(document: Document, site: Site) -> Found:
    """An article that leads to the publisher's own service says whose service it is.

    Advice that ends at the adviser's own till may be good advice; readers must know to judge. The
    publisher's services are known by `own-domains`, `own-brands` and `publisher` of the
    configuration, by calls such as "book with us", and by a home page that is named where the text
    says "our". The first call without a disclosure anywhere in the article is found.
    """
    found = next(_calls(document, site), None)
    if found is not None and not _discloses(document):
        yield found, f"“{found.quote[:60]}” leads to the publisher's own service; nothing says so."


def _calls(document: Document, site: Site) -> Iterator[Span]:
    yield from _links(document, site)
    for line in health.lines_with(document, _CALLS):
        if line.block.inside(Group.QUOTE, Group.STORY, Group.SOURCES):
            continue
        sold = _SELLS_US.search(line.text)
        if sold is not None and not cues.negated(line, sold.start()):
            yield line.span(*sold.span())
        home = _HOMEPAGE.search(line.text)
        if home is not None and _says_our(line.block.words):
            yield line.span(*home.span())
    yield from _named(document, site)


def _links(document: Document, site: Site) -> Iterator[Span]:
    """Links to the publisher's own domain whose words or address sell something."""
    if not site.own_domains:
        return
    for block in document.body:
        for link in block.links:
            address = urls.parts(urls.web_address(link.href or "") or "")
            host = (address.hostname or "").removeprefix("www.") if address else ""
            if address and any(host == own or host.endswith(f".{own}") for own in site.own_domains):
                where = block.link_span(link)
                if _SELLING.search(where.words.lower()) or _SELLING.search(address.path.lower()):
                    yield where


def _named(document: Document, site: Site) -> Iterator[Span]:
    """The publisher's names where a sentence sends the reader there."""
    names = [name for name in (site.publisher.strip(), *site.own_brands) if name]
    for block in document.body if names else ():
        if block.kind is Kind.SOURCE or block.inside(Group.QUOTE, Group.STORY):
            continue
        for name in names:
            at = block.words.find(name)
            sentence = analysis(document).at(block, at) if at >= 0 else None
            if sentence is not None:
                before = block.words[sentence.start : at].lower()[-100:]
                if _CALL_BEFORE.search(before):
                    yield block.span(at, at + len(name))


def _says_our(words: str) -> bool:
    return any(f" {own} " in words for own in ("our", "ours", "we", "us"))


def _discloses(document: Document) -> bool:
    return any(_DISCLOSES.search(line.text) for line in health.lines_with(document, _DISCLOSURES))
