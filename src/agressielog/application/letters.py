"""Gathers what a letter about a measure needs, refuses one with a hole, and keeps what was issued."""

import re
from collections.abc import Mapping
from datetime import date

from agressielog.application.letter_errors import LetterIncomplete, NoLetter, NothingToWrite
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.records import Deed, IncidentFilter
from agressielog.application.restricting import DetailsRestricted, curtain_of
from agressielog.domain.advise_range import bounds
from agressielog.domain.caller import Caller
from agressielog.domain.decision import Decision
from agressielog.domain.employee_names import masked
from agressielog.domain.identity import MeasureId
from agressielog.domain.incident import Incident
from agressielog.domain.ladder import STANDARD_MEASURES, MeasureCode, MeasureKind, MeasureNature, Rung
from agressielog.domain.letter import (
    Addressee,
    Issued,
    LetterFacts,
    LetterKind,
    NextStep,
    Occurrence,
    Rule,
    Sender,
    own_kind,
    suits,
    usual_kind,
)
from agressielog.domain.letter_elements import Missing, missing
from agressielog.domain.local_time import local_day
from agressielog.domain.measure import Ended
from agressielog.domain.policy import Policy
from agressielog.domain.retention import last_counted
from agressielog.domain.safeguards import RemedyKind
from agressielog.domain.setting import Setting
from agressielog.domain.span import Span
from agressielog.domain.text import fold
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Country, PoliceReport, Severity

# Whoever objects to a public body of the Netherlands can turn to him; others name their own body.
_NATIONAL_OMBUDSMAN = "de Nationale ombudsman, telefoon 0800 33 55 555, www.nationaleombudsman.nl"

# "manager; langer dan 6 maanden de directie", "raad van bestuur, of wie mandaat heeft", "J. de Boer, directeur".
_SEVERAL = re.compile(r"[;,]|\bof\b", re.IGNORECASE)


@value
class Letter:
    """A letter without a hole; `masked` where a name of an employee was taken out of a text."""

    kind: LetterKind
    facts: LetterFacts
    masked: bool


def prepare(
    store: Store,
    measure: MeasureId,
    policy: Policy,
    settings: Mapping[str, str],
    *,
    on: date,
    kind: LetterKind | None = None,
    despite: bool = False,
) -> Letter:
    """Return the letter about a measure, ready to be put into words.

    Args:
        store: the logbook.
        measure: which one.
        policy: the one in use.
        settings: of the organisation, by key.
        on: the local day of the letter.
        kind: None for the one that is wanted now.
        despite: also what tells why, about who asked for a restriction.

    Raises:
        MeasureNotFound.
        NoLetter: there is nothing to write such a letter about.
        DetailsRestricted: it would tell why.
        LetterIncomplete: with everything that is missing.
    """
    with store.reading() as reading:
        decision = reading.decision(measure)
        found = _measure_kind(decision, policy)
        chosen = _chosen(decision, found.nature, kind)
        if chosen.tells_why and not despite and curtain_of(reading).hides(decision.caller):
            raise DetailsRestricted(decision.caller)
        facts, hidden = _gathered(
            reading, decision, found, policy, sender=_sender(settings, decision, found.code, policy), on=on
        )
    lacking = missing(chosen, facts)
    if lacking:
        raise LetterIncomplete(measure, chosen, lacking)
    return Letter(chosen, facts, hidden)


def lacking(
    store: Store, measure: MeasureId, policy: Policy, settings: Mapping[str, str], *, on: date
) -> tuple[Missing, ...]:
    """Return what the letter of a new measure would be refused for; nothing where no letter belongs to it.

    Raises:
        MeasureNotFound.
    """
    try:
        # Named are the holes, and not what is told around them.
        prepare(store, measure, policy, settings, on=on, despite=True)
    except LetterIncomplete as refused:
        return refused.missing
    except NoLetter:
        pass
    return ()


def issue(store: Store, deed: Deed, measure: MeasureId, issued: Issued) -> None:
    """Keep with the measure that this letter was made.

    Raises:
        MeasureNotFound.
    """
    with store.writing(deed) as tx:
        tx.note_letter(measure, issued)


def _chosen(decision: Decision, nature: MeasureNature, kind: LetterKind | None) -> LetterKind:
    if decision.measure is None:
        raise NoLetter(decision.id, kind, NothingToWrite.NO_MEASURE)
    chosen = kind or usual_kind(nature, decision.ended)
    if chosen is None:
        raise NoLetter(decision.id, None, NothingToWrite.TALK)
    if not suits(chosen, nature, decision.ended, decision.objection):
        raise NoLetter(decision.id, chosen, _why_not(chosen, nature, decision))
    return chosen


def _why_not(kind: LetterKind, nature: MeasureNature, decision: Decision) -> NothingToWrite:
    match kind:
        case LetterKind.REVIEW:
            return NothingToWrite.NO_REVIEW
        case LetterKind.LIFTING:
            return NothingToWrite.NOT_ENDED
        case LetterKind.OBJECTION if decision.objection is None or decision.objection.answered_on is None:
            return NothingToWrite.NOT_ANSWERED
        case LetterKind.OBJECTION:
            return NothingToWrite.NOT_CARRIED_OUT
        case _:
            return NothingToWrite.TALK if own_kind(nature) is None else NothingToWrite.OTHER_KIND


def _measure_kind(decision: Decision, policy: Policy) -> MeasureKind:
    """Return the measure as the policy in use knows it, or as its code and its dates tell."""
    code = decision.measure or MeasureCode("")
    known = policy.measure(code) or next((one for one in STANDARD_MEASURES if one.code == code), None)
    nature = MeasureNature.WARNING if decision.last is None else MeasureNature.BAN
    return known or MeasureKind(code=code, label=code.replace("_", " "), nature=nature)


def _gathered(
    reading: Reading,
    decision: Decision,
    measure: MeasureKind,
    policy: Policy,
    *,
    sender: Sender,
    on: date,
) -> tuple[LetterFacts, bool]:
    incidents = sorted(
        (reading.incident(one) for one in decision.incidents), key=lambda one: (one.at, one.id)
    )
    employees = tuple(dict.fromkeys(one.reporter for one in incidents))
    hidden = False

    def without_names(text: str | None) -> str | None:
        nonlocal hidden
        told = masked(text, employees) if text is not None else None
        hidden = hidden or told != text
        return told

    rung = _rung(decision, policy)
    shortest, longest = _usual(decision, incidents, rung, policy)
    guards = policy.safeguards
    retention = dict(policy.retention).get(_heaviest(incidents, policy))
    facts = LetterFacts(
        measure=decision.id,
        label=measure.label,
        nature=measure.nature,
        decided_on=decision.decided_on,
        decided_by=decision.decided_by,
        reason=without_names(decision.reason) or "",
        first=decision.first,
        last=decision.last,
        validity=(rung.validity if rung is not None else None) or policy.window,
        valid_until=decision.valid_until,
        usual_length=longest,
        usual_shortest=shortest if shortest != longest else None,
        usual_is_most=shortest != longest,
        by_behaviour=policy.ladder is None,
        review_on=decision.review_on,
        review_wanted=guards is None or guards.review.on,
        scope=decision.scope,
        channel_left=decision.channel_left,
        arrangement=decision.arrangement,
        heard_on=decision.heard_on,
        not_heard=without_names(decision.not_heard),
        deviation=without_names(decision.deviation),
        delivered=decision.delivered,
        ended=_ended(decision.ended, without_names(decision.ended.reason if decision.ended else None)),
        objection=decision.objection,
        answer_reason=without_names(_answer_reason(decision)),
        next_step=_next_step(rung, policy),
        incidents=tuple(
            _occurrence(one, decision, policy, without_names(one.account or None), without_names(one.quote))
            for one in incidents
        ),
        police_called=any(one.police for one in incidents),
        police_report=PoliceReport.strongest(one.police_report for one in incidents),
        remedy=policy.remedy,
        open_always=guards.open_always if guards is not None else (),
        retention=retention,
        kept_until=retention.after(_kept_from(reading, decision, incidents, policy))
        if retention and incidents
        else None,
        sender=sender,
        addressee=_addressee(reading.caller(decision.caller)),
        employees=employees,
        on=on,
        anchor=reading.anchor(),
    )
    return facts, hidden


def _occurrence(
    incident: Incident, decision: Decision, policy: Policy, account: str | None, quote: str | None
) -> Occurrence:
    sure = incident.certainty is Certainty.CERTAIN and incident.caller == decision.caller
    return Occurrence(
        id=incident.id,
        at=incident.at,
        channel=incident.channel,
        rules=tuple(
            Rule(kind.label, kind.description)
            for kind in policy.kinds_of(incident.kinds)
            if kind.severity is not Severity.NONE
        ),
        account=account,
        quote=quote,
        established=incident.status.stands and sure,
        apologised_on=incident.apologised_on,
    )


def _rung(decision: Decision, policy: Policy) -> Rung | None:
    """Return the rung it stands for; one that the policy in use lacks is looked up by its measure.

    What goes with another measure, or is off the ladder, stands for none.
    """
    ladder = policy.ladder
    if ladder is None or decision.measure is None or decision.rung is None:
        return None
    code = decision.rung if ladder.has(decision.rung) else ladder.lowest_for(decision.measure)
    return next((rung for rung in ladder.rungs if rung.code == code), None)


def _usual(
    decision: Decision, incidents: list[Incident], rung: Rung | None, policy: Policy
) -> tuple[Span | None, Span | None]:
    """Return the least and the most that the policy gives: for the rung, or without a ladder for what was done."""
    if policy.ladder is None:
        return bounds(incidents, decision.measure or MeasureCode(""), policy)
    return (rung.shortest, rung.longest) if rung is not None else (None, None)


def _next_step(rung: Rung | None, policy: Policy) -> NextStep | None:
    """Return the rung above, which is what the ladder gives on repetition."""
    if rung is None or policy.ladder is None:
        return None
    above = policy.ladder.rungs[policy.ladder.place(rung.code) + 1 :]
    if not above:
        return None
    measure = policy.measure(above[0].measure)
    length = None if above[0].is_range else above[0].longest
    return NextStep(measure.label, length) if measure is not None else None


def _heaviest(incidents: list[Incident], policy: Policy) -> Severity:
    return policy.severity_of(code for one in incidents for code in one.kinds)


def _kept_from(reading: Reading, decision: Decision, incidents: list[Incident], policy: Policy) -> date:
    """Return from when the term runs: as cleaning up has it, the last call of the caller that counted."""
    counted = last_counted(reading.incidents(IncidentFilter(caller=decision.caller)), policy)
    latest = local_day(incidents[-1].at)
    return max(counted, latest) if counted is not None else latest


def _ended(ended: Ended | None, reason: str | None) -> Ended | None:
    return Ended(ended.kind, ended.on, reason or "") if ended is not None else None


def _answer_reason(decision: Decision) -> str | None:
    """Return why the objection was answered so; why the measure ended is a reason of its own."""
    return decision.objection.reason if decision.objection is not None else None


def _sender(settings: Mapping[str, str], decision: Decision, measure: MeasureCode, policy: Policy) -> Sender:
    country = Country(settings.get(Setting.COUNTRY, Country.NETHERLANDS))
    public = policy.remedy is not None and policy.remedy.kind is RemedyKind.OBJECTION
    ombudsman = _NATIONAL_OMBUDSMAN if public and country is Country.NETHERLANDS else None
    deciders = dict(policy.safeguards.deciders) if policy.safeguards is not None else {}
    return Sender(
        organisation=settings.get(Setting.ORGANISATION),
        address=settings.get(Setting.POSTAL_ADDRESS),
        contact=settings.get(Setting.CONTACT_POINT),
        privacy_contact=settings.get(Setting.PRIVACY_CONTACT),
        role=_fitting(deciders.get(measure) or settings.get(Setting.DECIDER), decision.decided_by),
        further_body=settings.get(Setting.COMPLAINTS_BODY) or ombudsman,
        country=country,
    )


def _fitting(role: str | None, name: str) -> str | None:
    """Return the role of whoever decided; None for a rule about several, of whom it may be any."""
    several = role is not None and _SEVERAL.search(role) is not None
    return None if role is None or (several and fold(name) not in fold(role)) else role


def _addressee(caller: Caller) -> Addressee:
    number = caller.numbers[0].number if caller.numbers else None
    return Addressee(name=caller.name, address=caller.address, number=number)
