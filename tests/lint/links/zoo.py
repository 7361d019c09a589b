"""Web servers of every kind of misbehaviour, on this machine.

The first part of a path says what happens. `Zoo` runs them in a thread of its own.
"""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from email.utils import formatdate
from functools import cache
from http import HTTPStatus
from types import TracebackType
from urllib.parse import unquote

PAGE = (
    "<!doctype html><title>Sleep</title><h1 id=top-of-page>Sleep</h1>"
    "<script>'<p id=hidden>'</script><!-- <p id=hidden> -->"
    '<h2 id="naps">Naps</h2><p><a name="noon"></a>At noon.</p><h2 id="träume">Dreams</h2>'
)
FOREVER = 30
"""Seconds: longer than anybody waits."""


@dataclass(frozen=True)
class Request:
    """`earlier` counts the requests for the same path before it."""

    method: str
    path: str
    earlier: int

    @property
    def rest(self) -> str:
        """The path after the name of the behaviour."""
        return unquote(self.path.partition("?")[0].lstrip("/").partition("/")[2])

    @property
    def name(self) -> str:
        """What happens."""
        return self.path.partition("?")[0].lstrip("/").partition("/")[0]


Behave = Callable[[Request, asyncio.StreamWriter], Awaitable[None]]


def says(status: int, body: str | bytes = b"", **headers: str) -> bytes:
    """A proper answer."""
    data = body.encode() if isinstance(body, str) else body
    phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else ""
    lines = [f"HTTP/1.1 {status} {phrase}", f"Content-Length: {len(data)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + data


@cache
def bomb() -> bytes:
    """A few bytes that unpack to many."""
    return gzip.compress(bytes(50 * 1024 * 1024))


def html(body: str | bytes, **headers: str) -> bytes:
    return says(200, body, **{"Content_Type": "text/html; charset=utf-8"} | headers)


def answer(request: Request) -> bytes | None:
    """What is said at once; None where the behaviour takes more than that."""
    first_try = request.earlier == 0
    match request.name:
        case "fine" | "secret":
            return html(PAGE)
        case "pdf":
            return says(200, b"%PDF", Content_Type="application/pdf")
        case "status":
            return says(int(request.rest))
        case "no-head":
            return says(int(request.rest)) if request.method == "HEAD" else html(PAGE)
        case "to":
            status, _, target = request.rest.partition("/")
            return says(int(status), Location=target)
        case "to-bytes":
            return b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /caf\xe9\r\n\r\n"
        case "caf%C3%A9":
            return html(PAGE)
        case "circle":
            return says(302, Location="/circle/" if request.rest else "/circle/again")
        case "cookie-circle":
            return says(302, Location=request.path, Set_Cookie="seen=1")
        case "endless":
            return says(302, Location=f"{request.path}x")
        case "busy":
            return html(PAGE) if request.earlier >= 2 else says(503)
        case "limited":
            return says(429, Retry_After=request.rest) if first_try else html(PAGE)
        case "unavailable":
            return says(503, Retry_After=request.rest) if first_try else html(PAGE)
        case "unavailable-until":
            return says(503, Retry_After=formatdate(usegmt=True)) if first_try else html(PAGE)
        case "packed":
            return html(gzip.compress(PAGE.encode()), Content_Encoding="gzip")
        case "packed-oddly":
            return html(b"\x00\x01", Content_Encoding=request.rest)
        case "bomb":
            return html(bomb(), Content_Encoding="gzip")
        case "too-short":
            return html(PAGE).replace(b"Content-Length: ", b"Content-Length: 9")
        case "too-long":
            return says(int(request.rest)) + b"and more"
        case "odd-bytes":
            return b"HTTP/1.1 200 OK\r\nX-Odd: \xff\xfe\x80\r\nContent-Length: 0\r\n\r\n"
        case "no-http":
            return b"220 mail.example ready\r\n"
        case "bad-header":
            return b"HTTP/1.1 200 OK\r\nNo header at all\r\n\r\n"
        case "bad-length":
            return b"HTTP/1.1 200 OK\r\nContent-Length: -3\r\n\r\n"
        case "long-header":
            return b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 1_000_000 + b"\r\n\r\n"
        case "silent-end":
            return b""
    return None


async def behave(request: Request, writer: asyncio.StreamWriter) -> None:
    """Those that take their time, or never come to an end."""
    match request.name:
        case "never":
            await asyncio.sleep(FOREVER)
        case "never-head":
            if request.method == "HEAD":
                await asyncio.sleep(FOREVER)
            writer.write(html(PAGE))
        case "slow":
            await asyncio.sleep(float(request.rest))
            writer.write(html(PAGE))
        case "reset":
            reset(writer)
        case "reset-once":
            if request.earlier:
                writer.write(html(PAGE))
            else:
                reset(writer)
        case "endless-headers":
            writer.write(b"HTTP/1.1 200 OK\r\n")
            await forever(writer, b"X-More: and more\r\n" * 500)
        case "drip-headers":
            writer.write(b"HTTP/1.1 200 OK\r\n")
            for number in range(FOREVER * 50):
                writer.write(f"X-{number}: drop\r\n".encode())
                await writer.drain()
                await asyncio.sleep(0.02)
        case "endless-body":
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode())
            await forever(writer, b"<p>and more</p>" * 500)
        case "drip-body":
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode())
            for _ in range(FOREVER * 50):
                writer.write(b"<")
                await writer.drain()
                await asyncio.sleep(0.02)
        case "torn-chunk":
            writer.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                b"Transfer-Encoding: chunked\r\n\r\nffff\r\n" + PAGE.encode()
            )
            await writer.drain()
            writer.close()
        case _:
            writer.write(says(404))


async def _until_one_leaves(*sides: Coroutine[object, object, object]) -> None:
    tasks = [asyncio.ensure_future(side) for side in sides]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def forever(writer: asyncio.StreamWriter, data: bytes) -> None:
    for _ in range(1_000_000):
        writer.write(data)
        await writer.drain()


def reset(writer: asyncio.StreamWriter) -> None:
    """End the connection the hard way."""
    connection = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


class Zoo:
    """One server at one or several addresses of this machine, which all listen on `port`.

    `asked` lists method and path of all requests, `peak` is the most connections at once.
    """

    def __init__(
        self, tls: ssl.SSLContext | None = None, addresses: Sequence[str] = ("127.0.0.1",)
    ) -> None:
        self.asked: list[tuple[str, str]] = []
        self.port = 0
        self.peak = 0
        self._open = 0
        self._tls = tls
        self._addresses = addresses
        self._counts: Counter[str] = Counter()
        self._started = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Zoo:
        self._thread.start()
        self._started.wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join()

    def forget(self) -> None:
        """As if nobody had asked yet."""
        self.asked.clear()
        self._counts.clear()
        self.peak = 0

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        for task in (tasks := asyncio.all_tasks(self._loop)):
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self._loop.close()

    async def _serve(self) -> None:
        self._end = asyncio.Event()
        servers = []
        for address in self._addresses:
            servers.append(
                await asyncio.start_server(
                    self._connected, address, self.port, ssl=self._tls, backlog=1000
                )
            )
            self.port = servers[0].sockets[0].getsockname()[1]
        self._started.set()
        await self._end.wait()
        for server in servers:
            server.close()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open += 1
        self.peak = max(self.peak, self._open)
        try:
            while await self._answered(reader, writer):
                await writer.drain()
        except (
            OSError,
            asyncio.CancelledError,
            asyncio.IncompleteReadError,
            asyncio.LimitOverrunError,
        ):
            pass
        finally:
            self._open -= 1
            writer.close()

    async def _answered(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; whether the connection may serve another."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        method, path, _ = head.split(" ", 2)
        self.asked.append((method, path))
        here = f"{writer.get_extra_info('sockname')[0]}{path}"
        request = Request(method, path, self._counts[here])
        self._counts[here] += 1
        said = answer(request)
        if said is None:
            await _until_one_leaves(behave(request, writer), reader.read(1))
            return False
        if method == "HEAD":
            said = said.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" if said else b""
        writer.write(said)
        well_behaved = b"Content-Length" in said and not said.startswith(b"HTTP/1.1 200 OK\r\nX")
        return well_behaved and "too-" not in path and "connection: close" not in head.lower()
