"""Regular expressions, compiled once on a machine and not in every run.

To compile those that an article needs takes longer than to judge it. What Python makes of them is
kept, by the expression itself and the build of Python, so nothing can be out of date. Whatever is
kept and cannot be used is compiled anew: nothing but time depends on it.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import re
import sys
from array import array
from binascii import crc32
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

_Made: TypeAlias = "tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]"
"""The flags, the code, the number of groups and their names, as the engine of `re` takes them."""

LARGEST = 8_000_000
"""Bytes. Of a file that is larger only what was used of it is kept."""

_kept: dict[tuple[str, int], _Made] | None = None
"""What earlier runs compiled; None where nothing is kept."""
_used: dict[tuple[str, int], _Made] = {}


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`; looked up where something is kept."""
    if _kept is None:
        return re.compile(source, flags)
    key = (source, int(flags))
    try:
        made = _used[key] = _kept.get(key) or _make(*key)
        return _pattern(source, made)
    except Exception:  # The inside of `re` is nobody's promise.
        _used.pop(key, None)
        return re.compile(source, flags)


def _make(source: str, flags: int) -> _Made:
    """As `re._compiler.compile` does it."""
    inside: Any = re
    parsed = inside._parser.parse(source, flags)
    code = inside._compiler._code(parsed, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    groups = state.groups - 1
    return flags | state.flags, array("I", code).tobytes(), groups, state.groupdict, tuple(names)


def _pattern(source: str, made: _Made) -> re.Pattern[str]:
    """The engine looks at the code before it takes it."""
    import _sre  # type: ignore[import-not-found]

    flags, code, groups, numbers, names = made
    pattern: re.Pattern[str] = _sre.compile(
        source, flags, array("I", code).tolist(), groups, numbers, names
    )
    return pattern


@contextlib.contextmanager
def kept(folder: Path | None) -> Iterator[None]:
    """While this lasts, what is compiled is kept in `folder`; None for nowhere."""
    global _kept
    if folder is None or _kept is not None or sys.implementation.name != "cpython":
        yield
        return
    file = folder / f"expressions-{sys.implementation.cache_tag}"
    _kept = _read(file)
    try:
        yield
    finally:
        before, _kept = _kept, None
        if not _used.keys() <= before.keys():
            _write(file, before | _used)
        _used.clear()


def _read(file: Path) -> dict[tuple[str, int], _Made]:
    try:
        data = memoryview(file.read_bytes())
        if len(data) > LARGEST or int.from_bytes(data[:4], "big") != crc32(data[4:]):
            return {}
        version, found = marshal.loads(data[4:])  # noqa: S302, written below
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return found if version == sys.version else {}


def _write(file: Path, made: dict[tuple[str, int], _Made]) -> None:
    data = marshal.dumps((sys.version, made))
    if len(data) > LARGEST:
        data = marshal.dumps((sys.version, _used))
    partial = file.with_name(f"{file.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # Verdicts may come into it.
        partial.write_bytes(crc32(data).to_bytes(4, "big") + data)
        partial.replace(file)
