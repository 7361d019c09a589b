"""Where a command's answer goes: a file, a terminal, a pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self

from lint import __version__
from lint.cli.options import Refusal, Wanted

if TYPE_CHECKING:
    from lint.engine import Report
    from lint.reporters import Stream


def stream(wanted: Wanted) -> Stream | None:
    """What writes the report document by document; None for a format that needs them all."""
    if wanted.format == "text":
        from lint.reporters import text

        page = text.Page.of(sys.stdout, os.environ) if wanted.file is None else text.Page()
        return text.TextStream(page)
    if wanted.format == "json":
        from lint.reporters import json

        return json.JsonStream(__version__)
    return None


def rendered(reports: Sequence[Report], format_: str, file: str | None = None) -> str:
    """The report in a format; text as the terminal, if it goes there, can show it."""
    from lint.reporters import FORMATS, streamed

    writes = stream(Wanted(format_, file))
    if writes is not None:
        return streamed(writes, reports)
    return FORMATS[format_].render(reports, tool=__version__)


class Destination:
    """Where a report is written piece by piece: a file, or standard output.

    As UTF-8; a lone surrogate, which has none, as the escape that JSON has for it.
    """

    def __init__(self, file: str | None = None) -> None:
        self.file = file
        self._to: BinaryIO | None = None

    @property
    def is_terminal(self) -> bool:
        return self.file is None and sys.stdout.isatty()

    def __enter__(self) -> Self:
        with self._telling():
            if self.file is None:
                sys.stdout.flush()
                self._to = sys.stdout.buffer
            else:
                self._to = open(self.file, "wb")
        return self

    def write(self, text: str) -> None:
        if self._to is None or not text:
            return
        with self._telling():
            self._to.write(text.encode("utf-8", "backslashreplace"))
            if self.is_terminal:
                self._to.flush()

    def __exit__(self, *_: object) -> None:
        to, self._to = self._to, None
        if to is None:
            return
        with self._telling():
            if self.file is None:
                to.flush()
            else:
                to.close()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            # Whoever was reading has seen enough; the interpreter must not complain either.
            self._to = None
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            what = self.file or "The report"
            raise Refusal(f"{what} could not be written ({error.strerror}).") from error


def write(text: str, file: str | None = None) -> None:
    """All of it at once."""
    with Destination(file) as destination:
        destination.write(text)


def refuse_unwritable(path: Path) -> None:
    """Before the work, not after it."""
    if path.is_dir() or not path.parent.is_dir():
        raise Refusal(f"{path} could not be written (there is no such folder, or it is one).")
