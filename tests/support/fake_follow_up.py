"""What became of the incidents of a period, worked out anew from every record: the fake side of `FollowUpReading`."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

from fake_duties import DutyRecords, FakeDutyReading

from agressielog.domain.caller import Caller
from agressielog.domain.decision import Decision
from agressielog.domain.duties_about_calls import OpenCall
from agressielog.domain.follow_up import Heard
from agressielog.domain.good_call import GoodCall
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.vocabulary import Certainty


class _Records(Protocol):
    """What the fake store keeps besides."""

    incidents: dict[IncidentId, Incident]
    callers: dict[CallerId, Caller]
    duties: DutyRecords
    good_calls: tuple[GoodCall, ...]


class FakeFollowUpReading(FakeDutyReading):
    """`FollowUpReading`."""

    def _records(self) -> _Records:
        raise NotImplementedError

    def sure_calls(self, first: date, last: date) -> Sequence[OpenCall]:
        kept = self._records().incidents
        calls = self.calls_of_kinds({kind for one in kept.values() for kind in one.kinds}, first, last)
        return [call for call in calls if kept[call.id].certainty is Certainty.CERTAIN]

    def heard(self, incidents: Collection[IncidentId]) -> Mapping[IncidentId, Heard]:
        found = {incident: self._heard(incident) for incident in incidents}
        return {incident: heard for incident, heard in found.items() if heard != Heard()}

    def _heard(self, incident: IncidentId) -> Heard:
        caller = self._records().incidents[incident].caller
        about = [
            one
            for one in self.decisions()
            if incident in one.incidents and one.caller == caller and not one.as_measure.annulled
        ]
        return Heard(
            min((one.delivered.at for one in about if one.measure and one.delivered), default=None),
            min((one.decided_on for one in about if one.measure is None), default=None),
        )

    def decisions_between(self, first: date, last: date) -> Sequence[Decision]:
        return [one for one in self.decisions() if any(first <= day <= last for day in _days(one))]

    def count_good_calls(self, first: date, last: date) -> int:
        return sum(first <= local_day(call.at) <= last for call in self._records().good_calls)


def _days(decision: Decision) -> list[date]:
    objection = decision.objection
    if objection is None:
        return [decision.decided_on]
    answered = [objection.answered_on] if objection.answered_on is not None else []
    return [decision.decided_on, objection.received_on, *answered]
