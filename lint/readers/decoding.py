"""Bytes to text, without guessing in silence."""

from __future__ import annotations

import codecs
import re

from lint.document import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """The byte order mark of `data`, and the encoding in which `decode` reads the rest."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return b"", "cp1252"
    return b"", "utf-8"


class UndecodableError(Exception):
    """Bytes that are no text in one encoding."""


def decode(data: bytes) -> tuple[str, list[Problem]]:
    """The text, UTF-8 unless a byte order mark says otherwise, and what was wrong with it.

    Bytes that are no UTF-8 are read as Windows-1252, and said to be. A file that is in two
    encodings at once raises `UndecodableError`.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return _without_nul(data[len(mark) :].decode(encoding))
            except UnicodeDecodeError as error:
                raise UndecodableError(
                    f"The file says it is {encoding.upper()}, but byte {len(mark) + error.start}"
                    " is not."
                ) from error
    if data[:200].count(0) * 3 > len(data[:200]):
        raise UndecodableError(
            "Byte 0 and many more are NUL: this looks like UTF-16 without a mark, or no text."
        )
    try:
        return _without_nul(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        offset = error.start
    if _UTF8_SEQUENCE.search(data):
        raise UndecodableError(
            f"Byte {offset} is not UTF-8, though other parts of the file are. Save it as UTF-8."
        )
    try:
        text, problems = _without_nul(data.decode("cp1252"))
    except UnicodeDecodeError as error:
        raise UndecodableError(
            f"Byte {offset} is not UTF-8, and byte {error.start} not Windows-1252."
            " Save the file as UTF-8."
        ) from error
    return text, [
        Problem(
            "bad-encoding",
            f"The file is not UTF-8 (byte {offset}); it was read as Windows-1252."
            " Save it as UTF-8.",
        ),
        *problems,
    ]


def _without_nul(text: str) -> tuple[str, list[Problem]]:
    count = text.count("\x00")
    if not count:
        return text, []
    message = f"The file holds {count} NUL characters; each is read as \ufffd."
    return text.replace("\x00", "\ufffd"), [Problem("bad-encoding", message)]
