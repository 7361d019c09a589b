"""Frozen dataclasses that are made quickly.

`dataclass` of the standard library writes and compiles six functions for every class. A run over
one short article would spend a tenth of its time on that. Classes made here promise the same, but
only `__init__` is written for them, when it is first called.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls: type | None = None, /, **how: bool) -> Callable[[type], type] | type:
        """`dataclasses.dataclass`; quicker for what is frozen and no more, and inherits nothing."""

        def made(cls: type) -> type:
            inherits = any(map(dataclasses.is_dataclass, cls.__bases__))
            if inherits or not how.get("frozen") or not how.keys() <= {"frozen", "eq"}:
                return dataclasses.dataclass(**how)(cls)
            dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
            cls.__dataclass_params__.frozen = True  # Whoever inherits from it must be, too.
            _complete(cls, compared=how.get("eq", True))
            return cls

        return made if cls is None else made(cls)


def _complete(cls: Any, *, compared: bool) -> None:
    """What the standard library would have written, of methods that all classes share."""
    fields = dataclasses.fields(cls)
    names = frozenset(each.name for each in fields)

    def init(self: Any, *args: Any, **kwargs: Any) -> None:
        cls.__init__ = _init(cls)
        cls.__init__(self, *args, **kwargs)

    def show(self: Any) -> str:
        shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields if each.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def assign(self: Any, name: str, value: object) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def delete(self: Any, name: str) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    methods = {"__init__": init, "__repr__": show, "__setattr__": assign, "__delattr__": delete}
    if compared:
        values = attrgetter(*(each.name for each in fields if each.compare))

        def equals(self: Any, other: Any) -> Any:
            return values(self) == values(other) if type(other) is type(self) else NotImplemented

        methods |= {"__eq__": equals, "__hash__": lambda self: hash(values(self))}
    for name, method in methods.items():
        if name not in ("__eq__", "__hash__", "__repr__") or cls.__dict__.get(name) is None:
            setattr(cls, name, method)


def _init(cls: Any) -> Callable[..., None]:
    """As the standard library writes it."""
    known: dict[str, Any] = {"set_": object.__setattr__, "unsaid": object()}
    parameters, lines = [], []
    for each in dataclasses.fields(cls):
        value = each.name
        if each.default_factory is not dataclasses.MISSING:
            known[f"new_{each.name}"] = each.default_factory
            made = f"new_{each.name}()"
            value = f"{made} if {each.name} is unsaid else {each.name}" if each.init else made
            parameters += [f"{each.name}=unsaid"] * each.init
        elif each.default is not dataclasses.MISSING:
            known[f"default_{each.name}"] = each.default
            parameters.append(f"{each.name}=default_{each.name}")
        else:
            parameters.append(each.name)
        lines.append(f"  set_(self, {each.name!r}, {value})")
    exec(f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(lines), known)  # noqa: S102
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init
