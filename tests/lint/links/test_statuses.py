from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lint.config import LinkSettings
from lint.links import checker
from lint.links.statuses import statuses_of
from lint.site import LinkState, LinkStatus

NAPS = "https://riverside.org/naps"
DREAMS = "https://riverside.org/dreams#night"
STAFF = "https://staff.riverside.org/"
EVERY = [NAPS, DREAMS, STAFF]
WORKS = LinkStatus(LinkState.WORKS)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were asked; all of them work."""
    asked: list[str] = []

    def check_links(addresses, settings, *, told):
        for address in addresses:
            asked.append(address)
            told(address, WORKS)
        return dict.fromkeys(addresses, WORKS)

    monkeypatch.setattr(checker, "check_links", check_links)
    return asked


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (LinkSettings(), EVERY),
        (LinkSettings(exclude=("https://staff.*",)), [NAPS, DREAMS]),
        (LinkSettings(exclude=("https://riverside.org",)), EVERY),
        (LinkSettings(include=("*/naps", "*#night")), [NAPS, DREAMS]),
        (LinkSettings(include=("*riverside.org/*",), exclude=("*naps*",)), [DREAMS, STAFF]),
    ],
)
def test_the_configuration_says_which_links_are_asked(asked, settings, expected) -> None:
    found = statuses_of(EVERY, settings, None)
    assert asked == expected
    left_out = LinkStatus(LinkState.UNKNOWN, "the configuration leaves it out", asked=False)
    assert found == {each: WORKS if each in expected else left_out for each in EVERY}


def test_what_is_remembered_is_not_asked_again(asked, tmp_path: Path) -> None:
    file = tmp_path / "links.sqlite3"
    done = []
    statuses_of([NAPS], LinkSettings(), file)
    found = statuses_of(EVERY, LinkSettings(), file, lambda *counts: done.append(counts))
    assert asked == EVERY
    assert done == [(1, 2), (2, 2)]
    assert found == dict.fromkeys(EVERY, WORKS)


def test_whoever_interrupts_loses_no_answer(monkeypatch, tmp_path: Path) -> None:
    def interrupted(addresses, settings, *, told):
        told(NAPS, WORKS)
        raise KeyboardInterrupt

    monkeypatch.setattr(checker, "check_links", interrupted)
    file = tmp_path / "links.sqlite3"
    with pytest.raises(KeyboardInterrupt):
        statuses_of(EVERY, LinkSettings(), file)
    assert statuses_of([NAPS], LinkSettings(), file) == {NAPS: WORKS}


def test_what_is_known_needs_no_client() -> None:
    code = (
        "import sys\n"
        "from lint.config import LinkSettings\n"
        "from lint.links.statuses import statuses_of\n"
        "statuses_of(['https://a.org/'], LinkSettings(exclude=('*',)), None)\n"
        "print(sorted({'aiohttp', 'asyncio', 'yarl'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
