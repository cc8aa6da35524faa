"""Incidents, callers and promises as rows, and back; the journal keeps these same rows as JSON."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from agressielog.application.errors import RecordDamaged
from agressielog.domain.aftercare import AftercareGround
from agressielog.domain.caller import Caller, NewCaller, NumberLink
from agressielog.domain.identity import CallerId, IncidentId, PromiseId
from agressielog.domain.incident import Incident, IncidentFacts, Made, Promise
from agressielog.domain.local_time import local_day, local_hour
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.policy import KindCode
from agressielog.domain.policy_history import UsedPolicy
from agressielog.domain.setting import Setting
from agressielog.domain.text import fold
from agressielog.domain.ulid import Ulid
from agressielog.domain.vocabulary import (
    Certainty,
    Channel,
    Country,
    IncidentStatus,
    PoliceReport,
    Severity,
)
from agressielog.storage.cells import (
    code,
    day,
    flag,
    moment,
    optional_code,
    optional_day,
    optional_moment,
    optional_text,
    optional_whole,
    text,
    whole,
)

#: What a cell of ours can hold.
Cell = str | int | None
#: A row by column name.
Row = dict[str, Cell]


def moment_text(at: datetime) -> str:
    """Return the stored form of an aware moment: UTC with offset, whole seconds, sorts as it happened."""
    return at.astimezone(UTC).replace(microsecond=0).isoformat()


def policy_from(row: Mapping[str, Cell]) -> UsedPolicy:
    """Return the policy of a row."""
    return UsedPolicy(
        name=text(row, "naam"),
        version=text(row, "versie"),
        sha256=text(row, "sha256"),
        text=text(row, "tekst"),
        since=moment(row, "sinds"),
        by=text(row, "door"),
    )


def setting_from(row: Mapping[str, Cell]) -> tuple[str, str]:
    """Return the key and the value of a row of `instelling`; of the country only one that there is."""
    key, value = text(row, "sleutel"), text(row, "waarde")
    if key == Setting.COUNTRY:
        Country(value)
    return key, value


def incident_row(facts: IncidentFacts) -> Row:
    """Return the cells of an incident without its id; kinds but the main one stand in `bijsoort`."""
    return {
        "ulid": facts.ulid,
        "op": moment_text(facts.at),
        "vastgelegd_op": moment_text(facts.recorded_at),
        "dag": local_day(facts.at).isoformat(),
        "uur": local_hour(facts.at),
        "nummer": facts.phone.key if facts.phone else None,
        "nummer_getypt": facts.number_typed,
        "naam_genoemd": facts.name_told,
        "klantnummer_genoemd": facts.customer_number_told,
        "anoniem": int(isinstance(facts.number, Withheld)),
        "beller": facts.caller,
        "zekerheid": facts.certainty,
        "soort": facts.main_kind,
        "ernst": facts.severity,
        "kanaal": facts.channel,
        "team": facts.team,
        "onderwerp": facts.subject,
        "melder": facts.reporter,
        "wat": facts.account,
        "citaat": facts.quote,
        "gewaarschuwd": int(facts.warned),
        "beeindigd": int(facts.ended),
        "overgedragen": int(facts.handed_over),
        "politie": int(facts.police),
        "fout_bij_ons": int(facts.our_fault),
        "niet_toegezegd": facts.refused,
        "hielp": facts.helped,
        "excuses_op": facts.apologised_on.isoformat() if facts.apologised_on else None,
        "aangifte": facts.police_report,
        "status": facts.status,
        "onvolledig": int(facts.incomplete),
        "beantwoord": facts.answered,
        "nazorg": facts.aftercare,
    }


def number_from(row: Mapping[str, Cell]) -> PhoneNumber | Withheld | None:
    """Return the number of a row of `incident`."""
    if flag(row, "anoniem"):
        return Withheld()
    key = optional_text(row, "nummer")
    return PhoneNumber(key) if key is not None else None


def incident_from(row: Mapping[str, Cell], further: Sequence[str], promises: Sequence[Promise]) -> Incident:
    """Return the incident of a row with its id, its further kinds in order and its promises."""
    caller = optional_whole(row, "beller")
    certainty = optional_code(row, "zekerheid", Certainty)
    if (caller is None) != (certainty is None):
        raise ValueError("zekerheid")
    return Incident(
        id=IncidentId(whole(row, "id")),
        ulid=Ulid(text(row, "ulid")),
        at=moment(row, "op"),
        recorded_at=moment(row, "vastgelegd_op"),
        number=number_from(row),
        number_typed=optional_text(row, "nummer_getypt"),
        name_told=optional_text(row, "naam_genoemd"),
        customer_number_told=optional_text(row, "klantnummer_genoemd"),
        caller=CallerId(caller) if caller is not None else None,
        certainty=certainty,
        kinds=(KindCode(text(row, "soort")), *(KindCode(kind) for kind in further)),
        severity=code(row, "ernst", Severity),
        channel=code(row, "kanaal", Channel),
        team=optional_text(row, "team"),
        subject=optional_text(row, "onderwerp"),
        reporter=text(row, "melder"),
        account=text(row, "wat"),
        quote=optional_text(row, "citaat"),
        warned=flag(row, "gewaarschuwd"),
        ended=flag(row, "beeindigd"),
        handed_over=flag(row, "overgedragen"),
        police=flag(row, "politie"),
        our_fault=flag(row, "fout_bij_ons"),
        refused=optional_text(row, "niet_toegezegd"),
        helped=optional_text(row, "hielp"),
        apologised_on=optional_day(row, "excuses_op"),
        police_report=code(row, "aangifte", PoliceReport),
        status=code(row, "status", IncidentStatus),
        incomplete=flag(row, "onvolledig"),
        answered=optional_text(row, "beantwoord"),
        aftercare=optional_code(row, "nazorg", AftercareGround),
        promises=tuple(promises),
    )


def promise_from(row: Mapping[str, Cell]) -> Promise:
    """Return the promise of a row."""
    made_at = optional_moment(row, "op")
    return Promise(
        id=PromiseId(whole(row, "id")),
        what=text(row, "wat"),
        due=optional_day(row, "voor"),
        done_at=optional_moment(row, "klaar_op"),
        made=Made(made_at, text(row, "door")) if made_at is not None else None,
    )


def caller_row(caller: NewCaller) -> Row:
    """Return the cells of a caller that a user can fill, and the folded name it is found by."""
    return {
        "naam": caller.name,
        "naam_gevouwen": fold(caller.name) if caller.name is not None else None,
        "klantnummer": caller.customer_number,
        "adres": caller.address,
        "e_mail": caller.e_mail,
        "taal_of_hulp": caller.language_or_help,
    }


def caller_from(row: Mapping[str, Cell], links: Sequence[Mapping[str, Cell]]) -> Caller:
    """Return the caller of a row and the rows of its numbers."""
    merged = optional_whole(row, "samengevoegd_met")
    return Caller(
        id=CallerId(whole(row, "id")),
        name=optional_text(row, "naam"),
        customer_number=optional_text(row, "klantnummer"),
        address=optional_text(row, "adres"),
        e_mail=optional_text(row, "e_mail"),
        language_or_help=optional_text(row, "taal_of_hulp"),
        merged_into=CallerId(merged) if merged is not None else None,
        created_at=moment(row, "aangemaakt_op"),
        numbers=tuple(link_from(link) for link in links),
    )


def link_row(caller: CallerId, link: NumberLink, place: int) -> Row:
    """Return the row of a link; *place* tells the numbers of a caller in order."""
    return {
        "beller": caller,
        "nummer": link.number.key,
        "zekerheid": link.certainty,
        "sinds": link.since.isoformat(),
        "volgorde": place,
    }


def link_from(row: Mapping[str, Cell]) -> NumberLink:
    """Return the link of a row of `beller_nummer`."""
    return NumberLink(PhoneNumber(text(row, "nummer")), code(row, "zekerheid", Certainty), day(row, "sinds"))


def to_json(row: Mapping[str, object]) -> str:
    """Return a row as canonical JSON: sorted keys, no spaces, so that equal rows are equal texts.

    Raises:
        RecordDamaged: a cell holds bytes, which this program stores in none.
    """
    if any(isinstance(value, bytes) for value in row.values()):
        raise RecordDamaged
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
