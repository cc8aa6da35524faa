"""Read the table that an office exported from its spreadsheet, and write ours so that it reads back exactly."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice

from agressielog.application.table_errors import (
    BrokenQuotes,
    CellTooLarge,
    EmptyTable,
    FileKind,
    NotATable,
    UnreadableEncoding,
)
from agressielog.domain.cell import protect, unprotect
from agressielog.domain.value import value

#: The largest cell, in characters; an unclosed quotation mark easily swallows a whole file.
LARGEST_CELL = 1_000_000

#: The delimiter of Dutch Excel first: it wins when nothing tells the candidates apart.
_DELIMITERS = ";,\t"
# A title or two, the heading and a row tell the delimiter.
_LOOKED_AT = 4
_BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
#: Excel's own way to name the delimiter, as the first line of the file.
_NAMED_DELIMITER = re.compile(r"sep=([;,\t|])(?:\r\n|\r|\n)", re.IGNORECASE)


@value
class DecodedText:
    """The text of a file, without byte order mark, and its encoding as people call it."""

    text: str
    encoding: str


@value
class TableRow:
    """A row with as many cells as the heading; `line_number` (from 1) is the line on which it begins."""

    line_number: int
    cells: tuple[str, ...]

    @property
    def blank(self) -> bool:
        """Whether all cells are empty; spreadsheets export such rows below the last real one."""
        return not any(self.cells)


@value
class RaggedRow:
    """A row with too few or too many cells; `line_number` as in `TableRow`."""

    line_number: int
    cells_found: int


@value
class Table:
    """A table as found: names that are all different and not empty, the rows, and the rows that do not fit.

    `titles` are the lines above the heading that name the whole and no columns.
    """

    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    ragged: tuple[RaggedRow, ...] = ()
    titles: tuple[str, ...] = ()


def decode(data: bytes) -> DecodedText:
    """Return the text in *data*: UTF-8, UTF-16 or Windows-1252, whichever it can be.

    A byte order mark is believed. Without one, UTF-16 shows by zero bytes in every other place, and what is
    no UTF-8 is Windows-1252, unless it is clearly damaged UTF-8, which would turn every name to rubbish.

    Raises:
        NotATable, UnreadableEncoding.
    """
    kind = _kind_of_file(data)
    if kind is not None:
        raise NotATable(kind)
    if data.startswith(b"\xef\xbb\xbf"):
        return _decoded(data[3:], "utf-8", "UTF-8")
    if data.startswith(b"\xff\xfe"):
        return _decoded(data[2:], "utf-16-le", "UTF-16")
    if data.startswith(b"\xfe\xff"):
        return _decoded(data[2:], "utf-16-be", "UTF-16")
    if b"\0" in data:
        return _decoded(data, _unmarked_utf_16(data), "UTF-16")
    if _is_meant_as_utf_8(data):
        return _decoded(data, "utf-8", "UTF-8")
    return _decoded(data, "cp1252", "Windows-1252")


def _kind_of_file(data: bytes) -> FileKind | None:
    if data.startswith(b"PK\x03\x04"):
        if b"opendocument.spreadsheet" in data[:200]:
            return FileKind.OPEN_DOCUMENT
        return FileKind.EXCEL if b"xl/" in data else FileKind.ZIP
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return FileKind.OLD_EXCEL
    if data.startswith(b"%PDF-"):
        return FileKind.PDF
    return None


def _unmarked_utf_16(data: bytes) -> str:
    """Which UTF-16 *data* is in: of Dutch text nearly every high byte is zero and no low byte."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    half = len(data) // 2
    if odd > half * 3 // 4 and even <= half // 10:
        return "utf-16-le"
    if even > half * 3 // 4 and odd <= half // 10:
        return "utf-16-be"
    raise NotATable(FileKind.BINARY)


def _is_meant_as_utf_8(data: bytes) -> bool:
    """Whether *data* is UTF-8, or has more characters that only UTF-8 explains than faults."""
    text = data.decode("utf-8", "surrogateescape")
    faults = sum("\udc80" <= c <= "\udcff" for c in text)
    return not faults or sum(not c.isascii() for c in text) > 2 * faults


def _decoded(data: bytes, codec: str, name: str) -> DecodedText:
    try:
        return DecodedText(data.decode(codec), name)
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode(codec, "replace")
        raise UnreadableEncoding(name, _lines_in(before) + 1) from fault


def _lines_in(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def read_table(text: str) -> Table:
    """Return the table in *text*: a heading and rows, parted by `;`, `,` or tab, quoted as spreadsheets do.

    Cells come without the apostrophe that keeps formulas asleep (`domain.cell`), whoever put it there. Empty
    lines are skipped, above the heading empty rows too. Empty names in the heading become `kolom 3`, a name used before `naam (2)`. Empty cells
    beyond the heading are dropped; any other row of another length is ragged.

    Raises:
        EmptyTable, BrokenQuotes, CellTooLarge.
    """
    named = _NAMED_DELIMITER.match(text)
    records = _records(text, named[1] if named else _delimiter(text), 1 if named else 0)
    titles, heading, records = _heading(records)
    header = _distinct(heading.cells)
    rows: list[TableRow] = []
    ragged: list[RaggedRow] = []
    for row in records:
        if len(row.cells) >= len(header) and not any(row.cells[len(header) :]):
            rows.append(TableRow(row.line_number, row.cells[: len(header)]))
        elif _says_something(row.cells):
            ragged.append(RaggedRow(row.line_number, len(row.cells)))
    return Table(header, tuple(rows), tuple(ragged), titles)


def _heading(records: Iterator[TableRow]) -> tuple[tuple[str, ...], TableRow, Iterator[TableRow]]:
    """Return the titles above the heading, the heading, and the records below it.

    A title is a line with one cell filled, where the next has more: "Agressieregister 2025" names no column.

    Raises:
        EmptyTable.
    """
    heading = next((record for record in records if _says_something(record.cells)), None)
    if heading is None:
        raise EmptyTable
    titles: list[str] = []
    while len(filled := _filled(heading.cells)) == 1:
        passed: list[TableRow] = []
        for record in records:
            passed.append(record)
            if _says_something(record.cells):
                break
        if not passed or len(_filled(passed[-1].cells)) <= 1:
            return tuple(titles), heading, chain(passed, records)
        titles += filled
        heading = passed[-1]
    return tuple(titles), heading, records


def _filled(cells: Iterable[str]) -> list[str]:
    return [cell.strip() for cell in cells if cell.strip()]


def _says_something(cells: Iterable[str]) -> bool:
    return any(cell.strip() for cell in cells)


def _records(text: str, delimiter: str, skipped: int = 0) -> Iterator[TableRow]:
    """Every record that is no empty line, of any length, after *skipped* lines."""
    lines = (match[0] for match in _LINE.finditer(text))
    for _ in range(skipped):
        next(lines)
    # The limit of the csv module holds for the whole program and its error says nothing but its text;
    # so it is set out of the way, and the size looked at here.
    csv.field_size_limit(2**31 - 1)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        line_number = skipped + reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as fault:
            raise BrokenQuotes(line_number) from fault
        if cells is None:
            return
        if any(len(cell) > LARGEST_CELL for cell in cells):
            raise CellTooLarge(line_number, LARGEST_CELL)
        if cells:
            yield TableRow(line_number, tuple(map(unprotect, cells)))


def _delimiter(text: str) -> str:
    """The candidate that parts the heading, rather one that parts the first row alike, and into the most."""

    def score(delimiter: str) -> tuple[bool, int]:
        widths: list[int] = []
        with suppress(BrokenQuotes, CellTooLarge):
            widths.extend(len(record.cells) for record in islice(_records(text, delimiter), _LOOKED_AT))
        # A title, in which nothing is parted, above a heading and rows that are. A quoted one is a heading of ours.
        while not text.startswith('"') and widths[:1] == [1] and widths[2:] and 1 < widths[1] <= widths[2]:
            del widths[0]
        del widths[2:]
        heading = widths[0] if widths else 0
        return (widths[1:] == [heading], heading) if heading > 1 else (False, 0)

    return max(_DELIMITERS, key=score)


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    taken: dict[str, None] = {}
    for place, raw in enumerate(names, start=1):
        name = wanted = raw.strip() or f"kolom {place}"
        again = 1
        while name in taken:
            again += 1
            name = f"{wanted} ({again})"
        taken[name] = None
    return tuple(taken)


class _Echo:
    """What `csv.writer` writes to, so that `writerow` returns the row instead."""

    def write(self, row: str) -> str:
        return row


def write_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table for Dutch Excel, line by line: byte order mark, `;`, CRLF, formulas kept asleep.

    Encoded as UTF-8 and given to `decode` and `read_table` it gives exactly these rows, and this header if
    its names are distinct, stripped and not empty. The heading is quoted, so that a comma in a name is not
    taken for the delimiter. (`sep=;` would make Excel forget the byte order mark.)

    Args:
        header: at least one name.
        rows: as many cells each; no lone surrogates, which UTF-8 cannot carry.
    """
    yield _BYTE_ORDER_MARK
    heading = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    yield heading.writerow([protect(name) for name in header])
    body = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    for row in rows:
        yield body.writerow([protect(cell) for cell in row])
