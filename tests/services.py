"""The services that some tests need: whether they are here, and if not, why.

A test that needs one says so with a marker of that name. Where a service is missing its tests
are skipped with the reason, except for services that CONTENTLINT_REQUIRE names (in CI: all of
them), whose tests fail.
"""

import os
import shutil
import socket
from urllib.parse import urlsplit

import pytest

REDIS_URL = os.environ.get("REDIS_URL") or "redis://127.0.0.1:6379/0"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium_path() -> str | None:
    """The browser to drive: CONTENTLINT_CHROMIUM, or the first one on the PATH."""
    named = os.environ.get("CONTENTLINT_CHROMIUM")
    return named or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def _no_chromium() -> str | None:
    return None if chromium_path() else "no Chromium is installed"


def _no_redis() -> str | None:
    address = urlsplit(REDIS_URL)
    try:
        socket.create_connection((address.hostname or "", address.port or 6379), 1).close()
    except OSError:
        return f"no Redis answers at {address.hostname}:{address.port or 6379}"
    return None


def _no_postgres() -> str | None:
    from django.db import connection

    if connection.vendor == "postgresql":
        return None
    return "the tests run on SQLite (DATABASE_URL=postgres://... runs them on PostgreSQL)"


MISSING = {"browser": _no_chromium, "postgres": _no_postgres, "redis": _no_redis}


def required() -> set[str]:
    """The services whose absence is a failure."""
    named = os.environ.get("CONTENTLINT_REQUIRE")
    if named is not None:
        return set(named.replace(",", " ").split())
    return set(MISSING) if os.environ.get("CI") == "true" else set()


def skip_or_fail(item: pytest.Item, missing: dict[str, str | None]) -> None:
    """Skip a test whose service is missing; fail it where that service is required."""
    for service, reason in missing.items():
        if reason is None or item.get_closest_marker(service) is None:
            continue
        if service in required():
            pytest.fail(f"{service} is required: {reason}", pytrace=False)
        pytest.skip(reason)
