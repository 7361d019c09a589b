"""What a branch changes, as Git knows it, and what of a report is about that."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lint.document import Location
from lint.engine import Report

_ELSEWHERE = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
"""What Git tells its hooks, which is not about the folder that is asked here."""

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_BINARY = re.compile(r"^Binary files ", re.MULTILINE)
_PART = re.compile(r"(meta\.)?([^.\[]+)(?:\[(\d+)\])?")


_PLAIN = ("--ignore-submodules", "--no-ext-diff", "--no-textconv")
"""Nothing that a configuration of Git adds to a difference."""


class ChangesError(Exception):
    """Git could not say what changed; the message says why."""


@dataclass(frozen=True)
class Change:
    """The lines of a file that are new, as ranges with the end left out; None: all of them.

    `before` is the file as it was, where it has no lines to speak of: a content file.
    """

    lines: tuple[tuple[int, int], ...] | None = None
    before: bytes | None = None


@dataclass(frozen=True)
class Changes:
    """What differs from the commit where the branch began, by the file's real path."""

    files: Mapping[Path, Change]

    def touched(self, path: Path) -> bool:
        return _real(path) in self.files

    def only(self, report: Report, path: Path) -> Report:
        """What `report`, on the file at `path`, says of changed words and of the whole document."""
        change = self.files[_real(path)]
        if change.before is not None:
            same = _Unchanged(change.before, path.read_bytes())

            def is_new(where: Location) -> bool:
                return where.path is None or not same.holds(where.path)
        else:
            lines = change.lines

            def is_new(where: Location) -> bool:
                return where.line is None or lines is None or _overlap(where, lines)

        return replace(
            report,
            findings=tuple(each for each in report.findings if is_new(each.location)),
            unchecked=tuple(each for each in report.unchecked if is_new(each.location)),
            problems=tuple(each for each in report.problems if each.fatal or is_new(each.where)),
        )


def since(revision: str, folder: Path) -> Changes:
    """What changed in the repository around `folder` since the branch left `revision`.

    Commits of the branch, what is not committed yet, and files that Git does not know.
    """
    root = Path(_git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    name = f"{revision}^{{commit}}"
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    except ChangesError as error:
        message = f'There is no commit "{revision}" in {root}; was it fetched?'
        raise ChangesError(message) from error
    try:
        base = _git(root, "merge-base", commit.decode().strip(), "HEAD").decode().strip()
    except ChangesError as error:
        message = f'"{revision}" and HEAD have no commit in common; is the clone a shallow one?'
        raise ChangesError(message) from error
    options = ("-M", "--diff-filter=ACMR", *_PLAIN)
    names = _names(_git(root, "diff", *options, "--name-only", "-z", base, "--"))
    patch = _git(root, "diff", *options, "--unified=0", "--no-color", base, "--")
    parts = re.split(r"^diff --git .*\n", patch.decode("utf-8", "replace"), flags=re.MULTILINE)[1:]
    files = {}
    for file, part in zip(names, parts, strict=True):
        before = None
        if file.endswith(".json"):
            before = _before(root, base, file)
        files[_real(root / file)] = Change(_lines(part), before)
    # A file that became a link, or the other way round, has two patches: one out, one in.
    turned = _git(root, "diff", "-M", "--diff-filter=T", *_PLAIN, "--name-only", "-z", base, "--")
    files |= {_real(root / file): Change() for file in _names(turned)}
    untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    files |= {_real(root / file): Change() for file in _names(untracked)}
    return Changes(files)


def _real(path: Path) -> Path:
    """Where links lead; of those in a circle, one."""
    return Path(os.path.realpath(path))


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and nothing that a stranger wrote
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the Git of whoever asks
            env={name: value for name, value in os.environ.items() if name not in _ELSEWHERE},
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise ChangesError(f"Git could not be started ({error.strerror}).") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ChangesError(f"Git says: {said[0] if said else 'nothing'}")
    return done.stdout


def _names(listed: bytes) -> list[str]:
    return [name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name]


def _lines(patch: str) -> tuple[tuple[int, int], ...] | None:
    """The new lines of a patch without context; None where Git does not show them."""
    if _BINARY.search(patch):
        return None
    found = ((int(start), int(count or 1)) for start, count in _HUNK.findall(patch))
    return tuple((start, start + count) for start, count in found if count)


def _before(root: Path, base: str, file: str) -> bytes | None:
    """The file in the commit `base`; None where it was not there under its name."""
    try:
        return _git(root, "show", f"{base}:{file}")
    except ChangesError:
        return None


def _overlap(where: Location, lines: Iterable[tuple[int, int]]) -> bool:
    first = where.line or 0
    last = max(first, where.end_line or first)
    return any(first < end and start <= last for start, end in lines)


class _Unchanged:
    """The parts of a content file that stood in it before: whole blocks, wherever, and fields."""

    def __init__(self, before: bytes, now: bytes) -> None:
        self.before = _object(before)
        self.now = _object(now)

    def holds(self, path: str) -> bool:
        """Whether the part that `path` leads into, as in body[3].value, is as it was."""
        part = _PART.match(path)
        if part is None:
            return False
        meta, key, index = part.groups()
        now, before = self.now, self.before
        if meta:
            now, before = _mapping(now.get("meta")), _mapping(before.get("meta"))
        new, old = now.get(key), before.get(key)
        if index is None or not isinstance(new, list) or not isinstance(old, list):
            return bool(new == old)
        return int(index) < len(new) and new[int(index)] in old


def _object(data: bytes) -> Mapping[str, Any]:
    try:
        return _mapping(json.loads(data))
    except (ValueError, RecursionError):
        return {}


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
