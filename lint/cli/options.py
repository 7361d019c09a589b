"""What several commands ask on the command line, and the configuration that comes of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lint.cli import Exit

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from lint.config import Config
    from lint.remote import Access

F = TypeVar("F", bound=Callable[..., Any])

SEVERITIES = click.Choice(["error", "warning", "info"])
STDIN_FORMATS = click.Choice(["markdown", "text", "html", "json"])


class Refusal(click.ClickException):
    """Something the caller has to put right first."""

    exit_code = Exit.FAILURE


class RuleNames(click.ParamType):  # type: ignore[type-arg]  # older Clicks take none
    """Names of rules and themes, which a shell can complete."""

    name = "names"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        from lint.config import every_rule
        from lint.rule import Theme

        before, comma, begun = incomplete.rpartition(",")
        known = [*(each.name for each in every_rule()), *(theme.value for theme in Theme)]
        return [CompletionItem(before + comma + name) for name in known if name.startswith(begun)]


@dataclass(frozen=True)
class Wanted:
    """A report that is asked for: in which format, and in which file if not on the terminal."""

    format: str
    file: str | None = None


class FormatType(click.ParamType):  # type: ignore[type-arg]
    """A format, and where the report goes: `sarif` or `sarif=out.sarif`."""

    name = "format"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Wanted:
        from lint.reporters import FORMATS

        name, _, file = str(value).partition("=")
        if name not in FORMATS:
            self.fail(f"{name!r} is not one of {', '.join(FORMATS)}.", param, ctx)
        return Wanted(name, file or None)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        from lint.reporters import FORMATS

        return [
            CompletionItem(each.name, help=each.purpose)
            for each in FORMATS.values()
            if each.name.startswith(incomplete)
        ]


def paths(command: F) -> F:
    anything = click.Path(readable=False)  # what cannot be read is a problem of that input alone
    return click.argument("paths", nargs=-1, metavar="[PATHS]...", type=anything)(command)


def config_file(command: F) -> F:
    return click.option(
        "--config",
        "config_file",
        metavar="FILE",
        type=click.Path(),
        help="Instead of the nearest configuration.",
    )(command)


def jobs(command: F) -> F:
    return click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=0),
        default=0,
        help="Processes; 0 as many as are worth it.",
    )(command)


def offline(command: F) -> F:
    return click.option("--offline", is_flag=True, help="Do not ask the network about links.")(
        command
    )


def choosing_rules(command: F) -> F:
    """`--select`, `--ignore` and `--profile`."""
    for option in (
        click.option(
            "--profile", metavar="NAME", help="us, uk-nhs or strict; else by the document's locale."
        ),
        click.option(
            "--ignore",
            type=RuleNames(),
            multiple=True,
            metavar="NAMES",
            help="Not these rules or themes (a,b or repeated).",
        ),
        click.option(
            "--select",
            type=RuleNames(),
            multiple=True,
            metavar="NAMES",
            help="Only these rules or themes (a,b or repeated).",
        ),
    ):
        command = option(command)
    return command


def cms(command: F) -> F:
    """`--token`, `--live`, `--drafts` and `--insecure-http`; see `access`."""
    for option in (
        click.option(
            "--insecure-http", is_flag=True, help="Read a CMS without encryption, token and all."
        ),
        click.option(
            "--drafts", is_flag=True, help="Of a CMS only what is not published, or not yet."
        ),
        click.option("--live", is_flag=True, help="Of a CMS only what the public sees."),
        click.option(
            "--token",
            metavar="TOKEN",
            envvar="CONTENTLINT_TOKEN",
            default="",
            help="Read drafts of a CMS as the user of this token. [or CONTENTLINT_TOKEN]",
        ),
    ):
        command = option(command)
    return command


def standard_input(command: F) -> F:
    """`--stdin-filename` and `--stdin-format`."""
    for option in (
        click.option(
            "--stdin-format",
            type=STDIN_FORMATS,
            help="What standard input is. [default: by its name, else markdown]",
        ),
        click.option(
            "--stdin-filename", default="", metavar="NAME", help="What to call standard input."
        ),
    ):
        command = option(command)
    return command


def access(
    paths: Sequence[str], token: str, live: bool, drafts: bool, insecure_http: bool
) -> Access | None:
    """What may be read of the CMS among the paths, and as whom; None where there is none."""
    from lint.inputs import is_address

    if not any(map(is_address, paths)):
        if live or drafts or insecure_http:
            raise Refusal("--live, --drafts and --insecure-http are for the address of a CMS.")
        return None
    from lint.remote import Access

    return Access(token.strip(), live or not drafts, drafts or not live, insecure_http)


def configured(
    paths: Sequence[str],
    config_file: str | None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    profile: str | None = None,
    fail_on: str | None = None,
    scores: str | None = None,
) -> Config:
    """The configuration that counts for `paths`, under what the command line says."""
    from dataclasses import replace

    from lint import config
    from lint.profiles import PROFILES
    from lint.rule import Severity

    try:
        found = (
            config.load(Path(config_file))
            if config_file is not None
            else config.discover(common_folder(paths))
        )
        chosen = tuple(config.rule_or_theme(name) for name in _names(select))
        ignored = tuple(config.rule_or_theme(name) for name in _names(ignore))
    except config.ConfigError as error:
        raise Refusal(str(error)) from error
    if profile is not None and profile not in PROFILES:
        raise Refusal(f'There is no profile "{profile}"; there are {", ".join(PROFILES)}.')
    given = {
        "profile": profile,
        "fail_on": fail_on,
        "scores": scores,
        "select": chosen,
        "ignore": ignored,
    }
    said_here = {key: "the command line" for key, value in given.items() if value}
    return replace(
        found,
        origins={**found.origins, **said_here},
        profile=profile or found.profile,
        fail_on=Severity(fail_on) if fail_on else found.fail_on,
        scores=scores or found.scores,
        select=chosen or found.select,
        ignore=(*found.ignore, *ignored),
    )


def _names(values: Sequence[str]) -> Iterator[str]:
    for value in values:
        yield from filter(None, (name.strip() for name in value.split(",")))


def common_folder(paths: Sequence[str]) -> Path:
    """The folder that holds all the paths."""
    from lint.inputs import is_address

    named = (path for path in paths if path != "-" and not is_address(path))
    resolved = [Path(os.path.realpath(path)) for path in named]
    if not resolved:
        return Path.cwd()
    common = Path(os.path.commonpath(resolved))
    return next(each for each in (common, *common.parents) if each.is_dir())
