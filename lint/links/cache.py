"""Remembers what links answered, so that a second run asks nobody twice."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from lint.site import LinkState, LinkStatus

SECONDS = {
    LinkState.WORKS: 24 * 3600,
    LinkState.MOVED: 24 * 3600,
    LinkState.DOUBTFUL: 3600,
    LinkState.BROKEN: 3600,
}
"""How long an answer counts. What could not be checked is asked again."""

VERSION = 1


def default_file() -> Path:
    """In the user's cache folder."""
    folder = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(folder) / "contentlint" / "links.json"


def remembered(
    file: Path, addresses: Iterable[str], *, now: float | None = None
) -> dict[str, LinkStatus]:
    """The statuses of `addresses` that still count; a damaged file has none."""
    moment = time.time() if now is None else now
    known = _load(file)
    return {
        address: status
        for address in addresses
        if address in known
        for status, asked in [known[address]]
        if 0 <= moment - asked < SECONDS.get(status.state, 0)
    }


def remember(file: Path, statuses: Mapping[str, LinkStatus], *, now: float | None = None) -> None:
    """Add `statuses` to the file; a cache that cannot be written is none."""
    moment = time.time() if now is None else now
    entries = {
        address: {"state": status.state.name, "reason": status.reason, "asked": asked}
        for address, (status, asked) in {
            **_load(file),
            **{address: (status, moment) for address, status in statuses.items()},
        }.items()
        if moment - asked < SECONDS.get(status.state, 0)
    }
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", dir=file.parent, delete=False, encoding="utf-8"
        ) as new:
            json.dump({"version": VERSION, "links": entries}, new)
        os.replace(new.name, file)


def _load(file: Path) -> dict[str, tuple[LinkStatus, float]]:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            return {}
        return {
            str(address): (
                LinkStatus(LinkState[entry["state"]], str(entry["reason"])),
                float(entry["asked"]),
            )
            for address, entry in data["links"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
