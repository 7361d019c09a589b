"""Text as XML and HTML can hold it."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escaped(text: str) -> str:
    """For the content of an element or a quoted attribute.

    Characters that XML forbids (most control characters, halves of surrogate pairs) become U+FFFD.
    """
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).translate(_ESCAPES)


def attribute(text: str) -> str:
    """For a quoted attribute of XML, whose line breaks would else become spaces."""
    return escaped(text).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
