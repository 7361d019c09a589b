import pytest

from lint.links.cache import remember, remembered
from lint.site import LinkState, LinkStatus

WORKS = LinkStatus(LinkState.WORKS)
BROKEN = LinkStatus(LinkState.BROKEN, "404 Not Found")
BUSY = LinkStatus(LinkState.UNKNOWN, "the server said 503 Service Unavailable")
ALL = {"https://a.org/": WORKS, "https://b.org/": BROKEN, "https://c.org/": BUSY}
HOUR = 3600


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (0, {"https://a.org/": WORKS, "https://b.org/": BROKEN}),
        (2, {"https://a.org/": WORKS}),
        (25, {}),
        (-1, {}),
    ],
)
def test_an_answer_counts_for_a_while(tmp_path, hours: int, expected: dict) -> None:
    file = tmp_path / "new" / "links.json"
    remember(file, ALL, now=1_000_000)
    assert remembered(file, ALL, now=1_000_000 + hours * HOUR) == expected


def test_only_what_was_asked_for_is_remembered(tmp_path) -> None:
    remember(tmp_path / "links.json", ALL, now=0)
    assert remembered(tmp_path / "links.json", ["https://b.org/"], now=1) == {
        "https://b.org/": BROKEN
    }


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"version": 1, "links": {"x": 3}}', "\x00"])
def test_a_damaged_file_is_no_file(tmp_path, damage: str) -> None:
    file = tmp_path / "links.json"
    file.write_text(damage)
    assert remembered(file, ALL) == {}
    remember(file, {"https://a.org/": WORKS}, now=0)
    assert remembered(file, ALL, now=1) == {"https://a.org/": WORKS}


def test_a_file_that_cannot_be_written_is_none(tmp_path) -> None:
    (tmp_path / "file").write_text("")
    remember(tmp_path / "file" / "links.json", ALL)
    assert remembered(tmp_path / "file" / "links.json", ALL) == {}
