"""Which hosts may be asked: public ones, at the addresses that were looked at."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable

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
    if _is_address(host):
        return [host]
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

    `private_hosts` may be asked whatever their address and port. A name service that takes longer
    than `seconds` did not answer.
    """

    def __init__(
        self,
        private_hosts: Iterable[str] = (),
        resolve: Resolve = resolve,
        seconds: float = 10.0,
    ) -> None:
        self._private_hosts = frozenset(map(_in_ascii, private_hosts))
        self._resolve = resolve
        self._seconds = seconds
        self._answers: dict[str, asyncio.Task[tuple[str, ...]]] = {}
        self._let_through: set[str] = set()
        self._name_found = False

    async def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses to connect to; never empty."""
        host = _plain(host)
        if host in self._private_hosts:
            found = await self._answer(host, port)
        else:
            self.refuse_port(host, port)
            found = await self._answer(host, port)
            for address in found:
                if not is_public(address):
                    raise RefusedError(f"{host} is not on the public internet")
            self._name_found = self._name_found or host not in found
        self._let_through.update(found)
        return found

    async def trusted(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of a host that the user chose, a proxy."""
        found = await self._answer(_plain(host), port)
        self._let_through.update(found)
        return found

    def lets_through(self, address: str) -> bool:
        """Whether a connection may go to this very address."""
        return address in self._let_through

    def refuse_port(self, host: str, port: int) -> None:
        """Raise `RefusedError` where the port belongs to another service than the web."""
        if port not in PORTS and _plain(host) not in self._private_hosts:
            raise RefusedError(f"port {port} is not one of the web's")

    async def names_are_answered(self, control: str) -> bool:
        """Whether the name service works: it knew a public host, or knows `control`."""
        if not self._name_found:
            try:
                await self._answer(control, 443)
            except (UnknownHostError, NoAnswerError):
                return False
        return True

    async def _answer(self, host: str, port: int) -> tuple[str, ...]:
        if host not in self._answers:
            self._answers[host] = asyncio.ensure_future(self._ask(host, port))
        return await asyncio.shield(self._answers[host])

    async def _ask(self, host: str, port: int) -> tuple[str, ...]:
        try:
            async with asyncio.timeout(self._seconds):
                found = tuple(dict.fromkeys(await self._resolve(host, port)))
        except TimeoutError as error:
            raise NoAnswerError(host) from error
        except socket.gaierror as error:
            if error.errno in _UNKNOWN_HOST:
                raise UnknownHostError(host) from error
            raise NoAnswerError(host) from error
        except (OSError, ValueError) as error:
            raise UnknownHostError(host) from error
        if not found:
            raise UnknownHostError(host)
        return found


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _plain(host: str) -> str:
    return host.strip("[]").rstrip(".").lower()


def _in_ascii(host: str) -> str:
    """As the name service knows it."""
    try:
        return host.lower().encode("idna").decode("ascii")
    except UnicodeError:
        return host.lower()
