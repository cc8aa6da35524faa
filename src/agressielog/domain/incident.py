"""One recorded event: before it has a number (`NewIncident`) and after (`Incident`)."""

from datetime import date, datetime, timedelta

from agressielog.domain.aftercare import AftercareGround
from agressielog.domain.identity import CallerId, IncidentId, PromiseId
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.policy import KindCode
from agressielog.domain.ulid import Ulid
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Channel, IncidentStatus, PoliceReport, Severity

#: Recorded this long after it happened, an incident is marked as entered late (design 4.2).
LATE_AFTER = timedelta(days=7)

#: What stands for the decision about incidents taken over from an earlier register.
EARLIER_REGISTER = "uit eerder register"


@value
class Made:
    """When a promise was made (an aware UTC moment) and by whom."""

    at: datetime
    by: str


@value
class NewPromise:
    """What was promised, and for which day if one was named.

    `made` is None for what was promised in the call of its incident, by the one who reports it; it follows
    when those are corrected. `done_at` is set where it was kept already, in a register that is taken over.
    """

    what: str
    due: date | None = None
    made: Made | None = None
    done_at: datetime | None = None


@value
class Promise:
    """A promise in the logbook; `done_at` is an aware UTC moment once it was kept, `made` as in `NewPromise`."""

    id: PromiseId
    what: str
    due: date | None = None
    done_at: datetime | None = None
    made: Made | None = None


@value(kw_only=True)
class IncidentFacts:
    """What is known of an event, in the order in which it is told.

    Attributes:
        ulid: made by the client; the same one twice is the same incident.
        at: aware UTC moment at which it happened.
        recorded_at: aware UTC moment at which it was typed.
        number: canonical; `Withheld` is a value of its own; None where no number plays a part.
        number_typed: the number as the user wrote it.
        name_told, customer_number_told: what was told of the caller in this call; whose it is, is a judgement
            that may change, and a caller we only presume does not take them over.
        caller, certainty: whom it belongs to and how sure that is; both None or both set.
        kinds: the first is the main one; never empty.
        severity: the heaviest of the kinds under the policy in use when it was stored.
        reporter: who went through it.
        account: the facts in the reporter's words; empty only while `incomplete`.
        quote: the words said, literally.
        warned: the limit was named and the choice given, in this call.
        ended, handed_over: the call was ended, or taken over by a colleague.
        police: the police was called.
        our_fault: the cause lay with us.
        refused: what was explicitly not promised.
        helped: what calmed this caller.
        apologised_on: the day on which the caller apologised.
        police_report: what the policy says about reporting it.
        incomplete: recorded in short, the rest still to come.
        answered: what stands for a decision about it, if not one of this logbook.
        aftercare: why it opened care for the reporter; None where it did not.
    """

    ulid: Ulid
    at: datetime
    recorded_at: datetime
    number: PhoneNumber | Withheld | None
    number_typed: str | None
    caller: CallerId | None
    certainty: Certainty | None
    kinds: tuple[KindCode, ...]
    severity: Severity
    channel: Channel
    team: str | None
    subject: str | None
    reporter: str
    account: str
    quote: str | None
    warned: bool
    ended: bool
    handed_over: bool
    police: bool
    our_fault: bool
    refused: str | None
    helped: str | None
    name_told: str | None = None
    customer_number_told: str | None = None
    apologised_on: date | None = None
    police_report: PoliceReport = PoliceReport.NO
    status: IncidentStatus = IncidentStatus.REPORTED
    incomplete: bool = False
    answered: str | None = None
    aftercare: AftercareGround | None = None

    @property
    def entered_late(self) -> bool:
        """Whether it was typed more than a week after it happened."""
        return self.recorded_at - self.at > LATE_AFTER

    @property
    def main_kind(self) -> KindCode:
        """The kind under which it is counted."""
        return self.kinds[0]

    @property
    def phone(self) -> PhoneNumber | None:
        """The number that can lead back to a caller: not a withheld one."""
        return self.number if isinstance(self.number, PhoneNumber) else None


@value(kw_only=True)
class NewIncident(IncidentFacts):
    """An event that is about to be recorded."""

    promises: tuple[NewPromise, ...] = ()


@value(kw_only=True)
class Incident(IncidentFacts):
    """A recorded event."""

    id: IncidentId
    promises: tuple[Promise, ...] = ()
