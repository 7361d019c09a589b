"""Finds what to judge: files named or found in folders, and standard input."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lint.document import Problem
from lint.readers import FORMATS, LARGEST

_SKIPPED = frozenset({"node_modules", "__pycache__", "venv"})
_CONTENT_KEYS = frozenset({"kind", "body", "article_kind"})


@dataclass(frozen=True)
class Input:
    """Something to judge: `name` is what reports call it, `format` its reader.

    `data` stands in where there is no file.

    `found` in a folder, it is passed over where it turns out to be no content.
    """

    name: str
    format: str
    path: Path | None = None
    data: bytes = b""
    found: bool = False

    def read(self) -> bytes:
        """Its bytes; of a file that is too large only enough to tell that it is."""
        if self.path is None:
            return self.data
        with self.path.open("rb") as file:
            return file.read(LARGEST + 1)


@dataclass(frozen=True)
class Missing:
    """A path at which there is nothing to judge."""

    name: str
    problem: Problem


def gather(paths: Iterable[Path]) -> Iterator[Input | Missing]:
    """What stands at `paths`, each file once: as named, and in a folder by name."""
    seen: set[Path] = set()
    for path in paths:
        for each in _at(path):
            if isinstance(each, Input) and each.path is not None:
                real = each.path.resolve()
                if real in seen:
                    continue
                seen.add(real)
            yield each


def _at(path: Path) -> Iterator[Input | Missing]:
    if path.is_dir():
        found = list(_in_folder(path))
        yield from found
        if not found:
            kinds = ", ".join(FORMATS)
            yield _missing(path, "no-content", f"There is nothing to check in it ({kinds}).")
    elif not path.exists():
        yield _missing(path, "not-found", "There is no such file or folder.")
    else:
        yield Input(str(path), FORMATS.get(path.suffix.lower(), "text"), path)


def _missing(path: Path, code: str, message: str) -> Missing:
    return Missing(str(path), Problem(code, message, fatal=True))


def _in_folder(root: Path) -> Iterator[Input]:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in _SKIPPED
        )
        for name in sorted(files):
            format_ = FORMATS.get(os.path.splitext(name)[1].lower())
            if format_ and not name.startswith("."):
                path = Path(folder, name)
                yield Input(str(path), format_, path, found=True)


def is_content(data: bytes) -> bool:
    """Whether JSON found in a folder is ours to judge; broken JSON is, for it may be content."""
    try:
        loaded = json.loads(data)
    except (ValueError, RecursionError):
        return True
    return isinstance(loaded, dict) and not _CONTENT_KEYS.isdisjoint(loaded)
