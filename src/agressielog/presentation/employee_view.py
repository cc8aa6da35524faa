"""Shows a colleague what is kept about them."""

from datetime import datetime

from agressielog.application.employee_file import EmployeeFile
from agressielog.domain.identity import measure_code, promise_code
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.json_documents import Json
from agressielog.presentation.labels import counted
from agressielog.presentation.moments import iso, iso_day, show_moment, show_short_day


def show_employee_file(screen: Screen, kept: EmployeeFile, now: datetime) -> None:
    """Print what is kept about a colleague."""
    screen.line(styled(f"Wat dit logboek bewaart over {kept.name}", Style.TITLE))
    screen.fields(
        [
            ("Meldingen", _listed([f"{one} ({show_short_day(day)})" for one, day in kept.reports])),
            ("Besluiten", _listed([f"{measure_code(m)} ({show_short_day(d)})" for m, d in kept.decisions])),
            ("Open toezeggingen", _listed([promise_code(promise) for promise, _ in kept.promises])),
            (
                "Nazorg die nog komt",
                _listed(
                    [
                        f"{step.value} bij incident {i} (voor {show_short_day(day)})"
                        for i, step, day in kept.care
                    ]
                ),
            ),
            ("Vastgelegd of verbeterd", f"{counted(kept.changes, 'regel', 'regels')} in de geschiedenis"),
            ("Opgezocht of bekeken", _looks(kept, now)),
        ],
        indent=2,
    )
    screen.line(
        f"Wie wie opzocht, wordt {kept.looks_kept} bewaard. Er worden geen cijfers per medewerker van gemaakt.",
        indent=2,
        hanging=2,
    )


def employee_json(kept: EmployeeFile) -> Json:
    """Return the document of `avg inzage --medewerker`."""
    return {
        "schema": "agressielog.avg.inzage.medewerker/1",
        "medewerker": kept.name,
        "op": iso_day(kept.on),
        "meldingen": [{"id": incident, "dag": iso_day(day)} for incident, day in kept.reports],
        "besluiten": [{"id": measure_code(one), "dag": iso_day(day)} for one, day in kept.decisions],
        "toezeggingen": [
            {"id": promise_code(one), "voor": iso_day(due) if due is not None else None}
            for one, due in kept.promises
        ],
        "nazorg": [
            {"incident": incident, "stap": step.value, "uiterlijk": iso_day(day)}
            for incident, step, day in kept.care
        ],
        "regels": kept.changes,
        "inzagen": kept.looks,
        "laatste_inzage": iso(kept.last_look) if kept.last_look is not None else None,
        "inzagen_bewaard": str(kept.looks_kept),
    }


def _looks(kept: EmployeeFile, now: datetime) -> str:
    if kept.last_look is None:
        return "nog niets"
    return f"{counted(kept.looks, 'keer', 'keer')}, het laatst op {show_moment(kept.last_look, now)}"


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "geen"
