"""`contentlint completion`: what a shell needs to complete commands, options and rules."""

from __future__ import annotations

import click

from lint.cli import Exit
from lint.cli.options import Refusal
from lint.cli.output import write

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> int:
    """Print the completion script for a shell.

    As in: contentlint completion bash > ~/.local/share/bash-completion/completions/contentlint
    """
    from click.shell_completion import get_completion_class

    from lint.cli.group import cli

    found = get_completion_class(shell)
    if found is None:
        raise Refusal(f"The Click that is installed cannot complete for {shell}.")
    made = found(cli, {}, "contentlint", "_CONTENTLINT_COMPLETE")
    write(made.source_template % made.source_vars())
    return Exit.CLEAN
