"""`agressielog avg vergeet`: forget one person."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Annotated

import typer

from agressielog.application.errors import MissingAnswers
from agressielog.application.forgetting import (
    Files,
    Forgetting,
    NameNotTyped,
    NotCleaned,
    RemainsFound,
    Wanted,
    clean_up,
    foresee_forgetting,
    forget,
    unfinished,
)
from agressielog.application.usage_errors import Contradiction
from agressielog.bootstrap import App, copies_at, remains_at
from agressielog.cli.asking import StepBack, ask_text, interactive
from agressielog.cli.exit_status import status_of
from agressielog.cli.opening import opened
from agressielog.domain.errors import WrongUse
from agressielog.domain.identity import caller_code
from agressielog.domain.phone import parse_number
from agressielog.domain.setting import Setting
from agressielog.domain.text import fold, optional_text
from agressielog.presentation.console import Output
from agressielog.presentation.erasure_view import (
    finished_json,
    finished_lines,
    forgotten_json,
    show_forgetting,
    show_forgotten,
)
from agressielog.presentation.mistakes.three_lines import show_mistake
from agressielog.presentation.mistakes.wording import word

_COMMAND = "avg vergeet"


def vergeet(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[BELLER]", help="Wie: B12, een klantnummer of een telefoonnummer."),
    ] = None,
    all_the_same: Annotated[
        bool, typer.Option("--toch", help="Ook nu er iets in de weg staat; met --reden en --besluit-door.")
    ] = False,
    reason: Annotated[
        str | None,
        typer.Option(
            "--reden",
            metavar="TEKST",
            help="Waarom; blijft bewaard, dus zonder naam of nummer van de beller.",
        ),
    ] = None,
    decided_by: Annotated[
        str | None,
        typer.Option("--besluit-door", metavar="NAAM", help="Wie het besluit; anders wie het doet."),
    ] = None,
    finish: Annotated[
        bool, typer.Option("--afmaken", help="Ruim het bestand op na een wissing die afgebroken is.")
    ] = False,
    agreed: Annotated[
        bool, typer.Option("--ja", help="Vraag niet om de naam of het nummer te typen.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Wis alles over één beller, tot in het bestand.

    Je ziet eerst wat er weggaat, en typt dan de naam of het nummer. Het is niet terug te draaien. De cijfers
    van vroegere maanden blijven zoals ze waren, zonder de persoon.

        agressielog avg vergeet B12
    """
    app, output = opened(ctx)
    if finish:
        if words:
            raise Contradiction("BELLER", "--afmaken")
        _finish(app, output, as_json=as_json)
        return
    if not words:
        raise MissingAnswers(("BELLER",), on_terminal=False)
    wanted = Wanted(
        asked=" ".join(words),
        country=app.country,
        all_the_same=all_the_same,
        reason=optional_text("--reden", reason),
        decided_by=optional_text("--besluit-door", decided_by),
    )
    if not agreed:
        found = foresee_forgetting(app.store, wanted, app.policy, app.now)
        if not interactive():
            raise MissingAnswers(("--ja",))
        app.showing(found.everybody)
        show_forgetting(output.answer, found)
        if not _names(app, found):
            raise NameNotTyped(found.caller.id)
    _forget(app, output, wanted, as_json=as_json)


def _forget(app: App, output: Output, wanted: Wanted, *, as_json: bool) -> None:
    with told_after_all(output, as_json=as_json):
        done = forget(app.store, files_of(app), app.deed(_COMMAND), wanted, cache(app.policy_on))
    if as_json:
        output.answer.json(forgotten_json(done))
    else:
        show_forgotten(output.answer, done)


def _finish(app: App, output: Output, *, as_json: bool) -> None:
    waiting = unfinished(app.store)
    if waiting:
        with told_after_all(output, as_json=as_json):
            clean_up(app.store, remains_at(app.path), app.deed(_COMMAND))
    if as_json:
        output.answer.json(finished_json(waiting))
    elif waiting:
        for line in finished_lines():
            output.answer.line(line)
    else:
        output.answer.line("Er is niets af te maken: na elke wissing is het bestand opgeruimd.")


def files_of(app: App) -> Files:
    """Return the logbook as files."""
    return Files(
        copies=copies_at(app.path),
        remains=remains_at(app.path),
        folder=str(app.path.absolute().parent),
        backups=app.settings.get(Setting.BACKUP_FOLDER),
    )


@contextmanager
def told_after_all(output: Output, *, as_json: bool) -> Iterator[None]:
    """Say in its own words what is left to do after an erasure: it is no answer that could not be shown."""
    try:
        yield
    except (NotCleaned, RemainsFound) as error:
        show_mistake(word(error), output, as_json=as_json)
        raise typer.Exit(status_of(error)) from error


def _names(app: App, found: Forgetting) -> bool:
    """Ask for the name or the number of who is forgotten, and tell whether that is what was typed."""
    try:
        typed = ask_text("Typ de naam, het nummer of de code van deze beller om door te gaan")
    except StepBack:
        return False
    caller = found.caller
    names = {caller_code(caller.id), caller.name or "", caller.customer_number or ""} - {""}
    if fold(typed) in {fold(name) for name in names}:
        return True
    try:
        number = parse_number(typed, app.country)
    except WrongUse:
        return False
    return any(link.number == number for link in caller.numbers)
