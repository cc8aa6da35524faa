"""The file of one person as JSON, for taking along (AVG art. 20) or for another program."""

from agressielog.application.access import Access, KeptDecision, KeptIncident
from agressielog.application.requests import Asked
from agressielog.domain.incident import Incident
from agressielog.domain.look import Look
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.setting import Setting
from agressielog.presentation.access_page import (
    PURPOSE,
    RECIPIENTS,
    function_of_decider,
    ground,
    supervisor,
)
from agressielog.presentation.caller_json import caller_json
from agressielog.presentation.json_documents import Json
from agressielog.presentation.measure_view import decision_json
from agressielog.presentation.moments import iso, iso_day
from agressielog.presentation.promise_json import promise_record_json
from agressielog.presentation.request_view import request_json
from agressielog.presentation.rights_view import hold_json, opening_json, restriction_json, statement_json

_EMPLOYEE = "medewerker"


def access_json(access: Access) -> Json:
    """Return `inzage.json`."""
    return {
        "schema": "agressielog.avg.inzage.dossier/1",
        "op": iso_day(access.on),
        "organisatie": access.settings.get(Setting.ORGANISATION),
        "beller": caller_json(access.caller),
        "eerder_bekend_als": [caller_json(one) for one in access.formerly],
        "incidenten": [_incident_json(kept) for kept in access.incidents],
        "maatregelen": [_decision_json(kept, access) for kept in access.decisions],
        "toezeggingen": [_promise_json(record, access) for record in access.promises],
        "zienswijzen": [statement_json(one) for one in access.statements],
        "verzoeken": [request_json(Asked(request, access.caller)) for request in access.requests],
        "beperkingen": [restriction_json(one) for one in access.restrictions],
        "toch_bekeken": [opening_json(one, _EMPLOYEE) for one in access.openings],
        "vasthoudingen": [hold_json(one) for one in access.holds],
        "goede_gesprekken": [iso_day(day) for day in access.good_calls],
        "inzagen": [_look_json(look) for look in access.looks],
        "doel": PURPOSE,
        "grondslag": ground(access),
        "ontvangers": RECIPIENTS,
        "bewaartermijnen": {severity.value: str(term) for severity, term in access.policy.retention},
        "inzagen_bewaard": str(access.looks_kept),
        "privacycontact": access.settings.get(Setting.PRIVACY_CONTACT),
        "contactpunt": access.settings.get(Setting.CONTACT_POINT),
        "klacht_bij": supervisor(access),
    }


def _incident_json(kept: KeptIncident) -> Json:
    judged = kept.judged
    return {
        **_told_json(kept.incident, surely=kept.surely),
        "melder": _EMPLOYEE,
        "bewaartermijn": str(kept.term) if kept.term is not None else None,
        "bewaard_tot": iso_day(judged.term_ends)
        if judged is not None and judged.term_ends is not None
        else None,
        "bewaard_omdat": judged.reason.value if judged is not None else None,
        "eerder": [{"tot": iso(one.until), **_told_json(one.incident, surely=True)} for one in kept.earlier],
    }


def _told_json(told: Incident, *, surely: bool) -> Json:
    return {
        "id": told.id,
        "op": iso(told.at),
        "vastgelegd_op": iso(told.recorded_at),
        "zekerheid": told.certainty.value if told.certainty is not None else None,
        "nummer": told.phone.key if told.phone is not None and surely else None,
        "naam_genoemd": told.name_told,
        "klantnummer_genoemd": told.customer_number_told,
        "soorten": list(told.kinds) if surely else [],
        "ernst": told.severity.value if surely else None,
        "kanaal": told.channel.value,
        "onderwerp": told.subject,
        "wat": told.account or None,
        "citaat": told.quote,
        "gewaarschuwd": told.warned,
        "beeindigd": told.ended,
        "overgedragen": told.handed_over,
        "politie": told.police,
        "fout_bij_ons": told.our_fault,
        "niet_toegezegd": told.refused,
        "hielp": told.helped,
        "excuses_op": iso_day(told.apologised_on) if told.apologised_on is not None else None,
        "aangifte": told.police_report.value,
        "status": told.status.value,
    }


def _decision_json(kept: KeptDecision, access: Access) -> Json:
    told = kept.decision
    return {
        **decision_json(told, access.on),
        "besluit_door": function_of_decider(access, told),
        "brieven": [{"soort": letter.kind.value, "op": iso(letter.at)} for letter in kept.letters],
    }


def _promise_json(record: PromiseRecord, access: Access) -> Json:
    return {**promise_record_json(record, access.on), "door": _EMPLOYEE}


def _look_json(look: Look) -> Json:
    return {"op": iso(look.at), "door": _EMPLOYEE, "soort": look.command}
