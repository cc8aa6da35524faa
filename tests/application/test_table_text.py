"""Tables as offices export them, and ours, which reads back exactly."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agressielog.application.table_errors import (
    BrokenQuotes,
    CellTooLarge,
    EmptyTable,
    FileKind,
    NotATable,
    UnreadableEncoding,
)
from agressielog.application.table_text import (
    LARGEST_CELL,
    RaggedRow,
    Table,
    TableRow,
    decode,
    read_table,
    write_table,
)

OFFICE = "datum;naam;wat\r\n12-5-2026;Renée;“Ik weet je te vinden”\r\n"


def rows_of(text: str) -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(text).rows]


# Bytes to text


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (OFFICE.encode(), "UTF-8"),
        (OFFICE.encode("utf-8-sig"), "UTF-8"),
        (OFFICE.encode("utf-16"), "UTF-16"),
        (b"\xff\xfe" + OFFICE.encode("utf-16-le"), "UTF-16"),
        (b"\xfe\xff" + OFFICE.encode("utf-16-be"), "UTF-16"),
        (OFFICE.encode("utf-16-le"), "UTF-16"),
        (OFFICE.encode("utf-16-be"), "UTF-16"),
        (OFFICE.encode("cp1252"), "Windows-1252"),
    ],
)
def test_an_office_file_is_read_in(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (OFFICE, encoding)


@pytest.mark.parametrize("text", ["a;b\n", "€\ufffd", "", "x"])
def test_valid_utf_8_stays_utf_8(text: str) -> None:
    assert decode(text.encode()).text == text


def test_a_short_utf_16_file_without_mark_is_recognised() -> None:
    assert decode("a;b\n".encode("utf-16-le")).text == "a;b\n"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\x00[Content_Types].xml...xl/workbook.xml", FileKind.EXCEL),
        (
            b"PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK",
            FileKind.OPEN_DOCUMENT,
        ),
        (b"PK\x03\x04\x14\x00brieven/brief.docx", FileKind.ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.OLD_EXCEL),
        (b"%PDF-1.7\n", FileKind.PDF),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", FileKind.BINARY),
        (b"SQLite format 3\0\x10\0\1\1\0\x40\x20\x20", FileKind.BINARY),
        (b"\0" * 64, FileKind.BINARY),
    ],
)
def test_a_file_that_is_no_text_is_refused(data: bytes, kind: FileKind) -> None:
    with pytest.raises(NotATable) as refusal:
        decode(data)
    assert refusal.value.kind is kind


@pytest.mark.parametrize(
    ("data", "encoding", "line"),
    [
        (b"\xef\xbb\xbfnaam\r\nRen\xe9\r\n", "UTF-8", 2),
        ("naam\nRenée\nChloë\nZoë\n".encode() + b"\xff", "UTF-8", 5),
        (b"naam\rRen\x81\r", "Windows-1252", 2),
        ("naam\nx".encode("utf-16") + b"x", "UTF-16", 2),
    ],
)
def test_a_damaged_text_is_refused_with_its_line(data: bytes, encoding: str, line: int) -> None:
    with pytest.raises(UnreadableEncoding) as refusal:
        decode(data)
    assert (refusal.value.encoding, refusal.value.line) == (encoding, line)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(NotATable, UnreadableEncoding, EmptyTable, BrokenQuotes, CellTooLarge):
        read_table(decode(data).text)


# Text to table


@pytest.mark.parametrize(
    "text",
    [
        "naam;wat\nJan;riep\n",
        "naam,wat\nJan,riep\n",
        "naam\twat\nJan\triep\n",
        "naam;wat\r\nJan;riep\r\n",
        "naam;wat\rJan;riep\r",
        "naam;wat\nJan;riep",
        '"naam";"wat"\n"Jan";"riep"\n',
        "sep=;\nnaam;wat\nJan;riep\n",
        "SEP=,\r\nnaam,wat\r\nJan,riep\r\n",
        "sep=|\nnaam|wat\nJan|riep\n",
        ";;\n\nnaam;wat\nJan;riep\n",
        "naam;wat\nJan;riep;\n",
    ],
)
def test_the_same_table_in_many_spellings(text: str) -> None:
    table = read_table(text)
    assert table.header == ("naam", "wat")
    assert [row.cells for row in table.rows] == [("Jan", "riep")]
    assert table.ragged == ()


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("datum;wat, hoe, waar\n1-1-2026;schold, en meer\n", ("datum", "wat, hoe, waar")),
        ("naam, voornaam;tel\nJansen;06\n", ("naam, voornaam", "tel")),
        ('"a,b,c";d\n1;2\n', ("a,b,c", "d")),
        ('"a;b;c",d\n1,2\n', ("a;b;c", "d")),
        ("naam;tel\n", ("naam", "tel")),
        ("naam,tel", ("naam", "tel")),
        ("naam\nJansen, J.\n", ("naam",)),
        ('naam,wat\n1,"riep ""x"" hard\n', None),
    ],
)
def test_the_delimiter_is_found(text: str, header: tuple[str, ...] | None) -> None:
    if header is None:
        with pytest.raises(BrokenQuotes):
            read_table(text)
    else:
        assert read_table(text).header == header


def test_a_cell_may_hold_delimiters_quotes_and_lines() -> None:
    text = 'naam;wat\nJan;"riep ""weg; nu""\r\nen\nhing op"\nPiet;zweeg\n'
    assert read_table(text).rows == (
        TableRow(2, ("Jan", 'riep "weg; nu"\r\nen\nhing op')),
        TableRow(5, ("Piet", "zweeg")),
    )


def test_line_numbers_count_what_was_skipped() -> None:
    table = read_table("sep=;\n\nnaam;wat\n\n\nJan;riep\n")
    assert table.rows == (TableRow(6, ("Jan", "riep")),)


def test_rows_of_another_length_are_told_with_their_line() -> None:
    table = read_table("naam;wat\nJan\nPiet;riep\nKees;riep;hard\nKlaas;riep;;\n  \n;;;\n")
    assert [row.cells for row in table.rows] == [("Piet", "riep"), ("Klaas", "riep"), ("", "")]
    assert table.ragged == (RaggedRow(2, 1), RaggedRow(4, 3))


def test_rows_without_anything_in_them_are_known() -> None:
    assert [row.blank for row in read_table("a;b\n;\n;x\n").rows] == [True, False]


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        (" naam ;wat", ("naam", "wat")),
        ("naam;;wat;", ("naam", "kolom 2", "wat", "kolom 4")),
        ("naam;naam;naam", ("naam", "naam (2)", "naam (3)")),
        ("naam;naam (2);naam", ("naam", "naam (2)", "naam (3)")),
    ],
)
def test_names_in_the_heading_are_all_different(heading: str, names: tuple[str, ...]) -> None:
    assert read_table(heading + "\n").header == names


@pytest.mark.parametrize("text", ["", "\n\r\n", ";;;\n", "sep=;\n", "  \n"])
def test_a_file_without_a_heading_is_empty(text: str) -> None:
    with pytest.raises(EmptyTable):
        read_table(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('naam;wat\nJan;"riep\nPiet;riep\n', 2),
        ('naam;wat\nJan;riep\n"Jan" Jansen;riep\n', 3),
        ('naam;"wat\n', 1),
    ],
)
def test_a_quotation_mark_out_of_place_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(BrokenQuotes) as refusal:
        read_table(text)
    assert refusal.value.line == line


def test_a_cell_may_be_just_so_large() -> None:
    assert len(rows_of("naam;wat\nJan;" + "x" * LARGEST_CELL)[0][1]) == LARGEST_CELL


def test_a_larger_cell_is_refused_with_its_line() -> None:
    with pytest.raises(CellTooLarge) as refusal:
        read_table("naam;wat\nJan;" + "x" * (LARGEST_CELL + 1))
    assert (refusal.value.line, refusal.value.limit) == (2, LARGEST_CELL)


def test_formulas_that_were_kept_asleep_come_back() -> None:
    assert rows_of("nummer;wat\n'+31612345678;'s avonds\n") == [("+31612345678", "'s avonds")]


# Our own table


def written(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> bytes:
    return "".join(write_table(header, rows)).encode()


def test_is_written_for_dutch_excel() -> None:
    assert written(("id", "nummer"), [("1", "+31612345678"), ("2", 'a;"b"\nc')]) == (
        b'\xef\xbb\xbf"id";"nummer"\r\n1;\'+31612345678\r\n2;"a;""b""\nc"\r\n'
    )


CELLS = st.text() | st.text(st.sampled_from("';,=+\t\r\n\0\"\x85\u2028\ufeff a|"), max_size=8)
NAMES = CELLS.filter(lambda name: name == name.strip() != "")


@st.composite
def tables(draw: st.DrawFn) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    header = tuple(draw(st.lists(NAMES, min_size=1, max_size=4, unique=True)))
    rows = draw(st.lists(st.tuples(*[CELLS] * len(header)), max_size=4))
    return header, rows


@given(tables())
@example((("a",), [("",), (" ",), ("\r",)]))
@example((("sep=;",), [("x",)]))
@example((("sep=,", "b"), [("x", "y")]))
@example((("a,b",), [("1,2",)]))
@example((("a",), [("=1;2",)]))
def test_every_table_reads_back_exactly(table: tuple[tuple[str, ...], list[tuple[str, ...]]]) -> None:
    header, rows = table
    back: Table = read_table(decode(written(header, rows)).text)
    assert back.header == header
    assert [row.cells for row in back.rows] == rows
    assert back.ragged == ()


@given(tables())
def test_no_cell_of_ours_begins_with_a_formula(table: tuple[tuple[str, ...], list[tuple[str, ...]]]) -> None:
    text = "".join(write_table(*table)).removeprefix("\ufeff")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
        assert not {cell.lstrip()[:1] for cell in row} & {"=", "+", "-", "@"}
        assert not {cell[:1] for cell in row} & {"\t", "\r", "\n", "\0"}


TITLES = [
    ("Agressieregister 2025\nDatum;Soort\n3-4-2025;schelden\n", ("Agressieregister 2025",)),
    ("Agressieregister 2025;;\nDatum;Soort;Naam\n3-4-2025;schelden;\n", ("Agressieregister 2025",)),
    ("Agressieregister\nteam KCC\n\nDatum,Soort\n3-4-2025,schelden\n", ()),
    ("Register\t\nteam KCC\t\nDatum\tSoort\n3-4-2025\tschelden\n", ()),
    ("Agressieregister 2025\n\nDatum,Soort\n3-4-2025,schelden\n", ("Agressieregister 2025",)),
    ("Datum;Soort\n3-4-2025;\n", ()),
    ("naam\nJansen, J.\n", ()),
]


@pytest.mark.parametrize(("text", "titles"), TITLES)
def test_a_title_above_the_heading_is_no_heading(text: str, titles: tuple[str, ...]) -> None:
    found = read_table(text)
    assert found.titles == titles
    if titles:
        assert found.header[:2] == ("Datum", "Soort")
        assert [row.cells[:2] for row in found.rows] == [("3-4-2025", "schelden")]
