"""The command line. Commands import what they need when they run: starting must cost nothing."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence
from enum import IntEnum

from lint import __version__


class Exit(IntEnum):
    CLEAN = 0
    FINDINGS = 1
    FAILURE = 2
    INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status; never with a traceback."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if arguments == ["--version"]:
        # The question that scripts ask most often is answered before anything is imported.
        sys.stdout.write(f"contentlint {__version__}\n")
        sys.exit(Exit.CLEAN)
    # Imports and word lists make objects by the ten thousand, and all of them stay.
    gc.set_threshold(20_000)
    atexit.register(gc.freeze)  # Nor is there need to look through them when the process ends.
    from lint.cli.group import run

    sys.exit(run(arguments))
