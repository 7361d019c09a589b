"""Small content sets for tests: files as a person would write them."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

from PIL import Image


def block(number: int, kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(UUID(int=number, version=4))}


def page(slug: str, *body: dict[str, Any], **fields: Any) -> dict[str, Any]:
    kind = fields.pop("kind", "article")
    article_kind = {"article_kind": fields.pop("article_kind", "news")} if kind == "article" else {}
    return {
        "kind": kind,
        **article_kind,
        "slug": slug,
        "title": fields.pop("title", slug.replace("-", " ").capitalize()),
        "locale": fields.pop("locale", "en-US"),
        "state": fields.pop("state", "draft"),
        **({"suppress": fields.pop("suppress")} if "suppress" in fields else {}),
        "meta": fields.pop("meta", {"audience": "public"} if kind == "article" else {}),
        "body": list(body),
        **fields,
    }


def item(kind: str, slug: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "slug": slug, "locale": "en-US", "state": "draft", **fields}


def write(folder: Path, files: dict[str, Any]) -> Path:
    """Write records as content files, texts as they are, and a small picture for each .png."""
    for name, what in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".png"):
            Image.new("RGB", (8, 6), what).save(path)
        elif isinstance(what, str):
            path.write_text(what, encoding="utf-8")
        else:
            path.write_text(json.dumps(what, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return folder


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
