"""What a letter needs is gathered from the logbook, the policy and the settings; a hole refuses it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import story

from agressielog.application.errors import MeasureNotFound
from agressielog.application.letter_errors import LetterIncomplete, NoLetter, NothingToWrite
from agressielog.application.letters import Letter, issue, prepare
from agressielog.application.ports import Store
from agressielog.domain.decision import Decision, GivenAdvice, NewDecision, Objection, Verdict
from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.ladder import (
    STANDARD_MEASURES,
    Ladder,
    MeasureCode,
    MeasureKind,
    MeasureNature,
    Rung,
    RungCode,
)
from agressielog.domain.letter import Issued, LetterForm, LetterKind, NextStep
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.policy import Policy
from agressielog.domain.safeguards import Gate, Remedy, RemedyKind, Safeguards
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.vocabulary import Certainty, IncidentStatus, PoliceReport, Severity
from agressielog.storage.store import SqliteStore

WARNING, BAN = MeasureCode("schriftelijke_waarschuwing"), MeasureCode("contactverbod")
TALK, RESTRICTION = MeasureCode("ordegesprek"), MeasureCode("contactbeperking")
ONE_MONTH, ONE_YEAR = Span(1, SpanUnit.MONTH), Span(12, SpanUnit.MONTH)
REMEDY = Remedy(
    kind=RemedyKind.OBJECTION,
    where="schriftelijk",
    term=Span(6, SpanUnit.WEEK),
    answer_term=Span(4, SpanUnit.WEEK),
    ground="",
)
SETTINGS = {
    "organisatie": "Gemeente Voorbeeldstad",
    "postadres": "Postbus 1, 3500 AA Voorbeeldstad",
    "privacycontact": "de FG",
    "beslisser": "de directie",
}
ON = Gate(on=True, ground="")


def _rung(code: str, measure: MeasureCode, **changes: Any) -> Rung:
    return replace(Rung(code=RungCode(code), label=code, measure=measure, ground=""), **changes)


LADDER = Ladder(
    rungs=(
        _rung("gesprek", TALK),
        _rung("waarschuwing", WARNING, validity=Span(6, SpanUnit.MONTH)),
        _rung("maand", BAN, shortest=ONE_MONTH, longest=ONE_MONTH),
        _rung("vrij", BAN, shortest=ONE_MONTH, longest=ONE_YEAR),
    ),
    entries=(),
)
SAFEGUARDS = Safeguards(
    hearing=ON,
    warned_first=ON,
    review=Gate(on=False, ground=""),
    review_at_latest=Span(6, SpanUnit.MONTH),
    longest_decision=None,
    longest_without_new=None,
    open_always=("112", "spoedzorg"),
    deciders=((BAN, "de teamleider"),),
    reaction_hours=24,
    moves_off_weekends=True,
)


def _policy(**changes: Any) -> Policy:
    ordinary = replace(
        story.policy(),
        ladder=LADDER,
        measures=STANDARD_MEASURES,
        remedy=REMEDY,
        safeguards=SAFEGUARDS,
        retention=((Severity.LIGHT, ONE_YEAR), (Severity.SEVERE, Span(36, SpanUnit.MONTH))),
    )
    return replace(ordinary, **changes)


@pytest.fixture
def store(sqlite_store: SqliteStore) -> Store:
    """A logbook with caller B1."""
    story.stored_caller(sqlite_store, story.MOBILE, name="A. Jansen", address="Dorpsstraat 1, Voorbeeldstad")
    return sqlite_store


def _incident(store: Store, **changes: Any) -> IncidentId:
    ordinary = {"caller": CallerId(1), "certainty": Certainty.CERTAIN}
    return story.stored(store, **ordinary | changes).id


def _decided(store: Store, *incidents: IncidentId, **changes: Any) -> MeasureId:
    """Store a written warning by the team leader."""
    ordinary = NewDecision(
        caller=CallerId(1),
        measure=WARNING,
        rung=RungCode("waarschuwing"),
        decided_on=story.TODAY,
        decided_by="J. de Boer",
        reason="Het is de tweede keer.",
        first=story.TODAY,
        incidents=incidents,
        advice=GivenAdvice('{"maatregel":null}', "proef", "1", ""),
        recorded_at=story.NOW,
    )
    with store.writing(story.deed("maatregel")) as tx:
        return tx.add_decision(replace(ordinary, **changes)).id


def _banned(store: Store, *incidents: IncidentId, **changes: Any) -> MeasureId:
    ban = {
        "measure": BAN,
        "rung": RungCode("maand"),
        "last": date(2026, 12, 19),
        "scope": "alle nummers",
        "channel_left": "post",
    }
    return _decided(store, *incidents, **ban | changes)


def _became(store: Store, measure: MeasureId, **changes: Any) -> None:
    with store.writing(story.deed("maatregel")) as tx:
        tx.replace_decision(replace(tx.decision(measure), **changes))


def _letter(
    store: Store,
    measure: MeasureId,
    kind: LetterKind | None = None,
    *,
    policy: Policy | None = None,
    settings: dict[str, str] | None = None,
) -> Letter:
    return prepare(
        store,
        measure,
        policy or _policy(),
        SETTINGS if settings is None else settings,
        on=story.TODAY,
        kind=kind,
    )


# What is gathered -----------------------------------------------------------------------------------


def test_a_warning_tells_its_incidents_oldest_first(store: Store) -> None:
    later = _incident(store)
    earlier = _incident(store, at=datetime(2026, 11, 1, 9, tzinfo=UTC), quote="Trut.")
    facts = _letter(store, _decided(store, later, earlier)).facts
    assert [one.id for one in facts.incidents] == [earlier, later]
    assert [one.quote for one in facts.incidents] == ["Trut.", None]
    assert facts.incidents[0].established


def test_the_policy_tells_how_long_it_counts_and_what_follows(store: Store) -> None:
    facts = _letter(store, _decided(store, _incident(store))).facts
    assert facts.label == "Schriftelijke waarschuwing"
    assert facts.validity == Span(6, SpanUnit.MONTH)
    assert facts.usual_length is None
    assert facts.next_step == NextStep("Contactverbod", ONE_MONTH)


def test_a_ban_tells_the_length_of_its_rung_and_of_a_range_both_bounds(store: Store) -> None:
    facts = _letter(store, _banned(store, _incident(store))).facts
    assert (facts.usual_shortest, facts.usual_length) == (None, ONE_MONTH)
    assert facts.validity == ONE_YEAR
    assert facts.next_step == NextStep("Contactverbod", None)
    highest = _letter(store, _banned(store, _incident(store), rung=RungCode("vrij"))).facts
    assert (highest.usual_shortest, highest.usual_length) == (ONE_MONTH, ONE_YEAR)
    assert highest.next_step is None


def test_what_goes_with_another_measure_stands_for_no_rung(store: Store) -> None:
    facts = _letter(store, _banned(store, _incident(store), rung=None)).facts
    assert (facts.usual_length, facts.next_step) == (None, None)


def test_a_rung_that_the_policy_lacks_is_looked_up_by_its_measure(store: Store) -> None:
    facts = _letter(store, _banned(store, _incident(store), rung=RungCode("rood"))).facts
    assert facts.usual_length == ONE_MONTH


def test_a_measure_off_the_ladder_counts_as_long_as_the_window(store: Store) -> None:
    card = MeasureKind(code=MeasureCode("gele_kaart"), label="Gele kaart", nature=MeasureNature.WARNING)
    policy = _policy(measures=(*STANDARD_MEASURES, card))
    facts = _letter(
        store, _decided(store, _incident(store), measure=card.code, rung=None), policy=policy
    ).facts
    assert (facts.label, facts.validity, facts.next_step) == ("Gele kaart", ONE_YEAR, None)


def test_a_policy_without_a_ladder_has_no_next_step(store: Store) -> None:
    facts = _letter(store, _decided(store, _incident(store)), policy=_policy(ladder=None)).facts
    assert (facts.validity, facts.next_step) == (ONE_YEAR, None)


def test_a_next_step_of_which_the_policy_lost_the_measure_is_not_told(store: Store) -> None:
    known = tuple(one for one in STANDARD_MEASURES if one.code != BAN)
    assert (
        _letter(store, _decided(store, _incident(store)), policy=_policy(measures=known)).facts.next_step
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
    facts = _letter(store, _decided(store, _incident(store), **changes), policy=_policy(measures=())).facts
    assert (facts.label, facts.nature) == (label, nature)


def test_only_kinds_that_weigh_something_are_rules(store: Store) -> None:
    kinds = (story.CRITICISM, story.SWEARING)
    facts = _letter(store, _decided(store, _incident(store, kinds=kinds))).facts
    assert [rule.label for rule in facts.rules] == ["Schelden"]


def test_the_heaviest_kind_says_how_long_it_is_kept_after_the_last_incident(store: Store) -> None:
    first = _incident(store, at=datetime(2026, 11, 1, 9, tzinfo=UTC), kinds=(story.THREAT,))
    facts = _letter(store, _decided(store, first, _incident(store))).facts
    assert facts.retention == Span(36, SpanUnit.MONTH)
    assert facts.kept_until == date(2029, 11, 20)


def test_the_police_are_told_by_the_incidents(store: Store) -> None:
    quiet = _incident(store, police_report=PoliceReport.CONSIDER)
    loud = _incident(store, police=True, police_report=PoliceReport.YES)
    assert not _letter(store, _decided(store, quiet)).facts.police_called
    facts = _letter(store, _decided(store, quiet, loud)).facts
    assert (facts.police_called, facts.police_report) == (True, PoliceReport.YES)


def test_the_sender_is_who_the_settings_say(store: Store) -> None:
    sender = _letter(store, _decided(store, _incident(store))).facts.sender
    assert sender.organisation == "Gemeente Voorbeeldstad"
    assert sender.address == "Postbus 1, 3500 AA Voorbeeldstad"
    assert sender.privacy_contact == "de FG"
    assert sender.role == "de directie"
    assert sender.contact is None


def test_the_policy_says_who_may_decide_which_measure(store: Store) -> None:
    assert _letter(store, _banned(store, _incident(store))).facts.sender.role == "de teamleider"


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
    policy = _policy(remedy=replace(REMEDY, kind=kind))
    facts = _letter(store, _decided(store, _incident(store)), policy=policy, settings=settings).facts
    assert facts.sender.further_body == body


def test_the_contact_point_is_a_setting(store: Store) -> None:
    settings = {**SETTINGS, "contactpunt": "het KCC, 14 030"}
    assert (
        _letter(store, _decided(store, _incident(store)), settings=settings).facts.contact
        == "het KCC, 14 030"
    )


def test_the_addressee_is_the_caller(store: Store) -> None:
    to = _letter(store, _decided(store, _incident(store))).facts.addressee
    assert (to.name, to.address, to.number) == ("A. Jansen", "Dorpsstraat 1, Voorbeeldstad", story.MOBILE)


def test_a_caller_may_have_no_number(store: Store) -> None:
    other = story.stored_caller(store, name="P. Peters")
    number = _incident(store, caller=other.id, number=None, number_typed=None)
    facts = _letter(store, _decided(store, number, caller=other.id)).facts
    assert facts.addressee.number is None


def test_what_stays_open_always_is_the_policys(store: Store) -> None:
    assert _letter(store, _banned(store, _incident(store))).facts.open_always == ("112", "spoedzorg")
    facts = _letter(store, _decided(store, _incident(store)), policy=_policy(safeguards=None)).facts
    assert (facts.open_always, facts.review_wanted) == ((), True)


# Names of employees ---------------------------------------------------------------------------------


def test_a_reporter_is_not_named_in_what_happened_or_why(store: Store) -> None:
    number = _incident(store, account="Schold Mia uit.", quote="Dag Mia de Vries, trut.")
    letter = _letter(
        store, _banned(store, number, reason="Mia is bang.", not_heard="Mia belde", deviation="Mia")
    )
    (told,) = letter.facts.incidents
    texts = (told.account, told.quote, letter.facts.reason, letter.facts.not_heard, letter.facts.deviation)
    assert letter.masked
    assert not any("Mia" in (text or "") for text in texts)


def test_a_letter_without_names_is_left_as_it_is(store: Store) -> None:
    letter = _letter(store, _decided(store, _incident(store)))
    assert not letter.masked
    assert letter.facts.reason == "Het is de tweede keer."


def test_a_reporter_may_not_be_the_way_to_reach_us(store: Store) -> None:
    with pytest.raises(LetterIncomplete) as refused:
        _letter(store, _banned(store, _incident(store), channel_left="mail Mia"))
    assert [one.gap.value for one in refused.value.missing] == ["naam_medewerker"]


# What is refused ------------------------------------------------------------------------------------


def test_everything_that_is_missing_is_told_at_once(store: Store) -> None:
    measure = _banned(store, _incident(store, account="", incomplete=True), scope=None)
    with pytest.raises(LetterIncomplete) as refused:
        _letter(store, measure, settings={}, policy=_policy(remedy=None, retention=()))
    assert (refused.value.measure, refused.value.kind) == (measure, LetterKind.BAN)
    assert [one.gap.value for one in refused.value.missing] == [
        "geen_feiten",
        "geen_omvang",
        "geen_contactpunt",
        "geen_rechtsmiddel",
        "geen_organisatie",
        "geen_postadres",
        "geen_privacycontact",
        "geen_bewaartermijn",
    ]


def test_a_measure_without_incidents_has_nothing_to_tell(store: Store) -> None:
    with pytest.raises(LetterIncomplete) as refused:
        _letter(store, _decided(store))
    assert [one.gap.value for one in refused.value.missing] == ["geen_incident", "geen_bewaartermijn"]


@pytest.mark.parametrize(
    "changes",
    [{"status": IncidentStatus.REJECTED}, {"status": IncidentStatus.WITHDRAWN}, {"certainty": Certainty.PRESUMED}],
)  # fmt: skip
def test_what_is_not_established_is_not_told(store: Store, changes: dict[str, Any]) -> None:
    with pytest.raises(LetterIncomplete) as refused:
        _letter(store, _decided(store, _incident(store, **changes)))
    assert [one.gap.value for one in refused.value.missing] == ["niet_vastgesteld"]


def test_an_incident_of_somebody_else_is_not_told(store: Store) -> None:
    other = story.stored_caller(store, name="P. Peters")
    with pytest.raises(LetterIncomplete):
        _letter(store, _decided(store, _incident(store, caller=other.id)))


def test_criticism_alone_brings_no_letter(store: Store) -> None:
    policy = _policy(retention=((Severity.NONE, ONE_YEAR),))
    with pytest.raises(LetterIncomplete) as refused:
        _letter(store, _decided(store, _incident(store, kinds=(story.CRITICISM,))), policy=policy)
    assert [one.gap.value for one in refused.value.missing] == ["geen_regel"]


_ANSWERED = Objection(story.TODAY, story.TODAY, story.TODAY, Verdict.UPHELD)


@pytest.mark.parametrize(
    ("measure", "kind", "became", "why"),
    [
        ({"measure": None}, None, {}, NothingToWrite.NO_MEASURE),
        ({"measure": TALK}, None, {}, NothingToWrite.TALK),
        ({"measure": TALK}, LetterKind.WARNING, {}, NothingToWrite.TALK),
        ({}, LetterKind.BAN, {}, NothingToWrite.OTHER_KIND),
        ({}, LetterKind.REVIEW, {}, NothingToWrite.NO_REVIEW),
        ({"measure": BAN, "last": date(2026, 12, 1)}, LetterKind.REVIEW, {"ended": Ended(EndKind.LIFTED, story.TODAY, "x")}, NothingToWrite.NO_REVIEW),
        ({}, LetterKind.LIFTING, {}, NothingToWrite.NOT_ENDED),
        ({}, LetterKind.OBJECTION, {}, NothingToWrite.NOT_ANSWERED),
        ({}, LetterKind.OBJECTION, {"objection": Objection(story.TODAY, story.TODAY)}, NothingToWrite.NOT_ANSWERED),
        ({}, LetterKind.OBJECTION, {"objection": _ANSWERED}, NothingToWrite.NOT_CARRIED_OUT),
    ],
)  # fmt: skip
def test_there_is_not_always_something_to_write(
    store: Store,
    measure: dict[str, Any],
    kind: LetterKind | None,
    became: dict[str, Any],
    why: NothingToWrite,
) -> None:
    number = _decided(store, _incident(store), **measure)
    _became(store, number, **became)
    with pytest.raises(NoLetter) as refused:
        _letter(store, number, kind)
    assert (refused.value.measure, refused.value.kind, refused.value.why) == (number, kind, why)


def test_a_measure_that_is_not_there_has_no_letter(store: Store) -> None:
    with pytest.raises(MeasureNotFound):
        _letter(store, MeasureId(9))


# What follows a measure -----------------------------------------------------------------------------


def test_what_ended_is_told_with_its_reason_and_without_names(store: Store) -> None:
    measure = _banned(store, _incident(store))
    _became(store, measure, ended=Ended(EndKind.LIFTED, story.TODAY, "Mia is gerust."))
    letter = _letter(store, measure)
    assert letter.kind is LetterKind.LIFTING
    assert letter.facts.ended == Ended(EndKind.LIFTED, story.TODAY, "[medewerker] is gerust.")


def test_an_objection_that_was_upheld_is_answered_with_the_reason_of_the_end(store: Store) -> None:
    measure = _banned(store, _incident(store))
    ended = Ended(EndKind.ANNULLED, story.TODAY, "Het is niet zeker.")
    _became(store, measure, objection=_ANSWERED, ended=ended)
    letter = _letter(store, measure)
    assert (letter.kind, letter.facts.answer_reason) == (LetterKind.OBJECTION, "Het is niet zeker.")


# What is kept ---------------------------------------------------------------------------------------


def test_that_it_was_issued_is_kept_with_the_measure(store: Store) -> None:
    measure = _decided(store, _incident(store))
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
    measure = _decided(store, _incident(store))
    _letter(store, measure)
    with store.reading() as reading:
        assert list(reading.letters(measure)) == []
        assert isinstance(reading.decision(measure), Decision)
