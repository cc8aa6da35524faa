"""The advice as a value: what the policy recommends, and every finding that led to it, met or not."""

from datetime import date
from enum import StrEnum

from agressielog.domain.identity import IncidentId, MeasureId
from agressielog.domain.ladder import MeasureCode, Rung, RungCode
from agressielog.domain.policy import KindCode
from agressielog.domain.span import Span
from agressielog.domain.value import value
from agressielog.domain.vocabulary import PoliceReport


class RuleCode(StrEnum):
    """The rules a finding can be about (design 4.3)."""

    ENTRY = "instap"
    FOLLOW_UP = "opvolging"
    PATTERN = "patroon"
    WARN_FIRST = "eerst_waarschuwen"
    UNWRITTEN = "zonder_schriftelijk"
    BREACH = "overtreding"
    RANGE = "bereik"


class NotCounted(StrEnum):
    """Why an incident does not count."""

    REJECTED = "afgewezen"
    WITHDRAWN = "ingetrokken"
    NEVER = "telt nooit mee"
    UNCONFIRMED = "nog niet bevestigd"
    PRESUMED = "beller niet zeker"
    TOO_OLD = "te lang geleden"


@value(kw_only=True)
class Finding:
    """What one rule saw.

    Attributes:
        rule: which.
        met: whether it shaped or marks this advice, with an incident in it that asks.
        counted: the incidents it counted, oldest first; a pattern counts short of its number as well.
        missing: how many more incidents a pattern lacks; 0 for the other rules.
        rung: what the rule on its own comes to; None where it says nothing.
        ground: as the policy gives it.
        measures: the earlier measures it leans on: what was held, or the ban that ran.
        warned_in: the earlier incidents it leans on, for the warning given in the call.
    """

    rule: RuleCode
    met: bool
    counted: tuple[IncidentId, ...] = ()
    missing: int = 0
    rung: RungCode | None = None
    ground: str = ""
    measures: tuple[MeasureId, ...] = ()
    warned_in: tuple[IncidentId, ...] = ()


@value
class Next:
    """What one more incident of the lightest counting severity tomorrow would bring."""

    rung: RungCode
    if_kind: KindCode


@value(kw_only=True)
class Advice:
    """What the policy recommends for one caller on one day.

    Attributes:
        measure: None where nothing asks for an answer.
        rung: the rung that is advised; its length and companions are the rung's.
        alternatives, companions: as `Rung`.
        shortest, longest: the length, equal but for a range; None for a warning or without a measure.
        not_before: the first day of a new measure while a ban still runs.
        police: the strongest of the asking kinds and the rung.
        asking: the incidents that ask for an answer, oldest first.
        findings: one per rule of the policy, in the order of `RuleCode`.
        not_counted: the incidents that do not count, each with the first reason.
        to_review: breaches that ask for a look (`beoordelen`), beside the advice.
        next: where one more would lead; None without a ladder.
        lapses_on: the first day on which the advice is lower because incidents age out.
        later_measures: those delivered on the day of an asking incident or after it, which it is not
            judged by: it was entered late, or left out of the decision (domain 8.4, decision 7).
    """

    measure: MeasureCode | None
    rung: Rung | None
    alternatives: tuple[MeasureCode, ...] = ()
    companions: tuple[MeasureCode, ...] = ()
    shortest: Span | None = None
    longest: Span | None = None
    not_before: date | None = None
    police: PoliceReport = PoliceReport.NO
    asking: tuple[IncidentId, ...] = ()
    findings: tuple[Finding, ...] = ()
    not_counted: tuple[tuple[IncidentId, NotCounted], ...] = ()
    to_review: tuple[IncidentId, ...] = ()
    next: Next | None = None
    lapses_on: date | None = None
    later_measures: tuple[MeasureId, ...] = ()
