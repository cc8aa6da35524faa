"""Notes a call that went well with somebody under a measure (issue 4, part 6)."""

from collections.abc import Sequence
from datetime import datetime

from agressielog.application.dossiers import case_of
from agressielog.application.finding_callers import find_caller
from agressielog.application.ports.logbook import Store
from agressielog.application.ports.records import Deed
from agressielog.application.promise_errors import NoMeasureHolds
from agressielog.domain.caller import Caller
from agressielog.domain.climbing import rung_holders
from agressielog.domain.decision import Decision
from agressielog.domain.good_call import GoodCall, GoodCalls
from agressielog.domain.identity import MeasureId
from agressielog.domain.local_time import local_day
from agressielog.domain.measures_now import measures_now
from agressielog.domain.policy import Policy
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Country


@value
class GoodCallNoted:
    """A good call that was stored: with whom, under which measure, and how many there are now."""

    caller: Caller
    under: MeasureId
    good_calls: GoodCalls


def note_good_call(store: Store, deed: Deed, asked: str, policy: Policy, country: Country) -> GoodCallNoted:
    """Store that a call just went well: the moment and who says so, and nothing of what was said.

    It hangs on the heaviest measure that is in force, or else still holds a rung, as a ban does that is over.

    Args:
        store: the logbook.
        deed: who does this and when.
        asked: the caller: `B12`, a telephone number or a customer number that is one caller's.
        policy: the one in use today.
        country: whose numbers need no country code.

    Raises:
        CallerNotFound: nobody is known by that number.
        AmbiguousCaller: several people use it; nothing is stored, a person must say who it was.
        NoMeasureHolds: of somebody without a measure no good calls are kept.
    """
    with store.writing(deed) as tx:
        caller = find_caller(tx, asked, country)
        today = local_day(deed.at)
        under = _under(tx.decisions_of(caller.id), policy, deed.at)
        if under is None:
            raise NoMeasureHolds(caller.id)
        tx.add_good_call(GoodCall(under, deed.at, deed.name))
        return GoodCallNoted(caller, under, case_of(tx, caller, policy, today).good_calls)


def _under(decisions: Sequence[Decision], policy: Policy, at: datetime) -> MeasureId | None:
    """Return the measure that speaks against the caller most: one in force, else one that still holds a rung."""
    holding = measures_now(decisions, policy, local_day(at)).holding
    if holding:
        return holding[0].id
    return next(iter(rung_holders([decision.as_measure for decision in decisions], policy, at)), None)
