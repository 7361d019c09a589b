"""`contentlint rules`: which rules there are."""

from __future__ import annotations

import click

from lint.cli import Exit
from lint.cli.output import write


@click.command()
def rules() -> int:
    """List the rules."""
    from lint.config import every_rule

    every = every_rule()
    width = max(len(rule.name) for rule in every)
    lines = [f"{rule.name:<{width}}  {rule.severity.value:<7}  {rule.title}" for rule in every]
    write("\n".join([*lines, "", "`contentlint explain RULE` says more.", ""]))
    return Exit.CLEAN
