"""What the tests of the command line share: pages to check, and what comes of a run."""

import json
from dataclasses import dataclass
from pathlib import Path

GOVERNED = """---
title: Sleep better
authors: [Lee Marsh]
reviewers: ["Ana Brook, MRCGP"]
last_reviewed: 2026-01-01
next_review: 2999-01-01
---

"""
CLEAN = GOVERNED + "Go to bed at the same time each night."
WARNS = GOVERNED + "## Naps\n\n#### At noon\n\nRest."
FAILS = GOVERNED + "Open [the sleep diary](#)."
REMARKS = GOVERNED + "![](owl.png)"
RULES = "heading-structure,empty-or-placeholder-link,missing-alt"


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str


def write(**files: str | bytes) -> None:
    """Files by name, with "__" for "/" and a final "_md" for ".md"."""
    for name, text in files.items():
        path = Path("/".join(name.split("__")).replace("_", "."))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


def names(outcome: Outcome) -> list[str]:
    return [each["name"] for each in json.loads(outcome.out)["documents"]]
