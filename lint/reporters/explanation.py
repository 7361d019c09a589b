"""All there is to know about a rule, for the terminal and as Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Any

from lint.profiles import PROFILES
from lint.rule import Example, Rule, Severity

_MARKS = re.compile("⟦(.*?)⟧", re.DOTALL)
_LANGUAGES = {"stream": "json"}
"""What to call the source of an example that is not named after its reader."""


def render(rule: Rule) -> str:
    """For the terminal."""
    return "\n".join(_lines(rule)) + "\n"


def markdown(rule: Rule) -> str:
    """For the documentation, and for what shows Markdown beside a finding."""
    return "\n".join(_markdown(rule)) + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.name} ({rule.severity.value}, {rule.theme.value}, for {rule.judges.value})"
    for paragraph in rule.explanation.split("\n\n"):
        yield ""
        yield from textwrap.wrap(" ".join(paragraph.split()), 90)
    if rule.advice:
        yield ""
        yield from textwrap.wrap(f"What to do: {rule.advice}", 90)
    if rule.options:
        yield ""
        yield "Options:"
        for name, default in rule.options.items():
            yield f"  {_key(name)} = {shown(default)}"
    differing = [
        f"  {profile}: {_key(name)} = {shown(value)}"
        for profile, table in PROFILES.items()
        for name, value in table.get(rule.name, {}).items()
    ]
    if differing:
        yield ""
        yield "Profiles:"
        yield from differing
    for title, examples in (("Found", rule.fails), ("Let pass", rule.passes)):
        yield ""
        yield f"{title}:"
        yield "\n\n".join(map(_example, examples))
    yield ""
    yield from textwrap.wrap(f"Source: {rule.source}", 90, subsequent_indent="  ")
    yield f'Switch it off: ignore = ["{rule.name}"] in the configuration'
    if rule.severity is Severity.ERROR:
        yield "Accept one finding: not in the text, for it is an error"
    else:
        yield f"Accept one finding: {_comment(rule)} before its block"
        yield f"Accept all of a file: {_comment(rule, 'ignore-file')}"


def _example(example: Example) -> str:
    source = _MARKS.sub(r">>\1<<", example.source)
    return textwrap.indent(source, "  | ", lambda _: True)


def _markdown(rule: Rule) -> Iterator[str]:
    yield from (f"# {rule.name}", "", rule.explanation, "")
    yield f"- Severity: {rule.severity.value}"
    yield f"- Theme: {rule.theme.value}"
    yield f"- Judges: {rule.judges.value}"
    if rule.advice:
        yield f"- What to do: {rule.advice}"
    yield f"- Source: {rule.source}"
    yield from _options(rule)
    yield from ("", "## Found", "")
    yield "The brackets mark what is found; without them it is the whole document."
    for example in rule.fails:
        yield from _fenced(example)
    yield from ("", "## Let pass")
    for example in rule.passes:
        yield from _fenced(example)
    yield from _switches(rule)


def _options(rule: Rule) -> Iterator[str]:
    """A table: a row an option or setting, a column for each profile that changes one."""
    profiles = {name: table[rule.name] for name, table in PROFILES.items() if rule.name in table}
    values: dict[str, Any] = dict(rule.options)
    for table in profiles.values():
        for key in table:
            values.setdefault(key, {"enabled": True, "severity": rule.severity.value}.get(key))
    if not values:
        return
    yield from ("", "## Options", "", f"In `[rules.{rule.name}]` of the configuration:", "")
    heads = ["option", "default", *(f"profile `{name}`" for name in profiles)]
    yield _row(heads)
    yield _row(["---"] * len(heads))
    for key, default in values.items():
        cells = [_code(table.get(key, default)) for table in profiles.values()]
        yield _row([f"`{_key(key)}`", _code(default), *cells])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _code(value: object) -> str:
    return f"`{shown(value)}`".replace("|", "\\|")


def _switches(rule: Rule) -> Iterator[str]:
    yield from ("", "## Switch it off", "")
    yield from ("For everything, in the configuration:", "")
    yield from ("```toml", f'ignore = ["{rule.name}"]', "```", "")
    if rule.severity is Severity.ERROR:
        yield "A single finding cannot be accepted in the text, for it is an error."
        return
    yield "In a Markdown or HTML file, for the next block or for the file, with your reason:"
    yield from ("", "```markdown", _comment(rule), _comment(rule, "ignore-file"), "```")


def _comment(rule: Rule, word: str = "ignore") -> str:
    return f"<!-- contentlint: {word} {rule.name}: the reason -->"


def _fenced(example: Example) -> Iterator[str]:
    language = _LANGUAGES.get(example.reader, example.reader)
    yield from ("", f"````{language}", example.source, "````")


def _key(option: str) -> str:
    return option.replace("_", "-")


def shown(value: object) -> str:
    """A value as the configuration writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value) if isinstance(value, set | frozenset) else value
        return f"[{', '.join(shown(item) for item in items)}]"
    return str(value)
