from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint import cues, health
from lint.document import Block, Document, Group, Kind
from lint.health import Line
from lint.patterns import Pattern, Words
from lint.rule import Found, Hit, Judges, Severity, Theme, rule

_ACTS = Words(
    "suicid* kill* hang hangs hanged hanging hung noose shot shoot shoots shooting gassed gassing "
    "drown* suffocat* strangl* electrocut* jump* leap* leapt threw flung stepping stepped slit "
    "slash* wrist wrists throat lethal fatal deadly painless harm harms harming hurt hurts hurting "
    "cut cuts cutting burn burns burning die life lives injury injure throw throws throwing hurl* "
    "methods cause"
)
_GATE = Pattern(
    r"""\b(?:suicid|kill|hang|hung\b|noose|shot\b|shoot|gass(?:ed|ing)|drown|suffocat|strangl
      |electrocut|jump|leap|threw\b|throw(?:n|s|ing)?\ (?:him|her|them|my|your)sel|hurl
      |common\ methods\b|(?:cause|mean)\ death\b|fl[iu]ng|stepp(?:ed|ing)\ in\b|slit|slash
        |wrists?\b|throat\b
      |lethal|fatal|deadly|painless|self\ (?:harm|injur)|want(?:ed)?\ to\ die\b|enough\ to\ die\b
      |(?:cut|cuts|cutting|hurt|hurts|hurting|burn|burns|burning|harm|harms|harming)
      \ (?:your|them|him|her|my|our|one)sel
      |(?:took|take|taken|taking|end|ends|ended|ending)\ [\w']+\ (?:own\ )?li(?:fe|ves)\b)"""
)
"""What stands beside every detail, and in few other lines."""

_SELF = r"(?:him|her|them|your|one|my)(?:self|selves)|themself"
_REFLEXIVE = Pattern(
    rf"""\b(?:hang(?:s|ed|ing)?|hung|shot|shoots?|shooting|gass?(?:ed|ing)|drown(?:s|ed|ing)?
      |suffocat\w+|strangl\w+|electrocut\w+)\ (?:{_SELF})\b
      (?!\ in\ (?:the\ foot|work|debt|paper\w*|sorrow)\b
        |\ an?\ (?:e\ ?mail|text|message|reminder|note)\b)
    | \b(?:slit|slits|slitting|slash\w*|cuts?|cutting)\ (?:his|her|their|your|my)\ (?:wrists?
      |throat)\b"""
)
_FROM_HEIGHT = Pattern(
    r"""\b(?:jump(?:s|ed|ing)?|leap(?:s|ed|ing)?|leapt|threw|throw(?:s|ing)?|fl[iu]ng(?:ing)?
      |stepp(?:ed|ing)|walk(?:ed|ing))\ (?:(?:him|her|them|your|my)sel\w+\ )?(?:off|from
        |in\ front\ of
      |under|into)\ (?:[\w.']+\ ){0,5}?(?:train|bridge|viaduct|roof|cliffs?|building|car\ park
      |window|balcony|lorry|truck|traffic|tower|floor|platform|height|end|side|pier|multi\ storey)\b
    | \b(?:stepp(?:ed|ing)|jump(?:ed|ing))\ in\ front\ of\ [\w']+(?:\ [\w.]+){0,2}\ train\b"""
)
_PLACE = (
    r"(?:trains?|bridge|viaduct|roof|cliffs?|building|car\ park|window|balcony|lorry|truck|traffic"
    r"|tower|platform|pier|flyover|overpass)"
)
_THROWN = Pattern(
    rf"""\b(?:threw|thrown|throw(?:s|ing)?|fl[iu]ng(?:ing)?|hurl(?:s|ed
      |ing)?)\ (?:{_SELF})\ (?:off|from
      |under|in\ front\ of|out\ of)\ (?:[\w.']+\ ){{0,4}}?{_PLACE}\b
    | \bjump(?:s|ed|ing)?\ (?:in\ front\ of|under)\ (?:an?|the)\ (?:[\w.]+\ ){{0,2}}?(?:train|lorry
      |truck)\b"""
)
"""What nobody does by accident."""
_HELD_BACK = Pattern(
    r"\b(?:thoughts?|thinking|urges?|feel\ like|wanted\ to|threaten\w*|about\ to|prevent\w*"
    r"|barriers?"
    r"|stopped|saved|rescued|instead|reports?|reporting|avoid)\b"
)
_CALLED_METHODS = Pattern(r"\b(?:common|usual|frequent|main|used)\ (?:methods?|means|ways)\b")
_KEPT_AWAY = Pattern(
    r"\b(?:lock\w*|stor(?:e|es|ed|ing|age)|prevent\w*|restrict\w*|barriers?|reach|remov\w*|access"
    r"|keep\w*|safe\w*|asks?|asking|guidelines?|report\w*|describ\w*|avoid\w*|instead|signs?)\b"
)
_HARM_ACTS = Pattern(
    r"\b(?:cut|burn|hit|punch|bang|scratch|swallow|poison|overdos|starv|bit|stab|scald|strangl|carv"
    r"|bing|pull|pick)(?:t?ing|ning|ting|eing|oning|ing)\b"
)
_MANY = 4
"""From so many acts on, a sentence is a list of them."""
_DIED = Pattern(
    r"\b(?:suicid\w+|killed\ (?:him|her|them)sel\w+|kill\ (?:your|them|him|her|one)sel\w+"
    r"|(?:took|take|taken|taking|end|ended|ending)\ (?:his|her|their|your|one\ 's)\ (?:own\ )?"
    r"li(?:fe|ves)|died|want\ to\ die|wanted\ to\ die|to\ (?:his|her|their)\ death)\b"
)
_MEANT = Pattern(
    r"\b(?:suicid\w+|killed\ (?:him|her|them)sel\w+|kill\ (?:your|them|him|her|one)sel\w+"
    r"|(?:took|take|taken|taking|end|ended|ending)\ (?:his|her|their|your|one\ 's)\ (?:own\ )?"
    r"li(?:fe|ves)|want\ to\ die|wanted\ to\ die)\b"
)
_AMOUNT = Pattern(
    r"""\b(?:(?:about|around|over|some)\ )?(?:\d+(?:,\d+)?|ten|twenty|thirty|forty|fifty|a\ hundred)
      \ (?:[\w']+\ ){0,2}?(?:tablets|pills|capsules|mg|grams?|packets|CLASS)\b
    | \b(?:a|the|one|two)\ (?:whole|entire|full)\ (?:bottle|packet|box|pack|strip)s?\b
    | \b(?:a|two)\ (?:handful|bottle|packet|box)s?\ of\ (?:MEDICINE|CLASS|[\w']+\ pills|pills
      |tablets)\b"""
)
_ENOUGH_TO_DIE = Pattern(
    r"""\b(?:to\ kill\ (?:an?|you|yourself|someone|most)\b|enough\ to\ (?:die|kill|end)
      |(?:lethal|fatal|deadly)\ (?:dose|amount)s?\b(?:\ [\w']+){0,5}?\ is\b)"""
)
_CAN_KILL = Pattern(
    r"""\b(?:can|could|may|might|will|would|is|are)\ (?:be\ )?(?:[\w']+\ )?(?:fatal|deadly
      |lethal|kill
      |enough\ to\ kill|cause\ death)\b(?!\ (?:in|to|for)\ (?:an?\ )?(?:child|toddler|bab|dog
        |cat|pet))"""
)
_SO_MANY = Pattern(
    r"""\b(?:\d+(?:,\d+)?|ten|twelve|fifteen|twenty|thirty|forty|fifty|a\ hundred)
      \ (?:[\w']+\ ){0,2}?(?:tablets|pills|capsules|packets|packs)\b"""
)
_WEIGHED = Pattern(
    r"""\b\d+(?:[.,]\d+)?\ ?(?:mg|milligrams?|g|grams?)\ (?:of\ )?(?:(?:MEDICINE|CLASS)\b
      |[\w',()\ ]{0,20}
      \b(?:taken|swallowed)\b)|\b(?:MEDICINE|CLASS)\b[\w',()\ ]{0,40}\ \d+(?:[.,]\d+)?\ ?(?:mg|g
        |grams?)\b"""
)
_NOT_TAKEN_FOR_IT = frozenset({"fentanyl", "carfentanil", "nicotine"})
"""Drugs of which public warnings say how little kills."""
_CARED_FOR = Pattern(
    r"""\b(?:child|children|toddlers?|bab(?:y|ies)|pets?|dogs?|cats?|accident\w*|do\ not\ take
      |don't\ take|never\ take|no\ more\ than|more\ than|by\ mistake|swallowed)\b"""
)
_BEST_WAY = Pattern(
    r"""\b(?:quick|easy|eas|painless|lethal|effective|deadly|deadl|sure|peaceful|simpl|fast|reliable)
      (?:est|iest)?(?:\ and\ [\w']+)?\ (?:ways?|methods?|means)\ (?:of\ suicid\w+|of\ dying
      |of\ killing\ yourself|to\ (?:die|kill\ yourself|end\ (?:your|one\ 's)\ (?:own\ )?life
      |commit\ suicide|hang\ yourself))
    | \bmost\ (?:lethal|effective|painless|reliable)\ (?:ways?|methods?|means)\ (?:of\ suicid\w+
      |to\ (?:die|kill|end))"""
)
_METHODS = Pattern(
    r"""\bsuicide\ methods?\b
    | \b(?:ways?|methods?|means|techniques)\ (?:of|for|to|that|people|some|in)\b(?:\ [\w']+){0,4}?
      \ ?(?:suicide|killing\ (?:your|them)sel\w+|kill\ (?:your|them)sel\w+|die\ by\ suicide
      |end\ (?:your|their)\ li\w+)\b(?!\ (?:prevention|research|risk|attempts?\ in))"""
)
_MEANS = Pattern(
    r"\b(?:hanging|gassing|drowning|jumping|shooting|stabbing|poisoning|overdos\w+|suffocat\w+"
    r"|electrocution|asphyxia\w*|guns?|firearms?|pesticides?|cutting|carbon\ monoxide|charcoal"
    r"|ropes?)\b"
)
_INSTRUMENT = Pattern(
    r"""\b(?:us(?:e|es|ed|ing)|with|breath(?:e|es|ed|ing)|inhal(?:e|es|ed|ing)|by|from)
      \ (?:an?\ |the\ |their\ |his\ |her\ |some\ )?(?:[\w']+\ ){0,2}?(?:charcoal|helium|nitrogen
      |exhaust|noose|rope|ligature|belt|cord|bed\ ?sheets?|scarf|wire
      |plastic\ bag|hosepipe|rifle|shotgun|hanging|jumping
      |drowning|gassing)\b"""
)
_SPOT = Pattern(
    r"""\bsuicide\ (?:hot\ ?spots?|spots?|bridge|cliffs?)\b
    | \bdie\ by\ suicide\ here\b|\bsuicides?\b(?:\ [\w']+){0,4}\ (?:jump|jumped)\ from\b"""
)
_HARMING = Pattern(
    rf"""\b(?:self\ (?:harm\w*|injur\w*)|(?:cut|cuts|cutting|hurt|hurts|hurting|burn|burns|burning
      |harm|harms|harming)\ (?:{_SELF}))\b"""
)
_HARM_WITH = Pattern(
    r"""\b(?:with|using|by\ using|use)\ (?:an?\ |the\ )?(?:[\w']+\ )?(?:razors?|blades?
      |razor\ blades?|sharpeners?|broken\ glass|scissors|knife|knives|lighters?|matches
      |cigarettes?|bleach|needles?
      |pins?|compass)\b
    | \bwithout\ (?:leaving\ )?(?:marks?|scars?|anyone\ noticing)\b
    | \bhide\ the\ (?:cuts|marks|scars|wounds)\b|\bunder\ long\ sleeves\b|\bclean\ blades?\b
    | \bhitting\ your\ (?:thighs|legs|arms)\b|\btaken\ from\ an?\ [\w']+\ sharpener\b"""
)
_LISTED = Pattern(
    r"\b(?:ways?|methods?|forms?|types?|examples?|kinds?|includ\w*|such\ as|by|can\ be|involv\w*)\b"
)
_HARM_ACT = Pattern(
    r"""^(?:[\w']+\ ){0,2}?(?:cut\w*|burn\w*|hit\w*|punch\w*|bang\w*|scratch\w*|swallow\w*|poison\w*
      |pick\w*|pull\w*|bit(?:e|es|ing)|stab\w*|scald\w*|strangl\w*|overdos\w*|insert\w*|carv\w*
      |break\w*|head\ banging|tak(?:e|ing)\ (?:too|an?)\b)"""
)
_SEEKS_HELP = Pattern(
    r"\b(?:get\ help|call|ring|seek|go\ to|antidote|naloxone|lock\w*|out\ of\ reach|per\ kg|a\ day"
    r"|in\ (?:24|a)\ (?:hours|day)|prevent\w*|limit\w*|restrict\w*)\b"
)
_PREVENTION = Pattern(
    r"""\b(?:lock\w*|stor(?:e|es|ed|ing|age)|prevent\w*|restrict\w*|barriers?|out\ of\ reach
      |remov\w+
      |access\ to|safety\ plan|warning|signs?|ask|asks|asking|describ\w+|nam(?:e|es|ing)\ the
      |report\w*|avoid\w*|instead|rather\ than|distract\w*|thoughts?|thinking|urges?|feel\ like
      |safe(?:r|ly)?|keep|press|bandage|wounds?|first\ aid|saved|rescued|guidelines?|coroners?
      |research|percent|per\ cent|rates?|statistics|most\ common|leading|of\ all|treat\w*
      |stop\w*)\b
    | \d\ %"""
)
_LEADS_TO_CARE = Pattern(
    r"""\b(?:prevent\w*|warning|signs?|safe\w*|instead|alternatives?|distract\w*|lock\w*|remov\w*
      |cope|coping|help|stop|avoid|do\ not|don't|risk)\b"""
)
_HOW = Pattern(
    r"\b(?:razors?|blades?|knife|knives|scissors|glass|lighters?|matches|cigarettes?|batteries"
    r"|bleach|arms?|thighs?|wrists?|legs?|thighs?)\b"
)
_LEAST_LISTED = 3
"""From so many methods on, it is a list."""

_READ = frozenset(
    {Kind.SUMMARY, Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.TRANSCRIPT, Kind.HEADING}
)


@rule(
    Severity.ERROR,
    theme=Theme.SAFETY,
    judges=Judges.EVERYTHING,
    source="WHO, Preventing suicide: a resource for media professionals (2023); Mind, media "
    "guidelines on suicide and self-harm",
    advice="Leave out how, with what, how much and where. Say that somebody died by suicide or "
    "self-harms, and where to get help.",
    passes=[
        "Lock away medicines and sharp things if somebody at home is suicidal.",
        "Warning signs are giving things away, buying a gun or collecting pills to end one's life.",
        "He killed himself in 2010, and his family set up a charity.",
        "Self-harm, such as cutting or burning, often begins in the teens.",
        "Methods of suicide prevention include training, barriers and safe storage.",
        "A child who swallows 10 tablets of iron needs a hospital.",
        "Try holding an ice cube instead of hurting yourself.",
        "He hung his coat behind the door.",
    ],
    fails=[
        "⟦He hanged himself with a belt.⟧",
        "⟦Methods of suicide include hanging, gassing and jumping from a height.⟧",
        "⟦It takes about 40 tablets of paracetamol to kill an adult.⟧",
        "⟦She jumped from the old viaduct and died.⟧",
        "⟦Ways people self-harm:⟧\n\n- cutting the inner arm\n- burning the skin with a lighter\n"
        "- hitting walls",
        "⟦A painless way to kill yourself is to breathe helium.⟧",
    ],
)
def method_detail(document: Document) -> Found:
    """A page never says how, with what or where people kill or harm themselves.

    Detail of a method is copied by people at risk. Advice that keeps methods away (lock up
    medicines, remove means), warning signs, statistics, and what to do after a poisoning are no
    detail. A bare list of ways of self-harm, as some clinical pages have it, is a warning; one that
    names instruments or parts of the body is an error. A page that needs it for clinicians needs a
    reviewer who waives it.
    """
    lists: dict[Block, Sequence[Block]] | None = None
    told: set[Block] = set()
    for line in health.lines_with(document, _ACTS):
        block = line.block
        if block.kind not in _READ or not _GATE.search(line.text) or block.inside(Group.SOURCES):
            continue
        if block in told:
            continue
        if _is_detail(document, line):
            yield (
                line.sentence.span,
                "This tells how, with what or where people harm or kill themselves.",
            )
            continue
        if _several(line):
            yield Hit(
                line.sentence.span,
                "This counts up ways in which people harm or kill themselves.",
                severity=Severity.WARNING,
            )
            continue
        if lists is None:
            lists = _lists(document)
        items = lists.get(block, ())
        for hit in _of_list(document, line, items):
            told.update(items)
            yield hit


def _is_detail(document: Document, line: Line) -> bool:
    text = line.text
    if _BEST_WAY.search(text) and not cues.mentioned(document, line, 0, len(text)):
        return True
    harming = _HARMING.search(text)
    if harming and _HARM_WITH.search(text) and not _softened(document, line, harming.start()):
        return True
    if _ENOUGH_TO_DIE.search(text) and not _CARED_FOR.search(text):
        amount = _AMOUNT.search(text)
        return amount is not None and not _PREVENTION.search(text)
    if _is_deadly_amount(line) or _is_thrown(line):
        return True
    if _softened(document, line, 0):
        return False
    if _SPOT.search(text):
        return True
    if _REFLEXIVE.search(text) and (_MEANT.search(text) or not _CARED_FOR.search(text)):
        return True
    methods = _METHODS.search(text)
    if methods and len(set(_MEANS.compiled.findall(text[methods.end() :]))) > 1:
        return True
    if _DIED.search(text) and _FROM_HEIGHT.search(text):
        return True
    return bool(_MEANT.search(text) and (_AMOUNT.search(text) or _INSTRUMENT.search(text)))


def _is_thrown(line: Line) -> bool:
    """Whether somebody jumped, and was not only thinking of it or held back."""
    found = _THROWN.search(line.text)
    if found is None or line.question or cues.negated(line, found.start()):
        return False
    return not _HELD_BACK.search(line.text) and not _CARED_FOR.search(line.text)


def _several(line: Line) -> bool:
    """Whether the line counts up methods, if only as a statistic or a definition."""
    if line.question or _KEPT_AWAY.search(line.text):
        return False
    if _HARMING.search(line.text) and _LISTED.search(line.text):
        return len(set(_HARM_ACTS.compiled.findall(line.text))) >= _MANY
    about = _CALLED_METHODS.search(line.text) and "suicid" in line.block.words.lower()
    return bool(about) and len(set(_MEANS.compiled.findall(line.text))) >= _LEAST_LISTED


def _is_deadly_amount(line: Line) -> bool:
    """Whether the line says how much of a medicine can kill, and not to keep anyone from harm."""
    text = line.text
    if not _CAN_KILL.search(text) or _CARED_FOR.search(text) or _SEEKS_HELP.search(text):
        return False
    if any(term.words in _NOT_TAKEN_FOR_IT for term in line.terms):
        return False
    return bool(_SO_MANY.search(text) or _WEIGHED.search(text))


def _softened(document: Document, line: Line, at: int) -> bool:
    """Whether the words keep a method away, ask about it, or count it."""
    if line.question or _PREVENTION.search(line.text):
        return True
    if at and cues.negated(line, at):
        return True
    lead = cues.leads(document).get(line.block)
    if lead is None:
        return False
    return any(_LEADS_TO_CARE.search(each.text) for each in health.lines(document).get(lead, ()))


def _lists(document: Document) -> dict[Block, Sequence[Block]]:
    """The items of a list by the block that introduces it."""
    items: dict[Block, list[Block]] = {}
    for item, lead in cues.leads(document).items():
        items.setdefault(lead, []).append(item)
    return dict(items)


def _of_list(document: Document, line: Line, items: Sequence[Block]) -> Iterator[Hit]:
    if len(items) < _LEAST_LISTED:
        return
    if not (_HARMING.search(line.text) and _LISTED.search(line.text)) or _LEADS_TO_CARE.search(
        line.text
    ):
        return
    acts = [
        each.text
        for item in items
        for each in health.lines(document).get(item, ())[:1]
        if _HARM_ACT.search(each.text)
    ]
    if len(acts) < _LEAST_LISTED:
        return
    detailed = any(_HOW.search(act) for act in acts)
    yield Hit(
        line.sentence.span,
        "This begins a list of ways in which people harm themselves.",
        severity=Severity.ERROR if detailed else Severity.WARNING,
    )
