"""`contentlint explain`: why a rule exists."""

from __future__ import annotations

import click

from lint.cli import Exit
from lint.cli.options import Refusal, RuleNames
from lint.cli.output import write


@click.command()
@click.argument("rule", type=RuleNames())
def explain(rule: str) -> int:
    """Say why a rule exists, how to set it up, and what it finds."""
    from lint.config import ConfigError, rule_named
    from lint.reporters import explanation

    try:
        found = rule_named(rule)
    except ConfigError as error:
        raise Refusal(str(error)) from error
    write(explanation.render(found))
    return Exit.CLEAN
