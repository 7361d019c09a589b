"""Writes docs/rules/ from the rules themselves; with --check only says whether it is up to date."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from lint import rules
from lint.profiles import PROFILES
from lint.reporters.explanation import shown
from lint.rule import Example, Rule

FOLDER = Path(__file__).parent / "rules"
NOTICE = "<!-- Made from the rules by docs/make_rules.py. -->"


def main() -> int:
    pages = {"README.md": index()} | {f"{rule.name}.md": page(rule) for rule in rules.every()}
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
    for each in rules.every():
        link = f"[{each.name}]({each.name}.md)"
        lines.append(f"| {link} | {each.severity.value} | {each.theme.value} | {each.title} |")
    return "\n".join(lines) + "\n"


def page(rule: Rule) -> str:
    return "\n".join(_page(rule)) + "\n"


def _page(rule: Rule) -> Iterator[str]:
    yield from (NOTICE, "", f"# {rule.name}", "", rule.explanation, "")
    yield f"- Severity: {rule.severity.value}"
    yield f"- Theme: {rule.theme.value}"
    yield f"- Judges: {rule.judges.value}"
    if rule.advice:
        yield f"- What to do: {rule.advice}"
    yield f"- Source: {rule.source}"
    if rule.options:
        yield from (
            "",
            "## Options",
            "",
            f"In `[tool.contentlint.rules.{rule.name}]`:",
            "",
            "```toml",
        )
        yield from (
            f"{key.replace('_', '-')} = {shown(value)}" for key, value in rule.options.items()
        )
        yield "```"
    for profile, table in PROFILES.items():
        if rule.name in table:
            yield from ("", f"The profile `{profile}` sets:", "", "```toml")
            yield from (
                f"{key.replace('_', '-')} = {shown(value)}"
                for key, value in table[rule.name].items()
            )
            yield "```"
    yield from (
        "",
        "## Found",
        "",
        "The brackets mark what is found; without them it is the whole document.",
    )
    for example in rule.fails:
        yield from _example(example)
    yield from ("", "## Let pass")
    for example in rule.passes:
        yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    language = {"stream": "json", "text": "text"}.get(example.reader, example.reader)
    yield from ("", f"````{language}", example.source, "````")


if __name__ == "__main__":
    sys.exit(main())
