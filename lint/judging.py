"""Reads and judges many inputs, in one process or several, and keeps their order."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial

from lint import engine
from lint.config import Config
from lint.document import Document, DocumentKind, Meta, Problem
from lint.engine import Report
from lint.inputs import Input, Missing, is_content
from lint.readers import markdown, text
from lint.site import Site

FEW = 32
"""So many documents are sooner judged than a second process has started."""


def judge_all(
    sources: Sequence[Input | Missing], site: Site, config: Config, jobs: int
) -> Iterator[Report]:
    """The reports in order; `jobs` 0 takes as many processes as are worth it."""
    jobs = jobs or (1 if len(sources) <= FEW else os.cpu_count() or 1)
    judge_one = partial(judge, site=site, config=config)
    if jobs == 1 or len(sources) < 2:
        reports = map(judge_one, sources)
        yield from (report for report in reports if report is not None)
        return
    size = max(1, min(32, len(sources) // (jobs * 4)))
    with ProcessPoolExecutor(jobs, initializer=_leave_interrupts_to_the_parent) as pool:
        try:
            for report in pool.map(judge_one, sources, chunksize=size):
                if report is not None:
                    yield report
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def judge(source: Input | Missing, site: Site, config: Config) -> Report | None:
    """The report without the document's words; None for JSON found that is no content."""
    if isinstance(source, Missing):
        return _unreadable(source.name, source.problem)
    try:
        data = source.read()
        if source.found and source.format == "json" and not is_content(data):
            return None
        report = engine.check(_read(source, data), site, config)
    except OSError as error:
        reason = error.strerror or str(error)
        return _unreadable(source.name, Problem("unreadable", f"{reason}.", fatal=True))
    except engine.RuleFailedError as error:
        return _unreadable(source.name, Problem("internal-error", str(error), fatal=True))
    except Exception as error:
        message = (
            f"Reading it failed ({type(error).__name__}: {error}). This is a fault in contentlint."
        )
        return _unreadable(source.name, Problem("internal-error", message, fatal=True))
    return replace(report, document=replace(report.document, blocks=(), lines=None, _memo={}))


def _read(source: Input, data: bytes) -> Document:
    readers = {"markdown": markdown.read, "text": text.read}
    return readers[source.format](data.decode(), source.name)


def _unreadable(name: str, problem: Problem) -> Report:
    document = Document(name, DocumentKind.ARTICLE, Meta(), (), problems=(problem,))
    return Report(document, problems=document.problems)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
