"""Gathers everything about one person, without anybody else in it (AVG art. 15; issue 5, part 6).

Nothing of the care for a colleague is in it: that is about the colleague.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from agressielog.application.find import shows
from agressielog.application.finding_callers import everybody_in, find_caller
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.looks import LookFilter
from agressielog.application.ports.promises import PromiseFilter
from agressielog.application.ports.records import IncidentFilter
from agressielog.application.retention import file_of
from agressielog.domain.caller import Caller
from agressielog.domain.decision import Decision
from agressielog.domain.hold import Hold
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.incident import Incident
from agressielog.domain.letter import Issued
from agressielog.domain.local_time import local_day
from agressielog.domain.look import Look
from agressielog.domain.policy import Policy
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.request import Answer, Request
from agressielog.domain.restriction import Opening, Restriction
from agressielog.domain.retention import Judged, RecordKind, impossible_terms, judge, looks_kept, term_of
from agressielog.domain.span import Span
from agressielog.domain.statement import Statement
from agressielog.domain.third_parties import Veil
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Country


@value
class Earlier:
    """What was kept of an incident until it was corrected at this moment (aware UTC), as its caller may see it."""

    until: datetime
    incident: Incident


@value(kw_only=True)
class KeptIncident:
    """An incident as its caller may see it.

    Attributes:
        incident: texts without anybody else; of a presumed call, which may have been another's, none at all.
        surely: whether it was surely this person's.
        term: how long it is kept (`retention.term_of`); None where the policy says nothing.
        judged: what cleaning up would say of it now; None where it refuses the terms of the policy.
        earlier: what it was before each correction, oldest first: that is kept as well, and is about this person
            as far as the call was surely theirs then.
    """

    incident: Incident
    surely: bool
    term: Span | None
    judged: Judged | None
    earlier: tuple[Earlier, ...] = ()


@value
class KeptDecision:
    """A decision as its caller may see it, and the letters that were made about it, oldest first."""

    decision: Decision
    letters: tuple[Issued, ...]


@value(kw_only=True)
class Access:
    """Everything about one person, on local day `on`; who did it or looked is a colleague, and not named.

    Attributes:
        caller: as known now; `formerly` those who were merged into it.
        incidents: the first one first.
        decisions, promises, requests, statements, restrictions, holds: lowest id first.
        openings: when somebody looked all the same while they were restricted.
        looks: the last one first.
        looks_kept: how long looks are kept.
        policy: the one in use.
        settings: of the organisation.
    """

    caller: Caller
    formerly: tuple[Caller, ...]
    incidents: tuple[KeptIncident, ...]
    decisions: tuple[KeptDecision, ...]
    promises: tuple[PromiseRecord, ...]
    requests: tuple[Request, ...]
    statements: tuple[Statement, ...]
    restrictions: tuple[Restriction, ...]
    openings: tuple[Opening, ...]
    holds: tuple[Hold, ...]
    good_calls: tuple[date, ...]
    looks: tuple[Look, ...]
    looks_kept: Span
    policy: Policy
    settings: Mapping[str, str]
    on: date


def access_of(
    store: Store, asked: str, policy: Policy, settings: Mapping[str, str], *, now: datetime, country: Country
) -> Access:
    """Gather everything about one person.

    Args:
        store: the logbook.
        asked: the caller, as typed.
        policy: the one in use.
        settings: of the organisation, by key.
        now: aware moment; local days are judged at its day.
        country: whose numbers need no country code.

    Raises:
        CallerNotFound, AmbiguousCaller.
    """
    with store.reading() as reading:
        caller = find_caller(reading, asked, country)
        everybody = everybody_in(reading, caller.id)
        persons = [reading.caller(one) for one in everybody]
        incidents = sorted(reading.incidents(IncidentFilter(caller=caller.id)), key=lambda i: (i.at, i.id))
        veil = _veil(reading, persons, incidents, country)
        promises = reading.promises(PromiseFilter(caller=caller.id))
        judged = _judged(reading, caller.id, policy, now)
        return Access(
            caller=caller,
            formerly=tuple(persons[1:]),
            incidents=tuple(
                replace(
                    _kept(one, policy, judged.get(one.id), veil),
                    earlier=_earlier(reading, one, everybody, veil),
                )
                for one in incidents
            ),
            decisions=tuple(
                KeptDecision(_veiled_decision(one, veil), tuple(reading.letters(one.id)))
                for one in reading.decisions_of(caller.id)
            ),
            promises=tuple(_veiled_promise(one, veil) for one in promises if one.surely),
            requests=tuple(
                replace(one, answer=_veiled_answer(one, veil))
                for p in everybody
                for one in reading.requests_of(p)
            ),
            statements=tuple(one for person in everybody for one in reading.statements_of(person)),
            restrictions=tuple(
                replace(one, reason=veil.over(one.reason))
                for person in everybody
                for one in reading.restrictions_of(person)
            ),
            openings=tuple(
                replace(one, reason=veil.over(one.reason))
                for person in everybody
                for one in reading.openings_of(person)
            ),
            holds=_holds(reading, everybody, incidents, veil),
            good_calls=tuple(sorted(local_day(call.at) for call in reading.good_calls(caller.id))),
            looks=tuple(reading.looks(LookFilter(callers=frozenset(everybody)))),
            looks_kept=looks_kept(policy),
            policy=policy,
            settings=settings,
            on=local_day(now),
        )


def _veil(
    reading: Reading, persons: Sequence[Caller], incidents: Sequence[Incident], country: Country
) -> Veil:
    others = reading.people_besides([person.id for person in persons])
    sure = [one for one in incidents if one.certainty is Certainty.CERTAIN]
    told = [one.name_told for one in sure] + [person.name for person in persons]
    numbers = [link.number for person in persons for link in person.numbers]
    customer = [one.customer_number_told for one in sure] + [person.customer_number for person in persons]
    return Veil(
        employees=reading.employee_names(),
        others=[name for name, _ in others if name is not None],
        own_names=[name for name in told if name is not None],
        own_numbers=[*numbers, *(one.phone for one in sure if one.phone is not None)],
        own_customer_numbers=[number for number in customer if number is not None],
        customer_numbers=[number for _, number in others if number is not None],
        country=country,
    )


def _judged(reading: Reading, person: CallerId, policy: Policy, now: datetime) -> Mapping[IncidentId, Judged]:
    """Return what cleaning up would say of each incident: what is told of terms is what is done."""
    if impossible_terms(policy):
        return {}
    kinds = {RecordKind.INCIDENT, RecordKind.LINK}
    file = file_of(reading, person, local_day(now))
    return {IncidentId(one.number): one for one in judge(file, policy, now) if one.kind in kinds}


def _kept(incident: Incident, policy: Policy, judged: Judged | None, veil: Veil) -> KeptIncident:
    surely = incident.certainty is Certainty.CERTAIN
    return KeptIncident(
        incident=_veiled(incident, veil) if surely else _without_texts(incident),
        surely=surely,
        term=term_of(incident, policy),
        judged=judged,
    )


def _earlier(
    reading: Reading, incident: Incident, everybody: Sequence[CallerId], veil: Veil
) -> tuple[Earlier, ...]:
    if incident.certainty is not Certainty.CERTAIN:
        return ()
    return tuple(
        Earlier(version.at, _veiled(version.before, veil))
        for version in reading.versions(incident.id)
        if shows(version)
        and version.before is not None
        and version.before.caller in everybody
        and version.before.certainty is Certainty.CERTAIN
    )


def _veiled(incident: Incident, veil: Veil) -> Incident:
    return replace(
        incident,
        account=veil.over(incident.account),
        quote=veil.over_any(incident.quote),
        subject=veil.over_any(incident.subject),
        refused=veil.over_any(incident.refused),
        helped=veil.over_any(incident.helped),
        number_typed=None,
        promises=(),
    )


def _without_texts(incident: Incident) -> Incident:
    return replace(
        incident,
        account="",
        quote=None,
        subject=None,
        refused=None,
        helped=None,
        name_told=None,
        customer_number_told=None,
        number_typed=None,
        promises=(),
    )


def _veiled_decision(decision: Decision, veil: Veil) -> Decision:
    ended, objection, review = decision.ended, decision.objection, decision.review
    return replace(
        decision,
        reason=veil.over(decision.reason),
        scope=veil.over_any(decision.scope),
        channel_left=veil.over_any(decision.channel_left),
        arrangement=veil.over_any(decision.arrangement),
        not_heard=veil.over_any(decision.not_heard),
        deviation=veil.over_any(decision.deviation),
        ended=replace(ended, reason=veil.over(ended.reason)) if ended is not None else None,
        objection=replace(objection, reason=veil.over_any(objection.reason)) if objection else None,
        review=replace(review, reason=veil.over(review.reason)) if review is not None else None,
    )


def _veiled_promise(record: PromiseRecord, veil: Veil) -> PromiseRecord:
    return replace(record, promise=replace(record.promise, what=veil.over(record.promise.what)))


def _veiled_answer(request: Request, veil: Veil) -> Answer | None:
    answer = request.answer
    return replace(answer, reason=veil.over_any(answer.reason)) if answer is not None else None


def _holds(
    reading: Reading, everybody: Sequence[CallerId], incidents: Sequence[Incident], veil: Veil
) -> tuple[Hold, ...]:
    found = [hold for person in everybody for hold in reading.holds_of(person)]
    found += [hold for incident in incidents for hold in reading.holds_on_incident(incident.id)]
    return tuple(
        replace(hold, reason=veil.over(hold.reason)) for hold in sorted(found, key=lambda hold: hold.id)
    )
