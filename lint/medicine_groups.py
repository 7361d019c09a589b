"""Which group of medicines a health word belongs to: sertraline is an SSRI, an antidepressant.

The groups stand in `lexicon/medicine_class_members.txt`, and a safety rule asks by their names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from lint.health import CLASS, MEDICINE, Line, Term

_MEMBERS = Path(__file__).with_name("lexicon") / "medicine_class_members.txt"


@cache
def groups() -> Mapping[str, frozenset[str]]:
    """The names of every group as `Term.words` has them, those of the groups in it too."""
    named: dict[str, set[str]] = {}
    for row in _MEMBERS.read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            group, _, names = row.partition(":")
            named.setdefault(_words(group), set()).update(_words(name) for name in names.split(","))
    # A group stands below those it is made of, so one pass in order finds all of them.
    for group, members in named.items():
        for inner in members & (named.keys() - {group}):
            members |= named[inner]
    return MappingProxyType({group: frozenset(members) for group, members in named.items()})


def of(line: Line, group: str) -> Iterator[Term]:
    """The words of `line` that name a medicine of `group`, or the group itself."""
    members = groups()[_words(group)]
    return (term for term in line.terms if term.tag in _TAGS and term.words in members)


def groups_of(term: Term) -> Sequence[str]:
    """The groups to which the medicine or the group that `term` names belongs."""
    return _by_name().get(term.words, ()) if term.tag in _TAGS else ()


@cache
def _by_name() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for group, members in groups().items():
        for name in members:
            found.setdefault(name, []).append(group)
    return MappingProxyType(found)


_TAGS = (MEDICINE, CLASS)


def _words(name: str) -> str:
    return " ".join(name.replace("-", " ").split())
