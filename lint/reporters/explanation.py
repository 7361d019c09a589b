"""All there is to know about a rule, for the terminal."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from lint.profiles import PROFILES
from lint.rule import Example, Rule

_MARKS = re.compile("⟦(.*?)⟧", re.DOTALL)


def render(rule: Rule) -> str:
    return "\n".join(_lines(rule)) + "\n"


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
            yield f"  {name.replace('_', '-')} = {shown(default)}"
    differing = [
        f"  {profile}: {name.replace('_', '-')} = {shown(value)}"
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
        for example in examples:
            yield from _example(example)
    yield ""
    yield from textwrap.wrap(f"Source: {rule.source}", 90, subsequent_indent="  ")


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


def _example(example: Example) -> Iterator[str]:
    source = _MARKS.sub(r">>\1<<", example.source)
    yield textwrap.indent(source, "  | ", lambda _: True)
    yield ""
