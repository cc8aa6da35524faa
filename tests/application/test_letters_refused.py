"""A letter with a hole, or with the name of an employee, is not written."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import story
from letter_story import (
    ANSWERED,
    BAN,
    ONE_YEAR,
    RESTRICTION,
    SETTINGS,
    TALK,
    a_ban,
    a_decision,
    a_policy,
    an_incident,
    it_became,
    the_letter,
)

from agressielog.application.errors import MeasureNotFound
from agressielog.application.letter_errors import LetterIncomplete, NoLetter, NothingToWrite
from agressielog.application.letters import lacking, prepare
from agressielog.application.ports.logbook import Store
from agressielog.application.restricting import DetailsRestricted
from agressielog.application.rights import restrict
from agressielog.domain.decision import Objection, Verdict
from agressielog.domain.identity import CallerId, MeasureId
from agressielog.domain.letter import LetterKind
from agressielog.domain.letter_elements import Gap
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.vocabulary import Certainty, Country, IncidentStatus, Severity
from agressielog.storage.store import SqliteStore


@pytest.fixture
def store(sqlite_store: SqliteStore) -> Store:
    """A logbook with caller B1."""
    story.stored_caller(sqlite_store, story.MOBILE, name="A. Jansen", address="Dorpsstraat 1, Voorbeeldstad")
    return sqlite_store


# A caller who asked for a restriction -----------------------------------------------------------------


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind.tells_why])
def test_of_who_is_restricted_no_letter_tells_why_unless_it_must(store: Store, kind: LetterKind) -> None:
    measure = _letter_to_write(store, kind)
    restrict(store, story.deed("avg beperk"), "B1", "betwist het", Country.NETHERLANDS)
    with pytest.raises(DetailsRestricted) as refused:
        the_letter(store, measure, kind)
    assert refused.value.caller == CallerId(1)
    settings = {**SETTINGS, "klachtinstantie": "de ombudsman"}
    written = prepare(store, measure, a_policy(), settings, on=story.TODAY, kind=kind, despite=True)
    assert written.kind is kind


def test_a_review_is_announced_to_who_is_restricted(store: Store) -> None:
    measure = _letter_to_write(store, LetterKind.REVIEW)
    restrict(store, story.deed("avg beperk"), "B1", "betwist het", Country.NETHERLANDS)
    assert the_letter(store, measure, LetterKind.REVIEW).kind is LetterKind.REVIEW


def test_what_a_letter_lacks_is_named_of_who_is_restricted_too(store: Store) -> None:
    measure = _letter_to_write(store, LetterKind.BAN)
    restrict(store, story.deed("avg beperk"), "B1", "betwist het", Country.NETHERLANDS)
    assert Gap.NO_ADDRESS in [one.gap for one in lacking(store, measure, a_policy(), {}, on=story.TODAY)]


def _letter_to_write(store: Store, kind: LetterKind) -> MeasureId:
    """Store a measure with everything that a letter of this kind tells."""
    number = an_incident(store)
    match kind:
        case LetterKind.WARNING:
            return a_decision(store, number)
        case LetterKind.RESTRICTION:
            return a_ban(store, number, measure=RESTRICTION, arrangement="Eén uur per week.")
        case _:
            measure = a_ban(store, number, review_on=date(2026, 12, 6))
    if kind is LetterKind.LIFTING:
        it_became(store, measure, ended=Ended(EndKind.LIFTED, story.TODAY, "Excuses gemaakt."))
    if kind is LetterKind.OBJECTION:
        answered = replace(ANSWERED, verdict=Verdict.DISMISSED, reason="Het gebeurde wel.")
        it_became(store, measure, objection=answered)
    return measure


# Names of employees ---------------------------------------------------------------------------------


def test_a_reporter_is_not_named_in_what_happened_or_why(store: Store) -> None:
    number = an_incident(store, account="Schold Mia uit.", quote="Dag Mia de Vries, trut.")
    letter = the_letter(
        store, a_ban(store, number, reason="Mia is bang.", not_heard="Mia belde", deviation="Mia")
    )
    (told,) = letter.facts.incidents
    texts = (told.account, told.quote, letter.facts.reason, letter.facts.not_heard, letter.facts.deviation)
    assert letter.masked
    assert not any("Mia" in (text or "") for text in texts)


def test_a_letter_without_names_is_left_as_it_is(store: Store) -> None:
    letter = the_letter(store, a_decision(store, an_incident(store)))
    assert not letter.masked
    assert letter.facts.reason == "Het is de tweede keer."


def test_a_reporter_may_not_be_the_way_to_reach_us(store: Store) -> None:
    with pytest.raises(LetterIncomplete) as refused:
        the_letter(store, a_ban(store, an_incident(store), channel_left="mail Mia"))
    assert [one.gap.value for one in refused.value.missing] == ["naam_medewerker"]


# What is refused ------------------------------------------------------------------------------------


def test_everything_that_is_missing_is_told_at_once(store: Store) -> None:
    measure = a_ban(store, an_incident(store, account="", incomplete=True), scope=None)
    with pytest.raises(LetterIncomplete) as refused:
        the_letter(store, measure, settings={}, policy=a_policy(remedy=None, retention=()))
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
        the_letter(store, a_decision(store))
    assert [one.gap.value for one in refused.value.missing] == ["geen_incident", "geen_bewaartermijn"]


@pytest.mark.parametrize(
    "changes",
    [{"status": IncidentStatus.REJECTED}, {"status": IncidentStatus.WITHDRAWN}, {"certainty": Certainty.PRESUMED}],
)  # fmt: skip
def test_what_is_not_established_is_not_told(store: Store, changes: dict[str, Any]) -> None:
    with pytest.raises(LetterIncomplete) as refused:
        the_letter(store, a_decision(store, an_incident(store, **changes)))
    assert [one.gap.value for one in refused.value.missing] == ["niet_vastgesteld"]


def test_an_incident_of_somebody_else_is_not_told(store: Store) -> None:
    other = story.stored_caller(store, name="P. Peters")
    with pytest.raises(LetterIncomplete):
        the_letter(store, a_decision(store, an_incident(store, caller=other.id)))


def test_criticism_alone_brings_no_letter(store: Store) -> None:
    policy = a_policy(retention=((Severity.NONE, ONE_YEAR),))
    with pytest.raises(LetterIncomplete) as refused:
        the_letter(store, a_decision(store, an_incident(store, kinds=(story.CRITICISM,))), policy=policy)
    assert [one.gap.value for one in refused.value.missing] == ["geen_regel"]


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
        ({}, LetterKind.OBJECTION, {"objection": ANSWERED}, NothingToWrite.NOT_CARRIED_OUT),
    ],
)  # fmt: skip
def test_there_is_not_always_something_to_write(
    store: Store,
    measure: dict[str, Any],
    kind: LetterKind | None,
    became: dict[str, Any],
    why: NothingToWrite,
) -> None:
    number = a_decision(store, an_incident(store), **measure)
    it_became(store, number, **became)
    with pytest.raises(NoLetter) as refused:
        the_letter(store, number, kind)
    assert (refused.value.measure, refused.value.kind, refused.value.why) == (number, kind, why)


def test_a_measure_that_is_not_there_has_no_letter(store: Store) -> None:
    with pytest.raises(MeasureNotFound):
        the_letter(store, MeasureId(9))
