from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate

from lint import cues, health
from lint.document import Document, Group, Kind
from lint.health import CLASS, MEDICINE, Line
from lint.patterns import Words
from lint.rule import Found, Judges, Severity, Theme, rule
from lint.text import Sentence, analysis
from lint.wordclasses import FILL, MARKS, Phrases, Vocabulary, WordPattern

_WORDS = Words(
    "MEDICINE CLASS medicine medicines medication medications meds med tablet tablets pill pills"
    " capsule capsules prescription prescriptions dose doses dosage inhaler inhalers preventer"
    " preventers injection injections patch patches chemo chemotherapy hrt drug drugs jab jabs"
    " antidepressant antidepressants painkillers statin statins steroids puffer puffers birth eye"
)
_THING, _OBJECT, _ACT, _ACT_ON_IT, _BOTH = "\ue000", "\ue001", "\ue010", "\ue020", 3
_ROW = re.compile(r"\n {4}(?=\S)")
_VOCABULARY = Vocabulary(
    "stopping",
    {
        "thing": _THING,
        "object": _THING + _OBJECT,
        **{f"act{form}": chr(0xE010 + form) + "\ue013" * (form != 1) for form in range(3)},
        **{f"it{form}": chr(0xE020 + form) + "\ue023" * (form != 1) for form in range(3)},
    },
)


def _pattern(source: str) -> WordPattern:
    return WordPattern(_VOCABULARY, source)


_MEDICINE = _pattern(
    "(?:<det> of? (?:(?!<func|verb>) _){0,2}|<pre> of?|at (?:least|most)){0,5}? (?:<med>"
    " (?!holiday|holidays)"
    " (?:(?:of|for) <det>? <med>)?|(?<=<drugowner>) drugs|birth control|eye drops)"
)
_OTHER_THING = _pattern(
    "(?:<notmed>|that (?:make|are|is|have|has|you no)|out of|from (?:running|going|getting|working)"
    "|if you (?:are|have|take|do|smoke|drink|also)|in pregnancy|when pregnant|before (?:driving"
    "|bed)|you need|into|in (?:(?:a|the|your|some) _? <glass>|water)|off? at (?:the|your|a) (?:desk"
    "|pharmacy|chemist|counter|clinic|surgery)|of (?!your|the|my|<med>) _|with (?:a|an|the|your)"
    " (?:pill|tablet|glass|drink|meal|knife))"
)

# How people end, cut or trade a medicine. "#" is the form of the verb: 0 is advice ("bin your
# tablets"), 1 something praised ("binning your tablets"), 2 a story ("I binned my tablets").
# THING is the medicine, which else stands last.
_ENDS = """
    @<stop#> (?:<with>|picking up){0,2}
    @<drop#>
    @<wean#> <self>? (?:(?:off|from) of?)?
    @<come#> (?:right|straight|completely|<self>|all)? @off of?
    @<give#> @up on?
    @<get#> @(?:rid|free|shot) of
    @<let#> @go of
    @<do#> (?:<soft>|<much>|well|fine|ok){0,3} @(?:without|away) with?
    @<get#> (?:by|along) @without
    @<come#> cold @turkey (?:from|on|off|with)
    @<say#> @(?:goodbye|farewell|bye|no|so) (?:bye|thanks|long)? to
    @<take#> (?:a|an) _{0,2}? (?:<rest>|<period> off|time out) @(?:from|off)
    @<take#> (?:some|a little)? @time (?:off|out) from?
    @<take#> _ @<period> @(?:off|out) from?
    @<give#> _{1,3}? a _? @<rest> from
    @<walk#> @away from
    @<walk#> @(?:free|up|away) (?:of|from|with)
    @<turn#> (?:down|<det> back on)
    @<free#> (?:<self>|ways|company|away|up|out)? (?:of|from|with|in|out|off)
    @<ease#> @off (?:on|taking)?
    @<scale#> @(?:back|down) on?
    @<call#> (?:time|it a day|it quits) (?:on|with)
    @<do#> (?:a|one|two|three|several|some|few|couple|of|whole){1,2} @<period> without
    @<take#> _{1,2} @(?:off|away|out) from
    @<take#> (?:him|her|them|me|us|<self>|<who> _|your _) @off of?
    @<pack#> @in
    @<lay#> @<away>
    @<refrain#> @(?:from|off|out) (?:of|from)? <taking>?
    @<pass#> @up
    @<call#> @quits on
    @<stop#> (?:the|your|any)? (?:supply|course|use|habit) of
    @<lay#> an @end to
    @<throw#> in the @towel on
    @<call#> (?:a)? @halt to
"""
_CUTS = """
    @<lower#> (?:about|out)?
    @<less#> @(?:down|back|out|by) (?:on|half)?
    @<throw#> @(?:off|out|behind|down|aside)
    @<toss#> @away
    @<walk#> @(?:off|away|clear|down) (?:from|of)?
    @<come#> @easy on
    @<press#> @(?:pause|stop) on
    @<use#> only? @(?:half|less|fewer) (?:as (?:many|much))? of?
    @<lower#> _{1,4}? @off
    @<drop#> down? from _ _? @to _{1,3}? @of
    @<drop#|less#|come#> (?:down|back)? @to _{0,2} @(?:half|mg|mcg) _? of
    @<stretch#> (?:out|around)? with?
    @<drop#|come#|less#> (?:down|back)? @to (?:just|only)? @(?:one|half|two)
"""
_TRADES = """
    @<miss#> THING @out
    @<throw#> @<aside> >> <throw#> THING (?:off|out|aside|behind|alone|at home|in (?:half|(?:the|a)
        <bin>)|down the <bin>|into the <bin>|on (?:hold|ice|pause|the shelf)|to one side|away
        (?=until|till|for|and))
    @<toss#> THING @away
    @<throw#> (?:in|down|into) the @<bin> THING
    @<drop#> THING (?:in|down) the @<bin>
    @<less#> THING (?:in half|by half|down|back|to (?:nothing|zero))
    @<give#> @<rest|up> >> <give#> THING (?:up|a _? (?:miss|rest|break|swerve|berth)|the (?:boot|
        chop|push|elbow))
    @<let#> THING @(?:run|lapse|expire|slide|go) (?:out|down)?
    @<let#> THING to @(?:others|other|those)
    @<break#> THING in @(?:half|two|three|quarters)
    @<say#> THING @goodbye
    @<save#> THING @for (?:(?:the|your)? _? (?:days|nights|times|weekends)|when|bad|emergencies)
    @<let#> THING @(?:for|until|till) (?:(?:a|an|one|two|three|few|couple|of|another)* <period>
        |monday|tomorrow)
    @<lay#> THING @<away> >> <lay#> THING (?:<away>|to one side)
    @<pack#> THING @(?:in|on|back) >> <pack#> THING (?:in (?=$|,|!|and|before|at|for)|on the head|
        back (?:to|at|in))
    @<give#> THING the? @(?:heave|old|push|chop|boot|elbow) (?:ho|heave)?
    @<spit#> THING (?:to|out)
    @<free#> THING (?:in|out)
    @<use#> @<seldom> >> <use#> THING (?:every (?:other|second|third) (?:day|night|week)|less
        often|when you feel|
        only (?:on|when you feel)|on bad days|only? (?:on alternate days|at weekends))
    @<swap#> (?:out|from|in)? THING @(?:with|for|to) (?!(?:an|a|the|another|your|its)? (?:one
            (?=$|,|that|from)|(?!one) <alike>))
"""


_PART_OF = (
    "(?:(?:half|most|all) of?|the whole?|(?:the|your)? (?:next|latest) (?:refill|repeat|batch) of)?"
)


@dataclass(frozen=True)
class _Act:
    """What is done to a medicine: the first character of its chunks, and the form of the verb."""

    chunk: str
    form: int


def _acts(phrases: str, thing: str, chunk: str) -> Mapping[_Act | str, str]:
    """What a person does to a `thing`."""
    rows = [" ".join(row.split()) for row in _ROW.split(phrases) if row.strip()]
    whole = [
        row.replace("THING", f"(?:the whole?)? @{thing} (?:all|both)?")
        if "THING" in row
        else f"{row} {_PART_OF} @{thing}"
        for row in rows
    ]
    return {
        _Act(chunk, form): "".join(f"\n        {row}".replace("#", str(form)) for row in whole)
        for form in range(3)
    }


_ON_IT = _acts(
    f"{_ENDS}    @<less#>\n    @<refuse#>\n    @<use#> only? @(?:half|less|fewer) of{_TRADES}",
    "<it>",
    _ACT_ON_IT,
)
_ACTS_ON_IT = Phrases(_VOCABULARY, _ON_IT)

_TIME_OFF = "(?:<period> (?:off|without|free (?:of|from)) <thing>|<rest> (?:from|off) <thing>)"
_TAKING = "(?:with? <taking>|paying for|(?:stay|staying|be|being) on|(?:put|putting) up with)"
_SUGGESTS = (
    "(?:<suggest>|you should (?:soon|now|also)? be (?!missing|forgetting)|do (?:well|better) with"
    "|(?:feel better|happier|recover) (?:by|after)|(?:how"
    "|what|think|thought|mind|fine) about|thank you for|nothing to (?:fear|lose|worry about)"
    " (?:in|by|from)|no (?:danger|risk) in|(?:no|the) (?:harm|shame) in|nothing wrong with|get"
    " away with|treat yourself to|(?:allow|give) yourself|benefit from|(?:start|begin) by)"
)

# What else tells people to do without, by how it is checked.
_ROWS = {
    "suggested": f"""
        {_SUGGESTS} (?:a|an|some|the|two|few)* _? (?:just|simply)? @<act1|it1>
        @<timeoff> @<period|rest> @<thing> >> {_SUGGESTS} (?:a|an|some|the|two|few)* _? (?:just|
            simply)? {_TIME_OFF}
    """,
    "needless": """
        ^ (?:get|go|sleep|live|breathe|fly|enjoy|face|handle|beat|feel|manage|control) _{0,4}?
            @without
            @<thing>
        @(?:no|don't|doesn't|not) @for >>
            (?:no longer|don't|doesn't|do not|does not) (?:has|have|see|find)? (?:any|much|a)?
            @(?:use|need) for @<thing>
        @(?:need|have|require) @<object> @(?:not|don't|no|won't|doesn't|didn't|never|wouldn't) >>
            (?:do not|don't|no longer|will not|won't|doesn't|does not|didn't|never|may not|might
            not|wouldn't) (?:have to|need to?|require) (?:keep|go on|carry on|continue|be|stay|
            live)? on? (?:to? <taking>|on|with|using|use)? (?!(?:a|any|your)? (?:prescription|dose|
            doses|injection|injections|new|another)) <object> (?!<object>|for (?:more|longer|over|
            long|very|most|all|a|the)|with|at|before|after|to have|to be|to live|twice|in the
            (?:morning|evening)|near|close)
        @(?:needn't|not) @(?:needn't|need) @<thing> >> (?:needn't|need not)
            (?:keep|go on|carry on|continue|be|stay)? on?
            (?:<taking>|on|with)? <thing> (?!with|at|before|after|to|twice|in|near|close)
        @no @need (?:to|for you to) (?:keep|go on|carry on|continue|bother)? (?:<taking>|on|with|
            use|using)? @<object>
        @no (?:more|further)? @need @for <object>
        (?:won't|will not) be @needing @<thing> (?:once|when|after|anymore|again|any (?:more
            |longer))
        (?:go|going) cold @turkey (?!(?:on|with) (?:smoking|cigarettes|sugar|alcohol))
    """,
    "passive": """
        <object> (?:has|have) _{1,5}? and (?:can|could|may) be @<stopped|binned>
        (?:people|patients|you|anyone|everyone|adults|children) (?:can|could) <soft>? be
            @(?:weaned|taken) (?:off|from) @<thing>
        <object> (?:can|could|may|should|might) (?:then|safely|usually|simply|now|often|also|all|
            soon|easily){0,2} @be (?:<stopped>|<partly> (?:out|off|up|away|aside|behind|down))
        <object> (?:is|are) (?:usually|often|always|just|simply|far|mostly)?
            @(?:best|better|easily|safely) @<stopped|avoided> (?:out|off|up|away|aside|behind|
            alone)? (?!in|if|for|during|when|with|while|unless|by|before|after)
        <object> (?:is|are) (?:perfectly|quite|completely)? @(?:ok|fine|safe|easy) @to
            (?:<stop0|drop0>|miss|come off|leave (?:off|out)|give up)
    """,
    "praised": """
        (?!missing|forgetting) @<act1|it1> _{0,4}? (?:is|are|'s|can be|may be|feels|will be|was)
            (?:a|as|an|the|no|big|entirely|your|own|<much>){0,4} (?:<easy>|deal|breeze|all you
            need|all it
            takes|problem|up to you|good for|decision|business|
            call) (?!to take)
        (?!missing|forgetting) @<act1> _{0,8}? (?:has|have|will|can|could|would|may|never|not|does|
            did|won't|doesn't)* (?:<saves>|no (?:real|lasting)? harm|(?:gave|given
            |give) (?:me|her|him|you)|set (?:me|you)
            free|do you? no harm|did me? no harm|(?:hurt|hurts|harm|harmed|harms) (?:you|me|anyone|
            anybody|a soul|nobody|no one)|do (?:you|_)? good|(?:work|works) wonders|let|lets)
        @half <thing> (?:of _|of <thing>)? @is @(?:plenty|enough|fine|all)
        @(?:frees|freed|free|liberates|liberated|liberate|freeing|get|gets|got|getting|weaned|weans|takes|took)
            @(?:you|me|him|her|them|us|people|everyone) @(?:from|of|off) of? <thing>
        (?:go|become|get|live|be) (?:pill|tablet|medication|medicine|med|meds|MEDICINE|CLASS) @free
        @(?:off|without) >>
            (?:<people>|you're|your _|life|everything|things) _{0,3} @<betteroff> (?:off
            without?|without)
            (?:taking|your|the)? @<thing>
    """,
    "reasonless": f"""
        (?:is|are|'s|as) (?:the|a|an|our|your)? (?:natural|herbal|gentle|gentler|drug free)
            @(?:alternative|replacement|substitute) (?:to|for) @<thing>
        ^ (?:finally|now)? @off @<thing> (?=at last|for good|and|!|,|:|$)
        @half <thing> (?:(?:will do|does|will work|works) (?:just|well|fine|as|nicely)|will do
            (?=$|,|;|when|if|while|for|on))
        @(?:gained|from|by|in|won) @(?:nothing|little|benefit|advantage|use) @<thing> >>
            (?:nothing|little|no benefit|no advantage|no use) (?:to be)?
            (?:gained|from|by|in|won){{1,2}} (?:<taking>|(?:being|staying) on) <thing>
        (?:choose|decide) to @stop (?=today|now|tonight|$|!|,|when)
        you (?:really|can|could|<soft>){{1,4}} (?:manage|control|treat|beat|handle) (?!pain|your
            pain) _{{0,4}}? @without
            @<thing>
        @replaces @<thing>
        (?:<thing>|they|these|drops|shots|gummies|powders|oils|herbs|teas|supplements|patches|blend)
            (?:completely|fully|entirely|safely|will|can)? @replace @<thing>
        @peel off? @<thing> off? ,? (?:and|then)? (?:(?:bin|ditch|chuck|dump) the <box>|trust|stop
            |forget|let)
        @<people|those> @<thing> @stop >> <people|those> (?:on|taking|using|prescribed) <thing>
            (?:can|may|could) <soft>? stop (?=once|when|as soon|whenever|after|$|,|at any)
        @<object> (?:_|,){{0,10}}? (?:so|and) @(?:quit|stop) (?=$|!)
        @<object> , just? @take @half (?=$|!|,)
        @<object> @sooner @better >> the sooner you _{{0,5}}? the better
        (?:go|become|get|live|be) @<object> @free
        to a _? @life (?:without|free of|free from) @<thing>
        @our @(?:off|free|done) @<thing> >>
            our _{{1,2}} (?:are|were|is|was) (?:off|free (?:of|from)|done with) <thing>
        @only @(?:take|use|swallow|inject) @<thing> (?:(?:when|if) (?:you feel|your|you're)|on
            (?:days|bad))
        : @no @more @<thing> (?=!|$|with|and|,|:)
        @<object> (?:can|could|should|may|goes)? @(?:go|goes|belongs) (?:straight)? (?:in|into|down)
            (?:the|a) @(?:bin|trash|garbage|rubbish|dustbin|toilet|sink|drain|loo)
        @(?:just|simply) (?:do not|don't) @(?:take|use) @<thing> on
            (?:the|your|days|friday|saturday|
            sunday|weekends|monday)
        (?:healing|recovery|life|freedom|change|health|it) @(?:begins|starts|began|started) (?:when|
            once|after) you @<act0|it0>
        @missed <med> _{{0,3}}? never @killed
        (?:once|when|if) (?:_|,){{1,8}}? <object> (?:is|are) @<unneeded>
        @<thing> (?:_|,){{0,6}}? can (?:replace|do the same for) @yours
        @missing _{{0,5}}? @<thing> (?:does|do|did|will|won't|doesn't) (?:do|you|no|not|any)*
            @(?:harm|hurt|matter)
        @<act1|it1> (?:(?:only|just) takes|takes (?:only|just|no time|less than|no more))
        (?:can|could|to) (?:now|then|just|simply)? @stop @(?:injecting|medicating|dosing)
            (?=$|,|!|altogether|for good)
        (?:chance|time|way|right|want) to be @free (?:of|from) @<thing>
        (?:skip|miss|drop) as @many @<object> as you
        no @point in? (?:getting|buying|ordering|taking|collecting|renewing|having)
            @(?:another|more)
        @<self> @<adjust> @<thing> >> <adjust> <thing> (?:of _)? <self>
        @own @<adjust> @<thing> >> <adjust> <thing> (?:of _)? on your own
        @<adjust> @<thing> @as @you >>
            <adjust> <thing> (?:of _)? as you (?:see|like|please|wish|want)
        @(?:suit|whenever) @<adjust> @<thing> >> <adjust> <thing> (?:of _)? (?:to suit|whenever)
        @down @<adjust> @<thing> >> <adjust> <thing> (?:of _)? up or down
        (?:don't|do not|never) @let (?:anyone|anybody|them|doctors|people)
            @(?:tell|scare|talk|bully|convince) you (?!into) _{{0,7}}?
            (?:<act0|it0|act1>|(?:stay|be|keep)
            on <thing>|<taking> <thing>)
        @too >> too @short (?:to|for) _{{0,3}}? @<thing>
        @goodbye to @<thing>
        (?:don't|do not) take your? @<thing> (?:on|when|if|before) _{{0,6}}? @<fun>
        (?:will|you'll|can|could|to) be @off @<thing> (?:by|in|within|for good|before)
        @(?:all|only) >> is (?:all the|the only) @<thing> you (?:will|ever)* @need
        @missed <med> _{{0,3}}? (?:never|won't|will not|don't|do not|doesn't) @(?:hurt|harm|matter)
        @<object> can @wait
        @<object> is @(?:none|zero|nothing)
        <object> (?:become|becomes|will be|is|are) (?:history|a @thing of the past)
        (?:one|two) (?:less|fewer) @<object> _{{0,4}}? @(?:each|every|per)
        (?:one|two) @<object> @(?:less|fewer) _{{0,4}}? (?:each|every|per)
        @(?:belongs|belong) >> <object> _? (?:belongs|belong) in (?:the|a) @<bin>
        why (?:i|we|she|he) @<act2|it2>
        <object> (?:is|are) only @(?:needed|necessary|required) (?:while|when|until|if) you feel
        (?:so|not ,|you can|could|then|just|simply|and) (?:just|simply)? @stop (?=when|once|as soon|
            whenever|any time|anytime|at any|the moment|overnight|today|tonight|straight away)
        @if >> if not , (?:just|simply)? @stop (?=$|!)
        (?:just|simply) come @off (?:it|them)
        @no @(?:reason|point|need|sense) (?:to|in|for you to) (?:(?:stay|staying|be|being|remain|
            remaining|keep|keeping) on|(?:keep|keeping)? (?:<taking>|use)|(?:continue|continuing)
            (?:with|to take)?) @<object>
        (?:won't|will not|doesn't|does not|can't|cannot|never) (?:hurt|harm|matter|kill|do any harm)
            (?:you|anyone)? (?:to|if you) @<act0|it0>
        @nothing _? (?:happens|happened|changes|goes wrong|is lost) @(?:if|when) you @<act0|it0>
        nothing _? (?:will|can) happen (?:to you)? if you @<act0|it0>
        (?:nobody|no one) has? ever (?:died|suffered|came to harm) (?:from|by|of|because)
            @<act1|it1>
        @(?:just|simply) @stop (?=$|,|!)
        never been a (?:better|easier) time to @<act0|it0>
        no (?:big deal|problem|harm|shame|crime) (?:to|in|if you) @<act0|act1|it0|it1>
        (?:nobody|no one) will (?:notice|mind|know|care) if you @<act0|it0>
        @(?:bother|waste) @<thing> >> (?:do not|don't|never|no need to) (?:bother|waste your?
            (?:time|money) on?) (?:with|to|about)? {_TAKING}? <thing>
        (?:do not|don't|never|no need to|needn't|need not|no (?:rush|hurry) to) @<renew> @<thing>
        @(?:simply|just) (?:do not|don't) @(?:take|use|inject|swallow) @<thing> (?!<howtaken>)
        @why (?:bother|waste _? (?:time|money) (?:on|with)) @<thing>
        who @needs @<thing> @when
        (?:nobody|no one) (?:really|actually)? @(?:needs|has) (?:to (?:stay on|be on|<taking>|keep
            taking|use))? @<thing>
        ^ @no @more @<thing> (?=!|$|with|and|,|:|\u2014)
        @skip @(?:the|your) (?:MEDICINE|CLASS)? (?:refill|repeat <thing>) (?!reminder)
        (?:(?:do not|don't) (?:have|need) to|no need (?:to|for)|never mind|forget|skip the?) (?:a|
            any|all that)? @(?:taper|tapering|wean|weaning) off? @<thing>
        @(?:make|makes) @<thing> (?:<unneeded>|a thing of the past)
        @<unneeded|necessary> @<object> >> <object> (?:is|are|become|becomes|will be) (?:<unneeded>|
            not (?:needed|necessary)|no longer (?:needed|necessary)) (?:once|when|as|after|now|with
            |at weekends|during|on (?:weekends|holiday))
        @(?:pick|choose|take|use|eat|drink) @(?:over|not|before|never) @<object> >> (?:pick|choose|
            take|use|eat|drink) (?!your|the) _{{1,3}}? ,? (?:over|not|before|never) (?:your|the)?
            <object> (?!if|with)
        (?:need not|needn't|(?:do not|don't|no) need to|(?:do not|don't) have to|without|no need to|
            do not|don't) <tell> (?:for|with|to)? _{{1,5}}? (?:before you|before|about|when|if you|
            to) @<act0|act1|it0|it1>
        (?:do not|don't|no|never) (?:need|require|wait) (?:for|to have|to get)? (?:a|an|your|any|
            the)? _{{0,2}}? 's? (?:permission|blessing|approval|ok|say so|consent|note|appointment)
            (?:to|before|for) @<act0|act1|it0|it1>
        (?:do not|don't|never|no need to|not|no reason to) (?:be|feel|think|<fear>) (?:twice|
            <fear>)? (?:of|to|about|for|over|if you)? (?!miss|forget) @<act0|act1|it0|it1>
        @(?:swap|switch|change|trade|make|replace) @<thing> @<equal> >> (?:work|works|does|do|is|
            are) (?:_? (?:as|better|more) _{{0,2}}? (?:as|than)|the same job as|(?:everything|what|
            all|anything) that?) <thing> _{{0,3}} (?:does|do|can)? ,? (?:and|so) (?:you can|why not|
            just|simply)? (?:swap|switch|change|trade|make|replace)
        (?:about|high)? time (?:you|we) @<act2|it2>
        <object> (?:can|could|should|must|(?:has|have|need|needs|ought|had) to) now? @go
            (?=,|;|!|$|first|and|once|when|after|too|as well|altogether)
        it is? @<thing> that (?:can|could|should|must|(?:has|have|need|needs|ought) to)
            @(?:go|stop)
        @(?:taking|take|using|use|injecting|inject|having|have) @<thing> (?:just|only)? (?:once|
            twice|one|every|on|three|two) _{{0,4}}? @(?:rather|instead) (?:than|of)
        @<widen> @<gap> @between @<thing> >> <widen> out? (?:the|your) _? <gap> between (?:your|the|
            each)? _? <thing>
        @(?:leave|take|have) @(?:day|gap|week|days|weeks) @<thing> >> (?:leave|take|have) (?:a|an|
            the odd) (?:longer|bigger|extra|clear|whole|few)? (?:day|gap|week|days|weeks) (?:or
            two)? between <thing>
        @skip @(?:day|days|week|night|morning|evening|weekend|month) @<object> >> skip (?:a|an|one|
            the odd|two|some|that|the occasional) _? (?:day|days|week|night|morning|evening|weekend|
            month) (?:if|when|whenever|or two|here|now and)
        (?:^|(?<=,|:|;)) @no @<thing> @for (?:a|an|the|one|two|three|_){{1,2}} <period>
        @no _ , and? no _{{1,2}} , and? no @<thing>
        @without @(?:see|find) @(?:if|whether|how) >> (?:see|find) out? (?:if|whether|how) you
            (?:can
            |could|do|get on|manage|cope|feel|are|'re|get by|fare) _{{0,5}}? without
            (?:<it>|<thing>)
        @call @it @<object> >> (?:can|could|so|then|may|and) _? call it (?:a day|quits) (?=$|,|!)
        @off @<thing> >> (?:want|need|have|ought|best|should|must|ready) to? be (?:right|fully
            |completely)? off of? <thing> (?:before|by|during|when|in|after)
        @put @<box> @(?:away|down|aside|back) >> put (?:(?:the|your|that|those|these) _?|<thing>)
            <box> (?:away|down|aside|back) (?!in|on|where|out|from|after|safely)
        so is the @need for @<thing>
        <ok> (?:to|if you) @(?:run|running) out of @<thing>
        @(?:cut|cutting|split|splitting|shave|shaving|chop|chopping) @<object> into @smaller and?
            smaller
        @you (?:don't|do not) need @yours
        @nothing @(?:stop|stops|stopping|prevent|prevents) @<act1|it1> >> nothing (?:to|will|can|'s
            |is){{0,2}} (?:stop|stops|stopping|prevent|prevents) (?:you|anyone|people|us) from?
            <act1|it1>
        @jump @off @<object> >> (?:can|could|then|and) _? jump straight? off (?=$|,|!|and)
        (?:you'll|you'd|you will|you would) be @off <thing> (?:in|within|by|before|for good)
        @bother @(?:injecting|taking|using|swallowing) >> (?:do not|don't|no need to|never) bother
            (?:injecting|taking|using|swallowing) (?=that|today|tonight|$|,|on|when|if|until|it
            |them)
        @(?:do|don't) @(?:take|use|inject|swallow|give) @<thing> @<spell> >> (?:do not|don't)
            (?:take|use|inject|swallow|give) (?:him|her|them)? <thing> (?:while|during|on|when|as
            long as|in|for) (?:(?!more|longer|over|than|without|at|same) _){{0,5}}? <spell>
        @<it> @(?:do|don't) @(?:take|use|inject|swallow) @<period> >> (?:simply|just) (?:do not
            |don't) (?:take|use|inject|swallow) <it> for?
            (?:a|an|one|two|few|couple|of|the|or|that|this){{1,3}}
            <period>
        @<schedule> @<object> @be @(?:tapered|reduced|lowered|cut|decreased|weaned|dropped) >>
            <object> _{{0,3}}? (?:should|can|may|could|must|is to|are to) _? be (?:gradually|slowly
            |then|first|safely|usually){{0,2}} (?:tapered|reduced|lowered|cut|decreased|weaned
            |dropped) (?:off|down)? (?:_|,|<bracket>){{0,12}}?
            (?:mg|mcg|g|%|quarter|third|half|tablet
            |tablets) _? (?:a|per|every|each|or) _? <schedule>
        (?:fastest|quickest|easiest|best|safest) @way @off @<thing>
        stop @(?:poisoning|drugging|dosing|filling) (?:yourself|your (?:body|brain|child)) @with
            @<thing>
        your @(?:body|brain|heart|mind) @(?:can|will) _? @without <thing>
        @you're @(?:done|finished|through) @with <thing>
        (?:go|drop|jump|cut) from _ _? of <thing> to @(?:nothing|zero|none)
        (?:take|taking|use|using) your (?!reliever|blue|rescue) <med> @only (?:on (?:bad|hard|some|
            low) days|when you (?:feel|really))
        if you (?:do not|don't) @<liking> _{{0,9}}? @, (?:just|then|simply)? (?:do not|don't) @take
            <thing|it>
        how (?:i|we) @<act2|it2>
    """,
    "replaced": """
        @(?:instead|rather|place|alternative|alternatives|substitute|better) @<thing> >> (?:instead
            of|rather than|in place of|as an alternative to|alternative to|alternatives to|a
            substitute for|better than) (?:<taking>|your|the|staying on|starting|going on|going
            back on)* <thing>
        @(?:replace|take|do|stand) @<thing> @(?:can|could|will|may|does) >> (?:can|could|will|may|
            does) (?:safely|fully|easily|completely)? (?:replace|take the place of|do the (?:same)?
            job of|stand in for) <thing>
    """,
    "afterwards": """
        (?:after|since|following|thanks to) @<act1|it1>
        @<act1> @gave _{1,4}? @back
        @(?:many|most|lots|plenty|thousands|hundreds|dozens) (?:of _?)? _{1,2}? @<act0>
    """,
    "time off": f"""
        @<timeoff> @<period|rest> @<thing> >> {_TIME_OFF}
    """,
    "kept": f"""
        @why (?:would you)? <taking> _? @<thing> (?:when|if) (?:you (?:can|could)|there|a|an)
        (?:so|then) @why (?:would you)? <taking> @<thing>
        @why (?:(?:would|should|do) you)? (?:keep on?|bother|carry on|go on|continue|still|waste _?
            (?:time|money|years)) (?:to|with)? {_TAKING} _? @<thing> (?!with|at|in the|before|
            after|every|regularly)
        @why (?:(?:would|should|do) you)? (?:stay on|put up with) _? @<thing>
        (?:nobody|no one) (?:really|actually)? @(?:needs|has) @to (?:stay on|be on|<taking>)
            @<thing>
    """,
}


def _rows(on_acts: bool) -> Mapping[_Act | str, str]:
    """The rows that look at what is done to a medicine, or those that look at words alone."""
    return {
        meaning: "".join(
            f"\n        {row}"
            for row in re.split(r"\n {8}(?=\S)", rows)
            if row.strip() and bool(_NAMES_ACT.search(row)) is on_acts
        )
        for meaning, rows in _ROWS.items()
    }


_NAMES_ACT = re.compile(r"\b(?:act|it)\d")
_ON_ACTS = Phrases(_VOCABULARY, _rows(on_acts=True))

_PEOPLE_CAN = _pattern(
    "(?:<people>|your (?:child|son|daughter|kid|teen|teenager|mum|mom|dad|partner|parent|mother"
    "|father)|(?:find|found|discover|learn) that? they|(?<!most|some|many)(?:<people|those>)"
    " (?:who|whose|with|on|taking|using) _{1,10}?) _{0,4}? (?:<can>|need to|have to|ought to"
    "|(?:will|<can>|<will>) be able to|are (?:able|free|allowed|welcome|entitled) to|(?:might|may)"
    " as well|(?:might|may) (?:want|wish|like|choose|prefer) to|get to)$"
)
_TO_DO = _pattern("(?<!was|were) <ok> (?:(?!<doubtto>) _){0,2} to$")
_FREE_TO = _pattern(
    "(?:(?:show|shows|teach|teaches) (?:you|people|them)? how to|(?:month|week|year|day) (?:in"
    " which|when|that)? you|(?:resolve|vow|pledge|promise yourself) to|why not|try to|time to|you"
    " 'd better|you'd better|go ahead and|feel free to|(?:people|patients|adults|readers|women|men)"
    " (?:safely|happily|easily|simply|successfully)|(?:we|i|it) _? <teach> (?:all|our|every|each"
    "|the"
    "|any|my|you|everyone|anyone)? _{0,2}? how? to|(?:do|does|did) (?:well|better) to|(?:coach"
    "|coaches|team|course|programme|program|plan|app|method) (?:can|will)? (?:help|helps|teach"
    "|teaches|show|shows) you how? to?|(?:you're|they're|we're) (?:able|free|allowed"
    "|welcome|entitled) to|(?:i|we) would|(?:i'd|we'd|let's)|(?:i|we|we all) (?:would|strongly"
    "|always)? (?:recommend|suggest|advise|urge|say) that? (?:you|people|everyone|readers"
    "|everybody)? to?|(?:advice|fix|step|plan|tip|move|thing|trick|secret|answer|key|solution|cure"
    "|gift|choice|option|favour|favor)"
    " _{0,9}? (?:is|was|'s|:) to?|(?:decide|choose|pick) (?:for yourself|yourself|on your own)"
    " (?:when"
    "|whether|how|if) to|(?:tell|ask|get|encourage|urge|help) (?:your|the) (?:child|son|daughter"
    "|kids|mum|mom|dad|teen|patient|patients|clients) to|(?:up to you|your own? (?:choice"
    "|decision|call)) (?:when|whether|if)?"
    " (?:to|you)|here (?:is|'s) how (?:to|you can)|our (?:members|clients|patients|customers|guests"
    "|students|readers|followers|users|families) (?:can|will|have|often|soon|now|usually|all)?"
    "|(?:most|many) (?:of (?:us|our|my))? (?:customers|members|readers|clients|users|followers"
    "|guests|graduates)|(?:fastest|quickest|easiest|simplest|surest|cheapest) way _{0,9}?"
    " is to|it (?:only|just)? (?:took"
    "|takes) _{1,2} _{1,4}? to|all you (?:need|have) (?:to do)? (?:is|was) to?|(?:let yourself"
    "|(?:help|helps|helped) (?:you|me|her|him|them|us|people) to?|(?:let|lets) (?:you|me|her|him"
    "|them|us|people)|(?:allows|allowed) (?:you|me|her|him|them|us) to|(?:means|meant) that? (?:you"
    "|i|she|he|they|we) (?:can|could)|no harm in|tell you to|aim to|in order to feel _ ,|and so can"
    " you ,) (?:just|finally|simply|safely)?)$"
)
_WAYS = _pattern("^ (?:_ _?)? (?:ways|reasons) to$")
_TRY_TO = _pattern("^ (?:just|so|then|please)? try to $")
_UP_TO_YOU = _pattern(
    "(?:up to you|your (?:choice|decision|call)) (?:when|whether|if) (?:to|you) $"
)
_AFTER_A_TIME = _pattern(
    "^ (?:after|from|at|this|during|over|throughout|for|by|tonight|today"
    "|tomorrow|next|in) _{0,4} (?:<period>|time|now on"
    "|morning|today|tomorrow|tonight|spring|on)$"
)
_DESCRIBED = _pattern(
    "(?:(?:ask|see|know|check|tell us|wonder) (?:if|whether) you (?:can|could|may)|<described>|like"
    " to|(?<!here is|here 's|show you|teach you|shows you) how|why (?!not)|what happens) (?:(?!you"
    " (?:can|could|may)|then|it (?:is|'s)) _){0,6} $"
)
_NOT_ADVICE = _pattern(
    "(?:some|few|many) _{0,2}? (?:need|have|can|could) to? $|(?:(?:<bychance>|would|<will>) (?:also"
    "|then|sometimes)? (?:need|have) to|(?:some|many|most|few|often|sometimes|people|patients"
    "|adults|women|men|children|parents|who) _{0,4}? (?:may|might) (?:also|then|sometimes)?|(?<!_)"
    " (?:if|when|some|many|most|few|often|sometimes|because|as|after)* (?:people|patients|they|he"
    "|she|adults|women|men|children|parents|teenagers|members|readers) _{1,12}? (?:and|or|then|so)"
    " (?:then|just|simply)?|who _{0,8}? (?:and|or)|(?:may|might|could|often|sometimes) (?:feel"
    "|think|believe|assume|decide|hear|read|wonder) _{0,4}?)$"
)
_DENIED = _pattern("(?:not|never|don't|isn't|nobody|no one|shouldn't|avoid) _{0,4} $")
_CONDITIONAL = _pattern("(?:if|when|some|whether|why) _{0,3}? $")
_FORGOTTEN = _pattern(
    "(?:(?<!safely|can|just|now|simply) (?:forget|forgot|forgotten|forgets) (?:to|a|your|it|one"
    "|about)|missed"
    "|(?:if|when) you _? miss|(?:nearly|almost) time|next (?:dose|one|tablet|pill) is due|vomit)"
)
_OUT_OF_DATE = _pattern(
    "(?:<old>|out of date|past (?:their|its)|left over|no longer (?:need|needed|used|want|required)"
    "|do not need|don't need|out date|use by|date has passed|expiry date|expiration date"
    "|(?:after|since|from) _? (?:open|opening|opened|first"
    " use))"
)
_EXPIRED = re.compile(r"\b(?:date has passed|expir\w+|out of date|use by)\b")
_CLINICAL = _pattern(
    "(?:may|might|should) be (?:stopped|paused|discontinued|swapped|reduced|lowered)$"
)
_AS_ONE_LIKES = _pattern(
    "(?:whenever|any time|anytime|as soon as|once you|when you (?:feel|like|want|are)|if you"
    " <liking>|if you wish|the moment|safely|simply|after _{1,3} <period>)"
)
_APPROVES = _pattern(
    "(?:(?:thousands|hundreds|dozens|millions) of|our <customers>|right as rain|spot on|problem"
    " solved|best (?:decision|thing|move|choice)|in favour of|in favor of|as steady as"
    "|(?:has|have|had) not _{0,2}? (?:budged|moved|risen|come back|returned|missed|needed|since)"
    "|(?:hasn't|haven't|hadn't) (?:budged|moved|risen|come back|returned|missed|needed|heard|seen"
    "|felt)|no (?:trouble|fuss|bother|ill|symptoms)|<began> (?:(?!<thing>|<bad>) _){0,6}? <rival>"
    "|(?:took|taken|taking) up (?!<thing>) _|for <rival>|<good>|(?:myself|himself|herself"
    "|themselves"
    "|whole) again|life (?:back|has|is)|back to (?:normal|myself)|never (?:looked|felt|been)|no"
    " (?:regrets|problem|problems)|new (?:person|woman|man|life)|(?:sleep|sleeps|slept) (?:well"
    "|better)|melted away|went away|cleared up|(?:so|and) (?:can you|anyone can)|(?:has|have"
    "|had) not _ (?:since|$)|(?:hasn't|haven't|hadn't) _ (?:since|$)|(?:not|hasn't|haven't"
    "|hadn't) had (?:a|any|one|another|single){0,2} _ since|only regret|lost (?:a|_)"
    " (?:stone|pounds|kilos)|lost weight|feel _{0,2}? again|stopped aching"
    "|(?:and|but) (?:my|her|his) _{1,2} (?:stopped|went|cleared|improved|vanished|lifted)"
    "|(?:never|no|won't|doesn't|didn't) (?:did|do)? _{0,2}? (?:harm|hurt)"
    "|gives _{1,3}? a (?:rest|break|chance)|go for it|works for me|go for it|works"
    " for me|you can (?:do it)? too|so"
    " (?:could|should) you|do the same|(?:urge|urges) others|(?:not|never|hasn't|haven't|hadn't)"
    " (?:looked|gone|went|going) back|you? should (?:do it)? too|lived to|full of|pain free|like a"
    " (?:log|baby|new))"
)
_BOLDLY = _pattern(
    "(?:altogether|overnight|cold turkey|for good|completely|entirely|in secret|secretly|without"
    " (?:telling|asking|saying|consulting|a word|my|his|her))"
)
_OF_MANY = _pattern("(?:<people>|many|most|some|few|half|%|sometimes|often|if|when|others|they)")
_DISAPPROVES = _pattern(
    "(?:(?:(?<!only|no) <bad>|(?:illness|symptoms|depression|it|voices|anxiety|CONDITION|they)"
    " _? (?:came back"
    "|returned)|not (?:well|better|good|safe|a good)|never again|too (?:early|soon)|ended up"
    "|(?:switched|moved|changed|swapped) to (?:<drugword>|another|a different)|now (?:take|takes"
    "|use|uses|on)|as (?:we|they|i) had? agreed) (?!_? (?:vanished|disappeared|stopped|went|gone"
    "|faded)))"
)
_REFUTES = _pattern(
    "(?:please? (?:do not|don't) (?:believe|fall for|do it|listen|trust)? _? $|(?:that|this|it)"
    " (?:is|'s) (?:not true|false|untrue|wrong|dangerous|a myth|nonsense|risky))"
)
_HEARSAY = _pattern(
    "(?:you|people|some|many|they) (?:may|might|will|'ll|could|can|often|sometimes)* (?:have|be)?"
    " (?:heard|hear|read|seen|see|told|say|claim|claimed|think|believe)"
)
_CORRECTS = _pattern(
    "(?:it|they|that|this|these|you|garlic|_ _)? (?:doesn't|don't|didn't|isn't|aren't|won't|can't"
    "|cannot|(?:does|do|is|are|will|can) not)|in (?:fact|reality|truth)|actually|however|but|sadly"
    "|unfortunately|(?:the|_)? (?:truth|fact|facts) (?:is|are)|not so|wrong|false"
)
_MAY_AT_TIMES = _pattern(
    "(?:whenever|during the|once|as soon as|for the (?:week|duration|rest)|on (?:(?:their|the)?"
    " (?:fasting|quiet|good|rest|easy)|days))"
)
_PEOPLE_MAY = _pattern("(?:may|might)$")
_ASKS_FOR_IT = _pattern(
    "(?:why not|have you (?:ever)? (?:thought (?:about|of)|considered|tried)|(?:how|what) about"
    "|what 's the harm|isn't it high? time|what is the harm)"
)
_HELP = _pattern(
    "(?:(?:care|action|treatment) plan (?:says|tells|allows)|(?:call|contact|ring|phone|dial)"
    " (?:nhs|999|911|112|111|988|000)|medical (?:help"
    "|attention|care)|call (?:999|911|112|111|988|000|an ambulance)|emergency|ambulance|poison|a"
    " and e)"
)
_OVERSEEN = _pattern(
    "(?:(?:medical|specialist|professional|clinical|expert|hospital) (?:supervision|guidance|advice"
    "|support|oversight|monitoring|review|input|opinion|direction)|(?:under|with) (?:close|careful"
    "|proper|strict|full)? (?:supervision|monitoring|medical _))"
)
_NOT_OVERSEEN = _pattern(
    "(?:without|no need|(?:do not|don't|not|no longer|never) (?:need|require)|needs no|needless|no"
    "|instead of|rather than|ignore|forget) _{0,4} $"
)
_UNSUPERVISED = _pattern(
    "(?:without|whatever|despite|even if|no matter what|behind|against|ignore|forget|before telling"
    "|(?:do not|don't) (?:need to)? (?:tell|ask|see)|don't have to|no need to (?:tell|ask|see)|need"
    " not (?:tell|ask)|not (?:tell|ask|listen|trust|wait|bother)|never (?:tell|ask|mind|trust)"
    "|rather than|instead of|(?:do not|don't|no) (?:need|require)|better than (?:any|your)|no)"
    " (?:(?!if|unless) (?:_"
    "|,)){0,6}? <role>"
)
_NEED_NOT_KNOW = _pattern(
    "(?:does not|doesn't|do not|don't|need not|needn't|won't|will not|will never|never) (?:have to"
    "|need to|ever|even)* (?:know|notice|find out|agree|approve|mind|care|be (?:told|asked)|like)"
)
_IGNORED = _pattern(
    "(?:they are all? wrong|they're all? wrong|(?:ignore|forget) (?:them|him|her|that|this|it|all"
    " that|the leaflet)|(?:whatever|no matter what) (?:they|he|she) (?:say|says|tell|tells))"
)
_INDEFINITE = _pattern(
    "(?:(?<!_)|(?:many|some|most|few|all|because|since|but|though|although|that|and|a|an)) _?"
    " <role> _{0,2}? (?:tell you (?!when|how|if|whether|what|which|to)|(?:are|is|can be) (?:too"
    "|only|paid|wrong|often|quick|keen|taught"
    "|trained|afraid|slow)|<roledoes>)"
)
_PERSONAL = _pattern(
    "(?:my|his|her|the|'s) <role> (?:moaned|complained|warned|disagreed|argued|tutted|objected"
    "|prescribed|gave|put|started|was|had|said|laughed|insisted|wanted"
    "|pushed|ordered|begged|kept|did not know|never)"
)
_USE_INSTEAD = _pattern("<useit>")
_USED_INSTEAD = _pattern("<usedit>")
_HOW_CUT = _pattern("<cutting>")
_BY_CHANCE = _pattern("<bychance> (?:sometimes|also|often|still)? $")
_A_RIGHT = _pattern("(?:can|could|may|might|right|free|allowed|entitled|able) _{0,2} $")
_HOW_TAKEN = _pattern("<howtaken>")
_TELLER = _pattern(
    "(?:<pronoun>|(?:(?<!_)|and|when|after|since|once|then|ago|until|day|because|so|that) (?:_"
    "|<who> _|a? (?:dozens|hundreds|thousands|millions|many|some|all|most|plenty|lots|lot) (?:of"
    " us _{0,3}?|of? (?:<who>|the)? _ (?:(?:in|on|from|at|of) _ _)?)"
    "|_{1,2} in <who> _)|_ , _ ,|<pronoun> _{1,3} ,|<pronoun> _{1,8}? ,? (?:and|then|so|but)"
    " then?|^)"
    " <had>{0,3} $"
)
_STORIES: Mapping[_Act | str, str] = {
    "told": """
        @(?:quit|stopped) (?=and|,|$)
        @(?:quit|stopped) (?:in|last|after) _{0,2}? (?=and|,|$)
        (?:been|am|is|was|i'm|she's|he's|we're|they're|'s|are) @off @<thing>
        @put @<thing> in (?:a|the|my|his|her) <bin>
        @been @<act1>
        @(?:refuses|refused) @to <taking> <thing>
        @(?:hasn't|haven't|hadn't|not) @had @<thing> >> (?:hasn't|haven't|hadn't|(?:has|have|had)
            not) had <thing>
        @(?:done|finished|through|free) @<thing> >> (?:was|were|am|is|are|i'm|we're|you're|she's|
            they're|'s) finally? (?:done|finished|through|free) (?:with|of|from) <thing>
        @<took> @<never> @<thing> >> (?:no longer|never|(?<=_) (?:don't|do not)|haven't|
            hasn't|have not|has not|have never) even? <took> (?:with|up)? <thing>
        @(?:quit|stopped|stop) @(?:anyway|cold|overnight|there) (?:turkey|and then)?
        @(?:told|got|helped|persuaded) _{1,3}? to @<act0>
        @(?:could|can|was|were|managed|chose|decided) @<act0> >> (?:could|can|was able to|were
            able to|managed to|chose to|decided to) finally? <act0>
        @(?:was|were|managed|chose|decided) @<it0> >> (?:was able to|were able to|managed to|chose
            to|decided to) finally? <it0>
    """
}
_TOLD = Phrases(_VOCABULARY, _STORIES)
_SAID: Phrases[_Act | str] = Phrases(
    _VOCABULARY,
    {
        **_acts(_ENDS + _CUTS + _TRADES, "<thing>", _ACT),
        **_ON_IT,
        **_rows(on_acts=False),
        **_STORIES,
    },
)
"""All that is looked for in a line with its medicines as chunks, at once."""

_ENDINGS = (
    "sartan",
    "vastatin",
    "olol",
    "azepam",
    "gliptin",
    "gliflozin",
    "glutide",
    "prazole",
    "triptan",
    "dipine",
    "xaban",
    "tinib",
    "zumab",
    "ximab",
)
"""How the names of many medicines end that no list has yet."""

_SHORTEST_NAME = 6
_ADVISED = frozenset("\ue010\ue013\ue020\ue023")
_TOLD_OF = frozenset("\ue012\ue013\ue022\ue023")
_DOING = frozenset("\ue011\ue021")
"""The characters of acts in the form of advice, and in the form of a story."""

_REACH = 30
"""How many words off something can stand to say more about it."""

_NEXT = 6
"""How many words off something stands right behind."""

_BACK = 80
"""How many words back something can stand that turns what an act says."""

_DISPOSES = frozenset("throw bin flush get getting chuck dump put cancel hand discard".split())
_DISPOSED = re.compile(r"\b(?:throw|bin|flush|get(?:ting)? rid|chuck|dump|discard)")
_STORED = _pattern("<store>")
_OVER_THE_COUNTER = frozenset(
    """
    ibuprofen aspirin paracetamol acetaminophen naproxen antihistamine decongestant nsaid antacid
    laxative painkiller reliever inflammatory antibiotic vaccine anaesthetic anesthetic wort
    melatonin patch gum sedative alcohol caffeine diphenhydramine pseudoephedrine advil tylenol
    aleve nurofen sudafed motrin benadryl nytol folic hydrocortisone clobetasone cetirizine
    loratadine fexofenadine chlorphenamine acrivastine clotrimazole miconazole loperamide
    lactulose senna bisacodyl gaviscon simeticone hyoscine mebendazole permethrin antifungal
    moisturiser emollient vitamin claritin zyrtec
    """.split()
)
_OWNED = re.compile(r"\b(?:your|their|his|her|my|the|those|these|need for|no longer)\b")
_TAKE_NOT = re.compile(r"do(?: not|n't) (?:take|use|inject|swallow|give)\b")
_YOU = re.compile(r"\b(?:you|your|we|nobody|i)\b")
_BEFORE_A_TEST = re.compile(
    r" (?:[\w']+ ){0,5}?(?:before|prior to|ahead of) (?:your|the|a|an|any) (?:[\w']+ ){0,3}?"
    r"(?:appointment|tests?|testing|scan|examination|exam|\w+oscopy|\w+gram|procedure|x ray|THERAPY"
    r"|visit)\b"
)
_ASIDE = re.compile(r"^(?:set|put|pack|tuck|stow|lay|hide|lock) .*(?:away|aside|by|side)$")
_FAST = _pattern(
    "(?:in (?:a|an|one|two|three|just|only|under) _? (?:<period>|weekend|days|hours)|overnight|fast"
    "|quickly|by yourself|on your own|alone|without)"
)
_GO_AHEAD = _pattern("(?:go for it|do it|just do|go ahead|good|great|yes|sure|of course you can)")
_DOUBTS_HARM = re.compile(
    r"\b(?:withdrawal|side effects|addiction|dependence|relapse|dangers?|risks?)(?: \w+){0,3}"
    r" (?:is|are) (?:just |only )?(?:an? )?(?:myths?|lies?|scare\w*|hoax|nonsense|false)\b"
)
_THAN_THOUGHT = re.compile(
    r"\bthan (?:most |many )?(?:you|they|people|we) (?:might |may )?(?:think|thought)\b"
)
_ALTERS = _pattern("(?:<adjust>|(?:just|simply) stop)")
_STABLE = _pattern(
    "(?:without|free (?:of|from)|no) (?:a|any|further)? (?:seizures|symptoms|attacks|fits"
    "|relapse|CONDITION)"
)
_HELPS = re.compile(r"\bhelps? (?:\w+ )?$")
_HEDGED = _pattern("(?:some|many|few|usually|often|sometimes|mild|mildly)")
_CONTRACEPTIVE = re.compile(r"\b(?:birth control|contracepti|(?:the|mini|combined) pill\b\s*$)")
_WORN = re.compile(r"\b(?:patch|patches|puffer|inhaler)\b")
_BARE = re.compile(r"\b(?:new|another|injections?)\b")
_REASONED = re.compile(r" when |\bif (?:you can|you could|there|an?)\b|\b(?:so|then) why ")
_TITRATED = re.compile(r"\b(?:then|at first|for the first|once|twice|a day|each)\b")
_HARMLESS = re.compile(
    r"\bwithout (?:any |the slightest )?(?:ill|harm|problem|trouble|worr"
    r"|consequence)"
)
_WHEN_NEEDED = re.compile(r"\b(?:reliever|rescue|blue|painkillers?|sleeping|antihistamines?)\b")
_MISSED = re.compile(r"\bforg|\b(?:worry|panic|afraid|fear|guilty|bad)\b.*\bmiss")
_FINISHES = re.compile(r"\b(?:finish|complet)(?:e|ing)?\b")
_TOO_SOON = re.compile(
    r"\b(?:once|when|if|as soon as|the moment)\b.{0,40}"
    r"\b(?:better|well|fever|gone|go away|goes away|breaks|clears?|improves?|fine)\b"
)
_NOT_WITHOUT = _pattern("(?:do not|don't|never|not) (?:_|,)* without")
_TOLD_YOU = _pattern(
    "(?:(?:told|say|says|tells) (?:you|me) and|(?:no one|nobody|never|hardly anyone|not|won't"
    "|don't)"
    " (?:ever|will|to)? (?:tells|tell|told|say|says) (?:you|people)? that?|(?:glad|happy|pleased"
    "|relieved) to (?:hear|know|learn|see) that?|(?:we|i) _? <teach> (?:all|our|every|each|the|any"
    "|my|everyone|anyone)? _{0,2}?) "
)
_UNTOLD = _pattern(
    "^ (?:no one|nobody) (?:ever|will)? (?:tells|tell|told|says|said) (?:you|people)? that?"
)
_MAY_WANT = _pattern(
    "(?<!why|if|when|that|because|reasons) you (?:may|might) (?:also|then|even)? (?:want|like|wish"
    "|choose|prefer|decide) to"
)
_REASONS = _pattern("(?:because|but|since|(?:feel|feeling|are) (?:better|well)|side|reasons)")
_KEEPING = _pattern("(?:keep|bother|carry on|go on|continue|still|waste|put|stay|nobody)")
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


@dataclass(frozen=True)
class _Reading:
    """A line as characters with its medicines as chunks (`plain`), and what is done to them too.

    `said` is what is said of the medicines beside that, as (first, last, meaning).
    """

    line: Line
    raw: str
    plain: str
    code: str
    said: Sequence[tuple[int, int, str]]
    previous: Line | None

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each word begins in the text of the line, and where one more would."""
        return [0, *accumulate(len(word) + 1 for word in self.line.text.split(" "))]

    @cached_property
    def old(self) -> bool:
        """Whether it is what is left over or out of date, here or in the line before."""
        if _OUT_OF_DATE.search(self.raw):
            return True
        return self.previous is not None and bool(_EXPIRED.search(self.previous.text))

    def at(self, word: int) -> int:
        """Where a word begins in the text of the line."""
        return self.starts[word]

    def end(self, word: int) -> int:
        """Where the words before `word` end in the text of the line."""
        return self.starts[word] - 1


_DOING_WORDS = Words(" ".join((*_ACTS_ON_IT.first_words(), "without", "simply", "just")))
"""Words of which a line holds one where it tells what to do with "it"."""


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
        "Never change your dose of mirtazapine on your own.",
        "Keep taking your tablets, and do not just stop when you feel better.",
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
        "You can ⟦change your dose on your own⟧.",
    ],
)
def stop_medicine_without_warning(document: Document) -> Found:
    """Nobody is told to stop or cut a prescribed medicine alone.

    Stopping some medicines suddenly brings withdrawal symptoms, or the illness back. Advice,
    permission and cheerful stories all read as "you can too", so a prescriber stands within two
    sentences of them.
    """
    named = {line.sentence: line for line in health.lines_with(document, _WORDS)}
    if not named:
        return
    doing = {line.sentence: line for line in health.lines_with(document, _DOING_WORDS)}
    sentences = analysis(document)
    run = [
        sentence
        for block in document.blocks
        if block.kind in _READ_KINDS
        for sentence in sentences.of(block)
    ]
    for index, sentence in enumerate(run):
        line = named.get(sentence) or doing.get(sentence)
        if line is None:
            continue
        previous = named.get(run[index - 1]) if index else None
        reading = _read(line, previous, names_one=sentence in named)
        if reading is None or not _tells(reading):
            continue
        following = health.line_of(document, run[index + 1]) if index + 1 < len(run) else None
        found = _advice(document, reading, following)
        if found is None or _is_for_a_test(line, *found):
            continue
        first, last = _reached(run, index, -1), _reached(run, index, 1)
        near = [health.line_of(document, each) for each in run[first : last + 1]]
        if _supervised(near, index - first):
            continue
        where = line.span(*found)
        yield (
            where,
            f'"{where.quote}" reads as advice to stop or cut a medicine, with no word about '
            "who should agree to it.",
        )


_THINGS = frozenset((_THING, _OBJECT))


def _may_tell(code: str, *, names_one: bool) -> bool:
    """Whether a line has the words of any pattern, were its medicines to stand right."""
    return _SAID.may_find(_THINGS.union(code) if names_one else frozenset(code))


def _advice(
    document: Document, reading: _Reading, following: Line | None
) -> tuple[int, int] | None:
    """Where a line tells or lets the reader stop a medicine, or praises somebody who did."""
    line = reading.line
    if _FORGOTTEN.search(reading.raw):
        return None
    outcome = "" if following is None else _VOCABULARY.encode(following.text.split(" ")[:_REACH])
    if following is not None and (
        _REFUTES.match(outcome) or (_HEARSAY.search(reading.raw) and _CORRECTS.match(outcome))
    ):
        return None
    advice = _rhetorical(reading, outcome) if line.question else _acts_in(reading, outcome)
    stories = () if line.question else _stories(reading, outcome)
    believed = _DOUBTS_HARM.search(line.text) or _THAN_THOUGHT.search(line.text)
    advised = (
        words for words in advice if believed or not cues.doubted(line, reading.at(words[0]))
    )
    for first, last in (*advised, *stories):
        start, end = reading.at(first), reading.end(last)
        if not cues.mentioned(document, line, start, end) and not _is_over_the_counter(
            line, start, end
        ):
            return start, end
    return None


def _tells(reading: _Reading) -> bool:
    """Whether something is done to a medicine, or said of one, that may be advice or a story."""
    if reading.code != reading.plain or reading.said:
        return True
    return next(_ON_ACTS.find(reading.plain), None) is not None


def _read(line: Line, previous: Line | None, *, names_one: bool) -> _Reading | None:
    """The line as characters.

    None where neither it nor the line before names a medicine, or where it lacks the words of
    every pattern; `names_one` says that it holds one of `_WORDS`.
    """
    words = line.text.split(" ")
    raw = _encode(words)
    told_of = previous is not None or " side effects " in line.text
    if not (names_one or told_of) and _sets()["med"].isdisjoint(raw):
        return None
    if not _may_tell(raw, names_one=names_one):
        return None
    plain = _MEDICINE.compiled.sub(_thing, raw)
    first = min(filter(lambda at: at >= 0, map(plain.find, _THINGS)), default=None)
    if first is None and not told_of:
        return None
    # From this word on, "it" is the medicine.
    known = 0 if first is None or previous is not None or "taking" in words else first + 1
    acts: list[tuple[int, int, _Act]] = []
    said: list[tuple[int, int, str]] = []
    for found in _SAID.find(plain):
        if isinstance(found.meaning, str):
            said.append((found.first, found.last, found.meaning))
        elif found.first >= known or found.meaning.chunk == _ACT:
            acts.append((found.first, found.last, found.meaning))
    return _Reading(line, raw, plain, _with_acts(plain, acts), said, previous)


class _Letters(dict[str, str]):
    """The character of each word, worked out when it is first met."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        medicine = len(word) > _SHORTEST_NAME and word.endswith(_ENDINGS)
        letter = self[word] = _VOCABULARY.encode(["medicine" if medicine else word])
        return letter


_MOST_WORDS = 20_000
_LETTERS = _Letters()


def _encode(words: Sequence[str]) -> str:
    return "".join([_LETTERS[word] for word in words])


def _with_acts(code: str, acts: Sequence[tuple[int, int, _Act]]) -> str:
    """The characters with what is done to a medicine as chunks."""
    if not acts:
        return code
    spans: dict[int, tuple[int, set[int], str]] = {}
    for first, last, act in acts:
        longest, forms, _ = spans.get(first, (0, set(), act.chunk))
        if last > longest:
            spans[first] = (last, {act.form}, act.chunk)
        elif last == longest:
            forms.add(act.form)
    reached = copied = 0
    pieces: list[str] = []
    for start, (last, forms, kind) in sorted(spans.items()):
        if start >= reached:
            reached = last
            form = _BOTH if {0, 2} <= forms else min(forms)
            chunk = chr(ord(kind) + form) + FILL * (last - start - 1)
            pieces += code[copied:start], chunk
            copied = last
    return "".join((*pieces, code[copied:]))


def _thing(found: re.Match[str]) -> str:
    """The chunk of a medicine; another where what follows makes it something else."""
    other = _OTHER_THING.match(found.string, found.end())
    return (_OBJECT if other else _THING) + FILL * (found.end() - found.start() - 1)


def _rhetorical(reading: _Reading, outcome: str) -> Iterator[tuple[int, int]]:
    """What a question recommends: "why not skip", "how about skipping", "why keep taking"."""
    for first, last, meaning in reading.said:
        if meaning == "kept" and (
            _REASONED.search(reading.line.text) or _KEEPING.search(reading.plain, first, last)
        ):
            yield first, last
    if _ASKS_FOR_IT.match(reading.code):
        yield from _acts_in(reading, "")
    elif _GO_AHEAD.match(outcome):
        for at, letter in enumerate(reading.code):
            if letter in _DOING:
                yield at, _end(reading.code, at)


def _acts_in(reading: _Reading, outcome: str) -> Iterator[tuple[int, int]]:
    """Orders, permissions, and other words that tell the reader to do without."""
    code = reading.code
    prohibited = bool(reading.line.block.inside(Group.DONT))
    for at, letter in enumerate(code):
        if letter in _ADVISED and not prohibited:
            last = _end(code, at)
            if _is_ordered(reading, at, last):
                yield at, last
    done = [(found.first, found.last, found.meaning) for found in _ON_ACTS.find(code)]
    for first, last, meaning in (*done, *reading.said):
        if _is_advised(reading, meaning, first, last, outcome, prohibited):
            said = code[first:last].lstrip("".join(set(code) - _DOING))
            suggested = meaning == "suggested" and said
            yield last - len(said) if suggested else first, last


def _stories(reading: _Reading, outcome: str) -> Iterator[tuple[int, int]]:
    """Somebody who did it and is glad."""
    code = reading.code
    done = [(at, _end(code, at)) for at, letter in enumerate(code) if letter in _TOLD_OF]
    told = [
        (found.first, found.last)
        for found in _TOLD.find(code)
        if not cues.doubted(reading.line, reading.at(found.first))
    ]
    for first, last in (*done, *told):
        begin = max(0, first - _BACK)
        if _TELLER.search(code, begin, first) and (
            _is_praised(code, last, outcome, first)
            or (
                _BOLDLY.search(code, last, last + _NEXT)
                and not _OF_MANY.search(code, begin, first)
                and not _DISAPPROVES.search(code[last : last + _REACH] + FILL + outcome)
            )
        ):
            yield first, last


def _end(code: str, at: int) -> int:
    """Where the chunk at `at` ends."""
    at += 1
    while at < len(code) and code[at] == FILL:
        at += 1
    return at


def _is_ordered(reading: _Reading, at: int, last: int) -> bool:
    """Whether the act is an imperative or a permission: "skip your tablets", "you can skip it"."""
    line, code = reading.line, reading.code
    start = reading.at(at)
    act = line.text[start : reading.end(last)]
    verb = act.split(" ", 1)[0]
    if (verb in _DISPOSES or act.startswith("stop ordering")) and reading.old:
        return False
    if (
        not _is_allowed(code, at)
        or _is_described(code, at)
        or (
            _NOT_ADVICE.search(code, max(0, at - _BACK), at)
            and not (
                _PEOPLE_MAY.search(code, max(0, at - 1), at) and _MAY_AT_TIMES.match(code, last)
            )
        )
    ):
        return False
    if (
        " at home" not in act
        and " aside" not in act
        and " every " not in act
        and not act.startswith("hold off")
        and verb in {"leave", "take", "put", "hold"}
        and _WORN.search(
            line.text if " it for" in act else f"{act} {_named(line, start, reading.end(last))}"
        )
    ):
        return False
    if _ASIDE.search(act) and _STORED.search(code, last, last + _REACH):
        return False
    if act.startswith("stop taking") and line.before(start).endswith(" usually "):
        return False
    if act.startswith("take fewer") and "combin" in line.text:
        return False
    if verb == "forget" and at and not act.startswith("forget about"):
        return False
    if act.startswith("take half a") and _TITRATED.search(line.text, start):
        return False
    if (
        verb in {"miss", "forget"}
        and not act.endswith(" out")
        and not _HARMLESS.search(line.text, start)
        and _BY_CHANCE.search(code, max(0, at - _BACK), at)
    ):
        return False
    if verb in {"refuse", "decline", "reject"} and _A_RIGHT.search(code, max(0, at - _BACK), at):
        return False
    if verb in {"cut", "halve", "split"} and _HOW_CUT.search(code, last, last + 12):
        return False
    if act.startswith(("lower dose", "cut dose")):
        return False
    if (
        verb in {"avoid", "stay", "steer", "delay"}
        and _HOW_TAKEN.match(code, last)
        and " your " not in act
    ):
        return False
    if cues.negated(line, start) and not _UNTOLD.search(code, max(0, at - _BACK), at):
        return False
    heading = line.block.kind in (Kind.HEADING, Kind.TITLE)
    return not (heading and line.before(start).endswith("how to ") and not _FAST.match(code, last))


def _is_allowed(code: str, at: int) -> bool:
    """Whether an act at `at` is told or let: it begins a clause, or follows "you can"."""
    sets = _sets()
    begin = at
    joined = False
    while begin and code[begin - 1] in sets["lead|soft"]:
        begin -= 1
        joined = joined or code[begin] in sets["=and|=or|=then|=so|=but"]
    if begin == 0 or joined or code[begin - 1] in sets["mark"]:
        return True
    last = code[begin - 1]
    if last in sets["=to"] and _TO_DO.search(code, max(0, begin - _BACK), begin):
        return True
    patterns = (_PEOPLE_CAN, _FREE_TO, _WAYS, _AFTER_A_TIME)
    return any(pattern.search(code, max(0, begin - _BACK), begin) for pattern in patterns) or bool(
        _FREE_TO.search(code, max(0, at - _BACK), at)
    )


@cache
def _sets() -> dict[str, frozenset[str]]:
    """Classes of words as sets of characters, for a look at one word."""
    marks = "|".join(f"={mark}" for mark in MARKS)
    return {
        name: frozenset(_VOCABULARY.characters(marks if name == "mark" else name))
        for name in ("lead|soft", "=and|=or|=then|=so|=but", "=to", "mark", "med")
    }


def _is_described(code: str, at: int) -> bool:
    """Whether the words belong to a condition or a wish, not to advice."""
    if any(
        pattern.search(code, max(0, at - _BACK), at) for pattern in (_WAYS, _TRY_TO, _UP_TO_YOU)
    ):
        return False
    marks = _sets()["mark"]
    begin = at
    while begin > max(0, at - _BACK) and code[begin - 1] not in marks:
        begin -= 1
    told = _TOLD_YOU.search(code, begin, at)
    if told is None and not _REASONS.search(code, at, at + _REACH):
        told = _MAY_WANT.search(code, begin, at)
    return bool(_DESCRIBED.search(code, told.end() if told else begin, at))


def _is_advised(
    reading: _Reading,
    meaning: _Act | str,
    first: int,
    last: int,
    outcome: str,
    prohibited: bool,
) -> bool:
    """Whether other words than an order tell the reader to do without."""
    line, code = reading.line, reading.code
    said = line.text[reading.at(first) : reading.end(last)]
    if _DISPOSED.search(said) and reading.old:
        return False
    if prohibited and meaning != "time off":
        return False
    match meaning:
        case "suggested":
            return not _DENIED.search(code, max(0, first - _BACK), first)
        case "needless":
            bare = (
                _BARE.search(said)
                or " prescription for " in said
                or said.endswith(("prescription", "doses", "dose"))
            )
            others = _OWNED.search(said) is None and not _YOU.search(line.before(reading.at(first)))
            if " your " not in said and line.after(reading.end(last)).startswith(" if "):
                return False
            hedged = said.startswith(("may ", "might ")) or _HEDGED.search(
                reading.raw, max(0, first - _BACK), first
            )
            return not (
                bare or others or hedged or _CONDITIONAL.search(code, max(0, first - _BACK), first)
            )
        case "passive" | "praised":
            if cues.negated(line, reading.at(first)) or _is_described(code, first):
                return False
            if meaning == "praised":
                return not _HELPS.search(line.before(reading.at(first))) and not said.startswith(
                    ("missing", "forgetting")
                )
            if _STABLE.search(code, last):
                return False
            return not _CLINICAL.search(code, first, last) or bool(_AS_ONE_LIKES.search(code))
        case "reasonless":
            if _TAKE_NOT.match(said) and not _OWNED.search(said):
                return False
            needed = said.startswith("only ") and (
                " your " not in said or _WHEN_NEEDED.search(said)
            )
            if said.startswith("replaces ") and " your " not in said:
                return False
            if _ALTERS.match(reading.raw, first) and cues.negated(line, reading.at(first)):
                return False
            if (
                said.startswith("you ")
                and not _named(line, reading.at(first), reading.end(last)).strip()
            ):
                return False
            return not (needed or _is_described(code, first) or _MISSED.search(said))
        case "replaced":
            if cues.negated(line, reading.at(first)) or cues.hedged(line, reading.at(first)):
                return False
            return (
                said.startswith(("can ", "could ", "will ", "may ", "does "))
                or bool(_USE_INSTEAD.search(reading.plain))
                or bool(_USED_INSTEAD.search(reading.plain) and _is_praised(code, last, outcome))
            )
        case "afterwards" | "time off":
            return _is_praised(code, last, outcome)
        case _:
            return False


def _is_praised(code: str, last: int, outcome: str, first: int = 0) -> bool:
    """Whether what comes after `last` is glad of it, and no harm is told."""
    after = code[last : last + _REACH] + FILL + outcome
    return bool(
        _APPROVES.search(after) or _APPROVES.search(code, max(0, first - _BACK), first)
    ) and not _DISAPPROVES.search(after)


def _named(line: Line, start: int, end: int) -> str:
    """The medicines between two places of the line, in their own words."""
    return " ".join(term.words for term in line.terms if start <= term.start < end)


def _is_over_the_counter(line: Line, start: int, end: int) -> bool:
    """Whether it is a medicine that people may stop by themselves, or a contraceptive."""
    named = [
        term.words
        for term in line.terms
        if start <= term.start and term.end <= end and term.tag in (MEDICINE, CLASS)
    ]
    if not named and line.text[start:end].split(" ")[-1] in {"it", "them", "stop"}:
        named = [term.words for term in line.terms if term.tag in (MEDICINE, CLASS)]
    if _CONTRACEPTIVE.search(f"{line.text[start:end]} {_named(line, start, end)}"):
        return True
    if (
        " prescribed" in line.text
        or " prescription " in line.text[start:end]
        or any(words.startswith("prescription ") for words in named)
        or _FINISHES.search(line.text, start, end)
        or (any("antibiotic" in words for words in named) and _TOO_SOON.search(line.text))
    ):
        return False
    return bool(named) and all(
        words in _OVER_THE_COUNTER or not _OVER_THE_COUNTER.isdisjoint(words.split())
        for words in named
    )


def _reached(run: Sequence[Sentence], index: int, step: int) -> int:
    """The number of the sentence two steps on (or back), where a list passed whole is one step.

    The list that the sentence introduces belongs to it. Within the list that `index` stands in,
    each sentence is a step.
    """
    from_list = run[index].block.kind is Kind.ITEM
    introduces = step > 0 and run[index].words.rstrip().endswith(":")
    for _ in range(3 if introduces else 2):
        index += step
        while (
            not from_list
            and 0 <= index + step < len(run)
            and run[index].block.kind is run[index + step].block.kind is Kind.ITEM
        ):
            index += step
        if not 0 <= index < len(run):
            return min(max(index, 0), len(run) - 1)
        from_list = from_list and run[index].block.kind is Kind.ITEM
    return index


def _is_for_a_test(line: Line, start: int, end: int) -> bool:
    """Whether medicines with no name are paused before a test, as whoever tests asks for it."""
    return not _named(line, start, end) and bool(_BEFORE_A_TEST.match(line.after(end)))


def _supervised(near: Sequence[Line], index: int) -> bool:
    """Whether one of these lines names a prescriber or calls for help; `index` is that judged."""
    first = index if _IGNORED.search(_VOCABULARY.encode(near[index].text.split(" "))) else 0
    return any(_has_prescriber(line) for line in near[first:])


def _has_prescriber(line: Line) -> bool:
    code = _VOCABULARY.encode(line.text.split(" "))
    if _HELP.search(code):
        return True
    overseen = _OVERSEEN.search(code)
    if overseen is not None:
        before = max(0, overseen.start() - _BACK)
        return not _NOT_OVERSEEN.search(code, before, overseen.start()) or bool(
            _NOT_WITHOUT.search(code, before, overseen.start())
        )
    roles = frozenset(_VOCABULARY.characters("role"))
    for at, letter in enumerate(code):
        if letter not in roles or _NEED_NOT_KNOW.match(code, at + 1):
            continue
        before, after = max(0, at - _REACH), at + _REACH
        if not (_INDEFINITE.search(code, before, after) or _PERSONAL.search(code, before, after)):
            alone = _UNSUPERVISED.search(code, max(0, at - 12), at + 1)
            while alone is not None and alone.end() != at + 1:
                alone = _UNSUPERVISED.search(code, alone.start() + 1, at + 1)
            if alone is None:
                return True
        if _NOT_WITHOUT.search(code, max(0, at - _BACK), at):
            return True
    return False
