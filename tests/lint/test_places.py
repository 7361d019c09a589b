from __future__ import annotations

from pathlib import Path

import pytest

from lint import judging, places
from lint.cache import Cache
from lint.config import Config
from lint.inputs import Input
from lint.judging import Judge
from lint.readers import html, markdown
from lint.site import ReferenceState
from lint.verdicts import verdicts


@pytest.mark.parametrize(
    ("text", "name", "is_there"),
    [
        ("## Tea & coffee", "tea--coffee", True),
        ("## Tea & coffee", "tea-coffee", True),
        ("## Tea & coffee", "coffee", False),
        ("## Naps\n\n## Naps", "naps-1", True),
        ("## Naps at ten", "naps-1", False),
        ("## Naps {#noon .small}", "noon", True),
        ("## Naps {#noon .small}", "naps", True),
        ("## Naps {#noon .small}", "small", False),
        ("## Été", "%C3%A9t%C3%A9", True),
        ("No heading.", "top", True),
    ],
)
def test_a_place_has_the_name_that_most_sites_give_it(text: str, name: str, is_there: bool) -> None:
    assert places.has(markdown.read(text, "a.md"), name) is is_there


def test_an_id_is_taken_as_it_stands() -> None:
    document = html.read('<h2 id="What.Helps">Naps</h2>', "a.html")
    assert places.has(document, "what.helps")
    assert not places.has(document, "what-helps")


def state(path: Path, name: str = "") -> ReferenceState:
    places.forget()
    return places.in_file(path, name)


def test_a_file_is_there_with_its_places(tmp_path: Path) -> None:
    (tmp_path / "naps.md").write_text("# Naps\n\n## At noon\n\nRest.")
    assert state(tmp_path / "naps.md") is ReferenceState.LIVE
    assert state(tmp_path / "naps.md", "at-noon") is ReferenceState.LIVE
    assert state(tmp_path / "naps.md", "at-ten") is ReferenceState.NO_SUCH_PLACE
    assert state(tmp_path / "sleep.md") is ReferenceState.MISSING


def test_a_web_page_may_still_have_to_be_made(tmp_path: Path) -> None:
    (tmp_path / "naps.md").write_text("# Naps\n\n## At noon\n\nRest.")
    assert state(tmp_path / "naps.html", "at-noon") is ReferenceState.LIVE
    assert state(tmp_path / "sleep.html") is ReferenceState.MISSING


def test_a_file_that_cannot_be_read_is_no_dead_end(tmp_path: Path) -> None:
    (tmp_path / "naps.md").write_bytes(b"\xff\xfe\x00\xd8" * 9)
    assert state(tmp_path / "naps.md", "at-noon") is ReferenceState.LIVE


def messages(path: Path) -> list[str]:
    judging.forget()
    report = Judge(Config()).report(Input(str(path), "markdown", path))
    assert report is not None
    return [
        finding.message
        for finding in report.findings
        if finding.rule == "broken-internal-reference"
    ]


def test_links_to_files_beside_it_are_followed(tmp_path: Path) -> None:
    (tmp_path / "sleep").mkdir()
    page = tmp_path / "sleep" / "page.md"
    page.write_text(
        "See [naps](../at%20noon.md#when), [tea](../tea.md), [both](../at%20noon.md#tea),"
        " [a site](naps/), [a film](naps.mp4) and [mail](mailto:a.md)."
    )
    (tmp_path / "at noon.md").write_text("## When\n\nAt noon.")
    assert messages(page) == [
        "The file (../tea.md) is missing.",
        "The file (../at%20noon.md#tea) is there, but not the place in it.",
    ]


def test_a_verdict_is_given_anew_when_a_file_it_links_to_comes(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("See [naps](<at noon.md#when>).")
    source = Input(str(page), "markdown", page)

    def errors() -> int:
        judging.forget()
        with Cache(tmp_path / "cache") as memory:
            (verdict,) = verdicts(Judge(Config()), [source], 1, [], reports=True, memory=memory)
        assert verdict.report is not None
        return sum(f.rule == "broken-internal-reference" for f in verdict.report.findings)

    assert errors() == 1
    (tmp_path / "at noon.md").write_text("## Then\n\nAt noon.")
    assert errors() == 1
    (tmp_path / "at noon.md").write_text("## When\n\nAt twelve.")
    assert errors() == 0
