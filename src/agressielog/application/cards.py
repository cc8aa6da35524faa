"""Makes cards: the answer to a look-up of one number, told for every stretch of days ahead.

There is one implementation of the rules: what `look_up` answers on a day is what the card of that day says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from agressielog.application.look_up import Answer, Known, answer_about, known_behind_each
from agressielog.application.ports.cards import Card, CardBasis
from agressielog.application.tips import kind_to_advise_on
from agressielog.domain.card import EDITION, MOST_CALLERS
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.setting import TIP_TEXTS, Setting
from agressielog.domain.stretches import turning_days
from agressielog.domain.vocabulary import Country, Standing

if TYPE_CHECKING:
    from datetime import date

    from agressielog.application.ports.logbook import Reading

#: How an answer is told with a tip: in a pipe, and on a terminal where that is another text.
Told = Callable[[Answer, Policy, str | None], tuple[str, str | None]]
#: The tip for a kind of behaviour, out of the organisation's own texts or (None) those that are shipped.
TipFor = Callable[[str | None, KindCode], str | None]

# Anybody's: only its place in the text matters.
_SOMEBODY = PhoneNumber("+31612345678")


class CardsOf:
    """`Cards` of one view.

    Args:
        reading: the view.
        policy: the one that was put in use last; a card is judged by it whatever the day.
        tip_for: finds a tip.
        told: words an answer.
        without_number: takes the number from the first line of a text.
        notice: what is told before any answer; None for nothing.
    """

    def __init__(
        self,
        reading: Reading,
        policy: Policy,
        *,
        tip_for: TipFor,
        told: Told,
        without_number: Callable[[str, Answer], str],
        notice: str | None,
    ) -> None:
        self._reading = reading
        self._policy = policy
        self._tip_for = tip_for
        self._told = told
        self._without_number = without_number
        self._notice = notice
        self._tips = reading.setting(TIP_TEXTS)

    @property
    def basis(self) -> CardBasis:
        """What they are made with."""
        return CardBasis(
            edition=EDITION,
            ground=f"{self._policy.sha256} {_mark(self._tips)}",
            country=self._reading.setting(Setting.COUNTRY) or Country.NETHERLANDS,
            notice=self._notice,
        )

    def of_each(
        self, numbers: Sequence[PhoneNumber], since: date
    ) -> Mapping[PhoneNumber, Sequence[Card] | None]:
        """Return the stretches of numbers from a local day on."""
        behind = known_behind_each(self._reading, numbers)
        return {number: self._of(number, known, since) for number, known in behind.items()}

    def _of(self, number: PhoneNumber, known: Sequence[Known], since: date) -> Sequence[Card] | None:
        if len(known) > MOST_CALLERS:
            return None
        if not known:
            return ()
        days = sorted({since}.union(*(self._turning(one, since) for one in known)))
        cards: list[Card] = []
        for day in days:
            card = self._card(number, known, day)
            if not cards or replace(card, since=cards[-1].since) != cards[-1]:
                cards.append(card)
        return cards

    def nobody(self, since: date) -> Card:
        """Return the card of everybody who is not in the logbook."""
        answer = answer_about(_SOMEBODY, (), self._policy, since)
        text, folded = self._told(answer, self._policy, None)
        return Card(
            since=since,
            status=Standing.UNKNOWN,
            text=self._without_number(text, answer),
            folded=self._without_number(folded, answer) if folded is not None else None,
            callers=(),
        )

    def _turning(self, known: Known, since: date) -> frozenset[date]:
        return turning_days(
            incidents=known.facts.incidents,
            decisions=known.facts.decisions,
            promised=known.facts.promised,
            good_calls=known.facts.good_calls,
            last_seen=known.last_seen,
            policy=self._policy,
            since=since,
        )

    def _card(self, number: PhoneNumber, known: Sequence[Known], day: date) -> Card:
        answer = answer_about(number, known, self._policy, day)
        kind = kind_to_advise_on(answer)
        tip = self._tip_for(self._tips, kind) if kind is not None else None
        text, folded = self._told(answer, self._policy, tip)
        return Card(
            since=day,
            status=answer.standing,
            text=text,
            folded=folded,
            callers=tuple(seen.record.caller.id for seen in answer.callers),
        )


def _mark(tips: str | None) -> str:
    return hashlib.sha256(tips.encode()).hexdigest() if tips is not None else "-"
