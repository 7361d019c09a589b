"""What a verdict depends on, as the key by which it is remembered."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from lint.cache import digest, of_files, of_the_linter
from lint.inputs import Input, Missing, is_address
from lint.judging import Judge
from lint.readers import content_set
from lint.site import Site


def of_verdicts(
    judge: Judge, sources: Sequence[Input | Missing], wanted: Sequence[str]
) -> list[bytes | None]:
    """The keys of verdicts on documents, from which what is `wanted` is made."""
    links = sorted((address, repr(status)) for address, status in judge.links.items())
    # Names are seen from here where the configuration says something of some of them.
    here = Path.cwd() if judge.config.overrides else None
    settings = repr(
        (judge.config, here, judge.unasked, judge.most, judge.fixes, links, wanted, Site().today)
    )
    return list(_digests(sources, digest(of_the_linter(), settings)))


def of_addresses(sources: Sequence[Input | Missing]) -> list[bytes | None]:
    """The keys of the addresses that documents link to."""
    return list(_digests(sources, digest(of_the_linter(), "addresses")))


def _digests(sources: Sequence[Input | Missing], same: bytes) -> Iterator[bytes | None]:
    """None where there is nothing to remember."""
    contents: dict[Path | None, bytes] = {}
    roots = cache(content_set.find)
    for source in sources:
        if isinstance(source, Missing):
            yield None
            continue
        try:
            data = source.read()
        except OSError:
            yield None
            continue
        # What a document shows of the content set, or the archive, that it is in belongs to it.
        root = source.archive if source.path is None else roots(source.path.parent)
        if root not in contents:
            contents[root] = b"" if root is None else _state_of(root)
        about = (source.name, source.format, source.found, source.archive, source.member)
        beside = b"" if source.path is None else _linked_files(data, source.path.parent)
        yield digest(data, repr(about), same, contents[root], beside)


_ENDING = re.compile(rb"""\.(?:md|markdown|html?)(?=[)>\s"'?#])""", re.IGNORECASE)
_AROUND_NAMES = re.compile(rb"""[()<>"'?#\n]""")
_LONGEST_NAME = 1000


def _linked_files(data: bytes, folder: Path) -> bytes:
    """Changes with the files beside it that a document may link to."""
    ends = (found.end() for found in _ENDING.finditer(data))
    texts = (data[max(0, end - _LONGEST_NAME) : end] for end in ends)
    names = {unquote(os.fsdecode(_AROUND_NAMES.split(text)[-1])) for text in texts}
    files = [folder / name.strip() for name in names if "\0" not in name and not is_address(name)]
    made_from = [file.with_suffix(".md") for file in files if file.suffix.lower() != ".md"]
    return of_files([*files, *made_from]) if files else b""


def _state_of(place: Path) -> bytes:
    """Changes with an archive, or with what a document can show or know of its content set."""
    if place.is_file():
        return of_files([place])
    shown = (path for part in content_set.SHOWN for path in (place / part).rglob("*"))
    pages = sorted((place / "pages").rglob("*.json"))
    known = (f"{page}\0{content_set.state_of(page)}" for page in pages)
    return digest(of_files([place / "site.json", *shown]), *known)
