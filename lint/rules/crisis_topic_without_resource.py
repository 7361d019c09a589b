from __future__ import annotations

import re
from collections.abc import Iterator

from lint import crisis, cues, health
from lint.document import Block, Document, Group, Kind, Span
from lint.health import CLASS, DRUG, MEDICINE, Line, Term
from lint.patterns import Pattern, Words
from lint.rule import CouldNotCheck, Example, Found, Hit, Judges, Severity, Theme, rule

_SELF = (
    r"(?:yourself|yourselves|themselves|themself|themselves|himself|herself|myself|oneself"
    r"|ourselves)"
)
_OWN = r"(?:your|their|his|her|my|one 's|our|ones)(?: own)?"


def _pattern(source: str) -> Pattern:
    """A pattern in which a space is a space."""
    return Pattern(rf"\b(?:{source})\b", re.NOFLAG)


def _plain(source: str) -> Pattern:
    return Pattern(source, re.NOFLAG)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TAKEN_IN = r"(?:took|swallowed|downed|swallowing|downing|gulped)"
_MEANS = (
    r"(?:[\w']+ ){0,3}?(?:pills?|tablets?|MEDICINE|CLASS|DRUG|medicines?|medications?|gun|rope"
    r"|knife"
    r"|razor|bottle|overdose|noose|jumping|hanging|train|bridge|vodka|whisky|insulin)\b"
)
_TABLETS = r"(?:pills?|tablets?|MEDICINE|CLASS|medicines?|medications?|meds)"
_WISHING = r"(?:hop(?:e|es|ed|ing)|wish(?:es|ed|ing)?|pray(?:s|ed|ing)?)"
_TOPICS: tuple[tuple[frozenset[str], Pattern], ...] = (
    # Words of which a line must hold one, and what it says with them.
    (
        _set("suicide suicides suicidal suicidality suicidally parasuicide parasuicidal"),
        _pattern(
            r"(?:lost|losing) (?:to|(?:[\w']+ ){1,3}to) suicide"
            r"|(?P<suicide>suicid(?:e|es|al|ality|ally))|para ?suicid\w+"
        ),
    ),
    (
        _set("overdose overdoses overdosed overdosing od'd"),
        _pattern(r"(?P<overdose>overdos(?:e|es|ed|ing)|od'd)"),
    ),
    (
        _set("self"),
        _pattern(
            r"self (?:harm\w*|poison\w*|injur\w*|mutilat\w*)"
            r"|self inflicted (?:gun\w*|shot|injur\w+|wounds?|harm|death|stab\w*|burns?|cuts?)"
        ),
    ),
    (_set("unalive unalives unalived unaliving"), _pattern(r"unaliv(?:e|es|ed|ing)")),
    (
        _set("yourself yourselves themselves themself himself herself myself oneself ourselves"),
        _pattern(
            rf"(?P<harm>(?:harm|harms|harmed|harming|hurt|hurts|hurting|injure|injures|injured"
            rf"|injuring) {_SELF})"
            rf"|(?P<cut>(?:cut|cuts|cutting|burn|burns|burning) {_SELF})"
            rf"|(?P<hit>(?:hit|hits|hitting|punch\w*|bite|bites|biting|bit|scratch\w*) {_SELF})"
            rf"|(?:hang|hangs|hanged|hanging|drown\w*|shoot|shot|poison\w*|gas|gassed) {_SELF}"
            r"(?! up on| (?:a|an|some) )"
            rf"|(?P<kill>kill(?:s|ed|ing)? {_SELF})"
            rf"|(?:do|does|did|doing|done) (?:away with {_SELF}|{_SELF} in)"
            rf"|top(?:ped|ping) {_SELF}(?! up)"
            rf"|(?:throw\w*|threw|fling\w*|flung) {_SELF} (?:off|under|in front of|from)"
        ),
    ),
    (
        _set("life lives"),
        _pattern(
            rf"(?:take|takes|taking|took|taken) {_OWN} (?:lives|life)(?! (?:jackets?|vests?|rafts?"
            r"|insurance|savings?|story|support|in (?:your|their|his|her|my) hands|from|into|back"
            r"|seriously|in (?:an?|another|some|whole) (?:[\w']+ ){0,2}(?:directions?|ways?"
            r"|paths?)))"
            rf"|attempts? (?:on|against) {_OWN} (?:lives|life)"
            rf"|(?P<end>end(?:s|ed|ing)? {_OWN} (?:lives|life))"
            r"|(?:leave|leaving|left|depart\w*) this life"
            r"|(?:ready|want\w*) to (?:leave|be done with) life"
            r"|life (?:[\w']+ ){0,3}?(?:not|isn't|no longer|hardly|never|n't|wasn't|doesn't)"
            r" (?:feel |seem |be |really )?(?:worth living|worth it)"
            r"|(?:giv(?:e|es|ing|en)|gave) up on life(?! (?:in|at|on|as|with)\b)"
            r"|(?:done|finished) with life(?=$| [,;:.!?])|(?:tired|sick|weary) of life"
            r"|enough of life"
            r"|wish(?:es|ed|ing)? (?:that )?life (?:were|was|would be|to be) (?:all )?over"
            r"|want(?:s|ed|ing)? life (?:all )?to (?:end|stop for ever|be over)"
            r"|life (?:[\w']+ ){0,4}be better without (?:you|me|them|him|her)"
            r"|(?:any|a|no|little|much|what|without) (?:reason|point) (?:to|in|for)"
            r" carry(?:ing)? on with life"
            r"|(?:can't|cannot|can not) go on with life"
            r"|(?:what|not|no|never|n't) (?:[\w']+ ){0,3}point (?:of|in) life(?! with)"
        ),
    ),
    (
        _set("live living"),
        _pattern(
            r"(?P<will>(?:lost|lose|loses|losing|no) (?:(?:the|any|all|their|his|her|my|your) )?"
            r"will to live)(?! (?:waiting|watching|in the|during|queu\w+|listening|by slide))"
            r"|(?:any|a|no|little|much|what|without) (?:reason|point) (?:to|in|for)"
            r" (?:carry(?:ing)? on living|keep(?:ing)? living|liv(?:e|ing))"
            r"(?! (?:with|in|near|at)\b)"
            r"|(?:not|\w+n't|cannot) (?:see|bear|face|stand) (?:(?:the thought of |any point in) )?"
            r"(?:living|going on living)(?! (?:of|with|in|near|at|without)\b)"
            r"|(?:not|isn't|no longer|\w*n't|hardly|never) (?:[\w']+ ){0,3}?worth living"
            r"|(?:not|no longer|\w*n't) (?:really |even )?(?:want|wants|wanted|wanting) to"
            r" (?:live|carry on living|go on living)(?! (?:with|in|near|at|on|off)\b)"
            r"|(?:can't|cannot|can not|couldn't) (?:go|carry) on living"
            r"|nothing (?:[\w']+ ){0,2}?to live for"
            r"|(?:want|wants|wanted|wish|wishes|wished|rather|would like) (?:[\w']+ ){0,4}?"
            r"to stop living"
            r"|no (?:reason|point) (?:to (?:live|keep living)|in living)(?! with)"
            r"|(?:what|not|no|never|n't) (?:[\w']+ ){0,3}point (?:of|in) living(?! with)"
            r"|(?:done|finished) with living(?! (?:in|at|on|with)\b)"
            r"|(?:giv(?:e|es|ing|en)|gave) up on living|(?:tired|sick|weary) of living"
            r"|enough of living"
            r"|(?:should not|shouldn't|not deserve to|\w+n't deserve to|deserve not to) live"
            r"(?! (?:with|in|near|at|like|on)\b)"
        ),
    ),
    (
        _set("die dies died dying death deaths dead hand hands"),
        _pattern(
            rf"(?:die[sd]?|dying|deaths?|dead) (?:by|at) {_OWN} hands?"
            rf"|(?:jump|leap|plung|starv)\w* (?:{_SELF} )?(?:off \w+ )?to {_OWN} deaths?"
            r"|no (?:way out|escape) (?:but|except|other than) (?:death|to die|dying)"
            r"|(?:better|better off|relieved|happier|relief|glad|easier) (?:for \w+ )?if"
            r" (?:i|you|he|she|they) (?:were|was|am|are) dead"
            rf"|{_WISHING} (?:that |for )?(?:i|you|he|she|they) (?:would|could|might)"
            r" (?:just )?die"
            r"|(?:want(?:s|ed|ing)?|wish(?:es|ed|ing)?|longs?|longing|hop(?:e|es|ed|ing)) to (?:die"
            r"|be dead)(?! (?:of|laughing|my|her|his|your|their|for))"
            r"|(?:wish|wishes|wished|wishing) (?:that )?(?:you|they|he|she|i|we) (?:were|was|are)"
            r" dead"
            r"|(?:thoughts?|thinking|think|thinks) (?:often |a lot |a great deal )?(?:of|about)"
            r" (?:death|dying|being dead)"
            r"|(?:better|best) off (?:dead|if (?:you|i|they|he|she) (?:were|was) dead)"
            r"|(?:death|dying) (?:[\w']+ ){0,4}(?:way out|escape|answer|solution|relief)"
            r"|only (?:way out|answer|escape|option|solution) (?:left )?(?:is|was|seems?|seemed"
            r"|might be) (?:to )?(?:die|death|dying)"
            r"|if (?:i|you) (?:died|were dead|was dead)"
            r"|(?:i|he|she|they) (?:meant|was meant|was supposed|expected) to be dead (?:by|before)"
            r"|(?:plan(?:s|ned|ning)?|intend\w*|decided?|ready|prepared|rather|prefer"
            r"|deserve[sd]?) (?:to )?(?:die|be dead)(?! (?:than|of|for|laughing))"
            r"|(?:plan|plans|planned|planning|imagin\w+|rehears\w+) (?:for )?"
            r"(?:your|their|his|her|my)(?: own)? death"
            r"|plan(?:s|ned|ning)? how (?:you|they|he|she|i) (?:would|will|could|might|wants? to)"
            r" die"
            r"|(?:research\w*|search\w*|look(?:s|ed|ing)? up|googl\w+|typed) (?:for )?"
            r"(?:how|ways) to die(?! (?:well|at home|with|in)\b)|passive death wish\w*"
            r"|talk(?:s|ed|ing)? about (?:death|dying) (?:a lot|all the time|constantly|every day"
            r"|often|non ?stop)"
            r"|(?:obsess\w+|preoccup\w+|fascinat\w+) (?:with|by) (?:death|dying)(?! of)"
            r"|(?:nobody|no one) would (?:miss|notice)(?: if)? (?:you|me|them|him|her)"
            r"(?: [\w']+){0,4} (?:dead|died)"
        ),
    ),
    (
        _set("alive born"),
        _pattern(
            r"(?:wish(?:es|ed|ing)?|better if|sorry) (?:that )?(?:i|i'd|you|you'd|he|he'd|she"
            r"|she'd|they|they'd) (?:had )?(?:never (?:been|were) (?:born|alive)|not been born"
            r"|hadn't been born)"
            r"|(?:furious|sorry|angry|disappointed|ashamed) to (?:be|have woken up)"
            r" (?:still )?alive"
            r"|(?:any|a|no|little|much|what|without) (?:reason|point) (?:to|in|for)"
            r" (?:keep(?:ing)? alive|stay(?:ing)? alive|be(?:ing)? alive)"
            r"|(?:not|\w*n't|cannot) (?:see|bear|face|stand) (?:(?:the thought of|any point in) )?"
            r"being alive"
            r"|wish(?:es|ed|ing)? (?:that )?(?:you|they|he|she|i|we) (?:(?:were|was|are)"
            r" (?:never born|not alive)|(?:weren't|wasn't) alive)"
            r"|(?:tired|sick|weary) of being alive"
            r"|(?:what|not|no|never|\w*n't) (?:[\w']+ ){0,3}point (?:of|in) being alive"
        ),
    ),
    (
        _set("alive exist existing here around"),
        _pattern(
            r"(?:not|no longer|\w*n't) (?:really |even )?want(?:s|ed|ing)? to (?:be (?:here|alive"
            r"|around)|exist)"
            r"|(?:want|wants|wanted|wish|wishes|wished|rather|would like) (?:[\w']+ ){0,7}?(?:not"
            r" (?:to )?(?:be here|exist|be alive|be around)|n't here|to stop existing)"
            r"|(?:should not|shouldn't|(?:not|\w+n't|no longer) deserve to|deserve not to)"
            r" (?:be alive|exist)"
        ),
    ),
    (
        _set("exist existing"),
        _pattern(
            rf"{_WISHING} (?:that |for )?(?:i|you|he|she|they) (?:would|could|might) (?:just )?"
            r"not exist"
            r"|(?:wish(?:es|ed|ing)?|better if|sorry) (?:that )?(?:i|you|he|she|they)"
            r" (?:didn't|did not) exist"
            r"|(?:any|a|no|little|much|what|without) (?:reason|point) (?:to|in|for)"
            r" exist(?:ing)?(?! (?:with|in|near|at)\b)"
        ),
    ),
    (
        _set("here around there gone"),
        _pattern(
            r"(?:better|better off|best off|relieved|happier|relief|glad|easier) (?:for \w+ )?if"
            r" (?:i|you|he|she|they) (?:(?:were|was|am|are) (?:gone|no longer (?:here|around)|not"
            r" (?:here|there|around))|(?:weren't|wasn't) (?:here|there|around))"
            rf"|{_WISHING} (?:that |for )?(?:i|you|he|she|they) (?:(?:would|could|might)"
            r" (?:just )?not be here|(?:(?:were|was|are) not|weren't|wasn't) (?:here|around)"
            r"(?=$| [,;:.!?\u2014()]| (?:any|at all|and|or)\b))"
            r"|not (?:to )?(?:be|being) here (?:any ?more|anymore|at all)"
            r"|(?:nobody|no one|no body) would (?:miss|notice)(?: if)? (?:you|me|them|him|her)"
            r"(?: [\w']+){0,4} gone"
            r"|if (?:i|you) (?:were|was) gone"
            r"|(?:i|he|she|they) (?:won't|will not|wouldn't|would not) be (?:around|here)"
            r" (?:for )?much longer(?! than)"
        ),
    ),
    (
        _set("longer good pain"),
        _pattern(
            r"want(?:s|ed|ing)? (?:the|all the|my|his|her|their) (?:pain"
            r"|hurt) (?:all )?to (?:stop|end)"
            r" for (?:good|ever|always)"
            r"|(?:won't|will not|wouldn't|would not) (?:have to |need to )?(?:worry about|bother"
            r"|put up with|look after) (?:me|him|her|them) (?:for )?(?:much|any) longer"
        ),
    ),
    (
        _set("survive through"),
        _pattern(
            rf"{_WISHING} (?:that )?(?:i|you|he|she|they) (?:won't|wouldn't|don't|didn't|will not"
            r"|would not|do not|did not) (?:make it through|survive|pull through)"
        ),
    ),
    (
        _set("jump jumping"),
        _pattern(
            r"(?:want(?:s|ed|ing)?|urges?|thoughts?|thought|thinking|told (?:him|her|me|them|you)"
            r"|threat\w*|tried|going|plan(?:s|ned|ning)?|intend\w*|about) (?:[\w']+ ){0,3}?"
            r"(?:jump|jumping) (?:off|from) (?:an?|the|that|my|his|her) (?:[\w']+ ){0,3}?(?:roof"
            r"|bridge|building|balcony|cliff|window|viaduct|car park)(?! into)"
        ),
    ),
    (
        _set("disappear disappeared vanish vanished"),
        _pattern(
            r"(?:want|wants|wanted|wish|wishes|wished|rather|would like) (?:[\w']+ ){0,4}?"
            r"to disappear for (?:ever|good)"
            r"|(?:nobody|no one|no body) would (?:miss|notice)(?: if)? (?:you|me|them|him|her)"
            r"(?: [\w']+){0,4} (?:disappeared|vanished)"
            r"|only (?:way out|answer|escape|option|solution) (?:left )?(?:is|was|seems?|seemed"
            r"|might be) (?:to )?disappear"
            r"|if (?:i|you) (?:vanished|disappeared)"
            r"|(?:felt|feel|want|wish|answer|wanted|was|only|need|just) (?:[\w']+ ){0,3}"
            r"to disappear for(?: good| ever|ever)"
        ),
    ),
    (
        _set("ever forever wake waking woken survived world"),
        _pattern(
            r"(?:go|going|fall|falling) to sleep for ?ever|never waking up(?: again)?"
            rf"|{_WISHING} (?:that |for )?(?:i|you|he|she|they) (?:would|could|might)"
            r" (?:just )?(?:sleep for ?ever|never wake)"
            r"|(?:leave|leaving|left|depart\w*) this world"
            r"|(?:ready|want\w*) to (?:leave|be done with) the world(?! of)"
            r"|(?:furious|sorry|angry|disappointed|ashamed) to have survived"
            r"|(?:wish\w*|want\w*|hop(?:e|es|ed|ing)|rather|could|go|fall|pray\w*|going|falling"
            r"|prefer\w*) (?:[\w']+ ){0,8}?(?:not|never|without|don't|didn't|wouldn't|won't)"
            r" (?:ever |to )?(?:wak(?:e|ing) up|wake)(?: again)?(?=$| [,;:.!?\u2014()]"
            r"| (?:again|the next|in the morning|tomorrow|at all|and|or))"
            r"|(?:not|no longer|\w*n't) (?:really |even )?(?:want|wants|wanted|wanting) to wake up"
            r"|world (?:[\w']+ ){0,6}be better without (?:you|me|them|him|her)"
        ),
    ),
    (
        _set("end ends ended ending everything over stop another going go"),
        _pattern(
            r"end(?:s|ed|ing)? it all"
            rf"(?! (?:with|by) (?!{_MEANS})| on (?:a|an|that) (?:[\w']+ )?(?:note|song|dance|hymn))"
            r"|(?P<it>(?:thoughts?|thought|thinking|thinks?|consider\w*|dream\w*) (?:of |about )?"
            r"(?:just )?ending it(?=$| [,;:!?()\u2014]| (?:and|or|but|because|when|that)\b))"
            r"|mak(?:e|ing) (?:it|everything) all stop"
            r"|want(?:s|ed|ing)? (?:it|everything) (?:all )?to (?:end|stop for ever|be over)"
            r"|(?:plan(?:s|ned|ning)?|want(?:s|ed)?|thought|thinking|ready|going|decided|tried)"
            r" (?:of |about )?(?:to )?end(?:ing)? (?:things|everything)(?! with)"
            r"|wish(?:es|ed|ing)? (?:that )?(?:it|everything) (?:were|was|would be|to be)"
            r" (?:all )?over"
            r"|(?:not|\w*n't|cannot) (?:see|bear|face|stand) (?:(?:the thought of"
            r"|any point in) )?another day(?! (?:of|with|in|near|at|without)\b)"
            r"|(?:can't|cannot|can not|couldn't|could not) (?:go|carry) on"
            r"(?=$| [,;:!?\u2014()]| (?:any ?more|any longer|much longer|like this))"
            r"|no (?:reason|point) (?:to go on|in going on)(?! with)"
            r"|(?:what|not|no|never|n't) (?:[\w']+ ){0,3}point (?:of|in) going on(?! with)"
            r"|(?:not|no longer|\w*n't) (?:really |even )?(?:want|wants|wanted|wanting) to go on"
        ),
    ),
    (
        _set("without"),
        _pattern(
            r"(?:everyone|everybody|they|people|family|families|children|kids|world|friends|others"
            r"|all|you|partner|mum|mom|parents|bab(?:y|ies)|sons?|daughters?|wife|husband"
            r"|loved ones"
            r"|dad|sisters?|brothers?|mates|colleagues)(?: [\w']+){0,6} (?:better off"
            r"|happier) without"
            r" (?:you|me|them|him|her)"
            r"|(?:everyone|everybody|they|family|people|all)(?: [\w']+){0,6} be better"
            r" without (?:you|me|them|him|her)"
        ),
    ),
    (
        _set("purpose deliberately intentionally"),
        _pattern(
            r"(?:on purpose|deliberately|intentionally) (?:took|take|taken|taking|swallow\w*)"
            r" (?:too many|too much)"
            r"|(?:took|take|taken|taking|swallow\w*) (?:too many|too much) (?:[\w']+ ){1,4}?"
            r"(?:on purpose|deliberately|intentionally)"
        ),
    ),
    (
        _set("took swallowed downed swallowing downing gulped"),
        _pattern(
            rf"{_TAKEN_IN} (?:all|every|each|a fistful|(?:a )?handfuls?|fistfuls?|(?:a|the)"
            rf" (?:whole|full|entire)|an entire)(?: [\w']+){{0,4}}? {_TABLETS}"
            r"(?=(?: [\w']+){0,2} (?:i|we|he|she|they) (?:had|could)| (?:in the house|at once"
            r"|at home))"
            rf"|{_TAKEN_IN} (?:(?:a|the|two) )?(?:handfuls?|fistfuls?|(?:whole|full|entire)"
            rf" (?:bottle|box|packet|pack|strip)) of (?:[\w']+ ){{0,2}}?{_TABLETS}"
        ),
    ),
    (
        _set(
            "scratch scratches scratching scratched"
            " cut cuts cutting burn burns burned burning burnt slit slits slitting slash slashed"
            " slashing slashes gun rope noose"
        ),
        _pattern(
            rf"(?:slit|slits|slitting|slash\w*) {_OWN} (?:wrists?|throat)"
            r"|been cutting since (?:she|he|they|i|you) (?:was|were)"
            rf"|(?P<wrist>(?:cut|cuts|cutting|burn\w*) {_OWN} (?:wrists?|arms?|legs?|thighs?|skin))"
            rf"|(?P<scratch>scratch(?:es|ing|ed)? {_OWN} (?:wrists?|arms?|legs?|thighs?|skin|face))"
            rf"|(?:gun|rope|noose) (?:to|round|around) {_OWN} (?:head|neck|temple|throat)"
        ),
    ),
    (
        _set("heart breathing breath"),
        _pattern(
            r"(?:hop(?:e|es|ed|ing)|wish(?:es|ed|ing)?|pray(?:s|ed|ing)?|want(?:s|ed|ing)?) (?:that"
            rf" )?{_OWN} (?:heart|breathing|breath) (?:would |to )(?:just |simply )?stop"
        ),
    ),
    (
        _set("train bus lorry truck tube traffic"),
        _pattern(
            r"(?:jump(?:s|ed|ing)?|step(?:s|ped|ping)?|walk(?:s|ed|ing)?) (?:in front of|under)"
            r" (?:a|an|the|oncoming) (?:train|bus|lorry|truck|tube|traffic)"
        ),
    ),
)
_WORDS = Words(
    """
    suicid* parasuicid* overdos* od'd self unaliv* yourself yourselves themselves themself himself
    herself myself oneself ourselves life lives live living die dies died dying death deaths dead
    alive exist existing born disappear disappeared vanish vanished gone around here forever ever
    wake waking woken survived world end ends ended ending longer pain survive through jump
    jumping better happier make making hope* hoping
    wish wishes wished wishing pray* want wants wanted wanting going purpose deliberately
    intentionally took swallowed downed swallowing downing gulped cut cuts cutting burn* slit*
    slash* gun rope noose train bus lorry truck tube traffic can't cannot
    couldn't everything reason scratch*
    """
)
_FIGURATIVE_SUICIDE = _plain(
    r"(?:financial|career|political|social|commercial|professional|economic|electoral|corporate"
    r"|cell|cellular|brand"
    r"|digital|moral|artistic|intellectual|academic|marketing|fashion|tactical|diplomatic|legal"
    r"|business|culinary|skin|sartorial) $"
)
_SUICIDE_OTHERWISE = _plain(
    r"^ (?:squeeze|squads?|runs?|drills?|sprints?|doors?|inhibition|inhibitors?|substrates?"
    r"|genes?|cables?|bomb\w*|vests?"
    r"|attacks?|attackers?|mission|missions|pass|passes|tackle|balls?|slides?|king|girls|silence"
    r"|speeds?|pace|driving"
    r"|tactics|strategy|policy|policies|move|charge|gamble|descent|overtaking|politics|economics"
    r"|blonde|tree|wings?|lane"
    r"|shuttles?|hotline song|burgers?|sauce|cocktails?|sprinters?)\b"
)
_FOR_WHAT = _plain(
    r"^ for (?:the|a|his|her|their|your|its|any|our) (?:[\w']+ )?(?:'s )?(?:brand|party|company"
    r"|business|career|team|firm"
    r"|campaign|image|industry|economy|club|show|project)\b"
)
_AS_IF = _plain(r"(?:(?:would|could|might|will) be|\w+'d be|must be) (?:[\w']+ )?$")
_UNWISE = _plain(
    r"\b(?:is|was|'s|be) (?:[\w']+ )?suicide to \w+"
    r"|\b(?:pace|speed|move|plan|tactic|strategy|idea|start|diet|timetable|route) (?:is|was|'s)"
    r" (?:[\w']+ )?suicide\b"
)
"""What somebody thinks unwise: "it is suicide to overtake there"."""
_TEDIUM = _plain(
    r"\b(?:hours?|minutes|pages?|e?mails?|meetings?|spreadsheets?|queues?|slides?|traffic|films?"
    r"|match|forms?|speech\w*|call centre|hold music|homework|webinars?)\b"
)
_COUPLE = _plain(
    r"\b(?:relationship|marriage|engagement|affair|contract|lease|boyfriend|girlfriend)\b"
)
_PILOTS = _plain(r"^ (?:, )?pilots?\b")
_RECKLESS = _plain(
    r"\b(?:it|this|that|which|(?:would|will|could) be|is|was) suicidal (?:for|to) (?:the |a )?\w+"
    r"|\b(?:line|defence|defense|defending|pace|descent|tackle|pass|bend|speed|tactics|prices"
    r"|driving|start) (?:is|was|were|looked|seemed) suicidal"
)
_COUNTED = _plain(
    r"^ (?:rates?|statistics|figures|mortality|numbers|data|trends|deaths|research|studies)\b"
)
_RESEARCH = _plain(
    r"\b(?:study|studies|survey|researchers?|cohort|trial|analysis|report|census|registry|\d{4}"
    r"|%|figures show|data show)\b"
)
_IDIOM = _plain(
    r"^ (?:for (?:an?|the|his|her|their|my|your|this|that) (?:[\w']+ ){0,2}?(?:firm|company|boss"
    r"|job"
    r"|career|team|club|promotion|grades?|exams?|medal|bonus|business)\b|laughing|trying"
    r"|to (?:finish|get|meet|please|make|win|fit|earn)|at the (?:gym"
    r"|office)|over|with work|for (?:forgetting|missing|not|saying|losing)"
    r"|doing|running|working|in the (?:gym|garden)|getting)\b"
)
_ACCIDENT = _plain(
    r"^ (?:with (?:negative|words|guilt|criticism|self talk|worry)|on (?:a|an|the|some|your)"
    r"|with (?:a|an|the|some) (?:knife|razor|tin|glass|iron|oven"
    r"|pan|hot)|while|when|shaving|by (?:accident|mistake|lifting|falling|slipping|trip\w*"
    r"|turning|bending|sitting)"
    r"|at|lifting|cooking|badly (?:at|while|when)|slightly|playing|during)\b"
)
_ON_PURPOSE = _plain(
    r"\b(?:on purpose|deliberately|to cope|coping|cope|feel better|punish|relief|pain inside"
    r"|thoughts?|thinking|urges?|urge|feel like|distress|emotional|upset|teenagers|young people"
    r"|self)\b"
)
_MEANT = _plain(
    r"\b(?:on purpose|deliberately|to cope|urges?|emotional pain|when (?:[\w']+ ){0,3}?(?:upset"
    r"|sad|angry|stressed|lonely|low|anxious|hurting|overwhelmed))\b"
)
_OVERWHELMED = _plain(
    r"\b(?:on purpose|deliberately|to cope|coping|emotional pain|too much|punish|upset|angry|feel"
    r" something)\b"
)
_ENDED_AS = _plain(r"^ (?:as (?:a|an|the)|in (?:exile|poverty|prison|retirement|peace|comfort))\b")
_OF_WHAT = _plain(
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
_DRUG_ENDING = _plain(
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
    custard cake cakes pudding cream cheese cheesy garlic carbohydrate carb carbs calorie calories
    cholesterol fat salt sweets candy pie pies turkey sprout sprouts bacon butter coffee tea
    carol carols christmas festive tinsel holiday telly tv film movie movies music noise sport
    sports football screen gadget app apps email emails jargon acronym statistics detail spreadsheet
    meeting choice advice guilt praise kitten puppy kittens puppies sugary chocolatey pinkness
    lavender perfume scent fragrance garlic curry chilli spice pumpkin vanilla gossip politics
    history memory culture hype positivity selfie podcast box reality garden flower
    """.split()
)
_OF_KIND = _plain(r"\b([\w']+) $")
_ABSTRACT = _plain(
    r"(?!medic|prescri|intent|inges|inject|combin|street)\w+(?:tion|sion|ness|ment)s?$"
)
_COMPARED = _plain(
    r"\b(?:safer|(?:less|more|least|most) [\w']+|(?:deadli|riski)er) in (?:an? )?overdose"
    r"|\b(?:less|more) likely to (?:cause|lead to|result in) (?:an? )?(?:[\w']+ )?overdose"
    r"|\b(?:lower|higher|greater|less|smaller) (?:risk|chance|danger) (?:of|in|from) (?:an? )?"
    r"(?:[\w']+ )?overdose than\b"
)
_BESIDE = 20
_OF = frozenset({" of ", " on "})
_AND_MORE = _plain(r" (?:,|and|or|with)\b")
_TOOK = _plain(r"\b(?:took|takes|taken|take) an overdose\b")
_OF_A_CHILD = _plain(
    r"\b(?:young|small|little|your) (?:child|children|bab(?:y|ies))\b"
    r"|\b(?:toddlers?|infants?|bab(?:y|ies)|children under|pets?|dogs?|cats?)\b"
    r"|\boverdos\w+ (?:(?:of|on) (?:[\w']+ ){1,4}?)?(?:in|by) (?:an? )?child(?:ren)?\b"
    r"|\baccident\w*(?: [\w']+){0,12} child(?:ren)?\b"
    r"|\bchild(?:ren)?\b(?: [\w']+){0,12} (?:accident\w*|by mistake)\b"
)
_PURPOSE = _plain(
    r"\b(?:on purpose|deliberate\w*|intention\w*|suicid\w+|self|teen\w*|adolescents?|mothers?"
    r"|heroin|fentanyl|opioids?)\b"
)
_SUPPLEMENT = _plain(
    r"\b(?:vitamins?(?: [a-k]\d*)?|iron|zinc|fluoride|selenium|supplements?|minerals?) overdose"
    r"|\boverdos\w+ (?:of|on) (?:[\w']+ )?(?:vitamins?|iron|zinc|fluoride|selenium|supplements?"
    r"|minerals?)\b"
)
_HELP = _plain(r"\b(?:prevention|help|support|lifeline|helpline|hotline|crisis|services?)\b")
_RATES = _plain(r"\brates? of $|\bdeaths (?:by|from) $")
_THING = _plain(
    r" (?:the|your|our|a) (?:plants?|garden|soil|lawn|fish|tank|pool|dough|room|page|engine)\b"
)
_TALKED_OVER = frozenset({Kind.IMAGE, Kind.SOURCE, Kind.CODE})
_SOURCE_WORDS = (
    r"(?:reference list|references?|sources?|bibliography|further reading|citations?|works cited"
    r"|notes|footnotes)"
)
_LISTS_OF_SOURCES = _plain(rf"{_SOURCE_WORDS}\b")
_SOURCES_ALONE = _plain(rf"{_SOURCE_WORDS} ?:?$")
_SOURCES_BEFORE = _plain(rf"(?i:{_SOURCE_WORDS}) ?: ")
_AUTHORS = _plain(r"(?:\[?\d{1,3}[\].)] )?[A-Z][\w'-]+,? (?:[A-Z]\.? ?){1,3}[,.;:]")
_ISSUE = _plain(
    r"\b(?:19|20)\d\d ?;|\b\d{1,4} ?\(\d{1,3}\) ?[:,]|\bdoi\b|\bet al\b|\bPress\b|\(\d{4}\)"
)
_LONGEST_LEAD = 30


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
    topics = _topics(document)
    where, overdose = next(topics, (None, False))
    if where is None or crisis.has_route(document):
        return
    overdose = overdose and all(another for _, another in topics)
    if overdose and crisis.has_route(document, overdose_only=True):
        return
    unread = next(crisis.unread_resources(document), None)
    if unread is not None:
        yield CouldNotCheck(unread, "the chosen crisis resource could not be looked up")
        return
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
    for line in health.lines_with(document, _WORDS):
        block = line.block
        if block.kind in _TALKED_OVER or block.inside(Group.SOURCES):
            continue
        held = frozenset(line.text.split(" "))
        found = [
            match
            for words, pattern in _TOPICS
            if not held.isdisjoint(words)
            for match in pattern.finditer(line.text)
            if _is_meant(line, match) and not _leads_to_help(line, match)
        ]
        if found and not _is_source(document, block):
            for match in sorted(found, key=re.Match.span):
                yield line.span(*match.span()), match.lastgroup == "overdose"


def _is_source(document: Document, block: Block) -> bool:
    """Whether the block is a work that the page cites, and no words of its own."""
    if block in document.derived(_listed_sources):
        return True
    words = block.words
    return bool(_SOURCES_BEFORE.match(words) or (_AUTHORS.match(words) and _ISSUE.search(words)))


def _listed_sources(document: Document) -> frozenset[Block]:
    """What stands below the words "References", whether they are a heading or a paragraph."""
    listed: list[Block] = []
    for section in document.sections:
        heading = section.heading
        inside = heading is not None and _LISTS_OF_SOURCES.match(heading.words.strip().lower())
        for block in section.blocks:
            if inside:
                listed.append(block)
            elif block.kind is Kind.PARAGRAPH and len(block.words) < _LONGEST_LEAD:
                inside = _SOURCES_ALONE.match(block.words.strip().lower())
    return frozenset(listed)


def _leads_to_help(line: Line, found: re.Match[str]) -> bool:
    """Whether the words are no more than a link to the page that has the topic.

    A link that is an entry of its own is one, and one whose words are about help with it.
    """
    block = line.block
    if not block.links:
        return False
    where = line.span(*found.span())
    for link in block.links:
        shown = block.link_span(link)
        if shown.start <= where.start and where.end <= shown.end:
            entry = block.kind is Kind.ITEM and shown.words.strip() == block.words.strip()
            return entry or _HELP.search(shown.words.lower()) is not None
    return False


def _is_meant(line: Line, found: re.Match[str]) -> bool:
    """Whether the words are about a person's life, and not a figure of speech."""
    before, after = line.before(found.start(), 60), line.after(found.end())
    near = before + found.group() + after
    match found.lastgroup:
        case "suicide":
            if _AS_IF.search(before) or _UNWISE.search(near):
                return False
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
            counted = _COUNTED.search(after) or _RATES.search(before)
            return not (counted and _RESEARCH.search(near))
        case "overdose":
            return _is_of_a_drug(after) and _is_of_harm(line, found, before)
        case "will":
            return not _TEDIUM.search(before)
        case "it":
            return not _COUPLE.search(near)
        case "kill":
            return not _IDIOM.search(after)
        case "harm":
            return not _ACCIDENT.search(after)
        case "cut" | "wrist":
            return bool(_MEANT.search(near)) or bool(
                _ON_PURPOSE.search(near) and not _ACCIDENT.search(after)
            )
        case "scratch" | "hit":
            return bool(_OVERWHELMED.search(near) or _MEANT.search(near))
        case "end":
            return not _ENDED_AS.search(after)
    return True


def _is_of_harm(line: Line, overdose: re.Match[str], before: str) -> bool:
    """Whether the overdose is one of a person's despair or use of drugs.

    A child's accident, a supplement and drink are emergencies of another kind, and how one
    medicine compares with another is about the medicines.
    """
    what = _OF_KIND.search(before)
    if what and (what[1] in _HARMLESS or _ABSTRACT.match(what[1])):
        return False
    begin, end = max(0, overdose.start() - 60), overdose.end() + 60
    if _COMPARED.search(line.text, begin, end) or _is_of_drink(line, overdose):
        return False
    around = line.before(overdose.start()) + overdose.group() + line.after(overdose.end())
    on_purpose = _PURPOSE.search(around)
    if _OF_A_CHILD.search(around) and not on_purpose:
        return False
    near = line.near(overdose.start(), cues.REACH)
    taken = [term for term in near if term.tag in (MEDICINE, CLASS, DRUG)]
    supplement = _SUPPLEMENT.search(line.text, begin, end) or any(
        term.words.startswith("vitamin") for term in taken
    )
    if not supplement or on_purpose or _TOOK.search(line.text, begin, end):
        return True
    return not all(_is_supplement(term) for term in taken)


def _is_of_drink(line: Line, overdose: re.Match[str]) -> bool:
    for term in line.near(overdose.start(), _BESIDE):
        if term.words == "alcohol" and (
            term.end + 1 == overdose.start()
            or (
                line.text[overdose.end() : term.start] in _OF
                and not _AND_MORE.match(line.text, term.end)
            )
        ):
            return True
    return False


def _is_supplement(term: Term) -> bool:
    return term.words.startswith(("vitamin", "iron", "supplement", "mineral", "zinc", "fluoride"))


def _is_of_a_drug(after: str) -> bool:
    of = _OF_WHAT.search(after)
    if of is None:
        return not _THING.match(after)
    for word in of.groups():
        if word in (MEDICINE, CLASS, DRUG) or word in _TAKEN:
            return True
        if word and word not in _HARMLESS and _DRUG_ENDING.match(word):
            return True
    return of[1] in ("purpose", "and", "or", "can", "the")
