"""Why a measure cannot be imposed or changed, as facts."""

from datetime import date

from agressielog.domain.errors import Refused, WrongUse
from agressielog.domain.gates import GateReason
from agressielog.domain.identity import CallerId, IncidentId, MeasureId


class MeasureRefused(Refused):
    """The gates say no, with every reason at once."""

    reasons: tuple[GateReason, ...]


class NothingDecided(Refused):
    """No incident of this caller asks for an answer, and no measure was named."""

    caller: CallerId


class UnknownMeasure(WrongUse):
    """The policy has no such measure."""

    raw: str
    known: tuple[str, ...]


class UnknownRung(WrongUse):
    """The policy has no such rung."""

    raw: str
    known: tuple[str, ...]


class UnfitForRung(WrongUse):
    """Of a measure and the rung it was to stand for only one ends by itself: each by its label."""

    measure: str
    rung: str


class IncidentOfSomebodyElse(Refused):
    """An incident that is not this caller's cannot be answered by a measure against them."""

    incident: IncidentId
    caller: CallerId


class AlreadyDelivered(Refused):
    """The measure reached the caller before, on local day `on`."""

    measure: MeasureId
    on: date


class AlreadyEnded(Refused):
    """The measure is over, was ended, or was a decision for no measure."""

    measure: MeasureId


class NoObjection(Refused):
    """Nothing was brought in against this measure."""

    measure: MeasureId


class AlreadyContested(Refused):
    """An objection was received before, on local day `on`; `answered` where it has its answer too."""

    measure: MeasureId
    on: date
    answered: bool


class NotYetDecided(Refused):
    """The day given lies before the decision, on local day `decided_on`."""

    measure: MeasureId
    decided_on: date


class ContinuingNeedsReasons(Refused):
    """Going on with a measure at its review needs reasons; the default is to lift."""

    measure: MeasureId


class EndingNeedsReasons(Refused):
    """A measure is not ended without saying why."""

    measure: MeasureId


class AnsweringNeedsReasons(Refused):
    """An objection is not answered without saying why: the reason is what the letter tells."""

    measure: MeasureId


class UpheldForGood(Refused):
    """The objection was upheld and the measure annulled, which a later answer does not bring back."""

    measure: MeasureId


class AnsweredTooEarly(Refused):
    """An objection cannot be answered before local day `received_on`."""

    measure: MeasureId
    received_on: date


class NoLengthForThis(WrongUse):
    """A talk or a warning has no last day; `label` as the policy calls it."""

    label: str


class DecidedInFuture(WrongUse):
    """A decision is recorded on its day or later, never before local day `on`."""

    on: date
