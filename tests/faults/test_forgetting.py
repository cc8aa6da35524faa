"""Who is forgotten is gone to the last byte, from the logbook, its journal, and the back-ups once they have rotated."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import canaries
import decisions
import evidence
import pytest
import story

from agressielog.application.backups import make_backup, restore
from agressielog.application.forgetting import forget
from agressielog.application.ports.logbook import Store
from agressielog.application.retention import clean_up_terms
from agressielog.domain.caller import NewCaller, NumberLink
from agressielog.domain.local_time import local_day
from agressielog.domain.period import Period, PeriodSort, period_of
from agressielog.domain.vocabulary import Certainty
from agressielog.storage.store import SqliteStore

pytestmark = pytest.mark.faults

_FORGOTTEN, _OTHERS = 6, 3
# The journal tells of every write, and what hangs on it goes on.
_GOES_ON = (
    *(
        "logboek",
        "sqlite_",
        "zoekindex",
        "wissing",
        "gewist",
        "bevroren",
        "gedeeld_onderwerp",
        "reservekopie",
    ),
    "herstel",
)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that SQLite and Python would use for temporary files."""
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    return folder


def _people(store: Store, number: int, first: int) -> list[canaries.Person]:
    return [canaries.live(store, first + place) for place in range(number)]


def _dump(path: Path) -> Iterator[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            )
            if not name.startswith(_GOES_ON)
        ]
        for table in tables:
            for row in connection.execute(f"SELECT * FROM {table}"):
                yield table, repr(row)


def _without(store: SqliteStore, people: list[canaries.Person]) -> list[tuple[str, str]]:
    """Return the records there would be if these people had never been in the logbook."""
    path = store.path.with_name("zonder.db")
    with closing(sqlite3.connect(store.path)) as source, closing(sqlite3.connect(path)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA foreign_keys = OFF")
        marks = "SELECT id FROM beller WHERE id IN ({0}) OR samengevoegd_met IN ({0})"
        callers = marks.format(", ".join(str(person.caller) for person in people))
        calls = f"SELECT id FROM incident WHERE beller IN ({callers})"
        measures = f"SELECT id FROM maatregel WHERE beller IN ({callers})"
        own = ("verzoek", "zienswijze", "avg_beperking", "avg_toch_bekeken", "beller_nummer")
        for table, condition in (
            *((name, f"incident IN ({calls})") for name in ("bijsoort", "nazorg_stap", "nazorg_afgezien")),
            *(
                (name, f"incident IN ({calls}) OR beller IN ({callers})")
                for name in ("toezegging", "vasthouding")
            ),
            *(
                (name, f"maatregel IN ({measures})")
                for name in ("maatregel_incident", "brief", "goed_gesprek")
            ),
            ("samenvoeging", f"beller IN ({callers}) OR opgegaan IN ({callers})"),
            *((name, f"beller IN ({callers})") for name in own),
            ("incident", f"beller IN ({callers})"),
            ("maatregel", f"beller IN ({callers})"),
            ("beller", f"id IN ({callers})"),
            ("kaart", "nummer <> '' AND nummer NOT IN (SELECT nummer FROM beller_nummer)"),
        ):
            copy.execute(f"DELETE FROM {table} WHERE {condition}")
        copy.commit()
    found = list(_dump(path))
    path.unlink()
    return found


#: The columns of text in which nothing of a caller stands, each with what does. Every other one has a canary.
_OF_NOBODY: dict[str, str] = {
    **dict.fromkeys(
        (
            *("avg_beperking.sinds", "avg_beperking.opgeheven_op", "avg_toch_bekeken.op", "beleid.sinds"),
            *(
                "beller.aangemaakt_op",
                "beller_nummer.sinds",
                "bevroren.eerste_dag",
                "brief.op",
                "goed_gesprek.op",
            ),
            *("herstel.op", "incident.op", "incident.vastgelegd_op", "incident.dag", "incident.excuses_op"),
            *("inzage.op", "inzage_telling.dag", "logboek.op", "maatregel.besloten_op", "maatregel.van"),
            *("maatregel.tot", "maatregel.geldig_tot", "maatregel.evaluatie_op", "maatregel.gehoord_op"),
            *("maatregel.uitgereikt_op", "maatregel.einde_op", "maatregel.bezwaar_ontvangen_op"),
            *(
                "maatregel.bezwaar_antwoord_voor",
                "maatregel.bezwaar_beantwoord_op",
                "maatregel.geevalueerd_op",
            ),
            *("maatregel.vastgelegd_op", "nazorg_afgezien.op", "nazorg_stap.op", "nazorg_stap.dag"),
            *(
                "reservekopie.op",
                "toezegging.voor",
                "toezegging.op",
                "toezegging.klaar_op",
                "vasthouding.van",
            ),
            *("vasthouding.tot", "vasthouding.opgeheven_op", "verzoek.ontvangen_op", "verzoek.antwoord_voor"),
            *("verzoek.beantwoord_op", "wissing.op", "wissing.nagezocht_op", "zienswijze.gegeven_op"),
        ),
        "a moment or a day",
    ),
    **dict.fromkeys(
        (
            *("beller_nummer.zekerheid", "bevroren.soort", "bijsoort.soort", "brief.soort", "brief.vorm"),
            *(
                "incident.zekerheid",
                "incident.soort",
                "incident.ernst",
                "incident.kanaal",
                "incident.aangifte",
            ),
            *("incident.status", "incident.nazorg", "inzage.opdracht", "kaart.status", "kaartenbak.land"),
            *("logboek.opdracht", "logboek.tabel", "maatregel.soort", "maatregel.trede", "maatregel.wijze"),
            *("maatregel.einde", "maatregel.bezwaar_uitkomst", "maatregel.evaluatie", "nazorg_stap.stap"),
            *("verzoek.soort", "verzoek.uitkomst", "wissing.soort"),
        ),
        "a code of ours",
    ),
    **dict.fromkeys(
        (
            *("avg_toch_bekeken.door", "beleid.door", "goed_gesprek.door", "incident.melder", "inzage.login"),
            *("inzage.naam", "logboek.login", "logboek.naam", "maatregel.besluit_door", "nazorg_stap.door"),
            *("toezegging.door", "wissing.door"),
        ),
        "a colleague",
    ),
    **dict.fromkeys(
        (
            *("beleid.naam", "beleid.versie", "beleid.sha256", "beleid.tekst", "maatregel.beleid"),
            *("maatregel.beleid_versie", "maatregel.beleid_sha256", "maatregel.advies", "kaartenbak.grond"),
            *("kaartenbak.melding", "instelling.sleutel", "instelling.waarde", "incident.team"),
        ),
        "of the organisation, or what the program advised by its policy",
    ),
    **dict.fromkeys(
        (
            *("brief.sha256", "gewist.kenmerk", "herstel.anker", "incident.ulid", "inzage_ingenomen.merk"),
            *("logboek.handeling", "logboek.sleutel", "logboek.zout", "logboek.verbintenis", "logboek.keten"),
        ),
        "an identity, a mark or a sum of ours",
    ),
    **dict.fromkeys(("bevroren.cijfers", "bevroren.vervolg"), "figures; a subject of one caller goes"),
    "gedeeld_onderwerp.onderwerp": "a subject that two persons had",
    "kaart.bellers": "numbers of callers",
    "wissing.reden": "stays as the proof; whoever types it is told to name nobody",
}


def test_a_canary_sings_in_every_column_that_can_hold_something_of_a_caller(tmp_path: Path) -> None:
    store = canaries.logbook_with_cards(tmp_path / "logboek.db")
    words = canaries.live(store, 1).words
    holding: set[str] = set()
    empty: set[str] = set()
    with closing(sqlite3.connect(store.path)) as connection:
        columns = connection.execute(
            """SELECT tables.name, columns.name FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS columns
            WHERE tables.schema = 'main' AND tables.type IN ('table', 'virtual') AND tables.name NOT LIKE '%sqlite~_%' ESCAPE '~'
            AND columns.type IN ('TEXT', '')"""
        ).fetchall()
        for table, column in columns:
            values = [str(value).lower() for (value,) in connection.execute(f"SELECT {column} FROM {table}")]
            sings = any(word.lower() in value for value in values for word in words)
            (holding if sings else empty).add(f"{table}.{column}")
    assert {column.partition(".")[0] for column in holding} >= {"zoekindex", "kaart", "logboek"}
    assert empty == set(_OF_NOBODY)


def test_nothing_of_who_was_forgotten_is_left_and_everything_of_the_others_is(
    tmp_path: Path, temporary: Path, tell_result: Callable[..., None]
) -> None:
    store = canaries.logbook_with_cards(tmp_path / "logboek.db")
    backups = tmp_path / "reserve"
    files = canaries.files_of(store.path, backups)
    with store.writing(story.deed("instelling")) as tx:
        tx.change_setting("reservemap", str(backups))
    others = _people(store, _OTHERS, 1000)
    forgotten = _people(store, _FORGOTTEN, 1)
    old = make_backup(store, files.copies, story.deed("backup"), str(backups), 1)
    words = tuple(word for person in forgotten for word in person.words)
    theirs = tuple(word for person in others for word in person.words)
    expected = _without(store, forgotten)
    assert len(words) >= 200
    assert {word for word, _ in canaries.hits(words, Path(old.path))} == set(words)

    for person in forgotten:
        forget(store, files, story.deed("avg vergeet"), canaries.wish(person), lambda _day: story.policy())
    make_backup(store, files.copies, story.deed("backup", at=story.NOW + timedelta(days=1)), str(backups), 1)

    found = canaries.hits(words, tmp_path)
    tell_result("wissen met kanaries", len(words), gevonden=len(found))
    assert found == []
    assert list(_dump(store.path)) == expected
    assert {word for word, _ in canaries.hits(theirs, store.path)} == set(theirs)
    assert evidence.unexplained(store.path) == []
    assert list(temporary.iterdir()) == []


def test_an_older_copy_brings_nobody_back(tmp_path: Path, tell_result: Callable[..., None]) -> None:
    store = canaries.logbook_with_cards(tmp_path / "logboek.db")
    files = canaries.files_of(store.path, tmp_path / "reserve")
    with store.writing(story.deed("instelling")) as tx:
        tx.change_setting("reservemap", str(tmp_path / "reserve"))
    people = _people(store, 4, 1)
    made = make_backup(store, files.copies, story.deed("backup"), str(files.backups), None)
    copy = tmp_path / "elders.db"
    copy.write_bytes(Path(made.path).read_bytes())
    for person in people[:2]:
        forget(store, files, story.deed("avg vergeet"), canaries.wish(person), lambda _day: story.policy())
    store.path.write_bytes(b"")
    store.path.unlink()

    # The logbook with its own list is lost: what stands beside the back-ups tells who was forgotten.
    restore(store, files.copies, story.deed("restore"), made.path, story.kept_policy)

    gone = tuple(word for person in people[:2] for word in person.words)
    kept = tuple(word for person in people[2:] for word in person.words)
    found = canaries.hits(gone, store.path)
    tell_result("oude kopie terugzetten na wissen", len(gone), gevonden=len(found))
    assert found == []
    assert {word for word, _ in canaries.hits(kept, store.path)} == set(kept)
    assert evidence.unexplained(store.path) == []
    # And now that it is in the logbook again, any other copy will do.
    (tmp_path / "reserve" / "gewist.txt").unlink()
    restore(
        store,
        files.copies,
        story.deed("restore", at=story.NOW + timedelta(hours=1)),
        str(copy),
        story.kept_policy,
    )
    assert canaries.hits(gone, store.path) == []


def test_cleaning_up_leaves_as_little_and_the_figures_of_every_month(
    tmp_path: Path, tell_result: Callable[..., None]
) -> None:
    store = canaries.logbook_with_cards(tmp_path / "logboek.db")
    words = canaries.Words(1)
    months = [
        _call_long_ago(store, words, story.NOW - timedelta(days=366 * years)) for years in range(9, 3, -1)
    ]
    kept = canaries.live(store, 2)
    with store.reading() as reading:
        before = [reading.figures(month) for month in months]
    assert {word for word, _ in canaries.hits(tuple(words.told), store.path)} == set(words.told)

    clean_up_terms(
        store,
        canaries.files_of(store.path),
        story.deed("avg opschonen"),
        lambda _day: decisions.standaard(),
        None,
    )

    found = canaries.hits(tuple(words.told), tmp_path)
    tell_result("opschonen met kanaries", len(words.told), gevonden=len(found))
    assert found == []
    assert {word for word, _ in canaries.hits(kept.words, store.path)} == set(kept.words)
    with store.reading() as reading:
        # A subject of one caller tells who it was.
        after = [replace(reading.figures(month), per_subject=()) for month in months]
    assert after == [replace(figures, per_subject=()) for figures in before]
    assert evidence.unexplained(store.path) == []


def _call_long_ago(store: Store, words: canaries.Words, at: datetime) -> Period:
    """Let somebody call once, and return the month of it."""
    number = words.number()
    with store.writing(story.deed("add", at=at)) as tx:
        facts = NewCaller(name=words.word(), customer_number=words.word(), address=words.word())
        caller = tx.add_caller(facts)
        tx.link(caller.id, NumberLink(number, Certainty.CERTAIN, local_day(at)))
    story.stored(
        store,
        at=at,
        number=number,
        number_typed=f"0{words.told[-4]}",
        caller=caller.id,
        certainty=Certainty.CERTAIN,
        account=f"Riep {words.word()} en {words.word()}.",
        quote=words.word(),
        subject=words.word(),
        helped=words.word(),
        refused=words.word(),
    )
    return period_of(PeriodSort.MONTH, local_day(at))
