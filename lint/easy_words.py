"""Dale's list of words that children of the fourth grade know, as textstat carries it."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def easy_words() -> frozenset[str]:
    """The list; textstat itself, slow to import, is not loaded for it."""
    spec = find_spec("textstat")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("textstat is not installed")
    path = Path(spec.origin).parent / "resources" / "en" / "easy_words.txt"
    return frozenset(line.strip() for line in path.read_text("utf-8").split("\n"))
