"""The frozen value: the dataclass that nearly every class of this program is, made with half of its functions.

For every class `dataclass` writes and compiles six functions. A command loads a hundred classes before it can answer,
and that took a third of `agressielog add`. Comparing, hashing and showing need no code of a class's own: the names of
the fields are enough, so they stand here once. The rest is left to `dataclass`; `replace`, `fields`, `match` and type
checkers find one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar, dataclass_transform, overload

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

    What it defines itself of comparing, hashing and showing stays.

    Args:
        cls: the class, where the decorator stands without arguments.
        kw_only: whether its fields are told by name only.
    """

    def made(cls: type[_Class]) -> type[_Class]:
        for name, shared in _SHARED.items():
            if name not in cls.__dict__:
                setattr(cls, name, shared)
        return dataclass(frozen=True, slots=True, kw_only=kw_only, repr=False, eq=False)(cls)

    return made if cls is None else made(cls)


def _equal(self: _Value, other: object) -> object:
    facts = _facts(self.__class__)
    return facts(self) == facts(other) if other.__class__ is self.__class__ else NotImplemented


def _hashed(self: _Value) -> int:
    return hash(_facts(self.__class__)(self))


def _told(self: _Value) -> str:
    told = (f"{name}={getattr(self, name)!r}" for name in _shown(self.__class__))
    return f"{self.__class__.__qualname__}({', '.join(told)})"


@cache
def _facts(cls: type[_Value]) -> Callable[[_Value], object]:
    """Return what fetches in one go all that is compared, as fast as code of the class's own would."""
    return attrgetter("__class__", *(one.name for one in fields(cls) if one.compare))


@cache
def _shown(cls: type[_Value]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(cls) if one.repr)


_SHARED = {"__eq__": _equal, "__hash__": _hashed, "__repr__": _told}
