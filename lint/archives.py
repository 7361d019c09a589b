"""Reads the files of a zip archive where they lie: nothing is unpacked, names are labels."""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path

LARGEST = 500_000_000
"""Bytes, of the archive and of all its files together."""

MOST = 20_000
"""Files of an archive."""

_LARGEST_DIRECTORY = 5_000_000
_END = b"PK\x05\x06"
_END_SIZE = 22
_LARGE_END = b"PK\x06\x07"
_LARGE_SIZE = 76
"""What stands before the end of an archive that may be larger than 4 GB; its sizes count."""


class ArchiveError(OSError):
    """An archive that is refused or cannot be read; `code` as problems have it."""

    def __init__(self, message: str, code: str = "invalid-input") -> None:
        super().__init__(message)
        self.code = code


def members(path: Path) -> list[tuple[int, str]]:
    """The files in the archive at `path` by name, each with its number in the archive."""
    entries = _archive(path).infolist()
    files = [(number, each) for number, each in enumerate(entries) if not each.is_dir()]
    if len(files) > MOST:
        raise ArchiveError(f"It holds more than {MOST:,} files, the limit.", "too-large")
    if sum(each.file_size for _, each in files) > LARGEST:
        limit = f"{LARGEST // 1_000_000} MB"
        raise ArchiveError(f"Unpacked it is larger than {limit}, the limit.", "too-large")
    return sorted(((number, each.filename) for number, each in files), key=lambda each: each[1])


def place_of(path: Path, number: int) -> tuple[zipfile.ZipFile, str]:
    """The open archive, and the folder in it that a file of it stands in."""
    archive = _archive(path)
    return archive, archive.infolist()[number].filename.rpartition("/")[0]


def read(path: Path, number: int, most: int) -> bytes:
    """At most `most` bytes of a file of the archive."""
    archive = _archive(path)
    try:
        with archive.open(archive.infolist()[number]) as file:
            return file.read(most)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, IndexError) as error:
        raise ArchiveError(f"It cannot be unpacked ({error})") from error
    except RuntimeError as error:
        raise ArchiveError("It is encrypted") from error


def _archive(path: Path) -> zipfile.ZipFile:
    """The archive, kept open: its directory is long, and every process reads many of its files.

    Each process opens it for itself, for an inherited file has one position for all of them.
    """
    return _opened(path, path.stat().st_mtime_ns, os.getpid())


@lru_cache(maxsize=2)
def _opened(path: Path, _changed: int, _process: int) -> zipfile.ZipFile:
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        if size > LARGEST:
            limit = f"{LARGEST // 1_000_000} MB"
            raise ArchiveError(f"The archive is larger than {limit}, the limit.", "too-large")
        file.seek(max(0, size - 65_535 - _END_SIZE - _LARGE_SIZE))
        tail = file.read()
    if _directory_in(tail) > _LARGEST_DIRECTORY:
        raise ArchiveError(f"It holds more than {MOST:,} files, the limit.", "too-large")
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise ArchiveError("This is not a zip archive, or it is damaged.") from error


def _directory_in(tail: bytes) -> int:
    """The most bytes that the end of an archive, where it may be, says its directory has."""
    sizes = [0]
    for found in re.finditer(re.escape(_END), tail):
        end = found.start()
        sizes.append(int.from_bytes(tail[end + 12 : end + 16], "little"))
        if tail[max(0, end - 20) : end].startswith(_LARGE_END):
            sizes.append(int.from_bytes(tail[max(0, end - 36) : max(0, end - 28)], "little"))
    return max(sizes)
