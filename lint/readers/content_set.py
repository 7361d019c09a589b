"""A folder of content files as a world: what its articles refer to, without a database.

    pages/<locale>/<path>.json            index.json for the home page and for sections
    library/<kind>/<slug>.json            or <slug>.<locale>.json
    images/<name>.*  documents/<name>.*
    site.json                             publisher, own_brands, own_domains,
                                          disclaimer: {"en-US": a slug of the library}

Files are read when they are asked for, and once: a folder may hold a hundred thousand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from lint.document import Lexicon
from lint.readers import LARGEST, html, json_source
from lint.readers.composing import Composer
from lint.readers.decoding import UndecodableError, decode
from lint.readers.json_source import JsonError
from lint.readers.metadata import DEFAULT_LOCALE, LIBRARY_KINDS
from lint.site import ReferenceState, Site

if TYPE_CHECKING:
    import zipfile

Folder: TypeAlias = "Path | zipfile.Path"
"""On disk or in an archive."""

PARTS = ("pages", "library", "incoming")
"""The folders of a content set that hold what can be linted."""

SHOWN = ("library", "images", "documents")
"""The folders of a content set that its pages show something of."""

_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)*")


def find(path: Path) -> Path | None:
    """The content set that the file or folder at `path` belongs to, or None.

    It has pages and is the nearest one around.
    """
    path = path.resolve()
    for folder in (path, *path.parents):
        if folder.name in PARTS and (folder.parent / "pages").is_dir():
            return folder.parent
    return path if (path / "pages").is_dir() else None


def find_in(archive: zipfile.ZipFile, folder: str) -> zipfile.Path | None:
    """The same for a folder in an archive, without a slash at its end."""
    from zipfile import Path as ArchivePath

    parts = folder.split("/") if folder else []
    around = [parts[:end] for end in range(len(parts) - 1, -1, -1) if parts[end] in PARTS]
    for each in (*around, parts):
        root = ArchivePath(archive, "".join(f"{part}/" for part in each))
        if (root / "pages").is_dir():
            return root
    return None


@dataclass(frozen=True)
class ContentSet(Site):
    """The world of the articles under `root`."""

    root: Folder = field(default_factory=Path)
    _read: dict[str, Mapping[str, Any] | None] = field(default_factory=dict, repr=False)
    _words: dict[str, Lexicon] = field(default_factory=dict, repr=False)

    @classmethod
    def at(cls, root: Folder, **facts: Any) -> ContentSet:
        """The set at `root`, with what its site.json says of the publisher."""
        said = cls(root=root).site
        return cls(
            root=root,
            publisher=_string(said.get("publisher")),
            own_brands=_strings(said.get("own_brands")),
            own_domains=_strings(said.get("own_domains")),
            **facts,
        )

    @cached_property
    def site(self) -> Mapping[str, Any]:
        return self._file(self.root / "site.json") or {}

    def library_item(self, kind: str, key: str, locale: str) -> Mapping[str, Any] | None:
        if kind not in LIBRARY_KINDS or not _NAME.fullmatch(key):
            return None
        folder = self.root / "library" / kind
        found = self._file(folder / f"{key}.{locale}.json")
        if found is None:
            found = self._file(folder / f"{key}.json")
            if found is not None and (found.get("locale") or DEFAULT_LOCALE) != locale:
                return None
        return found

    def reference(self, kind: str, key: str, locale: str) -> ReferenceState:
        if kind == "page":
            return _state(self._page(key))
        if kind in ("image", "document"):
            names = self._images if kind == "image" else self._documents
            return ReferenceState.LIVE if key in names else ReferenceState.MISSING
        return _state(self.library_item(kind, key, locale))

    def words(self, locale: str) -> Lexicon:
        """The names in its library that the word lists of the linter lack."""
        if locale not in self._words:
            from lint.learning import LEARNED, learned

            self._words[locale] = learned(
                (kind, _string(item.get("name")), _strings(item.get(more)) if more else ())
                for kind, (_, more, _) in LEARNED.items()
                for item in self._items(kind)
                if _state(item) is ReferenceState.LIVE
                and (item.get("locale") or DEFAULT_LOCALE) == locale
            )
        return self._words[locale]

    def _items(self, kind: str) -> Iterator[Mapping[str, Any]]:
        folder = self.root / "library" / kind
        files = folder.iterdir() if folder.is_dir() else ()
        found = (self._file(file) for file in files if file.suffix == ".json")
        yield from (item for item in found if item is not None)

    def disclaimer(self, locale: str) -> str:
        slugs = self.site.get("disclaimer")
        slug = slugs.get(locale) if isinstance(slugs, Mapping) else None
        found = self.library_item("disclaimer", str(slug), locale) if slug else None
        if found is None or _state(found) is not ReferenceState.LIVE:
            return ""
        composer = Composer()
        html.fragment(_string(found.get("text")), composer)
        return "\n".join(block.text.plain for block in composer.blocks)

    def _page(self, path: str) -> Mapping[str, Any] | None:
        """The file of the page at a URL path; only the default language has no prefix."""
        parts = [part for part in re.split(r"[?#]", path, maxsplit=1)[0].split("/") if part]
        if not all(_NAME.fullmatch(part) for part in parts):
            return None
        locale = DEFAULT_LOCALE
        if parts and parts[0] in self._locales:
            locale = self._locales[parts.pop(0)]
        pages = self.root / "pages" / locale
        found = self._file(pages.joinpath(*parts, "index.json"))
        if found is None and parts:
            found = self._file(pages.joinpath(*parts[:-1], f"{parts[-1]}.json"))
        return found

    @cached_property
    def _locales(self) -> dict[str, str]:
        """The folders of languages by their prefix in a URL."""
        pages = self.root / "pages"
        if not pages.is_dir():
            return {}
        names = (folder.name for folder in pages.iterdir() if folder.is_dir())
        return {name.lower(): name for name in names if name != DEFAULT_LOCALE}

    @cached_property
    def _images(self) -> frozenset[str]:
        return _names_in(self.root / "images")

    @cached_property
    def _documents(self) -> frozenset[str]:
        return _names_in(self.root / "documents")

    def _file(self, path: Folder) -> Mapping[str, Any] | None:
        key = str(path)
        if key not in self._read:
            self._read[key] = _object(path)
        return self._read[key]


def _object(path: Folder) -> Mapping[str, Any] | None:
    """The object in a content file; None where there is none that can be read."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            return None
        value, _ = json_source.load(decode(data)[0])
    except (OSError, UndecodableError, JsonError):
        return None
    except Exception:
        if isinstance(path, Path):
            raise
        return None  # A damaged archive says so in many ways.
    return value if isinstance(value, Mapping) else None


def _names_in(folder: Folder) -> frozenset[str]:
    if not folder.is_dir():
        return frozenset()
    files = [file.name for file in folder.iterdir() if file.suffix != ".json"]
    return frozenset(files) | frozenset(Path(name).stem for name in files)


def state_of(page: Path) -> str:
    """What other pages can know of a page; its words make no difference, unless it is broken."""
    try:
        data = page.read_bytes()
        found = json.loads(data)
        readable = isinstance(found, dict) and _depth(found) <= json_source.NESTING
    except OSError:
        return "unreadable"
    except (ValueError, RecursionError):
        readable = False
    return _state(found).value if readable and len(data) <= LARGEST else data.hex()


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(_depth, inner)) if inner else int(isinstance(value, dict | list))


def _state(found: Mapping[str, Any] | None) -> ReferenceState:
    if found is None:
        return ReferenceState.MISSING
    return ReferenceState.DRAFT if found.get("state") == "draft" else ReferenceState.LIVE


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _strings(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else []
    return tuple(item for item in items if isinstance(item, str))
