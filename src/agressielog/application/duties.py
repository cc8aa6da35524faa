"""Gathers everything that is due: to callers, to colleagues, to the law and to the logbook itself."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from agressielog.application.errors import CallerNotFound
from agressielog.application.finding_callers import current, find_caller
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.promises import PromiseFilter
from agressielog.application.restricting import curtain_of
from agressielog.application.settling import settled_in_calls
from agressielog.domain import duties_about_calls as calls
from agressielog.domain import duties_about_measures as measures
from agressielog.domain import duties_of_ours as ours
from agressielog.domain.aftercare import aftercare_terms
from agressielog.domain.curtain import HIDDEN
from agressielog.domain.decision import Decision
from agressielog.domain.duty import AsOf, Duty, DutyKind, as_of, oldest_first
from agressielog.domain.identity import CallerId, looks_like_caller_code
from agressielog.domain.policy import Policy
from agressielog.domain.span import Span
from agressielog.domain.text import fold
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Country, IncidentStatus

# How much longer a span may be than in the year it is measured in, with a term that moves off Christmas.
_SLACK = timedelta(days=10)


@value
class Whose:
    """Whose duties are asked for: of these callers, or of a colleague whose name has this in it (folded)."""

    callers: frozenset[CallerId]
    colleague: str

    def has(self, duty: Duty) -> bool:
        """Tell whether a duty is about one of them."""
        if duty.caller is not None and duty.caller in self.callers:
            return True
        return duty.colleague is not None and self.colleague in fold(duty.colleague)


@value(kw_only=True)
class DutyFilter:
    """Which duties; every field that is set narrows.

    Attributes:
        kinds: of these kinds; empty for all.
        until: due on this local day or before.
        whose: as typed: a caller, or a name.
        late_only: only what is late.
        lapsed: not what is open but what nobody has to do any more, because its report or measure fell away.
    """

    kinds: frozenset[DutyKind] = frozenset()
    until: date | None = None
    whose: str | None = None
    late_only: bool = False
    lapsed: bool = False


#: Nothing that is open left out.
EVERY_DUTY = DutyFilter()


@value(kw_only=True)
class DutyList:
    """Duties in the order in which they are due.

    Attributes:
        names: of the callers they are about.
        moment: at which they are judged.
    """

    duties: tuple[Duty, ...]
    names: Mapping[CallerId, str | None]
    moment: AsOf

    @property
    def late(self) -> tuple[Duty, ...]:
        """Those whose term is over."""
        return tuple(duty for duty in self.duties if duty.is_late(self.moment.at))


@value
class DutyCount:
    """How many duties of one kind are open: within their term, and past it."""

    in_time: int
    late: int


def duties(
    store: Store,
    policy: Policy,
    on: date,
    now: datetime,
    *,
    wanted: DutyFilter = EVERY_DUTY,
    country: Country = Country.NETHERLANDS,
) -> DutyList:
    """Return what is due on local day *on*.

    Args:
        store: the logbook.
        policy: the one in use on that day; its terms hold for all that is open.
        on: judged by what happened up to and including this day, whenever it was typed in.
        now: aware UTC moment; when *on* is another day, the end of that one counts.
        wanted: which duties.
        country: whose numbers need no country code.

    Raises:
        AmbiguousCaller: more than one caller fits.
    """
    moment = as_of(on, now, moves=_moves(policy))
    with store.reading() as reading:
        whose = _whose(reading, wanted.whose, country) if wanted.whose is not None else None
        found = oldest_first(
            duty
            for duty in gathered(reading, policy, moment, kinds=wanted.kinds, lapsed=wanted.lapsed)
            if (wanted.until is None or duty.due_day <= wanted.until)
            and (whose is None or whose.has(duty))
            and (duty.is_late(moment.at) or not wanted.late_only)
        )
        names = reading.caller_names({duty.caller for duty in found if duty.caller is not None})
        curtain = curtain_of(reading)
        found = tuple(
            replace(duty, promised=HIDDEN)
            if duty.promised is not None and curtain.hides(duty.caller)
            else duty
            for duty in found
        )
    return DutyList(duties=found, names=names, moment=moment)


def duty_counts(reading: Reading, policy: Policy, on: date, now: datetime) -> Mapping[DutyKind, DutyCount]:
    """Count what is open on local day *on*, in time and late, for a report; every kind is there.

    The arguments are those of `duties`.
    """
    moment = as_of(on, now, moves=_moves(policy))
    found = Counter((duty.kind, duty.is_late(moment.at)) for duty in gathered(reading, policy, moment))
    return {kind: DutyCount(found[kind, False], found[kind, True]) for kind in DutyKind}


def gathered(
    reading: Reading,
    policy: Policy,
    moment: AsOf,
    *,
    kinds: Collection[DutyKind] = (),
    lapsed: bool = False,
) -> Iterator[Duty]:
    """Yield every duty, in no order.

    Args:
        reading: the logbook.
        policy: the one in use on the day that is judged.
        moment: that is judged.
        kinds: only these; empty for all.
        lapsed: what lapsed instead of what is open.
    """
    gathering = _Gathering(reading, policy, moment, lapsed=lapsed)
    for kind, gather in gathering.per_kind().items():
        if not kinds or kind in kinds:
            yield from (duty for duty in gather() if (duty.lapsed is not None) == lapsed)


class _Gathering:
    """What is read for one list, each part at most once."""

    def __init__(self, reading: Reading, policy: Policy, moment: AsOf, *, lapsed: bool) -> None:
        self._reading = reading
        self._policy = policy
        self._moment = moment
        self._lapsed = lapsed
        self._followed: list[Decision] | None = None

    def per_kind(self) -> Mapping[DutyKind, Callable[[], Iterator[Duty]]]:
        """Return how the duties of each kind are gathered."""
        on = self._moment.on
        return {
            DutyKind.REACTION: self._reactions,
            DutyKind.DELIVERY: self._deliveries,
            DutyKind.AFTERCARE: self._care,
            DutyKind.OBJECTION: lambda: measures.objections(self._decisions),
            DutyKind.REQUEST: self._requests,
            DutyKind.REVIEW: lambda: measures.reviews(self._decisions, on),
            DutyKind.PROMISE: self._promises,
            DutyKind.COMPLAINT: self._complaints,
            DutyKind.ENDING: lambda: measures.endings(self._decisions, on),
            DutyKind.LINK: self._links,
            DutyKind.CONFIRMING: self._confirming,
            DutyKind.COMPLETING: self._completing,
            DutyKind.HOLD: self._holds,
            DutyKind.BACKUP: self._backup,
        }

    @property
    def _decisions(self) -> list[Decision]:
        if self._followed is None:
            on = self._moment.on
            self._followed = measures.known(
                self._reading.decisions_to_follow(on, on + measures.ENDS_SOON), on
            )
        return self._followed

    @property
    def _hours(self) -> int | None:
        guards = self._policy.safeguards
        return guards.reaction_hours if guards is not None else None

    def _reactions(self) -> Iterator[Duty]:
        policy, on, hours = self._policy, self._moment.on, self._hours
        if hours is None:
            return
        unheard = self._reading.unheard_calls(self._since(policy.window), on, lapsed=self._lapsed)
        asking = calls.asking(unheard, policy, on)
        settled = settled_in_calls(self._reading, policy, on, asking)
        awaited = calls.awaited_deliveries(measures.undelivered(self._decisions, on))
        yield from calls.reactions((call for call in asking if call.id not in settled), awaited, hours)

    def _deliveries(self) -> Iterator[Duty]:
        waiting = measures.undelivered(self._decisions, self._moment.on)
        called_at = self._reading.called_at({i for decision in waiting for i in decision.incidents})
        return measures.deliveries(waiting, called_at, self._hours)

    def _care(self) -> Iterator[Duty]:
        found = self._reading.aftercare_through(self._moment.on, unfinished=not self._lapsed)
        return ours.care(found, aftercare_terms(self._policy), self._moment)

    def _requests(self) -> Iterator[Duty]:
        found = self._reading.open_requests(self._moment.on)
        return ours.requests(
            [(current(self._reading, request.caller).id, request) for request in found], self._moment
        )

    def _promises(self) -> Iterator[Duty]:
        on = self._moment.on
        return calls.promises(
            self._reading.promises(PromiseFilter(made_through=on, not_kept_on=on)), self._moment
        )

    def _complaints(self) -> Iterator[Duty]:
        term = calls.complaint_term(self._policy)
        found = self._reading.calls_of_kinds(
            calls.complaint_kinds(self._policy), self._since(term), self._moment.on, lapsed=self._lapsed
        )
        return calls.complaints(found, term, self._moment)

    def _links(self) -> Iterator[Duty]:
        found = self._reading.presumed_calls(self._moment.on, lapsed=self._lapsed)
        return calls.tidying(found, DutyKind.LINK, self._moment)

    def _completing(self) -> Iterator[Duty]:
        found = self._reading.short_calls(self._moment.on, lapsed=self._lapsed)
        return calls.tidying(found, DutyKind.COMPLETING, self._moment)

    def _confirming(self) -> Iterator[Duty]:
        policy, on = self._policy, self._moment.on
        if policy.counts_from is not IncidentStatus.CONFIRMED:
            return iter(())
        found = self._reading.unconfirmed_calls(self._since(policy.window), on, lapsed=self._lapsed)
        return calls.tidying(calls.to_confirm(found, policy, on), DutyKind.CONFIRMING, self._moment)

    def _holds(self) -> Iterator[Duty]:
        running = [hold for hold in self._reading.holds() if hold.runs_on(self._moment.on)]
        return ours.holds(
            [
                (current(self._reading, hold.caller).id if hold.caller is not None else None, hold)
                for hold in running
            ],
            self._moment,
        )

    def _backup(self) -> Iterator[Duty]:
        last = self._reading.last_backup(self._moment.at)
        return ours.backup(last, self._reading.begun_at(), self._moment)

    def _since(self, term: Span) -> date:
        """Return a local day before which nothing of this term can still run."""
        return self._moment.on - timedelta(days=term.days) - _SLACK


def _moves(policy: Policy) -> bool:
    return policy.safeguards is not None and policy.safeguards.moves_off_weekends


def _whose(reading: Reading, asked: str, country: Country) -> Whose:
    """Return who was meant: everybody whom the words fit, as a caller or as a colleague."""
    try:
        found = {find_caller(reading, asked, country).id}
    except CallerNotFound:
        if looks_like_caller_code(asked):
            raise
        found = {caller.id for caller in reading.callers_named(asked)}
    return Whose(frozenset(found), fold(asked))
