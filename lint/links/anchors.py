"""The places of a web page that a link can name after "#"."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from urllib.parse import unquote

LONGEST_TAG = 65_536
"""Characters of one tag that are read; a longer one is passed over."""

_OPEN = re.compile(r"<(?:(?P<comment>!--)|(?P<tag>[a-zA-Z][^\s/>]*+))")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+(?:(?P<end>>)|(?P<name>[^\s/>][^\s/>=]*+)
    (?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s>"'][^\s>]*+)))?)""",
    re.VERBOSE,
)
_NO_VALUE = re.compile(r"\s*+=\s*+(?=>)")
_UNFINISHED = re.compile(r"\s*+=")
_COMMENT_END = re.compile(r"--!?>")
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp")
}
"""Elements whose content is no markup, and what ends them."""
_LONGEST_END = 16


def names(fragment: str) -> frozenset[str]:
    """What may be the id of the place that `fragment` leads to; empty where every page has it.

    The top of the page, words to be highlighted (":~:text=") and what a script takes for an address
    of its own ("!/", "/") are not places.
    """
    if fragment.lower() in ("", "top") or fragment.startswith(("!", "/", ":~:")):
        return frozenset()
    place = fragment.partition(":~:")[0]
    # Code hosts show ids of readers' texts with this in front, and a script makes up for it.
    return frozenset({place, unquote(place), f"user-content-{place}"})


class Anchors:
    """Looks for ids in a page that comes in parts; remembers little of it."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self.missing = set(wanted)
        self.found: set[str] = set()
        self._held = ""
        self._until: re.Pattern[str] | None = None

    def feed(self, part: str) -> None:
        """The next part of the page; what is cut in two waits for the one after it.

        Parts should be as large as a tag can be: one that is cut is read again with each.
        """
        text = self._held + part
        position = 0
        while self.missing:
            if self._until is not None:
                end = self._until.search(text, position)
                if end is None:
                    self._held = text[max(position, len(text) - _LONGEST_END) :]
                    return
                position, self._until = end.end(), None
            start = _OPEN.search(text, position)
            if start is None:
                self._held = text[max(position, len(text) - 3) :]
                return
            # "<!-->" is a whole comment: its dashes may end it.
            after = start.end() - 2 if start["comment"] else self._after_tag(text, start)
            if after is None:
                held = text[start.start() :]
                self._held = held if len(held) <= LONGEST_TAG else ""
                return
            position = after
            self._until = _COMMENT_END if start["comment"] else _RAW.get(start["tag"].lower())

    def _after_tag(self, text: str, start: re.Match[str]) -> int | None:
        """Where the tag ends, its names noted; None where its end has not come yet."""
        position = start.end()
        is_link = start["tag"] in ("a", "A")
        while position < len(text):
            attribute = _ATTRIBUTE.match(text, position)
            if attribute is None:
                return None
            position = attribute.end()
            if attribute["end"]:
                return position
            value = attribute["double"] or attribute["single"] or attribute["bare"]
            if value is None:
                if nothing := _NO_VALUE.match(text, position):
                    position = nothing.end()
                elif attribute.lastgroup == "name" and _UNFINISHED.match(text, position):
                    return None
            elif attribute["name"].lower() == "id" or (
                is_link and attribute["name"].lower() == "name"
            ):
                self._note(html.unescape(value))
        return None

    def _note(self, name: str) -> None:
        if name in self.missing:
            self.missing.remove(name)
            self.found.add(name)
