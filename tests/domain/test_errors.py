"""An error is declared like a dataclass, and behaves like one as far as anybody uses that."""

import pytest

from agressielog.application.import_errors import RowsRefused
from agressielog.domain.errors import AgressielogError, UnreadableValue, WrongUse
from agressielog.domain.number_errors import NumberFault, UnreadableNumber


def test_facts_are_told_in_order_or_by_name() -> None:
    assert vars(UnreadableValue("--soort", raw="x", choices=("y",))) == {
        "field": "--soort",
        "raw": "x",
        "choices": ("y",),
    }


def test_a_fact_that_is_not_told_has_its_default() -> None:
    assert vars(UnreadableValue("--soort", "x"))["choices"] == ()


def test_an_error_cannot_be_made_without_a_fact_that_has_no_default() -> None:
    with pytest.raises(AttributeError, match="raw"):
        UnreadableValue("--soort")  # type: ignore[call-arg] # what a type checker refuses


def test_an_error_is_taken_apart_by_the_order_of_its_facts() -> None:
    error: AgressielogError = UnreadableValue("--soort", "x", ("y",))
    match error:
        case UnreadableValue(field, raw, choices):
            assert (field, raw, choices) == ("--soort", "x", ("y",))
        case _:
            pytest.fail("not taken apart")


def test_what_an_error_is_reads_like_how_it_is_made() -> None:
    assert repr(UnreadableValue("--soort", "x")) == "UnreadableValue(field='--soort', raw='x', choices=())"


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (
            UnreadableNumber("06-12345678", NumberFault.TOO_SHORT),
            f"UnreadableNumber(reason={NumberFault.TOO_SHORT!r})",
        ),
        (RowsRefused(3, ()), "RowsRefused(rows=3)"),
    ],
)
def test_what_somebody_typed_or_a_table_held_is_in_no_traceback(error: AgressielogError, shown: str) -> None:
    assert repr(error) == shown


def test_no_error_pays_for_being_a_dataclass() -> None:
    below, found = [WrongUse], set[type[AgressielogError]]()
    while below:
        kind = below.pop()
        found.add(kind)
        below += kind.__subclasses__()
    assert [kind for kind in found if "__dataclass_fields__" in vars(kind)] == []
