from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from lint.document import Document, Kind
from lint.easy_words import easy_words
from lint.languages import is_foreign
from lint.patterns import Pattern
from lint.rule import Example, Found, Judges, Severity, Theme, rule
from lint.text import WORD, Sentence, analysis

_USED = (
    Kind.SUMMARY,
    Kind.PARAGRAPH,
    Kind.ITEM,
    Kind.CELL,
    Kind.CAPTION,
    Kind.TRANSCRIPT,
    Kind.CARD_HEADING,
)
"""Where an abbreviation counts as used; a heading may name what its text explains."""

_NAMES = (Kind.TITLE, Kind.META, Kind.HEADING, Kind.CARD_HEADING, Kind.TERM)
"""Blocks that give a name in full, if their words do."""

_CAPITALS = re.compile("[A-Z][A-Z]")
_SHORT = re.compile(r"(?<![\w.&@#/])(?<!\d-)[A-Z]{2,6}(?=s?(?![\w@&]|-\d|\.\w))")
_IN_BRACKETS = re.compile(r"\(([^()]{2,200})\)")
_LEAD_IN = re.compile(
    r"(?:or |also |called |known as |abbreviated (?:to|as) |often |usually |sometimes |your |the "
    r"|an? |its |their |our ){0,4}[\"']?"
)
_DESCRIBES = Pattern(
    r"an? (?!(?:year|month|week|day|hour|minute|second|few|lot|bit)\b)[a-z-]+ [a-z]"
    r"|(?!(?:see|ask|call|no|not|daily|weekly|monthly|free|private|optional|more|many|some|new|old"
    r"|all|every|each|like|such|for|in|with|without|and|or|first|last|next|your|our|my|this|that)\b)"
    r"(?:[a-z-]+ ){1,4}(?:devices?|machines?|scans?|scanners?|tests?|treatments?|therapy|medicines?"
    r"|drugs?|diseases?|conditions?|infections?|virus|germs?|bacteria|disorders?|operations?"
    r"|hormones?|proteins?|chemicals?|coils?|implants?|nerves?|cells?|units?)\Z",
    re.NOFLAG,
)
"""What a thing is, in brackets after its short form."""
_NEAR = 200
"""How many characters away a full name may stand."""

_CLAUSE_END = re.compile(r"[.!?;:]\s")
_SENTENCE_END = Pattern(r"[.!?;]\s", re.NOFLAG)
_TEXTED = re.compile(r"[\"']? to \d")
_ZIP_CODE = re.compile(r" \d{5}\b")
_ROMAN = re.compile(r"(?:[IVX]+|I{2,3}[A-D])\Z")
_ROMAN_PART = Pattern(r"[IVX]+[A-E]\Z", re.NOFLAG)
_NUMBERED = Pattern(
    r"\b(?:stage|class|type|grade|phase|category|level|group|factor|part|bipolar|schedule)s? \Z",
    re.IGNORECASE,
)
_PHONE = Pattern(
    r"(?:\b1[ .-]\(?8\d\d\)?[ .-]{1,2}|\(\d{3,5}\)[ .-]{0,2}|(?<![\d,.])0\d{2,4}[ .-]|\b\d{3}-)"
    r"(?:\d{0,4}[A-Z]{0,7}[ -]){0,3}\d{0,4}\Z",
    re.NOFLAG,
)
"""A phone number, of which the next letters are spelled on keys: "1-877-4AID-VET"."""

_CLOCK = Pattern(r"(?:[ap]\.?m\.?|\d:\d\d),? ?\(?\Z", re.IGNORECASE)
_ZONES = frozenset("ET CT MT PT AT AKT HT HST".split())
_BRANDED = Pattern(r"[A-Z][a-z]{3,} \Z", re.NOFLAG)
_DOSE_FORMS = frozenset("AC CR DM EC HCT HFA IR LA MR ODT SR XL XR".split())
"""What stands behind the name of a medicine to tell its kinds apart."""

_GENE_BEFORE = Pattern(
    r"\bgenes?,? ?(?:called |named |such as |\()?(?:[A-Z][A-Z0-9]{1,9},? (?:and |or )?){0,4}\Z",
    re.NOFLAG,
)
_GENE_AFTER = Pattern(r"(?:[ -]?\d)? (?:genes?|mutations?)\b", re.NOFLAG)
_LABELS = frozenset("ALERT ANSWER FACT FALSE MYTH NOTE TIP TIPS TRUE UPDATE".split())
_LABEL_END = Pattern(r"s? ?[:\u2013\u2014-] ", re.NOFLAG)
_WORD_OR_PART = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "by", "for", "in", "of", "on", "or", "the", "to", "with")
)
_LEFT_OVER = _SMALL_WORDS | {"that", "which", "you", "they", "have", "has"}
_SHOUTED = frozenset(
    """ABOUT AFTER AGAIN ALL ALSO ALWAYS AND ANY ARE AWAY BE BEFORE BOTH BUT BY CAN CANNOT COULD
    DAILY DO DOES DONT DURING EACH EVEN EVER EVERY EXCEPT FEWER FIRST FOR FROM HAS HAVE HOW IF IN
    INTO IS IT ITS LAST LESS MANY MAY MORE MOST MUCH MUST NEVER NEW NO NONE NOT NOW OF OFF ON ONCE
    ONLY OR OTHER OUR OUT OVER PRIOR SAME SHOULD SO SOME SOON STILL STOP SUCH THAN THAT THE THEIR
    THEN THERE THEY THIS TO TODAY TOO TWICE UNDER UNLESS UNTIL VERY WEEKLY WERE WHAT WHEN WHERE
    WHICH WHY WILL WITH WITHIN YES YET YOU YOUR""".split()
)
"""Short words that are written in capitals to stress them."""

_RUN_BEFORE = Pattern(r"(?:\b[A-Z]+ ){1,6}\Z", re.NOFLAG)
_RUN_AFTER = Pattern(r"(?: [A-Z]+\b){1,6}", re.NOFLAG)
_RUN = 60
"""How many characters beside capitals can say what they are."""

_SAID = Pattern(r"\b(?:pronounced|says?|sounds like):? [\"']?\Z", re.IGNORECASE)
_SAID_INSIDE = Pattern(r"(?:pronounced|say|sounds like):? |[\"']", re.IGNORECASE)
_SYLLABLES = Pattern(r"[A-Za-z]{1,7}(?:[ -][A-Za-z]{1,7}){1,7}\Z", re.NOFLAG)
_VOWEL = Pattern("[AEIOUY]", re.NOFLAG)
_SOUNDS = str.maketrans(
    dict(zip("bpvcgqxjzkd", "fffsssssss" + "t", strict=True)) | dict.fromkeys("aeiouhwy'- ", "")
)
"""Consonants that stand for like sounds, as one."""

_AFTER = re.compile(
    r"""["']?,?\s*(?:
        (?:is|are)(?:\s+short\s+for)? | stands?\s+for | means | - | \u2013 | \u2014 | : | =
        | (?:,\s*)?(?:or|also\s+(?:called|known\s+as)|short\s+for)
    )\s+["']?(?:the\s+|an?\s+)?""",
    re.VERBOSE,
)
_BEFORE = re.compile(
    r"""(?:,\s*|\s+)(?:-\s|\u2013\s|\u2014\s|or|(?:also\s+|often\s+|usually\s+|sometimes\s+|simply\s+)*
        (?:called|known\s+as|shortened\s+to|abbreviated\s+(?:to|as)|written\s+as))\s*["']?\Z""",
    re.VERBOSE,
)


@rule(
    Severity.WARNING,
    theme=Theme.READABILITY,
    source="NHS digital service manual: abbreviations and acronyms",
    advice="Write the full name first and the short form in brackets after it.",
    judges=Judges.PAGES,
    passes=[
        "A sleep study is called polysomnography (PSG). The PSG takes one night.",
        "Your hands may go numb with carpal tunnel syndrome (CTS).\n\nCTS is common.",
        "COPD (chronic obstructive pulmonary disease) makes breathing hard.",
        "Ask for a TENS unit. TENS stands for transcutaneous electrical nerve stimulation.",
        "Peak expiratory flow, or PEF, shows how fast you can blow out.",
        "Some take disease-modifying antirheumatic drugs (DMARDs). A DMARD works slowly.",
        "## Irritable bowel syndrome\n\nIBS comes and goes.",
        "## What is GORD?\n\nGastro-oesophageal reflux disease (GORD) burns.",
        "Your GP in the UK works for the NHS. So does the WHO, in its way.",
        "PLEASE RING THE BELL TWICE\n\nDo NOT lift it, and NEVER DROP it.",
        "Type II is rarer than stage IV. Trial BX-12 used AB1234.",
        "Write to Flat 2, Salem, OR 97301 or see www.example.org/FAQ/TMJ for more.",
        "Text START to 12345, or ring 0555-123-HELP.",
        "COVID-19 is one cause. Vitamin B12 is not.",
        "Call 1-800-CDC-INFO or (855)-QUIT VET before 9 p.m. (ET).",
        "Nobody knows WHY. Class IIB is for veterans. DO NOT DELAY your visit.",
        "Psoriasis (sow RYE uh sis) itches.",
        "The test counts the red blood cells that you have (your RBC count).",
        "We study Better Moods: Access to Care for Elders (BMACE). Ask for an IUD (a small coil).",
        Example("<p>Ring us by 5 (<abbr title='eastern time'>ET</abbr>).</p>", "html"),
    ],
    fails=[
        "Try a ⟦TENS⟧ unit. A TENS unit helps some people.",
        "The ⟦PEF⟧ is low. Peak flow (see the chart) may rise.",
        "⟦DMARDs⟧ help.\n\nThere are many disease-modifying antirheumatic drugs (DMARDs).",
        "She has ⟦IBS⟧ and ⟦GORD⟧.",
        "Keep calm (⟦RICE⟧) and carry on. Ask about a non-⟦TNF⟧ medicine.",
        "## ⟦CTS⟧\n\nHands may go numb.",
        "Ask about an ⟦IUD⟧ (free clinics). The ⟦PEF⟧ (see below) fell.",
        "We saw 300 ⟦IBS⟧ cases. The new plan (a ⟦FODMAP⟧ diet) helped.",
        Example("<p>We open at 5 (<abbr>⟦ET⟧</abbr>).</p>", "html"),
    ],
)
def undefined_abbreviation(document: Document, *, known: tuple[str, ...] = ()) -> Found:
    """A short form is spelled out where it is first used.

    Three capital letters are a wall to whoever meets them for the first time. Those that
    everybody knows are left alone; `known` adds to them. A bracket that says what the thing is,
    or the title of an `<abbr>`, will do.
    """
    everyday = _everyday()
    passed = set(known)
    uses: dict[str, tuple[Sentence, re.Match[str]]] = {}
    for sentence, found in _uses(document):
        short = found.group()
        one = short[:-1] if short.endswith("S") and len(short) > 3 else short
        if any(short in some or one in some for some in (everyday, passed, uses)):
            continue
        if (
            short in sentence.block.spelled_out
            or short in document.derived(_names)
            or _explains(_nearby(document, sentence, found), short)
        ):
            passed.add(short)
            continue
        uses[short] = sentence, found
    for short, (sentence, found) in uses.items():
        end = found.end() + sentence.words.startswith("s", found.end())
        yield (
            sentence.part(found.start(), end),
            f"“{short}” is not spelled out where it is first used.",
        )


def _uses(document: Document) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """Every short form in the text in reading order, then those in headings."""
    sentences = analysis(document)
    for kinds in (_USED, (Kind.TITLE, Kind.HEADING, Kind.TERM)):
        for block in document.of(*kinds):
            if not _CAPITALS.search(block.words) or is_foreign(block) or _is_shouting(block.words):
                continue
            for sentence in sentences.of(block):
                if not _CAPITALS.search(sentence.words):
                    continue
                for found in _SHORT.finditer(sentence.words):
                    if not _is_something_else(sentence.words, found):
                        yield sentence, found


def _is_shouting(words: str) -> bool:
    """Whether all of a line, or nearly all, is in capitals."""
    capitals = sum(map(str.isupper, words))
    letters = sum(map(str.isalpha, words))
    return " " in words and (capitals == letters or (capitals > 6 and capitals > 0.6 * letters))


def _is_something_else(words: str, found: re.Match[str]) -> bool:
    """Whether capitals stress a word, count, or stand in an address."""
    short = found.group()
    if _ROMAN.match(short) or short in _SHOUTED:
        return True
    if len(short) > 3 and short.lower() in easy_words() and _has_shouting_neighbour(words, found):
        return True
    if len(short) == 2 and _ZIP_CODE.match(words, found.end()):
        return True
    if _TEXTED.match(words, found.end()):
        return True  # "Text START to 12345"
    chunk = words[max(0, found.start() - _NEAR) : found.end()].split()[-1].lower()
    return "www." in chunk or "://" in chunk or _is_a_name(words, found)


def _is_a_name(words: str, found: re.Match[str]) -> bool:
    """Whether capitals number, time or name something, and no full name would tell more."""
    short, start, end = found.group(), found.start(), found.end()
    before = words[max(0, start - _RUN) : start]
    return bool(
        (_ROMAN_PART.match(short) and _NUMBERED.search(before))
        or _PHONE.search(before)
        or (short in _ZONES and _CLOCK.search(before))
        or (short in _DOSE_FORMS and _BRANDED.search(before))
        or (short in _LABELS and not before.strip() and _LABEL_END.match(words, end))
        or _GENE_AFTER.match(words, end)
        or _GENE_BEFORE.search(before)
        or _is_in_shouted_run(before, words[end : end + _RUN])
        or _is_respelled(words, found)
    )


def _is_in_shouted_run(before: str, after: str) -> bool:
    """Whether words in capitals stand beside it, two of them plain words."""
    led, followed = _RUN_BEFORE.search(before), _RUN_AFTER.match(after)
    beside = f"{led[0] if led else ''} {followed[0] if followed else ''}".split()
    plain = [
        word
        for word in beside
        if word in _SHOUTED or len(word) > 6 or (len(word) > 2 and word.lower() in easy_words())
    ]
    return len(plain) > 1


def _is_respelled(words: str, found: re.Match[str]) -> bool:
    """Whether it is the stressed syllable of a word written as it sounds: "(sow RYE uh sis)"."""
    start, end = found.span()
    if not _VOWEL.search(found.group()):
        return False
    opened = words.rfind("(", max(0, start - _RUN), start)
    closed = words.find(")", end, end + _RUN)
    if opened >= 0 and closed >= 0 and ")" not in words[opened:start]:
        syllables = _SAID_INSIDE.compiled.sub("", words[opened + 1 : closed])
        said = WORD.findall(words[max(0, opened - _RUN) : opened])[-2:]
        return (
            syllables != syllables.upper()
            and bool(_SYLLABLES.match(syllables))
            and any(_sound_alike(syllables, name) for name in ("".join(said), "".join(said[-1:])))
        )
    chunk = start - len(words[max(0, start - _RUN) : start].rpartition(" ")[2])
    return "-" in words[chunk : end + 1] and bool(_SAID.search(words[max(0, chunk - _RUN) : chunk]))


def _sound_alike(syllables: str, name: str) -> bool:
    """Whether nearly all consonants of `syllables` stand in `name`, in this order."""
    spoken, written = _consonants(syllables), _consonants(name)
    at = shared = 0
    for sound in spoken:
        place = written.find(sound, at)
        if place >= 0:
            at, shared = place + 1, shared + 1
    return (
        len(spoken) > 1
        and spoken[0] in written[:2]
        and shared >= 0.7 * len(spoken)
        and len(written) <= 2 * len(spoken)
    )


def _consonants(words: str) -> str:
    sounds = words.lower().replace("ph", "f").translate(_SOUNDS)
    return "".join(sound for sound, last in pairwise(f"{sounds[::-1]} ") if sound != last)[::-1]


def _has_shouting_neighbour(words: str, found: re.Match[str]) -> bool:
    before = WORD.findall(words[max(0, found.start() - 20) : found.start()])[-1:]
    after = WORD.findall(words[found.end() : found.end() + 20])[:1]
    return any(word.isupper() and len(word) > 1 for word in (*before, *after))


def _nearby(document: Document, sentence: Sentence, found: re.Match[str]) -> str:
    """What stands around a short form, up to the end of the next sentence."""
    following = analysis(document).after(sentence) or sentence
    first = max(sentence.start, sentence.start + found.start() - 2 * _NEAR)
    last = min(following.end, sentence.start + found.end() + 2 * _NEAR)
    return sentence.block.words[first:last]


def _names(document: Document) -> frozenset[str]:
    """The initials of all that is named in full in a heading, a term or the metadata."""
    return frozenset(
        initials
        for block in document.of(*_NAMES)
        for name in re.split(r"[:?!,;(\u2013\u2014]", block.words)
        for initials in _initials_of(name)
    )


def _initials_of(name: str) -> Iterator[str]:
    words = _WORD_OR_PART.findall(name)
    telling = [word for word in words if word.lower() not in _SMALL_WORDS]
    for some in (words, telling):
        if 2 <= len(some) <= 7:
            yield "".join(word[0] for word in some).upper()


def _explains(words: str, short: str) -> bool:
    """Whether `words` say what `short` stands for."""
    for found in _IN_BRACKETS.finditer(words):
        before = words[max(0, found.start() - _NEAR) : found.start()].rstrip()
        inside = found[1]
        lead_in = _LEAD_IN.match(inside)
        begin = lead_in.end() if lead_in else 0
        if (
            inside[begin : begin + len(short)].upper() == short
            and _is_whole(inside, begin, short)
            and _stands_for(before, short, at_end=True)
        ):
            return True
        if before.endswith((short, f"{short}s")) and (
            _DESCRIBES.match(inside) or _stands_for(inside, short, at_end=False)
        ):
            return True
    at = words.find(short)
    while at >= 0:
        if _is_whole(words, at, short):
            end = at + len(short)
            cue = _AFTER.match(words, end + words.startswith("s", end))
            if cue and _stands_for(words[cue.end() : cue.end() + _NEAR], short, at_end=False):
                return True
            lead = _BEFORE.search(words[max(0, at - _NEAR) : at])
            if lead and _stands_for(
                words[max(0, at - _NEAR) : at][: lead.start()], short, at_end=True
            ):
                return True
        at = words.find(short, at + 1)
    return False


def _is_whole(words: str, at: int, short: str) -> bool:
    """Whether `short` stands at `at` of `words` as a word, a plural too."""
    end = at + len(short)
    end += words.startswith("s", end)
    return not (at and words[at - 1].isalnum()) and not words[end : end + 1].isalnum()


def _stands_for(words: str, short: str, *, at_end: bool) -> bool:
    """Whether `words` end (or start) with a name that `short` is short for.

    Its letters are looked for in order: the first begins the name, and the others stand at the
    start of its words or inside them, as in "electrocardiogram" for ECG.
    """
    limit = len(short) + 5
    if not at_end:
        name = _WORD_OR_PART.findall(_CLAUSE_END.split(words, maxsplit=1)[0])[:limit]
        return bool(name) and _begins(name[0], short) and _spells(name, short, whole=False)
    # A name may hold a colon.
    parts = _WORD_OR_PART.findall(_SENTENCE_END.compiled.split(words)[-1])[-limit:]
    return any(
        _spells(parts[first:], short, whole=True)
        for first, part in enumerate(parts)
        if _begins(part, short)
    )


def _begins(word: str, short: str) -> bool:
    return word[0].lower() == short[0].lower() and word.upper() != short


def _spells(name: list[str], short: str, *, whole: bool) -> bool:
    """Whether the letters of `short` stand in order in `name`, most of them at starts of words.

    `whole`: hardly a word is left over at the end.
    """
    letters = short.lower()
    index = begun = used = 0
    for position, part in enumerate(name):
        lower = part.lower()
        if index < len(letters) and lower[0] == letters[index]:
            index, begun, used = index + 1, begun + 1, position
            rest = lower[1:]
        elif lower in _SMALL_WORDS or index == 0:
            continue
        else:
            rest = lower
        following = name[position + 1][0].lower() if position + 1 < len(name) else ""
        for letter in rest:
            if index < len(letters) and letter == letters[index] and letter != following:
                index, used = index + 1, position
    if index < len(letters):
        return False
    left_over = [part for part in name[used + 1 :] if part.lower() not in _LEFT_OVER]
    if whole and len(left_over) > 2:
        return False
    return begun * 2 >= len(letters) or used == 0


@cache
def _everyday() -> frozenset[str]:
    lines = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
