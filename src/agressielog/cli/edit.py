"""`agressielog edit`: correct or complete an incident."""

from typing import Annotated

import typer

from agressielog.application.correct import Corrected, Correction, correct, corrected_as_seen
from agressielog.application.errors import MissingAnswers
from agressielog.application.restricting import DetailsRestricted, curtain_of, whose
from agressielog.bootstrap import App
from agressielog.cli.asking import interactive
from agressielog.cli.despite import Reden, Toch, despite
from agressielog.cli.edit_options import EditOptions, read_correction
from agressielog.cli.opening import opened
from agressielog.domain.identity import IncidentId, parse_incident_id
from agressielog.presentation.corrected_view import corrected_json, show_corrected


def command(
    ctx: typer.Context,
    incident: Annotated[
        str, typer.Argument(metavar="INCIDENT", help="Het nummer van het incident, bijvoorbeeld 42.")
    ],
    kinds: Annotated[
        list[str] | None,
        typer.Option("--soort", "-s", metavar="SOORT", help="Alle soorten, de hoofdsoort eerst."),
    ] = None,
    account: Annotated[
        str | None,
        typer.Option("--wat", "-w", metavar="TEKST", help="Wat er gebeurde; - leest van de standaardinvoer."),
    ] = None,
    quote: Annotated[
        str | None,
        typer.Option("--citaat", metavar="TEKST", help="Wat er letterlijk gezegd werd; '' maakt leeg."),
    ] = None,
    when: Annotated[
        str | None, typer.Option("--wanneer", "-t", metavar="MOMENT", help="Wanneer het gebeurde.")
    ] = None,
    caller: Annotated[
        str | None,
        typer.Option("--beller", metavar="BELLER", help="Van wie het was; vermoedelijk, tenzij met --zeker."),
    ] = None,
    no_caller: Annotated[bool, typer.Option("--geen-beller", help="Van niemand die we kennen.")] = False,
    certain: Annotated[bool, typer.Option("--zeker", help="Bevestig dat het deze beller was.")] = False,
    number: Annotated[str | None, typer.Option("--nummer", metavar="NUMMER", help="Het nummer.")] = None,
    withheld: Annotated[bool, typer.Option("--anoniem", help="Het nummer was afgeschermd.")] = False,
    channel: Annotated[
        str | None, typer.Option("--kanaal", metavar="KANAAL", help="Waar het gebeurde.")
    ] = None,
    team: Annotated[str | None, typer.Option("--team", metavar="TEAM", help="Het team.")] = None,
    subject: Annotated[
        str | None, typer.Option("--onderwerp", metavar="TEKST", help="Waar het over ging.")
    ] = None,
    reporter: Annotated[
        str | None, typer.Option("--melder", metavar="NAAM", help="Wie het meemaakte.")
    ] = None,
    warned: Annotated[
        bool | None,
        typer.Option("--gewaarschuwd/--niet-gewaarschuwd", help="De grens is genoemd, met een keuze."),
    ] = None,
    ended: Annotated[
        bool | None, typer.Option("--beeindigd/--niet-beeindigd", help="Het gesprek is beëindigd.")
    ] = None,
    handed_over: Annotated[
        bool | None, typer.Option("--overgedragen/--niet-overgedragen", help="Een collega nam het over.")
    ] = None,
    police: Annotated[
        bool | None, typer.Option("--politie/--geen-politie", help="De politie is gebeld.")
    ] = None,
    our_fault: Annotated[
        bool | None, typer.Option("--fout-bij-ons/--geen-fout-bij-ons", help="De aanleiding lag bij ons.")
    ] = None,
    promises: Annotated[
        list[str] | None, typer.Option("--toezegging", metavar="TEKST", help="Nog iets toegezegd.")
    ] = None,
    due: Annotated[
        list[str] | None,
        typer.Option("--voor", metavar="DATUM", help="Voor wanneer; hoort bij --toezegging."),
    ] = None,
    refused: Annotated[
        str | None,
        typer.Option("--niet-toegezegd", metavar="TEKST", help="Wat uitdrukkelijk niet is toegezegd."),
    ] = None,
    helped: Annotated[
        str | None, typer.Option("--hielp", metavar="TEKST", help="Wat deze beller rustig maakte.")
    ] = None,
    apologies: Annotated[
        str | None, typer.Option("--excuses", metavar="DATUM", help="Wanneer de beller excuses maakte.")
    ] = None,
    aftercare: Annotated[
        bool | None,
        typer.Option("--nazorg/--geen-nazorg", help="De collega wil nazorg, of vraagt er toch niet om."),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", metavar="STATUS", help="gemeld, bevestigd, afgewezen of ingetrokken."),
    ] = None,
    all_the_same: Toch = False,
    reason: Reden = None,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Verbeter een incident of vul het aan; de oude versie blijft bewaard.

    Zonder opties vraagt een onvolledig incident wat er nog mist. Bij een ander opent je editor met de teksten.

        agressielog edit 42 --soort bedreiging
        agressielog edit 42 --beller B12 --zeker
    """
    app, output = opened(ctx)
    wanted = parse_incident_id(incident)
    typed = EditOptions(
        kinds=kinds or (),
        account=account,
        quote=quote,
        when=when,
        caller=caller,
        no_caller=no_caller,
        certain=certain,
        number=number,
        withheld=withheld,
        channel=channel,
        team=team,
        subject=subject,
        reporter=reporter,
        warned=warned,
        ended=ended,
        handed_over=handed_over,
        police=police,
        our_fault=our_fault,
        promises=promises or (),
        due=due or (),
        refused=refused,
        helped=helped,
        apologies=apologies,
        aftercare=aftercare,
        status=status,
    )
    correction = read_correction(app, typed)
    shown = despite(app, whose(app.store, wanted), wanted=all_the_same, reason=reason)
    if correction == Correction():
        correction = _asked(app, wanted, despite=shown)
    corrected = _corrected(app, wanted, correction, despite=shown)
    if as_json:
        output.answer.json(corrected_json(corrected))
    else:
        show_corrected(output.answer, corrected, app.policy)


def _corrected(app: App, wanted: IncidentId, correction: Correction, *, despite: bool) -> Corrected:
    """Store a correction, and return it as it may be seen."""
    corrected = correct(app.store, app.deed("edit"), wanted, correction, app.policy, despite=despite)
    return corrected if despite else corrected_as_seen(app.store, corrected)


def _asked(app: App, wanted: IncidentId, *, despite: bool) -> Correction:
    """Ask what is missing, or open the editor, for a correction that no option told.

    Raises:
        DetailsRestricted: the editor would show them; options do without.
    """
    from agressielog.cli.edit_dialogue import ask_correction

    with app.store.reading() as reading:
        incident = reading.incident(wanted)
        curtain = curtain_of(reading)
    if incident.caller is not None and curtain.hides(incident.caller) and not despite:
        raise DetailsRestricted(incident.caller)
    if not interactive():
        raise MissingAnswers(("--wat, --soort, --beller of wat je wilt verbeteren",))
    app.showing([incident.caller])
    return ask_correction(app, incident)
