"""Files as the linter reads them, for those who bring articles in."""

from lint import engine, readers
from lint.document import Block, Document, Group, Kind
from lint.engine import Report
from lint.readers import front_matter
from lint.reporters import text
from lint.rules.promised_link_missing import promised_link_missing

__all__ = [
    "Block",
    "Document",
    "Group",
    "Kind",
    "body_of_markdown",
    "promised_links",
    "read_file",
    "shown",
]


def read_file(name: str, data: bytes) -> Document:
    """The document in a file, told apart by the name's ending."""
    return readers.read(name, data)


def promised_links(document: Document) -> list[str]:
    """The words that promise a link where there is none, in reading order."""
    report = engine.check(document, selected=[promised_link_missing])
    return [finding.quote for finding in report.findings]


def body_of_markdown(source: str) -> str:
    """Markdown without its front matter."""
    source = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    matter = front_matter.read(source)
    return source[matter.end :] if matter else source


def shown(report: Report) -> str:
    """A report as a writer reads it on the terminal, without colour."""
    return text.render([report], text.Page())
