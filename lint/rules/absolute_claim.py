from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint import cues, health
from lint.document import Document, Group, Kind
from lint.health import CONDITION, Line
from lint.rule import Found, Hit, Severity, Theme, rule

_TREATMENT = (
    r"(?:MEDICINE|CLASS|THERAPY|DRUG|treatments?|therap(?:y|ies)|medicines?|medications?|meds|tablets?|pills?|capsules?|remed(?:y|ies)"
    r"|supplements?|programmes?|programs?|courses?|methods?|techniques?|approach(?:es)?|diets?|herbs?|herbal|teas?|tonics?|oils?|sprays?|creams?"
    r"|injections?|patch(?:es)?|devices?|apps?|sessions?|exercises?|products?|clinics?|surgery|procedures?|operations?|vaccines?|drops|powders?|drugs?"
    r"|braces?|formula|meditation|yoga|mindfulness|breathing|magnesium|turmeric|infusions?|detox|cleanse|massage|doses?|dosing|cure|vitamins?"
    r"|gummies|probiotics?|crystals?|ointment|gel|lotion|juice|honey|garlic|ashwagandha|cbd|hypno\w+|acupunct\w+|homeopath\w+|protocol|system)"
)
_TROUBLE = (
    r"(?:CONDITION|symptoms?|pain|pains|aches?|stress|worr(?:y|ies)|panic|sadness|fears?|nerves|cravings|headaches?|nightmares|flashbacks|snoring"
    r"|illness(?:es)?|diseases?|disorders?|problems?|suffering|misery|sleeplessness|fatigue|exhaustion|memories|migraines?|hot flushes|hot flashes|itching|infections?"
    r"|blood pressure|cholesterol|blood sugar|depressed|anxious|unhappiness|grief|inflammation|bacteria|colds?|wounds?|rash|phobias?|attacks|ailments?|complaint)"
)
_HEALTH = re.compile(
    rf"\b(?:{_TREATMENT}|{_TROUBLE}|mood|healing|recovery|patients?|sleep|mind|health|calmer?)\b"
)
_TREATS = re.compile(rf"\b{_TREATMENT}\b")
_PRONOUN = re.compile(r"\b(?:it|this|they|these|that|which|results?|relief|success|you)\b")
_SOMEBODY = r"(?:you|me|him|her|them|us|people|patients|everyone|everybody|anyone|thousands|hundreds|children|adults|clients|my (?!ham\b)[\w']+|your [\w']+)"
_EVERYONE = r"(?:every(?:one|body)\b(?! else)|anyone|anybody|every (?:single )?(?:person|patient|adult|child|woman|man|client|user|body|case|one)|all (?:of )?(?:our |the )?(?:patients|people|clients|users|cases|children|adults|women|men))"
_FOREVER = r"(?:permanently|forever|for ever|for good(?! (?:measure|reasons?|health|sleep|mental|luck|practice|results|reason))|once and for all|for life|and never (?:comes?|came) back)"
_WHOLLY = r"(?:completely|totally|perfectly|entirely|absolutely|utterly|wholly|fully|100 %|(?:a )?hundred (?:%|per cent)|100 per cent|always|guaranteed|one hundred (?:%|per cent)|altogether|quite simply)"
_ENDS = (
    r"(?:eliminat(?:es?|ed|ing)|eradicat(?:es?|ed|ing)|eras(?:es?|ed|ing)|wip(?:es?|ed|ing) out|banish(?:es|ed|ing)?|abolish(?:es)?|remov(?:es?|ed|ing)"
    r"|ends?|ending|heal(?:s|ed|ing)?|revers(?:es?|ed|ing)|gets? rid of|getting rid of|clears?|clearing|stops?|stopping|beats?|beating|fix(?:es|ed)?|fixing|resolv(?:es?|ed|ing)"
    r"|reliev(?:es?|ed|ing)|treats?|solv(?:es?|ed)|defeats?|conquers?|destroys?|kills?|cures?|cured|quit|lose|gone|goes|go|vanish(?:es)?|disappears?|silences?|free of|freed from|free from|over)"
)


@dataclass(frozen=True)
class _Claim:
    """A way to claim too much: the words, what they promise, and what to write instead.

    `about` says what the clause must also be about; `hedges` whether a hedge makes it fair.
    """

    pattern: re.Pattern[str]
    promise: str
    advice: str
    about: re.Pattern[str] | None = None


def _claim(
    pattern: str, promise: str, advice: str, about: re.Pattern[str] | None = _HEALTH
) -> _Claim:
    return _Claim(re.compile(pattern), promise, advice, about)


_CURE = 'Say what it can do and for how many: "can ease", "helps about half of people".'
_CERTAIN = "Say how often it helps and for whom; no treatment helps everybody."
_SAFE = "Name the common side effects, and say who should ask a professional first."
_LASTS = "Say how long the effect usually lasts, and that symptoms can come back."
_ALONE = "Compare fairly: say what else can help, and cite a guideline."

_CLAIMS = (
    _claim(
        rf"\b(?:cure|cures|cured|curing) (?:(?!the\b )(?:[\w']+ ){{0,5}}?)(?:{_TROUBLE}|{_SOMEBODY})\b",
        "a cure",
        _CURE,
    ),
    _claim(
        r"\b(?:am|is|are|be|been|was|were|being|get|gets|got|'s|'re) (?:(?:completely|fully|totally|entirely|100 %|now|easily|finally|always|permanently|naturally) )*cured\b",
        "a cure",
        _CURE,
    ),
    _claim(
        rf"\b(?:a|an|the|our|your|this|new|natural|real|instant|guaranteed|permanent|complete|total|miracle|proven|ultimate|one) (?:[\w']+ ){{0,2}}?cures? (?:for|to) (?:[\w',]+ ){{0,3}}?{_TROUBLE}\b",
        "a cure",
        _CURE,
    ),
    _claim(rf"^(?:[\w']+ ){{0,2}}cures? for (?:[\w',]+ ){{0,3}}?{_TROUBLE}\b", "a cure", _CURE),
    _claim(
        r"\b(?:is|are|'s|as|be) (?:an? |the |your )(?:[\w']+ ){0,2}?cure\b(?! rates?| all)",
        "a cure",
        _CURE,
    ),
    _claim(r"\bcure all\b", "a cure", _CURE),
    _claim(
        r"\b(?:is|are|'s|be) (?:(?:completely|fully|totally|entirely|100 %|now|easily|always|permanently) )*curable\b",
        "a cure",
        _CURE,
    ),
    _claim(
        rf"\bguarantee(?:s|d|ing)?\b(?=.{{0,90}}\b(?:results?|success\w*|recover\w*|relief|cures?|works?|better|remission|improve\w*|weight loss|calm\w*|free\b|{_TROUBLE}|come back|return|heal\w*|lift|treat you|effective|sleep|happ\w+|outcome))"
        rf"|(?<=results )(?:are |is )?guaranteed\b|(?<=success )(?:is )?guaranteed\b|(?<=relief )(?:is )?guaranteed\b|(?<=recovery )(?:is )?guaranteed\b|(?<=are )guaranteed to (?:work|help|sleep|feel)\b",
        "a guarantee",
        _CERTAIN,
        None,
    ),
    _claim(
        rf"\bmiracle (?:[\w']+ )?(?:cures?|drugs?|pills?|treatments?|remed(?:y|ies)|creams?|diets?|supplements?|solutions?|fix|workers?|therap(?:y|ies)|tablets?|medicines?|herbs?|teas?|injections?|MEDICINE|CLASS|THERAPY|weight loss)\b",
        "a miracle",
        _CURE,
        None,
    ),
    _claim(
        rf"\b{_TREATMENT}(?: [\w']+){{0,4}} (?:is|are|was) (?:an?|the|nothing short of an?|truly an?|a true|a real|a modern|a little|a small) (?:[\w']+ )?miracle\b|\bworks? miracles\b|\bmiraculous(?:ly)?\b",
        "a miracle",
        _CURE,
        _HEALTH,
    ),
    _claim(
        r"\b(?:100|(?:a|one) hundred|hundred) (?:%|per cent) (?:of the time|effective\w*|safe\w*|success\w*|cure\w*|curable|reliable|risk free|proven|recovery|harmless|remission|pain free|symptom free|natural and safe|certain)",
        "100 %",
        _CERTAIN,
    ),
    _claim(
        r"\b(?:100|(?:a|one) hundred|hundred) (?:%|per cent) of (?:[\w']+ ){0,3}?(?:patients|people|users|clients|cases|children|adults|women|men|those|participants|sufferers) (?:[\w']+ ){0,6}?(?:recover\w*|(?:get|got|feel|felt) better|improve\w*|respond\w*|cured|helped|relief|free|benefit\w*)",
        "100 %",
        _CERTAIN,
    ),
    _claim(
        r"\b(?:always|invariably) (?:works?|helps?|cures?|effective|succeeds?|relieves?|heals?|successful|does the trick|gets? rid|stops?|eases?|lifts?|calms?|brings? relief|reverses?)\b",
        "success every time",
        _CERTAIN,
        _TREATS,
    ),
    _claim(
        rf"\bworks? (?:[\w']+ ){{0,3}}?(?:every (?:single )?time|(?:for|on) {_EVERYONE}|without fail|in every case|in all cases|100 % of the time)",
        "success every time",
        _CERTAIN,
    ),
    _claim(
        rf"\b(?:effective|successful|helps?|helped|benefits?|heals?|relieves?|relief|eases?|lifts?|cures?|suits|right|pain) (?:[\w']+ ){{0,3}}?(?:(?:for |in |on )?{_EVERYONE}\b|every (?:single )?time|without fail|in (?:all|every) cases?)",
        "success every time",
        _CERTAIN,
        _TREATS,
    ),
    _claim(
        r"\bnever (?:once )?(?:fails?|failed|lets? (?:you|anyone|people) down|disappoints?)\b",
        "success every time",
        _CERTAIN,
        _TREATS,
    ),
    _claim(
        r"\b(?:cannot|can't|can not) (?:possibly )?(?:fail|go wrong)\b|\bfail ?(?:safe|proof)\b|\bfool ?proof\b|\binfallible\b|\bsure ?fire\b",
        "success every time",
        _CERTAIN,
        _TREATS,
    ),
    _claim(
        rf"\b{_EVERYONE} (?:(?:who|that|with|on|in|using|taking)\b (?:[\w']+ ){{1,8}}?)?(?:will )?(?:recovers?|(?:gets?|feels?) (?:well|better)|improves?|(?:is|are) cured|responds?|benefits?|loses? weight|gets? relief|sleeps? better|makes? a full recovery)\b",
        "success for everybody",
        _CERTAIN,
    ),
    _claim(
        r"\b(?:nobody|no one|no (?:patient|client|user)|none of our (?:patients|clients|users)) (?:who (?:[\w']+ ){1,7}?)?(?:(?:has|have) ever (?:been )?)?(?:relapses?|relapsed|fails?|failed|harmed|gets? worse|is harmed|had a side effect|stays? ill|regrets?)\b",
        "success for everybody",
        _CERTAIN,
    ),
    _claim(
        r"\b(?:no|zero|without(?: any| a single)?|free (?:of|from)(?: any| all)?|not a single|not one|never (?:has|have|causes?|had|produces?)(?: any)?|none of the usual) (?:(?:known|unwanted|harmful|nasty|negative|unpleasant|real|dangerous|bad|serious|single) )?(?:side effects?|adverse effects?|adverse reactions?|downsides?|drawbacks?)\b|\bside effects? free\b",
        "no side effects",
        _SAFE,
    ),
    _claim(
        r"\b(?:no|zero|without(?: any| a)?|free (?:of|from)(?: any| all)?) (?:(?:known|real|health|possible|whatsoever) )?(?:risks?|dangers?)\b(?! factors?| assess\w+| to (?:others|other|their|the public|your neighbo\w+|you from)| management| groups?)(?! of (?!(?:becoming |getting |an? |any )?(?:addict\w*|hooked|overdos\w*|depend\w*|harm|side|withdrawal|serious|death|CONDITION|damage)))|\brisk free\b(?! (?:trial|returns?|booking|purchase|offer|subscription))",
        "no risk",
        _SAFE,
        _TREATS,
    ),
    _claim(
        rf"\b{_WHOLLY} (?:(?:safe|harmless|risk free|non addictive)\b)|\b(?:is|are|'s|was|completely) (?:also )?harmless\b|\bsafe (?:to (?:use|take) )?(?:for|in) (?:{_EVERYONE}|any age|all ages|people of all ages|the whole family|all\b(?! the))|\bsafe (?:at|in|for|whatever|however|no matter) (?:any|all|every|your age|the dose|how) ?",
        "safe for everybody",
        _SAFE,
        _TREATS,
    ),
    _claim(
        r"\b(?:cannot|can't|can not|won't|will not|will never|could never|can never) (?:possibly |ever )?(?:harm|hurt|damage) (?:you|anyone|anybody|your)\b",
        "no risk",
        _SAFE,
        _TREATS,
    ),
    _claim(
        r"\bpermanent (?:cure|relief|solution|fix|recovery|results?|remission|freedom|end|healing|weight loss|answer|improvement)\b",
        "a lasting effect",
        _LASTS,
    ),
    _claim(rf"\bpermanently (?:[\w']+ )?{_ENDS}\b", "a lasting effect", _LASTS),
    _claim(
        rf"\b{_ENDS} (?:[\w']+ ){{0,6}}?{_FOREVER}(?!\w)",
        "a lasting effect",
        _LASTS,
        re.compile(rf"\b{_TROUBLE}\b"),
    ),
    _claim(
        rf"\b{_TROUBLE} (?:[\w']+ ){{0,4}}?{_FOREVER}(?!\w)",
        "a lasting effect",
        _LASTS,
        re.compile(rf"\b(?:{_ENDS}|relief|goodbye|free)\b"),
    ),
    _claim(
        rf"\b(?:will|'ll|would) (?:simply )?(?:never|not ever) (?:ever )?(?:come back|return|relapse|(?:have|feel|suffer|experience|get|worry|need|face|fear|be) (?:[\w']+ ){{0,5}}?(?:again|another (?:[\w']+ ){{0,2}}?{_TROUBLE}|{_TROUBLE} again)|(?:have|suffer|experience) another)\b|\bnever (?:feel|suffer|be|get) (?:[\w']+ ){{0,2}}?(?:anxious|depressed|ill|{_TROUBLE}) again\b",
        "a lasting effect",
        _LASTS,
    ),
    _claim(
        rf"\bsay goodbye to (?:[\w']+ ){{0,3}}?{_TROUBLE}\b|\b{_TROUBLE} will be (?:a thing of the past|history)\b",
        "a lasting effect",
        _LASTS,
    ),
    _claim(
        rf"\b(?:only|one) (?:(?!medical\b)[\w']+ )?{_TREATMENT} (?:(?:that|which|to be|to have been|scientifically|clinically|for (?:[\w']+ ){{1,3}}?) ?)*(?:(?:really|actually|truly|ever|has|have|is|been|will) )*(?:works?|helps?|cures?|lasts?|proven to work|guaranteed|effective|heals?|worked)\b(?! for (?:me|him|her|us|them))|\b(?:only|one) (?:way|thing|solution|answer) (?:that |which |to )?(?:(?:really|actually|truly|ever|has|have|will|is|been|can|be|get|proven|known|guaranteed|to) )*(?:cures?|works? for|heals?|beats?|rid of|overcome|end)\b|\bnothing else (?:works|helps|will help|will work|comes close|can help)\b",
        "the only treatment",
        _ALONE,
    ),
    _claim(
        rf"\b(?:be|become|becoming|feel|live|wake up|stay|get|go|are|'re|you|being|completely|totally) (?:(?:completely|totally|100 %|fully) )*(?:{_TROUBLE}|symptom|drug|craving) free (?:by|in(?! some)|within|for (?:life|good|ever)|forever|after|tomorrow|tonight|this|before|overnight)\b|\b(?:be|become|live|feel|get|being|wake up) (?:completely |totally )?free (?:of|from) (?:[\w']+ ){{0,2}}?{_TROUBLE} (?:by|in|within|for (?:life|good|ever)|forever|after|overnight)\b",
        "freedom from symptoms by a date",
        _LASTS,
    ),
    _claim(
        rf"\b(?:completely|totally|entirely|instantly|fully) (?:heal(?:s|ed)?|reverses?|reversed|removes?|eliminat\w+|gets? rid|restores?|eradicat\w+|eras\w+|wip\w+ out|clears?|relieves?|stops?|ends?)\b|\b(?:eliminat|eradicat|eras|wip|banish|heal|revers|clear|end|get|remov|stop)\w*(?: out| rid of)? (?:[\w']+ ){{0,5}}?(?:{_TROUBLE} )?(?:completely|entirely|totally|instantly|overnight|altogether)\b|\b(?:eliminat|eradicat|eras|banish|heal|clear|end|remov|stop|cur)(?:e|es|s|ed|ing|ates?|ish|ishes)? (?:every|all|any) (?:[\w']+ ){{0,2}}?(?:{_TROUBLE}|trace|sign)\b|\bmakes? (?:[\w']+ ){{0,2}}?{_TROUBLE} (?:disappear|vanish|go away)\b",
        "a complete effect",
        _CURE,
        re.compile(rf"\b{_TROUBLE}\b"),
    ),
)
_TRIGGER = re.compile(
    r"cur(?:e|es|ed|ing|able)\b|guarantee|miracl|miracul|\b100\b|hundred|always|invariably|every|without|never|fail|foolproof|fool proof|infallible|sure fire|surefire|nobody|no one|none of|\bno\b|zero|free|harm|safe|risk"
    r"|perman|forever|for ever|for good|once and for all|for life|goodbye|past|history|only|\bone\b|nothing else|complete|total|entire|instant|overnight|altogether|fully|disappear|vanish|go away|anyone|\ball\b|\bany\b|can't|cannot"
)
_SCEPTICAL_LEAD = re.compile(
    r"\b(?:avoid|beware|wary|red flags?|warning signs?|scams?|myths?|too good to be true|suspicious|be careful|steer clear|do not trust|don't trust|stay away|claims?|misleading|fake|quack\w*|promises?|false)\b"
)
_AVOIDED = re.compile(
    r"\b(?:avoid|stay away|steer clear|report|ban(?:s|ned)?|illegal|not allowed|must not|may not|cannot say|do not say|never (?:say|claim|promise))\b"
)
_SEARCH = re.compile(
    r"\b(?:find|finding|finds|for|seek|seeking|into|towards?|developing|develop|hope of|promise of|promis\w+|discover\w*|race|work on|working on|hunt|search\w*|look\w*|without|want\w*|wait\w*|years|until) (?:an? |the )?(?:[\w']+ )?$"
)
_NO_SIDE_EFFECTS_SAID = re.compile(
    r"^ (?:at all )?(?:were|was|have been|had been|are|is) (?:\w+ )?(?:reported|seen|found|observed|noted|recorded|noticed|known)|^ (?:so far|yet|in the (?:trial|study)|in (?:most|many|some)|for (?:most|many|some)|during the)"
)
_PERSON_HAS = re.compile(
    r"\b(?:you|people|some|many|most|they|i|she|he|we|patients?|adults|children|participants|one in \w+|those|who|women|men|nobody|if|half|few|\d+ %) (?:(?:may|might|can|will|have|had|has|get|gets|got|notice|noticed|experience|experienced|reported|feel|felt|usually|often|also|with|had had) ){0,3}$"
)
_ADMIN = re.compile(
    r"\b(?:appointments?|place|places|slot|reply|response|privacy|confidential\w*|refund|delivery|price|hours|pay|access|rights?|anonym\w+|seat|bed|law|data|call back|wage|income|money|standards?|warranty|rooms?|same day|deposit|service level)\b"
)
_PSEUDO = re.compile(
    r"\b(?:honey|garlic|tea|oils?|vinegar|herbs?|herbal|supplements?|vitamins?|crystals?|juice|homeopath\w*|prayer|detox|cleanse|our|magnets?|turmeric|silver|bleach|diet|fasting)\b"
)
_BEHAVIOUR = re.compile(
    r"\b(?:smoking|drinking|vaping|cigarettes|hospital|job|school|work|home|gambling)\b"
)
_EARLY = re.compile(r"\b(?:if|when|early|stages?|surgery|operation|caught)\b")
_RHETORIC = re.compile(
    r"^(?:want|ready|looking|tired|would you like|ever wanted|fed up|do you want|why not|wish|imagine|dream\w*)\b"
)
_TESTED = re.compile(r"\b(?:trials?|study|studies|participants|group|researchers?)\b")
_SKIPPED = frozenset({Kind.CODE, Kind.SOURCE})


@rule(
    Severity.ERROR,
    theme=Theme.EVIDENCE,
    source="FTC, Health Products Compliance Guidance (2022); FDA, health fraud red flags",
    passes=[
        "There is no cure for lupus yet, but treatment can calm it.",
        "CBT does not work for everyone.",
        "Antibiotics can cure most chest infections.",
        "Be wary of anyone who promises to cure autism.",
        "Your appointment is guaranteed.",
        "No side effects were reported in the first week of the trial.",
        "Always ask a pharmacist first.",
        "The gowns are 100% cotton.",
        "Add your permanent address for good measure.",
        "Is there a miracle pill for migraine?",
        "Red flags when you choose a clinic:\n\n- a guaranteed cure for autism\n- cash only",
    ],
    fails=[
        "Hypnosis ⟦cures insomnia⟧.",
        "⟦Guaranteed⟧ relief from migraine",
        "This tablet has ⟦no side effects⟧.",
        "Light therapy ⟦works for everyone⟧.",
        "Our drops are ⟦completely safe⟧.",
        "Beat your ⟦panic attacks for good⟧.",
        "It is the ⟦only therapy that works⟧ for trauma.",
        "You will ⟦be pain-free by⟧ Monday.",
    ],
)
def absolute_claim(document: Document) -> Found:
    """No treatment is promised to cure, to work always, or to be safe for everybody.

    People make choices on such promises, stop what helps them, and blame themselves when it fails.
    Advertising law forbids them too. Titles and descriptions count: they are all that some
    people read.
    """
    lines = health.lines(document)
    leads = cues.leads(document)
    for block, block_lines in lines.items():
        if block.kind in _SKIPPED or block.inside(
            Group.QUOTE, Group.STORY, Group.SOURCES, Group.DONT
        ):
            continue
        lead = leads.get(block)
        if lead is not None and _is_sceptical(lines.get(lead, ())):
            continue
        for number, line in enumerate(block_lines):
            if not _TRIGGER.search(line.text):
                continue
            neighbours = block_lines[max(0, number - 1) : number + 2]
            yield from _judge(document, line, neighbours)


def _is_sceptical(lead: Sequence[Line]) -> bool:
    return any(_SCEPTICAL_LEAD.search(line.text) for line in lead)


def _judge(document: Document, line: Line, neighbours: Sequence[Line]) -> Iterator[Hit]:
    if line.question and not _RHETORIC.search(line.text):
        return
    reached = -1
    matches = sorted(
        ((found, claim) for claim in _CLAIMS for found in claim.pattern.finditer(line.text)),
        key=lambda pair: (pair[0].start(), -pair[0].end()),
    )
    for found, claim in matches:
        if found.start() < reached or not _is_about(claim, line, neighbours):
            continue
        if _is_fair(document, claim, line, found):
            continue
        reached = found.end()
        where = line.span(*found.span())
        yield Hit(where, f'"{where.quote}" promises {claim.promise}.', advice=claim.advice)


def _is_about(claim: _Claim, line: Line, neighbours: Sequence[Line]) -> bool:
    """Whether a treatment or an illness is spoken of: here, or next to a pronoun here."""
    if claim.about is None:
        return True
    if claim.about.search(line.text):
        return True
    return bool(_PRONOUN.search(line.text)) and any(
        claim.about.search(near.text) for near in neighbours
    )


def _is_fair(document: Document, claim: _Claim, line: Line, found: re.Match[str]) -> bool:
    """Whether the words are denied, hedged, doubted, quoted, or about something else."""
    text, start, end = line.text, found.start(), found.end()
    before, after = text[:start], text[end:]
    if cues.quoted(document, line, start, end) or cues.mentioned(document, line, start, end):
        return True
    if cues.doubted(line, start) or _AVOIDED.search(before):
        return True
    if cues.negated(line, start):
        return True
    if cues.hedged(line, start):
        return True
    if claim.promise == "a cure":
        return bool(_SEARCH.search(before)) or _is_curable(line, found)
    if claim.promise == "a guarantee":
        return bool(_ADMIN.search(text))
    if claim.promise == "no side effects":
        return bool(
            _NO_SIDE_EFFECTS_SAID.search(after)
            or _PERSON_HAS.search(before)
            or _TESTED.search(text)
        )
    if claim.promise == "a lasting effect":
        return bool(_BEHAVIOUR.search(found.group()))
    return False


def _is_curable(line: Line, found: re.Match[str]) -> bool:
    """Whether what is cured is what medicine does cure: an infection, a cataract, an early cancer."""
    text = line.text
    if _PSEUDO.search(text):
        return False
    curable = any(
        term.tag == CONDITION and term.words in health.phrases("infections") for term in line.terms
    ) or any(
        f" {phrase} " in f" {text} " or f" {phrase}s " in f" {text} "
        for phrase in health.phrases("infections")
    )
    if curable:
        return True
    cancer = any("cancer" in term.words for term in line.terms)
    return cancer and "can" in text.split() and bool(_EARLY.search(text))
