"""What can be wrong with a register that is taken over: with the options, and with single rows, as facts."""

from agressielog.domain.errors import AgressielogError, Refused, WrongUse
from agressielog.domain.value import value


class MappingUnreadable(WrongUse):
    """An option that should say `this=that` and does not; `typed` as typed."""

    option: str
    typed: str


class HeadingNotFound(WrongUse):
    """The file has no column of this heading; `known` are those it has."""

    heading: str
    known: tuple[str, ...]


class ColumnTakenTwice(WrongUse):
    """One column was named for two fields."""

    heading: str


class MomentUnmapped(WrongUse):
    """No column says when it was; `known` are the headings there are."""

    known: tuple[str, ...]


class KindsUnmapped(WrongUse):
    """No column says what kind of behaviour it was, and nothing says it for all rows; `known` as above."""

    known: tuple[str, ...]


class RowsRefused(Refused):
    """Nothing came in, because some rows cannot; `rows` are all that were read."""

    rows: int
    refused: tuple["RefusedRow", ...]

    # The cells are somebody's: no traceback or log may show them.
    def __str__(self) -> str:
        return f"{len(self.refused)} of {self.rows}"

    def __repr__(self) -> str:
        return f"RowsRefused(rows={self.rows!r})"


class RowsAlike(Refused):
    """Nothing came in, because rows look like incidents that are there already; `lines` of the file, from 1."""

    lines: tuple[int, ...]


# What can be wrong with one row. The classes of `domain` for numbers, moments, texts and kinds serve here
# too; these are for what only a table can have. `raw` is the cell as found.


class RaggedCells(WrongUse):
    """A row with more or fewer cells than the heading."""

    found: int
    expected: int


class RelativeMoment(WrongUse):
    """A day that depends on when it was typed (`gisteren`, `3 april`): in a table nobody knows when that was."""

    raw: str


class MomentMissing(WrongUse):
    """The cell that should say when it was is empty."""


class TimeMissing(WrongUse):
    """A day without a time, and nobody said what time to take."""

    raw: str


class NumberThoughWithheld(WrongUse):
    """The row says that the number was withheld, and gives one."""


class UlidTwice(WrongUse):
    """Another row has the same identity: somebody copied a row and left the identity in it."""


@value
class RowReason:
    """Why a row cannot come in: the heading of the cell, if it is about one, and what is wrong with it."""

    heading: str | None
    error: AgressielogError


@value
class RefusedRow:
    """A row that cannot come in, by the line on which it begins (from 1), with all its reasons."""

    line: int
    reasons: tuple[RowReason, ...]
