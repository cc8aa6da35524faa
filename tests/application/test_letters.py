"""What a letter needs is gathered from the logbook, the policy and the settings; a hole refuses it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import story
from letter_story import (
    ANSWERED,
    BAN,
    ONE_MONTH,
    ONE_YEAR,
    REMEDY,
    SETTINGS,
    a_ban,
    a_decision,
    a_policy,
    an_incident,
    it_became,
    the_letter,
)

from agressielog.application.errors import MeasureNotFound
from agressielog.application.letters import issue
from agressielog.application.ports.logbook import Store
from agressielog.domain.decision import Decision
from agressielog.domain.identity import MeasureId
from agressielog.domain.ladder import (
    STANDARD_MEASURES,
    MeasureCode,
    MeasureKind,
    MeasureNature,
    RungCode,
)
from agressielog.domain.letter import Issued, LetterForm, LetterKind, NextStep
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.policy import KindCode
from agressielog.domain.safeguards import RemedyKind
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.vocabulary import PoliceReport
from agressielog.settings.policy_file import shipped_policy
from agressielog.storage.store import SqliteStore


@pytest.fixture
def store(sqlite_store: SqliteStore) -> Store:
    """A logbook with caller B1."""
    story.stored_caller(sqlite_store, story.MOBILE, name="A. Jansen", address="Dorpsstraat 1, Voorbeeldstad")
    return sqlite_store


# What is gathered -----------------------------------------------------------------------------------


def test_a_warning_tells_its_incidents_oldest_first(store: Store) -> None:
    later = an_incident(store)
    earlier = an_incident(store, at=datetime(2026, 11, 1, 9, tzinfo=UTC), quote="Trut.")
    facts = the_letter(store, a_decision(store, later, earlier)).facts
    assert [one.id for one in facts.incidents] == [earlier, later]
    assert [one.quote for one in facts.incidents] == ["Trut.", None]
    assert facts.incidents[0].established


def test_the_policy_tells_how_long_it_counts_and_what_follows(store: Store) -> None:
    facts = the_letter(store, a_decision(store, an_incident(store))).facts
    assert facts.label == "Schriftelijke waarschuwing"
    assert facts.validity == Span(6, SpanUnit.MONTH)
    assert facts.usual_length is None
    assert facts.next_step == NextStep("Contactverbod", ONE_MONTH)


def test_a_ban_tells_the_length_of_its_rung_and_of_a_range_both_bounds(store: Store) -> None:
    facts = the_letter(store, a_ban(store, an_incident(store))).facts
    assert (facts.usual_shortest, facts.usual_length) == (None, ONE_MONTH)
    assert facts.validity == ONE_YEAR
    assert facts.next_step == NextStep("Contactverbod", None)
    highest = the_letter(store, a_ban(store, an_incident(store), rung=RungCode("vrij"))).facts
    assert (highest.usual_shortest, highest.usual_length) == (ONE_MONTH, ONE_YEAR)
    assert highest.next_step is None


@pytest.mark.parametrize(
    ("kinds", "shortest", "longest"),
    [
        (("schelden",), Span(1, SpanUnit.DAY), Span(90, SpanUnit.DAY)),
        (("bedreiging",), None, Span(365, SpanUnit.DAY)),
        (("bedreiging", "schelden"), Span(1, SpanUnit.DAY), Span(365, SpanUnit.DAY)),
    ],
)
def test_under_a_policy_of_ranges_both_bounds_of_the_behaviour_are_told(
    store: Store, kinds: tuple[str, ...], shortest: Span | None, longest: Span | None
) -> None:
    incident = an_incident(store, kinds=tuple(KindCode(kind) for kind in kinds))
    ban = a_ban(store, incident, rung=None, review_on=date(2026, 12, 5))
    facts = the_letter(store, ban, policy=shipped_policy("gedragsmatrix")).facts
    assert (facts.usual_shortest, facts.usual_length) == (shortest, longest)
    assert (facts.usual_is_most, facts.by_behaviour) == (True, True)


def test_what_goes_with_another_measure_stands_for_no_rung(store: Store) -> None:
    facts = the_letter(store, a_ban(store, an_incident(store), rung=None)).facts
    assert (facts.usual_length, facts.next_step) == (None, None)


def test_a_rung_that_the_policy_lacks_is_looked_up_by_its_measure(store: Store) -> None:
    facts = the_letter(store, a_ban(store, an_incident(store), rung=RungCode("rood"))).facts
    assert facts.usual_length == ONE_MONTH


def test_a_measure_off_the_ladder_counts_as_long_as_the_window(store: Store) -> None:
    card = MeasureKind(code=MeasureCode("gele_kaart"), label="Gele kaart", nature=MeasureNature.WARNING)
    policy = a_policy(measures=(*STANDARD_MEASURES, card))
    facts = the_letter(
        store, a_decision(store, an_incident(store), measure=card.code, rung=None), policy=policy
    ).facts
    assert (facts.label, facts.validity, facts.next_step) == ("Gele kaart", ONE_YEAR, None)


def test_a_policy_without_a_ladder_has_no_next_step(store: Store) -> None:
    facts = the_letter(store, a_decision(store, an_incident(store)), policy=a_policy(ladder=None)).facts
    assert (facts.validity, facts.next_step) == (ONE_YEAR, None)


def test_a_next_step_of_which_the_policy_lost_the_measure_is_not_told(store: Store) -> None:
    known = tuple(one for one in STANDARD_MEASURES if one.code != BAN)
    assert (
        the_letter(
            store, a_decision(store, an_incident(store)), policy=a_policy(measures=known)
        ).facts.next_step
        is None
    )


@pytest.mark.parametrize(
    ("changes", "label", "nature"),
    [
        ({}, "Schriftelijke waarschuwing", MeasureNature.WARNING),
        ({"measure": "gele_kaart"}, "gele kaart", MeasureNature.WARNING),
        ({"measure": "rode_kaart", "last": date(2026, 12, 1), "scope": "x", "channel_left": "y"}, "rode kaart", MeasureNature.BAN),
    ],
)  # fmt: skip
def test_a_measure_that_the_policy_lost_is_told_by_its_code_and_its_dates(
    store: Store, changes: dict[str, Any], label: str, nature: MeasureNature
) -> None:
    facts = the_letter(
        store, a_decision(store, an_incident(store), **changes), policy=a_policy(measures=())
    ).facts
    assert (facts.label, facts.nature) == (label, nature)


def test_only_kinds_that_weigh_something_are_rules(store: Store) -> None:
    kinds = (story.CRITICISM, story.SWEARING)
    facts = the_letter(store, a_decision(store, an_incident(store, kinds=kinds))).facts
    assert [rule.label for rule in facts.rules] == ["Schelden"]


def test_the_heaviest_kind_says_how_long_it_is_kept_after_the_last_incident(store: Store) -> None:
    first = an_incident(store, at=datetime(2026, 11, 1, 9, tzinfo=UTC), kinds=(story.THREAT,))
    facts = the_letter(store, a_decision(store, first, an_incident(store))).facts
    assert facts.retention == Span(36, SpanUnit.MONTH)
    assert facts.kept_until == date(2029, 11, 20)


def test_the_police_are_told_by_the_incidents(store: Store) -> None:
    quiet = an_incident(store, police_report=PoliceReport.CONSIDER)
    loud = an_incident(store, police=True, police_report=PoliceReport.YES)
    assert not the_letter(store, a_decision(store, quiet)).facts.police_called
    facts = the_letter(store, a_decision(store, quiet, loud)).facts
    assert (facts.police_called, facts.police_report) == (True, PoliceReport.YES)


def test_the_sender_is_who_the_settings_say(store: Store) -> None:
    sender = the_letter(store, a_decision(store, an_incident(store))).facts.sender
    assert sender.organisation == "Gemeente Voorbeeldstad"
    assert sender.address == "Postbus 1, 3500 AA Voorbeeldstad"
    assert sender.privacy_contact == "de FG"
    assert sender.role == "de directie"
    assert sender.contact is None


def test_the_policy_says_who_may_decide_which_measure(store: Store) -> None:
    assert the_letter(store, a_ban(store, an_incident(store))).facts.sender.role == "de teamleider"


@pytest.mark.parametrize(
    ("kind", "country", "own", "body"),
    [
        (RemedyKind.OBJECTION, "NL", None, "de Nationale ombudsman, telefoon 0800 33 55 555, www.nationaleombudsman.nl"),
        (RemedyKind.OBJECTION, "NL", "de gemeentelijke ombudsman", "de gemeentelijke ombudsman"),
        (RemedyKind.OBJECTION, "BE", None, None),
        (RemedyKind.COMPLAINT, "NL", None, None),
        (RemedyKind.COMPLAINT, "NL", "de geschillencommissie", "de geschillencommissie"),
    ],
)  # fmt: skip
def test_the_ombudsman_is_there_for_public_bodies_unless_they_name_another(
    store: Store, kind: RemedyKind, country: str, own: str | None, body: str | None
) -> None:
    settings = {**SETTINGS, "land": country} | ({"klachtinstantie": own} if own else {})
    policy = a_policy(remedy=replace(REMEDY, kind=kind))
    facts = the_letter(store, a_decision(store, an_incident(store)), policy=policy, settings=settings).facts
    assert facts.sender.further_body == body


def test_the_contact_point_is_a_setting(store: Store) -> None:
    settings = {**SETTINGS, "contactpunt": "het KCC, 14 030"}
    assert (
        the_letter(store, a_decision(store, an_incident(store)), settings=settings).facts.contact
        == "het KCC, 14 030"
    )


def test_the_addressee_is_the_caller(store: Store) -> None:
    to = the_letter(store, a_decision(store, an_incident(store))).facts.addressee
    assert (to.name, to.address, to.number) == ("A. Jansen", "Dorpsstraat 1, Voorbeeldstad", story.MOBILE)


def test_a_caller_may_have_no_number(store: Store) -> None:
    other = story.stored_caller(store, name="P. Peters")
    number = an_incident(store, caller=other.id, number=None, number_typed=None)
    facts = the_letter(store, a_decision(store, number, caller=other.id)).facts
    assert facts.addressee.number is None


def test_what_stays_open_always_is_the_policys(store: Store) -> None:
    assert the_letter(store, a_ban(store, an_incident(store))).facts.open_always == ("112", "spoedzorg")
    facts = the_letter(store, a_decision(store, an_incident(store)), policy=a_policy(safeguards=None)).facts
    assert (facts.open_always, facts.review_wanted) == ((), True)


# What follows a measure -----------------------------------------------------------------------------


def test_what_ended_is_told_with_its_reason_and_without_names(store: Store) -> None:
    measure = a_ban(store, an_incident(store))
    it_became(store, measure, ended=Ended(EndKind.LIFTED, story.TODAY, "Mia is gerust."))
    letter = the_letter(store, measure)
    assert letter.kind is LetterKind.LIFTING
    assert letter.facts.ended == Ended(EndKind.LIFTED, story.TODAY, "[medewerker] is gerust.")


def test_an_objection_that_was_upheld_is_answered_with_its_own_reason(store: Store) -> None:
    measure = a_ban(store, an_incident(store))
    ended = Ended(EndKind.ANNULLED, story.TODAY, "Bezwaar gegrond.")
    it_became(store, measure, objection=replace(ANSWERED, reason="Het is niet zeker."), ended=ended)
    letter = the_letter(store, measure)
    assert (letter.kind, letter.facts.answer_reason) == (LetterKind.OBJECTION, "Het is niet zeker.")


# What is kept ---------------------------------------------------------------------------------------


def test_that_it_was_issued_is_kept_with_the_measure(store: Store) -> None:
    measure = a_decision(store, an_incident(store))
    issued = Issued(LetterKind.WARNING, LetterForm.SMS, "0" * 64, story.NOW)
    issue(store, story.deed("brief"), measure, issued)
    with store.reading() as reading:
        assert list(reading.letters(measure)) == [issued]


def test_nothing_is_kept_for_a_measure_that_is_not_there(store: Store) -> None:
    with pytest.raises(MeasureNotFound):
        issue(
            store, story.deed("brief"), MeasureId(9), Issued(LetterKind.BAN, LetterForm.SMS, "0", story.NOW)
        )


def test_preparing_keeps_nothing(store: Store) -> None:
    measure = a_decision(store, an_incident(store))
    the_letter(store, measure)
    with store.reading() as reading:
        assert list(reading.letters(measure)) == []
        assert isinstance(reading.decision(measure), Decision)
