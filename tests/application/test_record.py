"""Recording a call: once, for the right person, and with what was learned about that person."""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import story
from fake_store import FakeReading, FakeStore
from story import BREACH, CRITICISM, LANDLINE, MOBILE, NOW, OTHER_MOBILE, SHOUTING, THREAT, TODAY

from agressielog.application.dossiers import Case, case_of
from agressielog.application.errors import CallerNotFound, CallerUnclear, ChoiceContradicted, UlidTaken
from agressielog.application.merging import merge
from agressielog.application.ports.logbook import Reading
from agressielog.application.ports.records import IncidentFilter
from agressielog.application.record import Recorded, foresee, record
from agressielog.domain.aftercare import AftercareGround
from agressielog.domain.caller import Caller, NumberLink
from agressielog.domain.incident import Incident, NewPromise
from agressielog.domain.matching import Choice, Chosen, Doubt, Known, New, NobodyKnown, SomebodyNew
from agressielog.domain.phone import Withheld
from agressielog.domain.policy import Policy
from agressielog.domain.span import Span
from agressielog.domain.terms import Terms
from agressielog.domain.vocabulary import Certainty, Country, Severity

SURE, LIKELY = Certainty.CERTAIN, Certainty.PRESUMED
LONG_AGO = TODAY - timedelta(days=400)
WITHHELD: dict[str, Any] = {"number": Withheld(), "number_typed": "anoniem"}


def _everything(store: FakeStore) -> tuple[int, int]:
    """Return how many incidents and callers there are."""
    with store.reading() as reading:
        return len(reading.incidents(IncidentFilter())), len(reading.callers())


def _owner(recorded: Recorded) -> tuple[Caller | None, Certainty | None]:
    assert recorded.incident.caller == (recorded.caller.id if recorded.caller else None)
    return recorded.caller, recorded.incident.certainty


def test_every_field_of_the_account_is_in_the_incident(fake_store: FakeStore) -> None:
    told = story.account(
        at=NOW - timedelta(days=2),
        kinds=(SHOUTING, THREAT),
        team="Zuid",
        subject="bezwaar",
        quote="ik weet je te vinden",
        warned=True,
        ended=True,
        handed_over=True,
        police=True,
        our_fault=True,
        refused="kwijtschelding",
        helped="herhalen",
        promises=(NewPromise("bellen", date(2026, 12, 1)),),
        incomplete=True,
    )
    incident = record(fake_store, story.deed(), told, story.policy()).incident
    fields = set(type(told).__dataclass_fields__) - {
        *("name", "customer_number", "choice", "promises", "aftercare")
    }
    for name in fields:
        assert getattr(incident, name) == getattr(told, name), name
    assert [(promise.what, promise.due) for promise in incident.promises] == [("bellen", date(2026, 12, 1))]
    assert incident.aftercare is AftercareGround.SEVERITY
    assert incident.recorded_at == NOW


@pytest.mark.parametrize(
    ("kinds", "severity"),
    [((SHOUTING,), Severity.LIGHT), ((CRITICISM, THREAT), Severity.SEVERE), ((BREACH,), Severity.NONE)],
)
def test_the_severity_is_that_of_the_heaviest_kind(
    fake_store: FakeStore, kinds: tuple[str, ...], severity: Severity
) -> None:
    assert story.recorded(fake_store, kinds=kinds).incident.severity is severity


def test_an_unknown_number_makes_a_caller_with_that_number(fake_store: FakeStore) -> None:
    recorded = story.recorded(fake_store, name="J. Jansen", customer_number="K1")
    caller, certainty = _owner(recorded)
    assert caller is not None
    assert (caller.name, caller.customer_number, certainty) == ("J. Jansen", "K1", SURE)
    assert caller.numbers == (NumberLink(MOBILE, SURE, TODAY),)
    assert not recorded.repeated


def test_the_same_number_is_the_same_caller(fake_store: FakeStore) -> None:
    first, second = story.recorded(fake_store), story.recorded(fake_store)
    assert _owner(second) == (first.caller, SURE)
    assert _everything(fake_store) == (2, 1)


def test_the_day_of_a_link_is_the_day_of_the_call(fake_store: FakeStore) -> None:
    caller, _ = _owner(story.recorded(fake_store, at=NOW - timedelta(days=30)))
    assert caller is not None
    assert caller.numbers[0].since == TODAY - timedelta(days=30)


def test_a_withheld_number_without_a_name_is_nobodys(fake_store: FakeStore) -> None:
    for _ in range(2):
        assert _owner(story.recorded(fake_store, **WITHHELD)) == (None, None)
    assert _everything(fake_store) == (2, 0)


def test_a_name_without_a_number_is_presumed(fake_store: FakeStore) -> None:
    first, certainty = _owner(story.recorded(fake_store, **WITHHELD, name="J. Jansen"))
    assert first is not None
    assert (first.name, first.numbers, certainty) == ("J. Jansen", (), LIKELY)
    assert _owner(story.recorded(fake_store, **WITHHELD, name="j. jansen")) == (first, LIKELY)
    assert _everything(fake_store) == (2, 1)


def test_a_customer_number_without_a_number_is_sure(fake_store: FakeStore) -> None:
    first, _ = _owner(story.recorded(fake_store, number=None, number_typed=None, customer_number="K1"))
    assert _owner(story.recorded(fake_store, **WITHHELD, customer_number="K1")) == (first, SURE)


def test_a_known_name_on_a_new_number_is_presumed_and_so_is_the_link(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, LANDLINE, name="J. Jansen")
    caller, certainty = _owner(story.recorded(fake_store, name="J. Jansen"))
    assert caller is not None
    assert (caller.id, certainty) == (known.id, LIKELY)
    assert caller.link_to(MOBILE) == NumberLink(MOBILE, LIKELY, TODAY)


def test_a_known_customer_number_on_a_new_number_is_sure_and_so_is_the_link(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, LANDLINE, customer_number="K1")
    caller, certainty = _owner(story.recorded(fake_store, customer_number="K1"))
    assert caller is not None
    assert (caller.id, certainty) == (known.id, SURE)
    assert caller.link_to(MOBILE) == NumberLink(MOBILE, SURE, TODAY)


def test_a_caller_we_are_sure_of_keeps_what_was_told_and_nothing_is_overwritten(
    fake_store: FakeStore,
) -> None:
    story.recorded(fake_store)
    named, _ = _owner(story.recorded(fake_store, name="Jansen"))
    fuller, _ = _owner(story.recorded(fake_store, name="dhr. J. Jansen", customer_number="K1"))
    assert named is not None
    assert fuller is not None
    assert (named.name, fuller.name, fuller.customer_number) == ("Jansen", "Jansen", "K1")


def test_of_a_caller_we_only_presume_nothing_is_learned(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE, since=LONG_AGO)
    caller, certainty = _owner(story.recorded(fake_store, name="Jansen", customer_number="K1"))
    assert (caller, certainty) == (known, LIKELY)


@pytest.mark.parametrize(
    "choice", [None, SomebodyNew(), NobodyKnown()], ids=lambda choice: type(choice).__name__
)
def test_what_was_told_of_the_caller_stays_with_the_call_whoever_it_was(
    fake_store: FakeStore, choice: Choice | None
) -> None:
    story.stored_caller(fake_store, MOBILE, since=LONG_AGO)
    incident = story.recorded(fake_store, name="Jansen", customer_number="K1", choice=choice).incident
    assert (incident.name_told, incident.customer_number_told) == ("Jansen", "K1")


def test_a_customer_number_of_somebody_else_is_not_given_away(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE)
    story.stored_caller(fake_store, customer_number="K1")
    chosen = Chosen(known, SURE, considered=True)
    recorded = story.recorded(fake_store, customer_number="K1", choice=chosen)
    assert recorded.caller is not None
    assert (recorded.caller.customer_number, recorded.incident.customer_number_told) == (None, "K1")


def test_who_turns_out_to_be_new_does_not_get_the_customer_number_of_another(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, customer_number="K1")
    with pytest.raises(ChoiceContradicted) as refused:
        story.recorded(fake_store, customer_number="K1", choice=SomebodyNew())
    assert (refused.value.chosen, refused.value.others) == (None, (known,))
    assert _everything(fake_store) == (0, 1)
    new = story.recorded(fake_store, customer_number="K1", choice=SomebodyNew(considered=True))
    assert new.caller is not None
    assert (new.caller.id == known.id, new.caller.customer_number) == (False, None)
    assert new.incident.customer_number_told == "K1"


def test_a_stale_number_is_presumed_and_stays_so_until_somebody_is_sure(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE, since=LONG_AGO)
    assert _owner(story.recorded(fake_store)) == (known, LIKELY)
    sure = story.recorded(fake_store, choice=Chosen(known, SURE))
    assert _owner(sure) == (known, SURE)


def test_a_number_seen_lately_is_not_stale(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE, since=LONG_AGO)
    story.stored(fake_store, at=NOW - timedelta(days=300), caller=known.id, certainty=SURE)
    assert _owner(story.recorded(fake_store)) == (known, SURE)


def test_a_policy_that_calls_a_number_old_sooner_makes_the_call_presumed(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE, since=LONG_AGO)
    story.stored(fake_store, at=NOW - timedelta(days=300), caller=known.id, certainty=SURE)
    strict = replace(story.policy(), terms=Terms(number_stale_after=Span.parse("6 maanden")))
    assert foresee(fake_store, story.account(), strict) == Known(known, LIKELY)
    assert _owner(record(fake_store, story.deed(), story.account(), strict)) == (known, LIKELY)


def test_being_sure_makes_a_presumed_link_sure(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE, certainty=LIKELY, since=LONG_AGO)
    presumed, _ = _owner(story.recorded(fake_store))
    assert presumed == known
    sure, _ = _owner(story.recorded(fake_store, choice=Chosen(known, SURE)))
    assert sure is not None
    assert sure.numbers == (NumberLink(MOBILE, SURE, TODAY),)


def test_a_shared_number_is_refused_with_the_choices(fake_store: FakeStore) -> None:
    one, two = story.stored_caller(fake_store, MOBILE), story.stored_caller(fake_store, MOBILE)
    with pytest.raises(CallerUnclear) as refused:
        story.recorded(fake_store)
    assert (refused.value.reason, refused.value.choices) == (Doubt.SEVERAL_CALLERS, (one, two))
    assert _everything(fake_store) == (0, 2)
    assert _owner(story.recorded(fake_store, choice=Chosen(two, LIKELY))) == (two, LIKELY)


def test_a_name_that_contradicts_the_number_is_refused_and_nothing_is_stored(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE, name="Jansen")
    with pytest.raises(CallerUnclear) as refused:
        story.recorded(fake_store, name="De Vries")
    assert (refused.value.reason, refused.value.choices) == (Doubt.OTHER_NAME, (known,))
    assert _everything(fake_store) == (0, 1)


def test_a_name_that_contradicts_the_caller_who_was_named_is_refused(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE, name="Jansen")
    with pytest.raises(ChoiceContradicted) as refused:
        story.recorded(fake_store, name="De Vries", choice=Chosen(known, SURE))
    told = refused.value
    assert (told.option, told.told, told.chosen, told.others) == ("--naam", "De Vries", known, ())
    assert _everything(fake_store) == (0, 1)


def test_a_customer_number_of_somebody_else_contradicts_the_caller_who_was_named(
    fake_store: FakeStore,
) -> None:
    known = story.stored_caller(fake_store, MOBILE)
    other = story.stored_caller(fake_store, customer_number="K1")
    with pytest.raises(ChoiceContradicted) as refused:
        story.recorded(fake_store, customer_number="K1", choice=Chosen(known, SURE))
    told = refused.value
    assert (told.option, told.told, told.chosen, told.others) == ("--klantnummer", "K1", known, (other,))


def test_what_was_considered_is_stored_as_it_was_told(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE, name="Jansen")
    recorded = story.recorded(fake_store, name="De Vries", choice=Chosen(known, SURE, considered=True))
    assert _owner(recorded) == (known, SURE)
    assert recorded.incident.name_told == "De Vries"


def test_somebody_new_on_a_known_number_shares_it_from_then_on(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE, name="Jansen")
    new, certainty = _owner(story.recorded(fake_store, name="De Vries", choice=SomebodyNew()))
    assert new is not None
    assert (new.name, certainty) == ("De Vries", SURE)
    with fake_store.reading() as reading:
        assert reading.callers_of(MOBILE) == [known, new]


def test_a_chosen_caller_that_was_merged_meanwhile_is_the_one_it_became(fake_store: FakeStore) -> None:
    gone, kept = story.stored_caller(fake_store), story.stored_caller(fake_store)
    _merge_away(fake_store, gone, kept)
    recorded = story.recorded(fake_store, choice=Chosen(gone, SURE))
    assert recorded.incident.caller == kept.id
    assert recorded.caller is not None
    assert recorded.caller.link_to(MOBILE) is not None


def _merge_away(store: FakeStore, gone: Caller, kept: Caller) -> None:
    with store.writing(story.deed("beller")) as tx:
        tx.replace_caller(story.caller(gone.id, merged_into=kept.id))


def test_a_chosen_caller_who_is_not_there_is_not_found(fake_store: FakeStore) -> None:
    with pytest.raises(CallerNotFound):
        story.recorded(fake_store, choice=Chosen(story.caller(9), SURE))


def test_the_same_identity_is_the_same_incident(fake_store: FakeStore) -> None:
    told = story.account()
    first = record(fake_store, story.deed(), told, story.policy())
    again = record(fake_store, story.deed(), told, story.policy())
    assert again == Recorded(first.incident, first.caller, first.case, repeated=True)
    assert _everything(fake_store) == (1, 1)


@pytest.mark.parametrize(
    "other", [{"number": OTHER_MOBILE}, {"kinds": (THREAT,)}, {"account": "Iets heel anders."}], ids=str
)
def test_the_same_identity_for_another_call_is_refused(fake_store: FakeStore, other: dict[str, Any]) -> None:
    first = story.recorded(fake_store).incident
    with pytest.raises(UlidTaken):
        story.recorded(fake_store, ulid=first.ulid, **other)
    assert _everything(fake_store) == (1, 1)


def test_a_repetition_in_short_is_the_same_call(fake_store: FakeStore) -> None:
    first = story.recorded(fake_store).incident
    assert story.recorded(fake_store, ulid=first.ulid, account="").incident == first


def test_a_repeated_call_of_nobody_is_nobodys(fake_store: FakeStore) -> None:
    told = story.account(**WITHHELD)
    for repeated in (False, True):
        recorded = record(fake_store, story.deed(), told, story.policy())
        assert (recorded.caller, recorded.repeated) == (None, repeated)


def test_the_dossier_is_weighed_when_other_desks_may_write_again(
    fake_store: FakeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile: list[Incident] = []

    def weigh(reading: Reading, caller: Caller, policy: Policy, on: date) -> Case:
        # Would wait for ever if the write still went on.
        meanwhile.append(story.stored(fake_store))
        return case_of(reading, caller, policy, on)

    monkeypatch.setattr("agressielog.application.record.case_of", weigh)
    told = story.account()
    for repeated in (False, True):
        recorded = record(fake_store, story.deed(), told, story.policy())
        assert recorded.case is not None
        assert recorded.repeated is repeated
    assert [incident.id for incident in meanwhile] == [2, 3]


def test_a_caller_who_is_merged_before_the_dossier_is_weighed_is_the_one_it_became(
    fake_store: FakeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = story.stored_caller(fake_store)
    reading = fake_store.reading

    def merge_first() -> AbstractContextManager[FakeReading]:
        monkeypatch.setattr(fake_store, "reading", reading)
        merge(fake_store, story.deed(), "B1", "B2", Country.NETHERLANDS)
        return reading()

    monkeypatch.setattr(fake_store, "reading", merge_first)
    case = story.recorded(fake_store).case
    assert case is not None
    assert (case.caller.id, len(case.incidents)) == (kept.id, 1)


def test_what_will_happen_can_be_foreseen_without_writing(fake_store: FakeStore) -> None:
    known = story.stored_caller(fake_store, MOBILE)
    assert foresee(fake_store, story.account(), story.policy()) == Known(known, SURE)
    assert foresee(fake_store, story.account(number=OTHER_MOBILE), story.policy()) == New(SURE)
    assert foresee(fake_store, story.account(choice=SomebodyNew()), story.policy()) == New(SURE)
    assert _everything(fake_store) == (0, 1)
