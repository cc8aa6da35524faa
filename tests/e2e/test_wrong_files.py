"""A path that is no sound logbook: each command says so in three lines, and changes not one byte."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from desk import Desk, Outcome
from warm_desk import WarmDesk

_NOT_FOUND, _FILE, _DAMAGED = 3, 5, 6
_PAGE, _HEADER = 4096, 100
_VERSION = 60

_READING: dict[str, tuple[str, ...]] = {
    "lookup": ("lookup", "06-12345678"),
    "list": ("list",),
    "show": ("show", "1"),
    "search": ("search", "medewerker"),
}
_EDIT: dict[str, tuple[str, ...]] = {"edit": ("edit", "1", "--team", "Zuid")}
_ADD: dict[str, tuple[str, ...]] = {"add": ("add", "06-12345678", "-s", "schelden", "-w", "Schold.")}
_ALL = _READING | _EDIT | _ADD


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "brief.txt").write_text("Beste meneer Jansen,", encoding="utf-8")


def _text(path: Path) -> None:
    path.write_text("Dit is een gewone brief, geen logboek.\n" * 20, encoding="utf-8")


def _short_text(path: Path) -> None:
    path.write_text("kort", encoding="utf-8")


def _noise(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 64)


def _other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)")
        connection.execute("INSERT INTO moz_places (url) VALUES ('https://example.org/')")
        connection.commit()


def _other_application(path: Path) -> None:
    _other_program(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id=252006673")


def _logbook(path: Path) -> None:
    Desk(path.parent, {"AGRESSIELOG_DB": str(path)}).add()


def _newer(path: Path) -> None:
    _logbook(path)
    with path.open("r+b") as file:
        file.seek(_VERSION)
        file.write((999).to_bytes(4, "big"))


def _link(path: Path) -> None:
    _logbook(path.with_name("echt.db"))
    path.symlink_to("echt.db")


def _broken_link(path: Path) -> None:
    path.symlink_to("weg.db")


def _second_name(path: Path) -> None:
    _logbook(path.with_name("echt.db"))
    path.hardlink_to(path.with_name("echt.db"))


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _only_a_header(path: Path) -> None:
    _logbook(path)
    os.truncate(path, _HEADER)


def _mangled(path: Path) -> None:
    """The right first page, and nonsense in all others."""
    _logbook(path)
    with path.open("r+b") as file:
        file.seek(_PAGE)
        file.write(b"\xa5" * (path.stat().st_size - _PAGE))


Maker = Callable[[Path], None]
_WRONG: list[tuple[Maker, int, str]] = [
    (_folder, _FILE, "map"),
    (_text, _FILE, "geen databasebestand"),
    (_short_text, _FILE, "geen databasebestand"),
    (_noise, _FILE, "geen databasebestand"),
    (_other_program, _FILE, "ander programma"),
    (_other_application, _FILE, "ander programma"),
    (_newer, _FILE, "nieuwere agressielog"),
    (_link, _FILE, "koppeling"),
    (_broken_link, _FILE, "koppeling"),
    (_second_name, _FILE, "meer namen"),
    (_pipe, _FILE, "geen gewoon bestand"),
    (_only_a_header, _DAMAGED, "beschadigd"),
    (_mangled, _DAMAGED, "beschadigd"),
]


def _picture(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return every name below *folder* with its mode and bytes."""
    return {
        str(path.relative_to(folder)): (
            path.lstat().st_mode,
            path.read_bytes() if path.is_file() and not path.is_symlink() else b"",
        )
        for path in folder.rglob("*")
        if path.name != ".inputrc"
    }


def _assert_refused(outcome: Outcome, status: int, *words: str) -> None:
    assert outcome.status == status, outcome
    assert outcome.out == ""
    for word in words:
        assert word in outcome.mistake.text


@pytest.mark.parametrize(
    ("make", "status", "word"), _WRONG, ids=[make.__name__.strip("_") for make, _, _ in _WRONG]
)
def test_a_path_that_is_no_sound_logbook_is_refused_by_every_command(
    tmp_path: Path, make: Maker, status: int, word: str
) -> None:
    desk = WarmDesk(tmp_path)
    make(desk.logbook)
    before = _picture(desk.home)

    _assert_refused(desk.run(*_ALL["lookup"]), status, word, str(desk.logbook))
    for words in _ALL.values():
        _assert_refused(desk.warm(*words), status, word, str(desk.logbook))
        assert _picture(desk.home) == before, words


@pytest.mark.parametrize("words", (_READING | _EDIT).values(), ids=(_READING | _EDIT).keys())
@pytest.mark.parametrize("empty", [False, True], ids=["nothing", "an empty file"])
def test_no_logbook_never_reads_as_an_unknown_caller(
    tmp_path: Path, words: tuple[str, ...], *, empty: bool
) -> None:
    desk = WarmDesk(tmp_path)
    if empty:
        desk.logbook.touch()
    before = _picture(desk.home)

    _assert_refused(desk.warm(*words), _NOT_FOUND, "geen logboek", str(desk.logbook))

    assert _picture(desk.home) == before


def test_add_makes_a_logbook_where_there_is_none_and_says_where(desk: Desk) -> None:
    outcome = desk.run(*_ADD["add"])

    assert outcome.status == 0
    assert outcome.err == f"Nieuw logboek: {desk.logbook}\n"


def test_add_makes_an_empty_file_into_a_logbook(desk: Desk) -> None:
    """That is what a first `add` leaves behind that was killed before its first write."""
    desk.logbook.touch()

    assert desk.run(*_ADD["add"]).status == 0
    assert desk.run("show", "1").status == 0


@pytest.mark.parametrize(
    ("place", "status"),
    [
        ("brief.txt/logboek.db", _FILE),
        (f"{'x' * 300}.db", _FILE),
        ("\udcff\udcfe/\udc80.db", 0),
        ("vraag?modus=ro&x=%41#einde.db", 0),
        ("nieuwe map/daarin/logboek.db", 0),
        ("$(id)'\"; DROP TABLE incident;--.db", 0),
        ("\x1b[2J.db", 0),
        ("regel\ntwee.db", 0),
    ],
)
def test_a_path_may_have_any_name(desk: Desk, place: str, status: int) -> None:
    (desk.home / "brief.txt").write_text("Beste meneer Jansen,", encoding="utf-8")
    somewhere = {"AGRESSIELOG_DB": str(desk.home / place)}

    made = desk.run(*_ADD["add"], environ=somewhere)
    read = desk.run(*_READING["show"], environ=somewhere)

    assert made.status == status, made
    assert read.status == status or (status == _FILE and read.status == _NOT_FOUND)
    assert "\x1b" not in made.err + read.err
    if status:
        assert made.mistake.what
    else:
        assert len(made.err.splitlines()) == 1
        assert (desk.home / place).is_file()


def test_a_path_that_begins_with_two_slashes_is_an_ordinary_path(desk: Desk) -> None:
    somewhere = {"AGRESSIELOG_DB": f"/{desk.logbook}"}

    assert desk.run(*_ADD["add"], environ=somewhere).status == 0
    assert desk.run("show", "1").status == 0


_IN_THE_FIRST_PAGES = (1, 15, 16, 99, 100, 101, 512, _PAGE - 1, _PAGE + 1)
_FROM_THE_END = (1, 100, 512, _PAGE // 2)


def test_a_logbook_that_was_cut_off_anywhere_is_damaged_for_every_command(tmp_path: Path) -> None:
    """At odd places every command, at each page two of them in turn; never half an answer, never a repair."""
    whole = tmp_path / "heel.db"
    _logbook(whole)
    size = whole.stat().st_size
    odd = (*_IN_THE_FIRST_PAGES, size // 2 + 1, *(size - missing for missing in _FROM_THE_END))
    names = list(_ALL)
    pages = enumerate(range(_PAGE, size, _PAGE))
    tries = [(length, names) for length in odd]
    tries += [(length, [names[rank % 6], names[(rank + 3) % 6]]) for rank, length in pages]
    for length, chosen in tries:
        home = tmp_path / str(length)
        home.mkdir()
        desk = WarmDesk(home)
        shutil.copyfile(whole, desk.logbook)
        os.truncate(desk.logbook, length)
        before = _picture(home)
        for name in chosen:
            outcome = desk.warm(*_ALL[name])
            # Less than the sixteen letters by which a database is known is no database at all.
            _assert_refused(outcome, _DAMAGED if length >= len("SQLite format 3\0") else _FILE)
            assert _picture(home) == before, (length, name)
