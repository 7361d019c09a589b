"""How one host is treated: in turn, not too often, and not for ever where it says nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from lint.links.client import BadReplyError, NonsenseError, NoReplyError

FAILURES = 3
"""So many requests without any answer show that a host never answers."""
FAILURES_LATER = 10
"""So many in a row show the same of one that has answered before."""


class SilentError(Exception):
    """A host that has been given up."""


class Host:
    """One host and port: `at_once` requests at the most, `interval` seconds between two of them.

    Until it answers for the first time only a few are sent, so that no more is lost on a host that
    never answers.
    """

    def __init__(self, name: str, at_once: int, interval: float) -> None:
        self.name = name
        self.answered = False
        self.asked = 0
        self._interval = interval
        self._room = asyncio.Semaphore(at_once)
        self._news = asyncio.Event()
        self._on_the_way = 0
        self._failures = 0
        self._next = 0.0
        self._paused = 0.0

    @property
    def given_up(self) -> bool:
        return self._failures >= (FAILURES_LATER if self.answered else FAILURES)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Room and time for one request, whose outcome is noted.

        Raises `SilentError` once the host is given up.
        """
        async with self._room:
            while not self.answered and 0 < FAILURES - self._failures <= self._on_the_way:
                await self._news.wait()
            self._on_the_way += 1
            try:
                await self._time()
                self.asked += 1
                yield
            except (BadReplyError, NoReplyError) as error:
                self._heard(isinstance(error, NonsenseError))
                raise
            else:
                self._heard(True)
            finally:
                self._on_the_way -= 1
                self._news.set()
                self._news = asyncio.Event()

    def pause(self, seconds: float) -> None:
        """Ask nothing for a while: the host said so."""
        self._paused = max(self._paused, asyncio.get_running_loop().time() + seconds)

    def _heard(self, something: bool) -> None:
        self._failures = 0 if something else self._failures + 1
        self.answered = self.answered or something

    async def _time(self) -> None:
        """Wait until the next request may be sent."""
        clock = asyncio.get_running_loop().time
        start = max(clock(), self._next)
        if not self.given_up:
            self._next = start + self._interval
        while not self.given_up and (wait := max(start, self._paused) - clock()) > 0:
            await asyncio.sleep(wait)
        if self.given_up:
            raise SilentError(self.name)
