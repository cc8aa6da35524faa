"""Words a duty: what has to be done, about whom, how late it is, and the command that does it."""

from collections.abc import Mapping
from datetime import timedelta

from agressielog.domain.aftercare import AftercareClosed
from agressielog.domain.duty import AsOf, Duty, DutyKind
from agressielog.domain.identity import (
    CallerId,
    caller_code,
    measure_code,
    promise_code,
    request_code,
)
from agressielog.domain.local_time import local_day
from agressielog.domain.measure import EndKind
from agressielog.domain.request import RequestKind
from agressielog.domain.vocabulary import IncidentStatus
from agressielog.presentation.aftercare_view import closed_label, step_label
from agressielog.presentation.finding_text import enumerated
from agressielog.presentation.labels import counted

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)
# Up to here hours tell more than days.
_HOURS_SHOWN = 48

#: Duties that are the colleague's own to do, or owed to a colleague.
_COLLEAGUES = frozenset({DutyKind.AFTERCARE, DutyKind.COMPLETING, DutyKind.COMPLAINT})

_WHAT = {
    DutyKind.REACTION: "Reactie op incident {incidents}",
    DutyKind.DELIVERY: "{measure} uitreiken",
    DutyKind.AFTERCARE: "Nazorg na incident {incident}: {talk}",
    DutyKind.OBJECTION: "Bezwaar tegen {measure} beantwoorden",
    DutyKind.REQUEST: "Verzoek {request} om {asked} beantwoorden",
    DutyKind.REVIEW: "{measure} evalueren",
    DutyKind.PROMISE: "Toezegging {promise}: {promised}",
    DutyKind.COMPLAINT: "Laatste dag voor een klacht over incident {incident} bij de politie",
    DutyKind.ENDING: "{measure} loopt af",
    DutyKind.LINK: "Incident {incident}: was het zeker deze beller?",
    DutyKind.CONFIRMING: "Incident {incident} bevestigen",
    DutyKind.COMPLETING: "Incident {incident} aanvullen",
    DutyKind.HOLD: "Kijken of {held} nog vastgehouden moet worden",
    DutyKind.BACKUP: "Reservekopie maken",
}
#: Words in capitals are to be filled in.
_COMMANDS = {
    DutyKind.REACTION: "maatregel add {caller}",
    DutyKind.DELIVERY: "maatregel deliver {code}",
    DutyKind.AFTERCARE: "nazorg done {incident} --stap {step} --door NAAM",
    DutyKind.OBJECTION: "maatregel bezwaar {code} --beantwoord DATUM --uitkomst UITKOMST --reden TEKST",
    DutyKind.REQUEST: "avg verzoek done {request} --uitkomst UITKOMST",
    DutyKind.REVIEW: "maatregel review {code}",
    DutyKind.PROMISE: "toezegging done {promise}",
    DutyKind.COMPLAINT: "aangifte {incident}",
    DutyKind.ENDING: "maatregel show {code}",
    DutyKind.LINK: "edit {incident} --zeker",
    DutyKind.CONFIRMING: "edit {incident} --status bevestigd",
    DutyKind.COMPLETING: "edit {incident}",
    DutyKind.HOLD: "avg vasthouden {held} --reden TEKST",
    DutyKind.BACKUP: "backup",
}


def what(duty: Duty) -> str:
    """Return what has to be done, in a few words without a name: `Reactie op incident 42`."""
    return _WHAT[duty.kind].format_map(_words(duty))


def short(duty: Duty) -> str:
    """Return what has to be done in a word, where the command beside it tells the rest."""
    if duty.asked_for is RequestKind.OBJECTION:
        return "bezwaar (AVG)"
    return duty.asked_for.value if duty.asked_for is not None else duty.kind.value


def command_for(duty: Duty) -> str:
    """Return the command that does it, without the name of the program."""
    if duty.with_delivery is not None:
        return _COMMANDS[DutyKind.DELIVERY].format(code=measure_code(duty.with_delivery))
    return _COMMANDS[duty.kind].format_map(_words(duty))


def short_command(duty: Duty) -> str:
    """Return the command as far as a table has room for it; what it still needs it asks, or says."""
    words = command_for(duty).split(" --")
    kept = [word for word in words[1:] if not word.split(" ")[-1].isupper()]
    return " --".join([words[0], *kept])


def whom(duty: Duty) -> str | None:
    """Return for whom, as JSON has it: a caller (`B12`), or a colleague's name; None for nobody."""
    if duty.caller is not None and duty.kind not in _COLLEAGUES:
        return caller_code(duty.caller)
    return duty.colleague


def named(duty: Duty, names: Mapping[CallerId, str | None]) -> str:
    """Return for whom, as a screen has it: `B12 J. Jansen`, or a colleague's name."""
    if duty.caller is not None and duty.kind not in _COLLEAGUES:
        name = names.get(duty.caller)
        return f"{caller_code(duty.caller)} {name}" if name else caller_code(duty.caller)
    return duty.colleague or ""


def how_late(duty: Duty, moment: AsOf) -> str:
    """Return how late it is or how much time is left, without saying which: `3 dagen`, `5 uur`, `vandaag`."""
    late = duty.late_by(moment.at)
    days = abs((local_day(moment.at) - duty.due_day).days)
    if duty.whole_day:
        return counted(days, "dag", "dagen") if days else "vandaag"
    apart = abs(late)
    if apart < _HOUR:
        return counted(max(1, apart // _MINUTE), "minuut", "minuten")
    hours = apart // _HOUR
    return f"{hours} uur" if hours < _HOURS_SHOWN else counted(apart.days, "dag", "dagen")


def why_lapsed(duty: Duty) -> str:
    """Return why nobody has to do it any more."""
    lapsed = duty.lapsed or ""
    if duty.kind is DutyKind.AFTERCARE:
        return closed_label(AftercareClosed(lapsed))
    if duty.measure is not None:
        return f"de maatregel is {EndKind(lapsed).value}"
    return f"het incident is {IncidentStatus(lapsed).value}"


def _words(duty: Duty) -> dict[str, str]:
    """Return the words for every fact there is; a text of a user is only ever a value."""
    code = measure_code(duty.measure) if duty.measure is not None else ""
    return {
        "caller": caller_code(duty.caller) if duty.caller is not None else "",
        "held": caller_code(duty.caller)
        if duty.caller is not None
        else f"{duty.incidents[0]}"
        if duty.incidents
        else "",
        "incident": str(duty.incidents[0]) if duty.incidents else "",
        "incidents": enumerated([str(one) for one in duty.incidents]) if duty.incidents else "",
        "code": code,
        "measure": f"{code} ({duty.label})",
        "promise": promise_code(duty.promise) if duty.promise is not None else "",
        "promised": duty.promised or "",
        "request": request_code(duty.request) if duty.request is not None else "",
        "asked": duty.asked_for.value if duty.asked_for is not None else "",
        "step": duty.step.value if duty.step is not None else "",
        "talk": step_label(duty.step) if duty.step is not None else "",
    }
