"""A logbook that another program has put its hands in: every command answers, or says that it is damaged."""

import shlex
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from typing import TypeAlias

import pytest
from office import Office

from agressielog.cli.exit_status import ExitStatus
from agressielog.storage.schema import bring_up_to_date

pytestmark = pytest.mark.faults

Hostile: TypeAlias = str | int | bytes | None

# What a hand, another program or an attacker leaves in a cell. The moments are right for a text and wrong for
# us: without offset, or in a year that no sum on the calendar survives.
_HOSTILE: tuple[Hostile, ...] = (
    "2026-11-20T10:00:00",
    "XX",
    None,
    "9999-12-31T23:59:59+00:00",
    2**62,
    '{"soorten": [], "maatregel": 7}',
    b"\xff\x00",
    "0001-01-01",
    "",
    -1,
    "[[1], {}, null]",
    "é\0\x1b[2J\u202e",
)
#: How many of them each column gets; which ones goes round, so that all of them meet every sort of column.
_EACH = 3

_COMMANDS = (
    ("lookup", "0612345678"),
    ("lookup", "B1", "--json"),
    ("list",),
    ("list", "--json"),
    ("show", "1"),
    ("show", "2", "--json"),
    ("search", "rekening"),
    ("report", "--maand"),
    ("report", "--jaar", "--json"),
    ("advies",),
    ("advies", "B1", "--json"),
    ("maatregel", "list"),
    ("maatregel", "show", "M1"),
    ("brief", "M1"),
    ("beller", "list"),
    ("beller", "show", "B1"),
    ("instelling", "list"),
    ("beleid", "show"),
    ("export",),
    ("add", "0612345678", "-s", "schelden", "-w", "Schold weer."),
    ("edit", "1", "--team", "Balie"),
    ("beller", "split", "B1", "--ja"),
)


def _columns() -> list[tuple[str, str]]:
    """Return every column of every table, from the schema itself."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        bring_up_to_date(connection)
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return [
            (table, column)
            for table in tables
            for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", [table])
        ]


_COLUMNS = _columns()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the filled logbook is kept."""
    return tmp_path_factory.mktemp("heel") / "logboek.db"


@pytest.fixture
def office(
    kept: Path, memory_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Office:
    """A desk with something in every table, and a schema that stops nobody."""
    if not kept.exists():
        _fill(Office(kept, monkeypatch, capsys))
    copyfile(kept, memory_folder / "logboek.db")
    return Office(memory_folder / "logboek.db", monkeypatch, capsys)


_STORY = """
    instelling set land NL
    beleid use standaard
    add 0612345678 --naam 'J. Jansen' -s bedreiging -s schelden -w 'De rekening.' --klantnummer K1
        --toezegging terugbellen --voor 1-12-2026
    add 0201234567 --naam 'P. Visser' -s schelden -w 'Weer de rekening.'
    edit 2 --team KCC
    maatregel add B1 --besluit-door 'R. Smit' --reden Dreigde. --kanaal-over post --omvang 'alle nummers'
        --gehoord 21-11-2026 --uitgereikt nu --wijze e-mail
    instelling set organisatie 'Gemeente Voorbeeld'
    instelling set postadres 'Postbus 1, 1000 AA Voorbeeld'
    instelling set privacycontact privacy@voorbeeld.nl
    instelling set contactpunt 020-1234567
    beller edit B1 --adres 'Straat 1, 1000 AA Voorbeeld'
    brief M1
    beller merge B1 B2 --ja
"""


def _fill(office: Office) -> None:
    for line in _STORY.replace("\n        ", " ").strip().splitlines():
        shown = office.do(*shlex.split(line))
        assert shown.status == ExitStatus.DONE, (line, shown.err)
    with closing(sqlite3.connect(office.logbook)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for strict, loose in (
            ("STRICT, ", ""),
            ("STRICT", ""),
            ("TEXT NOT NULL", "TEXT"),
            ("INTEGER NOT NULL", "INTEGER"),
        ):
            connection.execute(
                "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'",
                [strict, loose],
            )
        connection.commit()


def _tamper(path: Path, table: str, column: str, value: Hostile) -> bool:
    """Put a value in every row of a column, as far as SQLite lets anybody; tell whether it did."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        try:
            connection.execute(f'UPDATE OR REPLACE "{table}" SET "{column}" = ?', [value])
            connection.commit()
        except sqlite3.Error:
            return False
    return True


@pytest.mark.parametrize("place", range(len(_COLUMNS)), ids=[".".join(column) for column in _COLUMNS])
def test_whatever_stands_in_a_column_no_command_breaks_down(
    office: Office, kept: Path, place: int, tell_result: Callable[..., None]
) -> None:
    table, column = _COLUMNS[place]
    cases = 0
    broken_down: list[object] = []
    for turn in range(_EACH):
        value = _HOSTILE[(_EACH * place + turn) % len(_HOSTILE)]
        copyfile(kept, office.logbook)
        if not _tamper(office.logbook, table, column, value):
            continue
        for words in _COMMANDS:
            cases += 1
            shown = office.do(*words)
            if shown.status == ExitStatus.FAILED or "Traceback" in shown.out + shown.err:
                broken_down.append((value, words, shown.out[-300:], shown.err))
    tell_result("opdracht op een logboek met vreemde inhoud", cases, programmafouten=len(broken_down))
    assert broken_down == []


def test_before_anybody_put_a_hand_in_it_every_command_works(office: Office) -> None:
    for words in _COMMANDS:
        shown = office.do(*words)
        assert shown.status == ExitStatus.DONE, (words, shown.err)
