"""Sentences that tie a decision to a health professional.

"Talk to your doctor before you stop" sends the reader to somebody who knows them; "psychiatrists
prescribe it" does not, though both name a role. `directions` finds the sentences that do, each
with the form in which it does so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from lint import cues, health
from lint.document import Document, Group, Kind, Span
from lint.health import ROLE, ROLES, Line
from lint.text import Sentence


class Form(Enum):
    """How a sentence ties the decision to a role."""

    DIRECTIVE = "it tells the reader to ask"
    MODAL = "it says that people should ask"
    JOINT = "it makes the decision a joint one"
    CONSIDER = "it has the reader weigh it with somebody"
    NO_SUBSTITUTE = "it says that it is no substitute"
    CONDITION = "it makes asking a condition"
    ANSWER = "it says who has the answer"


@dataclass(frozen=True)
class Direction:
    """A sentence that sends the reader to a professional: which, where in it, and how."""

    sentence: Sentence
    span: Span
    form: Form


def _either(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


# Every gap is bounded, so that a pattern costs the same at each word however long a line is.
_TARGET = (
    r"(?:(?:(?!(?:our|my|no|friends?|myself|nobody|about|for|in|on|after|that|which|who|if|when"
    r"|than|from"
    r"|because|section|list|page|table)\b)[\w']+ ){0,6}?ROLES?\b"
    r"(?! (?:chain|magazine|shop|school|training|costs?|fees?|jobs?|website|page|shortage|pay)\b)"
    r"(?! 's (?:new )?(?:building|website|car|blog|book|podcast|dog|house)\b)"
    r"|(?:someone|somebody)(?: [\w']+){0,6} , (?:such as|like|for example|for instance"
    r"|ideally) (?:[\w']+ ){1,3}?ROLES?\b)"
)
_ADVICE = (
    r"(?:(?:urgent|immediate|prompt|emergency|some|independent|personal|qualified) )?"
    r"(?:professional|medical|clinical|specialist)(?: medical| mental health)?"
    r" (?:advice|help|attention|care|guidance|support|assistance|opinion|supervision|treatment)\b"
)
_GOAL = rf"(?:{_TARGET}|{_ADVICE})"


def _spaced(pattern: str) -> str:
    """`pattern` with its spaces kept in a verbose one."""
    return pattern.replace(" ", r"\ ")


_FORMS = {
    # verb: (base, gerund), each followed by how it reaches the role
    "meet": (
        _either(
            "see ask tell consult ring phone call contact visit text email message inform "
            "alert notify involve"
        ),
        _either(
            "seeing asking telling consulting ringing phoning calling contacting visiting "
            "texting emailing messaging informing alerting involving"
        ),
        r"(?: with)?",
    ),
    "speak": (
        _either("talk speak chat turn go work check connect meet"),
        _either("talking speaking chatting turning going working checking connecting meeting"),
        r"(?: (?!you\b|i\b|to\b)[\w']+){0,3}? (?:to|with)",
    ),
    "reach": (
        r"(?:reach out|get in touch|touch base|get back|have a (?:[\w']+ )?(?:chat|word|talk"
        r"|conversation|discussion))",
        r"(?:reaching out|getting in touch|having a (?:[\w']+ )?(?:chat|word|talk|conversation"
        r"|discussion))",
        r" (?:to|with)",
    ),
    "book": (
        _either("make book arrange schedule get request") + "|ask for",
        _either("making booking arranging scheduling getting requesting"),
        r" (?:an?|your|the|another|that) (?:[\w']+ ){0,2}?(?:appointment|visit|check up|checkup"
        r"|review|call|consultation) (?:with|to see)",
    ),
    "bring": (
        _either("bring take show mention raise report run share leave put give hand send describe"),
        _either(
            "bringing taking showing mentioning raising reporting running sharing leaving "
            "giving sending describing"
        ),
        r" (?:(?:what )?(?:(?<=what )|(?!you\b))[\w',]+ ){1,12}?(?:to|with|by|past)",
    ),
    "examined": (
        r"(?:(?:be|get)(?: (?:it|them|yourself|your \w+|checked|this))?|(?:have|get) (?:your|it"
        r"|them|any|the|this|that|these|yourself)(?: [\w']+){0,4}?) (?:checked(?: out| over)?"
        r"|seen|assessed|examined|tested|reviewed|guided|looked at|measured|monitored)",
        r"(?:being|getting)(?: (?:it|them|yourself|checked|this))? (?:checked(?: out| over)?"
        r"|seen|assessed|examined|tested|reviewed)",
        r" (?:by|with)",
    ),
    "go": (
        r"rely on|go through|defer to|pop in(?:to| to)?|drop in(?:to| to| at)?|call in at"
        r"|head (?:to|for)|get (?:yourself|them|him|her|(?:your|the) child) to",
        r"relying on|going through|deferring to|popping in(?:to| to)?|dropping in(?:to| to| at)?",
        "",
    ),
    "heed": (
        _either("follow seek get take obtain want need request")
        + r"|(?:ask|look) for|listen to|be guided by",
        _either("following seeking getting taking obtaining requesting")
        + r"|(?:asking|looking) for|listening to",
        r" (?:(?!you\b)[\w']+ ){0,4}?(?:advice|instructions?|guidance|help|opinion|support"
        r"|directions?|input|referral)(?: (?:of|from|by))",
    ),
}
_WEIGH = _either(
    "discuss consider weigh review explore plan decide agree choose work figure think go look talk"
    " check set make sort balance judge compare settle raise adjust change"
)
_WEIGHING = _either(
    "discussing considering weighing reviewing exploring planning deciding agreeing choosing "
    "working"
    " figuring thinking going looking talking checking setting making sorting"
)
_WITH = r" (?:[\w',]+ ){0,14}?(?:together with|alongside|along with|with)"


def _phrases(index: int) -> str:
    reach = "|".join(f"(?:{forms[index]}){forms[2]} {_TARGET}" for forms in _FORMS.values())
    heed = _FORMS["heed"][index]
    weigh = (_WEIGH, _WEIGHING)[index]
    follow = ("follow", "following")[index]
    let = ("(?:let|keep|have|give|get)", "(?:letting|keeping|having)")[index]
    return (
        f"(?:{reach}"
        f"|(?:{heed}) (?:[\\w']+ ){{0,2}}?{_ADVICE}"
        f"|(?:{_FORMS['book'][index]}) (?:an?|the|your) (?:(?!no\\b)[\\w']+ ){{0,3}}?ROLES? "
        "(?:'s )?"
        "(?:appointment|visit|check up|review|consultation|call)"
        "|(?:bring|bringing|loop|looping) (?:your|a|the) (?:[\\w']+ ){0,2}?ROLE"
        " (?:in|into|on board)"
        "|(?:wait for|waiting for|get|getting|seek|seeking|obtain|take|ask for|have) (?:your|an?"
        "|the|another) (?:[\\w']+ ){0,2}?ROLE 's (?:ok|opinion|advice|view|approval|input|go ahead"
        "|say so|blessing|consent|permission|guidance|all clear)"
        f"|{follow} (?:[\\w']+ ){{0,3}}?ROLES? (?:'s )?(?:\\w+ )?(?:advice|instructions?"
        "|guidance|directions?)"
        f"|{let} {_TARGET} (?:to )?(?:know|informed|up to date|updated|check|look|review|involved"
        "|a (?:call|ring)|adjust|decide|choose|change|guide|help|see)"
        f"|{weigh}{_WITH} {_TARGET})"
    )


_DO = _phrases(0)
_DOING = _phrases(1)
_START = (
    r"(?:^|[,;:()!?\u2014] )(?:(?:please|double|always|then|just|first|also|so|and|or|but|do"
    r"|instead|simply"
    r"|either|next|now|otherwise|if so|if in doubt|if unsure|when in doubt|to be safe|tip|even so"
    r"|at any time|before that|day or night|even then) )*"
)
_PEOPLE = (
    r"\b(?:i|he|she|we|they|people|patients|who|to|many|most|some|men|women|ROLES|it|that|staff)\b"
)
_NOT = re.compile(
    r"\b(?:not|never|no longer|nobody|none|no one|no need|without|nor|hardly|rather than|instead of"
    r"|\w+n't)\b(?! only| sure| certain)"
)
_MUST = (
    r"(?:should|must|needs? to|have to|has to|ought to|had better|'d better|need|it 's time to"
    r"|(?:are|is|be) (?:strongly )?(?:advised|encouraged|urged|recommended|asked"
    r"|reminded|warned) to"
    r"|(?:want|wish|like|choose) to|you'd better|would do well to)"
)
_GOOD = (
    r"(?:(?:good|wise|smart|sensible|best|great|safe|big|right|first|next|useful) (?:idea|plan"
    r"|move|step|habit|rule|thing|practice|option|choice)"
    r"|(?:best|better) off|important|worth|best|wise|essential|vital|sensible|safest|safer"
    r"|better|helpful"
    r"|crucial|advisable|recommended|necessary|key|smart|time|right|helps|useful|worthwhile|safe"
    r"|fine|ok|always)"
)
_ADVERBS = (
    r"(?:(?:always|also|first|still|only|really|then|both|definitely|either|please|at least"
    r"|instead|all|now) ){0,2}"
)

_ASKING = re.compile(rf"\b{_DO}")
_GERUND = re.compile(rf"\b{_DOING}")
_WEIGHED = re.compile(r"(?:consider|weigh|review|explor|think|compar|balanc|judg)\w*\b")

# What may stand before such a phrase, up to its first word.
_IMPERATIVE = re.compile(rf"{_START}$")
_CHAINED = re.compile(r" (?:and|or|then|but|so) (?:(?:then|also|always|please) )?$")
_CONDITIONED = re.compile(
    r"^(?:please |but |and |so )?(?:if|when|once|unless|should|before|whenever|as soon as)\b"
)
_LAST_WORD = re.compile(r"([\w']+) $")
_NO_IMPERATIVE_AFTER = re.compile(
    r"to|you|i|we|they|he|she|who|people|and|or|will|would|can|could|may|might|must|should|cannot"
    r"|do|did|does|not|never|your|the|a|an|of|patients|friends|family|often|already|usually|that"
    r"|before|after|by|with|\w+n't|first|regularly|always|ROLES?"
)
_MODAL = re.compile(rf"(?P<before>(?:[\w']+ ){{0,8}})\b(?P<modal>{_MUST}) {_ADVERBS}$")
_ABLE = re.compile(
    r"\b(?:you|anyone|anybody|everyone|people|women|parents|those) (?:[\w']+ ){0,6}?"
    rf"(?:can|could|might|may|will need to|'ll need to) {_ADVERBS}$"
)
_WORTH = re.compile(
    rf"(?P<before>(?:[\w']+ ){{0,5}})\b{_GOOD} (?:(?:thing|step|idea|that|for|you|people|always"
    rf"|first|one|anyone|way) ){{0,3}}"
    rf"(?:to |is to |can be to )?{_ADVERBS}$"
)
_RECOMMENDED = re.compile(
    r"(?:^|[,;:] |\b(?:consider|try|suggests?|recommends?|advises?|worth|means|involves"
    r"|start with|begin with"
    r"|(?:step|way|thing|place|start|move|option|idea|choice|plan|best|key"
    r"|safest)(?: [\w']+){0,4} (?:is|'s)(?: by| often| always)?"
    r"|(?:start|begin|way|step|first|sure|safest)(?: [\w']+){0,5} by) )$"
)
_URGED = re.compile(
    r"\b(?:recommend|suggest|advise|urge|ask|important|essential|vital|make sure|ensure|best"
    r"|ask|wise|sure)"
    rf" (?:that )?you {_ADVERBS}$"
)
_TO = re.compile(r"\bto (?:(?:also|always|first|then|just) )?$|\bto [\w']+ (?:[\w']+ ){0,4}and $")
_NO_DELAY = re.compile(
    r"\b(?:hesitate|wait|delay|afraid|scared|forget|put off|too (?:shy|proud)|embarrassed)\b"
)
_HARD = re.compile(
    r"\b(?:hard|harder|difficult|easier|scary|shy|strange|expensive|afraid|waiting|waits?"
    r"|getting|ashamed"
    r"|embarrassing|embarrassed|weeks|months|stressful|cost|costs|free|able|how|what|where|why"
    r"|chance)\b"
)
_UNWELCOME = re.compile(
    r"\b(?:hard|harder|difficult|scary|shy|strange|expensive|afraid|waiting|getting"
    r"|embarrass\w+|stressful|weeks)\b"
)
_MEETS = re.compile(r"(?:see|meet|visit)\b")
_THIRD = re.compile(
    r"\b(?:i|he|she|they|people|patients|many|most|some|men|women|who|ROLES?|viewers|readers"
    r"|staff|children"
    r"|teenagers|everyone|students|users|adults|my)\b"
)
_CONDITION = re.compile(
    r"\b(?P<not>do not|don't|never|not|avoid|no one|nobody|shouldn't|mustn't|cannot|can't|isn't"
    r"|unsafe|dangerous|risky|only|always|stop|under no circumstances|on no account|in no case"
    r"|at no (?:point|time|stage)|(?:make|making|please) no|no changes?|nothing)\b"
    r" (?:[\w',]+ ){0,20}?"
    rf"(?P<hit>(?:without|before|until|unless|except|if|when|after|once|with)"
    rf" (?:(?:an?|the|some) (?:[\w']+ ){{1,2}}?(?:with|from|by|to) )?{_GOAL})"
)
_NOT_NEEDED = re.compile(r"[\w']+(?: not)? (?:need|have to|required)\b")
_UNLESS = re.compile(
    r"^(?:but )?unless (?:your|a|the) (?:[\w']+ ){0,3}?ROLES? (?:or (?:[\w']+ ){0,2}?ROLES? "
    r")?(?:\w+ )?"
    r"(?:tells?|says?|advises?|asks?|agrees?|decides?|has|have)\b"
)
_FRONTED = re.compile(
    r"^(?:without|before) (?:your|a|the) (?:[\w']+ ){0,2}?ROLE 's (?:agreement|approval|advice"
    r"|say so|ok|consent|guidance) , (?:please )?(?:do|don't|never|change|stop|make|start|take)\b"
)
_WITHOUT = re.compile(rf"(?P<hit>(?:without|before|until|unless) {_GOAL})")
_DECIDED = (
    r"(?:determined|decided|agreed|worked out|made|planned|chosen|set|discussed|guided|reviewed"
    r"|supervised|managed|checked|adjusted|changed|tailored|weighed(?: up)?|taken|approved|started"
    r"|stopped|judged|considered|confirmed|assessed|monitored|handled|looked at|done|used|shared"
    r"|diagnosed|treated|seen|talked (?:over|through)|thought through|raised|settled|made together)"
)
_JOINT = re.compile(
    rf"""\b(?:
      (?P<before>(?:[\w']+\ ){{0,5}})(?:should|must|needs?\ to|has\ to|have\ to|ought\ to|need
        |needs)\ (?:[\w']+\ ){{0,2}}?
        (?:be\ )?(?:[\w']+\ ){{0,1}}?{_spaced(_DECIDED)}\ (?:[\w']+\ ){{0,7}}?(?:with|by|between
          \ you\ and|alongside|under|to)\ {_spaced(_TARGET)}
    | (?:is|are|'s)\ (?:[\w']+\ ){{0,3}}?{_spaced(_DECIDED)}\ (?:[\w']+\ ){{0,5}}?(?:with|by
      |between\ you\ and|alongside)\ (?:you\ and\ )?your\ (?:[\w']+\ ){{0,3}}?ROLES?
    | (?:is|are|'s)\ best\ {_spaced(_DECIDED)}\ (?:[\w']+\ ){{0,5}}?(?:with|by|between\ you\ and
      |alongside)\ {_spaced(_TARGET)}
    | (?:is|are|'s|be)\ (?:[\w']+\ ){{0,4}}?(?:decisions?|choices?|conversations?|discussions?
      |questions?|matter|topic|talk|plan
        |something|one|job|call|chat|point|issue|things?)\ (?:that\ |which\ )?(?:[\w']+
          \ ){{0,8}}?(?:with|between\ you\ and|for|to)\ {_spaced(_TARGET)}
    | (?:something|a\ \w+|one)\ (?:you\ and\ )?your\ (?:[\w']+\ )?ROLES?\ (?:will|can|should
      |needs?\ to)\ \w+
    | you\ and\ (?:your|a|the)\ (?:[\w']+\ ){{0,3}}?ROLES?\ (?:can|should|will|could|may|might|must
      |need|decide|agree|work|choose|together)
    | (?:your|a|the)\ (?:[\w']+\ ){{0,2}}?ROLES?\ and\ you\ (?:can|should|will|could|may|decide
      |agree|work|choose)
    | (?:together\ with|with\ the\ help\ of|with\ help\ from|with\ guidance\ from|with\ support
      \ from|with\ the\ support\ of|with\ advice\ from)\ (?:your|a|the)\ (?:[\w']+\ ){{0,3}}?ROLES?
    )\b""",
    re.VERBOSE,
)
_UNDER = re.compile(
    rf"\bunder (?:[\w']+ ){{0,2}}?(?:guidance|supervision|care|direction|advice|eye"
    rf"|instructions?) (?:of|from) {_TARGET}"
    r"|\bunder (?:close |careful )?(?:medical|clinical|professional|specialist) (?:supervision"
    r"|care|guidance|advice)"
)
_ON_ADVICE = re.compile(
    r"\b(?:on|with|after|following) (?:the |your )?(?:advice|instructions?|recommendation"
    r"|agreement|approval|say so|help|support|consent|guidance)"
    rf" (?:of|from) {_TARGET}|\b(?:on|with) (?:your|a|the) (?:[\w']+ ){{0,2}}?ROLE 's (?:advice"
    r"|instructions?|recommendation|agreement|approval|say so|help|support|consent|guidance)"
)
_TELLS = re.compile(
    r"\b(?:make sure|ensure|be sure|check|see) (?:that )?(?:your|a|the"
    r"|any) (?:[\w']+ ){0,3}?ROLES? (?:knows?|is|are|has|have|agrees?|sees?|hears?|can"
    r"|gets?)\b"
    r"|\bROLES? (?:or (?:a |your )?ROLES? )?(?:is|are|can be|would be|'s) (?:often |always "
    r"|usually )?(?:a|an|the|your) (?:[\w']+ ){0,2}?(?:people|person|one|place|step|stop"
    r"|port of call|contact|source)\b"
    r"|\b(?:first|best|next|right) (?:[\w']+ ){0,4}?(?:is|are|should be|must be|'s) (?:with "
    r"|to see )?(?:your|a|the) (?:[\w']+ ){0,3}?ROLES?\b"
    r"|\b(?:decisions?|choices?|changes?|questions?|treatments?|plans?|doses?"
    r"|dosage)\b(?: [\w']+){0,8}? (?:is|are|belongs?|rests?|lies?|stays?|sits?|comes?"
    r"|starts?|begins?) (?:[\w',]+ ){0,8}?(?:with|between|for|by|up to"
    r"|to) (?:you and )?(?:your|a|the) (?:[\w']+ ){0,3}?ROLES?\b"
)
_YOURS = re.compile(
    r"\b(?:with|to|by|from|of|involve|include|let|keep|up to you and|you and|loop in|have)"
    r" (?:your own |your )(?:[\w']+ ){0,2}?ROLE\b"
    r"|\byour (?:own )?(?:[\w']+ )?ROLE (?:knows|has|have) (?:the |all |your "
    r"|more )?(?:answers?|history|record|best|you|training|know how)"
)
_THERAPISTS = re.compile(r"\b(?:therapist|counsellor|counselor|psychotherapist|psychologist)\b")
_DECIDING = re.compile(
    r"\b(?:decided?|decisions?|agreed?|determined|worked out|planned|treatment|weigh\w*|choose"
    r"|whether|which|right|best|change|stop|start|dose|medicines?|medication"
    r"|tablets?|MEDICINE|CLASS|symptoms)\b"
)
_WORTH_ASKING = re.compile(
    r"\bmake (?:your|a) (?:[\w']+ )?ROLE your first\b|"
    r"\b(?:word|chat|talk|conversation|call|visit|trip|appointment|discussion|check) (?:with"
    rf"|to) {_TARGET} (?:first )?"
    r"(?:is|can|will|helps?|should|could|may|makes)\b"
    r"|\bROLES? (?:is|are|'s) (?:only|just|never more than) (?:a|one) (?:[\w']+ ){0,2}away\b"
    r"|\b(?:is|are|'s) (?:always )?(?:your|a|the) (?:[\w']+ ){0,2}?ROLE 's (?:call|decision|job"
    r"|choice|business)\b"
    r"|\b(?:call for|needs?|deserves?|warrants?|requires?) (?:your|a|an"
    r"|the) (?:[\w']+ ){0,2}?ROLE 's (?:opinion|attention|advice|help|eye|input)\b"
    r"|\bROLES? (?:or (?:an? |your )?ROLES? )?(?:should|must|needs? to|ought to) (?:always "
    r"|first )?(?:evaluate|assess|examine|review|check|look|supervise|monitor|diagnose"
    r"|be (?:involved|consulted|asked|told|called))\b"
    r"|\bonly (?:a|an|your|the) (?:[\w']+ ){0,3}?ROLE who (?:[\w']+ ){1,6}?(?:can|should"
    r"|is able to)\b"
)
_ORDERS = re.compile(
    r"^(?:take|use|start|stop|do|change|try|reduce|come|increase)\b|\b(?:only|should|must"
    r"|always|best|needs?|safely|safest)\b"
)
_NO_SUBSTITUTE = re.compile(
    r"\b(?:(?:not|isn't|never|no|nor|nothing|none|neither|cannot|can't|doesn't|don't|won't"
    r"|shouldn't|aren't)\b (?:[\w',]+ ){0,8}?"
    r"(?:substitutes?|replacements?|replaces?|stand in|alternative|take the place"
    r"|takes the place|instead of|in place of|rather than|in preference to|to replace)"
    r"|(?:isn't|cannot|can't|doesn't) replace) "
    r"(?:(?:[\w',]+ ){0,8}?(?:(?:professional|medical|clinical|individual|personal"
    r"|personalised|personalized|expert|tailored)\b(?: [\w']+,?){0,3}? "
    r"(?:advice|diagnosis|treatment|care|opinion|judgement|judgment|help|consultation"
    r"|assessment|guidance)|ROLES?))"
)
_ANSWERS = (
    r"(?:tell you|help you|advise|explain|decide|work (?:it |this |that )?out|answer|guide you"
    r"|hear|know|check|say|confirm"
    r"|talk (?:it |this |that |things )?(?:you )?(?:through|over)|take a look|look|review"
    r"|make sure|be (?:told|asked|able to|aware|happy|the one|involved|your)|change (?:your|the"
    r"|it)"
    r"|adjust (?:your|the|it)|show you|give you advice|discuss|suggest (?:what|which)"
    r"|assess you|find (?:out|the|a|one)|point you|judge"
    r"|support you|weigh|go through|give you|work with you|choose|pick|set"
    r"|want to (?:know|hear)|need to know|be able to (?:tell|help|advise|explain|say|answer))"
)
_ANSWER = re.compile(
    rf"""(?:
      \b(?P<mine>your|(?:only|nobody\ but|no\ one\ but|none\ but)\ (?:the|a|an|your))
        \ (?:(?!next\b)[\w']+\ ){{0,3}}?ROLES?\ (?:or\ (?:[\w']+\ ){{0,2}}?ROLE\ )?
        (?:(?:you|it|them|that|this)\ )?(?:can|could|will|should|needs?\ to|must|has\ to|may\ be
          \ able\ to|might\ be\ able\ to|'ll)\ (?:also\ |best\ |then\ )?{_spaced(_ANSWERS)}
    | \b(?:a|an|the|any)\ (?:[\w']+\ ){{0,3}}?ROLE\ (?:or\ (?:[\w']+\ ){{0,2}}?ROLE\ )?
        (?:can|could|will|should|needs?\ to|must)\ (?:also\ )?
        (?:(?:be\ able\ to\ tell|be\ able\ to\ help|tell|help|guide|show|talk|assess|advise
          |support)\ you\b|advise\ on|take\ a\ look
          |check\ (?:that|whether|if|it|your|which)|confirm|answer\ (?:your|any)|explain\ (?:what
          |how|which)|be\ (?:told|asked)|look\ at|hear\ about|know\ (?:about|if|that)|say\ whether
          |decide|rule\ out)
    | \b(?P<own>your)\ (?:[\w']+\ ){{0,2}}?ROLE\ (?:is|are|'s)\ (?:the\ (?:best|right|one|person)
      |best\ placed|there\ to|happy\ to|able\ to|ready\ to)
    | ^(?P<fronted>(?:whoever|only|ROLE|the\ ROLE)\b)(?:\ [\w']+){{0,4}}?\ (?:can|should|must
      |needs?\ to|will)\ {_spaced(_ANSWERS)}
    )""",
    re.VERBOSE,
)
_APPOINTMENT = re.compile(
    r"\b(?:for|to|at|before|during|until) (?:your|the|a|an) (?:next |first "
    rf"|follow up )?(?:appointment|visit|check up|checkup|review|consultation) with {_TARGET}"
)
_A_ROLE = r"(?:your|a|an|the|any) (?:(?!next\b)[\w']+ ){0,3}?ROLES?"
_COUNSEL = (
    r"(?:consultations?|discussions?|conversation|appointment|check up|review|advice|guidance"
    r"|approval|agreement|input|supervision|opinion|help|referral|assessment|say so|go ahead)"
)
_NEEDED = (
    r"(?:recommended|advised|advisable|needed|required|essential|important|vital|sought|taken|wise"
    r"|necessary|crucial|key|a must|sensible|obtained|followed|first|best)"
)
_DEFERRED = re.compile(
    rf"""\b(?:
      {_spaced(_COUNSEL)}\ (?:with|from|of|by)\ {_spaced(_A_ROLE)}\ (?:is|are|should|must
        |needs\ to|comes)\ (?:[\w']+\ ){{0,3}}?{_spaced(_NEEDED)}
    | {_spaced(_ADVICE)}\ (?:is|should|must|needs\ to)\ (?:(?:always|first|also)\ )*
        (?:be\ )?{_spaced(_NEEDED)}
    | (?:your|a|the)\ (?:[\w']+\ ){{0,2}}?ROLE\ 's\ (?:word|view|{_spaced(_COUNSEL)})
        \ (?:should|must|comes|matters|is|takes)\ (?:[\w']+\ ){{0,3}}?(?:before|here|precedence
        |priority|{_spaced(_NEEDED)})
    | (?:needs?|requires?|must\ have|should\ have)\ (?:[\w']+\ ){{0,2}}?{_spaced(_COUNSEL)}
        \ (?:with|from|by)\ {_spaced(_A_ROLE)}
    | it\ (?:is|'s)\ (?:your|the|a)\ (?:[\w']+\ ){{0,2}}?ROLE\ (?:,\ not\ (?:[\w']+\ ){{1,4}}
        ,\ )?who\ (?:should|can|must|decides|will|has)
    | your\ (?:[\w']+\ ){{0,2}}?ROLE\ is\ (?:there|here)\ (?:for|to)
    | what\ (?:your|a|the)\ (?:[\w']+\ ){{0,2}}?ROLES?\ (?:is|are)\ (?:there\ )?for
    | ROLE\ who\ knows\ you\ (?:(?:well|best)\ )?(?:can|should|will)
    | (?<!our\ )(?<!my\ )ROLES\ (?:can|will)\ (?:also\ )?(?:advise|tell)\ you
    | (?:needs?|requires?|must\ have|wait\ for)\ your\ (?:[\w']+\ ){{0,2}}?ROLE\ 's
        \ {_spaced(_COUNSEL)}
    | (?:changes?|decisions?|doses?|questions?)\ (?:[\w']+\ ){{0,5}}?(?:should|must|needs?\ to
        |has\ to|have\ to)\ (?:[\w']+\ ){{0,2}}?(?:through|past|with|by|to|from)
        \ {_spaced(_A_ROLE)}
    | (?:person|people|ones?|place|experts?|someone|somebody)\ (?:to|who\ (?:can|should|will
        |knows)|that\ can|best\ placed\ to)\ (?:[\w']+\ ){{1,6}}?(?:is|are)
        \ (?:(?:always|still)\ )?{_spaced(_A_ROLE)}
    | (?:is|are|'s)\ (?:for|up\ to|down\ to)\ (?:you\ and\ )?{_spaced(_A_ROLE)}\ to
        \ (?:say|decide|judge|work|answer|settle|advise|tell|weigh|choose)
    | {_spaced(_A_ROLE)}\ (?:should|must|needs?\ to|ought\ to|has\ to|wants?\ to)
        \ (?:(?:always|first|also)\ )*(?:be\ (?:the\ )?(?:first|one|person|ones)
        \ (?:(?:person|one)\ )?to\ (?:hear|know|see|decide|judge|say|tell)|be\ (?:told|asked|
        informed|consulted)|hear\ about|know\ (?:about|if|that|when)|(?:see|check|examine
        |assess)\ you|have\ the\ (?:last|final)|sign\ off|approve)
    | nothing\ (?:[\w']+\ ){{0,8}}?(?:outranks|overrides|beats|trumps|outweighs|comes\ before
        |matters\ more\ than|counts\ for\ more\ than)\ (?:[\w']+\ ){{0,4}}?ROLES?
    | your\ (?:[\w']+\ ){{0,2}}?ROLE\ (?:(?:tells\ you|says|advises)\ )(?:always\ )?(?:comes
        \ (?:first|before)|outranks|overrides|beats|trumps|matters\ more|counts\ for\ more|goes)
    )\b
    | ^(?:please\ |always\ )?(?:trust|believe|heed)\ your\ (?:[\w']+\ ){{0,2}}?ROLE\ (?:over
        |before|and\ not|more\ than|first)\b
    | ^(?:your\ )?(?:first|next)\ (?:stop|step|port\ of\ call|call)\ (?:(?:is|:|,|\u2014)\ )
        {_spaced(_A_ROLE)}
    | ^(?:your\ |the\ |a\ )?ROLE\ first(?:\ [,;]|$)
    | \bROLE\ 's\ input\ matters""",
    re.VERBOSE,
)
_THOUGHT = re.compile(
    r"(?<!\bwe )(?<!\bi )\b(?:thinks?|thought|feels?|felt|believed?|assumed?|suppose|imagine"
    r"|says?|said|told|heard|wonder(?:ing)?|if|whether) (?:that |as if |like |if |whether |you )*"
    r"(?:people |they |one |everyone )?(?:really |always )?$"
)
_ERRAND = re.compile(
    r"^(?: (?:at|on|in|behind|by) the (?:[\w']+ ){0,2}?(?:desk|reception|ward|door|counter))?"
    r"(?: 's (?:receptionist|secretary|assistant))?"
    r" (?:(?:for|about|to|where|which|how|what|when) (?:(?:the|a|an|your|to|you|can|is|are|new) )*"
    r"(?:[\w']+ ){0,2}?(?:code|password|pass|wi fi|wifi|keys?|parking|park|toilets?|bag|receipt"
    r"|blanket|pillow|lockers?|menu|lunch|remote|chair|lift|bathroom|loo|badge|autograph|bus|taxi"
    r"|coffee|cup|water|magazines?|socket|charger|shop|canteen|cafe|tv|coat|pen|ticket|invoice"
    r"|bill|opening)\b|your (?:name|address|date of birth|surname)\b)"
)
_PAST = re.compile(
    r"\b(?:i|he|she|we|they|who|\w+ed)\b (?:[\w']+ ){0,3}?(?:told|said|asked|advised|urged|had"
    r"|was|were|went|saw|did)\b"
    r"|\b(?:was|were|had|did|went|told|said|saw|used to|wanted)\b"
)
_ANOTHER = (
    r"(?:one|yours|another(?: one)?)"
    r"(?= (?:[,;:.!)]|before|if|first|for|about|when|soon|and|now|to)|$)"
)
_THEM = re.compile(
    rf"{_START}(?:ask|tell|see|call|ring|phone|contact|consult|(?:talk|speak|chat|check|work"
    r"|turn) (?:to|with)|let|involve|visit|trust|reach out to|ask to (?:see|speak to|talk to)|find"
    r"|book in with)"
    rf" (?:(?:them|him|her)\b|{_ANOTHER})"
    r"|^yours (?:can|will|knows|should|may)\b"
)
_THEM_ONLY = re.compile(r"\b(?:them|him|her)$")
_TAIL_ANSWER = re.compile(
    r"\b(?:not|cannot|\w+n't)\b(?: [\w']+){1,10} [,;:\u2014] (?:but |only )?"
    r"(?P<hit>your (?:own )?(?:[\w']+ ){0,2}?ROLES? (?:can|does|will|knows|should|do))$"
)
_SHORT_ANSWER = re.compile(
    r"^(?:but |only |luckily , )?(?:your|a|the) (?:[\w']+ ){0,3}?ROLES? (?:can|does|do|will|is"
    r"|are|should|knows|might)\b(?: [\w']+){0,2}(?: !)?$"
)
_WHEN = re.compile(
    rf"^when (?:to|you should|should you) {_DO}|^(?:who|when) (?:you )?(?:to|should) {_DO}"
)
_TITLE_CUE = re.compile(
    r"\b(?:read|guides?|articles?|pages?|more|learn|blogs?|leaflets?|videos?|podcasts?|watch"
    r"|about|posts?|booklet|factsheet)\b"
)
_LISTABLE = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.CELL})


def directions(document: Document) -> tuple[Direction, ...]:
    """The sentences of the body that send the reader to a professional, in reading order."""
    return document.derived(_directions)


def _directions(document: Document) -> tuple[Direction, ...]:
    lines = health.lines(document)
    found: list[Direction] = []
    for index, block in enumerate(document.body):
        if not _counts(document, index):
            continue
        block_lines = lines.get(block, ())
        for number in range(len(block_lines)):
            direction = _of_line(document, block_lines, number)
            if direction is not None:
                found.append(direction)
    return tuple(found)


def _counts(document: Document, index: int) -> bool:
    """Whether a direction in this block is one: shown to every reader, and the publisher's own."""
    block = document.body[index]
    if block.inside(
        Group.QUOTE, Group.STORY, Group.SOURCES, Group.VIDEO, Group.FIGURE, Group.DETAILS
    ):
        return False
    if block.kind in _LISTABLE:
        return True
    following = document.body[index + 1] if index + 1 < len(document.body) else None
    if following is None or not following.words.strip():
        return False
    if block.kind is Kind.CARD_HEADING:
        return following.kind is not Kind.HEADING and following.container is not None
    return block.kind is Kind.HEADING and following.kind in _LISTABLE


def _of_line(document: Document, block_lines: Sequence[Line], number: int) -> Direction | None:
    line = block_lines[number]
    previous = block_lines[number - 1] if number else None
    for form, start, end in _matches(line, previous):
        span = line.span(start, end)
        if cues.quoted(document, line, start, end) or _is_title(line, span):
            continue
        return Direction(line.sentence, span, form)
    return None


def says_where_to_turn(text: str) -> bool:
    """Whether `text`, which every page carries, sends the reader to a professional."""
    block_lines = tuple(health.read(text))
    return any(
        next(_matches(line, block_lines[number - 1] if number else None), None) is not None
        for number, line in enumerate(block_lines)
    )


def _matches(line: Line, previous: Line | None) -> Iterator[tuple[Form, int, int]]:
    """The forms that `line` has, as (form, start, end) in its text."""
    text = line.text
    if not line.question:
        yield from _no_substitute(text)
    if not line.question:
        yield from _referring(line, previous)
    if not line.has(ROLE, ROLES) and not re.search(_ADVICE, text):
        return
    if line.question and not text.startswith("why not"):
        return
    yield from _conditions(line)
    yield from _directives(line)
    yield from _joint(line)
    yield from _answers(line, previous)
    yield from _yours(line)


def _referring(line: Line, previous: Line | None) -> Iterator[tuple[Form, int, int]]:
    """Asking "them", "one" or "yours", where a role was named just before."""
    for them in _THEM.finditer(line.text):
        named = any(
            term.tag in (ROLE, ROLES) and term.end <= them.start()
            for term in line.near(them.start(), cues.REACH)
        )
        if _THEM_ONLY.search(them.group()):
            named = previous is not None and previous.has(ROLE) and not _PAST.search(previous.text)
        elif previous is not None:
            named = named or previous.has(ROLE, ROLES)
        if named:
            yield Form.DIRECTIVE, *them.span()


def _no_substitute(text: str) -> Iterator[tuple[Form, int, int]]:
    found = _NO_SUBSTITUTE.search(text)
    if found:
        yield Form.NO_SUBSTITUTE, *found.span()


def _conditions(line: Line) -> Iterator[tuple[Form, int, int]]:
    pattern = _WITHOUT if line.block.inside(Group.DONT) else _CONDITION
    for found in pattern.finditer(line.text):
        opener = found["hit"].split(" ", 1)[0]
        if pattern is _CONDITION and not _makes_condition(line.text, found, opener):
            continue
        yield Form.CONDITION, *found.span("hit")
    for fixed in (_UNLESS.search(line.text), _FRONTED.search(line.text)):
        if fixed:
            yield Form.CONDITION, *fixed.span()


def _makes_condition(text: str, found: re.Match[str], opener: str) -> bool:
    if opener in {"if", "when", "after", "once", "with", "except"}:
        return found["not"] == "only"
    if found["not"] == "only" or found["not"] == "always":
        return False
    if _NOT_NEEDED.match(text, found.start()):
        return False
    return not re.search(r"\b(?:need|have|had) $", text[max(0, found.start() - 10) : found.start()])


def _phrases_in(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, int, int]]:
    """Where `pattern` begins in `text`, also inside an earlier match, with the words before it."""
    found = pattern.search(text)
    while found:
        yield text[max(0, found.start() - cues.REACH) : found.start()], found.start(), found.end()
        found = pattern.search(text, found.start() + 1)


def _directives(line: Line) -> Iterator[tuple[Form, int, int]]:
    text = line.text
    for before, start, end in _phrases_in(_ASKING, text):
        if _ERRAND.search(line.after(end, 100)):
            continue
        if _is_imperative(before, start) or _modal(before, _MEETS.match(text, start) is not None):
            yield _form(text, before, start), start, end
    for before, start, end in _phrases_in(_GERUND, text):
        if _NOT.search(before[-40:]) or _PAST.search(text[end : end + 40]):
            continue
        if _HARD.search(text[end : end + 40]):
            continue
        worth = _WORTH.search(before)
        if _RECOMMENDED.search(before) or (worth and not _denied(worth["before"])):
            yield _form(text, before, start), start, end
    if line.block.kind in (Kind.HEADING, Kind.CARD_HEADING):
        when = _WHEN.search(text)
        if when:
            yield Form.DIRECTIVE, *when.span()
    appointment = _APPOINTMENT.search(text)
    if appointment and not _PAST.search(text) and not _NOT.search(text[: appointment.start()]):
        yield Form.DIRECTIVE, *appointment.span()


def _form(text: str, before: str, start: int) -> Form:
    if _MODAL.search(before):
        return Form.MODAL
    return Form.CONSIDER if _WEIGHED.match(text, start) else Form.DIRECTIVE


def _is_imperative(before: str, start: int) -> bool:
    if _IMPERATIVE.search(before):
        return True
    if _CHAINED.search(before):
        return not re.search(_PEOPLE, before)
    last = _LAST_WORD.search(before)
    return bool(
        last
        and start == len(before)
        and _CONDITIONED.search(before)
        and not _NO_IMPERATIVE_AFTER.fullmatch(last[1])
    )


def _modal(before: str, meeting: bool) -> bool:
    """Whether the words before make it advice; "you may see a nurse" (`meeting`) describes."""
    must = _MODAL.search(before)
    if must and not _denied(must["before"]) and must["modal"] != "need":
        return not _THOUGHT.search(must["before"])
    able = _ABLE.search(before)
    if able and not _NOT.search(able.group()) and not meeting:
        return True
    worth = _WORTH.search(before)
    if worth and not _denied(worth["before"]):
        return True
    if _URGED.search(before):
        return not _NOT.search(before)
    return bool(
        _TO.search(before)
        and not _THIRD.search(before)
        and not _PAST.search(before)
        and (_NO_DELAY.search(before) if _NOT.search(before) else not _HARD.search(before))
    )


def _denied(before: str) -> bool:
    """Whether these words before a recommendation take it back, or make it somebody else's."""
    return bool(_NOT.search(before) or re.search(r"\b(?:ROLES|i|we|staff|was)\b|\bno $", before))


def _describes_therapy(line: Line, found: re.Match[str]) -> bool:
    """Whether the role is a therapist and no decision is named: "your therapist will help you"."""
    return any(
        found.start() <= term.start < found.end() and _THERAPISTS.search(term.words)
        for term in line.terms
    ) and not _DECIDING.search(found.group() + line.after(found.end(), 80))


def _joint(line: Line) -> Iterator[tuple[Form, int, int]]:
    text = line.text
    for found in _JOINT.finditer(text):
        before = line.before(found.start(), 40) + (found["before"] or "")
        if _describes_therapy(line, found) or _UNWELCOME.search(found.group()):
            continue
        if not _NOT.search(before) and not re.search(r"\b(?:not|n't|our|my)\b", found.group()):
            yield Form.JOINT, *found.span()
    for advised in (_UNDER.search(text), _ON_ADVICE.search(text)):
        if advised and _ORDERS.search(text) and not _PAST.search(text):
            yield Form.JOINT, *advised.span()
    for found in _DEFERRED.finditer(text):
        before = re.split("[,;:\u2014]", line.before(found.start(), 40))[-1]
        if not _NOT.search(before) and not _PAST.search(before):
            yield Form.JOINT, *found.span()
    tells = _TELLS.search(text) or _WORTH_ASKING.search(text)
    if (
        tells
        and not _PAST.search(text)
        and not re.search(r"\b(?:my|his|her|our) $", line.before(tells.start(), 10))
        and not _NOT.search(tells.group())
        and not _UNWELCOME.search(text[: tells.end() + 20])
        and not _NOT.search(re.split("[,;:\u2014]", text[: tells.start()])[-1])
    ):
        yield Form.JOINT, *tells.span()


def _yours(line: Line) -> Iterator[tuple[Form, int, int]]:
    """The reader's own doctor as somebody to turn to, in words that no other form has.

    A therapist does not count here: "you talk with your therapist" describes the therapy.
    """
    text = line.text
    if _PAST.search(text) or _THIRD.search(text.replace("ROLE", "")[: cues.REACH]):
        return
    for found in _YOURS.finditer(text):
        role = next(
            (term for term in line.terms if term.end == text.find(ROLE, found.start()) + 4), None
        )
        if role and _THERAPISTS.search(role.words):
            continue
        if not _NOT.search(line.before(found.start(), 60)):
            yield Form.DIRECTIVE, *found.span()


def _answers(line: Line, previous: Line | None) -> Iterator[tuple[Form, int, int]]:
    text = line.text
    for found in _ANSWER.finditer(text):
        if _describes_therapy(line, found):
            continue
        if not _NOT.search(line.before(found.start(), 20)):
            yield Form.ANSWER, *found.span()
    tail = _TAIL_ANSWER.search(text)
    if tail:
        yield Form.ANSWER, *tail.span("hit")
    if previous is not None:
        short = _SHORT_ANSWER.search(text)
        if short and (_NOT.search(previous.text) or "cannot" in previous.text):
            yield Form.ANSWER, *short.span()


def _is_title(line: Line, span: Span) -> bool:
    """Whether the words are the title of another page: capitals, or the text of a link to it."""
    block = line.block
    if block.kind not in (Kind.HEADING, Kind.CARD_HEADING):
        words = [word.strip("\"'(),") for word in span.words.split()]
        long = [word for word in words if len(word) > 3]
        inner = long[1:] if span.start == line.sentence.start else long
        if inner and len(words) > 2 and all(word[:1].isupper() for word in inner):
            return True
    for link in block.links:
        if link.href and link.href.startswith(("tel:", "sms:", "mailto:")):
            continue
        covered = block.link_span(link)
        if covered.start <= span.start and span.end <= covered.end:
            around = block.words[line.sentence.start : covered.start].lower()
            return not around.strip() or bool(_TITLE_CUE.search(around))
    return False
