"""Searching: words are words, never syntax, and everything about an incident that is text is found."""

import random
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Literal

import pytest
import story
from hypothesis import example, given
from hypothesis import strategies as st
from soundness import assert_sound

from agressielog.application.ports.logbook import Reading, Store
from agressielog.domain.identity import IncidentId
from agressielog.domain.incident import NewPromise
from agressielog.domain.search_words import NoSearchWords, SearchWords
from agressielog.domain.vocabulary import Certainty
from agressielog.storage.reading import SqliteReading
from agressielog.storage.schema import bring_up_to_date
from agressielog.storage.store import SqliteStore
from agressielog.storage.writing import SqliteWriting


def _found(store: Store, typed: str, limit: int = 50) -> list[int]:
    with store.reading() as reading:
        return [incident.id for incident in reading.search(SearchWords.parse(typed), limit)]


@pytest.fixture
def told(store: Store) -> Store:
    """A logbook with one incident of a named caller, and one that has nothing to do with it."""
    caller = story.stored_caller(store, name="Renée Çelik-Özgür", customer_number="K20417")
    story.stored(
        store,
        caller=caller.id,
        certainty=Certainty.CERTAIN,
        account="De beller schold over de naheffing van 75,50 euro.",
        quote="jullie zijn dieven",
        subject="parkeerbelasting",
        refused="kwijtschelding",
        helped="rustig herhalen",
        promises=(NewPromise("terugbellen vóór vrijdag"), NewPromise("brief nasturen")),
    )
    story.stored(store, account="Iets heel anders.")
    return store


@pytest.mark.parametrize(
    "typed",
    [
        "naheffing",
        "NAHEFFING",
        "schold naheffing",
        "naheffing schold",
        "nahef",
        "schold nahef",
        "75",
        "75,50",
        "dieven",
        "parkeerbelasting",
        "kwijtschelding",
        "herhalen",
        "terugbellen",
        "voor vrijdag",
        "vóór",
        "vo\u0301o\u0301r",
        "nasturen",
        "renee",
        "Renée",
        "RENÉE",
        "celik",
        "ozgur",
        "Çelik-Özgür",
        "k20417",
        "K204",
        "dieven renee naheffing terugbellen",
    ],
)
def test_it_is_found_by(told: Store, typed: str) -> None:
    assert _found(told, typed) == [1]


@pytest.mark.parametrize(
    "typed",
    [
        "heffing",
        "nahef schold",
        "naheffingen",
        "dieven anders",
        "naheffing OR anders",
        "naheffing NOT dieven",
        "NEAR naheffing schold",
        "citaat : dieven",
        "melder",
        "mia",
    ],
)
def test_it_is_not_found_by(told: Store, typed: str) -> None:
    assert _found(told, typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        '"naheffing',
        "naheffing*",
        "^naheffing",
        "(naheffing)",
        "-naheffing",
        "{wat}: naheffing",
        "'naheffing';--",
    ],
)
def test_signs_around_a_word_mean_nothing(told: Store, typed: str) -> None:
    words = SearchWords.parse(typed).words
    assert _found(told, typed) == ([1] if words == ("naheffing",) else [])


def test_what_was_recorded_last_comes_first_up_to_the_limit(store: Store) -> None:
    for _ in range(5):
        story.stored(store, account="boete")
    assert _found(store, "boete") == [5, 4, 3, 2, 1]
    assert _found(store, "boete", limit=2) == [5, 4]


def test_a_corrected_text_is_found_by_its_new_words_only(told: Store) -> None:
    with told.writing(story.deed("edit")) as tx:
        known = tx.incident(IncidentId(1))
        tx.replace_incident(replace(known, account="Schold over de kliko.", quote=None))
    assert _found(told, "kliko") == [1]
    assert _found(told, "naheffing") == _found(told, "dieven") == []
    assert _found(told, "terugbellen") == _found(told, "renee") == [1]


def test_an_added_promise_is_found(told: Store) -> None:
    with told.writing(story.deed("edit")) as tx:
        tx.add_promises(IncidentId(2), [NewPromise("excuusbrief")])
    assert _found(told, "excuusbrief") == [2]
    assert _found(told, "anders excuus") == [2]


def test_a_renamed_caller_is_found_by_the_new_name_only(told: Store) -> None:
    with told.writing(story.deed("beller")) as tx:
        known = tx.callers()[0]
        tx.replace_caller(replace(known, name="Jansen", customer_number=None))
    assert _found(told, "jansen naheffing") == [1]
    assert _found(told, "renee") == _found(told, "K20417") == []


@pytest.mark.parametrize("typed", ["brandsma", "K777", "brandsma anders"])
def test_what_was_told_of_the_caller_is_found_whoever_it_was(store: Store, typed: str) -> None:
    known = story.stored_caller(store, name="Pietersen")
    story.stored(store)
    told = {"account": "Iets heel anders.", "name_told": "Brandsma", "customer_number_told": "K777"}
    story.stored(store, **told)
    story.stored(store, **told, caller=known.id, certainty=Certainty.PRESUMED)
    assert _found(store, typed) == [3, 2]


def test_a_moved_incident_is_found_by_its_new_caller_only(told: Store) -> None:
    other = story.stored_caller(told, name="Pietersen")
    with told.writing(story.deed("beller")) as tx:
        tx.move_incidents([IncidentId(1)], other.id)
    assert _found(told, "pietersen") == [1]
    assert _found(told, "renee") == []


def test_an_import_is_found(store: Store) -> None:
    with store.writing(story.deed("import"), large=True) as tx:
        tx.add_incidents(story.new_incident(account=f"regel nummer{n}") for n in range(600))
    assert _found(store, "nummer599") == [600]
    assert len(_found(store, "regel", limit=1000)) == 600


def test_the_index_stays_in_step_with_the_tables(told: Store, sqlite_store: SqliteStore) -> None:
    del told
    story.stored(sqlite_store, account="boete")
    with sqlite_store.writing(story.deed("edit")) as tx:
        tx.replace_incident(replace(tx.incident(IncidentId(1)), account="kliko"))
    assert_sound(sqlite_store.path)


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    """The real tables in memory, with a handful of incidents."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        bring_up_to_date(connection)
        writing = SqliteWriting(connection, story.deed())
        for text in ("naheffing over de boete", "AND OR NOT NEAR", "een \"aanhaling\" 'en' een haakje ("):
            writing.add_incident(story.new_incident(account=text))
        writing.finish()
        connection.execute("COMMIT")
        yield connection


@pytest.fixture(scope="module")
def reading(connection: sqlite3.Connection) -> Reading:
    """A view of them."""
    return SqliteReading(connection)


def _never_raises(reading: Reading, typed: str) -> bool:
    """Search as a user does; tell whether there was anything to search for."""
    try:
        words = SearchWords.parse(typed)
    except NoSearchWords:
        return False
    assert len(reading.search(words, 5)) <= 3
    return True


_PIECES = (
    *"\"'*^:(){}[]+-,.;%_\\/|&!?@#$~`=<>\0\n\r\t\x1b\x7f\x85\xa0\ufeff\u200b\u202e\u0301\ud800\udfff",
    *(
        "AND",
        "OR",
        "NOT",
        "NEAR",
        "NEAR(",
        "wat:",
        "wat :",
        "{wat citaat} :",
        "rowid",
        "rank",
        "--",
        "/*",
        "';",
    ),
    *(
        "naheffing",
        "boete",
        "é",
        "ß",
        "İ",
        "ﬁ",
        "ǆ",
        "Ⅷ",
        "²",
        "٣",
        "漢字",
        "한국",
        "🤬",
        "𞤀",
        "\U000e0041",
        "a" * 400,
    ),
)


@pytest.mark.parametrize("seed", range(12))
def test_a_thousand_ways_to_write_syntax_never_raise(reading: Reading, seed: int) -> None:
    dice = random.Random(seed)
    texts = ["".join(dice.choices(_PIECES, k=dice.randint(1, 12))) for _ in range(1000)]
    searched = sum(_never_raises(reading, text) for text in texts)
    assert searched > 500


@given(st.text())
@example('"')
@example("naheffing*")
@example("a" * 10_000)
@example("woord " * 5000)
def test_nothing_that_can_be_typed_raises(reading: Reading, typed: str) -> None:
    _never_raises(reading, typed)


_LATIN = st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["Cc"])
_FORMS: st.SearchStrategy[Literal["NFC", "NFD"]] = st.sampled_from(["NFC", "NFD"])


@given(text=st.text(_LATIN, min_size=1, max_size=60), stored=_FORMS, typed=_FORMS)
@example(text="kafé ¿wat² 3¾ ªº µm", stored="NFC", typed="NFD")
def test_a_text_is_found_by_its_own_words(
    connection: sqlite3.Connection, text: str, stored: Literal["NFC", "NFD"], typed: Literal["NFC", "NFD"]
) -> None:
    try:
        words = SearchWords.parse(unicodedata.normalize(typed, text))
    except NoSearchWords:
        return
    connection.execute("BEGIN IMMEDIATE")
    writing = SqliteWriting(connection, story.deed())
    told = writing.add_incident(story.new_incident(account=unicodedata.normalize(stored, text)))
    found = writing.search(words, 9)
    connection.execute("ROLLBACK")
    assert told in found
