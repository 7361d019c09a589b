"""Judging what was found, with what is known of its links; says how far it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from lint.cli.options import Refusal

if TYPE_CHECKING:
    from pathlib import Path

    from lint.cache import Cache
    from lint.config import Config
    from lint.engine import Report
    from lint.inputs import Input, Missing
    from lint.judging import Judge
    from lint.reporters import Stream
    from lint.site import LinkStatus
    from lint.verdicts import Verdict

LINK_RULES = ("broken-link", "insecure-or-redirected-link")
"""The rules that ask what is known of links."""

MOST = 10_000
"""Findings of a rule in a document, where a baseline may hold all but the last of them."""

FEW = 100
"""So many documents are judged before anybody wonders."""

WORTH_REMEMBERING = 8
"""So many are sooner judged than looked up."""


@dataclass(frozen=True)
class Work:
    """How what was found is judged: offline or not, in how many processes, remembered where.

    `most` findings of a rule are listed of each document; `fixes`: they say how to mend them.
    """

    offline: bool = False
    jobs: int = 0
    cache: Path | None = None
    most: int | None = None
    fixes: bool = False

    def verdicts(
        self,
        config: Config,
        found: Sequence[Input | Missing],
        streams: Sequence[Stream] = (),
        *,
        reports: bool = False,
        keep_text: bool = False,
        quiet: bool = False,
    ) -> Iterator[Verdict]:
        """The verdicts on what was found, in its order; on a terminal the progress of long work.

        It is not shown where that would be in the way (`quiet`).
        """
        from lint.judging import WorkerLostError
        from lint.verdicts import verdicts

        length = len(found) if len(found) > FEW and not quiet else 0
        try:
            with ExitStack() as stack:
                memory = self._memory(stack, len(found))
                judge = self.judge(config, found, memory, keep_text=keep_text)
                if keep_text:
                    memory = None  # It remembers reports without the words of the documents.
                told = stack.enter_context(progress("Checking", length))
                yield from verdicts(
                    judge, found, self.jobs, streams, reports=reports, memory=memory, told=told
                )
        except WorkerLostError as error:
            raise Refusal(str(error)) from error

    def judge(
        self,
        config: Config,
        found: Sequence[Input | Missing],
        memory: Cache | None = None,
        *,
        keep_text: bool = False,
    ) -> Judge:
        """Who judges what was found, and knows of its links."""
        from lint.engine import MOST_FINDINGS
        from lint.judging import Judge

        judge = Judge(
            config,
            unasked="links are not checked offline" if self.offline else "it was not asked",
            keep_text=keep_text,
            most=MOST_FINDINGS if self.most is None else self.most,
            fixes=self.fixes,
        )
        if self.offline:
            return judge
        return replace(judge, links=_links(judge, found, self.jobs, memory))

    def _memory(self, stack: ExitStack, count: int) -> Cache | None:
        if self.cache is None or count < WORTH_REMEMBERING:
            return None
        from lint.cache import Cache

        return stack.enter_context(Cache(self.cache))

    def reports(
        self, config: Config, found: Sequence[Input | Missing], *, keep_text: bool = False
    ) -> list[Report]:
        """The reports on what was found, in its order."""
        said = self.verdicts(config, found, reports=True, keep_text=keep_text)
        return [verdict.report for verdict in said if verdict.report is not None]


@contextmanager
def progress(label: str, length: int) -> Iterator[Callable[[int], None]]:
    """A bar on the terminal for work of that length; nothing in CI, for files, and for 0."""
    if not length or os.environ.get("CI") or not sys.stderr.isatty():
        yield lambda done: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield bar.update


@contextmanager
def growing(label: str) -> Iterator[Callable[[int, int], None]]:
    """The same for work whose length is known once it is told: so many done, of so many."""
    with ExitStack() as shown:
        bar: list[Callable[[int], None]] = []

        def told(_done: int, of: int) -> None:
            if not bar:
                bar.append(shown.enter_context(progress(label, of)))
            bar[0](1)

        yield told


def _links(
    judge: Judge, found: Sequence[Input | Missing], jobs: int, memory: Cache | None
) -> dict[str, LinkStatus]:
    """What is known of the documents' links: remembered, else asked."""
    if not any(_is_judged(name, judge.config) for name in LINK_RULES):
        return {}
    from lint.verdicts import addresses

    asked = addresses(judge, found, jobs, memory)
    if not asked:
        return {}
    from lint.links import cache
    from lint.links.statuses import statuses_of

    with growing("Asking links") as told:
        return statuses_of(asked, judge.config.links, cache.default_file(), told)


def _is_judged(name: str, config: Config) -> bool:
    from lint.config import rule_named

    return config.settings_for(rule_named(name), "en-US").enabled
