"""What a branch changes, seen through real repositories."""

import json
import subprocess
from pathlib import Path

import pytest

from lint import changes
from lint.changes import ChangesError
from lint.document import Document, DocumentKind, Location, Meta, Problem
from lint.engine import Report
from lint.rule import Finding, Severity, Theme, Unchecked

TEN = "".join(f"line {number}\n" for number in range(1, 11))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit on main, seen from inside."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "A Writer")
        monkeypatch.setenv(f"{name}_EMAIL", "writer@example.org")
    root = tmp_path / "site"
    root.mkdir()
    monkeypatch.chdir(root)
    git("init", "-q", "-b", "main")
    for name in ("a.md", "b.md", "gone.md", 'odd name ü".md'):
        Path(name).write_text(TEN)
    commit()
    return root


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def commit() -> None:
    git("add", "-A")
    git("commit", "-q", "-m", "more")


def replaced(name: str, old: str, new: str) -> None:
    path = Path(name)
    path.write_text(path.read_text().replace(old, new))


def found(revision: str = "main") -> dict[str, tuple[tuple[int, int], ...] | None]:
    files = changes.since(revision, Path.cwd()).files
    return {path.name: change.lines for path, change in files.items()}


def test_commits_of_the_branch_the_index_the_tree_and_new_files(repository: Path) -> None:
    git("switch", "-q", "-c", "branch")
    replaced("a.md", "line 2\n", "line two\nand more\n")
    Path("gone.md").unlink()
    commit()
    replaced("b.md", "line 4\n", "")
    replaced("b.md", "line 9\n", "line nine\n")
    git("add", "b.md")
    replaced('odd name ü".md', "line 10\n", "line ten\n")
    Path("new.md").write_text("Rest.\n")
    Path("ignored.md").write_text("Rest.\n")
    Path(".gitignore").write_text("ignored.md\n")
    assert found() == {
        "a.md": ((2, 4),),
        "b.md": ((8, 9),),
        'odd name ü".md': ((10, 11),),
        "new.md": None,
        ".gitignore": None,
    }


def test_what_main_went_on_to_do_is_not_the_branch_s(repository: Path) -> None:
    git("switch", "-q", "-c", "branch")
    replaced("a.md", "line 2\n", "line two\n")
    commit()
    git("switch", "-q", "main")
    replaced("b.md", "line 5\n", "line five\n")
    commit()
    git("switch", "-q", "branch")
    assert found() == {"a.md": ((2, 3),)}


def test_a_renamed_file_is_new_where_its_words_are(repository: Path) -> None:
    git("mv", "a.md", "z.md")
    replaced("z.md", "line 3\n", "line three\n")
    commit()
    assert found("HEAD~1") == {"z.md": ((3, 4),)}


def test_lines_that_git_does_not_show_are_all_new(repository: Path) -> None:
    Path(".git/info/attributes").write_text("*.md -diff\n")
    replaced("a.md", "line 3\n", "line three\n")
    assert found() == {"a.md": None}


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("mian", 'There is no commit "mian" in'),
        ("--output=x", 'There is no commit "--output=x" in'),
        ("other", '"other" and HEAD have no commit in common; is the clone a shallow one?'),
    ],
)
def test_a_revision_that_does_not_help_is_named(repository: Path, revision: str, said: str) -> None:
    git("switch", "-q", "--orphan", "other")
    Path("c.md").write_text("Rest.")
    commit()
    git("switch", "-q", "main")
    with pytest.raises(ChangesError) as error:
        changes.since(revision, repository)
    assert said in str(error.value)


def test_outside_of_a_repository_git_is_quoted(tmp_path: Path) -> None:
    with pytest.raises(ChangesError, match="not a git repository"):
        changes.since("main", tmp_path)


def test_without_git_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ChangesError, match="Git could not be started"):
        changes.since("main", tmp_path)


def finding(message: str, where: Location) -> Finding:
    return Finding("long-sentence", Theme.READABILITY, Severity.WARNING, message, "", "", where)


def report(*places: Location, problems: tuple[Problem, ...] = ()) -> Report:
    return Report(
        Document("a", DocumentKind.ARTICLE, Meta(), ()),
        findings=tuple(finding(str(index), where) for index, where in enumerate(places)),
        unchecked=tuple(Unchecked("broken-link", str(i), where) for i, where in enumerate(places)),
        problems=problems,
    )


def test_a_report_keeps_what_touches_new_lines_or_the_whole_document(repository: Path) -> None:
    replaced("a.md", "line 4\nline 5\n", "line four\nline five\n")
    lines = [None, (1, 3), (3, 4), (4, 4), (5, 8), (6, 6), (1, 10)]
    places = [Location() if each is None else Location(each[0], 1, each[1], 9) for each in lines]
    problems = (
        Problem("bad-encoding", "Old.", Location(2, 1, 2, 1)),
        Problem("bad-encoding", "New.", Location(4, 1, 4, 1)),
        Problem("unreadable", "All.", Location(2, 1, 2, 1), fatal=True),
    )
    path = repository / "a.md"
    kept = changes.since("main", repository).only(report(*places, problems=problems), path)
    assert [each.message for each in kept.findings] == ["0", "2", "3", "4", "6"]
    assert [each.reason for each in kept.unchecked] == ["0", "2", "3", "4", "6"]
    assert [each.message for each in kept.problems] == ["New.", "All."]


def test_a_content_file_is_compared_block_by_block(repository: Path) -> None:
    def paragraph(words: str) -> dict[str, str]:
        return {"type": "paragraph", "value": words}

    article = {
        "title": "Sleep",
        "meta": {"summary": "Rest.", "description": "How to rest."},
        "body": [paragraph("One."), paragraph("Two.")],
    }
    path = repository / "sleep.json"
    path.write_text(json.dumps(article))
    commit()
    article["meta"] = {"summary": "Rest.", "description": "How to rest better."}
    article["body"] = [paragraph("New."), paragraph("One."), paragraph("Two, changed.")]
    path.write_text(json.dumps(article))
    paths = ["title", "meta.summary", "meta.description", *(f"body[{n}].value" for n in range(3))]
    judged = report(Location(), *(Location(path=each) for each in paths))
    kept = changes.since("HEAD", repository).only(judged, path)
    assert [each.location.path for each in kept.findings] == [
        None,
        "meta.description",
        "body[0].value",
        "body[2].value",
    ]


def test_a_file_that_became_a_link_is_new(repository: Path) -> None:
    replaced("b.md", "line 3\n", "line three\n")
    Path("gone.md").unlink()
    Path("gone.md").symlink_to("other.md")
    Path("other.md").write_text(TEN)
    assert found() == {"b.md": ((3, 4),), "other.md": None}
