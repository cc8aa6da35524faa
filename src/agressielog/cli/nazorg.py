"""`agressielog nazorg`: care for the colleague after an incident."""

from typing import Annotated

import typer

from agressielog.application.aftercare import (
    closed_aftercare,
    decline,
    do_step,
    open_aftercare,
    undo_decline,
    undo_step,
)
from agressielog.application.usage_errors import Contradiction
from agressielog.cli.aftercare_options import judged_at, read_step, read_step_done
from agressielog.cli.opening import opened, seen
from agressielog.cli.reading_options import read_day
from agressielog.domain.identity import parse_incident_id
from agressielog.domain.text import keep_line
from agressielog.presentation.aftercare_view import (
    care_document,
    care_list_document,
    show_care_list,
    show_closed_care,
    show_decline_undone,
    show_declined,
    show_step_done,
    show_step_undone,
)

app = typer.Typer(help="De nazorg voor de collega: wat er nog moet, en wat er gedaan is.")

Name = Annotated[
    str, typer.Argument(metavar="INCIDENT", help="Het nummer van het incident, bijvoorbeeld 42.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")]


@app.command("list")
def list_(
    ctx: typer.Context,
    colleague: Annotated[
        str | None, typer.Option("--medewerker", metavar="NAAM", help="Alleen de nazorg voor deze collega.")
    ] = None,
    reference_day: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="DATUM", help="De dag waarop dit geldt; gewoonlijk vandaag."),
    ] = None,
    everything: Annotated[bool, typer.Option("--alles", help="Ook wat gesloten is, met de reden.")] = False,
    as_json: AsJson = False,
) -> None:
    """Toon de nazorg die nog gedaan moet worden, het oudste eerst.

    Bij elke stap staat tot wanneer en met welke opdracht je hem afmeldt.

        agressielog nazorg list --medewerker 'Mia de Vries'
    """
    logbook, output = opened(ctx)
    on = read_day(logbook, reference_day) or logbook.today
    named = keep_line("--medewerker", colleague) if colleague is not None else None
    policy, at = logbook.policy_on(on), judged_at(logbook, on)
    with logbook.store.reading() as reading:
        steps = open_aftercare(reading, policy, on, named)
        closed = closed_aftercare(reading, policy, on, named) if everything else ()
    # Care shows with no caller, so that nobody was seen but colleagues.
    seen(ctx, ())
    if as_json:
        output.answer.json(care_list_document(steps, closed, at))
        return
    show_care_list(output.answer, steps, at)
    if everything:
        show_closed_care(output.answer, closed)


@app.command("done")
def done_(
    ctx: typer.Context,
    incident: Name,
    step: Annotated[
        str | None,
        typer.Option(
            "--stap", metavar="STAP", help="eerste, gesprek, 2wk, 6wk, of aanbod als die ervan afzag."
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--door", metavar="NAAM", help="Wie het deed; nooit de collega zelf.")
    ] = None,
    when: Annotated[
        str | None, typer.Option("--op", metavar="MOMENT", help="Wanneer; gewoonlijk nu.")
    ] = None,
    undo: Annotated[
        bool, typer.Option("--herstel", help="Het was een vergissing: deze stap is niet gedaan.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Leg vast dat een stap van de nazorg gedaan is: wie, wanneer, en verder niets.

    Wat er in het gesprek gezegd is, hoort niet in het logboek.

        agressielog nazorg done 42 --stap gesprek --door 'R. Smit'
    """
    logbook, output = opened(ctx)
    name, deed, policy = parse_incident_id(incident), logbook.deed("nazorg done"), logbook.policy
    if undo:
        taken_back = read_step(step, by, when)
        now = undo_step(logbook.store, deed, name, taken_back, policy)
        if not as_json:
            show_step_undone(output.answer, taken_back, now)
    else:
        done = read_step_done(logbook, step, by, when)
        now = do_step(logbook.store, deed, name, done, policy)
        if not as_json:
            show_step_done(output.answer, done, now)
    if as_json:
        output.answer.json(care_document("nazorg.done", now, logbook.now))


@app.command("decline")
def decline_(
    ctx: typer.Context,
    incident: Name,
    day: Annotated[
        str | None,
        typer.Option("--op", metavar="DATUM", help="Wanneer de collega dat zei; gewoonlijk vandaag."),
    ] = None,
    undo: Annotated[
        bool, typer.Option("--herstel", help="Toch wel: de collega ziet er niet van af.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Leg vast dat de collega geen nazorg wil; een reden hoeft niet en wordt niet bewaard.

    Alle stappen sluiten. Na twee weken biedt iemand het nog één keer aan.

        agressielog nazorg decline 42
    """
    logbook, output = opened(ctx)
    name, deed, policy = parse_incident_id(incident), logbook.deed("nazorg decline"), logbook.policy
    if undo and day is not None:
        raise Contradiction("--herstel", "--op")
    if undo:
        now = undo_decline(logbook.store, deed, name, policy)
        show = show_decline_undone
    else:
        now = decline(logbook.store, deed, name, read_day(logbook, day) or logbook.today, policy)
        show = show_declined
    if as_json:
        output.answer.json(care_document("nazorg.decline", now, logbook.now))
    else:
        show(output.answer, now)
