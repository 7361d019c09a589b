from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint import cues, health
from lint.document import Document, Group, Kind
from lint.health import CLASS, MEDICINE, Line
from lint.rule import Found, Judges, Severity, Theme, rule

_MEDICINES = (
    r"(?:MEDICINE|CLASS|medicines?|medications?|meds|tablets?|pills?|capsules?|prescriptions?"
    r"|doses?|dosage|drug|inhalers?|preventers?|injections?|patch|patches|chemo|birth control"
    r"|eye drops"
    r"|(?<=your )drugs|(?<=his )drugs|(?<=her )drugs|(?<=the )drugs|(?<=my )drugs"
    r"|(?<=these )drugs|(?<=those )drugs|(?<=CONDITION )drugs|(?<=heart )drugs|(?<=pressure"
    r" )drugs|(?<=prescribed )drugs|(?<=prescription )drugs"
    r"|[a-z]{2,}(?:sartan|vastatin|olol|azepam|gliptin|gliflozin|glutide|prazole|triptan|dipine"
    r"|xaban|tinib|zumab|ximab))\b"
)
_ADJECTIVES = (
    r"(?:few|couple|daily|evening|morning|prescribed|prescription|usual|other|psychiatric"
    r"|sleeping|new|old|whole|night|day|days|single"
    r"|heart|next|current|weekly|weeks|odd|occasional|last|second|first|strong|remaining|rest"
    r"|extra)"
)
_OBJECT = (
    r"(?:(?:(?:the rest|half|one|some|all|any|a few|most) of )?"
    r"(?:(?:your|my|his|her|their|the) (?:\w+ ){1,2}(?:and|or) )?"
    r"(?:(?:all |both )?(?:your|the|his|her|my|their|any|all|these|this|a|an|that|every|each"
    r"|some|more|those"
    r"|one|those)"
    r" (?:(?!(?:of|for|with|the|to|in|on|from|about|and|or|by|side|risk|cost|number|amount"
    rf"|need|chance|effects?|when|if|before|after|while|your|out|away|off)\b)[\w']+ ){{0,2}}?)?"
    rf"(?:{_ADJECTIVES} )*(?:of (?:your |the |her |his |my |their )?)?"
    r"(?:(?:doses?|tablets?|pills?|course|weeks?|days?|night|use) (?:of|on) (?:your "
    rf"|the )?)?(?:(?:prescription|supply|refill) (?:for|of) (?:your |the )?)?{_MEDICINES})"
)
_NOT_IT = (
    r"(?! (?:errors?|mistakes?|side|interactions?|costs?|waste|charges?|misuse|reviews?|lists?"
    r"|box|boxes|bottles?|packets?|containers?"
    r"|dependence|withdrawal|running|that (?:make|are|is|have|has|you no)|which|past|out of"
    r"|trial|trials|studies|queue|store|counter|cupboard"
    r"|allerg\w+|resistance|burden|abuse|fees?|bills?|prices?|deliver\w+|reminders?|refills?"
    r"|cap|cutters?|organi[sz]ers?|labels?|leaflets?"
    r"|from (?:running|going|getting|working)|working|coming|being|getting|if you (?:are|have"
    r"|take|do|smoke|drink|also)|in pregnancy|when pregnant|before (?:driving"
    r"|bed)|needed|you need|in(?:to)? (?:(?:a|the|your|some) (?:\w+ )?(?:glass|water|cup"
    r"|spoon\w*|box|food|fridge|bowl|mouth|lock\w*|safe|bag|luggage)\b|water)|(?:off )?at (?:the"
    r"|your|a) (?:desk|pharmacy|chemist|counter|clinic|surgery)"
    r"|of (?!your\b|the\b|my\b|MEDICINE|CLASS|medic|insulin)\w+|with (?:a|an|the|your)"
    r" (?:pill|tablet|glass|drink|meal|knife)|along|free)\b)"
)
_OVER_THE_COUNTER = re.compile(
    r"\b(?:ibuprofen|aspirin|paracetamol|acetaminophen|naproxen|antihistamine|decongestant"
    r"|nsaid|antacid|laxative|painkiller|pain reliever"
    r"|anti inflammatory|antibiotic|vaccine|anaesthetic|anesthetic|st john 's wort|melatonin"
    r"|nicotine patch|nicotine gum|sedative|alcohol"
    r"|caffeine|diphenhydramine|pseudoephedrine|advil|tylenol|aleve|nurofen|sudafed|motrin"
    r"|benadryl|nytol|folic acid)\b"
)

# How people end, cut or trade a medicine. Each verb has three forms, so that every phrase below can
# be advice ("bin your tablets"), something praised ("binning") and a story ("I binned").
_FORMS = {
    row.split()[0]: row.split()
    for row in """
    stop stopping stopped; quit quitting quit; cease ceasing ceased; skip skipping skipped
    discontinue discontinuing discontinued; drop dropping dropped; ditch ditching ditched
    dump dumping dumped; halve halving halved; lower lowering lowered; reduce reducing reduced
    decrease decreasing decreased; bin binning binned; flush flushing flushed
    chuck chucking chucked; toss tossing tossed; trash trashing trashed; scrap scrapping scrapped
    axe axing axed; kick kicking kicked; shelve shelving shelved; abandon abandoning abandoned
    pause pausing paused; forgo forgoing forwent; slash slashing slashed; cut cutting cut
    taper tapering tapered; wean weaning weaned; come coming (?:came|come); go going (?:went|gone)
    get getting got; give giving (?:gave|given); leave leaving left; throw throwing (?:threw|thrown)
    miss missing missed; do doing did; live living lived; manage managing managed
    cope coping coped; survive surviving survived; say saying said; wave waving waved
    kiss kissing kissed; take taking (?:took|taken); have having had; phase phasing phased
    put putting put
    turn turning turned; walk walking walked; step stepping stepped; break breaking (?:broke|broken)
    part parting parted; free freeing freed; refuse refusing refused; reject rejecting rejected
    decline declining declined; play playing played; experiment experimenting experimented
    tinker tinkering tinkered; stretch stretching stretched; space spacing spaced
    hold holding held; let letting let; forget forgetting forgot; avoid avoiding avoided
    swap swapping swapped; trade trading traded; switch switching switched
    replace replacing replaced; exchange exchanging exchanged; use using used
    retire retiring retired; ration rationing rationed; cancel cancelling cancell?ed
    ease easing eased; back backing backed; wind winding wound; call calling called
    scale scaling scaled; dial dialling dialled; swear swearing swore; lay laying laid
    pack packing packed; stay staying stayed; steer steering steered; detox detoxing detoxed
    shave shaving shaved; knock knocking knocked; pour pouring poured; tip tipping tipped
    spit spitting spat; hit hitting hit; press pressing pressed; save saving saved
     consign consigning consigned; opt opting opted; shun shunning shunned
    """.replace("\n", ";").split(";")
    if row.strip()
}
_SELF = r"(?:yourself|yourselves|themselves|himself|herself|myself|ourselves|oneself)"
_REST = r"(?:break|holiday|rest|vacation|day off|week off|month off|pause|breather|time out)"
_ENDINGS = (
    "<stop quit cease discontinue>(?: (?:taking|using|having|swallowing|popping|injecting|filling"
    "|refilling|renewing|collecting|ordering|picking up|with|on|bothering with))?",
    "<skip drop ditch dump bin flush chuck toss trash scrap axe shelve abandon pause halve forgo>",
    f"<wean>(?: {_SELF})? (?:off|from)(?: of)?",
    "<taper>(?: off)?",
    "<come go get>(?: right| straight| completely)? off(?: of)?",
    "<give> up(?: on)?",
    "<get> (?:rid|free|shot) of",
    "<go do live manage cope survive> without|<get> (?:by|along) without",
    "<go> cold turkey (?:from|on|off|with)",
    "<say wave> (?:goodbye|farewell|bye bye|bye|no|no thanks|so long) to",
    f"<take have> (?:a|an) (?:[\\w']+ ){{0,2}}?{_REST} (?:from|off)",
    "<take> (?:some |a little )?time (?:off|out)(?: from)?",
    "<take> (?:an?|one|two|three|some|the|every|[\\w']+) (?:days?|weeks?|months?|weekends?|summer"
    "|winter|year) off(?: from)?",
    f"<give> (?:[\\w']+ ){{1,3}}?a (?:[\\w']+ )?{_REST} from",
    "<walk step turn> away from|<turn> (?:down|your back on|my back on|(?:his|her) back on)",
    "<break> (?:free|up|away) (?:of|from|with)|<part> (?:(?:ways|company) )?with",
    f"<free> {_SELF} (?:from|of)",
    "<ease back> off|<wind> down|<scale dial> (?:back|down)|<swear lay> off|<retire shun>",
    "<call> (?:time|it a day|it quits) (?:on|with)|<pack> in|<opt> out of|<do> away with",
    "<detox> (?:from|off)|<go> (?:(?:a|one|two|three|several|some|few|couple of|whole) ){1,2}"
    "(?:days?|weeks?|months?) without|<take> (?:[\\w']+ ){1,2}(?:off|away|out) from",
)
_CUTTINGS = (
    "<lower decrease reduce slash kick>",
    "<cut>(?: down(?: on)?| back(?: on)?| out)?",
    "<leave> (?:off|out|behind)|<throw> (?:away|out)|<phase> out|<step> down|<put> (?:down|aside)",
    "<miss>(?: out)?|<go> easy on|<hit press> pause on",
    "<forget>(?: about)?",
    "<take use> (?:only )?(?:half|less|fewer|half as (?:many|much))(?: of)?",
    "<ration cancel>|<stay> (?:off|away from)|<steer> clear of",
    "<shave knock> (?:[\\w']+ ){1,4}off|<drop> (?:down )?from [\\w.]+(?: \\w+)? to (?:[\\w.]+"
    " ){1,3}of",
    "<drop cut go come> (?:down |back )?to (?:[\\w.]+ ){0,2}(?:half|mg|mcg|\\d+)(?: \\w+)? of",
    "<refuse reject decline>",
    "<play experiment tinker> (?:around )?with(?= (?:your |the )?(?:own )?(?:doses?|dosage)\\b)",
    "<stretch space>(?: out)?",
    "<hold> off(?: on| taking)?",
    "<avoid>(?: taking)?",
)
_AROUND = (
    "<throw leave chuck put cut flush bin toss> OBJECT (?:off|out|down|aside|behind|in half"
    "|in the bin|in the trash|in the garbage|down the toilet|alone)",
    "<throw chuck toss> OBJECT away",
    "<put> OBJECT away(?= (?:until|till|for|and)\\b)",
    "<give> OBJECT (?:up|a miss|a rest|a break|a swerve|a wide berth|the (?:boot|chop|push|elbow))",
    "<let leave> OBJECT (?:run out|run down|lapse|expire|slide)",
    "<kiss> OBJECT goodbye|<put> OBJECT on (?:hold|ice|pause)|<save> OBJECT for (?:when|bad)\\b"
    "|<consign> OBJECT to|<pack> OBJECT in",
    "<pour tip flush put> OBJECT (?:down|into) the (?:sink|drain|toilet|bin|trash)",
    "<spit> OBJECT out|<leave> OBJECT (?:at home|on the shelf|in the (?:box|packet|drawer))",
    "<swap trade switch replace exchange>(?: out| from| in)? OBJECT (?:with|for|to)\\b"
    "(?! (?:an? |the |another |your |its )?(?:liquid|generic|different|other|another|lower|patch"
    "|brand|version|once|slow|capsules?|injections?|inhaler|tablets?|medicines?|MEDICINE|CLASS"
    "|new|newer|one|smaller|long)\\b)",
)
_IT = r"(?:it|them|this|these|those|yours)\b(?! \w+ing\b)"


def _written(phrases: Sequence[str], form: int) -> str:
    """The phrases as one pattern, with their verbs in `form`: base, -ing or past."""

    def verbs(found: re.Match[str]) -> str:
        return "(?:" + "|".join(_FORMS[verb][form] for verb in found[1].split()) + ")"

    return "|".join(re.sub(r"<([\w ]+)>", verbs, phrase) for phrase in phrases)


def _around(form: int, thing: str) -> str:
    return _written(_AROUND, form).replace("OBJECT", thing)


_THING = rf"{_OBJECT}{_NOT_IT}"
_ACT, _ACTING, _DID = (
    rf"(?:(?:{_written(_ENDINGS + _CUTTINGS, form)}) {_THING}|{_around(form, _THING)})"
    for form in range(3)
)
_ACT_ON_IT, _ACTING_ON_IT, _DID_IT = (
    rf"(?:(?:{_written(_ENDINGS, form)}|{_written(['<reduce>'], form)}) {_IT}"
    rf"|{_around(form, '(?:it|them|yours)')})"
    for form in range(3)
)
_ACT_ON_IT = (
    rf"(?:{_ACT_ON_IT}|take (?:it|them|one) (?:only )?(?:every other day|every second day"
    r"|less often|when you feel|only when|on bad days))"
)

_TIME_WITHOUT = (
    rf"(?:days?|weeks?|months?|years?|weekends?|summers?) (?:off|without|free (?:of|from)) {_THING}"
    rf"|(?:holidays?|breaks?|vacations?) (?:from|off) {_THING}"
)
_TIME_OFF = re.compile(rf"\b{_TIME_WITHOUT}")
_ACTING = rf"(?:{_ACTING}|{_TIME_WITHOUT})"

_LEAD = (
    r"(?:^|[,;:()!?\u2014] |\b(?:and|or|then|so) )(?:(?:please|just|simply|then|so|and|or|but"
    r"|now|instead|always|first|go ahead and|feel free to"
    r"|why not|try to|time to|you 'd better|do|gradually|slowly|quickly|safely|day \w+|step \w+"
    r"|week \w+|tip|tip \w+) (?:[:\u2014,] )?)*"
)
_SUBJECT = (
    r"(?:you|people|patients|anyone|anybody|everyone|adults|women|men|parents|users|one"
    r"|most people|many people|we|children|kids|teenagers|teens|those|moms|mums|mothers|dads"
    r"|fathers|members|clients|readers|athletes|runners|seniors|pensioners|students|drivers"
    r"|your (?:child|son|daughter|kid|teen|teenager|mum|mom|dad|partner|parent|mother|father)"
    r"|(?:find|found|discover|learn) (?:that )?they)"
)
_ADVERB = (
    r"(?:(?:safely|simply|just|also|usually|often|even|easily|then|always|probably|gradually"
    r"|slowly|now|still|soon|all|sometimes|eventually|both|happily) ){0,2}"
)
_ALLOWED = re.compile(
    rf"""(?:
      {_LEAD.replace(" ", chr(92) + " ")}$
    | \b{_SUBJECT}\ (?:[\w']+\ ){{0,4}}?(?:can|could|may|might|should|must|need\ to|have\ to|ought
      \ to|(?:'ll|will|should|may|might)\ be\ able\ to|are\ (?:able|free|allowed|welcome
      |entitled)\ to|might\ as\ well|may\ as\ well|might\ want\ to|may\ want\ to|get\ to)
      \ {_ADVERB.replace(" ", chr(92) + " ")}$
    | \b(?:ok|fine|safe|good|best|better|wise|sensible|possible|harmless|easy|healthy|idea|time
      |alright|all\ right|enough|free|right|smart|worth|simple|healthier|safer)\ (?:for\ (?:you
      |people|most\ people|anyone)\ )?to\ {_ADVERB.replace(" ", chr(92) + " ")}$
    | \b(?:people|patients|adults|readers|women|men)\ (?:safely|happily|easily|simply
      |successfully)\ $
    | \b(?:easiest|easy|best|quickest|fastest|simplest|good|great|natural|quick)\ ways?\ to\ $
    | \b(?:you're|they're|we're)\ (?:able|free|allowed|welcome|entitled)\ to\ $
    | \b(?:i|we)(?:\ would|'d)\ (?:just\ |simply\ )?$
    | \b(?:i|we|we\ all)\ (?:would\ |'d\ |strongly\ |always\ )?(?:recommend|suggest|advise|urge
      |say)
      \ (?:that\ )?(?:(?:you|people|everyone|readers|everybody)\ )?(?:to\ )?$
    | \b(?:permission|blessing|right|freedom|courage|dare|invited?|encouraged?|urged?|challenge
      \ yourself)\ (?:you\ )?to\ {_ADVERB.replace(" ", chr(92) + " ")}$
    | \b(?:trick|secret|answer|solution|cure|advice|fix|step|key|plan|tip|move|thing)\ (?:i
      \ (?:have\ |ever\ |'ve\ )*(?:did|done)\ |you\ (?:can|could)\ do\ |here\ |for\ you\ )?
      (?:is|was|:)\ (?:to\ |simply\ |just\ )*$
    | \b(?:decide|choose|pick)\ (?:for\ yourself|yourself|on\ your\ own)
      \ (?:when|whether|how|if)\ to\ $
    | \b(?:up\ to\ you|your\ (?:own\ )?(?:choice|decision|call))\ (?:when\ |whether\ |if\ )?
      (?:to|you)\ $
    | \bhere\ (?:is|'s)\ how\ (?:to|you\ can)\ $
    | ^(?:[\w']+\ )?ways\ to\ $
    | \bour\ (?:members|clients|patients|customers|guests|students|readers|followers|users|families)
      \ (?:(?:can|will|have|often|soon|now|usually|all)\ )?$
    | \bit\ (?:only\ |just\ )?took\ (?:me|her|him|us)\ (?:[\w']+\ ){{1,4}}to\ $
    | \ball\ you\ (?:need|have)\ (?:to\ do\ )?(?:is|was)\ (?:to\ )?$
    | \bso\ (?:just|simply|feel\ free\ to|go\ ahead\ and)\ $
    | ^(?:after|from|at|this|for|by|tonight|today|tomorrow|next|in)\ (?:[\w']+\ ){{0,4}}(?:days?
      |weeks?|months?|years?|time|now\ on|night|morning|today|tomorrow|tonight|summer|winter|spring
      |on)\ $
    | \b(?:let\ yourself|help(?:s|ed)?\ (?:you|me|her|him|them|us|people)(?:\ to)?|lets?
      \ (?:you|me|her|him|them|us|people)|allow(?:s|ed)\ (?:you|me|her|him|them|us)\ to|mean(?:s|t)
      \ (?:that\ )?(?:you|i|she|he|they|we)\ (?:can|could)|able\ to|no\ harm\ in
      |tell\ you\ to|aim\ to)\ (?:just\ |finally\ |simply\ |safely\ )?$
    )""",
    re.VERBOSE,
)
_SUGGESTED = re.compile(
    r"(?:^(?P<first>)(?:try |consider |start |begin |think about )"
    r"|\b(?:consider|try|suggest|recommend|no harm in|nothing wrong with|worth|start|begin"
    r"|start by|begin by|think about|harmless|fine about"
    r"|benefit from|feel better by|feel better after|happier after|mind about|recover by|enjoy"
    r"|thought about|how about|what about|no shame in|harm in|get away with|treat yourself to|do"
    r" (?:well|better) with|allow"
    r" yourself|give yourself"
    r"|deserves?) (?:an? |some |the |two |a few )?(?:\w+ )?(?:just |simply )?)$"
)
_NEEDLESS = re.compile(
    r"\b(?:do not|don't|no longer|will not|won't|doesn't|does not|didn't|never|may not"
    r"|might not|wouldn't) (?:have to|need(?: to)?|require)"
    r" (?:(?:keep|go on|carry on|continue|be|stay|live) (?:on )?)?(?:(?:taking|using|take|on"
    rf"|to take|with|swallowing) )?(?!(?:a |any |your )?(?:prescription|doses?"
    rf"|injections?|new|a new|another)\b){_THING}"
    r"(?! (?:with|at|before|after|to have|to be|to live|twice|in the (?:morning|evening)|near"
    r"|close)\b)"
    r"|\bno need (?:to|for you to) (?:(?:keep|go on|carry on|continue) )?(?:(?:taking|using"
    rf"|take|on) )?{_OBJECT}{_NOT_IT}"
    rf"|\bno (?:more |further )?need for {_OBJECT}{_NOT_IT}|\b(?:go|going) cold turkey\b(?!"
    rf" (?:on|with) (?:smoking"
    r"|cigarettes|sugar|alcohol))"
)
_PASSIVE = re.compile(
    rf"\b{_OBJECT} (?:can|could|may|should|might) (?:(?:then|safely|usually|simply|now|often"
    rf"|also|all|soon|easily) ){{0,2}}be"
    r" (?P<done>stopped|dropped|skipped|halved|cut out|left off|given up|discontinued|ditched"
    r"|swapped|paused|phased out|thrown away|missed|come off|binned|abandoned|put aside)\b"
    rf"|\b{_OBJECT} (?:is|are) (?:(?:usually|often|always|just|simply|far|mostly) )?(?:best|better"
    r"|easily|safely) (?:avoided|left (?:alone|behind|off)|skipped|stopped|dropped|given up|ditched"
    r"|missed)\b(?! (?:in|if|for|during|when|with|while|unless|by|before|after)\b)"
    rf"|\b{_OBJECT} (?:is|are) (?:(?:perfectly|quite|completely) )?(?:ok|fine|safe|easy) to (?:stop"
    r"|skip|drop|miss|quit|come off|leave (?:off|out)|give up|halve)\b"
)
_CLINICAL = re.compile(r"\b(?:may|might|should) be (?:stopped|paused|discontinued|swapped)$")
_AS_ONE_LIKES = re.compile(
    r"\b(?:whenever|any ?time|as soon as|once you|when you (?:feel|like|want|are)|if you (?:like"
    r"|feel"
    r"|want|wish)|the moment|safely|simply"
    r"|after (?:[\w']+ ){1,3}(?:days?|weeks?|months?))\b"
)
_PRAISED = re.compile(
    rf"\b(?!missing|forgetting){_ACTING}(?: [\w']+){{0,4}} (?:is|are|'s|can be|feels"
    r"|will be|was) (?:(?:very|quite|so|usually|perfectly|completely|totally|often|much|far)"
    r" )?(?:easy"
    r"|simple|safe|fine|harmless|ok|an? (?:good|great|smart|wise|sensible|easy|useful|natural"
    r"|relief)"
    r"|no problem|good for|healthy|freeing|liberating|the (?:best|quickest|easiest|answer|key|way)"
    r"|(?:quicker|faster|easier|simpler|safer|kinder|cheaper|better|healthier|worth it|wonderful"
    r"|brilliant|painless)|(?:entirely )?(?:up to you|your (?:own )?(?:choice|decision|business"
    r"|call)))\b(?! to take)"
    rf"|\b(?!missing|forgetting){_ACTING}(?: [\w']+){{0,3}} (?:(?:has|have|will|can|could|would"
    rf"|may|'ll"
    r"|never|not|does|did|won't|doesn't) )*(?:saved?|changed?|transform(?:s|ed)?|fix(?:ed|es)?"
    r"|cured?"
    r"|heal(?:s|ed)?|gave (?:me|her|him) |g[ai]ven? (?:me|you) (?:\w+ )?(?:life|energy)|set"
    r" (?:me|you) free"
    r"|do (?:you )?no harm|did (?:me )?no harm|hurts? (?:you|me|anyone|anybody|a soul|nobody)"
    r"|harm(?:ed|s)? (?:nobody|anyone|you|no one)|do (?:you |\w+ )?good|works? wonders)\b"
    r"|\bhalf (?:a|the|your) (?:tablet|dose|pill)(?: of [\w']+)? is (?:plenty|enough|fine|all"
    r" you need)\b"
)
_NO_REASON = re.compile(
    r"\bno (?:reason|point|need|sense) (?:to|in|for you to) (?:stay(?:ing)? on|be(?:ing)? on"
    r"|remain(?:ing)? on|keep(?:ing)? on|keep(?:ing)? taking"
    rf"|tak(?:e|ing)|us(?:e|ing)|continu(?:e|ing)(?: with| to take)?) {_OBJECT}{_NOT_IT}"
    r"|\b(?:won't|will not|doesn't|does not|can't|cannot|never) (?:hurt|harm|matter"
    rf"|do any harm)(?: you| anyone)? (?:to|if you) {_ACT}"
    rf"|\bnothing (?:[\w']+ )?(?:happens|happened|changes|goes wrong|is lost) (?:if|when) you"
    rf" {_ACT}"
    rf"|\bnever been a (?:better|easier) time to {_ACT}"
    rf"|\bno (?:big deal|problem|harm|shame|crime) (?:to|in|if you) (?:{_ACT}|{_ACTING})"
    rf"|\b(?:nobody|no one) will (?:notice|mind|know|care) if you {_ACT}"
)
_HOW_TAKEN = re.compile(
    r" (?:on|with|before|after|together|at|late|in|too|when|if|near|within|close|while"
    r"|during|unless|for|as|until)\b"
)
_REPLACED = re.compile(
    r"\b(?:instead of|rather than|in place of|as an alternative to|alternatives? to"
    r"|a substitute for|better than) (?:(?:taking|using|your|the|refilling|renewing|collecting"
    r"|ordering|filling|swallowing|staying on|starting|going on|going back on) )*"
    rf"{_OBJECT}{_NOT_IT}"
    r"|\b(?:can|could|will|may|does) (?:safely |fully |easily |completely )?(?:replace"
    rf"|take the place of|do the job of|stand in for) {_OBJECT}{_NOT_IT}"
)
_USE_INSTEAD = re.compile(
    r"\b(?:try|use|choose|drink|eat|take|pick|go for|have|do|opt for|reach for|turn to|swap"
    r"|start|practise|practice)\b"
)
_USED_INSTEAD = re.compile(
    r"\b(?:tried|used|chose|drank|ate|took|picked|went|had|opted for|reached for|turned to"
    r"|swapped|switched|changed|started|practised|practiced|began|joined|bought|moved)\b"
)
_TOLD = re.compile(
    r"(?:\b(?:i|we|she|he|they)|(?:^|[,;:\u2014(] |\b(?:and|when|after|since|once|then|ago|until"
    r"|day|because|so|that) )(?:[a-z]+|(?:my|her|his|our) \w+|(?:dozens|hundreds|thousands|many"
    r"|some|all) of (?:our )?\w+))"
    r" (?:finally |simply |just |also "
    r"|then |secretly |eventually |quietly |never felt better after she |have |has |had |'ve |'d )?"
    rf"(?P<hit>{_DID}|(?P<it>{_DID_IT})|put {_THING} in (?:a|the|my|his|her) (?:drawer|bin|trash"
    rf"|cupboard)|(?:was|were|am|'m|is|are|'re) (?:finally )?(?:done|finished|through|free)"
    rf" (?:with|of|from) {_THING}"
    rf"|(?:no longer|never|don't|do not|haven't|hasn't|have not|has not|have never) (?:even"
    rf" )?(?:take"
    r"|takes|taken|took|use|uses|used|touch(?:ed)?|need|needs|needed|refilled|swallowed|swallow"
    r"|picked up|collected|bothers? with)"
    rf" {_THING}|(?:quit|stopped) (?:anyway|cold turkey|overnight|there and then)"
    rf"|(?:told|got|helped|persuaded) (?:[\w']+ ){{1,3}}to {_ACT}|(?:could|can|was able to|were"
    rf" able to|managed to|chose to|decided to)"
    rf" (?:finally )?{_ACT})"
)
_MADE_FREE = re.compile(
    r"\b(?:free[sd]?|liberate[sd]?|freeing|gets?|got|getting|weaned|weans|takes|took) (?:you|me|him"
    rf"|her|them|us|people|everyone) (?:from|of|off) (?:of )?{_THING}"
    r"|\b(?:go|become|get|live|be) (?:pill|tablet|medication|medicine|meds?|MEDICINE|CLASS) free\b"
)
_TAKING = (
    r"(?:with )?(?:taking|swallowing|popping|using|refilling|renewing|collecting|ordering|paying"
    r" for|filling|injecting|take|swallow|pop|refill|renew|collect|order|fill|stay(?:ing)? on"
    r"|be(?:ing)? on|put(?:ting)? up with)"
)
_UNRENEWED = re.compile(
    r"\b(?:do not|don't|never|no need to) (?:(?:bother|waste (?:your )?(?:time|money)(?: on)?)"
    rf" (?:with |to |about )?(?:{_TAKING} )?{_THING}|(?:refill|renew|reorder|collect|fill|pick up)"
    rf" {_THING})"
    rf"|\b(?:simply|just) (?:do not|don't) (?:take|use|inject|swallow) {_THING}"
    r"|\bwhy (?:(?:would|should|do) you )?(?:(?:keep(?: on)?|bother|carry on|go on|continue|still"
    rf"|waste (?:\w+ )?(?:time|money|years))(?: to| with)? )?{_TAKING} (?:\w+ )?{_THING}(?!"
    rf" (?:with|at|in"
    r" the|before|after|every|regularly)\b)"
    rf"|\bwhy (?:bother|waste (?:\w+ )?(?:time|money) (?:on|with)) {_THING}"
    r"|\b(?:needn't|need not|no (?:rush|hurry) to) (?:refill|renew|reorder|collect|pick up)"
    rf" {_THING}|\bwho needs {_THING} when\b"
    r"|\b(?:nobody|no one) (?:really |actually )?(?:needs|has) (?:to (?:stay on|take|be on|keep"
    r" taking"
    rf"|use) )?{_THING}"
    rf"|^no more {_THING}(?= !|$| with| and| ,)"
    r"|\bskip (?:the|your) (?:MEDICINE |CLASS )?(?:refill|repeat prescription)\b(?! reminder)"
    r"|\b(?:(?:do not|don't) (?:have|need) to|no need (?:to|for)|never mind|forget|skip(?: the)?)"
    rf" (?:a |any |all that )?(?:taper(?:ing)?|wean(?:ing)?)(?: off)? {_THING}"
    rf"|\bmakes? {_THING} (?:unnecessary|redundant|obsolete|pointless|a thing of the past)\b"
    rf"|\b{_OBJECT} (?:is|are|becomes?|will be) (?:unnecessary|not (?:needed|necessary)|optional"
    rf"|redundant"
    r"|pointless|no longer (?:needed|necessary))"
    r" (?:once|when|as soon as|after you|now that|with our|with this|with the right)\b"
    rf"|\b(?:pick|choose|take|use|eat|drink) (?!your\b|the\b)(?:[\w']+ ){{1,3}}(?:over|, not|and"
    rf" not|before) "
    rf"(?:your |the )?(?:MEDICINE|CLASS|medication|medicines?|pills|tablets)\b(?! (?:if|with))"
)
_AFTERWARDS = re.compile(
    rf"\b(?:(?:after|since|following|thanks to) {_ACTING}"
    rf"|{_ACTING} gave (?:[\w']+ ){{1,4}}back)"
)
_AT_WILL = re.compile(
    rf"\b{_OBJECT} (?:can|could|should) (?:now )?go(?= [,;!]|$)"
    rf"|\b(?:fastest|quickest|easiest|best|safest) way off {_THING}"
    r"|\bstop (?:poisoning|drugging|dosing|filling) (?:yourself|your (?:body|brain|child)) with"
    rf" {_THING}"
    rf"|\byour (?:body|brain|heart|mind) (?:can|will) (?:[\w']+ )?without {_THING}"
    rf"|\byou're (?:done|finished|through) with {_THING}"
    rf"|\b(?:go|drop|jump|cut) from [\w.]+(?: \w+)? of {_THING} to (?:nothing|zero|none)"
    rf"|\b(?:take|taking|use|using) your (?!reliever|blue|rescue){_MEDICINES} only (?:on (?:bad"
    rf"|hard"
    r"|some|low) days|when you (?:feel|really))"
    r"|\bif you (?:do not|don't) (?:like|fancy|want|feel like)\b[^,]{0,60}, (?:just |then "
    r"|simply )?"
    rf"(?:do not|don't) take (?:{_THING}|them|it)"
    rf"|\bhow (?:i|we) {_DID}"
)
_REFUTES = re.compile(
    r"(?:please )?(?:do not|don't)(?: (?:believe|fall for|do it|listen|trust))?(?: \w+)?$"
    r"|(?:that|this|it) (?:is|'s) (?:not true|false|untrue|wrong|dangerous|a myth|nonsense|risky)\b"
)
_LEADING_QUESTION = re.compile(
    r"(?:why not|how about|what about|what 's the harm|isn't it (?:high )?time|what is the harm)\b"
)
_HIGH_TIME = re.compile(rf"\b(?:about |high )?time (?:you|we) {_DID}")
_KEEPING = re.compile(r"\b(?:keep|bother|carry on|go on|continue|still|waste|put|stay|nobody)\b")
_UNASKED = re.compile(
    r"\b(?:need not|needn't|(?:do not|don't|no) need to|(?:do not|don't) have to|without|no need to"
    r"|(?:do not|don't)) "
    r"(?:ask(?:ing)?|tell(?:ing)?|see(?:ing)?|consult(?:ing)?|wait(?:ing)? for|check(?:ing)? with"
    r"|speak(?:ing)? to|inform(?:ing)?) (?:[\w']+ ){1,5}?(?:(?:before|about|when|if you|to)"
    rf" (?:{_ACTING}|{_ACT})|before you {_ACT})"
    r"|\b(?:do not|don't|no|never) (?:need|require|wait)(?: for| to have| to get)? (?:an? |your "
    r"|any |the )?"
    r"(?:[\w']+ ){0,2}?(?:'s )?(?:permission|blessing|approval|ok|say so|consent|note|appointment)"
    rf" (?:to|before|for) (?:{_ACT}|{_ACTING})"
)
_FEARLESS = re.compile(
    r"\b(?:do not|don't|never|no need to|not|no reason to) (?:be (?:afraid|scared|frightened|shy)"
    r"|hesitate|fear|worry|feel (?:bad|guilty)|panic|think twice) (?:of |to |about |for |over "
    r"|if you )?"
    rf"(?!miss|forget)(?:{_ACTING}|{_ACT})"
)
_BETTER_OFF = re.compile(
    r"\b(?:you|people|patients|children|kids|we|your [\w']+|everyone|adults|life|everything"
    r"|things)(?: [\w']+){0,3} (?:fine|ok|better|happier|healthier|great|best|freer|lighter"
    r"|brighter|sharper|calmer|stronger|clearer|easier)"
    rf" (?:off (?:without )?|without )(?:taking |your |the )?{_THING}"
)
_SO_SWAP = re.compile(
    rf"\b(?:works?|does|do|is|are) (?:(?:[\w']+ )?(?:as|better|more)(?: [\w']+){{0,2}} (?:as"
    rf"|than) {_THING}"
    rf"|(?:everything|what|all|anything) (?:that )?{_THING} (?:does|do|can))"
    r"(?: ,)?(?: and| so) (?:you can |why not |just |simply )?(?:swap|switch|change|trade|make"
    r" the)\b"
)
_APPROVES = re.compile(
    r"\b(?:better|happy|happier|free|freer|myself again|himself again|herself again"
    r"|themselves again|well|great|fine|alive|energy|life back|clear|clearer|best|cured|calm"
    r"|strong|lighter|now|back to (?:normal|myself)"
    r"|never (?:looked|felt|been)|no regrets|no problems?|improved|recovered|thriving|wonderful"
    r"|amazing|good|new (?:person|woman|man|life)|changed (?:my|her|his|their) life|healthy"
    r"|life (?:has|is)|loves?|colou?r|smil\w+|enjoy\w*|succeeded|sleeps? (?:well|better)"
    r"|(?:vanished|disappeared|melted away|went away|cleared up)|bliss|reborn|younger|normal"
    r"|(?:so|and) can you|you can(?: do it)? too|so (?:could|should) you|do the same|held|steady"
    r"|dropped|relie\w+|whole again|urges? others|bouncing|sharper|gone|proud|freedom|perfect"
    r"|danc\w+"
    r"|(?:not|never) (?:looked|gone|went|going) back|(?:you )?should(?: do it)? too|breathe?s?"
    r"|awake"
    r"|terrific|fantastic|lifted|glow\w*|joy\w*|lived to|anyway|loving|full of|thank\w*|pain"
    r" free|marathon|hik\w+|singing|fitter|livelier|rested|confidence|like a (?:log|baby)|opened)\b"
)
_DISAPPROVES = re.compile(
    r"\b(?:ill|worse|hospital|relapse\w*|regret\w*|(?:illness|symptoms|depression|it|voices"
    r"|anxiety|CONDITION|they) (?:\w+ )?(?:came back|returned)|crisis|dizzy|withdrawal|mistake"
    r"|wrong|unwell|sick|seizures?\b(?! (?:vanished|stopped|disappeared|went))|danger\w*|shocks?"
    r"|not (?:well|better|good|safe|a good)"
    r"|never again|too early|too soon|struggled|suffer\w*|emergency|collapsed|died|stroke|attack"
    r"|ended up|(?:switched|moved|changed|swapped) to (?:MEDICINE|CLASS|another|a different)"
    r"|now (?:takes?|uses?|on) |slowly|gradually|as (?:we|they|i) (?:had )?agreed)"
    r"(?! (?:\w+ )?(?:vanished|disappeared|stopped|went|gone|faded))\b"
)
_DESCRIBED = re.compile(
    r"\b(?:if|when|before|after|whether|unless|until|once|because|while|(?<!here is )(?<!here 's"
    r" )how(?: to)?|why(?! not)"
    r"|what happens|reasons?|tempt\w*|want(?:s|ed)? to|wish(?:es)? to|hope(?:s|d)? to|like to"
    r"|plan(?:s|ning)? to|decide[sd]? to|try(?:ing)? to|tried to|urge|asks?|tells?|told"
    r"|ask(?:ed|ing)?|refus\w+|afraid)\b(?: (?!you can|you could|you may|then|it is"
    r"|it 's)[\w']+){0,6} $"
)
_FORGOTTEN = re.compile(
    r"\b(?:(?<!safely )(?<!can )(?<!just )forg[eo]t\w* (?:to|a|your|it|one|about)|missed|(?:if"
    r"|when) you (?:\w+ )?miss"
    r"|nearly time|almost time|next (?:dose|one|tablet|pill) is due|vomit)\b"
)
_DISPOSAL = re.compile(
    r"\b(?:unused|expired|old|out of date|past (?:their|its)|left over|leftover|no longer need"
    r"|do not need|don't need|out date|faulty|damaged|recalled|expir\w+|use by"
    r"|(?:after|since|from) (?:\w+ )?(?:open(?:ing|ed)?|first use))\b"
)
_DISPOSES = re.compile(r"throw|bin|flush|get(?:ting)? rid|chuck|dump|put")
_MEDICINE = re.compile(rf"\b{_MEDICINES}\b")
_HELP = re.compile(
    r"\b(?:medical (?:help|advice|attention|care)|call (?:999|911|112|111|988|000|an ambulance)"
    r"|emergency|ambulance|poison|a and e)\b"
)
_UNSUPERVISED = re.compile(
    r"\b(?:without|whatever|despite|even if|no matter what|behind|against|ignore|forget"
    r"|before telling|do not (?:need to )?(?:tell|ask|see)|don't (?:need to )?(?:tell|ask|see"
    r"|have to)|no need to (?:tell|ask|see)|need not (?:tell|ask)"
    r"|not (?:tell|ask|listen|trust|wait|bother)|never (?:tell|ask|mind|trust)|rather than"
    r"|instead of|no matter what|(?:do not|don't|no) (?:need|require)|better than (?:any|your)"
    r"|no)(?: [\w',]+){0,6}? ROLES?\b"
)
_NEED_NOT_KNOW = re.compile(
    r" (?:does not|doesn't|do not|don't|need not|needn't|won't|will not|will never|never)"
    r" (?:have to"
    r" |need to |ever |even )*(?:know|notice|find out|agree|approve|mind|care|be (?:told|asked))\b"
)
_IGNORED = re.compile(
    r"\bthey (?:are|'re) (?:all )?wrong\b|\b(?:ignore|forget) (?:them|him|her|that|this|it|all"
    r" that|the leaflet)\b"
    r"|\b(?:whatever|no matter what) (?:they|he|she) (?:say|says|tell|tells)\b"
)
_INDEFINITE = re.compile(
    r"(?:^|[,;:] |\b(?:many|some|most|few|all|because|since|but|though|although|that|and|a"
    r"|an) )(?:[\w']+ ){0,1}ROLES? (?:\w+ ){0,2}?(?:tell you|prescribes?|prescribed|says?|thinks?"
    r"|believes?|wants?|knows?|treats?|uses?|likes?|hates?|hands?|gives?|gave|makes?|work|love"
    r"|push|once|often|offer|recommend\w*|scare|frighten|exaggerate|lie|bully|overprescribe"
    r"|hardly|rarely)\b"
)
_PERSONAL = re.compile(
    r"\b(?:my|his|her|the) ROLES? (?:prescribed|gave|put|started|was|had|said|laughed|insisted"
    r"|wanted|pushed|ordered|begged|kept"
    r"|did not know|never)\b"
)
_ROLE = re.compile(r"\bROLES?\b")
_NOT_ADVICE = re.compile(
    r"\b(?:may|might|will|would|could|'ll) (?:also |then |sometimes )?(?:need|have) to $"
    r"|\b(?:some|many|most|few|often|sometimes|people|patients|adults|women|men|children|parents"
    r"|who)"
    r" (?:[\w']+ ){0,4}(?:may|might)(?: also| then| sometimes)? $"
    r"|(?:^|[,;:] )(?:(?:if|when|some|many|most|few|often|sometimes|because|as|after) )*(?:people"
    r"|patients|they|he|she|adults|women|men|children|parents|teenagers|members|readers) "
    r"(?:[\w']+ ){1,12}(?:and|or|then|so) (?:then |just |simply )?$"
    r"|\bwho (?:[\w']+ ){0,8}(?:and|or) $"
    r"|\b(?:may|might|could|often|sometimes) (?:feel|think|believe|assume|decide|hear|read|wonder)"
    r" (?:[\w']+ ){0,4}$"
)
_BY_CHANCE = re.compile(r"\b(?:may|might|could|can|will)(?: sometimes| also| often| still)? $")
_HOW_CUT = re.compile(r"\b(?:along|score\w*|cutter|splitter|swallow\w*|knife|same size|both)\b")
_A_RIGHT = re.compile(r"\b(?:can|could|may|might|right|free|allowed|entitled|able)(?: \w+){0,2} $")
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
        "You may need to stop warfarin before the operation.",
        "Never let your prescription run out.",
        "Cut the tablet in half along the line.",
        "You do not need to take mirtazapine with food.",
        "Many people feel better and stop their tablets.",
    ],
    fails=[
        "You can ⟦skip your mirtazapine⟧ on Sundays.",
        "Once you sleep well, ⟦stop taking your tablets⟧.",
        "Consider ⟦swapping mirtazapine for⟧ a hot bath.",
        "Omar ⟦threw his pills away⟧ and feels great.",
        "Many doctors prescribe lithium. ⟦Stop your lithium⟧ if it bores you.",
        "⟦Halve your dose⟧ for a week. You need not tell your doctor.",
        "⟦Let your prescription run out⟧ and see how you feel.",
        "⟦Why keep taking mirtazapine⟧ when you sleep so well?",
        "Mirtazapine? ⟦Bin it⟧.",
        "⟦Mirtazapine is best avoided⟧; a walk does more.",
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
    if not _speaks_of_medicine(previous, text) or _FORGOTTEN.search(text):
        return None
    found = _rhetorical(line) if line.question else _acts(previous, line, following)
    if following is not None and _REFUTES.match(following.text):
        return None
    for start, end in found:
        if cues.doubted(line, start) or cues.mentioned(document, line, start, end):
            continue
        if not _is_over_the_counter(line, start, end):
            return start, end
    return None


def _rhetorical(line: Line) -> Iterator[tuple[int, int]]:
    """What a question recommends: "why not skip", "how about skipping", "why keep taking"."""
    for found in _UNRENEWED.finditer(line.text):
        if _KEEPING.search(found.group()) or " when " in line.after(found.end()):
            yield found.span()
    if _LEADING_QUESTION.match(line.text):
        yield from _acts(None, line, None)


def _acts(previous: Line | None, line: Line, following: Line | None) -> Iterator[tuple[int, int]]:
    text = line.text
    prohibited = bool(line.block.inside(Group.DONT))
    if not prohibited:
        yield from _ordered(previous, line)
        yield from _praised(previous, line)
    for pattern in (_NO_REASON, _UNASKED, _FEARLESS, _UNRENEWED, _SO_SWAP, _HIGH_TIME, _AT_WILL):
        for found in pattern.finditer(text):
            if not prohibited and not _described(line.before(found.start())):
                yield found.span()
    for found in _REPLACED.finditer(text):
        if prohibited or cues.negated(line, found.start()) or cues.hedged(line, found.start()):
            continue
        if (
            found.group().startswith(("can", "could", "will", "may", "does"))
            or _USE_INSTEAD.search(text)
            or (_USED_INSTEAD.search(text) and _is_praised(line, found.end(), following))
        ):
            yield found.span()
    for found in _AFTERWARDS.finditer(text):
        if not prohibited and _is_praised(line, found.end(), following):
            yield found.span()
    for found in _TIME_OFF.finditer(text):
        if _is_praised(line, found.end(), following):
            yield found.span()
    yield from _told(previous, line, following)


def _ordered(previous: Line | None, line: Line) -> Iterator[tuple[int, int]]:
    """Imperatives and permissions: "skip your tablets", "you can skip them"."""
    text = line.text
    disposal = _DISPOSAL.search(text)
    for found in re.finditer(rf"\b(?:{_ACT}|(?P<it>{_ACT_ON_IT}))", text):
        before, act = line.before(found.start()), found.group()
        if found["it"] and not _speaks_of_medicine(previous, before):
            continue
        if disposal and _DISPOSES.match(act):
            continue
        if not _ALLOWED.search(before) or _described(before) or _NOT_ADVICE.search(before):
            continue
        if act.startswith(("miss", "forget")) and _BY_CHANCE.search(before):
            continue
        if act.startswith(("refuse", "decline", "reject")) and _A_RIGHT.search(before):
            continue
        if act.startswith(("cut", "halve")) and _HOW_CUT.search(line.after(found.end(), 80)):
            continue
        if act.startswith(("lower dose", "cut dose")):
            continue
        if act.startswith(("avoid", "stay", "steer")) and _HOW_TAKEN.match(text, found.end()):
            continue
        if cues.negated(line, found.start()):
            continue
        if line.block.kind in (Kind.HEADING, Kind.TITLE) and before.endswith("how to "):
            continue
        yield found.span()


def _praised(previous: Line | None, line: Line) -> Iterator[tuple[int, int]]:
    """Doing without as an idea, a need that is denied, or something that anybody can."""
    text = line.text
    for found in re.finditer(rf"\b(?:{_ACTING}|(?P<it>{_ACTING_ON_IT}))", text):
        before = line.before(found.start())
        if found["it"] and not _speaks_of_medicine(previous, before):
            continue
        if _SUGGESTED.search(before) and not _denied(before):
            yield found.span()
    for found in _NEEDLESS.finditer(text):
        if not re.search(
            r"\b(?:if|when|some|whether|why) (?:[\w']+ ){0,3}$", line.before(found.start())
        ):
            yield found.span()
    for pattern in (_PASSIVE, _PRAISED, _MADE_FREE, _BETTER_OFF):
        for found in pattern.finditer(text):
            before = line.before(found.start())
            if cues.negated(line, found.start()) or _described(before):
                continue
            if _DISPOSAL.search(text) and _DISPOSES.match(found.group()):
                continue
            if _CLINICAL.search(found.group()) and not _AS_ONE_LIKES.search(text):
                continue
            yield found.span()


def _told(previous: Line | None, line: Line, following: Line | None) -> Iterator[tuple[int, int]]:
    """Somebody who did it and is glad."""
    for found in _TOLD.finditer(line.text):
        leading = line.before(found.start("hit"))
        if found["it"] and not _speaks_of_medicine(previous, leading):
            continue
        if _is_praised(line, found.end(), following, leading):
            yield found.span("hit")


def _is_praised(line: Line, at: int, following: Line | None, leading: str = "") -> bool:
    """Whether what comes after `at` is glad of it, and no harm is told."""
    outcome = f"{line.after(at)} {following.text[: cues.REACH] if following else ''}"
    return bool(_APPROVES.search(f"{outcome} {leading}")) and not _DISAPPROVES.search(outcome)


def _speaks_of_medicine(previous: Line | None, before: str) -> bool:
    """Whether "it" is a medicine: the nearest thing named before it."""
    return bool(
        _MEDICINE.search(before)
        or (previous is not None and _MEDICINE.search(previous.text[-cues.REACH :]))
    )


def _described(before: str) -> bool:
    """Whether the words belong to a condition or a wish, not to advice."""
    clause = re.split(r"[,;:\u2014]|\b(?:told|says?|tells) (?:you|me) and ", before)[-1]
    return bool(_DESCRIBED.search(clause))


def _denied(before: str) -> bool:
    return bool(
        re.search(
            r"\b(?:not|never|don't|isn't|nobody|no one|shouldn't)\b(?: [\w']+){0,4} $", before
        )
    )


def _is_over_the_counter(line: Line, start: int, end: int) -> bool:
    """Whether it is a medicine that people may stop by themselves, or a contraceptive."""
    named = [
        term.words
        for term in line.terms
        if start <= term.start and term.end <= end and term.tag in (MEDICINE, CLASS)
    ]
    if re.search(r"\b(?:the|mini|combined) pill$", line.text[start:end]):
        return True
    return bool(named) and all(_OVER_THE_COUNTER.search(words) for words in named)


def _supervised(run: Sequence[tuple[Line, int]], index: int) -> bool:
    """Whether a prescriber, or a call for help, stands within two sentences."""
    first = index if _IGNORED.search(run[index][0].text) else max(0, index - 2)
    return any(_has_prescriber(run[near][0]) for near in range(first, min(len(run), index + 3)))


def _has_prescriber(line: Line) -> bool:
    text = line.text
    if _HELP.search(text):
        return True
    for role in _ROLE.finditer(text):
        head = text[max(0, role.start() - cues.REACH) : role.end() + cues.REACH]
        if _NEED_NOT_KNOW.match(text, role.end()):
            continue
        if not (_INDEFINITE.search(head) or _PERSONAL.search(head)) and not any(
            found.end() == role.end() for found in _UNSUPERVISED.finditer(text)
        ):
            return True
        if re.search(r"\b(?:do not|don't|never|not)\b.* without", text[: role.start()]):
            return True
    return False
