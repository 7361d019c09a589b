from __future__ import annotations

from lint.document import Document
from lint.readability import scores
from lint.rule import Example, Found, Judges, Severity, Theme, rule

_SENTENCE = "Ring the ward before you set out. "
_STEPS = "\n".join(f"- Wash your hands for {number} seconds" for number in range(1, 41))


@rule(
    Severity.INFO,
    theme=Theme.READABILITY,
    source="UNM Health Sciences: readability formulas (samples of 100 words, SMOG of 30 sentences)",
    advice="Read it aloud to somebody instead of trusting the scores.",
    judges=Judges.CLINICAL,
    passes=[
        _SENTENCE * 30,
        # items of a list end a sentence without a full stop
        _STEPS,
        "---\narticle_kind: staff\n---\n\nHe works at the desk.",
        "> I came in on a Monday. " + _SENTENCE * 29,
    ],
    fails=[
        "Rest when you can. Drink water. Ring us if it gets worse.",
        # enough sentences, too few words
        "Rest. " * 40,
        # enough words, too few sentences
        _SENTENCE * 29,
        # headings and sources are not prose
        f"{_SENTENCE * 10}\n\n" + "## How to get ready for the day\n\n" * 20,
        Example("<p>Rest.</p><pre>" + _SENTENCE * 40 + "</pre>", "html"),
    ],
)
def sample_too_small(document: Document, *, words: int = 100, sentences: int = 30) -> Found:
    """A text is long enough for its scores to mean something.

    A reading grade counts long words and sentences. In a short text one name of a medicine moves it
    by a whole grade. Below 100 words no grade is judged, and the SMOG index was made for 30
    sentences.
    """
    whole = scores(document)
    if whole.words < words:
        yield (
            document.whole,
            f"With {whole.words} of {words} words the text is too short for a reading grade.",
        )
    elif whole.sentences < sentences:
        yield (
            document.whole,
            f"With {whole.sentences} of {sentences} sentences the text is short for the SMOG"
            " index; take it as a rough guide.",
        )
