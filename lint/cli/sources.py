"""What a command reads: the paths it was given, else those of the configuration."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lint.cli.options import Refusal

if TYPE_CHECKING:
    from lint.config import Config
    from lint.inputs import Input, Missing
    from lint.remote import Access


def sources(
    paths: Sequence[str],
    config: Config,
    stdin_filename: str,
    stdin_format: str | None,
    *,
    always_exclude: bool = False,
    access: Access | None = None,
    remembered: Path | None = None,
) -> Iterator[Input | Missing]:
    """Standard input where it is asked for, then what stands at the paths, then pages of CMSs.

    A CMS is read with `access`, and its answers are `remembered` in that folder.
    """
    from lint.inputs import gather, is_address

    if not paths:
        if not config.paths:
            raise Refusal("Name a file or a folder to check, or set paths in the configuration.")
        yield from gather(map(_shortened, config.paths), config.excludes)
        return
    for path in paths:
        if path == "-":
            yield _standard_input(stdin_filename, stdin_format)
    web = [path for path in paths if access is not None and is_address(path)]
    named = (path for path in paths if path != "-" and path not in web)
    yield from gather(named, config.excludes, always=always_exclude)
    if access is not None:
        yield from _pages(web, access, remembered)


def _pages(
    addresses: Sequence[str], access: Access, remembered: Path | None
) -> Iterator[Input | Missing]:
    from lint import remote
    from lint.cli.work import growing

    with growing("Reading pages") as told:
        try:
            yield from remote.gather(addresses, access, remembered, told)
        except remote.AddressError as error:
            raise Refusal(str(error)) from error


def _shortened(path: Path) -> Path:
    """As seen from here where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _standard_input(name: str, format_: str | None) -> Input:
    from lint.inputs import Input
    from lint.readers import FORMATS, LARGEST

    named = "stream" if format_ == "json" else format_
    by_name = FORMATS.get(Path(name).suffix.lower(), "markdown")
    return Input(name or "stdin", named or by_name, data=sys.stdin.buffer.read(LARGEST + 1))
