"""Folders of the user that the linter keeps things in."""

from __future__ import annotations

import os
from pathlib import Path


def for_caches() -> Path:
    """Where what can be found out again is remembered."""
    folder = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(folder) / "contentlint"
