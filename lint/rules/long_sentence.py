from __future__ import annotations

from lint.document import Document, Group, Kind
from lint.languages import is_foreign
from lint.readability import word_count
from lint.rule import Found, Hit, Severity, Theme, rule
from lint.text import analysis

_KINDS = (Kind.SUMMARY, Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.TRANSCRIPT)


@rule(
    Severity.WARNING,
    theme=Theme.READABILITY,
    source="NHS digital service manual: how we write; plainlanguage.gov: write short sentences",
    advice="Split it in two, or cut what the reader can do without.",
    passes=[
        "Ring the ward before you set out.",
        # twenty words
        "Keep the box in a dry place, away from heat and light, where no child can reach it or "
        "play.",
        # abbreviations, decimals and initials end nothing, and start nothing
        "Dr. Osei gives 2.5 ml, e.g. at 8 a.m. Later you take it on your own, with a spoon.",
        # a lead-in and its items are sentences of their own
        "You may need to bring these things with you when you come to the clinic for the day:\n\n"
        "- the letter that we sent you, with the date and the name of the nurse who will see you\n"
        "- a list of all that you take",
        "## A heading may be long, for it is not a sentence that anyone reads out in one breath at "
        "the front of a class, is it",
        "> I had no idea what was going on with me that spring, and it was my brother who saw it "
        "first and who drove me all the way to the clinic.",
    ],
    fails=[
        "⟦The nurse will call you in the week after the test to tell you what it showed and what "
        "the two of you could do about it next.⟧ Keep your phone near.",
        # 21 words are an info
        "⟦Bring the old box with you when you come so that we can see what you have been taking "
        "so far.⟧",
        "| Day | What to do |\n|---|---|\n| One | ⟦Rest in bed for the whole of the day, drink a "
        "glass of water each hour that you are awake, even when you do not feel like it at all.⟧ |",
        "- ⟦If you feel faint when you stand up, sit down again at once, put your head low, and "
        "wait until it has passed before you try to get up again.⟧",
    ],
)
def long_sentence(document: Document, *, warning: int = 25, info: int = 20) -> Found:
    """A sentence has no more than 25 words, better 20.

    A reader who is ill, tired or new to the language loses the start of a long sentence before
    its end. What someone else said is quoted as it was said.
    """
    most = min(warning, info)
    sentences = analysis(document)
    for block in document.of(*_KINDS):
        if len(block.words) <= 2 * most:
            continue
        if block.container is not None and block.inside(Group.QUOTE, Group.STORY):
            continue
        # A word takes two characters, with what parts it from the next.
        found = [
            (sentence, count)
            for sentence in sentences.of(block)
            if sentence.end - sentence.start > 2 * most
            and (count := word_count(document, sentence)) > most
        ]
        if not found or is_foreign(block):
            continue
        for sentence, count in found:
            yield Hit(
                sentence.span,
                f"This sentence has {count} words; aim for {most} or fewer.",
                severity=None if count > warning else Severity.INFO,
            )
