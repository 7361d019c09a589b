"""A text as it stands in an editor."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lint.inputs import Input
from lint.readers import FORMATS

_LANGUAGES = {"markdown": "markdown", "html": "html", "plaintext": "text", "json": "stream"}
"""Which reader a language of the editor asks for, where the file's ending asks for none."""


@dataclass(frozen=True, eq=False)
class OpenText:
    """One state of an open document; the next state is another.

    `source` has newlines at the ends of its lines, no byte order mark, and for each lone half of a
    character a question mark; `marked` says that there
    was one, `newline` how the lines really end. `path` is None for what no file holds.
    """

    uri: str
    version: int
    path: Path | None
    format: str
    source: str
    marked: bool = False
    newline: str = "\n"

    @property
    def name(self) -> str:
        return self.uri if self.path is None else str(self.path)

    def changed(self, source: str) -> OpenText:
        """This text with other words, for a look at what they would be worth."""
        return OpenText(self.uri, self.version, self.path, self.format, source)


@dataclass(frozen=True)
class Unsaved(Input):
    """What an editor holds: `path` says where it belongs, `data` what it says."""

    def read(self) -> bytes:
        return self.data


def opened(uri: str, language: str, version: int, path: str | None, text: str) -> OpenText | None:
    """The text of a document, or None where it is not for us to judge."""
    ending = Path(path).suffix.lower() if path else ""
    format_ = FORMATS.get(ending) or _LANGUAGES.get(language)
    if format_ is None or not (path or uri.startswith("untitled:")):
        return None
    source = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return OpenText(
        uri,
        version,
        Path(path) if path else None,
        format_,
        source.encode("utf-8", "replace").decode(),
        marked=text.startswith("\ufeff"),
        newline="\r\n" if "\r\n" in text else "\n",
    )


def unsaved(text: OpenText) -> Unsaved:
    """`text` as the judge takes it."""
    return Unsaved(text.name, text.format, text.path, text.source.encode(), found=True)
