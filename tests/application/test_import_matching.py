"""Whose the rows of a register are: the rules of `add`, where nobody can be asked."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest
import story
from fake_store import FakeStore
from hypothesis import given
from hypothesis import strategies as st
from register import callers, calls, imported, incidents, read, shuffled, table, whose

from agressielog.application import import_callers, import_matching
from agressielog.application.errors import CallerNotFound
from agressielog.application.import_callers import NoCallers
from agressielog.application.import_incidents import foresee_import
from agressielog.application.ports.logbook import Store
from agressielog.domain.identity import CallerId
from agressielog.domain.names import can_be_one_person
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.span import Span
from agressielog.domain.terms import Terms
from agressielog.domain.vocabulary import Certainty

SURE, PRESUMED = Certainty.CERTAIN, Certainty.PRESUMED
N1, N2 = "+31612345678", "+31687654321"


def test_calls_from_one_number_are_one_callers(store: Store) -> None:
    imported(store, calls("3-4-2026;14:30;0612345678;;;schelden", "5-4-2026;9:00;06-12345678;;;schelden"))
    assert whose(store) == [(N1, "B1", SURE), (N1, "B1", SURE)]
    (caller,) = callers(store)
    assert [(link.number.key, link.certainty) for link in caller.numbers] == [(N1, SURE)]


def test_a_caller_gets_the_fullest_name_of_the_register(store: Store) -> None:
    imported(
        store,
        calls(
            "3-4-2026;14:30;0612345678;Jansen;;schelden", "5-4-2026;9:00;0612345678;dhr. J. Jansen;;schelden"
        ),
    )
    assert whose(store) == [(N1, "dhr. J. Jansen", SURE)] * 2


def test_two_names_on_one_number_are_two_callers_and_that_is_said(store: Store) -> None:
    report = imported(
        store,
        calls(
            "3-4-2026;14:30;0612345678;J. Jansen;;schelden", "5-4-2026;9:00;0612345678;P. de Vries;;schelden"
        ),
    )
    assert whose(store) == [(N1, "J. Jansen", SURE), (N1, "P. de Vries", SURE)]
    assert [(shared.number.key, set(shared.names)) for shared in report.shared] == [
        (N1, {"J. Jansen", "P. de Vries"})
    ]


def test_a_call_without_a_name_from_a_shared_number_accuses_neither(store: Store) -> None:
    imported(
        store,
        calls(
            "3-4-2026;14:30;0612345678;J. Jansen;;schelden",
            "5-4-2026;9:00;0612345678;P. de Vries;;schelden",
            "6-4-2026;9:00;0612345678;;;bedreiging",
            "7-4-2026;9:00;0612345678;;;bedreiging",
        ),
    )
    assert whose(store)[2:] == [(N1, "B3", PRESUMED), (N1, "B3", PRESUMED)]


def test_a_name_that_fits_two_accuses_neither(store: Store) -> None:
    imported(
        store,
        calls(
            "3-4-2026;14:30;0612345678;Jansen;;schelden",
            "5-4-2026;9:00;0612345678;J. Jansen;;schelden",
            "6-4-2026;9:00;0612345678;P. Jansen;;schelden",
            "7-4-2026;9:00;0612345678;Jansen;;schelden",
        ),
    )
    assert whose(store) == [
        (N1, "Jansen", PRESUMED),
        (N1, "J. Jansen", SURE),
        (N1, "P. Jansen", SURE),
        (N1, "Jansen", PRESUMED),
    ]


def test_one_name_on_two_numbers_is_two_callers(store: Store) -> None:
    imported(
        store,
        calls("3-4-2026;14:30;0612345678;Jansen;;schelden", "5-4-2026;9:00;0687654321;Jansen;;schelden"),
    )
    assert [incident.caller for incident in incidents(store)] == [CallerId(1), CallerId(2)]
    assert {certainty for _, _, certainty in whose(store)} == {SURE}


def test_a_customer_number_ties_two_numbers_to_one_caller(store: Store) -> None:
    imported(
        store,
        calls("3-4-2026;14:30;0612345678;;K7;schelden", "5-4-2026;9:00;0687654321;J. Jansen;K7;schelden"),
    )
    assert whose(store) == [(N1, "J. Jansen", SURE), (N2, "J. Jansen", SURE)]
    (caller,) = callers(store)
    assert caller.customer_number == "K7"
    assert {link.number.key for link in caller.numbers} == {N1, N2}


def test_another_customer_number_on_the_number_is_another_caller(store: Store) -> None:
    imported(
        store,
        calls("3-4-2026;14:30;0612345678;Jansen;K7;schelden", "5-4-2026;9:00;0612345678;Jansen;K8;schelden"),
    )
    assert [caller.customer_number for caller in callers(store)] == ["K7", "K8"]


def test_another_name_with_the_customer_number_is_another_caller(store: Store) -> None:
    imported(
        store,
        calls(
            "3-4-2026;14:30;;J. Jansen;K7;schelden",
            "5-4-2026;9:00;;P. de Vries;K7;schelden",
            "6-4-2026;9:00;;J. Jansen;K7;schelden",
            "7-4-2026;9:00;;;K7;schelden",
        ),
    )
    assert whose(store) == [
        ("", "J. Jansen", SURE),
        ("", "P. de Vries", SURE),
        ("", "J. Jansen", SURE),
        ("", "B3", PRESUMED),
    ]


@pytest.mark.parametrize(
    ("name", "owner"),
    [("", ("A. Bakker", PRESUMED)), ("A. Bakker", ("A. Bakker", SURE)), ("Z. Smit", ("Z. Smit", PRESUMED))],
)
def test_a_customer_number_from_somebody_elses_telephone(
    store: Store, name: str, owner: tuple[str, Certainty]
) -> None:
    story.stored_caller(store, name="A. Bakker", customer_number="K7")
    story.stored_caller(store, story.MOBILE, name="B. Visser")
    imported(store, calls(f"20-11-2026;14:30;0612345678;{name};K7;schelden"))
    assert whose(store) == [(N1, *owner)]


def test_a_name_alone_is_only_presumed(store: Store) -> None:
    imported(
        store,
        calls(
            "3-4-2026;14:30;;J. Jansen;;schelden",
            "5-4-2026;9:00;anoniem;j. jansen;;schelden",
            "6-4-2026;9:00;anoniem;;;schelden",
        ),
    )
    assert whose(store) == [("", "J. Jansen", PRESUMED), ("", "J. Jansen", PRESUMED), ("", None, None)]


def test_a_name_alone_is_presumed_to_be_the_one_caller_of_that_name(store: Store) -> None:
    report = imported(
        store, calls("3-4-2026;14:30;;J. Jansen;;schelden", "5-4-2026;9:00;0612345678;J. Jansen;;schelden")
    )
    assert {incident.caller for incident in incidents(store)} == {CallerId(1)}
    assert (report.presumed, report.new_callers) == (1, 1)


def test_a_name_alone_that_several_have_goes_to_none_of_them(store: Store) -> None:
    imported(
        store,
        calls(
            "3-4-2026;14:30;0612345678;J. Jansen;;schelden",
            "5-4-2026;9:00;0687654321;J. Jansen;;schelden",
            "6-4-2026;9:00;;J. Jansen;;schelden",
            "7-4-2026;9:00;;J. Jansen;;schelden",
        ),
    )
    assert [incident.caller for incident in incidents(store)] == [1, 2, 3, 3]
    assert [certainty for _, _, certainty in whose(store)] == [SURE, SURE, PRESUMED, PRESUMED]


# Silence ---------------------------------------------------------------------------------------------


def test_a_number_silent_for_a_year_makes_the_older_call_presumed(store: Store) -> None:
    imported(
        store,
        calls(
            "3-4-2024;14:30;0612345678;;;schelden",
            "5-4-2025;9:00;0612345678;;;schelden",
            "6-4-2025;9:00;0612345678;;;schelden",
        ),
    )
    assert whose(store) == [(N1, "B1", PRESUMED), (N1, "B1", SURE), (N1, "B1", SURE)]


@pytest.mark.parametrize(("after", "certainty"), [("2 jaar", SURE), ("6 maanden", PRESUMED)])
def test_the_policy_says_how_long_a_silence_makes_a_call_presumed(
    store: Store, after: str, certainty: Certainty
) -> None:
    policy = replace(story.policy(), terms=Terms(number_stale_after=Span.parse(after)))
    lines = "3-4-2024;14:30;0612345678;;;schelden", "5-4-2025;9:00;0612345678;;;schelden"
    imported(store, calls(*lines), policy=policy)
    assert whose(store) == [(N1, "B1", certainty), (N1, "B1", SURE)]


def test_a_name_that_agrees_outlives_the_silence(store: Store) -> None:
    imported(
        store,
        calls("3-4-2024;14:30;0612345678;J. Jansen;;schelden", "5-4-2026;9:00;0612345678;Jansen;;schelden"),
    )
    assert whose(store) == [(N1, "J. Jansen", SURE), (N1, "J. Jansen", SURE)]


def test_a_call_close_to_a_sure_one_before_or_after_is_sure(store: Store) -> None:
    imported(
        store,
        calls(
            "1-1-2024;14:30;0612345678;J. Jansen;;schelden",
            "1-7-2024;14:30;0612345678;;;schelden",
            "1-2-2026;14:30;0612345678;;;schelden",
            "1-7-2026;14:30;0612345678;J. Jansen;;schelden",
        ),
    )
    assert {certainty for _, _, certainty in whose(store)} == {SURE}


# The logbook -----------------------------------------------------------------------------------------


def test_a_number_of_the_logbook_is_its_callers(store: Store) -> None:
    known = story.recorded(store, name="J. Jansen", at=datetime(2026, 4, 1, 9, 0, tzinfo=UTC)).caller
    assert known is not None
    report = imported(store, calls("3-4-2026;14:30;0612345678;;K7;schelden"))
    assert incidents(store)[1].caller == known.id
    assert (report.new_callers, report.known_callers) == (0, 1)
    assert [(caller.name, caller.customer_number) for caller in callers(store)] == [("J. Jansen", "K7")]


def test_a_caller_of_the_logbook_gets_a_name_and_a_new_number(store: Store) -> None:
    story.stored_caller(store, customer_number="K7")
    imported(
        store, calls("3-4-2026;14:30;0612345678;J. Jansen;K7;schelden", "3-5-2026;9:00;;Jansen;;schelden")
    )
    (caller, namesake) = callers(store)
    assert (caller.name, [link.number.key for link in caller.numbers]) == ("J. Jansen", [N1])
    assert namesake.name == "Jansen"


def test_a_presumed_number_stays_presumed_until_a_name_makes_it_sure(store: Store) -> None:
    story.stored_caller(store, story.MOBILE, certainty=PRESUMED, name="J. Jansen", customer_number="K7")
    imported(store, calls("20-11-2026;14:30;0612345678;;;schelden"))
    assert whose(store) == [(N1, "J. Jansen", PRESUMED)]
    imported(store, calls("20-11-2026;15:30;0612345678;J. Jansen;K7;schelden"))
    assert whose(store)[1] == (N1, "J. Jansen", SURE)
    assert callers(store)[0].numbers[0].certainty is SURE


def test_of_two_people_on_a_number_neither_is_taken_for_one_without_a_name(store: Store) -> None:
    story.stored_caller(store, story.MOBILE)
    imported(
        store,
        calls(
            "20-11-2026;14:30;0612345678;J. Jansen;;schelden", "20-11-2026;9:00;0612345678;P. Smit;;schelden"
        ),
    )
    assert [caller.name for caller in callers(store)] == [None, "J. Jansen", "P. Smit"]


def test_one_name_on_a_number_is_taken_for_the_one_without_a_name(store: Store) -> None:
    story.stored_caller(store, story.MOBILE)
    imported(store, calls("20-11-2026;14:30;0612345678;J. Jansen;;schelden"))
    assert [caller.name for caller in callers(store)] == ["J. Jansen"]


def test_an_old_number_of_the_logbook_makes_a_call_presumed(store: Store) -> None:
    story.stored_caller(store, story.MOBILE, since=datetime(2024, 1, 1, tzinfo=UTC).date())
    imported(store, calls("20-11-2026;14:30;0612345678;;;schelden"))
    assert whose(store) == [(N1, "B1", PRESUMED)]


def test_a_register_can_have_codes_of_its_own_for_callers(store: Store) -> None:
    imported(
        store,
        table(
            "ulid;op;soorten;beller;nummer;wat",
            ";3-4-2026 14:30;schelden;B9;0612345678;Schold.",
            ";3-4-2026 15:30;schelden;B9;0687654321;Schold.",
            ";3-4-2026 16:30;schelden;B10;0687654321;Schold.",
        ),
    )
    assert whose(store) == [(N1, "B1", SURE), (N2, "B1", SURE), (N2, "B2", SURE)]


# Order -----------------------------------------------------------------------------------------------

_LINES = st.builds(
    "{}-{}-{};{}:15;{};{};{};schelden".format,
    st.integers(1, 28),
    st.integers(1, 12),
    st.integers(2023, 2025),
    st.integers(8, 17),
    st.sampled_from(["0612345678", "0687654321", "anoniem", ""]),
    st.sampled_from(["", "", "Jansen", "J. Jansen", "P. Jansen", "mw. De Vries"]),
    st.sampled_from(["", "", "K7", "K8"]),
)


@given(st.data(), st.lists(_LINES, max_size=12))
def test_the_order_of_the_rows_changes_nothing_but_ids(data: st.DataObject, lines: list[str]) -> None:
    from fake_store import FakeStore

    register = calls(*lines)
    order = data.draw(st.permutations(range(len(lines))))
    outcomes = []
    for found in (register, shuffled(register, order)):
        store = FakeStore(may_create=True)
        report = imported(store, found)
        people = {
            caller.id: (
                caller.name,
                caller.customer_number,
                frozenset(link.number for link in caller.numbers),
            )
            for caller in callers(store)
        }
        outcome = {
            (i.ulid, people[i.caller] if i.caller is not None else None, i.certainty)
            for i in incidents(store)
        }
        assert (report.coming, len(outcome)) == (len(lines), len(lines))
        outcomes.append((outcome, len(people)))
    assert outcomes[0] == outcomes[1]


def test_a_logbook_that_is_not_there_knows_nobody() -> None:
    nobody = NoCallers()
    assert nobody.callers_of(PhoneNumber(N1)) == nobody.callers_named("x") == ()
    assert nobody.callers_with_customer_number("K7") == ()
    assert nobody.last_seen(PhoneNumber(N1), CallerId(1)) is None
    assert nobody.incident_by_ulid(story.ulid()) is None
    assert nobody.known_ulids([story.ulid()]) == frozenset()
    with pytest.raises(CallerNotFound):
        nobody.caller(CallerId(1))


def test_what_is_foreseen_is_what_happens(store: Store) -> None:
    register = calls("3-4-2026;14:30;0612345678;J. Jansen;;schelden", "5-4-2026;9:00;;Jansen;;schelden")
    foreseen = foresee_import(store, read(register))
    assert imported(store, register) == foreseen


def test_twenty_thousand_names_on_one_number_are_placed_in_one_walk(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def count(one: str, other: str) -> bool:
        nonlocal asked
        asked += 1
        return can_be_one_person(one, other)

    monkeypatch.setattr(import_callers, "one_person", count)
    monkeypatch.setattr(import_matching, "one_person", count)
    names = ["".join(letters) for letters in product("bcdfghkl", repeat=3)][:500]
    lines = [f"3-4-2026;14:30;0612345678;{name}a {name}stra;;schelden" for name in names]
    report = foresee_import(FakeStore(), read(calls(*lines)))
    assert report.new_callers == 500
    # Every name against every other would be 250,000 times.
    assert asked < 10 * 500


def test_twenty_thousand_calls_with_nothing_but_one_name_are_placed_once(store: Store) -> None:
    imported(store, calls(*(f"3-4-2026;{n // 60:02}:{n % 60:02};;Jansen;;schelden" for n in range(200))))
    assert {(name, certainty) for _, name, certainty in whose(store)} == {("Jansen", PRESUMED)}
    assert len(callers(store)) == 1


def test_a_house_of_customers_without_a_name_has_each_its_own_caller(store: Store) -> None:
    lines = [f"3-4-2026;14:{n:02};0612345678;;K{n};schelden" for n in range(30)]
    imported(store, calls(*lines))
    assert [caller.customer_number for caller in callers(store)] == [f"K{n}" for n in range(30)]
    again = [f"5-4-2026;14:{n:02};0612345678;;K{n};schelden" for n in range(30)]
    imported(store, calls(*again))
    assert len(callers(store)) == 30
