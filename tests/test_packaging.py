"""What somebody who wants only the linter gets: built, installed and run as they would."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BASE = ROOT / "requirements" / "base.txt"

pytestmark = pytest.mark.slow

ARTICLE = "# Rest\n\n### When to sleep\n\nGo to bed at the same time each night.\n"


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(map(str, command)), cwd=cwd, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the wheel and the source archive, built by the backend that is here."""
    folder = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "build", "--no-isolation", "-o", folder, cwd=ROOT)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    [path] = dist.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of a clean environment that holds the wheel and its pinned requirements."""
    folder = tmp_path_factory.mktemp("clean")
    made = run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    assert made.returncode == 0, made.stdout + made.stderr
    install = [folder / "venv" / "bin" / "python", "-m", "pip", "install", "-q", "--retries", "1"]
    requirements = run(*install, "--require-hashes", "-r", BASE, cwd=folder)
    if "connection broken by" in requirements.stderr:
        pytest.skip("the package registry cannot be reached")
    assert requirements.returncode == 0, requirements.stderr
    package = run(*install, "--no-deps", wheel, cwd=folder)
    assert package.returncode == 0, package.stderr
    return folder / "venv" / "bin"


def test_the_wheel_ships_the_linter_with_its_data_and_nothing_of_the_cms(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        shipped = set(archive.namelist())
    info = "contentlint-0.1.0.dist-info/"
    assert {name.partition("/")[0] + "/" for name in shipped} == {"lint/", info}
    sources = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "lint").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in shipped if name.startswith("lint/")} == sources
    assert {"lint/py.typed", "lint/nltk_data/corpora/cmudict/cmudict"} <= sources
    assert f"{info}licenses/LICENSE" in shipped


def test_the_source_archive_builds_without_the_repository(dist: Path) -> None:
    [path] = dist.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        inside = {name.partition("/")[2].partition("/")[0] for name in archive.getnames()}
    assert inside == {"lint", "pyproject.toml", "README.md", "LICENSE", "PKG-INFO"}


def test_the_linter_runs_where_there_is_no_django(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "rest.md").write_text(ARTICLE, encoding="utf-8")
    without = run(installed / "python", "-c", "import django", cwd=tmp_path)
    assert "No module named 'django'" in without.stderr

    version = run(installed / "contentlint", "--version", cwd=tmp_path)
    assert (version.returncode, version.stdout.split()[-1:]) == (0, ["0.1.0"])

    checked = run(installed / "contentlint", "check", "--offline", "rest.md", cwd=tmp_path)
    assert "heading-structure" in checked.stdout, checked.stderr
    assert "Traceback" not in checked.stderr


def test_the_base_requirements_hold_nothing_of_the_cms() -> None:
    pinned = {line.partition("==")[0] for line in BASE.read_text().splitlines() if "==" in line}
    assert not {name for name in pinned if "django" in name or "wagtail" in name}
