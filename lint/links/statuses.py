"""What is known of links: remembered from before, else asked now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from lint.config import LinkSettings
from lint.links import cache
from lint.site import LinkState, LinkStatus

Progress = Callable[[int, int], None]


def statuses_of(
    addresses: Iterable[str],
    settings: LinkSettings,
    file: Path | None,
    progress: Progress = lambda done, of: None,
) -> dict[str, LinkStatus]:
    """The status of each http or https address.

    Answers are kept in `file`; None neither reads nor keeps them. Whoever interrupts loses none of
    the answers so far. `progress` hears how many of those asked are done.
    """
    every = list(dict.fromkeys(addresses))
    statuses = {
        address: LinkStatus(LinkState.UNKNOWN, "the configuration leaves it out", asked=False)
        for address in every
        if not _is_chosen(address, settings)
    }
    chosen = [address for address in every if address not in statuses]
    if file is not None:
        statuses |= cache.remembered(file, chosen, accept=settings.accept)
    unknown = [address for address in chosen if address not in statuses]
    if not unknown:
        return statuses
    # Only here: the client takes a quarter of a second to load.
    from lint.links.checker import check_links

    asked: dict[str, LinkStatus] = {}

    def told(address: str, status: LinkStatus) -> None:
        asked[address] = status
        progress(len(asked), len(unknown))

    try:
        return statuses | check_links(unknown, settings, told=told)
    finally:
        if file is not None:
            cache.remember(file, asked, accept=settings.accept)


def _is_chosen(address: str, settings: LinkSettings) -> bool:
    if any(fnmatchcase(address, pattern) for pattern in settings.exclude):
        return False
    return not settings.include or any(
        fnmatchcase(address, pattern) for pattern in settings.include
    )
