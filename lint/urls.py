"""What a browser makes of a link's address."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from lint.characters import INVISIBLE

_IGNORED = re.compile(r"[\t\n\r]")
_EDGES = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def cleaned(href: str) -> str:
    """The address as a browser reads it: without characters it ignores, or that cannot be seen."""
    if href.isascii() and href.isprintable():
        return href.strip(" ")
    visible = "".join(character for character in href if character not in INVISIBLE)
    return _IGNORED.sub("", visible).strip(_EDGES)


def scheme(href: str) -> str:
    """ "https" and the like in lower case, or "" for a relative address."""
    found = _SCHEME.match(cleaned(href))
    return found.group(1).lower() if found else ""


def web_address(href: str) -> str | None:
    """The whole http or https address, or None where the link leads elsewhere."""
    address = cleaned(href)
    if address.startswith("//"):
        address = f"https:{address}"
    elif address.lower().startswith("www."):
        address = f"http://{address}"
    return address if scheme(address) in ("http", "https") else None


def parts(address: str) -> SplitResult | None:
    """Its parts, or None where it is malformed."""
    try:
        split = urlsplit(address)
        _ = split.port, split.hostname
    except ValueError:
        return None
    return split


def host(address: str) -> str:
    """The host in lower case without a final dot, or ""."""
    split = parts(address)
    return ((split.hostname if split else None) or "").rstrip(".").lower()
