"""A folder of content files: what is in it, and what is wrong with any of it.

library/<kind>/<slug>.json    or <slug>.<locale>.json
pages/<locale>/<path>.json    index.json for the home page and for sections
images/<name>.<ending>        with <name>.json beside it
site.json                     the publisher, and what stands on every page
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema

from cms.exchange.schema import content_schema, site_schema

MAX_DEPTH = 100
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")


@dataclass(frozen=True)
class Fault:
    """Why a file was not loaded: which file, where in it, and what is wrong there."""

    file: str
    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.reason}" if self.place else self.text

    @property
    def text(self) -> str:
        return f"{self.file}: {self.reason}"


@dataclass(frozen=True)
class Entry:
    """A well-formed content file: its name below the folder and what it holds."""

    name: str
    record: dict[str, Any]

    @property
    def place(self) -> tuple[str, str]:
        """The locale and the path of a page: `("en-US", "/treatments/")`."""
        locale, *parts = PurePosixPath(self.name).with_suffix("").parts[1:]
        if parts[-1] == "index":
            parts.pop()
        return locale, "/" + "".join(f"{part}/" for part in parts)


@dataclass
class ContentSet:
    """The content files of a folder, parents before children, and the faults of the others."""

    pages: list[Entry] = field(default_factory=list)
    library: list[Entry] = field(default_factory=list)
    images: list[tuple[Path, dict[str, Any]]] = field(default_factory=list)
    site: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read(folder: Path) -> ContentSet:
    content = ContentSet()
    for path in _files(folder / "library"):
        _add(content, content.library, folder, path)
    for path in sorted(_files(folder / "pages"), key=_page_order):
        _add(content, content.pages, folder, path)
    for path in _files(folder / "images"):
        _add_image(content, folder, path)
    if (folder / "site.json").exists():
        _add_site(content, folder, folder / "site.json")
    return content


def dump(record: dict[str, Any]) -> str:
    """A record as a content file holds it, to the byte."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.json"))


def _page_order(path: Path) -> tuple[int, int, str]:
    """Home pages, then sections from the top, then articles: a page comes after its parent."""
    return len(path.parts) - (path.name == "index.json"), path.name != "index.json", str(path)


def _add(content: ContentSet, entries: list[Entry], folder: Path, path: Path) -> None:
    record = _parse(content, folder, path)
    if record is None:
        return
    entry = Entry(path.relative_to(folder).as_posix(), record)
    faults = [Fault(entry.name, place, reason) for place, reason in _shape_faults(record)]
    faults = faults or [Fault(entry.name, place, why) for place, why in _name_faults(entry)]
    content.faults += faults
    if not faults:
        entries.append(entry)


def _add_image(content: ContentSet, folder: Path, path: Path) -> None:
    name = path.relative_to(folder).as_posix()
    picture = next(
        (path.with_suffix(end) for end in PICTURES if path.with_suffix(end).exists()), None
    )
    record = _parse(content, folder, path)
    if record is None:
        return
    if picture is None:
        content.faults.append(Fault(name, "", f"there is no picture {path.stem} beside it"))
    elif not isinstance(record.get("title"), str) or not record["title"]:
        content.faults.append(Fault(name, "$.title", "a picture needs a title"))
    else:
        content.images.append((picture, record))


def _add_site(content: ContentSet, folder: Path, path: Path) -> None:
    record = _parse(content, folder, path)
    if record is None:
        return
    validator = jsonschema.Draft202012Validator(site_schema())
    faults = [
        Fault(path.name, error.json_path, _reason(error)) for error in validator.iter_errors(record)
    ]
    content.faults += faults
    if not faults:
        content.site = record


class _RefusedError(ValueError):
    """Valid JSON that is no content file."""


def _parse(content: ContentSet, folder: Path, path: Path) -> dict[str, Any] | None:
    """The object in a JSON file; None, and a fault, where there is none."""
    name = path.relative_to(folder).as_posix()
    try:
        text = path.read_text(encoding="utf-8")
        if _depth(text) > MAX_DEPTH:
            raise _RefusedError(f"it is nested more than {MAX_DEPTH} levels deep")
        record = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
        dump(record).encode()
    except json.JSONDecodeError as error:
        place = f"line {error.lineno} column {error.colno}"
        content.faults.append(Fault(name, place, f"this is not JSON: {error.msg}"))
    except UnicodeDecodeError as error:
        content.faults.append(Fault(name, f"byte {error.start}", "this is not UTF-8"))
    except UnicodeEncodeError:
        content.faults.append(Fault(name, "", "a text holds half a character (a lone surrogate)"))
    except (_RefusedError, OSError) as error:
        content.faults.append(Fault(name, "", str(error)))
    else:
        if isinstance(record, dict):
            return record
        content.faults.append(
            Fault(name, "$", f"expected an object, found {_NAMES.get(type(record), 'a value')}")
        )
    return None


_NAMES = {list: "a list", str: "a text", type(None): "null"}


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))
        raise _RefusedError(f"the key “{twice}” stands there twice")
    return record


def _no_constant(name: str) -> None:
    raise _RefusedError(f"{name} is not JSON")


def _depth(text: str) -> int:
    """How deep arrays and objects are nested, found without recursion."""
    deepest = depth = 0
    in_string = escaped = False
    for character in text:
        if in_string:
            if escaped:
                escaped = False
            elif character == "\\":
                escaped = True
            elif character == '"':
                in_string = False
        elif character == '"':
            in_string = True
        elif character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


@cache
def _validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(
        content_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def _shape_faults(record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if "kind" not in record:
        yield "$.kind", "it does not say what kind of thing it is"
        record = {"kind": "article", **record}  # most likely; name what else is wrong with it
    for error in sorted(_validator().iter_errors(record), key=lambda error: error.json_path):
        yield error.json_path, _reason(error)


def _reason(error: jsonschema.ValidationError) -> str:
    found = json.dumps(error.instance, ensure_ascii=False)
    short = found if len(found) < 60 else f"{found[:57]}…"
    match error.validator:
        case "type":
            return f"expected {error.validator_value}, found {short}"
        case "enum":
            return f"{short} is none of {', '.join(map(str, error.validator_value))}"
        case "format":
            return f"{short} is not a {error.validator_value}"
        case "pattern":
            return f"{short} does not look as it should ({error.validator_value})"
        case "anyOf":
            names = [option["required"][0] for option in error.validator_value]
            return f"one of {' and '.join(names)} is needed"
    return error.message if len(error.message) < 160 else f"{error.message[:157]}…"


def _name_faults(entry: Entry) -> Iterator[tuple[str, str]]:
    """Where a file's name and what it says of itself disagree."""
    path = PurePosixPath(entry.name)
    record = entry.record
    if path.parts[0] == "library":
        stem, _, locale = path.stem.partition(".")
        if record["kind"] != path.parts[1]:
            yield "$.kind", f"the file lies in the folder {path.parts[1]}"
        if locale and locale != record.get("locale"):
            yield "$.locale", f"the file's name says {locale}"
    else:
        locale, address = entry.place
        stem = address.strip("/").rpartition("/")[2]
        if record.get("locale", locale) != locale:
            yield "$.locale", f"the file lies in the folder {locale}"
        if (record["kind"] == "home") != (address == "/"):
            yield "$.kind", "the home page, and only it, is index.json of its language"
    if record["kind"] != "home" and record["slug"] != stem:
        yield "$.slug", f"the file's name says “{stem}”"
