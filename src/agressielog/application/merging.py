"""Joins two callers who turn out to be one person, and parts them again when that was a mistake."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from agressielog.application.callers import Found, find, find_own
from agressielog.application.errors import AlreadyMerged, MergeWithItself, NothingToSplit
from agressielog.application.ports.logbook import Reading, Store, Writing
from agressielog.application.ports.merges import Merge
from agressielog.application.ports.promises import PromiseFilter
from agressielog.application.ports.records import Deed, IncidentFilter
from agressielog.domain.caller import Caller
from agressielog.domain.caller_field import field_values
from agressielog.domain.identity import IncidentId, PromiseId
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.merging import Joining, Parting, join, part
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Country


@value
class Merged:
    """What a merge does, or did.

    Attributes:
        kept: who stays, as it was before.
        absorbed: who goes up in it, as it was before.
        joining: both as they are after.
        incidents: those that move.
    """

    kept: Found
    absorbed: Found
    joining: Joining
    incidents: tuple[IncidentId, ...]


@value
class Split:
    """What a split did.

    Attributes:
        parting: both callers as they are now.
        returned: the incidents that went back.
        elsewhere: incidents of the merge that were given to somebody else since, and stay there.
        since: incidents that came to the kept caller since the merge and stay there, whoever's they are.
        doubted: which of these were sure until now.
    """

    parting: Parting
    returned: tuple[IncidentId, ...]
    elsewhere: tuple[IncidentId, ...]
    since: tuple[IncidentId, ...]
    doubted: tuple[IncidentId, ...]


def foresee_merge(store: Store, kept: str, absorbed: str, country: Country) -> Merged:
    """Say what `merge` would do, for asking a person beforehand; arguments and errors as there."""
    with store.reading() as reading:
        return _plan(reading, kept, absorbed, country)


def merge(store: Store, deed: Deed, kept: str, absorbed: str, country: Country) -> Merged:
    """Join one caller into another: all incidents and numbers, and what the other one lacks.

    Args:
        store: the logbook.
        deed: who does this.
        kept: the caller that stays; a merged one is followed.
        absorbed: the caller whose look-ups lead to `kept` from now on; a merged one is followed.
        country: whose numbers need no country code.

    Raises:
        CallerNotFound, AmbiguousCaller.
        AlreadyMerged: they were joined before.
        MergeWithItself.
    """
    with store.writing(deed, large=True) as tx:
        plan = _plan(tx, kept, absorbed, country)
        kept_before, absorbed_before = plan.kept.caller, plan.absorbed.caller
        own = tx.incidents(IncidentFilter(caller=kept_before.id))
        moving = tx.incidents(IncidentFilter(caller=absorbed_before.id))
        decisions = tuple(decision.id for decision in tx.decisions_of(absorbed_before.id))
        tx.move_incidents(plan.incidents, kept_before.id)
        tx.move_decisions(decisions, kept_before.id)
        promises = _promised_to(tx, absorbed_before)
        tx.move_promises(promises, kept_before.id)
        _store(tx, absorbed_before, plan.joining.absorbed)
        _store(tx, kept_before, plan.joining.kept)
        tx.add_merge(
            Merge(
                kept_before=kept_before,
                absorbed_before=absorbed_before,
                kept_after=tx.caller(kept_before.id),
                incidents=plan.incidents,
                own=_ids(own),
                decisions=decisions,
                promises=promises,
                unlinked=_unlinked(own, kept_before) + _unlinked(moving, absorbed_before),
            )
        )
        return plan


def foresee_split(store: Store, kept: str, country: Country) -> tuple[Caller, Caller]:
    """Return the caller that would stay and the one that `split` would part off; errors as there."""
    with store.reading() as reading:
        stays, undone = _undoable(reading, kept, country)
        return stays, reading.caller(undone.absorbed_before.id)


def split(store: Store, deed: Deed, kept: str, country: Country) -> Split:
    """Undo the last merge into a caller, and leave alone what was changed since.

    Calls recorded since were given to both at once: whose they were nobody can tell, so that they are
    presumed until somebody says so, and count for nothing.

    Raises:
        CallerNotFound, AmbiguousCaller.
        AlreadyMerged: the caller that was named is itself merged into another; that one splits.
        NothingToSplit.
    """
    with store.writing(deed, large=True) as tx:
        return _undo(tx, *_undoable(tx, kept, country))


def _plan(reading: Reading, kept: str, absorbed: str, country: Country) -> Merged:
    stays, goes = find(reading, kept, country), find(reading, absorbed, country)
    if stays.caller.id == goes.caller.id:
        already = goes.asked or stays.asked
        if already is not None:
            raise AlreadyMerged(already, stays.caller.id)
        raise MergeWithItself(stays.caller.id)
    moving = reading.incidents(IncidentFilter(caller=goes.caller.id))
    return Merged(stays, goes, join(stays.caller, goes.caller), _ids(moving))


def _undoable(reading: Reading, kept: str, country: Country) -> tuple[Caller, Merge]:
    """Return the caller that was asked for, and the last merge into it."""
    stays = find_own(reading, kept, country)
    undone = reading.last_merge(stays.id)
    if undone is None:
        raise NothingToSplit(stays.id)
    return stays, undone


def _undo(tx: Writing, kept: Caller, undone: Merge) -> Split:
    absorbed = tx.caller(undone.absorbed_before.id)
    present = tx.incidents(IncidentFilter(caller=kept.id))
    moved, own = set(undone.incidents), set(undone.own)
    returning = [incident for incident in present if incident.id in moved]
    staying = [incident for incident in present if incident.id not in moved]
    since = [incident for incident in staying if incident.id not in own]
    doubted = [incident for incident in since if incident.certainty is Certainty.CERTAIN]
    parting = part(
        undone,
        kept,
        absorbed,
        called_kept=_called(staying, undone),
        called_restored=_called(returning, undone),
        called_since=_numbers(since) - _numbers(incident for incident in staying if incident.id in own),
    )
    tx.move_incidents(_ids(returning), absorbed.id)
    for incident in doubted:
        tx.replace_incident(replace(incident, certainty=Certainty.PRESUMED))
    tx.move_decisions(undone.decisions, absorbed.id)
    tx.move_promises(
        [promise for promise in _promised_to(tx, kept) if promise in undone.promises], absorbed.id
    )
    _store(tx, kept, parting.kept)
    _store(tx, absorbed, parting.restored)
    tx.close_merge(undone)
    returned = _ids(returning)
    return Split(
        parting=parting,
        returned=returned,
        elsewhere=tuple(sorted(moved.difference(returned))),
        since=_ids(since),
        doubted=_ids(doubted),
    )


def _called(incidents: Iterable[Incident], undone: Merge) -> dict[PhoneNumber, date]:
    """Return the numbers that these incidents, last one first, came from, and the first day of each.

    Left out are incidents whose number was not their caller's before the merge either: what made nobody
    findable then does not now.
    """
    return {
        incident.phone: local_day(incident.at)
        for incident in incidents
        if incident.phone is not None and incident.id not in undone.unlinked
    }


def _unlinked(incidents: Iterable[Incident], caller: Caller) -> tuple[IncidentId, ...]:
    linked = {link.number for link in caller.numbers}
    return _ids(i for i in incidents if i.phone is not None and i.phone not in linked)


def _promised_to(reading: Reading, caller: Caller) -> tuple[PromiseId, ...]:
    """Return what was promised to a caller in ordinary calls; the rest goes where its incident goes."""
    found = reading.promises(PromiseFilter(caller=caller.id))
    return tuple(record.promise.id for record in found if record.incident is None)


def _numbers(incidents: Iterable[Incident]) -> set[PhoneNumber]:
    return {incident.phone for incident in incidents if incident.phone is not None}


def _ids(incidents: Iterable[Incident]) -> tuple[IncidentId, ...]:
    return tuple(sorted(incident.id for incident in incidents))


def _store(tx: Writing, before: Caller, after: Caller) -> None:
    """Write what differs between two states of one caller, and nothing else."""
    for link in before.numbers:
        if after.link_to(link.number) is None:
            tx.unlink(before.id, link.number)
    for link in after.numbers:
        if before.link_to(link.number) != link:
            tx.link(before.id, link)
    if field_values(before) != field_values(after) or before.merged_into != after.merged_into:
        tx.replace_caller(after)
