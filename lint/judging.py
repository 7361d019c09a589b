"""Reads and judges many inputs, in one process or several, and keeps their order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from lint import engine, places, readers, urls
from lint.config import Config
from lint.document import Document, Problem
from lint.engine import Report
from lint.inputs import Input, Missing, is_content
from lint.readers import content_set
from lint.readers.content_set import ContentSet
from lint.site import LinkStatus, Site
from lint.world import World

if TYPE_CHECKING:
    from zipfile import ZipFile

T = TypeVar("T")


class WorkerLostError(Exception):
    """A process that is gone, for instance because the memory was used up."""


FEW = 32
"""So many documents are sooner judged than a second process has started."""


@dataclass(frozen=True)
class Judge:
    """Judges one input at a time; knows what is the same for all of them.

    `keep_text` leaves the words in the documents of reports, for a format that shows them; `most`
    findings of a rule are listed of each, with `fixes` they say how to mend them.
    """

    config: Config
    links: Mapping[str, LinkStatus] = field(default_factory=dict)
    unasked: str = "links were not checked"
    keep_text: bool = False
    most: float = engine.MOST_FINDINGS
    fixes: bool = False

    def report(self, source: Input | Missing) -> Report | None:
        """The report, by default without words; None for JSON found that is no content."""
        if isinstance(source, Missing):
            return _not_judged(source.name, source.problem)
        try:
            world = self._world(source)
            document = _read(source, world)
            if document is None:
                return None
            config = self.config.at(source.name)
            document = _with_names(document, world, config)
            report = engine.check(document, world, config, most=self.most, fixes=self.fixes)
        except OSError as error:
            return _not_judged(source.name, _problem("unreadable", f"{error.strerror or error}."))
        except engine.RuleFailedError as error:
            return _not_judged(source.name, _problem("internal-error", str(error)))
        except Exception as error:
            broke = f"Reading it failed ({type(error).__name__}: {error})."
            problem = _problem("internal-error", f"{broke} This is a fault in contentlint.")
            return _not_judged(source.name, problem)
        document = replace(report.document, _memo={})
        if not self.keep_text:
            document = replace(document, blocks=(), lines=None, fields={})
        return replace(report, document=document)

    def document(self, source: Input | Missing) -> Document | None:
        """The document, not judged; None for JSON found that is no content."""
        if isinstance(source, Missing):
            return _unreadable(source.name, source.problem)
        try:
            return _read(source, self._world(source))
        except OSError as error:
            return _unreadable(source.name, _problem("unreadable", f"{error.strerror or error}."))

    def addresses(self, source: Input | Missing) -> tuple[str, ...]:
        """The web addresses that the document links to; none where it cannot be read."""
        try:
            document = self.document(source)
        except Exception:
            return ()  # The report says what went wrong.
        links = [link for block in document.blocks for link in block.links] if document else []
        found = (urls.web_address(link.href or "") for link in links)
        return tuple(dict.fromkeys(filter(None, found)))

    def _world(self, source: Input) -> World:
        content: Site | None = None
        if source.format == "api":
            content = _answered(source.data)
        elif source.path is not None:
            content = _content_set(source.path.parent)
        elif source.archive is not None:
            content = _content_in(source.archive, source.member)
        # What a content file links to stands on the site, not beside the file.
        has_neighbours = source.path is not None and source.format in ("markdown", "html")
        folder = source.path.parent if source.path and has_neighbours else None
        return World.of(self.config, content, self.links, self.unasked, folder)


def forget() -> None:
    """Read content sets, and files that others link to, anew: what they hold has changed."""
    places.forget()
    _content_set.cache_clear()
    _content_at.cache_clear()
    _in_archives.clear()


def each_of(
    judge: Judge,
    work: Callable[[Judge, Input | Missing], T],
    sources: Sequence[Input | Missing],
    jobs: int,
) -> Iterator[T]:
    jobs = jobs or (1 if len(sources) <= FEW else _processors())
    if jobs == 1 or len(sources) < 2:
        yield from (work(judge, source) for source in sources)
        return
    # Only here: one document is judged sooner than these are imported.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    size = max(1, min(32, len(sources) // (jobs * 4)))
    chunks = [sources[start : start + size] for start in range(0, len(sources), size)]
    with ProcessPoolExecutor(jobs, initializer=_Worker.start, initargs=(judge, work)) as pool:
        try:
            # Not `pool.map`: it cancels what waits, and a pool that then breaks trips over that.
            waiting = deque(pool.submit(_Worker.do, chunk) for chunk in chunks)
            while waiting:
                yield from cast(list[T], waiting.popleft().result())
        except BrokenProcessPool as error:
            raise WorkerLostError("A process was ended from outside; try --jobs 1.") from error
        except BaseException:
            for process in multiprocessing.active_children():
                process.terminate()
            raise


def _processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Worker:
    """What a process was told once, when it started."""

    judge: Judge
    work: Callable[..., object]

    @classmethod
    def start(cls, judge: Judge, work: Callable[..., object]) -> None:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Interrupting is for the parent.
        cls.judge = judge
        cls.work = staticmethod(work)

    @classmethod
    def do(cls, sources: Sequence[Input | Missing]) -> list[object]:
        return [cls.work(cls.judge, source) for source in sources]


@cache
def _content_set(folder: Path) -> ContentSet | None:
    root = content_set.find(folder)
    return None if root is None else _content_at(root)


@cache
def _content_at(root: Path) -> ContentSet:
    return ContentSet.at(root)


def _answered(data: bytes) -> Site:
    from lint.readers import api

    return api.world(data)


def _content_in(archive: Path, member: int) -> ContentSet | None:
    from lint import archives

    opened, folder = archives.place_of(archive, member)
    root = content_set.find_in(opened, folder)
    if root is None:
        return None
    key = (opened, str(root))
    if key not in _in_archives:
        _in_archives[key] = ContentSet.at(root)
    return _in_archives[key]


_in_archives: dict[tuple[ZipFile, str], ContentSet] = {}


def _read(source: Input, world: World) -> Document | None:
    data = source.read()
    if source.found and source.format == "stream" and not is_content(data):
        return None
    return readers.read(source.name, data, library=world, format=source.format)


def _with_names(document: Document, world: World, config: Config) -> Document:
    """With the names of health that the library of its content set, or of its CMS, has."""
    of_set = world.content.words(document.locale) if isinstance(world.content, ContentSet) else ()
    words = (*document.lexicon, *of_set)
    if not words:
        return document
    return replace(document, lexicon=(*config.lexicon.items(), *words), _memo={})


def _problem(code: str, message: str) -> Problem:
    return Problem(code, message, fatal=True)


def _unreadable(name: str, problem: Problem) -> Document:
    return readers.unreadable(name, problem.code, problem.message)


def _not_judged(name: str, problem: Problem) -> Report:
    document = _unreadable(name, problem)
    return Report(document, problems=document.problems)
