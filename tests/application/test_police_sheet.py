"""What the police is told: the record, and of a sure caller what came before."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
import story
from decisions import new_decision, on_the_day

from agressielog.application.errors import IncidentNotFound
from agressielog.application.police_sheet import NothingToReport, PoliceSheet, police_sheet
from agressielog.application.ports.logbook import Store
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.policy import KindCode
from agressielog.domain.vocabulary import Certainty, IncidentStatus

_INSULT = KindCode("belediging")


def _sheet(store: Store, incident: int, settings: Mapping[str, str] | None = None) -> PoliceSheet:
    return police_sheet(store, IncidentId(incident), story.policy(), settings or {}, story.TODAY)


def _call(store: Store, days_ago: int, **changes: object) -> None:
    at = story.NOW - timedelta(days=days_ago)
    ordinary: dict[str, object] = {"caller": CallerId(1), "certainty": Certainty.CERTAIN, "at": at}
    story.stored(store, **(ordinary | changes))


def test_what_surely_came_before_is_told_oldest_first(store: Store) -> None:
    story.stored_caller(store, story.MOBILE)
    _call(store, 0)
    _call(store, 10)
    _call(store, 20)
    _call(store, -1)
    assert [one.id for one in _sheet(store, 1).earlier] == [3, 2]


@pytest.mark.parametrize(
    "changes",
    [
        {"certainty": Certainty.PRESUMED},
        {"status": IncidentStatus.WITHDRAWN},
        {"status": IncidentStatus.REJECTED},
        {"kinds": (story.CRITICISM,)},
    ],
)
def test_doubt_what_fell_away_and_criticism_are_not_told(store: Store, changes: dict[str, object]) -> None:
    story.stored_caller(store, story.MOBILE)
    _call(store, 0)
    _call(store, 10, **changes)
    assert _sheet(store, 1).earlier == ()


def test_of_a_presumed_caller_nothing_from_before_is_told(store: Store) -> None:
    story.stored_caller(store, story.MOBILE)
    _call(store, 0, certainty=Certainty.PRESUMED)
    _call(store, 10)
    with store.writing(story.deed("maatregel")) as tx:
        tx.add_decision(new_decision(delivered=on_the_day(story.TODAY - timedelta(days=5))))
    sheet = _sheet(store, 1)
    assert (sheet.earlier, sheet.measures) == ((), ())
    assert sheet.caller is not None


def test_measures_that_had_reached_the_caller_are_told_and_annulled_ones_are_not(store: Store) -> None:
    story.stored_caller(store, story.MOBILE)
    _call(store, 0)
    _call(store, 10)
    before, after = (on_the_day(story.TODAY + timedelta(days=days)) for days in (-5, 1))
    with store.writing(story.deed("maatregel")) as tx:
        told = tx.add_decision(new_decision(delivered=before))
        tx.add_decision(new_decision(delivered=after))
        tx.add_decision(new_decision(delivered=None))
        gone = tx.add_decision(new_decision(delivered=before))
        tx.replace_decision(replace(gone, ended=Ended(EndKind.ANNULLED, story.TODAY, "onterecht")))
        lifted = tx.add_decision(new_decision(delivered=before))
        tx.replace_decision(replace(lifted, ended=Ended(EndKind.LIFTED, story.TODAY, "het gaat goed")))
    assert [one.id for one in _sheet(store, 1).measures] == [told.id, lifted.id]


@pytest.mark.parametrize("status", [IncidentStatus.REJECTED, IncidentStatus.WITHDRAWN])
def test_nobody_is_reported_for_what_fell_away(store: Store, status: IncidentStatus) -> None:
    story.stored(store, status=status)
    with pytest.raises(NothingToReport) as refused:
        _sheet(store, 1)
    assert (refused.value.incident, refused.value.status) == (1, status)


def test_an_incident_that_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(IncidentNotFound):
        _sheet(store, 7)


def test_a_withheld_call_has_a_sheet_without_a_caller(store: Store) -> None:
    story.stored(store, number=None, kinds=(_INSULT,))
    sheet = _sheet(store, 1)
    assert sheet.caller is None
    assert sheet.complaint_until is not None


def test_the_term_of_the_netherlands_is_not_told_elsewhere(store: Store) -> None:
    story.stored(store, kinds=(_INSULT,))
    assert _sheet(store, 1, {"land": "BE"}).complaint_until is None
