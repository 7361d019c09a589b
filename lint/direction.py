"""Sentences that tie a decision to a health professional.

"Talk to your doctor before you stop" sends the reader to somebody who knows them; "psychiatrists
prescribe it" does not, though both name a role. `directions` finds the sentences that do, each
with the form in which it does so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from lint import cues, health
from lint.document import Block, Document, Group, Kind, Span
from lint.health import ROLE, ROLES, Line
from lint.patterns import Pattern, Words
from lint.text import Sentence, analysis


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
    """A sentence that sends the reader to a professional: which, where in its line, and how."""

    line: Line
    start: int
    end: int
    form: Form

    @property
    def sentence(self) -> Sentence:
        return self.line.sentence

    @property
    def span(self) -> Span:
        return self.line.span(self.start, self.end)


_A_ROLE_NAME = re.compile(r"ROLES\?|ROLES?(?!\\w)")


def _pattern(source: str) -> Pattern:
    """A pattern in which a space is a space, and a role may be padded as `_as_role` writes it."""
    return Pattern(_A_ROLE_NAME.sub(r"\g<0>_*", source), re.NOFLAG)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Every gap is bounded, so that a pattern costs the same at each word however long a line is.
_TARGET = (
    r"(?:(?:(?!(?:our|my|no|friends?|myself|nobody|about|for|in|on|after|that|which|who|if|when"
    r"|than|from|because|section|list|page|table)\b)[\w']+ ){0,6}?ROLE\w*"
    r"(?! (?:chain|magazine|shop|school|training|costs?|fees?|jobs?|website|page|shortage|pay)\b)"
    r"(?! 's (?:new )?(?:building|website|car|blog|book|podcast|dog|house)\b)"
    r"|(?:an?|any|your|the) (?:[\w']+ ){1,2}(?:, (?:an? |your |the )?(?:[\w']+ ){1,2}){0,2}"
    r"(?:, |or )(?:an? |your |the )?ROLES?(?= (?:,|or)|$)"
    r"|some(?:one|body)(?: [\w']+){0,6} , (?:such as|like|for example|for instance"
    r"|ideally) (?:[\w']+ ){1,3}?ROLES?\b)"
)
_PRESCRIBES = (
    r"(?:prescri\w+|looks? after|looked after|looking after|cares? for|caring for|treats?|treated"
    r"|treating|starts? you|started you|puts? you|put you|gave (?:it|you|them|this)|giving you"
    r"|gives you|wrote|ordered|fitted|follows? you|sees you|saw you|monitors|monitoring|manages"
    r"|managing|supplied|dispensed|diagnosed|did your|handles your|runs your|knows your|issued"
    r"|checks? your|tests? your"
    r"|does your|gives your|gives the|took your|where you (?:had|have|get|are|were|got)"
    r"|where your)\b"
)
_SOMEBODYS_OWN = _pattern(
    r"\b(?:your|their|his|her|the|an?) (?:[\w']+ ){1,3}?(?P<who>providers?|specialists?|team)\b"
    r"|\bthe (?P<team>team) (?:looking|caring|treating|who|that)\b"
    r"|\b(?P<that>that (?:professional|provider|clinician))\b"
    rf"|\b(?P<whoever>whoever) {_PRESCRIBES}"
    r"|\b(?:the|any|an?|your) (?P<does>office|clinic|hospital|ward|place|people|person|staff"
    r"|service"
    rf"|unit|practice|surgery|centre|center|specialist|somebody|someone) (?:(?:that|who|which) )?"
    rf"{_PRESCRIBES}"
    r"|\b(?:your|their|his|her|the|an?|any) (?:(?!our\b|and\b|or\b|of\b|to\b|in\b|at\b|is\b|for\b"
    r"|after\b|before\b)[\w']+ ){1,3}?(?P<clinic>clinic|pharmacy|walk in centre|walk in center)\b"
    r"|\b(?:gp|doctor 's|medical|dental|family|local|group|nearest) (?P<practice>practice"
    r"|surgery)\b"
    r"|\b(?:maternity|pregnancy|day|dialysis|renal|stroke|antenatal|assessment|chemotherapy|cancer"
    r"|treatment|injuries|care|health|medical) (?P<unit>unit|centre|center)\b"
    r"|\b(?:health|talking|therapies|smoking|hours|alcohol|drug|maternity|psychological|wellbeing"
    r"|antenatal|poisons) (?P<service>services?)\b"
    r"|\b(?:call|calling|ring|ringing|phone|phoning|contact|contacting|telephone|tell|telling|ask"
    r"|asking|at|from|by|past|with|to) (?:the|your|their) (?P<place>hospital|ward|unit|surgery"
    r"|practice|clinic|office(?! (?:that|for|to|on)\b)|maternity)(?= (?:if|when|before|about"
    r"|straight|right|at once|first|that"
    r"|so|for(?! our\b)|on|as|and|or|to|immediately|without|because|again|[,;:()!])|$)"
    r"|\b(?P<nhs>nhs (?:111|24|direct|inform)|111 online)\b"
    rf"(?! (?:and|,|then|or) (?:choose|select|press))"
    r"|\b(?:an?|some) (?:(?:qualified|trained|registered|real"
    r"|proper) )?(?P<professional>professional)"
    r"(?= (?:to|who|if|before"
    r"|about(?! (?:[\w']+ ){0,2}?(?:mortgage|debts?|tax|taxes|money|will|house|job|career)\b)|can"
    r"|will|should|for|when|and|or|make|look|check|first|[,;:()!])|$)"
    r"|\bROLE or (?P<or>consultant|specialist|clinic|surgery|practice|hospital)\b"
    r"|\b(?:call|tell|ask|contact|ring|and) your (?P<yours>team)"
    r"(?= (?:if|when|about|before|straight|right|will|can|should|[,;:()!])|$)"
    r"|\byour (?P<your_team>team) (?=(?:can|will|should) (?:decide|advise|check|tell|help|explain"
    r"|agree"
    r"|talk)\b)"
)
_EMERGENCY_CARD = _pattern(
    r"^(?:[\w']+ ){0,3}?(?:: )?(?:call|ring|dial|phone) (?:999|911|112)\b[^:]{0,80} (?:if|when)\b"
)
_HELPLINE = _pattern(
    r"(?:^|[,;:()!] |\b(?:please|should|must|can|could|to|or|and|then|also|just|always) )(?:call"
    r"|ring"
    r"|phone|dial|use|contact|try|telephone|visit) (?:nhs )?(?:111|811)\b"
    r"(?! (?:and|,|then|or) (?:choose|select|press)| for (?:the )?(?:mental|crisis))"
    r"|\bnhs (?:111|direct|inform|24) (?:can|will) (?:help|advise|tell)\b"
)
_NOT_OF_HEALTH = _set(
    """
    insurance internet broadband phone network energy email service content training payment sales
    support football sports project legal it hr work whole management marketing tax travel loan debt
    housing financial career beauty computer pension benefits car pet cloud hosting web retail
    credit mortgage law animal vet veterinary repair aesthetic aesthetics beauty botox cosmetic
    massage yoga writing swimming our
    """
)
_ADVICE = (
    r"(?:(?:urgent|immediate|prompt|emergency|some|independent|personal|qualified) )?"
    r"(?:professional|medical|clinical|specialist)(?: medical| mental health)?"
    r" (?:advice|help|attention|care|guidance|support|assistance|opinion|supervision|treatment)\b"
)
_GOAL = rf"(?:{_TARGET}|{_ADVICE})"
_ADVISED_WORDS = _set("professional medical clinical specialist")

_COUNSELLED = r"(?:appointment|visit|check up|checkup|review|call|consultation)"
_SEEN = r"(?:checked(?: out| over)?|seen|assessed|examined|tested|reviewed)"
_HEEDED = (
    r"(?:(?!you\b)[\w']+ ){0,4}?(?:advice|instructions?|guidance|help|opinion|support"
    r"|directions?|input|referral|all clear|go ahead|green light|approval|permission|consent|nod"
    r"|thumbs up|clearance|sign off|blessing|view|opinion"
    rf"|agreement) (?:of|from|by) {_TARGET}"
)
_SEEKING = (
    "follow seek get take obtain want need request",
    "following seeking getting taking obtaining requesting",
)
_WAYS_TO_ASK = (
    # Verbs as one says them, as gerunds, and what follows up to the role.
    (
        "see ask tell consult ring phone call contact visit text email message inform alert notify"
        " involve telephone reach warn remind quiz",
        "seeing asking telling consulting ringing phoning calling contacting visiting texting"
        " emailing messaging informing alerting involving telephoning reaching reminding quizzing",
        rf"(?: with)? {_TARGET}",
    ),
    (
        "talk speak chat turn go work check connect meet liaise",
        "talking speaking chatting turning going working checking connecting meeting liaising",
        rf"(?: (?!you\b|i\b|to\b)[\w']+){{0,3}}? (?:to|with) {_TARGET}",
    ),
    (
        "return come follow sit",
        "returning coming following sitting",
        rf"(?: (?:back|up|down|in))? (?:to|with) {_TARGET}",
    ),
    ("open", "opening", rf" up (?:to|with) {_TARGET}"),
    ("reach", "reaching", rf" out (?:to|with) {_TARGET}"),
    ("get", "getting", rf" (?:in touch|in contact|back) (?:to|with) {_TARGET}"),
    (
        "clear square agree",
        "clearing squaring agreeing",
        rf" (?:(?:it|this|that|them|things|everything|any|your|the"
        rf"|an?) )(?:[\w']+ ){{0,4}}?with {_TARGET}",
    ),
    ("book", "booking", rf" in (?:with|at|to see) {_TARGET}"),
    ("ask", "asking", r" (?:at|in) (?:[\w']+ ){0,2}?ROLE"),
    (
        "ask request get refer",
        "asking requesting getting",
        rf" (?:(?:for )?(?:an? )?(?:[\w']+ )?referral|to be referred|yourself"
        rf"|referred) to {_TARGET}",
    ),
    (
        "insist",
        "insisting",
        rf" on (?:seeing|speaking (?:to|with)|talking (?:to|with)|being seen by) {_TARGET}",
    ),
    ("leave", "leaving", rf" (?:a|your) message (?:for|with) {_TARGET}"),
    ("send leave drop", "sending leaving", rf" {_TARGET} an? (?:message|note|email|line|text)"),
    (
        "write jot note list save",
        "writing jotting noting listing saving",
        rf" (?:(?!you\b)[\w',]+ ){{1,8}}?(?:for|to ask|to show|to) {_TARGET}",
    ),
    (
        "keep attend",
        "keeping attending",
        rf" (?:[\w']+ ){{0,3}}?(?:appointments?|checks?|check ups?|visits?|reviews?) (?:with|at)"
        rf" {_TARGET}",
    ),
    (
        "do follow",
        "doing following",
        rf" (?:what|as) {_TARGET} (?:says?|tells?|told|advises?|asks?)",
    ),
    ("make", "making", rf" {_TARGET} (?:your first|the first|aware)"),
    ("touch", "touching", rf" base (?:to|with) {_TARGET}"),
    (
        "have",
        "having",
        rf" a (?:[\w']+ )?(?:chat|word|talk|conversation|discussion) (?:to|with) {_TARGET}",
    ),
    (
        "make book arrange schedule get request",
        "making booking arranging scheduling getting requesting",
        rf" (?:an?|your|the|another|that) (?:[\w']+ ){{0,2}}?{_COUNSELLED} (?:with|at|to see)"
        rf" {_TARGET}",
    ),
    (
        "ask",
        "asking",
        rf" for (?:an?|your|the|another|that) (?:[\w']+ ){{0,2}}?{_COUNSELLED} (?:with|to see)"
        rf" {_TARGET}",
    ),
    (
        "bring take show mention raise flag report run share leave put give hand send describe",
        "bringing taking showing mentioning raising flagging reporting running sharing leaving"
        " giving sending describing",
        r" (?:(?:what )?(?:(?<=what )|(?!you\b))[\w',]+ ){1,12}?(?:to|with|by|past)"
        rf" {_TARGET}",
    ),
    (
        "be get",
        "being getting",
        rf"(?: (?:it|them|yourself|your \w+|checked|this))? {_SEEN} (?:by|with) {_TARGET}",
    ),
    (
        "have get",
        "having getting",
        r" (?:your|it|them|any|the|this|that|these|yourself)(?: [\w']+){0,4}?"
        rf" (?:{_SEEN}|guided|looked at|measured|monitored|taken|read|treated|fitted|cleaned)"
        r" (?:[\w']+ ){0,3}?(?:by|with|at)"
        rf" {_TARGET}",
    ),
    ("be", "being", rf" (?:guided|monitored) (?:by|with) {_TARGET}"),
    (
        "have get schedule",
        "having getting scheduling",
        r" (?:(?!you\b|no\b)[\w']+ ){0,4}?(?:exams?|check ups?|checkups?|visits?|appointments?"
        rf"|reviews?|screenings?|tests?) (?:with|by|from) {_TARGET}",
    ),
    ("rely", "relying", rf" on {_TARGET}"),
    ("go", "going", rf" through {_TARGET}"),
    ("defer", "deferring", rf" to {_TARGET}"),
    ("pop drop", "popping dropping", rf" in(?:to| to| at)? {_TARGET}"),
    ("call", "calling", rf" in (?:at|to|on) {_TARGET}"),
    ("head", "heading", rf" (?:to|for) {_TARGET}"),
    (
        "get",
        "getting",
        rf" (?:yourself|them|him|her|(?:your|the) child) to {_TARGET}",
    ),
    (*_SEEKING, rf" {_HEEDED}"),
    ("ask look", "asking looking", rf" for {_HEEDED}"),
    ("listen", "listening", rf" to {_HEEDED}"),
    ("be", "being", rf" guided by {_HEEDED}"),
    (*_SEEKING, rf" (?:[\w']+ ){{0,2}}?{_ADVICE}"),
    ("ask look", "asking looking", rf" for (?:[\w']+ ){{0,2}}?{_ADVICE}"),
    ("listen", "listening", rf" to (?:[\w']+ ){{0,2}}?{_ADVICE}"),
    ("be", "being", rf" guided by (?:[\w']+ ){{0,2}}?{_ADVICE}"),
    (
        "make book arrange schedule get request",
        "making booking arranging scheduling getting requesting",
        r" (?:an?|the|your) (?:(?!no\b)[\w']+ ){0,3}?ROLES? (?:'s )?"
        r"(?:appointment|visit|check up|review|consultation|call)",
    ),
    (
        "ask",
        "asking",
        r" for (?:an?|the|your) (?:(?!no\b)[\w']+ ){0,3}?ROLES? (?:'s )?"
        r"(?:appointment|visit|check up|review|consultation|call)",
    ),
    (
        "bring loop",
        "bringing looping",
        r" (?:your|a|the) (?:[\w']+ ){0,2}?ROLE (?:in|into|on board)",
    ),
    (
        "get seek obtain take have heed respect need mind trust",
        "getting seeking obtaining taking having heeding",
        r" (?:your|an?|the|another) (?:[\w']+ ){0,2}?ROLE 's (?:ok|nod|clearance|opinion|advice"
        r"|view|approval"
        r"|input|go ahead|say so|blessing|consent|permission|guidance|all clear)",
    ),
    (
        "wait ask",
        "waiting asking",
        r" for (?:your|an?|the|another) (?:[\w']+ ){0,2}?ROLE 's (?:ok|opinion|advice|view"
        r"|approval|input|go ahead|say so|blessing|consent|permission|guidance|all clear)",
    ),
    (
        "follow",
        "following",
        r" (?:[\w']+ ){0,3}?(?:ROLES?|providers?) (?:'s )?(?:\w+ )?(?:advice|instructions?|guidance"
        r"|directions?|plan|orders?|recommendations?)",
    ),
    (
        "let keep have give get allow leave",
        "letting keeping having getting",
        rf" {_TARGET} (?:to )?(?:know|informed|up to date|updated|check|look|review|involved"
        r"|a (?:call|ring)|adjust|decide|choose|change|guide|help|see|examine|assess|find out"
        r"|confirm"
        r"|have a look|take a look|test|treat|judge|make the|work (?:it|this|that) out|sort|do)",
    ),
    (
        "discuss consider weigh review explore plan decide agree choose work figure think go look"
        " talk check set make sort balance judge compare settle raise adjust change",
        "discussing considering weighing reviewing exploring planning deciding agreeing choosing"
        " working figuring thinking going looking talking checking setting making sorting",
        r" (?:[\w',]+ ){0,14}?(?:together with|alongside|along with|with)"
        rf" {_TARGET}",
    ),
)


def _ways(form: int) -> Mapping[str, Sequence[Pattern]]:
    """What may follow each verb; of several, the first that matches counts."""
    ways: dict[str, list[Pattern]] = {}
    for row in _WAYS_TO_ASK:
        pattern = _FOLLOWING.setdefault(row[2], _pattern(row[2]))
        for verb in row[form].split():
            ways.setdefault(verb, []).append(pattern)
    return ways


_FOLLOWING: dict[str, Pattern] = {}
_DO = _ways(0)
_DOING = _ways(1)
_START = (
    r"(?:^|[,;:()!?\u2014] )(?:(?:please|double|always|then|just|first|also|so|and|or|but|do"
    r"|instead|simply"
    r"|either|next|now|otherwise|if so|if in doubt|if unsure|when in doubt|to be safe|tip|even so"
    r"|at any time|before that|day or night|even then|(?!only\b)\w+ly) )*"
)
_PEOPLE = (
    r"\b(?:i|he|she|we|they|people|patients|who|to|many|most|some|men|women|ROLES|it|that|staff)\b"
)
_NOT = _pattern(
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

_WEIGHED = _pattern(r"(?:consider|weigh|review|explor|think|compar|balanc|judg)\w*\b")

# What may stand before such a phrase, up to its first word.
_IMPERATIVE = _pattern(rf"{_START}$")
_CHAINED = _pattern(r" (?:and|or|then|but|so) (?:(?:then|also|always|please) )?$")
_CONDITIONED = _pattern(
    r"^(?:please |but |and |so )?(?:if|when|once|unless|should|before|whenever|as soon as)\b"
)
_LAST_WORD = _pattern(r"([\w']+) $")
_NO_IMPERATIVE_AFTER = _set(
    """
    to you i we they he she who people and or will would can could may might must should cannot
    do did does not never your the a an of patients friends family often already usually that
    before after by with first regularly always ROLE ROLES
    """
)
_MODAL = _pattern(rf"\b(?P<modal>{_MUST}) {_ADVERBS}$")
_ABLE = _pattern(
    r"\b(?:you|anyone|anybody|everyone|everybody|people|patients|customers|women|men|mums|mothers"
    r"|dads"
    r"|fathers|teens|teenagers|parents|carers|caregivers|families|couples|adults|drivers|those)"
    rf" (?:[\w']+ ){{0,6}}?(?:can|could|might|may|will need to|'ll need to) {_ADVERBS}$"
)
_WORTH = _pattern(
    rf"\b{_GOOD} (?:(?:thing|step|idea|that|for|you|people|always"
    rf"|first|one|anyone|way) ){{0,3}}"
    rf"(?:to |is to |can be to )?{_ADVERBS}$"
)
_RECOMMENDED = _pattern(
    r"(?:^|[,;:] |\b(?:consider|try|suggests?|recommends?|advises?|worth|means|involves"
    r"|start with|begin with"
    r"|(?:step|way|thing|place|start|move|option|idea|choice|plan|best|key"
    r"|safest)(?: [\w']+){0,4} (?:is|'s)(?: by| often| always)?"
    r"|(?:start|begin|way|step|first|sure|safest)(?: [\w']+){0,5} by|best off|better off|wise) )$"
)
_THE_THING = _pattern(
    r"\bthe (?:sooner|earlier) you $"
    r"|\b(?:thing to do|step|move|rule|advice|answer|plan|tip) (?:is|'s)"
    r" (?:always |usually |simply |just )?$"
)
_PUT_OFF = _pattern(
    r"\b(?:do not|don't|never|not|shouldn't|without) (?:put off|delay|avoid|postpone|fear"
    r"|be (?:afraid|ashamed|embarrassed|scared) (?:of|about)|hesitate about) $"
)
_SUGGESTED = _pattern(r"\b(?:consider|try|suggests?|recommends?|advises?|worth) $")
_URGED = _pattern(
    r"\b(?:recommend|suggest|advise|urge|ask|important|essential|vital|make sure|ensure|best"
    r"|ask|wise|sure)"
    rf" (?:that )?you {_ADVERBS}$"
)
_TO = _pattern(r"\bto (?:(?:also|always|first|then|just) )?$|\bto [\w']+ (?:[\w']+ ){0,4}and $")
_WE_ASK = _pattern(
    r"\b(?:we|is to|nhs|guidelines?|advice is) (?:[\w']+ )?(?:ask|urge|advise|remind|encourage"
    r"|want|invite"
    r"|recommend|beg|expect) (?!our\b|doctors\b|ROLES\b)(?:[\w']+ ){1,8}?to $"
)
_NO_HARM = _pattern(
    r"\b(?:(?:never|not|n't|cannot|doesn't|won't|can't) (?:hurt|harm|cost anything)s?"
    r"|never hurts|no (?:harm|shame) in|nothing to lose by|pays) (?:to |by )?$"
)
_NO_DELAY = _pattern(
    r"\b(?:hesitate|wait|delay|afraid|scared|forget|put off|too (?:shy|proud)|embarrassed)\b"
)
_HARD = _pattern(
    r"\b(?:hard|harder|difficult|easier|scary|shy|strange|expensive|afraid|waiting|waits?"
    r"|whether|wonder\w*|knowing|when(?= to $)|getting|ashamed"
    r"|embarrassing|embarrassed|weeks|months|stressful|cost|costs|free|able|how|what|where"
    r"|(?<!that is )(?<!that 's )(?<!this is )(?<!which is )why|chance)\b"
)
_UNWELCOME = _pattern(
    r"\b(?:hard|harder|difficult|scary|shy|strange|expensive|afraid|waiting|getting"
    r"|embarrass\w+|stressful|weeks)\b"
)
_MEETS = _pattern(r"(?:see|meet|visit)\b")
_THIRD = _pattern(
    r"\b(?:i|he|she|they|people|patients|many|most|some|men|women|who|ROLES?|viewers|readers"
    r"|staff|children"
    r"|teenagers|everyone|students|users|adults|my)\b"
)
_AGREES = _pattern(
    r"\b(?:if|once|as long as|so long as|provided|provided that|unless|until) (?:your|an?|the)"
    r" (?:[\w']+ ){0,3}?ROLE (?:(?:has|have|is|first) ){0,2}(?:agrees?|agreed|happy|says? (?:it"
    r"|so|you|yes"
    r"|otherwise)|said (?:it|so|you|yes|otherwise)|gives? (?:you )?the (?:all clear|go ahead"
    r"|green light|ok)"
    r"|given (?:you )?the (?:all clear|go ahead|green light|ok)|clears?|cleared|approves?"
    r"|approved|oks"
    r"|confirms?|confirmed)\b"
    r"|\buntil (?:your|an?|the) (?:[\w']+ ){0,3}?ROLE (?:has|have) (?:checked|seen|looked"
    r"|had a look"
    r"|examined|told|tested|assessed|ruled|weighed|decided|reviewed)\b"
    rf"|\b(?:unless|until) (?:(?:you|it|they) (?:have been|are|has been|is) )?(?:told|advised"
    rf"|instructed"
    rf"|directed|cleared|checked|approved|seen|examined)(?: [\w']+){{0,2}}? by {_TARGET}"
)
_AGREES_WORDS = _set("if once long provided unless until")
_IGNORED = _pattern(
    r"\b(?:never|not|nothing|don't|shouldn't|mustn't)\b (?:[\w']+ ){0,6}?(?:(?:stop|keep|prevent"
    r"|put) you"
    r" (?:off )?(?:from )?(?:seeing|asking|getting|seeking|talking to|speaking to|calling"
    r"|consulting)"
    rf" {_GOAL}|(?:ignore|disregard|dismiss|overlook) (?:[\w']+ ){{0,2}}?(?:{_ADVICE}"
    rf"|(?:the )?advice of"
    rf" {_TARGET}|{_TARGET} 's advice))"
)
_IGNORED_WORDS = _set("stop keep prevent put ignore disregard dismiss overlook")
_NEXT_TIME = _pattern(
    r"(?:^|[,;:()!] |\b(?:please|should|must|can|to|or|and|then|also|just|always) )(?:ask|raise"
    r"|mention"
    r"|discuss|talk|bring it up|bring this up|bring that up|tell them)\b(?: [\w']+){0,8}? (?:at"
    r"|during|in|when"
    r" you go for) your (?:next )?(?:[\w']+ ){0,2}?(?:check|check up|checkup|review|appointment"
    r"|visit|clinic"
    r" visit|screening|smear)\b"
)
_NEXT_WORDS = _set("check checkup review appointment visit screening smear")
_ASKED = rf"(?:(?:an?|the|some) (?:[\w']+ ){{1,2}}?(?:with|from|by|to) )?{_GOAL}"
_CONDITION = _pattern(
    r"\b(?P<not>do not|don't|never|not|avoid|no one|nobody|shouldn't|mustn't|cannot|can't|isn't"
    r"|unsafe|dangerous|risky|always|(?<!can )(?<!may )(?<!could )stop|under no circumstances"
    r"|on no account|in no case"
    r"|at no (?:point|time|stage)|(?:make|making|please) no|no changes?|nothing)\b"
    r" (?:[\w',]+ ){0,20}?"
    rf"(?P<hit>(?:without|before|until|unless|except|but) {_ASKED})"
)
_CONDITION_ONLY = _pattern(
    rf"\bonly (?:[\w',]+ ){{0,20}}?(?P<hit>(?:if|when|after|once|with|where) {_ASKED})"
)
_WITHOUT_IT = _pattern(
    rf"\b(?:without|before) (?:(?!you\b)[\w']+ ){{0,2}}?{_GOAL} (?:is|are|can be|could be|may be"
    rf"|might be)"
    r" (?:[\w']+ ){0,2}?(?:risky|dangerous|unsafe|harmful|unwise|dicey|safe|wise|recommended"
    r"|advised"
    r"|idea|fatal)\b"
)
_NOT_NEEDED = _pattern(r"[\w']+(?: not)? (?:need|have to|required)\b")
_UNLESS = _pattern(
    r"^(?:but )?unless (?:your|a|the) (?:[\w']+ ){0,3}?ROLES? (?:or (?:[\w']+ ){0,2}?ROLES? "
    r")?(?:\w+ )?"
    r"(?:tells?|says?|advises?|asks?|agrees?|decides?|has|have)\b"
)
_FRONTED = _pattern(
    r"^(?:without|before) (?:your|a|the) (?:[\w']+ ){0,2}?ROLE 's (?:agreement|approval|advice"
    r"|say so|ok|consent|guidance) , (?:please )?(?:do|don't|never|change|stop|make|start|take)\b"
)
_WITHOUT = _pattern(rf"(?P<hit>(?:without|before|until|unless) {_GOAL})")
_DECIDED = (
    r"(?:determined|decided|agreed|worked out|made|planned|chosen|set|discussed|guided|reviewed"
    r"|supervised|managed|checked|adjusted|changed|tailored|weighed(?: up)?|taken|approved|started"
    r"|stopped|judged|considered|confirmed|assessed|monitored|handled|looked at|done|used|shared"
    r"|diagnosed|treated|seen|talked (?:over|through)|thought through|raised|settled"
    r"|made together|told|advised|warned"
    r"|examined|tested|screened|reported|mentioned|brought|referred|measured|left|agreed on"
    r"|cleared|shown|listened to|sorted(?: out)?|okayed|passed)"
)
_DECIDED_WORDS = _set(
    """
    determined decided agreed worked made planned chosen set discussed guided reviewed supervised
    managed checked adjusted changed tailored weighed taken approved started stopped judged
    considered confirmed assessed monitored handled looked done used shared diagnosed treated seen
    talked thought raised settled told advised warned examined tested screened reported mentioned
    brought referred measured left cleared shown listened sorted okayed passed
    """
)
_MATTERS = _set(
    """
    decision decisions choice choices conversation conversations discussion discussions question
    questions matter topic talk plan something one job call chat point issue thing things change
    changes treatment treatments plans dose doses dosage
    """
)
_COUNSEL_WORDS = _set(
    """
    consultation consultations discussion discussions conversation appointment check review advice
    guidance approval agreement input supervision opinion help referral assessment say go word view
    """
)
_VISIT = (
    r"(?:visit|trip|call|phone call|word|chat|talk|conversation|appointment|check|check up|checkup"
    r"|review|exam|examination|look|look over|assessment|consultation|opinion|discussion|referral"
    r"|advice|input|sign off|ok|say so|help|attention)"
)
_VISITS = _set(
    """
    visit trip call word chat talk conversation appointment check checkup review exam examination
    look assessment consultation opinion discussion referral advice input sign ok say help attention
    """
)
_JOINT: tuple[tuple[frozenset[str], Pattern], ...] = (
    (
        _DECIDED_WORDS,
        _pattern(
            r"\b(?:should|must|needs? to|has to|have to|ought to|need|needs) (?:[\w']+ ){0,2}?"
            rf"(?:be )?(?:[\w']+ )?{_DECIDED} (?:[\w']+ ){{0,7}}?(?:, )?"
            rf"(?:with|by|between you and|alongside|under|to|from) {_TARGET}"
        ),
    ),
    (
        _set("agreed decided planned discussed worked"),
        _pattern(
            r"\b(?:should|must|needs? to|has to|have to|ought to|is best|are best) [^,]{1,80} ,"
            r" (?:as |and )?(?:agreed|decided|planned|discussed|worked out) (?:\w+ ){0,3}?"
            rf"(?:with|by) {_TARGET}"
        ),
    ),
    (
        _DECIDED_WORDS,
        _pattern(
            rf"(?<!\w)(?:is|are|'s) (?:[\w']+ ){{0,3}}?{_DECIDED} (?:[\w']+ ){{0,5}}?"
            r"(?:with|by|between you and|alongside) (?:you and )?your (?:[\w']+ ){0,3}?ROLES?\b"
        ),
    ),
    (
        _set("left"),
        _pattern(
            rf"(?<!\w)(?:is|are|'s) (?:a )?(?:(?:thing|question|decision|job|choice) )?(?:best"
            rf"|better)"
            rf" left to {_TARGET}"
        ),
    ),
    (
        _VISITS,
        _pattern(
            r"(?<!no )\b(?:time for|calls? for|needs?|deserves?|warrants?|merits?|requires?|worth"
            rf"|a (?:good )?reason for) (?:(?!no\b|from\b)[\w']+ ){{0,4}}?{_VISIT} (?:to|with"
            rf"|from|by|of) {_TARGET}"
            rf"|\bmeans? (?:[\w']+ ){{0,3}}?{_VISIT} (?:to|with) {_TARGET}"
        ),
    ),
    (
        _set(
            "looking checking seeing assessing examining investigating treating reviewing sorting"
        ),
        _pattern(
            r"\b(?:needs?|wants?|worth|deserves?|requires?|merits?) (?:[\w']+ )?(?:looking at"
            r"|checking"
            r"|seeing|assessing|examining|investigating|treating|reviewing|sorting)(?: out| over)?"
            rf" (?:by|with) {_TARGET}"
        ),
    ),
    (
        _set("need needs"),
        _pattern(
            r"\b(?:you|they|these|this|that|it|child|baby|anyone|someone|signs|symptoms|people|he"
            r"|she)"
            r" (?:(?:will|may|might|also) )?needs? (?:to see )?(?:an?|your"
            r"|the) (?:[\w']+ ){0,2}?ROLE"
            r"(?= (?:[,;:.()]|if|when|now|today|straight|right|urgently|to (?:look|check|decide))"
            r"|$)"
        ),
    ),
    (
        _set("decide choose weigh agree"),
        _pattern(
            r"\byour (?:[\w']+ ){0,2}?ROLE (?:will|can|should|must) (?:(?!not\b)[\w',]+ ){0,12}?"
            r"(?:help you (?:to )?(?:decide|choose|weigh|work out)|(?:decide|choose|weigh"
            r"|agree) with you"
            r"|decide (?:whether|when|how|if|which|what|on))\b"
        ),
    ),
    (
        _set("sets decides chooses knows"),
        _pattern(
            r"\byour (?:[\w']+ ){0,2}?ROLE (?:, not [^,]{1,40} , )?(?:sets|decides|chooses|knows)"
            r" (?:how|which|what|when|whether|the (?:right )?dose|your dose)\b"
        ),
    ),
    (
        _set("best better safer safest important sensible wise wiser vital essential crucial"),
        _pattern(
            r"\b(?:best|better|safer|safest|important|sensible|wiser?|vital|essential"
            r"|crucial) (?:that|if|for|to have|to let)"
            r" (?:an?|your|the) (?:[\w']+ ){0,2}?ROLE (?:to )?(?:picks?|chooses?|decides?|checks?"
            r"|looks?|sees?"
            r"|knows?|reviews?|examines?|assess(?:es)?|tells?|guides?|oversees?|supervises?"
            r"|handles?|does"
            r"|do|is (?:involved|told|aware|asked|informed))\b"
        ),
    ),
    (
        _set("best"),
        _pattern(
            rf"(?<!\w)(?:is|are|'s) best {_DECIDED} (?:[\w']+ ){{0,5}}?(?:with|by|between you and"
            rf"|alongside) {_TARGET}"
        ),
    ),
    (
        _MATTERS,
        _pattern(
            r"(?<!\w)(?:is|are|'s|be) (?:[\w']+ ){0,4}?(?:decisions?|choices?|conversations?"
            r"|discussions?|questions?|matter|topic|talk|plan|something|one|job|call|chat|point"
            r"|issue|things?) (?:that |which )?(?:[\w']+ ){0,8}?(?:with|between you and|for|to)"
            rf" {_TARGET}"
        ),
    ),
    (
        _set("your"),
        _pattern(
            r"\b(?:something|a \w+|one) (?:you and )?your (?:[\w']+ )?ROLES? (?:will|can|should"
            r"|needs? to) \w+"
        ),
    ),
    (
        _set("you"),
        _pattern(
            r"\byou and (?:your|a|the) (?:[\w']+ ){0,3}?ROLES? (?:can|should|will|could|may|might"
            r"|must|need|decide|agree|work|choose|together)\b"
            r"|\b(?:your|a|the) (?:[\w']+ ){0,2}?ROLES? and you (?:can|should|will|could|may"
            r"|decide|agree|work|choose)\b"
        ),
    ),
    (
        _set("together help guidance support advice"),
        _pattern(
            r"\b(?:together with|with the help of|with help from|with guidance from"
            r"|with support from|with the support of|with advice from) (?:your|a|the)"
            r" (?:[\w']+ ){0,3}?ROLES?\b"
        ),
    ),
)
_ADVISED: tuple[tuple[frozenset[str], Pattern], ...] = (
    (
        _set("under"),
        _pattern(
            r"\bunder (?:[\w']+ ){0,2}?(?:guidance|supervision|care|direction|advice|eye"
            rf"|instructions?) (?:of|from) {_TARGET}"
            r"|\bunder (?:close |careful )?(?:medical|clinical|professional|specialist)"
            r" (?:supervision|care|guidance|advice)"
        ),
    ),
    (
        _set(
            "advice instruction instructions recommendation agreement approval say help support"
            " consent guidance"
        ),
        _pattern(
            r"\b(?:on|with|after|following) (?:the |your )?(?:advice|instructions?"
            r"|recommendation|agreement|approval|say so|help|support|consent|guidance)"
            rf" (?:of|from) {_TARGET}"
            r"|\b(?:on|with) (?:your|a|the) (?:[\w']+ ){0,2}?ROLE 's (?:advice|instructions?"
            r"|recommendation|agreement|approval|say so|help|support|consent|guidance)"
        ),
    ),
)
_TELLS: tuple[tuple[frozenset[str], Pattern], ...] = (
    (
        _set("sure ensure check see"),
        _pattern(
            r"\b(?:make sure|ensure|be sure|check|see) (?:that )?(?:your|a|the|any)"
            r" (?:[\w']+ ){0,3}?ROLES? (?:knows?|is|are|has|have|agrees?|sees?|hears?|can|gets?)\b"
        ),
    ),
    (
        _set("people person one place step stop port contact source"),
        _pattern(
            r"\bROLES? (?:or (?:a |your )?ROLES? )?(?:is|are|can be|would be|'s) (?:often |always "
            r"|usually )?(?:a|an|the|your) (?:[\w']+ ){0,2}?(?:people|person|one|place|step|stop"
            r"|port of call|contact|source)\b"
        ),
    ),
    (
        _set("first best next right starting safest good"),
        _pattern(
            r"\b(?:first|best|next|right|starting|safest|good place) (?:[\w']+ ){0,4}?(?:is|are"
            r"|should be|must be|'s) (?:with "
            r"|to see )?(?:your|a|the) (?:[\w']+ ){0,3}?ROLES?\b"
        ),
    ),
    (
        _MATTERS,
        _pattern(
            r"\b(?:decisions?|choices?|changes?|questions?|treatments?|plans?|doses?|dosage)\b"
            r"(?: [\w']+){0,8}? (?:is|are|belongs?|rests?|lies?|stays?|sits?|comes?|starts?"
            r"|begins?) (?:[\w',]+ ){0,8}?(?:with|between|for|by|up to|to) (?:you and )?"
            r"(?:your|a|the) (?:[\w']+ ){0,3}?ROLES?\b"
        ),
    ),
    (_set("make"), _pattern(r"\bmake (?:your|a) (?:[\w']+ )?ROLE your first\b")),
    (
        _set("word chat talk conversation call visit trip appointment discussion check"),
        _pattern(
            r"\b(?<!for a )(?<!of a )(?:word|chat|talk|conversation|call|visit|trip|appointment"
            r"|discussion|check)"
            rf" (?:with|to) {_TARGET} (?:first )?(?:is|can|will|helps?|should|could|may|makes)\b"
        ),
    ),
    (
        _set("away"),
        _pattern(
            r"\bROLES? (?:is|are|'s) (?:(?:only|just|never more than) )?(?:a|one)"
            r" (?:[\w']+ ){0,2}away\b"
        ),
    ),
    (
        _set("'s"),
        _pattern(
            r"(?<!\w)(?:is|are|'s) (?:always )?(?:your|a|the) (?:[\w']+ ){0,2}?ROLE 's (?:call"
            r"|decision"
            r"|job|choice|business)\b"
            r"|\b(?:call for|needs?|deserves?|warrants?|requires?) (?:your|a|an|the)"
            r" (?:[\w']+ ){0,2}?ROLE 's (?:opinion|attention|advice|help|eye|input)\b"
        ),
    ),
    (
        _set(
            "evaluate assess examine review check look supervise monitor diagnose involved"
            " consulted asked told called"
        ),
        _pattern(
            r"\bROLE (?:or (?:an? |your )?ROLE )?(?:should|must|needs? to|ought to|has to"
            r"|have to) (?:always |first )?(?:evaluate|assess|examine|review|check|look|supervise"
            r"|monitor|diagnose|be (?:involved|consulted|asked|told|called))\b"
        ),
    ),
    (
        _set("only"),
        _pattern(
            r"\bonly (?:a|an|your|the) (?:[\w']+ ){0,3}?ROLE who (?:[\w']+ ){1,6}?(?:can|should"
            r"|is able to)\b"
        ),
    ),
)
_YOURS = _pattern(
    r"\b(?:with|to|by|from|of|involve|include|let|keep|up to you and|you and|loop in|have)"
    r" (?:your own |your )(?:[\w']+ ){0,2}?ROLE\b"
    r"|\byour (?:own )?(?:[\w']+ )?ROLE (?:knows|has|have) (?:the |all |your "
    r"|more )?(?:answers?|history|record|best|you|training|know how)"
)
_THERAPISTS = _pattern(r"\b(?:therapist|counsellor|counselor|psychotherapist|psychologist)\b")
_DECIDING = _pattern(
    r"\b(?:decided?|decisions?|agreed?|determined|worked out|planned|treatment|weigh\w*|choose"
    r"|whether|which|right|best|change|stop|start|dose|medicines?|medication"
    r"|tablets?|MEDICINE|CLASS|symptoms)\b"
)
_ORDERS = _pattern(
    r"^(?:take|use|start|stop|do|change|try|reduce|come|increase)\b|\b(?:only|should|must"
    r"|always|best|needs?|safely|safest|except|unless|never|do not|don't)\b"
)
_AS_TOLD = _pattern(
    r"\b(?P<how>as|what|how|than|until|unless|when|if|way|dose|amount|times|plan|instructions)"
    r" (?:your|a|the) (?:[\w']+ ){0,3}?ROLE"
    r" (?:or (?:[\w']+ ){0,2}?ROLE )?(?:has |have )?(?:tells?|told|says|said|advises?|advised"
    r"|prescribes?|prescribed|directs?|directed|instructs?|instructed|recommends?|recommended"
    r"|(?P<gave>gave|given|explained|showed|shown|set|ordered|agreed|wrote|wants?|thinks))\b"
)
_TOLD = _set(
    """
    tell tells told says said advises advise advised prescribe prescribes prescribed directs direct
    directed instruct instructs instructed recommend recommends recommended gave given explained
    showed shown set ordered agreed wrote want wants thinks
    """
)
_TO_DO = _pattern(
    r"(?:^|, )(?:please |just )?(?:take|use|start|stop|change|try|follow|keep|give|apply|eat"
    r"|drink|swallow"
    r"|go|do|get|have|see|stay|carry on|continue|stick|finish|complete|wear|put|inject)\b"
    r"|\b(?:never|do not|don't|only|should|must|always)\b"
)
_NO_SUBSTITUTE = _pattern(
    r"\b(?:(?:not|isn't|never|no|nor|nothing|none|neither|cannot|can't|doesn't|don't|won't"
    r"|shouldn't|aren't)\b (?:[\w',\u2014]+ ){0,8}?"
    r"(?:substitutes?|replacements?|replaces?|stand in|alternative|take the place"
    r"|takes the place|instead of|in place of|rather than|in preference to|to replace|match for"
    r"|compete with|stand up to|beat)"
    r"|(?:isn't|cannot|can't|doesn't) replace) "
    r"(?:(?:[\w',\u2014]+ ){0,8}?(?:(?:professional|medical|clinical|individual|personal"
    r"|personalised|personalized|expert|tailored|proper|face to face)\b(?: [\w']+,?){0,3}? "
    r"(?:advice|diagnosis|treatment|care|opinion|judgement|judgment|help|consultation"
    r"|assessment|guidance)|ROLES?|consultation|providers?|team (?:looking|caring|treating|who"
    r"|that)))"
)
_ANSWERS = (
    r"(?:tell you|help you|advise|explain|decide|work (?:it |this |that )?out|answer|guide you"
    r"|hear|know|check|say|confirm"
    r"|talk (?:it |this |that |things )?(?:you )?(?:through|over)|take a look|look|review"
    r"|make sure|be (?:told|asked|able to|aware|happy|the one|involved|your)|change (?:your|the"
    r"|it)"
    r"|adjust (?:your|the|it)|show you|give you advice|discuss|suggest (?:what|which)"
    r"|assess you|find (?:out|the|a|one)|point you|judge"
    r"|support you|put you|ok|approve|sign off|agree|weigh|go through|give you|work with you"
    r"|choose|pick|set"
    r"|want to (?:know|hear)|need to know|be able to (?:tell|help|advise|explain|say|answer))"
)
_ABLE_WORDS = _set("can could will should needs need must has may might 'll")
_ANSWER: tuple[tuple[frozenset[str], Pattern], ...] = (
    (
        _ABLE_WORDS,
        _pattern(
            r"\b(?:your|(?:only|nobody but|no one but|none but) (?:the|a|an|your))"
            r" (?:(?!next\b)[\w']+ ){0,3}?ROLES? (?:or (?:[\w']+ ){0,2}?ROLE )?"
            r"(?:(?:you|it|them|that|this) )?(?:(?:can|could|will|should|needs? to|must|has to"
            r"|may be able to|might be able to|'ll) (?:also |best |then )?"
            rf"{_ANSWERS}|(?:can|could|may be able to) help\b)"
        ),
    ),
    (
        _ABLE_WORDS,
        _pattern(
            r"\b(?:a|an|the|any) (?:[\w']+ ){0,3}?ROLE (?:or (?:[\w']+ ){0,2}?ROLE )?"
            r"(?:can|could|will|should|needs? to|must) (?:also )?"
            r"(?:help(?=$| [,;]| (?:if|with|when)\b)"
            r"|(?:be able to tell|be able to help|tell|help|guide|show|talk|assess|advise"
            r"|support) you\b|advise on|take a look"
            r"|advise(?=$| [,;])|check (?:that|whether|if|it|your|which)|confirm|answer (?:your"
            r"|any)|explain (?:what"
            r"|how|which)|be (?:told|asked)|look at|hear about|know (?:about|if|that)|say whether"
            r"|decide|rule out)"
        ),
    ),
    (
        _set("your"),
        _pattern(
            r"\byour (?:[\w']+ ){0,2}?ROLE (?:is|are|'s) (?:the (?:best|right|one|person)"
            r"|best placed|there to|happy to|able to|ready to)"
        ),
    ),
    (
        _set("sets decides chooses picks adjusts works"),
        _pattern(
            r"\byour (?:[\w']+ ){0,3}?ROLE (?:sets|decides|chooses|picks|adjusts|works out)"
            r" (?:(?:the|your) (?:right )?(?:doses?|dosage|amount|strength|medicines?|medication"
            r"|treatment)|which|what|how|when|whether)\b"
        ),
    ),
    (
        _set("glad happy pleased"),
        _pattern(
            r"\b(?:a|an|the|your|any) (?:(?!our\b)[\w']+ ){0,4}?ROLE (?:counter )?(?:is|are|will be"
            r"|'ll be) (?:always )?(?:glad|happy|pleased) to (?:tell|help|talk|advise|answer"
            r"|explain|check)\b"
        ),
    ),
    (
        _set("ring call phone see meet"),
        _pattern(
            r"\b(?:a|an|the|your) (?:(?!our\b)[\w']+ ){0,3}?ROLE (?:will|'ll|can) (?:ring|call"
            r"|phone|see|meet) you (?:back )?(?:and|to) (?:go through|talk|work out|discuss|decide"
            r"|agree)\b"
        ),
    ),
    (
        _set("whoever only ROLE"),
        _pattern(
            r"^(?:whoever|only|ROLE|the ROLE)\b(?: [\w']+){0,4}? (?:can|should|must|needs? to|will)"
            rf" {_ANSWERS}"
        ),
    ),
)
_APPOINTMENT = _pattern(
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
_DEFERRED: tuple[tuple[frozenset[str], Pattern], ...] = (
    (
        _COUNSEL_WORDS,
        _pattern(
            rf"\b{_COUNSEL} (?:with|from|of|by) {_A_ROLE} (?:is|are|should|must|needs to|comes)"
            rf" (?:[\w']+ ){{0,3}}?{_NEEDED}\b"
        ),
    ),
    (
        _ADVISED_WORDS,
        _pattern(
            rf"\b{_ADVICE} (?:is|should|must|needs to) (?:(?:always|first|also) ){{0,2}}"
            rf"(?:be )?{_NEEDED}\b"
        ),
    ),
    (
        _set("'s"),
        _pattern(
            rf"\b(?:your|a|the) (?:[\w']+ ){{0,2}}?ROLE 's (?:word|view|{_COUNSEL})"
            r"(?: [\w']+){0,5}? (?:should|must|comes|matters|is|takes) (?:[\w']+ ){0,3}?(?:before"
            rf"|here|precedence|priority|{_NEEDED})\b"
        ),
    ),
    (
        _COUNSEL_WORDS,
        _pattern(
            rf"\b(?:needs?|requires?|must have|should have) (?:(?!no\b)[\w']+ ){{0,2}}?{_COUNSEL}"
            rf" (?:with|from|by) {_A_ROLE}\b"
        ),
    ),
    (
        _set("questions"),
        _pattern(r"^(?:[\w']+ ){0,2}?questions (?:to ask|for) (?:your|a) (?:[\w']+ ){0,2}?ROLE\b"),
    ),
    (
        _set("straight off back over"),
        _pattern(rf"^(?:straight|off|back|over) (?:back |over )?to {_TARGET}"),
    ),
    (
        _set("visit appointment review check input advice opinion"),
        _pattern(
            r"^(?:please |prompt |urgent )?ROLE (?:'s )?(?:visit|appointment|review|check|input"
            r"|advice|opinion)"
            rf" (?:(?:is|strongly) ){{0,2}}{_NEEDED}\b"
        ),
    ),
    (
        _set("know told"),
        _pattern(
            r"^(?:all |any |every |all your )?ROLES? (?:(?:who"
            r"|that) (?:[\w']+ ){1,4}?)?(?:need to|should|must"
            r"|needs to|has to) (?:know (?:if|that|about|when|whether|which)|be told)\b"
        ),
    ),
    (
        _set("comes goes"),
        _pattern(
            r"\badvice (?:that )?your (?:[\w']+ ){0,2}?ROLE (?:has )?(?:gave|given"
            r"|gives) you (?:always )?(?:comes"
            r" first|comes before|goes)\b"
        ),
    ),
    (
        _set("rather"),
        _pattern(
            r"\b(?:your (?:[\w']+ ){0,2}?ROLE|ROLES) would (?:much )?rather (?:know|see you|hear"
            r"|be told|you)\b"
        ),
    ),
    (
        _set("who"),
        _pattern(
            r"\bthere (?:is|'s|are) (?:[\w']+ ){0,3}?ROLES? (?:[\w']+ ){0,4}?who can (?:tell|help"
            r"|advise|check"
            r"|answer)\b"
        ),
    ),
    (
        _set("spoke talked saw asked told rang called checked consulted had"),
        _pattern(
            r"\b(?:time|best|better|wise if) you (?:spoke to|spoke with|talked to|talked with|saw"
            r"|asked|told|rang"
            rf"|called|checked with|consulted|had a word with) {_TARGET}"
        ),
    ),
    (
        _set("prescribed recommended advised told"),
        _pattern(
            r"(?:^|[,;:] )(?:(?:only|please) )?(?:take|use|give|have|start|apply|try|buy|wear|eat"
            r"|drink)\b"
            r" (?:[\w']+ ){0,8}?(?:only|unless|just) (?:[\w']+ ){0,4}?(?:prescribed|recommended"
            r"|advised|told)"
            rf" (?:[\w']+ ){{0,3}}?by {_TARGET}"
        ),
    ),
    (
        _set("someone somebody"),
        _pattern(r"\bROLE (?:is|can be) (?:someone|somebody) (?:you can|to)\b"),
    ),
    (
        _set("about"),
        _pattern(
            r"\bROLES (?:need|must|should|want)s? (?:to )?(?:know|hear|be told) (?:about"
            r"|of) [^,]{1,80} you\b"
        ),
    ),
    (
        _set("do handle manage"),
        _pattern(
            r"\byour (?:[\w']+ ){0,2}?ROLE can (?:do|handle|manage) (?:it|this|that) with you\b"
        ),
    ),
    (
        _set("arrange refer test"),
        _pattern(
            r"\byour (?:[\w']+ ){0,2}?ROLE can (?:arrange|refer you|(?:perform|do|order|give you)"
            r" (?:the|a|this|that) (?:[\w']+ )?test)\b"
        ),
    ),
    (
        _set("attention"),
        _pattern(r"\b(?:you|they|he|she) (?:will |may )?need (?:[\w']+ )?medical attention\b"),
    ),
    (
        _set("who"),
        _pattern(
            r"\bit (?:is|'s) (?:your|the|a) (?:[\w']+ ){0,2}?ROLE (?:, not (?:[\w']+ ){1,4}, )?"
            r"who (?:should|can|must|decides|will|has)\b"
        ),
    ),
    (
        _set("ask tell mention raise bring discuss show say take let note"),
        _pattern(
            r"\b(?:when|whenever|next time|if) you (?:next )?(?:see|visit|meet|talk to|speak to)"
            rf" {_A_ROLE} (?:next )?, (?:please |also |do )?(?:ask|tell|mention|raise|bring|discuss"
            r"|show|say)\b"
            r"|^(?:please |do )?(?:ask|mention|raise|bring|discuss|say|tell|let|note|show"
            r"|(?:take|bring)(?: (?:an?|your|any|all|this|the|every))(?= (?:[\w']+ ){0,4}?(?:list"
            r"|lists"
            r"|tablets|medicines?|medications?|pills?|packets?|bottles?|results|notes|leaflet"
            r"|diary|record"
            r"|page|questions|inhalers?|score|MEDICINE|readings)\b)) (?:[\w']+ ){1,12}?"
            r"(?:when|whenever|next time) you (?:next )?(?:see|visit|meet|talk to|speak to)"
            rf" {_A_ROLE}\b"
        ),
    ),
    (
        _set("there here"),
        _pattern(r"\byour (?:[\w']+ ){0,2}?ROLE is (?:there|here) (?:for|to)\b"),
    ),
    (
        _set("what"),
        _pattern(r"\bwhat (?:your|a|the) (?:[\w']+ ){0,2}?ROLES? (?:is|are) (?:there )?for\b"),
    ),
    (
        _set("knows"),
        _pattern(r"\bROLE who knows you (?:(?:well|best) )?(?:can|should|will)\b"),
    ),
    (
        _set("advise tell"),
        _pattern(r"\b(?<!our )(?<!my )ROLES (?:can|will) (?:also )?(?:advise|tell) you\b"),
    ),
    (
        _set("'s"),
        _pattern(
            r"\b(?:needs?|requires?|must have|wait for) (?:your|a) (?:[\w']+ ){0,2}?ROLE 's"
            rf" (?:{_COUNSEL}|ok|clearance)\b"
        ),
    ),
    (
        _MATTERS,
        _pattern(
            r"\b(?:changes?|decisions?|doses?|questions?) (?:[\w']+ ){0,5}?(?:should|must"
            r"|needs? to|has to|have to) (?:[\w']+ ){0,2}?(?:through|past|with|by|to|from)"
            rf" {_A_ROLE}\b"
        ),
    ),
    (
        _set("person people one ones place expert experts someone somebody"),
        _pattern(
            r"\b(?:person|people|ones?|place|experts?|someone|somebody) (?:to|who (?:can|should"
            r"|will|knows)|that can|best placed to) (?:[\w']+ ){1,6}?(?:is|are)"
            rf" (?:(?:always|still) )?{_A_ROLE}\b"
        ),
    ),
    (
        _set("say decide judge work answer settle advise tell weigh choose"),
        _pattern(
            rf"(?<!\w)(?:is|are|'s) (?:for|up to|down to) (?:you and )?{_A_ROLE} to"
            r" (?:say|decide|judge|work|answer|settle|advise|tell|weigh|choose)\b"
        ),
    ),
    (
        _set("should must needs need ought has wants want"),
        _pattern(
            rf"\b{_A_ROLE} (?:(?:that|who|which) (?:[\w']+ ){{1,6}}?)?(?:should|must|needs? to"
            rf"|ought to"
            r"|has to|wants? to|will want to)"
            r" (?:(?:always|first|also) ){0,2}(?:be (?:the )?(?:first|one|person|ones)"
            r" (?:(?:person|one) )?to (?:hear|know|see|decide|judge|say|tell)|be (?:told|asked"
            r"|informed|consulted)|hear (?:about|of)|know (?:about|if|that|when)|be in the loop"
            r"|(?:see|check|examine"
            r"|assess) you|have the (?:last|final)|sign off|approve|agree)\b"
        ),
    ),
    (
        _set("takes needs requires"),
        _pattern(rf"^(?:but |and )?(?:that|this|it) (?:takes|needs|requires) {_A_ROLE}(?=$| [,;])"),
    ),
    (
        _set("only"),
        _pattern(
            r"\bonly (?:a|an|your|the) (?:[\w']+ ){0,3}?ROLES? (?:or (?:[\w']+ ){0,2}?ROLE )?can"
            r" (?:tell|say|judge|decide|rule|confirm|be sure|work out|(?:give|tell|diagnose) you)\b"
        ),
    ),
    (
        _set("nothing"),
        _pattern(
            r"\bnothing (?:[\w']+ ){0,8}?(?:outranks|overrides|beats|trumps|outweighs|comes before"
            r"|matters more than|counts for more than) (?:[\w']+ ){0,4}?ROLES?\b"
        ),
    ),
    (
        _set("tells says advises"),
        _pattern(
            r"\byour (?:[\w']+ ){0,2}?ROLE (?:tells you|says|advises) (?:always )?(?:comes"
            r" (?:first|before)|outranks|overrides|beats|trumps|matters more|counts for more"
            r"|goes)\b"
        ),
    ),
    (
        _set("trust believe heed"),
        _pattern(
            r"^(?:please |always )?(?:trust|believe|heed) your (?:[\w']+ ){0,2}?ROLE"
            r" (?:'s \w+ )?(?:over|before|and not|more than|first)\b"
        ),
    ),
    (
        _set("first next"),
        _pattern(
            r"^(?:your )?(?:first|next) (?:stop|step|port of call|call) (?:is|:|,|\u2014)"
            rf" {_A_ROLE}"
            r"|^(?:your |the |a )?ROLE first(?: [,;]|$)"
        ),
    ),
    (_set("input"), _pattern(r"\bROLE 's input matters")),
)
_THOUGHT = _pattern(
    r"(?<!\bwe )(?<!\bi )\b(?:thinks?|thought|feels?|felt|believed?|assumed?|suppose|imagine"
    r"|says?|said|told|heard|wonder(?:ing)?|if|whether) (?:that |as if |like |if |whether |you )*"
    r"(?:people |they |one |everyone )?(?:really |always )?$"
)
_ERRAND = _pattern(
    r"(?: (?:at|on|in|behind|by) the (?:[\w']+ ){0,2}?(?:desk|reception|ward|door|counter))?"
    r"(?: 's (?:receptionist|secretary|assistant))?"
    r" (?:(?:for|about|to|where|which|how|what|when) (?:(?:the|a|an|your|to|you|can|is|are|new) )*"
    r"(?:[\w']+ ){0,2}?(?:sick note|fit note|certificate|code|password"
    r"|pass|wi fi|wifi|keys?|parking|park|toilets?|bag|receipt"
    r"|blanket|pillow|lockers?|menu|lunch|remote|chair|lift|bathroom|loo|badge|autograph|bus|taxi"
    r"|coffee|cup|water|magazines?|socket|charger|shop|canteen|cafe|tv|coat|pen|ticket|invoice"
    r"|bill|opening|prices?|permit|brochure|brand)\b| an? (?:joke|story)\b|your (?:name|address"
    r"|date of birth|surname)\b)"
)
_PAST = _pattern(
    r"\b(?:i|he|she|we|they|who|\w+ed)\b (?:[\w']+ ){0,3}?(?:told|said|asked|advised|urged|had"
    r"|was|were|went|saw|did)\b"
    r"|\b(?:was|were|had|did|went|told|said|saw|used to|wanted)\b"
)
_ANOTHER = (
    r"(?:one|yours|another(?: one)?)"
    r"(?= (?:[,;:.!)]|take a look|look|check|before|if|first|for|about|when|soon|and|now|to)|$)"
)
_THEM = _pattern(
    rf"{_START}(?:ask|tell|see|call|ring|phone|contact|consult|(?:talk|speak|chat|check|work"
    r"|turn) (?:to|with)|let|have|involve|visit|trust|reach out to|ask to (?:see|speak to"
    r"|talk to)|find"
    r"|book in with)"
    rf" (?:(?:them|him|her)\b|{_ANOTHER})"
    r"|\b(?:not|never|don't) (?:[\w']+ ){1,8}?(?:before|until|without)"
    r" (?:you have |you've |having )?"
    r"(?:spoken|speaking|talked|talking|asked|asking|seen|seeing|checked|checking) (?:to |with )?"
    r"(?:them|him|her|one|yours)\b(?! of)"
    rf"|{_START}(?:make|book|arrange|schedule|get|ask for|request) (?:an|your) appointment\b"
    r"|^yours (?:can|will|knows|should|may)\b"
)
_YOUR_ROLE = _pattern(r"\b(?:your|a|the) (?:[\w']+ ){0,2}?ROLE\b")
_THEM_ONLY = _pattern(r"\b(?:them|him|her)$")
_TAIL_ANSWER = _pattern(
    r"\b(?:not|cannot|\w+n't)\b(?: [\w']+){1,10} [,;:\u2014] (?:but |only )?"
    r"(?P<hit>your (?:own )?(?:[\w']+ ){0,2}?ROLES? (?:can|does|will|knows|should|do))$"
)
_SHORT_ANSWER = _pattern(
    r"^(?:but |only |luckily , )?(?:your|a|the) (?:[\w']+ ){0,3}?ROLES? (?:can|does|do|will|is"
    r"|are|should|knows|might)\b(?: [\w']+){0,2}(?: !)?$"
)
_WHEN = _pattern(r"(?:when|who) (?:to|you should|should you|should|you to) ")
_TITLE_CUE = _pattern(
    r"\b(?:read|guides?|articles?|pages?|more|learn|blogs?|leaflets?|videos?|podcasts?|watch"
    r"|about|posts?|booklet|factsheet)\b"
)
_THERE = _pattern(r"\b(?:need|have|had) $")
_ANYBODY = _pattern(r"\b(?:ROLES|i|we|staff|was)\b|\bno $")
_IS_PEOPLE = _pattern(_PEOPLE)
_BY_STAFF = _pattern(r"\b(?:ROLES?|staff|leaflets?|label|trial|study) $")
_NOT_JOINT = _pattern(r"\b(?:not|n't|our|my)\b")
_SAYS_WHO = _pattern(r"\b(?:i|he|she|we|they|people|patients|my|was|were|did|had)\b")
_SOMEBODYS = _pattern(r"\b(?:my|his|her|our) $")
_HAS_ADVICE = _pattern(_ADVICE)
_MARKS = re.compile("[,;:\u2014]")
_OPENERS = _set("without before until unless except but if when after once with long provided")
_DENYING = _set(
    """
    not don't never avoid no nobody shouldn't mustn't cannot can't isn't unsafe dangerous risky only
    always stop nothing
    """
)
_NO_SUBSTITUTE_WORDS = _set(
    """
    substitute substitutes replacement replacements replace replaces stand alternative place instead
    rather preference match compete beat
    """
)
_SMALL = _set("with from")
"""What titles write in small letters."""
_LISTABLE = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.CELL})
_HEADINGS = frozenset({Kind.HEADING, Kind.CARD_HEADING})
_WORDS = Words(
    """
    ROLE ROLES professional medical clinical specialist individual personal personalised
    personalized expert tailored provider providers team specialists whoever clinic office hospital
    ward staff unit surgery practice nhs 111 811 999 911 112 centre center service services next
    appointment checkup consultation place person
    """
)
_PROVIDERS = _set(
    """
    provider providers specialist specialists team whoever clinic office hospital ward staff unit
    surgery practice nhs 111 centre center service services pharmacy place people person somebody
    someone consultant maternity professional professionals
    """
)
_HELPLINES = _set("111 811")
_EMERGENCIES = _set("999 911 112")
_APPOINTMENTS = _set("appointment visit check checkup review consultation")
_REFERRING = Words("them him her one yours another appointment")


def _anywhere(_: Block) -> bool:
    return True


def directions(document: Document) -> tuple[Direction, ...]:
    """The sentences of the body that send the reader to a professional, in reading order."""
    return document.derived(_directions)


def any_direction(
    document: Document, among: Callable[[Block], bool] = _anywhere
) -> Iterator[Direction]:
    """The same in no order, found one by one: whoever needs one need not wait for the rest.

    Only blocks that are `among` those wanted are looked at; once out, a block stays out.
    """
    named: dict[tuple[Block, int], Line] = {}
    sent: set[tuple[Block, int]] = set()
    for line in health.lines_with(document, _WORDS):
        place = line.block, line.sentence.start
        if line.has(ROLE, ROLES):
            named[place] = line
        if not _counts(document, line.block) or not among(line.block):
            continue
        found = _first(document, line, _matches(line)) or _first(
            document, line, _short_answer(line, _before(document, line))
        )
        if found is not None:
            sent.add(place)
            yield found
    for line in health.lines_with(document, _REFERRING) if named else ():
        place = line.block, line.sentence.start
        if place in sent or not _counts(document, line.block) or not among(line.block):
            continue
        before = _before(document, line)
        previous = named.get((line.block, before.start)) if before is not None else None
        if previous is not None or place in named:
            found = _first(document, line, _referring(line, previous))
            if found is not None:
                yield found


def says_where_to_turn(text: str) -> bool:
    """Whether `text`, which every page carries, sends the reader to a professional."""
    previous: Line | None = None
    for line in health.read(text):
        before = previous.sentence if previous is not None else None
        for found in (_matches(line), _short_answer(line, before), _referring(line, previous)):
            if next(found, None) is not None:
                return True
        previous = line
    return False


def _directions(document: Document) -> tuple[Direction, ...]:
    order = {block: number for number, block in enumerate(document.body)}
    found = {
        (order[direction.line.block], direction.sentence.start): direction
        for direction in any_direction(document)
    }
    return tuple(found[place] for place in sorted(found))


def _before(document: Document, line: Line) -> Sentence | None:
    return analysis(document).before(line.sentence) if line.sentence.start else None


def _following(document: Document) -> Mapping[Block, Block]:
    """The block after each block of the body."""
    return dict(zip(document.body, document.body[1:], strict=False))


def _counts(document: Document, block: Block) -> bool:
    """Whether a direction in this block is one: shown to every reader, and the publisher's own."""
    if block.container is not None and block.inside(
        Group.QUOTE, Group.STORY, Group.SOURCES, Group.VIDEO, Group.FIGURE, Group.DETAILS
    ):
        return False
    if block.kind in _LISTABLE:
        return True
    if block.kind not in _HEADINGS:
        return False
    following = document.derived(_following).get(block)
    if following is None or not following.words.strip():
        return False
    if block.kind is Kind.CARD_HEADING:
        return following.kind is not Kind.HEADING and following.container is not None
    return following.kind in _LISTABLE


def _first(
    document: Document, line: Line, matches: Iterator[tuple[Form, int, int]]
) -> Direction | None:
    for form, start, end in matches:
        if not cues.quoted(document, line, start, end) and not _is_title(line, start, end):
            return Direction(line, start, end, form)
    return None


def _matches(line: Line) -> Iterator[tuple[Form, int, int]]:
    """The forms that `line` has, as (form, start, end) in its text."""
    text = line.text
    held = frozenset(text.split(" "))
    if not line.question and not held.isdisjoint(_NO_SUBSTITUTE_WORDS):
        found = _NO_SUBSTITUTE.search(text)
        if found:
            yield Form.NO_SUBSTITUTE, *found.span()
    if not held.isdisjoint(_PROVIDERS):
        text = _SOMEBODYS_OWN.compiled.sub(_as_role, text)
    if not held.isdisjoint(_HELPLINES) and not line.question:
        helpline = _HELPLINE.search(line.text)
        if helpline and not _NOT.search(line.text[: helpline.start()]):
            yield Form.DIRECTIVE, *helpline.span()
    if not held.isdisjoint(_NEXT_WORDS) and "your" in held and not line.question:
        following = _NEXT_TIME.search(text)
        if following and not _NOT.search(text[: following.start()]) and not _PAST.search(text):
            yield Form.DIRECTIVE, *following.span()
    if line.block.kind in _HEADINGS and not held.isdisjoint(_EMERGENCIES):
        card = _EMERGENCY_CARD.search(line.text)
        if card:
            yield Form.DIRECTIVE, *card.span()
    if ROLE not in text and not _HAS_ADVICE.search(text):
        return
    if line.question and not text.startswith("why not"):
        return
    yield from _directives(line, text, held)
    yield from _conditions(line, text, held)
    yield from _joint(line, text, held)
    yield from _answers(line, text, held)
    yield from _yours(line, text, held)


def _as_role(found: re.Match[str]) -> str:
    """Somebody's own provider, team or specialist as a role, in as many letters as it had."""
    words = found.group()
    if not _NOT_OF_HEALTH.isdisjoint(words.split(" ")[1:]):
        return words
    start, end = (place - found.start() for place in found.span(found.lastgroup or 0))
    return words[:start] + ROLE.ljust(end - start, "_") + words[end:]


def _hits(
    checks: Sequence[tuple[frozenset[str], Pattern]], text: str, held: frozenset[str]
) -> Iterator[re.Match[str]]:
    """What the patterns find whose words `text` holds."""
    for words, pattern in checks:
        if not held.isdisjoint(words):
            yield from pattern.finditer(text)


def _referring(line: Line, previous: Line | None) -> Iterator[tuple[Form, int, int]]:
    """Asking "them", "one" or "yours", where a role was named just before."""
    if line.question:
        return
    before = previous is not None and previous.has(ROLE, ROLES)
    told_of = previous is not None and previous.has(ROLE) and not _PAST.search(previous.text)
    for them in _THEM.finditer(line.text):
        if _THEM_ONLY.search(them.group()):
            named = told_of or bool(_YOUR_ROLE.search(line.before(them.start())))
        else:
            named = before or any(
                term.tag in (ROLE, ROLES) and term.end <= them.start()
                for term in line.near(them.start(), cues.REACH)
            )
        if named:
            yield Form.DIRECTIVE, *them.span()


def _short_answer(line: Line, before: Sentence | None) -> Iterator[tuple[Form, int, int]]:
    """ "Your GP can", where the sentence before says what the page cannot."""
    if before is None or len(line.text) > cues.REACH or line.question:
        return
    short = _SHORT_ANSWER.search(line.text)
    if short:
        said = before.words.lower()
        if _NOT.search(said) or "cannot" in said:
            yield Form.ANSWER, *short.span()


def _conditions(line: Line, text: str, held: frozenset[str]) -> Iterator[tuple[Form, int, int]]:
    if not held.isdisjoint(_IGNORED_WORDS):
        ignored = _IGNORED.search(text)
        if ignored:
            yield Form.NO_SUBSTITUTE, *ignored.span()
    if held.isdisjoint(_OPENERS):
        return
    dont = line.block.container is not None and line.block.inside(Group.DONT) is not None
    if dont:
        for found in _WITHOUT.finditer(text):
            yield Form.CONDITION, *found.span("hit")
    elif not held.isdisjoint(_DENYING):
        for found in _CONDITION.finditer(text):
            if _makes_condition(text, found, found["hit"].split(" ", 1)[0]):
                yield Form.CONDITION, *found.span("hit")
        if "only" in held:
            for found in _CONDITION_ONLY.finditer(text):
                if not _NOT_NEEDED.match(text, found.start()):
                    yield Form.CONDITION, *found.span("hit")
    if not held.isdisjoint(_AGREES_WORDS):
        for found in _AGREES.finditer(text):
            if not _SAYS_WHO.search(text[: found.start()]):
                yield Form.CONDITION, *found.span()
    risky = _WITHOUT_IT.search(text)
    if risky and "n't" not in risky.group() and not _PAST.search(text):
        yield Form.CONDITION, *risky.span()
    for fixed in (_UNLESS.match(text), _FRONTED.match(text)):
        if fixed:
            yield Form.CONDITION, *fixed.span()


def _makes_condition(text: str, found: re.Match[str], opener: str) -> bool:
    if opener in {"except", "but"}:
        return found["not"] in {"no one", "nobody", "nothing"}
    if found["not"] == "always":
        return False
    if _NOT_NEEDED.match(text, found.start()):
        return False
    return not _THERE.search(text[max(0, found.start() - 10) : found.start()])


def _phrases_in(ways: Mapping[str, Sequence[Pattern]], text: str) -> Iterator[tuple[str, int, int]]:
    """Where one of `ways` begins in `text`, with the words before it."""
    words = text.split(" ")
    if ways.keys().isdisjoint(words):
        return
    start = 0
    for word in words:
        end = start + len(word)
        for pattern in ways.get(word, ()):
            found = pattern.match(text, end)
            if found:
                yield text[max(0, start - cues.REACH) : start], start, found.end()
                break
        start = end + 1


def _directives(line: Line, text: str, held: frozenset[str]) -> Iterator[tuple[Form, int, int]]:
    for before, start, end in _phrases_in(_DO, text):
        if _ERRAND.match(text, end):
            continue
        if _is_imperative(before, start) or _modal(before, _MEETS.match(text, start) is not None):
            yield _form(text, before, start), start, end
    for before, start, end in _phrases_in(_DOING, text):
        if _PUT_OFF.search(before) or _NO_HARM.search(before):
            yield Form.DIRECTIVE, start, end
        if _NOT.search(before[-40:]) or _PAST.search(text[end : end + 40]):
            continue
        worth = _WORTH.search(before)
        if not _SUGGESTED.search(before) and _HARD.search(text[end : end + 40]):
            continue
        if _RECOMMENDED.search(before) or (worth and not _denied(_run(before, worth.start()))):
            yield _form(text, before, start), start, end
    if line.block.kind in _HEADINGS:
        when = _WHEN.match(text)
        asked = next(_phrases_in(_DO, text[when.end() :]), None) if when else None
        if when and asked and not asked[1]:
            yield Form.DIRECTIVE, 0, when.end() + asked[2]
    if not held.isdisjoint(_APPOINTMENTS):
        appointment = _APPOINTMENT.search(text)
        if appointment and not _PAST.search(text) and not _NOT.search(text[: appointment.start()]):
            yield Form.DIRECTIVE, *appointment.span()


def _form(text: str, before: str, start: int) -> Form:
    if _MODAL.search(before):
        return Form.MODAL
    return Form.CONSIDER if _WEIGHED.match(text, start) else Form.DIRECTIVE


def _is_imperative(before: str, start: int) -> bool:
    if not start or _IMPERATIVE.search(before) or _THE_THING.search(before):
        return True
    if before == "why not ":
        return True
    if _CHAINED.search(before):
        return not _IS_PEOPLE.search(before)
    last = before.rsplit(" ", 2)[-2]
    return bool(
        start == len(before)
        and last not in _NO_IMPERATIVE_AFTER
        and not last.endswith("n't")
        and last[-1].isalnum()
        and _CONDITIONED.search(before)
    )


def _run(text: str, end: int, most: int = 8) -> str:
    """The words right before `end`, back to the last mark."""
    words = text[:end].split(" ")[-most - 1 :]
    for number in range(len(words) - 1, -1, -1):
        if words[number] and not words[number][-1].isalnum():
            words = words[number + 1 :]
            break
    return " ".join(words)


def _modal(before: str, meeting: bool) -> bool:
    """Whether the words before make it advice; "you may see a nurse" (`meeting`) describes."""
    must = _MODAL.search(before)
    if must and must["modal"] != "need":
        said = _run(before, must.start())
        if not _denied(said):
            return not _THOUGHT.search(said)
    able = _ABLE.search(before)
    if able and not _NOT.search(able.group()) and not meeting:
        return True
    worth = _WORTH.search(before)
    if worth and not _denied(_run(before, worth.start(), 5)):
        return True
    if _URGED.search(before):
        return not _NOT.search(before)
    if _WE_ASK.search(before) or _NO_HARM.search(before):
        return not _PAST.search(before)
    said = _clause(before)
    return bool(
        _TO.search(before)
        and not _THIRD.search(before)
        and not _PAST.search(before)
        and (_NO_DELAY.search(said) if _NOT.search(said) else not _HARD.search(before))
    )


def _denied(before: str) -> bool:
    """Whether these words before a recommendation take it back, or make it somebody else's."""
    return bool(_NOT.search(before) or _ANYBODY.search(before))


def _describes_therapy(line: Line, found: re.Match[str]) -> bool:
    """Whether the role is a therapist and no decision is named: "your therapist will help you"."""
    return any(
        found.start() <= term.start < found.end() and _THERAPISTS.search(term.words)
        for term in line.terms
    ) and not _DECIDING.search(found.group() + line.after(found.end(), 80))


def _clause(text: str) -> str:
    """What stands in `text` after its last mark."""
    return _MARKS.split(text)[-1]


def _joint(line: Line, text: str, held: frozenset[str]) -> Iterator[tuple[Form, int, int]]:
    for found in _hits(_JOINT, text, held):
        before = _run(text, found.start(), 5)
        if _describes_therapy(line, found) or _UNWELCOME.search(f"{before} {found.group()}"):
            continue
        if _NOT.search(line.before(found.start(), 60)) or _BY_STAFF.search(before):
            continue
        if not _NOT_JOINT.search(f"{before} {found.group()}"):
            yield Form.JOINT, found.start() - len(before), found.end()
    advised = list(_hits(_ADVISED, text, held))
    if advised and _ORDERS.search(text) and not _PAST.search(text):
        yield from ((Form.JOINT, *each.span()) for each in advised)
    if not held.isdisjoint(_TOLD):
        told = _AS_TOLD.search(text)
        if told and told["gave"] and told["how"] in {"if", "when", "unless"}:
            told = None
        if told and _TO_DO.search(text) and not _SAYS_WHO.search(text[: told.start()]):
            yield Form.CONDITION, *told.span()
    for found in _hits(_DEFERRED, text, held):
        before = _clause(line.before(found.start(), 40))
        if not _NOT.search(before) and not _PAST.search(before):
            yield Form.JOINT, *found.span()
    tells = list(_hits(_TELLS, text, held))
    if not tells or _PAST.search(text):
        return
    for found in tells:
        clause = _clause(line.before(found.start(), cues.REACH))
        if (
            not _SOMEBODYS.search(clause)
            and not _NOT.search(found.group())
            and not _UNWELCOME.search(clause + found.group() + line.after(found.end(), 20))
            and not _NOT.search(clause)
        ):
            yield Form.JOINT, *found.span()


def _yours(line: Line, text: str, held: frozenset[str]) -> Iterator[tuple[Form, int, int]]:
    """The reader's own doctor as somebody to turn to, in words that no other form has.

    A therapist does not count here: "you talk with your therapist" describes the therapy.
    """
    if "your" not in held:
        return
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


def _answers(line: Line, text: str, held: frozenset[str]) -> Iterator[tuple[Form, int, int]]:
    for found in _hits(_ANSWER, text, held):
        if _describes_therapy(line, found):
            continue
        if not _NOT.search(line.before(found.start(), 20)):
            yield Form.ANSWER, *found.span()
    tail = _TAIL_ANSWER.search(text)
    if tail:
        yield Form.ANSWER, *tail.span("hit")


def _is_title(line: Line, start: int, end: int) -> bool:
    """Whether the words are the title of another page: capitals, or the text of a link to it."""
    block = line.block
    if not block.links and (block.kind in _HEADINGS or _has_no_capitals(line.sentence)):
        return False
    span = line.span(start, end)
    if block.kind not in _HEADINGS:
        words = [word.strip("\"'(),") for word in span.words.split()]
        long = [word for word in words if len(word) > 3 and word not in _SMALL]
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


def _has_no_capitals(sentence: Sentence) -> bool:
    """Whether nothing after its first letter is written in capitals."""
    rest = sentence.words[1:]
    return rest == rest.lower()
