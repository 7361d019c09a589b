"""`python -m benchmarks [NAME]...`: measure what is named, or all but the links, and print it.

`links` asks programs that take minutes; `python -m benchmarks.lint --help` says what more it can
compare with.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

NAMES = ("accuracy", "readability", "hostile", "lint", "links")


def main(names: list[str]) -> str:
    """What is wrong with the names, or ""."""
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        return f"There is no benchmark {unknown[0]}; there are {', '.join(NAMES)}."
    for name in names or NAMES[:-1]:
        module: Mapping[str, object] = vars(import_module(f"benchmarks.{name}"))
        print(cast("Callable[[], str]", module["report"])(), end="\n\n")
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
