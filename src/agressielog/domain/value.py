"""The frozen value: what nearly every class of this program is, made in a third of the time of a frozen dataclass.

For every frozen class `dataclass` compiles six functions. `add` loads a hundred classes before it can answer, and on
Python 3.11 making them took a third of it. Here one is compiled, `__init__`, because it runs for every row that is read.
Comparing, hashing, showing and refusing to change go by the names of the fields: two to three times as slow, which no
command notices. (Leaving the refusing to `dataclass` as well would need nothing compiled here, and give half of the gain.)

`replace`, `fields`, `match`, `copy` and type checkers find a frozen dataclass. What inherits from a value has to be a
value too. What a dataclass may have and a value may not is refused when the class is made.
"""

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, NoReturn, TypeAlias, TypeVar, dataclass_transform, overload

_Class = TypeVar("_Class")
# Of any class: no annotation can say that one is a dataclass.
_Value: TypeAlias = Any
# What makes a value one.
_OURS = ("__init__", "__setattr__", "__delattr__")


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

    Raises:
        TypeError: it fills or changes itself, or has a field that only a dataclass can have.
    """

    def made(cls: type[_Class]) -> type[_Class]:
        if own := [name for name in _OURS if name in vars(cls)]:
            raise TypeError(f"{cls.__qualname__}: a value has no {' or '.join(own)} of its own")
        for name, shared in _SHARED.items():
            # With an `__eq__` of its own and nothing more, a class has a `__hash__`: None.
            if vars(cls).get(name) is None:
                setattr(cls, name, shared)
        slotted = dataclass(slots=True, kw_only=kw_only, init=False, repr=False, eq=False)(cls)
        # No type checker lets this be assigned by name.
        type.__setattr__(slotted, "__init__", _init(slotted))
        return slotted

    return made if cls is None else made(cls)


def _init(cls: type[_Value]) -> Callable[..., None]:
    """Compile the `__init__` of a class, as `dataclass` would for a frozen one."""
    names: dict[str, Any] = {"_set": object.__setattr__, "_MISSING": MISSING}
    by_place: list[str] = []
    by_name: list[str] = []
    body: list[str] = []
    for place, one in enumerate(fields(cls)):
        _refuse_odd(cls, one)
        default = f"_default{place}"
        parameter = given = one.name
        if one.default is not MISSING:
            names[default] = one.default
            parameter = f"{one.name}={default}"
        elif one.default_factory is not MISSING:
            names[default] = one.default_factory
            parameter = f"{one.name}=_MISSING"
            given = f"{default}() if {one.name} is _MISSING else {one.name}"
        (by_name if one.kw_only is True else by_place).append(parameter)
        body.append(f"_set(self, {one.name!r}, {given})")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    head = ", ".join(["self", *by_place, *(["*", *by_name] if by_name else [])])
    exec(f"def __init__({head}):\n " + "\n ".join(body or ["pass"]), names)  # noqa: S102 - names of our own fields
    init: Callable[..., None] = names["__init__"]
    init.__module__, init.__qualname__ = cls.__module__, f"{cls.__qualname__}.__init__"
    return init


def _refuse_odd(cls: type[_Value], one: Field[Any]) -> None:
    """Refuse what `_init` and `_hash` know nothing of, and names that are theirs."""
    if not one.init or one.hash is not None or one.name == "self" or one.name.startswith("_"):
        raise TypeError(
            f"{cls.__qualname__}.{one.name}: no field of a value is filled or hashed otherwise, or hidden"
        )


def _eq(self: _Value, other: object) -> object:
    compared = _compared(self.__class__)
    return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: _Value) -> int:
    return hash(_compared(self.__class__)(self))


def _repr(self: _Value) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name in _shown(self.__class__))
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse_change(_: _Value, name: str, _new: object = None) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to or delete field {name!r}")


def _getstate(self: _Value) -> list[object]:
    return [getattr(self, one.name) for one in fields(self)]


def _setstate(self: _Value, state: Sequence[object]) -> None:
    for one, kept in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, kept)


@cache
def _compared(cls: type[_Value]) -> Callable[[_Value], object]:
    """Return what fetches all that is compared in one go."""
    return attrgetter("__class__", *(one.name for one in fields(cls) if one.compare))


@cache
def _shown(cls: type[_Value]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(cls) if one.repr)


_SHARED = {
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse_change,
    "__delattr__": _refuse_change,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
}
