"""What every erasure has in common: the figures stay, the proof stays, and nobody comes back from a back-up."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from agressielog.application.ports import Deed, Reading, Writing
from agressielog.domain.erasure import Doomed, Erased, Erasure, ErasureKind
from agressielog.domain.figures import Figures
from agressielog.domain.frozen_figures import lost
from agressielog.domain.local_time import local_day
from agressielog.domain.period import Period, PeriodSort, period_of
from agressielog.domain.ulid import RANDOM_BYTES, make_ulid


def take_away(tx: Writing, doomed: Doomed, erasure: Erasure, also: frozenset[str] = frozenset()) -> Erased:
    """Erase records, in a transaction of the caller's, so that every report counts what it counted before.

    Args:
        tx: open.
        doomed: what goes.
        erasure: the proof.
        also: identities of what was erased elsewhere, to be kept with it.
    """
    private = tx.private_subjects()
    before = {period: tx.figures(period) for period in _periods(tx, doomed)}
    tx.forget_looks_at(doomed.callers)
    erased = tx.erase(doomed)
    for period, figures in before.items():
        gone = lost(figures, tx.figures(period), private)
        if gone != Figures():
            tx.freeze(period, gone)
    tx.note_erasure(erasure, erased.identities | also)
    return erased


def erase_again(tx: Writing, deed: Deed, identities: frozenset[str]) -> bool:
    """Erase from a back-up what was erased since it was made; returns whether anything was to be done."""
    unknown = identities - tx.erased()
    doomed = tx.returned(identities)
    if doomed.nobody and not unknown:
        return False
    everybody = frozenset(one for caller in doomed.callers for one in tx.everybody_in(caller))
    again = Erasure(kind=ErasureKind.AGAIN, at=deed.at, by=deed.name)
    take_away(tx, replace(doomed, callers=everybody), again, identities)
    return True


def deed_after(deed: Deed) -> Deed:
    """Return the second write of one command; a doubtful commit must not be taken for the first one's."""
    random = hashlib.sha256(deed.ulid.encode()).digest()[:RANDOM_BYTES]
    return replace(deed, ulid=make_ulid(deed.at, random))


def _periods(reading: Reading, doomed: Doomed) -> Iterable[Period]:
    incidents = {*reading.doomed_incidents(doomed), *doomed.unlinked}
    days = {local_day(reading.incident(incident).at) for incident in incidents}
    return sorted(
        {period_of(sort, day) for sort in PeriodSort for day in days},
        key=lambda period: (period.sort, period.first),
    )
