"""Asks each link once, and says what the answer proves."""

from __future__ import annotations

import asyncio
import ssl
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin

import httpcore
import httpx

from lint import urls
from lint.config import LinkSettings
from lint.links.guard import (
    Guard,
    GuardedNetwork,
    NoAnswerError,
    RefusedError,
    Resolve,
    UnknownHostError,
    resolve,
)
from lint.site import LinkState, LinkStatus

HOPS = 8
ATTEMPTS = 2
AT_ONCE = 16
LONGEST_PAUSE = 5.0
"""Seconds that a server may ask for before the second attempt."""
CONTROL_HOST = "example.com"
"""Where this name resolves, the name service works, and one that does not resolve is unknown."""
HEADERS = [
    (b"User-Agent", b"contentlint (link checker)"),
    (b"Accept", b"text/html,application/xhtml+xml,*/*;q=0.8"),
    (b"Accept-Encoding", b"identity"),
]
_GONE = frozenset({404, 410})
_FOR_GOOD = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Answer:
    """What a server said to one request."""

    status: int
    location: str = ""
    retry_after: str = ""

    @property
    def said(self) -> str:
        try:
            return f"{self.status} {HTTPStatus(self.status).phrase}"
        except ValueError:
            return str(self.status)


def check_links(
    addresses: Iterable[str], settings: LinkSettings, *, resolve: Resolve = resolve
) -> dict[str, LinkStatus]:
    """The status of each http or https address."""
    return asyncio.run(_check_all(list(dict.fromkeys(addresses)), settings, resolve))


async def _check_all(
    addresses: list[str], settings: LinkSettings, resolve: Resolve
) -> dict[str, LinkStatus]:
    guard = Guard(settings.private_hosts, resolve)
    async with httpcore.AsyncConnectionPool(
        ssl_context=httpx.create_ssl_context(trust_env=False),
        max_connections=AT_ONCE,
        network_backend=GuardedNetwork(guard),
    ) as pool:
        checker = _Checker(pool, guard, settings)
        statuses = await asyncio.gather(*(checker.check(address) for address in addresses))
    return dict(zip(addresses, statuses, strict=True))


class _Checker:
    def __init__(
        self, pool: httpcore.AsyncConnectionPool, guard: Guard, settings: LinkSettings
    ) -> None:
        self._pool = pool
        self._guard = guard
        self._settings = settings
        self._room = asyncio.Semaphore(AT_ONCE)
        self._turns: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._next: dict[str, float] = {}

    async def check(self, address: str) -> LinkStatus:
        async with self._room:
            try:
                return await self._follow(address)
            except RefusedError as error:
                return LinkStatus(LinkState.UNKNOWN, f"it was not asked: {error}")
            except UnknownHostError as error:
                if await self._guard.knows(CONTROL_HOST):
                    return LinkStatus(LinkState.BROKEN, f"there is no host called {error}")
                return LinkStatus(LinkState.UNKNOWN, "there is no network here")
            except NoAnswerError:
                return LinkStatus(LinkState.UNKNOWN, "there is no network here")
            except httpcore.TimeoutException:
                return LinkStatus(LinkState.UNKNOWN, "it took too long to answer")
            except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
                return _failed(error)

    async def _follow(self, address: str) -> LinkStatus:
        """Follow redirects by hand: each leads to an address that has to be looked at anew."""
        current = address
        moved = True
        for hop in range(HOPS):
            url = _url(current)
            answer = await self._answer(url)
            if answer.status not in _REDIRECTS or not answer.location:
                if answer.status in _GONE:
                    return LinkStatus(LinkState.BROKEN, answer.said)
                if not 200 <= answer.status < 300:
                    return LinkStatus(LinkState.UNKNOWN, f"the server said {answer.said}")
                if hop and moved:
                    return LinkStatus(LinkState.MOVED, f"moved for good to {current}")
                return LinkStatus(LinkState.WORKS)
            moved = moved and answer.status in _FOR_GOOD
            current = urljoin(current, answer.location)
        return LinkStatus(LinkState.UNKNOWN, "it redirects again and again")

    async def _answer(self, url: httpx.URL) -> Answer:
        """The answer to HEAD, or to GET where HEAD proves nothing; asked again where that helps."""
        port = url.port or (443 if url.scheme == "https" else 80)
        await self._guard.addresses(url.host, port)
        for attempt in range(1, ATTEMPTS + 1):
            last = attempt == ATTEMPTS
            try:
                answer = await self._ask("HEAD", url)
                if answer.status >= 400 and answer.status != 429:
                    answer = await self._ask("GET", url)
            except (
                httpcore.TimeoutException,
                httpcore.NetworkError,
                httpcore.ProtocolError,
            ) as error:
                if last or _certificate_error(error) is not None:
                    raise
                continue
            if last or answer.status not in _BUSY:
                break
            await asyncio.sleep(_pause(answer, self._settings.interval))
        return answer

    async def _ask(self, method: str, url: httpx.URL) -> Answer:
        """One request; nothing of the body is read."""
        await self._wait_for_turn(url.host)
        seconds = self._settings.timeout
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), seconds)
        target = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        )
        headers = [(b"Host", url.netloc), *HEADERS]
        try:
            async with (
                asyncio.timeout(seconds * 2),
                self._pool.stream(
                    method, target, headers=headers, extensions={"timeout": timeout}
                ) as response,
            ):
                said = {name.lower(): value for name, value in response.headers}
                return Answer(
                    response.status,
                    said.get(b"location", b"").decode("utf-8", "replace"),
                    said.get(b"retry-after", b"").decode("ascii", "replace"),
                )
        except TimeoutError as error:
            raise httpcore.ReadTimeout from error

    async def _wait_for_turn(self, host: str) -> None:
        """Leave the time between two requests to a host that the settings ask for."""
        async with self._turns[host]:
            now = asyncio.get_running_loop().time()
            wait = self._next.get(host, now) - now
            if wait > 0:
                await asyncio.sleep(wait)
            self._next[host] = asyncio.get_running_loop().time() + self._settings.interval


def _url(address: str) -> httpx.URL:
    if urls.scheme(address) not in ("http", "https"):
        raise RefusedError("it leads away from the web")
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise RefusedError("its address is malformed") from error
    if not url.host:
        raise RefusedError("its address names no host")
    if url.userinfo:
        raise RefusedError("its address holds a user name")
    return url


def _failed(error: Exception) -> LinkStatus:
    certificate = _certificate_error(error)
    if certificate is not None:
        reason = certificate.verify_message or "it cannot be trusted"
        return LinkStatus(LinkState.DOUBTFUL, f"its certificate is not valid ({reason})")
    return LinkStatus(LinkState.UNKNOWN, "no connection could be made")


def _certificate_error(error: BaseException | None) -> ssl.SSLCertVerificationError | None:
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error


def _pause(answer: Answer, interval: float) -> float:
    asked = answer.retry_after
    seconds = float(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else interval
    return min(max(seconds, interval), LONGEST_PAUSE)
