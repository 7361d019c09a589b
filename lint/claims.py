"""What health content must not promise: cures, certainty, safety for everybody, forever.

Advertising law forbids such claims wherever they stand, so every rule that looks for them asks
here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lint import cues, health
from lint.document import Document
from lint.health import Line
from lint.patterns import Pattern, Words
from lint.wordclasses import Match, Phrases, Vocabulary


@dataclass(frozen=True, slots=True)
class Claim:
    """Words of a line that promise too much, and what to write instead."""

    start: int
    end: int
    promise: str
    advice: str


@dataclass(frozen=True)
class _Promise:
    """A way to claim too much: what it promises, and what to write instead.

    `about` is the class of words that must stand near it for the words to be a claim; empty where
    they say so themselves.
    """

    promise: str
    advice: str
    about: str = "health"


_VOCABULARY = Vocabulary("claims")

_CURE = 'Say what it can do and for how many: "can ease", "helps about half of people".'
_CERTAIN = "Say how often it helps and for whom; no treatment helps everybody."
_SAFE = "Name the common side effects, and say who should ask a professional first."
_LASTS = "Say how long the effect usually lasts, and that symptoms can come back."
_ALONE = "Compare fairly: say what else can help, and cite a guideline."
_CAUSES = "Say that it is one cause among others, or how often it is, and cite a source."

# Parts of the patterns below. `_` is any word but a comma or another mark.
_EVERYONE = (
    "(?:(?:every|each) (?:and every|single|last)? one of <det> <folk>|all of (?:us|them|you)"
    "|(?:everyone|everybody)(?! (?:else|aged|with|over|under|in|from|between))"
    "|(?:anyone|anybody)(?! (?:aged|with|over|under|in|from|who))"
    "|(?:every|each)(?: and every)? (?:single|last)?<folk>"
    "|(?:all|100 %) of? (?:our|the|my|these|those)?<folk>)"
)
_FOR_EVERYONE = (
    f"(?:(?:for|on|in|with) absolutely? (?:{_EVERYONE}|(?:everyone|everybody|anyone) with))"
)
_FOREVER = (
    "(?:<forever>|for? a lifetime|for (?:ever|keeps|life|good (?!<goodthing>))|once and for all"
    "|(?:for|through) all? the rest of <det> (?:life|lives|days)|never to return"
    "|and never (?:comes?|come|came|comes) back)"
)
_OUTRIGHT = f"(?:<outright>|100 %|{_FOREVER})"
_WHOLLY = (
    "(?:<wholly>|100 (?:%|per cent|percent)|(?:a|one)? hundred (?:%|per cent|percent)|quite simply)"
)
_EVERY_TIME = (
    "(?:every single? time|(?:in|for|with|on) (?:each and)? (?:every|each) (?:single|last)?"
    " (?:case|one|attempt|try|<folk>)"
    "|(?:in|with) (?:all|100 % of) (?:of our|our|the)? cases|time after time"
    "|without (?:a single)? (?:fail|exception|failure)|no exceptions|each and every time)"
)
_UNDOES = (
    "(?:<undoes> up?|gets rid of|wipes out|flushes out|puts (?:right|an end to|a stop to)"
    "|sorts out|shuts down|switches off|knocks out|stamps out|takes away|sees off|drives out"
    "|rids (?:you|<det> _) of|makes short work of)"
)
_UNDO = (
    "(?:<undo> up?|get rid of|wipe out|flush out|put (?:right|an end to|a stop to)|sort out"
    "|shut down|switch off|knock out|stamp out|take away|see off|drive out|rid (?:you|<det> _) of)"
)
_GONE = (
    "(?:gone|history|a thing of the past|no more|done for|over and done with?|cured|healed"
    "|a (?:distant|bad) memory|over for good)"
)

_ROWS = {
    _Promise("a cure", _CURE): f"""
        (?:we|they|will|i) (?:can|will)? @cure (?:it|them|you|your) (?=,|;|for|in|of|!|$)
        (?:we|our _|our _ _) (?:can|will)? @cure (?!rate|rates|for)
        (?:leave|leaves|walk out|come home) (?:of|our|the|this)* _? @(?:healed|cured|transformed)
        (?:is|was|'s) the @miracle (?:that)? (?:every|all|you|your|we)
        @<stronginf> @<pseudo> >> <pseudo> (?:will|<ll>) <adv>* <stronginf> (?:your|any|all|every)
        ^ @(?:completely|totally|permanently|instantly) @<hardundo> (?:your|any|all|every)
        @answer to @(?:every|all|any) _{{0,2}}? @<trouble>
        (?:you will|<ll>) @(?:conceive|pregnant) (?=,|with|if|in|within|by|!|$)
        @(?:protects|shields|guards|saves|frees|protect|shield) (?:you|your _|us|them)?
            (?:from|against) @(?:all|every|any) _? @<trouble>
        (?:will|won't) (?:not|never)? @relapse
        (?:we|it|this|that|they) (?:can|will)? (?:make|makes|made) (?:it|them|yours)
            @(?:disappear|vanish|evaporate)
        @<hardundoes> @<pseudo> @<trouble> >> (?:(?<=<pseudo>)|(?<=<pseudo> _)|(?<=<pseudo> _ _))
            <hardundoes> <mild>{{0,4}} <trouble>
        (?:we|our _|our _ _) <adv>* @<hardundo> <mild>{{0,4}} @<trouble>
        @(?:away|shrink|disappear) @(?:all|every|any) @<trouble> >>
            (?:takes|drives|sweeps|washes|lifts|take|makes) (?:all|every|any) <mild>{{0,3}}
            <trouble> (?:away|shrink|disappear)
        no @matter (?:how|what|which) _{{1,8}}? ,? _{{0,4}}? @will (?:<undo>|work|help)
        @(?:wiped|banished|eradicated|beaten|erased) >>
            <trouble> @<can> (?:now|easily|finally|simply)* be
            @(?:wiped|banished|eradicated|beaten|erased) out?
        @(?:fully|completely) @<recovers> >>
            <folk> with CONDITION <recovers> (?:fully|completely) (?:on|with) (?:this|our|the)
        @(?:reverse|cure|eliminate|erase|banish|beat|end|defeat|eradicate) >>
            ^ (?:reverse|cure|eliminate|erase|banish|beat|end|defeat|eradicate) (?:_|,){{0,9}}?
            @with (?:one|this|our|just|a single)
        @(?:banishes|ends|beats|erases|eliminates|eradicates|cures) (?:them|it) (?=,|;|for|in|!|$)
        @(?:disappears|vanishes|evaporates|dissolves|melts|goes|lifts) >>
            (?:and|,) (?:your|the|all|their) _{{0,2}}? @<trouble> (?:disappears|vanishes|evaporates|
            dissolves|(?:melts|goes) away|lifts) (?!when|if|once|in (?:most|some)|on (?:its|their)
            own|by)
        (?<!a|the|any|of|no|being) @<cures> (?!rate|rates|the? <hardened>) _{{0,5}}? (?:<trouble>|
            <someone>|<det> <body>)
        (?!being) <be> (?:<adv>|already)* @cured
        <wholly> @cured
        (?:complete|full|total)? @(?:recovery|remission) @is
            @(?:certain|assured|inevitable|guaranteed)
        <claimy> _{{0,2}}? @(?:cure|cures) @(?:for|to) (?:_|,){{0,4}}? @<trouble>
        (?:(?<=^)|(?<=^_)|(?<=^_ _)) @(?:cure|cures) @(?:for|to) (?:_|,){{0,4}}? @<trouble>
        (?:is|are|'s|as|be) (?:an|a|the|your) (?!best) _{{0,2}}? @cure (?!rate|rates|all)
        @cure @all
        (?:is|are|'s|be) <adv>* @curable
        @<strong> <mild>{{0,4}} (?:CONDITION (?!<service>)|_? symptoms|<pains>|<trouble> (?=,|and|
            for|in|!|$))
        @(?:wipes|knocks|stamps|melts) <mild>{{0,3}} @<trouble> @(?:out|away)
        @(?:wipes|knocks|stamps|gets|puts|sees|drives|rids|makes|calls|melts)
            @(?:out|rid|end|stop|off|of|time|away) @<trouble> >> (?:wipes out|knocks out|stamps out|
            gets rid of|puts (?:an end|a stop) to|sees off|drives out|rids (?:you|<det> _) of|makes
            short work of|calls time on|melts away) <mild>{{0,4}}
            (?:CONDITION|_? symptoms|<pains>|<trouble>)
        ^ @<undo> all? (?:your|the)? (?:CONDITION|<trouble>)
            @(?:in|with|within|naturally|without|today|tonight|now|by)
        @(?:reversed|cured|fixed|beaten|healed|solved|sorted|gone|banished) >>
            ^ your? <mild>{{0,2}} _? (?!problem|problems|wound|wounds) <trouble> (?:,|:|\u2014)?
            <adv>? (?:reversed|cured|fixed|beaten|healed|solved|sorted|gone|banished) ,?
            (?:in|within|with|by|for|after|at|without|naturally|permanently|forever|once|overnight
            |today|no|and|!|$)
        @(?:dead|cold|tracks) @(?:stops|stop|halts|halt) @<trouble> >> (?:stops|stop|halts|halt)
            _{{0,3}}? <trouble> (?:dead|cold|in (?:its|their) tracks)
        {_WHOLLY} @(?:reversible|fixable|beatable|curable|solvable)
        @all (?:you|it takes|anyone) (?:need|needs)? @to (?:<undo>|get rid of) _{{0,3}}? @<trouble>
        @(?:definitive|ultimate|final|perfect|complete) @(?:answer|solution|fix|remedy|cure)
            @(?:to|for) _{{0,3}}? <trouble>
        @(?:promise|promises|deliver|delivers|offer|offers|bring|brings) >>
            (?:promise|promises|deliver|delivers|offer|offers|bring|brings) (?:you|your _)?
            (?:a|an)? (?:lasting|permanent|lifelong|complete|total|full) (?:end|freedom|relief|
            recovery|cure|remission|escape|release|victory) (?:to|from|over|for) _{{0,3}}? <trouble>
        ^ @(?:heal|cure|reverse|fix) your <body> (?:naturally|forever|for good|in _{{1,2}}?
            <period>)
        @consider (?:it|them|your|that){{1,2}} _? @(?:gone|cured|done|history|solved|fixed)
        (?:we|i|you are|you<re>|you <re>) can? @(?:promise|promised) you? (?:a|an)? (?:full|
            complete|total|life (?:without|free)|cure|recovery|relief|results|freedom)
        (?:gives|give) _{{0,3}}? @(?:perfect|flawless) @<body>
    """,
    _Promise("a cure", _CURE, "remedy"): """
        @safe @as >> as safe as _
        (?:(?<=<remedy>)|(?<=<remedy> <adv>)|(?<=<remedy> <adv> <adv>))
            @(?:heals|eradicates|reverses|banishes|cures|eliminates|conquers|defeats|heal|eradicate|reverse|banish|cure|eliminate|conquer|defeat|abolish)
            <mild>{0,4} @<trouble>
        (?:have|has|<ve>) <adv>? @(?:cured|healed)
            @(?:thousands|hundreds|millions|dozens|countless|many)
    """,
    _Promise("a guarantee", _CERTAIN, "outcome"): """
        @<guarantee>
    """,
    _Promise("a cure", _CURE, ""): """
        (?:you'll|you will) be <adv>* @cured
        (?:<period>|<once>|<remedy>|visits|doses|drops) and (?:you're|you are) <adv>* @cured
    """,
    _Promise("a cure", _CURE, "promo"): """
        @(?:thousands|hundreds|millions|dozens|countless) @(?:reversed|cured|healed|beaten|banished)
            >> (?:thousands|hundreds|millions|dozens|countless) _{0,3}? (?:reversed|cured|healed|
            beaten|banished) (?:their|his|her) _{0,2}? <trouble>
        @survive @(?:cannot|can't|won't|doesn't) @<trouble> >> <trouble> _? (?:cannot|can't|won't|
            doesn't) (?:survive|live|grow|thrive|exist) (?:on|in|with|near) (?:our|my|this)
    """,
    _Promise("what no treatment can do yet", _CURE, ""): """
        <can> <adv>* @(?:reverse|undo|eradicate) <mild>{0,3} CONDITION
        @how to @(?:reverse|undo) <mild>{0,3} CONDITION
        @alkaline @(?:survive|live|grow|thrive|exist) >> <trouble> _? (?:cannot|can't|won't|doesn't)
            (?:survive|live|grow|thrive|exist) in (?:an|your)? alkaline
    """,
    _Promise("protection from an illness", _CURE, ""): """
        @(?:prevents|prevent|stops|kills|protects|fights) @<folkremedy> >> <folkremedy>
            (?:<kind>|<natural>){0,3}
            <adv>? (?:will|can)? (?:prevents|prevent|stops|kills|(?:protects|protect) (?:you|us|your
            _|the _)? (?:from|against)) (?:the|all|most)? (?:CONDITION (?!<service>)|colds)
        @<natural> @(?:kills|destroys) @(?:cells|cell) >> <natural> (?:<kind>|<natural>){0,3}
            <adv>? (?:kills|destroys)
            <trouble> (?:cells|cell)
    """,
    _Promise("a miracle", _CURE, ""): """
        @miracle _? (?:<miracleof>|weight loss)
        @(?:wonder|magic|super) @<miracleof>
    """,
    _Promise("a miracle", _CURE): """
        <remedy> _{0,4}? (?:is|are|was) (?:an|a|the|nothing short of (?:a|an)|truly (?:a|an)|true|
            real) _{0,2}? @miracle
        @(?:miracles|magic|charm) @<works> >> <works> (?:miracles|like magic|like a charm)
        @<miraculous>
    """,
    _Promise("100 %", _CERTAIN): """
        (?:100|hundred) (?:%|per cent|percent) @chance (?:that|you)
        @(?:results|success|relief|satisfaction|recovery) @(?:assured|guaranteed)
        @(?:100|hundred) (?:%|per cent|percent) (?:of the time|natural and safe|risk free|pain
            free|symptom
            free|<sureword>|_? <accuracy>)
        @(?:100|hundred) (?:%|per cent|percent) @of _{0,3}? @<folk> _{0,6}?
            (?:<recovers>|<better>|<helped>)
        <rated> (?:rate|rates)? (?:(?:of|for|with|in) _{1,3}?)? (?:of|is|are|was|an|a|at|stands|
            full|:|\u2014){0,3} @(?:100|hundred) (?:%|per cent|percent)
        (?:effective|safe|accurate|cured|natural|reliable|work|works) ,? (?:a|one)? @(?:100|hundred)
            (?:%|per cent|percent)
        (?:is|are|'s) (?:never|not ever) once? @(?:wrong|mistaken)
        never @misses
        @(?:10|ten) (?:out of|in) @(?:10|ten) _? @<folk>
    """,
    _Promise("success every time", _CERTAIN, "remedy"): f"""
        @(?:always|invariably) (?:<alwaysdoes>|does the trick|(?:get|gets) rid|(?:brings|bring)
            relief) (?!to|me|if|when|him|her|my|us)
        @<alwayskey> @<effectively> >> <effectively> _{{0,3}}? (?:(?:for|in|on)? absolutely?
            {_EVERYONE}|every single? time|without (?:fail|exception)|in (?:all|every) (?:case|
            cases))
        @never once? (?:fails|failed|fail|(?:lets|let) _{{1,2}} down|disappoints|disappointed|
            disappoint)
        impossible _{{0,4}}? to @fail
        (?:not|never|hasn't|haven't) @let _{{1,4}}? @down
        @(?:fail|wrong) >> (?:cannot|can't|can not) possibly? (?:fail|go wrong)
        @(?:fail|fool) @(?:safe|proof)
        @(?:failsafe|failproof|infallible|surefire|sure) >> (?:failsafe|failproof|infallible|
            surefire|sure fire)
        @<fail> @(?:never|not) @(?:has|have|had|did|does|do|will|could) >> (?:never|not) (?:once|
            ever|a single time)? (?:has|have|had|did|does|do|will|could) _{{1,7}}? (?:<fail>|gone
            wrong|go wrong)
    """,
    _Promise("success every time", _CERTAIN, ""): f"""
        @<everykey> @<works> >> ^ it? <works> _? (?:for|on|with) {_EVERYONE}
        @(?:foolproof|infallible)
            (?:way|method|cure|remedy|plan|answer|treatment|trick|fix|solution)
            (?:to|for)
        ^ @(?:foolproof|infallible|failsafe) $
    """,
    _Promise("success every time", _CERTAIN): f"""
        (?<=it|they|this|that) never once? @(?:fails|fail) (?=,|$|!)
        @(?:can't|cannot|won't|doesn't|couldn't) >>
            (?:there (?:isn't|is not|is no)|no|not) a? _{{0,2}}? @<trouble> (?:that|which)?
            (?:(?!<joining>) _){{1,3}}? @(?:can't|cannot|won't|doesn't|couldn't)
        @succeeds >> succeeds even (?:when|where)
        @<works> @(?:failed|fails|fail|let) @(?:everything|every|nothing|all) >> (?<!to)
            (?:works|worked|work)
            even? (?:when|where|after) (?:everything|nothing|every|all) _{{0,3}}? (?:has|have|had)?
            (?:failed|fails|fail|let)
        never (?:gives|gave|shows|produces|has|makes|gets) (?:a|any|the|you|it)?
            @(?:wrong|false|inaccurate|incorrect|mistake|mistakes|error|errors)
        (?<!^) @always (?:<undoes>|grows|clears|wins|brings|gets|makes|improves|returns) (?!me|it|
            worse)
        @<timekey>
            @(?:time|case|cases|exception|exceptions|fail|failure|patient|person|client|user|body|one|attempt|try|sufferer|customer)
            >> <remedy> {_UNDO} (?:_|,){{0,12}}? {_EVERY_TIME}
        @<everykey> @<undoany> >> <undoany> (?:_|,){{0,8}}? (?:in|for|with|on) {_EVERYONE}
        @yet to (?:meet|see|find|treat) _{{0,8}}? <nt> <neutral>{{0,3}} (?:<helped>|<undo>)
        no _{{0,4}}? is @too (?:severe|bad|advanced|strong|old|stubborn|far) (?:gone)? for
        @nothing _{{0,5}}? @(?:cannot|can't|won't) (?:heal|cure|fix|beat|ease|treat|relieve|clear|
            do|handle)
        @(?:spots|finds|detects|catches) every (?:single|last)? (?:(?:case|sign|type|kind|form) of)?
            <mild>? <trouble>
        @<alwayskey> @<works> >> <works> _{{0,3}}? ,? (?:every single? time|{_FOR_EVERYONE}|without
            (?:fail|exception)|in (?:every|all) (?:case|cases)|100 % of the time|(?:on|for|against|
            with) (?:every|any|all) (?:type|types|kind|kinds|form|forms|sort|sorts)? of? _?
            <trouble>)
        @<timekey>
            @(?:time|case|cases|exception|exceptions|fail|failure|patient|person|client|user|body|one|attempt|try|sufferer|customer)
            >> (?:<goodend>|{_UNDOES}|<can> {_UNDO}) (?:_|,){{0,12}}? {_EVERY_TIME}
        @<timekey>
            @(?:time|case|cases|exception|exceptions|fail|failure|patient|person|client|user|body|one|attempt|try|sufferer|customer)
            >> (?<!_) {_EVERY_TIME} ,? _{{0,6}}? (?:<goodend>|{_UNDOES})
        (?:perfect|flawless|spotless|faultless|unblemished|unbeaten|100 %) _?
            @(?:record|results|result|success)
        @(?:unfailing|unfailingly|known) >> (?:unfailing|unfailingly|never known to fail)
        @<everykey> @<undoany> >> (?!^) <undoany> (?:all|every|any|each|100 % of) known? _?
            (?:<trouble>|cells|cancers)
        @(?:proven|proved|shown|sure|known) @to @(?:work|help) (?:in|for|on|with) {_EVERYONE}
        @(?:healed|cured|freed|saved) {_EVERYONE}
    """,
    _Promise("success for everybody", _CERTAIN): f"""
        @(?:leaves|leave|left|goes|go|walks|walk|comes|come) @<everykey>
            @(?:cured|healed|free|better) >> (?:{_EVERYONE}|every (?:single|last)? _
            (?=we|who|that))
            (?:(?!<unsaid>|<nt>|can|may) (?:_)){{0,6}}?
            (?:leaves|leave|left|goes|go|walks|walk|comes|come)
            (?:_){{0,3}}? (?:cured|healed|feeling better|<trouble> free|free (?:of|from) _{{0,2}}?
            <trouble>)
        @<everykey> @<joins> >> (?:{_EVERYONE}|every (?:single|last)? _) (?:who|that) <adv>?
            <joins> up?
            (?:_){{0,5}}? (?:beats|overcomes|conquers|defeats|banishes|stops|quits|kicks|
            gives up|loses|heals|recovers|cures|ends)
            (?:<trouble>|their|the|his|her|smoking|drinking|DRUG|
            alcohol|cigarettes|weight|drugs|$|!|,)
        @<everykey> @(?:lowers|eases|improves|boosts|relieves|cures|reverses|helps|clears) >>
            (?:lowers|eases|improves|boosts|relieves|cures|reverses|helps|clears) (?:_){{1,5}}?
            (?:in|for)
            {_EVERYONE} (?=,|$|!|who|whatever|regardless)
        @again @<nokey> @who >> (?:nobody|no one|no <folk>|none of _ _) who <joins>
            (?:_|,){{1,8}}? again
        @(?:left|leaves|leave) @<nokey> >> (?:nobody|no one|no <folk>) (?:has|have|had)? ever
            (?:left|leaves)
            _{{0,3}}? (?:in pain|disappointed|sick|unwell|uncured|with _{{0,2}}? <trouble>)
        @(?:relapsed|regretted) >> (?:nobody|no one|none|no <folk>|not (?:one|a single))
            (?:_){{0,6}}? (?:has|
            have) (?:ever|yet|since)? (?:relapsed|regretted)
        @up @(?:end|ends|ended) @<everykey> >> {_EVERYONE} (?:<who> _{{1,6}}?)? will? (?:end|ends|
            ended) up
        @<everykey> @<undoing2> >> {_EVERYONE} (?:<who> _{{1,6}}?)? will? (?:has|have)? <undoing2>
            (?:their|his|her)
        @(?:possible|free|painless|certain|guaranteed) @<everykey> >> (?:(?:possible|certain|
            guaranteed) for {_EVERYONE} (?:with|on|using|who) (?:our|this|the|my|follow|follows)|
            (?:<trouble> free|painless) _{{0,2}}? for {_EVERYONE})
        all (?:_|of) (?:our|the|my)? <folk> @(?:recovered|improved|cured|healed|benefited)
        @all _ (?:of (?:our|the|my))? <folk> (?:were|are|got|went|made|had) (?:all|now|fully|
            completely)* @(?:better|cured|healed|well|free|pain|recovered)
        @ever @<nokey> >> (?:nobody|no one|none|no <folk>|not (?:one|a single)) (?:_|,){{0,8}}?
            (?:has|have|had) (?:ever|never) (?:had|gone|needed|suffered|relapsed|come|got|felt|
            experienced|complained|reported|slipped)
        @(?:side|reaction|effect|reactions) @<nokey> >> (?:nobody|no one|none|no <folk>|not (?:one|a
            single)) (?:_){{0,6}}? (?:has|have) ever? had (?:a|any|one) _?
            (?:side|bad|adverse|reaction)
        @<everykey> @<trouble> @can >> {_EVERYONE} can (?:<hardundo>|get rid of|be free of)
            _{{0,3}}?
            <trouble>
        @<nokey> @who @<trouble> >> (?:nobody|no one|no <folk>) who _{{1,6}}? ever?
            (?:gets|develops|catches|has|suffers) _? <trouble>
        @<offkey> @<everykey> >> {_EVERYONE} (?:<who> _{{1,6}}?)? (?:is|are|was|were|now|and|off|
            the|his|her|their|comes|come|came){{0,5}} (?:off (?:the|their|all)? <remedy>|<trouble>
            free)
        @ever @<nokey> >> (?:nobody|no one|none|no <folk>|not (?:one|a single)) (?:_|,){{0,8}}?
            ever (?:relapses|complains|needs|goes back|comes back|gets ill)
        @<everykey> @(?:has|have|gets|got|get) >> {_EVERYONE} (?:<who> _{{1,6}}?)? (?:(?:has|have)
            (?:<undid>|recovered|improved|benefited|slept|lost)|(?:gets|got|get) (?:their|his|her)
            (?:life|lives|health) back)
        @<everykey> @<recoverkey> >> {_EVERYONE} (?:<who> _{{1,8}}?)? will? (?:(?:walks|walk) away
            (?:cured|well|healed|better)|<recovers>|(?:sees|see|saw) results|(?:gets|feels|get|
            feel|got|felt) (?:well|better (?!care|at|help|treatment|support|value|access))|(?:is|
            are) (?:cured|healed)|(?:loses|lose|lost) weight|(?:gets|get|found) relief|(?:sleeps|
            sleep|slept) better|(?:makes|make) a full recovery) (?!(?:at|in) (?:their|your|his|her)
            own)
        @<everykey> @<recoverkey> >> {_EVERYONE} (?:who|that|we) _{{1,6}}? (?:(?:was|were|has been|
            have been|is|are) (?:now|completely|fully)* (?:cured|healed|better|freed|relieved|free
            of|free from)|recovered|got better (?!care|at|help|treatment|support|access)|lost
            weight|slept (?:better|well|through)|grew|felt better|walked|improved|quit)
        @<badkey> @<nokey> >> (?:nobody|no one|no <folk>|none of <det> <folk>) (?:who _{{1,7}}?)?
            (?:(?:has|have) ever been?)? (?:relapses|relapsed|fails|failed|harmed|(?:gets|get)
            worse|is harmed|had a side effect|(?:stays|remains|stay|remain) (?:<trouble>|sick|
            unwell)|regrets|(?:had|suffered|got) (?:a|an) _? (?:reaction|effect|problem))
        @(?:nobody|no) @<leaves> @<badleave> >> (?:nobody|no one) ever? <leaves> _{{0,4}}? (?:in
            pain|disappointed|sick|unwell|uncured|<trouble>)
        @(?:survives|resists|withstands|stands|outlasts|survive|resist|withstand) >> (?:nobody|no
            one|no) 's? _{{0,2}}? <trouble> (?:ever|can)? (?:survives|resists|withstands|stands up
            to|outlasts|survive|resist|withstand)
    """,
    _Promise("success for everybody", _CERTAIN, "anyclaim"): """
        @single @every >> @(?:in|for|on) every single @<folk>
        @<nt> @<helped> @<neg> >> (?:not|never|isn't|aren't|haven't|hasn't|wasn't|no)
            (?!every|all|cure|known)
            _{0,4}? (?:<folk>|<trouble>) (?:(?!<unsaid>|<nt>) _){0,8}? <nt> <neutral>{0,4} <helped>
        @<nokey> @<nt> >> (?:nobody|no one|none of (?:our|my|the) _) (?:(?!<unsaid>|<nt>) _){0,8}?
            <nt> <neutral>{0,4} <helped>
    """,
    _Promise("no side effects", _SAFE, ""): """
        @side @effects >> ^ forget about? side effects
        @side @effects >> side effects (?:,|:|;|\u2014)? (?:_){0,4}? (?:doesn't|does not|don't|do
            not)
            (?:have|cause|get|give you) (?:any|them)
        @<sidekey> >> (?:no|zero|without (?:any|a single)?|free (?:of|from) (?:any|all)?|not a
            single|not one|never (?:has|have|causes|cause|had|produces) any?|none of the
            (?:usual)?) <minor>{0,3} (?:(?:side|adverse|ill|after) (?:effect|effects|reaction|
            reactions)|downsides|downside|drawbacks|drawback)
        @side @(?:free|none|zero) >> (?:side effect free|side effects (?::|\u2014) (?:none|zero))
        @side @effects @are (?:unheard of|unknown|impossible|non existent|zero|a thing of the past)
    """,
    _Promise("no risk", _SAFE, ""): """
        @(?:no|zero) @(?:risk|risks|danger|dangers|complications|scars|scarring|relapses|regrets) >>
            ^ (?:(?:no|zero) _{1,2} (?:,|and|or|\u2014){1,2}){1,4} (?:no|zero) <minor>{0,2}
            (?:risk|risks
            |danger|dangers|complications|scars|scarring|relapses|regrets) (?=,|$|!)
        ^ zero @risk $
        ^ @free (?:of|from) (?:all|any) <minor>{0,2} @<bad> (?=$|!|,)
        (?:carries|poses|has|have|involves|carry|pose) (?:no|zero) <minor>{0,3} @<bad>
            @(?:whatsoever|all|kind)
    """,
    _Promise("no risk", _SAFE, "remedy"): """
        @without @(?:harming|damaging|affecting|hurting|touching|injuring)
            (?:a|any|the|single|your|our){0,3}
            (?:healthy|normal|good) _? (?:cells|cell|tissue|tissues|skin|organs)
    """,
    _Promise("no risk", _SAFE, "handed"): """
        @impossible to @(?:do|come) _{0,2}? harm
        @never (?:causes|cause|has) (?:a|an|any) _? @(?:reaction|effect)
        @never (?:causes|cause|caused|does|did|brings) (?:any|you|anyone)* @harm
        not @possible for _{1,4}? to (?:irritate|harm|hurt|fail|cause)
        @nothing _{0,3}? can possibly? @(?:hurt|harm)
        @none of the (?:risks|dangers|side effects)
        (?:impossible to|can't|cannot|can not) (?:take|have|use) @too much
        (?:no|zero|without (?:any|a)?|free (?:of|from) (?:any|all)?) <minor>{0,3} @<bad>
            (?!<risknoun>|to (?:others|other|their|the public|your _|you from)|of (?!becoming|
            getting|<addict>|<trouble>|addiction|overdose|overdosing|harm|side|withdrawal|serious|
            death|damage|any|a|an))
        @risk @free (?!trial|return|returns|booking|purchase|offer|subscription)
        @(?:harm|hurt|damage|overdose|harmed) >> (?:cannot|can't|can not|won't|will not|will never|
            could never|can never|impossible to) (?:possibly|ever)? (?:<harm> (?:you|anyone|anybody|
            your|a fly|them)|overdose|be harmed)
        @incapable @of (?:causing|doing)? any? @(?:harm|harming|hurting)
        no possible? @harm @can (?:come|be done)
        (?:can|could|does|do|will) (?:do|you|one)* no @harm
        (?:can't|cannot|can not|won't|will not|will never|can never) (?:possibly|ever)* do (?:you|
            anyone|any|the|slightest|your|_){0,4}? @harm
        @nothing (?:bad|at all|that|which)? @can possibly? (?:happen|go wrong|hurt you|harm you)
        (?:will|<ll>|can) never ever? (?:get|become) @<addict>
        (?:nobody|no one) ever? (?:gets|got|becomes|became) @<addict>
    """,
    _Promise("safe for everybody", _SAFE, "told"): f"""
        @<whollykey> @<safekey> >> {_WHOLLY} (?:and _)? (?:safe (?!to (?!use|take|drink|give|
            swallow|apply|eat|try|combine))|harmless|risk free|non addictive)
        @(?:anyone|everyone|everybody|anybody) @safe >> safe (?:enough|to|for|give|use|take){{1,5}}
            (?:anyone|everyone|everybody|anybody) (?!with|
            who|aged|in)
    """,
    _Promise("safe for everybody", _SAFE, "remedy"): f"""
        @alike @safe >> safe (?:to (?:use|take))? for (?:_|,){{2,8}}? alike
        @even _{{0,2}}? @(?:babies|baby|newborns|infants|toddlers|children|women|mothers|pets)
            _{{0,3}}?
            can _? (?:take|use|drink|swallow|try|have) (?:it|them|this|our)
        only @(?:truly|really|completely|totally) @safe <way> to
        @nothing @(?:safer|gentler)
        (?:<remedy>|it|they|this) _{{0,3}}? (?:is|are|'s) also? @harmless (?!to|in|for|if)
        @safe @(?:everyone|everybody|anyone|anybody|every|each|all|100|any|whole) >>
            safe (?:to (?:use|take|drink|give))? (?:for|in) (?:absolutely|literally|simply)?
            (?:{_EVERYONE}|any age|all ages|people of all ages|the whole family|all (?!the))
        @safe @(?:whatever|however|matter|any|all|every) >>
            safe (?:whatever|however|no matter|(?:at|in|for) (?:any|all|every))
    """,
    _Promise("a lasting effect", _LASTS, "trouble"): f"""
        @<foreverkey> @<promo> >> <promo> (?:(?!<stays>) (?:_|,)){{1,12}}? {_FOREVER}
    """,
    _Promise("a lasting effect", _LASTS, ""): f"""
        @results (?:that|which)? never @<fade>
        @forget @<trouble> >> ^ forget about?
            <trouble> (?:forever|for good|for life|this|today|:|!)
        @<foreverkey> @<crutch> >> (?:throw|bin|toss|ditch) (?:_){{0,3}}? <crutch> away?
            {_FOREVER}
        @results _{{1,6}}? @(?:last|lasts) {_FOREVER}
        @lifetime @(?:last|lasts) >> (?:that|which|results) will? (?:last|lasts) a lifetime
        ^ (?:total|complete|permanent|lasting) @(?:remission|relief|freedom) (?:in|within|for|from)
    """,
    _Promise("a lasting effect", _LASTS): f"""
        @never @coming @back
        ^ @never @again (?:will|do|need|have|shall|must) (?:you|your|they)
        @never (?:gain|gains|regain|put) (?:it|that|the|any|weight|those|pounds){{1,2}}
            (?:back|on|again)
        @permanent @(?:results|result|effects|effect) >> (?:results|result|effects|effect)
            (?:is|are) permanent
        <can> _{{0,2}}? @off (?:your|the|all|their)? (?:<tag>|<crutch>) {_FOREVER}
        (?:it|they|that) (?:is|are|'s|<re>) now? @(?:history|toast) (?=$|!|,|for|in|by|forever)
        be @rid of _{{0,3}}? @<trouble> (?:in|within|by|for|forever|now|today)
        @gone >> @<trouble> (?:is|are) (?:simply|just|suddenly) gone
        @dead >> @always free (?:of|from) _? @<trouble>
        @dead @(?:stop|stops) @<trouble> >> <trouble> (?:stop|stops) dead
        @<foreverkey> @(?:it|them) >> (?:<undoany>|switch|switches|turn|turns|shut|shuts)
            (?:it|them)
            (?:off|out|away|down)? {_FOREVER}
        @never (?:catch|get|have) (?:a|another) @cold
        ^ <trouble> (?:is|are) (?:now|finally)? (?:a @thing of the past|history|gone)
        ^ <trouble> @(?:ends|stops|vanishes|disappears) (?:the first|today|tonight|here|now)
        (?:all|any|every) <trouble> (?:will|can)? @(?:melt|melts|disappear|vanish|dissolve|vanishes)
        @(?:full|period|end) >> @<trouble> , (?:full|period|end) (?:stop|of story)? (?=$|!)
        @<foreverkey> @(?:sleep|feel|walk|smile|breathe|enjoy) >> (?:will|<ll>) (?:sleep|feel|walk|
            smile|breathe|enjoy) (?:_|,){{0,8}}? {_FOREVER}
        ^ the @end @of _{{0,2}}? @<trouble> (?=is|has|:|,|$|!)
        a @life (?:free (?:of|from)|without) _{{0,2}}? @<trouble>
        @<foreverkey> @<trouble> >> ^ (?:(?!<stays|det|neg>) _){{1,2}} (?:<det>|<mild>)? <trouble>
            (?:(?!<stays|neg>) _){{0,4}}? {_FOREVER}
        @(?:vanished|disappeared|melted|evaporated|dissolved) >>
            @<trouble> (?:has|have)? (?:simply|just|all|completely|totally|now)*
            @(?:vanished|disappeared|melted|evaporated|dissolved) away?
            (?:overnight|instantly|completely|forever|without a trace|(?:in|within) _{{1,3}}?
            <period>|for good)
        @(?:without|free) @<lifeword> >> (?:say|saying)?
            (?:hello|welcome|enjoy|start|live|imagine|begin|love) (?:to|in|living)? (?:a|your|the)*
            <lifeword> (?:without|free) (?:of|from)? _{{0,2}}? <trouble>
        @(?:nothing|just|only) (?:but|more than)? a (?:distant|bad|faint|dim)? @memory
        (?:stay|stays|stayed) (?:that|this) @way {_FOREVER}
        @back >>
            @(?:bring|brings|brought|give|gives|get|gets|grow|grows|win) _{{0,4}}? @back
            _{{0,3}}? {_FOREVER}
        @packing >> (?:send|sends|sent|sending) _{{0,2}}? @<trouble> packing
        (?:spells|means|mean|marks|is|be) the @(?:end|death) @(?:of|for|to) _{{0,2}}? @<trouble>
            (?=,|$|!|as we|for)
        (?:<ll>|will) @never (?:ever|again)* (?:get|be|fall|feel) (?:ill|sick|depressed|anxious
            |fat|overweight|tired|<trouble>) (?=again|if|when|while|with|on|,|$|!)
        (?:put|puts) _{{0,2}}? <trouble> @behind (?:you|them|her|him)
        (?:an|the|a _) @end to _{{0,2}}? @<trouble> (?=,|in|within|by|now|at|!|$)
        @(?:won't|never) >>
            (?:won't|won't ever|never) ever? @need (?:another|a|any) more? _?
            (?:<remedy>|doctor|ROLE) (?:as long|again|ever|after)
        @<foreverkey> >>
            (?:they|it|which|that|results|effects|fix|cure|solution|relief) (?:for _
            that|that|which)? will? @(?:last|lasts) {_FOREVER}
        never (?:@wears off|fades)
        @(?:ends|stops|over|vanishes) >>
            (?:your|the) @<trouble> (?:ends|stops|is over|vanishes) @(?:the|as|today|tonight|here)
            (?:day|moment|minute|second|soon)?
        @again @never @(?:worry|think|fear) >> never (?:worry|think|fear) about? _{{0,3}}? <trouble>
            again
        @(?:say|saying) >>
            (?:say|saying) (?:@so long|good riddance|adios) to _{{0,3}}? <trouble>
        @over @is @<trouble> >> <trouble> is over (?=:|,|!|$)
        @(?:stay|stays) gone
        (?:total|complete|lasting|permanent|lifelong|instant) @(?:freedom|relief) (?:from|for)
            _{{0,2}}? <trouble>
        @chance >> @<trouble> @(?:doesn't|don't|won't) stand a chance
        @permanent (?:cure|relief|solution|fix|recovery|results|result|remission|freedom|end|
            healing|weight loss|answer|improvement)
        @permanently _? @<ends>
        @<lastkey> @(?:never|not) >> (?:will|<ll>|would) simply? (?:never|not ever) ever? (?:come
            back|return|relapse|<feels> _{{0,5}}? (?:again|another _{{0,2}}? <trouble>|<trouble>
            again)|(?:have|suffer|experience) another)
        @never @(?:feel|suffer|be|get|have|face|catch) _{{0,3}}? <trouble> @again
        @never @again @(?:feel|suffer|be|get|will|have|fear|worry) _{{0,5}}? <trouble>
        @no @more @<trouble> >> ^ no more _? <trouble> (?!relief|medicine|than|is|are)
        @no @more @<trouble> >> (?<=,|:|;|\u2014) no more _? <trouble> (?!relief|medicine|than|is|
            are)
        our (?:clients|patients|users|customers|members) @never (?:relapse|fail|get worse)
        <trouble> will @be (?:a thing of the past|history)
        @freedom @from _{{0,2}}? @<trouble> (?:in|within|by|for (?:life|good|ever)|forever)
        @(?:vanish|disappear|gone|melt|evaporate|memory|more|good|history) @<trouble> @<can> >>
            <trouble> _{{0,3}}? (?:will|<ll>) (?:simply|just|all|soon)* (?:vanish|disappear|be
            gone|melt away|evaporate|be (?:a (?:distant|bad)? memory|no more|over for good|
            history))
        @gone @(?:in|within) _{{1,2}} (?:<period>|<nicetime>)
        @<goodbye> >> (?:(?<!_) goodbye|(?:say|saying|said|wave|kiss|bid|final|a){{0,3}} <goodbye>
            to|<goodbye> ,) _{{0,3}}? <trouble>
        (?:see|saw|seen) the @(?:back|end|last) @of _{{0,2}}? @<trouble>
        the final? @end @of all? @your _{{0,2}}? <trouble>
        @(?:come|comes|came|return|returns|recur|recurs|bother|reappear|reappears|flare)
            @(?:won't|not|never|can't|cannot) @<trouble> >> <trouble> (?:_|,){{0,5}}? (?:won't|will
            not|will never|<ll> never|never|can't|cannot|can never) ever? (?:(?:come|comes|came)
            back|return|returns|recur|recurs|(?:trouble|bother) you|reappear|reappears|flare)
        @<foreverkey> @(?:stay|stays|stayed|staying|remains|remain|keeps|kept) >> (?:stay|stays|
            stayed|staying|remains|remain|keeps|kept) (?:it|them|you|your|<trouble>|completely|_
            <trouble>){{0,2}} (?:off|away|gone|better|well|cured|healed|clear|calm|slim|thin|fixed|
            straight|white|dry|smooth|beaten|under control|at bay|(?:<trouble>|symptom)? free)
            {_FOREVER}
        @<foreverkey>
            @(?:gone|lifted|free|freed|healed|sorted|fixed|well|better|protected|immune|safe|calm|slim)
            >> (?<!<notfree>) (?:gone|lifted|free|freed|healed|sorted|fixed|well|better|protected|
            immune|safe|calm|slim) {_FOREVER}
        (?:<ll>|will) @never again? (?:need|want|reach for) @(?:another|any|a) _? (?:<remedy>|
            doctor)
        @(?:cannot|can't|never|won't) @(?:catch|get|develop|suffer) @<trouble> >>
            (?:cannot|can't|can never|will never|<ll> never|
            won't ever) (?:ever|possibly)? (?:catch|get|develop|suffer from?) _{{0,2}}? <trouble>
            (?:if|when|while|once|on|with|after|again)
        (?:can|will|<ll>) @never ever? (?:catch|get|develop|suffer from) _{{0,2}}? @<trouble>
        <trouble> (?:doesn't|does not|don't|do not|never|never ever) (?:come|comes|came) back ,?
            @ever
    """,
    _Promise("a lasting effect", _LASTS, "trouble"): f"""
        @<foreverkey> @<ends> >> (?<!<notfree>) <ends> (?:_|,){{0,8}}? {_FOREVER}
    """,
    _Promise("a lasting effect", _LASTS, "ending"): f"""
        @<foreverkey> @<trouble> >> <trouble> (?:(?!<lingers|nt>) _){{0,4}}? {_FOREVER}
    """,
    _Promise("a lasting effect", _LASTS, "remedy"): f"""
        @never @(?:catch|get|suffer|develop) from? _{{0,2}}? (?:CONDITION|colds|flu|ill|sick)
        @<gonekey> @<trouble> @<is> >>
            (?:your|their|his|her|my|our|'s|any|all|the|every|each|this|and|of|:|,)
            _{{0,2}}? <trouble> (?:is|are|was|were|will be|'s|<ll> be|would be) (?:simply|just|all|
            completely|totally|finally|history and)* {_GONE} (?!away? (?:when|once|by the time))
        @(?:result|results|effect|effects|relief|improvement|improvements|benefit|benefits)
            (?:(?:of|from) (?:(?!do|does|did|not|may|can|cannot) _){{1,3}}?)? will? @(?:last|lasts)
            {_FOREVER}
        never @(?:stops|ceases) (?:working|to work|helping)
    """,
    _Promise("the only treatment", _ALONE): """
        @only (?:proven|real|true|lasting) @(?:answer|solution|remedy|cure|treatment|way) (?:to|for)
            _{0,2}? <trouble>
        (?:only|one|sole) @<way> out of _{0,2}? <trouble>
        @(?:only|one) (?:(?!medical) _)? @<remedy> (?:that|which|to be|to have been|scientifically|
            clinically|for _{1,3}?){0,2} (?:really|actually|truly|ever|has|have|is|been|will){0,3}
            (?:(?:works|work|helps|cures|lasts|guaranteed|effective|heals|worked) (?!for (?:me|him|
            her|us|them))|proven to work)
        @(?:only|one) @<way> @<undoany> >> (?:only|the one) <way> (?:that|which|to)
            (?:really|actually|
            truly|ever|has|have|will|can|finally|get|gets)* (?:<undoany>|rid of) _{0,2}? <trouble>
        (?:only|one) @<way> (?:that|which|to)? (?:really|actually|truly|ever|has|have|will|is|been|
            can|be|get|proven|known|guaranteed|to)* (?:<cures>|(?:works|work) (?:for|against|on|
            with|,|$)|heals|heal|beats|beat|rid of|overcome|end|ends)
        @(?:only|one|last) _? @<remedy> (?:you will?|you'll) ever? @need
        @(?:only|one) <remedy> @(?:that|which) @<ends> _{0,3}? <trouble>
        nothing @else _{0,4}? (?:can <undo>|(?:can|will) get rid|will <undo>|works|helps|will
            help|will work|comes close|
            can help|even comes close)
        no @other _? @<remedy> (?:ever|even|really|can|will|has)* (?:works|worked|helps|helped|comes
            close|heals|cures|lasts|work|help|compare|compares|cure|heal|beat|fix)
        @nothing (?:but|except|other than) _{1,3}? (?:works|helps|cures|heals|(?:will|can) ever?
            (?:help|
            work|<undo>|get rid))
        ^ @only (?:our|this|the|these)? _{0,2}? <remedy> @(?:can|will) _{0,2}?
            @(?:cure|heal|free|save|bring|fix|stop|end|beat|rid|work)
        @(?:sole|only|one) @(?:remedy|treatment|answer|solution|cure|therapy|medicine)
            @(?:for|to|against) >> (?:sole|one and only|one true) (?:remedy|treatment|answer|
            solution|cure|therapy|medicine) (?:for|to|against)
        (?:only|world 's only) @cure @for
    """,
    _Promise("freedom from symptoms by a date", _LASTS, ""): """
        ^ (?:<trouble>|symptom) @free (?:by|within|before|forever|for good|overnight|in
            (?:just|only|under)?
            _{1,2} <period>|in _{0,2}? (?:steps|sessions|visits))
    """,
    _Promise("freedom from symptoms by a date", _LASTS): """
        @free >> @<can> soon? be (?:completely|totally)? free (?:of|from) _{0,2}? @<trouble>
        (?:be|become|becoming|feel|live|wake up|stay|get|go|are|<re>|you|being|completely|totally)
            (?:completely|totally|100 %|fully)* (?:<trouble>|symptom|craving|medication) @free
            (?:by|in (?!some)|within|for (?:life|good|ever)|forever|after|tomorrow|tonight|this|
            before|overnight)
        (?:be|become|live|feel|get|being|wake up) (?:completely|totally)? @free @(?:of|from) _{0,2}?
            @<trouble> (?:by|in|within|for (?:life|good|ever)|forever|after|overnight)
    """,
    _Promise("a complete effect", _CURE, "trouble"): """
        @<undokey> @<trouble> @<once> >> (?:<undoany>|rid of) (?:_|,){0,4}? <trouble> (?:_|,){0,3}?
            in
            (?:one|a single|just|only|under|as little as|less than) _{0,2}? <once>
        @(?:whatever|matter|however) @<trouble> @<undo|undoes> >> (?:whatever|no matter (?:what|how)
            |however (?:bad|severe|long|old)) (?:_|,){0,4}? <trouble> (?:_|,){0,8}? (?:<undo>|
            <undoes>)
        (?:will|<ll>) <adv>* @<stronginf> <mild>{0,4} @<trouble>
        (?<!_) @(?:completely|totally|permanently|instantly) @<undo> (?:<mild>){0,3} @<trouble>
        @out @(?:completely|totally|permanently|instantly) @<trouble> >> (?<!_)
            (?:completely|totally|
            permanently|instantly) (?:wipe|knock|stamp|flush|drive) out (?:<mild>){0,3} <trouble>
        @(?:completely|totally|entirely|instantly|fully) (?:heal|heals|healed|reverses|reversed|
            removes|remove|eliminates|eliminate|eliminated|(?:gets|get) rid|restores|eradicates|
            eradicate|erases|wipes out|clears|relieves|stops|ends)
        (?:eliminate|eliminates|eradicate|eradicates|erase|erases|wipe|wipes|banish|banishes|heal|
            heals|reverse|reverses|clear|clears|end|ends|get|gets|remove|removes|stop|stops) (?:out|
            rid of)? _{0,5}? @(?:completely|entirely|totally|instantly|overnight|altogether)
        @(?:eliminate|eliminates|eradicate|eradicates|erase|erases|banish|banishes|heal|heals|clear|clears|end|ends|removes|stops|cure|cures)
            @(?:every|all|any) _{0,2}? (?:<trouble>|trace|sign)
        @(?:make|makes|making) _{0,3}? @<trouble> (?:disappear|vanish|go away|melt away|a thing of
            the past|history|a (?:distant|bad)? memory)
    """,
    _Promise("a complete effect", _CURE, "ailing"): f"""
        @<outrightkey> @<undid> @be >> be <undid> (?:up|out|away)? {_OUTRIGHT}
        (?:protect|protects) _{{0,2}}? @(?:fully|completely|totally|entirely) (?:against|from)
        @<outrightkey> @<undoeskey> >> {_OUTRIGHT} (?:and _)? {_UNDOES}
        @<outrightkey> @<undoeskey> >> {_UNDOES} (?:_|,){{0,6}}? {_OUTRIGHT}
        @<outrightkey> @<undoeskey> @<can> >> <can> _? {_UNDO} (?:_|,){{0,6}}? {_OUTRIGHT}
        @<outrightkey> @<undoeskey> @<can> >> <can> {_OUTRIGHT} {_UNDO}
        @<outrightkey> @<undoeskey> >> (?:<remedy>|they) (?:{_OUTRIGHT} {_UNDO}|{_UNDO} (?:_|
            ,){{0,6}}? {_OUTRIGHT})
    """,
    _Promise("a complete effect", _CURE, "health"): """
        @(?:whatever|whatever's|matter) @(?:it|you|them|right) >> (?:whatever|whatever's|no matter
            what) (?:_|,){1,12}?
            (?:our|we|this|it|my) _{0,4}? (?:(?:will|can|<ll>)
            (?:heal|cure|fix|solve|beat|reverse|end)|heals|
            cures|fixes|(?:will|can)? (?:put|puts|set|sets)) (?:it|you|them) (?=right|,|$|!|for)
        @(?:healed|cured|reversed|erased|eliminated|banished) (?:my|his|her|their|your|our) _{0,2}?
            (?:<trouble>|<body>) @(?:completely|totally|entirely|forever|permanently|overnight)
        <bring> (?:you|your|them|people|everyone|her|him|us|_ family|children|with|a|the){0,2}
            (?:lifelong|life long|lasting|round the clock|instant|and|,){0,3} (?:total|complete|
            absolute|perfect|permanent|100 %|guaranteed) (?:lifelong|lasting|and|,){0,3} @<shield>
        @<restores> _{0,4}? to (?:perfect|full|complete|total|100 %) @health
        @new @(?:feel|look|be|feels|good) >>
            (?:feel|look|be|feels|good) (?:as|good|like|brand){1,3} new
        @(?:completely|totally|entirely) @<undoany> >> <undoany> (?:it|them)
            (?:completely|totally|entirely)
        @(?:removes|remove|clears|clear|erases|erase|eliminates|eliminate) @every last?
            @(?:trace|sign)
        ^ (?!full|guaranteed) <full> <full>? @<shield> (?=in|with|from|for|against|within|,|$|!|:)
        (?:hear|see|walk|move|sleep|breathe|run|dance) @(?:perfectly|flawlessly) again?
        @<restores> _{0,2}? (?:perfect|full|complete|total|100 %|youthful) _? (?:<body>|health|
            sleep|function|movement)
    """,
    _Promise("certain success", _CERTAIN): f"""
        (?:absolutely|completely|100 %) @<certain> that? (?:<ll>|you will|it will)
        @(?:certain|guaranteed) to (?:get|be|become|sleep|conceive|love)
        (?:is|are|'s|<re>) (?:absolutely|100 %|quite|dead)? @<certain> @to _? (?:{_UNDO}|<surely>|
            get better|feel better)
        @(?:assured|certain|inevitable|certainty|guaranteed|given|doubt) @<promised> >> <promised>
            (?:(?:from|of|in) _{{1,3}}?)? (?:is|are) (?:absolutely|completely|virtually|100 %|
            always)? (?:assured|certain|inevitable|a certainty|guaranteed|a given|never in doubt)
    """,
    _Promise("that nothing can go wrong", _CERTAIN, ""): """
        (?:and|so|then|this) (?:and)? you @(?:can't|cannot|won't) ever? @(?:get|catch) _? <trouble>
            $
        no @(?:relapse|relapses) (?=,|$|!)
    """,
    _Promise("that nothing can go wrong", _CERTAIN, "told"): """
        (?:making|make|makes) _{0,4}? <trouble> _? @impossible
        <trouble> (?:become|becomes|is|are|'s) (?:simply|quite|now|absolutely)? @impossible (?!to)
        @impossible (?:for _{1,4})? @to (?:relapse|overdose|become (?:addicted|dependent|ill)|get
            (?:addicted|hooked|ill|dependent|sick)|fail)
        @(?:way|chance|possibility|impossible) @<nofailkey> >> (?:no possible? way|no chance|zero
            chance|no possibility|impossible) (?:that|of|for)? (?:you|your|anyone|anybody|it|they|
            this|the|our|to|can|could|will|would|ever|get|getting|become|becoming|be|being|a|an|
            any){0,8} (?:<nofail>|coming back|come back|go wrong)
        (?:cannot|can't|can not|can never|will never|won't) (?:possibly|ever|conceivably)
            @(?:get|become|be) @<addict>
        (?:cannot|can't|can not|won't) @(?:get|become) @<addict> (?:to|on)
            (?:this|these|our|it|them)
    """,
    _Promise("one single cause", _CAUSES): """
        (?:sole|single|one and only|one true|only real|only true|real|only) root?
            @(?:cause|reason|culprit) @(?:of|for|behind) _{0,3}? @<trouble>
        @(?:all|every|any) @<trouble> @(?:is|are|comes|come|stems|starts|begins) >> (?:all|every|
            any) _? <trouble> (?:(?:is|are) always? (?:caused by|due to|down to)|always? (?:comes|
            come|stems|starts|begins) (?:from|in))
        <trouble> (?:is|are) @(?:always|entirely|solely|purely|simply|only) (?:caused by|due to|down
            to|the result of)
    """,
}


def _cue(source: str) -> Pattern:
    return Pattern(source, re.NOFLAG)


_TURN = _cue(r"[,;\u2014] (?:but|yet|though|although|however) ")
_FOR_EVER = _cue(r" (?:for ever|forever|for good|for life|permanently|once and for all)")
_HARDENED = _cue(
    r"\b(?:gels?|resins?|concrete|cement|epoxy|adhesive|glue|paint|varnish|polish|manicures?"
    r"|nails?|fillings?|lamp|uv|ham|bacon|meats?|sausages?|salmon|fish|olives|tobacco|leather"
    r"|plastic|plaster|rubber|composite|acrylic|ink|lacquer|salt|smoked|oven|grout|silicone)\b"
)
_REPORTED = _cue(
    r"\b(?:swears?|swore|sworn|insists?|insisted|reckons?|reckoned|used to (?:think|believe|say)"
    r"|rumou?rs?|legend|folklore|folk|old wives|tradition(?:ally)?|supposed(?:ly)?|alleged(?:ly)?"
    r"|said to|believed to|thought to|believes?|believed|heard|read|told|tells|says|said"
    r"|billed as|marketed as|advertised as|sold as|touted as|hailed as|dubbed|branded as|tiktok"
    r"|headlines?|posts?|adverts?|influencers?|superstition)\b"
)
_DISTANCED = _cue(
    r"\b(?:used to|once) (?:think|thought|believed?|say|said|sold|hoped|seen|taken)\b"
    r"|\b(?:billed|marketed|advertised|touted|hailed|pitched|peddled|hyped|dressed up)"
    r" (?:\w+ )?as\b"
    r"|\b(?:stop|quit|never|not|avoid|resist|don't|doesn't|isn't|hardly|nobody|before you)"
    r" (?:\w+ )?(?:call|calling|calls|label|labelling|labeling|describing|describe|see it"
    r"|brand|branding|market|marketing|sell|selling|chase|chasing|look for|looking for|expect"
    r"|expecting|believe|believing|promise|promising)\b|\bno such thing\b|\bhad been (?:told"
    r"|promised|sold)\b|\b(?:fined|banned|sued|convicted|jailed|prosecuted)\b"
)
_REFUTED = _cue(
    r"^(?:but |yet |however , |sadly , |in fact , |in truth , )?(?:(?:there|it|that|this|they"
    r"|research|studies|science|the (?:evidence|science|research|truth)|none of (?:it|this|that)"
    r"|neither|he|she|no|not) (?:[\w',]+ ){0,6}?)?(?:no (?:good |real |reliable )?(?:proof"
    r"|evidence|truth|basis|studies|study|such)|isn't (?:true|so|right|possible)|not (?:true|so"
    r"|right|possible)|untrue|false|wrong|a myth|nonsense|doesn't|does not|do not|don't|didn't"
    r"|did not|can't|cannot|won't|disagrees?|has not been|never been|unproven)\b"
)
_IN_SOME = _cue(
    r"^(?: [\w']+){0,4} (?:in|for|among|of|with) (?:(?:the|about|around|more than|over|up to|at"
    r" least|nearly|almost|roughly|well over) ){0,2}(?:most|many|some|majority|half|several"
    r"|(?!100\b)\d+(?: (?:%|in|out of|of|to|per cent))|nine in|nine out|8 in|two thirds"
    r"|three quarters|certain|a few)\b"
)
_UNTIL = _cue(
    r"\b(?:until|till|once|when|whenever|after|if|unless|before|even though|by the time|wait"
    r"|as soon as|because|feel(?:s|ing)? (?:like|as if))\b"
)
_NOW = _cue(r" (?:is|are|was|were|'s) (?:[\w']+ )?(?:gone|cured|healed|history|no more)$")
_HOPED = _cue(
    r"\b(?:wait|whether|so that|to (?:make|be) sure|chances?|hopes?|hoping|odds|likely|wish\w*"
    r"|fear\w*|worr\w+|afraid)\b"
)
_AVOIDED = _cue(
    r"\b(?:avoid|stay away|steer clear|report (?:it|them|any|this|the)|ban(?:s|ned)?|illegal"
    r"|not allowed|must not|may not|cannot say|do not say|never (?:say|claim|promise))\b"
)
_DEFINES = _cue(
    r"^(?:an? |the )?(?:cure|remission|placebo|guarantee)s? (?:is|means?|would be"
    r"|are)\b"
)
_TALKED_ABOUT = _cue(
    r"^ (?:promises?|scams?|adverts?|advertis\w+|stor(?:y|ies)|claims?|myths?|industry"
    r"|peddlers?|sellers?|marketing)\b"
)
_IF_USED = _cue(
    r"\bif you (?:just |only |simply )?(?:follow|use|take|drink|eat|wear|stick|buy|join|try|do)\b"
)
_LIMITS = _cue(
    r"\b(?:some|most|many|several|a few|about half|nearly|almost|may|might|could|usually|often"
    r"|sometimes)\b"
)
_MISSING = _cue(
    r"\b(?:does not|do not|doesn't|don't) exist|\b(?:has|have) (?:not|never|yet)\b"
    r"(?: [\w']+){0,2} (?:found|proven|proved|shown|made)|\bis (?:yet to|still to) be\b"
)
_MINOR = _cue(
    r"\b(?:wounds?|cuts?|graze|bones?|fracture|bruises?|blisters?|stitches|skin|rash|scar"
    r"|should)\b"
)
_OPERATED = _cue(
    r"\b(?:transplants?|surgery|operation|an(?:a?e)sthetic|hysterectomy|vasectomy|ablation"
    r"|steriliz\w+|removed|removing the|biops\w+|lab)\b"
)
_NO_OPERATION = _cue(r"\b(?:without|no need for|instead of) (?:\w+ )?(?:surgery|operation)\b")
_VACCINE = _cue(r"\b(?:vaccin\w+|flu shots?|flu jabs?|shots?|jabs?)\b")
_FRACTION = _cue(
    r"\b(\d+|(?:one|two|three|four|five|six|seven|eight|nine)\b) (?:in|out of|of every) (\d+|two"
    r"|three|four|five|six|seven|eight|nine|ten)\b|\b(?!100\b)\d+ (?:%|per cent|percent) of\b"
    r"|\b(?:half|most|third|quarter|quarters|thirds|many|some) of $"
)
_SEARCH = _cue(
    r"\b(?:(?:reports?|news|stories|rumou?rs|idea|talk) of|find|finding|finds|for|seek|seeking"
    r"|into|towards?|developing|develop|hope of"
    r"|promise of|promis\w+|discover\w*|race|work on|working on|hunt|search\w*|look\w*|without"
    r"|want\w*|wait\w*|years|until) (?:an? |the )?(?:[\w']+ )?$"
)
_NO_SIDE_EFFECTS_SAID = _cue(
    r"^ (?:does not|do not|doesn't|don't) exist|^ (?:that|which) (?:we|anyone"
    r"|doctors) knows? of|^ (?:at all )?(?:were|was|have been|had been"
    r"|are|is) (?:\w+ )?(?:reported|seen|found"
    r"|observed|noted|recorded|noticed|known)|^ (?:so far|yet|in the (?:trial|study)|in (?:most"
    r"|many|some)|for (?:most|many|some)|during the)"
)
_PERSON_HAS = _cue(
    r"\b(?:you|people|some|many|most|they|i|she|he|we|patients?|adults|children|participants"
    r"|one in \w+|those|who|women|men|nobody|if|half|few|\d+ %) (?:(?:may|might|can|will|have"
    r"|had|has|get|gets|got|notice|noticed|experience|experienced|reported|feel|felt|usually"
    r"|often|also|with|had had) ){0,3}$"
)
_ADMIN = _cue(
    r"\b(?:appointments?|place|places|slot|reply|response|privacy|confidential\w*|refund"
    r"|delivery|price|hours|pay|access|rights?|anonym\w+|seat|bed|law|data|call back|wage"
    r"|income|money(?! back)|money back guarantees?|standards?|warranty|rooms?|same day|deposit"
    r"|service level|parking|book"
    r"|booked|booking|bookings|spaces?|tables?|tickets?|accommodation|entry|availab\w+|shipping"
    r"|wifi|meals?|quality|signal|interviews?|translators?|interpreters?|transport"
    r"|(?<!will )(?<!to )lifts?"
    r"|salary|pension|leave|loans?|spot|admission|beds|time slots?)\b"
)
_PSEUDO = _cue(
    r"\b(?:honey|garlic|tea|oils?|vinegar|herbs?|herbal|supplements?|vitamins?|crystals?|juice"
    r"|homeopath\w*|prayer|detox|cleanse|our|magnets?|turmeric|silver|bleach|diet|fasting)\b"
)
_BEHAVIOUR = _cue(
    r"\b(?:smoking|drinking|vaping|cigarettes|hospital|job|school|work|home|gambling)\b"
)
_RHETORIC = _cue(
    r"^(?:want|ready|looking|tired|would you like|ever wanted|fed up|do you want|why not|wish"
    r"|imagine|dream\w*)\b"
)
_TESTED = _cue(r"\b(?:trials?|study|studies|participants|group|researchers?)\b")

_OPERATED_ON = frozenset(
    "transplant surgery operation replacement bypass anaesthetic anesthetic".split()
)
_DIAGNOSED = _cue(
    r"\b(?:scans?|tests?|x rays?|ultrasound|mri|screening|exams?|examination|samples?)\b"
)
_DIFFERS = _cue(r"\b(?:differently|different|own (?:way|pace|time))\b")
_GERMS = _cue(
    r"\b(?:virus|viruses|bacteri\w+|germs?|genes?|chromosomes?|parasites?|fung\w+|hpv|hiv|asbestos"
    r"|infections?|mutations?)\b"
)
_AIMED = _cue(r"\b(?:aims?|goals?|purpose|potential|possible|hope\w*)\b")
_SCAMMED = _cue(r"\b(?:scammers?|fraud\w*|con artists?|swindlers?|quacks?|cheats?)\b")
_BY_ROLE = _cue(r"\bROLES? (?:\w+ ){0,3}removes?\b")
_BODY_DOES = _cue(r"\b(?:body|immune system|kidneys?|liver|defences|defenses|hormones?) $")
_AND_NO = _cue(r"\b(?:are|is|has|have|with|^) ?(?:no|zero) (?:\w+ ){1,3}(?:and|or|,) $")
_STERILE = _cue(r"\b(?:hysterectomy|vasectomy|ablation|sterili[sz]\w+|periods|tubes)\b")
_PLAIN = _cue(r"\b(?:water|baths?|exercise|walking|swimming|milk|food|sex|breastfe\w+)\b")
_BY_ITSELF = _cue(r"\b(?:on|by|of) (?:its|their|your) own\b|\bby (?:itself|themselves)\b")
_BACK = _cue(r"\b(?:back|again|return|need|regret)\b")
_NONE_CAN = _cue(
    r"\b(?:nothing|nobody|no one|none of (?:[\w']+ ){1,3}|no (?:\w+ ){0,2}?(?:treatments?"
    r"|methods?|tests?"
    r"|therap(?:y|ies)|medicines?|drugs?|operations?|procedures?|surgery|vaccines?|diets?"
    r"|remed(?:y|ies)"
    r"|doctors?|clinics?|scans?|techniques?|ways?|cures?|supplements?|herbs?|approach|device|pill"
    r"|programmes?|programs?|MEDICINE|CLASS|THERAPY|ROLES?))(?: (?:[\w']+ ){0,4}?)?[,(\u2014] "
    r"[^;:!?]{2,60}[,)\u2014] (?:can|could|will|would|should|may|ever|has|is|works?"
    r"|cures?) [^,;]{0,30}$"
)
"""A negation that an insertion parts from its verb: "no method, including ours, can promise"."""

_RESEARCHED = _cue(
    r"\b(?:research\w*|scientists?|institutes?|stud(?:y|ies)|goals?|aims?|mission|efforts?"
    r"|foundation"
    r"|doctors|experts|ROLES)\b(?! (?:\w+ ){0,4}(?:found|discovered|proved|proven|developed"
    r"|invented))"
    r"(?: [\w',]+){0,14}? (?:(?:find(?:ing)?|ways?|works?|working|try|trying|seeks?|seeking"
    r"|strives?"
    r"|striving|hopes?|hoping|aims?|aiming|needed|learn how|race|racing"
    r"|efforts?) (?:[\w']+ ){0,3}?to"
    r"|towards?|ways of) (?:[\w',]+ ){0,8}$"
)
_HOPED_FOR = _cue(
    r"\bhope\w*\b.{0,120}\b(?:cure|vaccine|treatment|day|future) $|\beventual(?:ly)? $"
)
_ADHERES = _cue(
    r"\b(?:all (?:of )?(?:your|the|their|his|her)|every (?:tablet|pill|dose|day)|full (?:course"
    r"|\w+ months?)"
    r"|(?:finish\w*|complet\w+) (?:the|your|a|all|every|treatment)|whole course|as (?:instructed"
    r"|directed"
    r"|prescribed|told)|exactly as|until (?:they|it) (?:is|are)|take (?:the )?\w+ out|remov\w+)\b"
)
_SOME_HAVE = _cue(
    r"\b(?:some|most|many|half|a few|(?:vast|great|large) majority|majority)(?: of)?(?: (?:the"
    r"|these|those"
    r"|all))? (?:people|patients|women|men|children|adults|babies|users|participants|folks?"
    r"|teenagers"
    r"|who|with|contracting|infected)\b(?!.{0,150} (?:but|yet|however) )"
)
_FEARED = _cue(r"\b(?:fear\w*|phobi\w+|afraid|scared)\b")
_LITTLE_OR = _cue(r"\b(?:little|few|minimal|hardly any) (?:or|to) $")
_TALKED = _cue(
    r"\b(?:asking|talking|ask|talk|suicidal|question|questions|listening|mentioning|crying|hugs?)\b"
)
_DISSOLVED = _cue(r"\b(?:dissolves?|breaks?|melts?|destroys?) (?:\w+ ){0,3}(?:clots?|stones?)\b")
_DEFICIENT = _cue(
    r"\b(?:rickets|scurvy|beriberi|goitre|goiter|an(?:a?e)mia|deficienc\w+|spina bifida|neural tube"
    r"|birth defects?|pellagra|blindness|bleeding|malaria)\b"
)
_INCURABLE = _cue(
    r"\b(?:type 1|multiple sclerosis|ms|parkinson|alzheimer|dementia|lupus|autis\w+|asd|als"
    r"|motor neurone"
    r"|cystic fibrosis|huntington|copd|emphysema|schizophrenia|bipolar|arthritis|crohn|colitis|lyme"
    r"|adhd|fibromyalgia|epilepsy|asthma|cancers?|down syndrome|osteoporosis|psoriasis|eczema"
    r"|glaucoma|macular|cerebral palsy|muscular dystrophy|multiple|kidney failure|heart failure)\b"
)
_ONE_VISIT = _cue(
    r"\b(?:one|a single|a few|two|three|four|five|six|\d+|our|my|first) (?:\w+ ){0,2}?(?:sessions?"
    r"|visits?|treatments?|doses?|tablets?|pills?|drops|cups?|courses?|programmes?|programs?"
    r"|massages?|retreats?)\b"
)
_WARRANTED = _cue(r"^ (?:covers?|applies|card|period|certificate|terms|form)\b")
_VANISHES = frozenset("vanish disappear gone evaporate".split())
_YES = _cue(
    r"^(?:yes|absolutely|definitely|certainly|of course|you bet|indeed|it does|it is|it can)\b"
    r"(?!.{0,80}\b(?:but|some|many|most|sometimes|often|usually|may|might|antibiotics?|surgery"
    r"|operation"
    r"|if|when|although|though|doctors?|ROLES?)\b)"
    r"(?=.*\b(?:our|ours|we|we've|we're|my|it takes|just|only|days?|weeks?|sessions?|this|everyone"
    r"|every)\b)"
)
_BRAND = _cue(r"\b[A-Z][a-z]{2,12}[A-Z][a-z]{2,12}\b|[\u00ae\u2122]")
_NO_BRAND = frozenset(
    "MedlinePlus YouTube WhatsApp LinkedIn PayPal JavaScript PubMed MyChart HealthCare".split()
)
_TOPIC = 5
"""How many words a question before a line has when it only names what the line is about."""

_SHORT = 30
"""How long a sentence that says no more than "it does not" can be."""
_TO_UNDO = 20
"""How many characters after "guaranteed" can say what it does."""
_BEGINNING = 400
"""How many characters of a line can say what "it" is."""
_REACH = 60
"""How many words off a treatment can be named for a claim to be about it."""

_PHRASES = Phrases(_VOCABULARY, _ROWS)
WORDS = Words(" ".join(_PHRASES.first_words()))
"""Words of which a line holds one where it claims anything."""


def claims(
    document: Document, line: Line, neighbours: Sequence[Line] | None = None
) -> Iterator[Claim]:
    """What `line` claims too much, from left to right.

    `neighbours` are the lines before and after it, itself among them: they can name what "it" is.
    Without them, those of the document are looked at.
    """
    words = line.text.split(" ")
    code = _VOCABULARY.encode(words)
    found = sorted(_PHRASES.find(code), key=lambda one: (one.first, -one.last))
    if not found:
        return
    if neighbours is None:
        neighbours = _around(document, line)
    if line.question and not (_RHETORIC.search(line.text) or _is_affirmed(line, neighbours)):
        return
    reached = -1
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    for one in found:
        if one.first < reached or not _is_about(one, line, code, neighbours):
            continue
        claim = Claim(
            starts[one.first], starts[one.last] - 1, one.meaning.promise, one.meaning.advice
        )
        if _is_fair(document, line, claim) or _is_refuted(line, claim, neighbours):
            continue
        reached = one.last
        yield claim


def _around(document: Document, line: Line) -> Sequence[Line]:
    """The line between its neighbours in the same block."""
    in_block = health.lines(document).get(line.block, ())
    number = bisect_left(in_block, line.sentence.start, key=lambda each: each.sentence.start)
    return in_block[max(0, number - 1) : number + 2]


def _is_about(found: Match[_Promise], line: Line, code: str, neighbours: Sequence[Line]) -> bool:
    """Whether a treatment or an illness is spoken of: here, or next to a pronoun here."""
    about = found.meaning.about
    if not about:
        return True
    wanted = set(_VOCABULARY.characters(about))
    if about == "trouble":
        return not wanted.isdisjoint(code[max(0, found.first - 10) : found.last + 14])
    near = code[max(0, found.first - _REACH) : found.last + _REACH]
    if not wanted.isdisjoint(near) or _names_brand(line.sentence.words):
        return True
    if any(
        other.question
        and len(other.text) <= _BEGINNING
        and other.text.count(" ") <= _TOPIC
        and not wanted.isdisjoint(_VOCABULARY.encode(other.text.split(" ")))
        for other in _split(line, neighbours)[0]
    ):
        return True
    return not _POINTING.isdisjoint(line.text[:_BEGINNING].split(" ")) and any(
        not wanted.isdisjoint(_VOCABULARY.encode(other.text[:_BEGINNING].split(" ")))
        for other in neighbours
    )


def _split(line: Line, neighbours: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The neighbours before `line`, and those after it."""
    if line not in neighbours:
        return (), ()
    number = neighbours.index(line)
    return neighbours[:number], neighbours[number + 1 :]


@lru_cache(maxsize=1)  # A sentence can claim many things.
def _names_brand(words: str) -> bool:
    """Whether something is sold under a name: "SkinPure", or any with a trade mark sign."""
    found = _BRAND.search(words)
    return found is not None and found[0] not in _NO_BRAND


def _is_affirmed(line: Line, neighbours: Sequence[Line]) -> bool:
    """Whether the next sentence says yes to what `line` asks, and sells the answer."""
    following = _split(line, neighbours)[1]
    return bool(following) and bool(_YES.search(following[0].text[:400]))


_POINTING = frozenset("it this they these that which result results relief success you".split())


def _is_refuted(line: Line, claim: Claim, neighbours: Sequence[Line]) -> bool:
    """Whether a belief is reported, or a claim made, only to be taken back in what follows."""
    if _DISTANCED.search(line.before(claim.start, 60)):
        return True
    after = line.after(claim.end)
    rest = _TURN.search(after)
    if rest and _REFUTED.search(after[rest.end() :]):
        return True
    following = _split(line, neighbours)[1]
    if (
        not following
        or not _REFUTED.search(following[0].text[:400])
        or (len(following[0].text) < _SHORT and _BACK.search(following[0].text))
    ):
        return False
    return bool(_REPORTED.search(line.before(claim.start))) or len(following[0].text) < _SHORT


def _is_fair(document: Document, line: Line, claim: Claim) -> bool:
    """Whether the words are denied, hedged, doubted, quoted, or about something else."""
    start, end = claim.start, claim.end
    said = line.text[start:end]
    before, after = line.before(start), line.after(end)
    near = before + said + after
    last_word = start + said.rfind(" ") + 1
    if cues.quoted(document, line, last_word, end) or cues.mentioned(document, line, start, end):
        return True
    if cues.doubted(line, start) or _AVOIDED.search(before) or _DEFINES.search(line.text[:40]):
        return True
    if _TALKED_ABOUT.search(after) or _MISSING.search(after[:60]) or _LIMITS.search(said):
        return True
    if cues.negated(line, start) and not (
        claim.promise in ("no risk", "no side effects") and _AND_NO.search(before)
    ):
        return True
    if _IN_SOME.search(after) or _NONE_CAN.search(before):
        return True
    if cues.hedged(line, start) and (_LIMITS.search(before) or not _IF_USED.search(before)):
        return True
    share = _FRACTION.search(before)
    if share and (share[1] is None or share[1] != share[2]):
        return True
    if (
        _AIMED.search(before[-80:])
        or (claim.promise == "a cure" and _AIMED.search(said))
        or _SCAMMED.search(before)
    ):
        return True
    match claim.promise:
        case "a cure":
            return (
                bool(
                    _SEARCH.search(before)
                    or _BODY_DOES.search(before)
                    or _RESEARCHED.search(before)
                    or _HOPED_FOR.search(before)
                    or _DISSOLVED.search(_named(line, start, end))
                )
                or _is_hardened(line, claim, near)
                or _is_curable(line, start, near)
            )
        case "what no treatment can do yet":
            return not _INCURABLE.search(_named(line, start, end))
        case "protection from an illness":
            named = _named(line, start, end)
            return bool(_DEFICIENT.search(named)) or _is_medicine(named)
        case "one single cause":
            return bool(_GERMS.search(near)) or _is_curable(line, start, near)
        case "freedom from symptoms by a date" if _is_operation(line, start, near):
            return True
        case "the only treatment":
            return not _PSEUDO.search(near) and (
                _is_operation(line, start, near)
                or bool(_ADHERES.search(near))
                or (" way " in said and _is_curable(line, start, near))
            )
        case "success every time" | "success for everybody":
            return bool(
                _BY_ITSELF.search(after)
                or _DIFFERS.search(said + after)
                or _TESTED.search(near)
                or "antibiotic" in near
            ) or any("antibiotic" in term.words for term in line.near(start, cues.REACH))
        case "no risk" if (
            _DIAGNOSED.search(near)
            or _FEARED.search(before)
            or _LITTLE_OR.search(before)
            or _SOME_HAVE.search(before)
            or _TALKED.search(near)
        ):
            return True
        case "safe for everybody" if _PLAIN.search(near):
            return True
        case "safe for everybody" if " all ages" in said and _VACCINE.search(near):
            return True
        case "100 %" if " prevented " in near:
            return True
        case "safe for everybody" if "harmless" in said:
            code = _VOCABULARY.encode((before + said).split(" "))
            return set(_VOCABULARY.characters("remedy|=it|=they|=this")).isdisjoint(code)
        case "a guarantee":
            to_undo = line.text[end : end + _TO_UNDO].split(" ")[1:3]
            outcome = set(_VOCABULARY.characters("undo|trouble|body|promised"))
            ends = not outcome.isdisjoint(_VOCABULARY.encode(to_undo))
            if _WARRANTED.search(after):
                return True
            return bool(_ADMIN.search(near)) and not (ends or _PSEUDO.search(before))
        case "no side effects":
            return bool(
                _NO_SIDE_EFFECTS_SAID.search(after)
                or _PERSON_HAS.search(before)
                or _SOME_HAVE.search(before)
                or _LITTLE_OR.search(before)
                or _TESTED.search(near)
                or _DIAGNOSED.search(near)
            )
        case "a complete effect":
            return bool(
                _MINOR.search(before + said)
                or _UNTIL.search(before)
                or " hair " in f" {said} "
                or _is_curable(line, start, near)
            )
        case "a lasting effect":
            if _STERILE.search(near) or _VACCINE.search(near):
                return True
            if _BEHAVIOUR.search(said) or _HOPED.search(before[-80:]):
                return True
            if (_BACK.search(said) or "cured" in said) and _is_curable(line, start, near):
                return True
            if _is_natural_course(line, start, said):
                return True
            return bool(_NOW.search(said) and _UNTIL.search(before[-80:])) and not (
                _FOR_EVER.match(after) or _ONE_VISIT.search(before[-80:])
            )
    return False


def _named(line: Line, start: int, end: int) -> str:
    """The words of a claim, with those of the illnesses that it names."""
    inside = (term.words for term in line.terms if start <= term.start < end)
    return " ".join((line.text[start:end], *inside))


def _is_medicine(named: str) -> bool:
    """Whether what is named is no food, herb or supplement."""
    natural = set(_VOCABULARY.characters("natural"))
    return natural.isdisjoint(_VOCABULARY.encode(named.split(" ")))


def _is_natural_course(line: Line, start: int, said: str) -> bool:
    """Whether an illness is said to go, with no treatment to make it go."""
    words = said.split(" ")
    if _VANISHES.isdisjoint(words) or not {"will", "can"}.intersection(words):
        return False
    code = _VOCABULARY.encode(line.text[:_BEGINNING].split(" "))
    return set(_VOCABULARY.characters("remedy|=your|=all|=every|=our")).isdisjoint(code)


def _is_hardened(line: Line, claim: Claim, near: str) -> bool:
    """Whether it is a material that is cured: a gel under a lamp, a ham in salt."""
    said = line.text[claim.start : claim.end]
    if not _HARDENED.search(near):
        return False
    code = _VOCABULARY.encode((said + line.after(claim.end, 40)).split(" "))
    return set(_VOCABULARY.characters("trouble")).isdisjoint(code)


def _is_operation(line: Line, start: int, near: str) -> bool:
    """Whether surgery is spoken of, which does remove what it removes."""
    if _NO_OPERATION.search(near):
        return False
    if _BY_ROLE.search(line.text[max(0, start - 40) : start + 40]):
        return True
    return bool(_OPERATED.search(near)) or any(
        not _OPERATED_ON.isdisjoint(term.words.split()) for term in line.near(start, cues.REACH)
    )


def _is_curable(line: Line, start: int, near: str) -> bool:
    """Whether it is what medicine does cure: an infection, a cataract, an early cancer."""
    if _PSEUDO.search(near):
        return False
    named = [term.words for term in line.near(start, cues.REACH)]
    if any(words in health.phrases("infections") for words in named) or any(
        f" {phrase} " in f" {near} " or f" {phrase}s " in f" {near} "
        for phrase in health.phrases("infections")
    ):
        return True
    if _is_operation(line, start, near) or "antibiotic" in near:
        return True
    if any(word in words for words in named for word in ("antibiotic", "antiviral")):
        return True
    treated = "can" in near.split() or any(
        "chemo" in words or "radio" in words or "transplant" in words for words in named
    )
    return treated and any("cancer" in words for words in named)
