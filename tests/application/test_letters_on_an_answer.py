"""What a letter takes from an answer to an objection, who signs it, and what a new measure still lacks."""

import pytest
import story
from letter_story import ANSWERED, SETTINGS, a_ban, a_decision, a_policy, an_incident, it_became, the_letter

from agressielog.application.letter_errors import LetterIncomplete
from agressielog.application.letters import lacking
from agressielog.application.ports.logbook import Store
from agressielog.domain.letter import LetterKind
from agressielog.domain.letter_elements import Gap
from agressielog.domain.measure import Ended, EndKind
from agressielog.storage.store import SqliteStore


@pytest.fixture
def store(sqlite_store: SqliteStore) -> Store:
    """A logbook with caller B1."""
    story.stored_caller(sqlite_store, story.MOBILE, name="A. Jansen", address="Dorpsstraat 1, Voorbeeldstad")
    return sqlite_store


def test_an_answer_without_a_reason_borrows_none_and_there_is_no_letter(store: Store) -> None:
    measure = a_ban(store, an_incident(store))
    lifted = Ended(EndKind.LIFTED, story.TODAY, "Excuses gemaakt.")
    it_became(store, measure, objection=ANSWERED, ended=lifted)
    settings = {**SETTINGS, "klachtinstantie": "de ombudsman"}
    with pytest.raises(LetterIncomplete) as refused:
        the_letter(store, measure, LetterKind.OBJECTION, settings=settings)
    assert [one.gap for one in refused.value.missing] == [Gap.NO_REASON]


@pytest.mark.parametrize(
    ("rule", "role"),
    [
        ("manager met mandaat", "manager met mandaat"),
        ("manager met mandaat; langer dan 6 maanden de directie", None),
        ("raad van bestuur, of wie daarvoor mandaat heeft", None),
        ("teamleider of manager", None),
        ("R. Bakker, directeur", None),
        ("J. DE BOER, directeur", "J. DE BOER, directeur"),
    ],
)
def test_only_a_role_that_fits_signs(store: Store, rule: str, role: str | None) -> None:
    measure = a_decision(store, an_incident(store), decided_by="J. de Boer")
    assert the_letter(store, measure, settings={**SETTINGS, "beslisser": rule}).facts.sender.role == role


def test_what_the_letter_of_a_new_measure_lacks_is_known_at_once(store: Store) -> None:
    measure, policy = a_ban(store, an_incident(store)), a_policy()
    assert lacking(store, measure, policy, SETTINGS, on=story.TODAY) == ()
    assert [one.gap for one in lacking(store, measure, policy, {}, on=story.TODAY)] == [
        Gap.NO_CONTACT,
        Gap.NO_ORGANISATION,
        Gap.NO_ADDRESS,
        Gap.NO_PRIVACY_CONTACT,
    ]


def test_where_no_letter_belongs_nothing_is_lacking(store: Store) -> None:
    none = a_decision(store, an_incident(store), measure=None)
    assert lacking(store, none, a_policy(), {}, on=story.TODAY) == ()
