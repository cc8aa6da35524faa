"""What is known of one caller in one glance, from the incidents that stand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agressielog.domain.caller import Caller
from agressielog.domain.incident import Incident, Promise
from agressielog.domain.local_time import local_day
from agressielog.domain.measures_now import NO_MEASURES, MeasuresNow
from agressielog.domain.policy import BREACH, KindCode, Policy
from agressielog.domain.vocabulary import Certainty, Severity, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
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
    """

    caller: Caller
    total: int
    presumed: int
    per_kind: tuple[tuple[KindCode, int], ...]
    heaviest: Severity
    last: date | None
    promises: tuple[Promise, ...]
    helped: tuple[str, ...]
    apologised_on: date | None = None
    measures: MeasuresNow = NO_MEASURES
    pending: Severity | None = None

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


def summarise(
    caller: Caller,
    incidents: Sequence[Incident],
    policy: Policy,
    *,
    measures: MeasuresNow = NO_MEASURES,
    asking: Sequence[Incident] = (),
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
    """
    standing = sorted((i for i in incidents if i.status.stands), key=lambda i: (i.at, i.id), reverse=True)
    showing = [incident for incident in standing if _shows(incident, policy)]
    sure = [incident for incident in showing if incident.certainty is Certainty.CERTAIN]
    counts = Counter(incident.main_kind for incident in sure)
    helped = dict.fromkeys(incident.helped for incident in sure if incident.helped is not None)
    # What came from an earlier register was dealt with there and opens no duty here; what was promised in
    # a presumed call may have been promised to somebody else.
    promises = [
        promise
        for incident in standing
        if incident.answered is None and incident.certainty is Certainty.CERTAIN
        for promise in incident.promises
        if promise.open
    ]
    return CallerRecord(
        caller=caller,
        total=len(sure),
        presumed=len(showing) - len(sure),
        per_kind=tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))),
        heaviest=max(
            (policy.severity_of(i.kinds) for i in sure), key=lambda s: s.weight, default=Severity.NONE
        ),
        last=local_day(sure[0].at) if sure else None,
        promises=tuple(sorted(promises, key=lambda p: (p.due or date.max, p.id))),
        helped=tuple(helped),
        apologised_on=max((i.apologised_on for i in sure if i.apologised_on is not None), default=None),
        measures=measures,
        pending=max((policy.severity_of(i.kinds) for i in asking), key=lambda s: s.weight, default=None),
    )


def _shows(incident: Incident, policy: Policy) -> bool:
    return BREACH in incident.kinds or policy.severity_of(incident.kinds) is not Severity.NONE
