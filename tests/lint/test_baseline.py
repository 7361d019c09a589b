"""What a project wrote down as old stays old, and nothing else does."""

import json
from pathlib import Path

import pytest

from lint import engine, readers
from lint.baseline import Baseline, BaselineError, Entry, Stale
from lint.config import Config
from lint.engine import Report
from lint.rule import BASELINED

CONFIG = Config(select=("heading-structure", "missing-alt", "vague-link-text"))
PAGE = "# Naps\n\n### At noon\n\n![](owl.png)\n\nTo read on, [click here](https://a.org/b)."


def report(source: str, name: str = "site/a.md", config: Config = CONFIG) -> Report:
    return engine.check(readers.read_text(name, source), config=config)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the baseline is; the pages stand beside it in site/."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.md").touch()
    return tmp_path / "old.json"


def new(baseline: Baseline, source: str, config: Config = CONFIG) -> list[tuple[str, str]]:
    """Rule and words of what still counts."""
    (marked,), _ = baseline.mark([report(source, config=config)], config)
    return [(each.rule, each.quote) for each in marked.findings if each.suppressed is None]


def test_what_is_written_is_read(file: Path) -> None:
    made = Baseline.of(file, [report(PAGE, "site/b.md"), report(PAGE), report("Rest.", "c.md")])
    file.write_text(made.text())
    read = Baseline.read(file)
    assert (read, read.text(), list(read.files)) == (
        made,
        file.read_text(),
        [
            "site/a.md",
            "site/b.md",
        ],
    )
    entries = json.loads(file.read_text())["files"]["site/a.md"]
    assert [(each["rule"], each["words"], each["count"]) for each in entries] == [
        ("heading-structure", "At noon", 1),
        ("missing-alt", entries[1]["words"], 1),
        ("vague-link-text", "click here", 1),
    ]


def test_files_are_the_same_from_wherever_they_are_checked(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Baseline.of(file, [report(PAGE)])
    monkeypatch.chdir(file.parent / "site")
    (marked,), stale = made.mark([report(PAGE, "a.md")], CONFIG)
    assert ({each.suppressed for each in marked.findings}, stale) == ({BASELINED}, [])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (PAGE, []),
        (f"Words before.\n\n{PAGE}\n\nWords after.", []),
        (PAGE.replace("\n\n### At noon", "").replace("# Naps", "# Naps\n\n###   At  NOON"), []),
        (
            f"{PAGE}\n\n## Nights\n\n#### At noon\n\n#### In bed",
            [("heading-structure", "At noon")],
        ),
        (PAGE.replace("To read on", "For more"), [("vague-link-text", "click here")]),
        (PAGE.replace("click here", "here"), [("vague-link-text", "here")]),
        (f"{PAGE}\n\n![](cat.png)", [("missing-alt", "")]),
    ],
)
def test_old_words_may_move_and_new_ones_count(file: Path, source: str, expected: object) -> None:
    assert new(Baseline.of(file, [report(PAGE)]), source) == expected


def test_what_is_measured_is_old_until_it_gets_worse(file: Path) -> None:
    config = Config(select=("missing-review-dates",))
    none, one = "---\ntitle: Naps\n---\n\nRest.", "---\nlast_reviewed: 2026-10-01\n---\n\nRest."
    both_old = Baseline.of(file, [report(none, config=config)])
    one_old = Baseline.of(file, [report(one, config=config)])
    assert (new(both_old, none, config), new(both_old, one, config)) == ([], [])
    assert new(one_old, one, config) == []
    assert new(one_old, none, config) == [("missing-review-dates", "")]


def test_what_is_accepted_otherwise_is_not_written_down(file: Path) -> None:
    accepted = PAGE.replace(
        "### At", "<!-- contentlint: ignore heading-structure: as printed -->\n### At"
    )
    made = Baseline.of(file, [report(accepted)])
    assert [each.rule for each in made.files["site/a.md"]] == ["missing-alt", "vague-link-text"]


def test_entries_that_match_nothing_are_stale_and_can_go(file: Path) -> None:
    (file.parent / "gone.md").touch()
    made = Baseline.of(file, [report(PAGE), report(PAGE, "gone.md")])
    (file.parent / "gone.md").unlink()
    better = PAGE.replace("click here", "read how to nap").replace("![](owl.png)", "")
    _, stale = made.mark([report(better)], CONFIG)
    assert [(each.file, each.entry.rule, each.count) for each in stale] == [
        ("site/a.md", "missing-alt", 1),
        ("site/a.md", "vague-link-text", 1),
        ("gone.md", "heading-structure", 1),
        ("gone.md", "missing-alt", 1),
        ("gone.md", "vague-link-text", 1),
    ]
    left = made.without(stale)
    assert {name: [each.rule for each in entries] for name, entries in left.files.items()} == {
        "site/a.md": ["heading-structure"]
    }


def test_one_of_two_alike_may_go(file: Path) -> None:
    made = Baseline.of(file, [report(f"{PAGE}\n\n![](cat.png)")])
    _, stale = made.mark([report(PAGE)], CONFIG)
    (entry,) = (each for each in made.files["site/a.md"] if each.rule == "missing-alt")
    assert (entry.count, stale) == (2, [Stale("site/a.md", entry, 1)])
    assert made.without(stale) == Baseline.of(file, [report(PAGE)])


def test_who_did_not_judge_cannot_tell_what_is_stale(file: Path) -> None:
    made = Baseline.of(file, [report(PAGE)])
    narrow = Config(select=("heading-structure",))
    assert made.mark([report(PAGE, config=narrow)], narrow)[1] == []
    assert made.mark([], CONFIG)[1] == []
    assert made.mark([report("")], CONFIG)[1] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "could not be read (No such file or directory)."),
        ("{", "this is no baseline."),
        ("[]", "this is no baseline."),
        ('{"version": 1, "files": {"a.md": [{"rule": "x"}]}}', "this is no baseline."),
        (
            '{"version": 1, "files": {"a.md": [{"rule": "x", "words": "", "key": "",'
            ' "count": Infinity}]}}',
            "this is no baseline.",
        ),
        ('{"version": 2}', "it is a baseline of another version of contentlint."),
    ],
)
def test_what_is_no_baseline_is_named(file: Path, text: str | None, said: str) -> None:
    if text is not None:
        file.write_text(text)
    with pytest.raises(BaselineError) as error:
        Baseline.read(file)
    assert str(error.value).startswith(str(file))
    assert str(error.value).endswith(said)


@pytest.mark.parametrize("name", ["a" * 5000, "http://["])
def test_a_name_that_no_file_has_is_gone(file: Path, name: str) -> None:
    entry = Entry("missing-alt", "", "key")
    assert Baseline(file, {name: (entry,)}).mark([], CONFIG)[1] == [Stale(name, entry, 1)]
