"""Which incidents count and which ask for an answer (design 4.3, "Counting" and "Asking")."""

from dataclasses import replace

import pytest
from ladders import History, day

from agressielog.domain.advice import NotCounted
from agressielog.domain.counting import counting_kinds, tally
from agressielog.domain.measure import EndKind
from agressielog.domain.policy import BREACH, KindCode, Policy
from agressielog.domain.vocabulary import Certainty, IncidentStatus, Severity
from agressielog.settings.policy_file import shipped_policy

STANDARD = shipped_policy("standaard")
CONFIRMED_ONLY = replace(STANDARD, counts_from=IncidentStatus.CONFIRMED)
ON = "2026-11-20"


def reason(history: History, on: str = ON) -> NotCounted | None:
    """Return why the one incident of a history does not count; None where it does."""
    not_counted = tally(history.dossier, history.policy, day(on)).not_counted
    return not_counted[0][1] if not_counted else None


@pytest.mark.parametrize(
    ("policy", "kinds", "status", "certainty", "why"),
    [
        (STANDARD, ["schelden"], "gemeld", "zeker", None),
        (STANDARD, ["schelden"], "bevestigd", "zeker", None),
        (STANDARD, ["schelden"], "afgewezen", "zeker", NotCounted.REJECTED),
        (STANDARD, ["schelden"], "ingetrokken", "zeker", NotCounted.WITHDRAWN),
        (STANDARD, ["schelden"], "gemeld", "vermoedelijk", NotCounted.PRESUMED),
        (STANDARD, ["emotie_kritiek"], "gemeld", "zeker", NotCounted.NEVER),
        (STANDARD, ["emotie_kritiek", "schelden"], "gemeld", "zeker", None),
        (STANDARD, ["overtreding_contactverbod"], "gemeld", "zeker", NotCounted.NEVER),
        (STANDARD, ["overtreding_contactverbod", "schelden"], "gemeld", "zeker", None),
        (STANDARD, ["onbekende_soort"], "gemeld", "zeker", NotCounted.NEVER),
        (CONFIRMED_ONLY, ["schelden"], "gemeld", "zeker", NotCounted.UNCONFIRMED),
        (CONFIRMED_ONLY, ["schelden"], "bevestigd", "zeker", None),
    ],
)
def test_an_incident_counts_by_its_kind_its_status_and_its_link(
    policy: Policy, kinds: list[str], status: str, certainty: str, why: NotCounted | None
) -> None:
    history = History(policy)
    history.call(ON, *kinds, status=IncidentStatus(status), certainty=Certainty(certainty))
    assert reason(history) is why


def test_a_call_in_spite_of_a_ban_never_counts_whatever_a_policy_says() -> None:
    heavy = tuple(
        replace(kind, severity=Severity.SEVERE) if kind.code == BREACH else kind for kind in STANDARD.kinds
    )
    history = History(replace(STANDARD, kinds=heavy))
    history.call(ON, "overtreding_contactverbod")
    assert reason(history) is NotCounted.NEVER


def test_a_kind_of_an_earlier_policy_counts_as_the_one_that_replaces_it() -> None:
    policy = replace(STANDARD, replaces=((KindCode("vloeken"), KindCode("schelden")),))
    history = History(policy)
    history.call(ON, "vloeken")
    assert [kind.code for kind in counting_kinds(history.incidents[0], policy)] == ["schelden"]


@pytest.mark.parametrize(
    ("on", "why"),
    [("2027-11-19", None), ("2027-11-20", None), ("2027-11-21", NotCounted.TOO_OLD)],
)
def test_an_incident_counts_through_the_same_day_a_year_later(on: str, why: NotCounted | None) -> None:
    history = History(STANDARD)
    history.call("2026-11-20", "schelden")
    assert reason(history, on) is why


def test_what_happens_later_is_not_there_yet() -> None:
    history = History(STANDARD)
    history.call("2026-11-21", "schelden")
    counted = tally(history.dossier, STANDARD, day(ON))
    assert (counted.weighing, counted.counting, counted.not_counted) == ((), (), ())


def test_an_incident_of_just_after_midnight_belongs_to_the_day_in_amsterdam() -> None:
    history = History(STANDARD)
    history.call("2026-11-20", "schelden", hour=0)
    assert tally(history.dossier, STANDARD, day("2026-11-19")).counting == ()
    assert len(tally(history.dossier, STANDARD, day("2026-11-20")).counting) == 1


def test_what_is_too_old_to_count_still_weighs_as_a_warning() -> None:
    history = History(STANDARD)
    history.call("2025-01-01", "schelden", warned=True)
    counted = tally(history.dossier, STANDARD, day(ON))
    assert (len(counted.weighing), len(counted.counting)) == (1, 0)


def test_what_never_counts_does_not_weigh() -> None:
    history = History(STANDARD)
    history.call(ON, "emotie_kritiek", warned=True)
    assert tally(history.dossier, STANDARD, day(ON)).weighing == ()


def asks(history: History, on: str) -> bool:
    return bool(tally(history.dossier, history.policy, day(on)).asking)


@pytest.mark.parametrize(
    ("on", "still"), [("2026-11-21", True), ("2026-11-22", False), ("2026-11-23", False)]
)
def test_an_incident_asks_until_the_day_on_which_a_measure_lists_it(on: str, still: bool) -> None:
    history = History(STANDARD)
    history.call("2026-11-20", "schelden")
    history.give("schriftelijk", "2026-11-22", delivered=None)
    assert asks(history, on) is still


def test_a_reasoned_decision_on_no_measure_answers_too() -> None:
    history = History(STANDARD)
    history.call("2026-11-20", "schelden")
    history.decide_none("2026-11-20")
    assert not asks(history, "2026-11-20")


def test_an_incident_that_was_imported_as_answered_does_not_ask() -> None:
    history = History(STANDARD)
    history.call("2026-11-20", "schelden", answered="uit eerder register")
    assert not asks(history, "2026-11-20")
    assert len(tally(history.dossier, STANDARD, day("2026-11-20")).counting) == 1


def test_an_answered_incident_goes_on_counting() -> None:
    history = History(STANDARD)
    history.call("2026-11-20", "schelden")
    history.give("schriftelijk", "2026-11-20")
    assert len(tally(history.dossier, STANDARD, day("2026-11-20")).counting) == 1


def test_a_decision_answers_only_what_it_lists() -> None:
    history = History(STANDARD)
    first = history.call("2026-11-18", "schelden")
    second = history.call("2026-11-19", "schelden")
    history.decide_none("2026-11-20", first)
    assert [i.id for i in tally(history.dossier, STANDARD, day("2026-11-20")).asking] == [second]


@pytest.mark.parametrize(
    ("kind", "again"), [(EndKind.WITHDRAWN, False), (EndKind.LIFTED, False), (EndKind.ANNULLED, True)]
)
def test_only_what_an_annulled_measure_answered_asks_again(kind: EndKind, again: bool) -> None:
    history = History(STANDARD)
    history.call("2026-11-18", "schelden")
    history.end(history.give("schriftelijk", "2026-11-19"), kind, "2026-11-25")
    assert [asks(history, on) for on in ("2026-11-20", "2026-11-25", "2026-11-26")] == [again] * 3


def test_incidents_stand_oldest_first_and_equal_moments_as_entered() -> None:
    history = History(STANDARD)
    history.call("2026-11-19", "schelden")
    history.call("2026-11-18", "schelden")
    history.call("2026-11-18", "schelden")
    assert [i.id for i in tally(history.dossier, STANDARD, day(ON)).counting] == [2, 3, 1]
