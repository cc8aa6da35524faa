"""The card of a day says exactly what a full look-up says on that day."""

import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from io import StringIO
from itertools import pairwise
from pathlib import Path

from busy_office import FIRST_DAY
from hypothesis import given, settings
from hypothesis import strategies as st
from ringing_office import NUMBERS, RingingOffice

from agressielog.application.cards import CardsOf
from agressielog.application.look_up import answer_about, known_behind
from agressielog.application.ports.cards import Card
from agressielog.application.ports.logbook import Reading
from agressielog.application.tips import kind_to_advise_on
from agressielog.domain.card import WIDTH
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.policy import Policy
from agressielog.presentation.card_view import card_texts, without_number
from agressielog.presentation.console import Screen, Surface
from agressielog.presentation.lookup_view import show_answer
from agressielog.settings.kind_tips import tip_for
from agressielog.settings.policy_file import shipped_names, shipped_policy

_POLICIES = {name: shipped_policy(name) for name in shipped_names()}
_DAYS = 300
_YEARS_AHEAD = 1_500
_FAST = "/dev/shm" if Path("/dev/shm").is_dir() else None


@settings(max_examples=25)
@given(
    seed=st.integers(0, 2**32),
    named=st.sampled_from(sorted(_POLICIES)),
    since=st.integers(_DAYS // 2, _DAYS + 500),
    ahead=st.lists(st.integers(0, _YEARS_AHEAD), min_size=20, max_size=20),
)
def test_on_any_day_the_stretch_of_a_number_is_the_answer_of_a_full_look_up(
    seed: int, named: str, since: int, ahead: list[int]
) -> None:
    policy, made_on = _POLICIES[named], FIRST_DAY + timedelta(days=since)
    with tempfile.TemporaryDirectory(dir=_FAST) as folder:
        office = RingingOffice(Path(folder) / "logboek.db", seed, _DAYS)
        with office.store.reading() as reading:
            for number in NUMBERS:
                cards = _stretches(reading, number, policy, made_on)
                if not reading.callers_of(number):
                    assert cards == ()
                    continue
                days = {made_on + timedelta(days=days) for days in ahead}
                turned = {card.since for card in cards}
                for day in days | turned | {day - timedelta(days=1) for day in turned if day > made_on}:
                    assert _told(_of_day(cards, day)) == _in_full(reading, number, policy, day), (number, day)


def test_a_stretch_ends_where_something_else_is_said() -> None:
    with tempfile.TemporaryDirectory(dir=_FAST) as folder:
        office = RingingOffice(Path(folder) / "logboek.db", 7, _DAYS)
        with office.store.reading() as reading:
            for number in NUMBERS:
                cards = _stretches(reading, number, _POLICIES["standaard"], FIRST_DAY)
                assert all(_told(one) != _told(other) for one, other in pairwise(cards))
                assert [card.since for card in cards] == sorted({card.since for card in cards})


def _stretches(reading: Reading, number: PhoneNumber, policy: Policy, since: date) -> Sequence[Card]:
    cards = CardsOf(
        reading, policy, tip_for=tip_for, told=card_texts, without_number=without_number, notice=None
    )
    made = cards.of_each([number], since)[number]
    assert made is not None
    return made


def _of_day(cards: Sequence[Card], day: date) -> Card:
    return [card for card in cards if card.since <= day][-1]


def _told(card: Card) -> tuple[object, ...]:
    return card.status, card.text, card.folded or card.text, card.callers


def _in_full(reading: Reading, number: PhoneNumber, policy: Policy, day: date) -> tuple[object, ...]:
    answer = answer_about(number, known_behind(reading, number), policy, day)
    kind = kind_to_advise_on(answer)
    tip = tip_for(None, kind) if kind is not None else None

    def printed(surface: Surface) -> str:
        stream = StringIO()
        show_answer(Screen(stream, surface), answer, policy, tip)
        return stream.getvalue()

    return (
        answer.standing.value,
        printed(Surface()),
        printed(Surface(wrap=True, width=WIDTH)),
        tuple(seen.record.caller.id for seen in answer.callers),
    )
