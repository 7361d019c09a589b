from __future__ import annotations

import re
from collections.abc import Iterator

from lint import crisis, health
from lint.document import Document, Group, Kind, Span
from lint.health import CLASS, DRUG, MEDICINE, Line
from lint.rule import CouldNotCheck, Example, Found, Hit, Judges, Severity, Theme, rule

_SELF = (
    r"(?:yourself|yourselves|themselves|themself|themselves|himself|herself|myself|oneself"
    r"|ourselves)"
)
_OWN = r"(?:your|their|his|her|my|one\ 's|our|ones)(?:\ own)?"
_TOPIC = re.compile(
    rf"""\b(?:
      (?P<suicide>suicid(?:e|es|al|ality|ally))
    | (?P<overdose>overdos(?:e|es|ed|ing)|od 'd)
    | self\ (?:harm\w*|poison\w*|injur\w*|mutilat\w*)
    | (?P<harm>(?:harm|harms|harmed|harming|hurt|hurts|hurting|injure|injures|injured|injuring)
      \ {_SELF})
    | (?P<cut>(?:cut|cuts|cutting|burn|burns|burning)\ {_SELF})
    | (?:hang|hangs|hanged|hanging|drown\w*|shoot|shot|poison\w*|gas|gassed)\ {_SELF}
    | (?P<kill>kill(?:s|ed|ing)?\ {_SELF})
    | (?:take|takes|taking|took|taken)\ {_OWN}\ (?:lives|life)
    | (?:die[sd]?|dying|deaths?|dead)\ (?:by|at)\ {_OWN}\ hands?
    | attempts?\ (?:on|against)\ {_OWN}\ (?:lives|life)
    | (?:do|does|did|doing|done)\ (?:away\ with\ {_SELF}|{_SELF}\ in)|top(?:ped|ping)\ {_SELF}(?!
      \ up)
    | (?:jump|leap|plung|starv)\w*\ (?:{_SELF}\ )?(?:off\ \w+\ )?to\ {_OWN}\ deaths?
    | (?:on\ purpose|deliberately|intentionally)\ (?:took|take|taken|taking|swallow\w*)\ (?:too
      \ many|too\ much)
    | (?:took|take|taken|taking|swallow\w*)\ (?:too\ many|too\ much)\ (?:[\w']+\ ){{1,4}}?(?:on
      \ purpose|deliberately
      |intentionally)
    | mak(?:e|ing)\ (?:it|everything)\ all\ stop|no\ (?:way\ out|escape)\ (?:but|except|other
      \ than)\ (?:death|to\ die|dying)
    | (?:better|better\ off|relieved|happier|relief|glad|easier)\ (?:for\ \w+\ )?if\ (?:i|you|he
      |she|they)\ (?:were|was|am|are)
      \ (?:dead|gone|no\ longer\ here|not\ (?:here|around))
    | (?:throw\w*|threw|fling\w*|flung)\ {_SELF}\ (?:off|under|in\ front\ of|from)
    | (?:jump(?:s|ed|ing)?|step(?:s|ped|ping)?|walk(?:s|ed|ing)?)\ (?:in\ front\ of|under)
      \ (?:a|an|the|oncoming)\ (?:train|bus|lorry|truck|tube|traffic)
    | (?:slit|slits|slitting|slash\w*)\ {_OWN}\ (?:wrists?|throat)
    | (?P<wrist>(?:cut|cuts|cutting|burn\w*)\ {_OWN}\ (?:wrists?|arms?|legs?|thighs?|skin))
    | (?:gun|rope|noose)\ (?:to|round|around)\ {_OWN}\ (?:head|neck|temple|throat)
    | self\ inflicted\ (?:gun\w*|shot|injur\w+|wounds?|harm|death|stab\w*|burns?|cuts?)|para
      \ ?suicid\w+
    | (?:took|swallowed|downed|swallowing|downing|gulped)\ (?:all|every|each|a\ fistful
      |(?:a\ )?handfuls?|fistfuls?|(?:a|the)\ (?:whole|full|entire)|an\ entire)
      (?:\ [\w']+){{0,4}}?\ (?:pills?|tablets?|MEDICINE|CLASS|medicines?|medications?|meds)
      (?=(?:\ [\w']+){{0,2}}\ (?:i|we|he|she|they)\ (?:had|could)|\ (?:in\ the\ house|at\ once|at
      \ home))
    | (?:took|swallowed|downed|swallowing|downing|gulped)\ (?:(?:a|the|two)\ )?(?:handfuls?
      |fistfuls?
      |(?:whole|full|entire)\ (?:bottle|box|packet|pack|strip))\ of\ (?:[\w']+\ ){{0,2}}?(?:pills?
      |tablets?|MEDICINE|CLASS|medicines?|medications?|meds)
    | (?:hop(?:e|es|ed|ing)|wish(?:es|ed|ing)?|pray(?:s|ed|ing)?|want(?:s|ed|ing)?)\ (?:that
      \ )?(?:{_OWN})
      \ (?:heart|breathing|breath)\ (?:would\ |to\ )(?:just\ |simply\ )?stop
    | (?:hop(?:e|es|ed|ing)|wish(?:es|ed|ing)?|pray(?:s|ed|ing)?)\ (?:that\ |for\ )?(?:i|you|he|she
      |they)
      \ (?:would|could|might)\ (?:just\ )?(?:die|not\ (?:be\ here|exist)|sleep\ for\ ?ever|never
      \ wake)
    | (?:wish(?:es|ed|ing)?|better\ if|sorry)\ (?:that\ )?(?:i|i'd|you|you'd|he|he'd|she|she'd|they
      |they'd)
      \ (?:had\ )?(?:never\ (?:been|were)\ (?:born|alive)|not\ been\ born|hadn't\ been\ born|didn't
      \ exist|did\ not\ exist)
    | (?:go|going|fall|falling)\ to\ sleep\ for\ ?ever|never\ waking\ up(?:
      \ again)?
    | (?:leave|leaving|left|depart\w*)\ this\ (?:world|life)|(?:ready|want\w*)\ to\ (?:leave|be
      \ done\ with)
      \ (?:the\ world|life)
    | (?:lost|lose|loses|losing|no)\ (?:(?:the|any|all|their|his|her|my|your)\ )?will\ to\ live
      (?!\ (?:waiting|watching|in\ the|during|queu\w+|listening))
    | (?:furious|sorry|angry|disappointed|ashamed)\ (?:to\ (?:be|have\ woken\ up)\ (?:still
      \ )?alive|to\ have
      \ survived)
    | (?:any|a|no|little|much|what|without)\ (?:reason|point)\ (?:to|in|for)\ (?:carry(?:ing)?\ on
      \ (?:living|with\ life)|keep(?:ing)?\ (?:living|alive)|stay(?:ing)?\ alive|liv(?:e|ing)
      |be(?:ing)?\ alive|exist(?:ing)?)(?!\ (?:with|in|near|at)\b)
    | (?:not|n't|cannot|can't|couldn't|don't|didn't)\ (?:see|bear|face|stand)\ (?:(?:the\ thought
      \ of
      |any\ point\ in)\ )?(?:living|another\ day|being\ alive|going\ on\ living)(?!\ (?:of|with|in
      |near|at
      |without)\b)
    | (?P<end>end(?:s|ed|ing)?\ {_OWN}\ (?:lives|life))
    | end(?:s|ing)?\ it\ all
    | want(?:s|ed|ing)?\ (?:it|everything|life)\ (?:all\ )?to\ (?:end|stop\ for\ ever|be\ over)
    | (?:want(?:s|ed|ing)?|wish(?:es|ed|ing)?|longs?|longing|hop(?:e|es|ed|ing))\ to\ (?:die|be
      \ dead)(?!\ (?:of|laughing|my|her|his|your|their|for))
    | (?:wish|wishes|wished|wishing)\ (?:that\ )?(?:you|they|he|she|i|we)\ (?:were|was|are)
      \ (?:dead|never\ born|not\ alive)
    | (?:thoughts?|thinking|think|thinks)\ (?:often\ |a\ lot\ |a\ great\ deal\ )?(?:of|about)
      \ (?:death|dying)
    | (?:better|best)\ off\ (?:dead|if\ (?:you|i|they|he|she)\ (?:were|was)\ (?:dead|gone|not
      \ (?:here|around)))
    | (?:everyone|everybody|they|people|family|families|children|kids|world|friends|others|all|you
      |partner|mum|mom|parents)(?:\ [\w']+){{0,6}}\ (?:better\ off|happier)\ without\ (?:you|me
        |them|him|her)
    | (?:wish\w*|want\w*|hop(?:e|es|ed|ing)|rather|could|go|fall|pray\w*|going|falling|prefer\w*)
      \ (?:[\w']+\ ){{0,8}}?(?:not|never|without|don't|didn't|wouldn't|won't)\ (?:ever\ )?(?:wak(?:e
      |ing)\ up|wake)(?:\ again)?(?=$|\ [,;:.!?\u2014()]|\ (?:again|the\ next|in\ the\ morning
      |tomorrow|at\ all|and|or))
    | (?:not|don't|doesn't|didn't|no\ longer|n't)\ (?:really\ |even\ )?(?:want|wants|wanted
      |wanting)\ to\ (?:be\ (?:here|alive|around)|live|exist|go\ on|carry\ on\ living|wake\ up)
    | (?:want|wants|wanted|wish|wishes|wished|rather|would\ like)\ (?:[\w']+\ ){{0,4}}?(?:not
      \ (?:to\ )?(?:be\ here|exist|be\ alive|be\ around)|n't\ here|to\ stop\ existing|to\ stop
      \ living|to\ disappear\ for\ (?:ever|good))
    | not\ (?:to\ )?(?:be|being)\ here\ (?:any\ ?more|anymore|at\ all)
    | no\ (?:reason|point)\ (?:to\ live|to\ go\ on|to\ keep\ living|in\ (?:living|going\ on|being
      \ alive))(?!\ with)
    | life\ (?:[\w']+\ ){{0,3}}?(?:not|isn't|no\ longer|hardly|never|n't)\ (?:feel\ |seem\ |be
      \ |really\ )?(?:worth\ living|worth\ it)
    | (?:not|isn't|no\ longer|n't)\ (?:[\w']+\ ){{0,2}}?worth\ living
    | (?:can't|cannot|can\ not)\ go\ on(?=$|\ [,;:!?\u2014()]|\ (?:living|any\ ?more|anymore|like
      \ this|with\ life))
    | (?:nobody|no\ one|no\ body)\ would\ (?:miss|notice)(?:\ if)?\ (?:you|me|them|him|her)(?:
      \ [\w']+){{0,4}}\ (?:gone|dead|disappeared|died)
    | (?:plan(?:s|ned|ning)?|want(?:s|ed)?|thought|thinking|ready|going|decided|tried)\ (?:of
      \ |about\ )?(?:to\ )?end(?:ing)?\ (?:things|everything)(?!\ with)
    | (?:world|everyone|everybody|they|family|life|people|all)(?:\ [\w']+){{0,6}}\ be\ better
      \ without\ (?:you|me|them|him|her)
    | (?:death|dying|suicide)\ (?:[\w']+\ ){{0,4}}(?:way\ out|escape|answer|solution|relief)
    | only\ (?:way\ out|answer|escape|option|solution)\ (?:left\ )?(?:is|was|seems?|seemed|might
      \ be)\ (?:to\ )?(?:die|death|dying|disappear|end)
    | if\ (?:i|you)\ (?:died|were\ dead|was\ dead|were\ gone|was\ gone|vanished|disappeared)
    | wish(?:es|ed|ing)?\ (?:that\ )?(?:it|life|everything)\ (?:were|was|would\ be|to\ be)\ (?:all
      \ )?over
    | (?:felt|feel|want|wish|answer|wanted|was|only|need|just)\ (?:[\w']+\ ){{0,3}}to\ disappear
      \ for(?:\ good|\ ever|ever)
    | (?:giv(?:e|es|ing|en)|gave)\ up\ on\ (?:life|living)|(?:tired|sick|weary)\ of\ (?:living|life
      |being\ alive)|enough\ of\ (?:life|living)
    | (?:plan(?:s|ned|ning)?|intend\w*|decided?|ready|prepared|rather|prefer|deserve[sd]?)\ (?:to
      \ )?(?:die|be\ dead)(?!\ (?:than|of|for
      |laughing))
    | (?:what|not|no|never|n't)\ (?:[\w']+\ ){{0,3}}point\ (?:of|in)\ (?:living|life|going\ on
      |being\ alive)(?!\ with)
    | (?:should|deserve)\ not\ (?:be\ alive|live|exist)|not\ deserve\ to\ (?:live|be\ alive|exist)
    | unaliv(?:e|es|ed|ing)
    | (?:lost|losing)\ (?:to|(?:[\w']+\ ){{1,3}}to)\ suicide
    )\b""",
    re.VERBOSE,
)
_FIGURATIVE_SUICIDE = re.compile(
    r"(?:financial|career|political|social|commercial|professional|economic|electoral|corporate"
    r"|cell|cellular|brand"
    r"|digital|moral|artistic|intellectual|academic|marketing|fashion|tactical|diplomatic|legal"
    r"|business|culinary) $"
)
_SUICIDE_OTHERWISE = re.compile(
    r"^ (?:squeeze|squads?|runs?|drills?|sprints?|doors?|inhibition|inhibitors?|substrates?"
    r"|genes?|cables?|bomb\w*|vests?"
    r"|attacks?|attackers?|mission|missions|pass|passes|tackle|balls?|slides?|king|girls|silence"
    r"|speeds?|pace|driving"
    r"|tactics|strategy|policy|policies|move|charge|gamble|descent|overtaking|politics|economics"
    r"|blonde|tree|wings?|lane"
    r"|shuttles?|hotline song)\b"
)
_FOR_WHAT = re.compile(
    r"^ for (?:the|a|his|her|their|your|its|any|our) (?:[\w']+ )?(?:'s )?(?:brand|party|company"
    r"|business|career|team|firm"
    r"|campaign|image|industry|economy|club|show|project)\b"
)
_PILOTS = re.compile(r"^ (?:, )?pilots?\b")
_RECKLESS = re.compile(
    r"\b(?:it|this|that|which|(?:would|will|could) be|is|was) suicidal (?:for|to) (?:the |a )?\w+"
)
_COUNTED = re.compile(
    r"^ (?:rates?|statistics|figures|mortality|numbers|data|trends|deaths|research|studies)\b"
)
_RESEARCH = re.compile(
    r"\b(?:study|studies|survey|researchers?|cohort|trial|analysis|report|census|registry|\d{4}"
    r"|%|figures show|data show)\b"
)
_IDIOM = re.compile(
    r"^ (?:laughing|trying|to (?:finish|get|meet|please|make|win|fit|earn)|at the (?:gym"
    r"|office)|over|with work|for (?:forgetting|missing|not|saying|losing)"
    r"|doing|running|working|in the (?:gym|garden)|getting)\b"
)
_ACCIDENT = re.compile(
    r"^ (?:with (?:negative|words|guilt|criticism|self talk|worry)|on (?:a|an|the|some|your)"
    r"|with (?:a|an|the|some) (?:knife|razor|tin|glass|iron|oven"
    r"|pan|hot)|while|when|shaving|by (?:accident|mistake|lifting|falling|slipping|trip\w*"
    r"|turning|bending|sitting)"
    r"|at|lifting|cooking|badly (?:at|while|when)|slightly|playing|during)\b"
)
_ON_PURPOSE = re.compile(
    r"\b(?:on purpose|deliberately|to cope|coping|cope|feel better|punish|relief|pain inside"
    r"|thoughts?|thinking|urges?|urge|feel like|distress|emotional|upset|teenagers|young people"
    r"|self)\b"
)
_MEANT = re.compile(
    r"\b(?:on purpose|deliberately|to cope|urges?|emotional pain|when (?:[\w']+ ){1,3}?(?:upset"
    r"|sad|angry|stressed|lonely|low|anxious|hurting|overwhelmed))\b"
)
_ENDED_AS = re.compile(
    r"^ (?:as (?:a|an|the)|in (?:exile|poverty|prison|retirement|peace|comfort))\b"
)
_OF_WHAT = re.compile(
    r"^ (?:of|on|with|from) (?:(?:the|a|an|his|her|their|your|my|some|too|much|many|several"
    r"|prescribed|prescription|illegal|strong|other|more|than|one|all|these|those|such"
    r"|any)\s)*([\w']+)(?: ([\w']+))?"
)
_TAKEN = frozenset(
    """
    drug drugs pill pills tablet tablets medicine medicines medication medications meds painkillers
    opioids opiates alcohol insulin iron vitamin vitamins caffeine it them this that these those
    purpose substances substance supplements supplement poison something anything both sleeping
    prescription street capsules
    """.split()
)
_DRUG_ENDING = re.compile(
    r"\w{2,}(?:ine|ol|one|am|pam|lam|ide|ate|in|cin|xin|fen|prazole|statin|pril|done|tal|phine"
    r"|mab|zole)s?$"
)
_HARMLESS = frozenset(
    """
    sunshine sugar chocolate cuteness television wine cuisine time magazines entertainment love
    nostalgia
    colour color culture news glitter information sunshine routine online cinema fiction
    emotion attention tradition celebration fun pink romance sweetness sentimentality data
    advertising
    """.split()
)
_TALKED_OVER = frozenset({Kind.IMAGE, Kind.SOURCE, Kind.CODE})
_LISTS_OF_SOURCES = re.compile(
    r"^(?:references?|sources?|bibliography|further reading|citations?|works cited|notes"
    r"|footnotes)\b"
)


@rule(
    Severity.ERROR,
    theme=Theme.SAFETY,
    judges=Judges.EVERYTHING,
    source="WHO, Preventing suicide: a resource for media professionals (2023); Samaritans' media "
    "guidelines",
    passes=[
        "Suicidal thoughts may come and go. Call or text 988 at any hour.",
        "Self-harm can be a sign of distress. If a life is in danger, call 911.",
        "Selling the house now would be financial suicide.",
        "We had an overdose of sunshine on our trip.",
        "The Suicide Prevention Trust has moved to Leeds.",
        "Self-destructive habits are hard to break.",
        "Cyclists took the bend at a suicidal pace.",
        "The film made me lose the will to live waiting for it to end.",
        Example(
            '<html lang="en-GB"><p>Some people want to die. Call Samaritans on 116 123.</p></html>',
            reader="html",
        ),
    ],
    fails=[
        "You may have thoughts of ⟦suicide⟧.",
        "At night she ⟦hoped she would go to sleep and not wake up⟧.",
        "Some people ⟦self-harm⟧ to cope. In our survey, 988 people said so.",
        "Farmers ⟦die by their own hand⟧ more often.",
        "An ⟦overdose⟧ of paracetamol can harm your liver.",
        Example(
            '<html lang="en-GB"><p>Some people ⟦want to die⟧. Call or text 988.</p></html>',
            reader="html",
        ),
    ],
)
def crisis_topic_without_resource(document: Document) -> Found:
    """A page that touches on suicide, self-harm or overdose says where to get help now.

    Somebody who reads it may be at risk today. The number belongs on the same page, and it has to
    be one that works where the reader is.
    """
    topics = list(_topics(document))
    if not topics:
        return
    if crisis.has_route(document, overdose_only=all(overdose for _, overdose in topics)):
        return
    unread = next(crisis.unread_resources(document), None)
    if unread is not None:
        yield CouldNotCheck(unread, "the chosen crisis resource could not be looked up")
        return
    where = topics[0][0]
    table = crisis.routes(document)
    suggestion = table.suggestion if table else "Name the crisis line of the reader's country."
    elsewhere = (
        " The number it gives is for another country."
        if table is not None and _has_any_route(document)
        else ""
    )
    yield Hit(
        where,
        f'This page mentions "{where.quote}" but does not say where readers can get help at once.'
        + elsewhere,
        advice=f"Add a crisis resources block, or a sentence such as: {suggestion}",
    )


def _has_any_route(document: Document) -> bool:
    return any(crisis.offers(document, table) for table in crisis.COUNTRIES.values())


def _topics(document: Document) -> Iterator[tuple[Span, bool]]:
    """The words that touch on it, and whether they are about an overdose."""
    sources = _source_blocks(document)
    for block, block_lines in health.lines(document).items():
        if block.kind in _TALKED_OVER or block.inside(Group.SOURCES) or block in sources:
            continue
        for line in block_lines:
            for found in _TOPIC.finditer(line.text):
                if not _is_meant(line, found):
                    continue
                yield line.span(*found.span()), found.lastgroup == "overdose"


def _source_blocks(document: Document) -> frozenset[object]:
    return frozenset(
        block
        for section in document.sections
        if section.heading is not None
        and _LISTS_OF_SOURCES.search(section.heading.words.strip().lower())
        for block in section.blocks
    )


def _is_meant(line: Line, found: re.Match[str]) -> bool:
    """Whether the words are about a person's life, and not a figure of speech."""
    before, after = line.before(found.start(), 60), line.after(found.end())
    near = before + found.group() + after
    match found.lastgroup:
        case "suicide":
            if _FIGURATIVE_SUICIDE.search(before) or _SUICIDE_OTHERWISE.search(after):
                return False
            if (
                before.endswith("slow ")
                or _FOR_WHAT.search(after)
                or "kamikaze" in before
                or _PILOTS.search(after)
            ):
                return False
            if found.group() == "suicidal" and _RECKLESS.search(near):
                return False
            counted = _COUNTED.search(after) or re.search(
                r"\brates? of $|\bdeaths (?:by|from) $", before
            )
            return not (counted and _RESEARCH.search(near))
        case "overdose":
            return _is_of_a_drug(after)
        case "kill":
            return not _IDIOM.search(after)
        case "harm":
            return not _ACCIDENT.search(after)
        case "cut" | "wrist":
            return bool(_MEANT.search(near)) or bool(
                _ON_PURPOSE.search(near) and not _ACCIDENT.search(after)
            )
        case "end":
            return not _ENDED_AS.search(after)
    return True


def _is_of_a_drug(after: str) -> bool:
    of = _OF_WHAT.search(after)
    if of is None:
        return not re.match(
            r" (?:the|your|our|a) (?:plants?|garden|soil|lawn|fish|tank|pool|dough|room|page"
            r"|engine)\b",
            after,
        )
    for word in of.groups():
        if word in (MEDICINE, CLASS, DRUG) or word in _TAKEN:
            return True
        if word and word not in _HARMLESS and _DRUG_ENDING.fullmatch(word):
            return True
    return of[1] in ("purpose", "and", "or", "can", "the")
