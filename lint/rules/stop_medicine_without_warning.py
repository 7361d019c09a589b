from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint import cues, health
from lint.document import Document, Group, Kind
from lint.health import Line
from lint.rule import Found, Judges, Severity, Theme, rule

_MEDICINES = (
    r"(?:MEDICINE|CLASS|medicines?|medications?|meds|tablets?|pills?|capsules?|prescriptions?"
    r"|doses?|dosage|drugs?"
    r"|inhalers?|injections?|patch|patches)"
)
_ADJECTIVES = (
    r"(?:few|couple|daily|evening|morning|prescribed|prescription|usual|other|psychiatric"
    r"|sleeping|new|old|whole|night|day|days|single"
    r"|heart|next|current|weekly|weeks|odd|occasional|last|second|first|strong|remaining|rest"
    r"|extra)"
)
_OBJECT = (
    rf"(?:(?:(?:the rest|half|one|some|all|any|a few|most) of )?"
    r"(?:(?:your|the|his|her|my|their|any|all|these|this|a|an|that|every|each|some|more|those"
    r"|one|those)"
    r" (?:(?!(?:of|for|with|the|to|in|on|from|about|and|or|by|side|risk|cost|number|amount"
    rf"|need|chance|effects?|when|if|before|after|while|your|out|away|off)\b)[\w']+ ){{0,2}}?)?"
    rf"(?:{_ADJECTIVES} )*(?:of (?:your |the |her |his |my |their )?)?"
    r"(?:(?:doses?|tablets?|pills?|course|weeks?|days?|night|use) (?:of|on) (?:your "
    rf"|the )?)?{_MEDICINES})"
)
_NOT_IT = (
    r"(?! (?:errors?|mistakes?|side|interactions?|costs?|waste|charges?|misuse|reviews?|lists?"
    r"|box|boxes|bottles?|packets?|containers?"
    r"|dependence|withdrawal|running|that (?:make|are|is|have|has|you no)|which|past|out of"
    r"|trial|trials|studies|queue|store|counter|cupboard"
    r"|allerg\w+|resistance|burden|abuse|fees?|bills?|prices?|deliver\w+|reminders?|refills?"
    r"|cap|cutters?|organi[sz]ers?|labels?|leaflets?"
    r"|from (?:running|going|getting|working)|working|coming|being|getting|if you (?:are|have"
    r"|take|do|smoke|drink|also)|while|during|in pregnancy|when pregnant|before (?:driving"
    r"|bed))\b)"
)
_PRESCRIBED_ONLY = re.compile(
    r"\b(?:ibuprofen|aspirin|paracetamol|acetaminophen|naproxen|antihistamine|decongestant"
    r"|nsaid|antacid|laxative|painkiller|pain reliever"
    r"|anti inflammatory|antibiotic|vaccine|anaesthetic|anesthetic|st john 's wort|melatonin"
    r"|nicotine patch|nicotine gum|sedative|alcohol"
    r"|caffeine|diphenhydramine|pseudoephedrine|advil|tylenol|aleve|nurofen|sudafed|motrin"
    r"|benadryl|nytol|folic acid)\b"
)

# verb: base | third person and past | gerund, before the object
_STOP = r"(?:stop|quit|cease|discontinue)(?: (?:taking|using|having|with|on))?"
_BASE = (
    rf"(?:{_STOP}|skip|drop|ditch|dump|halve|lower|decrease|reduce|cut(?: down(?: on)?"
    r"| back(?: on)?| out)?|taper(?: off)?|bin|flush|chuck"
    r"|wean (?:(?:your|them|him|her|my|one)sel(?:f|ves) )?(?:off|from)|come off|go off|get off"
    r"|give up|leave (?:off"
    r"|out)|throw (?:away|out)|get rid of|miss(?: out)?"
    r"|pause|go without|do without|live without|manage without|go cold turkey (?:from|on|off"
    r"|with)|say goodbye to|take (?:only )?(?:half|less|fewer|half as (?:many|much))(?: of)?"
    r"|take a (?:short |long |little )?(?:break|holiday|rest) from|have a break from"
    r"|forget(?: about)?|put away|phase out|step down|abandon|shelve|put down|leave behind"
    r"|say no to|avoid(?: taking)?)"
)
_DOING = (
    r"(?:(?:stopping|quitting|discontinuing)(?: (?:taking|using))?|skipping|dropping|ditching"
    r"|halving|lowering|reducing|cutting(?: down(?: on)?| back(?: on)?| out)?"
    r"|tapering(?: off)?|weaning (?:yourself )?(?:off|from)|coming off|going off|getting off"
    r"|giving up|leaving (?:off|out)|throwing (?:away|out)|missing|pausing"
    r"|going without|doing without|living without|taking a (?:short |long )?(?:break"
    r"|holiday) from|phasing out|binning|flushing)"
)
_DID = (
    r"(?:(?:stopped|quit|discontinued|ceased)(?: (?:taking|using))?|skipped|dropped|ditched"
    r"|dumped|halved|cut(?: down(?: on)?| out)?|tapered(?: off)?|binned|flushed"
    r"|weaned (?:my|him|her|them)self (?:off|from)|came off|went off|got off|gave up|left off"
    r"|threw(?: away| out)?|got rid of|chucked|abandoned)"
)
_SWAP = r"(?:(?:swap|trade|switch)(?: out)?|replace|exchange|switch from)"
_SPLIT = (
    rf"(?:throw|leave|chuck|put|cut|flush|bin) {_OBJECT}{_NOT_IT} (?:away|off|out|down"
    r"|in (?:half|the bin|the trash)|down the toilet)"
)
_ACT = (
    rf"(?:{_BASE} {_OBJECT}{_NOT_IT}|{_SPLIT}|{_SWAP} {_OBJECT}{_NOT_IT} (?:with|for|to)\b"
    rf")"
)
_ACT_ON_IT = (
    r"(?:(?:stop|quit)(?: (?:taking|using))?|come off|ditch|drop|skip|bin|flush|halve|dump"
    r"|pause|reduce|discontinue|wean yourself off|taper off|do without|go without) (?:it|them"
    r"|this)\b(?! \w+ing\b)"
    r"|(?:leave|throw|give|put|phase|bin) (?:it|them) (?:off|away|out|up|aside)"
    r"|take (?:it|them|one) (?:only )?(?:every other day|every second day|less often"
    r"|when you feel|only when|on bad days)"
)
_ACTING = (
    rf"(?:{_DOING} {_OBJECT}{_NOT_IT}|(?:throwing|leaving|cutting"
    rf"|flushing) {_OBJECT}{_NOT_IT} (?:away|off|out|down|in half)|(?:swapping|replacing"
    rf"|switching from) {_OBJECT}{_NOT_IT} (?:with|for|to)\b)"
)

_LEAD = (
    r"(?:^|[,;:()!?\u2014] |\b(?:and|or|then|so) )(?:(?:please|just|simply|then|so|and|or|but"
    r"|now|instead|always|first|go ahead and|feel free to"
    r"|why not|try to|time to|you 'd better|do|gradually|slowly|quickly|safely|day \w+|step \w+"
    r"|week \w+|tip|tip \w+) (?:[:\u2014,] )?)*"
)
_SUBJECT = (
    r"(?:you|people|patients|anyone|anybody|everyone|adults|women|men|parents|users|one"
    r"|most people|many people|we|children|teenagers|those|(?:find|found|discover"
    r"|learn) (?:that )?they)"
)
_ADVERB = (
    r"(?:(?:safely|simply|just|also|usually|often|even|easily|then|always|probably|gradually"
    r"|slowly|now|still|soon|all|sometimes|eventually|both|happily) ){0,2}"
)
_ALLOWED = re.compile(
    rf"""(?:
      {_LEAD.replace(" ", chr(92) + " ")}$
    | \b{_SUBJECT}\ (?:[\w']+\ ){{0,4}}?(?:can|could|may|might|should|must|need\ to|have\ to|ought
      \ to|'ll\ be\ able\ to|will\ be\ able\ to|are\ able\ to|are\ free\ to|might\ as\ well|may\ as
      \ well|might\ want\ to|may\ want\ to)\ {_ADVERB.replace(" ", chr(92) + " ")}$
    | \b(?:ok|fine|safe|good|best|better|wise|sensible|possible|harmless|easy|healthy|idea|time
      |alright|all\ right|enough|free|right|smart|worth|simple|healthier|safer)\ (?:for\ (?:you
      |people|most\ people|anyone)\ )?to\ {_ADVERB.replace(" ", chr(92) + " ")}$
    | \b(?:people|patients|adults|readers|women|men)\ (?:safely|happily|easily|simply
      |successfully)\ $
    | \b(?:easiest|easy|best|quickest|fastest|simplest|good|great|natural|quick)\ ways?\ to\ $
    | \b(?:i|we)(?:\ would|'d)\ (?:just\ |simply\ )?$
    | \b(?:let\ yourself|help\ you|helps\ you|helped\ (?:me|her|him|them)|lets\ you|allows\ you\ to
      |means\ you\ can|able\ to|no\ harm\ in|tell\ you\ to|aim\ to)\ $
    )""",
    re.VERBOSE,
)
_SUGGESTED = re.compile(
    r"(?:^(?P<first>)(?:try |consider |start |begin |think about )"
    r"|\b(?:consider|try|suggest|recommend|no harm in|nothing wrong with|worth|start|begin"
    r"|start by|begin by|think about|harmless|fine about"
    r"|benefit from|feel better by|feel better after|happier after|mind about|recover by|enjoy"
    r"|thought about|how about|what about) (?:just |simply )?)$"
)
_NEEDLESS = re.compile(
    r"\b(?:do not|don't|no longer|will not|won't|doesn't|does not|didn't|never|may not"
    r"|might not|wouldn't) (?:have to|need(?: to)?|require)"
    r" (?:(?:keep|go on|carry on|continue|be) (?:on )?)?(?:(?:taking|using|take"
    rf"|to take) )?{_OBJECT}{_NOT_IT}"
    r"|\bno need (?:to|for you to) (?:(?:keep|go on|carry on|continue) )?(?:(?:taking|using"
    rf"|take|on) )?{_OBJECT}{_NOT_IT}"
    rf"|\bno need for {_OBJECT}{_NOT_IT}|\b(?:go|going) cold turkey\b(?! (?:on|with) (?:smoking"
    r"|cigarettes|sugar|alcohol))"
)
_PASSIVE = re.compile(
    rf"\b{_OBJECT} (?:can|could|may|should|might) (?:(?:then|safely|usually|simply|now|often"
    rf"|also|all|soon|easily) ){{0,2}}be"
    r" (?:stopped|dropped|skipped|halved|cut out|left off|given up|discontinued|ditched|swapped"
    r"|paused|phased out|thrown away|missed|come off)\b"
)
_PRAISED = re.compile(
    rf"\b{_DOING} {_OBJECT}{_NOT_IT}(?: [\w']+){{0,4}} (?:is|are|'s|can be|feels"
    r"|will be) (?:(?:very|quite|so|usually|perfectly|completely|totally|often) )?(?:easy"
    r"|simple|safe|fine|harmless|ok|an? (?:good|great|smart|wise|sensible|easy|useful|natural)"
    r"|no problem|good for|healthy|freeing|liberating|the best)\b"
)
_NO_REASON = re.compile(
    r"\bno (?:reason|point|need|sense) (?:to|in|for you to) (?:stay(?:ing)? on|be(?:ing)? on"
    r"|remain(?:ing)? on|keep(?:ing)? on|keep(?:ing)? taking"
    rf"|tak(?:e|ing)|us(?:e|ing)|continu(?:e|ing)(?: with| to take)?) {_OBJECT}{_NOT_IT}"
    r"|\b(?:won't|will not|doesn't|does not|can't|cannot|never) (?:hurt|harm|matter"
    rf"|do any harm)(?: you| anyone)? (?:to|if you) {_BASE} {_OBJECT}{_NOT_IT}"
)
_HOW_TAKEN = re.compile(
    r" (?:on|with|before|after|together|at|late|in|too|when|if|near|within|close)\b"
)
_REPLACED = re.compile(
    r"\b(?:instead of|rather than|in place of|as an alternative to|alternatives? to"
    rf"|a substitute for|better than) (?:taking |using |your |the )*{_OBJECT}{_NOT_IT}"
    r"|\b(?:can|could|will|may|does) (?:safely |fully |easily |completely )?(?:replace"
    rf"|take the place of|do the job of|stand in for) {_OBJECT}{_NOT_IT}"
)
_USE_INSTEAD = re.compile(
    r"\b(?:try|use|choose|drink|eat|take|pick|go for|have|do|opt for|reach for|turn to|swap"
    r"|start|practise|practice)\b"
)
_TOLD = re.compile(
    r"(?:^|[,;:\u2014(] |\b(?:and|when|after|since|once|then|ago|until|day|because|so"
    r"|that) )(?:i|we|she|he|they|[a-z]+|my (?:\w+)|her (?:\w+)|his (?:\w+)) "
    r"(?:finally |simply |just |also |then |never felt better after she |secretly "
    rf"|eventually )?(?P<hit>{_DID} {_OBJECT}{_NOT_IT}(?: away| off| out)?"
    rf"|threw {_OBJECT} (?:away|out)|left {_OBJECT} (?:off|out))"
)
_APPROVES = re.compile(
    r"\b(?:better|happy|happier|free|freer|myself again|himself again|herself again"
    r"|themselves again|well|great|fine|alive|energy|life back|clear|clearer|best|cured|calm"
    r"|strong|lighter|now|back to (?:normal|myself)"
    r"|never (?:looked|felt|been)|no regrets|no problems?|improved|recovered|thriving|wonderful"
    r"|amazing|good|new (?:person|woman|man|life)|changed (?:my|her|his|their) life|healthy"
    r"|life (?:has|is)|loves?|colou?r|smil\w+|enjoy\w*|succeeded|sleeps? (?:well|better))\b"
)
_DISAPPROVES = re.compile(
    r"\b(?:ill|worse|hospital|relapse\w*|regret\w*|(?:illness|symptoms|depression|it|voices"
    r"|anxiety|CONDITION|they) (?:\w+ )?(?:came back|returned)|crisis|dizzy|withdrawal|mistake"
    r"|wrong|unwell|sick|seizures?|danger\w*|shocks?|not (?:well|better|good|safe|a good)"
    r"|never again|too early|too soon|struggled|suffer\w*)\b"
)
_DESCRIBED = re.compile(
    r"\b(?:if|when|before|after|whether|unless|until|once|because|while|how to|how|why(?! not)"
    r"|what happens|reasons?|tempt\w*|want(?:s|ed)? to|wish(?:es)? to|hope(?:s|d)? to|like to"
    r"|plan(?:s|ning)? to|decide[sd]? to|try(?:ing)? to|tried to|urge|asks?|tells?|told"
    r"|ask(?:ed|ing)?|refus\w+|afraid)\b(?: (?!you can|you could|you may|then|it is"
    r"|it 's)[\w']+){0,6} $"
)
_FORGOTTEN = re.compile(
    r"\b(?:forg[eo]t\w* (?:to|a|your|it|one|about)|missed|(?:if|when) you (?:\w+ )?miss"
    r"|nearly time|almost time|next (?:dose|one|tablet|pill) is due|vomit)\b"
)
_DISPOSAL = re.compile(
    r"\b(?:unused|expired|old|out of date|past (?:their|its)|left over|leftover|no longer need"
    r"|do not need|don't need|out date|faulty|damaged|recalled)\b"
)
_DISPOSES = re.compile(r"throw|bin|flush|get rid|chuck|dump|put")
_MEDICINE = re.compile(rf"\b{_MEDICINES}\b")
_HELP = re.compile(
    r"\b(?:medical (?:help|advice|attention|care)|call (?:999|911|112|111|988|000|an ambulance)"
    r"|emergency|ambulance|poison|a and e)\b"
)
_UNSUPERVISED = re.compile(
    r"\b(?:without|whatever|despite|even if|no matter what|behind|against|ignore|forget"
    r"|before telling|do not (?:need to )?(?:tell|ask|see)|don't (?:need to )?(?:tell|ask|see"
    r"|have to)|no need to (?:tell|ask|see)|need not (?:tell|ask)"
    r"|not (?:tell|ask)|never (?:tell|ask|mind)|rather than|instead of)(?: [\w',]+){0,6}? ROLES?\b"
)
_INDEFINITE = re.compile(
    r"(?:^|[,;:] |\b(?:many|some|most|few|all|because|since|but|though|although|that|and|a"
    r"|an) )(?:[\w']+ ){0,1}ROLES? (?:\w+ ){0,2}?(?:prescribes?|prescribed|says?|thinks?"
    r"|believes?|wants?|knows?|treats?|uses?|likes?|hates?|hands?|gives?|gave|makes?|work|love"
    r"|push|once|often|offer|recommend\w*)\b"
)
_PERSONAL = re.compile(
    r"\b(?:my|his|her|the) ROLES? (?:prescribed|gave|put|started|was|had|said|laughed"
    r"|did not know|never)\b"
)
_ROLE = re.compile(r"\bROLES?\b")
_READ_KINDS = frozenset(
    {
        Kind.TITLE,
        Kind.SUMMARY,
        Kind.HEADING,
        Kind.CARD_HEADING,
        Kind.PARAGRAPH,
        Kind.ITEM,
        Kind.CELL,
        Kind.TRANSCRIPT,
    }
)


@rule(
    Severity.ERROR,
    theme=Theme.SAFETY,
    judges=Judges.CLINICAL,
    source="NICE guideline NG222, Depression in adults, stopping antidepressants",
    advice='Say who makes the plan: "Talk to your prescriber before you stop or change it."',
    passes=[
        "Do not stop mirtazapine without asking your prescriber.",
        "You can come off mirtazapine in steps. Your doctor will plan them with you.",
        "If you stop mirtazapine suddenly, you may feel sick.",
        "Stop smoking tablets work for many people.",
        "Stop worrying that mirtazapine will change you.",
        "The nurse may ask you to stop warfarin for a day.",
        "If you forget a dose, skip it and take the next one as usual.",
        "Some people quit their tablets because of dry mouth.",
    ],
    fails=[
        "You can ⟦skip your mirtazapine⟧ on Sundays.",
        "Once you sleep well, ⟦stop taking your tablets⟧.",
        "Consider ⟦swapping mirtazapine for⟧ a hot bath.",
        "Omar ⟦threw his pills away⟧ and feels great.",
        "Many doctors prescribe lithium. ⟦Stop your lithium⟧ if it bores you.",
        "⟦Halve your dose⟧ for a week. You need not tell your doctor.",
    ],
)
def stop_medicine_without_warning(document: Document) -> Found:
    """Nobody is told to stop or cut a prescribed medicine alone.

    Stopping some medicines suddenly brings withdrawal symptoms, or the illness back. Advice,
    permission and cheerful stories all read as "you can too", so a prescriber stands within two
    sentences of them.
    """
    run: list[tuple[Line, int]] = []
    lines = health.lines(document)
    for number, block in enumerate(document.blocks):
        if block.kind in _READ_KINDS:
            run.extend((line, number) for line in lines.get(block, ()))
    for index, (line, _) in enumerate(run):
        previous = run[index - 1][0] if index else None
        following = run[index + 1][0] if index + 1 < len(run) else None
        found = _advice(document, previous, line, following)
        if found is None or _supervised(run, index):
            continue
        where = line.span(*found)
        yield (
            where,
            f'"{where.quote}" reads as advice to stop or cut a medicine, with no word about '
            "who should"
            " agree to it.",
        )


def _advice(
    document: Document, previous: Line | None, line: Line, following: Line | None
) -> tuple[int, int] | None:
    """Where `line` tells or lets the reader stop a medicine, or praises somebody who did."""
    text = line.text
    if line.question and not text.startswith(("why not", "how about", "what about")):
        return None
    if not _speaks_of_medicine(previous, text) or _FORGOTTEN.search(text):
        return None
    for start, end in _acts(previous, line, following):
        if cues.doubted(line, start) or cues.mentioned(document, line, start, end):
            continue
        return start, end
    return None


def _acts(previous: Line | None, line: Line, following: Line | None) -> Iterator[tuple[int, int]]:
    text = line.text
    disposal = _DISPOSAL.search(text)
    prohibited = bool(line.block.inside(Group.DONT))
    for found in re.finditer(rf"\b(?:{_ACT}|(?P<it>{_ACT_ON_IT}))", text):
        before = line.before(found.start())
        if found["it"] and not _speaks_of_medicine(previous, before):
            continue
        if disposal and _DISPOSES.match(found.group()):
            continue
        if prohibited or not _ALLOWED.search(before) or _described(before):
            continue
        if found.group().startswith("avoid") and _HOW_TAKEN.match(text, found.end()):
            continue
        if cues.negated(line, found.start()) or _is_over_the_counter(line, found):
            continue
        if line.block.kind in (Kind.HEADING, Kind.TITLE) and before.endswith("how to "):
            continue
        yield found.span()
    for found in re.finditer(rf"\b{_ACTING}", text):
        before = line.before(found.start())
        if not prohibited and _SUGGESTED.search(before) and not _denied(before):
            yield found.span()
    for found in _NEEDLESS.finditer(text):
        if not prohibited and not re.search(
            r"\b(?:if|when) (?:[\w']+ ){0,3}$", text[: found.start()]
        ):
            yield found.span()
    for found in _NO_REASON.finditer(text):
        yield found.span()
    for pattern in (_PASSIVE, _PRAISED):
        for found in pattern.finditer(text):
            before = line.before(found.start())
            if not prohibited and not cues.negated(line, found.start()) and not _described(before):
                yield found.span()
    for found in _REPLACED.finditer(text):
        if prohibited or cues.negated(line, found.start()) or cues.hedged(line, found.start()):
            continue
        if found.group().startswith(("can", "could", "will", "may", "does")) or _USE_INSTEAD.search(
            text
        ):
            yield found.span()
    for found in _TOLD.finditer(text):
        outcome = (
            line.after(found.end()) + " " + (following.text[: cues.REACH] if following else "")
        )
        leading = line.before(found.start())
        if _APPROVES.search(outcome + " " + leading) and not _DISAPPROVES.search(outcome):
            yield found.span("hit")


def _speaks_of_medicine(previous: Line | None, before: str) -> bool:
    """Whether "it" is a medicine: the nearest thing named before it."""
    return bool(
        _MEDICINE.search(before)
        or (previous is not None and _MEDICINE.search(previous.text[-cues.REACH :]))
    )


def _described(before: str) -> bool:
    """Whether the words belong to a condition or a wish, not to advice."""
    clause = re.split(r"[,;:\u2014]", before)[-1]
    return bool(_DESCRIBED.search(clause))


def _denied(before: str) -> bool:
    return bool(
        re.search(
            r"\b(?:not|never|don't|isn't|nobody|no one|shouldn't)\b(?: [\w']+){0,4} $", before
        )
    )


def _is_over_the_counter(line: Line, found: re.Match[str]) -> bool:
    """Whether it is a medicine that people may stop by themselves, or a contraceptive."""
    named = [
        term.words for term in line.terms if found.start() <= term.start and term.end <= found.end()
    ]
    if re.search(r"\b(?:the|mini|combined) pill$", found.group()):
        return True
    return bool(named) and all(_PRESCRIBED_ONLY.search(words) for words in named)


def _supervised(run: Sequence[tuple[Line, int]], index: int) -> bool:
    """Whether a prescriber, or a call for help, stands within two sentences."""
    return any(
        _has_prescriber(run[near][0]) for near in range(max(0, index - 2), min(len(run), index + 3))
    )


def _has_prescriber(line: Line) -> bool:
    text = line.text
    if _HELP.search(text):
        return True
    for role in _ROLE.finditer(text):
        head = text[max(0, role.start() - cues.REACH) : role.end() + cues.REACH]
        if not (_INDEFINITE.search(head) or _PERSONAL.search(head)) and not any(
            found.end() == role.end() for found in _UNSUPERVISED.finditer(text)
        ):
            return True
        if re.search(r"\b(?:do not|don't|never|not)\b.* without", text[: role.start()]):
            return True
    return False
