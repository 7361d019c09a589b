"""Checks again whenever a file, or what is configured, changes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NoReturn

import click

from lint.cli.options import Refusal

if TYPE_CHECKING:
    from pathlib import Path

    from lint.cli.check import Check

PAUSE = 0.5
"""Seconds between two looks; ten times as long as a look takes if that is more."""


def watched(prepared: Callable[[], Check]) -> NoReturn:
    """Run what is `prepared` now, and again after each change, until somebody interrupts."""
    from lint import judging

    seen: object = None
    while True:
        began = time.monotonic()
        found: object
        try:
            check = prepared()
            found = dict(_stamps(check))
            took = time.monotonic() - began
            if found != seen:
                judging.forget()
                if sys.stdout.isatty():
                    click.clear()
                check.run()
                click.echo("contentlint: watching; Ctrl-C ends it.", err=True)
        except Refusal as error:
            found = str(error)
            took = time.monotonic() - began
            if found != seen:
                click.echo(f"contentlint: {error.format_message()}", err=True)
        seen = found
        time.sleep(max(PAUSE, 10 * took))


def _stamps(check: Check) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """What tells whether a file has changed, by its name."""
    from lint.inputs import Input

    for each in check.found:
        path = (each.path or each.archive) if isinstance(each, Input) else None
        yield each.name, None if path is None else _stamp(path)
    for file in (check.config.file, check.baseline):
        if file is not None:
            yield str(file), _stamp(file)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        facts = os.stat(path)
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size
