"""What a rule may ask of the world, and what a reader may look up.

Rules open no files, clocks or sockets. The command line, the CMS and the tests each hand them a
`Site` of their own.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class LinkState(Enum):
    WORKS = "works"
    BROKEN = "broken"  # 404, 410, or a host that does not exist
    DOUBTFUL = "doubtful"  # an invalid certificate
    NO_ANCHOR = "no such place"  # the page is there, what "#..." names is not
    MOVED = "moved"  # a permanent redirect
    UNKNOWN = "could not check"


@dataclass(frozen=True, slots=True)
class LinkStatus:
    """What is known of a link.

    `target` is where a page moved for good, `secure` the https address that works as well as a link
    by http. `media_type` and `size` (bytes) are what the server says of the file, "" and None where
    it does not. `asked` is False where nobody was asked: that says nothing of the link.
    """

    state: LinkState
    reason: str = ""
    target: str = ""
    secure: str = ""
    media_type: str = ""
    size: int | None = None
    asked: bool = True


class ReferenceState(Enum):
    LIVE = "live"
    DRAFT = "not published"
    PRIVATE = "private"
    MISSING = "missing"
    NO_SUCH_PLACE = "there, but not the place in it"
    UNKNOWN = "could not check"


@dataclass(frozen=True)
class Site:
    """A world for rules; this one knows nothing and says so. Others override the methods.

    `own_brands` and `own_domains` are the publisher's.
    """

    today: datetime.date = field(default_factory=datetime.date.today)
    publisher: str = ""
    own_brands: tuple[str, ...] = ()
    own_domains: tuple[str, ...] = ()

    def link(self, url: str) -> LinkStatus:
        """What is known of the link; never asks the network itself."""
        return LinkStatus(LinkState.UNKNOWN, "links were not checked")

    def reference(self, kind: str, key: str, locale: str) -> ReferenceState:
        """Whether a page, document, image or library item can be shown to the public."""
        return ReferenceState.UNKNOWN

    def library_item(self, kind: str, key: str, locale: str) -> Mapping[str, Any] | None:
        """The fields of a library item, named as in content files; None where there is none."""
        return None

    def disclaimer(self, locale: str) -> str:
        """The plain text of the disclaimer that every page in `locale` carries, or ""."""
        return ""
