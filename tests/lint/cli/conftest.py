"""The command line, run in a folder of its own."""

import io
import sys
from pathlib import Path

import pytest

from lint import cli
from lint.links import checker
from tests.lint.cli.runs import Outcome


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary):
    """Runs the command in an empty folder, without a network."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def offline(host: str, port: int) -> list[str]:
        raise AssertionError("a test asked the network")

    monkeypatch.setattr(checker, "check_links", offline)

    def run(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            cli.main(arguments)
        out, err = capsysbinary.readouterr()
        return Outcome(int(left.value.code or 0), out.decode(), err.decode())

    return run
