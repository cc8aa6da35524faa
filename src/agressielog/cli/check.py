"""`agressielog check`: whether the file is whole, and whether anybody else wrote in it."""

from typing import Annotated

import typer

from agressielog.application.check import check, steps
from agressielog.bootstrap import open_evidence, unsafe_place
from agressielog.cli.exit_status import ExitStatus
from agressielog.cli.main import globals_of
from agressielog.domain.anchor import parse_anchor
from agressielog.presentation.check_view import check_json, show_check
from agressielog.presentation.console import standard_output


def command(
    ctx: typer.Context,
    in_full: Annotated[
        bool, typer.Option("--uitgebreid", help="Toon elke controle, elke fout, en het anker van nu.")
    ] = False,
    anchors: Annotated[
        list[str] | None,
        typer.Option(
            "--anker",
            metavar="WAARDE",
            help="Een registratiecode van een rapport of brief: bewijs dat de keten daar nog door loopt.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Kijk na of het logboek heel is en of een ander erin schreef.

    Klopt alles, dan staat dat er in één regel; in een geplande taak of een pijp blijft het stil, met afsluitcode 0.
    Anders komt er een regel per fout, en is de afsluitcode 6. Op het scherm worden veel fouten van één soort
    geteld.

    Of het eind van het logboek is afgekapt, of het geheel herschreven, blijkt alleen uit een anker: de
    registratiecode die onder een rapport en op elke brief staat.

      agressielog check --anker 1234-FNYQT-ZBXFN-YQTZB-XFNYQ-TZBXF
    """
    printed = [parse_anchor(typed) for typed in anchors or ()]
    path, evidence = open_evidence(globals_of(ctx).db)
    output = standard_output()
    with output.progress(steps(evidence), "Nakijken") as done:
        checked = check(evidence, printed, unsafe_place=unsafe_place(path), done=done)
    if as_json:
        output.answer.json(check_json(checked, str(path)))
    else:
        show_check(output.answer, checked, in_full=in_full)
    if checked.faults:
        raise typer.Exit(ExitStatus.DAMAGED)
