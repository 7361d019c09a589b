"""Names of health that a library of conditions, therapies and medicines adds to the word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lint import health
from lint.document import Lexicon

LEARNED = {
    "condition": ("conditions", "also_called", "conditions"),
    "therapy": ("therapies", None, ""),
    "medicine_class": ("medicine_classes", "examples", "medicines"),
}
"""The library kinds that teach words: the list for the name, and another field's with its list."""

_PART = re.compile(r"[^()/;]+")
_SHORT_FORM = re.compile(r"[A-Z][A-Z0-9&-]*s?|.{1,3}")
"""What is not learned: in small letters a short form can be another word, as ACT is."""


def learned(items: Iterable[tuple[str, str, Sequence[str]]]) -> Lexicon:
    """What the word lists lack of the names of items: the kind, the name, the other field."""
    words: dict[str, set[str]] = {}
    for kind, name, more in items:
        names, _, others = LEARNED[kind]
        for which, text in ((names, name), *((others, each) for each in more)):
            for part in map(str.strip, _PART.findall(text)):
                known = " ".join(part.lower().replace("-", " ").split()) in health.phrases(which)
                if part and not known and not _SHORT_FORM.fullmatch(part):
                    words.setdefault(which, set()).add(part)
    return tuple((which, tuple(sorted(found))) for which, found in sorted(words.items()))
