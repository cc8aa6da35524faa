"""A decision about a caller: who took it, why, on what conditions, and everything that became of it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.ladder import MeasureCode, RungCode
from agressielog.domain.measure import Delivered, Ended, Measure
from agressielog.domain.value import value


class Verdict(StrEnum):
    """What came of an objection or complaint."""

    UPHELD = "gegrond"
    DISMISSED = "ongegrond"
    PARTLY = "deels"


class ReviewOutcome(StrEnum):
    """What came of a review; without good grounds a measure is lifted."""

    LIFT = "opheffen"
    CONTINUE = "voortzetten"


class MeasureStatus(StrEnum):
    """How a measure stands on one day."""

    NONE = "geen maatregel"
    UNDELIVERED = "niet uitgereikt"
    COMING = "begint nog"
    IN_FORCE = "loopt"
    OVER = "afgelopen"
    WITHDRAWN = "ingetrokken"
    ANNULLED = "vernietigd"
    LIFTED = "opgeheven"


@value
class Objection:
    """What the caller brought in against it, and why it was answered so; days are local."""

    received_on: date
    answer_by: date
    answered_on: date | None = None
    verdict: Verdict | None = None
    reason: str | None = None


@value
class Review:
    """A review that was held."""

    on: date
    outcome: ReviewOutcome
    reason: str


#: What a ban or restriction is about where nobody said less.
EVERYTHING = "alle nummers en afdelingen"


@value
class GivenAdvice:
    """What was advised when the decision was taken, and by which policy, so that it can be reproduced.

    `document` is the JSON of the advice (design 3.1), `sha256` that of the policy's text.
    """

    document: str
    policy: str
    version: str
    sha256: str


@value(kw_only=True)
class NewDecision:
    """A decision about to be recorded.

    Attributes:
        measure: None for the reasoned decision that there is no measure.
        rung: the rung it stands for, for good; None off the ladder.
        decided_on: local day.
        decided_by: a named person.
        first, last: local days, inclusive; `last` None for a warning.
        valid_until: the last day on which a warning counts.
        review_on: when a ban is looked at again.
        scope: which numbers or departments it is about.
        channel_left: what stays open.
        arrangement: one contact person, fixed times, so many contacts a month.
        heard_on, not_heard: when the caller was heard, or why not.
        urgent: decided without a warning, for the reasons given.
        deviation: why it departs from the advice.
        incidents: what it answers and rests on.
    """

    caller: CallerId
    measure: MeasureCode | None
    rung: RungCode | None
    decided_on: date
    decided_by: str
    reason: str
    first: date
    last: date | None = None
    valid_until: date | None = None
    review_on: date | None = None
    scope: str | None = None
    channel_left: str | None = None
    arrangement: str | None = None
    heard_on: date | None = None
    not_heard: str | None = None
    urgent: bool = False
    deviation: str | None = None
    incidents: tuple[IncidentId, ...] = ()
    advice: GivenAdvice
    delivered: Delivered | None = None
    recorded_at: datetime


@value(kw_only=True)
class Decision(NewDecision):
    """A recorded decision, with what became of it."""

    id: MeasureId
    ended: Ended | None = None
    objection: Objection | None = None
    review: Review | None = None

    @property
    def as_measure(self) -> Measure:
        """Return what the advice needs to know of it."""
        return Measure(
            id=self.id,
            caller=self.caller,
            measure=self.measure,
            rung=self.rung,
            decided_on=self.decided_on,
            first=self.first,
            last=self.last,
            valid_until=self.valid_until,
            delivered=self.delivered,
            ended=self.ended,
            incidents=self.incidents,
        )

    def is_decided_by_one_of(self, reporters: Iterable[str]) -> bool:
        """Tell whether the decider is one of those who reported: allowed, said and shown (issue 3)."""
        return self.decided_by.casefold() in {reporter.casefold() for reporter in reporters}

    def known_on(self, on: date) -> "Decision":
        """Return it as it stood on local day *on*, without what became of it later.

        An annulled one stays so on every day: it is as if it had never been (design 4.3).
        """
        delivered = self.delivered if self.delivered is not None and self.delivered.day <= on else None
        ended = self.ended
        if ended is not None and ended.on > on and not self.as_measure.annulled:
            ended = None
        objection = self.objection
        if objection is not None and objection.received_on > on:
            objection = None
        elif objection is not None and objection.answered_on is not None and objection.answered_on > on:
            objection = replace(objection, answered_on=None, verdict=None, reason=None)
        return replace(
            self,
            delivered=delivered,
            valid_until=self.valid_until if delivered is not None else None,
            ended=ended,
            objection=objection,
            review=self.review if self.review is not None and self.review.on <= on else None,
        )

    def status(self, on: date) -> MeasureStatus:
        """Say how it stands on local day *on*; what ended or lapsed is never in force.

        A day before the decision it is not there yet, which callers leave out.
        """
        if self.measure is None:
            return MeasureStatus.NONE
        if self.ended is not None and (self.as_measure.annulled or self.ended.on < on):
            return MeasureStatus(self.ended.kind.value)
        last = self.last or self.valid_until
        if self.delivered is None or self.delivered.day > on:
            return (
                MeasureStatus.OVER if self.last is not None and self.last < on else MeasureStatus.UNDELIVERED
            )
        if last is not None and last < on:
            return MeasureStatus.OVER
        # A warning counts from its delivery; only what has a last day can wait for its first.
        return MeasureStatus.COMING if self.last is not None and self.first > on else MeasureStatus.IN_FORCE

    @property
    def through(self) -> date | None:
        """Its last day, earlier than planned if it was ended; None where none is known."""
        planned = self.last or self.valid_until
        if planned is not None and self.ended is not None:
            return min(planned, self.ended.on)
        return planned

    def review_overdue(self, on: date) -> bool:
        """Tell whether it should have been reviewed before local day *on*, and goes on all the same."""
        return (
            self.review_on is not None
            and self.review_on < on
            and (self.review is None or self.review.on > on)
            and self.status(on) in {MeasureStatus.IN_FORCE, MeasureStatus.COMING}
        )
