"""Which documents the rules can read: they are written for English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.document import METADATA_KINDS, Block, Document, Problem

_ENOUGH_WORDS = 50
"""Fewer words do not tell their language."""

_RUNNING_TEXT = 8
"""Blocks with fewer words may be names; they do not tell their language either."""

_HARDLY_ANY = 0.02
_FEW = 0.08
"""Shares of the words below which a text is no English, or none if another language is stronger.

English prose has 15 to 30 in a hundred of the words below; lists of names have few.
"""

_ENGLISH = frozenset(
    [
        *("the", "and", "to", "that", "you", "with", "are", "this", "your", "it", "can", "be"),
        *("from", "not", "if", "when", "they", "by", "but", "which", "their", "what", "who", "was"),
        *("were", "has", "do", "how", "there", "also", "more", "than", "them", "its", "should"),
        *("about", "for", "have", "we", "our", "my", "may", "of", "some", "other", "into", "these"),
    ]
)
_OTHERS = frozenset(
    [
        *(
            "de",
            "la",
            "el",
            "los",
            "las",
            "que",
            "y",
            "en",
            "un",
            "una",
            "por",
            "con",
            "para",
            "su",
        ),
        *("del", "se", "es", "lo", "como", "más", "le", "les", "des", "et", "est", "une", "vous"),
        *(
            "pour",
            "dans",
            "qui",
            "pas",
            "du",
            "au",
            "sur",
            "avec",
            "ce",
            "votre",
            "ne",
            "der",
            "die",
        ),
        *("und", "das", "ist", "nicht", "mit", "sie", "den", "ein", "eine", "von", "zu", "auf"),
        *("für", "im", "dem", "sich", "il", "di", "che", "per", "non", "sono", "della", "o", "os"),
        *(
            "da",
            "em",
            "um",
            "uma",
            "não",
            "com",
            "het",
            "een",
            "van",
            "dat",
            "niet",
            "zijn",
            "voor",
        ),
        *("met", "te", "och", "att", "det", "som", "på", "är", "av", "og", "til", "af", "ikke"),
        *("jest", "nie", "się", "na", "ang", "ng", "sa", "mga", "ay", "và", "của", "là", "không"),
        *("oo", "iyo", "ka", "ve", "bir", "bu", "için", "și", "este", "nu", "pou", "ou", "yo"),
    ]
)


def unsupported(document: Document) -> Problem | None:
    """The problem of a document in a language without rules, or None.

    Its declared locale decides first; then its letters and its most common words.
    """
    language = document.locale.replace("_", "-").split("-")[0].lower()
    if language not in ("", "en"):
        return Problem(
            "unsupported-language",
            f"There are no rules for this language ({document.locale}); it was not judged.",
            unjudged=True,
        )
    if _is_english(document):
        return None
    return Problem(
        "unsupported-language",
        "This does not read like English, the only language with rules; it was not judged.",
        unjudged=True,
    )


def is_foreign(block: Block) -> bool:
    """Whether most letters of the block are of another script than ours."""
    other = 0 if block.words.isascii() else _other_letters(block.words)
    return other > 0 and 2 * other > _letters(block.words)


def _is_english(document: Document) -> bool:
    other = sum(
        _other_letters(block.words) for block in document.blocks if not block.words.isascii()
    )
    if other and 2 * other > sum(_letters(block.words) for block in document.blocks):
        return False
    english = total = 0
    for words in _running_text(document):
        total += len(words)
        english += sum(map(_ENGLISH.__contains__, words))
    if total < _ENOUGH_WORDS or english >= _FEW * total:
        return True
    if english < _HARDLY_ANY * total:
        return False
    return english >= sum(sum(map(_OTHERS.__contains__, each)) for each in _running_text(document))


def _running_text(document: Document) -> Iterator[list[str]]:
    """The words of each block that can tell the language, in small letters."""
    for block in document.blocks:
        if block.kind not in METADATA_KINDS:
            words = block.words.lower().split()
            if len(words) >= _RUNNING_TEXT:
                yield words


_NOT_OURS = re.compile("[^\x00-\u024f\u1e00-\u1eff\u2000-\u206f]+")


def _other_letters(text: str) -> int:
    """How many letters are of another script than Latin."""
    return sum(sum(map(str.isalpha, found)) for found in _NOT_OURS.findall(text))


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
