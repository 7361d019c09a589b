"""`contentlint check --watch`."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from lint import cli
from lint.cli import watching
from tests.lint.cli.runs import CLEAN, FAILS, WARNS, write

RULES = ("--offline", "--select", "structure,links")


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Does one thing in each pause, and interrupts in the one after the last."""

    def meanwhile(*things: Callable[[], object]) -> None:
        left = iter(things)

        def sleep(_seconds: float) -> None:
            thing = next(left, None)
            if thing is None:
                raise KeyboardInterrupt
            thing()

        monkeypatch.setattr(watching.time, "sleep", sleep)

    return meanwhile


def test_checks_again_when_something_changes(run, meanwhile) -> None:
    write(site__a_md=CLEAN)
    meanwhile(
        lambda: write(site__a_md=FAILS),
        lambda: None,
        lambda: write(site__b_md=WARNS),
        lambda: Path("site/a.md").unlink(),
        lambda: write(contentlint_toml="ignore = ['heading-structure']"),
    )
    outcome = run("check", "site", *RULES, "--watch")
    assert re.findall(r"\d documents? checked.*", outcome.out) == [
        "1 document checked: nothing to mend.",
        "1 document checked: 1 error.",
        "2 documents checked: 1 error, 1 warning.",
        "1 document checked: 1 warning.",
        "1 document checked: nothing to mend.",
    ]
    assert outcome.status == cli.Exit.INTERRUPTED
    assert outcome.err == (
        "contentlint: watching; Ctrl-C ends it.\n" * 5 + "\ncontentlint: interrupted.\n"
    )


def test_a_broken_configuration_is_said_once_and_waited_for(run, meanwhile) -> None:
    write(site__a_md=CLEAN, contentlint_toml="ignor = []")
    meanwhile(lambda: None, lambda: write(contentlint_toml="ignore = []"))
    outcome = run("check", "site", *RULES, "--watch")
    assert outcome.err.count("ignor is not known") == 1
    assert "1 document checked" in outcome.out


def test_standard_input_cannot_be_watched(run) -> None:
    outcome = run("check", "-", "--watch")
    assert (outcome.status, outcome.err) == (
        cli.Exit.FAILURE,
        "contentlint: Standard input cannot be watched.\n",
    )
