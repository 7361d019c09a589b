"""The quick dataclasses promise what those of the standard library do."""

import dataclasses
import pickle
from dataclasses import field
from typing import Any

import pytest

from lint.facts import dataclass

KINDS = (dataclass, dataclasses.dataclass)


def point(make: Any, **how: Any) -> Any:
    @make(frozen=True, **how)
    class Point:
        """A place."""

        x: int
        y: int = 2
        tags: list[str] = field(default_factory=list, compare=False)
        note: str = field(default="", repr=False)
        made: dict[str, int] = field(default_factory=dict, init=False, compare=False)

    return Point


@pytest.mark.parametrize("how", [{}, {"eq": False}])
@pytest.mark.parametrize(
    "said",
    [
        lambda kind: repr(kind(1, tags=["a"])).rpartition(".")[2],
        lambda kind: kind(1) == kind(1, 2, ["other"]),
        lambda kind: kind(1) == kind(1, note="other"),
        lambda kind: kind(1) == 1,
        lambda kind: len({kind(1), kind(1), kind(3)}),
        lambda kind: kind(1).tags is kind(1).tags,
        lambda kind: dataclasses.asdict(dataclasses.replace(kind(1, note="n"), x=4)),
        lambda kind: [each.name for each in dataclasses.fields(kind)],
        lambda kind: kind.__match_args__,
        lambda kind: vars(kind(1)),
    ],
)
def test_they_are_alike(said: Any, how: dict[str, bool]) -> None:
    quick, usual = (said(point(make, **how)) for make in KINDS)
    assert quick == usual


@pytest.mark.parametrize(
    "does",
    [
        lambda kind: kind(),
        lambda kind: kind(1, 2, [], "", {}),
        lambda kind: kind(1, nobody=3),
        lambda kind: setattr(kind(1), "x", 2),
        lambda kind: setattr(kind(1), "more", 2),
        lambda kind: delattr(kind(1), "x"),
        lambda kind: dataclasses.dataclass(type("Sub", (kind,), {})),
    ],
)
def test_they_refuse_alike(does: Any) -> None:
    def refused(make: Any) -> tuple[type, str]:
        with pytest.raises((TypeError, AttributeError)) as raised:
            does(point(make))
        return type(raised.value), str(raised.value)

    quick, usual = map(refused, KINDS)
    assert quick == usual


@dataclass(frozen=True)
class Base:
    x: int = 1


@dataclass(frozen=True)
class Sub(Base):
    y: int = 2


def test_one_inherits_from_another() -> None:
    assert repr(Sub(y=3)) == "Sub(x=1, y=3)"
    assert Sub(1, 2) == Sub()
    assert Sub() != Base()


def test_a_copy_from_another_process_is_equal() -> None:
    assert pickle.loads(pickle.dumps(Base(5))) == Base(5)  # noqa: S301
