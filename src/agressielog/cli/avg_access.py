"""`agressielog avg inzage`: everything about one person, to give out; or what is kept about a colleague."""

import json
from pathlib import Path
from typing import Annotated

import typer

from agressielog.application.access import Access, access_of
from agressielog.application.employee_file import employee_file
from agressielog.application.errors import MissingAnswers
from agressielog.application.usage_errors import Contradiction
from agressielog.bootstrap import App
from agressielog.cli.opening import opened, seen
from agressielog.domain.identity import caller_code
from agressielog.domain.setting import Setting
from agressielog.domain.text import keep_line
from agressielog.presentation.access_json import access_json
from agressielog.presentation.access_page import access_text
from agressielog.presentation.console import Output
from agressielog.presentation.employee_view import employee_json, show_employee_file
from agressielog.settings.safe_files import written_aside

_TEXT, _JSON = "inzage.txt", "inzage.json"
_OWNER_ONLY = 0o700


def inzage(
    ctx: typer.Context,
    caller: Annotated[
        str | None,
        typer.Argument(metavar="[BELLER]", help="B12, of een nummer of klantnummer van één beller."),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option("--uitvoer", "-o", metavar="MAP", help="De map om te maken, alleen voor jou leesbaar."),
    ] = None,
    colleague: Annotated[
        str | None,
        typer.Option("--medewerker", metavar="NAAM", help="Wat er over een collega bewaard wordt."),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang de bestanden als ze er al zijn.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Verzamel alles over één persoon, om mee te geven: leesbaar en als JSON.

    Namen en nummers van medewerkers en van anderen blijven eruit. Erbij staat waarom het bewaard wordt, hoe lang,
    wie het krijgt en welke rechten er zijn. Met --medewerker staat er wat er over een collega bewaard wordt, zonder
    aantallen; welke gegevens het zijn, ziet alleen wie zo heet.

        agressielog avg inzage B12 -o inzage-B12
        agressielog avg inzage --medewerker 'Mia de Vries'
    """
    if caller is not None and colleague is not None:
        raise Contradiction("BELLER", "--medewerker")
    if colleague is not None and target is not None:
        raise Contradiction("--medewerker", "--uitvoer")
    if colleague is None and (caller is None or target is None):
        needed = (("BELLER", caller), ("--uitvoer", target))
        raise MissingAnswers(tuple(name for name, told in needed if told is None), on_terminal=False)
    app, output = opened(ctx)
    if colleague is not None:
        seen(ctx, ())
        _tell_colleague(app, output, keep_line("--medewerker", colleague), as_json=as_json)
        return
    access = access_of(app.store, caller or "", app.policy, app.settings, now=app.now, country=app.country)
    seen(ctx, [access.caller.id])
    _give_out(app, output, access, Path(target or ""), overwrite=overwrite, as_json=as_json)


def _tell_colleague(app: App, output: Output, name: str, *, as_json: bool) -> None:
    kept = employee_file(app.store, name, app.policy, app.today, asked_by=app.name)
    contact = app.settings.get(Setting.PRIVACY_CONTACT)
    if as_json:
        output.answer.json(employee_json(kept, contact))
    else:
        show_employee_file(output.answer, kept, contact)


def _give_out(
    app: App, output: Output, access: Access, folder: Path, *, overwrite: bool, as_json: bool
) -> None:
    document = json.dumps(access_json(access), ensure_ascii=False, indent=2) + "\n"
    folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    for name, content in ((_TEXT, access_text(access)), (_JSON, document)):
        with written_aside(folder / name, overwrite=overwrite, never=app.path) as file:
            file.write(content.encode())
    whose = caller_code(access.caller.id)
    if as_json:
        output.answer.json(
            {
                "schema": "agressielog.avg.inzage/1",
                "beller": whose,
                "bestanden": [str(folder / _TEXT), str(folder / _JSON)],
            }
        )
    else:
        output.answer.line(f"De inzage van {whose} staat in {folder}: {_TEXT} en {_JSON}.")
    output.notice(
        "Lees hem na voordat je hem meegeeft: een naam in een tekst herkent het programma niet altijd. Stel eerst vast "
        "dat de vrager deze persoon is."
    )
