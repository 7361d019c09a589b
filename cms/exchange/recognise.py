"""Turns the plain parts of a manuscript into the typed blocks of a content file.

Nothing is thrown away: what is not recognised stays text. What was a guess is noted as a doubt.
"""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import Any

from cms.exchange.manuscript import Grid, Heading, Items, Part, Picture, Prose, Quote, words_of
from cms.library.models import Condition, LibraryItem, MedicineClass, Therapy

Record = dict[str, Any]

TREATMENT_LISTS = {
    "condition": "condition_list",
    "therapy": "therapy_list",
    "medicine_class": "medicine_list",
}
TERM = re.compile(
    r"\s*(?:<b>\s*)?(?P<term>[^<>.!?:\u2013\u2014]{2,90}?)\s*"
    r"(?:</b>\s*[:\u2013\u2014]|:\s*</b>|\s[\u2013\u2014-]+\s*</b>|</b>\s*-|\s[\u2013\u2014]|\s-(?=\s)|:)\s+"
    r"(?P<rest>\S.*)",
    re.DOTALL,
)
ABBREVIATION = re.compile(r"\s*\(([A-Z][A-Za-z-]{1,7})\)$")
NAME_WITH_ABBREVIATION = re.compile(r"(?:[\w'’/-]+ ){1,8}\([A-Z][A-Za-z-]{1,7}\)")
MEDICINES = (
    r"medications?|medicines?|drugs?|antidepressants?|antipsychotics?|stimulants?|sedatives?|"
    r"stabili[sz]ers?|inhibitors?|blockers?|benzodiazepines?|statins?|opioids?|antibiotics?|"
    r"painkillers?|hypnotics?|steroids?|antihistamines?"
)
THERAPIES = (
    r"\w*therap(?:y|ies)|counsell?ing|psychoanalysis|training|reprocessing|mindfulness|"
    r"response prevention"
)
# How names that the library does not have end, by what they name.
ENDINGS = {
    "condition": re.compile(
        r"\b(?:disorders?|disease|syndrome|depression|anxiety|phobias?|psychosis|schizophrenia|"
        r"dependence|addiction|insomnia|dementia|diabetes|asthma|migraine|\w+itis|\w+osis)$",
        re.IGNORECASE,
    ),
    "therapy": re.compile(rf"\b(?:{THERAPIES})$", re.IGNORECASE),
    "medicine_class": re.compile(rf"\b(?:{MEDICINES})$", re.IGNORECASE),
}
# Where the name at the head of a sentence ends.
HEAD_ENDS = re.compile(
    r"[,;:(]|\s(?:is|are|was|were|can|may|might|help|helps|have|has|use|uses|focus|focuses|teach|"
    r"teaches|delves?|looks?|works?|such|like|including|often|also|which|that|for)\b",
    re.IGNORECASE,
)
CONTRAST = re.compile(r",?\s+(?:but|while|whereas|and)\s+", re.IGNORECASE)
MEDICINE_WORDS = re.compile(rf"\b(?:{MEDICINES}|tablets?|pills?|ssris?|snris?)\b", re.IGNORECASE)
THERAPY_WORDS = re.compile(rf"\b(?:{THERAPIES}|talking|cbt|dbt|erp|emdr)\b", re.IGNORECASE)
OPENING_WHILE = re.compile(r"(?:while|although|though)\s+(?=\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Known:
    """A library item that a name stands for."""

    kind: str
    slug: str
    name: str


class LibraryNames:
    """The library items of a language by every name they are known under."""

    def __init__(self, language: str) -> None:
        self._names: dict[str, Known] = {}
        models: tuple[type[LibraryItem], ...] = (Condition, Therapy, MedicineClass)
        for kind, model in zip(TREATMENT_LISTS, models, strict=True):
            for item in model.objects.filter(locale__language_code=language):
                others = [*getattr(item, "also_called", ()), getattr(item, "abbreviation", "")]
                for name in (item.name, *others):
                    if name:
                        self._names.setdefault(_key(name), Known(kind, item.slug, item.name))

    def find(self, name: str) -> Known | None:
        """The item called `name`, whose abbreviation may stand behind it in brackets."""
        abbreviation = ABBREVIATION.search(name)
        names = [name, ABBREVIATION.sub("", name), abbreviation[1] if abbreviation else ""]
        return next((self._names[_key(each)] for each in names if _key(each) in self._names), None)

    def at_start(self, words: str) -> tuple[str, Known] | None:
        """The longest known name that `words` begin with, as written, and what it stands for."""
        pieces = words.split()
        for count in range(min(len(pieces), self._longest), 0, -1):
            name = " ".join(pieces[:count]).rstrip(",;:.")
            known = self._names.get(_key(ABBREVIATION.sub("", name)))
            if known is not None:
                return name, known
        return None

    @cached_property
    def _longest(self) -> int:
        return max((len(name.split()) for name in self._names), default=0) + 1


def _key(name: str) -> str:
    words = re.sub(r"[^\w]+", " ", name.casefold()).split()
    if words and words[-1].endswith("s") and not words[-1].endswith("ss"):
        words[-1] = words[-1][:-1]
    return " ".join(words)


@dataclass
class Recognised:
    """The body of a content file, what the article is about, and what was a guess."""

    body: list[Record] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    proposed: list[tuple[str, str]] = field(default_factory=list)  # (library kind, name)


def recognise(
    parts: Iterable[Part], library: LibraryNames, promised: Iterable[str] = ()
) -> Recognised:
    """The blocks for `parts`; `promised` are words that promise a link and have none."""
    found = Recognised()
    waiting = list(promised)
    text: list[str] = []

    def add(kind: str, value: Any) -> None:
        if text:
            html = "".join(text)
            text.clear()
            add("paragraph", html)
        found.body.append({"type": kind, "value": value, "id": str(uuid.uuid4())})

    for part in parts:
        match part:
            case Prose(html):
                text.append(f"<p>{html}</p>")
            case Items(items, ordered):
                typed = _typed_list(items, ordered, library, found)
                if typed is None:
                    tag = "ol" if ordered else "ul"
                    rows = "".join(f"<li>{item}</li>" for item in items)
                    text.append(f"<{tag}>{rows}</{tag}>")
                else:
                    add(*typed)
            case _:
                add(*_block(part, found))
        for label in _kept_promises(part, waiting):
            add("call_to_action", {"label": label[:120], "style": "link"})
            found.doubts.append(f"“{label}” promises a link: give the call to action its target.")
    if text:
        html = "".join(text)
        text.clear()
        add("paragraph", html)
    return found


def _kept_promises(part: Part, waiting: list[str]) -> list[str]:
    """The promises made in this part, each taken once."""
    html = part.html if isinstance(part, Prose | Quote) else ""
    html = " ".join(part.items) if isinstance(part, Items) else html
    words = words_of(html)
    made = [label for label in waiting if " ".join(label.split()) in words]
    for label in made:
        waiting.remove(label)
    return made


def _block(part: Part, found: Recognised) -> tuple[str, Any]:
    match part:
        case Heading(text, level):
            return "heading", {"text": text[:255], "level": min(max(level, 2), 4)}
        case Quote(html):
            found.doubts.append(f"A quotation has no speaker yet: “{words_of(html)[:60]}”.")
            return "quote", {"text": html}
        case Picture(alt, src):
            found.doubts.append(f"The picture {src} is not imported: upload it, then choose it.")
            return "image", {"alt": alt} if alt else {}
        case Grid():
            return "table", _table(part, found)
    raise TypeError(part)


def _table(grid: Grid, found: Recognised) -> Record:
    width = max((len(row) for row in grid.rows), default=0)
    rows = [[*row, *[""] * (width - len(row))] for row in grid.rows]
    if not grid.headed:
        found.doubts.append("A table has no header row: its columns need headings.")
    headings = rows.pop(0) if grid.headed else [""] * width
    return {
        "columns": [{"type": "text", "heading": heading} for heading in headings],
        "rows": [{"values": row} for row in rows],
        "caption": grid.caption,
    }


# --- Lists ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Item:
    """An item of a list: its name if it has one, what follows it, and the whole."""

    name: str
    rest: str
    html: str
    split: bool  # a dash or a colon stood between name and rest
    known: Known | None
    kind: str  # a library kind, or ""


def _typed_list(
    items: tuple[str, ...], ordered: bool, library: LibraryNames, found: Recognised
) -> tuple[str, Any] | None:
    """The block for a list of which most items have a name; None where it is just a list."""
    read = [_item(html, library) for html in items]
    kinds = Counter(item.kind for item in read if item.kind)
    if kinds["condition"]:
        # Among conditions, whatever is treated in two ways is one more.
        kinds["condition"] += sum(
            not item.kind and item.split and _halves(item.rest) is not None for item in read
        )
    kind, count = kinds.most_common(1)[0] if kinds else ("", 0)
    if count * 2 > len(read) or (count * 2 == len(read) and len(kinds) == 1):
        make = {
            "condition": _condition,
            "therapy": _therapy,
            "medicine_class": _medicine,
        }[kind]
        for item in read:
            _note(item, kind, found)
        return TREATMENT_LISTS[kind], [make(item, found) for item in read]
    if sum(item.split for item in read) * 2 > len(read):
        explained = [_explained(item, found) for item in read]
        return "explained_list", {**({"ordered": True} if ordered else {}), "items": explained}
    return None


def _item(html: str, library: LibraryNames) -> _Item:
    separated = TERM.fullmatch(html)
    if separated and len(separated["term"].split()) <= 10:
        name, rest = unescape(separated["term"]).strip(), separated["rest"].strip()
        rest = re.sub(r"^</b>\s*", "", rest)
        known = library.find(name)
        return _Item(name, rest, html, True, known, known.kind if known else _kind_of(name))
    words = words_of(html)
    abbreviated = NAME_WITH_ABBREVIATION.match(words)
    known = library.find(abbreviated[0]) if abbreviated else None
    if abbreviated and known is not None:
        return _Item(abbreviated[0], html, html, False, known, known.kind)
    start = library.at_start(words)
    if start is not None:
        name, known = start
        return _Item(name, html, html, False, known, known.kind)
    head = HEAD_ENDS.split(words, maxsplit=1)[0].strip()
    kind = _kind_of(head) if len(head.split()) <= 6 else ""
    return _Item(head if kind else "", html, html, False, None, kind)


def _kind_of(name: str) -> str:
    bare = ABBREVIATION.sub("", name)
    return next((kind for kind, ending in ENDINGS.items() if ending.search(bare)), "")


def _note(item: _Item, kind: str, found: Recognised) -> None:
    if item.known is not None and item.known.kind == kind:
        about = f"{kind}:{item.known.slug}"
        if about not in found.about:
            found.about.append(about)
        if _key(ABBREVIATION.sub("", item.name)) != _key(item.known.name):
            found.doubts.append(f"“{item.name}” was taken for “{item.known.name}” of the library.")
    elif item.name:
        found.proposed.append((kind, item.name))


def _named(item: _Item, kind: str) -> Record:
    """The choice from the library, or the name as it was written."""
    if item.known is not None and item.known.kind == kind:
        shown = {} if _key(item.name) == _key(item.known.name) else {"name": item.name}
        return {kind: item.known.slug, **shown}
    return {"name": (item.name or words_of(item.html))[:255]}


def _therapy(item: _Item, found: Recognised) -> Record:
    return {**_named(item, "therapy"), "text": f"<p>{item.rest}</p>"}


def _medicine(item: _Item, found: Recognised) -> Record:
    return {**_named(item, "medicine_class"), "text": f"<p>{item.rest}</p>"}


def _explained(item: _Item, found: Recognised) -> Record:
    if item.split:
        return {"term": item.name[:255], "explanation": f"<p>{item.rest}</p>"}
    found.doubts.append(f"An item has no term: “{words_of(item.html)[:60]}”.")
    return {"term": words_of(item.html)[:255], "explanation": f"<p>{item.html}</p>"}


def _condition(item: _Item, found: Recognised) -> Record:
    """A condition, its explanation split into how medication and how therapy help if it tells."""
    halves = _halves(item.rest)
    named = _named(item, "condition")
    if halves is None:
        return {**named, "text": f"<p>{item.rest}</p>"}
    found.doubts.append(f"The text on “{item.name}” was split into medication and therapy.")
    return {**named, "medication": f"<p>{halves[0]}</p>", "therapy": f"<p>{halves[1]}</p>"}


def _halves(html: str) -> tuple[str, str] | None:
    """The halves of "medication ..., but therapy ...", in this order; None if it is no such pair.

    Only the joining word is left out.
    """
    opening = OPENING_WHILE.match(html)
    body = html[opening.end() :] if opening else html
    joints = re.finditer(r",\s+", body) if opening else CONTRAST.finditer(body)
    for joint in joints:
        first, second = body[: joint.start()], body[joint.end() :]
        if _unbalanced(first):
            continue
        sides = (_side(first), _side(second))
        if sides == ("medication", "therapy"):
            return _sentence(first), _sentence(second)
        if sides == ("therapy", "medication"):
            return _sentence(second), _sentence(first)
    return None


def _side(html: str) -> str:
    """What a half speaks of first."""
    words = words_of(html)
    medicine, therapy = MEDICINE_WORDS.search(words), THERAPY_WORDS.search(words)
    if medicine and (not therapy or medicine.start() < therapy.start()):
        return "medication"
    return "therapy" if therapy else ""


def _unbalanced(html: str) -> bool:
    """Whether a cut here would go through a link or brackets."""
    return html.count("<a") > html.count("</a>") or html.count("(") > html.count(")")


def _sentence(html: str) -> str:
    html = html.strip().rstrip(",;")
    html = html[:1].upper() + html[1:]
    return html if html[-1:] in ".!?>" else f"{html}."
