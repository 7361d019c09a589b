import os
import stat
import subprocess
import zipfile
from pathlib import Path

import pytest

from lint import cli
from lint.cli import fixing
from lint.judging import Judge
from lint.links import checker
from lint.site import LinkState, LinkStatus
from tests.lint.cli.runs import GOVERNED, write

BEFORE = GOVERNED + "Call 988. Rest prior to sleep.\n"
SAFE = GOVERNED + "Call [988](tel:988). Rest prior to sleep.\n"
AFTER = GOVERNED + "Call [988](tel:988). Rest before sleep.\n"
CHANGED = "changed {} in {} (crisis-number-not-tappable 1).\n"


@pytest.fixture
def fix(run):
    def fixing(*options: str):
        return run("check", "--offline", "--fix", "--no-cache", *options)

    return fixing


def test_safe_fixes_are_made_and_what_is_left_is_reported(fix) -> None:
    write(a_md=BEFORE, b_md=GOVERNED + "Rest.")
    outcome = fix("a.md", "b.md", "--select", "crisis-number-not-tappable,complex-word")
    assert (outcome.status, outcome.err) == (
        cli.Exit.CLEAN,
        "contentlint: " + CHANGED.format("1 place", "1 file"),
    )
    assert Path("a.md").read_text() == SAFE
    assert "prior to" in outcome.out
    assert "988" not in outcome.out


def test_unsafe_fixes_are_made_where_they_are_asked_for(fix) -> None:
    write(a_md=BEFORE)
    fix("a.md", "--unsafe")
    assert Path("a.md").read_text() == AFTER
    assert fix("a.md", "--unsafe").err == "contentlint: nothing to fix.\n"
    assert Path("a.md").read_text() == AFTER


def test_a_dry_run_shows_a_diff_and_writes_nothing(fix) -> None:
    write(a_md=BEFORE)
    outcome = fix("a.md", "--dry-run")
    assert outcome.status == cli.Exit.FINDINGS
    assert outcome.out == (
        "--- a.md\n+++ a.md\n@@ -6,4 +6,4 @@\n next_review: 2999-01-01\n ---\n \n"
        "-Call 988. Rest prior to sleep.\n+Call [988](tel:988). Rest prior to sleep.\n"
    )
    assert outcome.err == "contentlint: would " + CHANGED.replace("changed", "change").format(
        "1 place", "1 file"
    )
    assert Path("a.md").read_text() == BEFORE
    write(a_md=SAFE)
    assert (fix("a.md", "--dry-run").status, fix("a.md", "--dry-run").out) == (cli.Exit.CLEAN, "")


def test_a_diff_can_be_applied(fix) -> None:
    write(a_md=BEFORE.rstrip("\n"))
    patch = fix("a.md", "--dry-run", "--unsafe").out
    subprocess.run(["patch", "a.md"], input=patch.encode(), check=True, capture_output=True)
    assert Path("a.md").read_text() == AFTER.rstrip("\n")


def test_a_file_keeps_its_mode_and_a_link_stays_one(fix) -> None:
    write(real__a_md=BEFORE)
    Path("real/a.md").chmod(0o640)
    Path("a.md").symlink_to("real/a.md")
    fix("a.md")
    assert Path("a.md").is_symlink()
    assert Path("real/a.md").read_text() == SAFE
    assert stat.S_IMODE(os.stat("real/a.md").st_mode) == 0o640
    assert os.listdir("real") == ["a.md"]


def test_what_is_no_file_is_left_and_said(fix) -> None:
    with zipfile.ZipFile("a.zip", "w") as archive:
        archive.writestr("a.md", BEFORE)
        archive.writestr("b.json", "{}")
    before = Path("a.zip").read_bytes()
    outcome = fix("a.zip")
    assert "Files in an archive cannot be fixed." in outcome.err
    assert Path("a.zip").read_bytes() == before


def test_what_is_old_or_accepted_stays(fix, run) -> None:
    write(a_md=BEFORE)
    run("baseline", "a.md", "--offline", "--output", "old.json")
    write(a_md=BEFORE + "\nText HOME to 741741.\n")
    fix("a.md", "--unsafe", "--baseline", "old.json")
    assert Path("a.md").read_text() == BEFORE + "\nText HOME to [741741](sms:741741).\n"


def test_with_changed_since_only_changes_are_fixed(fix) -> None:
    write(a_md=BEFORE, b_md=BEFORE)
    settings = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "begin"]):
        subprocess.run(["git", *settings, *command], check=True)
    write(a_md=BEFORE + "\nText HOME to 741741.\n")
    fix("--unsafe", "--changed-since", "HEAD")
    assert Path("a.md").read_text() == BEFORE + "\nText HOME to [741741](sms:741741).\n"
    assert Path("b.md").read_text() == BEFORE


def test_two_processes_fix_the_same(fix) -> None:
    write(a_md=BEFORE, b_md=BEFORE, c_md=BEFORE)
    fix(".", "--jobs", "2")
    assert [Path(name).read_text() for name in ("a.md", "b.md", "c.md")] == [SAFE] * 3


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--dry-run"], "--unsafe and --dry-run say how to fix: they go with --fix."),
        (["--unsafe"], "--unsafe and --dry-run say how to fix: they go with --fix."),
        (["--fix", "--watch"], "--watch shows what is wrong; it does not fix."),
    ],
)
def test_options_that_make_no_sense_together(run, options, message) -> None:
    write(a_md=BEFORE)
    outcome = run("check", "a.md", *options)
    assert (outcome.status, outcome.err) == (cli.Exit.FAILURE, f"contentlint: {message}\n")


def test_a_file_that_cannot_be_written_is_named(fix, monkeypatch) -> None:
    write(a_md=BEFORE)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    outcome = fix("a.md")
    assert (outcome.status, outcome.err) == (
        cli.Exit.FAILURE,
        "contentlint: a.md could not be written (Read-only file system).\n",
    )
    assert Path("a.md").read_text() == BEFORE


def test_links_go_where_the_server_says_the_page_is(run, monkeypatch) -> None:
    old, new = "http://riverside.org/naps", "https://riverside.org/naps"

    def check_links(addresses, settings, *, told):
        found = {each: LinkStatus(LinkState.WORKS) for each in addresses}
        found[old] = LinkStatus(LinkState.WORKS, secure=new)
        return found

    monkeypatch.setattr(checker, "check_links", check_links)
    write(a_md=f"See [how to nap]({old}).", b_md=f"See [how to nap]({old})." * 2)
    run("check", "--fix", "--no-cache", "a.md", "b.md")
    assert Path("a.md").read_text() == f"See [how to nap]({new})."
    assert Path("b.md").read_text() == f"See [how to nap]({new})." * 2


def test_standard_input_is_shown_and_never_written(run) -> None:
    options = ["check", "-", "--offline", "--fix"]
    shown = run(*options, "--dry-run", stdin=BEFORE.encode())
    assert shown.out.endswith(f"\n+{SAFE[len(GOVERNED) :]}")
    assert "Only files can be fixed" in run(*options, stdin=BEFORE.encode()).err


def test_a_file_that_changed_meanwhile_is_left(fix, monkeypatch) -> None:
    write(a_md=BEFORE)
    judged = Judge.report

    def meanwhile(judge, source):
        Path("a.md").write_text("New words.")
        return judged(judge, source)

    monkeypatch.setattr(Judge, "report", meanwhile)
    outcome = fix("a.md")
    assert (outcome.status, outcome.err) == (
        cli.Exit.FAILURE,
        "contentlint: a.md has changed since it was read; it was left as it is.\n",
    )
    assert Path("a.md").read_text() == "New words."


def test_a_fix_that_would_bring_an_error_is_said(fix) -> None:
    write(a_md=GOVERNED + "Schizophrenics may hear voices.")
    outcome = fix("a.md", "--unsafe", "--dry-run")
    assert (outcome.status, outcome.out, outcome.err) == (
        cli.Exit.CLEAN,
        "",
        "contentlint: 1 place left alone: the fix would have changed more than it should,"
        " or brought a new error.\n",
    )


def test_a_link_in_a_folder_leads_no_fix_out_of_it(fix) -> None:
    write(content__a_md=SAFE, secret__b_md=BEFORE)
    Path("content/b.md").symlink_to("../secret/b.md")
    outcome = fix("content")
    assert "content/b.md: A link that was found in a folder is not followed" in outcome.err
    assert Path("secret/b.md").read_text() == BEFORE


def test_a_change_shown_on_a_terminal_has_nothing_that_it_obeys() -> None:
    shown = fixing._harmless("-\x1b[31mred\u202e\n+red\té\n")
    assert shown == "-\N{REPLACEMENT CHARACTER}[31mred\N{REPLACEMENT CHARACTER}\n+red\té\n"
