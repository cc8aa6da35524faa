"""Fills a logbook with made-up callers, through the program's own store: `check` finds nothing to say about it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from agressielog.application.dossiers import case_of
from agressielog.application.measures import decide
from agressielog.application.ports.logbook import Writing
from agressielog.application.proposing import Wanted
from agressielog.application.within import Within
from agressielog.bootstrap import App, open_app
from agressielog.domain.aftercare import ground_of
from agressielog.domain.caller import NumberLink
from agressielog.domain.identity import CallerId, caller_code
from agressielog.domain.incident import EARLIER_REGISTER, NewIncident
from agressielog.domain.local_time import local_day
from agressielog.domain.measure import Delivered
from agressielog.domain.ulid import RANDOM_BYTES, make_ulid
from agressielog.domain.vocabulary import Certainty, Channel, Delivery
from agressielog.settings.demo_texts import demo_material
from benchmarks.made_up import MadeUpCall, MadeUpCaller, made_up_callers

#: What chance begins with.
SEED = 20261122
# One caller in so many gets measures; callers in one write, so that it needs no more memory for more of them.
_DECIDED, _BATCH = 50, 5000
# Older calls count as answered, and their care as given, as those of a register that was taken over.
_OPEN = timedelta(days=14)


def fill(path: Path, callers: int, done: Callable[[int], None], seed: int = SEED) -> None:
    """Make a logbook of so many callers.

    Args:
        path: where there is none yet.
        callers: each has `made_up.CALLS` incidents, the last of them yesterday at the latest.
        done: told how many are stored.
        seed: the same one gives the same calls on the same day; the journal has salts of its own.
    """
    app = open_app(path, "Meting", may_create=True)
    waiting = made_up_callers(demo_material(), callers, app.today - timedelta(days=1), seed)
    office, stored = _Office(app, Random(seed)), 0
    while batch := list(islice(waiting, _BATCH)):
        with app.store.writing(app.deed("import"), large=True) as tx:
            office.store(tx, batch, [(stored + place) % _DECIDED == 0 for place in range(len(batch))])
        stored += len(batch)
        done(stored)


class _Office:
    """Records what made-up callers did, and decides about some of them."""

    def __init__(self, app: App, chance: Random) -> None:
        self._app = app
        self._policy = app.policy
        self._chance = chance

    def store(self, tx: Writing, batch: Sequence[MadeUpCaller], judged: Sequence[bool]) -> None:
        """Store callers with their calls, and the measures of those that are judged."""
        ids = tx.add_callers(
            (one.caller, [NumberLink(one.number, Certainty.CERTAIN, local_day(one.calls[0].at))])
            for one in batch
        )
        each = list(zip(batch, ids, judged, strict=True))
        tx.add_incidents(
            self._incident(one, call, caller, judged=is_judged)
            for one, caller, is_judged in each
            for call in one.calls
        )
        for one, caller, is_judged in each:
            if is_judged:
                self._decide(tx, one, caller)

    def _incident(
        self, one: MadeUpCaller, call: MadeUpCall, caller: CallerId, *, judged: bool
    ) -> NewIncident:
        severity = self._policy.severity_of(call.kinds)
        is_open = self._app.now - call.at < _OPEN
        return NewIncident(
            ulid=make_ulid(call.at, self._chance.randbytes(RANDOM_BYTES)),
            at=call.at,
            recorded_at=call.at + timedelta(minutes=4),
            number=one.number,
            number_typed=one.typed,
            caller=caller,
            certainty=Certainty.CERTAIN,
            kinds=call.kinds,
            severity=severity,
            channel=Channel.TELEPHONE,
            team=call.team,
            subject=call.subject,
            reporter=call.reporter,
            account=call.account,
            quote=None,
            warned=call.warned,
            ended=call.ended,
            handed_over=False,
            police=False,
            our_fault=False,
            refused=None,
            helped=None,
            police_report=self._policy.police_of(call.kinds),
            answered=None if is_open or judged else EARLIER_REGISTER,
            aftercare=ground_of(severity, asked=False) if is_open else None,
            promises=call.promises,
        )

    def _decide(self, tx: Writing, one: MadeUpCaller, caller: CallerId) -> None:
        """Impose what is advised, the day after the third call and the day after the last."""
        app = self._app
        for call in (one.calls[2], one.calls[-1]):
            day = local_day(call.at) + timedelta(days=1)
            case = case_of(tx, tx.caller(caller), self._policy, day)
            if case.advice.measure is None:
                continue
            noon = datetime.combine(day, time(11), UTC)
            wanted = Wanted(
                caller=caller_code(caller),
                decided_by="M. Vonk",
                reason="Ging door nadat de medewerker de grens had genoemd.",
                delivered=Delivered(noon, Delivery.POST) if noon < app.now else None,
            )
            kind = self._policy.measure(case.advice.measure)
            if kind is not None and kind.nature.binds:
                wanted = replace(wanted, channel_left="brieven naar Postbus 1", heard_on=day)
            decide(Within(tx), app.deed("maatregel add"), wanted, app.ruling(day))
