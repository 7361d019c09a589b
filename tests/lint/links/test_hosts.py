from __future__ import annotations

import asyncio

import pytest

from lint.links.client import BadReplyError, CertificateError, NonsenseError, NoReplyError
from lint.links.hosts import FAILURES_LATER, Host, SilentError


async def ask(host: Host, outcome: Exception | None) -> str:
    try:
        async with host.turn():
            await asyncio.sleep(0)
            if outcome is not None:
                raise outcome
    except SilentError:
        return "given up"
    except (BadReplyError, CertificateError, NoReplyError):
        return "failed"
    return "answered"


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ([NoReplyError()] * 6, ["failed"] * 3 + ["given up"] * 3),
        ([BadReplyError()] * 4, ["failed"] * 3 + ["given up"]),
        ([NonsenseError()] * 6, ["failed"] * 6),
        ([CertificateError()] * 6, ["failed"] * 6),
        ([NoReplyError(), NoReplyError(), None, NoReplyError()], None),
        ([None, *[NoReplyError()] * FAILURES_LATER, None], None),
    ],
)
@pytest.mark.parametrize("at_once", [1, 2])
def test_a_host_that_never_answers_is_given_up(outcomes, expected, at_once: int) -> None:
    async def run() -> list[str]:
        host = Host("clinic.org", at_once, 0.0)
        return [await ask(host, outcome) for outcome in outcomes]

    if expected is None:
        expected = ["answered" if each is None else "failed" for each in outcomes]
        if len(outcomes) > FAILURES_LATER:
            expected[-1] = "given up"
    assert asyncio.run(run()) == expected


def test_no_more_are_sent_at_once_than_it_takes_to_give_up() -> None:
    async def run() -> list[str]:
        host = Host("clinic.org", 10, 0.0)
        return await asyncio.gather(*(ask(host, NoReplyError()) for _ in range(10)))

    assert asyncio.run(run()) == ["failed"] * 3 + ["given up"] * 7


def test_a_host_has_room_for_so_many_at_once() -> None:
    async def run() -> int:
        host = Host("clinic.org", 4, 0.0)
        await ask(host, None)
        here = most = 0

        async def stay() -> None:
            nonlocal here, most
            async with host.turn():
                here += 1
                most = max(most, here)
                await asyncio.sleep(0)
                here -= 1

        await asyncio.gather(*(stay() for _ in range(20)))
        return most

    assert asyncio.run(run()) == 4
