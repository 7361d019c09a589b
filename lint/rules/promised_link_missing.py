from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from lint import health
from lint.document import Block, Document, Group, Kind, Span
from lint.patterns import Pattern, Words
from lint.rule import Found, Severity, Theme, rule
from lint.text import Sentence, analysis


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ONLINE_WORDS = _set(
    """
    website websites web site sites home homepage homepages page pages webpage webpages blog blogs
    portal online landing contact faq faqs app directory newsletter resource
    """
)
_WRITTEN_WORDS = _set(
    """
    guide guides article articles post posts fact factsheet factsheets sheet toolkit toolkits video
    videos podcast podcasts explainer explainers web webpage webpages infographic infographics blog
    blogs newsletter newsletters factfile factfiles handout handouts brochure brochures hub hubs
    handbook handbooks
    """
)
_GAP = (
    r"(?:(?!(?:with|from|to|of|and|or|by|in|on|at|about|your|who|that|is|are)\b)[\w'&.-]+\s){0,4}?"
)
_ONLINE = (
    r"(?:web\s?sites?|home\s?page|web\s?page|blog(?:\s(?:page|post|article|section|series))?s?|portal"
    r"|online\s\w+|landing\spage|contact\spage|faqs?(?:\spage)?|web\sapp|directory|newsletter"
    r"|resource\s(?:page|cent(?:er|re)|hub|library))"
)
_DOCUMENT = (
    r"(?:guides?|pages?|articles?|posts?|blogs?|sites?|resources?|fact\s?sheets?|brochures?|handouts?"
    r"|toolkits?|videos?|podcasts?|episodes?|quiz(?:zes)?|checklists?|worksheets?|downloads?"
    r"|infographics?|calculators?|e-?books?|webinars?|workbooks?|overviews?|explainers?|leaflets?"
    r"|hubs?|planners?|templates?|timetables?|librar(?:y|ies)\sof\s\w+|collections?\sof\s\w+"
    r"|booklets?|lists?\sof\s\w+|tips?\ssheets?|stories)"
)
_WRITTEN = (
    r"(?:guides?|articles?|(?:blog\s)?posts?|fact\s?sheets?|toolkits?|videos?|podcasts?|explainers?"
    r"|web\s?pages?|infographics?|blogs?|newsletters?|factfiles?|handouts?|brochures?|hubs?|handbooks?)"
)
_OPEN = (
    r"(?:check\sout|see|read|visit|explore|browse|view|watch|download|open|use|try|take|complete"
    r"|go\s(?:to|through)|head\s(?:over\s)?to|(?:take|have)\sa\slook\sat|look\s(?:at|through)|refer\sto"
    r"|consult|click\son|follow|jump\sto|(?:hop|pop|go|click)\s(?:over|through|across)\sto|grab"
    r"|get|print(?:\s(?:off|out))?|dip\sinto|work\sthrough|(?:have|take)\sa\s(?:read\sof|peek\sat|browse\sof)"
    r"|catch\sup\s(?:on|with)|check|share|request|save|search|order|join|start\swith"
    r"|fill\sin|listen\sto|sign\sup\s(?:to|for)|subscribe\sto|find)"
)
_SEEK = (
    r"(?:hear|watch|listen|share|compare|download|meet|test|explore|find"
    r"|discover|learn|read|see|get|browse|book|order|register|sign\sup|check|look)"
)
_BEGIN = (
    r"(?:^[\"'(*-]?\s?|[,;:\u2013\u2014(]\s?|\b(?:and|or|then|please|also|just|simply|can|could|may|might"
    r"|should|must|now|to|do|will|always|instead|first|next)\s|'ll\s)"
)
_OUR = r"(?:these|our|ours|my|the\sfollowing)"
_ABOUT = r"\s(?:on|about|to|called|titled|for|explaining|covering|with)\s"
_MORE = (
    r"(?:(?:learn|read|see|find\sout|discover|find|get)\smore|(?:more|further|additional|full)\s"
    r"(?:information|info|details?|advice|help|resources?|insights?|tips?|guidance|reading))"
)
_NAME = r"(?:[A-Z][\w'&-]*(?:\s(?:of|for|the|and|in)(?=\s[A-Z])|\s(?=[A-Z])|\b)){1,6}"
_DOMAIN = r"(?:[\w-]+\.){1,3}(?:com|org|net|gov|edu|info|uk|us|eu|io|health)\b"
_NO_SITE = (
    r"(?!(?i:(?:your|the)\b|dr\b|doctor|professor|nurse|a&e|er\b|table|figure|box|chapter|section|part"
    r"|appendix|step|[^.]{0,40}\b(?:hospital|clinic|surgery|pharmacy|department|emergency)))"
)

_NO_BODY = (
    r"(?!,?\s(?:just|below|above|under|over|near|on\s(?:your|the)|with|gently|firmly|lightly|between"
    r"|behind|in\sfront|a\s(?:few|little)|and\s(?:feel|listen|hold)|while|twice|bone|part|spot|point|area))"
)
_FACTS = (
    r"details|information|info|dates|times|prices|forms?|leaflets?|recipes|exercises|videos?|timetables?"
    r"|schedules?|addresses|guidance|resources|recordings?|slides|advice|instructions|contact\snumbers"
    r"|the\s(?:full\s)?list|a\s(?:full\s)?list|guides?|tips"
)

_BEGUN = Pattern(rf"{_BEGIN}$")
_LONGEST_BEGINNING = 12
_SENT = (
    # Words of which a sentence must hold one, and how a clause that begins so promises a page.
    (
        _set("our ours my these following this"),
        rf"""(?:{_OPEN}\s(?:(?:(?:all|one|some|any|more|most|others?|another|(?:the\s)?rest|each)
          \s(?:of\s)?)?{_OUR}\s{_GAP}(?:{_ONLINE}|{_DOCUMENT})\b
        | this\s{_GAP}{_DOCUMENT}\b
          (?!\s(?:again|regularly|often|carefully|slowly|before|first|through|aloud|together|with
          |at|as\s|and|while|if|when|every|each|in\s(?:a|the)\s(?:quiet|safe)))))""",
    ),
    (
        _ONLINE_WORDS,
        # "this portal's tools" are at hand
        rf"""(?:{_OPEN}\s(?!this\s(?:[\w-]+\s){{0,3}}?[\w-]+'s\s)
        (?:(?:the|their|its)\s)?{_GAP}{_ONLINE}\b)""",
    ),
    (
        _WRITTEN_WORDS | _set("page leaflet section booklet"),
        rf"""(?:{_OPEN}\s(?:the\s{_GAP}{_WRITTEN}(?={_ABOUT})
        | (?:the|a)\s(?:page|leaflet|section|booklet|guide|video)\s(?:on|about)\s(?!your\b)\w+))""",
    ),
    (
        _set("video videos podcast podcasts webinar webinars episode episodes fact quiz factsheet"),
        rf"""(?:(?:watch|hear|listen|see|find\sout|learn)\s(?:[\w'-]+\s){{0,5}}?
        in\s(?:this|our|these)\s
        {_GAP}(?:videos?|podcasts?|webinars?|episodes?|fact\s?sheets?|quiz)\b)""",
    ),
    (
        _set("here"),
        r"""(?:
        (?:register|apply|sign\sup|enrol|enroll|subscribe|donate|book|order|join|go|see|look|start
          |details|download|info|information|more)\s(?:(?:now|online|today|it|them|this)\s)?here
          (?=[.!,:;]|$|\s(?:to|for)\s)
        | (?:download|access|view|read|find|get)\s(?:[\w'-]+\s){1,6}?here
          (?=[.:,;!]|$|\s(?:to|for)\s)
        )""",
    ),
    (
        _set("more"),
        rf"""(?:(?:read|find\sout|learn)\smore(?=[.!:]|$)
        | (?:read|find\sout)\smore\s(?:about|on)\s(?!your\b)\w+
        | more\s(?:on|about)\s(?:[\w'-]+\s){{1,4}}?(?:in|on)
          \s(?:our|the|this)\s{_GAP}(?:{_ONLINE}|{_WRITTEN}))""",
    ),
    (
        _set("our"),
        rf"""(?:our\s{_GAP}(?:{_ONLINE}|{_WRITTEN}|page|booklet|leaflet)
        \s(?:(?:to|on|about|for)\s(?:[\w'-]+\s){{1,5}}?)?
        (?:explains?|shows?|covers?|walks|takes|lists?|answers|sets\sout|describes|tells|has|gives
        |goes)\b
        | (?:get|download|install|open|try)\sour\s(?:\w+\s)?app\b)""",
    ),
    (
        _set("we we've"),
        rf"""(?:we(?:'ve|\shave)\s(?:also\s)?
        (?:(?:got|written|made|put\stogether|recorded|published|prepared)\s)?
        (?:a|an|some|another|several)\s{_GAP}{_WRITTEN}(?={_ABOUT}))""",
    ),
    (
        _set("app"),
        r"(?:(?:get|download|install|open|try)\sthe\s(?:\w+\s)?app\b)",
    ),
    (
        _ONLINE_WORDS | _WRITTEN_WORDS | _set("page site"),
        rf"""(?:{_SEEK}\s(?:(?!your\b)[\w'-]+\s){{0,6}}?
        (?:on|at|in|from|through|via)\s(?:(?:ours?|the|their|its)\s{_GAP}{_ONLINE}
        |ours?\s{_GAP}(?:page|site|{_WRITTEN}))\b)""",
    ),
    (
        _set("here this link button banner image"),
        rf"""(?:(?:click|tap|press|hit)\s(?:on\s)?(?:here{_NO_BODY}
        |this{_NO_BODY}(?!\s\w+\s(?:with|of))
        |(?:the|our)\s(?:\w+\s)?(?:link|button|banner|image))\b)""",
    ),
    (
        _set("link links"),
        r"""(?:follow\s(?:this|the|these)\slinks?\b
        | (?:see|use|visit|check|open)\s(?:the|these|this)\slinks?
          (?=\s(?:below|above|here)|[.:,;!]|$))""",
    ),
)
_ALSO_SENT = (
    # The same, wherever it stands.
    (
        _set("here here's"),
        rf"""(?:{_MORE}\s(?:(?!your\b)[\w'-]+\s){{0,6}}?here\b(?!\s\w)
        | (?:click|tap)\shere\b{_NO_BODY}
        | (?:here's|here\sis|here\sare)\s(?:our|a|the)\s{_GAP}{_WRITTEN}(?={_ABOUT}))""",
    ),
    (
        _set("link links url button"),
        r"""(?:(?<!look\s)(?<!looks\s)(?<!looked\s)(?<!looking\s)
        (?:at|via|through|using|with|from|by)\s
          (?:this|the\sfollowing|these)\s(?:web\s?|online\s)?(?:links?|url)\b
          (?!\s(?:between|with|to|in|is|was)\b)
        | (?:via|at|through|using|use|following|follow)\sthe\slinks?(?=[.,;!]|$)
        | (?:see|use|follow|try|open|click|press)\s(?:on\s)?(?:the|these|our)\s(?:links?|button)
          \s(?:at\sthe\s(?:end|bottom|foot|top)|below|above|opposite|on\sthe\s(?:right|left))
        | the\s(?:links?|button)\s(?:below|above|here)\b
        | links\sto\s(?:[\w'-]+\s){1,6}?(?:is|are)\s(?:below|above|here|at\sthe)
        | this\slink\s(?:takes|leads|goes|opens|explains|will\stake|tells)\b
        | (?:see|in|at|via|use|using|through)\sthe\slinks?\s(?:below|above|here)\b)""",
    ),
    (
        _set("our"),
        rf"""(?:(?:explained|described|listed|set\sout|covered|shown|answered|all)\s
        (?:in\s(?:full|detail)\s)?(?:in|on)\sour\s{_GAP}(?:{_ONLINE}|{_WRITTEN})
        | our\s{_GAP}(?:{_ONLINE}|{_WRITTEN})\s(?:has|have|gives|give|holds|offers|goes\sinto)
          \s(?:much\s|lots\s|far\s|plenty\s)?more\b)""",
    ),
    (
        _set("also"),
        rf"(?:see\salso:?\s(?:our|the)\s{_GAP}{_DOCUMENT}\b)",
    ),
    (
        _ONLINE_WORDS,
        rf"""(?:(?:{_FACTS})\b[^.,;:!?]{{0,60}}?\s
        (?:is|are|can\sbe|may\sbe)\s(?:(?:all|also|listed|posted|given|published
        |set\sout|shown|kept|downloaded|read|found|available|viewed|booked|ordered|up)\s){{0,3}}
        (?:on|at|in|via|from|through)\s(?:our|the|their|its)\s{_GAP}{_ONLINE})""",
    ),
    (
        _ONLINE_WORDS | _WRITTEN_WORDS,
        rf"""(?:(?:there\sis|there's|there\sare|has|have)\s
        (?:(?:plenty|lots|much|a\slot|even)\s)?more
        \s[^.,;:!?]{{0,40}}?
        (?:on|in|at)\s(?:our|the|their|its)\s{_GAP}(?:{_ONLINE}|{_WRITTEN}))""",
    ),
    (
        _set("available found"),
        rf"""(?:{_MORE}\s(?:[\w'-]+\s){{0,4}}?(?:(?:is|are|can\sbe)\s)?(?:available|found)\s
        (?:online|here|(?:on|at|in|from)\s(?:our|the|their|its)\s{_GAP}{_ONLINE}))""",
    ),
)
PROMISES = (
    *((words, Pattern(source), True) for words, source in _SENT),
    *((words, Pattern(source), False) for words, source in _ALSO_SENT),
)
_FURTHER = Pattern(_MORE)
NAMED_SITE = Pattern(
    rf"""(?P<cue>(?i:{_MORE})\s(?:(?!your\b)[\w'-]+\s){{0,6}}?(?:at|from|on|via)\s
        (?:{_DOMAIN}|{_NO_SITE}{_NAME}(?=[.!]?$|,|\sfor\s|\sto\s))
    | (?i:{_MORE})[^.;!?]{{0,60}}?[,:]\s(?:please\s)?(?i:visit|go\sto|head\sto|check\sout)\s
        (?:{_DOMAIN}|{_NO_SITE}(?:the\s)?{_NAME}))"""
)
_VISITING = Pattern(r"(?:visit|go\sto|head\sto|check\sout)\s")
VISITED_SITE = Pattern(
    rf"""(?P<cue>(?i:visit|go\sto|head\sto|check\sout)\s(?:(?:www\.)?{_DOMAIN}
        |{_NO_SITE}(?:the\s)?{_NAME}(?=\s(?:for|to)\s(?:get\s|find\s)?{_MORE})))"""
)
_LETTERS = Pattern("[a-z]+(?:'[a-z]+)?")
_OF_MORE = ("ead more", "ind out more", "earn more", "iscover more")
_WORDS = Words(
    """
    website* web homepage* page pages webpage* blog* portal online landing faq* app directory
    newsletter* resource* guide* article* post posts site sites fact factsheet* brochure* handout*
    toolkit* video* podcast* episode* quiz* checklist* worksheet* download* infographic* calculator*
    ebook* book books webinar* workbook* overview* explainer* leaflet* hub hubs planner* template*
    timetable* librar* collection* booklet* list lists tip tips story stories factfile* handbook*
    here here's link links url button banner image information info details
    further additional visit com org net gov edu www we've
    """
)
_SMALL = r"(?:a|an|the|to|of|or|and|for|in|on|with|your)"
TITLE = Pattern(
    r"\s(?:on|about|to|for|called|titled)\s[\"']?[A-Z][\w'-]*"
    rf"(?:\s(?:[A-Z][\w'-]*|{_SMALL}(?=(?:\s{_SMALL})?\s[A-Z])))*[\"']?"
)
FORBIDS = Pattern(
    r"\b(?:not|never|avoid|without|stop|instead\sof|rather\sthan|don't|nobody|no\sone)(?:\s\w+){0,2}\s$",
    re.IGNORECASE | re.VERBOSE,
)
AT_HAND = Pattern(
    r"\s(?:\w+\s){0,3}?(?:in\s(?:the|your|each|every)\s(?:\w+\s)?(?:box|pack|packet|package|bag|carton|envelope)"
    r"|(?:that|which)\s(?:comes|came)|from\syour|(?:that\s)?you\s(?:were|have\sbeen)\sgiven"
    r"|(?:that\s)?your\s|inside|supplied|provided\swith|overleaf|below|above)",
    re.IGNORECASE | re.VERBOSE,
)
_FURTHER_DOWN = Pattern(
    r"[^.;!?]{0,120}\b(?:below|further\sdown|in\sthis\ssection|on\sthe\snext\spages?)[.)]*$"
)
_HOW = Pattern(r"\b(?:how|where|when|whether|what|who)\sto\s$")
"""What one finds out: how to sign up."""

_ASK = Pattern(
    r"[^.;!?]{0,120}?,\s(?:please\s|you\scan\s|just\s)?(?:talk|speak|ask|call|ring|contact|phone"
    r"|telephone|e-?mail|write|text|dial)\b"
)
_PURPOSE = Pattern(
    r"(?:^|[,;:]\s)(?:to|if\syou(?:'d\s|\swould\s)(?:like|want)\sto|if\syou\swant\sto)\s$"
)
"""To find out more about it, ask your nurse."""

_ABOUT_IT = Pattern(r"(?:\s(?:about|on)\s)?(?P<object>[^.;:!?]{0,80})")
_NAMING = Pattern(r"[a-z]{3,}(?:'[a-z]+)?")
_NO_NAME = _set("our the your this that these about and for how what get more")
_MOSTLY = 0.6
"""How much of what follows a link must take to be the one that was promised."""

SILENT_KINDS = frozenset(
    {Kind.CODE, Kind.SOURCE, Kind.LABEL, Kind.IMAGE, Kind.TRANSCRIPT, Kind.HEADING}
)


@rule(
    Severity.WARNING,
    theme=Theme.LINKS,
    source="WCAG 2.2 SC 2.4.4; articles as authors send them",
    advice="Link the words to the page they promise, or take the promise out.",
    passes=[
        "Check out [our guide to better sleep](https://riverside.org/sleep).",
        "Read the leaflet that comes with your cream, and see your nurse.",
        "Visit your GP, the walk-in centre or St Anne's Hospital.",
        "Read this page again when you feel calmer.",
        "Before you visit our website, you may want to talk to a friend.",
        "Never click on the links in such messages.",
        "We checked every article on our blog last spring.",
        "Learn more about your triggers, one at a time.",
        "Read these guides:\n\n- [Sleep](https://riverside.org/sleep)",
        "Labels such as \u201cclick here\u201d help nobody.",
        "Use the inhaler, then follow the list in the box.",
        "Explore the topic with your therapist.",
        "Tap here, just under the collarbone.",
        "Details are in the letter that we sent you.",
        "Visit our website to see the map. [See the map](https://riverside.org/map).",
        "Read our guide to sleep.<br>[Sleep well](https://riverside.org/sleep)",
        "Find out more about how to use the clinic below.",
        "# Eye care\n\nFind out more about our eye care.\n\n## Glasses\n\nWe make them.",
        "Find out how to sign up for our newsletter.",
        "To find out more about the trial, talk to your nurse.",
        "You can use this portal's tools at home.",
    ],
    fails=[
        "If you cannot sleep, ⟦check out this guide to Calmer Evenings and a Deep Sleep⟧.",
        "To book, ⟦visit the Riverside homepage⟧.",
        "You can ⟦find more tips on our blog⟧.",
        "For opening times, ⟦click here⟧.",
        "⟦Learn more at Riverside Trust⟧.",
        "Further details are in the post, and ⟦more information is available online⟧.",
        "⟦Read our fact sheet⟧ and ring us.",
        "The ⟦dates are on our website⟧.",
        "For ⟦more help, visit riverside.org⟧ at any time.",
        "⟦Visit our website⟧ to see the map. Or ring [the desk](tel:+15550100) and ask.",
        "⟦Read our guide⟧ to sleep. Most people wake at night, as [a nurse](/ann) will tell you.",
    ],
)
def promised_link_missing(document: Document) -> Found:
    """Words that send the reader to another page link to it.

    "Check out our guide" without a link leaves the reader to search for it. Authors write such
    words in a text file and mean to add the link later. A promise counts where the sentence has no
    link and sends the reader to something on the web, not to a doctor or a leaflet in a box. A
    link that stands on its own right after the sentence keeps it; so does the page itself, where it
    says "below" or its first words promise what its title names.
    """
    for sentence in _inviting(document):
        block = sentence.block
        if block.kind in SILENT_KINDS or block.inside(Group.QUOTE, Group.STORY):
            continue
        promises = list(_promises(sentence))
        if not promises or _is_linked(document, sentence) or _is_kept(document, sentence):
            continue
        for start, end in promises:
            where = sentence.part(start, end)
            if _is_here(document, sentence, start, end):
                continue
            if not analysis(document).quoted(where):
                yield where, f'"{where.quote[:80]}" promises a page, and there is no link.'


def _inviting(document: Document) -> Iterator[Sentence]:
    """The sentences that hold a word of a promise."""
    found: set[Sentence] = set()
    for line in health.lines_with(document, _WORDS):
        found.add(line.sentence)
        yield line.sentence
    for block in document.blocks:
        if "more" in block.words and any(letters in block.words for letters in _OF_MORE):
            for sentence in analysis(document).of(block):
                if sentence not in found and "more" in sentence.words:
                    yield sentence


def _is_linked(document: Document, sentence: Sentence) -> bool:
    """Whether a link touches the sentence."""
    spans = document.derived(_link_spans).get(sentence.block, ())
    # Links do not overlap, so the last one to begin in time is the one to end last.
    last = bisect_right(spans, sentence.end, key=lambda span: span.start) - 1
    return last >= 0 and spans[last].end >= sentence.start


def _link_spans(document: Document) -> Mapping[Block, Sequence[Span]]:
    """The links of each block that has some, in order."""
    return {
        block: sorted(map(block.link_span, block.links), key=lambda span: span.start)
        for block in document.blocks
        if block.links
    }


def _is_kept(document: Document, sentence: Sentence) -> bool:
    """Whether the link follows: as the next words, on a button, in the list a colon announces."""
    block = sentence.block
    following_sentence = analysis(document).after(sentence)
    if following_sentence is not None:
        return _is_a_link(block, following_sentence.start, following_sentence.end)
    following = document.derived(_following).get(block)
    if following is None or not any(link.href or link.reference for link in following.links):
        return False
    if following.kind is Kind.PARAGRAPH and _is_a_link(following, 0, len(following.words)):
        return True
    return block.words.rstrip().endswith((":", "below.", "below")) or following.kind is Kind.LABEL


def _is_a_link(block: Block, start: int, end: int) -> bool:
    """Whether a link to a page takes most of the words from `start` to `end`."""
    for link in block.links:
        href = link.href or ""
        if (href or link.reference) and not href.startswith(("tel:", "mailto:", "sms:")):
            where = block.link_span(link)
            shared = min(where.end, end) - max(where.start, start)
            if shared >= _MOSTLY * (end - start):
                return True
    return False


def _is_here(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """Whether what is promised stands on this page, or is what another sentence would say."""
    lowered = sentence.words.lower()
    if "link" in lowered[start:end] or "button" in lowered[start:end]:
        return False
    if _FURTHER_DOWN.match(lowered, end) or _HOW.search(lowered[max(0, start - 20) : start]):
        return True
    more = _FURTHER.match(lowered, start)
    if more is None:
        return False
    if _PURPOSE.search(lowered[max(0, start - 30) : start]) and _ASK.match(lowered, end):
        return True
    first = next((block for block in document.body if block.kind is not Kind.HEADING), None)
    if sentence.block is not first and sentence.block.kind is not Kind.SUMMARY:
        return False
    about = _ABOUT_IT.match(lowered, more.end())
    named = set(_NAMING.compiled.findall(about["object"])) - _NO_NAME if about else set()
    return bool(named) and any(
        named <= set(_NAMING.compiled.findall(block.words.lower()))
        for block in document.of(Kind.TITLE, Kind.HEADING)
        if block.kind is Kind.TITLE or block.level == 1
    )


def _following(document: Document) -> Mapping[Block, Block]:
    """The block after each block of the body."""
    return dict(zip(document.body, document.body[1:], strict=False))


def _found(pattern: Pattern, text: str, begins: bool) -> Iterator[tuple[int, int]]:
    """Where `pattern` stands in `text`, if need be only where a clause begins."""
    match = pattern.search(text)
    while match:
        start, end = match.span()
        if not begins or _BEGUN.search(text[max(0, start - _LONGEST_BEGINNING) : start]):
            yield start, end
            match = pattern.search(text, end)
        else:
            match = pattern.search(text, start + 1)


def _promises(sentence: Sentence) -> Iterator[tuple[int, int]]:
    words = sentence.words
    lowered = words.lower()
    if len(lowered) != len(words):
        lowered = words
    held = frozenset(_LETTERS.compiled.findall(lowered))
    found = {
        place
        for needed, pattern, begins in PROMISES
        if not held.isdisjoint(needed)
        for place in _found(pattern, lowered, begins)
    }
    for lead, pattern in ((_FURTHER, NAMED_SITE), (_VISITING, VISITED_SITE)):
        if lead.search(lowered):
            found.update(match.span("cue") for match in pattern.finditer(words))
    reached = 0
    for start, end in sorted(found):
        if start < reached or (AT_HAND.match(words, end) and "link" not in lowered[start:end]):
            continue
        if FORBIDS.search(words[max(0, start - 40) : start]):
            continue
        title = TITLE.match(words, end)
        reached = title.end() if title else end
        yield start, reached
