"""What can be wrong with recording care for a colleague, as facts; the words are in presentation."""

from datetime import date, datetime

from agressielog.domain.aftercare import AftercareClosed, AftercareStep
from agressielog.domain.errors import Refused
from agressielog.domain.identity import IncidentId


class NoAftercare(Refused):
    """The incident opened no care."""

    incident: IncidentId


class AftercareNotOpen(Refused):
    """The care is closed, for this reason."""

    incident: IncidentId
    reason: AftercareClosed


class CareByColleague(Refused):
    """Somebody would care for himself: `name` is the colleague to whom the care is due."""

    incident: IncidentId
    name: str


class StepTwice(Refused):
    """The step was done already, by somebody at an aware UTC moment."""

    incident: IncidentId
    step: AftercareStep
    by: str
    at: datetime


class StepNotThere(Refused):
    """The step is not among those of this care; `there` are."""

    incident: IncidentId
    step: AftercareStep
    there: tuple[AftercareStep, ...]


class CareBeforeIncident(Refused):
    """It would have been before the incident, which happened at the aware moment `happened`."""

    incident: IncidentId
    happened: datetime


class OfferTooEarly(Refused):
    """The colleague wanted no care, and is asked again from the local day `since` on."""

    incident: IncidentId
    since: date


class StepNotDone(Refused):
    """There is nothing to take back: this step was never done."""

    incident: IncidentId
    step: AftercareStep


class NotDeclined(Refused):
    """There is nothing to take back: the colleague never declined."""

    incident: IncidentId


class CareNotAsked(Refused):
    """The care was not asked for but follows from the severity, so it cannot be taken back like a request."""

    incident: IncidentId
