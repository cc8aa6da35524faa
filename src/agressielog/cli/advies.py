"""`agressielog advies`: what the policy recommends, and why."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from agressielog.application.dossiers import advice_for, open_cases
from agressielog.application.errors import MissingAnswers
from agressielog.application.rights import rights_now
from agressielog.cli.asking import interactive
from agressielog.cli.despite import Reden, Toch, despite
from agressielog.cli.opening import opened, seen
from agressielog.cli.reading_options import read_day
from agressielog.presentation.advice_json import cases_json
from agressielog.presentation.advice_view import show_case, show_open_cases
from agressielog.presentation.rights_view import show_rights


def command(
    ctx: typer.Context,
    caller: Annotated[
        str | None,
        typer.Argument(
            metavar="[BELLER]", help="Eén beller, met het waarom: B12, een nummer of klantnummer."
        ),
    ] = None,
    reference_day: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="DATUM", help="Oordeel over deze dag; gewoonlijk vandaag."),
    ] = None,
    policy_file: Annotated[
        Path | None,
        typer.Option(
            "--beleid",
            metavar="BESTAND",
            help="Wat een ander beleid zou adviseren; er wordt niets opgeslagen.",
        ),
    ] = None,
    all_the_same: Toch = False,
    reason: Reden = None,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Toon wat het beleid adviseert, en waarom.

    Zonder beller: iedereen van wie een incident om een antwoord vraagt, het dringendste eerst. In een
    terminal loop je ze een voor een langs.

        agressielog advies
        agressielog advies B12
    """
    app, output = opened(ctx)
    on = read_day(app, reference_day) or app.today
    policy = app.policy_source(str(policy_file)).policy if policy_file is not None else app.policy_on(on)
    cases = (
        [advice_for(app.store, caller, policy, on, app.country)]
        if caller
        else open_cases(app.store, policy, on)
    )
    seen(ctx, (case.caller.id for case in cases))
    if all_the_same and caller is None:
        # A reason is about somebody.
        raise MissingAnswers(("BELLER",), on_terminal=False)
    if caller is not None and despite(app, cases[0].caller.id, wanted=all_the_same, reason=reason):
        cases = [replace(cases[0], restricted=False)]
    if as_json:
        output.answer.json(cases_json([(case, rights_now(app.store, case.caller.id, on)) for case in cases]))
    elif caller is not None:
        show_case(output.answer, cases[0], app.now)
        show_rights(output.answer, rights_now(app.store, cases[0].caller.id, on), indent=2)
    else:
        show_open_cases(output.answer, cases, app.now)
        if interactive() and policy_file is None and reference_day is None:
            from agressielog.cli.advice_walk import walk

            walk(app, output, cases)
