"""The fast start and the full program say the same, byte for byte, and the usual questions go the fast way."""

import os
import pwd
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from both_ways import Asked, BothWays
from warm_desk import WarmDesk

from agressielog import clock
from agressielog.domain.dutch_number import dutch_key
from agressielog.domain.local_time import local_day

_SPELLINGS = Path(__file__).with_name("schrijfwijzen.tsv")
#: How many of them go the fast way, of how many.
_FAST_SPELLINGS = (28, 59)
_KNOWN, _WARNED, _BANNED, _LIMITED = "0612345678", "0622222222", "0633333333", "0644444444"
_RESTRICTED, _SHARED, _STALE, _MISTAKEN = "0655555555", "0201234567", "0688888888", "0687654321"
_STRANGER = "030-7654321"
#: Who the computer says we are where the environment does not tell.
_ACCOUNT = pwd.getpwuid(os.getuid()).pw_name
_NOBODY = 65534
_DECIDED = ("--reden", "Schold.", "--besluit-door", "R. Smit", "--spoed", "--niet-gehoord", "Onbereikbaar.")
_LONG = "Kijkt het dossier na en belt dezelfde dag nog terug over de aanvraag"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A logbook with one caller of every sort; returns where it is."""
    desk = WarmDesk(tmp_path_factory.mktemp("kantoor"))

    def do(*words: str) -> None:
        outcome = desk.warm(*words)
        assert outcome.status == 0, (words, outcome)

    def call(number: str, *words: str) -> None:
        do("add", number, "--soort", "schelden", "--wat", "Schold.", *words)

    day = local_day(clock.now())
    today, long_ago = day.isoformat(), (day - timedelta(days=500)).isoformat()
    call(_KNOWN, "--naam", "Jansen", "--toezegging", _LONG)
    call(_WARNED, "--naam", "De Boer")
    do(
        *("maatregel", "add", "B2", "--soort", "schriftelijke_waarschuwing", "--afwijking", "x", *_DECIDED),
        *("--uitgereikt", f"{today} 00:00", "--wijze", "post"),
    )
    call(_BANNED, "--naam", "Smit", "--klantnummer", "K-1")
    do(
        *("maatregel", "add", "B3", "--soort", "contactverbod", "--duur", "1 maand", "--afwijking", "x"),
        *(*_DECIDED, "--kanaal-over", "post", "--uitgereikt", f"{today} 00:00", "--wijze", "post"),
    )
    call(_LIMITED)
    do(
        *("maatregel", "add", "B4", "--soort", "contactbeperking", "--duur", "1 maand", "--afwijking", "x"),
        *(*_DECIDED, "--kanaal-over", "post", "--uitgereikt", f"{today} 00:00", "--wijze", "post"),
        *("--omvang", "Eén gesprek per week", "--afspraak", _LONG),
    )
    call(_RESTRICTED, "--naam", "Bakker")
    call(_SHARED, "--naam", "Visser")
    call(_SHARED, "--naam", "Mulder", "--beller", "nieuw")
    call(_STALE, "--naam", "Dekker", "--wanneer", f"{long_ago} 10:00")
    call(_MISTAKEN)
    do("edit", "9", "--status", "ingetrokken")
    do("avg", "beperk", "B5", "--reden", "Betwist de juistheid.")
    return desk.logbook


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The logbook that `demo` makes."""
    desk = WarmDesk(tmp_path_factory.mktemp("voorbeeld"))
    outcome = desk.warm("demo", "--map", str(desk.home))
    assert outcome.status == 0, outcome
    (logbook,) = desk.home.rglob("*.db")
    return logbook


@pytest.fixture
def ways(tmp_path: Path, office: Path) -> BothWays:
    """A desk in that office."""
    return BothWays(tmp_path / "bureau", office)


def same(both: tuple[Asked, Asked]) -> Asked:
    """Return what came of a question both ways; fails where they differ."""
    fast, full = both
    assert fast == full
    assert not full.fast
    return fast


# What is asked.


@pytest.mark.parametrize(
    ("number", "status", "looks"),
    [
        (_KNOWN, "● BEKEND", "1"),
        (_WARNED, "▲ WAARSCHUWING", "2"),
        (_BANNED, "■ CONTACTVERBOD", "3"),
        (_LIMITED, "▲ BEPERKING", "4"),
        (_RESTRICTED, "● BEKEND", "5"),
        (_SHARED, "● BEKEND", "6,7"),
        (_STALE, "● BEKEND", "8"),
        (_MISTAKEN, "○ ONBEKEND", None),
        (_STRANGER, "○ ONBEKEND", None),
    ],
)
def test_every_sort_of_caller_is_answered_the_fast_way(
    ways: BothWays, number: str, status: str, looks: str | None
) -> None:
    asked = same(ways.warm("lookup", number))
    assert asked.fast
    assert asked.outcome.status == 0
    assert asked.outcome.out.startswith(f"{status}  ")
    assert [seen for *_, seen in asked.looks] == ([looks] if looks else [])
    assert asked.strangers == (None if looks else 1)


@pytest.mark.parametrize(
    "words",
    [
        ("06", "12", "34", "56", "78"),
        ("+31", "6", "12345678"),
        ("(020)", "123", "45", "67"),
        ("tel:+31612345678",),
        ("<sip:0612345678@centrale.example>",),
        ("0031", "(0)6", "12", "34", "56", "78"),
    ],
)
def test_a_number_may_be_typed_in_pieces(ways: BothWays, words: tuple[str, ...]) -> None:
    for command in ("lookup", "opzoeken"):
        assert same(ways.warm(command, *words)).fast


def test_the_table_of_spellings_is_answered_alike_and_ordinary_dutch_numbers_the_fast_way(
    ways: BothWays,
) -> None:
    lines = _SPELLINGS.read_text(encoding="utf-8").splitlines()
    typed = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
    numbers = [one.encode("latin-1", "backslashreplace").decode("unicode_escape") for one in typed]
    fast = [number for number in numbers if same(ways.warm("lookup", number)).fast]
    assert fast == [number for number in numbers if dutch_key(number) is not None]
    assert (len(fast), len(numbers)) == _FAST_SPELLINGS


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("",),
        ("-",),
        ("--", _KNOWN),
        (_KNOWN, "--json"),
        ("--exit-code", _KNOWN),
        (_KNOWN, "--peildatum", "1-1-2026"),
        ("--naam", "Jansen"),
        ("--help",),
        ("--bestaat-niet", _KNOWN),
        ("B1",),
        ("anoniem",),
        ("112",),
        ("14", "020"),
        ("0800-1234",),
        ("06-123",),
        ("+32 470 12 34 56",),
        ("612345678",),
        ("12345678901234567890",),
        ("geen nummer",),
        ("06\udcff12345678",),
        ("0612345678;0622222222",),
        (_KNOWN, _WARNED),
    ],
)
def test_what_is_no_ordinary_dutch_number_goes_the_long_way(ways: BothWays, words: tuple[str, ...]) -> None:
    assert not same(ways.warm("lookup", *words)).fast


def test_the_people_of_the_demo_are_answered_the_fast_way_with_a_notice(demo: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(demo)) as connection:
        numbers = [
            key
            for (key,) in connection.execute("SELECT DISTINCT nummer FROM beller_nummer WHERE beller % 6 = 1")
        ]
    ways = BothWays(tmp_path / "bureau", demo)
    for number in numbers:
        asked = same(ways.warm("lookup", number))
        assert asked.fast == number.startswith("+31")
        assert asked.outcome.err.startswith("VOORBEELDLOGBOEK")


# Where it is printed.


@pytest.mark.parametrize(
    ("environ", "columns", "fast"),
    [
        ({}, None, True),
        ({"NO_COLOR": "1"}, None, True),
        ({"FORCE_COLOR": "1"}, None, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, None, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, None, True),
        ({"LC_ALL": "C"}, None, True),
        ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, None, False),
        ({"PYTHONIOENCODING": "utf-8:strict"}, None, True),
        ({"PYTHONIOENCODING": "latin-1"}, None, False),
        ({"PYTHONIOENCODING": "ascii"}, None, False),
        ({"PYTHONUNBUFFERED": "1"}, None, True),
        ({}, 80, True),
        ({}, 100, True),
        ({}, 60, False),
        ({"COLUMNS": "60"}, 80, False),
        ({"COLUMNS": "120"}, 60, True),
        ({"COLUMNS": "0"}, 60, False),
        ({"COLUMNS": "60"}, None, True),
        ({}, 0, True),
        ({"NO_COLOR": "1"}, 80, True),
        ({"TERM": "dumb"}, 80, True),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, 80, True),
        ({"PYTHONIOENCODING": "cp1252"}, 80, False),
    ],
)
def test_every_surface_gets_the_same_bytes(
    ways: BothWays, environ: dict[str, str], columns: int | None, fast: bool
) -> None:
    asked = same(replace(ways, environ=environ).cold("lookup", _LIMITED, columns=columns))
    assert asked.fast == fast


def test_a_stranger_gets_the_same_bytes_on_a_terminal(ways: BothWays) -> None:
    assert same(ways.cold("lookup", _STRANGER, columns=80)).fast


@pytest.mark.parametrize(("columns", "fast"), [(80, True), (50, False)])
def test_the_notice_of_the_demo_is_folded_as_well(
    demo: Path, tmp_path: Path, columns: int, fast: bool
) -> None:
    ways = BothWays(tmp_path / "bureau", demo)
    asked = same(ways.cold("lookup", _STRANGER, columns=columns, shell='"$@" >/dev/null'))
    assert asked.fast == fast


@pytest.mark.parametrize(
    ("shell", "status", "fast"),
    [
        ('"$@" <&-', 0, False),
        ('"$@" >&-', 0, False),
        ('"$@" 2>&-', 0, False),
        ('"$@" >/dev/full', 5, True),
        ('"$@" 2>/dev/full', 0, True),
        ('{ sleep 0.2; "$@"; echo $? >&2; } | true', 0, True),
    ],
)
def test_streams_that_are_closed_or_full_end_alike(
    ways: BothWays, shell: str, status: int, fast: bool
) -> None:
    asked = same(ways.cold("lookup", _KNOWN, shell=shell))
    assert (asked.outcome.status, asked.fast) == (status, fast)


# Who asks, and of which file.


@pytest.mark.parametrize(
    ("environ", "login", "name", "fast"),
    [
        ({}, "mdevries", "mdevries", True),
        ({"AGRESSIELOG_GEBRUIKER": "Mia de Vriés"}, "mdevries", "Mia de Vriés", True),
        ({"AGRESSIELOG_GEBRUIKER": ""}, "mdevries", "mdevries", True),
        ({"AGRESSIELOG_GEBRUIKER": " Mia "}, "mdevries", "Mia", False),
        ({"AGRESSIELOG_GEBRUIKER": "Mia\nde Vries"}, "mdevries", "Mia de Vries", False),
        ({"LOGNAME": "", "USER": "piet"}, "piet", "piet", True),
        ({"LOGNAME": "", "USER": ""}, _ACCOUNT, _ACCOUNT, True),
        ({"LOGNAME": "m\tv"}, "m\tv", "m\tv", False),
    ],
)
def test_who_looked_is_kept_alike(
    ways: BothWays, environ: dict[str, str], login: str, name: str, fast: bool
) -> None:
    asked = same(replace(ways, environ=environ).warm("lookup", _KNOWN))
    assert asked.fast == fast
    assert list(asked.looks) == [(login, name, "lookup", "1")]


@pytest.mark.parametrize(
    ("environ", "fast"),
    [
        ({"AGRESSIELOG_GEBRUIKER": "  "}, False),
        ({"AGRESSIELOG_GEBRUIKER": "x" * 201}, False),
    ],
)
def test_a_name_that_nobody_can_have_goes_the_long_way(
    ways: BothWays, environ: dict[str, str], fast: bool
) -> None:
    assert same(replace(ways, environ=environ).warm("lookup", _KNOWN)).fast == fast


_ADDED = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('agressielog', 'm002_adds_a_field', '')"


def _sql(*statements: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return change


def _beside(ending: str, content: bytes) -> Callable[[Path], object]:
    return lambda path: path.with_name(path.name + ending).write_bytes(content)


def _linked(path: Path) -> None:
    path.rename(path.with_name("elders.db"))
    path.symlink_to("elders.db")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _hot(path: Path) -> None:
    """Leave what a program leaves that is killed in the middle of a write."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE kaart SET tekst = 'nooit gebeurd'")
        connection.execute("CREATE TABLE vol AS SELECT randomblob(4000) FROM kaart, kaart AS nog")
        content, journal = path.read_bytes(), path.with_name(path.name + "-journal").read_bytes()
    path.write_bytes(content)
    path.with_name(path.name + "-journal").write_bytes(journal)


@dataclass(frozen=True, slots=True)
class _State:
    """A state of the file: what is done to it, whether it is told the fast way, and the exit status."""

    name: str
    prepare: Callable[[Path], object]
    fast: bool = False
    status: int = 0


_STATES = (
    _State("as it was", lambda _path: None, fast=True),
    _State("a place to leave looks", _beside("-inzage", b""), fast=True),
    _State("an empty journal beside it", _beside("-journal", b""), fast=True),
    _State("a write that was killed", _hot, fast=True),
    _State("a journal that is none", _beside("-journal", b"niets"), fast=True),
    _State("outdated cards", _sql("UPDATE kaartenbak SET stand = stand + 1")),
    _State("cards in another wording", _sql("UPDATE kaartenbak SET uitgave = uitgave + 1")),
    _State("no card", _sql("DELETE FROM kaart WHERE nummer <> ''")),
    _State("a card that begins tomorrow", _sql("UPDATE kaart SET vanaf = vanaf + 100000")),
    _State("no cards at all", _sql("DELETE FROM kaart")),
    _State("no box of cards", _sql("DELETE FROM kaartenbak")),
    _State("cards with bytes that are no text", _sql("UPDATE kaart SET tekst = CAST(x'ff' AS TEXT)")),
    _State("another country", _sql("UPDATE kaartenbak SET land = 'BE'")),
    _State("a notice that is not plain", _sql("UPDATE kaartenbak SET melding = 'é'")),
    _State("no table of cards", _sql("DROP TABLE kaart")),
    _State("a write-ahead log", _sql("PRAGMA journal_mode=WAL")),
    _State("a newer layout", _sql("PRAGMA user_version=2"), status=5),
    _State("a newer layout that look-ups may read", _sql(_ADDED, "PRAGMA user_version=2")),
    _State("another program's", _sql("PRAGMA application_id=1"), status=5),
    _State("cut off", lambda path: os.truncate(path, path.stat().st_size - 100), status=6),
    _State("empty", lambda path: os.truncate(path, 0), status=3),
    _State("text", lambda path: path.write_text("nummer;naam\n", encoding="utf-8"), status=5),
    _State("missing", Path.unlink, status=3),
    _State("a folder", _folder, status=5),
    _State("a link", _linked, status=5),
    _State("a second name", lambda path: os.link(path, path.with_name("elders.db")), status=5),
    _State("a pipe", _pipe, status=5),
)


@pytest.mark.parametrize("state", _STATES, ids=lambda state: state.name)
def test_every_state_of_the_file_is_told_alike(ways: BothWays, state: _State) -> None:
    for number in (_KNOWN, _STRANGER):
        asked = same(replace(ways, prepare=state.prepare).warm("lookup", number))
        assert asked.outcome.status == state.status
        only_of_callers = state.name in {"no card", "a card that begins tomorrow"}
        assert asked.fast == (state.fast or (only_of_callers and number == _STRANGER))


@pytest.mark.parametrize(("folder", "file"), [(0o755, 0o444), (0o555, 0o444), (0o555, 0o644), (0o777, 0o444)])
def test_who_may_only_read_is_answered_and_told_alike(office: Path, folder: int, file: int) -> None:
    def make_read_only(path: Path) -> None:
        path.chmod(file)
        path.parent.chmod(folder)

    # For root no mode counts.
    shell = (
        f'exec setpriv --reuid={_NOBODY} --regid={_NOBODY} --clear-groups "$@"' if os.geteuid() == 0 else ""
    )
    with tempfile.TemporaryDirectory(prefix="agressielog-") as name:
        Path(name).chmod(0o777)
        ways = BothWays(Path(name, "bureau"), office, make_read_only)
        asked = same(ways.cold("lookup", _KNOWN, shell=shell))
    assert (asked.fast, asked.outcome.status, list(asked.looks)) == (True, 0, [])
    assert asked.outcome.err.startswith("Let op: deze inzage is niet in het logboek gezet.")


@pytest.mark.parametrize(
    ("environ", "place"),
    [
        ({"AGRESSIELOG_DB": "logboek.db"}, "logboek.db"),
        ({"AGRESSIELOG_DB": "", "XDG_DATA_HOME": ""}, ".local/share/agressielog/logboek.db"),
        ({"AGRESSIELOG_DB": "", "XDG_DATA_HOME": "niet-van-hier"}, ".local/share/agressielog/logboek.db"),
        ({"AGRESSIELOG_DB": "{home}/a b%20c?mode=ro#d&é.db"}, "a b%20c?mode=ro#d&é.db"),
        ({"AGRESSIELOG_DB": "", "XDG_DATA_HOME": "{home}/data"}, "data/agressielog/logboek.db"),
    ],
)
def test_the_logbook_is_looked_for_in_the_same_place(
    ways: BothWays, environ: dict[str, str], place: str
) -> None:
    def move(path: Path) -> None:
        there = path.parent / place
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ways.logbook, there)

    given = {name: value.format(home=ways.home) for name, value in environ.items()}
    elsewhere = replace(ways, environ=given, prepare=move)
    assert same(elsewhere.warm("lookup", _KNOWN)).fast


def test_a_place_in_the_home_folder_is_found_the_long_way(ways: BothWays) -> None:
    asked = same(replace(ways, environ={"AGRESSIELOG_DB": "~/logboek.db"}).warm("lookup", _KNOWN))
    assert (asked.fast, asked.outcome.status) == (False, 0)


@pytest.mark.parametrize("ending", ["-inzage", "-journal"])
def test_a_look_that_cannot_be_left_is_kept_in_the_logbook(ways: BothWays, ending: str) -> None:
    folder = replace(ways, prepare=lambda path: path.with_name(path.name + ending).mkdir())
    asked = same(folder.warm("lookup", _KNOWN))
    assert (asked.fast, asked.outcome.status) == ((True, 0) if ending == "-inzage" else (False, 5))
