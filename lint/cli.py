"""The command line. Commands import what they need when they run: starting must cost nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint import __version__

if TYPE_CHECKING:
    from lint.config import Config
    from lint.engine import Report
    from lint.inputs import Input, Missing
    from lint.judging import Judge
    from lint.rule import Severity
    from lint.site import LinkStatus

STDIN_FORMATS = click.Choice(["markdown", "text", "html", "json"])
SEVERITIES = click.Choice(["error", "warning", "info"])


class Exit(IntEnum):
    CLEAN = 0
    FINDINGS = 1
    FAILURE = 2
    INTERRUPTED = 130


class Refusal(click.ClickException):
    """Something the caller has to put right first."""

    exit_code = Exit.FAILURE


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status; never with a traceback."""
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        status = cli.main(
            None if arguments is None else list(arguments),
            prog_name="contentlint",
            standalone_mode=False,
        )
    except click.ClickException as error:
        click.echo(f"contentlint: {error.format_message()}", err=True)
        return Exit.FAILURE
    except (click.Abort, KeyboardInterrupt):
        click.echo("contentlint: interrupted.", err=True)
        return Exit.INTERRUPTED
    except Exception as error:
        if os.environ.get("CONTENTLINT_DEBUG"):
            raise
        click.echo(
            f"contentlint: {type(error).__name__}: {error}"
            " (a fault in contentlint; CONTENTLINT_DEBUG=1 shows where)",
            err=True,
        )
        return Exit.FAILURE
    return int(status or Exit.CLEAN)


def _version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"contentlint {__version__}")
        context.exit()


@click.group(no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Say the version.",
)
def cli() -> None:
    """Check health content: plain words, safe claims, nothing missing."""


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, for GitHub Actions.",
)
@click.option("--output", "-o", metavar="FILE", help="Write the report to a file.")
@click.option("--offline", is_flag=True, help="Do not ask the network about links.")
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules (a,b or repeated).")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules (a,b or repeated).")
@click.option(
    "--profile", metavar="NAME", help="us, uk-nhs or strict; else by the document's locale."
)
@click.option("--fail-on", type=SEVERITIES, help="The least severity that fails. [default: error]")
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=0),
    default=0,
    help="Processes; 0 as many as are worth it.",
)
@click.option(
    "--config", "config_file", metavar="FILE", help="Instead of the nearest configuration."
)
@click.option("--stdin-name", default="", metavar="NAME", help="What to call standard input.")
@click.option(
    "--stdin-format",
    type=STDIN_FORMATS,
    help="What standard input is. [default: by its name, else markdown]",
)
def check(
    paths: tuple[str, ...],
    format_: str,
    output: str | None,
    offline: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    fail_on: str | None,
    jobs: int,
    config_file: str | None,
    stdin_name: str,
    stdin_format: str | None,
) -> int:
    """Check files, folders and standard input (-).

    Without a path, what the configuration names is checked. Exit status: 0 nothing at the level
    that fails, 1 findings at that level, 2 an input could not be judged.
    """
    from lint.judging import Judge, WorkerLostError, judge_all

    if output is not None:
        _refuse_unwritable(Path(output))
    config = _configured(paths, config_file, select, ignore, profile, fail_on)
    sources = list(_sources(paths, config, stdin_name, stdin_format))
    judge = Judge(config, unasked="links are not checked offline")
    try:
        if not offline:
            judge = Judge(config, _links(judge, sources, jobs), unasked="it was not asked")
        reports = judge_all(judge, sources, jobs)
    except WorkerLostError as error:
        raise Refusal(str(error)) from error
    _write(_rendered(reports, format_, to_file=output is not None), output)
    return _status(reports, config.fail_on)


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, for programs.",
)
@click.option(
    "--config", "config_file", metavar="FILE", help="Instead of the nearest configuration."
)
@click.option("--stdin-name", default="", metavar="NAME", help="What to call standard input.")
@click.option("--stdin-format", type=STDIN_FORMATS, help="What standard input is.")
def scores(
    paths: tuple[str, ...],
    format_: str,
    config_file: str | None,
    stdin_name: str,
    stdin_format: str | None,
) -> int:
    """Score how hard files are to read, section by section.

    Our scores leave headings out and know medical words; textstat's are given beside them.
    """
    from lint.judging import Judge
    from lint.reporters import scores as reporter

    config = _configured(paths, config_file, (), (), None, None)
    judge = Judge(config)
    documents = []
    status = Exit.CLEAN
    for source in _sources(paths, config, stdin_name, stdin_format):
        document = judge.document(source)
        if document is None:
            continue
        if document.readable:
            documents.append(document)
            continue
        status = Exit.FAILURE
        for problem in document.problems:
            click.echo(f"contentlint: {document.name}: {problem.message}", err=True)
    render = reporter.render_json if format_ == "json" else reporter.render_text
    _write(render(documents), None)
    return status


@cli.command()
def rules() -> int:
    """List the rules."""
    from lint import rules

    every = rules.every()
    width = max(len(rule.name) for rule in every)
    lines = [f"{rule.name:<{width}}  {rule.severity.value:<7}  {rule.title}" for rule in every]
    _write("\n".join([*lines, "", "`contentlint explain RULE` says more.", ""]), None)
    return Exit.CLEAN


@cli.command()
@click.argument("rule")
def explain(rule: str) -> int:
    """Say why a rule exists, how to set it up, and what it finds."""
    from lint.config import ConfigError, rule_named
    from lint.reporters import explanation

    try:
        found = rule_named(rule)
    except ConfigError as error:
        raise Refusal(str(error)) from error
    _write(explanation.render(found), None)
    return Exit.CLEAN


def _configured(
    paths: Sequence[str],
    config_file: str | None,
    select: Sequence[str],
    ignore: Sequence[str],
    profile: str | None,
    fail_on: str | None,
) -> Config:
    from dataclasses import replace

    from lint import config
    from lint.profiles import PROFILES
    from lint.rule import Severity

    try:
        found = (
            config.load(Path(config_file))
            if config_file is not None
            else config.discover(_common_folder(paths))
        )
        chosen = tuple(config.rule_named(name).name for name in _names(select))
        ignored = tuple(config.rule_named(name).name for name in _names(ignore))
    except config.ConfigError as error:
        raise Refusal(str(error)) from error
    if profile is not None and profile not in PROFILES:
        raise Refusal(f'There is no profile "{profile}"; there are {", ".join(PROFILES)}.')
    return replace(
        found,
        profile=profile or found.profile,
        fail_on=Severity(fail_on) if fail_on else found.fail_on,
        select=chosen or found.select,
        ignore=(*found.ignore, *ignored),
    )


def _names(values: Sequence[str]) -> Iterator[str]:
    for value in values:
        yield from filter(None, (name.strip() for name in value.split(",")))


def _common_folder(paths: Sequence[str]) -> Path:
    """The folder that holds all the paths."""
    resolved = [Path(path).resolve() for path in paths if path != "-"]
    if not resolved:
        return Path.cwd()
    common = Path(os.path.commonpath(resolved))
    return common if common.is_dir() else common.parent


def _sources(
    paths: Sequence[str], config: Config, stdin_name: str, stdin_format: str | None
) -> Iterator[Input | Missing]:
    from lint.inputs import gather

    if not paths:
        if not config.paths:
            raise Refusal("Name a file or a folder to check, or set paths in the configuration.")
        yield from gather(_shortened(path) for path in config.paths)
        return
    for path in paths:
        if path == "-":
            yield _standard_input(stdin_name, stdin_format)
    yield from gather(Path(path) for path in paths if path != "-")


def _links(judge: Judge, sources: Sequence[Input | Missing], jobs: int) -> dict[str, LinkStatus]:
    """What is known of the documents' links: remembered, else asked."""
    from lint.judging import addresses_of

    if not _is_judged("broken-link", judge.config):
        return {}
    addresses = addresses_of(judge, sources, jobs)
    if not addresses:
        return {}
    from lint.links import cache
    from lint.links.checker import check_links

    file = cache.default_file()
    known = cache.remembered(file, addresses)
    asked = check_links((each for each in addresses if each not in known), judge.config.links)
    cache.remember(file, asked)
    return known | asked


def _is_judged(name: str, config: Config) -> bool:
    from lint.config import rule_named

    return config.settings_for(rule_named(name), "en-US").enabled


def _shortened(path: Path) -> Path:
    """As seen from here where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _standard_input(name: str, format_: str | None) -> Input:
    from lint.inputs import Input
    from lint.readers import FORMATS, LARGEST

    named = "stream" if format_ == "json" else format_
    by_name = FORMATS.get(Path(name).suffix.lower(), "markdown")
    return Input(name or "stdin", named or by_name, data=sys.stdin.buffer.read(LARGEST + 1))


def _rendered(reports: Sequence[Report], format_: str, *, to_file: bool) -> str:
    if format_ == "json":
        from lint.reporters import json

        return json.render(reports, tool=__version__)
    if format_ == "github":
        from lint.reporters import github

        return github.render(reports)
    from lint.reporters import text

    return text.render(reports, _page(to_file))


def _page(to_file: bool) -> Any:
    import shutil

    from lint.reporters.text import Page

    if to_file or not sys.stdout.isatty():
        return Page()
    width = shutil.get_terminal_size().columns
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Page(width=min(max(width, 40), 100), colour=colour)


def _write(text: str, output: str | None) -> None:
    """As UTF-8; a lone surrogate, which has none, as the escape that JSON has for it."""
    data = text.encode("utf-8", "backslashreplace")
    if output is not None:
        try:
            Path(output).write_bytes(data)
        except OSError as error:
            raise Refusal(f"{output} could not be written ({error.strerror}).") from error
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Whoever was reading has seen enough; the interpreter must not complain when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise Refusal(f"The report could not be written ({error.strerror}).") from error


def _refuse_unwritable(path: Path) -> None:
    """Before the work, not after it."""
    if path.is_dir() or not path.parent.is_dir():
        raise Refusal(f"{path} could not be written (there is no such folder, or it is one).")


def _status(reports: Sequence[Report], fail_on: Severity) -> int:
    if any(not report.judged for report in reports):
        return Exit.FAILURE
    if any(
        report.at_least(fail_on) or any(problem.unjudged for problem in report.problems)
        for report in reports
    ):
        return Exit.FINDINGS
    return Exit.CLEAN
