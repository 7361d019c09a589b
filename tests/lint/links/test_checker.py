"""Against real web servers on this machine; names are answered by a pretend name service."""

from __future__ import annotations

import itertools
import socket
import ssl
import time
from collections.abc import Iterator

import pytest
import trustme

from lint.config import LinkSettings
from lint.links import checker, client
from lint.links.checker import check_links
from lint.site import LinkState, LinkStatus
from tests.lint.links.zoo import Zoo

pytestmark = pytest.mark.network

HOST = "clinic.org"
ADDRESSES = {
    HOST: "127.0.0.1",
    "127.0.0.1": "127.0.0.1",
    "münchen.clinic.org".encode("idna").decode(): "127.0.0.1",
    "inside.org": "10.0.0.7",
    "example.com": "93.184.215.14",
}


PATIENT = 20.0
"""Seconds to wait where no server is silent."""


async def names(host: str, port: int) -> list[str]:
    """A name service that knows a few names."""
    if host not in ADDRESSES:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")
    return [ADDRESSES[host]]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "BACKOFF", 0.001)


@pytest.fixture
def zoo() -> Iterator[Zoo]:
    with Zoo() as zoo:
        yield zoo


def settings(**changes) -> LinkSettings:
    given = {"timeout": PATIENT, "interval": 0.0, "private_hosts": tuple(ADDRESSES)[:3]}
    return LinkSettings(**given | changes)


def status(zoo: Zoo, path: str, **changes) -> LinkStatus:
    address = f"http://{HOST}:{zoo.port}/{path}"
    return check_links([address], settings(**changes), resolve=names)[address]


def verdict(zoo: Zoo, path: str, **changes) -> tuple[str, str]:
    found = status(zoo, path, **changes)
    return found.state.name, found.reason


WORKS = ("WORKS", "")
NONSENSE = ("UNKNOWN", f"{HOST} gave an answer that makes no sense")
SILENT = ("UNKNOWN", f"{HOST} took too long to answer")
AWAY = ("UNKNOWN", f"{HOST} could not be reached")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("fine", WORKS),
        ("status/204", WORKS),
        ("no-head/405", WORKS),
        ("no-head/501", WORKS),
        ("no-head/404", WORKS),
        ("no-head/500", WORKS),
        ("never-head", WORKS),
        ("busy", WORKS),
        ("reset-once", WORKS),
        ("limited/0", WORKS),
        ("limited/1", WORKS),
        ("unavailable/0", WORKS),
        ("unavailable/soon", WORKS),
        ("unavailable-until", WORKS),
        ("status/404", ("BROKEN", "404 Not Found")),
        ("status/410", ("BROKEN", "410 Gone")),
        ("status/401", ("UNKNOWN", f"{HOST} said 401 Unauthorized")),
        ("status/403", ("UNKNOWN", f"{HOST} said 403 Forbidden")),
        ("status/429", ("UNKNOWN", f"{HOST} said 429 Too Many Requests")),
        ("status/500", ("UNKNOWN", f"{HOST} said 500 Internal Server Error")),
        ("too-long/500", ("UNKNOWN", f"{HOST} said 500 Internal Server Error")),
        ("status/302", ("UNKNOWN", f"{HOST} said 302 Found")),
        ("status/999", ("UNKNOWN", f"{HOST} said 999")),
        ("unavailable/86400", ("UNKNOWN", f"{HOST} said 503 Service Unavailable")),
        ("limited/99999999999999999", ("UNKNOWN", f"{HOST} said 429 Too Many Requests")),
        ("never", SILENT),
        ("slow/0.01", WORKS),
        ("reset", AWAY),
        ("silent-end", AWAY),
        ("endless-headers", NONSENSE),
        ("drip-headers", SILENT),
        ("long-header", NONSENSE),
        ("no-http", NONSENSE),
        ("bad-header", NONSENSE),
        ("bad-length", NONSENSE),
        ("endless-body", WORKS),
        ("drip-body", WORKS),
        ("torn-chunk", WORKS),
        ("too-short", WORKS),
        ("too-long/404", ("BROKEN", "404 Not Found")),
        ("odd-bytes", WORKS),
        ("bomb", WORKS),
        ("circle/", ("BROKEN", "it redirects in a circle")),
        ("endless/", ("BROKEN", "it redirects more than 10 times")),
        ("cookie-circle", ("UNKNOWN", f"{HOST} redirects in a circle those who refuse cookies")),
        ("to/302//fine", WORKS),
        ("to/303/..%2F..%2Fnaps", ("BROKEN", "404 Not Found")),
        ("to/307/..%2F..%2Ffine", WORKS),
        ("to/302/%20%2Ffine%20", WORKS),
        ("to-bytes", WORKS),
        ("to/302//status/404", ("BROKEN", "404 Not Found")),
        ("to/302//to/301//fine", WORKS),
    ],
)
def test_an_answer_is_worth_what_it_proves(zoo: Zoo, path: str, expected: tuple[str, str]) -> None:
    patience = 0.4 if expected == SILENT else 2.0 if path == "never-head" else PATIENT
    assert verdict(zoo, path, timeout=patience) == expected


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("to/301//fine", "/fine"),
        ("to/308//fine", "/fine"),
        ("to/301//fine#noon", "/fine#noon"),
        ("to/301//to/308//fine", "/fine"),
        ("to/301//to/302//fine", "/to/302//fine"),
    ],
)
def test_a_page_that_moved_for_good_says_where_to(zoo: Zoo, path: str, target: str) -> None:
    address = f"http://{HOST}:{zoo.port}{target}"
    found = status(zoo, path)
    assert (found.state, found.reason, found.target) == (
        LinkState.MOVED,
        f"moved for good to {address}",
        address,
    )


def test_a_document_has_a_type_and_a_size(zoo: Zoo) -> None:
    assert status(zoo, "pdf") == LinkStatus(LinkState.WORKS, media_type="application/pdf", size=4)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("fine#naps", WORKS),
        ("fine#noon", WORKS),
        ("fine#tr%C3%A4ume", WORKS),
        ("fine#träume", WORKS),
        ("fine#top", WORKS),
        ("fine#:~:text=noon", WORKS),
        ("fine#", WORKS),
        ("fine#hidden", ("NO_ANCHOR", 'nothing on this page is called "hidden"')),
        ("fine#dusk", ("NO_ANCHOR", 'nothing on this page is called "dusk"')),
        ("to/302//fine#dusk", ("NO_ANCHOR", 'nothing on this page is called "dusk"')),
        ("to/301//fine#dusk", ("NO_ANCHOR", 'nothing on this page is called "dusk"')),
        ("to/302//fine%23naps#dusk", WORKS),
        ("pdf#page=2", WORKS),
        ("packed#noon", WORKS),
        ("packed#dusk", ("NO_ANCHOR", 'nothing on this page is called "dusk"')),
        ("packed-oddly/gzip#dusk", WORKS),
        ("packed-oddly/br#dusk", WORKS),
        ("endless-body#naps", WORKS),
        ("endless-body#dusk", WORKS),
        ("drip-body#dusk", WORKS),
        ("torn-chunk#noon", WORKS),
        ("torn-chunk#dusk", WORKS),
        ("too-short#dusk", WORKS),
        ("bomb#dusk", WORKS),
        ("status/404#dusk", ("BROKEN", "404 Not Found")),
    ],
)
def test_a_link_may_name_a_place_on_the_page(zoo: Zoo, path: str, expected) -> None:
    patience = 1.0 if path == "drip-body#dusk" else PATIENT  # Nobody waits for its end.
    assert verdict(zoo, path, timeout=patience) == expected


def test_a_page_is_asked_once_however_many_places_are_named(zoo: Zoo) -> None:
    page = f"http://{HOST}:{zoo.port}/fine"
    found = check_links(
        [page, f"{page}#naps", f"{page}#dusk", f"{page}#noon"],
        settings(),
        resolve=names,
    )
    assert [each.state.name for each in found.values()] == ["WORKS", "WORKS", "NO_ANCHOR", "WORKS"]
    assert zoo.asked == [("GET", "/fine")]


def test_redirects_to_private_addresses_are_not_followed(zoo: Zoo) -> None:
    with Zoo() as other:
        targets = {
            f"http://localhost:{other.port}/secret": f"port {other.port} is not one of the web's",
            "http://127.0.0.2/secret": "127.0.0.2 is not on the public internet",
            "http://inside.org/secret": "inside.org is not on the public internet",
            "http://[::1]/secret": "::1 is not on the public internet",
            "file:///etc/passwd": "it leads away from the web",
            "http://clinic.org@127.0.0.1/": "its address holds a user name",
            "http://:pass@127.0.0.1/": "its address holds a user name",
            "http://[::1": "its address is malformed",
        }
        literals = {"127.0.0.2": ["127.0.0.2"], "::1": ["::1"]}

        async def resolve(host: str, port: int) -> list[str]:
            return literals.get(host) or await names(host, port)

        links = {f"http://{HOST}:{zoo.port}/to/302/{target}": target for target in targets}
        found = check_links(links, settings(), resolve=resolve)
    assert {links[address]: each for address, each in found.items()} == {
        target: LinkStatus(LinkState.UNKNOWN, f"it was not asked: {reason}", asked=False)
        for target, reason in targets.items()
    }
    assert other.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "https://",
        "http://[::1",
        "https://user@clinic.org/",
        "http://x:99999/",
        "ftp://clinic.org/",
        "http://clinic.org:0/",
    ],
)
def test_malformed_addresses_are_not_asked(address: str) -> None:
    found = check_links([address], settings(), resolve=names)[address]
    assert (found.state, found.asked) == (LinkState.UNKNOWN, False)
    assert found.reason.startswith("it was not asked: ")


def test_private_addresses_are_not_asked(zoo: Zoo) -> None:
    addresses = [f"http://{HOST}:{zoo.port}/fine", "http://inside.org/"]
    found = check_links(addresses, settings(private_hosts=()), resolve=names)
    assert [(each.state, each.asked) for each in found.values()] == [(LinkState.UNKNOWN, False)] * 2
    assert zoo.asked == []


def test_no_connection_goes_where_the_guard_did_not_look(zoo: Zoo, monkeypatch) -> None:
    """A name that leads elsewhere between the look and the connection leads nowhere."""

    async def elsewhere(self, host: str, port: int = 0, family: int = 0):
        found = await resolve(self, host, port)
        return [each | {"host": "127.0.0.1"} for each in found]

    resolve = client._Resolver.resolve
    monkeypatch.setattr(client._Resolver, "resolve", elsewhere)
    monkeypatch.setitem(ADDRESSES, HOST, "127.0.0.3")
    assert verdict(zoo, "secret") == (
        "UNKNOWN",
        "it was not asked: 127.0.0.1 is not on the public internet",
    )
    assert zoo.asked == []


def test_an_address_in_other_letters_is_asked(zoo: Zoo) -> None:
    address = f"http://münchen.clinic.org:{zoo.port}/fine?q=ä b"
    found = check_links([address], settings(), resolve=names)[address]
    assert found.state is LinkState.WORKS
    assert zoo.asked == [("HEAD", "/fine?q=%C3%A4+b")]


def test_a_host_nobody_knows_is_broken_only_where_names_are_answered() -> None:
    async def silent(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    async def unsure(host: str, port: int) -> list[str]:
        if host == "nowhere.invalid":
            raise socket.gaierror(socket.EAI_AGAIN, "later")
        return await names(host, port)

    address = "https://nowhere.invalid/"
    expected = {
        names: LinkStatus(LinkState.BROKEN, "there is no host called nowhere.invalid"),
        silent: LinkStatus(LinkState.UNKNOWN, "there is no network here", asked=False),
        unsure: LinkStatus(LinkState.UNKNOWN, "the address of nowhere.invalid could not be found"),
    }
    assert {
        resolve: check_links([address], settings(), resolve=resolve)[address]
        for resolve in expected
    } == expected


def test_a_certificate_must_be_valid(monkeypatch) -> None:
    authority = trustme.CA()
    served = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(HOST).configure_cert(served)
    with Zoo(served) as zoo:
        address = f"https://{HOST}:{zoo.port}/fine"
        found = check_links([address], settings(), resolve=names)[address]
        assert found.state is LinkState.DOUBTFUL
        assert found.reason.startswith(f"the certificate of {HOST} is not valid (")
        trust = ssl.create_default_context()
        authority.configure_trust(trust)
        monkeypatch.setattr(client, "_trust", lambda: trust)
        other = f"https://127.0.0.1:{zoo.port}/fine"
        found = check_links([address, other], settings(), resolve=names)
        assert [each.state.name for each in found.values()] == ["WORKS", "DOUBTFUL"]
        assert {path for _, path in zoo.asked} == {"/fine"}


def test_a_server_without_tls_has_no_certificate_to_be_invalid(zoo: Zoo) -> None:
    address = f"https://{HOST}:{zoo.port}/fine"
    found = check_links([address], settings(timeout=0.4), resolve=names)[address]
    assert (found.state.name, found.reason) == SILENT


def test_a_host_that_never_answers_is_given_up_after_three_requests(zoo: Zoo) -> None:
    addresses = [f"http://{HOST}:{zoo.port}/never/{page}" for page in range(20)]
    found = check_links(addresses, settings(timeout=0.1, per_host=5), resolve=names)
    assert {each.state for each in found.values()} == {LinkState.UNKNOWN}
    assert len(zoo.asked) == 3


def test_a_host_that_answers_elsewhere_is_not_given_up(zoo: Zoo) -> None:
    pages = ["never/1", "fine", "never/2", "status/404", "never/3", "never/4", "fine#dusk"]
    addresses = [f"http://{HOST}:{zoo.port}/{page}" for page in pages]
    found = check_links(addresses, settings(timeout=0.1), resolve=names)
    assert [each.state.name for each in found.values()] == [
        *("UNKNOWN", "WORKS", "UNKNOWN", "BROKEN", "UNKNOWN", "UNKNOWN", "NO_ANCHOR")
    ]


def test_a_status_may_be_accepted(zoo: Zoo) -> None:
    assert status(zoo, "status/403", accept=(403,)).state is LinkState.WORKS
    assert zoo.asked == [("HEAD", "/status/403")]


def test_what_has_to_wait_too_long_is_not_checked(zoo: Zoo) -> None:
    found = status(zoo, "never", timeout=5.0, total=0.1)
    assert found == LinkStatus(
        LinkState.UNKNOWN, "the time for checking links was over", asked=False
    )


@pytest.mark.parametrize(
    ("retries", "expected"), [(0, ("UNKNOWN", f"{HOST} said 503 Service Unavailable")), (2, WORKS)]
)
def test_failed_requests_are_repeated_as_often_as_asked(zoo: Zoo, retries, expected) -> None:
    assert verdict(zoo, "busy", retries=retries) == expected


def test_a_host_is_asked_once_in_a_while_however_many_links_lead_to_it(monkeypatch) -> None:
    times = []
    ask = client.Client.ask

    async def noted(self, *arguments, **options):
        times.append(time.monotonic())
        return await ask(self, *arguments, **options)

    monkeypatch.setattr(client.Client, "ask", noted)
    with Zoo() as zoo:
        addresses = [f"http://{HOST}:{zoo.port}/status/{page}" for page in range(200, 204)]
        check_links(addresses, settings(interval=0.1), resolve=names)
    assert len(times) == 4
    assert all(later - earlier > 0.09 for earlier, later in itertools.pairwise(sorted(times)))


def test_answers_are_told_as_they_come(zoo: Zoo) -> None:
    told = {}
    addresses = [f"http://{HOST}:{zoo.port}/{path}" for path in ("fine", "status/404", "fine#x")]
    found = check_links(addresses, settings(), resolve=names, told=told.__setitem__)
    assert found == told


def test_a_proxy_is_used_only_where_it_is_asked_for(zoo: Zoo, monkeypatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://user:word@127.0.0.1:{zoo.port}")
    monkeypatch.setitem(ADDRESSES, "far.org", "10.0.0.8")
    address = "http://far.org/status/404"
    for proxy, expected in ((False, []), (True, [("HEAD", address), ("GET", address)])):
        check_links([address], settings(proxy=proxy), resolve=names)
        assert zoo.asked == expected


PLAIN = "http://clinic.org/naps"


@pytest.mark.parametrize(
    ("answers", "secure"),
    [
        ({"https://clinic.org/naps": client.Answer(200)}, "https://clinic.org/naps"),
        ({"https://clinic.org/naps": client.Answer(404)}, ""),
        ({"https://clinic.org/naps": client.BadReplyError("could not be reached")}, ""),
        ({"https://clinic.org/naps": client.CertificateError("expired")}, ""),
        ({"https://clinic.org/naps": client.NoReplyError()}, ""),
        (
            {
                PLAIN: client.Answer(302, "https://clinic.org/en/naps"),
                "https://clinic.org/en/naps": client.Answer(200),
            },
            "https://clinic.org/naps",
        ),
    ],
)
def test_a_page_that_is_there_by_https_as_well_is_known(monkeypatch, answers, secure: str) -> None:
    async def ask(self, method, url, wanted=(), *, alone=False):
        found = ({PLAIN: client.Answer(200)} | answers)[str(url)]
        if isinstance(found, Exception):
            raise found
        return found

    monkeypatch.setattr(client.Client, "ask", ask)
    addresses = [PLAIN, f"{PLAIN}#noon"]
    assert check_links(addresses, settings(), resolve=names) == {
        PLAIN: LinkStatus(LinkState.WORKS, secure=secure),
        f"{PLAIN}#noon": LinkStatus(LinkState.WORKS, secure=secure and f"{secure}#noon"),
    }
