"""The duty to the colleague after an incident: what opens it, what is due when, and what closes it.

The duty itself is never stored: it follows from the incident. Stored is only what somebody did or the
colleague declined, so that no correction of an incident can lose a duty. What is said in these talks, and
how the colleague is, has no place here at all (AVG art. 9; domain 2.2).
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum

from agressielog.domain.identity import IncidentId
from agressielog.domain.local_time import local_day, start_of_day
from agressielog.domain.policy import Policy
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.value import value
from agressielog.domain.vocabulary import IncidentStatus, Severity
from agressielog.domain.working_days import moved_off

_SECOND = timedelta(seconds=1)
# Months differ in length, and a day may move off a long weekend.
_MARGIN = timedelta(days=14)
# Of these weights on, an incident asks for care by itself.
_FROM = Severity.MEDIUM.weight
# Who declines the repeated offer too is left alone.
_DECLINED_FOR_GOOD = 2


class AftercareStep(StrEnum):
    """The four talks, and the offer that takes their place once they were declined."""

    FIRST = "eerste"
    TALK = "gesprek"
    TWO_WEEKS = "2wk"
    SIX_WEEKS = "6wk"
    OFFER = "aanbod"


#: The talks that an incident opens; how many of the later ones there are is the policy's to say.
TALKS = (AftercareStep.FIRST, AftercareStep.TALK, AftercareStep.TWO_WEEKS, AftercareStep.SIX_WEEKS)
_LATER = (AftercareStep.TWO_WEEKS, AftercareStep.SIX_WEEKS)
#: More follow-ups than this have no step to be done by.
MOST_LATER_TALKS = len(_LATER)


class AftercareGround(StrEnum):
    """Why an incident opened care; kept with it, so that a correction closes it visibly and not silently."""

    SEVERITY = "ernst"
    ASKED = "gevraagd"
    TAKEN_BACK = "teruggenomen"


class AftercareClosed(StrEnum):
    """Why nothing is due any more."""

    FINISHED = "afgerond"
    DECLINED = "afgezien"
    WITHDRAWN = "ingetrokken"
    REJECTED = "afgewezen"
    LIGHTER = "ernst_verlaagd"
    TAKEN_BACK = "teruggenomen"


@value(kw_only=True)
class AftercareTerms:
    """Within what terms somebody cares for the colleague.

    Attributes:
        talk_hours: the conversation is within so many hours of the incident; hours run on, also at night.
        later: the follow-ups, counted in days from the day of the incident; at most two.
        offer_again: after this long a colleague who declined is asked once more.
        moves: whether terms in days or longer move off weekends and holidays.
    """

    talk_hours: int = 72
    later: tuple[Span, ...] = (Span(2, SpanUnit.WEEK), Span(6, SpanUnit.WEEK))
    offer_again: Span = Span(2, SpanUnit.WEEK)
    moves: bool = False

    @property
    def reach(self) -> timedelta:
        """No talk is due longer than this after its incident."""
        longest = max((span.days for span in self.later), default=0)
        return max(timedelta(days=longest), timedelta(hours=self.talk_hours)) + _MARGIN


@value
class StepDone:
    """A step that was done: by whom, and at what aware UTC moment."""

    step: AftercareStep
    by: str
    at: datetime


@value(kw_only=True)
class Aftercare:
    """The care after one incident: what it follows from, and all that is on record of it.

    Attributes:
        incident: which one.
        colleague: its reporter, to whom the care is due.
        at: aware UTC moment of the incident.
        severity, status: of the incident as it now stands.
        ground: why it opened care.
        done: what was done, in the order of the steps.
        declined_on: the local days on which the colleague wanted none, first the first; at most two.
    """

    incident: IncidentId
    colleague: str
    at: datetime
    severity: Severity
    status: IncidentStatus
    ground: AftercareGround
    done: tuple[StepDone, ...] = ()
    declined_on: tuple[date, ...] = ()

    def was_done(self, step: AftercareStep) -> StepDone | None:
        """Return how a step was done, on whatever day; None where it was not."""
        return next((done for done in self.done if done.step is step), None)


@value(kw_only=True)
class DueStep:
    """A step that is still to be done.

    Attributes:
        incident, colleague: after what, and for whom.
        step: which one.
        due: the last whole second at which it is in time, an aware UTC moment.
        whole_day: whether it is due on a day, at any time, and not at an hour.
    """

    incident: IncidentId
    colleague: str
    step: AftercareStep
    due: datetime
    whole_day: bool

    @property
    def due_day(self) -> date:
        """The local day on which it is due."""
        return local_day(self.due)

    def late_by(self, at: datetime) -> timedelta | None:
        """Return how late it is at the aware moment *at*; None while it is in time."""
        late = at.replace(microsecond=0) - self.due
        return late if late > timedelta() else None


def end_of(day: date) -> datetime:
    """Return the last whole second of a local day, an aware UTC moment."""
    return start_of_day(day + timedelta(days=1)) - _SECOND


def aftercare_terms(policy: Policy) -> AftercareTerms:
    """Return the terms of a policy; where it says nothing, those of Veilige Publieke Dienstverlening (domain 3)."""
    ordinary, told = AftercareTerms(), policy.terms
    moves = policy.safeguards is not None and policy.safeguards.moves_off_weekends
    if told is None or told.first_talk_hours is None:
        return AftercareTerms(moves=moves)
    return AftercareTerms(
        talk_hours=told.first_talk_hours,
        later=told.later_talks,
        offer_again=told.offer_care_again or ordinary.offer_again,
        moves=moves,
    )


def opens_aftercare(severity: Severity) -> bool:
    """Tell whether an incident this heavy asks for care by itself: middel and zwaar do."""
    return severity.weight >= _FROM


def ground_of(severity: Severity, *, asked: bool) -> AftercareGround | None:
    """Return why a newly recorded incident opens care; None where it does not."""
    if asked:
        return AftercareGround.ASKED
    return AftercareGround.SEVERITY if opens_aftercare(severity) else None


def corrected_ground(
    before: AftercareGround | None, severity: Severity, *, heavier: bool, asked: bool | None
) -> AftercareGround | None:
    """Return the ground of an incident after a correction; what once opened care always keeps one.

    Args:
        before: its ground until now.
        severity: as it is after the correction.
        heavier: whether the correction made it heavier; an incident that was imported without care gets
            none by any other correction.
        asked: whether the correction asks for care (True), takes that back (False), or neither (None).
    """
    if asked:
        return AftercareGround.ASKED
    if before is AftercareGround.ASKED and asked is None:
        return before
    if opens_aftercare(severity) and (before is not None or heavier):
        return AftercareGround.SEVERITY
    return AftercareGround.TAKEN_BACK if before is AftercareGround.ASKED else before


def talks(care: Aftercare, terms: AftercareTerms) -> Iterator[DueStep]:
    """Yield every talk that an incident opens, had or not, declined or not, in the order of the steps."""
    day = local_day(care.at)
    # The same day is that day, also on a Sunday: it is not a term that moves.
    yield _due(care, AftercareStep.FIRST, end_of(day), whole_day=True)
    yield _due(care, AftercareStep.TALK, care.at + timedelta(hours=terms.talk_hours), whole_day=False)
    for step, term in zip(_LATER, terms.later, strict=False):
        yield _on_day(care, step, term.after(day), terms)


def steps_left(care: Aftercare, terms: AftercareTerms, on: date) -> tuple[DueStep, ...]:
    """Return the steps that nobody had done by the end of local day *on*, first the one due first.

    Whether they are still to be done is for `closed_by` to say.
    """
    done = {done.step for done in care.done if local_day(done.at) <= on}
    left = [step for step in _steps(care, terms, on) if step.step not in done]
    return tuple(sorted(left, key=lambda step: step.due))


def closed_by(care: Aftercare, terms: AftercareTerms, on: date) -> AftercareClosed | None:
    """Return why nothing is due on local day *on*; None while something is.

    Steps and refusals count by their day; status and severity as they now stand, so that what closed the care
    opens it again when it is undone.
    """
    if not steps_left(care, terms, on):
        return AftercareClosed.DECLINED if _declined(care, on) else AftercareClosed.FINISHED
    if care.status is IncidentStatus.WITHDRAWN:
        return AftercareClosed.WITHDRAWN
    if care.status is IncidentStatus.REJECTED:
        return AftercareClosed.REJECTED
    if care.ground is AftercareGround.TAKEN_BACK:
        return AftercareClosed.TAKEN_BACK
    if care.ground is AftercareGround.SEVERITY and not opens_aftercare(care.severity):
        return AftercareClosed.LIGHTER
    return None


def open_steps(care: Aftercare, terms: AftercareTerms, on: date) -> tuple[DueStep, ...]:
    """Return the steps still to be done on local day *on*, first the one due first; none once it is closed."""
    return () if closed_by(care, terms, on) is not None else steps_left(care, terms, on)


def offered_again_on(care: Aftercare, terms: AftercareTerms) -> date | None:
    """Return the local day from which a colleague who declined once is asked again; None for any other."""
    return terms.offer_again.after(care.declined_on[0]) if len(care.declined_on) == 1 else None


def _declined(care: Aftercare, on: date) -> tuple[date, ...]:
    return tuple(day for day in care.declined_on if day <= on)


def _steps(care: Aftercare, terms: AftercareTerms, on: date) -> Iterator[DueStep]:
    """Yield every step there is on a day, done or not."""
    declined = _declined(care, on)
    if len(declined) >= _DECLINED_FOR_GOOD:
        return
    if declined:
        yield _on_day(care, AftercareStep.OFFER, terms.offer_again.after(declined[0]), terms)
        return
    yield from talks(care, terms)


def _on_day(care: Aftercare, step: AftercareStep, day: date, terms: AftercareTerms) -> DueStep:
    return _due(care, step, end_of(moved_off(day) if terms.moves else day), whole_day=True)


def _due(care: Aftercare, step: AftercareStep, due: datetime, *, whole_day: bool) -> DueStep:
    return DueStep(incident=care.incident, colleague=care.colleague, step=step, due=due, whole_day=whole_day)
