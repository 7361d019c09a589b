"""`contentlint baseline`: write down what is found now, so that only what is new counts."""

from __future__ import annotations

from pathlib import Path

import click

from lint.cli import Exit, options, output
from lint.cli.options import Refusal
from lint.cli.sources import sources
from lint.cli.work import MOST, Work


@click.command()
@options.paths
@click.option(
    "--output",
    "-o",
    "file",
    metavar="FILE",
    type=click.Path(),
    help="Where it is written. [default: the configured one]",
)
@click.option("--update", is_flag=True, help="Only take out what is found no more.")
@options.offline
@options.choosing_rules
@options.cms
@options.jobs
@options.config_file
def baseline(
    paths: tuple[str, ...],
    file: str | None,
    update: bool,
    offline: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    token: str,
    live: bool,
    drafts: bool,
    insecure_http: bool,
    jobs: int,
    config_file: str | None,
) -> int:
    """Write down all that is found now; `check --baseline FILE` then counts only what is new."""
    from lint.baseline import Baseline, BaselineError

    config = options.configured(paths, config_file, select, ignore, profile)
    path = config.baseline if file is None else Path(file)
    if path is None:
        raise Refusal("Say with --output, or as baseline in the configuration, where it is kept.")
    output.refuse_unwritable(path)
    try:
        old = Baseline.read(path) if update else Baseline(path)
    except BaselineError as error:
        raise Refusal(str(error)) from error
    access = options.access(paths, token, live, drafts, insecure_http)
    found = list(sources(paths, config, "", None, access=access))
    reports = Work(offline, jobs, most=MOST).reports(config, found)
    for report in reports:
        if not report.judged:
            click.echo(f"contentlint: {report.document.name} could not be checked.", err=True)
    kept = old.without(old.mark(reports, config)[1]) if update else Baseline.of(path, reports)
    output.write(kept.text(), str(path))
    click.echo(f"{kept.count} findings in {len(kept.files)} files are in {path}.")
    return Exit.CLEAN if all(report.judged for report in reports) else Exit.FAILURE
