from __future__ import annotations

from lint.document import Document
from lint.readability import Scores, scores
from lint.rule import Example, Found, Hit, Judges, Severity, Theme, rule

_QUOTED = 80
"""How much of a sentence is quoted."""

_PLAIN = (
    "Take one pill each night with food. It may make you feel sleepy, so do not drive when you "
    "have had it. If you miss a dose, skip it and take the next one on time. Ask the nurse if you "
    "feel sick. Most people feel well again in a week or two. Keep the box dry. Keep it out of "
    "reach of small children. Bring it with you when you come to see us. We will check how you "
    "are and talk about what comes next. You can ring us on any day of the week. Tell us if you "
    "have a rash or find it hard to breathe."
)
_DENSE = (
    "Pharmacological management of persistent respiratory insufficiency necessitates "
    "individualised evaluation by an appropriately experienced multidisciplinary organisation. "
    "Contemporary recommendations emphasise systematic identification of contributing "
    "environmental exposures, comprehensive rehabilitation and continuous reconsideration of "
    "therapeutic objectives. Inadequate communication between participating institutions "
    "frequently jeopardises continuity, particularly following hospitalisation. "
)


@rule(
    Severity.WARNING,
    theme=Theme.READABILITY,
    source="NIH and AMA: health information at the sixth to eighth grade; Flesch-Kincaid grade",
    advice="Use shorter sentences and everyday words.",
    judges=Judges.PAGES,
    passes=[
        _PLAIN,
        # hard, but too short to tell
        _DENSE,
        # headings are not prose
        f"## {_DENSE.split('.')[0]}\n\n{_PLAIN}\n\n## {_DENSE.split('.')[1]}\n\n{_PLAIN}",
        # list items without a full stop are sentences
        "Bring with you:\n\n" + "- the letter about your appointment\n- a list of medicines\n" * 12,
    ],
    fails=[
        _DENSE * 3,
        Example("\n".join([_DENSE] * 3), reader="text"),
        f"# Breathing\n\n{_PLAIN}\n\n{_DENSE * 3}",
        # one section is harder than the article
        f"## Rest\n\n{_PLAIN * 3}\n\n## ⟦Care⟧\n\n{_DENSE}",
    ],
)
def reading_grade(
    document: Document,
    *,
    warning: float = 8.0,
    error: float = 12.0,
    words: int = 100,
    section_words: int = 30,
    section_above: float = 1.0,
) -> Found:
    """An article can be read at the eighth grade, and never needs the twelfth.

    Half of all adults read below the ninth grade, and anyone does when ill or afraid. The
    Flesch-Kincaid grade of the body counts words a sentence and syllables a word, and is judged as
    it is told, to one decimal. It cannot tell whether a text is clear: use it to find the sentences
    to look at first.
    """
    whole = scores(document)
    if whole.words < words:
        return
    grade = round(whole.flesch_kincaid_grade, 1)
    if grade > warning:
        yield Hit(
            document.whole,
            f"The article reads at grade {grade:.1f}; aim for {warning:g} or below.",
            advice=_advice(whole),
            severity=Severity.ERROR if grade > error else None,
            measure=grade,
        )
    if len(whole.sections) == 1:
        return
    for section in whole.sections:
        harder = round(section.flesch_kincaid_grade, 1)
        if section.words >= section_words and harder > max(warning, grade + section_above):
            yield Hit(
                section.where,
                f"This section reads at grade {harder:.1f}, the article at {grade:.1f}.",
                advice=_advice(section),
                severity=Severity.INFO,
            )


def _advice(scored: Scores) -> str:
    """Which sentences to begin with."""
    quotes = "; ".join(f"“{_shortened(sentence)}”" for sentence in scored.hardest)
    return f"Use shorter sentences and everyday words. These raise the grade most: {quotes}"


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    if len(words) <= _QUOTED:
        return words
    return words[:_QUOTED].rsplit(" ", 1)[0] + "…"
