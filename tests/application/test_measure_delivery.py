"""A measure reaches the caller: from then on a warning counts, and nothing is delivered that cannot be."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import story
from deciding import ON, POLICY, call, take, take_none
from decisions import on_the_day
from fake_store import FakeStore

from agressielog.application.errors import MeasureNotFound
from agressielog.application.measure_errors import (
    AlreadyDelivered,
    AlreadyEnded,
    NotYetDecided,
)
from agressielog.application.measures import deliver
from agressielog.application.ports.logbook import Store
from agressielog.domain.decision import Decision
from agressielog.domain.identity import MeasureId
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.span import Span
from agressielog.domain.vocabulary import Delivery


def handed(store: Store, measure: MeasureId, day: date) -> Decision:
    return deliver(store, story.deed(), measure, on_the_day(day, Delivery.HANDED_OVER), POLICY)


def test_a_warning_counts_from_the_day_it_is_delivered(fake_store: FakeStore) -> None:
    call(fake_store, "belediging")
    taken = take(fake_store).decision
    told = handed(fake_store, taken.id, date(2026, 11, 25))
    assert told.valid_until == date(2027, 11, 25)
    assert told.delivered == on_the_day(date(2026, 11, 25), Delivery.HANDED_OVER)


def test_a_rung_the_policy_no_longer_has_counts_as_the_lowest_with_that_measure(
    fake_store: FakeStore,
) -> None:
    call(fake_store, "belediging")
    taken = take(fake_store).decision
    ladder = POLICY.ladder
    assert ladder is not None
    renamed = tuple(
        replace(rung, code=type(rung.code)("geel"), validity=Span.parse("6 maanden"))
        if rung.code == "schriftelijk"
        else rung
        for rung in ladder.rungs
    )
    later = replace(POLICY, ladder=replace(ladder, rungs=renamed))
    told = deliver(fake_store, story.deed(), taken.id, on_the_day(ON), later)
    assert told.valid_until == date(2027, 5, 20)


def test_delivering_a_ban_late_does_not_move_its_end(fake_store: FakeStore) -> None:
    call(fake_store, "bedreiging")
    taken = take(fake_store).decision
    assert handed(fake_store, taken.id, date(2026, 12, 1)).last == taken.last
    assert taken.last is not None


def test_what_cannot_be_delivered_is_refused(fake_store: FakeStore) -> None:
    call(fake_store, "bedreiging")
    taken = take(fake_store).decision
    assert taken.last is not None
    with pytest.raises(NotYetDecided):
        handed(fake_store, taken.id, ON - timedelta(days=1))
    with pytest.raises(AlreadyEnded):
        handed(fake_store, taken.id, taken.last + timedelta(days=1))
    handed(fake_store, taken.id, taken.last)
    with pytest.raises(AlreadyDelivered):
        handed(fake_store, taken.id, taken.last)
    with pytest.raises(MeasureNotFound):
        handed(fake_store, MeasureId(9), ON)


def test_neither_a_no_nor_what_was_ended_can_be_delivered(fake_store: FakeStore) -> None:
    call(fake_store)
    no = take_none(fake_store).decision
    call(fake_store, "bedreiging")
    ended = take(fake_store).decision
    with fake_store.writing(story.deed()) as tx:
        tx.replace_decision(replace(ended, ended=Ended(EndKind.WITHDRAWN, ON, "vergissing")))
    for measure in (no.id, ended.id):
        with pytest.raises(AlreadyEnded):
            handed(fake_store, measure, ON)
