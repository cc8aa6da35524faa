"""What the measures about a caller come to at the telephone, on one day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from decisions import ORAL, ORAL_RUNG, RESTRICTION, TALK, decision, on_the_day, standaard, warning

from agressielog.domain.decision import Decision
from agressielog.domain.ladder import MeasureCode
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.measures_now import NO_MEASURES, MeasuresNow, measures_now
from agressielog.domain.vocabulary import Standing

POLICY = standaard()
ON = date(2026, 11, 20)
GIVEN = on_the_day(date(2026, 11, 1))
AWAY = MeasureCode("uit_een_ouder_beleid")


def now(*told: Decision, on: date = ON) -> MeasuresNow:
    return measures_now(told, POLICY, on)


BANNED = decision(1, delivered=GIVEN)
LIMITED = decision(2, measure=RESTRICTION, rung=None, delivered=GIVEN)
WARNED = warning(3)
SPOKEN = warning(4, measure=ORAL, rung=ORAL_RUNG)


@pytest.mark.parametrize(
    ("told", "standing"),
    [
        ((), Standing.UNKNOWN),
        ((BANNED,), Standing.BANNED),
        ((LIMITED,), Standing.RESTRICTED),
        ((WARNED,), Standing.WARNED),
        ((SPOKEN,), Standing.UNKNOWN),
        ((replace(SPOKEN, measure=TALK),), Standing.UNKNOWN),
        ((replace(SPOKEN, rung=None),), Standing.UNKNOWN),
        ((replace(WARNED, measure=AWAY, rung=None),), Standing.WARNED),
        ((replace(BANNED, measure=AWAY, rung=None),), Standing.BANNED),
        ((WARNED, LIMITED, BANNED, SPOKEN), Standing.BANNED),
        ((WARNED, LIMITED), Standing.RESTRICTED),
        ((decision(),), Standing.UNKNOWN),
        ((decision(delivered=GIVEN, first=date(2026, 11, 21)),), Standing.UNKNOWN),
        ((decision(measure=None, rung=None, last=None),), Standing.UNKNOWN),
    ],
)
def test_the_heaviest_that_holds_makes_the_standing(told: tuple[Decision, ...], standing: Standing) -> None:
    assert now(*told).standing is standing


def test_everything_that_holds_is_there_heaviest_first() -> None:
    assert now(SPOKEN, WARNED, LIMITED, BANNED).holding == (BANNED, LIMITED, WARNED, SPOKEN)


def test_of_two_bans_the_one_that_lasts_longest_comes_first() -> None:
    longer = replace(BANNED, id=decision(9).id, last=date(2027, 1, 1))
    assert now(BANNED, longer).bans == (longer, BANNED)


def test_a_warning_without_an_end_outlasts_the_others() -> None:
    endless = replace(WARNED, id=decision(9).id, valid_until=None)
    assert now(WARNED, endless).warnings == (endless, WARNED)


def test_what_was_decided_later_is_not_looked_at() -> None:
    assert now(BANNED, on=date(2026, 10, 31)) == NO_MEASURES


def test_what_the_caller_does_not_know_yet_is_kept_apart() -> None:
    told = decision()
    assert now(told) == MeasuresNow(undelivered=(told,))
    assert now(told).any
    assert not NO_MEASURES.any


LAST = date(2026, 12, 1)


@pytest.mark.parametrize(("days", "told"), [(0, False), (1, True), (30, True), (31, False)])
def test_for_thirty_days_after_a_ban_it_is_said_to_be_over(days: int, told: bool) -> None:
    on = LAST + timedelta(days=days)
    assert (now(BANNED, on=on).just_over == BANNED) is told


def test_after_a_ban_that_was_lifted_the_days_run_from_there() -> None:
    lifted = replace(BANNED, ended=Ended(EndKind.LIFTED, date(2026, 11, 20), "reden"))
    assert now(lifted, on=date(2026, 11, 20)).bans == (lifted,)
    assert now(lifted, on=date(2026, 12, 20)).just_over == lifted
    assert now(lifted, on=date(2026, 12, 21)).just_over is None


@pytest.mark.parametrize(
    "never",
    [
        replace(BANNED, ended=Ended(EndKind.ANNULLED, date(2026, 12, 2), "reden")),
        replace(BANNED, ended=Ended(EndKind.WITHDRAWN, date(2026, 11, 1), "reden")),
        replace(BANNED, delivered=None),
        LIMITED,
        WARNED,
    ],
)
def test_what_never_was_a_ban_in_force_is_not_said_to_be_over(never: Decision) -> None:
    assert now(never, on=date(2026, 12, 5)).just_over is None


def test_of_two_bans_the_last_that_ended_is_over_and_none_while_another_runs() -> None:
    earlier = replace(BANNED, id=decision(9).id, last=date(2026, 11, 25))
    assert now(BANNED, earlier, on=date(2026, 12, 5)).just_over == BANNED
    assert now(BANNED, earlier, on=date(2026, 11, 28)).just_over is None


def test_without_a_ladder_only_the_code_tells_a_spoken_warning() -> None:
    bare = replace(POLICY, ladder=None)
    assert measures_now([SPOKEN], bare, ON).standing is Standing.UNKNOWN
    assert measures_now([WARNED], bare, ON).standing is Standing.WARNED
