"""Opens the logbook for a command, and says what a user must know about the place it is in."""

from collections.abc import Iterable
from dataclasses import replace

import typer

from agressielog.application.errors import LogbookMissing
from agressielog.bootstrap import App, open_app, unsafe_place
from agressielog.cli.asking import StepBack, ask_yes_no, interactive
from agressielog.cli.main import Globals, globals_of
from agressielog.domain.errors import AgressielogError
from agressielog.domain.identity import CallerId
from agressielog.presentation.console import Output, standard_output
from agressielog.presentation.labels import DEMO_NOTICE

# The commands that tell who looked, or let it be forgotten.
_ASKS_WHO_LOOKED = "avg "
# It answers from the logbook of a newer program too, as far as that allows it: the phone is ringing.
_LOOKS_UP = "lookup"


def opened(ctx: typer.Context) -> tuple[App, Output]:
    """Open an existing logbook.

    Raises:
        LogbookMissing: never to be read as "unknown caller".
    """
    chosen = globals_of(ctx)
    output = standard_output()
    command = ctx.command_path.partition(" ")[2]
    app = open_app(chosen.db, chosen.as_name, note=chosen.last_write.note, only_looks_up=command == _LOOKS_UP)
    say_upgraded(app, output)
    chosen.looking.begin(app, command)
    if command.startswith(_ASKS_WHO_LOOKED):
        _settle_looks(app, output)
    chosen.renewing.begin(app)
    _say_demo(app, output)
    return replace(app, showing=chosen.looking.at), output


def opened_or_new(ctx: typer.Context, *, ask_first: bool = False) -> tuple[App, Output]:
    """Open a logbook that the command may create; `announce_new` says where, once it is there.

    Args:
        ctx: of the command.
        ask_first: on a terminal, ask before a new one is made; a mistyped path must not start a
            second register.

    Raises:
        LogbookMissing: the user did not want a new one.
    """
    chosen: Globals = globals_of(ctx)
    output = standard_output()
    app = open_app(chosen.db, chosen.as_name, may_create=True, note=chosen.last_write.note)
    say_upgraded(app, output)
    chosen.renewing.begin(app)
    chosen.looking.begin(app, ctx.command_path.partition(" ")[2])
    if app.is_new and ask_first and interactive() and not _agreed_to_a_new_one(app):
        raise LogbookMissing(str(app.path))
    _say_demo(app, output)
    return replace(app, showing=chosen.looking.at), output


def seen(ctx: typer.Context, callers: Iterable[CallerId | None]) -> None:
    """Note who is in the answer of a command; None for an incident that is nobody's."""
    globals_of(ctx).looking.at(callers)


def _agreed_to_a_new_one(app: App) -> bool:
    try:
        return ask_yes_no(f"Er is nog geen logboek in {app.path}. Nieuw maken?")
    except StepBack:
        return False


def announce_new(app: App, output: Output) -> None:
    """Say where a new logbook has been made, and what is wrong with that place; nothing for an old one."""
    if not app.is_new:
        return
    output.notice(f"Nieuw logboek: {app.path}")
    place = unsafe_place(app.path)
    if place is not None:
        output.notice(
            f"Let op: dit is een netwerkschijf of gedeelde map ({place}). Daar kan een logboek beschadigd raken; "
            "zet het op een eigen schijf."
        )


def _settle_looks(app: App, output: Output) -> None:
    try:
        app.store.settle_looks()
    except AgressielogError as error:
        from agressielog.presentation.mistakes.wording import word

        output.notice(f"Let op: de laatste inzages staan nog niet in het logboek. {word(error).why}")


def say_upgraded(app: App, output: Output) -> None:
    """Say that the logbook was brought up to date, and where the copy from before is; nothing where it was not."""
    if app.upgraded is not None:
        from agressielog.presentation.backup_view import upgraded_notice

        output.notice(upgraded_notice(app.upgraded))


def _say_demo(app: App, output: Output) -> None:
    if app.is_demo:
        output.notice(DEMO_NOTICE)
