from __future__ import annotations

from collections.abc import Iterator

from lint import citations, cues, health
from lint.document import Document
from lint.health import CLASS, DRUG, MEDICINE, THERAPY, Line
from lint.patterns import Pattern, Words
from lint.rule import Found, Hit, Severity, Theme, rule

WORDS = Words(
    "best most better superior faster greater unrivalled unrivaled unmatched unbeatable outperforms"
    " outperform beats number gold second nothing"
)

_TREATMENT = (
    r"(?:treatments?|therap(?:y|ies)|medic(?:ines?|ations?)|drugs?|tablets?|remed(?:y|ies)|options?"
    r"|approach(?:es)?|methods?|techniques?|interventions?|combinations?|programmes?|programs?"
    r"|painkillers?|cures?|solutions?|tools?|exercises?|supplements?|protection|contraceptives?"
    r"|MEDICINE|CLASS|THERAPY)"
)
_RESULTS = r"(?:outcomes?|results?|recovery|relief|improvements?|success\ rates?|effects?)"
_TREATS = (
    r"(?:treat|manage|relieve|reduce|beat|overcome|ease|prevent|stop|control|lower|improve|fight"
    r"|heal|recover|cure|lift|calm)"
)
_RANKING = Pattern(
    r"\b(?:best|most|better|superior|greater|faster|stronger|more|number|gold|unrivalled"
    r"|unrivaled|unmatched|unbeatable|outperforms?|beats|nothing|second)\b"
)
_WORKS = Pattern(r"\b(?:it\ |they\ )?work(?:s|ed|ing)?\ (?:the\ )?$")
_WITH = (
    r"(?:when|if|once)\ (?:\w+\ ){0,3}?(?:combined|paired|joined|together|alongside|coupled)\b"
    r"|(?:combined|paired|together|alongside)\b"
)
_NOT_IN_USE = (
    rf"(?:(?=\ (?:{_WITH}))|(?!"
    r"\ (?:for\ (?:you|them|him|her|me|us|each|your|their|every|different)|at|on|before|after"
    r"|when|if|once|while|during|until|as\ long\ as|early|earlier|soon|straight\ away|right\ away"
    r"|immediately|within|between|(?:right|just|soon|shortly|straight)\ (?:after|before|away)"
    r"|in\ the|in\ (?:\w+\ ){0,2}(?:stages?|phases?|forms?|cases?|settings?|people|adults|children"
    r"|women|men|patients|those)"
    r"|(?:for|among)\ (?:most\ |many\ |some\ )?(?:people|adults|children|women|men|patients|those"
    r"|teenagers|anyone|someone)\ (?:in|at|with|who|whose|aged|over|under))\b))"
)
"""After a rank: no advice on how or when to take it, nor whom it suits.

What works best together with something else is a result of trials all the same.
"""

_WORKS_BEST = Pattern(rf"{_NOT_IN_USE}(?:\ when\ combined\ with\ \w+)?")

_OF_ALL = Pattern(r"\b(?:one\ of\ )?(?:the|our|their|its)\ (?:single\ |very\ |by\ far\ )?$")
_TREATS_IT = (
    rf"(?:\ and\ \w+)?\ (?:\w+\ ){{0,2}}?(?:ways?\ (?:to|of)\ (?:{_TREATS}|treating|managing"
    rf"|relieving|reducing|beating|overcoming|easing|preventing)|{_TREATMENT})(?!\w)"
    r"(?!\ (?:plan\ |options?\ )?for\ (?:you|them|him|her|each|your|their|every)\b)"
)
_TREATING = Pattern(_TREATS_IT)
_MOST_TREATING = Pattern(
    r"\ (?:highly\ |clinically\ |consistently\ )?(?:effective|powerful|successful|reliable|potent"
    rf"|efficacious){_TREATS_IT}"
)
_IS = Pattern(r"\b(?:is|are|remains?|proved|be)\ (?:still\ |by\ far\ |also\ )?(?:the\ )?$")
_EFFECTIVE_AT = Pattern(
    r"\ (?:effective|successful|powerful)"
    r"(?=$|\ [,;:!?.]|\ (?:for|in|against|at|when|if|and|combined|paired|together|alongside)\b)"
    rf"{_NOT_IN_USE}"
)
_LEADS = Pattern(r"\b(?:leads?|leading)\ to\ $")
_THAN = Pattern(
    rf"(?:\ (?:effective|lasting))?(?:\ and\ (?:more\ )?\w+)?\ {_RESULTS}\ (?:than|compared)\b"
    rf"|(?:\ effective)?\ than\ (?:any|every|all)\ (?:other\ )?(?:\w+\ )?{_TREATMENT}(?!\w)"
)
_WORKS_BETTER = Pattern(r"\bwork(?:s|ed)?\ $")
_THAN_OTHERS = Pattern(r"\ than\ (?:any|every|all|other|most)\b")
_GETS = Pattern(
    r"\b(?:to\ )?(?:achieves?|gets?|gives?|sees?|produces?|delivers?|brings?|has|have|shows?"
    r"|offers?|achieving|getting|giving|producing|with)\ (?:you\ )?(?:the\ )?(?:very\ )?$"
)
_RESULT = Pattern(rf"\ {_RESULTS}(?!\w)")
_ALONE = {
    "unrivalled": Pattern(rf"\ (?:\w+\ )?(?:{_RESULTS}|{_TREATMENT})(?!\w)"),
    "outperforms": Pattern(r"\ (?:all|every|any|other|most)\b"),
    "beats": Pattern(r"\ (?:all|every|any)\ other\b"),
    "nothing": Pattern(r"\ (?:else\ )?works\ (?:better|as\ well)\b"),
    "second": Pattern(r"\ to\ none\b"),
    "number": Pattern(rf"\ (?:one|1)\ {_TREATMENT}(?!\w)"),
    "gold": Pattern(r"\ standard\b"),
}
_ALONE |= dict.fromkeys(("unrivaled", "unmatched", "unbeatable"), _ALONE["unrivalled"])
_ALONE["outperform"] = _ALONE["outperforms"]
_BACK = 40
"""How far before a superlative what makes it one can begin."""

_GENERIC = Pattern(
    r"\b(?:treat\w*|therap\w+|medic\w+|drugs?|tablets?|remed\w+|surgery|diet|supplement\w*"
    r"|exercise|programmes?|programs?|approach\w*|massage|injections?|combin\w+|oils?|herbs?"
    r"|tea|clinics?|condoms?|contracepti\w+|vaccin\w+|coils?|iuds?|implants?|ROLES)\b"
)
_ASKED = Pattern(
    r"\b(?:whether|which|what|who|how|decid\w+|choos\w+|choice\ of|find(?:ing)?(?!\ that)"
    r"|determin\w+|discuss|see\ if|ask|agree|learn|recommend\w*|advise|try)\b"
)
_SOME = Pattern(
    r"\b(?:usually|often|can|may|might|could|sometimes|generally|typically|tends?\ to|probably"
    r"|likely|perhaps|mostly|among)\ (?:[\w']+\ ){0,3}$"
)
_EARLY = Pattern(
    r"\b(?:(?:early|earlier|prompt|timely|quick|fast|rapid|regular)\ (?:\w+\ ){0,2}?(?:detection"
    r"|diagnos[ei]s|treatment|action|help|care|screening|checks?|check\ ups?|exams?|tests?)"
    r"|(?:finding|spotting|catching|treating|detecting|diagnosing)\ (?:[\w']+\ ){1,5}?early"
    r"|acting\ (?:fast|quickly|early))\b"
)
"""What praises the time, not the treatment."""

_VARIES = Pattern(r"\ (?:[\w'()]+\ ){0,8}?(?:depends?|depending|var(?:y|ies)|differs?|different)\b")
_FOR_SOME = Pattern(r"^(?:for|in|with|among)\ (?:some|many|most|a\ few|certain)\b")


@rule(
    Severity.WARNING,
    theme=Theme.EVIDENCE,
    source="FTC, Health products compliance guidance (2022)",
    advice="Say what was compared and where that stands, or leave the rank out.",
    passes=[
        "The best way to start is by reaching out to your doctor.",
        "Which treatment works best for you depends on your health.",
        "The best time to call about treatment is the morning.",
        "This tablet works best when taken with food.",
        "Treatment is most effective when the disease is found early.",
        "These medicines work best for people in the early stages.",
        "The best treatment depends on your age and your health.",
        "Early diagnosis and treatment is the best way to control it.",
        "A doctor can tell whether therapy or medicine is the most effective path.",
        "Light therapy gave better results than tablets (Varga, 2020).",
    ],
    fails=[
        "## Why group therapy ⟦works best⟧",
        "Massage is ⟦one of the most effective ways to treat⟧ back pain.",
        "Surgery and therapy ⟦lead to better outcomes than⟧ rest.",
        "Our programme ⟦gives you the best results⟧.",
        "Hypnosis is ⟦the number one treatment⟧ for fear of flying.",
        "Tablets ⟦are most effective⟧ when combined with talking therapy.",
    ],
)
def superlative_efficacy(document: Document) -> Found:
    """A treatment that is called the best names the comparison.

    "Works best" and "better outcomes than" are results of trials. Without a source they are
    advertising, and a reader may leave a treatment that works for them. "Usually works best" is an
    info. The best way to do something else, when or for whom a treatment works best, and questions
    about which is best are let be.
    """
    for line in health.lines_with(document, WORDS):
        found = list(_superlatives(line))
        if not found or not _about_treatment(line) or citations.cited(document, line):
            continue
        for start, end in found:
            if cues.mentioned(document, line, start, end):
                continue
            soft = (
                _SOME.search(line.text, max(0, start - 60), start)
                or _FOR_SOME.match(line.text)
                or cues.quoted(document, line, start, end)
            )
            where = line.span(start, end)
            yield Hit(
                where,
                f'"{where.quote}" ranks a treatment without a source.',
                severity=Severity.INFO if soft else None,
            )


def _about_treatment(line: Line) -> bool:
    return line.has(MEDICINE, CLASS, THERAPY, DRUG) or bool(_GENERIC.search(line.text))


def _superlatives(line: Line) -> Iterator[tuple[int, int]]:
    if line.question:
        return
    text = line.text
    reached = 0
    for word in _RANKING.finditer(text):
        found = _ranking(text, word[0], *word.span())
        if found is None or found[0] < reached:
            continue
        start = found[0]
        if word[0] not in ("nothing",) and cues.negated(line, start):
            continue
        before = max(0, start - cues.REACH)
        if cues.doubted(line, start) or _ASKED.search(text, before, start):
            continue
        if _VARIES.match(text, found[1]) or _EARLY.search(text, before, start):
            continue
        yield found
        reached = found[1]


def _ranking(text: str, word: str, start: int, end: int) -> tuple[int, int] | None:
    """What the superlative `word` ranks first, from its first word to its last."""
    pairs: tuple[tuple[Pattern, Pattern], ...] = ()
    if word == "best":
        pairs = ((_WORKS_BEST, _WORKS), (_TREATING, _OF_ALL), (_RESULT, _GETS))
    elif word == "most":
        pairs = ((_MOST_TREATING, _OF_ALL), (_EFFECTIVE_AT, _IS))
    elif word == "better":
        pairs = ((_THAN_OTHERS, _WORKS_BETTER),)
    back = max(0, start - _BACK)
    for after, before in pairs:
        follows = after.match(text, end)
        leads = before.search(text, back, start) if follows else None
        if follows and leads:
            return leads.start(), follows.end()
    if word in _ALONE:
        follows = _ALONE[word].match(text, end)
        if follows:
            the = 4 if text.startswith("the ", max(0, start - 4)) else 0
            return start - the, follows.end()
    elif word not in ("best", "most"):
        follows = _THAN.match(text, end)
        if follows:
            leads = _LEADS.search(text, back, start)
            return (leads.start() if leads else start), follows.end()
    return None
