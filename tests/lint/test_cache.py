"""The memory of verdicts."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

import pytest

from lint import cache
from lint.cache import Cache, digest, of_files


def test_remembers_what_was_put(tmp_path: Path) -> None:
    with Cache(tmp_path) as first:
        assert first.get(b"a") is None
        first.put(b"a", "1")
        first.put(b"b", "2")
    with Cache(tmp_path) as second:
        assert [second.get(key) for key in (b"a", b"b", b"c")] == ["1", "2", None]
        assert [key in second for key in (b"a", b"b", b"c")] == [True, True, False]


def test_two_may_use_it_at_once(tmp_path: Path) -> None:
    with Cache(tmp_path) as first, Cache(tmp_path) as second:
        first.put(b"a", "1")
        second.put(b"a", "2")
        second.put(b"b", "3")
    with Cache(tmp_path) as third:
        assert (third.get(b"a"), third.get(b"b")) == ("1", "3")


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "verdicts.sqlite3").write_bytes(b"no database" * 1000)
    with Cache(tmp_path) as damaged:
        assert damaged.get(b"a") is None
        damaged.put(b"a", "1")
    with Cache(tmp_path) as mended:
        assert mended.get(b"a") == "1"


def test_a_folder_that_cannot_be_made_remembers_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Cache(tmp_path / "file" / "cache") as unable:
        unable.put(b"a", "1")
        assert unable.get(b"a") is None


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now - cache.KEPT * 0.9)
    with Cache(tmp_path) as old:
        old.put(b"asked for", "1")
        old.put(b"forgotten", "2")
    monkeypatch.setattr(time, "time", lambda: now)
    with Cache(tmp_path) as later:
        assert later.get(b"asked for") == "1"
    monkeypatch.setattr(time, "time", lambda: now + cache.KEPT * 0.2)
    with Cache(tmp_path):
        pass
    with sqlite3.connect(tmp_path / "verdicts.sqlite3") as database:
        assert database.execute("SELECT key FROM verdicts").fetchall() == [(b"asked for",)]


def test_digests_tell_parts_apart() -> None:
    different = [("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), (b"ab", "d"), ("\ud800",)]
    assert len({digest(*parts) for parts in different}) == len(different)


def test_files_are_told_apart_by_what_changes_about_them(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    seen = [of_files([file])]
    file.write_text("one")
    seen.append(of_files([file]))
    os.utime(file, ns=(1, 1))
    seen.append(of_files([file]))
    file.write_text("three")
    os.utime(file, ns=(1, 1))
    seen.append(of_files([file]))
    assert len(set(seen)) == len(seen)
    assert of_files([file]) == seen[-1]
