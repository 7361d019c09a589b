"""What a link, a phone number or a country must look like, wherever an editor may type one."""

import re
import unicodedata
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
PHONE = re.compile(r"\+?\(?[0-9][0-9 ()./-]{0,30}")
DOMAIN = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))+", re.IGNORECASE)


def validate_link(value: str) -> None:
    """Refuse a link that could run code.

    Browsers drop control characters and blanks before they read the scheme, so we do too. A link
    that is merely unfinished passes: drafts always save, and the linter judges the rest.
    """
    bare = "".join(char for char in value if unicodedata.category(char)[0] not in "CZ")
    try:
        scheme = urlsplit(bare).scheme.lower()
    except ValueError:
        raise ValidationError("This is not a link. Copy it again from the browser.") from None
    if scheme and scheme not in LINK_SCHEMES:
        raise ValidationError(
            "Links that start with “%(scheme)s:” are not allowed. "
            "Start with https://, mailto: or tel:.",
            params={"scheme": scheme},
        )


def validate_phone(value: str) -> None:
    """Accept digits with an optional + and the usual separators: what a phone can dial."""
    if not PHONE.fullmatch(value):
        raise ValidationError("Write a number that can be dialled, such as +44 20 7946 0000.")


def validate_country(value: str) -> None:
    """Accept a two-letter country code in capitals (ISO 3166-1)."""
    if not re.fullmatch(r"[A-Z]{2}", value):
        raise ValidationError("Write the country as two capital letters, such as US or GB.")


def validate_domains(value: list[str]) -> None:
    """Accept a list of bare domain names, without scheme, port or path."""
    for domain in value:
        if not DOMAIN.fullmatch(domain):
            raise ValidationError(
                "“%(domain)s” is not a domain name. Write it like health.example.org.",
                params={"domain": domain},
            )
