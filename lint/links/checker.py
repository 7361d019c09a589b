"""Asks each link, and says what the answers prove."""

from __future__ import annotations

import asyncio
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from urllib.parse import unquote, urljoin

from yarl import URL

from lint import urls
from lint.config import LinkSettings
from lint.links import anchors
from lint.links.client import (
    Answer,
    BadReplyError,
    CertificateError,
    Client,
    NonsenseError,
    NoReplyError,
)
from lint.links.guard import (
    Guard,
    NoAnswerError,
    RefusedError,
    Resolve,
    UnknownHostError,
    resolve,
)
from lint.links.hosts import Host, SilentError
from lint.site import LinkState, LinkStatus

CONNECTIONS = 400
"""At once, to all hosts together."""
AT_REST = 2
"""Visits to a host for each request at once: most wait for a while before they ask again."""
HOPS = 10
"""Redirects of one link that are followed."""
BACKOFF = 0.5
"""Seconds before the first repetition, twice as long before the next, give or take a half."""
LONGEST_PAUSE = 30.0
"""Seconds that a server may ask for before it is asked again."""
LOOKUPS = 32
"""Names looked up at once."""
CONTROL_HOST = "example.com"
"""Where this name resolves, the name service works, and one that does not resolve is unknown."""
_GONE = frozenset({404, 410})
_FOR_GOOD = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 500, 502, 503, 504})
_SCHEMES = ("http", "https")

Told = Callable[[str, LinkStatus], None]


def check_links(
    addresses: Iterable[str],
    settings: LinkSettings,
    *,
    resolve: Resolve = resolve,
    told: Told = lambda address, status: None,
) -> dict[str, LinkStatus]:
    """The status of each http or https address; `told` hears of each as soon as it is known."""
    statuses: dict[str, LinkStatus] = {}

    def note(address: str, status: LinkStatus) -> None:
        statuses[address] = status
        told(address, status)

    every = list(dict.fromkeys(addresses))
    asyncio.run(_check_all(every, settings, resolve, note))
    late = LinkStatus(LinkState.UNKNOWN, "the time for checking links was over", asked=False)
    return {address: statuses.get(address, late) for address in every}


@dataclass(slots=True)
class _Page:
    """An address without what follows "#", and the links to it by what they name there."""

    address: str
    links: list[tuple[str, str]] = field(default_factory=list)

    @property
    def wanted(self) -> frozenset[str]:
        return frozenset().union(*(anchors.names(fragment) for _, fragment in self.links))


@dataclass(frozen=True)
class _Outcome:
    """The status of a page, and which of the names looked for it has; None where nobody knows."""

    status: LinkStatus
    found: frozenset[str] | None = None


async def _check_all(
    addresses: list[str], settings: LinkSettings, resolve: Resolve, note: Told
) -> None:
    pages: dict[str, _Page] = {}
    by_host: dict[tuple[str, int], list[_Page]] = defaultdict(list)
    for address in addresses:
        try:
            url = _url(address)
        except RefusedError as error:
            note(address, _unasked(error))
            continue
        plain = str(url.with_fragment(None))
        if plain not in pages:
            pages[plain] = _Page(plain)
            by_host[_key(url)].append(pages[plain])
        pages[plain].links.append((address, url.raw_fragment))
    pages.clear()
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(LOOKUPS))
    try:
        async with asyncio.timeout(settings.total):
            await _Checker(settings, resolve, note).check(by_host.values())
    except TimeoutError:
        return


class _Checker:
    """What all links share: the hosts, the guard, and who hears of the answers."""

    def __init__(self, settings: LinkSettings, resolve: Resolve, note: Told) -> None:
        self.settings = settings
        self.guard = Guard(settings.private_hosts, resolve, settings.timeout)
        self._note = note
        self._hosts: dict[tuple[str, int], Host] = {}
        self._without_https: set[str] = set()

    async def check(self, by_host: Iterable[list[_Page]]) -> None:
        """Host by host, many hosts at once; those with most links first, for they take longest."""
        queue = sorted(by_host, key=len)

        async def work() -> None:
            while queue:
                await self._check_host(queue.pop())

        async with asyncio.TaskGroup() as group:
            for _ in range(min(CONNECTIONS // self.settings.per_host, len(queue))):
                group.create_task(work())

    async def _check_host(self, pages: list[_Page]) -> None:
        pages.reverse()
        alone = len(pages) == 1
        at_once = min(self.settings.per_host, len(pages))
        visits = min(AT_REST * at_once, len(pages))

        async def work(client: Client) -> None:
            while pages:
                page = pages.pop()
                outcome = await _Visit(self, client, page, alone=alone).outcome()
                for address, fragment in page.links:
                    self._note(address, _with_fragment(outcome, fragment))

        client = Client(self.guard, self.settings.timeout, at_once, self.settings.proxy)
        async with client, asyncio.TaskGroup() as group:
            for _ in range(visits):
                group.create_task(work(client))

    def host(self, url: URL) -> Host:
        key = _key(url)
        if key not in self._hosts:
            self._hosts[key] = Host(key[0], self.settings.per_host, self.settings.interval)
        return self._hosts[key]

    async def has_https(self, client: Client, url: URL) -> bool:
        """Whether the page at an https address is there; a host without https is asked once."""
        host = self.host(url)
        if host.name in self._without_https or host.given_up:
            return False
        try:
            async with host.turn():
                return (await client.ask("HEAD", url, alone=True)).works
        except (BadReplyError, CertificateError, NoReplyError):
            self._without_https.add(host.name)
        except (NoAnswerError, RefusedError, SilentError, UnknownHostError):
            pass
        return False

    async def failed(self, error: Exception, url: URL) -> LinkStatus:
        """What it proves that there was no answer."""
        host = url.host or ""
        match error:
            case RefusedError():
                return _unasked(error)
            case UnknownHostError() if await self.guard.names_are_answered(CONTROL_HOST):
                return LinkStatus(LinkState.BROKEN, f"there is no host called {host}")
            case NoAnswerError() if await self.guard.names_are_answered(CONTROL_HOST):
                return LinkStatus(LinkState.UNKNOWN, f"the address of {host} could not be found")
            case UnknownHostError() | NoAnswerError():
                return LinkStatus(LinkState.UNKNOWN, "there is no network here", asked=False)
            case CertificateError():
                reason = f"the certificate of {host} is not valid ({error})"
                return LinkStatus(LinkState.DOUBTFUL, reason)
            case NoReplyError():
                return LinkStatus(LinkState.UNKNOWN, f"{host} took too long to answer")
            case SilentError():
                return LinkStatus(LinkState.UNKNOWN, f"{host} does not answer")
        return LinkStatus(LinkState.UNKNOWN, f"{host} {error}")


_NO_ANSWER = (
    BadReplyError,
    CertificateError,
    NoAnswerError,
    NoReplyError,
    RefusedError,
    SilentError,
    UnknownHostError,
)


class _Visit:
    """One page, asked through all of its redirects and repetitions."""

    def __init__(self, checker: _Checker, client: Client, page: _Page, *, alone: bool) -> None:
        self._checker = checker
        self._client = client
        self._url = URL(page.address)
        self._wanted = page.wanted
        self._alone = alone
        self._repeated = 0

    async def outcome(self) -> _Outcome:
        """Redirects are followed by hand: each leads to an address that is looked at anew."""
        url = self._url
        seen = [url]
        moved: URL | None = url
        target = ""
        cookies = renamed = False
        while True:
            try:
                answer = await self._answer(url)
                if answer.status not in _REDIRECTS or not answer.location:
                    break
                following = _url(_joined(url, answer.location))
            except _NO_ANSWER as error:
                return _Outcome(await self._checker.failed(error, url))
            cookies = cookies or answer.sets_cookies
            renamed = bool(following.raw_fragment)
            url = following.with_fragment(None)
            moved = following if moved is not None and answer.status in _FOR_GOOD else None
            target = str(moved) if moved is not None else target
            if url in seen or len(seen) > HOPS:
                circle = "in a circle" if url in seen else f"more than {HOPS} times"
                return _Outcome(_endless(url, circle, cookies))
            seen.append(url)
        status = await self._judged(answer, url, target)
        return _Outcome(status, None if renamed else answer.found)

    async def _judged(self, answer: Answer, url: URL, target: str) -> LinkStatus:
        """What the last answer, at `url`, proves of the page."""
        if answer.status not in self._checker.settings.accept and not answer.works:
            if answer.status in _GONE:
                return LinkStatus(LinkState.BROKEN, answer.said)
            return LinkStatus(LinkState.UNKNOWN, f"{url.host} said {answer.said}")
        fine = LinkStatus(LinkState.WORKS, media_type=answer.media_type, size=answer.size)
        if target:
            return replace(
                fine, state=LinkState.MOVED, reason=f"moved for good to {target}", target=target
            )
        return replace(fine, secure=await self._secure(url))

    async def _secure(self, last: URL) -> str:
        """The https address of a page linked to by http, where there is one."""
        url = self._url
        if url.scheme != "http" or url.port != 80:
            return ""
        secure = url.with_port(None).with_scheme("https")
        leads_there = last.scheme == "https" and last.host == url.host
        if leads_there or await self._checker.has_https(self._client, secure):
            return str(secure)
        return ""

    async def _answer(self, url: URL) -> Answer:
        """The answer to HEAD, or to GET where HEAD proves nothing; asked again where that helps.

        A host that was asked and has not answered yet may be one that ignores HEAD.
        """
        checker, wanted = self._checker, self._wanted
        host = checker.host(url)
        alone = self._alone or _key(url) != _key(self._url)
        method = "GET" if wanted or (host.asked and not host.answered) else "HEAD"
        by_head: Answer | None = None
        while True:
            last = self._repeated >= checker.settings.retries
            try:
                async with host.turn():
                    answer = await self._client.ask(method, url, wanted, alone=alone)
            except NoReplyError:
                if method == "GET":
                    raise
                method = "GET"
                continue
            except BadReplyError as error:
                if last and by_head is not None and isinstance(error, NonsenseError):
                    return by_head
                if last:
                    raise
                pause, alone = 0.0, False
            else:
                if answer.status in checker.settings.accept:
                    return answer
                asked_for = _pause(answer.retry_after)
                if method == "HEAD" and 400 <= answer.status != 429 and not asked_for:
                    method, by_head = "GET", answer
                    continue
                if answer.status not in _BUSY or last or asked_for > LONGEST_PAUSE:
                    return answer
                if answer.status == 429:
                    host.pause(asked_for)
                pause = asked_for
            method = "GET"
            await asyncio.sleep(pause or BACKOFF * 2**self._repeated * random.uniform(0.5, 1.5))  # noqa: S311
            self._repeated += 1


def _key(url: URL) -> tuple[str, int]:
    return url.raw_host or "", url.port or 0


def _url(address: str) -> URL:
    if urls.scheme(address) not in _SCHEMES:
        raise RefusedError("it leads away from the web")
    try:
        url = URL(address)
        port = url.port
    except (ValueError, TypeError) as error:
        raise RefusedError("its address is malformed") from error
    if not url.host or not port:
        raise RefusedError("its address names no host")
    if url.raw_user is not None or url.raw_password is not None:
        raise RefusedError("its address holds a user name")
    return url


def _joined(url: URL, location: str) -> str:
    try:
        return urljoin(str(url), location)
    except ValueError as error:
        raise RefusedError("its address is malformed") from error


def _unasked(error: Exception) -> LinkStatus:
    return LinkStatus(LinkState.UNKNOWN, f"it was not asked: {error}", asked=False)


def _endless(url: URL, how: str, cookies: bool) -> LinkStatus:
    """Browsers give up on endless redirects too, but for those that cookies would end."""
    if cookies:
        reason = f"{url.host} redirects {how} those who refuse cookies"
        return LinkStatus(LinkState.UNKNOWN, reason)
    return LinkStatus(LinkState.BROKEN, f"it redirects {how}")


def _with_fragment(outcome: _Outcome, fragment: str) -> LinkStatus:
    """The status of a link to a page, by what it names after "#"."""
    status = outcome.status
    if not fragment:
        return status
    wanted = anchors.names(fragment)
    is_there = status.state in (LinkState.WORKS, LinkState.MOVED)
    if wanted and is_there and outcome.found is not None and outcome.found.isdisjoint(wanted):
        reason = f'nothing on this page is called "{unquote(fragment)}"'
        return replace(status, state=LinkState.NO_ANCHOR, reason=reason)
    if status.target and "#" not in status.target:
        target = f"{status.target}#{fragment}"
        return replace(status, reason=f"moved for good to {target}", target=target)
    return replace(status, secure=f"{status.secure}#{fragment}") if status.secure else status


def _pause(retry_after: str) -> float:
    """The seconds that a server asks for; 0 where it does not, or nobody understands it."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:12])
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except (ValueError, OverflowError):
        return 0.0
