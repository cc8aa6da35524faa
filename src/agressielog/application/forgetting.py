"""Forgets one person: what goes, what stands in the way, and what is left to say about it (issue 5, part 8)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum

from agressielog.application.backups import known_backups
from agressielog.application.duties import gathered
from agressielog.application.erasing import PolicyOn, deed_after, take_away
from agressielog.application.finding_callers import find_caller
from agressielog.application.holds import holds
from agressielog.application.ports.copies import Copies
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.looks import LookFilter
from agressielog.application.ports.promises import PromiseFilter
from agressielog.application.ports.records import Deed
from agressielog.application.ports.remains import Remains
from agressielog.domain.backup_name import kept_aside_among
from agressielog.domain.caller import Caller
from agressielog.domain.climbing import rung_holders
from agressielog.domain.decision import MeasureStatus
from agressielog.domain.duty import Duty, as_of, oldest_first
from agressielog.domain.erasure import Doomed, Erasure, ErasureKind, Searched, Told
from agressielog.domain.errors import Damaged, FileTrouble, Refused
from agressielog.domain.hold import Hold
from agressielog.domain.identity import CallerId, MeasureId, PromiseId
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import Policy
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Country

_BINDING = {MeasureStatus.IN_FORCE, MeasureStatus.COMING}


class ObstacleCode(StrEnum):
    """Why somebody is not forgotten."""

    HELD = "vastgehouden"
    IN_FORCE = "maatregel_loopt"
    HOLDS_RUNG = "houdt_trede"
    NO_REASON = "geen_reden"
    NO_DECIDER = "geen_besluit"


@value
class Obstacle:
    """One reason, and the hold or the measure it is about."""

    code: ObstacleCode
    hold: Hold | None = None
    measure: MeasureId | None = None


class ForgettingRefused(Refused):
    """Somebody cannot be forgotten, or not without a named person who says why all the same."""

    caller: CallerId
    obstacles: tuple[Obstacle, ...]


class NameNotTyped(Refused):
    """Whoever was to be forgotten was not named again; nothing was changed."""

    caller: CallerId


class NotCleaned(FileTrouble):
    """Records were erased, and the file could not be written anew; its cause says why."""


class RemainsFound(Damaged):
    """After an erasure texts in these fields still lie in the file; `fields` are never the texts themselves."""

    fields: tuple[str, ...]


@value(kw_only=True)
class Wanted:
    """Who is to be forgotten, and on whose word.

    Attributes:
        asked: the caller as typed.
        country: whose numbers need no country code.
        all_the_same: also where something stands in the way, for `reason`, decided by `decided_by`.
    """

    asked: str
    country: Country
    all_the_same: bool = False
    reason: str | None = None
    decided_by: str | None = None


@value(kw_only=True)
class Forgetting:
    """What forgetting somebody takes.

    Attributes:
        caller: who it is, with everything by which it can be named.
        everybody: that caller with everybody merged into it.
        records: how many go, by table.
        looks: in how many looks the caller is no longer named; the looks stay.
        obstacles: what stands in the way.
        open: what is due to or because of this caller, of which nobody will be reminded any more. It stands in
            nobody's way: a person's right does not wait for what we still have to do, and a talk with a colleague or
            a call back can be held without the logbook, once it was told that they are due.
        undated: the promises that are open without a day, of which nobody is reminded.
    """

    caller: Caller
    everybody: frozenset[CallerId]
    records: Mapping[str, int]
    looks: int
    obstacles: tuple[Obstacle, ...]
    open: tuple[Duty, ...]
    undated: tuple[PromiseId, ...]


@value(kw_only=True)
class Forgotten:
    """What was done, and what could not be.

    Attributes:
        forgetting: what went.
        searched: what was then looked for in the file.
        backups: the paths of the copies that were made before and may hold the person; None where nobody said in
            which folder they are, so that what was erased is not known beside them either.
        kept_aside: the paths of logbooks that were kept when a back-up was put back; nothing rotates them.
    """

    forgetting: Forgetting
    searched: Searched
    backups: tuple[str, ...] | None
    kept_aside: tuple[str, ...]


@value(kw_only=True)
class Files:
    """The logbook as files: its bytes, its copies, and where these are.

    Attributes:
        folder: in which the logbook lies.
        backups: in which its back-ups lie; None where nobody said.
    """

    copies: Copies
    remains: Remains
    folder: str
    backups: str | None

    def copies_left(self) -> tuple[str, ...] | None:
        """Return the paths of the back-ups that were made until now; None where nobody said where they are."""
        if self.backups is None:
            return None
        return tuple(f"{self.backups}/{name}" for name in known_backups(self.copies, self.backups))

    def kept_aside(self) -> tuple[str, ...]:
        """Return the paths of the logbooks that were kept when a back-up was put back."""
        names = kept_aside_among(self.copies.names(self.folder))
        return tuple(f"{self.folder}/{name}" for name in names)


def foresee_forgetting(store: Store, wanted: Wanted, policy: Policy, now: datetime) -> Forgetting:
    """Return what forgetting somebody would take.

    Raises:
        CallerNotFound, AmbiguousCaller.
        ForgettingRefused: every reason at once.
    """
    with store.reading() as reading:
        return _allowed(reading, wanted, policy, now)


def forget(store: Store, files: Files, deed: Deed, wanted: Wanted, policy_on: PolicyOn) -> Forgotten:
    """Forget somebody, clean the file, and look for what is left.

    Args:
        store: the logbook.
        files: the same, as files.
        deed: who does it.
        wanted: who is forgotten.
        policy_on: the policy in use on a local day: today's says which measures hold rungs.

    Raises:
        CallerNotFound, AmbiguousCaller, ForgettingRefused: nothing was changed.
        NotCleaned, RemainsFound: the person was erased, and something is left to be done.
    """
    with store.writing(deed) as tx:
        found = _allowed(tx, wanted, policy_on(local_day(deed.at)), deed.at)
        proof = Erasure(
            kind=ErasureKind.FORGOTTEN, at=deed.at, by=wanted.decided_by or deed.name, reason=wanted.reason
        )
        erased = take_away(tx, Doomed(callers=found.everybody), proof, policy_on)
        identities = tx.erased()
    if files.backups is not None:
        files.copies.add_erased(files.backups, identities)
    searched = clean_up(store, files.remains, deed, erased.texts)
    return Forgotten(
        forgetting=found, searched=searched, backups=files.copies_left(), kept_aside=files.kept_aside()
    )


def clean_up(store: Store, remains: Remains, deed: Deed, texts: Sequence[Told] = ()) -> Searched:
    """Write the file anew, look for erased texts in it, and keep that it was done.

    Args:
        store: the logbook.
        remains: the same, as bytes.
        deed: who does it.
        texts: none where an erasure was stopped: what was to be looked for has been erased itself, and was kept
            nowhere. The file then is anew all the same, made from the records that are left.

    Raises:
        NotCleaned: the file is in use, or the disk is full; what was erased stays erased.
        RemainsFound.
    """
    try:
        remains.clean()
        searched = remains.left(texts)
        if searched.fields:
            raise RemainsFound(searched.fields)
        with store.writing(deed_after(deed)) as tx:
            tx.note_cleaned()
    except FileTrouble as trouble:
        raise NotCleaned from trouble
    return searched


def unfinished(store: Store) -> int:
    """Return after how many erasures the file was not cleaned, because the program was stopped."""
    with store.reading() as reading:
        return reading.unfinished_erasures()


def _allowed(reading: Reading, wanted: Wanted, policy: Policy, now: datetime) -> Forgetting:
    caller = find_caller(reading, wanted.asked, wanted.country)
    everybody = reading.everybody_in(caller.id)
    obstacles = _obstacles(reading, everybody, policy, now)
    missing = _missing(wanted)
    if missing if wanted.all_the_same else obstacles:
        raise ForgettingRefused(caller.id, (*obstacles, *missing))
    return Forgetting(
        caller=caller,
        everybody=everybody,
        records=reading.foreseen(Doomed(callers=everybody)),
        looks=reading.count_looks(LookFilter(callers=everybody)),
        obstacles=obstacles,
        open=_open(reading, everybody, policy, now),
        undated=_undated(reading, everybody, local_day(now)),
    )


def _missing(wanted: Wanted) -> tuple[Obstacle, ...]:
    needed = ((ObstacleCode.NO_REASON, wanted.reason), (ObstacleCode.NO_DECIDER, wanted.decided_by))
    return tuple(Obstacle(code) for code, told in needed if wanted.all_the_same and not told)


def _open(
    reading: Reading, everybody: frozenset[CallerId], policy: Policy, now: datetime
) -> tuple[Duty, ...]:
    """Return what is due and goes, care for a colleague too: no duty of care names its caller, its call does."""
    incidents = frozenset(reading.doomed_incidents(Doomed(callers=everybody)))
    guards = policy.safeguards
    moment = as_of(local_day(now), now, moves=guards is not None and guards.moves_off_weekends)
    return oldest_first(
        duty
        for duty in gathered(reading, policy, moment)
        if duty.caller in everybody or not incidents.isdisjoint(duty.incidents)
    )


def _undated(reading: Reading, everybody: frozenset[CallerId], on: date) -> tuple[PromiseId, ...]:
    found = [
        record
        for caller in everybody
        for record in reading.promises(PromiseFilter(made_through=on, not_kept_on=on, caller=caller))
    ]
    return tuple(
        sorted(one.promise.id for one in found if one.promise.due is None and one.status(on).is_open)
    )


def _obstacles(
    reading: Reading, everybody: frozenset[CallerId], policy: Policy, now: datetime
) -> tuple[Obstacle, ...]:
    on = local_day(now)
    held = holds(reading, on)
    incidents = reading.doomed_incidents(Doomed(callers=everybody))
    running = {hold for caller in everybody for hold in held.callers.get(caller, ())}
    running |= {hold for incident in incidents for hold in held.incidents.get(incident, ())}
    decisions = [decision for caller in sorted(everybody) for decision in reading.decisions_of(caller)]
    in_force = [decision.id for decision in decisions if decision.status(on) in _BINDING]
    holding = rung_holders([decision.as_measure for decision in decisions], policy, now)
    return (
        *(Obstacle(ObstacleCode.HELD, hold=hold) for hold in sorted(running, key=lambda hold: hold.id)),
        *(Obstacle(ObstacleCode.IN_FORCE, measure=measure) for measure in in_force),
        *(
            Obstacle(ObstacleCode.HOLDS_RUNG, measure=measure)
            for measure in holding
            if measure not in in_force
        ),
    )
