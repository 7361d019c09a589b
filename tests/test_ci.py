"""What other projects put into their pipelines runs, as far as it runs without their servers."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click import Context

from lint.cli.group import cli

ROOT = Path(__file__).resolve().parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
[HOOK] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
SNIPPETS = [ROOT / "docs" / "ci.md", *sorted((ROOT / "docs" / "ci").iterdir())]
STEPS: dict[str, dict[str, Any]] = {
    step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step
}
CLEAN = "# Rest\n\nGo to bed at the same time each night.\n"
CLAIM = "# Rest\n\nA nap cures depression.\n"


def commands(text: str) -> list[list[str]]:
    return [
        shlex.split(match)
        for match in re.findall(r"contentlint (check [^\n`]*)", text, re.MULTILINE)
    ]


def step(name: str, tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A step of the action, run as GitHub's runner does."""
    runner = tmp_path / "runner"
    runner.mkdir(exist_ok=True)
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": os.environ.get("HOME", "/"),
        "RUNNER_TEMP": str(runner),
        "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_PATH": str(runner / "path"),
        **variables,
    }
    script = tmp_path / "step.sh"
    script.write_text(STEPS[name]["run"], encoding="utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def check(tmp_path: Path, paths: str, more: str = "", how: str = "annotations"):
    more = f"--offline --select absolute-claim {more}"
    return step("Check the content", tmp_path, PATHS=paths, MORE=more, FORMAT=how)


def test_the_action_is_one_that_github_takes() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert all(
        "uses" in each or {"run", "shell"} <= each.keys() for each in ACTION["runs"]["steps"]
    )
    used = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text()))
    assert used == ACTION["inputs"].keys()
    assert not any("${{" in each.get("run", "") for each in ACTION["runs"]["steps"])


@pytest.mark.parametrize(
    ("paths", "status"),
    [("clean.md", 0), ("clean.md\nmy claim.md\n", 1), ("absent.md", 2), ("$(touch pwned)", 2)],
)
def test_the_action_checks_what_it_is_told(tmp_path: Path, paths: str, status: int) -> None:
    (tmp_path / "clean.md").write_text(CLEAN)
    (tmp_path / "my claim.md").write_text(CLAIM)
    done = check(tmp_path, paths)
    assert done.returncode == status, done.stderr
    assert ("::error file=my claim.md,line=3," in done.stdout) == (status == 1)
    assert not (tmp_path / "pwned").exists()


def test_the_action_fails_at_a_format_that_is_none(tmp_path: Path) -> None:
    done = check(tmp_path, "clean.md", how="pdf")
    assert (done.returncode, done.stdout) == (
        2,
        "::error::contentlint: format is annotations or sarif\n",
    )


def test_the_action_hands_its_findings_to_code_scanning(tmp_path: Path) -> None:
    (tmp_path / "claim.md").write_text(CLAIM)
    done = check(tmp_path, "claim.md", how="sarif")
    report = tmp_path / "runner" / "contentlint.sarif"
    assert done.returncode == 1, done.stderr
    assert (tmp_path / "runner" / "output").read_text() == f"sarif={report}\n"
    [run] = json.loads(report.read_text())["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["absolute-claim"]
    assert "::error file=claim.md,line=3," in done.stdout


@pytest.mark.slow
def test_the_action_installs_what_it_runs(tmp_path: Path) -> None:
    installed = step("Install contentlint", tmp_path, PYTHON=sys.executable, SOURCE=str(ROOT))
    if "connection broken by" in installed.stderr:
        pytest.skip("the package registry cannot be reached")
    assert installed.returncode == 0, installed.stderr
    folder = (tmp_path / "runner" / "path").read_text().strip()
    (tmp_path / "claim.md").write_text(CLAIM)
    done = subprocess.run(
        [f"{folder}/contentlint", "check", "--offline", "claim.md"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, "absolute-claim" in done.stdout) == (1, True), (
        done.stdout + done.stderr
    )


def test_the_hook_checks_the_files_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "claim.md").write_text(CLAIM)
    entry = shlex.split(HOOK["entry"])
    entry[0] = str(Path(sys.executable).parent / entry[0])
    done = subprocess.run(
        [*entry, "claim.md"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, "absolute-claim" in done.stdout) == (1, True), (
        done.stdout + done.stderr
    )
    assert HOOK["id"] == "contentlint"


@pytest.mark.parametrize("path", SNIPPETS, ids=lambda path: path.name)
def test_snippets_are_yaml_and_their_commands_are_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".yml":
        assert isinstance(yaml.safe_load(text), dict)
    command = cli.get_command(Context(cli), "check")
    assert command is not None
    for _, *arguments in commands(text):
        command.make_context("check", list(arguments))


def test_workflows_give_the_action_inputs_that_it_has() -> None:
    for name in ("github.yml", "code-scanning.yml"):
        workflow = yaml.safe_load((ROOT / "docs" / "ci" / name).read_text(encoding="utf-8"))
        [*_, last] = workflow["jobs"]["contentlint"]["steps"]
        assert last["with"].keys() <= ACTION["inputs"].keys()


def test_the_container_copies_what_is_there() -> None:
    text = (ROOT / "docs" / "ci" / "Containerfile").read_text(encoding="utf-8")
    copied = [
        word for line in re.findall(r"^COPY ((?!--).*)$", text, re.M) for word in line.split()[:-1]
    ]
    assert copied == ["requirements/base.txt", "LICENSE", "README.md", "pyproject.toml", "lint"]
    assert all((ROOT / name).exists() for name in copied)
