"""A logbook with a history drawn at random: everything that opens, moves or closes a duty happens in it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

import decisions
import story

from agressielog.application.merging import merge, split
from agressielog.application.ports.logbook import Writing
from agressielog.application.ports.records import IncidentFilter
from agressielog.domain.aftercare import TALKS, AftercareGround, AftercareStep, StepDone
from agressielog.domain.caller import NewCaller
from agressielog.domain.decision import Decision, NewDecision, Objection, Review, ReviewOutcome, Verdict
from agressielog.domain.hold import NewHold
from agressielog.domain.identity import CallerId, caller_code
from agressielog.domain.incident import EARLIER_REGISTER, Incident, Made, NewIncident, NewPromise
from agressielog.domain.local_time import AMSTERDAM, local_day
from agressielog.domain.measure import Delivered, Ended, EndKind
from agressielog.domain.request import Answer, NewRequest, RequestKind, RequestOutcome, answer_by
from agressielog.domain.span import Span
from agressielog.domain.vocabulary import Certainty, Country, Delivery, IncidentStatus, Severity
from agressielog.storage.store import SqliteStore

POLICY = decisions.standaard()
FIRST_DAY = date(2025, 9, 1)

_KINDS = [kind.code for kind in POLICY.kinds]
_LIGHT = [kind.code for kind in POLICY.kinds if kind.severity is Severity.LIGHT]
# Moments at which a day or an hour goes wrong easily: midnight, the last minute, both nights of the clock.
_ODD = (time(0, 0), time(23, 59), time(2, 30), time(12, 0))
_LADDER = {
    None: None,
    decisions.ORAL: decisions.ORAL_RUNG,
    decisions.WARNING: decisions.WARNING_RUNG,
    decisions.BAN: decisions.BAN_RUNG,
    decisions.RESTRICTION: None,
}


class BusyOffice:
    """Makes such a logbook.

    Args:
        path: where.
        seed: the same one makes the same history.
        incidents: how many.
        days: over how many days from `FIRST_DAY` on.
    """

    def __init__(self, path: Path, seed: int, incidents: int, days: int) -> None:
        self.path = path
        self._chance = Random(seed)
        self._days = days
        self._store = SqliteStore(path, may_create=True)
        begun = datetime.combine(FIRST_DAY + timedelta(days=days // 3), time(9), AMSTERDAM)
        with self._store.writing(story.deed("import", at=begun.astimezone(UTC)), large=True) as tx:
            self._callers = [
                tx.add_caller(NewCaller(name=f"Beller {number}")).id for number in range(incidents // 5 + 4)
            ]
            tx.add_incidents(self._incident() for _ in range(incidents))
            self._correct(tx)
            for caller in self._callers:
                self._decide(tx, caller)
            self._care(tx)
            self._promise(tx)
            self._ask(tx)
            for _ in range(3):
                tx.note_backup(self._moment())
            self._hold(tx, Random(seed))
        self._join()

    def _maybe(self, share: float) -> bool:
        return self._chance.random() < share

    def _day(self, since: date | None = None, within: int | None = None) -> date:
        reach = within if within is not None else self._days
        return (since or FIRST_DAY) + timedelta(days=self._chance.randint(0, reach))

    def _moment(self, since: date | None = None, within: int | None = None) -> datetime:
        hour = self._chance.choice(_ODD) if self._maybe(0.2) else time(self._chance.randint(0, 23), 17, 5)
        return datetime.combine(self._day(since, within), hour, AMSTERDAM).astimezone(UTC)

    def _incident(self) -> NewIncident:
        pool = _LIGHT if self._maybe(0.5) else _KINDS
        kinds = tuple(self._chance.sample(pool, 2 if self._maybe(0.2) else 1))
        severity = POLICY.severity_of(kinds)
        known = self._maybe(0.85)
        heavy = severity in {Severity.MEDIUM, Severity.SEVERE}
        at = self._moment()
        return story.new_incident(
            at=at,
            recorded_at=at,
            number=None,
            number_typed=None,
            caller=self._chance.choice(self._callers) if known else None,
            certainty=(Certainty.PRESUMED if self._maybe(0.1) else Certainty.CERTAIN) if known else None,
            kinds=kinds,
            severity=severity,
            reporter=self._chance.choice(["Mia de Vries", "Anouk", "Daan"]),
            warned=self._maybe(0.4),
            incomplete=self._maybe(0.05),
            status=self._status(),
            answered=EARLIER_REGISTER if self._maybe(0.06) else None,
            aftercare=self._ground(heavy=heavy),
            promises=(self._promised(),) if self._maybe(0.15) else (),
        )

    def _status(self) -> IncidentStatus:
        return self._chance.choices(list(IncidentStatus), weights=[70, 20, 5, 5])[0]

    def _ground(self, *, heavy: bool) -> AftercareGround | None:
        if heavy and self._maybe(0.9):
            return AftercareGround.SEVERITY
        return self._chance.choice(list(AftercareGround)) if self._maybe(0.1) else None

    def _promised(self, made: Made | None = None) -> NewPromise:
        return NewPromise("terugbellen", self._day() if self._maybe(0.8) else None, made)

    def _correct(self, tx: Writing) -> None:
        """Correct one report in eight: another moment, kind, status or caller, sure or not."""
        for incident in list(tx.each_incident()):
            if not self._maybe(0.125):
                continue
            other = self._incident()
            what = self._chance.choice(["at", "kinds", "status", "caller"])
            changed = {
                "at": replace(incident, at=other.at),
                "kinds": replace(incident, kinds=other.kinds, severity=other.severity),
                "status": replace(incident, status=other.status),
                "caller": replace(incident, caller=other.caller, certainty=other.certainty),
            }[what]
            tx.replace_incident(changed)

    def _decide(self, tx: Writing, caller: CallerId) -> None:
        called = list(tx.incidents(IncidentFilter(caller=caller)))
        self._chance.shuffle(called)
        while called and self._maybe(0.7):
            listed, called = called[: self._chance.randint(0, 3)], called[3:]
            self._live(tx, tx.add_decision(self._decision(caller, listed)))

    def _decision(self, caller: CallerId, listed: list[Incident]) -> NewDecision:
        measure = self._chance.choice(list(_LADDER))
        rung = _LADDER[measure]
        latest = max((local_day(incident.at) for incident in listed), default=self._day())
        on = self._day(latest, 5)
        lasts = measure in {decisions.BAN, decisions.RESTRICTION}
        first = self._day(on, 4)
        last = Span.parse(self._chance.choice(["1 maand", "3 maanden", "10 dagen"])).last_day_from(first)
        return decisions.new_decision(
            caller=caller,
            measure=measure,
            rung=rung,
            decided_on=on,
            first=first if lasts else on,
            last=last if lasts else None,
            review_on=first + (last - first) // 2 if lasts and self._maybe(0.8) else None,
            incidents=tuple(sorted(incident.id for incident in listed)),
        )

    def _live(self, tx: Writing, decision: Decision) -> None:
        if decision.measure is None:
            return
        on = decision.decided_on
        if self._maybe(0.75):
            delivered = Delivered(self._moment(on, 12), Delivery.POST)
            counts = POLICY.window.after(delivered.day) if decision.last is None else None
            decision = replace(decision, delivered=delivered, valid_until=counts)
        if self._maybe(0.2):
            decision = replace(
                decision, ended=Ended(self._chance.choice(list(EndKind)), self._day(on, 60), "x")
            )
        if self._maybe(0.25):
            received = self._day(on, 40)
            objection = Objection(received, received + timedelta(weeks=4))
            if self._maybe(0.6):
                objection = replace(objection, answered_on=self._day(received, 40), verdict=Verdict.PARTLY)
            decision = replace(decision, objection=objection)
        if self._maybe(0.4):
            decision = replace(decision, review=Review(self._day(on, 60), ReviewOutcome.CONTINUE, "x"))
        tx.replace_decision(decision)

    def _care(self, tx: Writing) -> None:
        for incident in list(tx.each_incident()):
            if incident.aftercare is None:
                continue
            day = local_day(incident.at)
            declines = self._maybe(0.3)
            # Who declines is offered care again, and nobody goes on with the talks.
            for step in (AftercareStep.FIRST, AftercareStep.OFFER) if declines else TALKS:
                if self._maybe(0.4):
                    tx.add_care_step(incident.id, StepDone(step, "R. Smit", self._moment(day, 60)))
            for _ in range(self._chance.randint(1, 2) if declines else 0):
                tx.add_care_declined(incident.id, self._day(day, 40))

    def _promise(self, tx: Writing) -> None:
        for caller in self._callers:
            if self._maybe(0.3):
                tx.add_promises_to(caller, [self._promised(Made(self._moment(), "Daan"))])
        for incident in list(tx.each_incident()):
            for promise in incident.promises:
                if self._maybe(0.5):
                    tx.mark_promise(promise.id, self._moment(local_day(incident.at), 30))

    def _ask(self, tx: Writing) -> None:
        for caller in self._callers:
            if self._maybe(0.3):
                kind, received = self._chance.choice(list(RequestKind)), self._day()
                due = answer_by(kind, received, POLICY)
                asked = tx.add_request(
                    NewRequest(caller=caller, kind=kind, received_on=received, answer_by=due)
                )
                if self._maybe(0.5):
                    tx.answer_request(asked.id, Answer(self._day(received, 50), RequestOutcome.GRANTED))

    def _hold(self, tx: Writing, chance: Random) -> None:
        """Hold some callers and incidents, some of them twice, some until a day, and lift some."""
        incidents = [one.id for one in tx.incidents(IncidentFilter())]
        for number in range(len(self._callers) // 3 + 4):
            since = FIRST_DAY + timedelta(days=chance.randrange(self._days))
            until = since + timedelta(days=chance.randrange(400)) if chance.random() < 1 / 3 else None
            new = (
                NewHold(caller=chance.choice(self._callers), reason="klacht", since=since, until=until)
                if number % 2
                else NewHold(incident=chance.choice(incidents), reason="aangifte", since=since, until=until)
            )
            held = tx.add_hold(new)
            if chance.random() < 1 / 3:
                tx.lift_hold(held.id, since + timedelta(days=chance.randrange(300)))

    def _join(self) -> None:
        """Join some callers, and part one pair of them again."""
        names = [caller_code(caller) for caller in self._callers]
        for kept, absorbed in zip(names[1:12:4], names[2:12:4], strict=False):
            merge(self._store, story.deed("beller merge"), kept, absorbed, Country.NETHERLANDS)
        split(self._store, story.deed("beller split"), names[1], Country.NETHERLANDS)
