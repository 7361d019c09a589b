"""What every test may ask for."""

import os
from collections.abc import Iterator
from contextlib import nullcontext
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests import services

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from playwright.sync_api import Browser, Page

# The same examples in every run; HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("repeatable", derandomize=True, database=None)
settings.register_profile("explore")
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@cache
def missing_services() -> dict[str, str | None]:
    return {name: why() for name, why in services.MISSING.items()}


def pytest_runtest_setup(item: pytest.Item) -> None:
    services.skip_or_fail(item, missing_services())


@pytest.fixture
def redis_url() -> str:
    """Ask for it together with the marker `redis`."""
    return services.REDIS_URL


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Chromium without a window, one a module; ask for it with the marker `browser`.

    Playwright keeps an event loop running in this thread, which Django takes for asynchronous
    code. It ends with the module, as tests that come after may need a loop of their own.
    """
    from playwright.sync_api import sync_playwright

    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(
            executable_path=services.chromium_path(), args=CHROMIUM_FLAGS
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def requests_in_turn() -> Iterator[None]:
    """Answer one request after the other where all threads of the server share one connection.

    With SQLite in memory they would otherwise end up in each other's transactions.
    """
    from django.core.handlers.wsgi import WSGIHandler
    from django.db import connection

    turn = Lock() if connection.vendor == "sqlite" else nullcontext()
    answer = WSGIHandler.get_response

    def answer_in_turn(handler: WSGIHandler, request: "HttpRequest") -> "HttpResponse":
        with turn:
            return answer(handler, request)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WSGIHandler, "get_response", answer_in_turn)
        yield


@pytest.fixture
def browser_page(
    browser: "Browser", requests_in_turn: None, live_server: object
) -> Iterator["Page"]:
    """A fresh window, without cookies, on `live_server`: paths such as "/admin/" are enough."""
    context = browser.new_context(base_url=str(live_server), reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()
