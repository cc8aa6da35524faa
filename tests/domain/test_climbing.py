"""What is held when, and the rung that an incident calls for at its own moment (design 4.3, "Held" to "Warn first")."""

from dataclasses import replace

import pytest
from ladders import History, day, moment

from agressielog.domain.climbing import Climb, Step, climb, leaning_on
from agressielog.domain.counting import counting_kinds, tally
from agressielog.domain.identity import MeasureId
from agressielog.domain.ladder import Ladder, MeasureCode, RungCode
from agressielog.domain.measure import EndKind
from agressielog.domain.policy import Policy
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.vocabulary import Delivery, Severity
from agressielog.settings.policy_file import shipped_policy

STANDARD = shipped_policy("standaard")


def ladder_of(policy: Policy) -> Ladder:
    assert policy.ladder is not None
    return policy.ladder


LADDER = ladder_of(STANDARD)
TALK, WRITTEN, MONTH, QUARTER, HALF_YEAR = range(5)
LATER = "2029-01-01"


def with_ladder(ladder: Ladder) -> Policy:
    """Return `standaard` with another ladder."""
    return replace(STANDARD, ladder=ladder)


def climbing(history: History, on: str = LATER) -> Climb:
    policy = history.policy
    counted = tally(history.dossier, policy, day(on))
    return climb(counted, history.measures, policy, ladder_of(policy), day(on))


def held(history: History, on: str, hour: int = 12) -> list[int]:
    """Return the places held at an hour of a day: the highest, as often as it is held."""
    return [holding.place for holding in climbing(history).held_at(moment(day(on), hour))]


def step(history: History, on: str, kind: str = "schelden") -> Step:
    """Return what an incident of this kind calls for."""
    history.call(on, kind)
    incident = history.incidents[-1]
    return climbing(history).step(incident.at, counting_kinds(incident, history.policy))


@pytest.mark.parametrize(
    ("on", "places"),
    [("2026-05-10", []), ("2026-05-11", [WRITTEN]), ("2027-05-10", [WRITTEN]), ("2027-05-11", [])],
)
def test_a_warning_holds_from_the_day_after_delivery_through_its_validity(on: str, places: list[int]) -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2026-05-08", delivered="2026-05-10")
    assert held(history, on) == places


@pytest.mark.parametrize(("on", "places"), [("2027-05-10", [WRITTEN]), ("2027-05-11", [])])
def test_a_warning_without_a_validity_holds_through_the_window(on: str, places: list[int]) -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2026-05-10")
    history.measures[0] = replace(history.measures[0], valid_until=None)
    assert held(history, on) == places


@pytest.mark.parametrize(
    ("on", "places"),
    [("2026-05-12", []), ("2026-05-13", [MONTH]), ("2027-06-11", [MONTH]), ("2027-06-12", [])],
)
def test_a_ban_holds_from_the_day_after_delivery_through_the_window_after_its_last_day(
    on: str, places: list[int]
) -> None:
    history = History(STANDARD)
    history.give("verbod_1_maand", "2026-05-12")
    assert held(history, on) == places


def test_what_was_not_delivered_holds_nothing() -> None:
    history = History(STANDARD)
    history.give("verbod_1_maand", "2026-05-12", delivered=None)
    assert held(history, "2026-05-20") == []


@pytest.mark.parametrize("kind", [EndKind.WITHDRAWN, EndKind.LIFTED])
@pytest.mark.parametrize(
    ("rung", "on", "places"),
    [
        ("schriftelijk", "2026-05-20", [WRITTEN]),
        ("schriftelijk", "2026-05-21", []),
        ("verbod_1_maand", "2027-05-20", [MONTH]),
        ("verbod_1_maand", "2027-05-21", []),
    ],
)
def test_after_an_early_end_a_warning_holds_nothing_and_a_ban_the_window(
    kind: EndKind, rung: str, on: str, places: list[int]
) -> None:
    history = History(STANDARD)
    history.end(history.give(rung, "2026-05-12"), kind, "2026-05-20")
    assert held(history, on) == places


def test_a_warning_that_is_withdrawn_after_it_lapsed_held_no_longer_for_it() -> None:
    history = History(STANDARD)
    history.end(history.give("schriftelijk", "2026-05-10"), EndKind.WITHDRAWN, "2027-09-01")
    assert held(history, "2027-05-11") == []


@pytest.mark.parametrize("rung", ["schriftelijk", "verbod_1_maand"])
def test_what_was_annulled_held_on_no_day(rung: str) -> None:
    history = History(STANDARD)
    history.end(history.give(rung, "2026-05-12"), EndKind.ANNULLED, "2026-05-20")
    assert [held(history, on) for on in ("2026-05-15", "2026-05-20", "2026-06-01")] == [[], [], []]


@pytest.mark.parametrize("measure", ["contactbeperking", "contactverbod"])
def test_a_measure_off_the_ladder_holds_nothing(measure: str) -> None:
    history = History(STANDARD)
    history.give_off_ladder(measure, "2026-05-12", last="2026-08-12")
    assert held(history, "2026-05-20") == []


@pytest.mark.parametrize(
    ("measure", "places"), [("contactverbod", [MONTH]), ("schriftelijke_waarschuwing", [WRITTEN])]
)
def test_a_rung_that_the_policy_lacks_is_the_lowest_with_the_same_measure(
    measure: str, places: list[int]
) -> None:
    history = History(STANDARD)
    history.give("verbod_6_maanden", "2026-05-12")
    older = replace(history.measures[0], rung=RungCode("oud"), measure=MeasureCode(measure))
    history.measures[0] = older
    assert held(history, "2026-05-20") == places


def test_a_rung_and_a_measure_that_the_policy_lacks_hold_nothing() -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2026-05-12")
    older = replace(history.measures[0], rung=RungCode("oud"), measure=MeasureCode("gele_kaart"))
    history.measures[0] = older
    assert held(history, "2026-05-20") == []


def test_a_decision_on_no_measure_holds_nothing_whatever_is_stored_with_it() -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2026-05-12")
    history.measures[0] = replace(history.measures[0], measure=None, rung=RungCode("oud"))
    assert held(history, "2026-05-20") == []


@pytest.mark.parametrize(
    ("on", "hour", "places"),
    [
        ("2026-05-12", 11, []),
        ("2026-05-12", 12, []),
        ("2026-05-12", 13, [TALK]),
        ("2027-05-12", 12, [TALK]),
        ("2027-05-13", 12, []),
    ],
)
def test_a_warning_in_a_call_holds_the_first_rung_at_later_moments_through_its_validity(
    on: str, hour: int, places: list[int]
) -> None:
    history = History(STANDARD)
    history.call("2026-05-12", "schelden", warned=True)
    assert held(history, on, hour) == places


def test_the_validity_of_a_warning_in_a_call_is_that_of_the_first_rung() -> None:
    rungs = LADDER.rungs
    shorter = replace(rungs[0], validity=Span(1, SpanUnit.MONTH))
    history = History(with_ladder(replace(LADDER, rungs=(shorter, *rungs[1:]))))
    history.call("2026-05-12", "schelden", warned=True)
    assert [held(history, on) for on in ("2026-06-12", "2026-06-13")] == [[TALK], []]


def test_a_warning_in_a_call_without_a_validity_holds_through_the_window() -> None:
    rungs = LADDER.rungs
    forever = replace(rungs[0], validity=None)
    history = History(with_ladder(replace(LADDER, rungs=(forever, *rungs[1:]))))
    history.call("2026-05-12", "schelden", warned=True)
    assert [held(history, on) for on in ("2027-05-12", "2027-05-13")] == [[TALK], []]


def test_a_warning_in_a_call_holds_nothing_where_the_first_rung_is_not_given_in_one() -> None:
    rungs = LADDER.rungs
    history = History(with_ladder(replace(LADDER, rungs=(replace(rungs[0], in_call=False), *rungs[1:]))))
    history.call("2026-05-12", "schelden", warned=True)
    assert held(history, "2026-05-13") == []


def test_only_a_call_with_a_warning_holds_anything() -> None:
    history = History(STANDARD)
    history.call("2026-05-12", "schelden")
    assert held(history, "2026-05-13") == []


def test_of_all_that_is_held_the_highest_counts_and_says_what_it_was() -> None:
    history = History(STANDARD)
    history.call("2026-05-10", "schelden", warned=True)
    history.give("schriftelijk", "2026-05-12")
    one = history.give("verbod_1_maand", "2026-05-13")
    two = history.give("verbod_1_maand", "2026-05-14")
    found = climbing(history).held_at(moment(day("2026-05-20")))
    assert [holding.measure for holding in found] == [one, two]


@pytest.mark.parametrize(
    ("before", "kind", "place"),
    [
        ([], "schelden", TALK),
        ([], "belediging", WRITTEN),
        ([], "bedreiging", QUARTER),
        (["mondeling"], "schelden", WRITTEN),
        (["mondeling"], "belediging", WRITTEN),
        (["mondeling"], "bedreiging", QUARTER),
        (["schriftelijk"], "schelden", MONTH),
        (["schriftelijk"], "belediging", MONTH),
        (["schriftelijk"], "bedreiging", QUARTER),
        (["schriftelijk", "verbod_1_maand"], "schelden", QUARTER),
        (["schriftelijk", "verbod_3_maanden"], "schelden", HALF_YEAR),
        (["schriftelijk", "verbod_6_maanden"], "schelden", HALF_YEAR),
        (["verbod_6_maanden"], "bedreiging", HALF_YEAR),
        (["verbod_1_maand"], "schelden", MONTH),
        (["verbod_3_maanden"], "belediging", MONTH),
    ],
)
def test_the_rung_is_the_higher_of_the_entry_and_the_one_after_what_was_held(
    before: list[str], kind: str, place: int
) -> None:
    history = History(STANDARD)
    for rung in before:
        history.give(rung, "2026-05-12")
    assert step(history, "2026-05-20", kind).place == place


def test_a_kind_with_a_rung_of_its_own_enters_there() -> None:
    kinds = tuple(
        replace(kind, entry=RungCode("schriftelijk")) if kind.code == "schelden" else kind
        for kind in STANDARD.kinds
    )
    assert step(History(replace(STANDARD, kinds=kinds)), "2026-05-20").entry == WRITTEN


def test_of_several_kinds_the_one_that_enters_highest_decides() -> None:
    history = History(STANDARD)
    history.call("2026-05-20", "schelden", "belediging", "emotie_kritiek")
    kinds = counting_kinds(history.incidents[0], STANDARD)
    assert climbing(history).step(history.incidents[0].at, kinds).place == WRITTEN


def test_who_was_never_warned_is_warned_before_a_ban() -> None:
    policy = with_ladder(
        replace(LADDER, entries=tuple((severity, RungCode("verbod_3_maanden")) for severity in Severity))
    )
    found = step(History(policy), "2026-05-20")
    assert (found.called_for, found.warned_first, found.place) == (QUARTER, WRITTEN, WRITTEN)


def test_a_heavy_incident_needs_no_warning_first() -> None:
    policy = with_ladder(
        replace(LADDER, entries=tuple((severity, RungCode("verbod_3_maanden")) for severity in Severity))
    )
    assert step(History(policy), "2026-05-20", "bedreiging").place == QUARTER


def test_a_policy_may_ask_for_no_warning_first() -> None:
    entries = tuple((severity, RungCode("verbod_3_maanden")) for severity in Severity)
    policy = with_ladder(replace(LADDER, entries=entries, warn_first=None, highest_unwritten=None))
    assert step(History(policy), "2026-05-20").place == QUARTER


def test_a_ban_that_is_held_will_do_for_a_warning() -> None:
    history = History(with_ladder(replace(LADDER, highest_unwritten=None)))
    history.give("verbod_3_maanden", "2026-05-12")
    assert step(history, "2026-05-20").place == HALF_YEAR


def test_a_written_warning_that_was_held_once_is_enough_for_ever() -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2024-05-12")
    history.give("verbod_3_maanden", "2026-05-12")
    assert step(history, "2026-06-20").place == HALF_YEAR


@pytest.mark.parametrize(
    ("way", "place"),
    [
        (Delivery.POST, HALF_YEAR),
        (Delivery.E_MAIL, HALF_YEAR),
        (Delivery.HANDED_OVER, HALF_YEAR),
        (Delivery.SMS, MONTH),
        (Delivery.READ_OUT, MONTH),
    ],
)
def test_a_warning_is_written_by_the_way_in_which_it_was_delivered(way: Delivery, place: int) -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2026-01-12", way=way)
    history.give("verbod_3_maanden", "2026-05-12")
    assert step(history, "2026-06-20").place == place


def test_a_warning_that_was_read_out_is_a_warning_all_the_same() -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2026-05-12", way=Delivery.READ_OUT)
    assert step(history, "2026-05-20").place == MONTH


def test_only_the_rung_of_the_written_warning_is_the_written_warning() -> None:
    history = History(STANDARD)
    history.give("mondeling", "2026-01-12")
    history.give("verbod_3_maanden", "2026-05-12")
    assert step(history, "2026-06-20").place == MONTH


def test_a_written_warning_of_an_earlier_policy_counts_as_one() -> None:
    history = History(STANDARD)
    history.give("schriftelijk", "2026-01-12")
    history.measures[0] = replace(history.measures[0], rung=RungCode("brief"))
    history.give("verbod_3_maanden", "2026-05-12")
    assert step(history, "2026-06-20").place == HALF_YEAR


@pytest.mark.parametrize(("on", "place"), [("2026-06-20", MONTH), ("2026-06-21", HALF_YEAR)])
def test_a_written_warning_was_held_from_the_day_after_its_delivery(on: str, place: int) -> None:
    history = History(STANDARD)
    history.give("verbod_3_maanden", "2026-05-12")
    history.give("schriftelijk", "2026-06-20")
    assert step(history, on).place == place


@pytest.mark.parametrize(("ended", "place"), [("2026-01-12", MONTH), ("2026-01-13", HALF_YEAR)])
def test_a_written_warning_that_was_withdrawn_at_once_was_never_held(ended: str, place: int) -> None:
    history = History(STANDARD)
    history.end(history.give("schriftelijk", "2026-01-12"), EndKind.WITHDRAWN, ended)
    history.give("verbod_3_maanden", "2026-05-12")
    assert step(history, "2026-06-20").place == place


def settled(history: History) -> bool:
    incident = history.incidents[-1]
    found = climbing(history)
    return found.settles(incident, found.step(incident.at, counting_kinds(incident, history.policy)))


@pytest.mark.parametrize(
    ("kind", "warned", "earlier", "answered"),
    [
        ("schelden", True, False, True),
        ("schelden", False, False, False),
        ("schelden", True, True, False),
        ("belediging", True, False, False),
        ("bedreiging", True, False, False),
    ],
)
def test_a_warning_in_a_call_answers_its_own_incident_where_that_calls_for_no_more(
    kind: str, warned: bool, earlier: bool, answered: bool
) -> None:
    history = History(STANDARD)
    history.call("2026-05-12", "schelden", warned=earlier)
    history.call("2026-05-20", kind, warned=warned)
    assert settled(history) is answered


def test_two_warnings_at_one_moment_do_not_count_for_each_other() -> None:
    history = History(STANDARD)
    history.call("2026-05-20", "schelden", warned=True)
    history.call("2026-05-20", "schelden", warned=True)
    assert settled(history)


def test_no_call_answers_itself_where_the_first_rung_is_not_given_in_one() -> None:
    rungs = LADDER.rungs
    history = History(with_ladder(replace(LADDER, rungs=(replace(rungs[0], in_call=False), *rungs[1:]))))
    history.call("2026-05-20", "schelden", warned=True)
    assert not settled(history)


@pytest.mark.parametrize(
    ("rung", "incident_on", "on", "warned"),
    [
        ("mondeling", "2026-05-20", "2026-05-20", False),
        ("schriftelijk", "2026-05-10", "2026-05-10", False),
        ("schriftelijk", "2026-05-10", "2026-05-11", True),
        ("schriftelijk", "2026-05-11", "2027-05-11", True),
        ("schriftelijk", "2027-05-11", "2027-05-11", False),
        ("verbod_1_maand", "2026-05-20", "2026-05-20", True),
    ],
)
def test_somebody_was_warned_at_an_incident_or_is_now(
    rung: str, incident_on: str, on: str, warned: bool
) -> None:
    history = History(STANDARD)
    history.give(rung, "2026-05-10")
    history.call(incident_on, "schelden")
    assert climbing(history, on).warned_before(history.incidents, day(on)) is warned


def test_a_warning_in_todays_call_is_a_warning_now_but_not_at_that_call() -> None:
    history = History(with_ladder(replace(LADDER, warn_first=RungCode("mondeling"), highest_unwritten=None)))
    history.call("2026-05-20", "schelden", warned=True)
    found = climbing(history)
    assert found.warned_before([], day("2026-05-20"))
    assert not found.warned_before(history.incidents, day("2026-05-19"))


def test_under_a_policy_without_warnings_first_everybody_was_warned() -> None:
    history = History(with_ladder(replace(LADDER, warn_first=None, highest_unwritten=None)))
    assert climbing(history).warned_before([], day("2026-05-20"))


def leaning() -> tuple[History, MeasureId]:
    """Tell of a ban that followed a warning, and of two decisions that did not."""
    history = History(STANDARD)
    first = history.call("2026-01-10", "schelden")
    warning = history.give("schriftelijk", "2026-01-20", answers=(first,))
    second = history.call("2026-02-10", "schelden")
    history.give("verbod_1_maand", "2026-02-12", answers=(second,))
    third = history.call("2026-04-10", "schelden")
    history.decide_none("2026-04-12", third)
    history.give("mondeling", "2026-04-13", answers=(first,))
    return history, warning


@pytest.mark.parametrize(("on", "flagged"), [("2026-02-11", ()), ("2026-02-12", (2,)), ("2026-05-01", (2,))])
def test_a_measure_leans_on_what_was_held_at_an_incident_that_it_answers(
    on: str, flagged: tuple[int, ...]
) -> None:
    history, warning = leaning()
    assert leaning_on(history.measures[warning - 1], history.dossier, STANDARD, day(on)) == flagged


def test_nothing_leans_on_what_was_never_delivered() -> None:
    history, warning = leaning()
    undelivered = replace(history.measures[warning - 1], delivered=None)
    assert leaning_on(undelivered, history.dossier, STANDARD, day("2026-05-01")) == ()


def test_nothing_leans_on_a_measure_under_a_policy_without_a_ladder() -> None:
    history, warning = leaning()
    matrix = shipped_policy("gedragsmatrix")
    assert leaning_on(history.measures[warning - 1], history.dossier, matrix, day("2026-05-01")) == ()
