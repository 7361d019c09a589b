import subprocess
import sys

import pytest

from lint.links.cache import remember, remembered
from lint.site import LinkState, LinkStatus

WORKS = LinkStatus(LinkState.WORKS)
BROKEN = LinkStatus(LinkState.BROKEN, "404 Not Found")
BUSY = LinkStatus(LinkState.UNKNOWN, "c.org said 503 Service Unavailable")
MOVED = LinkStatus(LinkState.MOVED, "moved for good to https://e.org/", "https://e.org/")
FILE = LinkStatus(
    LinkState.WORKS, secure="https://f.org/", media_type="application/pdf", size=2**40
)
UNASKED = LinkStatus(LinkState.UNKNOWN, "there is no network here", asked=False)
ALL = {
    "https://a.org/": WORKS,
    "https://b.org/": BROKEN,
    "https://c.org/": BUSY,
    "https://d.org/": MOVED,
    "http://f.org/": FILE,
    "https://g.org/": UNASKED,
}
HOUR = 3600


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (0, "abcdf"),
        (0.5, "abdf"),
        (2, "adf"),
        (25, ""),
        (-1, ""),
    ],
)
def test_an_answer_counts_for_a_while(tmp_path, hours: float, expected: str) -> None:
    file = tmp_path / "new" / "links.sqlite3"
    remember(file, ALL, now=1_000_000)
    assert remembered(file, ALL, now=1_000_000 + hours * HOUR) == {
        address: status
        for address, status in ALL.items()
        if address.partition("//")[2][0] in expected
    }


def test_only_what_was_asked_for_is_remembered(tmp_path) -> None:
    remember(tmp_path / "links.sqlite3", ALL, now=0)
    assert remembered(tmp_path / "links.sqlite3", ["https://b.org/"], now=1) == {
        "https://b.org/": BROKEN
    }


def test_what_counts_as_working_belongs_to_the_answer(tmp_path) -> None:
    file = tmp_path / "links.sqlite3"
    remember(file, {"https://a.org/": WORKS}, accept=[403, 401], now=0)
    assert remembered(file, ALL, now=1) == {}
    assert remembered(file, ALL, accept=[401, 403], now=1) == {"https://a.org/": WORKS}


def test_many_links_are_remembered_and_old_answers_are_replaced(tmp_path) -> None:
    file = tmp_path / "links.sqlite3"
    many = {f"https://a.org/{number}": WORKS for number in range(2000)}
    remember(file, many, now=0)
    remember(file, {"https://a.org/7": BROKEN}, now=1)
    assert remembered(file, many, now=2) == many | {"https://a.org/7": BROKEN}


def test_two_processes_may_write_at_once(tmp_path) -> None:
    file = tmp_path / "links.sqlite3"
    code = (
        "import sys, pathlib\n"
        "from lint.links.cache import remember\n"
        "from lint.site import LinkState, LinkStatus\n"
        "for number in range(20):\n"
        "    each = f'https://{sys.argv[2]}.org/{number}'\n"
        "    remember(pathlib.Path(sys.argv[1]), {each: LinkStatus(LinkState.WORKS)})\n"
    )
    both = [subprocess.Popen([sys.executable, "-c", code, str(file), name]) for name in ("a", "b")]
    assert [each.wait() for each in both] == [0, 0]
    expected = [f"https://{name}.org/{number}" for name in ("a", "b") for number in range(20)]
    assert sorted(remembered(file, expected)) == sorted(expected)


@pytest.mark.parametrize("damage", ["", "[]", "SQLite format 3\x00" * 300, "\x00" * 5000])
def test_a_damaged_file_is_no_file(tmp_path, damage: str) -> None:
    file = tmp_path / "links.sqlite3"
    file.write_text(damage)
    assert remembered(file, ALL) == {}
    remember(file, {"https://a.org/": WORKS}, now=0)
    assert remembered(file, ALL, now=1) == {"https://a.org/": WORKS}


def test_a_file_that_cannot_be_written_is_none(tmp_path) -> None:
    (tmp_path / "file").write_text("")
    remember(tmp_path / "file" / "links.sqlite3", ALL)
    assert remembered(tmp_path / "file" / "links.sqlite3", ALL) == {}
