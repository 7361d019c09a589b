"""Remembers what links answered, so that a second run asks nobody twice.

Two processes may use the file at once. A file that is damaged or cannot be written is none.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lint import folders
from lint.site import LinkState, LinkStatus

HOUR = 3600
SECONDS = {
    LinkState.WORKS: 24 * HOUR,
    LinkState.MOVED: 24 * HOUR,
    LinkState.NO_ANCHOR: HOUR,
    LinkState.DOUBTFUL: HOUR,
    LinkState.BROKEN: HOUR,
    LinkState.UNKNOWN: HOUR / 6,
}
"""How long an answer counts."""

VERSION = 2
_WAIT = 2.0
"""Seconds to wait for another process that writes."""
_TABLE = """
CREATE TABLE IF NOT EXISTS links (
    address TEXT, accept TEXT, asked REAL,
    state TEXT, reason TEXT, target TEXT, secure TEXT, media_type TEXT, size INTEGER,
    PRIMARY KEY (address, accept)
) WITHOUT ROWID
"""


def default_file() -> Path:
    """In the user's cache folder."""
    return folders.for_caches() / "links.sqlite3"


def remembered(
    file: Path,
    addresses: Iterable[str],
    *,
    accept: Sequence[int] = (),
    now: float | None = None,
) -> dict[str, LinkStatus]:
    """The statuses of `addresses` that still count, asked where `accept` was the same."""
    moment = time.time() if now is None else now
    found: dict[str, LinkStatus] = {}
    if not file.is_file():
        return found
    with contextlib.suppress(sqlite3.Error, OSError, KeyError), _opened(file) as database:
        wanted = list(addresses) if _is_ours(database) else []
        for start in range(0, len(wanted), 500):
            some = wanted[start : start + 500]
            marks = ",".join("?" * len(some))
            rows = database.execute(
                "SELECT address, asked, state, reason, target, secure, media_type, size"  # noqa: S608 - only question marks
                f" FROM links WHERE accept = ? AND address IN ({marks})",
                (_key(accept), *some),
            )
            for address, asked, state, *rest in rows:
                known = LinkStatus(LinkState[state], *rest)
                if 0 <= moment - asked < SECONDS[known.state]:
                    found[address] = known
    return found


def remember(
    file: Path,
    statuses: Mapping[str, LinkStatus],
    *,
    accept: Sequence[int] = (),
    now: float | None = None,
) -> None:
    """Add those `statuses` to the file for which somebody was asked."""
    moment = time.time() if now is None else now
    rows = [
        (
            address,
            _key(accept),
            moment,
            each.state.name,
            each.reason,
            each.target,
            each.secure,
            each.media_type,
            each.size,
        )
        for address, each in statuses.items()
        if each.asked
    ]
    try:
        _write(file, rows, moment)
    except sqlite3.OperationalError:
        return  # Locked, full, or not ours to write.
    except (sqlite3.DatabaseError, OSError):
        with contextlib.suppress(sqlite3.Error, OSError):
            file.unlink()
            _write(file, rows, moment)


def _write(file: Path, rows: Sequence[tuple[object, ...]], moment: float) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with _opened(file) as database:
        database.execute("BEGIN IMMEDIATE")
        if not _is_ours(database):
            database.execute("DROP TABLE IF EXISTS links")
            database.execute(f"PRAGMA user_version = {VERSION}")
        database.execute(_TABLE)
        database.execute("DELETE FROM links WHERE asked < ?", (moment - max(SECONDS.values()),))
        marks = ",".join("?" * 9)
        database.executemany(f"INSERT OR REPLACE INTO links VALUES ({marks})", rows)  # noqa: S608
        database.execute("COMMIT")


def _opened(file: Path) -> contextlib.closing[sqlite3.Connection]:
    return contextlib.closing(sqlite3.connect(file, timeout=_WAIT, isolation_level=None))


def _is_ours(database: sqlite3.Connection) -> bool:
    """Whether this version of the program wrote it."""
    return bool(database.execute("PRAGMA user_version").fetchone() == (VERSION,))


def _key(accept: Sequence[int]) -> str:
    return ",".join(str(status) for status in sorted(accept))
