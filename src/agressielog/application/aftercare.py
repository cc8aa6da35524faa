"""Care for the colleague: what is due, what was done, and what she declined."""

from collections.abc import Sequence
from datetime import date, datetime

from agressielog.application.ports.logbook import Reading, Store, Writing
from agressielog.application.ports.records import Deed
from agressielog.domain.aftercare import (
    Aftercare,
    AftercareClosed,
    AftercareGround,
    AftercareStep,
    AftercareTerms,
    DueStep,
    StepDone,
    aftercare_terms,
    closed_by,
    corrected_ground,
    offered_again_on,
    open_steps,
    steps_left,
)
from agressielog.domain.aftercare_errors import (
    AftercareNotOpen,
    CareBeforeIncident,
    CareByColleague,
    CareNotAsked,
    NoAftercare,
    NotDeclined,
    OfferTooEarly,
    StepNotDone,
    StepNotThere,
    StepTwice,
)
from agressielog.domain.aftercare_figures import CareFigures, count_care
from agressielog.domain.identity import IncidentId
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day, start_of_day
from agressielog.domain.moment import FUTURE_TOLERANCE, MomentInFuture
from agressielog.domain.period import Period
from agressielog.domain.policy import Policy
from agressielog.domain.text import fold
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Severity


@value(kw_only=True)
class CareNow:
    """The care after one incident as it is on a local day.

    Attributes:
        care: all that is on record.
        steps: what is still to be done, first the one due first; none once it is closed.
        closed: why nothing is due; None while something is.
    """

    care: Aftercare
    steps: tuple[DueStep, ...]
    closed: AftercareClosed | None


def open_aftercare(
    reading: Reading, policy: Policy, on: date, colleague: str | None = None
) -> Sequence[DueStep]:
    """Return every step still to be done on a local day, first the one due first.

    Args:
        reading: the logbook.
        policy: the one in use on that day; its terms hold for all that is open.
        on: incidents, steps and refusals count up to and including this day; status and severity of an
            incident as they now stand. How late a step is, `DueStep.late_by` tells for any moment.
        colleague: only the care for this reporter; case, accents and spaces do not matter.
    """
    terms = aftercare_terms(policy)
    found = [
        step
        for care in reading.aftercare_through(on, unfinished=True)
        if colleague is None or fold(care.colleague) == fold(colleague)
        for step in open_steps(care, terms, on)
    ]
    return sorted(found, key=lambda step: (step.due, step.incident))


def closed_aftercare(
    reading: Reading, policy: Policy, on: date, colleague: str | None = None
) -> Sequence[CareNow]:
    """Return all care that is closed on a local day, with the reason, the incident that happened last first.

    The arguments are those of `open_aftercare`.
    """
    terms = aftercare_terms(policy)
    found = [
        _as_of(care, terms, on)
        for care in reading.aftercare_through(on)
        if colleague is None or fold(care.colleague) == fold(colleague)
    ]
    return [now for now in reversed(found) if now.closed is not None]


def care_figures(reading: Reading, policy: Policy, period: Period, at: datetime) -> CareFigures:
    """Count the steps that fell due in a period, by whether they were in time.

    Args:
        reading: the logbook.
        policy: whose terms hold.
        period: by the local day on which a step is due.
        at: aware moment at which it is judged; what was done on a later local day does not count.
    """
    terms = aftercare_terms(policy)
    until = min(period.last, local_day(at))
    found = reading.aftercare_through(until, since=period.first - terms.reach)
    return count_care(found, terms, period, at)


def care_now(reading: Reading, incident: IncidentId, policy: Policy, on: date) -> CareNow | None:
    """Return the care after one incident as it is on a local day; None where it opened none.

    Raises:
        IncidentNotFound.
    """
    care = reading.aftercare(incident)
    return _as_of(care, aftercare_terms(policy), on) if care is not None else None


def first_contact(incident: Incident, policy: Policy) -> DueStep | None:
    """Return the first thing to do for the reporter of an incident that was just recorded; None for no care."""
    if incident.aftercare is None:
        return None
    care = Aftercare(
        incident=incident.id,
        colleague=incident.reporter,
        at=incident.at,
        severity=incident.severity,
        status=incident.status,
        ground=incident.aftercare,
    )
    return steps_left(care, aftercare_terms(policy), local_day(incident.at))[0]


def changed_care(before: CareNow | None, after: CareNow | None) -> CareNow | None:
    """Return the care after a correction, where that opened it, closed it or asked for it; else None."""
    if before is None or after is None:
        return after
    same = (before.closed, before.care.ground) == (after.closed, after.care.ground)
    return None if same else after


def ground_after(before: Incident, severity: Severity, *, asked: bool | None) -> AftercareGround | None:
    """Return why an incident opens care once it was corrected.

    Args:
        before: the incident until now.
        severity: what the correction makes of its severity.
        asked: whether the correction asks for care (True), takes that back (False), or neither (None).

    Raises:
        CareNotAsked: to be taken back is a request that nobody made.
    """
    if asked is False and before.aftercare is not AftercareGround.ASKED:
        raise CareNotAsked(before.id)
    # What was taken over from an earlier register opened no care, and a correction does not make it recent.
    heavier = severity.weight > before.severity.weight and before.answered is None
    return corrected_ground(before.aftercare, severity, heavier=heavier, asked=asked)


def do_step(store: Store, deed: Deed, incident: IncidentId, done: StepDone, policy: Policy) -> CareNow:
    """Keep that somebody did a step for the colleague.

    Raises:
        IncidentNotFound, NoAftercare.
        CareByColleague: nobody cares for himself.
        MomentInFuture, CareBeforeIncident, StepTwice, StepNotThere, OfferTooEarly.
        AftercareNotOpen: the care is closed.
    """
    with store.writing(deed) as tx:
        care, terms = _care(tx, incident), aftercare_terms(policy)
        if fold(done.by) == fold(care.colleague):
            raise CareByColleague(incident, care.colleague)
        if done.at > deed.at + FUTURE_TOLERANCE:
            raise MomentInFuture(done.at, deed.at)
        if done.at.replace(microsecond=0) < care.at:
            raise CareBeforeIncident(incident, care.at)
        earlier = care.was_done(done.step)
        if earlier is not None:
            raise StepTwice(incident, earlier.step, earlier.by, earlier.at)
        _refuse_closed(care, terms, local_day(deed.at))
        there = tuple(step.step for step in steps_left(care, terms, local_day(deed.at)))
        if done.step not in there:
            raise StepNotThere(incident, done.step, there)
        if done.step is AftercareStep.OFFER:
            _refuse_early(care, terms, local_day(done.at))
        tx.add_care_step(incident, done)
        return _as_of(_care(tx, incident), terms, local_day(deed.at))


def undo_step(store: Store, deed: Deed, incident: IncidentId, step: AftercareStep, policy: Policy) -> CareNow:
    """Take back that a step was done, which was a mistake; it is due again.

    Raises:
        IncidentNotFound, NoAftercare, StepNotDone.
    """
    with store.writing(deed) as tx:
        if _care(tx, incident).was_done(step) is None:
            raise StepNotDone(incident, step)
        tx.remove_care_step(incident, step)
        return _as_of(_care(tx, incident), aftercare_terms(policy), local_day(deed.at))


def decline(store: Store, deed: Deed, incident: IncidentId, day: date, policy: Policy) -> CareNow:
    """Keep that the colleague wants no care, now or at the repeated offer.

    Raises:
        IncidentNotFound, NoAftercare, MomentInFuture, CareBeforeIncident.
        OfferTooEarly: she declined already, and was not asked again yet.
        AftercareNotOpen: the care is closed, also where she declined twice.
    """
    with store.writing(deed) as tx:
        care, terms = _care(tx, incident), aftercare_terms(policy)
        if day > local_day(deed.at):
            raise MomentInFuture(start_of_day(day), deed.at)
        if day < local_day(care.at):
            raise CareBeforeIncident(incident, care.at)
        _refuse_closed(care, terms, local_day(deed.at))
        _refuse_early(care, terms, day)
        tx.add_care_declined(incident, day)
        return _as_of(_care(tx, incident), terms, local_day(deed.at))


def undo_decline(store: Store, deed: Deed, incident: IncidentId, policy: Policy) -> CareNow:
    """Take back the last time that the colleague declined: a mistake, or she wants it after all.

    Raises:
        IncidentNotFound, NoAftercare, NotDeclined.
    """
    with store.writing(deed) as tx:
        if not _care(tx, incident).declined_on:
            raise NotDeclined(incident)
        tx.remove_care_declined(incident)
        return _as_of(_care(tx, incident), aftercare_terms(policy), local_day(deed.at))


def _care(tx: Writing, incident: IncidentId) -> Aftercare:
    care = tx.aftercare(incident)
    if care is None:
        raise NoAftercare(incident)
    return care


def _as_of(care: Aftercare, terms: AftercareTerms, on: date) -> CareNow:
    return CareNow(care=care, steps=open_steps(care, terms, on), closed=closed_by(care, terms, on))


def _refuse_closed(care: Aftercare, terms: AftercareTerms, on: date) -> None:
    reason = closed_by(care, terms, on)
    if reason is not None:
        raise AftercareNotOpen(care.incident, reason)


def _refuse_early(care: Aftercare, terms: AftercareTerms, day: date) -> None:
    """A second refusal answers the second offer: the same one typed twice must not end the care."""
    since = offered_again_on(care, terms)
    if since is not None and day < since:
        raise OfferTooEarly(care.incident, since)
