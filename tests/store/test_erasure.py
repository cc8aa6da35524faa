"""Taking records away from a file: all that hangs on them and all that tells of them, and nothing of anybody else."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import canaries
import decisions
import evidence
import pytest
import story

from agressielog.application.erasing import take_away
from agressielog.application.errors import LogbookDamaged
from agressielog.application.ports.looks import LookFilter
from agressielog.domain.caller import NewCaller
from agressielog.domain.erasure import Doomed, Erasure, ErasureKind, Searched, Told
from agressielog.domain.figures import Figures
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import NewPromise
from agressielog.domain.look import Look
from agressielog.domain.period import PeriodSort, period_of
from agressielog.domain.vocabulary import Certainty
from agressielog.storage.remains import SqliteRemains
from agressielog.storage.store import SqliteStore

NOVEMBER = period_of(PeriodSort.MONTH, story.TODAY)


def _rows(store: SqliteStore, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(store.path)) as connection:
        return connection.execute(statement).fetchall()


def _erase(store: SqliteStore, doomed: Doomed, reason: str | None = None) -> Sequence[Told]:
    with store.writing(story.deed("avg vergeet")) as tx:
        erased = tx.erase(doomed)
        proof = Erasure(kind=ErasureKind.FORGOTTEN, at=story.NOW, by="R. Smit", reason=reason)
        tx.note_erasure(proof, erased.identities)
    return erased.texts


def _of(*callers: int) -> Doomed:
    return Doomed(callers=frozenset(map(CallerId, callers)))


def test_what_goes_is_told_before_and_is_what_went(sqlite_store: SqliteStore) -> None:
    person = canaries.live(sqlite_store, 1)
    with sqlite_store.reading() as reading:
        everybody = reading.everybody_in(person.caller)
        foreseen = reading.foreseen(Doomed(callers=everybody))
        calls = reading.doomed_incidents(Doomed(callers=everybody))
    with sqlite_store.writing(story.deed("avg vergeet")) as tx:
        erased = tx.erase(Doomed(callers=everybody))
    assert erased.records == foreseen
    assert tuple(calls) == person.incidents
    assert foreseen["incident"] == 2
    assert len(everybody) == 2


def test_a_proof_is_left_without_personal_data(sqlite_store: SqliteStore) -> None:
    person = canaries.live(sqlite_store, 1)
    _erase(sqlite_store, _of(person.caller), "op verzoek")
    assert _rows(sqlite_store, "SELECT soort, door, reden, nagezocht_op FROM wissing") == [
        ("vergeten", "R. Smit", "op verzoek", None)
    ]
    with sqlite_store.reading() as reading:
        assert len(reading.erased()) == 4
        assert reading.unfinished_erasures() == 1
        assert reading.last_written() == story.NOW
    with sqlite_store.writing(story.deed("avg vergeet")) as tx:
        tx.note_cleaned()
        assert tx.unfinished_erasures() == 0


def test_an_empty_logbook_was_never_written_to(new_sqlite_store: SqliteStore) -> None:
    with new_sqlite_store.writing(story.deed("instelling")) as tx:
        assert tx.last_written() is None


def test_a_call_that_was_somebody_elses_for_a_while_loses_its_history_and_stays(
    sqlite_store: SqliteStore,
) -> None:
    mine, other = story.stored_caller(sqlite_store, name="Jansen"), story.stored_caller(sqlite_store)
    told = story.stored(
        sqlite_store,
        caller=mine.id,
        certainty=Certainty.CERTAIN,
        account="eerst",
        promises=(NewPromise("terugbellen"),),
    )
    with sqlite_store.writing(story.deed("edit")) as tx:
        tx.replace_incident(replace(told, caller=other.id, account="daarna"))
    _erase(sqlite_store, _of(mine.id))
    with sqlite_store.reading() as reading:
        assert reading.incident(told.id).account == "daarna"
        assert [version.after.account for version in reading.versions(told.id)] == ["daarna"]
    assert evidence.unexplained(sqlite_store.path) == []


def test_who_was_merged_and_parted_loses_only_what_was_filled_in_meanwhile(sqlite_store: SqliteStore) -> None:
    person = canaries.live(sqlite_store, 1)
    with sqlite_store.reading() as reading:
        other = reading.callers_named("Van den Berg")[0]
        everybody = reading.everybody_in(person.caller)
    _erase(sqlite_store, Doomed(callers=everybody))
    with sqlite_store.reading() as reading:
        assert reading.caller(other.id) == other
        assert [step.erased for step in reading.caller_steps(other.id)][-1] is False
    assert evidence.unexplained(sqlite_store.path) == []


def test_a_decision_about_somebody_else_no_longer_lists_a_call_that_went(sqlite_store: SqliteStore) -> None:
    mine, other = story.stored_caller(sqlite_store), story.stored_caller(sqlite_store)
    calls = [
        story.stored(sqlite_store, caller=other.id, certainty=Certainty.CERTAIN, ulid=story.ulid()).id
        for _ in range(2)
    ]
    about = decisions.stored_decision(sqlite_store, caller=other.id, incidents=tuple(calls))
    with sqlite_store.writing(story.deed("edit")) as tx:
        tx.move_incidents(calls[:1], mine.id)
    _erase(sqlite_store, _of(mine.id))
    with sqlite_store.reading() as reading:
        assert reading.decision(about.id).incidents == (calls[1],)
    assert evidence.unexplained(sqlite_store.path) == []


def test_nobody_can_tell_whose_a_call_was_that_was_unlinked(sqlite_store: SqliteStore) -> None:
    caller = story.stored_caller(sqlite_store, story.MOBILE)
    told = story.stored(
        sqlite_store,
        caller=caller.id,
        certainty=Certainty.CERTAIN,
        name_told="Jansen",
        customer_number_told="K-77001",
    )
    decisions.stored_decision(sqlite_store, caller=caller.id, incidents=(told.id,))
    texts = _erase(sqlite_store, Doomed(unlinked=frozenset({told.id})))
    assert Told("naam_genoemd", "Jansen") in texts
    with sqlite_store.reading() as reading:
        left = reading.incident(told.id)
        assert (left.caller, left.certainty, left.number, left.number_typed) == (None, None, None, None)
        assert (left.name_told, left.customer_number_told, left.account) == (None, None, told.account)
        assert [version.after.caller for version in reading.versions(told.id)] == [None]
        assert reading.decisions_of(caller.id)[0].incidents == ()
    assert evidence.unexplained(sqlite_store.path) == []


def test_looks_stay_and_forget_whom_they_were_at(sqlite_store: SqliteStore) -> None:
    caller = story.stored_caller(sqlite_store)
    sqlite_store.note_looks(
        [Look(at=story.NOW, login="mia", name="Mia", command="show", callers=(caller.id,))]
    )
    with sqlite_store.writing(story.deed("avg vergeet")) as tx:
        take_away(tx, _of(caller.id), Erasure(kind=ErasureKind.FORGOTTEN, at=story.NOW, by="R. Smit"))
        assert [look.callers for look in tx.looks(LookFilter())] == [()]


def test_figures_of_erased_records_come_on_top_and_only_of_a_whole_period(sqlite_store: SqliteStore) -> None:
    story.stored(sqlite_store)
    with sqlite_store.writing(story.deed("avg opschonen")) as tx:
        for _ in range(2):
            tx.freeze(NOVEMBER, Figures(total=1, per_day=((story.TODAY, 1),)))
    with sqlite_store.reading() as reading:
        assert reading.figures(NOVEMBER).total == 3
        assert reading.figures(replace(NOVEMBER, last=story.TODAY)).total == 3
        assert reading.figures(replace(NOVEMBER, last=story.TODAY - timedelta(days=1))).total == 0
        assert reading.frozen_follow_up(NOVEMBER) is None


def test_what_returned_is_found_by_what_never_comes_again(sqlite_store: SqliteStore) -> None:
    person = canaries.live(sqlite_store, 1)
    other = canaries.live(sqlite_store, 2)
    with sqlite_store.writing(story.deed("avg vergeet")) as tx:
        erased = tx.erase(
            Doomed(callers=frozenset({person.caller}), incidents=frozenset(other.incidents[:1]))
        )
        assert tx.returned(erased.identities) == Doomed()
        assert tx.returned(frozenset({"01M7WD7TG00000000000000002/B99"})).nobody


def test_a_reference_that_nobody_follows_stops_everything(sqlite_store: SqliteStore) -> None:
    caller = story.stored_caller(sqlite_store)
    with closing(sqlite3.connect(sqlite_store.path)) as connection:
        connection.execute('CREATE TABLE "van een ander" (wie INTEGER REFERENCES beller(id))')
        connection.execute(f'INSERT INTO "van een ander" VALUES ({caller.id})')
        connection.commit()
    with pytest.raises(LogbookDamaged):
        _erase(sqlite_store, _of(caller.id))
    assert _rows(sqlite_store, "SELECT count(*) FROM beller") == [(1,)]


def _left(store: SqliteStore, *texts: str) -> Sequence[str]:
    told = [Told(f"veld_{n}", text) for n, text in enumerate(texts)]
    return list(SqliteRemains(store.path).left(told).fields)


def test_what_no_record_holds_is_found_wherever_it_lies(sqlite_store: SqliteStore) -> None:
    story.stored(sqlite_store, account="Een zin die er staat, met Überdruk.")
    kept = ("Een zin die er staat", "schelden", "kort", "een ZIN die er STAAT", "uberdruk")
    assert _left(sqlite_store, *kept, "Mevrouw Zonnebloem") == []
    for text, encoding in (
        ("Mevrouw Zonnebloem", "utf-8"),
        ("Mevrouw Zonnebloem", "utf-16-le"),
        ("zonnebloem", "utf-8"),
    ):
        with Path(f"{sqlite_store.path}-journal").open("wb") as journal:
            # Across the place where one block ends and the next one begins.
            journal.write(b"x" * (8 * 2**20 - 5) + text.encode(encoding))
        assert _left(sqlite_store, *kept, "Mevrouw Zonnebloem") == ["veld_5"], (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_accents_are_looked_for_in_every_encoding(sqlite_store: SqliteStore, encoding: str) -> None:
    story.stored(sqlite_store)
    with Path(f"{sqlite_store.path}-journal").open("wb") as journal:
        journal.write("Lüdenscheidt".encode(encoding))
    assert _left(sqlite_store, "Müller Lüdenscheidt", "Lüdenscheidt") == ["veld_1"]


def test_a_short_text_is_only_told_apart_in_the_journal(sqlite_store: SqliteStore) -> None:
    story.stored_caller(sqlite_store, name="Bo")
    remains = SqliteRemains(sqlite_store.path)
    short = [Told("naam", "Bo"), Told("naam_gevouwen", "bo"), Told("naam", "An"), Told("naam", "Zonnebloem")]
    assert remains.left(short) == Searched(fields=(), texts=3, too_short=2)
    with Path(f"{sqlite_store.path}-journal").open("wb") as journal:
        journal.write(b'... An ... {"klantnummer":null,"naam":"An"}')
    assert remains.left(short).fields == ("naam",)


def test_a_text_that_only_comes_about_where_two_cells_meet_is_nobodys(sqlite_store: SqliteStore) -> None:
    with sqlite_store.writing(story.deed("add")) as tx:
        tx.add_caller(NewCaller(name="Zonnebloem", customer_number="K-77001"))
    # The name as it is found by lies between them.
    assert _left(sqlite_store, "bloemK-77", "bloemzonne") == []
    assert b"bloemK-77" in sqlite_store.path.read_bytes()


def test_every_text_of_many_is_looked_for(sqlite_store: SqliteStore) -> None:
    for place in range(40):
        story.stored(sqlite_store, account=f"Een lange zin nummer {place}. " * 1500, ulid=story.ulid())
    gone = [f"Mevrouw Zonnebloem {place:04}" for place in range(3000)]
    assert _left(sqlite_store, *gone) == []
    with Path(f"{sqlite_store.path}-journal").open("wb") as journal:
        journal.write(b"\0".join(text.encode() for text in gone[1::7]))
    assert _left(sqlite_store, *gone) == sorted(f"veld_{place}" for place in range(1, 3000, 7))


def test_a_long_text_is_found_by_any_part_of_it(sqlite_store: SqliteStore) -> None:
    long = " ".join(f"woord{n}" for n in range(400))
    for part in (long[:60], long[len(long) // 2 - 60 : len(long) // 2 + 60], long[-60:]):
        with Path(f"{sqlite_store.path}-journal").open("wb") as journal:
            journal.write(part.encode())
        assert _left(sqlite_store, long) == ["veld_0"]


def test_cleaning_leaves_no_free_page(sqlite_store: SqliteStore) -> None:
    for _ in range(30):
        story.stored(sqlite_store, account="Een lange zin. " * 300)
    _erase(sqlite_store, Doomed(incidents=frozenset(IncidentId(n) for n in range(1, 31))))
    before = sqlite_store.path.stat().st_size
    SqliteRemains(sqlite_store.path).clean()
    assert _rows(sqlite_store, "PRAGMA freelist_count") == [(0,)]
    assert sqlite_store.path.stat().st_size < before
    assert evidence.unexplained(sqlite_store.path) == []


def test_figures_that_were_meddled_with_are_damage(sqlite_store: SqliteStore) -> None:
    with sqlite_store.writing(story.deed("avg opschonen")) as tx:
        tx.freeze(NOVEMBER, Figures(total=1))
    evidence.meddle(sqlite_store.path, "UPDATE bevroren SET cijfers = '{}'")
    with pytest.raises(LogbookDamaged), sqlite_store.reading() as reading:
        reading.figures(NOVEMBER)


@pytest.mark.parametrize("content", ["geen json", "[1]"])
def test_a_history_that_cannot_be_read_is_no_obstacle(sqlite_store: SqliteStore, content: str) -> None:
    caller = story.stored_caller(sqlite_store, name="Jansen")
    told = story.stored(sqlite_store, caller=caller.id, certainty=Certainty.CERTAIN)
    evidence.meddle(sqlite_store.path, f"UPDATE logboek SET na = '{content}' WHERE tabel = 'incident'")
    _erase(sqlite_store, _of(caller.id))
    assert _rows(sqlite_store, "SELECT voor, na, zout FROM logboek WHERE tabel = 'incident'") == [
        (None, None, None)
    ]
    with sqlite_store.reading() as reading:
        assert reading.known_ulids([told.ulid]) == frozenset()


def test_a_call_of_nobody_can_be_unlinked_from_its_number(sqlite_store: SqliteStore) -> None:
    number = story.stored(sqlite_store).id
    nothing = story.stored(sqlite_store, number=None, number_typed=None).id
    _erase(sqlite_store, Doomed(unlinked=frozenset({number, nothing})))
    with sqlite_store.reading() as reading:
        assert reading.incident(number).number is None


def test_a_text_that_only_looks_like_json_is_looked_for_as_it_is(sqlite_store: SqliteStore) -> None:
    caller = story.stored_caller(sqlite_store, name="{Jansen")
    story.stored(
        sqlite_store, caller=caller.id, certainty=Certainty.CERTAIN, account='["Tulp", {"a": "Roos"}]'
    )
    texts = {told.text for told in _erase(sqlite_store, _of(caller.id))}
    assert {"{Jansen", "Tulp", "Roos"} <= texts
