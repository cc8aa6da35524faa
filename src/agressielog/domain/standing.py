"""What is known of one caller in one glance, from the incidents that stand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from agressielog.domain.caller import Caller
from agressielog.domain.good_call import NO_GOOD_CALLS, GoodCall, GoodCalls, count_good_calls
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.measures_now import NO_MEASURES, MeasuresNow
from agressielog.domain.policy import BREACH, KindCode, Policy
from agressielog.domain.promise import PromiseRecord, by_date
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Severity, Standing


@value(kw_only=True)
class CallerRecord:
    """A caller at look-up.

    Attributes:
        total: incidents that stand, are surely this caller's, and show at look-up.
        presumed: those that are only presumed to be; they count for nothing until confirmed.
        per_kind: main kinds of the sure ones, most frequent first.
        heaviest: the heaviest severity among the sure ones.
        last: the local day of the last sure one.
        promises: what was promised and not yet kept, earliest due first, undated ones last.
        helped: what calmed this caller, last time first, each once.
        apologised_on: the last local day on which the caller apologised.
        measures: how the measures about this caller stand.
        pending: the heaviest severity of what still asks for an answer; None if nothing does.
        untold: the heaviest severity of what was answered by a decision that the caller does not know yet.
        good_calls: the calls that went well; they stay out of all the other fields.
        restricted: the caller asked that no details are shown; then there are none in it.
    """

    caller: Caller
    total: int
    presumed: int
    per_kind: tuple[tuple[KindCode, int], ...]
    heaviest: Severity
    last: date | None
    promises: tuple[PromiseRecord, ...]
    helped: tuple[str, ...]
    apologised_on: date | None = None
    measures: MeasuresNow = NO_MEASURES
    pending: Severity | None = None
    untold: Severity | None = None
    good_calls: GoodCalls = NO_GOOD_CALLS
    restricted: bool = False

    @property
    def standing(self) -> Standing:
        """The heaviest measure that holds; else `bekend` with at least one sure incident that shows."""
        if self.measures.standing is not Standing.UNKNOWN:
            return self.measures.standing
        return Standing.KNOWN if self.total else Standing.UNKNOWN

    @property
    def shows(self) -> bool:
        """Whether a look-up has anything to say about this caller."""
        return bool(self.total or self.presumed or self.promises or self.measures.any)

    def without_details(self) -> "CallerRecord":
        """Return what may still be seen at the caller's request: who, the status, and what it rests on."""
        return replace(
            self,
            per_kind=(),
            last=None,
            promises=(),
            helped=(),
            apologised_on=None,
            good_calls=NO_GOOD_CALLS,
            restricted=True,
        )


def summarise(
    caller: Caller,
    incidents: Sequence[Incident],
    policy: Policy,
    *,
    measures: MeasuresNow = NO_MEASURES,
    asking: Sequence[Incident] = (),
    promised: Sequence[PromiseRecord] = (),
    good_calls: GoodCalls = NO_GOOD_CALLS,
    on: date = date.max,
) -> CallerRecord:
    """Sum up a caller.

    Kinds of severity `geen` make nobody known and do not show, except a breach of a contact ban and an
    open promise; rejected and withdrawn incidents do not show at all (design 4.1).

    Args:
        caller: whose incidents these are.
        incidents: in any order, up to and including the day that is judged.
        policy: says which kinds weigh anything.
        measures: how the measures about this caller stand on that day.
        asking: the incidents that still ask for an answer.
        promised: what was ever promised to the caller; what was promised in a presumed call may have been
            promised to somebody else, and is left out.
        good_calls: the calls that went well.
        on: the local day that is judged.
    """
    standing = sorted((i for i in incidents if i.status.stands), key=lambda i: (i.at, i.id), reverse=True)
    showing = [incident for incident in standing if _shows(incident, policy)]
    sure = [incident for incident in showing if incident.certainty is Certainty.CERTAIN]
    counts = Counter(incident.main_kind for incident in sure)
    helped = dict.fromkeys(incident.helped for incident in sure if incident.helped is not None)
    untold = {incident for decision in measures.undelivered for incident in decision.incidents}
    promises = [record for record in promised if record.surely and record.status(on).is_open]
    return CallerRecord(
        caller=caller,
        total=len(sure),
        presumed=len(showing) - len(sure),
        per_kind=tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))),
        heaviest=max(
            (policy.severity_of(i.kinds) for i in sure), key=lambda s: s.weight, default=Severity.NONE
        ),
        last=local_day(sure[0].at) if sure else None,
        promises=by_date(promises),
        helped=tuple(helped),
        apologised_on=max((i.apologised_on for i in sure if i.apologised_on is not None), default=None),
        measures=measures,
        pending=_heaviest(asking, policy),
        untold=_heaviest([i for i in standing if i.id in untold], policy),
        good_calls=good_calls,
    )


def good_calls_of(
    calls: Sequence[GoodCall], incidents: Sequence[Incident], policy: Policy, on: date
) -> GoodCalls:
    """Count somebody's good calls; what ends a row of them is a sure incident that shows at look-up.

    Args:
        calls: in any order.
        incidents: of the same caller, in any order.
        policy: says which kinds weigh anything.
        on: the local day that is judged.
    """
    wrong = [
        incident.at
        for incident in incidents
        if incident.status.stands
        and incident.certainty is Certainty.CERTAIN
        and local_day(incident.at) <= on
        and _shows(incident, policy)
    ]
    return count_good_calls(calls, max(wrong, default=None), on)


def _heaviest(incidents: Sequence[Incident], policy: Policy) -> Severity | None:
    return max((policy.severity_of(i.kinds) for i in incidents), key=lambda s: s.weight, default=None)


def _shows(incident: Incident, policy: Policy) -> bool:
    return BREACH in incident.kinds or policy.severity_of(incident.kinds) is not Severity.NONE
