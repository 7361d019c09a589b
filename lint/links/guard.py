"""Which hosts may be asked: public ones, at the addresses that were looked at."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable

import httpcore

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""The addresses of a host; raises `socket.gaierror`."""

PORTS = frozenset({80, 443, 8080, 8443})
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_UNICAST = ipaddress.IPv6Network("2000::/3")
"""All that is handed out of IPv6; whatever lies outside stands for something of a network's own."""
_CLOUDS = (ipaddress.IPv4Network("192.0.0.0/24"), ipaddress.IPv4Network("168.63.129.16/32"))
"""Where clouds answer their own machines, and Python takes the address for a public one."""
_UNKNOWN_HOST = frozenset(
    {socket.EAI_NONAME, *([socket.EAI_NODATA] if hasattr(socket, "EAI_NODATA") else [])}
)


class RefusedError(Exception):
    """A host that must not be asked; says why."""


class UnknownHostError(Exception):
    """A name that nobody has."""


class NoAnswerError(Exception):
    """The name service did not answer."""


async def resolve(host: str, port: int) -> list[str]:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(each[4][0]) for each in found]


def is_public(address: str) -> bool:
    """Whether the whole internet could reach it, also by the IPv4 address inside an IPv6 one."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inside = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inside is None and ip in _NAT64:
            inside = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inside is not None:
            return is_public(str(inside))
        if ip not in _UNICAST:
            return False
    elif any(ip in network for network in _CLOUDS):
        return False
    return ip.is_global and not ip.is_multicast


class Guard:
    """Resolves each host once and lets through the public ones.

    `private_hosts` may be asked whatever their address and port.
    """

    def __init__(self, private_hosts: Iterable[str] = (), resolve: Resolve = resolve) -> None:
        self._private_hosts = frozenset(host.lower() for host in private_hosts)
        self._resolve = resolve
        self._answers: dict[str, asyncio.Task[tuple[str, ...]]] = {}

    async def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses to connect to; never empty."""
        host = host.strip("[]").rstrip(".").lower()
        if host in self._private_hosts:
            return await self._answer(host, port)
        if port not in PORTS:
            raise RefusedError(f"port {port} is not one of the web's")
        found = await self._answer(host, port)
        for address in found:
            if not is_public(address):
                raise RefusedError(f"{host} is not on the public internet")
        return found

    async def knows(self, host: str) -> bool:
        """Whether the name service has an answer for the host."""
        try:
            await self._answer(host, 443)
        except (UnknownHostError, NoAnswerError):
            return False
        return True

    async def _answer(self, host: str, port: int) -> tuple[str, ...]:
        if host not in self._answers:
            self._answers[host] = asyncio.ensure_future(self._ask(host, port))
        return await self._answers[host]

    async def _ask(self, host: str, port: int) -> tuple[str, ...]:
        try:
            found = tuple(dict.fromkeys(await self._resolve(host, port)))
        except socket.gaierror as error:
            if error.errno in _UNKNOWN_HOST:
                raise UnknownHostError(host) from error
            raise NoAnswerError(host) from error
        except (OSError, UnicodeError) as error:
            raise UnknownHostError(host) from error
        if not found:
            raise UnknownHostError(host)
        return found


class GuardedNetwork(httpcore.AsyncNetworkBackend):
    """Connects to the addresses that the guard looked at, and to no other."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        failure: Exception | None = None
        for address in await self._guard.addresses(host, port):
            try:
                return await self._network.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore.ConnectError(f"{host} has no address")

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        raise RefusedError("it is a socket of this machine")

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
