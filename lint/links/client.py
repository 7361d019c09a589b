"""Sends one request to a web server, and believes nothing it says beyond what is bounded.

Compressed pages are asked for by nobody, and where one comes all the same it is unpacked a little
at a time. Cookies are neither kept nor sent, and no user name or password ever is.
"""

from __future__ import annotations

import asyncio
import codecs
import errno
import os
import ssl
import sys
import urllib.request
import zlib
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from socket import SO_RCVBUF, SOL_SOCKET, AddressFamily, socket
from types import TracebackType

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from lint import __version__
from lint.links.anchors import LONGEST_TAG, Anchors
from lint.links.guard import Guard, NoAnswerError, RefusedError

LONGEST_PAGE = 4 * 1024 * 1024
"""Bytes of a page, unpacked, in which places are looked for."""
RECEIVED = 32_768
"""Bytes of an answer that wait to be read."""
HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; contentlint/{__version__}; link checker)",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "identity",
}
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 15}


class NoReplyError(Exception):
    """The server took too long."""


class BadReplyError(Exception):
    """No connection, or none over which HTTP was spoken."""


class NonsenseError(BadReplyError):
    """Something came that is not HTTP."""


class CertificateError(Exception):
    """A certificate that browsers warn of; says why."""


@dataclass(frozen=True)
class Answer:
    """What a server said to one request.

    `found` are the names looked for that the page has, None where it could not be read to its end.
    """

    status: int
    location: str = ""
    retry_after: str = ""
    media_type: str = ""
    size: int | None = None
    sets_cookies: bool = False
    found: frozenset[str] | None = None

    @property
    def said(self) -> str:
        try:
            return f"{self.status} {HTTPStatus(self.status).phrase}"
        except ValueError:
            return str(self.status)

    @property
    def works(self) -> bool:
        return 200 <= self.status < 300


class Client:
    """A handful of connections, at most `connections` at once; close it by leaving `async with`."""

    def __init__(self, guard: Guard, timeout: float, connections: int, proxy: bool) -> None:
        self._guard = guard
        self._timeout = timeout
        self._proxies = urllib.request.getproxies() if proxy else {}
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=_Resolver(
                    guard, {URL(each).raw_host or "" for each in self._proxies.values()}
                ),
                use_dns_cache=False,
                limit=connections,
                socket_factory=self._socket,
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=None),
            headers=HEADERS,
            auto_decompress=False,
            read_bufsize=16_384,
        )

    async def __aenter__(self) -> Client:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._session.close()

    async def ask(
        self, method: str, url: URL, wanted: Iterable[str] = (), *, alone: bool = False
    ) -> Answer:
        """One request; nothing of the body is read but what it takes to find `wanted`.

        `alone` says that no other request to the host follows soon. HEAD has half the time, for
        some servers never answer it, and GET comes next.
        """
        host, port = url.raw_host or "", url.port or 0
        proxy = self._proxy_for(url)
        if proxy is None:
            await self._guard.addresses(host, port)
        else:
            self._guard.refuse_port(host, port)
            await self._guard.trusted(URL(proxy).raw_host or "", URL(proxy).port or 0)
        try:
            async with asyncio.timeout(self._timeout / (2 if method == "HEAD" else 1)):
                response = await self._session.request(
                    method,
                    url,
                    allow_redirects=False,
                    headers={"Connection": "close"} if alone else None,
                    ssl=_trust() if url.scheme == "https" else True,
                    proxy=proxy,
                )
            async with response:
                return await self._answer(response, frozenset(wanted))
        except TimeoutError as error:
            raise NoReplyError from error
        except aiohttp.ClientConnectorCertificateError as error:
            raise CertificateError(_reason(error.certificate_error)) from error
        except ssl.SSLCertVerificationError as error:
            raise CertificateError(_reason(error)) from error
        except (aiohttp.ClientConnectionError, OSError) as error:
            if isinstance(error, OSError) and error.errno == errno.ENETUNREACH:
                raise NoAnswerError(host) from error
            raise BadReplyError("could not be reached") from error
        except (aiohttp.ClientError, ValueError) as error:
            raise NonsenseError("gave an answer that makes no sense") from error

    async def _answer(self, response: aiohttp.ClientResponse, wanted: frozenset[str]) -> Answer:
        headers = response.headers
        length = headers.get("Content-Length", "")
        written = headers.get("Content-Type", "").partition(";")[0]
        media_type = sys.intern(written.strip().lower()[:100])
        found = None
        if wanted and 200 <= response.status < 300 and media_type in _PAGES:
            found = await self._found(response, wanted)
        return Answer(
            response.status,
            _text(headers.get("Location", "")),
            headers.get("Retry-After", ""),
            media_type,
            int(length) if length.isascii() and length.isdigit() and len(length) < 16 else None,
            "Set-Cookie" in headers,
            found,
        )

    async def _found(
        self, response: aiohttp.ClientResponse, wanted: frozenset[str]
    ) -> frozenset[str] | None:
        anchors = Anchors(wanted)
        try:
            async with asyncio.timeout(self._timeout):
                async for part in _page(response):
                    anchors.feed(part)
                    if not anchors.missing:
                        break
                else:
                    return frozenset(anchors.found)
        except (_UnreadableError, aiohttp.ClientError, OSError, ValueError):
            pass
        return None if anchors.missing else frozenset(anchors.found)

    def _socket(
        self, where: tuple[AddressFamily | int, int, int, str, tuple[object, ...]]
    ) -> socket:
        """The last door: whatever led here, no connection goes where the guard did not look."""
        family, kind, protocol, _, address = where
        if not self._guard.lets_through(str(address[0])):
            raise RefusedError(f"{address[0]} is not on the public internet")
        made = socket(family, kind, protocol)
        made.setblocking(False)
        made.setsockopt(SOL_SOCKET, SO_RCVBUF, RECEIVED)  # What nobody reads is not received.
        return made

    def _proxy_for(self, url: URL) -> str | None:
        if url.scheme not in self._proxies or urllib.request.proxy_bypass(url.raw_host or ""):
            return None
        return self._proxies[url.scheme]


class _Resolver(AbstractResolver):
    """Names lead to the addresses that the guard looked at; proxies are the user's own choice."""

    def __init__(self, guard: Guard, proxies: set[str]) -> None:
        self._guard = guard
        self._proxies = proxies

    async def resolve(
        self, host: str, port: int = 0, family: int = AddressFamily.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await (
            self._guard.trusted(host, port)
            if host in self._proxies
            else self._guard.addresses(host, port)
        )
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=AddressFamily.AF_INET6 if ":" in address else AddressFamily.AF_INET,
                proto=0,
                flags=0,
            )
            for address in found
        ]

    async def close(self) -> None:
        pass


class _UnreadableError(Exception):
    """A page that is too long, or packed in a way that is not known."""


async def _page(response: aiohttp.ClientResponse) -> AsyncIterator[str]:
    """The page in parts; raises `_UnreadableError` where there is more than is read."""
    charset = response.charset or "utf-8"
    try:
        b"".decode(charset)
    except (LookupError, ValueError):
        charset = "utf-8"
    decoder = codecs.getincrementaldecoder(charset)("replace")
    held: list[str] = []
    size = 0
    async for data in _unpacked(response):
        held.append(decoder.decode(data))
        size += len(held[-1])
        if size >= LONGEST_TAG:
            yield "".join(held)
            held.clear()
            size = 0
    yield "".join(held)


async def _unpacked(response: aiohttp.ClientResponse) -> AsyncIterator[bytes]:
    packed = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packed not in ("", "identity", *_PACKED):
        raise _UnreadableError
    unpack = zlib.decompressobj(_PACKED[packed]) if packed in _PACKED else None
    left = LONGEST_PAGE
    received = LONGEST_PAGE
    async for data in response.content.iter_any():
        received -= len(data)
        while data:
            part = data
            if unpack is None:
                data = b""
            else:
                try:
                    part = unpack.decompress(data, LONGEST_TAG)
                except zlib.error as error:
                    raise _UnreadableError from error
                data = unpack.unconsumed_tail
            left -= len(part)
            if left < 0 or received < 0:
                raise _UnreadableError
            yield part


@cache
def _trust() -> ssl.SSLContext:
    """What this machine trusts; without that every certificate would look like a forgery."""
    context = ssl.create_default_context()
    folder = ssl.get_default_verify_paths().capath
    if not context.cert_store_stats()["x509_ca"] and not (folder and os.listdir(folder)):
        raise RefusedError("this machine has no certificates of authorities to check it by")
    return context


def _reason(error: Exception) -> str:
    return getattr(error, "verify_message", "") or "it cannot be trusted"


def _text(header: str) -> str:
    """A header as browsers read it: UTF-8, or else byte by byte."""
    data = header.encode("utf-8", "surrogateescape")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
