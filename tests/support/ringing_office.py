"""A logbook with a history drawn at random in which everything happens that a look-up can tell: see `BusyOffice`."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import decisions
import story
from busy_office import BusyOffice

from agressielog.application.ports.logbook import Writing
from agressielog.domain.caller import NumberLink
from agressielog.domain.good_call import GoodCall
from agressielog.domain.local_time import local_day
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.restriction import NewRestriction
from agressielog.domain.vocabulary import Certainty
from agressielog.storage.store import SqliteStore

#: More callers than numbers: some share one.
NUMBERS = tuple(PhoneNumber(f"+3161234567{last}") for last in range(6))


class RingingOffice:
    """Makes such a logbook.

    Args:
        path: where.
        seed: the same one makes the same history.
        days: over how many days.
    """

    def __init__(self, path: Path, seed: int, days: int) -> None:
        BusyOffice(path, seed, 24, days)
        self._chance = Random(seed)
        self.store = SqliteStore(path)
        with self.store.writing(story.deed("add")) as tx:
            self._call(tx)
            self._link(tx)
            for decision in tx.decisions():
                if decision.measure not in {None, decisions.ORAL} and self._maybe(0.5):
                    at = story.NOW - timedelta(days=self._chance.randint(0, 400))
                    tx.add_good_call(GoodCall(decision.id, at, "Daan"))
            for caller in tx.callers():
                if self._maybe(0.1):
                    tx.add_restriction(NewRestriction(caller=caller.id, reason="Bezwaar", since=story.TODAY))

    def _maybe(self, share: float) -> bool:
        return self._chance.random() < share

    def _call(self, tx: Writing) -> None:
        """Give the calls numbers, and what else a look-up tells of them."""
        for incident in list(tx.each_incident()):
            tx.replace_incident(
                replace(
                    incident,
                    number=self._chance.choice(NUMBERS),
                    helped="Rustig uitpraten" if self._maybe(0.1) else None,
                    apologised_on=local_day(incident.at) if self._maybe(0.1) else None,
                )
            )

    def _link(self, tx: Writing) -> None:
        for caller in tx.callers():
            for number in self._chance.sample(NUMBERS, self._chance.choice([0, 1, 1, 2])):
                sure = Certainty.CERTAIN if self._maybe(0.8) else Certainty.PRESUMED
                since = story.TODAY - timedelta(days=self._chance.randint(0, 500))
                tx.link(caller.id, NumberLink(number, sure, since))
