import asyncio
import socket

import pytest

from lint.links.guard import (
    Guard,
    NoAnswerError,
    RefusedError,
    UnknownHostError,
    is_public,
    resolve,
)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.9", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),  # noqa: S104
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00:ec2::254", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:169.254.169.254", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b:1::a00:1", False),
        ("64:ff9b::5db8:d70e", True),
        ("::127.0.0.1", False),
        ("::ffff:0:127.0.0.1", False),
        ("192.0.0.192", False),
        ("168.63.129.16", False),
        ("2002:7f00:1::", False),
        ("no address", False),
    ],
)
def test_only_addresses_of_the_whole_internet_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def answering(*addresses: str):
    async def answer(host: str, port: int) -> list[str]:
        return list(addresses)

    return answer


def ask(guard: Guard, host: str, port: int = 443) -> tuple[str, ...]:
    async def run() -> tuple[str, ...]:
        return await guard.addresses(host, port)

    return asyncio.run(run())


def test_a_public_host_may_be_asked_at_all_of_its_addresses() -> None:
    guard = Guard(resolve=answering("93.184.215.14", "93.184.215.15"))
    assert ask(guard, "clinic.org") == ("93.184.215.14", "93.184.215.15")


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(RefusedError, match=r"clinic\.org is not on the public internet"):
        ask(Guard(resolve=answering("93.184.215.14", "10.0.0.1")), "clinic.org")


@pytest.mark.parametrize("host", ["2130706433", "0177.0.0.1", "0x7f.1", "127.1", "[::1]"])
def test_other_ways_to_write_this_machine_are_refused(host: str) -> None:
    with pytest.raises(RefusedError):
        ask(Guard(resolve=resolve), host)


@pytest.mark.parametrize("port", [22, 25, 3306, 6379, 5432])
def test_ports_of_other_services_are_refused(port: int) -> None:
    with pytest.raises(RefusedError, match=f"port {port}"):
        ask(Guard(resolve=answering("93.184.215.14")), "clinic.org", port)


def test_private_hosts_of_the_settings_may_be_asked() -> None:
    guard = Guard(["Staff.Clinic.org", "München.org"], answering("10.0.0.1"))
    assert ask(guard, "staff.clinic.org", 9999) == ("10.0.0.1",)
    assert ask(guard, "xn--mnchen-3ya.org", 9999) == ("10.0.0.1",)


def test_a_name_service_that_takes_too_long_did_not_answer() -> None:
    async def slow(host: str, port: int) -> list[str]:
        await asyncio.sleep(30)
        return []

    with pytest.raises(NoAnswerError):
        ask(Guard(resolve=slow, seconds=0.01), "clinic.org")


def test_a_host_is_resolved_once_so_that_its_answer_cannot_change() -> None:
    answers = [["93.184.215.14"], ["127.0.0.1"]]

    async def changing(host: str, port: int) -> list[str]:
        return answers.pop(0)

    async def run() -> list[tuple[str, ...]]:
        guard = Guard(resolve=changing)
        return [await guard.addresses("clinic.org", 443) for _ in range(2)]

    assert asyncio.run(run()) == [("93.184.215.14",)] * 2


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (socket.gaierror(socket.EAI_NONAME, "unknown"), UnknownHostError),
        (socket.gaierror(socket.EAI_AGAIN, "later"), NoAnswerError),
        (UnicodeError("label too long"), UnknownHostError),
        (ValueError("embedded null character"), UnknownHostError),
    ],
)
def test_an_unknown_name_is_told_from_a_silent_name_service(error, expected) -> None:
    async def failing(host: str, port: int) -> list[str]:
        raise error

    with pytest.raises(expected):
        ask(Guard(resolve=failing), "clinic.org")
