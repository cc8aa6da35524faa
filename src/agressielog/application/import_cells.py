"""The cells of one row of a register, and how the plain ones of them are read."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from agressielog.application.import_errors import RowReason
from agressielog.application.import_fields import Field
from agressielog.application.promise_cell import read_promises
from agressielog.application.table_text import TableRow
from agressielog.domain.errors import AgressielogError, UnreadableValue
from agressielog.domain.incident import NewPromise
from agressielog.domain.placeholder import says_nothing
from agressielog.domain.text import fold, keep_line, optional_line, optional_text
from agressielog.domain.ulid import Ulid, parse_ulid

_V = TypeVar("_V")
_E = TypeVar("_E", bound=StrEnum)


class RowCells:
    """The cells of one row by what they hold, and all that was found wrong with them."""

    def __init__(self, row: TableRow, places: Mapping[Field, tuple[str, int]]) -> None:
        self._row = row
        self._places = places
        self.reasons: list[RowReason] = []
        #: Whether the row brought its identity: then every cell of it means what our export means by it.
        self.ours = self.filled(Field.ULID)

    def known(self, field: Field) -> bool:
        """Whether the table has a column for *field*."""
        return field in self._places

    def raw(self, field: Field) -> str:
        """Return the cell as found; empty without a column."""
        return self._row.cells[self._places[field][1]] if field in self._places else ""

    def filled(self, field: Field) -> bool:
        """Whether there is something in the cell."""
        return bool(self.raw(field).strip())

    def take(self, field: Field, read: Callable[[str, str], _V]) -> _V | None:
        """Read a cell; None without a column, and for a cell that is wrong, which is noted."""
        if field not in self._places:
            return None
        heading, place = self._places[field]
        try:
            return read(heading, self._row.cells[place])
        except AgressielogError as error:
            self.refuse(field, error)
            return None

    def take_filled(self, field: Field, read: Callable[[str, str], _V]) -> _V | None:
        """Read a cell if there is something in it."""
        return self.take(field, read) if self.filled(field) else None

    def take_ours(self, field: Field, read: Callable[[str, str], _V]) -> _V | None:
        """Read a filled cell of a row that an export of ours wrote; None in any other row."""
        return self.take_filled(field, read) if self.ours else None

    def refuse(self, field: Field, error: AgressielogError) -> None:
        """Note that the row cannot come in."""
        self.reasons.append(RowReason(self._places[field][0], error))


def read_line(heading: str, raw: str) -> str | None:
    """Read a short text; nothing is None."""
    return optional_line(heading, raw)


def read_text(heading: str, raw: str) -> str | None:
    """Read a long text; nothing is None."""
    return optional_text(heading, raw)


def read_name(heading: str, raw: str) -> str | None:
    """Read a name or customer number that may say that there is none."""
    return None if says_nothing(raw) else optional_line(heading, raw)


def read_as_typed(heading: str, raw: str) -> str | None:
    """Keep a number exactly as it was written, if a file can keep it."""
    return raw if optional_line(heading, raw) is not None else None


def read_ulid(heading: str, raw: str) -> Ulid:
    """Read an identity."""
    try:
        return parse_ulid(raw)
    except UnreadableValue:
        raise UnreadableValue(heading, raw) from None


def one_of(codes: type[_E]) -> Callable[[str, str], _E]:
    """Return what reads one of our codes."""

    def read(heading: str, raw: str) -> _E:
        for code in codes:
            if fold(raw) == fold(code.value):
                return code
        raise UnreadableValue(heading, raw, tuple(code.value for code in codes))

    return read


def read_promise(heading: str, raw: str) -> tuple[NewPromise, ...]:
    """Take a cell of another register as one promise: what a line break in it means nobody knows."""
    return (NewPromise(keep_line(heading, raw)),)


def read_our_promises(heading: str, raw: str) -> tuple[NewPromise, ...]:
    """Read the promises that an export of ours wrote in one cell."""
    try:
        promises = read_promises(raw)
    except ValueError:
        raise UnreadableValue(heading, raw) from None
    return tuple(
        replace(
            promise,
            what=keep_line(heading, promise.what),
            made=replace(made, by=keep_line(heading, made.by))
            if (made := promise.made) is not None
            else None,
        )
        for promise in promises
    )
