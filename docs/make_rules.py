"""Writes docs/rules/ from the rules themselves; with --check only says whether it is up to date."""

from __future__ import annotations

import sys
from pathlib import Path

from lint.config import every_rule
from lint.reporters import explanation
from lint.rule import Rule

FOLDER = Path(__file__).parent / "rules"
NOTICE = "<!-- Made from the rules by docs/make_rules.py. -->"


def main() -> int:
    pages = {"README.md": index()} | {f"{rule.name}.md": page(rule) for rule in every_rule()}
    present = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")}
    if "--check" in sys.argv[1:]:
        if pages == present:
            return 0
        stale = sorted(name for name in pages | present if pages.get(name) != present.get(name))
        sys.stderr.write(
            f"docs/rules/ is out of date ({', '.join(stale)}): run python docs/make_rules.py\n"
        )
        return 1
    FOLDER.mkdir(exist_ok=True)
    for name in present.keys() - pages.keys():
        (FOLDER / name).unlink()
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


def index() -> str:
    lines = [
        NOTICE,
        "",
        "# The rules",
        "",
        "| rule | severity | theme | in one sentence |",
        "|---|---|---|---|",
    ]
    for each in every_rule():
        link = f"[{each.name}]({each.name}.md)"
        lines.append(f"| {link} | {each.severity.value} | {each.theme.value} | {each.title} |")
    return "\n".join(lines) + "\n"


def page(rule: Rule) -> str:
    return f"{NOTICE}\n\n{explanation.markdown(rule)}"


if __name__ == "__main__":
    sys.exit(main())
