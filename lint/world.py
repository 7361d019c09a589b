"""The world as the command line knows it: configuration, content set, links that were asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lint import places
from lint.config import Config
from lint.site import LinkState, LinkStatus, ReferenceState, Site


@dataclass(frozen=True)
class World(Site):
    """`content` is the content set or the CMS of a document, None for a file on its own.

    `folder` is the one that a file lies in, for links to others beside it.

    `links` are the statuses known; `unasked` says why others are not.
    """

    disclaimers: Mapping[str, str] = field(default_factory=dict)
    content: Site | None = None
    folder: Path | None = None
    links: Mapping[str, LinkStatus] = field(default_factory=dict)
    unasked: str = "links were not checked"

    @classmethod
    def of(
        cls,
        config: Config,
        content: Site | None,
        links: Mapping[str, LinkStatus],
        unasked: str,
        folder: Path | None = None,
    ) -> World:
        """What the configuration says of the site goes before what the content set says."""
        said = content or Site()
        return cls(
            publisher=config.publisher or said.publisher,
            own_brands=config.own_brands or said.own_brands,
            own_domains=config.own_domains or said.own_domains,
            disclaimers=config.disclaimers,
            content=content,
            folder=folder,
            links=links,
            unasked=unasked,
        )

    def link(self, url: str) -> LinkStatus:
        return self.links.get(url) or LinkStatus(LinkState.UNKNOWN, self.unasked)

    def reference(self, kind: str, key: str, locale: str) -> ReferenceState:
        if kind == "file" and self.folder is not None:
            path, _, place = key.partition("#")
            return places.in_file(self.folder / unquote(path), place)
        if self.content is None:
            return ReferenceState.UNKNOWN
        return self.content.reference(kind, key, locale)

    def library_item(self, kind: str, key: str, locale: str) -> Mapping[str, Any] | None:
        return None if self.content is None else self.content.library_item(kind, key, locale)

    def disclaimer(self, locale: str) -> str:
        written = self.disclaimers.get(locale, "")
        return written or ("" if self.content is None else self.content.disclaimer(locale))
