"""`agressielog beller`: people and their numbers."""

from functools import partial
from typing import Annotated

import typer

from agressielog.application.callers import (
    Found,
    add_number,
    caller_card,
    caller_to_edit,
    edit_caller,
    list_callers,
    remove_number,
)
from agressielog.application.errors import MissingAnswers
from agressielog.application.history import caller_history
from agressielog.application.merging import foresee_merge, foresee_split, merge, split
from agressielog.application.rights import rights_now
from agressielog.bootstrap import App
from agressielog.cli.asking import StepBack, ask_yes_no, interactive
from agressielog.cli.history_telling import HISTORY, tell_history
from agressielog.cli.opening import opened, seen
from agressielog.cli.questionnaire import Question, ask_all
from agressielog.domain.caller_field import CallerField, clean_field, field_values
from agressielog.domain.identity import caller_code
from agressielog.domain.phone import parse_phone
from agressielog.domain.vocabulary import Certainty
from agressielog.presentation import caller_json
from agressielog.presentation.caller_view import (
    FIELD_QUESTIONS,
    show_callers,
    show_card,
    show_edited,
    show_followed,
    show_number_added,
    show_number_removed,
)
from agressielog.presentation.console import Output
from agressielog.presentation.labels import show_caller
from agressielog.presentation.merge_view import show_merge_plan, show_merged, show_split
from agressielog.presentation.rights_view import rights_json, show_rights

app = typer.Typer(help="Bellers en hun nummers bekijken en verbeteren.")
numbers = typer.Typer(help="Geef een beller een nummer, of haal het weg.")
app.add_typer(numbers, name="nummer")

BELLER = typer.Argument(metavar="BELLER", help="B12, of een nummer of klantnummer van één beller.")
NUMMER = typer.Argument(metavar="NUMMER…", help="Het telefoonnummer; spaties mogen.")
AGREED = typer.Option("--ja", help="Vraag niet of het goed is.")
JSON = typer.Option("--json", help="Antwoord als JSON.")


@app.command("list")
def list_command(
    ctx: typer.Context,
    name_part: Annotated[
        str | None, typer.Option("--naam", metavar="DEEL", help="Alleen wie dit in de naam heeft.")
    ] = None,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Toon alle bellers, wie de meeste incidenten heeft eerst."""
    logbook, output = opened(ctx)
    lines = list_callers(logbook.store, name_part)
    seen(ctx, (line.caller.id for line in lines))
    if as_json:
        output.answer.json(caller_json.callers_json(lines))
    else:
        show_callers(output.answer, lines, name_part)


@app.command("show")
def show_command(
    ctx: typer.Context,
    caller: Annotated[str, BELLER],
    history: Annotated[bool, HISTORY] = False,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Toon één beller: gegevens, nummers en incidenten."""
    logbook, output = opened(ctx)
    if history:
        found, steps = caller_history(logbook.store, caller, logbook.country)
        seen(ctx, [found])
        name = f"beller {caller_code(found)}"
        tell_history(logbook, output, "beller.show.geschiedenis", name, steps, as_json=as_json)
        return
    card = caller_card(logbook.store, caller, logbook.country)
    seen(ctx, [card.found.caller.id])
    _say_followed(output, card.found)
    rights = rights_now(logbook.store, card.found.caller.id, logbook.today)
    if as_json:
        output.answer.json({**caller_json.card_json(card), **rights_json(rights)})
    else:
        show_card(output.answer, card, logbook.policy, restricted=rights.restriction is not None)
        show_rights(output.answer, rights)


@app.command("edit")
def edit_command(
    ctx: typer.Context,
    caller: Annotated[str, BELLER],
    name: Annotated[str | None, typer.Option("--naam", metavar="NAAM", help="De naam.")] = None,
    customer_number: Annotated[
        str | None, typer.Option("--klantnummer", metavar="NUMMER", help="Het klantnummer.")
    ] = None,
    address: Annotated[str | None, typer.Option("--adres", metavar="TEKST", help="Het postadres.")] = None,
    e_mail: Annotated[str | None, typer.Option("--e-mail", metavar="ADRES", help="Het e-mailadres.")] = None,
    language: Annotated[
        str | None, typer.Option("--taal", metavar="TEKST", help="Taal, of hulp die nodig is.")
    ] = None,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Verbeter de gegevens van een beller; '' maakt een gegeven leeg.

    Zonder opties wordt elk gegeven gevraagd, met wat er nu staat. Zo blijft het uit de geschiedenis van
    je shell.

      agressielog beller edit B12
      agressielog beller edit B12 --e-mail ''
    """
    logbook, output = opened(ctx)
    typed = dict(zip(CallerField, (name, customer_number, address, e_mail, language), strict=True))
    values = {field: clean_field(field, raw) for field, raw in typed.items() if raw is not None}
    asked = values or _asked(logbook, caller)
    edited = edit_caller(logbook.store, logbook.deed("beller edit"), caller, asked, logbook.country)
    if as_json:
        output.answer.json(caller_json.edited_json(edited))
    else:
        show_edited(output.answer, edited)


@app.command("merge")
def merge_command(
    ctx: typer.Context,
    kept: Annotated[str, BELLER],
    absorbed: Annotated[str, typer.Argument(metavar="ANDERE", help="Wie daarin opgaat.")],
    agreed: Annotated[bool, AGREED] = False,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Voeg twee bellers samen die dezelfde persoon zijn.

    De eerste blijft en krijgt de incidenten en nummers van de andere. Ongedaan maken kan met split.
    """
    logbook, output = opened(ctx)
    if not agreed and not _agrees_to_merge(logbook, output, kept, absorbed):
        return
    merged = merge(logbook.store, logbook.deed("beller merge"), kept, absorbed, logbook.country)
    _say_followed(output, *((merged.kept, merged.absorbed) if agreed else ()))
    if as_json:
        output.answer.json(caller_json.merged_json(merged))
    else:
        show_merged(output.answer, merged, planned=not agreed)


@app.command("split")
def split_command(
    ctx: typer.Context,
    caller: Annotated[str, BELLER],
    agreed: Annotated[bool, AGREED] = False,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Maak het laatste samenvoegen van een beller ongedaan.

    Wat er sindsdien is veranderd, blijft zoals het is.
    """
    logbook, output = opened(ctx)
    if not agreed and not _agrees_to_split(logbook, output, caller):
        return
    done = split(logbook.store, logbook.deed("beller split"), caller, logbook.country)
    if as_json:
        output.answer.json(caller_json.split_json(done))
    else:
        show_split(output.answer, done)


@numbers.command("add")
def add_number_command(
    ctx: typer.Context,
    caller: Annotated[str, BELLER],
    number: Annotated[list[str], NUMMER],
    presumed: Annotated[
        bool, typer.Option("--vermoedelijk", help="Het is niet zeker dat het van deze beller is.")
    ] = False,
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Geef een beller een nummer, of zeg hoe zeker het is."""
    logbook, output = opened(ctx)
    phone = parse_phone(" ".join(number), logbook.country)
    certainty = Certainty.PRESUMED if presumed else Certainty.CERTAIN
    deed = logbook.deed("beller nummer add")
    added = add_number(logbook.store, deed, caller, phone, certainty=certainty, country=logbook.country)
    if as_json:
        output.answer.json(caller_json.number_added_json(added))
    else:
        show_number_added(output.answer, added)


@numbers.command("remove")
def remove_number_command(
    ctx: typer.Context,
    caller: Annotated[str, BELLER],
    number: Annotated[list[str], NUMMER],
    as_json: Annotated[bool, JSON] = False,
) -> None:
    """Haal een nummer weg bij een beller; de incidenten blijven."""
    logbook, output = opened(ctx)
    phone = parse_phone(" ".join(number), logbook.country)
    deed = logbook.deed("beller nummer remove")
    removed = remove_number(logbook.store, deed, caller, phone, logbook.country)
    if as_json:
        output.answer.json(caller_json.number_removed_json(removed))
    else:
        show_number_removed(output.answer, removed)


def _asked(logbook: App, caller: str) -> dict[CallerField, str | None]:
    """Ask every field, with what it holds now; return what is to change."""
    if not interactive():
        raise MissingAnswers(tuple(field.option for field in CallerField))
    found = caller_to_edit(logbook.store, caller, logbook.country)
    logbook.showing([found.id])
    present = field_values(found)
    answers = ask_all(
        [
            Question(
                key=field,
                text=FIELD_QUESTIONS[field],
                present=present[field],
                read=partial(clean_field, field),
            )
            for field in CallerField
        ]
    )
    return {field: value for field, value in answers.items() if value != present[field]}


def _agrees_to_merge(logbook: App, output: Output, kept: str, absorbed: str) -> bool:
    """Show what a merge would do and ask whether that is meant."""
    _need_somebody()
    plan = foresee_merge(logbook.store, kept, absorbed, logbook.country)
    logbook.showing([plan.kept.caller.id, plan.absorbed.caller.id])
    _say_followed(output, plan.kept, plan.absorbed)
    show_merge_plan(output.answer, plan)
    return _agrees(output, "Samenvoegen?", "Er is niets samengevoegd.")


def _agrees_to_split(logbook: App, output: Output, caller: str) -> bool:
    """Say who would be parted and ask whether that is meant."""
    _need_somebody()
    kept, absorbed = foresee_split(logbook.store, caller, logbook.country)
    logbook.showing([kept.id, absorbed.id])
    question = f"{show_caller(absorbed)} weer losmaken van {show_caller(kept)}?"
    return _agrees(output, question, "Er is niets losgemaakt.")


def _need_somebody() -> None:
    if not interactive():
        raise MissingAnswers(("--ja",))


def _agrees(output: Output, question: str, otherwise: str) -> bool:
    try:
        agrees = ask_yes_no(question)
    except StepBack:
        agrees = False
    if not agrees:
        output.answer.line(otherwise)
    return agrees


def _say_followed(output: Output, *found: Found) -> None:
    for one in found:
        if (followed := show_followed(one)) is not None:
            output.notice(followed)
