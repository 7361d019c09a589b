from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError

from cms.library.validators import (
    validate_country,
    validate_domains,
    validate_link,
    validate_phone,
)


@pytest.mark.parametrize(
    ("validate", "value"),
    [
        (validate_link, "https://example.org/a?b=c#d"),
        (validate_link, "HTTP://EXAMPLE.ORG"),
        (validate_link, "mailto:desk@example.org"),
        (validate_link, "tel:+15550100"),
        (validate_link, "/treatments/"),
        (validate_link, "#help"),
        (validate_link, ""),
        (validate_phone, "988"),
        (validate_phone, "+44 20 7946 0000"),
        (validate_phone, "(555) 010-0199"),
        (validate_country, "GB"),
        (validate_domains, ["example.org", "health.example.co.uk", "xn--bcher-kva.example"]),
        (validate_domains, []),
    ],
)
def test_accepted(validate: Callable, value: object) -> None:
    validate(value)


@pytest.mark.parametrize(
    ("validate", "value", "message"),
    [
        *(
            (
                validate_link,
                value,
                f"Links that start with “{scheme}:” are not allowed. "
                "Start with https://, mailto: or tel:.",
            )
            for value, scheme in (
                ("javascript:alert(1)", "javascript"),
                ("JavaScript:alert(1)", "javascript"),
                (" java\nscript\t:alert(1)", "javascript"),
                ("\u200bjavascript:alert(1)", "javascript"),
                ("\x01data:text/html,x", "data"),
                ("vbscript:x", "vbscript"),
                ("file:///etc/passwd", "file"),
            )
        ),
        (validate_link, "https://[", "This is not a link. Copy it again from the browser."),
        (
            validate_phone,
            "call us",
            "Write a number that can be dialled, such as +44 20 7946 0000.",
        ),
        (validate_country, "usa", "Write the country as two capital letters, such as US or GB."),
        (
            validate_domains,
            ["example.org", "https://example.org/"],
            "“https://example.org/” is not a domain name. Write it like health.example.org.",
        ),
    ],
)
def test_refused(validate: Callable, value: object, message: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        validate(value)
    assert refusal.value.messages == [message]
