"""Remembers verdicts, so that what has not changed is not judged again.

A verdict counts while the words, the configuration, the day, what is known of links and of the
content set, and the linter itself are the same. Two processes may use a cache at once. One that
is damaged or cannot be written is none: nothing but time depends on it.
"""

from __future__ import annotations

import contextlib
import sqlite3
import sys
import time
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Self

_DAY = 86_400
KEPT = 30 * _DAY
"""Seconds for which a verdict is kept that nobody asks for."""

_WAIT = 2.0
"""Seconds to wait for another process that writes."""

_TABLE = """
CREATE TABLE IF NOT EXISTS verdicts (key BLOB PRIMARY KEY, used REAL, value TEXT) WITHOUT ROWID
"""


def digest(*parts: str | bytes) -> bytes:
    """Tells apart whatever differs in any part."""
    hashed = blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8, "big"))
        hashed.update(data)
    return hashed.digest()


def of_the_linter() -> bytes:
    """Changes with the linter, its rules and word lists, and with what is installed beside it."""
    beside = [Path(folder) for folder in sys.path if folder.endswith("-packages")]
    return digest(of_files(Path(__file__).parent.rglob("*")), of_files(beside), sys.version)


def of_files(paths: Iterable[Path]) -> bytes:
    """Changes when one of the files changes, comes or goes."""
    parts: list[str] = []
    for path in paths:
        if path.suffix in (".pyc", ".pyi") or path.name == "__pycache__":
            continue
        with contextlib.suppress(OSError):
            status = path.stat()
            parts.append(f"{path}\0{status.st_size}\0{status.st_mtime_ns}")
    return digest(*sorted(parts))


class Cache:
    """Verdicts by key, in one file of `folder`; to be used in a `with`, which writes them."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "verdicts.sqlite3"
        self._database: sqlite3.Connection | None = None
        self._new: dict[bytes, str] = {}
        self._used: list[bytes] = []

    def __enter__(self) -> Self:
        with contextlib.suppress(sqlite3.Error, OSError):
            # Verdicts quote drafts too, which are nobody else's to read.
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file.touch(mode=0o600)
            self._database = self._opened()
        return self

    def _opened(self) -> sqlite3.Connection:
        for last in (False, True):
            database = sqlite3.connect(self._file, timeout=_WAIT)
            try:
                database.execute("PRAGMA journal_mode = WAL")
                database.execute("PRAGMA synchronous = OFF")
                database.execute(_TABLE)
                return database
            except sqlite3.DatabaseError:
                database.close()
                if last:
                    raise
                self._file.unlink(missing_ok=True)
        raise AssertionError("the loop returns or raises")

    def __contains__(self, key: bytes) -> bool:
        if self._database is None:
            return False
        try:
            asked = "SELECT 1 FROM verdicts WHERE key = ?"
            return self._database.execute(asked, (key,)).fetchone() is not None
        except sqlite3.Error:
            return False

    def get(self, key: bytes) -> str | None:
        """The verdict remembered for `key`."""
        if self._database is None:
            return None
        try:
            row = self._database.execute(
                "SELECT value FROM verdicts WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.Error:
            return None
        if row is None:
            return None
        self._used.append(key)
        return str(row[0])

    def put(self, key: bytes, value: str) -> None:
        """Remember `value` for `key`."""
        self._new[key] = value
        if len(self._new) >= _AT_ONCE:
            self._write()

    def _write(self) -> None:
        new, self._new = self._new, {}
        if self._database is None:
            return
        now = time.time()
        with contextlib.suppress(sqlite3.Error), self._database as database:
            database.executemany(
                "INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?)",
                [(key, now, value) for key, value in new.items()],
            )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._write()
        if self._database is None:
            return
        with contextlib.suppress(sqlite3.Error), self._database as database:
            now = time.time()
            stale = "SELECT COUNT(*) FROM verdicts WHERE used < ?"
            if database.execute(stale, (now - KEPT / 2,)).fetchone()[0]:
                used = [(now, key) for key in self._used]
                database.executemany("UPDATE verdicts SET used = ? WHERE key = ?", used)
                database.execute("DELETE FROM verdicts WHERE used < ?", (now - KEPT,))
        self._database.close()


_AT_ONCE = 200
"""So many new verdicts are written together."""
