"""What a page or a library item holds and refers to, as data: for whoever judges it elsewhere.

`lint.readers.api` makes of it the document and the world that `adapter` makes of the item itself,
so both get the same verdict.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from cms.quality import adapter
from lint import engine
from lint.config import Config
from lint.readers import stream
from lint.rules.broken_internal_reference import broken_internal_reference
from lint.site import ReferenceState, Site

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
INTERNAL = {"suppress", "reviewed_text"}
HIDDEN = {ReferenceState.DRAFT, ReferenceState.PRIVATE}


def contents_of(item: models.Model, *, public: bool = False) -> dict[str, Any]:
    """What the item holds, and what it refers to.

    `content` is a content file with ids in the place of natural keys; `library` and `references`
    tell by kind and id what stands behind them, `lexicon` the names that the library adds to the
    linter's word lists. `public` tells no more than the public may know:
    no comments of editors, nothing that they accepted, and what is not published is missing.
    """
    data = adapter.mapping(item)
    if public:
        data = _without_comments(data)
    world = adapter.world_of(item, data)
    asked = _Asked(own_domains=world.own_domains, world=world, public=public)
    document = stream.read(data, adapter.name_of(item), library=asked)
    engine.check(document, asked, Config(), selected=[broken_internal_reference])
    return {
        "content": data,
        "library": asked.items,
        "references": asked.references,
        "lexicon": dict(adapter.library_words(item.locale_id)),
        "site": {
            "publisher": world.publisher,
            "own_brands": list(world.own_brands),
            "own_domains": list(world.own_domains),
            "disclaimer": world.disclaimer(document.locale),
        },
    }


@dataclass(frozen=True)
class _Asked(Site):
    """Notes what is asked of a world, and what the world says."""

    world: Site = field(default_factory=Site)
    public: bool = False
    items: dict[str, Mapping[str, Any] | None] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)

    def library_item(self, kind: str, key: str, locale: str) -> Mapping[str, Any] | None:
        found = self.world.library_item(kind, key, locale)
        if self.public:
            hidden = self.world.reference(kind, key, locale) in HIDDEN
            found = None if hidden else _without_comments(found)
        self.items[f"{kind}:{key}"] = found
        return found

    def reference(self, kind: str, key: str, locale: str) -> ReferenceState:
        found = self.world.reference(kind, key, locale)
        if self.public and found in HIDDEN:
            found = ReferenceState.MISSING
        self.references[f"{kind}:{key}"] = found.value
        return found


def _without_comments(value: Any) -> Any:
    """`value` without what editors tell each other: comments, and reasons to accept a finding."""
    match value:
        case dict():
            return {
                key: _without_comments(inner) for key, inner in value.items() if key not in INTERNAL
            }
        case list():
            return [_without_comments(inner) for inner in value]
        case str():
            return COMMENT.sub("", value)
    return value
