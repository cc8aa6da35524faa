"""Incidents, callers and promises as rows, and back; the journal keeps these same rows as JSON."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from agressielog.domain.caller import Caller, NewCaller, NumberLink
from agressielog.domain.identity import CallerId, IncidentId, PromiseId
from agressielog.domain.incident import Incident, IncidentFacts, Promise
from agressielog.domain.local_time import local_day, local_hour
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.policy import KindCode
from agressielog.domain.policy_history import UsedPolicy
from agressielog.domain.text import fold
from agressielog.domain.ulid import Ulid
from agressielog.domain.vocabulary import (
    Certainty,
    Channel,
    IncidentStatus,
    PoliceReport,
    Severity,
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
        name=_text(row, "naam"),
        version=_text(row, "versie"),
        sha256=_text(row, "sha256"),
        text=_text(row, "tekst"),
        since=datetime.fromisoformat(_text(row, "sinds")),
        by=_text(row, "door"),
    )


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
    }


def incident_from(row: Mapping[str, Cell], further: Sequence[str], promises: Sequence[Promise]) -> Incident:
    """Return the incident of a row with its id, its further kinds in order and its promises."""
    number: PhoneNumber | Withheld | None = None
    if row["anoniem"]:
        number = Withheld()
    elif row["nummer"] is not None:
        number = PhoneNumber(_text(row, "nummer"))
    caller = row["beller"]
    certainty = _optional(row, "zekerheid")
    apologised = _optional(row, "excuses_op")
    return Incident(
        id=IncidentId(_whole(row, "id")),
        ulid=Ulid(_text(row, "ulid")),
        at=datetime.fromisoformat(_text(row, "op")),
        recorded_at=datetime.fromisoformat(_text(row, "vastgelegd_op")),
        number=number,
        number_typed=_optional(row, "nummer_getypt"),
        caller=CallerId(int(caller)) if caller is not None else None,
        certainty=Certainty(certainty) if certainty is not None else None,
        kinds=(KindCode(_text(row, "soort")), *(KindCode(kind) for kind in further)),
        severity=Severity(_text(row, "ernst")),
        channel=Channel(_text(row, "kanaal")),
        team=_optional(row, "team"),
        subject=_optional(row, "onderwerp"),
        reporter=_text(row, "melder"),
        account=_text(row, "wat"),
        quote=_optional(row, "citaat"),
        warned=bool(row["gewaarschuwd"]),
        ended=bool(row["beeindigd"]),
        handed_over=bool(row["overgedragen"]),
        police=bool(row["politie"]),
        our_fault=bool(row["fout_bij_ons"]),
        refused=_optional(row, "niet_toegezegd"),
        helped=_optional(row, "hielp"),
        apologised_on=date.fromisoformat(apologised) if apologised is not None else None,
        police_report=PoliceReport(_text(row, "aangifte")),
        status=IncidentStatus(_text(row, "status")),
        incomplete=bool(row["onvolledig"]),
        answered=_optional(row, "beantwoord"),
        promises=tuple(promises),
    )


def promise_from(row: Mapping[str, Cell]) -> Promise:
    """Return the promise of a row."""
    due = _optional(row, "voor")
    done = _optional(row, "klaar_op")
    return Promise(
        id=PromiseId(_whole(row, "id")),
        what=_text(row, "wat"),
        due=date.fromisoformat(due) if due is not None else None,
        done_at=datetime.fromisoformat(done) if done is not None else None,
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
    merged = row["samengevoegd_met"]
    return Caller(
        id=CallerId(_whole(row, "id")),
        name=_optional(row, "naam"),
        customer_number=_optional(row, "klantnummer"),
        address=_optional(row, "adres"),
        e_mail=_optional(row, "e_mail"),
        language_or_help=_optional(row, "taal_of_hulp"),
        merged_into=CallerId(int(merged)) if merged is not None else None,
        created_at=datetime.fromisoformat(_text(row, "aangemaakt_op")),
        numbers=tuple(link_from(link) for link in links),
    )


def link_from(row: Mapping[str, Cell]) -> NumberLink:
    """Return the link of a row of `beller_nummer`."""
    return NumberLink(
        PhoneNumber(_text(row, "nummer")),
        Certainty(_text(row, "zekerheid")),
        date.fromisoformat(_text(row, "sinds")),
    )


def to_json(row: Mapping[str, object]) -> str:
    """Return a row as canonical JSON: sorted keys, no spaces, so that equal rows are equal texts."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _text(row: Mapping[str, Cell], column: str) -> str:
    return str(row[column])


def _optional(row: Mapping[str, Cell], column: str) -> str | None:
    value = row[column]
    return None if value is None else str(value)


def _whole(row: Mapping[str, Cell], column: str) -> int:
    return int(row[column] or 0)
