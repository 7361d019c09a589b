"""The group of all commands. A command is the file of its name, imported when it is asked for."""

from __future__ import annotations

import importlib
import os
from collections.abc import Sequence

import click

from lint import __version__
from lint.cli import Exit

COMMANDS = ("baseline", "check", "completion", "config", "explain", "rules", "scores", "server")
"""Each is a function of that name in the module of that name beside this one."""


class LazyGroup(click.Group):
    """Imports a command's module only when that command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"lint.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command


def run(arguments: Sequence[str]) -> int:
    """The exit status of the command line; what went wrong has been said in one line."""
    try:
        status = cli.main(list(arguments), prog_name="contentlint", standalone_mode=False)
    except click.ClickException as error:
        unnamed = isinstance(error, click.UsageError) and error.ctx and error.ctx.command is cli
        hint = " `contentlint --help` lists the commands." if unnamed else ""
        click.echo(f"contentlint: {error.format_message()}{hint}", err=True)
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


@click.group(
    cls=LazyGroup,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
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
