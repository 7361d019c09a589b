"""The files that hold the project together say the same as each other."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests import services

ROOT = Path(__file__).resolve().parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^([\w.-]+)==([^\s;]+)(?: ;[^\\]*)?(?: \\)?$", re.MULTILINE)


def pins(path: Path) -> dict[str, Version]:
    return {name: Version(version) for name, version in PIN.findall(path.read_text())}


def wanted(*extras: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lists = [project["dependencies"], *(project["optional-dependencies"][e] for e in extras)]
    return [Requirement(line) for lines in lists for line in lines]


@pytest.mark.parametrize(
    ("lock", "extras"), [("base", ()), ("cms", ("cms",)), ("dev", ("cms", "dev"))]
)
def test_every_requirement_is_pinned_as_the_project_allows(
    lock: str, extras: tuple[str, ...]
) -> None:
    pinned = pins(ROOT / "requirements" / f"{lock}.txt")
    unmet = [
        str(requirement)
        for requirement in wanted(*extras)
        if (version := pinned.get(canonicalize_name(requirement.name))) is None
        or version not in requirement.specifier
    ]
    assert unmet == []


def test_the_lock_files_pin_the_same_versions() -> None:
    everything = pins(ROOT / "requirements" / "dev.txt")
    assert all(pins(path).items() <= everything.items() for path in LOCKS)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_a_lock_file_names_no_index_and_no_folder(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"https?://|file:|--(?:extra-)?index-url|--find-links|(?m:^-)", text)
    assert len(PIN.findall(text)) == len(re.findall(r"^\S[^#]*==", text, re.MULTILINE))
    assert text.count("--hash=sha256:") >= len(PIN.findall(text))


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, set()),
        ({"CI": "true"}, {"browser", "postgres", "redis"}),
        ({"CI": "true", "CONTENTLINT_REQUIRE": "redis,browser"}, {"redis", "browser"}),
        ({"CI": "true", "CONTENTLINT_REQUIRE": ""}, set()),
        ({"CONTENTLINT_REQUIRE": "postgres"}, {"postgres"}),
    ],
)
def test_which_missing_services_fail_the_tests(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: set[str]
) -> None:
    for name in ("CI", "CONTENTLINT_REQUIRE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert services.required() == expected


def test_a_missing_service_skips_its_tests_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    request.node.add_marker("redis")
    missing = {"redis": "no Redis answers", "browser": "no Chromium is installed"}

    monkeypatch.setenv("CONTENTLINT_REQUIRE", "")
    with pytest.raises(pytest.skip.Exception, match=r"^no Redis answers$"):
        services.skip_or_fail(request.node, missing)

    monkeypatch.setenv("CONTENTLINT_REQUIRE", "redis browser")
    with pytest.raises(pytest.fail.Exception, match=r"^redis is required: no Redis answers$"):
        services.skip_or_fail(request.node, missing)
