"""Expressions that an earlier run compiled find what new ones find."""

import re
from pathlib import Path

import pytest

from lint import expressions

SOURCES = [
    (r"\b(?P<word>caf\w+)(?:s|\b)", re.IGNORECASE),
    (r"[^\x00-\x7f]+ | (?<!a)b{2,}?  # either", re.VERBOSE),
    (r"(a)(?:(?P<x>b)|c)(?(x)d|e)", 0),
]
TEXT = "Cafes, CAFÉ — bbb abd ace abe"


def found(folder: Path | None) -> list[object]:
    with expressions.kept(folder):
        made = [expressions.compiled(source, flags) for source, flags in SOURCES]
    return [
        (each, each.groupindex, [(hit.span(), hit.groups()) for hit in each.finditer(TEXT)])
        for each in made
    ]


def file(folder: Path) -> Path:
    (only,) = folder.iterdir()
    return only


def test_kept_ones_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new, kept = found(None), found(tmp_path)
    written = file(tmp_path).stat().st_mtime_ns
    monkeypatch.setattr(expressions, "_make", lambda *key: pytest.fail("it was compiled again"))
    assert new == kept == found(tmp_path)
    assert file(tmp_path).stat().st_mtime_ns == written


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:99] + bytes([data[99] ^ 1]) + data[100:],
    ],
)
def test_a_damaged_file_is_none(tmp_path: Path, spoil) -> None:
    found(tmp_path)
    data = file(tmp_path).read_bytes()
    file(tmp_path).write_bytes(spoil(data))
    assert found(tmp_path) == found(None)
    assert file(tmp_path).read_bytes() == data


def test_of_another_python_nothing_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(tmp_path)
    data = file(tmp_path).read_bytes()
    monkeypatch.setattr("sys.version", "another build")
    assert found(tmp_path) == found(None)
    assert file(tmp_path).read_bytes() != data


def test_what_the_engine_refuses_is_compiled_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = (0, b"\xff\xff\xff\xff" * 4, 0, {}, (None,))
    monkeypatch.setattr(expressions, "_make", lambda *key: wrong)
    assert found(tmp_path) == found(None)


def test_a_file_that_grew_too_large_starts_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with expressions.kept(tmp_path):
        for number in range(100):
            expressions.compiled(f"old{number}")
    monkeypatch.setattr(expressions, "LARGEST", file(tmp_path).stat().st_size)
    found(tmp_path)
    assert b"old" not in file(tmp_path).read_bytes()


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    tmp_path.joinpath("file").write_text("")
    assert found(tmp_path / "file" / "folder") == found(None)


def test_an_expression_that_is_wrong_says_so(tmp_path: Path) -> None:
    with expressions.kept(tmp_path), pytest.raises(re.error):
        expressions.compiled("(")
