"""Verdicts on many inputs, one after the other: remembered ones, and new ones where need be.

Nothing here keeps the reports: however many the documents, memory stays the same.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import compress
from pathlib import Path
from urllib.parse import unquote

from lint import records
from lint.cache import Cache, digest, of_files, of_the_linter
from lint.engine import Report
from lint.facts import dataclass
from lint.inputs import Input, Missing, is_address
from lint.judging import Judge, each_of
from lint.readers import content_set
from lint.reporters import Stream, Tally
from lint.site import Site

_REPORT = "report"
"""The key of the part that is the report itself."""


@dataclass(frozen=True)
class Verdict:
    """What is said of one document: its numbers, and its part of each stream.

    `report` is there where it was asked for.
    """

    tally: Tally
    parts: tuple[str, ...]
    report: Report | None = None


def verdicts(
    judge: Judge,
    sources: Sequence[Input | Missing],
    jobs: int,
    streams: Sequence[Stream],
    *,
    reports: bool = False,
    memory: Cache | None = None,
    told: Callable[[int], object] = lambda done: None,
) -> Iterator[Verdict]:
    """The verdicts in order; `told` hears of each document that is done.

    `jobs` 0 takes as many processes as are worth it. `memory` is asked first.
    """
    work = partial(_verdict, streams=tuple(streams), reports=reports)
    wanted = [stream.key for stream in streams] + [_REPORT] * reports
    keys = [] if memory is None else _keys(judge, sources, wanted)
    known = [memory is not None and key is not None and key in memory for key in keys]
    new = list(compress(sources, (not each for each in known))) if any(known) else sources
    judged = each_of(judge, work, new, jobs)
    for number, source in enumerate(sources):
        key = keys[number] if keys else None
        verdict: Verdict | None
        if memory is not None and key is not None and known[number]:
            verdict = _loaded(memory.get(key) or "", wanted) or work(judge, source)
        else:
            verdict = next(judged)
            if memory is not None and key is not None and verdict is not None:
                memory.put(key, _dumped(verdict, streams))
        told(1)
        if verdict is not None:
            yield verdict


def _verdict(
    judge: Judge, source: Input | Missing, streams: Sequence[Stream], reports: bool
) -> Verdict | None:
    report = judge.report(source)
    if report is None:
        return None
    tally = Tally.of([report])
    parts = tuple(stream.part(report) for stream in streams)
    return Verdict(tally, parts, report if reports else None)


def _dumped(verdict: Verdict, streams: Sequence[Stream]) -> str:
    parts = {stream.key: part for stream, part in zip(streams, verdict.parts, strict=True)}
    if verdict.report is not None:
        parts[_REPORT] = records.dumped(verdict.report)
    return json.dumps([verdict.tally.dumped(), parts], separators=(",", ":"))


def _loaded(known: str, wanted: Sequence[str]) -> Verdict | None:
    """None where it cannot be read."""
    try:
        tally, parts = json.loads(known)
        found = tuple(parts[key] for key in wanted if key != _REPORT)
        report = records.loaded(parts[_REPORT]) if _REPORT in wanted else None
        return Verdict(Tally.loaded(tally), found, report)
    except (ValueError, LookupError, TypeError):
        return None


def _keys(
    judge: Judge, sources: Sequence[Input | Missing], wanted: Sequence[str]
) -> list[bytes | None]:
    """What each verdict depends on; None where there is nothing to remember."""
    links = sorted((address, repr(status)) for address, status in judge.links.items())
    # Names are seen from here where the configuration says something of some of them.
    here = Path.cwd() if judge.config.overrides else None
    settings = repr(
        (judge.config, here, judge.unasked, judge.most, judge.fixes, links, wanted, Site().today)
    )
    return list(_digests(sources, digest(of_the_linter(), settings)))


def _digests(sources: Sequence[Input | Missing], same: bytes) -> Iterator[bytes | None]:
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


def addresses(
    judge: Judge, sources: Sequence[Input | Missing], jobs: int, memory: Cache | None
) -> list[str]:
    """The web addresses that the documents link to, each once; `memory` is asked first."""
    same = digest(of_the_linter(), "addresses")
    keys = [None] * len(sources) if memory is None else list(_digests(sources, same))
    found: dict[str, None] = {}
    new: list[int] = []
    for number, key in enumerate(keys):
        known = None if memory is None or key is None else memory.get(key)
        if known is None:
            new.append(number)
        else:
            found |= dict.fromkeys(known.splitlines())
    asked = each_of(judge, Judge.addresses, [sources[number] for number in new], jobs)
    for number, linked in zip(new, asked, strict=True):
        key = keys[number]
        if memory is not None and key is not None:
            memory.put(key, "\n".join(linked))
        found |= dict.fromkeys(linked)
    return list(found)
