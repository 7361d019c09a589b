import socket

import pytest

from cms.exchange.ports import HOST, answers, why_not


@pytest.fixture
def taken_port() -> str:
    with socket.create_server((HOST, 0)) as listener:
        yield str(listener.getsockname()[1])


def test_a_port_that_something_listens_on_is_taken(taken_port: str) -> None:
    assert why_not(taken_port) == (
        f"port {taken_port} is taken: stop what uses it, or choose another with PORT="
    )
    assert answers(taken_port)


def test_a_port_is_free_again_once_nothing_listens() -> None:
    with socket.create_server((HOST, 0)) as listener:
        port = str(listener.getsockname()[1])
    assert why_not(port) is None
    assert not answers(port)


@pytest.mark.parametrize("port", ["", "http", "0", "65536", "-1", "٣٠٠٠"])
def test_what_is_no_port_is_refused(port: str) -> None:
    assert why_not(port) == f"PORT is {port!r}: write a number from 1 to 65535"
