from __future__ import annotations

from collections.abc import Iterator

from lint import cues, health
from lint.document import Document
from lint.health import Line
from lint.patterns import Pattern, Words
from lint.rule import Found, Severity, Theme, rule

WORDS = Words(
    "ensures ensure ensuring assures assure will eliminates eliminate eliminating proves prove"
)

_PEOPLE = (
    r"(?:you|people|individuals?|patients?|clients?|everyone|everybody|children|families|they|your"
    r"|adults|users|each\ (?:person|patient|child|client)|every\ (?:person|patient|child|client)"
    r"|all\ (?:patients|clients)|the\ patient|members)"
)
_TREATMENT = (
    r"(?:treatments?|therap(?:y|ies)|medications?|medicines?|tablets?|pills?|drugs?|approach(?:es)?"
    r"|plans?|programmes?|programs?|exercises?|exercise|surgery|sessions?|method|techniques?|course"
    r"|diet|supplements?|app|MEDICINE|CLASS|THERAPY)"
)
_HELPS = (
    r"(?:improve|relieve|reduce|prevent|lift|ease|restore|lower|calm|heal|stop|end|change\ your"
    r"|transform|boost|remove|free\ you|give\ you\ (?:back|relief|peace|confidence|control)"
    r"|make\ you\ (?:feel\ )?(?:better|happier|calmer|stronger|well|healthier)|help\ you\ (?:feel"
    r"|sleep|recover|heal|overcome|regain|get\ better)|bring\ (?:you\ )?(?:relief|peace|calm|back)"
    r"|take\ away|get\ rid\ of|solve)"
)
_ENSURES = Pattern(
    rf"\b(?:ensures?|assures?|ensuring)\ (?:that\ )?{_PEOPLE}(?:\ [\w']+)?\b"
    r"|\bensures?\ (?:(?:a|full|lasting|good|long\ term|better)\ ){1,2}(?:\w+\ )?(?:recovery"
    r"|outcomes?|results?|relief|sleep|health)\b"
)
_WILL = Pattern(
    rf"(?<!\w){_TREATMENT}\ (?:(?!may\b|can\b|if\b|who\b|and\b|that\b)[\w']+\ ){{0,4}}?will\ "
    rf"(?:\w+ly\ |always\ |also\ )?{_HELPS}\b"
)
_ELIMINATES = Pattern(
    r"\beliminat(?:es?|ing)\ (?:all\ |the\ |your\ |any\ |of\ ){0,2}(?:\w+\ )?(?:symptoms?|pain"
    r"|risks?|side\ effects|cravings|stress|worry|need\ for|CONDITION)(?!\w)"
)
_PROVES = Pattern(
    rf"(?<!\w){_TREATMENT}\ (?:\w+\ ){{0,3}}?proves?\ (?:to\ be\ )?(?:effective|helpful|successful"
    r"|safe|life\ changing)\b"
)
_WILL_HELP = Pattern(rf"will\ (?:\w+ly\ |always\ |also\ )?{_HELPS}\b")
_PROMISES = ((" will ", _WILL), ("eliminat", _ELIMINATES), ("prove", _PROVES))
"""What promises, each with what stands in all of it."""

_NO_CLAIM_BEFORE = Pattern(
    r"(?:^|[,;:]\ |\b(?:to|help|helps|helping|please|must|should|and|can|could|may|might|would|not"
    r"|n't|or|will\ help|always|you|we|they|never|aims?\ to)\ )$"
)
_CHOSEN = Pattern(r"\b(?:whether|if|which|what|how|when|hopes?|aims?|doctor|nurse|team)\b")


@rule(
    Severity.INFO,
    theme=Theme.EVIDENCE,
    source="NHS content guide: accuracy",
    advice='Write "can help", "may", or for whom and how often it is so.',
    passes=[
        "Make sure that you drink water, and ensure you rest.",
        "Being open helps ensure that your plan fits you.",
        "Your nurse will ease the needle out.",
        "The tablets will not stop the pain.",
        "Ask whether the treatment will reduce your pain.",
    ],
    fails=[
        "A good plan ⟦ensures that individuals receive⟧ care.",
        "This ⟦therapy will improve⟧ your sleep.",
        "Yoga ⟦eliminates stress⟧.",
        "The ⟦treatment proves effective⟧ within days.",
    ],
)
def certainty_verb(document: Document) -> Found:
    """What helps most people is not promised to all.

    "Ensures" and "will" promise an outcome that no treatment has for everyone, and those whom it
    does not help think that they failed. Instructions ("make sure that ...") promise nothing.
    """
    for line in health.lines_with(document, WORDS):
        for start, end in _promises(line):
            if cues.quoted(document, line, start, end) or cues.mentioned(
                document, line, start, end
            ):
                continue
            where = line.span(start, end)
            yield where, f'"{where.quote}" promises an outcome.'


def _promises(line: Line) -> Iterator[tuple[int, int]]:
    if line.question:
        return
    text = line.text
    for match in _ENSURES.finditer(text) if "sur" in text else ():
        if not _NO_CLAIM_BEFORE.search(text, max(0, match.start() - 40), match.start()):
            yield match.span()
    for held, pattern in _PROMISES:
        if held not in text or (pattern is _WILL and not _WILL_HELP.search(text)):
            continue
        for match in pattern.finditer(text):
            start = match.start()
            if (
                cues.negated(line, start)
                or cues.doubted(line, start)
                or _CHOSEN.search(text, cues.clause_start(line, start), start)
                or (pattern is _ELIMINATES and _NO_CLAIM_BEFORE.search(text, 0, start))
            ):
                continue
            yield match.span()
