"""What a period counted of erased records, as the JSON text that is kept: figures by heading, and nobody."""

import json
from datetime import date

from agressielog.domain.decision import Verdict
from agressielog.domain.duty import DutyKind
from agressielog.domain.figures import Figures
from agressielog.domain.follow_up import DutyTally, FollowUp, Kept
from agressielog.domain.ladder import MeasureCode
from agressielog.domain.policy import KindCode
from agressielog.domain.vocabulary import Channel, PoliceReport, Severity
from agressielog.storage.rows import to_json


def to_text(figures: Figures) -> str:
    """Return *figures* as canonical JSON; named callers are left out."""
    return to_json(
        {
            "totaal": figures.total,
            "gewaarschuwd": figures.warned,
            "beeindigd": figures.ended,
            "overgedragen": figures.handed_over,
            "grens_gesteld": figures.any_limit,
            "politie": figures.police,
            "fout_bij_ons": figures.our_fault,
            "anoniem": figures.withheld,
            "onvolledig": figures.incomplete,
            "bellers": figures.callers,
            "herhaalde_bellers": figures.repeating,
            "per_soort": [list(pair) for pair in figures.per_kind],
            "per_ernst": [[severity.value, n] for severity, n in figures.per_severity],
            "per_team": [list(pair) for pair in figures.per_team],
            "per_kanaal": [[channel.value, n] for channel, n in figures.per_channel],
            "per_onderwerp": [list(pair) for pair in figures.per_subject],
            "per_aangifte": [[report.value, n] for report, n in figures.per_police_report],
            "per_uur_en_weekdag": [list(cell) for cell in figures.per_hour_and_weekday],
            "per_dag": [[day.isoformat(), n] for day, n in figures.per_day],
        }
    )


def from_text(text: str) -> Figures:
    """Return the figures that `to_text` wrote."""
    kept = json.loads(text)
    return Figures(
        per_kind=tuple((KindCode(code), int(n)) for code, n in kept["per_soort"]),
        per_severity=tuple((Severity(code), int(n)) for code, n in kept["per_ernst"]),
        per_team=tuple((_name(name), int(n)) for name, n in kept["per_team"]),
        per_channel=tuple((Channel(code), int(n)) for code, n in kept["per_kanaal"]),
        per_subject=tuple((_name(name), int(n)) for name, n in kept["per_onderwerp"]),
        per_police_report=tuple((PoliceReport(code), int(n)) for code, n in kept["per_aangifte"]),
        per_hour_and_weekday=tuple(
            (int(hour), int(day), int(n)) for hour, day, n in kept["per_uur_en_weekdag"]
        ),
        per_day=tuple((date.fromisoformat(day), int(n)) for day, n in kept["per_dag"]),
        total=int(kept["totaal"]),
        warned=int(kept["gewaarschuwd"]),
        ended=int(kept["beeindigd"]),
        handed_over=int(kept["overgedragen"]),
        any_limit=int(kept["grens_gesteld"]),
        police=int(kept["politie"]),
        our_fault=int(kept["fout_bij_ons"]),
        withheld=int(kept["anoniem"]),
        incomplete=int(kept["onvolledig"]),
        callers=int(kept["bellers"]),
        repeating=int(kept["herhaalde_bellers"]),
    )


def follow_up_to_text(told: FollowUp) -> str:
    """Return what became of erased records as canonical JSON."""
    return to_json(
        {
            "reacties": [told.reactions.on_time, told.reactions.late],
            "nazorg": [told.care.on_time, told.care.late],
            "besluiten": [list(pair) for pair in told.decided],
            "lopend": [list(pair) for pair in told.running],
            "bezwaren": told.objections,
            "uitkomsten": [[verdict.value, n] for verdict, n in told.verdicts],
            "goede_gesprekken": told.good_calls,
            "taken": [[tally.kind.value, tally.in_time, tally.late] for tally in told.duties],
        }
    )


def follow_up_from(text: str) -> FollowUp:
    """Return what `follow_up_to_text` wrote."""
    kept = json.loads(text)
    return FollowUp(
        reactions=Kept(*map(int, kept["reacties"])),
        care=Kept(*map(int, kept["nazorg"])),
        decided=tuple(
            (MeasureCode(code) if code is not None else None, int(n)) for code, n in kept["besluiten"]
        ),
        running=tuple((MeasureCode(code), int(n)) for code, n in kept["lopend"]),
        objections=int(kept["bezwaren"]),
        verdicts=tuple((Verdict(code), int(n)) for code, n in kept["uitkomsten"]),
        good_calls=int(kept["goede_gesprekken"]),
        duties=tuple(DutyTally(DutyKind(kind), int(n), int(late)) for kind, n, late in kept["taken"]),
    )


def _name(name: object) -> str | None:
    return None if name is None else str(name)
