from __future__ import annotations

from lint import cues, health
from lint.document import Document
from lint.patterns import Pattern, Words
from lint.rule import Found, Severity, Theme, rule

WORDS = Words(
    """
    broken bandage plaster band root journey journeys path road battle battles roller rollercoaster
    world tunnel storm iceberg bullet toolkit toolbox demons wheels
    """
)

_UK = "---\nlocale: en-GB\n---\n"
_LIKE = r"(?:like|as\ if|as|same\ as|different\ (?:from|to|than)|akin\ to|similar\ to)"
_METAPHORS: tuple[tuple[tuple[str, ...], Pattern], ...] = (
    (
        ("broken",),
        Pattern(
            rf"\b(?:think\ of\ \w+\ )?{_LIKE}\ (?:[\w']+\ ){{0,4}}?broken\ "
            r"(?:leg|arm|bone|ankle|wrist)\b"
        ),
    ),
    (
        ("bandage", "plaster", "band aid"),
        Pattern(
            r"\b(?:put(?:s|ting)?|stick(?:s|ing)?|slap(?:s|ping)?|is|just)\ (?:a|an)\ "
            r"(?:sticking\ )?(?:bandage|plaster|band\ aid)\ (?:on|over|for)\ (?:[\w']+\ ){0,3}?"
            r"(?:issues?|problems?|symptoms?|causes?|feelings?|trauma|emotions?|CONDITION)(?!\w)"
        ),
    ),
    (("root cause",), Pattern(r"\broot\ causes?\b(?!\ analys)")),
    (
        ("journey",),
        Pattern(
            r"\b(?:recovery|healing|mental\ health|health|wellness|treatment|weight\ loss|fertility"
            r"|THERAPY|CONDITION|sobriety|personal|your|their|her|his|my)\ journeys?\b"
            r"(?!\ (?:to|from|into|home|time|takes|planner))"
            r"|\bjourneys?\ (?:to|towards?|of|through)\ (?:[\w']+\ )?(?:recovery|healing|wellness"
            r"|health|sobriety|CONDITION)(?!\w)"
        ),
    ),
    (
        ("path", "road"),
        Pattern(
            r"\b(?:path|road)\ (?:to|of|towards?)\ (?:\w+\ )?(?:recovery|healing|wellness|health)\b"
        ),
    ),
    (
        ("battle",),
        Pattern(
            r"\b(?:battles?\ (?:with|against)\ (?:[\w']+\ ){0,3}?CONDITION"
            r"|lost\ (?:his|her|their|the)\ (?:\w+\ )?battle|uphill\ battle)(?!\w)"
        ),
    ),
    (
        ("roller",),
        Pattern(
            r"\bemotional\ roller\ ?coaster\b|\broller\ ?coaster\ of\b"
            r"|\b(?:like|as)\ (?:[\w']+\ ){0,3}?roller\ ?coaster\b"
        ),
    ),
    (
        ("world of", "tunnel", "storm", "iceberg", "bullet", "tool", "demons"),
        Pattern(
            r"\b(?:a\ )?world\ of\ difference\b|\blight\ at\ the\ end\ of\ the\ tunnel\b"
            r"|\bweather(?:ing)?\ the\ storm\b|\btip\ of\ the\ iceberg\b"
            r"|\b(?:silver|magic)\ bullet\b"
            r"|\b(?:emotional|mental\ health|coping)\ tool(?:kit|box)\b"
            r"|\b(?:inner|your|their)\ demons\b"
        ),
    ),
)


@rule(
    Severity.INFO,
    theme=Theme.LANGUAGE,
    source="NHS content guide: how we write",
    advice="Say in plain words what happens or what to do.",
    passes=[
        "Depression is like a broken leg, the US profile lets us say.",
        _UK + "A broken leg needs a cast.",
        _UK + "Put a bandage on the wound and press.",
        _UK + "Your journey to hospital is free.",
        _UK + "The path to the clinic is lit at night.",
        _UK + "Do not ride a roller coaster in late pregnancy.",
    ],
    fails=[
        _UK + "Depression is ⟦like a broken leg⟧: it needs time.",
        _UK + "A pill may be ⟦just a plaster over deeper problems⟧.",
        _UK + "This is the ⟦path to recovery⟧.",
        _UK + "We are with you on your ⟦recovery journey⟧.",
        _UK + "Grief can be an ⟦emotional roller coaster⟧.",
    ],
)
def illness_metaphor(document: Document) -> Found:
    """Illness is described as it is, without a picture.

    A broken leg, a battle or a journey means something else to each reader, nothing to some, and
    many who read in a second language take it at its word. A battle also says that those who die
    did not fight. What is meant literally is let be. Guidance in the UK asks for this, so the rule
    is off in US English.
    """
    for line in health.lines_with(document, WORDS):
        for held, pattern in _METAPHORS:
            if not any(word in line.text for word in held):
                continue
            for match in pattern.finditer(line.text):
                if cues.quoted(document, line, *match.span()):
                    continue
                if cues.mentioned(document, line, *match.span()):
                    continue
                where = line.span(*match.span())
                yield where, f'"{where.quote}" is a figure of speech.'
