"""`agressielog restore`: a back-up in place of the logbook."""

from functools import partial
from typing import Annotated

import typer

from agressielog.application.backups import compare, known_backups, restore
from agressielog.application.errors import MissingAnswers
from agressielog.application.ports.records import Stored
from agressielog.bootstrap import copies_at, deed_of, policy_of_copy, store_at
from agressielog.cli.asking import StepBack, ask_yes_no, interactive
from agressielog.cli.backup_folder import backup_folder
from agressielog.cli.main import globals_of
from agressielog.cli.opening import opened
from agressielog.presentation.backup_view import (
    backups_json,
    restore_json,
    show_backups,
    show_comparison,
    show_restored,
)
from agressielog.presentation.console import standard_output


def command(
    ctx: typer.Context,
    path: Annotated[
        str | None,
        typer.Argument(metavar="[BESTAND]", help="De reservekopie. Zonder bestand: welke kopieën er zijn."),
    ] = None,
    agreed: Annotated[bool, typer.Option("--ja", help="Vraag niet of het goed is.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Zet een reservekopie terug; wat er nu staat blijft ernaast bewaard.

    Eerst zie je wat er verandert. Wat na de kopie is vastgelegd, staat daarna niet meer in het logboek,
    maar nog wel in het bestand dat bewaard blijft.

      agressielog restore
      agressielog restore /srv/reserve/agressielog-20261122T021500Z.db
    """
    if path is None:
        _show_known(ctx, as_json=as_json)
        return
    chosen, output = globals_of(ctx), standard_output()
    copies, deed = copies_at(chosen.db), deed_of("restore", chosen.as_name)
    comparison = compare(copies, path)
    if not agreed:
        if not interactive():
            raise MissingAnswers(("--ja",))
        show_comparison(output.answer, comparison, deed.at)
        if not _agrees():
            output.answer.line("Niets veranderd.")
            return
    kept = restore(
        store_at(chosen.db, chosen.last_write.note), copies, deed, path, partial(policy_of_copy, path)
    )
    chosen.last_write.note(Stored(deed, ()))
    if as_json:
        output.answer.json(restore_json(path, kept, comparison, copies.contents()))
    else:
        show_restored(output.answer, comparison, copies.contents(), kept, deed.at)


def _agrees() -> bool:
    try:
        return ask_yes_no("Terugzetten?", default=False)
    except StepBack:
        return False


def _show_known(ctx: typer.Context, *, as_json: bool) -> None:
    app, output = opened(ctx)
    folder = backup_folder(app, None)
    names = known_backups(copies_at(globals_of(ctx).db), folder)
    if as_json:
        output.answer.json(backups_json(folder, names))
    else:
        show_backups(output.answer, folder, names, app.now)
