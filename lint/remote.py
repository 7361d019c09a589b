"""Reads the pages of a running CMS over its delivery API.

The token goes to the one origin that was named, and nowhere else: redirects to others are not
followed. Answers are remembered until the CMS says that something changed, for each token apart.
"""

from __future__ import annotations

import asyncio
import ipaddress
import json
import re
import ssl
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlencode, urljoin, urlsplit

from lint import __version__
from lint.cache import Cache, digest
from lint.document import Problem
from lint.inputs import Input, Missing
from lint.readers import LARGEST

if TYPE_CHECKING:
    import aiohttp

API = "/api/content/v1/"
MOST = 20_000
"""Pages of one CMS."""

_ANSWERS = 1_000
"""Parts of one list of pages."""
_LARGEST_TOGETHER = 500_000_000
_CONNECTIONS = 6
_SECONDS = 60
_SECONDS_TO_CONNECT = 10
_REDIRECTS = 3
_TRIES = 3
_LONGEST_PAUSE = 30.0
_BUSY = frozenset({429, 502, 503, 504})
_NO_ADDRESS = "An address looks like https://cms.example.org/section/."
_TOKEN = re.compile(r"[\x21-\x7e]{1,1000}")
_NUMBER = re.compile(r"[0-9]{1,3}")
_PORTS = {"http": 80, "https": 443}


class AddressError(ValueError):
    """An address, or a token, that is not used; says what to write instead."""


class RemoteError(Exception):
    """A CMS that did not give what it was asked for; `code` as problems have it."""

    def __init__(self, message: str, code: str = "unreadable") -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Access:
    """What may be read, and as whom; `insecure_http` lets a token go unencrypted."""

    token: str = field(default="", repr=False)
    live: bool = True
    drafts: bool = True
    insecure_http: bool = False


@dataclass(frozen=True)
class Address:
    """Where a CMS is, and the page whose tree is wanted."""

    origin: str
    path: str

    @classmethod
    def of(cls, written: str, access: Access) -> Address:
        """Raises `AddressError`."""
        try:
            split = urlsplit(written)
            port = split.port
        except ValueError:
            raise AddressError(_NO_ADDRESS) from None  # It may hold a password.
        host = split.hostname or ""
        if not host or not written.isprintable() or " " in written:
            raise AddressError(_NO_ADDRESS)
        if split.username is not None or split.password is not None:
            raise AddressError("Leave user name and password out of the address; use --token.")
        if split.query or split.fragment:
            raise AddressError(f"Name the page by its path alone, without ? and #: {written}")
        if split.scheme == "http" and not access.insecure_http and not _is_loopback(host):
            raise AddressError(
                f"{written} is not encrypted; use https, or --insecure-http if it has to be."
            )
        named = f"[{host}]" if ":" in host else host
        where = "" if port in (None, _PORTS[split.scheme]) else f":{port}"
        path = unquote(split.path if split.path.endswith("/") else f"{split.path}/")
        return cls(f"{split.scheme}://{named}{where}", path)


def gather(
    written: Sequence[str],
    access: Access,
    folder: Path | None,
    told: Callable[[int, int], object] = lambda done, of: None,
) -> Iterator[Input | Missing]:
    """The pages at and below the addresses; answers are remembered in `folder`, if there is one.

    `told` hears how many pages of how many have been read. Raises `AddressError`.
    """
    if access.token and not _TOKEN.fullmatch(access.token):
        raise AddressError("The token holds characters that no token has.")
    addresses = [Address.of(each, access) for each in written]
    if access.token and len({each.origin for each in addresses}) > 1:
        raise AddressError("A token is for one site: check the others by themselves.")
    seen: set[str] = set()
    with nullcontext() if folder is None else Cache(folder) as cache:
        for name, address in zip(written, addresses, strict=True):
            try:
                found = asyncio.run(_Cms(address, access, cache).pages(told))
            except RemoteError as error:
                found = [_missing(name, error)]
            for each in found or [_missing(name, RemoteError(_NOTHING, "no-content"))]:
                if each.name not in seen:
                    seen.add(each.name)
                    yield each


_NOTHING = "There is nothing to check at this address."


def _missing(name: str, error: RemoteError) -> Missing:
    return Missing(name, Problem(error.code, str(error), fatal=True))


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True)
class _Version:
    """One version of a page: what is live, or its newest words; `stamp` differs after changes."""

    path: str
    version: str
    stamp: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.path if self.version == "live" else f"{self.path}?version={self.version}"


class _Cms:
    """One tree of pages of a CMS."""

    def __init__(self, address: Address, access: Access, cache: Cache | None) -> None:
        self.address = address
        self.access = access
        self.cache = cache
        self.whose = (address.origin, access.token)

    async def pages(self, told: Callable[[int, int], object]) -> list[Input | Missing]:
        import aiohttp

        headers = {"User-Agent": f"contentlint/{__version__}", "Accept-Encoding": "identity"}
        if self.access.token:
            headers["Authorization"] = f"Bearer {self.access.token}"
        async with aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=_CONNECTIONS),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=_SECONDS, sock_connect=_SECONDS_TO_CONNECT),
            headers=headers,
            auto_decompress=False,
        ) as session:
            wanted = list(self._wanted(await self._listing(session)))
            answers: dict[_Version, bytes | RemoteError] = {}
            waiting = iter(wanted)
            size = 0

            async def read_on() -> None:
                nonlocal size
                for each in waiting:
                    if size > _LARGEST_TOGETHER:
                        limit = f"{_LARGEST_TOGETHER // 1_000_000} MB"
                        message = f"The pages together are larger than {limit}, the limit."
                        answers[each] = RemoteError(message, "too-large")
                        continue
                    answers[each] = found = await self._remembered(session, each)
                    size += len(found) if isinstance(found, bytes) else 0
                    told(len(answers), len(wanted))

            async with asyncio.TaskGroup() as group:
                for _ in range(_CONNECTIONS):
                    group.create_task(read_on())
        return list(self._inputs(wanted, answers))

    def _inputs(
        self, wanted: Sequence[_Version], answers: Mapping[_Version, bytes | RemoteError]
    ) -> Iterator[Input | Missing]:
        """Without pages that went away while others were read."""
        for each in wanted:
            name = self.address.origin + each.name
            found = answers[each]
            if isinstance(found, bytes):
                yield Input(name, "api", data=found)
            elif found.code != "not-found":
                yield _missing(name, found)

    async def _listing(self, session: aiohttp.ClientSession) -> Mapping[str, Any]:
        """All pages by id, and what they share; asks for no more than what changed."""
        key = digest("listing", *self.whose, self.address.path)
        known = _object(self.cache.get(key) if self.cache else None)
        since = _string(known.get("next_since"))
        listing = await self._changes(session, since) if since else None
        if listing is not None and listing["shared"] == known.get("shared"):
            gone = {str(each["id"]) for each in listing["deleted"]}
            before = {pk: page for pk, page in known["pages"].items() if pk not in gone}
            listing = {**listing, "pages": before | listing["pages"]}
        else:
            listing = await self._changes(session)
        if self.cache:
            self.cache.put(key, json.dumps(listing))
        return listing

    async def _changes(self, session: aiohttp.ClientSession, since: str = "") -> dict[str, Any]:
        """The pages that changed at `since` or later; all of them without it."""
        first: dict[str, Any] | None = None
        pages: dict[str, Any] = {}
        after = 0
        for _ in range(_ANSWERS):
            query = {"path": self.address.path, "after": str(after)}
            if since:
                query["since"] = since
            answer = _listed(await self._ask(session, "changes/", query), self.address.origin)
            first = first or answer
            pages |= {str(page["id"]): page for page in answer["pages"]}
            if len(pages) > MOST:
                raise RemoteError(f"It has more than {MOST:,} pages, the limit.", "too-large")
            if answer["next_after"] is None or answer["next_after"] <= after:
                return {**first, "pages": pages}
            after = answer["next_after"]
        raise RemoteError("Its list of pages does not end.", "too-large")

    def _wanted(self, listing: Mapping[str, Any]) -> Iterator[_Version]:
        """The versions to read, by path."""
        for page in sorted(listing["pages"].values(), key=lambda page: str(page["path"])):
            stamp = (str(page["id"]), str(page["changed"]), str(listing["shared"]))
            if page["live"] and self.access.live:
                yield _Version(page["path"], "live", stamp)
            if page["draft"] and self.access.drafts:
                yield _Version(page["path"], "draft", stamp)

    async def _remembered(
        self, session: aiohttp.ClientSession, wanted: _Version
    ) -> bytes | RemoteError:
        key = digest("contents", *self.whose, wanted.path, wanted.version, *wanted.stamp)
        known = self.cache.get(key) if self.cache else None
        if known is not None:
            return known.encode()
        query = {"path": wanted.path, "version": wanted.version}
        try:
            found = await self._ask(session, "contents/", query)
        except RemoteError as error:
            return error
        if self.cache:
            with suppress(UnicodeDecodeError):
                self.cache.put(key, found.decode())
        return found

    async def _ask(
        self, session: aiohttp.ClientSession, what: str, query: Mapping[str, str]
    ) -> bytes:
        """The JSON that the CMS answers; asks again where it is busy. Raises `RemoteError`."""
        import aiohttp

        origin = self.address.origin
        url = f"{origin}{API}{what}?{urlencode(query)}"
        redirects = 0
        for tries in range(1, _TRIES + _REDIRECTS + 1):
            try:
                async with session.get(url, allow_redirects=False, proxy=self._proxy()) as response:
                    if response.status in _BUSY and tries < _TRIES:
                        await asyncio.sleep(_pause(response.headers.get("Retry-After", ""), tries))
                        continue
                    if 300 <= response.status < 400 and redirects < _REDIRECTS:
                        url = _followed(url, response.headers.get("Location", ""), origin)
                        redirects += 1
                        continue
                    return await self._body(response, what)
            except aiohttp.ClientConnectorCertificateError as error:
                raise RemoteError(_distrusted(origin, error.certificate_error)) from error
            except ssl.SSLCertVerificationError as error:
                raise RemoteError(_distrusted(origin, error)) from error
            except TimeoutError as error:
                raise RemoteError(f"{origin} did not answer in time.") from error
            except (aiohttp.ClientConnectionError, OSError) as error:
                raise RemoteError(f"{origin} could not be reached.") from error
            except (aiohttp.ClientError, ValueError) as error:
                raise RemoteError(f"{origin} gave an answer that makes no sense.") from error
        raise RemoteError(f"{origin} has no time for an answer.")

    def _proxy(self) -> str | None:
        split = urlsplit(self.address.origin)
        host = split.hostname or ""
        if _is_loopback(host) or urllib.request.proxy_bypass(host):
            return None
        return urllib.request.getproxies().get(split.scheme)

    async def _body(self, response: aiohttp.ClientResponse, what: str) -> bytes:
        data = bytearray()
        async for part in response.content.iter_chunked(65_536):
            data += part
            if len(data) > LARGEST:
                limit = f"{LARGEST // 1_000_000} MB"
                raise RemoteError(f"The answer is larger than {limit}, the limit.", "too-large")
        media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if response.status == 200 and media_type == "application/json":
            return bytes(data)
        problem = _object(bytes(data)) if media_type == "application/problem+json" else {}
        raise self._refused(response.status, what, _string(problem.get("type")))

    def _refused(self, status: int, what: str, problem: str) -> RemoteError:
        origin, path = self.address.origin, self.address.path
        if status == 401 and self.access.token:
            return RemoteError(f"{origin} does not know this token (401).")
        if status == 401:
            return RemoteError(f"{origin} asks for a token (401): --token or CONTENTLINT_TOKEN.")
        if status == 403:
            return RemoteError(f"{origin} does not allow this (403).")
        if problem.endswith("/page-not-found"):
            who = "this token's user" if self.access.token else "the public"
            return RemoteError(f"There is no page at {path} that {who} may see.", "not-found")
        if problem.endswith("/no-such-endpoint"):
            return RemoteError(
                f"{origin} has no {API}{what}: its version is older than this contentlint."
            )
        if status >= 500:
            return RemoteError(f"{origin} broke down ({status}).")
        return RemoteError(f"There is no CMS that contentlint knows at {origin} ({status}).")


def _followed(url: str, location: str, origin: str) -> str:
    """Where a redirect leads, if that is the same origin: nobody else gets the token."""
    target = urljoin(url, location)
    try:
        split = urlsplit(target)
        reached = f"{split.scheme}://{split.netloc}".lower()
    except ValueError:
        reached = ""
    if location and reached == origin and target.isprintable():
        return target
    shown = location and reached.isprintable() and len(reached) < 200
    where = f"to {reached}" if shown else "elsewhere"
    raise RemoteError(f"{origin} redirects {where}; name the address there.")


def _pause(said: str, tries: int) -> float:
    return min(_LONGEST_PAUSE, float(said) if _NUMBER.fullmatch(said) else 0.5 * tries)


def _distrusted(origin: str, error: Exception) -> str:
    reason = getattr(error, "verify_message", "") or "it cannot be trusted"
    return f"The certificate of {origin} is not valid: {reason}."


def _listed(data: bytes, origin: str) -> dict[str, Any]:
    """An answer about changes, looked over. Raises `RemoteError`."""
    answer = _object(data)
    pages = answer.get("pages")
    deleted = answer.get("deleted")
    after = answer.get("next_after")
    if (
        not isinstance(pages, list)
        or not all(_is_page(page) for page in pages)
        or not isinstance(deleted, list)
        or not all(isinstance(each, dict) and isinstance(each.get("id"), int) for each in deleted)
        or not (after is None or isinstance(after, int))
    ):
        raise RemoteError(f"{origin} answers in a way that this version does not understand.")
    shared, since = _string(answer.get("shared")), _string(answer.get("next_since"))
    return {
        "pages": pages,
        "deleted": deleted,
        "next_after": after,
        "shared": shared,
        "next_since": since,
    }


def _is_page(page: Any) -> bool:
    if not isinstance(page, dict) or not isinstance(page.get("id"), int):
        return False
    path = page.get("path")
    flags = (page.get("live"), page.get("draft"))
    return (
        isinstance(path, str)
        and path.startswith("/")
        and path.isprintable()
        and len(path) <= 2000
        and all(isinstance(flag, bool) for flag in flags)
        and isinstance(page.get("changed"), str | None)
    )


def _object(data: bytes | str | None) -> dict[str, Any]:
    """The object in JSON; an empty one where there is none."""
    try:
        found = json.loads(data or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""
