"""`contentlint baseline`, and checks that use what it wrote."""

import json
from pathlib import Path

import pytest

from lint import cli
from tests.lint.cli.runs import FAILS, WARNS, write

CHECK = ("check", "site", "--offline", "--select", "structure,links", "--fail-on", "warning")
WRITE = ("baseline", "site", "--offline", "--select", "structure,links")


def test_old_findings_do_not_count_and_new_ones_do(run) -> None:
    write(site__a_md=FAILS, site__b_md=WARNS)
    written = run(*WRITE, "-o", "old.json")
    assert (written.status, written.out) == (
        cli.Exit.CLEAN,
        "2 findings in 2 files are in old.json.\n",
    )
    assert run(*CHECK).status == cli.Exit.FINDINGS
    old = run(*CHECK, "--baseline", "old.json")
    assert (old.status, old.err) == (cli.Exit.CLEAN, "")
    assert "2 accepted" in old.out
    assert "heading-structure" not in old.out
    write(site__c_md=WARNS)
    report = json.loads(run(*CHECK, "--baseline", "old.json", "--format", "json").out)
    assert [
        [each["suppressed"] for each in document["findings"]] for document in report["documents"]
    ] == [["in the baseline"], ["in the baseline"], [None]]


def test_what_is_mended_is_said_and_taken_out(run) -> None:
    write(site__a_md=FAILS, site__b_md=WARNS, contentlint_toml='baseline = "old.json"')
    run(*WRITE)
    write(site__a_md=FAILS.replace("(#)", "(https://riverside.org/diary)"), site__c_md=WARNS)
    assert run(*CHECK).err == (
        f"contentlint: 1 of the findings in {Path('old.json').resolve()} are gone;"
        " `contentlint baseline --update` takes them out.\n"
    )
    run(*WRITE, "--update")
    assert list(json.loads(Path("old.json").read_text())["files"]) == ["site/b.md"]
    outcome = run(*CHECK)
    assert (outcome.status, outcome.err) == (cli.Exit.FINDINGS, "")


def test_an_input_that_cannot_be_judged_is_named(run) -> None:
    write(site__a_md=FAILS, site__b_md=b"")
    outcome = run(*WRITE, "-o", "old.json")
    assert (outcome.status, outcome.err) == (
        cli.Exit.FAILURE,
        "contentlint: site/b.md could not be checked.\n",
    )
    assert list(json.loads(Path("old.json").read_text())["files"]) == ["site/a.md"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (WRITE, "Say with --output, or as baseline in the configuration, where it is kept."),
        ((*WRITE, "-o", "none/old.json"), "none/old.json could not be written"),
        ((*WRITE, "-o", "none.json", "--update"), "none.json could not be read"),
        ((*CHECK, "--baseline", "none.json"), "none.json could not be read"),
        ((*CHECK, "--baseline", "site/a.md"), "site/a.md: this is no baseline."),
    ],
)
def test_misuse_is_one_clear_line(run, arguments, said) -> None:
    write(site__a_md=FAILS)
    outcome = run(*arguments)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (cli.Exit.FAILURE, "", 1)
    assert said in outcome.err
