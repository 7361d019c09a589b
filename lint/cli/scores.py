"""`contentlint scores`: how hard files are to read."""

from __future__ import annotations

import click

from lint.cli import Exit, options
from lint.cli.output import write
from lint.cli.sources import sources


@click.command()
@options.paths
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, for programs.",
)
@options.config_file
@options.standard_input
def scores(
    paths: tuple[str, ...],
    format_: str,
    config_file: str | None,
    stdin_filename: str,
    stdin_format: str | None,
) -> int:
    """Score how hard files are to read, section by section.

    Our scores leave headings out and know medical words; textstat's are given beside them.
    """
    from lint.judging import Judge
    from lint.reporters import scores as reporter

    config = options.configured(paths, config_file)
    judge = Judge(config)
    documents = []
    status = Exit.CLEAN
    for source in sources(paths, config, stdin_filename, stdin_format):
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
    write(render(documents))
    return status
