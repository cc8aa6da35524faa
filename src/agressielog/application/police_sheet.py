"""Gathers what the police asks about an incident, from the record and from what came before it."""

from collections.abc import Mapping
from datetime import date

from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.records import IncidentFilter
from agressielog.application.restricting import DetailsRestricted, curtain_of
from agressielog.domain.caller import Caller
from agressielog.domain.complaint_term import complaint_until
from agressielog.domain.decision import Decision
from agressielog.domain.errors import Refused
from agressielog.domain.identity import IncidentId
from agressielog.domain.incident import Incident
from agressielog.domain.measure import EndKind
from agressielog.domain.policy import Policy
from agressielog.domain.setting import Setting
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Country, IncidentStatus, Severity


class NothingToReport(Refused):
    """The incident was rejected or withdrawn: nobody is reported for it."""

    incident: IncidentId
    status: IncidentStatus


@value(kw_only=True)
class PoliceSheet:
    """The facts for a report to the police about one incident.

    Attributes:
        incident: what it is about.
        caller: whose call it was; None where nobody knows.
        earlier: what this caller surely did before and still stands, oldest first; kinds of `geen` left out.
        measures: those that had reached the caller by then, oldest first.
        organisation, address: of the employer, who reports it and at whose address the colleague is found.
        country: whose law applies; only that of the Netherlands is known here.
        complaint_until: the last local day for a complaint, where prosecution needs one.
        on: the local day of the sheet.
    """

    incident: Incident
    caller: Caller | None
    earlier: tuple[Incident, ...]
    measures: tuple[Decision, ...]
    organisation: str | None
    address: str | None
    country: Country
    complaint_until: date | None
    on: date


def police_sheet(
    store: Store,
    incident: IncidentId,
    policy: Policy,
    settings: Mapping[str, str],
    on: date,
    *,
    despite: bool = False,
) -> PoliceSheet:
    """Return what there is to tell the police about *incident*.

    Args:
        store: the logbook.
        incident: which one.
        policy: the one in use; it says which kinds have no severity.
        settings: of the organisation, by key.
        on: the local day of the sheet.
        despite: also about who asked for a restriction.

    Raises:
        IncidentNotFound.
        DetailsRestricted: a sheet without details says nothing.
        NothingToReport: it was rejected or withdrawn.
    """
    with store.reading() as reading:
        told = reading.incident(incident)
        if not told.status.stands:
            raise NothingToReport(incident, told.status)
        if told.caller is not None and not despite and curtain_of(reading).hides(told.caller):
            raise DetailsRestricted(told.caller)
        country = Country(settings.get(Setting.COUNTRY, Country.NETHERLANDS))
        # Of a presumed caller nothing is told: it may have been somebody else.
        sure = told.caller is not None and told.certainty is Certainty.CERTAIN
        return PoliceSheet(
            incident=told,
            caller=reading.caller(told.caller) if told.caller is not None else None,
            earlier=_earlier(reading, told, policy) if sure else (),
            measures=_delivered(reading, told) if sure else (),
            organisation=settings.get(Setting.ORGANISATION),
            address=settings.get(Setting.POSTAL_ADDRESS),
            country=country,
            complaint_until=complaint_until(told, policy) if country is Country.NETHERLANDS else None,
            on=on,
        )


def _earlier(reading: Reading, told: Incident, policy: Policy) -> tuple[Incident, ...]:
    before = (
        one
        for one in reading.incidents(IncidentFilter(caller=told.caller))
        if (one.at, one.id) < (told.at, told.id)
        and one.certainty is Certainty.CERTAIN
        and one.status.stands
        and policy.severity_of(one.kinds) is not Severity.NONE
    )
    return tuple(sorted(before, key=lambda one: (one.at, one.id)))


def _delivered(reading: Reading, told: Incident) -> tuple[Decision, ...]:
    assert told.caller is not None  # noqa: S101 - asked only where there is one
    reached = (
        decision
        for decision in reading.decisions_of(told.caller)
        if decision.delivered is not None and decision.delivered.at <= told.at
    )
    return tuple(one for one in reached if one.ended is None or one.ended.kind is not EndKind.ANNULLED)
