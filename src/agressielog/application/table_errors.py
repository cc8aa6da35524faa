"""Why a spreadsheet export cannot be read."""

from enum import StrEnum

from agressielog.domain.errors import WrongUse


class FileKind(StrEnum):
    """What a file is instead of a table of text, as its owner calls it."""

    EXCEL = "xlsx"
    OLD_EXCEL = "xls"
    OPEN_DOCUMENT = "ods"
    PDF = "pdf"
    ZIP = "zip"
    BINARY = "binair"


class NotATable(WrongUse):
    """The file is no text; an `xlsx`, `xls` or `ods` has to be saved as CSV first."""

    kind: FileKind


class UnreadableEncoding(WrongUse):
    """The text is not what it looks like: `encoding` as people call it, `line` (from 1) of the first fault."""

    encoding: str
    line: int


class EmptyTable(WrongUse):
    """There is not even a heading in the file."""


class BrokenQuotes(WrongUse):
    """A quotation mark is not closed or stands in the wrong place, in the row that begins at `line` (from 1)."""

    line: int


class CellTooLarge(WrongUse):
    """A cell larger than `limit`, in characters, in the row that begins at `line` (from 1)."""

    line: int
    limit: int
