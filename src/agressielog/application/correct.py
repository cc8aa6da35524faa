"""Corrects a recorded incident; the old version stays in the journal, an empty correction writes nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import Enum
from typing import Final, TypeAlias, TypeVar

from agressielog.application.aftercare import CareNow, care_now, changed_care, ground_after
from agressielog.application.finding_callers import candidates, current
from agressielog.application.learning import learn
from agressielog.application.ports.logbook import Store, Writing
from agressielog.application.ports.records import Deed, IncidentFilter
from agressielog.application.restricting import DetailsRestricted, curtain_now, curtain_of
from agressielog.domain.caller import NumberLink
from agressielog.domain.caller_field import CallerField
from agressielog.domain.correction import Difference, differences
from agressielog.domain.curtain import HIDDEN
from agressielog.domain.errors import Refused
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import Incident, NewPromise
from agressielog.domain.local_time import local_day
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.promise_text import refuse_past
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Channel, IncidentStatus

T = TypeVar("T")


class Unchanged(Enum):
    """The one value that says: leave this field as it is; None would mean: make it empty."""

    KEEP = "keep"


KEEP: Final = Unchanged.KEEP
#: A new value for a field, or none.
Change: TypeAlias = T | Unchanged


class NothingToConfirm(Refused):
    """The incident has no caller of whom one could be sure."""

    incident: IncidentId


class OwnReport(Refused):
    """The reporter cannot confirm a report of his own under this policy."""

    incident: IncidentId
    reporter: str


@value(kw_only=True)
class Correction:
    """New values for some fields of an incident; the names are those of `IncidentFacts`.

    `caller` None takes the incident from its caller. `certain` says how sure the link to the caller
    is; left alone, a newly named caller is presumed. `aftercare` asks for care for the reporter, or takes
    that back.
    """

    at: Change[datetime] = KEEP
    kinds: Change[tuple[KindCode, ...]] = KEEP
    number: Change[PhoneNumber | Withheld | None] = KEEP
    number_typed: Change[str | None] = KEEP
    caller: Change[CallerId | None] = KEEP
    certain: bool = False
    channel: Change[Channel] = KEEP
    team: Change[str | None] = KEEP
    subject: Change[str | None] = KEEP
    reporter: Change[str] = KEEP
    account: Change[str] = KEEP
    quote: Change[str | None] = KEEP
    warned: Change[bool] = KEEP
    ended: Change[bool] = KEEP
    handed_over: Change[bool] = KEEP
    police: Change[bool] = KEEP
    our_fault: Change[bool] = KEEP
    refused: Change[str | None] = KEEP
    helped: Change[str | None] = KEEP
    apologised_on: Change[date | None] = KEEP
    status: Change[IncidentStatus] = KEEP
    promises: tuple[NewPromise, ...] = ()
    aftercare: Change[bool] = KEEP


@value
class Corrected:
    """The incident as it now is, and what changed; nothing if nothing did.

    `learned` are the fields that its caller got from what was told in the call, now that it is sure;
    `care` is the care for the reporter as it now is, where the correction opened, closed or asked for it;
    `restricted` that its caller asked that no details are shown, so that the texts are out of it.
    """

    incident: Incident
    changes: Sequence[Difference]
    promises: tuple[NewPromise, ...]
    learned: tuple[CallerField, ...] = ()
    care: CareNow | None = None
    restricted: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return not self.changes and not self.promises and self.care is None


def corrected_as_seen(store: Store, corrected: Corrected) -> Corrected:
    """Return the same as it may be seen: which fields changed, and not their texts where those are restricted."""
    curtain = curtain_now(store)
    if not curtain.hides(corrected.incident.caller):
        return corrected
    return replace(
        corrected,
        incident=curtain.over_incident(corrected.incident),
        changes=[Difference(one.field, HIDDEN, HIDDEN) for one in corrected.changes],
        restricted=True,
    )


def correct(
    store: Store,
    deed: Deed,
    incident: IncidentId,
    correction: Correction,
    policy: Policy,
    *,
    despite: bool = False,
) -> Corrected:
    """Store a correction, with the link of a new number and the severity of new kinds.

    A short report is complete once it says what happened. A caller of whom this makes us sure keeps the name
    and customer number that were told in the call, where it lacked them.

    Args:
        store: the logbook.
        deed: who does it.
        incident: which one.
        correction: what to change.
        policy: in use.
        despite: whether the details of its caller may be seen in spite of a restriction.

    Raises:
        DetailsRestricted: it would become the call of somebody else, and with that come into view.
        IncidentNotFound, CallerNotFound, NothingToConfirm, OwnReport, CareNotAsked.
        PromiseForPastDay: one was promised for a day before the call, as it is corrected.
    """
    with store.writing(deed) as tx:
        before = tx.incident(incident)
        _refuse_own_report(before, correction, policy, deed)
        after = _apply(tx, before, correction, policy)
        curtain = curtain_of(tx)
        if (
            before.caller is not None
            and curtain.hides(before.caller)
            and not despite | curtain.hides(after.caller)
        ):
            raise DetailsRestricted(before.caller)
        for promise in correction.promises:
            refuse_past(promise, local_day(after.at))
        changes = differences(before, after)
        learned: tuple[CallerField, ...] = ()
        care = care_now(tx, incident, policy, local_day(deed.at))
        if changes or _unseen(after) != _unseen(before):
            tx.replace_incident(after)
            _link(tx, after)
            _unlink(tx, before, after)
            learned = _learn(tx, before, after)
        if correction.promises:
            tx.add_promises(incident, correction.promises)
        care = changed_care(care, care_now(tx, incident, policy, local_day(deed.at)))
        return Corrected(tx.incident(incident), changes, correction.promises, learned, care)


def _unseen(incident: Incident) -> tuple[object, ...]:
    """Return what a correction may change without a difference that everybody is shown."""
    return incident.number_typed, incident.aftercare


def _apply(tx: Writing, before: Incident, correction: Correction, policy: Policy) -> Incident:
    account = _new(correction.account, before.account)
    kinds = _new(correction.kinds, before.kinds)
    number = _new(correction.number, before.number)
    severity = policy.severity_of(kinds) if kinds != before.kinds else before.severity
    after = replace(
        before,
        at=_new(correction.at, before.at),
        kinds=kinds,
        severity=severity,
        police_report=policy.police_of(kinds) if kinds != before.kinds else before.police_report,
        number=number,
        number_typed=_new(correction.number_typed, before.number_typed),
        channel=_new(correction.channel, before.channel),
        team=_new(correction.team, before.team),
        subject=_new(correction.subject, before.subject),
        reporter=_new(correction.reporter, before.reporter),
        account=account,
        quote=_new(correction.quote, before.quote),
        warned=_new(correction.warned, before.warned),
        ended=_new(correction.ended, before.ended),
        handed_over=_new(correction.handed_over, before.handed_over),
        police=_new(correction.police, before.police),
        our_fault=_new(correction.our_fault, before.our_fault),
        refused=_new(correction.refused, before.refused),
        helped=_new(correction.helped, before.helped),
        apologised_on=_new(correction.apologised_on, before.apologised_on),
        status=_new(correction.status, before.status),
        incomplete=before.incomplete and not account,
        aftercare=ground_after(before, severity, asked=_new(correction.aftercare, None)),
    )
    return _owned(tx, after, correction, policy)


def _refuse_own_report(before: Incident, correction: Correction, policy: Policy, deed: Deed) -> None:
    """Where only confirmed reports count, somebody else than the reporter confirms (domain 7, safeguard 11)."""
    confirms = correction.status is IncidentStatus.CONFIRMED
    own = before.reporter.casefold() in {deed.name.casefold(), deed.login.casefold()}
    if confirms and own and policy.counts_from is IncidentStatus.CONFIRMED:
        raise OwnReport(before.id, before.reporter)


def _owned(tx: Writing, incident: Incident, correction: Correction, policy: Policy) -> Incident:
    """Give the incident to the caller it is corrected to."""
    if correction.caller is None:
        return replace(incident, caller=None, certainty=None)
    if not isinstance(correction.caller, Unchanged):
        caller = current(tx, correction.caller).id
        same = caller == incident.caller and incident.certainty is Certainty.CERTAIN
        sure = correction.certain or same
        return replace(incident, caller=caller, certainty=Certainty.CERTAIN if sure else Certainty.PRESUMED)
    if correction.certain:
        if incident.caller is None:
            raise NothingToConfirm(incident.id)
        return replace(incident, certainty=Certainty.CERTAIN)
    newly_numbered = not isinstance(correction.number, Unchanged) and incident.caller is None
    if newly_numbered and incident.phone is not None:
        known = candidates(tx, incident.phone, policy, local_day(incident.at))
        if len(known) == 1:
            # A number typed afterwards makes it likely; somebody confirms it with --zeker.
            return replace(incident, caller=known[0].caller.id, certainty=Certainty.PRESUMED)
    return incident


def _link(tx: Writing, incident: Incident) -> None:
    """Link the incident's number to its caller, and make a link surer where the incident is."""
    if incident.caller is None or incident.certainty is None or incident.phone is None:
        return
    link = tx.caller(incident.caller).link_to(incident.phone)
    if link is None:
        tx.link(incident.caller, NumberLink(incident.phone, incident.certainty, local_day(incident.at)))
    elif link.certainty is Certainty.PRESUMED and incident.certainty is Certainty.CERTAIN:
        tx.link(incident.caller, replace(link, certainty=Certainty.CERTAIN))


def _learn(tx: Writing, before: Incident, after: Incident) -> tuple[CallerField, ...]:
    """Let the caller keep what was told in a call that turns out to be surely theirs.

    Of a call that was taken to be surely somebody else's the name may be what was wrong.
    """
    sure = Certainty.CERTAIN
    if after.caller is None or after.certainty is not sure or before.certainty is sure:
        return ()
    return learn(tx, tx.caller(after.caller), after.name_told, after.customer_number_told)


def _unlink(tx: Writing, before: Incident, after: Incident) -> None:
    """Take the old number from the old caller, if nothing but the corrected incident tied them.

    A link that was there before this incident is only doubted: somebody may have made it by hand.
    """
    moved = before.caller != after.caller or before.phone != after.phone
    if before.caller is None or before.phone is None or not moved:
        return
    link = tx.caller(before.caller).link_to(before.phone)
    wanted = IncidentFilter(caller=before.caller, number=before.phone)
    if link is None or any(incident.status.stands for incident in tx.incidents(wanted)):
        return
    if link.since == local_day(before.at):
        tx.unlink(before.caller, before.phone)
    else:
        tx.link(before.caller, replace(link, certainty=Certainty.PRESUMED))


def _new(change: Change[T], before: T) -> T:
    return before if isinstance(change, Unchanged) else change
