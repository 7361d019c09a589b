"""Verdicts on many inputs, one after the other: remembered ones, and new ones where need be.

Nothing here keeps the reports: however many the documents, memory stays the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import compress
from typing import TYPE_CHECKING

from lint import records
from lint.engine import Report
from lint.inputs import Input, Missing
from lint.judging import Judge, each_of
from lint.reporters import Stream, Tally

if TYPE_CHECKING:
    from lint.cache import Cache

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
    keys: list[bytes | None] = []
    if memory is not None:
        from lint.keys import of_verdicts

        keys = of_verdicts(judge, sources, wanted)
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


def addresses(
    judge: Judge, sources: Sequence[Input | Missing], jobs: int, memory: Cache | None
) -> list[str]:
    """The web addresses that the documents link to, each once; `memory` is asked first."""
    keys: list[bytes | None] = [None] * len(sources)
    if memory is not None:
        from lint.keys import of_addresses

        keys = of_addresses(sources)
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
