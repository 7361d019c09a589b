"""Settings read from the environment: typed, with an error of one line that names the variable.

A value that may hold a secret (the address of a database, a cache or a mail server) is never shown.
"""

import os
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}


class SettingsError(ImproperlyConfigured):
    """A variable of the environment is missing or cannot be used."""


def _raw(name: str) -> str | None:
    """An empty variable counts as not set, as a container's empty default means."""
    return os.environ.get(name, "").strip() or None


def text(name: str, default: str) -> str:
    return _raw(name) or default


def required(name: str, why: str) -> str:
    value = _raw(name)
    if value is None:
        raise SettingsError(f"{name} is not set: {why}")
    return value


def flag(name: str, *, default: bool) -> bool:
    value = _raw(name)
    if value is None:
        return default
    if value.lower() in TRUE:
        return True
    if value.lower() in FALSE:
        return False
    raise SettingsError(f"{name} is {value!r}: write true or false")


def integer(name: str, default: int, *, minimum: int = 0) -> int:
    value = _raw(name)
    if value is None:
        return default
    try:
        number = int(value)
    except ValueError:
        raise SettingsError(f"{name} is {value!r}: write a whole number") from None
    if number < minimum:
        raise SettingsError(f"{name} is {number}: the least is {minimum}")
    return number


def choice(name: str, choices: Iterable[str], default: str) -> str:
    value = text(name, default)
    allowed = list(choices)
    if value not in allowed:
        raise SettingsError(f"{name} is {value!r}: write one of {', '.join(allowed)}")
    return value


def words(name: str, default: Iterable[str] = ()) -> list[str]:
    """A list separated by commas."""
    value = _raw(name)
    if value is None:
        return list(default)
    return [word.strip() for word in value.split(",") if word.strip()]


def origin(name: str, default: str) -> str:
    """The scheme and host of a site, such as https://example.org."""
    return _checked_origin(name, text(name, default))


def origins(name: str, default: Iterable[str] = ()) -> list[str]:
    return [_checked_origin(name, value) for value in words(name, default)]


def _checked_origin(name: str, value: str) -> str:
    shape = SettingsError(f"{name} has {value!r}: write it like https://example.org")
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        raise shape from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise shape
    if parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise shape
    return f"{parts.scheme}://{parts.netloc}"


def database(name: str, default: str) -> dict[str, Any]:
    shape = SettingsError(
        f"{name} cannot be read: write it like postgres://user:password@host:5432/name"
        " or sqlite:////folder/file.sqlite3"
    )
    value = text(name, default)
    if urlsplit(value).scheme not in {"postgres", "postgresql", "sqlite"}:
        raise shape
    try:
        config: dict[str, Any] = environ.Env.db_url_config(value)
    except (ImproperlyConfigured, ValueError):
        raise shape from None
    if not config.get("NAME"):
        raise shape
    return config


def cache(name: str) -> dict[str, Any]:
    """Redis where the variable gives one, else the memory of each process."""
    value = _raw(name)
    if value is None:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    shape = SettingsError(f"{name} cannot be read: write it like redis://host:6379/0")
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        raise shape from None
    if parts.scheme not in {"redis", "rediss"} or not parts.hostname:
        raise shape
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": value}


def email(name: str, default: str) -> dict[str, Any]:
    shape = SettingsError(f"{name} cannot be read: write it like smtp+tls://user:password@host:587")
    value = text(name, default)
    if urlsplit(value).scheme not in environ.Env.EMAIL_SCHEMES:
        raise shape
    try:
        config: dict[str, Any] = environ.Env.email_url_config(value)
    except (ImproperlyConfigured, ValueError):
        raise shape from None
    return {key: value for key, value in config.items() if key.startswith("EMAIL")}


def secret(name: str) -> str:
    """Long and varied enough for signing; the rule is Django's own (security.W009)."""
    value = required(name, "a random string of at least 50 characters that nobody else knows")
    if len(value) < 50 or len(set(value)) < 5:
        raise SettingsError(f"{name} is too easy to guess: at least 50 random characters")
    return value


def required_words(name: str, why: str) -> list[str]:
    found = words(name)
    if not found:
        raise SettingsError(f"{name} is not set: {why}")
    return found


def languages(name: str) -> list[tuple[str, str]]:
    """Languages as code and name: "de:German,fr:French"."""
    found = []
    for word in words(name):
        code, colon, title = word.partition(":")
        if not colon or not code.strip() or not title.strip():
            raise SettingsError(f"{name} has {word!r}: write it like de:German,fr:French")
        found.append((code.strip().lower(), title.strip()))
    return found


def log_level(name: str, default: str) -> str:
    return choice(name, ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"), default)
