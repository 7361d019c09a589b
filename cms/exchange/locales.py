"""Language codes: `en-us` in the CMS, `en-US` in content files."""

from django.conf import settings


def default_code() -> str:
    """The code of the language whose pages have no prefix."""
    return settings.LANGUAGE_CODE


def codes() -> tuple[str, ...]:
    """The codes of the languages the site has content in."""
    return tuple(code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES)


def tag_of(code: str) -> str:
    """`en-gb` as content files write it: `en-GB`."""
    language, _, region = code.partition("-")
    return f"{language}-{region.upper()}" if region else language


def code_of(tag: str) -> str:
    """`en-GB` as the CMS writes it: `en-gb`."""
    return tag.lower()
