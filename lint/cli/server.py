"""`contentlint server`: live findings in editors."""

from __future__ import annotations

import click

from lint.cli import Exit
from lint.cli.options import Refusal


@click.command()
@click.option("--stdio", is_flag=True, help="Taken for granted; some editors say it.")
def server(stdio: bool) -> int:
    """Serve an editor over standard input and output (Language Server Protocol).

    docs/editors.md shows how editors start it. It needs contentlint[server].
    """
    try:
        import pygls  # noqa: F401
    except ImportError as error:
        raise Refusal(
            'The language server needs pygls: run pip install "pygls>=2" where contentlint is.'
        ) from error
    from lint.server.protocol import serve

    serve()
    return Exit.CLEAN
