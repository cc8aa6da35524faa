"""Whose details are out of view, what is left of the journal's entries about them, and looking all the same."""

from dataclasses import replace

import decisions
import pytest
import story

from agressielog.application.access import access_of
from agressielog.application.find import list_newest
from agressielog.application.merging import merge
from agressielog.application.ports.evidence import Image
from agressielog.application.ports.records import IncidentFilter
from agressielog.application.restricting import curtain_now, hidden_now, open_details
from agressielog.application.rights import hold, restrict
from agressielog.application.rights_errors import NoLonger, NothingKeptLonger
from agressielog.domain.identity import CallerId, caller_code
from agressielog.domain.incident import Incident
from agressielog.domain.vocabulary import Certainty, Country
from agressielog.storage.store import SqliteStore

SECRET = "parkeergeheim"
NL = Country.NETHERLANDS


@pytest.fixture
def call(sqlite_store: SqliteStore) -> Incident:
    """A call of a caller who is restricted, with a measure about it."""
    whose = story.stored_caller(sqlite_store, story.MOBILE).id
    made = story.stored(sqlite_store, caller=whose, certainty=Certainty.CERTAIN)
    decisions.stored_decision(sqlite_store, caller=whose, incidents=(made.id,))
    restrict(sqlite_store, story.deed("avg beperk"), caller_code(whose), "betwist het", NL)
    return made


def _whose(call: Incident) -> CallerId:
    assert call.caller is not None
    return call.caller


@pytest.mark.parametrize(
    ("table", "image"),
    [
        ("incident", {"beller": 1, "wat": SECRET}),
        ("toezegging", {"beller": None, "incident": 1, "wat": SECRET}),
        ("brief", {"maatregel": 1, "sha256": SECRET}),
        ("toezegging", {"incident": 99, "wat": SECRET}),
        ("brief", {"maatregel": 99, "sha256": SECRET}),
    ],
    ids=["a call", "a promise in it", "a letter", "of a call that is gone", "of a measure that is gone"],
)
@pytest.mark.usefixtures("call")
def test_an_entry_about_the_caller_says_only_which_record_it_was(
    sqlite_store: SqliteStore, table: str, image: Image
) -> None:
    made, changed, gone = hidden_now(
        sqlite_store,
        [
            story.step(table, None, image),
            story.step(table, image, {**image, "reden": "x"}),
            story.step(table, image, None),
        ],
    )
    assert all(step.hidden for step in (made, changed, gone))
    assert SECRET not in repr((made, changed, gone))
    assert (made.before, gone.after) == (None, None)
    assert (made.table, made.key, made.name) == (table, "1", "Mia")


@pytest.mark.parametrize(
    ("table", "image"),
    [
        ("beller", {"naam": "J. Jansen"}),
        ("beller_nummer", {"beller": 1, "nummer": "+31612345678"}),
        ("incident", {"beller": 2, "wat": "x"}),
        ("incident", {"beller": None, "wat": "x"}),
        ("instelling", {"waarde": "x"}),
    ],
    ids=["who it is", "its number", "another's", "nobody's", "no caller's"],
)
@pytest.mark.usefixtures("call")
def test_another_entry_is_told_as_it_is(sqlite_store: SqliteStore, table: str, image: Image) -> None:
    step = story.step(table, None, image)
    assert hidden_now(sqlite_store, [step]) == [step]


def test_nothing_is_hidden_where_nobody_asked(sqlite_store: SqliteStore) -> None:
    step = story.step("incident", None, {"beller": 1, "wat": SECRET})
    assert hidden_now(sqlite_store, [step]) == [step]


def test_who_was_merged_into_the_caller_is_behind_it_too(sqlite_store: SqliteStore, call: Incident) -> None:
    other = story.stored_caller(sqlite_store).id
    merge(sqlite_store, story.deed("beller merge"), caller_code(other), caller_code(_whose(call)), NL)
    assert curtain_now(sqlite_store).callers == {other, _whose(call)}


def test_a_look_is_kept_only_where_it_shows_something(sqlite_store: SqliteStore, call: Incident) -> None:
    other = story.stored_caller(sqlite_store).id
    for whose in (other, _whose(call)):
        open_details(sqlite_store, story.deed("toch bekeken"), whose, "besluit")
    with sqlite_store.reading() as reading:
        assert not reading.openings_of(other)
        (kept,) = reading.openings_of(_whose(call))
    deed = story.deed()
    assert (kept.reason, kept.by, kept.at) == ("besluit", deed.name, deed.at)


def test_without_a_limit_in_the_policy_nothing_is_kept_longer(
    sqlite_store: SqliteStore, call: Incident
) -> None:
    policy = decisions.standaard()
    assert policy.terms is not None
    unlimited = replace(policy, terms=replace(policy.terms, severe_kept_at_most=None))
    heavy = story.stored(
        sqlite_store,
        caller=call.caller,
        certainty=Certainty.CERTAIN,
        kinds=(next(kind.code for kind in policy.kinds if kind.code == "bedreiging"),),
    )
    with pytest.raises(NothingKeptLonger) as caught:
        hold(sqlite_store, story.deed("avg vasthouden"), str(heavy.id), "x", NL, longer=unlimited)
    assert caught.value.reason is NoLonger.NO_LIMIT
    with sqlite_store.reading() as reading:
        assert not reading.holds()


def test_of_terms_that_cannot_be_nothing_is_told(sqlite_store: SqliteStore, call: Incident) -> None:
    told = access_of(
        sqlite_store,
        caller_code(_whose(call)),
        replace(decisions.standaard(), retention=()),
        {},
        now=story.NOW,
        country=NL,
    )
    assert [(kept.term, kept.judged) for kept in told.incidents] == [(None, None)]


def test_the_newest_calls_of_a_kind_leave_out_who_is_restricted(
    sqlite_store: SqliteStore, call: Incident
) -> None:
    other = story.stored(sqlite_store)
    wanted = IncidentFilter(kind=call.kinds[0])
    assert list_newest(sqlite_store, wanted, 10) == ([other], 1)
    assert list_newest(sqlite_store, wanted, 0) == ([], 1)
