"""Against a real web server on this machine; names are answered by a pretend name service."""

import itertools
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from lint.config import LinkSettings
from lint.links.checker import check_links
from lint.site import LinkState, LinkStatus

pytestmark = pytest.mark.network

WORKS = LinkStatus(LinkState.WORKS)


class Clinic(BaseHTTPRequestHandler):
    """A site on which each path misbehaves in its own way."""

    asked: list[tuple[float, str, str]]
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        self.server.asked.append((time.monotonic(), self.command, self.path))
        name = self.path.strip("/").partition("/")[0]
        count = sum(path == self.path for _, _, path in self.server.asked)
        if name.isdigit():
            self.say(int(name))
        elif name == "no-head":
            self.say(405 if self.command == "HEAD" else 200)
        elif name == "hiccup":
            self.say(503 if count <= 2 else 200)
        elif name == "drops":
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        elif name == "slow":
            time.sleep(1.5)
            self.say(200)
        elif name.startswith("endless"):
            self.say(302, Location=f"{self.path}x")
        elif name.startswith(("301", "302", "308")):
            status, _, target = self.path.strip("/").partition("-to-")
            self.say(int(status), Location=target)
        else:
            self.say(200)

    def say(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for header, value in headers.items():
            self.send_header(header, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Clinic) as server:
        server.asked = []
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


async def names(host: str, port: int) -> list[str]:
    """A name service that knows four names."""
    known = {
        "127.0.0.1": "127.0.0.1",
        "clinic.org": "127.0.0.1",
        "inside.org": "10.0.0.7",
        "example.com": "93.184.215.14",
    }
    if host not in known:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")
    return [known[host]]


def settings(**changes) -> LinkSettings:
    return LinkSettings(
        **{"timeout": 1.0, "interval": 0.0, "private_hosts": ("clinic.org",)} | changes
    )


def status(server: ThreadingHTTPServer, path: str) -> LinkStatus:
    address = f"http://clinic.org:{server.server_port}/{path}"
    return check_links([address], settings(), resolve=names)[address]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("fine", WORKS),
        ("204", WORKS),
        ("no-head", WORKS),
        ("hiccup", WORKS),
        ("404", LinkStatus(LinkState.BROKEN, "404 Not Found")),
        ("410", LinkStatus(LinkState.BROKEN, "410 Gone")),
        ("401", LinkStatus(LinkState.UNKNOWN, "the server said 401 Unauthorized")),
        ("403", LinkStatus(LinkState.UNKNOWN, "the server said 403 Forbidden")),
        ("429", LinkStatus(LinkState.UNKNOWN, "the server said 429 Too Many Requests")),
        ("500", LinkStatus(LinkState.UNKNOWN, "the server said 500 Internal Server Error")),
        ("999", LinkStatus(LinkState.UNKNOWN, "the server said 999")),
        ("slow", LinkStatus(LinkState.UNKNOWN, "it took too long to answer")),
        ("drops", LinkStatus(LinkState.UNKNOWN, "no connection could be made")),
        ("endless", LinkStatus(LinkState.UNKNOWN, "it redirects again and again")),
        ("302-to-/fine", WORKS),
        ("302-to-/404", LinkStatus(LinkState.BROKEN, "404 Not Found")),
        ("302-to-/301-to-/fine", WORKS),
    ],
)
def test_an_answer_is_worth_what_it_proves(server, path: str, expected: LinkStatus) -> None:
    assert status(server, path) == expected


@pytest.mark.parametrize("code", [301, 308])
def test_a_page_that_moved_for_good_says_where_to(server, code: int) -> None:
    expected = f"moved for good to http://clinic.org:{server.server_port}/fine"
    assert status(server, f"{code}-to-/fine") == LinkStatus(LinkState.MOVED, expected)


def test_redirects_to_private_addresses_are_not_followed(server) -> None:
    port = server.server_port
    targets = {
        f"http://127.0.0.1:{port}/secret": f"port {port} is not one of the web's",
        "http://127.0.0.1/secret": "127.0.0.1 is not on the public internet",
        "http://inside.org/secret": "inside.org is not on the public internet",
        "file:///etc/passwd": "it leads away from the web",
        "http://clinic.org@127.0.0.1/": "its address holds a user name",
    }
    found = {target: status(server, f"302-to-{target}") for target in targets}
    assert found == {
        target: LinkStatus(LinkState.UNKNOWN, f"it was not asked: {reason}")
        for target, reason in targets.items()
    }
    assert not any("secret" in path for _, _, path in server.asked if not path.startswith("/302"))


def test_private_addresses_are_not_asked(server) -> None:
    address = f"http://127.0.0.1:{server.server_port}/fine"
    found = check_links([address, "http://inside.org/"], settings(private_hosts=()), resolve=names)
    assert {each.state for each in found.values()} == {LinkState.UNKNOWN}
    assert server.asked == []


def test_a_host_nobody_knows_is_broken_only_where_names_are_answered() -> None:
    async def silent(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    address = "https://nowhere.invalid/"
    unknown = LinkStatus(LinkState.BROKEN, "there is no host called nowhere.invalid")
    offline = LinkStatus(LinkState.UNKNOWN, "there is no network here")
    assert check_links([address], settings(), resolve=names) == {address: unknown}
    assert check_links([address], settings(), resolve=silent) == {address: offline}


@pytest.mark.parametrize(
    "address",
    ["https://", "http://[::1", "https://user@clinic.org/", "http://x:99999/"],
)
def test_malformed_addresses_are_not_asked(address: str) -> None:
    found = check_links([address], settings(), resolve=names)[address]
    assert found.state is LinkState.UNKNOWN
    assert found.reason.startswith("it was not asked: ")


def test_a_host_is_asked_once_in_a_while_however_many_links_lead_to_it(server) -> None:
    addresses = [f"http://clinic.org:{server.server_port}/{page}" for page in range(200, 204)]
    check_links(addresses, settings(interval=0.1), resolve=names)
    times = sorted(when for when, _, _ in server.asked)
    assert len(times) == 4
    assert all(later - earlier > 0.09 for earlier, later in itertools.pairwise(times))
