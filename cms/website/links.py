"""Web addresses and numbers as the website may put them into `href` and `src`."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from cms.library.validators import validate_link


def safe_link(address: str | None) -> str:
    """The address if it is a whole one that cannot run code, or nothing.

    Forms refuse the rest, but content files and unfinished drafts have seen no form.
    """
    address = (address or "").strip()
    try:
        validate_link(address)
        is_whole = urlsplit(address).scheme or address.startswith(("/", "#"))
    except (ValidationError, ValueError):
        return ""
    return address if is_whole else ""


def dialled(number: str | None) -> str:
    """A phone number as `tel:` and `sms:` want it: digits, and a plus in front."""
    number = (number or "").strip()
    if number.startswith("+"):
        number = number.replace("(0)", "")  # dialled only inside the country
    digits = re.sub(r"[^0-9]", "", number)
    return f"+{digits}" if digits and number.startswith("+") else digits


def page_address(link: dict[str, Any], root_url: str) -> str:
    """The address of a page: without the host on its own site, as that may have several names."""
    own = link["url"] == f"{root_url}{link['path']}"
    return link["path"] if own else link["url"]


def file_address(url: str, request: HttpRequest) -> str:
    """The address of an image, without this site's own host, which previews do not know."""
    origin = request.build_absolute_uri("/").rstrip("/")
    return url.removeprefix(origin)


def host(address: str) -> str:
    """The name of the site that an address leads to, for readers who want to know beforehand."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
