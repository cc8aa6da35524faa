"""Lets the fictitious team lead decide: most in time, some late, and of the last days a few not yet."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from agressielog.application.demo_calls import Call
from agressielog.application.demo_chance import Deck, Dice
from agressielog.application.demo_days import at_local, working_day_after, working_day_before
from agressielog.application.demo_material import Reasons, Resolution
from agressielog.application.dossiers import Case, case_of
from agressielog.application.measure_life import answer_objection, receive_objection, review
from agressielog.application.measures import Ruling, decide, decide_none, deliver
from agressielog.application.policies import PolicySource
from agressielog.application.ports.logbook import Store
from agressielog.application.ports.records import Deed
from agressielog.application.proposing import Wanted
from agressielog.domain.decision import Decision, Review, ReviewOutcome, Verdict
from agressielog.domain.identity import CallerId, caller_code
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.measure import Delivered
from agressielog.domain.policy import Policy
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Country, Delivery, Severity

_DAY = timedelta(days=1)
#: How many are answered within the hours, and of the last days not yet at all, as shares.
_IN_TIME, _OPEN = 0.75, 0.5
_LATELY = timedelta(days=5)
_QUICKEST, _MINUTES, _DELIVERY = 30, 80, timedelta(minutes=20)
_SHORTEST_DELAY, _DELAYS, _MORNING = 2, 7, time(10)
# How often an oral warning, a written one and a ban without a severe call are left at a decision for none.
_SPARED_ORAL, _SPARED_WRITTEN, _SPARED_BAN = 0.45, 0.15, 0.6
_OBJECTS_AFTER, _ANSWERED_AFTER = timedelta(days=12), timedelta(days=30)


@value
class _Occasion:
    """A moment at which the team lead looks at a caller; `at` is an aware UTC moment."""

    at: datetime
    caller: CallerId
    resolution: Resolution | None


@value(kw_only=True)
class Office:
    """Who decides, and under what.

    Attributes:
        store: the logbook; every call was recorded in it already.
        deed: the write all of it is part of.
        reasons: the texts.
        policy: the one in use.
        keep: the text of that policy, to be kept with the decisions.
        today: the local day; everything was decided before it.
    """

    store: Store
    deed: Deed
    reasons: Reasons
    policy: Policy
    keep: PolicySource | None
    today: date


def decide_about(office: Office, calls: Sequence[tuple[Call, Incident]], dice: Dice) -> None:
    """Decide about every caller who asks for an answer, in the order in which it happened.

    Args:
        office: who decides.
        calls: with the incidents that were made of them.
        dice: chance.
    """
    found = [_occasion(call, incident, office.today, dice) for call, incident in calls]
    lead = _TeamLead(office, dice)
    for occasion in sorted((one for one in found if one is not None), key=lambda one: one.at):
        lead.judge(occasion)


def _occasion(call: Call, incident: Incident, today: date, dice: Dice) -> _Occasion | None:
    """Return when somebody decides about an incident; None where nobody needs to, or did yet."""
    sure = incident.caller is not None and incident.certainty is Certainty.CERTAIN
    if not sure or incident.caller is None or incident.severity is Severity.NONE:
        return None
    in_time = dice.happens(_IN_TIME)
    waits = dice.happens(_OPEN) and today - local_day(incident.at) <= _LATELY
    at = call.recorded_at + timedelta(minutes=_QUICKEST + dice.below(_MINUTES))
    delay = _SHORTEST_DELAY + dice.below(_DELAYS)
    if call.resolution is None:
        if waits:
            return None
        if not in_time:
            at = at_local(working_day_after(local_day(at) + _DAY * delay), _MORNING)
    return _Occasion(at, incident.caller, call.resolution) if local_day(at) < today else None


class _TeamLead:
    """Decides by the ordinary rules, one caller at a time."""

    def __init__(self, office: Office, dice: Dice) -> None:
        self._office = office
        self._dice = dice
        reasons = office.reasons
        self._channels = Deck(dice, reasons.channels)
        self._none, self._spared = Deck(dice, reasons.none), Deck(dice, reasons.spared)
        self._oral, self._written = Deck(dice, reasons.oral), Deck(dice, reasons.written)
        self._ban, self._severe = Deck(dice, reasons.ban), Deck(dice, reasons.severe)
        self._nameless, self._continued = Deck(dice, reasons.nameless), Deck(dice, reasons.continued)

    def judge(self, occasion: _Occasion) -> None:
        """Decide, unless an earlier decision or the warning in the call was the answer."""
        office, day = self._office, local_day(occasion.at)
        with office.store.reading() as reading:
            case = case_of(reading, reading.caller(occasion.caller), office.policy, day)
        if not case.asking:
            return
        resolution = occasion.resolution or self._resolution(case)
        wanted = Wanted(
            caller=caller_code(occasion.caller),
            decided_by=office.reasons.decider,
            reason=resolution.reason,
        )
        deed = replace(office.deed, at=occasion.at)
        ruling = Ruling(policy=office.policy, on=day, country=Country.NETHERLANDS, keep=office.keep)
        if not resolution.measure:
            decide_none(office.store, deed, wanted, ruling)
            return
        if self._binds(case):
            channel = resolution.channel_left or self._channels.deal()
            wanted = replace(wanted, channel_left=channel, heard_on=day)
        decision = decide(office.store, deed, wanted, ruling).decision
        if resolution.delivered:
            self._deliver(decision, deed)
            self._follow(decision, deed, resolution)

    def _resolution(self, case: Case) -> Resolution:
        """Choose what follows about an ordinary caller."""
        if case.caller.name is None:
            return Resolution(measure=False, reason=self._nameless.deal())
        severe = case.heaviest is Severity.SEVERE
        if self._binds(case):
            spared, none, reasons = _SPARED_BAN, self._spared, self._severe if severe else self._ban
        elif self._is_oral(case):
            spared, none, reasons = _SPARED_ORAL, self._none, self._oral
        else:
            spared, none, reasons = _SPARED_WRITTEN, self._spared, self._written
        if not severe and self._dice.happens(spared):
            return Resolution(measure=False, reason=none.deal())
        return Resolution(measure=True, reason=reasons.deal())

    def _binds(self, case: Case) -> bool:
        kind = case.policy.measure(case.advice.measure) if case.advice.measure is not None else None
        return kind is not None and kind.nature.binds

    def _is_oral(self, case: Case) -> bool:
        ladder = case.policy.ladder
        return ladder is not None and case.advice.measure == ladder.rungs[0].measure

    def _deliver(self, decision: Decision, deed: Deed) -> None:
        ladder = self._office.policy.ladder
        oral = ladder is not None and decision.rung == ladder.rungs[0].code
        way = Delivery.READ_OUT if oral else self._dice.one_of((Delivery.E_MAIL, Delivery.POST))
        at = deed.at + _DELIVERY
        deliver(
            self._office.store, replace(deed, at=at), decision.id, Delivered(at, way), self._office.policy
        )

    def _follow(self, decision: Decision, deed: Deed, resolution: Resolution) -> None:
        """Answer an objection, and review a ban half-way, as far as that is past."""
        office = self._office
        received = working_day_after(decision.decided_on + _OBJECTS_AFTER)
        answered = working_day_after(decision.decided_on + _ANSWERED_AFTER)
        if resolution.objection is not None and answered < office.today:
            receive_objection(office.store, deed, decision.id, received, office.policy)
            answer_objection(
                office.store, deed, decision.id, answered, Verdict.DISMISSED, reason=resolution.objection
            )
        if decision.review_on is not None and decision.review_on < office.today:
            day = max(decision.decided_on, working_day_before(decision.review_on))
            held = Review(day, ReviewOutcome.CONTINUE, self._continued.deal())
            review(office.store, deed, decision.id, held)
