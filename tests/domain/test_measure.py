"""When a measure binds, and how it ends (design 4.3, "Held" and "Dates"; domain 8.4, decisions 4, 5 and 8)."""

from dataclasses import replace
from datetime import date

import pytest
from ladders import CALLER, day, moment

from agressielog.domain.identity import MeasureId
from agressielog.domain.ladder import MeasureCode, RungCode
from agressielog.domain.measure import Delivered, Ended, EndKind, Measure, day_after, standing_on
from agressielog.domain.vocabulary import Delivery

BAN = Measure(
    id=MeasureId(1),
    caller=CALLER,
    measure=MeasureCode("contactverbod"),
    rung=RungCode("verbod_1_maand"),
    decided_on=day("2026-05-10"),
    first=day("2026-05-12"),
    last=day("2026-06-11"),
    delivered=Delivered(moment(day("2026-05-11")), Delivery.POST),
)
WARNING = replace(BAN, first=day("2026-05-10"), last=None)


def ended(measure: Measure, kind: EndKind, on: str) -> Measure:
    return replace(measure, ended=Ended(kind, day(on), "reden"))


@pytest.mark.parametrize(
    ("on", "binds"),
    [("2026-05-11", False), ("2026-05-12", True), ("2026-06-11", True), ("2026-06-12", False)],
)
def test_a_ban_binds_from_its_first_day_through_its_last(on: str, binds: bool) -> None:
    assert BAN.in_force(day(on)) is binds


@pytest.mark.parametrize(
    ("on", "binds"),
    [("2026-05-19", False), ("2026-05-20", True), ("2026-06-11", True), ("2026-06-12", False)],
)
def test_a_ban_delivered_late_binds_from_that_day_and_ends_no_later(on: str, binds: bool) -> None:
    late = replace(BAN, delivered=Delivered(moment(day("2026-05-20")), Delivery.POST))
    assert late.in_force(day(on)) is binds


def test_a_ban_that_was_not_delivered_does_not_bind() -> None:
    assert not replace(BAN, delivered=None).in_force(day("2026-05-20"))


def test_a_delivery_after_the_day_of_judging_is_not_known_yet() -> None:
    assert BAN.in_force(day("2026-05-12"), known_on=day("2026-05-11"))
    assert not BAN.in_force(day("2026-05-12"), known_on=day("2026-05-10"))


def test_a_warning_does_not_bind() -> None:
    assert not WARNING.in_force(day("2026-05-12"))


@pytest.mark.parametrize("kind", [EndKind.WITHDRAWN, EndKind.LIFTED])
@pytest.mark.parametrize(("on", "binds"), [("2026-05-19", True), ("2026-05-20", True), ("2026-05-21", False)])
def test_the_day_on_which_a_ban_is_ended_is_its_last(kind: EndKind, on: str, binds: bool) -> None:
    assert ended(BAN, kind, "2026-05-20").in_force(day(on)) is binds


def test_a_ban_that_is_ended_after_its_last_day_is_no_longer_for_it() -> None:
    assert not ended(BAN, EndKind.LIFTED, "2026-07-01").in_force(day("2026-06-12"))


def test_an_end_after_the_day_of_judging_is_not_known_yet() -> None:
    lifted = ended(BAN, EndKind.LIFTED, "2026-05-20")
    assert lifted.until(day("2026-06-11"), day("2026-05-19")) == day("2026-06-11")
    assert lifted.until(day("2026-06-11"), day("2026-05-20")) == day("2026-05-20")


@pytest.mark.parametrize("on", ["2026-05-12", "2026-05-19", "2026-05-20", "2026-05-21"])
def test_an_annulled_ban_binds_on_no_day_before_or_after(on: str) -> None:
    assert not ended(BAN, EndKind.ANNULLED, "2026-05-20").in_force(day(on))


def test_only_what_was_annulled_counts_as_never_decided() -> None:
    withdrawn, annulled = (
        ended(replace(BAN, id=MeasureId(number)), kind, "2026-05-20")
        for number, kind in ((2, EndKind.WITHDRAWN), (3, EndKind.ANNULLED))
    )
    assert standing_on([BAN, withdrawn, annulled], day("2026-05-10")) == (BAN, withdrawn)


def test_what_is_decided_later_does_not_stand_yet() -> None:
    assert standing_on([BAN], day("2026-05-09")) == ()


def test_a_delivery_falls_on_the_day_in_amsterdam() -> None:
    assert Delivered(moment(day("2026-05-12"), 0, 30), Delivery.POST).day == day("2026-05-12")


def test_the_day_after_the_last_of_the_year_is_new_year() -> None:
    assert day_after(date(2026, 12, 31)) == date(2027, 1, 1)
