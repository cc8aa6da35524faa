"""`agressielog backup`: a copy of the logbook that was looked at."""

from typing import Annotated

import typer

from agressielog.application.backups import make_backup
from agressielog.application.usage_errors import NotPositive
from agressielog.bootstrap import copies_at
from agressielog.cli.backup_folder import backup_folder
from agressielog.cli.opening import opened
from agressielog.presentation.backup_view import backup_json, show_backup


def command(
    ctx: typer.Context,
    folder: Annotated[
        str | None,
        typer.Option("--map", metavar="MAP", help="Waar de kopie komt; anders de instelling reservemap."),
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option(
            "--bewaar",
            metavar="AANTAL",
            help="Laat zoveel kopieën staan en ruim oudere op; anders blijven alle.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Maak een reservekopie van het logboek, ook terwijl anderen doorwerken.

    De kopie telt pas als zij nagekeken is. Alleen jij kunt haar lezen. Elke nacht, in een geplande taak:

      agressielog backup --bewaar 30
    """
    if keep is not None and keep < 1:
        raise NotPositive("--bewaar", keep)
    app, output = opened(ctx)
    target = backup_folder(app, folder)
    made = make_backup(app.store, copies_at(app.path), app.deed("backup"), target, keep)
    if as_json:
        output.answer.json(backup_json(made))
    else:
        show_backup(output.answer, made)
