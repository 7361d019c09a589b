from __future__ import annotations

from collections.abc import Iterator

from lint import cues, health
from lint.document import Document, Kind
from lint.health import Line
from lint.patterns import Pattern, Words
from lint.rule import Found, Hit, Severity, Theme, rule

WORDS = Words(
    """
    crazy insane mental nuts bonkers loopy loony loonies deranged unhinged barmy psycho psychos mad
    nutter nutters nutcase nutcases nutjob nutjobs lunatic lunatics madman madmen madwoman madwomen
    maniac maniacs schizo schizos retard retards retarded spaz headcase headcases crazies weirdos
    """
)

_MENTAL = Pattern(r"\bmental\b(?!\ (?:and|health|state|well|illness|wellbeing|strength))")
_OTHERS = frozenset(WORDS.words) - {"mental"}

_PERSON = (
    r"(?:he|she|they|you|people|person|who|man|men|woman|women|patients?|someone|somebody|everyone"
    r"|everybody|mother|father|mum|mom|dad|sister|brother|son|daughter|uncle|aunt|husband|wife"
    r"|friend|boss|neighbou?r|boyfriend|girlfriend|ex|partner|guy|girl|boy|lad|kid|ROLES?)"
)
_WRONG = r"(?:crazy|insane|mental|nuts|bonkers|loopy|loony|deranged|unhinged|barmy|psycho|mad)"
_ENDS = (
    r"(?=$|\ [,;:!?.()\u2014]|\ (?:and|or|but|when|while|after|before|if|because|again|at|in|on|by"
    r"|since|that|over|from|last|one)\b)"
)
_IS_WRONG = Pattern(
    rf"\b{_PERSON}\ (?:had\ |has\ |have\ |must\ |might\ |just\ |then\ ){{0,2}}(?:is|are|was|were|be"
    rf"|been|'s|'re|went|goes|go|gone|going|acts?|acted|looks?|looked|sounds?)\ (?:(?:totally"
    rf"|completely|so|a\ bit|quite|really|absolutely|going|gone|acting)\ ){{0,2}}(?P<word>{_WRONG})"
    rf"{_ENDS}"
)
_WRONG_PERSON = Pattern(
    r"\b(?P<word>(?:crazy|insane|mental|psycho|loony|deranged|unhinged|mad|mentally\ retarded"
    r"|retarded)\ (?:people|person|patients?|cases?|man|men|woman|women|killers?|boys?|girls?"
    r"|child|children|adults?|folk|ex|boyfriend|girlfriend|neighbou?rs?|relatives?|lad))\b"
)
_INSULT = Pattern(
    r"\b(?P<word>nutters?|nutcases?|nut\ ?jobs?|lunatics?|loonies|madm[ae]n|madwom[ae]n|maniacs?"
    r"|schizos?|retards?|headcases?|crazies|weirdos|spaz|mentally\ retarded|psychos?)\b"
    r"(?!\ (?:asylums?|act\b|education|social|therap\w+|active|analy\w+|oncology|motor|logical"
    r"|emotional|sexual|the\ growth|growth))"
)
_CALLED = Pattern(r"\b(?:not|never|n't|stop|avoid)\ call(?:ing)?\ (?:\w+\ ){1,3}$")
_FEARED = Pattern(
    r"\b(?:feel(?:s|ing)?|felt|fears?|feared|afraid|worr(?:y|ies|ied)|scared|think|thought|wonder"
    r"|as\ if|like|drives?|driving|drove|legally|criminally|not|never|n't|isn't|aren't|i)\b"
)


@rule(
    Severity.WARNING,
    theme=Theme.LANGUAGE,
    source="AP Stylebook: mental illness; Shift, Mind over matter: improving media reporting",
    advice="Say what the person did or felt, without an insult.",
    passes=[
        "Tell us about a nut allergy.",
        "There is crazy golf behind the clinic.",
        "He was found not guilty by reason of insanity.",
        "You may feel as if you are going crazy.",
        "You are not mad, and it will pass.",
        "Her mental health is good.",
    ],
    fails=[
        "He ⟦went psycho⟧ in the shop.",
        "Some think that ⟦crazy people⟧ are violent.",
        "The neighbours called for help because a ⟦nutter⟧ shouted.",
        "Her uncle ⟦is completely insane⟧.",
        'The driver said: "Some ⟦lunatic⟧ ran out."',
    ],
)
def derogatory_wording(document: Document) -> Found:
    """Words of abuse for people with a mental illness have no place on a health page.

    "Psycho" and "nutter" teach readers to be ashamed of asking for help. Things may be crazy, the
    law may speak of insanity, and people may fear that they are going mad; those are let be. In
    quotation marks the word is an info.
    """
    for line in health.lines_with(document, WORDS):
        for start, end in _insults(line):
            if (
                cues.mentioned(document, line, start, end)
                or _CALLED.search(line.text, max(0, start - 60), start)
                or _is_title(line, start)
            ):
                continue
            quoted = cues.quoted(document, line, start, end)
            where = line.span(start, end)
            yield Hit(
                where,
                f'"{where.quote}" insults people who are ill.',
                severity=Severity.INFO if quoted else None,
            )


def _insults(line: Line) -> Iterator[tuple[int, int]]:
    text = line.text
    if _OTHERS.isdisjoint(text.split(" ")) and not _MENTAL.search(text):
        return
    ends = 0
    found = [
        (text.index(" ", match.start()) + 1, match.end())
        for match in _IS_WRONG.finditer(text)
        if not _FEARED.search(text, cues.clause_start(line, match.start()), match.end())
    ]
    for pattern in (_WRONG_PERSON, _INSULT):
        found.extend(match.span("word") for match in pattern.finditer(text))
    for start, end in sorted(found):
        if start >= ends:
            yield start, end
            ends = end


def _is_title(line: Line, start: int) -> bool:
    """Whether the word has a capital where none is due: the film Psycho."""
    where = line.span(start, start + 1)
    return (
        where.words[:1].isupper()
        and where.start != line.sentence.start
        and line.block.kind not in (Kind.HEADING, Kind.TITLE)
        and line.block.words[where.start - 1 : where.start] not in ('"', "'")
    )
