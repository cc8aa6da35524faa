"""`agressielog demo`: a fictitious call centre, and the daily commands carried out on it."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import Annotated

import typer

from agressielog.application.demo import make_demo
from agressielog.application.demo_material import Material
from agressielog.application.errors import FolderHoldsLogbook, LogbookIsFolder, LogbookMissing, NotALogbook
from agressielog.application.finding_callers import find_caller
from agressielog.application.measures import decisions_about
from agressielog.application.report import month_just_ended
from agressielog.bootstrap import App, open_app
from agressielog.cli.main import PROGRAM, globals_of, run
from agressielog.domain.decision import MeasureStatus
from agressielog.domain.identity import caller_code, measure_code
from agressielog.domain.period import PeriodSort, parse_period
from agressielog.domain.setting import Setting
from agressielog.presentation.console import standard_output
from agressielog.presentation.demo_view import show_onward, show_opening, show_step
from agressielog.settings.demo_texts import demo_material

# Another name than a user's own logbook, so that neither is ever taken for the other.
_NAME, _SUFFIX = "voorbeeld", ".db"
_SEED = 2026


def command(
    ctx: typer.Context,
    folder: Annotated[
        str | None,
        typer.Option(
            "--map",
            metavar="MAP",
            help="Waar het voorbeeld komt te staan.",
            show_default="een tijdelijke map",
        ),
    ] = None,
) -> None:
    """Maak een voorbeeldlogboek en laat zien wat het kan.

    Alle mensen, nummers en gesprekken zijn verzonnen. Het voorbeeld is een eigen bestand: je eigen logboek
    blijft ongemoeid.
    """
    material = demo_material()
    app = open_app(_new_place(folder), globals_of(ctx).as_name, may_create=True)
    made = make_demo(
        app.store,
        app.deed("demo"),
        material,
        app.policy,
        today=app.today,
        chance=Random(_SEED),  # noqa: S311 - the same logbook every time is what it is for
        keep=app.policy_source(app.policy.name),
    )
    screen = standard_output().answer
    show_opening(screen, material.settings[Setting.ORGANISATION], made, app.path)
    for title, arguments in _tour(app, material):
        show_step(screen, title, [PROGRAM, *arguments])
        status = run(arguments)
        if status:
            raise typer.Exit(status)
    show_onward(screen, _hints(app, material, temporary=folder is None), _name_here())


def _new_place(folder: str | None) -> Path:
    """Return a path at which there is nothing yet: the demo overwrites and removes nothing, ever.

    Raises:
        FolderHoldsLogbook: the folder has a logbook that is no demo.
    """
    if folder is None:
        return Path(tempfile.mkdtemp(prefix="agressielog-")) / f"{_NAME}{_SUFFIX}"
    wanted = Path(folder).expanduser()
    for file in sorted(wanted.glob(f"*{_SUFFIX}")):
        if _is_somebodys(file):
            raise FolderHoldsLogbook(str(file))
    names = (f"{_NAME}{_SUFFIX}" if number == 1 else f"{_NAME}-{number}{_SUFFIX}" for number in count(1))
    return next(wanted / name for name in names if not os.path.lexists(wanted / name))


def _is_somebodys(file: Path) -> bool:
    """Tell whether a file is a logbook that somebody uses; what cannot be told is told as an error."""
    try:
        return not open_app(file, None).is_demo
    except (LogbookMissing, LogbookIsFolder, NotALogbook):
        return False


def _tour(app: App, material: Material) -> Iterator[tuple[str, list[str]]]:
    """Yield the steps: what happens, and the arguments of the command that answers it."""
    number = material.number_of("rondleiding")
    with app.store.reading() as reading:
        caller = caller_code(find_caller(reading, number, app.country).id)
    told = [word for option, value in material.tour.items() for word in (f"--{option}", value)]
    db = ["--db", str(app.path)]
    yield "1. De telefoon gaat. Wie belt er, en wat doe je?", [*db, "lookup", number]
    yield "2. Hij schold. Na het gesprek leg je het vast.", [
        *db, "add", number, "--beller", caller, "--gewaarschuwd", *told
    ]  # fmt: skip
    yield "3. Belt hij weer, dan ziet elke collega wat er speelt en wat hielp.", [*db, "lookup", number]
    month = ["--maand"] if _month_has_figures(app) else ["--maand", "vorige"]
    yield "4. De teamleider ziet de maand op één pagina.", [*db, "report", *month]


def _month_has_figures(app: App) -> bool:
    """Tell whether enough of this month is over to show something; `report` itself says so too."""
    return month_just_ended(parse_period(None, PeriodSort.MONTH, app.today), app.today) is None


def _hints(app: App, material: Material, *, temporary: bool) -> list[tuple[str, list[str]]]:
    on_demo = [PROGRAM, "--db", str(app.path)]
    return [
        ("Een gezin dat één telefoon deelt", [*on_demo, "lookup", material.number_of("gedeeld")]),
        ("Een contactverbod dat nu loopt", [*on_demo, "lookup", material.number_of("verboden")]),
        ("Een brief die nog de deur uit moet", [*on_demo, "brief", _letter_to_send(app, material)]),
        ("Vaak kritisch, en dat telt nooit mee", [*on_demo, "lookup", material.number_of("criticus")]),
        ("Zelf een gesprek vastleggen; je krijgt zes korte vragen", [*on_demo, "add"]),
        ("Het voorbeeld weggooien", _removal(app.path, temporary=temporary)),
        ("Beginnen met je eigen logboek", [PROGRAM, "instelling"]),
    ]


def _letter_to_send(app: App, material: Material) -> str:
    """Return the code of the measure that was decided and did not reach the caller yet."""
    decided = decisions_about(app.store, material.number_of("brief"), app.country, app.today)
    return measure_code(next(one.id for one in decided if one.status(app.today) is MeasureStatus.UNDELIVERED))


def _removal(path: Path, *, temporary: bool) -> list[str]:
    """Return how a shell removes the demo: its folder only where that was made for it."""
    command = ["Remove-Item", "-Recurse"] if os.name == "nt" else ["rm", "-r"]
    return [*command, str(path.parent)] if temporary else [command[0], str(path)]


def _name_here() -> str | None:
    """Return how the program was started, where its plain name would not be found; else None."""
    started = Path(sys.argv[0])
    return sys.argv[0] if started.stem == PROGRAM and shutil.which(PROGRAM) is None else None
