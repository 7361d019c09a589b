"""Sentences, words and quotations: worked out once a document, shared by all rules.

Every pass is linear in the length of the text, whatever is in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from lint.document import Block, Document, Span


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LETTER = r"[^\W\d_]"
WORD = re.compile(
    rf"""{_LETTER}{{2}}[^\W_]*(?:['-][^\W_]+)*   # don't, well-being
    | {_LETTER}(?:\.{_LETTER}(?![^\W_]))+       # e.g, a.m, U.S
    | \d+(?:[.,:]\d+)+[^\W_]*                  # 2.5mg, 1,000, 9:30
    | [^\W_]+(?:['-][^\W_]+)*                  # a, 50mg""",
    re.VERBOSE,
)
"""A word as readers count it: "don't", "well-being", "e.g." and "2.5" are one each."""

_ASCII_WORD = re.compile(
    r"""[A-Za-z]{2}[A-Za-z0-9]*(?:['-][A-Za-z0-9]+)*
    | [A-Za-z](?:\.[A-Za-z](?![A-Za-z0-9]))+
    | [0-9]+(?:[.,:][0-9]+)+[A-Za-z0-9]*
    | [A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*""",
    re.VERBOSE,
)
"""The same for texts that have no other characters, sooner done."""

_MARK = re.compile(r"[.!?\n\u2022\u25aa\u25e6\u2023](?:(?<=[.!?])[.!?]++|(?<=\n)\n++)?")
"""Where a sentence can end: at a stop, at the end of a line, before a bullet."""
_STOP = re.compile(
    r"""(?P<stop>[.!?]++)
    (?P<closers>["')\]]*+)
    (?P<reference>
        (?:\[\d{1,3}(?:[,-]\d{1,3}){0,9}\]){1,9}
        | (?<=[^\W\d_][.!?])\d{1,2}(?:,\d{1,2}){0,9}
    )?
    (?=\s|$)""",
    re.VERBOSE,
)
_GLUED = re.compile(r"(?<=[a-z]{3})[.!?](?=[A-Z][a-z]+[ ,])")
_NEXT_WORD = re.compile(r"""[\s"'(\[]*([^\W_]+)?""")
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\Z")
_LOOK_BACK = 40
"""How many characters before a full stop can say what it is."""

_NEVER_LAST = _set(
    """
    approx capt cf dr drs e.g eg esp gen hon i.e ie incl messrs mr mrs ms mt mx prof rev sgt st
    viz vs
    """
)
"""Abbreviations that something always follows."""

_BEFORE_NUMBERS = _set("art ch eq fig figs no nos p para pp ref refs sec vol")
"""Abbreviations in front of a number, otherwise words of their own."""

_BEFORE_NAMES = _set(
    """
    aka apr aug ave co corp dec dept est feb fri inc jan jr jul jun ltd mar mon nov oct sep
    sept sr thu thur thurs tue tues univ wed
    """
)
"""Abbreviations that a name may follow: only a usual first word shows that the sentence ended."""

_BEFORE_ANYTHING = _set(
    "a.m al etc hr hrs lb lbs max mg min mins ml oz p.m secs tab tabs tbsp tsp wk wks yr yrs"
)
"""Abbreviations that may end a sentence: they do where a capital letter follows."""

_ABBREVIATIONS = _NEVER_LAST | _BEFORE_NUMBERS | _BEFORE_NAMES | _BEFORE_ANYTHING

_AFTER_TIMES = _set(
    "bst cst ct edt est et friday gmt monday pst pt saturday sunday thursday tuesday wednesday"
)
"""Capitalised words that go on with a time: "9 a.m. Monday"."""

_FIRST_WORDS = _set(
    """
    a about after all also although an and another any are as ask at avoid because before both
    but by call can check common could did do does doctors don't during each either even every
    few find follow for from get give go had has have he her here his how however i if in
    instead is it its keep let like look make many medicines more most my never no not now of
    on once one only or other others our out people read remember see several she should side
    since so some sometimes speak stop such symptoms take talk tell that the their then there
    therefore these they think this those though to treatment try two under until use we what
    when where whether which while who why will with without you your
    """
)
"""Words that sentences of health writing start with, and names do not."""


class Sentence:
    """Words of one block up to a full stop; offsets count in `block.words`."""

    __slots__ = ("block", "end", "start", "words")

    def __init__(self, block: Block, start: int, end: int) -> None:
        self.block = block
        self.start = start
        self.end = end
        self.words = block.words[start:end]
        """The sentence as rules match it."""

    @property
    def span(self) -> Span:
        return Span(self.block, self.start, self.end)

    @property
    def word_count(self) -> int:
        return len(words_of(self.words))

    def part(self, start: int, end: int) -> Span:
        """The span from `start` to `end`, which count in `sentence.words`."""
        return Span(self.block, self.start + start, self.start + end)


def words_of(text: str) -> list[str]:
    """The words of `text`, as readers count them."""
    return (_ASCII_WORD if text.isascii() else WORD).findall(text)


@dataclass(frozen=True)
class Analysis:
    """What every rule needs to know of a document's text."""

    sentences: tuple[Sentence, ...]
    _of: dict[Block, tuple[Sentence, ...]]
    _quotations: dict[Block, tuple[Span, ...]]

    def of(self, block: Block) -> tuple[Sentence, ...]:
        """The sentences of `block`, in order; none where it has no words."""
        return self._of.get(block, ())

    def at(self, block: Block, offset: int) -> Sentence | None:
        """The sentence of `block` in which `offset` stands, else the one before it."""
        sentences = self.of(block)
        index = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
        return sentences[index] if index >= 0 else None

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before, in the same block."""
        return self.at(sentence.block, sentence.start - 1)

    def after(self, sentence: Sentence) -> Sentence | None:
        """The sentence after, in the same block."""
        sentences = self.of(sentence.block)
        index = bisect_right(sentences, sentence.start, key=lambda other: other.start)
        return sentences[index] if index < len(sentences) else None

    def quotations(self, block: Block) -> tuple[Span, ...]:
        """What stands between quotation marks in `block`, without the marks."""
        found = self._quotations.get(block)
        if found is None:
            found = tuple(Span(block, start, end) for start, end in quotations(block.words))
            self._quotations[block] = found
        return found

    def quoted(self, span: Span) -> bool:
        """Whether all of `span` stands between quotation marks."""
        return any(
            quotation.start <= span.start and span.end <= quotation.end
            for quotation in self.quotations(span.block)
        )


def analysis(document: Document) -> Analysis:
    """The sentences of every block of `document`, worked out once."""
    return document.derived(_analyse)


def _analyse(document: Document) -> Analysis:
    by_block = {
        block: tuple(Sentence(block, start, end) for start, end in sentence_ranges(block.words))
        for block in document.blocks
    }
    return Analysis(
        tuple(sentence for sentences in by_block.values() for sentence in sentences), by_block, {}
    )


def sentence_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of `text` starts and ends, without the spaces around it.

    A line break ends a sentence, as does a full stop that no abbreviation, initial, list number or
    quotation explains. What holds no word (a row of dashes) is no sentence.
    """
    start = 0
    for end in _ends(text):
        words = text[start:end].strip()
        if words and (words[0].isalnum() or WORD.search(words)):
            start = text.index(words[0], start)
            yield start, start + len(words)
        start = end


def _ends(text: str) -> Iterator[int]:
    """Offsets at which sentences end; the last is the end of the text."""
    begun = 0
    for mark in _MARK.finditer(text):
        at, end = mark.span()
        first = text[at]
        if first == "\n":
            pass
        elif first not in ".!?":
            if not (text[at - 1 : at].isspace() and text[end : end + 1].isspace()):
                continue
            end = at
        elif not (mark[0] == "." and text[end : end + 1] == " " and _plain_word(text, at, begun)):
            found = _STOP.match(text, at)
            if found is not None:
                if not _ends_sentence(text, found, begun):
                    continue
                end = found.end()
            elif end - at > 1 or not _is_glued(text, at):
                continue
        begun = end
        yield end
    yield len(text)


def _plain_word(text: str, stop: int, begun: int) -> bool:
    """Whether what ends before `stop` is a word that no full stop belongs to, as most are."""
    word = text[max(begun, text.rfind(" ", max(begun, stop - _LOOK_BACK), stop) + 1) : stop]
    return len(word) > 2 and word.isalpha() and word.lower() not in _ABBREVIATIONS


def _is_glued(text: str, stop: int) -> bool:
    """Whether a stop without a space after it ends a sentence ("first.Then")."""
    if _GLUED.match(text, stop) is None:
        return False
    before = text[max(0, stop - _LOOK_BACK) : stop].split()
    return bool(before) and not any(mark in before[-1] for mark in ("/", "@", ".", ":"))


def _ends_sentence(text: str, found: re.Match[str], begun: int) -> bool:
    following = _NEXT_WORD.match(text, found.end())
    word = following[1] if following is not None else None
    if word is None:
        return True
    lower_case = word[0].islower()
    if found["reference"]:
        return not lower_case
    if found["stop"] != ".":
        if found["stop"].startswith(".."):
            return not lower_case
        return not (found["closers"] and lower_case)
    if found["closers"]:
        return not lower_case
    return _full_stop(text, found.start(), begun, word)


def _full_stop(text: str, stop: int, begun: int, following: str) -> bool:
    """Whether the single full stop at `stop` ends a sentence that began after `begun`."""
    before = text[max(begun, stop - _LOOK_BACK) : stop].split()
    if not before:
        return True
    last = _LAST_WORD.search(before.pop())
    if last is None:
        return True
    word = last.group()
    lower = word.lower()
    if not before and (len(word) == 1 or (len(word) == 2 and word.isdigit())):
        return False  # "1. Wash", "a. Rinse"
    if lower in _NEVER_LAST:
        return False
    if lower in _BEFORE_NUMBERS and following[0].isdigit():
        return False
    if lower in _BEFORE_ANYTHING:
        return following[0].isupper() and following.lower() not in _AFTER_TIMES
    if lower in _BEFORE_NAMES or _is_dotted(word):
        return following.lower() in _FIRST_WORDS and following[0].isupper()
    if len(word) == 1 and word.isupper() and word != "I" and before:
        # "vitamin C. Take", but "Ann B. Smith" and "J. K. Smith"
        if len(following) == 1 and following not in "AI":
            return False
        return following.lower() in _FIRST_WORDS or before[-1][0].islower()
    return True


def _is_dotted(word: str) -> bool:
    """Whether it is an abbreviation like "U.S" or "Ph.D", not a number or an address."""
    parts = word.split(".")
    return len(parts) > 1 and all(len(part) <= 2 and part.isalpha() for part in parts)


_PAIRS = {"\u00ab": "\u00bb", "\u201e": '"'}
_CLOSING = ("'", '"', "\u00bb")


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """What stands between quotation marks: straight double or single ones, or guillemets.

    A mark that opens and is never closed quotes nothing, so that it can hide nothing.
    """
    if not any(mark in text for mark in _CLOSING):
        return
    opened: dict[str, int] = {}
    for found in re.finditer("[\"'\u00ab\u00bb\u201e]", text):
        at, mark = found.start(), found.group()
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if mark in _PAIRS:
            opened[_PAIRS[mark]] = at + 1
        elif mark == "\u00bb":
            if mark in opened:
                yield opened.pop(mark), at
        elif before in " \n\t([-\u2013\u2014/" and not after.isspace():
            if mark == '"' or after.isalpha():
                opened.setdefault(mark, at + 1)
        elif mark in opened and not after.isalnum():
            yield opened.pop(mark), at
