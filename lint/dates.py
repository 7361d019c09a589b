"""Dates as content files write them: 2026-10-01."""

from __future__ import annotations

import datetime
import re

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse(written: str) -> datetime.date | None:
    """The day, or None where it is not written as year-month-day or never was."""
    if not _DATE.fullmatch(written.strip()):
        return None
    try:
        return datetime.date.fromisoformat(written.strip())
    except ValueError:
        return None
