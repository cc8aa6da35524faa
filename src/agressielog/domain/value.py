"""The frozen value that nearly every class of this program is: a dataclass, made in a third of the time.

For every frozen class `dataclass` writes and compiles six functions. A command loads a hundred classes before it can
answer, and that took a third of `agressielog add` (docs/snelheid.md). Only `__init__` gains by code of a class's own.
Comparing, hashing, showing and refusing to change need the names of the fields and no more, so they stand here once;
`dataclass` finds the fields, makes the slots and is left everything else. `replace`, `fields`, `match`, `copy` and type
checkers find a frozen dataclass with slots.
"""

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, NoReturn, TypeAlias, TypeVar, dataclass_transform, overload

_Class = TypeVar("_Class")
# Of any class: no annotation can say that one is a dataclass.
_Value: TypeAlias = Any


@overload
def value(cls: type[_Class], /) -> type[_Class]: ...


@overload
def value(*, kw_only: bool) -> Callable[[type[_Class]], type[_Class]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(
    cls: type[_Class] | None = None, /, *, kw_only: bool = False
) -> type[_Class] | Callable[[type[_Class]], type[_Class]]:
    """Make a class a frozen dataclass with slots.

    What it defines itself of comparing, hashing and showing stays; `__post_init__` is called as ever.

    Args:
        cls: the class, where the decorator stands without arguments.
        kw_only: whether its fields are told by name only.
    """

    def made(cls: type[_Class]) -> type[_Class]:
        for name, shared in _SHARED.items():
            if name not in cls.__dict__:
                setattr(cls, name, shared)
        found: Any = dataclass(slots=True, kw_only=kw_only, init=False, repr=False, eq=False)(cls)
        found.__init__ = _init(found.__qualname__, fields(found), then_more=hasattr(found, "__post_init__"))
        slotted: type[_Class] = found
        return slotted

    return made if cls is None else made(cls)


def _init(owner: str, told: Sequence[Field[object]], *, then_more: bool) -> Callable[..., None]:
    """Compile the one function that is faster for being written out: it runs for every row that is read."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_MISSING": MISSING}
    by_place: list[str] = []
    by_name: list[str] = []
    body: list[str] = []
    for place, one in enumerate(told):
        name, default, given = one.name, f"_default{place}", one.name
        parameter = name
        if one.default is not MISSING:
            known[default] = one.default
            parameter = f"{name}={default}"
        elif one.default_factory is not MISSING:
            known[default] = one.default_factory
            parameter = f"{name}=_MISSING"
            given = f"{default}() if {name} is _MISSING else {name}"
        (by_name if one.kw_only is True else by_place).append(parameter)
        body.append(f"_set(self, {name!r}, {given})")
    if then_more:
        body.append("self.__post_init__()")
    head = ", ".join(["self", *by_place, *(["*", *by_name] if by_name else [])])
    exec(f"def __init__({head}):\n " + "\n ".join(body or ["pass"]), known)  # noqa: S102 - of our own fields
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{owner}.__init__"
    return init


def _equal(self: _Value, other: object) -> object:
    facts = _facts(self.__class__)
    return facts(self) == facts(other) if other.__class__ is self.__class__ else NotImplemented


def _hashed(self: _Value) -> int:
    return hash(_facts(self.__class__)(self))


def _told(self: _Value) -> str:
    told = (f"{name}={getattr(self, name)!r}" for name in _shown(self.__class__))
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _unchanging(_: _Value, name: str, _told: object = None) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to or delete field {name!r}")


def _state(self: _Value) -> list[object]:
    return [getattr(self, one.name) for one in fields(self)]


def _restored(self: _Value, state: Sequence[object]) -> None:
    for one, told in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, told)


@cache
def _facts(cls: type[_Value]) -> Callable[[_Value], object]:
    """Return what fetches in one go all that is compared, as fast as code of the class's own would."""
    return attrgetter("__class__", *(one.name for one in fields(cls) if one.compare))


@cache
def _shown(cls: type[_Value]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(cls) if one.repr)


_SHARED = {
    "__eq__": _equal,
    "__hash__": _hashed,
    "__repr__": _told,
    "__setattr__": _unchanging,
    "__delattr__": _unchanging,
    "__getstate__": _state,
    "__setstate__": _restored,
}
