"""`contentlint completion`, and what a shell then asks."""

import os
import subprocess
import sys

import pytest

from lint import cli


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_prints_a_script(run, shell: str) -> None:
    outcome = run("completion", shell)
    assert outcome.status == cli.Exit.CLEAN
    assert f"_CONTENTLINT_COMPLETE={shell}_complete" in outcome.out
    assert run("completion", "tcsh").status == cli.Exit.FAILURE


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("contentlint ba", ["baseline"]),
        ("contentlint check --force", ["--force-exclude"]),
        ("contentlint check --select heading-st", ["heading-structure"]),
        ("contentlint check --ignore safety,heading-st", ["safety,heading-structure"]),
        ("contentlint check --format sar", ["sarif"]),
        ("contentlint explain heading-st", ["heading-structure"]),
    ],
)
def test_completes_commands_options_rules_and_formats(typed: str, expected: list[str]) -> None:
    asked = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    done = subprocess.run(
        [sys.executable, "-c", "from lint.cli import main; main()"],
        env={**os.environ, **asked, "_CONTENTLINT_COMPLETE": "bash_complete"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert [line.split(",", 1)[1] for line in done.stdout.splitlines()] == expected
