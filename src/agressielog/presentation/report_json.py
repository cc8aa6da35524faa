"""The report as JSON, key by key (design 3.1); keys are added, never renamed or removed.

Lists that are fixed (severity, channel, hour, weekday, day) are complete, zeros included; open ones (kind,
team, subject) hold what occurs. What was not filled in stands under the empty key, which nobody can type.
"""

from collections.abc import Iterable

from agressielog.application.report import Earlier, Report
from agressielog.domain.figures import RepeatCaller
from agressielog.domain.identity import caller_code
from agressielog.domain.period import Period
from agressielog.domain.vocabulary import Channel, PoliceReport, Severity
from agressielog.presentation.follow_up_view import follow_up_json
from agressielog.presentation.json_documents import Json
from agressielog.presentation.moments import iso_day


def report_json(report: Report, *, organisation: str | None = None, demo: bool = False) -> Json:
    """Return the document of a report."""
    figures, week = report.figures, report.figures.week
    return {
        "schema": "agressielog.report/1",
        "organisatie": organisation,
        "voorbeeld": demo,
        "delen": False,
        "weggelaten": [],
        "anker": str(report.anchor) if report.anchor is not None else None,
        "periode": {
            **period_json(report.period),
            "geteld_tot_en_met": iso_day(report.until) if report.begun else None,
        },
        "totaal": figures.total,
        "vorige_periode": report.previous.figures.total,
        "zelfde_periode_vorig_jaar": report.last_year.figures.total,
        "vergelijking": {
            "vorige_periode": _earlier(report, report.previous),
            "zelfde_periode_vorig_jaar": _earlier(report, report.last_year),
        },
        "per_soort": _open(figures.per_kind),
        "per_ernst": {severity.value: dict(figures.per_severity).get(severity, 0) for severity in Severity},
        "per_team": _open(figures.per_team),
        "per_kanaal": {channel.value: dict(figures.per_channel).get(channel, 0) for channel in Channel},
        "per_onderwerp": _open(figures.per_subject),
        "per_uur": [sum(hour) for hour in zip(*week, strict=True)],
        "per_weekdag": [sum(day) for day in week],
        "per_uur_en_weekdag": [list(day) for day in week],
        "per_dag": _per_day(report),
        "grens_gesteld": figures.any_limit,
        "gewaarschuwd": figures.warned,
        "beeindigd": figures.ended,
        "overgedragen": figures.handed_over,
        "politie": figures.police,
        "aangifte": {advice.value: dict(figures.per_police_report).get(advice, 0) for advice in PoliceReport},
        "fout_bij_ons": figures.our_fault,
        "anoniem": figures.withheld,
        "onvolledig": figures.incomplete,
        "bellers": {"uniek": figures.callers, "herhaald": figures.repeating},
        "herhaalde_bellers": [_repeat_caller(caller) for caller in figures.repeat_callers],
        **follow_up_json(report.follow_up),
    }


def period_json(period: Period) -> Json:
    """Return a period with its local days, both inclusive."""
    return {"naam": period.name, "van": iso_day(period.first), "tot": iso_day(period.last)}


def _earlier(report: Report, earlier: Earlier) -> Json:
    change = report.change_from(earlier) if report.begun else None
    return {
        "periode": {**period_json(earlier.period), "vergeleken_tot_en_met": iso_day(earlier.until)},
        "totaal": earlier.figures.total,
        "vergeleken": earlier.so_far,
        "verschil": change.difference if change else None,
        "procent": change.percent if change else None,
        "per_soort": _open(earlier.figures.per_kind),
    }


def _open(counts: Iterable[tuple[str | None, int]]) -> Json:
    return {name if name is not None else "": number for name, number in counts}


def _per_day(report: Report) -> Json:
    found = dict(report.figures.per_day)
    return {iso_day(day): found.get(day, 0) for day in report.period.days() if day <= report.until}


def _repeat_caller(caller: RepeatCaller) -> Json:
    return {
        "beller": caller_code(caller.caller),
        "nummers": [number.masked for number in caller.numbers],
        "incidenten": caller.incidents,
    }
