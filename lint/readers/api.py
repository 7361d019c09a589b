"""Pages as the delivery API of a CMS answers them: the words, and what they refer to.

An answer holds a content file with ids for natural keys, and beside it what the rules may ask about
them. So it is read as a content file, in a world of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lint.document import Document
from lint.readers import json_source, stream, unreadable
from lint.readers.decoding import UndecodableError, decode
from lint.readers.json_source import JsonError
from lint.readers.metadata import Library
from lint.site import ReferenceState, Site


@dataclass(frozen=True)
class Answered(Site):
    """The world as one answer tells of it; it knows of nothing else."""

    library: Mapping[str, Any] = field(default_factory=dict)
    references: Mapping[str, Any] = field(default_factory=dict)
    carried: str = ""

    def reference(self, kind: str, key: str, locale: str) -> ReferenceState:
        found = self.references.get(f"{kind}:{key}")
        known = _STATES.get(found) if isinstance(found, str) else None
        return known or ReferenceState.UNKNOWN

    def library_item(self, kind: str, key: str, locale: str) -> Mapping[str, Any] | None:
        found = self.library.get(f"{kind}:{key}")
        return found if isinstance(found, Mapping) else None

    def disclaimer(self, locale: str) -> str:
        return self.carried


_STATES = {state.value: state for state in ReferenceState}


def world(data: bytes) -> Answered:
    """The world of an answer; of one that cannot be read an empty one."""
    try:
        answer, _ = json_source.load(decode(data)[0])
    except (UndecodableError, JsonError):
        return Answered()
    said = _object(answer, "site")
    return Answered(
        publisher=_string(said.get("publisher")),
        own_brands=_strings(said.get("own_brands")),
        own_domains=_strings(said.get("own_domains")),
        library=_object(answer, "library"),
        references=_object(answer, "references"),
        carried=_string(said.get("disclaimer")),
    )


def read(source: str, name: str, library: Library | None = None) -> Document:
    """The document in an answer; `library` is the world of that answer."""
    try:
        answer, _ = json_source.load(source)
    except JsonError as error:
        return unreadable(name, error.problem.code, str(error))
    content = answer.get("content") if isinstance(answer, Mapping) else None
    if not isinstance(content, Mapping):
        return unreadable(name, "malformed-article", "This is no answer that holds a page.")
    document = stream.read(content, name, library)
    words = _object(answer, "lexicon")
    return replace(document, lexicon=tuple((each, _strings(words[each])) for each in words))


def _object(answer: Any, key: str) -> Mapping[str, Any]:
    found = answer.get(key) if isinstance(answer, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _strings(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else []
    return tuple(item for item in items if isinstance(item, str))
