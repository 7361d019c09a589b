"""Reading a CMS: what it is asked, what it may answer, and where the token never goes."""

from __future__ import annotations

import json
import ssl
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import trustme

from lint import remote
from lint.inputs import Input, Missing
from lint.remote import Access, AddressError
from tests.lint.pretended_cms import PAGES, TOKEN, Answer, Cms, listing, page, says, serving

pytestmark = pytest.mark.network

EVERYTHING = Access()
PROBLEM = {"Content-Type": "application/problem+json"}


def gathered(
    address: str, folder: Path | None = None, access: Access = EVERYTHING
) -> list[tuple[str, str]]:
    """The names of what was found, each with its version or problem."""
    return [
        (each.name, each.problem.message)
        if isinstance(each, Missing)
        else (each.name, json.loads(each.data)["content"]["version"])
        for each in remote.gather([address], access, folder)
    ]


@pytest.mark.parametrize(
    ("live", "drafts", "found"),
    [
        (True, True, ["/a/", "/b/", "/b/?version=draft", "/c/?version=draft"]),
        (True, False, ["/a/", "/b/"]),
        (False, True, ["/b/?version=draft", "/c/?version=draft"]),
    ],
)
def test_versions_by_path(live: bool, drafts: bool, found: list[str]) -> None:
    with serving(Cms(PAGES)) as server:
        names = gathered(f"{server.origin}/", None, Access(TOKEN, live, drafts))
        versions = [
            (f"{server.origin}{name}", "draft" if "?" in name else "live") for name in found
        ]
        assert names == versions
        assert server.tokens == {f"Bearer {TOKEN}"}


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    cms = Cms([page(1, "/a/"), page(2, "/b/"), page(3, "/c/")])
    with serving(cms) as server:
        address = f"{server.origin}/"

        def asked(access: Access = EVERYTHING) -> list[str]:
            server.asked.clear()
            gathered(address, tmp_path / "remote", access)
            return [
                parse_qs(urlsplit(each).query)["path"][0]
                for each in server.asked
                if "contents" in each
            ]

        assert sorted(asked()) == ["/a/", "/b/", "/c/"]
        assert asked() == []
        cms.pages = [page(1, "/a/"), page(2, "/b/", changed="T2"), page(4, "/d/", changed="T2")]
        cms.deleted = (3,)
        assert sorted(asked()) == ["/b/", "/d/"]
        assert "since=T1" in server.asked[0]
        assert [name for name, _ in gathered(address, tmp_path / "remote")] == [
            f"{server.origin}{path}" for path in ("/a/", "/b/", "/d/")
        ]
        cms.shared = "other"
        assert sorted(asked()) == ["/a/", "/b/", "/d/"]
        assert sorted(asked(Access(TOKEN))) == ["/a/", "/b/", "/d/"]
    assert (tmp_path / "remote").stat().st_mode & 0o077 == 0
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not any(TOKEN.encode() in data for data in files)


def test_a_listing_in_parts() -> None:
    def answers(path: str, query: dict[str, str]) -> Answer:
        if "contents" in path:
            return says({"content": {"version": "live"}})
        after = int(query["after"])
        return listing(page(after + 1, f"/{after}/"), next_after=after + 1 if after < 2 else None)

    with serving(answers) as server:
        names = [name for name, _ in gathered(f"{server.origin}/")]
    assert names == [f"{server.origin}/{number}/" for number in range(3)]


def problem(kind: str, status: int) -> Answer:
    return status, PROBLEM, json.dumps({"type": f"/problems/{kind}", "detail": "x"}).encode()


@pytest.mark.parametrize(
    ("answer", "token", "said"),
    [
        (problem("token-needed", 401), TOKEN, "{} does not know this token (401)."),
        (problem("x", 401), "", "{} asks for a token (401): --token or CONTENTLINT_TOKEN."),
        (problem("x", 403), TOKEN, "{} does not allow this (403)."),
        (problem("page-not-found", 404), "", "There is no page at /a/ that the public may see."),
        (
            problem("page-not-found", 404),
            TOKEN,
            "There is no page at /a/ that this token's user may see.",
        ),
        (
            problem("no-such-endpoint", 404),
            "",
            "{} has no /api/content/v1/changes/: its version is older than this contentlint.",
        ),
        ((404, {}, b"<h1>no"), "", "There is no CMS that contentlint knows at {} (404)."),
        ((200, {}, b"<h1>hello"), "", "There is no CMS that contentlint knows at {} (200)."),
        ((500, {}, b""), "", "{} broke down (500)."),
        (says([]), "", "{} answers in a way that this version does not understand."),
        (says({"pages": 1}), "", "{} answers in a way that this version does not understand."),
        (
            listing(page(1, "//evil\n")),
            "",
            "{} answers in a way that this version does not understand.",
        ),
        (listing(), "", "There is nothing to check at this address."),
        (
            (302, {"Location": "https://elsewhere.example/x"}, b""),
            TOKEN,
            "{} redirects to https://elsewhere.example; name the address there.",
        ),
        ((302, {}, b""), "", "{} redirects elsewhere; name the address there."),
        (
            (200, {"Content-Type": "application/json"}, b"[" + b" " * 10_000_001),
            "",
            "The answer is larger than 10 MB, the limit.",
        ),
    ],
)
def test_an_answer_that_does_not_help_is_one_line(answer: Answer, token: str, said: str) -> None:
    with serving(lambda path, query: answer) as server:
        address = f"{server.origin}/a/"
        assert gathered(address, None, Access(token)) == [(address, said.format(server.origin))]


def test_pages_that_fail_and_pages_that_went_away() -> None:
    def answers(path: str, query: dict[str, str]) -> Answer:
        if "changes" in path:
            return listing(*(page(number, f"/{number}/") for number in (1, 2, 3)))
        if query["path"] == "/1/":
            return problem("page-not-found", 404)
        if query["path"] == "/2/":
            return 500, {}, b""
        return says({"content": {"version": "live"}})

    with serving(answers) as server:
        assert gathered(f"{server.origin}/") == [
            (f"{server.origin}/2/", f"{server.origin} broke down (500)."),
            (f"{server.origin}/3/", "live"),
        ]


def test_the_token_stays_where_it_was_sent() -> None:
    with serving(Cms(PAGES)) as other:

        def elsewhere(path: str, query: dict[str, str]) -> Answer:
            return 307, {"Location": f"{other.origin}{path}?path=/&after=0"}, b""

        with serving(elsewhere) as server:
            [(_, said)] = gathered(f"{server.origin}/", None, Access(TOKEN))
    assert said == f"{server.origin} redirects to {other.origin}; name the address there."
    assert other.asked == []


def test_a_redirect_to_the_same_site_is_followed() -> None:
    cms = Cms(PAGES[1:2])

    def answers(path: str, query: dict[str, str]) -> Answer:
        if "moved" not in query:
            moved = "&".join(f"{key}={value}" for key, value in query.items())
            return 308, {"Location": f"{path}?{moved}&moved=1"}, b""
        return cms(path, query)

    with serving(answers) as server:
        assert gathered(f"{server.origin}/") == [(f"{server.origin}/a/", "live")]


def test_a_busy_server_is_asked_again() -> None:
    cms = Cms(PAGES[1:2])
    busy = iter([True, True])

    def answers(path: str, query: dict[str, str]) -> Answer:
        return (503, {"Retry-After": "0"}, b"") if next(busy, False) else cms(path, query)

    with serving(answers) as server:
        assert gathered(f"{server.origin}/") == [(f"{server.origin}/a/", "live")]


def test_a_certificate_that_nobody_vouches_for() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with serving(Cms(PAGES), context) as server:
        [(_, said)] = gathered(f"{server.origin}/", None, Access(TOKEN))
        assert said.startswith(f"The certificate of {server.origin} is not valid: ")
        assert server.asked == []


def test_nobody_there() -> None:
    with serving(Cms(PAGES)) as server:
        origin = server.origin
    assert gathered(f"{origin}/") == [(f"{origin}/", f"{origin} could not be reached.")]


@pytest.mark.parametrize(
    ("addresses", "token", "said"),
    [
        (["http://cms.example.org/"], TOKEN, "is not encrypted; use https, or --insecure-http"),
        (["http://cms.example.org/"], "", "is not encrypted"),
        (["https://"], "", "An address looks like"),
        (["https://cms.example.org:x/"], "", "An address looks like"),
        (["https://[::1/"], "", "An address looks like"),
        (["https://a:outline@cms.example.org:x/"], "", "An address looks like"),
        (["https://a:b@cms.example.org/"], "", "Leave user name and password out"),
        (["https://cms.example.org/?a=1"], "", "without ? and #"),
        (["https://cms.example.org/"], "two words", "The token holds characters"),
        (["https://cms.example.org/"], "line\nbreak", "The token holds characters"),
        (["https://a.example/", "https://b.example/"], TOKEN, "A token is for one site"),
    ],
)
def test_what_is_refused_before_anything_is_sent(addresses, token: str, said: str) -> None:
    with pytest.raises(AddressError) as refused:
        list(remote.gather(addresses, Access(token), None))
    assert said in str(refused.value)
    assert "line" not in str(refused.value)


def test_a_token_is_in_no_representation() -> None:
    assert TOKEN not in repr(Access(TOKEN))


def test_two_addresses_that_overlap_give_each_page_once() -> None:
    with serving(Cms(PAGES[1:2])) as server:
        found = list(remote.gather([f"{server.origin}/", f"{server.origin}/a/"], Access(), None))
    assert [each.name for each in found if isinstance(each, Input)] == [f"{server.origin}/a/"]


def test_a_list_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "_ANSWERS", 3)

    def answers(path: str, query: dict[str, str]) -> Answer:
        return listing(next_after=int(query["after"]) + 1)

    with serving(answers) as server:
        found = gathered(f"{server.origin}/")
        assert found == [(f"{server.origin}/", "Its list of pages does not end.")]
        assert len(server.asked) == 3
