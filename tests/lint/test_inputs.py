"""What is found at the paths that somebody names."""

import io
import json
import os
import struct
import zipfile
from pathlib import Path

import pytest

from lint import archives, inputs
from lint.inputs import Input, Missing, gather


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str, text: str = "Rest.") -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def names(*paths: str, **options: object) -> list[str]:
    found = gather(paths, **options)  # type: ignore[arg-type]
    return [
        each.name if isinstance(each, Input) else f"{each.problem.code} {each.name}"
        for each in found
    ]


def archive(files: dict[str, str | bytes], path: str = "a.zip") -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("site/**/*.md", ["site/a.md", "site/b/c.md", "site/b/d/e.md"]),
        ("site/*.md", ["site/a.md"]),
        ("site/*", ["site/a.md", "site/b/c.md", "site/b/d/e.md", "site/b/d/f.html"]),
        ("site/b/**", ["site/b/c.md", "site/b/d/e.md", "site/b/d/f.html"]),
        ("**/[ce].md", ["site/b/c.md", "site/b/d/e.md"]),
        ("*/?.md", ["site/a.md"]),
        ("site/*.txt", ["not-found site/*.txt"]),
        ("none/*.md", ["not-found none/*.md"]),
        ("site/[odd].md", ["site/[odd].md"]),
    ],
)
def test_globs_that_the_shell_left_alone(pattern: str, expected: list[str]) -> None:
    write("site/a.md", "site/b/c.md", "site/b/d/e.md", "site/b/d/f.html", "site/node_modules/g.md")
    if pattern == "site/[odd].md":
        write(pattern)
    assert names(pattern) == expected


def test_each_file_once_in_a_stable_order() -> None:
    write("b.md", "a/z.md", "a/b.md", "a/b/c.md")
    Path("link.md").symlink_to("b.md")
    assert names("b.md", "a", "link.md", "*.md", "a/z.md") == [
        "b.md",
        "a/b.md",
        "a/z.md",
        "a/b/c.md",
    ]


@pytest.mark.parametrize(
    ("ignored", "inner", "root", "expected"),
    [
        ("drafts/\n*.txt", "", ".", ["a.md", "site/a.md", "site/b.md"]),
        ("drafts/\n*.txt", "", "site", ["site/a.md", "site/b.md"]),
        ("drafts/\n*.txt", "", "drafts", ["drafts/a.md"]),
        ("*.md", "!a.md", "site", ["site/a.md", "site/c.txt"]),
        ("/a.md\nsite/b.md", "", ".", ["site/a.md", "site/c.txt", "drafts/a.md"]),
        ("!\n[z-a]\n*.txt", "", "site", ["site/a.md", "site/b.md"]),
    ],
)
def test_gitignore_counts_in_folders(
    ignored: str, inner: str, root: str, expected: list[str]
) -> None:
    write("a.md", "site/a.md", "site/b.md", "site/c.txt", "drafts/a.md")
    write(".gitignore", text=ignored)
    write("site/.gitignore", text=inner)
    Path(".git").mkdir()
    assert sorted(names(root)) == sorted(expected)


def test_gitignore_of_another_repository_does_not_count() -> None:
    write("site/a.md")
    write(".gitignore", text="*.md")
    assert names("site") == ["site/a.md"]
    Path(".git").mkdir()
    assert names("site") == ["no-content site"]
    Path("site/.git").mkdir()
    assert names("site") == ["site/a.md"]


def test_what_is_excluded_is_left_out_of_folders_or_always() -> None:
    write("site/a.md", "site/drafts/b.md")

    def excludes(name: str) -> bool:
        return name.endswith(("drafts/", "b.md"))

    assert names("site", excludes=excludes) == ["site/a.md"]
    assert names("site", "site/drafts/b.md", excludes=excludes) == ["site/a.md", "site/drafts/b.md"]
    assert names("site", "site/drafts/b.md", excludes=excludes, always=True) == ["site/a.md"]


def test_an_archive_is_read_as_a_folder() -> None:
    path = archive(
        {
            "pages/b.json": '{"kind": "article"}',
            "pages/a.md": "Rest.",
            "__MACOSX/pages/a.md": "x",
            "pages/.hidden.md": "x",
            "owl.png": b"\x89PNG",
            "../../etc/up.md": "Climb.",
            "inner.zip": b"PK",
            "folder/": b"",
        }
    )
    found = list(gather([path]))
    assert [
        (each.name, each.read() if isinstance(each, Input) else each.problem.code) for each in found
    ] == [
        ("a.zip/../../etc/up.md", b"Climb."),
        ("a.zip/inner.zip", "nested-archive"),
        ("a.zip/pages/a.md", b"Rest."),
        ("a.zip/pages/b.json", b'{"kind": "article"}'),
    ]


def test_names_that_stand_twice_in_an_archive_are_two_files() -> None:
    with zipfile.ZipFile("a.zip", "w") as made:
        made.writestr("a.md", "one")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("a.md", "two")
    read = [each.read() for each in gather(["a.zip"]) if isinstance(each, Input)]
    assert read == [b"one", b"two"]


def test_a_file_that_unpacks_without_end_is_read_to_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(inputs, "LARGEST", 1000)
    path = archive({"a.md": "x" * 100_000})
    (only,) = gather([path])
    assert isinstance(only, Input)
    assert len(only.read()) == 1001


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("MOST", 2, "It holds more than 2 files, the limit."),
        ("LARGEST", 1_000, "Unpacked it is larger than 0 MB, the limit."),
        ("LARGEST", 100, "The archive is larger than 0 MB, the limit."),
        ("_LARGEST_DIRECTORY", 10, "It holds more than 20,000 files, the limit."),
    ],
)
def test_an_archive_that_is_too_much_is_refused(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int, message: str
) -> None:
    monkeypatch.setattr(archives, limit, value)
    path = archive({f"{number}.md": "x" * 1000 for number in range(3)}, f"{limit}{value}.zip")
    (only,) = gather([path])
    assert isinstance(only, Missing)
    assert (only.problem.code, only.problem.message, only.problem.fatal) == (
        "too-large",
        message,
        True,
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "invalid-input"),
        (b"PK\x03\x04 and no more", "invalid-input"),
        (b"PK\x05\x06" + bytes(18), "no-content"),
    ],
)
def test_what_is_no_archive_is_named(data: bytes, code: str) -> None:
    Path("a.zip").write_bytes(data)
    assert names("a.zip") == [f"{code} a.zip"]


def test_a_damaged_file_in_an_archive_is_named() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("a.md", "Rest at noon.")
    Path("a.zip").write_bytes(packed.getvalue().replace(b"Rest", b"Best", 1))
    (only,) = gather(["a.zip"])
    assert isinstance(only, Input)
    with pytest.raises(archives.ArchiveError, match="It cannot be unpacked"):
        only.read()


def test_content_is_told_from_other_json() -> None:
    assert inputs.is_content(json.dumps({"kind": "article"}).encode())
    assert inputs.is_content(b"{broken")
    assert not inputs.is_content(b'{"name": "site"}')
    assert not inputs.is_content(b"[1]")


@pytest.mark.parametrize("in_the_end", [False, True])
def test_a_directory_that_is_called_small_is_refused(
    monkeypatch: pytest.MonkeyPatch, in_the_end: bool
) -> None:
    monkeypatch.setattr(archives, "_LARGEST_DIRECTORY", 200)
    small = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 46, 0, 0)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for number in range(9):
            made.writestr(f"{number}.md", "Rest.")
    data = packed.getvalue()
    if in_the_end:
        # One end looks like another: it begins with the same letters.
        data = data[:-6] + b"PK\x05\x06" + data[-2:]
    else:
        size, start = struct.unpack("<2L", data[-10:-2])
        large = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 9, 9, size, start)
        where = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(data) - 22, 1)
        data = data[:-22] + large + where + small
    Path("a.zip").write_bytes(data)
    assert names("a.zip") == ["too-large a.zip"]


def test_links_in_a_circle_are_found_like_files() -> None:
    write("a/b.md")
    Path("a/loop.md").symlink_to("loop.md")
    assert names("a") == ["a/b.md", "a/loop.md"]
    assert names("a/loop.md") == ["not-found a/loop.md"]


def test_a_link_out_of_what_was_asked_for_is_not_followed(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.md"
    secret.write_text("Nobody's business.")
    write("a/b.md", "shared.md")
    Path("a/near.md").symlink_to("../shared.md")
    Path("a/out.md").symlink_to(secret)
    assert names("a") == ["a/b.md", "a/near.md", "leads-outside a/out.md"]
    assert names("a/out.md") == ["a/out.md"]


def test_a_pipe_in_a_folder_is_not_waited_for() -> None:
    write("a/b.md")
    os.mkfifo("a/pipe.md")
    (pipe,) = (each for each in gather(["a"]) if each.name == "a/pipe.md")
    assert isinstance(pipe, Input)
    with pytest.raises(OSError, match="no regular file"):
        pipe.read()
