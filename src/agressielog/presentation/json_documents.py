"""Incidents as the JSON that programs rely on, key by key (design 3.1); keys are added, never renamed or removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.domain.identity import CallerId, caller_code, promise_code
from agressielog.domain.phone import Withheld
from agressielog.presentation.moments import iso, iso_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from agressielog.application.find import Story
    from agressielog.application.ports.records import Version
    from agressielog.domain.incident import Incident, Promise

#: What a JSON document is made of.
Json = dict[str, object]
# What is told beside the versions.
_ELSEWHERE = frozenset({"toezeggingen", "beperkt_op_verzoek"})
# What is null where the caller asked that no details are shown.
_DETAILS = (
    *("ernst", "citaat", "gewaarschuwd", "beeindigd", "overgedragen", "politie", "fout_bij_ons", "onderwerp"),
    *("niet_toegezegd", "hielp", "excuses_op", "aangifte", "nummer_getypt", "naam_genoemd"),
    "klantnummer_genoemd",
)


def incident_json(incident: Incident) -> Json:
    """Return the document of one incident."""
    return {
        "id": incident.id,
        "ulid": incident.ulid,
        "op": iso(incident.at),
        "vastgelegd_op": iso(incident.recorded_at),
        "nummer": incident.phone.key if incident.phone else None,
        "anoniem": isinstance(incident.number, Withheld),
        "beller": caller_code(incident.caller) if incident.caller is not None else None,
        "soorten": list(incident.kinds),
        "ernst": incident.severity.value,
        "kanaal": incident.channel.value,
        "team": incident.team,
        "melder": incident.reporter,
        "wat": incident.account,
        "citaat": incident.quote,
        "gewaarschuwd": incident.warned,
        "beeindigd": incident.ended,
        "overgedragen": incident.handed_over,
        "politie": incident.police,
        "fout_bij_ons": incident.our_fault,
        "onderwerp": incident.subject,
        "onvolledig": incident.incomplete,
        "toezeggingen": [promise_json(promise) for promise in incident.promises],
        "niet_toegezegd": incident.refused,
        "hielp": incident.helped,
        "excuses_op": iso_day(incident.apologised_on) if incident.apologised_on else None,
        "aangifte": incident.police_report.value,
        "status": incident.status.value,
        "zekerheid": incident.certainty.value if incident.certainty is not None else None,
        "nummer_getypt": incident.number_typed,
        "naam_genoemd": incident.name_told,
        "klantnummer_genoemd": incident.customer_number_told,
        "beantwoord": incident.answered,
        "laat_ingevoerd": incident.entered_late,
        "beperkt_op_verzoek": False,
    }


def shown_json(incident: Incident, restricted: AbstractSet[CallerId]) -> Json:
    """Return the document of one incident, without its details where its caller asked for that."""
    if incident.caller not in restricted:
        return incident_json(incident)
    hidden = dict.fromkeys(_DETAILS) | {"soorten": [], "toezeggingen": [], "wat": ""}
    return {**incident_json(incident), **hidden, "beperkt_op_verzoek": True}


def promise_json(promise: Promise) -> Json:
    """Return the document of one promise; `op` and `door` are null for one made in the call by its reporter."""
    return {
        "id": promise_code(promise.id),
        "wat": promise.what,
        "voor": iso_day(promise.due) if promise.due else None,
        "klaar_op": iso(promise.done_at) if promise.done_at else None,
        "op": iso(promise.made.at) if promise.made else None,
        "door": promise.made.by if promise.made else None,
    }


def incidents_json(
    command: str, found: Sequence[Incident], restricted: AbstractSet[CallerId] = frozenset()
) -> Json:
    """Return the document of a command that lists incidents; *restricted* are callers without details."""
    return {
        "schema": f"agressielog.{command}/1",
        "incidenten": [shown_json(incident, restricted) for incident in found],
    }


def story_json(story: Story) -> Json:
    """Return the document of one incident with its versions, the first recording included."""
    whose = story.incident.caller
    hidden = frozenset({whose}) if story.restricted and whose is not None else frozenset[CallerId]()
    return {
        "schema": "agressielog.show/1",
        "incident": shown_json(story.incident, hidden),
        "versies": [] if story.restricted else [_version_json(version) for version in story.versions],
    }


def _version_json(version: Version) -> Json:
    """Return one version; what was promised has its own history and is left out."""
    before, after = (
        {key: value for key, value in incident_json(one).items() if key not in _ELSEWHERE} if one else None
        for one in (version.before, version.after)
    )
    return {
        "op": iso(version.at),
        "door": version.name,
        "login": version.login,
        "opdracht": version.command,
        "voor": before,
        "na": after,
    }
