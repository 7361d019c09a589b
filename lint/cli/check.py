"""`contentlint check`: judge files, folders and standard input."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint import folders
from lint.cli import Exit, options, output
from lint.cli.options import Refusal, Wanted
from lint.cli.sources import sources
from lint.cli.work import MOST, Work

if TYPE_CHECKING:
    from lint.baseline import Baseline
    from lint.changes import Changes
    from lint.config import Config
    from lint.engine import Report
    from lint.inputs import Input, Missing
    from lint.reporters import Tally
    from lint.rule import Severity


@click.command()
@options.paths
@click.option(
    "--format",
    "formats",
    type=options.FormatType(),
    multiple=True,
    metavar="NAME[=FILE]",
    help="text, json, sarif, github, gitlab, junit, rdjson or html; may be repeated."
    " [default: text]",
)
@click.option(
    "--output",
    "-o",
    "file",
    metavar="FILE",
    type=click.Path(),
    help="Write the report to a file.",
)
@options.offline
@options.choosing_rules
@click.option(
    "--fail-on", type=options.SEVERITIES, help="The least severity that fails. [default: error]"
)
@click.option(
    "--scores",
    type=click.Choice(["contentlint", "textstat"]),
    help="Whose reading scores count. [default: contentlint]",
)
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(),
    help="Old findings do not count. [default: the configured one]",
)
@click.option("--changed-since", metavar="REV", help="Only what this branch changes since REV.")
@click.option("--force-exclude", is_flag=True, help="Exclude also paths that are named here.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing a word.")
@click.option("--unsafe", is_flag=True, help="With --fix: take suggestions of wording too.")
@click.option("--dry-run", is_flag=True, help="With --fix: show the changes and write nothing.")
@click.option("--watch", is_flag=True, help="Check again whenever something changes.")
@options.cms
@options.jobs
@click.option(
    "--cache-dir", metavar="DIR", type=click.Path(), help="Where verdicts are remembered."
)
@click.option("--no-cache", is_flag=True, help="Remember no verdicts.")
@options.config_file
@options.standard_input
def check(
    paths: tuple[str, ...],
    formats: tuple[Wanted, ...],
    file: str | None,
    offline: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    fail_on: str | None,
    scores: str | None,
    baseline: str | None,
    changed_since: str | None,
    force_exclude: bool,
    fix: bool,
    unsafe: bool,
    dry_run: bool,
    watch: bool,
    token: str,
    live: bool,
    drafts: bool,
    insecure_http: bool,
    jobs: int,
    cache_dir: str | None,
    no_cache: bool,
    config_file: str | None,
    stdin_filename: str,
    stdin_format: str | None,
) -> int:
    """Check files, folders, globs, zip archives, standard input (-) and pages of a CMS.

    The address of a page of a CMS stands for it and all pages below it.

    Without a path, what the configuration names is checked. Exit status: 0 nothing at the level
    that fails, 1 findings at that level, 2 an input could not be judged, 130 interrupted.
    """
    wanted = placed(formats, file)
    if (unsafe or dry_run) and not fix:
        raise Refusal("--unsafe and --dry-run say how to fix: they go with --fix.")
    if fix and watch:
        raise Refusal("--watch shows what is wrong; it does not fix.")
    access = options.access(paths, token, live, drafts, insecure_http)
    folder = remembering(cache_dir, no_cache)

    def prepared() -> Check:
        from lint.reporters import FORMATS

        config = options.configured(paths, config_file, select, ignore, profile, fail_on, scores)
        named = paths or (() if config.paths or not changed_since else (".",))
        found = sources(
            named,
            config,
            stdin_filename,
            stdin_format,
            always_exclude=force_exclude,
            access=access,
            remembered=folder and folder / "remote",
        )
        old = config.baseline if baseline is None else Path(baseline)
        changes = _changes(changed_since, options.common_folder(named))
        work = Work(offline, jobs, folder, fixes=any(FORMATS[each.format].fixes for each in wanted))
        return Check(config, tuple(found), wanted, work, old, changes)

    if fix:
        return prepared().fixed(unsafe=unsafe, dry=dry_run)
    if not watch:
        return prepared().run()
    if "-" in paths:
        raise Refusal("Standard input cannot be watched.")
    if access is not None:
        raise Refusal("Pages of a CMS cannot be watched.")
    from lint.cli.watching import watched

    return watched(prepared)


@dataclass(frozen=True)
class Check:
    """One check of what was found: where its reports go, and what of them counts."""

    config: Config
    found: Sequence[Input | Missing]
    formats: Sequence[Wanted]
    work: Work
    baseline: Path | None
    changes: Changes | None

    def fixed(self, *, unsafe: bool, dry: bool) -> int:
        """Mend what can be mended and check what is left; `dry`, show what would change."""
        from lint.cli.fixing import Fixing, fix

        found = self.found if self.changes is None else _touched(self.found, self.changes)
        old = None if self.baseline is None else _baseline(self.baseline)
        status = fix(Fixing(unsafe, dry), self.config, found, self.work, old, self.changes)
        return status if dry else self.run()

    def run(self) -> int:
        """Judge, report, and say the exit status."""
        if self.baseline is not None or self.changes is not None:
            return self._of_what_counts()
        from lint.reporters import FORMATS, Tally

        streams = [(each, output.stream(each)) for each in self.formats]
        whole = [each for each, stream in streams if stream is None]
        keep_text = any(FORMATS[each.format].keeps_text for each in whole)
        reports: list[Report] = []
        tally = Tally()
        with ExitStack() as opened:
            written = [
                (stream, opened.enter_context(output.Destination(each.file)))
                for each, stream in streams
                if stream is not None
            ]
            for stream, destination in written:
                destination.write(stream.begin())
            for verdict in self.work.verdicts(
                self.config,
                self.found,
                [stream for stream, _ in written],
                reports=bool(whole),
                keep_text=keep_text,
                quiet=any(destination.is_terminal for _, destination in written),
            ):
                tally.merge(verdict.tally)
                for (stream, destination), part in zip(written, verdict.parts, strict=True):
                    destination.write(stream.take(part))
                if verdict.report is not None:
                    reports.append(verdict.report)
            for stream, destination in written:
                destination.write(stream.end(tally))
        for each in whole:
            output.write(output.rendered(reports, each.format), each.file)
        return _status(tally, self.config.fail_on)

    def _of_what_counts(self) -> int:
        """The same, of what is not old and has changed: known once all is judged."""
        from lint.reporters import FORMATS, Tally

        found = self.found if self.changes is None else _touched(self.found, self.changes)
        keep_text = any(FORMATS[each.format].keeps_text for each in self.formats)
        work = replace(self.work, most=MOST) if self.baseline else self.work
        reports = work.reports(self.config, found, keep_text=keep_text)
        if self.baseline is not None:
            reports = self._without_old(reports, self.baseline)
        if self.changes is not None:
            reports = _only_changed(reports, found, self.changes)
        for each in self.formats:
            output.write(output.rendered(reports, each.format, each.file), each.file)
        return _status(Tally.of(reports), self.config.fail_on)

    def _without_old(self, reports: list[Report], file: Path) -> list[Report]:
        marked, stale = _baseline(file).mark(reports, self.config)
        gone = sum(each.count for each in stale)
        if gone:
            click.echo(
                f"contentlint: {gone} of the findings in {file} are gone;"
                " `contentlint baseline --update` takes them out.",
                err=True,
            )
        return marked


def _baseline(file: Path) -> Baseline:
    from lint.baseline import Baseline, BaselineError

    try:
        return Baseline.read(file)
    except BaselineError as error:
        raise Refusal(str(error)) from error


def _changes(since: str | None, folder: Path) -> Changes | None:
    if since is None:
        return None
    from lint import changes

    try:
        return changes.since(since, folder)
    except changes.ChangesError as error:
        raise Refusal(str(error)) from error


def placed(formats: Sequence[Wanted], file: str | None) -> tuple[Wanted, ...]:
    """The reports wanted; one that names no file goes to `file`, else to standard output.

    Refuses what could not be written, before the work and not after it.
    """
    wanted = tuple(Wanted(each.format, each.file or file) for each in formats or (Wanted("text"),))
    places = [each.file for each in wanted]
    if len(set(places)) < len(places):
        raise Refusal("Only one report can go to one place; name files, as in sarif=out.sarif.")
    if file is not None and file not in places:
        raise Refusal("Every report has a file of its own; --output is one too many.")
    for place in places:
        if place is not None:
            output.refuse_unwritable(Path(place))
    return wanted


def remembering(cache_dir: str | None, no_cache: bool) -> Path | None:
    """The folder in which verdicts are remembered, None for none."""
    if no_cache:
        return None
    return Path(cache_dir) if cache_dir else folders.for_caches()


def _touched(found: Sequence[Input | Missing], changes: Changes) -> list[Input | Missing]:
    """What was found, without files that did not change."""
    from lint.inputs import Input

    kept: list[Input | Missing] = []
    for each in found:
        path = (each.path or each.archive) if isinstance(each, Input) else None
        if path is None or changes.touched(path):
            kept.append(each)
    return kept


def _only_changed(
    reports: Sequence[Report], found: Sequence[Input | Missing], changes: Changes
) -> list[Report]:
    from lint.inputs import Input

    paths = {each.name: each.path for each in found if isinstance(each, Input)}
    kept = []
    for report in reports:
        path = paths.get(report.document.name)
        kept.append(report if path is None else changes.only(report, path))
    return kept


def _status(tally: Tally, fail_on: Severity) -> int:
    if tally.unread:
        return Exit.FAILURE
    if tally.unjudged or tally.found(fail_on):
        return Exit.FINDINGS
    return Exit.CLEAN
