"""The report that may leave the house as JSON: the keys of the complete one, `"<5"` for what is hidden.

What was left out is null and named under `weggelaten`.
"""

from collections.abc import Iterable

from agressielog.application.sharing import SharedEarlier, SharedReport
from agressielog.domain.decision import Verdict
from agressielog.domain.shared_follow_up import SharedFollowUp, SharedKept
from agressielog.domain.suppression import Shown
from agressielog.presentation.follow_up_view import decided_json
from agressielog.presentation.json_documents import Json
from agressielog.presentation.moments import iso_day
from agressielog.presentation.report_json import period_json


def shared_report_json(report: SharedReport, *, organisation: str | None = None, demo: bool = False) -> Json:
    """Return the document of what may be told of a report."""
    figures = report.figures
    counts: Json = {
        "per_soort": _table(figures.per_kind),
        "per_ernst": _table(figures.per_severity),
        "per_team": _table(figures.per_team),
        "per_kanaal": _table(figures.per_channel),
        "per_onderwerp": _table(figures.per_subject),
        "per_uur": _list(figures.per_hour),
        "per_weekdag": _list(figures.per_weekday),
        "per_uur_en_weekdag": None
        if figures.per_hour_and_weekday is None
        else [list(day) for day in figures.per_hour_and_weekday],
        # Nearly every day has one to four: they would say when it was.
        "per_dag": None,
        "grens_gesteld": figures.any_limit,
        "gewaarschuwd": figures.warned,
        "beeindigd": figures.ended,
        "overgedragen": figures.handed_over,
        "politie": figures.police,
        "aangifte": _table(figures.per_police_report),
        "fout_bij_ons": figures.our_fault,
        "anoniem": figures.withheld,
        "onvolledig": figures.incomplete,
        "bellers": {"uniek": figures.callers, "herhaald": figures.repeating},
        "herhaalde_bellers": None,
        **_follow_up(report.follow_up),
        "taken": None,
    }
    return {
        "schema": "agressielog.report/1",
        "organisatie": organisation,
        "voorbeeld": demo,
        "delen": True,
        "weggelaten": [key for key, told in counts.items() if told is None],
        "anker": str(report.anchor) if report.anchor is not None else None,
        "periode": {
            **period_json(report.period),
            "geteld_tot_en_met": iso_day(report.until) if report.begun else None,
        },
        "totaal": figures.total,
        "vorige_periode": report.previous.total,
        "zelfde_periode_vorig_jaar": report.last_year.total,
        "vergelijking": {
            "vorige_periode": _earlier(report.previous),
            "zelfde_periode_vorig_jaar": _earlier(report.last_year),
        },
        **counts,
    }


def _earlier(earlier: SharedEarlier) -> Json:
    return {
        "periode": {**period_json(earlier.period), "vergeleken_tot_en_met": iso_day(earlier.until)},
        "totaal": earlier.total,
        "vergeleken": earlier.so_far,
        "verschil": earlier.change.difference if earlier.change else None,
        "procent": earlier.change.percent if earlier.change else None,
        "per_soort": None,
    }


def _follow_up(found: SharedFollowUp) -> Json:
    return {
        "reacties": {"binnen_uren": found.reaction_hours, **_kept(found.reactions)},
        "nazorg": _kept(found.care),
        "maatregelen": decided_json(found),
        "bezwaren": {
            "ontvangen": found.objections,
            **{verdict.value: dict(found.verdicts).get(verdict, 0) for verdict in Verdict},
            "open": None,
            "te_laat": None,
        },
        "goede_gesprekken": found.good_calls,
    }


def _kept(kept: SharedKept) -> Json:
    return {"op_tijd": kept.on_time, "te_laat": kept.late, "procent": kept.percent}


def _table(counts: Iterable[tuple[str | None, Shown]] | None) -> Json | None:
    return None if counts is None else {name if name is not None else "": number for name, number in counts}


def _list(counts: Iterable[Shown] | None) -> list[Shown] | None:
    return None if counts is None else list(counts)
