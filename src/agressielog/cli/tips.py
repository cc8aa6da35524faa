"""`agressielog tips`: words that help, during the call."""

from pathlib import Path
from typing import Annotated

import typer

from agressielog.application.tips import keep_tips
from agressielog.application.usage_errors import Contradiction
from agressielog.bootstrap import open_app
from agressielog.cli.main import globals_of
from agressielog.cli.opening import announce_new, opened_or_new
from agressielog.domain.errors import AgressielogError
from agressielog.domain.setting import TIP_TEXTS
from agressielog.presentation.console import Output, standard_output
from agressielog.presentation.mistakes.wording import word
from agressielog.presentation.tips_view import show_card, show_kept, show_page, show_tips_faulty, tips_json
from agressielog.settings.shipped_files import SHIPPED_TIPS
from agressielog.settings.tip_texts import TipsInUse, read_tips, tips_file_text, tips_in_use


def command(
    ctx: typer.Context,
    phase: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FASE…]", help="Een fase of onderwerp; het begin van het woord is genoeg."),
    ] = None,
    use: Annotated[
        str | None,
        typer.Option(
            "--gebruik",
            metavar="BESTAND",
            help=f"Neem eigen teksten in gebruik, voor iedereen; {SHIPPED_TIPS} gaat terug.",
        ),
    ] = None,
    as_toml: Annotated[
        bool, typer.Option("--toml", help="Toon de teksten als bestand, om er eigen teksten van te maken.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Toon woorden die helpen, tijdens het gesprek.

    Zonder fase: de kaart van één scherm, van aannemen tot na afloop.

    agressielog tips
    agressielog tips grens
    agressielog tips bedreiging
    """
    typed = " ".join(phase or ())
    if use is not None:
        if typed or as_toml:
            raise Contradiction("FASE" if typed else "--toml", "--gebruik")
        _put_in_use(ctx, use, as_json=as_json)
        return
    output = standard_output()
    used = _in_use(ctx, output)
    if as_toml:
        output.answer.paragraph(used.text.rstrip("\n"))
        return
    pages = (used.tips.page(typed),) if typed else used.tips.pages
    if as_json:
        output.answer.json(tips_json(used.tips, pages, own=used.own))
    elif typed:
        show_page(output.answer, pages[0])
    else:
        show_card(output.answer, used.tips, ctx.command_path)


def _in_use(ctx: typer.Context, output: Output) -> TipsInUse:
    """Return the texts that hold; whatever is wrong with the logbook, a call goes on and needs words."""
    chosen = globals_of(ctx)
    try:
        kept = open_app(chosen.db, chosen.as_name, may_create=True).settings.get(TIP_TEXTS)
    except AgressielogError as error:
        output.notice(f"Dit zijn de meegeleverde teksten. {word(error).what}")
        kept = None
    used = tips_in_use(kept)
    if used.faulty is not None:
        show_tips_faulty(output.notices, word(used.faulty).why)
    return used


def _put_in_use(ctx: typer.Context, named: str, *, as_json: bool) -> None:
    text = None if named == SHIPPED_TIPS else tips_file_text(Path(named).expanduser())
    if text is not None:
        read_tips(named, text)
    app, output = opened_or_new(ctx, ask_first=True)
    keep_tips(app.store, app.deed("tips"), text)
    announce_new(app, output)
    used = tips_in_use(text)
    if as_json:
        output.answer.json(tips_json(used.tips, used.tips.pages, own=used.own))
    else:
        show_kept(output.answer, used.tips, own=used.own)
