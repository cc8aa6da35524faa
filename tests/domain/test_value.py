"""The frozen value: a dataclass in all that can be seen of it."""

import pickle
from collections.abc import Callable
from copy import copy, deepcopy
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.value import value


@value
class Call:
    """A value with a default, one that is not compared, and one that is not shown."""

    subject: str | None
    minutes: int = 0
    heard_by: str = field(default="", compare=False)
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PlainCall:
    """The same, made by `dataclass` alone."""

    subject: str | None
    minutes: int = 0
    heard_by: str = field(default="", compare=False)
    secret: str = field(default="", repr=False)


@value
class LongCall(Call):
    """A kind of call."""

    reason: str = ""


@value(kw_only=True)
class Told:
    """A value whose fields are told by name."""

    text: str


@value
class Silence:
    """A value without a field."""


@value
class Found:
    """A value with a default that is made."""

    numbers: list[str] = field(default_factory=list)


@value
class Minutes:
    """A value that cannot be anything."""

    count: int

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ValueError("negative")


@value
class Number:
    """A value with words of its own."""

    key: str

    def __repr__(self) -> str:
        return "Number(…)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Number) and self.key[-9:] == other.key[-9:]

    def __hash__(self) -> int:
        return hash(self.key[-9:])


_FACTS = st.tuples(
    st.none() | st.text(max_size=2), st.integers(0, 2), st.text(max_size=1), st.text(max_size=1)
)


@given(_FACTS, _FACTS)
def test_a_value_equals_hashes_and_shows_as_a_dataclass_does(
    one: tuple[str | None, int, str, str], other: tuple[str | None, int, str, str]
) -> None:
    assert (Call(*one) == Call(*other)) is (PlainCall(*one) == PlainCall(*other))
    assert len({Call(*one), Call(*other)}) == len({PlainCall(*one), PlainCall(*other)})
    assert repr(Call(*one)) == repr(PlainCall(*one)).removeprefix("Plain")


def test_a_value_equals_nothing_of_another_class() -> None:
    others: tuple[object, ...] = (
        LongCall("parkeren"),
        PlainCall("parkeren"),
        Told(text="parkeren"),
        Silence(),
        (),
    )
    assert [one for one in others if one == Call("parkeren")] == []
    assert [one for one in others if one == Silence()] == [Silence()]


def test_a_value_cannot_be_changed_and_has_no_room_for_more() -> None:
    call = Call("parkeren")
    with pytest.raises(FrozenInstanceError):
        call.minutes = 3  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del call.minutes
    assert not hasattr(call, "__dict__")


def test_what_goes_for_dataclasses_goes_for_values() -> None:
    assert [one.name for one in fields(Call)] == ["subject", "minutes", "heard_by", "secret"]
    assert replace(Call("parkeren"), minutes=3) == Call("parkeren", 3)
    match Call("parkeren", 3):
        case Call(subject, minutes):
            assert (subject, minutes) == ("parkeren", 3)


def test_a_value_can_be_copied_and_kept() -> None:
    call = Call("parkeren", 3, "Anna", "x")
    for again in (copy(call), deepcopy(call), pickle.loads(pickle.dumps(call))):
        assert [getattr(again, one.name) for one in fields(Call)] == ["parkeren", 3, "Anna", "x"]


def test_a_default_that_is_made_is_made_for_each() -> None:
    one, other = Found(), Found()
    one.numbers.append("112")
    assert (one.numbers, other.numbers, Found(["14020"]).numbers) == (["112"], [], ["14020"])


def test_a_value_may_refuse_what_it_is_told() -> None:
    with pytest.raises(ValueError, match="negative"):
        Minutes(-1)


@pytest.mark.parametrize(
    ("told", "named"),
    [((), {}), (("a", 1, "b", "c", "d"), {}), (("a",), {"subject": "b"}), (("a",), {"x": 1})],
)
def test_a_value_is_told_what_it_needs_and_no_more(told: tuple[str, ...], named: dict[str, str]) -> None:
    make: Callable[..., Call] = Call
    with pytest.raises(TypeError, match=r"^Call\.__init__\(\) "):
        make(*told, **named)


def test_fields_that_are_told_by_name_are_told_by_name() -> None:
    assert Told(text="x").text == "x"
    with pytest.raises(TypeError):
        Told("x")  # type: ignore[call-arg]


def test_what_a_class_says_of_comparing_and_showing_itself_stays() -> None:
    assert repr(Number("+31612345678")) == "Number(…)"
    assert {Number("+31612345678"), Number("0612345678")} == {Number("612345678")}


def test_what_a_class_says_of_being_equal_alone_leaves_it_hashed_by_its_fields() -> None:
    @value
    class Loose:  # noqa: PLW1641 - the hash is what this is about
        """A value that equals all of its kind."""

        count: int

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Loose)

    assert Loose(1) == Loose(2)
    assert hash(Loose(1)) == hash(Loose(1))


def _fills_itself() -> None:
    @value
    class Read:
        """Reads its text."""

        count: int

        def __init__(self, text: str) -> None:
            object.__setattr__(self, "count", int(text))


def _changes() -> None:
    @value
    class Growing:
        """Lets itself be changed."""

        count: int

        def __setattr__(self, name: str, new: object) -> None:
            object.__setattr__(self, name, new)


def _field_that_nobody_tells() -> None:
    @value
    class Sum:
        """Has a field that is made."""

        total: int = field(init=False)


def _field_hashed_otherwise() -> None:
    @value
    class Loose:
        """Has a field that is not hashed."""

        words: list[str] = field(hash=False)


def _hidden_field() -> None:
    @value
    class Secretive:
        """Has a field with a name of ours."""

        _set: int


@pytest.mark.parametrize(
    "making", [_fills_itself, _changes, _field_that_nobody_tells, _field_hashed_otherwise, _hidden_field]
)
def test_what_a_value_cannot_be_is_refused_when_its_class_is_made(making: Callable[[], None]) -> None:
    with pytest.raises(TypeError, match="value"):
        making()
