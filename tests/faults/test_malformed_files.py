"""Two thousand spoilt files: each reading command ends in Dutch, and not a byte of the file changes."""

import os
import random
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from office import Office, Shown

from agressielog.cli.looking import Looking

pytestmark = pytest.mark.faults

_FILES = 20_000 if os.environ.get("AGRESSIELOG_FOUTEN") == "lang" else 2_000
_SEED = 20261122
_PAGE, _HEADER = 4096, 100
_COMMANDS = (
    ("lookup", "06-12345678"),
    ("list",),
    ("show", "1"),
    ("search", "medewerker"),
    ("report", "--maand"),
    ("advies",),
    ("beller", "list"),
    ("maatregel", "list"),
    ("export",),
    ("check",),
    ("check", "--json"),
    ("taken",),
    ("toezegging", "list"),
    ("beller", "show", "B1"),
    ("maatregel", "show", "M1"),
    ("avg", "log"),
    ("avg", "opschonen", "--dry-run"),
)
_DONE, _WRONG_USE, _NOT_FOUND, _FILE, _DAMAGED = 0, 2, 3, 5, 6
_ANSWERS = {_DONE, _WRONG_USE, _NOT_FOUND, _FILE, _DAMAGED}


def _cut(whole: bytes, chance: random.Random) -> bytes:
    return whole[: chance.randrange(len(whole))]


def _cut_at_a_sector(whole: bytes, chance: random.Random) -> bytes:
    return whole[: 512 * chance.randrange(len(whole) // 512)]


def _without_a_page(whole: bytes, chance: random.Random) -> bytes:
    return _over_a_page(whole, chance, bytes(_PAGE))


def _noise_for_a_page(whole: bytes, chance: random.Random) -> bytes:
    return _over_a_page(whole, chance, chance.randbytes(_PAGE))


def _page_twice(whole: bytes, chance: random.Random) -> bytes:
    at = _PAGE * chance.randrange(len(whole) // _PAGE)
    return _over_a_page(whole, chance, whole[at : at + _PAGE])


def _over_a_page(whole: bytes, chance: random.Random, page: bytes) -> bytes:
    at = _PAGE * chance.randrange(len(whole) // _PAGE)
    return whole[:at] + page + whole[at + _PAGE :]


def _noise_in_the_header(whole: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(_HEADER), chance.randrange(1, 8)
    return (whole[:at] + chance.randbytes(length) + whole[at + length :])[: len(whole)]


def _wrong_bytes(whole: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(whole)
    for _ in range(chance.randrange(1, 200)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _longer(whole: bytes, chance: random.Random) -> bytes:
    return whole + chance.randbytes(chance.randrange(1, 3 * _PAGE))


def _noise(_whole: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(chance.randrange(3 * _PAGE))


def _text(_whole: bytes, chance: random.Random) -> bytes:
    return ("Beste meneer Jansen,\n" * chance.randrange(1, 500)).encode()


def _bit(whole: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(whole)
    spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def _nothing(_whole: bytes, chance: random.Random) -> bytes:
    """Zeros, of which none is an empty file."""
    return bytes(chance.choice((0, 0, 1, 99, 100, 512, _PAGE, chance.randrange(9 * _PAGE))))


def _other_format(whole: bytes, chance: random.Random) -> bytes:
    beginnings = (
        b"PK\3\4",
        b"\x1f\x8b\x08\0",
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xfe",
        b"SQLCipher\0",
        b"{",
    )
    texts = ("Datum;Telefoon;Wat\n3-4-2026;0612345678;Schold.\n" * 99).encode("utf-16")
    return chance.choice(beginnings) + chance.choice((zlib.compress(whole), texts, whole, b""))


def _anew(whole: bytes, chance: random.Random, *statements: str) -> bytes:
    """Let SQLite itself make a file in which one of these was done."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(whole)
        connection.execute("PRAGMA writable_schema = ON")
        connection.executescript(chance.choice(statements))
        return connection.serialize()


def _another_program(_whole: bytes, chance: random.Random) -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"PRAGMA user_version = {chance.randrange(99)}")
        connection.execute(
            f"PRAGMA application_id = {chance.choice((0, 1, 252006675, chance.randrange(2**31)))}"
        )
        connection.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)")
        rows = ((str(chance.random()),) for _ in range(chance.randrange(500)))
        connection.executemany("INSERT INTO moz_places (url) VALUES (?)", rows)
        return connection.serialize()


def _a_newer_version(whole: bytes, chance: random.Random) -> bytes:
    # That of a newer program; an older one is brought up to date, after a copy.
    version = chance.choice((2, 3, 99, 2**31 - 1, -1, chance.randrange(2, 2**31)))
    return _anew(whole, chance, f"PRAGMA user_version = {version}")


def _tables_of_somebody_else(whole: bytes, chance: random.Random) -> bytes:
    """Our mark and version, and a layout that was made to hurt."""
    return _anew(
        whole,
        chance,
        "DROP TABLE instelling",
        "DROP TABLE zoekindex",
        "DROP TABLE logboek",
        "ALTER TABLE incident RENAME COLUMN wat TO tekst",
        "ALTER TABLE incident RENAME TO was_incident; CREATE VIEW incident AS SELECT * FROM was_incident",
        "DROP TABLE instelling; CREATE VIEW instelling AS WITH RECURSIVE n(i) AS"
        " (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100) SELECT i AS sleutel, zeroblob(9) AS waarde FROM n",
        "CREATE TRIGGER weg AFTER INSERT ON inzage BEGIN DELETE FROM incident; END",
        'CREATE TABLE "\x1b[2J" (a); CREATE TABLE "é ✓" (a)',
        "UPDATE sqlite_master SET sql = 'CREATE TABLE beller (x)' WHERE name = 'beller'",
        "UPDATE sqlite_master SET rootpage = 2 WHERE name = 'incident'",
        "UPDATE sqlite_master SET rootpage = 99999 WHERE name = 'beller_nummer'",
        "UPDATE sqlite_master SET name = CAST(x'ff00' AS TEXT) WHERE name = 'incident'",
        "PRAGMA ignore_check_constraints = ON; UPDATE incident SET ernst = 'x', op = ''",
        "DELETE FROM sqlite_master WHERE type = 'index'",
        "DELETE FROM _sqlite_migrations",
    )


def _twice(whole: bytes, _chance: random.Random) -> bytes:
    return whole + whole


def _page_of_another_logbook(whole: bytes, chance: random.Random) -> bytes:
    other = _anew(
        whole, chance, "DELETE FROM zoekindex; DELETE FROM toezegging; VACUUM", "DROP TABLE brief; VACUUM"
    )
    at = _PAGE * chance.randrange(len(other) // _PAGE)
    return _over_a_page(whole, chance, other[at : at + _PAGE])


def _other_ways_of_writing(whole: bytes, chance: random.Random) -> bytes:
    """Bytes 18 and 19 say by which kind of journal a file is written, 20 what is left free on each page."""
    spoilt = bytearray(whole)
    spoilt[chance.choice((18, 19, 20, 21, 22, 23))] = chance.choice((0, 1, 2, 3, 255))
    return bytes(spoilt)


_SPOILERS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut,
    _cut_at_a_sector,
    _without_a_page,
    _noise_for_a_page,
    _page_twice,
    _noise_in_the_header,
    _wrong_bytes,
    _longer,
    _noise,
    _text,
    _bit,
    _nothing,
    _other_format,
    _another_program,
    _a_newer_version,
    _tables_of_somebody_else,
    _twice,
    _page_of_another_logbook,
    _other_ways_of_writing,
)


#: Rounded up: every kind of spoiling has as many files as the others.
_EACH = -(-_FILES // len(_SPOILERS))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    """A desk with a little of everything in its logbook; who looks is not noted: that would be a change."""
    monkeypatch.setattr(Looking, "keep", lambda _looking: None)
    office = Office(tmp_path / "logboek.db", monkeypatch, capsys)
    for number in ("06-12345678", "06-87654321", "020-1234567"):
        office.add(
            number, "-s", "bedreiging", "-w", "Bedreigde de medewerker.", "--toezegging", "terugbellen"
        )
        office.add(
            number, "-s", "schelden", "-w", "Schold de medewerker uit.", "--naam", f"Jansen {number[-2:]}"
        )
    office.do("maatregel", "add", "B1", "--geen", "--reden", "x", "--besluit-door", "R. Smit")
    return office


@dataclass(slots=True)
class Tally:
    """What went wrong, each with the file and the command where it did."""

    broken_down: list[object] = field(default_factory=list)
    not_worded: list[object] = field(default_factory=list)
    changed: list[object] = field(default_factory=list)


@pytest.mark.timeout(3000)
@pytest.mark.parametrize("spoil", _SPOILERS, ids=lambda spoil: spoil.__name__.strip("_"))
def test_a_spoilt_file_is_read_or_refused_and_stays_as_it_is(
    desk: Office, spoil: Callable[[bytes, random.Random], bytes], tell_result: Callable[..., None]
) -> None:
    whole = desk.logbook.read_bytes()
    chance = random.Random(f"{_SEED} {spoil.__name__}")
    tally = Tally()
    for number in range(_EACH):
        for beside in ("-journal", "-wal", "-shm"):
            desk.logbook.with_name(desk.logbook.name + beside).unlink(missing_ok=True)
        spoilt = spoil(whole, chance)
        desk.logbook.write_bytes(spoilt)
        words = _COMMANDS[number % len(_COMMANDS)]
        shown = desk.do(*words)
        where = (number, words, shown)
        if shown.status not in _ANSWERS or "Traceback" in shown.err:
            tally.broken_down.append(where)
        if not _is_worded(words, shown):
            tally.not_worded.append(where)
        if desk.logbook.read_bytes() != spoilt:
            tally.changed.append(where)
    tell_result(
        "bedorven bestand gelezen",
        _EACH,
        programmafouten=len(tally.broken_down),
        zonder_Nederlandse_uitleg=len(tally.not_worded),
        bestanden_veranderd=len(tally.changed),
    )
    assert tally == Tally()


def _is_worded(words: tuple[str, ...], shown: Shown) -> bool:
    """Tell whether a refusal says what, why and what now; `check` tells of each fault in a line of its own."""
    if shown.status in {_DONE, _WRONG_USE} or (words[0] == "check" and shown.out):
        return True
    said = [line.split(":")[0] for line in shown.err.splitlines() if line[:1] != " "]
    return said == ["Wat", "Waarom", "Wat nu"]


def _folder(place: Path) -> None:
    place.mkdir()


def _pipe(place: Path) -> None:
    os.mkfifo(place)


def _link_to_nothing(place: Path) -> None:
    place.symlink_to(place.with_name("weg.db"))


def _link_to_itself(place: Path) -> None:
    place.symlink_to(place)


def _second_name(place: Path) -> None:
    place.with_name("ander.db").write_bytes(b"SQLite format 3\0")
    place.hardlink_to(place.with_name("ander.db"))


@pytest.mark.parametrize("put", [_folder, _pipe, _link_to_nothing, _link_to_itself, _second_name])
def test_what_is_no_file_at_all_is_refused_by_every_command(
    desk: Office, put: Callable[[Path], None], tell_result: Callable[..., None]
) -> None:
    desk.logbook.unlink()
    put(desk.logbook)
    before = desk.logbook.lstat()
    refused = [desk.do(*words) for words in _COMMANDS]
    other = [shown for shown in refused if shown.status not in _ANSWERS or "Traceback" in shown.err]
    tell_result("wat geen bestand is gelezen", len(refused), programmafouten=len(other))
    assert other == []
    assert {shown.status for shown in refused} == {_FILE}
    assert desk.logbook.lstat()[:2] == before[:2]
