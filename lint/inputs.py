"""Finds what to judge: files, folders, globs, archives, and standard input."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lint import ignored
from lint.document import Problem
from lint.readers import FORMATS, LARGEST

_SKIPPED = frozenset({"node_modules", "__pycache__", "venv", "__MACOSX"})
_CONTENT_KEYS = frozenset({"kind", "body", "article_kind"})


@dataclass(frozen=True)
class Input:
    """Something to judge: `name` is what reports call it, `format` its reader.

    It is the file at `path`, or number `member` of the archive `archive`; `data` stands in where
    it is neither. `found` in a folder, it is passed over where it turns out to be no content.
    """

    name: str
    format: str
    path: Path | None = None
    data: bytes = b""
    found: bool = False
    archive: Path | None = None
    member: int = 0

    def read(self) -> bytes:
        """Its bytes; of a file that is too large only enough to tell that it is."""
        if self.archive is not None:
            from lint import archives

            return archives.read(self.archive, self.member, LARGEST + 1)
        if self.path is None:
            return self.data
        if self.found and not self.path.is_file():
            raise OSError(errno.EINVAL, "It is no regular file, and was not named")
        with self.path.open("rb") as file:
            return file.read(LARGEST + 1)


@dataclass(frozen=True)
class Missing:
    """A path at which there is nothing to judge."""

    name: str
    problem: Problem


def gather(
    paths: Iterable[str | Path],
    excludes: Callable[[str], bool] = lambda name: False,
    *,
    always: bool = False,
) -> Iterator[Input | Missing]:
    """What stands at `paths`, each file once: as named, and in folders and archives by name.

    `excludes` says of a file, or a folder with a slash at its end, that it is left out where it is
    found; `always` also where it was named itself.
    """
    seen: set[str] = set()
    for path in map(str, paths):
        if always and excludes(path):
            continue
        for each in _at(path, excludes):
            if isinstance(each, Input) and each.path is not None:
                real = os.path.realpath(each.path)  # Of links in a circle it gives one.
                if real in seen:
                    continue
                seen.add(real)
            yield each


def is_address(path: str) -> bool:
    """Whether a path is on the web, not on this machine."""
    return path[:8].lower().startswith(("http://", "https://"))


def _at(name: str, excludes: Callable[[str], bool]) -> Iterator[Input | Missing]:
    path = Path(name)
    if is_address(name):
        yield _missing(name, "not-found", "Pages of a CMS are for check and baseline.")
    elif path.is_dir():
        found = list(_in_folder(path, excludes))
        yield from found
        if not found:
            kinds = ", ".join(FORMATS)
            yield _missing(name, "no-content", f"There is nothing to check in it ({kinds}).")
    elif path.exists():
        if path.suffix.lower() == ".zip":
            yield from _in_archive(path, excludes)
        else:
            yield Input(str(path), FORMATS.get(path.suffix.lower(), "text"), path)
    elif any(character in name for character in "*?["):
        yield from _matching(name, excludes)
    else:
        yield _missing(str(path), "not-found", "There is no such file or folder.")


def _missing(name: str, code: str, message: str) -> Missing:
    return Missing(name, Problem(code, message, fatal=True))


def _in_folder(root: Path, excludes: Callable[[str], bool]) -> Iterator[Input | Missing]:
    said = {str(root): ignored.above(root)}
    inside = tuple(os.path.join(os.path.realpath(place), "") for place in (root, os.curdir))
    for folder, folders, files in os.walk(root):
        here = said[folder] = ignored.within(os.path.realpath(folder), said.pop(folder))
        real = os.path.realpath(folder) if here else folder

        def left_out(
            name: str, folder: str = folder, real: str = real, here: ignored.Said = here
        ) -> bool:
            return ignored.ignores(here, os.path.join(real, name)) or excludes(
                os.path.join(folder, name)
            )

        folders[:] = sorted(
            name for name in folders if not _is_hidden(name) and not left_out(name + "/")
        )
        said |= {os.path.join(folder, name): here for name in folders}
        for name in sorted(files):
            format_ = FORMATS.get(os.path.splitext(name)[1].lower())
            if format_ and not _is_hidden(name) and not left_out(name):
                path = Path(folder, name)
                if path.is_symlink() and not os.path.realpath(path).startswith(inside):
                    yield _missing(str(path), "leads-outside", _LEADS_OUTSIDE)
                else:
                    yield Input(str(path), format_, path, found=True)


_LEADS_OUTSIDE = "A link that leads elsewhere is not followed; name the file to check it."


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name in _SKIPPED


def _matching(pattern: str, excludes: Callable[[str], bool]) -> Iterator[Input | Missing]:
    """What matches a pattern that the shell left alone: ** is any number of folders."""
    from lint.config import patterns

    parts = Path(pattern).parts
    fixed = next(index for index, part in enumerate(parts) if set(part) & set("*?["))
    root = Path(*parts[:fixed])
    try:
        wanted = patterns(("/" + "/".join(parts[fixed:]),))
    except ValueError:
        yield _missing(pattern, "not-found", "This is no pattern that can be matched.")
        return
    found = [
        each
        for each in _in_folder(root, excludes)
        if wanted.match_file(os.path.relpath(each.name, root))
    ]
    yield from found
    if not found:
        yield _missing(pattern, "not-found", "Nothing to check matches it.")


def _in_archive(path: Path, excludes: Callable[[str], bool]) -> Iterator[Input | Missing]:
    from lint import archives

    try:
        members = archives.members(path)
    except OSError as error:
        code = error.code if isinstance(error, archives.ArchiveError) else "unreadable"
        yield _missing(str(path), code, error.strerror or str(error))
        return
    found: list[Input | Missing] = []
    for number, label in members:
        name = f"{path}/{label}"
        parts = PurePosixPath(label).parts
        ending = PurePosixPath(label).suffix.lower()
        if any(_is_hidden(part) and part != ".." for part in parts) or excludes(name):
            continue
        if ending == ".zip":
            message = "An archive inside an archive is not opened."
            found.append(_missing(name, "nested-archive", message))
        elif ending in FORMATS:
            found.append(Input(name, FORMATS[ending], found=True, archive=path, member=number))
    yield from found or [_missing(str(path), "no-content", "There is nothing to check in it.")]


def is_content(data: bytes) -> bool:
    """Whether JSON found in a folder is ours to judge; broken JSON is, for it may be content."""
    try:
        loaded = json.loads(data)
    except (ValueError, RecursionError):
        return True
    return isinstance(loaded, dict) and not _CONTENT_KEYS.isdisjoint(loaded)
