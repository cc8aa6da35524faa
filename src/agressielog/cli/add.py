"""`agressielog add`: record an incident."""

from typing import Annotated

import typer

from agressielog.application.record import record
from agressielog.cli.add_options import AddOptions, read_telling
from agressielog.cli.asking import interactive
from agressielog.cli.opening import announce_new, opened_or_new
from agressielog.domain.setting import Setting
from agressielog.presentation.moments import show_doubled
from agressielog.presentation.stored_view import show_recorded


def command(
    ctx: typer.Context,
    number: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NUMMER…]", help="Het nummer, zoals je het ziet; spaties mogen."),
    ] = None,
    kinds: Annotated[
        list[str] | None,
        typer.Option("--soort", "-s", metavar="SOORT", help="Wat voor gedrag; de eerste is de hoofdsoort."),
    ] = None,
    account: Annotated[
        str | None,
        typer.Option("--wat", "-w", metavar="TEKST", help="Wat er gebeurde; - leest van de standaardinvoer."),
    ] = None,
    quote: Annotated[
        str | None,
        typer.Option("--citaat", metavar="TEKST", help="Wat er letterlijk gezegd werd; - leest invoer."),
    ] = None,
    when: Annotated[
        str | None,
        typer.Option("--wanneer", "-t", metavar="MOMENT", help="Wanneer, bijvoorbeeld 'gisteren 14:30'."),
    ] = None,
    name: Annotated[str | None, typer.Option("--naam", metavar="NAAM", help="De naam van de beller.")] = None,
    customer_number: Annotated[
        str | None, typer.Option("--klantnummer", metavar="NUMMER", help="Het klantnummer van de beller.")
    ] = None,
    caller: Annotated[
        str | None,
        typer.Option("--beller", metavar="ID", help="Wie het was: B12, of 'nieuw' voor iemand anders."),
    ] = None,
    withheld: Annotated[bool, typer.Option("--anoniem", help="Het nummer was afgeschermd.")] = False,
    channel: Annotated[
        str | None, typer.Option("--kanaal", metavar="KANAAL", help="Waar het gebeurde; gewoonlijk telefoon.")
    ] = None,
    team: Annotated[str | None, typer.Option("--team", metavar="TEAM", help="Jouw team.")] = None,
    subject: Annotated[
        str | None, typer.Option("--onderwerp", metavar="TEKST", help="Waar het gesprek over ging.")
    ] = None,
    reporter: Annotated[
        str | None, typer.Option("--melder", metavar="NAAM", help="Wie het meemaakte; gewoonlijk jij.")
    ] = None,
    warned: Annotated[
        bool, typer.Option("--gewaarschuwd", help="De grens is genoemd, met een keuze.")
    ] = False,
    ended: Annotated[bool, typer.Option("--beeindigd", help="Het gesprek is beëindigd.")] = False,
    handed_over: Annotated[bool, typer.Option("--overgedragen", help="Een collega nam het over.")] = False,
    police: Annotated[bool, typer.Option("--politie", help="De politie is gebeld.")] = False,
    promises: Annotated[
        list[str] | None, typer.Option("--toezegging", metavar="TEKST", help="Wat is toegezegd.")
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
    our_fault: Annotated[bool, typer.Option("--fout-bij-ons", help="De aanleiding lag bij ons.")] = False,
    aftercare: Annotated[
        bool, typer.Option("--nazorg", help="De collega wil nazorg, hoe zwaar het ook was.")
    ] = False,
    short: Annotated[bool, typer.Option("--kort", help="Nu alleen soort en nummer, de rest later.")] = False,
    ulid: Annotated[
        str | None,
        typer.Option("--ulid", metavar="ULID", help="Eigen kenmerk; herhalen slaat niets dubbel op."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Leg een incident vast, na het gesprek.

    Wat je niet opgeeft wordt gevraagd. Persoonlijke tekst blijft zo uit de geschiedenis van je shell.

        agressielog add 06-12345678
        agressielog add --anoniem --soort bedreiging --wat -
    """
    app, output = opened_or_new(ctx, ask_first=True)
    typed = AddOptions(
        number=number or (),
        kinds=kinds or (),
        account=account,
        quote=quote,
        when=when,
        name=name,
        customer_number=customer_number,
        caller=caller,
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
        aftercare=aftercare,
        short=short,
        ulid=ulid,
    )
    telling, moment = read_telling(app, typed)
    if (doubled := show_doubled(moment)) is not None:
        output.notice(doubled)
    if interactive():
        from agressielog.cli.add_dialogue import ask_missing

        telling = ask_missing(app, telling)
    recorded = record(app.store, app.deed("add"), telling.complete(), app.policy)
    announce_new(app, output)
    if as_json:
        from agressielog.presentation.stored_json import recorded_json

        output.answer.json(recorded_json(recorded))
    else:
        show_recorded(output.answer, recorded, app.policy, app.settings.get(Setting.REPORT_TO), app.now)
