"""JSON, read strictly and without recursion deep enough to fail on any Python."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from typing import Any

from lint.document import Location, Problem, SourceLines

NESTING = 100
_LANDMARK = re.compile(
    r'["\[\]{}]|-?\bInfinity\b|\bNaN\b|(?<![\d.])\d+(?:\.\d+)?[eE]\+?\d{3,}|(?<![\d.])\d{1001}'
)
_IN_STRING = re.compile(r'["\\]')


class JsonError(Exception):
    """JSON that cannot be read at all."""

    def __init__(self, code: str, message: str, where: Location) -> None:
        super().__init__(message)
        self.problem = Problem(code, message, where, fatal=True)


def load(source: str) -> tuple[Any, list[Problem]]:
    """The value of `source`, and what should not be in it: no-numbers and keys that stand twice."""
    lines = SourceLines(source)
    problems = _scan(source, lines)
    twice: list[str] = []

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            twice.extend(key for key, count in counts.items() if count > 1)
        return found

    try:
        value = json.loads(
            source,
            object_pairs_hook=unique,
            parse_constant=str,
            parse_float=_finite,
            parse_int=_number,
        )
    except json.JSONDecodeError as error:
        raise JsonError(
            "invalid-input",
            f"This is not JSON: {error.msg.lower()}.",
            Location(error.lineno, error.colno, error.lineno, error.colno),
        ) from error
    problems += [
        Problem(
            "invalid-input",
            f'The key "{key[:80]}" stands twice in one object; the last one is read.',
            _second(source, key, lines),
        )
        for key in dict.fromkeys(twice)
    ]
    return value, problems


def _finite(written: str) -> float | str:
    number = float(written)
    return number if math.isfinite(number) else written


def _number(written: str) -> int | str:
    return int(written) if len(written) <= 1000 else written


def _scan(source: str, lines: SourceLines) -> list[Problem]:
    """Measure the nesting, and find numbers that are none, outside of strings."""
    problems: list[Problem] = []
    depth = position = 0
    while (landmark := _LANDMARK.search(source, position)) is not None:
        position = landmark.end()
        match landmark.group():
            case '"':
                position = _string_end(source, position)
            case "[" | "{":
                depth += 1
                if depth > NESTING:
                    raise JsonError(
                        "nested-too-deep",
                        f"The file is nested more than {NESTING} levels deep.",
                        _place(lines, landmark.start()),
                    )
            case "]" | "}":
                depth -= 1
            case written if (
                not written[:1].isdigit() or len(written) > 1000 or math.isinf(float(written))
            ):
                problems.append(
                    Problem(
                        "invalid-input",
                        f'"{written[:20]}" is not a number that JSON can hold.',
                        _place(lines, landmark.start()),
                    )
                )
    return problems


def _string_end(source: str, position: int) -> int:
    while (found := _IN_STRING.search(source, position)) is not None:
        if found.group() == '"':
            return found.end()
        position = found.end() + 1
    return len(source)


def _second(source: str, key: str, lines: SourceLines) -> Location:
    """Where `key` stands the second time, if it stands only twice."""
    written = re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:"
    places = [match.start() for match in re.finditer(written, source)]
    return _place(lines, places[1]) if len(places) == 2 else Location()


def _place(lines: SourceLines, offset: int) -> Location:
    line, column = lines.line_column(offset)
    return Location(line, column, line, column)
