"""The rules, one file each, named as the rule."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from lint.rule import Rule


@cache
def every() -> tuple[Rule, ...]:
    """All rules, by name."""
    found = (
        getattr(importlib.import_module(f"{__name__}.{module.name}"), module.name)
        for module in pkgutil.iter_modules(__path__)
    )
    return tuple(sorted(found, key=lambda rule: rule.name))
