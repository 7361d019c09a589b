"""What .gitignore files leave out of a folder that is searched."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

Said: TypeAlias = "tuple[tuple[str, GitIgnoreSpec], ...]"
"""Folders and what their .gitignore says, outermost first."""


def above(root: Path) -> Said:
    """What the folders around `root` say of what it holds, as far as its repository goes.

    Nothing where `root` itself is ignored: whoever names it wants it.
    """
    folder = root.resolve()
    around: list[Path] = []
    for each in folder.parents if not (folder / ".git").exists() else ():
        around.insert(0, each)
        if (each / ".git").exists():
            break
    else:
        return ()
    said: Said = ()
    for each in around:
        said = within(str(each), said)
    return () if ignores(said, str(folder) + os.sep) else said


def within(folder: str, said: Said) -> Said:
    """`said`, and what `folder` itself says."""
    try:
        with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return said
    from pathspec import GitIgnoreSpec

    return (*said, (folder, GitIgnoreSpec.from_lines(filter(_is_pattern, lines))))


def _is_pattern(line: str) -> bool:
    """Git takes no notice of a line that it cannot read either."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True


def ignores(said: Said, path: str) -> bool:
    """Whether `path`, a folder's with a slash at its end, is left out; the innermost decides."""
    for folder, spec in reversed(said):
        slash = "/" if path.endswith(os.sep) else ""
        answer = spec.check_file(os.path.relpath(path, folder) + slash).include
        if answer is not None:
            return answer
    return False
