"""Histories to judge, told call by call and decision by decision."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from agressielog.domain.advice import Advice, Finding, RuleCode
from agressielog.domain.advise import advise
from agressielog.domain.counting import Dossier
from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.incident import Incident
from agressielog.domain.ladder import (
    MeasureCode,
    RungCode,
)
from agressielog.domain.local_time import AMSTERDAM
from agressielog.domain.measure import Delivered, Ended, EndKind, Measure
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.ulid import Ulid
from agressielog.domain.vocabulary import (
    Certainty,
    Channel,
    Delivery,
    IncidentStatus,
    Severity,
)

CALLER = CallerId(1)


def day(text: str) -> date:
    """Return a day written as `2026-05-12`."""
    return date.fromisoformat(text)


def moment(on: date, hour: int = 12, minute: int = 0) -> datetime:
    """Return the moment of an hour in Amsterdam, in UTC."""
    return datetime.combine(on, time(hour, minute), AMSTERDAM).astimezone(UTC)


def call(
    number: int,
    at: datetime,
    kinds: tuple[KindCode, ...],
    *,
    warned: bool = False,
    status: IncidentStatus = IncidentStatus.REPORTED,
    certainty: Certainty = Certainty.CERTAIN,
    answered: str | None = None,
) -> Incident:
    """Return an incident; only what is asked for here plays a part in an advice."""
    return Incident(
        id=IncidentId(number),
        ulid=Ulid("01JD00000000000000000000000"[:26]),
        at=at,
        recorded_at=at,
        number=None,
        number_typed=None,
        caller=CALLER,
        certainty=certainty,
        kinds=kinds,
        severity=Severity.NONE,
        channel=Channel.TELEPHONE,
        team=None,
        subject=None,
        reporter="Mia de Vries",
        account="Wat er gebeurde.",
        quote=None,
        warned=warned,
        ended=False,
        handed_over=False,
        police=False,
        our_fault=False,
        refused=None,
        helped=None,
        status=status,
        answered=answered,
    )


class History:
    """One caller under one policy, told in the order of what happened."""

    def __init__(self, policy: Policy) -> None:
        """Begin with nothing."""
        self.policy = policy
        self.incidents: list[Incident] = []
        self.measures: list[Measure] = []

    def call(
        self,
        on: str,
        *kinds: str,
        hour: int = 12,
        warned: bool = False,
        status: IncidentStatus = IncidentStatus.REPORTED,
        certainty: Certainty = Certainty.CERTAIN,
        answered: str | None = None,
    ) -> IncidentId:
        """Record an incident."""
        codes = tuple(KindCode(kind) for kind in kinds)
        number = len(self.incidents) + 1
        self.incidents.append(
            call(
                number,
                moment(day(on), hour),
                codes,
                warned=warned,
                status=status,
                certainty=certainty,
                answered=answered,
            )
        )
        return IncidentId(number)

    def give(
        self,
        rung: str,
        on: str,
        *,
        answers: tuple[IncidentId, ...] | None = None,
        first: str | None = None,
        delivered: str | None = "",
        way: Delivery = Delivery.POST,
        ended: Ended | None = None,
    ) -> MeasureId:
        """Decide on a rung, delivered on the same day unless said otherwise; it answers all there is."""
        ladder = self.policy.ladder
        assert ladder is not None
        step = ladder.rungs[ladder.place(RungCode(rung))]
        begins = day(first or on)
        reached = None if delivered is None else Delivered(moment(day(delivered or on), 9), way)
        number = MeasureId(len(self.measures) + 1)
        self.measures.append(
            Measure(
                id=number,
                caller=CALLER,
                measure=step.measure,
                rung=step.code,
                decided_on=day(on),
                first=begins,
                last=step.longest.last_day_from(begins) if step.longest is not None else None,
                valid_until=step.validity.after(reached.day) if step.validity and reached else None,
                delivered=reached,
                ended=ended,
                incidents=tuple(i.id for i in self.incidents) if answers is None else answers,
            )
        )
        return number

    def give_off_ladder(self, measure: str, on: str, last: str | None = None) -> MeasureId:
        """Decide on a measure that is no rung of the ladder, delivered the same day; it answers nothing."""
        number = MeasureId(len(self.measures) + 1)
        self.measures.append(
            Measure(
                id=number,
                caller=CALLER,
                measure=MeasureCode(measure),
                rung=None,
                decided_on=day(on),
                first=day(on),
                last=day(last) if last is not None else None,
                delivered=Delivered(moment(day(on), 9), Delivery.POST),
            )
        )
        return number

    def decide_none(self, on: str, *answers: IncidentId) -> MeasureId:
        """Decide, with reasons, that there is no measure; without *answers* for all there is."""
        number = MeasureId(len(self.measures) + 1)
        self.measures.append(
            Measure(
                id=number,
                caller=CALLER,
                measure=None,
                rung=None,
                decided_on=day(on),
                first=day(on),
                incidents=answers or tuple(i.id for i in self.incidents),
            )
        )
        return number

    def end(self, measure: MeasureId, kind: EndKind, on: str) -> None:
        """End a measure before its day."""
        ended = Ended(kind, day(on), "reden")
        self.measures[measure - 1] = replace(self.measures[measure - 1], ended=ended)

    @property
    def dossier(self) -> Dossier:
        """Everything told so far."""
        return Dossier(tuple(self.incidents), tuple(self.measures))

    def advice(self, on: str) -> Advice:
        """Return the advice on a day."""
        return advise(self.dossier, self.policy, day(on))

    def rung(self, on: str) -> RungCode | None:
        """Return the rung that is advised on a day; None where nothing is."""
        advised = self.advice(on).rung
        return advised.code if advised is not None else None

    def finding(self, rule: RuleCode, on: str) -> Finding:
        """Return what a rule saw on a day."""
        return next(found for found in self.advice(on).findings if found.rule is rule)
