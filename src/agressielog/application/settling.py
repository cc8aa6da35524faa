"""Which calls the warning given in them has answered, for many callers at once."""

from collections.abc import Sequence
from datetime import date, timedelta

from agressielog.application.ports.logbook import Reading
from agressielog.domain import duties_about_calls as rules
from agressielog.domain.duties_about_calls import OpenCall
from agressielog.domain.identity import IncidentId
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import Policy

# How much longer a span may be than in the year it is measured in, with a term that moves off Christmas.
_SLACK = timedelta(days=10)


def settled_in_calls(
    reading: Reading, policy: Policy, on: date, asking: Sequence[OpenCall]
) -> frozenset[IncidentId]:
    """Return the calls that the warning given in them has answered, as of local day *on*.

    Args:
        reading: the logbook.
        policy: says which kinds weigh anything, and what a warning in a call answers.
        on: local day.
        asking: calls that count, surely their caller's.
    """
    ladder = policy.ladder
    doubtful = rules.may_be_settled(asking, policy, ladder) if ladder is not None else []
    if ladder is None or not doubtful:
        return frozenset()
    # Most callers have no measure: for these a few rows tell it all.
    measured = reading.measured_among({call.caller for call in doubtful if call.caller is not None})
    validity = ladder.rungs[0].validity or policy.window
    first = min(local_day(call.at) for call in doubtful)
    unmeasured = [call for call in doubtful if call.caller not in measured]
    warned = reading.warned_calls(
        {call.caller for call in unmeasured if call.caller is not None},
        first - timedelta(days=validity.days) - _SLACK,
        on,
    )
    simple = rules.settled_without_measures(unmeasured, warned, policy, ladder)
    dossiers = reading.dossiers_of(measured).values()
    return simple.union(*(rules.settled_in_call(one, policy, ladder, on) for one in dossiers))
