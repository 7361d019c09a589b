from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lint import health
from lint.document import Block, Document, Group, Kind
from lint.health import Line
from lint.patterns import Pattern, Words
from lint.rule import Example, Found, Judges, Severity, Theme, rule
from lint.text import analysis

_NAMED_IN = (Kind.TITLE, Kind.HEADING, Kind.CARD_HEADING, Kind.TERM)
"""Blocks whose words the text below them is about."""
_PROSE = (Kind.PARAGRAPH, Kind.ITEM, Kind.CELL)

_LIST = Path(__file__).parents[1] / "lexicon" / "medical_terms.txt"
_COMMON = frozenset("treatment emotional affect therapeutic symptom symptoms effect".split())
_PLURALS = (("asis", "ases"), ("osis", "oses"), ("us", "i"), ("y", "ies"))


def _read() -> Mapping[str, Sequence[str]]:
    """The terms and their plurals by the longest of their words, longer ones first."""
    told: dict[str, list[str]] = {}
    for row in _LIST.read_text("utf-8").splitlines():
        if row.startswith("#"):
            continue
        for term in row.replace("-", " ").split(", "):
            for form in (term, _plural(term)):
                word = max(form.split(), key=_tells)
                told.setdefault(word, []).append(form)
    for forms in told.values():
        forms.sort(key=len, reverse=True)
    return told


def _tells(word: str) -> int:
    """How well a word tells that a term of several words may stand here."""
    return 0 if word in _COMMON else len(word)


def _plural(term: str) -> str:
    for ending, other in _PLURALS:
        if term.endswith(ending):
            return term.removesuffix(ending) + other
    return f"{term}s"


_TERMS = _read()
_KEYS = frozenset(_TERMS)
WORDS = Words(" ".join(_TERMS))

_SHOWS = (
    r"(?:affect|involve|measure|check|look|remove|work|help|spread|let|allow|stop|block|carr(?:y|ie)"
    r"|contain|cover|describe|develop|form|make|use|show|give|control|attack|damage|line|tell|harm"
    r"|lead|come|cause|increase|raise|lower|turn|keep|protect)s?"
)
"""What a thing does, where that says what it is."""

_AFTER = Pattern(
    rf"""[ ](?:
      \((?![ ](?:not|see|such|with|without|including|like|page|for)\b) | \u2014 | :
    | ,[ ](?:(?:an?|or|meaning|also|when|where|that[ ]is|in[ ]other[ ]words|i[ ]e|sometimes|often)\b
        |(?:which|that)[ ](?:is|are|means?|happens?|can|causes?)\b
        |which[ ](?:can[ ]|may[ ]|often[ ]|usually[ ]|mainly[ ]|only[ ])?(?:means?|{_SHOWS})\b
        |the[ ](?!(?:most|second|third|same)\b)(?:\w+[ ]){{1,4}}
            (?:that|which|of|for|in|when|where)\b
        |(?:(?!(?:and|or|but)\b)\w+[ ]){{1,4}}(?:that|which|who|made|used)\b)
    | (?:means?|refers?[ ]to|describes?|stands?[ ]for|happens?[ ]when|occurs?[ ]when)\b
    | (?:is|are)[ ](?:the[ ](?:medical[ ])?(?:name|term|word)|when|where|what|how|an?\b|one[ ]of
        |(?:also[ ]|sometimes[ ]|often[ ])?(?:called|known)
        |(?:\w+[ ]){{1,5}}(?:that|which|who|of|for|in|when)\b)
    )"""
)
_ADJECTIVE = Pattern(r"(?:\w+(?:al|ic|ous|ar|ary|oid|eous)|acute|benign|malignant|chronic)\Z")
_WITH_NOUN = Pattern(r"(?:[ ](?!(?:and|or|but|of|in|for|to|with|is|are|was)\b)\w+){1,2}")
"""An adjective is explained after the noun it stands with."""

_IN_BRACKETS = Pattern(
    r"\([ ](?:(?!see|for|with|and|no|not|such|like|including|e|i|your|page|because)\w+[ ]){0,2}$"
)
_THAT_IS = Pattern(
    r"(?:this|that|it|these|they)[ ](?:is|are)[ ](?:(the|an?|your|known[ ]as|called)[ ])?$"
)
"""What names the thing that the sentence before told of."""

_BEFORE = Pattern(
    r"""(?:\(|[,\u2014][ ]or|\b(?:called?|calls?|known[ ]as|termed|named?
    |(?:name|term|word)(?:[ ]is)?|or)
    (?:[ ](?:this|it|them|these|that))?)(?:[ ](?:an?|the))?[ ]$"""
)
_NEXT = Pattern(
    r"(?:this|that|it|they|these)[ ](?:is|are|means?|happens?|describes?|refers?|can[ ]be)\b"
    r"|in[ ]other[ ]words\b|(?:that|this)[ ]is[ ],"
)
_NEAR = 120
_CHEMICALS = frozenset(
    """
    serotonin dopamine norepinephrine noradrenaline acetylcholine glutamate gaba neurotransmitter
    """.split()
)
_SAID_OF_CHEMICALS = Pattern(r"\b(?:chemicals?|neurotransmitters|hormones?|messengers?)\b")
_NAME_GOES_ON = Pattern(r"[ ](?:and[ ]CLASS|(?:\w+[ ]){0,3}(?:reuptake[ ])?inhibitors?)\b")


@rule(
    Severity.INFO,
    theme=Theme.READABILITY,
    source="AHRQ: Patient Education Materials Assessment Tool (PEMAT), item 4",
    advice="Say what it means in plain words where it first stands, or use those instead.",
    judges=Judges.PAGES,
    passes=[
        "Neurotransmitters, chemical messengers that affect mood, play a part.",
        "You may get low blood pressure (hypotension).",
        "Some people have anhedonia. This means that nothing gives them joy.",
        "Brain chemicals such as serotonin play a part, and so does sleep.",
        "Titration is when your doctor raises the dose step by step.",
        "Doctors call this oedema. Rest your legs.",
        "## Hypoxia\n\nAt first hypoxia may make you feel giddy.",
        "Ask about the [prognosis](/words/prognosis/) at your next visit.",
        "---\naudience: professionals\n---\n\nConsider the aetiology.",
        "An ischaemic (short of blood) foot feels cold. An ischaemic foot needs help fast.",
        "You may need a biopsy, which involves taking a little skin.",
        "A congenital heart problem, a fault you are born with, is rare.",
        "Ototoxic drugs are medicines that harm the ear.",
        "Your heart rests between beats. This is the diastolic pressure.",
        "You may feel your heart beat (heart palpitations).",
    ],
    fails=[
        "It eases ⟦hyperarousal⟧.",
        "You may need a ⟦biopsy⟧, which hurts, and then a rest.",
        "⟦Ischaemic⟧ strokes, the most common of all, come fast.",
        "This is the ⟦prognosis⟧.",
        "Rest well (see your ⟦prognosis⟧).",
        "The ⟦prognosis⟧ is good. Your ⟦comorbidities⟧ matter too.",
        "The team looks for ⟦lesions⟧, nodes and bruises. Then they write to you.",
        "## Tests\n\nAfter ⟦titration⟧ you feel better. It can take weeks.",
        Example("<p>The dose depends on the <b>⟦half-life⟧</b>.</p>", "html"),
    ],
)
def unexplained_medical_term(document: Document, *, known: tuple[str, ...] = ()) -> Found:
    """A medical word is explained where it first stands.

    "Prognosis" or "titration" are everyday words on a ward and nowhere else. A reader who has to
    guess may guess wrong, or stop. An explanation is a bracket, words between commas, "means" or
    "is a", in the same sentence or the next, or a sentence before "This is the ..."; a link to a
    page about it will do, and so will a heading or a title that names it. Text for professionals is
    left alone. `known` are words to let be.
    """
    if document.meta.audience == "professionals":
        return
    passed = set(known)
    for line in health.lines_with(document, WORDS):
        block = line.block
        for start, end in sorted(_found(line)):
            term = _singular(line.text[start:end])
            if term in passed:
                continue
            if block.kind in _NAMED_IN:
                passed.add(term)
            elif block.kind in _PROSE and not block.inside(
                Group.QUOTE, Group.STORY, Group.SOURCES, Group.KEY_POINTS
            ):
                passed.add(term)
                if not (_is_told(line, term, end) or _is_explained(document, line, start, end)):
                    where = line.span(start, end)
                    yield where, f"“{where.quote}” is a medical word that nothing here explains."


def _found(line: Line) -> Iterator[tuple[int, int]]:
    """Where the terms stand in the text of `line`."""
    text = line.text
    for word in _KEYS.intersection(text.split(" ")):
        at = text.find(word)
        while at >= 0:
            for form in _TERMS[word]:
                start = at - form.index(word)
                end = start + len(form)
                if (
                    start >= 0
                    and text.startswith(form, start)
                    and text[end : end + 1] in ("", " ")
                    and (start == 0 or text[start - 1] == " ")
                ):
                    yield start, end
                    break
            at = text.find(word, at + len(word))


def _singular(form: str) -> str:
    for ending, other in _PLURALS:
        if form.endswith(other):
            return form.removesuffix(other) + ending
    return form if form.endswith(("ss", "is", "us")) else form.removesuffix("s")


def _is_told(line: Line, term: str, end: int) -> bool:
    """Whether a chemical is called one in its sentence, or is part of the name of a medicine."""
    return term in _CHEMICALS and bool(
        _NAME_GOES_ON.match(line.text, end)
        or (term != "neurotransmitter" and _SAID_OF_CHEMICALS.search(line.text))
    )


def _is_explained(document: Document, line: Line, start: int, end: int) -> bool:
    text = line.text
    before = max(0, start - _NEAR)
    if _AFTER.match(text, end) or _BEFORE.search(text, before, start):
        return True
    if text.startswith(" )", end) and _IN_BRACKETS.search(text, before, start):
        return True
    noun = _WITH_NOUN.match(text, end) if _ADJECTIVE.match(text[start:end]) else None
    if noun and any(
        _AFTER.match(text, at) for at in (text.find(" ", end + 1), noun.end()) if at > 0
    ):
        return True
    named = _THAT_IS.match(text, 0, start)
    names_it = named and (named[1] or not _ADJECTIVE.match(text[start:end]))
    if names_it and analysis(document).before(line.sentence) is not None:
        return True
    if _is_linked(line.block, line, start, end):
        return True
    following = analysis(document).after(line.sentence)
    return following is not None and bool(_NEXT.match(following.words[:_NEAR].lower()))


def _is_linked(block: Block, line: Line, start: int, end: int) -> bool:
    if not block.links:
        return False
    where = line.span(start, end)
    links = (block.link_span(link) for link in block.links)
    return any(link.start <= where.start and where.end <= link.end for link in links)
