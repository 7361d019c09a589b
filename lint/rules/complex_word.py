from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from lint import cues, health
from lint.document import Block, Document, Group, Kind, Span
from lint.health import Line
from lint.mends import Mend, reworded
from lint.patterns import Words
from lint.rule import Found, Hit, Severity, Theme, rule

_UNJUDGED = (Kind.DESCRIPTION, Kind.META, Kind.IMAGE, Kind.TERM, Kind.TRANSCRIPT)
_VERBS = "verbs or nouns"
_NEAR = 40
_COMMON = frozenset("that with such time daily effect effects".split())


class _Entry(NamedTuple):
    """A form of a word or phrase: what to write, and the row of the table it stands in.

    `fits` where it does as it stands.
    """

    phrase: str
    instead: str
    row: int
    group: str
    fits: bool


def _read() -> Mapping[str, Sequence[_Entry]]:
    """The entries by the word that they are told by."""
    told: dict[str, list[_Entry]] = {}
    group = ""
    rows = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    for number, row in enumerate(rows):
        if row.startswith("["):
            group = row.strip("[]")
        elif not row.startswith("#"):
            complex_forms, sign, plain_forms = row.partition(" = " if " = " in row else " ~ ")
            for phrase, instead in zip(
                complex_forms.split(", "), plain_forms.split(", "), strict=True
            ):
                word = max(phrase.split(), key=_tells)
                told.setdefault(word, []).append(
                    _Entry(phrase, instead, number, group, sign == " = ")
                )
    return told


def _tells(word: str) -> int:
    """How well a word tells that a phrase may stand here."""
    return 0 if word in _COMMON else len(word)


_TOLD = _read()
_KEYS = frozenset(_TOLD)
WORDS = Words(" ".join(_TOLD))

_BEFORE_VERB = frozenset(
    """
    to can will may might could should would must shall not also never always help helps we you
    they who i please then better don't can't won't cannot
    """.split()
)
_OBJECT = frozenset(
    """
    the your their his her its our my these those this that both how what why whether all any each a
    an some when where such
    """.split()
)
_LONGEST = 2_000
"""No sentence has more characters that somebody would want to have mended word by word."""
_ARTICLES = frozenset({"a", "an"})
_NO_NOUN = frozenset("about also as by from many most more now often some".split())
"""What does not stand after "a" or "an"."""
_PAST = frozenset("did got had showed".split())
"""What only somebody can have done: after "was" and "have" it is another form."""
_BEFORE_PAST = frozenset("i you he she it we they who that".split())


@rule(
    Severity.INFO,
    theme=Theme.READABILITY,
    source="plainlanguage.gov: use simple words and phrases; NHS digital service manual: A to Z of "
    "NHS health writing",
    advice="Use an everyday word.",
    passes=[
        "Therapy gives you tools to deal with what sets it off.",
        "Write your address on the form, and the requests of your family.",
        'Some leaflets say "commence treatment" and mean "start".',
        "Bring the monitor, and we check the numbers.",
        "> We utilised the spray daily.",
        # what the UK profile changes
        "Medication helps some individuals.",
        "An individual plan fits you better than the order in which we saw you.",
        "~~~\nutilise()\n~~~",
    ],
    fails=[
        "Therapy ⟦provides⟧ tools to ⟦address⟧ triggers.",
        "You may ⟦utilize⟧ the spray ⟦prior to⟧ sleep.",
        # each word once, where it stands first
        "⟦Numerous⟧ sprays help. Numerous creams do.",
        "Rest ⟦in order to⟧ heal. This ⟦impacts⟧ your sleep.",
        "---\nlocale: en-GB\n---\n\nSome ⟦individuals⟧ take the ⟦medication⟧ at night.",
    ],
)
def complex_word(
    document: Document,
    *,
    groups: tuple[str, ...] = (_VERBS, "plain"),
    known: tuple[str, ...] = (),
) -> Found:
    """An everyday word stands where one will do.

    "Prior to", "utilise" and "facilitate" say no more than "before", "use" and "help", and
    cost a tired reader a moment each. A word is found once a document, where it stands first, with
    how often it comes back. `groups` are the parts of the word list that count, `known` are words
    to let be.
    """
    found: dict[int, list[tuple[Line, int, _Entry]]] = {}
    marked: dict[Block, bool] = {}
    for line in health.lines_with(document, WORDS):
        block = line.block
        if block.kind in _UNJUDGED or (
            block.container is not None and block.inside(Group.QUOTE, Group.STORY)
        ):
            continue
        for at, entry in sorted(_entries(line), key=itemgetter(0)):
            if entry.group not in groups or entry.phrase in known:
                continue
            if block not in marked:
                marked[block] = _has_marks(block.words)
            if marked[block] and cues.quoted(document, line, at, at + len(entry.phrase)):
                continue
            found.setdefault(entry.row, []).append((line, at, entry))
    for places in found.values():
        line, at, entry = places[0]
        where = _span(line, at, entry.phrase)
        times = f" ({len(places)} times here)" if len(places) > 1 else ""
        yield Hit(
            where,
            f"A plainer word for “{where.quote}”{times} is “{entry.instead}”.",
            f"Write “{entry.instead}”, or say it in another way.",
            mends=_mends(places),
        )


def _mends(places: Sequence[tuple[Line, int, _Entry]]) -> Iterator[Mend]:
    """The plain word for each that it fits."""
    for line, at, entry in places:
        before = line.before(at).rstrip().rpartition(" ")[2]
        if line.sentence.end - line.sentence.start > _LONGEST:
            continue
        if not entry.fits or (before in _ARTICLES and entry.instead.split()[0] in _NO_NOUN):
            continue
        past = entry.phrase.endswith("ed") and entry.instead in _PAST
        if not past or before in _BEFORE_PAST:
            yield from reworded(_span(line, at, entry.phrase), entry.instead)


def _has_marks(words: str) -> bool:
    """Whether anything in `words` can be a quotation."""
    return '"' in words or " '" in words or words.startswith("'") or "\u00ab" in words


def _span(line: Line, at: int, phrase: str) -> Span:
    """Where the phrase at `at` of the line's text stands; a line looks long for that."""
    sentence = line.sentence
    lowered = sentence.words.lower()
    if lowered.count(phrase) == 1 and len(lowered) == len(sentence.words):
        start = lowered.index(phrase)
        return sentence.part(start, start + len(phrase))
    return line.span(at, at + len(phrase))


def _entries(line: Line) -> Iterator[tuple[int, _Entry]]:
    """The entries that a line holds, each where it begins in its text."""
    text = line.text
    for word in sorted(_KEYS.intersection(text.split(" "))):
        at = text.find(word)
        while at >= 0:
            for entry in _TOLD[word]:
                begin = at - entry.phrase.index(word)
                if _stands(text, entry.phrase, begin) and (
                    entry.group != _VERBS or _is_verb(text, at, word)
                ):
                    yield begin, entry
                    break
            at = text.find(word, at + len(word))


def _stands(text: str, phrase: str, begin: int) -> bool:
    end = begin + len(phrase)
    return (
        begin >= 0
        and text.startswith(phrase, begin)
        and text[end : end + 1] in ("", " ")
        and (begin == 0 or text[begin - 1] == " ")
    )


def _is_verb(text: str, at: int, word: str) -> bool:
    """Whether a word that can be both is a verb here."""
    before = text[max(0, at - _NEAR) : at].rstrip().rpartition(" ")[2]
    after = text[at + len(word) + 1 : at + len(word) + _NEAR].partition(" ")[0]
    if word.endswith(("ed", "ing")):
        return after not in ("to", "letter", "envelope") and before not in ("the", "a", "an")
    if word.endswith("s") and not word.endswith("ss"):
        return after in _OBJECT and (before not in _OBJECT or before in ("this", "that"))
    return before in _BEFORE_VERB
