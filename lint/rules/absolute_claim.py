from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint import cues, health
from lint.document import Document, Group, Kind
from lint.health import CONDITION, Line
from lint.rule import Found, Hit, Severity, Theme, rule

_TREATMENT = (
    r"(?:MEDICINE|CLASS|THERAPY|DRUG|treatments?|therap(?:y|ies)|medicines?|medications?|meds"
    r"|tablets?|pills?|capsules?|remed(?:y|ies)"
    r"|supplements?|programmes?|programs?|courses?|methods?|techniques?|approach(?:es)?|diets?"
    r"|herbs?|herbal|teas?|tonics?|oils?|sprays?|creams?"
    r"|injections?|patch(?:es)?|devices?|apps?|sessions?|exercises?|products?|clinics?|surgery"
    r"|procedures?|operations?|vaccines?|drops|powders?|drugs?"
    r"|braces?|formula|meditation|yoga|mindfulness|breathing|magnesium|turmeric|valerian"
    r"|chamomile|lavender|ginseng|kava|echinacea|zinc|ginkgo|coconut|cannabis|mushrooms?"
    r"|infusions?"
    r"|detox|cleanse|massage|doses?|dosing|cure|vitamins?"
    r"|gummies|probiotics?|crystals?|ointment|gel|lotion|juice|honey|garlic|ashwagandha|cbd"
    r"|hypno\w+|acupunct\w+|homeopath\w+|protocol|system|shots?|jabs?|serums?|candles"
    r"|magnets?|insoles|lasers?|machines?|manoeuvres?|maneuvers?|plan|stem cells?|mouthwash"
    r"|toothpaste|balms?|rubs?|bracelets?|masks?|lenses|extracts?|enzymes|collagen|iodine|iron"
    r"|vinegar|ginger|cinnamon|fasting|cryotherapy|reiki|prayer|kits?|implants?)"
)
_TROUBLE = (
    r"(?:CONDITION|symptoms?|pain|pains|aches?|stress|worr(?:y|ies)|panic|sadness|fears?|nerves"
    r"|cravings|headaches?|nightmares|flashbacks|snoring"
    r"|illness(?:es)?|diseases?|disorders?|problems?|suffering|misery|sleeplessness|fatigue"
    r"|exhaustion|memories|migraines?|hot flushes|hot flashes|itching|infections?"
    r"|blood pressure|cholesterol|blood sugar|depressed|anxious|unhappiness|grief|inflammation"
    r"|bacteria|colds?|wounds?|rash|phobias?|attacks|ailments?|complaint|swelling|stiffness"
    r"|bloating|nausea|dizziness|tiredness|wrinkles|scars?|scarring|spots|moles?|tumou?rs?|itch"
    r"|cramps?|hangovers?|toxins|cough(?:s|ing)?|fevers?|clots?|reflux|cellulite|allerg\w+"
    r"|numbness|soreness|night sweats|mood swings|low libido|hot flush)"
)
_BODY = (
    r"(?:joints?|knees?|hips?|backs?|spines?|muscles?|bones?|cartilage|skin|hair|nails?|teeth"
    r"|gums|liver|kidneys?|hearts?|lungs?|gut|bowels?|brains?|nerves|arter(?:y|ies)|hearing"
    r"|eyesight|sight|vision|memory|hormones?|thyroid|metabolism|immune system|fertility"
    r"|weight|(?:belly )?fat|balance|posture|discs?|smile|libido|blood)"
)
_HEALTH = re.compile(
    rf"\b(?:{_TREATMENT}|{_TROUBLE}|{_BODY}|mood|relapses?|healing|recovery|patients?|sleep"
    rf"|mind|health"
    r"|calmer?|tests?|scans?|screening|diagnos\w+)\b"
)
_TREATS = re.compile(rf"\b{_TREATMENT}\b")
_PRONOUN = re.compile(r"\b(?:it|this|they|these|that|which|results?|relief|success|you)\b")
_SOMEBODY = (
    r"(?:you|me|him|her|them|us|people|patients|everyone|everybody|anyone|thousands|hundreds"
    r"|children|adults|clients|my (?!ham\b)[\w']+|your [\w']+)"
)
_EVERYONE = (
    r"(?:every(?:one|body)\b(?! else| (?:aged|with|over|under|in|from|between)\b)|(?:anyone"
    r"|anybody)"
    r"(?! (?:aged|with|over|under|in|from|who)\b)|every (?:single )?(?:person|patient|adult"
    r"|child|woman|man|client|user|body|case|one)|all (?:of )?(?:our |the )?(?:patients|people"
    r"|clients|users|cases|children|adults|women|men))"
)
_FOREVER = (
    r"(?:permanently|forever|for ever|for good(?! (?:measure|reasons?|health|sleep|mental|luck"
    r"|practice|results|reason))|once and for all|for life|and never (?:comes?|came) back"
    r"|for keeps|never to return"
    r"|(?:for|through) (?:all )?the rest of (?:your|his|her|their) (?:life|lives|days))"
)
_WHOLLY = (
    r"(?:completely|totally|perfectly|entirely|absolutely|utterly|wholly|fully|100 %"
    r"|(?:a )?hundred (?:%|per cent)|100 per cent|always|guaranteed|one hundred (?:%|per cent)"
    r"|altogether|quite simply)"
)
_ENDS = (
    r"(?:eliminat(?:es?|ed|ing)|eradicat(?:es?|ed|ing)|eras(?:es?|ed|ing)|wip(?:es?|ed|ing) out"
    r"|banish(?:es|ed|ing)?|abolish(?:es)?|remov(?:es?|ed|ing)"
    r"|ends?|ending|heal(?:s|ed|ing)?|revers(?:es?|ed|ing)|gets? rid of|getting rid of|clears?"
    r"|clearing|stops?|stopping|beats?|beating|fix(?:es|ed)?|fixing|resolv(?:es?|ed|ing)"
    r"|reliev(?:es?|ed|ing)|treats?|solv(?:es?|ed)|defeats?|conquers?|destroys?|kills?|cures?"
    r"|cured|quit|lose|gone|goes|go|vanish(?:es)?|disappears?|silences?|free of|freed from"
    r"|free from|over|rids? (?:you|yourself|your [\w']+) of)"
)
_UNDO = (
    r"remove|repair|restore|rebuild|regrow|reverse|heal|erase|eliminate|eradicate|dissolve|wipe out"
    r"|melt away|flush out|clear(?: up)?|fix|banish|beat|end|defeat|conquer|vanquish|cure|stop"
    r"|get rid of|put right|sort out|solve|shut down|switch off|knock out|stamp out|take away"
    r"|block|prevent|silence|shift|relieve|settle|calm|lift|reset|close|straighten|whiten"
    r"|detoxify|cleanse"
)
_UNDOES = (
    r"(?:removes|repairs|restores|rebuilds|regrows|reverses|heals|erases|eliminates|eradicates"
    r"|dissolves|wipes out|melts(?: [\w']+){0,2} away|flushes out|clears(?: up)?|fixes"
    r"|banishes|beats|ends"
    r"|defeats|conquers|vanquishes|cures|stops|gets rid of|puts right|sorts out|solves"
    r"|shuts down|switches off|knocks out|stamps out|takes away|blocks|prevents|silences|shifts"
    r"|relieves|settles|calms|lifts|resets|closes|straightens|whitens|detoxifies|cleanses)"
)
_HEALED = (
    r"(?:worked|works|helped|helps|eased|eases|cured|fixed|healed|cleared|restored|removed|gone"
    r"|vanished|vanishes|disappeared|disappears|lifted|stopped|improves|improved|recovers"
    r"|recovered|melts away|melted away|lifts|goes away|went away|succeeds|succeeded|success"
    r"|relief|effective|successful|reverses|reversed|heals|relieves|relieved|prevents|protects)"
)
_EVERY_TIME = (
    r"(?:every (?:single )?time|(?:in|for|with|on) (?:each and )?(?:every|each) (?:single "
    r"|last )?(?:case|one|patient|person|client|user|body|attempt|try)|in (?:all|100 %"
    r" of) (?:of our |our |the )?cases|time after time|without (?:a single )?(?:fail|exception"
    r"|failure)|no exceptions|each and every time)"
)
_OUTRIGHT = (
    r"(?:completely|totally|entirely|permanently|fully|instantly|wholly|utterly|forever|for ever"
    r"|for life|once and for all|for good(?! (?:measure|reasons?|health|sleep|mental|luck"
    r"|practice|results|reason))|100 %|altogether|overnight)"
)
_WELL = (
    r"(?:off|away|gone|better|well|cured|healed|clear|calm|slim|thin|fixed|straight|white|dry"
    r"|smooth|beaten|under control|at bay|(?:[\w']+ )?free)"
)
_NOT = r"(?:not|never|without|cannot|fail(?:s|ed)?|un(?:cured|helped|changed|well)|\w+n't)"


@dataclass(frozen=True)
class _Claim:
    """A way to claim too much: the words, what they promise, and what to write instead.

    `about` is what must be spoken of near it for the words to be a claim; None where they say so
    themselves.
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

_TROUBLED = re.compile(rf"\b{_TROUBLE}\b")
_OUTCOME = re.compile(
    r"\b(?:results?|success\w*|recover\w*|relief|cures?|works?|better|remission|improve\w*"
    rf"|weight loss|calm\w*|free|{_TROUBLE}|{_TREATMENT}"
    r"|come back|return|heal\w*|lift|treat|effective|sleep|happ(?:y|ier|iness)|outcomes?)\b"
)

_CLAIMS = (
    _claim(
        r"\b(?<!\ba )(?<!\bthe )(?<!\bany )(?<!\bof )(?:cure|cures|cured"
        rf"|curing) (?!rates?\b)(?:(?!the\b )(?:[\w']+ ){{0,5}}?)(?:{_TROUBLE}"
        rf"|{_SOMEBODY})\b",
        "a cure",
        _CURE,
    ),
    _claim(
        r"\b(?:am|is|are|be|been|was|were|being|get|gets|got|'s|'re) (?:(?:completely|fully"
        r"|totally|entirely|100 %|now|easily|finally|always|permanently|naturally) )*cured\b"
        r"|\b(?:completely|fully|totally|permanently) cured\b|\b(?:complete |full "
        r"|total )?(?:recovery|remission) is (?:certain|assured|inevitable|guaranteed)\b",
        "a cure",
        _CURE,
    ),
    _claim(
        r"\b(?:a|an|the|our|your|this|new|natural|real|instant|guaranteed|permanent|complete"
        rf"|total|miracle|proven|ultimate|one) (?:[\w']+ ){{0,2}}?cures? (?:for"
        rf"|to) (?:[\w',]+ ){{0,3}}?{_TROUBLE}\b",
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
        r"\b(?:is|are|'s|be) (?:(?:completely|fully|totally|entirely|100 %|now|easily|always"
        r"|permanently) )*curable\b",
        "a cure",
        _CURE,
    ),
    _claim(
        r"\bguarantee(?:s|d|ing)?\b",
        "a guarantee",
        _CERTAIN,
        _OUTCOME,
    ),
    _claim(
        r"\bmiracle (?:[\w']+ )?(?:cures?|drugs?|pills?|treatments?|remed(?:y|ies)|creams?"
        r"|diets?|supplements?|solutions?|fix|workers?|therap(?:y|ies)|tablets?|medicines?"
        r"|herbs?|teas?|injections?|MEDICINE|CLASS|THERAPY|weight loss)\b",
        "a miracle",
        _CURE,
        None,
    ),
    _claim(
        rf"\b{_TREATMENT}(?: [\w']+){{0,4}} (?:is|are|was) (?:an?|the|nothing short of an?"
        r"|truly an?|a true|a real|a modern|a little|a small) (?:[\w']+ )?miracle\b"
        r"|\bworks? miracles\b|\bmiraculous(?:ly)?\b",
        "a miracle",
        _CURE,
        _HEALTH,
    ),
    _claim(
        r"\b(?:100|(?:a|one) hundred|hundred) (?:%|per cent) (?:of the time|effective\w*"
        r"|safe\w*|success\w*|cure\w*|curable|reliable|risk free|proven|recovery|harmless"
        r"|remission|pain free|symptom free|natural and safe|certain)",
        "100 %",
        _CERTAIN,
    ),
    _claim(
        r"\b(?:100|(?:a|one) hundred|hundred) (?:%|per cent) of (?:[\w']+ ){0,3}?(?:patients"
        r"|people|users|clients|cases|children|adults|women|men|those|participants"
        r"|sufferers) (?:[\w']+ ){0,6}?(?:recover\w*|(?:get|got|feel|felt) better|improve\w*"
        r"|respond\w*|cured|helped|relief|free|benefit\w*)",
        "100 %",
        _CERTAIN,
    ),
    _claim(
        r"\b(?:always|invariably) (?:works?|helps?|cures?|effective|succeeds?|relieves?|heals?"
        r"|successful|does the trick|gets? rid|stops?|eases?|lifts?|calms?|brings? relief"
        r"|reverses?)\b(?! (?:to|me|if|when|him|her|my|us)\b)",
        "success every time",
        _CERTAIN,
        _TREATS,
    ),
    _claim(
        rf"\bworks? (?:[\w']+ ){{0,3}}?(?:, )?(?:every (?:single )?time|(?:for"
        rf"|on) (?:absolutely )?{_EVERYONE}|without fail|without exception|in every case"
        r"|in all cases|100 % of the time)",
        "success every time",
        _CERTAIN,
    ),
    _claim(
        r"\b(?:effective|successful|helps?|helped|benefits?|heals?|relieves?|relief|eases?"
        rf"|lifts?|cures?|suits|right|pain) (?:[\w']+ ){{0,3}}?(?:(?:for |in "
        rf"|on )?(?:absolutely )?{_EVERYONE}\b|every (?:single )?time|without fail"
        r"|without exception|in (?:all"
        r"|every) cases?)",
        "success every time",
        _CERTAIN,
        _TREATS,
    ),
    _claim(
        r"\bnever (?:once )?(?:fails?|failed|lets? [\w']+ down|disappoints?)\b",
        "success every time",
        _CERTAIN,
        _TREATS,
    ),
    _claim(
        r"\bimpossible (?:[\w']+ ){0,4}?to fail\b|\b(?:cannot|can't"
        r"|can not) (?:possibly )?(?:fail|go wrong)\b|\bfail ?(?:safe|proof)\b|\bfool ?proof\b"
        r"|\binfallible\b|\bsure ?fire\b",
        "success every time",
        _CERTAIN,
        _TREATS,
    ),
    _claim(
        rf"\b{_EVERYONE} (?:(?:who|that|with|on|in|using|taking|we"
        rf"|i)\b (?:[\w']+ ){{1,8}}?)?(?:will )?(?:walks? away (?:cured|well|healed|better)"
        r"|thrives?|heals?|succeeds?|sees? results"
        r"|recovers?|(?:gets?|feels?) (?:well|better)|improves?|(?:is|are) cured|responds?"
        r"|loses? weight|gets? relief|sleeps? better|makes? a full recovery)\b(?! (?:at"
        r"|in) (?:their|your|his|her) own)",
        "success for everybody",
        _CERTAIN,
    ),
    _claim(
        r"\b(?:nobody|no one|no (?:patient|client|user)|none of our (?:patients|clients"
        r"|users)) (?:who (?:[\w']+ ){1,7}?)?(?:(?:has|have) ever (?:been )?)?(?:relapses?"
        r"|relapsed|fails?|failed|harmed|gets? worse|is harmed|had a side effect|(?:stays?"
        r"|remains?) (?:ill|depressed|anxious|sick|unwell|CONDITION)|regrets?|(?:had|suffered"
        r"|got) an? (?:[\w']+ )?(?:reactions?|effects?|problems?))\b",
        "success for everybody",
        _CERTAIN,
    ),
    _claim(
        r"\b(?:no|zero|without(?: any| a single)?|free (?:of|from)(?: any| all)?|not a single"
        r"|not one|never (?:has|have|causes?|had|produces?)(?: any)?"
        r"|none of the usual) (?:(?:known|unwanted|harmful|nasty|negative|unpleasant|real"
        r"|dangerous|bad|serious|single) )?(?:side effects?|adverse effects?|adverse reactions?"
        r"|downsides?|drawbacks?)\b|\bside effects? free\b",
        "no side effects",
        _SAFE,
        None,
    ),
    _claim(
        r"\b(?:no|zero|without(?: any| a)?|free (?:of|from)(?: any| all)?) (?:(?:known|real"
        r"|health|possible|whatsoever) )?(?:risks?|dangers?)\b(?! factors?| assess\w+"
        r"| to (?:others|other|their|the public|your neighbo\w+|you from)| management"
        r"| groups?)(?! of (?!(?:becoming |getting |an? |any )?(?:addict\w*|hooked|overdos\w*"
        r"|depend\w*|harm|side|withdrawal|serious|death|CONDITION|damage)))"
        r"|\brisk free\b(?! (?:trial|returns?|booking|purchase|offer|subscription))",
        "no risk",
        _SAFE,
        _TREATS,
    ),
    _claim(
        rf"\b{_WHOLLY} (?:(?:safe|harmless|risk free|non addictive)\b)"
        rf"|\b(?:{_TREATMENT}|it|they|this) (?:[\w']+ ){{0,3}}?(?:is|are"
        r"|'s) (?:also )?harmless\b(?! (?:to|in|for|if)\b)"
        rf"|\bsafe (?:to (?:use|take) )?(?:for"
        rf"|in) (?:absolutely |literally |simply )?(?:{_EVERYONE}|any age|all ages"
        r"|people of all ages|the whole family|all\b(?! the))|\bsafe (?:whatever"
        r"|however|no matter|(?:at|in|for) (?:any|all|every)\b)",
        "safe for everybody",
        _SAFE,
        _TREATS,
    ),
    _claim(
        r"\b(?:cannot|can't|can not|won't|will not|will never|could never|can never"
        r"|impossible to) (?:possibly |ever )?"
        r"(?:(?:harm|hurt|damage) (?:you|anyone|anybody|your)|overdose|be harmed)\b",
        "no risk",
        _SAFE,
        _TREATS,
    ),
    _claim(
        r"\bpermanent (?:cure|relief|solution|fix|recovery|results?|remission|freedom|end"
        r"|healing|weight loss|answer|improvement)\b",
        "a lasting effect",
        _LASTS,
    ),
    _claim(rf"\bpermanently (?:[\w']+ )?{_ENDS}\b", "a lasting effect", _LASTS),
    _claim(
        rf"\b{_ENDS} (?:[\w']+ ){{0,6}}?{_FOREVER}(?!\w)",
        "a lasting effect",
        _LASTS,
        _TROUBLED,
    ),
    _claim(
        rf"\b{_TROUBLE} (?:[\w']+ ){{0,4}}?{_FOREVER}(?!\w)",
        "a lasting effect",
        _LASTS,
        re.compile(rf"\b(?:{_ENDS}|relief|goodbye|free|rid)\b"),
    ),
    _claim(
        r"\b(?:will|'ll|would) (?:simply )?(?:never|not ever) (?:ever )?(?:come back|return"
        r"|relapse|(?:have|feel|suffer|experience|get|worry|need|face|fear"
        rf"|be) (?:[\w']+ ){{0,5}}?(?:again|another (?:[\w']+ ){{0,2}}?{_TROUBLE}"
        rf"|{_TROUBLE} again)|(?:have|suffer|experience) another)\b|\bnever (?:feel|suffer|be"
        rf"|get) (?:[\w']+ ){{0,2}}?(?:anxious|depressed|ill|{_TROUBLE}) again\b",
        "a lasting effect",
        _LASTS,
    ),
    _claim(
        r"\b(?:reverses?|heals?|eradicates?|eliminates?|banish(?:es)?|conquers?|defeats?"
        r"|vanquish(?:es)?)"
        r" (?:your |the |all )?CONDITION\b",
        "a cure",
        _CURE,
    ),
    _claim(
        rf"(?:^|[,:;\u2014] )no more (?:[\w']+ )?{_TROUBLE}\b"
        r"|\bour (?:clients|patients|users) never (?:relapse|fail|get worse)\b",
        "a lasting effect",
        _LASTS,
    ),
    _claim(
        rf"\bsay goodbye to (?:[\w']+ ){{0,3}}?{_TROUBLE}\b"
        rf"|\b{_TROUBLE} will be (?:a thing of the past|history)\b"
        rf"|\bfreedom from (?:[\w']+ ){{0,2}}?{_TROUBLE} (?:in|within|by|for (?:life|good|ever)"
        rf"|forever)\b|\b{_TROUBLE} (?:will|'ll) (?:simply |just |all )?(?:vanish|disappear"
        rf"|be gone|melt away|evaporate)\b|\bgone (?:in|within) (?:[\w']+ ){{1,2}}(?:days?"
        r"|weeks?|hours?|minutes?)\b",
        "a lasting effect",
        _LASTS,
    ),
    _claim(
        rf"\b(?:only|one) (?:(?!medical\b)[\w']+ )?{_TREATMENT} (?:(?:that|which|to be"
        rf"|to have been|scientifically|clinically|for (?:[\w']+ ){{1,3}}?) ?)*(?:(?:really"
        r"|actually|truly|ever|has|have|is|been|will) )*(?:works?|helps?|cures?|lasts?"
        r"|proven to work|guaranteed|effective|heals?|worked)\b(?! for (?:me|him|her|us|them))"
        r"|\b(?:only|one) (?:way|thing|solution|answer) (?:that |which |to )?(?:(?:really"
        r"|actually|truly|ever|has|have|will|is|been|can|be|get|proven|known|guaranteed"
        r"|to) )*(?:cures?|works? for|heals?|beats?|rid of|overcome|end)\b|\b(?:only"
        rf"|one) {_TREATMENT} you(?:'ll| will)? (?:ever )?need\b|\b(?:only"
        rf"|one) {_TREATMENT} (?:that |which )(?:{_ENDS}) (?:[\w']+ ){{0,3}}?{_TROUBLE}\b"
        r"|\bnothing else (?:works|helps|will help|will work|comes close|can help)\b",
        "the only treatment",
        _ALONE,
    ),
    _claim(
        r"\b(?:be|become|becoming|feel|live|wake up|stay|get|go|are|'re|you|being|completely"
        rf"|totally) (?:(?:completely|totally|100 %|fully) )*(?:{_TROUBLE}|symptom|drug"
        r"|craving) free (?:by|in(?! some)|within|for (?:life|good|ever)|forever|after"
        r"|tomorrow|tonight|this|before|overnight)\b|\b(?:be|become|live|feel|get|being"
        r"|wake up) (?:completely |totally )?free (?:of"
        rf"|from) (?:[\w']+ ){{0,2}}?{_TROUBLE} (?:by|in|within|for (?:life|good|ever)|forever"
        r"|after|overnight)\b",
        "freedom from symptoms by a date",
        _LASTS,
    ),
    _claim(
        r"\b(?:completely|totally|entirely|instantly|fully) (?:heal(?:s|ed)?|reverses?"
        r"|reversed|removes?|eliminat\w+|gets? rid|restores?|eradicat\w+|eras\w+|wip\w+ out"
        r"|clears?|relieves?|stops?|ends?)\b|\b(?:eliminat|eradicat|eras|wip|banish|heal"
        r"|revers|clear|end|get|remov|stop)\w*(?: out"
        rf"| rid of)? (?:[\w']+ ){{0,5}}?(?:{_TROUBLE} )?(?:completely|entirely|totally"
        r"|instantly|overnight|altogether)\b|\b(?:eliminat|eradicat|eras|banish|heal|clear|end"
        r"|remov|stop|cur)(?:e|es|s|ed|ing|ates?|ish|ishes)? (?:every|all"
        rf"|any) (?:[\w']+ ){{0,2}}?(?:{_TROUBLE}|trace|sign)\b"
        rf"|\bmakes? (?:[\w']+ ){{0,2}}?{_TROUBLE} (?:disappear|vanish|go away)\b",
        "a complete effect",
        _CURE,
        _TROUBLED,
    ),
    _claim(
        rf"\b(?:{_OUTRIGHT} (?:and [\w']+ )?{_UNDOES}|{_UNDOES} (?:[\w',]+ ){{0,6}}?{_OUTRIGHT}"
        rf"|(?:will|can|'ll) (?:[\w']+ )?(?:{_UNDO}) (?:[\w',]+ ){{0,6}}?{_OUTRIGHT}"
        rf"|(?:will|can|'ll) {_OUTRIGHT} (?:{_UNDO})|\b(?:{_TREATMENT}|they) (?:{_OUTRIGHT}"
        rf" (?:{_UNDO})|(?:{_UNDO}) (?:[\w',]+ ){{0,6}}?{_OUTRIGHT}))(?!\w)",
        "a complete effect",
        _CURE,
        re.compile(rf"\b(?:{_TROUBLE}|{_BODY})\b"),
    ),
    _claim(
        r"(?<!\bshe )(?<!\bhe )(?<!\bwho )(?<!\bi )\b(?:eradicates|eliminates|erases|banishes"
        r"|beats|ends|wipes out|conquers|defeats|vanquishes|obliterates|abolishes|reverses"
        r"|melts away|knocks out|stamps out|zaps|dissolves|annihilates|crushes|puts an end to"
        r"|gets rid of|makes short work of|sees off|rids you of|drives out|undoes)"
        r" (?:(?:your|the|all|every|any|even|most|stubborn|chronic|severe|mild|bad|of|trace"
        r"|kind|type|form|worst|case) ){0,4}(?:CONDITION\b(?! (?:cells?|risks?|service|stigma"
        r"|week|day|month|group|research|clinic|ward|charity|awareness|talks?|related))|pain\b"
        r"|(?:[\w']+ )?symptoms\b|cravings\b|headaches?\b"
        r"|migraines?\b|stress\b|panic\b|fatigue\b|wrinkles\b|tumou?rs?\b|toxins\b|phobias?\b"
        rf"|(?<=trace of )(?:[\w']+ )?{_TROUBLE}\b)",
        "a cure",
        _CURE,
    ),
    _claim(
        rf"\b(?:{_HEALED}|{_UNDOES}|(?:will|can|'ll) (?:{_UNDO}))"
        rf" (?:[\w',]+ ){{0,8}}?{_EVERY_TIME}(?!\w)"
        rf"|(?:^|[,;:\u2014] ){_EVERY_TIME} (?:, )?(?:[\w']+ ){{0,6}}?(?:{_HEALED}|{_UNDOES})\b",
        "success every time",
        _CERTAIN,
    ),
    _claim(
        r"\b(?:is|are|'s|'re) (?:(?:absolutely|100 %|quite|dead) )?(?:certain|sure|bound"
        rf"|assured|guaranteed|destined) to (?:[\w']+ )?(?:{_UNDO}|work|help|bring|lower|reduce"
        r"|improve|ease|make|give|leave|succeed|recover|cut|boost|get better|feel better"
        r"|disappear|vanish|go|drop|fall)\b"
        r"|\b(?:success|relief|results?|recovery|cure|healing|improvement|remission|effect"
        r"|weight loss|sleep) (?:(?:from|of|in) (?:[\w']+ ){1,3}?)?(?:is|are)"
        r" (?:(?:absolutely|completely|virtually|100 %"
        r"|always) )?(?:assured|certain|inevitable|a certainty|guaranteed|a given"
        r"|never in doubt)\b",
        "certain success",
        _CERTAIN,
        _HEALTH,
    ),
    _claim(
        rf"\bmak(?:es?|ing) (?:[\w']+ ){{0,4}}?{_TROUBLE} (?:[\w']+ )?impossible\b"
        rf"|\b{_TROUBLE} (?:becomes?|is|are|'s) "
        r"(?:simply |quite |now |absolutely )?impossible\b(?! to\b)"
        r"|\bimpossible (?:for (?:[\w']+ ){1,4})?to (?:relapse|overdose|become (?:addicted"
        r"|dependent|ill)|get (?:addicted|hooked|ill|dependent|sick)|catch|fail)\b"
        r"|\b(?:no (?:possible )?way|no chance|zero chance|no possibility|impossible) (?:that "
        r"|of |for )?(?:(?:you|your|anyone|anybody|it|they|this|the|our|to|can|could|will|would"
        r"|ever|get|getting|become|becoming|be|being|a|an|any) ){0,8}(?:hooked|addicted|fail"
        rf"|failing|relaps\w+|overdos\w+|dependent|harm\w*|hurt\w*|come back|coming back|{_TROUBLE}"
        r"|dependence|go wrong|react\w*)\b"
        r"|\b(?:cannot|can't|can not|can never|will never|won't) (?:possibly|ever|conceivably)"
        r" (?:get|become|be) (?:hooked|addicted|dependent|harmed)\b",
        "that nothing can go wrong",
        _CERTAIN,
    ),
    _claim(
        r"\b(?:100|(?:a|one) hundred|hundred) (?:%|per cent) (?:[\w']+ )?(?:accura\w+|sensitiv\w+"
        r"|foolproof|protection|protected|correct|right|guaranteed)\b"
        r"|\b(?:accura\w+|success|cure|recovery|response|healing|effectiveness) (?:rates? )?"
        r"(?:(?:of|for|with|in) (?:[\w']+ ){1,3}?)?"
        r"(?:(?:of|is|are|was|an?|at|stands|:|\u2014|full) ){0,3}(?:100|hundred) (?:%|per cent)"
        r"|\b(?:effective|safe|accurate|cured|natural|reliable|works?) ,? ?(?:a |one )?(?:100"
        r"|hundred) (?:%|per cent)"
        r"|\b(?:is|are|'s) (?:never|not ever) (?:once )?(?:wrong|mistaken)\b|\bnever misses\b"
        r"|\b(?:10 out of 10|ten out of ten|10 in 10|ten in ten) (?:[\w']+ )?(?:people|patients"
        r"|users|clients|women|men|children|adults)\b",
        "100 %",
        _CERTAIN,
    ),
    _claim(
        r"\b(?:sole|single|one and only|one true|only real|only true|real) (?:root )?(?:cause"
        rf"|reason|culprit) (?:of|for|behind) (?:[\w']+ ){{0,3}}?{_TROUBLE}\b"
        rf"|\b(?:all|every|any) (?:[\w']+ )?(?:{_TROUBLE}) (?:(?:is|are) (?:always )?(?:caused by"
        r"|due to|down to)|(?:always )?(?:comes?|stems?|starts?|begins?) (?:from|in))\b"
        rf"|\b{_TROUBLE} (?:is|are) (?:always|entirely|solely|purely|simply|only) (?:caused by"
        r"|due to|down to|the result of)\b",
        "one single cause",
        "Say that it is one cause among others, or how often it is, and cite a source.",
    ),
    _claim(
        r"\b(?:(?:not|never|isn't|aren't|haven't|hasn't|wasn't|no)\b (?!every\b|all\b)"
        r"(?:[\w']+ ){0,4}?(?:person"
        rf"|patient|client|user|case|man|woman|child|customer|sufferer|member|{_TROUBLE})"
        r"|nobody|no one|none of (?:our|my|the) [\w']+)"
        r" (?:(?!(?:should|must|deserves?|knows?|why|how|said|says|thinks?|whether|if|when|or"
        rf"|sure)\b|{_NOT} )[\w']+ ){{0,8}}?{_NOT}"
        r" (?:(?:been|get|gotten|got|gone|completely|fully|ever|be|to|were|feel|felt|some|any"
        r"|see|seen|getting|feeling|able|a|an) ){0,4}(?:"
        r"helped?|works?|worked|go|gone|away|improved?|better|heal(?:ed)?|clear(?:ed)?"
        r"|respond(?:ed)?|recover(?:ed)?|cured?|fix(?:ed)?|eased?|stop|stopped|beat(?:en)?|treat"
        r"|benefit(?:ed)?|relieved?|shift(?:ed)?|lift(?:ed)?|vanish(?:ed)?|disappear(?:ed)?"
        r"|relief|results?|improvement|success|disappoint(?:ed)?|solved?|tamed?|soothed?)\b",
        "success for everybody",
        _CERTAIN,
        re.compile(rf"{_HEALTH.pattern}|\b(?:clients?|relief|better)\b"),
    ),
    _claim(
        r"\b(?:never|not)(?: once| ever| a single time)? (?:has|have|had|did|does|do|will|could)"
        r" (?:[\w']+ ){1,7}?(?:fail(?:ed)?|relapsed?|disappoint(?:ed)?|let (?:[\w']+ ){1,2}down"
        r"|gone wrong|go wrong|harmed|hurt|lost a patient|missed a)\b",
        "success every time",
        _CERTAIN,
        _TREATS,
    ),
    _claim(
        rf"\b(?:your|their|his|her|all|the|every|each|this|and|of|:|,) (?:[\w']+ ){{0,2}}?"
        rf"{_TROUBLE}"
        r" (?:is|are|was|were|will be|'s|'ll be|would be) (?:(?:simply|just|all|completely|totally"
        r"|finally|history and) )*(?:gone|history|a thing of the past|no more|done for"
        r"|over and done|cured|healed)\b(?! (?:away )?(?:when|once|by the time))",
        "a lasting effect",
        _LASTS,
        _TREATS,
    ),
    _claim(
        rf"\b{_TROUBLE} (?:[\w',]+ ){{0,5}}?(?:won't|will not|will never|'ll never|never|can't"
        r"|cannot|can never) (?:ever )?(?:come back|comes back|came back|return|returns|recur"
        r"|recurs|trouble you|bother you|reappear|reappears|flare)\b"
        rf"|\b(?:stays?|stayed|staying|remains?|keeps?|kept) (?:(?:it|them|you|your|[\w']+"
        rf" {_TROUBLE}|{_TROUBLE}|completely) ){{0,2}}{_WELL} {_FOREVER}(?!\w)"
        rf"|\b(?:gone|lifted|freed?|healed|sorted|fixed|well|better|protected|immune|safe"
        rf"|calm|slim) {_FOREVER}(?!\w)",
        "a lasting effect",
        _LASTS,
    ),
    _claim(
        r"\b(?:gives?|gave|offers?|provides?|guarantees?|delivers?|promises?|brings?|means|enjoy"
        r"|have|has) (?:(?:you|your|them|people|everyone|her|him|us|[\w']+ family|children|with|"
        r"a|the) ){0,2}(?:(?:lifelong|life long|lasting|round the clock|instant|and|,) ){0,3}"
        r"(?:total|complete|absolute|perfect|permanent|100 %|guaranteed)"
        r" (?:(?:lifelong|lasting|and|,) ){0,3}(?:protection|immunity|relief|freedom|cover"
        r"|safety|healing|cure|remission|recovery)\b"
        r"|\brestor(?:es?|ed|ing) (?:[\w']+ ){0,2}?(?:perfect|full|complete|total|100 %|normal"
        rf"|youthful) (?:[\w']+ )?(?:{_BODY}|health|sleep|function|movement)\b",
        "a complete effect",
        _CURE,
        _HEALTH,
    ),
    _claim(
        r"\b(?:wonder|magic|super) (?:cures?|drugs?|pills?|bullets?|remed(?:y|ies)|jabs?|tablets?"
        r"|treatments?|therap(?:y|ies)|herbs?|berr(?:y|ies)|diets?)\b",
        "a miracle",
        _CURE,
        None,
    ),
    _claim(
        rf"\b(?:kiss|wave|bid|said|saying|saying a final|goodbye) (?:[\w']+ ){{0,2}}?(?:goodbye"
        rf"|farewell|bye) to (?:[\w']+ ){{0,3}}?{_TROUBLE}\b|\bgoodbye , (?:[\w']+ ){{0,2}}?"
        rf"{_TROUBLE}\b|\b(?:see|saw|seen) the (?:back|end|last) of (?:[\w']+ ){{0,2}}?{_TROUBLE}\b"
        rf"|\bthe (?:final )?end of (?:all )?your (?:[\w']+ ){{0,2}}?{_TROUBLE}\b",
        "a lasting effect",
        _LASTS,
    ),
    _claim(
        rf"\bno other (?:[\w']+ )?{_TREATMENT} (?:(?:ever|even|really|can|will|has) )*(?:works?"
        r"|worked|helps?|helped|comes close|heals?|cures?|lasts?)\b"
        rf"|\bnothing (?:but|except|other than) (?:[\w']+ ){{1,3}}?(?:works|helps|cures|heals|will"
        r" (?:help|work|cure|heal))\b",
        "the only treatment",
        _ALONE,
    ),
    _claim(
        rf"\b(?:'ll|will) never (?:again )?(?:need|want|reach for) (?:another|any|a) "
        rf"(?:[\w']+ )?(?:{_TREATMENT}|painkillers?|inhalers?|doctor)\b"
        rf"|\b(?:cannot|can't|can never|will never|'ll never|won't ever) (?:ever |possibly )?"
        rf"(?:catch|get|develop|suffer(?: from)?) (?:[\w']+ ){{0,2}}?{_TROUBLE}"
        r" (?:if|when|while|once|on|with|after|again)\b"
        rf"|\b(?:can|will|'ll) never (?:ever )?(?:catch|get|develop|suffer from) "
        rf"(?:[\w']+ ){{0,2}}?{_TROUBLE}\b"
        rf"|\b{_TROUBLE} (?:doesn't|does not|don't|do not|never|never ever) (?:come|comes|came)"
        r" back(?: ,)? ever\b",
        "a lasting effect",
        _LASTS,
    ),
    _claim(
        r"(?!^)\b(?:eliminat|kill|destroy|cur|prevent|heal|stop|beat|treat|fix|end|banish|clear)"
        r"(?:e|es|s|ed|ing|ates?)? (?:all|every|any|100 % of|each) (?:known )?(?:[\w']+ )?"
        rf"(?:{_TROUBLE}|virus(?:es)?|germs?|cells|cancers|warts)\b"
        rf"|\bworks? (?:[\w']+ ){{0,3}}?(?:on|for|against|with) (?:every|any|all) (?:[\w']+ )?"
        rf"{_TROUBLE}\b"
        rf"|\b(?:prov(?:en|ed)|shown|sure|known) to (?:work|help) (?:in|for|on|with) {_EVERYONE}"
        rf"|\b(?:healed|cured|freed|saved) {_EVERYONE}",
        "success every time",
        _CERTAIN,
    ),
    _claim(
        rf"^(?:your )?{_TROUBLE} (?:(?:fully|completely|now|finally) )?(?:reversed|cured|fixed"
        r"|beaten|healed|solved|gone) (?:in|within|with|by|for|after|at)\b"
        rf"|\b{_TROUBLE} (?:will|'ll) (?:soon |just |simply )?be (?:a (?:distant |bad )?memory|no"
        r" more|over for good)\b"
        rf"|\b(?:stops?|halts?) (?:[\w']+ ){{0,3}}?{_TROUBLE} (?:dead|cold|in (?:its"
        rf"|their) tracks)\b"
        r"|\b(?:100 %|completely|fully|totally|entirely|always) (?:reversible|fixable|beatable"
        r"|curable|solvable)\b"
        rf"|\ball you need to (?:get rid of|beat|end|cure|stop|heal|fix|conquer|banish)"
        rf" (?:[\w']+ ){{0,3}}?{_TROUBLE}\b"
        rf"|\b(?:definitive|ultimate|final|perfect|complete) (?:answer|solution|fix|remedy) (?:to"
        rf"|for) (?:[\w']+ ){{0,3}}?{_TROUBLE}\b"
        rf"|\b(?:we|i|you are|you're) (?:can )?promised? (?:you )?(?:(?:a|an) )?(?:full|complete"
        rf"|total|life (?:without|free)|cure|recovery|relief|results|freedom)\b"
        rf"|\bgives? (?:[\w']+ ){{0,3}}?(?:perfect|flawless) {_BODY}\b",
        "a cure",
        _CURE,
    ),
    _claim(
        r"\b(?:perfect|flawless|spotless|faultless|unblemished|unbeaten|100 %) (?:[\w']+ )?"
        r"(?:record|results?|success)\b|\bunfailing(?:ly)?\b|\bnever known to fail\b",
        "success every time",
        _CERTAIN,
    ),
    _claim(
        rf"^only (?:our|this|the|these) (?:[\w']+ ){{0,2}}?{_TREATMENT} (?:can|will) (?:[\w']+"
        r" ){0,2}?(?:cure|heal|free|save|help|fix|stop|end|beat|rid|work)\b"
        rf"|\b(?:sole|one and only|one true) (?:remedy|treatment|answer|solution|cure|therapy"
        rf"|medicine) (?:for|to|against)\b"
        rf"|\blast (?:[\w']+ )?{_TREATMENT} you(?:'ll| will)? (?:ever )?need\b",
        "the only treatment",
        _ALONE,
    ),
    _claim(
        r"\bincapable of (?:(?:causing|doing) )?(?:any )?harm\w*\b|\bno (?:possible )?harm can"
        r" (?:come|be done)\b|\b(?:can|could) do (?:you |one )?no harm\b|\bnothing (?:bad "
        r"|at all )?can"
        r" (?:happen|go wrong|hurt you|harm you)\b|\b(?:will|'ll|can) never (?:ever )?(?:get"
        r"|become) (?:hooked|addicted|dependent)\b|\b(?:nobody|no one) (?:ever )?(?:gets?|got"
        r"|becomes?|became) (?:hooked|addicted|dependent)\b",
        "no risk",
        _SAFE,
        re.compile(rf"{_TREATS.pattern}|\bpainkillers?\b"),
    ),
    _claim(
        rf"\b(?:nobody|no one) (?:ever )?(?:leaves?|left|walks? (?:away|out)|goes? home) "
        rf"(?:[\w']+ ){{0,4}}?(?:in pain|disappointed|ill|sick|unwell|uncured|{_TROUBLE})\b"
        rf"|\b(?:(?:nobody|no one) 's|no) (?:[\w']+ ){{0,2}}?{_TROUBLE} (?:ever |can )?(?:survives?"
        r"|resists?|withstands?|stands up to|outlasts?)\b"
        rf"|\b{_EVERYONE} (?:who|that|we) (?:[\w']+ ){{1,6}}?(?:was|were|has been|have been)"
        r" (?:cured|healed|better|freed|relieved)\b"
        rf"|\b{_EVERYONE} (?:who|that) (?:[\w']+ ){{1,5}}?(?:recovered|got better|lost weight"
        r"|slept (?:better|well|through)|grew|felt better|walked|improved|quit)\b"
        rf"|\b{_EVERYONE} (?:lose|loses|lost) weight\b",
        "success for everybody",
        _CERTAIN,
    ),
    _claim(
        r"\bside effects (?::|\u2014) (?:none|zero)\b|\bside effects are (?:unheard of|unknown"
        r"|impossible|non existent)\b",
        "no side effects",
        _SAFE,
        None,
    ),
    _claim(
        r"\b(?:results?|effects?|relief|improvements?|benefits?) (?:(?:of|from)"
        r" (?:(?!(?:do|does|did|not|may|can|cannot)\b)[\w']+ ){1,3}?)?"
        rf"(?:will )?lasts? {_FOREVER}(?!\w)"
        r"|\bnever (?:stops|ceases) (?:working|to work|helping)\b",
        "a lasting effect",
        _LASTS,
        _TREATS,
    ),
)
_TRIGGER = re.compile(
    r"cur(?:e|es|ed|ing|able)\b|revers|heals?\b|eradicat|eliminat|banish|conquer|defeat"
    r"|vanquish|guarantee|miracl|miracul|\b100\b|hundred|always|invariably"
    r"|every|without|never|fail|foolproof|fool proof|infallible|sure fire|surefire|nobody"
    r"|no one|none of|\bno\b|zero|free|harm|safe|risk"
    r"|perman|forever|for ever|for good|once and for all|for life|goodbye|past|history|gone"
    r"|vanish|certain|assured|inevitable|impossible|will|only|\bone\b|nothing else|complete"
    r"|total|entire|instant|overnight|altogether|fully|disappear|vanish|go away|anyone|\ball\b"
    r"|\bany\b|can't|cannot|\bsure to|\bbound to|destined|\bsole|\bsingle|wonder|magic|\bsuper"
    r"|\bfull\b|restor|\bwipes|\bmelts|\berases|\bends\b|\bbeats\b|\brid of|stamps|knocks|\bzaps"
    r"|dissolves"
    r"|obliterat|abolish|annihilat|crushes|an end to|sees off|\brids|drives out|undoes|out of"
    r"|reversed|\bfixed|beaten|solved|\bstops?\b|halts?|\bheal|promise|flawless|spotless|unbeaten"
    r"|unfailing|faultless|unblemished|incapable|\bmemory|definitive|ultimate|final|\blast\b"
    r"|\bnone\b|unheard|unknown|ceases"
    r"|10 in|ten in|no other|nothing|\beach\b|\bnot\b|n't\b|\bend of|back of|last of|perfect"
    r"|normal|wrong|farewell|utterly|wholly|solely|purely|due to|down to|time after time"
)
_HARDENED = re.compile(
    r"\b(?:gels?|resins?|concrete|cement|epoxy|adhesive|glue|paint|varnish|polish|manicures?"
    r"|nails?|fillings?|lamp|uv|ham|bacon|meats?|sausages?|salmon|fish|olives|tobacco|leather"
    r"|plastic|plaster|rubber|composite|acrylic|ink|lacquer|salt|smoked|oven|grout|silicone)\b"
)
_REPORTED = re.compile(
    r"\b(?:swears?|swore|sworn|insists?|insisted|reckons?|reckoned|used to (?:think|believe|say)"
    r"|rumou?rs?|legend|folklore|folk|old wives|tradition(?:ally)?|supposed(?:ly)?|alleged(?:ly)?"
    r"|said to|believed to|thought to|believes?|believed|heard|read|told|tells|says|said"
    r"|billed as|marketed as|advertised as|sold as|touted as|hailed as|dubbed|branded as|tiktok"
    r"|headlines?|posts?|adverts?|influencers?|superstition)\b"
)
_DISTANCED = re.compile(
    r"\b(?:used to|once) (?:think|thought|believed?|say|said|sold|hoped|seen|taken)\b"
    r"|\b(?:billed|marketed|advertised|touted|hailed|pitched|peddled|hyped|dressed up)"
    r" (?:\w+ )?as\b"
    r"|\b(?:stop|quit|never|not|avoid|resist|don't|doesn't|isn't|hardly|nobody|before you)"
    r" (?:\w+ )?(?:call|calling|calls|label|labelling|labeling|describing|describe|see it"
    r"|brand|branding|market|marketing|sell|selling|chase|chasing|look for|looking for|expect"
    r"|expecting|believe|believing|promise|promising)\b|\bno such thing\b"
)
_REFUTED = re.compile(
    r"^(?:but |yet |however , |sadly , |in fact , |in truth , )?(?:(?:there|it|that|this|they"
    r"|research|studies|science|the (?:evidence|science|research|truth)|none of (?:it|this|that)"
    r"|neither|he|she|no|not) (?:[\w',]+ ){0,6}?)?(?:no (?:good |real |reliable )?(?:proof"
    r"|evidence|truth|basis|studies|study|such)|isn't (?:true|so|right|possible)|not (?:true|so"
    r"|right|possible)|untrue|false|wrong|a myth|nonsense|doesn't|does not|do not|don't|didn't"
    r"|did not|can't|cannot|won't|disagrees?|has not been|never been|unproven)\b"
)
_IN_SOME = re.compile(
    r"^(?: [\w']+){0,4} (?:in|for|among|of|with) (?:(?:the|about|around|more than|over|up to|at"
    r" least|nearly|almost|roughly|well over) ){0,2}(?:most|many|some|majority|half|several"
    r"|(?!100\b)\d+(?: (?:%|in|out of|of|to|per cent))|nine in|nine out|8 in|two thirds"
    r"|three quarters|certain|a few)\b"
)
_UNTIL = re.compile(
    r"\b(?:until|till|once|when|whenever|after|if|unless|before|even though|by the time|wait"
    r"|as soon as|because|feel(?:s|ing)? (?:like|as if))\b"
)
_NOW = re.compile(r" (?:is|are|was|were|'s) (?:[\w']+ )?(?:gone|cured|healed|history|no more)$")
_HOPED = re.compile(
    r"\b(?:wait|whether|so that|to (?:make|be) sure|chances?|hopes?|hoping|odds|likely|wish\w*"
    r"|fear\w*|worr\w+|afraid)\b"
)
_SCEPTICAL_LEAD = re.compile(
    r"\b(?:avoid|beware|wary|red flags?|warning signs?|scams?|myths?|too good to be true"
    r"|suspicious|be careful|steer clear|do not trust|don't trust|stay away|claims?|misleading"
    r"|fake|quack\w*|promises?|false)\b"
)
_AVOIDED = re.compile(
    r"\b(?:avoid|stay away|steer clear|report|ban(?:s|ned)?|illegal|not allowed|must not"
    r"|may not|cannot say|do not say|never (?:say|claim|promise))\b"
)
_DEFINES = re.compile(
    r"^(?:an? |the )?(?:cure|remission|placebo|guarantee)s? (?:is|means?|would be"
    r"|are)\b"
)
_TALKED_ABOUT = re.compile(
    r"^ (?:promises?|scams?|adverts?|advertis\w+|stor(?:y|ies)|claims?|myths?|industry"
    r"|peddlers?|sellers?|marketing)\b"
)
_LIMITS = re.compile(
    r"\b(?:some|most|many|several|a few|about half|nearly|almost|may|might|could|usually|often"
    r"|sometimes)\b"
)
_MISSING = re.compile(
    r"\b(?:does not|do not|doesn't|don't) exist|\b(?:has|have) (?:not|never|yet)\b"
    r"(?: [\w']+){0,2} (?:found|proven|proved|shown|made)|\bis (?:yet to|still to) be\b"
)
_MINOR = re.compile(
    r"\b(?:wounds?|cuts?|graze|bones?|fracture|bruises?|blisters?|stitches|skin|rash|scar"
    r"|should)\b"
)
_OPERATED = re.compile(r"\b(?:transplants?|surgery|operation|removed|removing)\b")
_SEARCH = re.compile(
    r"\b(?:find|finding|finds|for|seek|seeking|into|towards?|developing|develop|hope of"
    r"|promise of|promis\w+|discover\w*|race|work on|working on|hunt|search\w*|look\w*|without"
    r"|want\w*|wait\w*|years|until) (?:an? |the )?(?:[\w']+ )?$"
)
_NO_SIDE_EFFECTS_SAID = re.compile(
    r"^ (?:does not|do not|doesn't|don't) exist|^ (?:that|which) (?:we|anyone"
    r"|doctors) knows? of|^ (?:at all )?(?:were|was|have been|had been"
    r"|are|is) (?:\w+ )?(?:reported|seen|found"
    r"|observed|noted|recorded|noticed|known)|^ (?:so far|yet|in the (?:trial|study)|in (?:most"
    r"|many|some)|for (?:most|many|some)|during the)"
)
_PERSON_HAS = re.compile(
    r"\b(?:you|people|some|many|most|they|i|she|he|we|patients?|adults|children|participants"
    r"|one in \w+|those|who|women|men|nobody|if|half|few|\d+ %) (?:(?:may|might|can|will|have"
    r"|had|has|get|gets|got|notice|noticed|experience|experienced|reported|feel|felt|usually"
    r"|often|also|with|had had) ){0,3}$"
)
_ADMIN = re.compile(
    r"\b(?:appointments?|place|places|slot|reply|response|privacy|confidential\w*|refund"
    r"|delivery|price|hours|pay|access|rights?|anonym\w+|seat|bed|law|data|call back|wage"
    r"|income|money|standards?|warranty|rooms?|same day|deposit|service level|parking|book"
    r"|booked|booking|bookings|spaces?|tables?|tickets?|accommodation|entry|availab\w+|shipping"
    r"|wifi|meals?|quality|signal|interviews?|translators?|interpreters?|transport|lifts?"
    r"|salary|pension|leave|loans?|spot|admission|beds|time slots?)\b"
)
_PSEUDO = re.compile(
    r"\b(?:honey|garlic|tea|oils?|vinegar|herbs?|herbal|supplements?|vitamins?|crystals?|juice"
    r"|homeopath\w*|prayer|detox|cleanse|our|magnets?|turmeric|silver|bleach|diet|fasting)\b"
)
_BEHAVIOUR = re.compile(
    r"\b(?:smoking|drinking|vaping|cigarettes|hospital|job|school|work|home|gambling)\b"
)
_RHETORIC = re.compile(
    r"^(?:want|ready|looking|tired|would you like|ever wanted|fed up|do you want|why not|wish"
    r"|imagine|dream\w*)\b"
)
_TESTED = re.compile(r"\b(?:trials?|study|studies|participants|group|researchers?)\b")
_SHORT = 30
"""How long a sentence that says no more than "it does not" can be."""
_ABOUT_REACH = 400
"""How many characters off a treatment can be named for a claim to be about it."""

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
        "TB can be cured in nearly all people who finish the tablets.",
        "The dentist cures the resin with a blue light.",
        "My uncle swore that garlic cured his gout. It did not.",
        "Red flags when you choose a clinic:\n\n- a guaranteed cure for autism\n- cash only",
    ],
    fails=[
        "Hypnosis ⟦cures insomnia⟧.",
        "⟦Guaranteed⟧ relief from migraine",
        "This tablet has ⟦no side effects⟧.",
        "Light therapy ⟦works for everyone⟧.",
        "Our drops are ⟦completely safe⟧.",
        "⟦Beat your panic attacks for good⟧.",
        "It is the ⟦only therapy that works⟧ for trauma.",
        "You will ⟦be pain-free by⟧ Monday.",
        "⟦Relief from gout is certain⟧ with our extract.",
        "The home kit is ⟦100% accurate⟧ for lupus.",
        "Ginger ⟦beats morning sickness⟧.",
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
        if found.start() < reached or not _is_about(claim, line, found.start(), neighbours):
            continue
        if _is_fair(document, claim, line, found) or _is_refuted(line, found, neighbours):
            continue
        reached = found.end()
        where = line.span(*found.span())
        yield Hit(where, f'"{where.quote}" promises {claim.promise}.', advice=claim.advice)


def _is_about(claim: _Claim, line: Line, start: int, neighbours: Sequence[Line]) -> bool:
    """Whether a treatment or an illness is spoken of: here, or next to a pronoun here."""
    if claim.about is None:
        return True
    if claim.about is _TROUBLED:
        return bool(_TROUBLED.search(line.before(start, 60) + line.after(start, 90)))
    near = line.before(start, _ABOUT_REACH) + line.after(start, _ABOUT_REACH)
    if claim.about.search(near):
        return True
    return bool(_PRONOUN.search(near)) and any(
        claim.about.search(other.text[:_ABOUT_REACH]) for other in neighbours
    )


def _is_refuted(line: Line, found: re.Match[str], neighbours: Sequence[Line]) -> bool:
    """Whether a belief is reported, or a claim made, only to be taken back in what follows."""
    if _DISTANCED.search(line.before(found.start(), 60)):
        return True
    rest = re.search(r"[,;\u2014] (?:but|yet|though|although|however) ", line.after(found.end()))
    if rest and _REFUTED.search(line.after(found.end() + rest.end())):
        return True
    following = neighbours[neighbours.index(line) + 1 :]
    if not following or not _REFUTED.search(following[0].text[:_ABOUT_REACH]):
        return False
    return bool(_REPORTED.search(line.before(found.start()))) or len(following[0].text) < _SHORT


def _is_fair(document: Document, claim: _Claim, line: Line, found: re.Match[str]) -> bool:
    """Whether the words are denied, hedged, doubted, quoted, or about something else."""
    start, end = found.span()
    before, after = line.before(start), line.after(end)
    near = before + found.group() + after
    last_word = start + found.group().rstrip().rfind(" ") + 1
    if cues.quoted(document, line, last_word, end) or cues.mentioned(document, line, start, end):
        return True
    if cues.doubted(line, start) or _AVOIDED.search(before) or _DEFINES.search(line.text[:40]):
        return True
    if _TALKED_ABOUT.search(after) or _MISSING.search(after[:60]) or _LIMITS.search(found.group()):
        return True
    if cues.negated(line, start):
        return True
    if cues.hedged(line, start) or _IN_SOME.search(after):
        return True
    if claim.promise == "a cure":
        return (
            bool(_SEARCH.search(before))
            or _is_hardened(line, found, near)
            or _is_curable(line, start, near)
        )
    if claim.promise == "one single cause":
        return _is_curable(line, start, near)
    if claim.promise == "a guarantee":
        return bool(_ADMIN.search(near))
    if claim.promise == "no side effects":
        return bool(
            _NO_SIDE_EFFECTS_SAID.search(after)
            or _PERSON_HAS.search(before)
            or _TESTED.search(near)
        )
    if claim.promise == "a complete effect":
        return bool(_MINOR.search(before + found.group()) or _UNTIL.search(before))
    if claim.promise == "a lasting effect":
        if _BEHAVIOUR.search(found.group()) or _HOPED.search(before[-80:]):
            return True
        return bool(_NOW.search(found.group()) and _UNTIL.search(before[-80:])) and not (
            re.match(rf" {_FOREVER}", after)
        )
    return False


def _is_hardened(line: Line, found: re.Match[str], near: str) -> bool:
    """Whether it is a material that is cured: a gel under a lamp, a ham in salt."""
    if re.search(rf"^cur(?:ed?|ing) (?:the |an? )?{_HARDENED.pattern}", found.group()):
        return True
    return bool(_HARDENED.search(near)) and not _TROUBLED.search(
        found.group() + line.after(found.end(), 40)
    )


def _is_curable(line: Line, start: int, near: str) -> bool:
    """Whether it is what medicine does cure: an infection, a cataract, an early cancer."""
    if _PSEUDO.search(near):
        return False
    named = [term.words for term in line.near(start, cues.REACH) if term.tag == CONDITION]
    if any(words in health.phrases("infections") for words in named) or any(
        f" {phrase} " in f" {near} " or f" {phrase}s " in f" {near} "
        for phrase in health.phrases("infections")
    ):
        return True
    if _OPERATED.search(near):
        return True
    return any("cancer" in words for words in named) and "can" in near.split()
