"""`contentlint check --fix`: mend what can be mended, or show what that would change."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint import judging
from lint.cli import Exit, output
from lint.cli.options import Refusal
from lint.cli.work import MOST, Work
from lint.fixes import Mended, mended
from lint.inputs import Input, Missing
from lint.judging import Judge

if TYPE_CHECKING:
    from lint.baseline import Baseline
    from lint.changes import Changes
    from lint.config import Config
    from lint.engine import Report


@dataclass(frozen=True)
class Fixing:
    """What is asked for: `unsafe` fixes too; `dry` to show the changes and write nothing."""

    unsafe: bool = False
    dry: bool = False


@dataclass(frozen=True)
class _Counting:
    """Which findings count: not old ones, and only those in what has changed."""

    config: Config
    baseline: Baseline | None
    changes: Changes | None

    def of(self, report: Report, source: Input) -> Report:
        if self.baseline is not None:
            name = self.baseline.name(report)
            here = replace(self.baseline, files={name: self.baseline.files.get(name, ())})
            report = here.mark([report], self.config)[0][0]
        if self.changes is not None and source.path is not None:
            report = self.changes.only(report, source.path)
        return report


@dataclass(frozen=True)
class _Given(Input):
    """An input that says something else than what its file holds."""

    def read(self) -> bytes:
        return self.data


@dataclass(frozen=True)
class _Fixed:
    """What became of an input; `reason` is why nothing could."""

    source: Input
    before: bytes = b""
    mended: Mended | None = None
    reason: str = ""


def fix(
    fixing: Fixing,
    config: Config,
    found: Sequence[Input | Missing],
    work: Work,
    baseline: Baseline | None,
    changes: Changes | None,
) -> int:
    """Mend the files among what was found, and say on standard error what was done.

    Dry, print a unified diff instead. Gives the exit status of that: findings where it shows any.
    """
    judge = replace(work, most=MOST, fixes=True).judge(config, found, keep_text=True)
    counting = _Counting(config, baseline, changes)
    doing = partial(_fixed, unsafe=fixing.unsafe, counting=counting)
    done: Counter[str] = Counter()
    files = 0
    refused = 0
    with output.Destination() as shown:
        for each in _each(judge, doing, found, work.jobs):
            if each is None:
                continue
            if each.mended is None:
                click.echo(f"contentlint: {each.source.name}: {each.reason}", err=True)
                continue
            refused += each.mended.refused
            if each.mended.data == each.before:
                continue
            if fixing.dry:
                change = diff(each.source.name, each.before, each.mended.data)
                shown.write(_harmless(change) if shown.is_terminal else change)
            elif each.source.path is None:
                click.echo(f"contentlint: {each.source.name}: {_NO_FILE}", err=True)
                continue
            else:
                write(each.source.path, each.before, each.mended.data)
            files += 1
            done.update(each.mended.made)
    judging.forget()
    _tell(fixing, done, files, refused)
    return Exit.FINDINGS if fixing.dry and files else Exit.CLEAN


_NO_FILE = "Only files can be fixed; --dry-run shows what would change."
_LINK = "A link that was found in a folder is not followed to fix; name the file."
_IN_ARCHIVE = "Files in an archive cannot be fixed."
_IN_CMS = "Pages of a CMS cannot be fixed from here."


def _each(
    judge: Judge,
    doing: Callable[[Judge, Input | Missing], _Fixed | None],
    found: Sequence[Input | Missing],
    jobs: int,
) -> Iterator[_Fixed | None]:
    try:
        yield from judging.each_of(judge, doing, found, jobs)
    except judging.WorkerLostError as error:
        raise Refusal(str(error)) from error


def _fixed(
    judge: Judge, source: Input | Missing, *, unsafe: bool, counting: _Counting
) -> _Fixed | None:
    """Nothing is said of what cannot be judged: the report does that."""
    if isinstance(source, Missing):
        return None
    if source.archive is not None or source.format == "api":
        return _Fixed(source, reason=_IN_CMS if source.archive is None else _IN_ARCHIVE)

    if source.found and source.path is not None and source.path.is_symlink():
        return _Fixed(source, reason=_LINK)

    def judged(data: bytes) -> Report | None:
        given = _Given(source.name, source.format, source.path, data, source.found)
        report = judge.report(given)
        return None if report is None else counting.of(report, source)

    try:
        before = source.read()
    except OSError:
        return None
    return _Fixed(source, before, mended(before, judged, unsafe=unsafe))


def diff(name: str, before: bytes, after: bytes) -> str:
    """The change as a unified diff."""
    from difflib import unified_diff

    from lint.readers.decoding import encoding_of

    old, new = (
        data.decode(encoding_of(data)[1], "replace")
        .removeprefix("\ufeff")
        .splitlines(keepends=True)
        for data in (before, after)
    )
    lines = []
    for line in unified_diff(old, new, name, name):
        ended = line.endswith(("\n", "\r"))
        lines.append(line if ended else f"{line}\n\\ No newline at end of file\n")
    return "".join(lines)


def _harmless(change: str) -> str:
    """The change for eyes: without the characters that a terminal would obey."""
    return "".join(
        letter if letter.isprintable() or letter in "\n\t" else "\N{REPLACEMENT CHARACTER}"
        for letter in change
    )


def write(path: Path, before: bytes, after: bytes) -> None:
    """Write all of a file or nothing, where it still is as it was judged; it keeps its mode."""
    target = path.resolve()
    try:
        if target.read_bytes() != before:
            raise Refusal(f"{path} has changed since it was read; it was left as it is.")
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(after)
            os.chmod(name, target.stat().st_mode & 0o7777)
            os.replace(name, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise
    except OSError as error:
        raise Refusal(f"{path} could not be written ({error.strerror}).") from error


def _tell(fixing: Fixing, done: Counter[str], files: int, refused: int) -> None:
    count = sum(done.values())
    if count:
        verb = "would change" if fixing.dry else "changed"
        rules = ", ".join(f"{rule} {times}" for rule, times in sorted(done.items()))
        click.echo(
            f"contentlint: {verb} {_counted(count, 'place')} in {_counted(files, 'file')}"
            f" ({rules}).",
            err=True,
        )
    elif not refused:
        click.echo("contentlint: nothing to fix.", err=True)
    if refused:
        click.echo(
            f"contentlint: {_counted(refused, 'place')} left alone: the fix would have changed"
            " more than it should, or brought a new error.",
            err=True,
        )


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
