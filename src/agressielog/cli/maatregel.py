"""`agressielog maatregel`: decide about a caller and keep the measure's life."""

from typing import Annotated

import typer

from agressielog.application.history import measure_history
from agressielog.application.letters import lacking
from agressielog.application.measure_life import answer_objection, contested, end, receive_objection, review
from agressielog.application.measure_views import caller_of
from agressielog.application.measures import decide, decide_none, decisions_about, deliver
from agressielog.application.rights import rights_now
from agressielog.cli.asking import interactive
from agressielog.cli.despite import Reden, Toch, despite
from agressielog.cli.history_telling import HISTORY, tell_history
from agressielog.cli.measure_options import (
    MeasureOptions,
    read_delivery,
    read_ended,
    read_objection,
    read_outcome,
    read_wanted,
)
from agressielog.cli.measure_telling import answered, asked_or_told, reviewed, tell
from agressielog.cli.opening import opened, seen
from agressielog.cli.reading_options import read_day
from agressielog.domain.identity import measure_code, parse_measure_code
from agressielog.domain.letter import LetterKind
from agressielog.domain.measure import EndKind
from agressielog.domain.text import optional_text
from agressielog.presentation.measure_view import (
    measure_document,
    measures_document,
    show_answer,
    show_decided,
    show_decisions,
)
from agressielog.presentation.mistakes.letters import letter_to_come
from agressielog.presentation.rights_view import remind

app = typer.Typer(help="Besluiten over bellers: opleggen, uitreiken, evalueren, beëindigen.")

Name = Annotated[str, typer.Argument(metavar="MAATREGEL", help="De maatregel, bijvoorbeeld M3.")]
AsJson = Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")]
Day = Annotated[
    str | None,
    typer.Option("--peildatum", metavar="DATUM", help="De dag waarop dit geldt; gewoonlijk vandaag."),
]
DecisionDay = Annotated[
    str | None,
    typer.Option("--peildatum", metavar="DATUM", help="De dag van het besluit; gewoonlijk vandaag."),
]
Reason = Annotated[str | None, typer.Option("--reden", metavar="TEKST", help="Waarom.")]
Way = Annotated[
    str | None,
    typer.Option(
        "--wijze", metavar="WIJZE", help="post (gewoonlijk), e-mail, sms, overhandigd of voorgelezen."
    ),
]


@app.command("add")
def add(
    ctx: typer.Context,
    caller: Annotated[
        str, typer.Argument(metavar="BELLER", help="De beller: B12, een nummer of klantnummer.")
    ],
    measure: Annotated[
        str | None,
        typer.Option("--soort", metavar="CODE", help="Welke maatregel; gewoonlijk wat geadviseerd is."),
    ] = None,
    rung: Annotated[
        str | None, typer.Option("--trede", metavar="CODE", help="Welke trede van het beleid.")
    ] = None,
    first: Annotated[str | None, typer.Option("--van", metavar="DATUM", help="Eerste dag.")] = None,
    length: Annotated[
        str | None, typer.Option("--duur", metavar="DUUR", help="Hoe lang, zoals '1 maand'.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--tot", metavar="DATUM", help="Laatste dag; die telt nog mee.")
    ] = None,
    reason: Reason = None,
    decided_by: Annotated[
        str | None, typer.Option("--besluit-door", metavar="NAAM", help="Wie besluit, met naam.")
    ] = None,
    delivered: Annotated[
        str | None, typer.Option("--uitgereikt", metavar="MOMENT", help="Wanneer de beller het kreeg.")
    ] = None,
    way: Way = None,
    heard: Annotated[
        str | None, typer.Option("--gehoord", metavar="DATUM", help="Wanneer de beller is gehoord.")
    ] = None,
    not_heard: Annotated[
        str | None, typer.Option("--niet-gehoord", metavar="REDEN", help="Waarom niet gehoord.")
    ] = None,
    channel_left: Annotated[
        str | None, typer.Option("--kanaal-over", metavar="TEKST", help="Hoe de beller ons nog bereikt.")
    ] = None,
    scope: Annotated[
        str | None, typer.Option("--omvang", metavar="TEKST", help="Voor welke nummers of afdelingen.")
    ] = None,
    arrangement: Annotated[
        str | None,
        typer.Option(
            "--afspraak", metavar="TEKST", help="Eén contactpersoon, vaste tijden, aantal per maand."
        ),
    ] = None,
    incidents: Annotated[
        list[str] | None,
        typer.Option(
            "--incident", metavar="INCIDENT", help="Waarop het rust; gewoonlijk alles wat erom vraagt."
        ),
    ] = None,
    urgent: Annotated[
        bool, typer.Option("--spoed", help="Zonder eerst te waarschuwen, om de reden die je geeft.")
    ] = False,
    deviation: Annotated[
        str | None, typer.Option("--afwijking", metavar="TEKST", help="Waarom anders dan het advies.")
    ] = None,
    none: Annotated[
        bool, typer.Option("--geen", help="Besluit, met reden, dat er geen maatregel komt.")
    ] = False,
    reference_day: DecisionDay = None,
    as_json: AsJson = False,
) -> None:
    """Leg een maatregel op, of besluit met reden dat er geen komt.

    Wat je niet opgeeft volgt uit het advies, of wordt gevraagd.

        agressielog maatregel add B12
        agressielog maatregel add B12 --geen --reden Excuses. --besluit-door Smit
    """
    logbook, output = opened(ctx)
    on = read_day(logbook, reference_day) or logbook.today
    options = MeasureOptions(
        caller=caller,
        measure=measure,
        rung=rung,
        first=first,
        length=length,
        last=last,
        reason=reason,
        decided_by=decided_by,
        delivered=delivered,
        way=way,
        heard=heard,
        not_heard=not_heard,
        channel_left=channel_left,
        scope=scope,
        arrangement=arrangement,
        incidents=incidents or (),
        urgent=urgent,
        deviation=deviation,
        none=none,
    )
    wanted = asked_or_told(logbook, read_wanted(logbook, options, on), on, none=none, as_json=as_json)
    use, deed = (decide_none if none else decide), logbook.deed("maatregel add")
    decided = use(logbook.store, deed, wanted, logbook.ruling(on))
    if as_json:
        output.answer.json(measure_document("maatregel.add", decided.decision, on))
    else:
        show_decided(output.answer, decided, logbook.policy_on(on))
    lacks = lacking(logbook.store, decided.decision.id, logbook.policy, logbook.settings, on=on)
    if gaps := letter_to_come(lacks):
        output.notice(gaps)
    if not interactive():
        caller_id = decided.decision.caller
        for line in remind(rights_now(logbook.store, caller_id, on), caller_id):
            output.notice(line)


@app.command("list")
def list_(
    ctx: typer.Context,
    caller: Annotated[
        str | None, typer.Option("--beller", metavar="BELLER", help="Alleen van deze beller.")
    ] = None,
    reference_day: Day = None,
    as_json: AsJson = False,
) -> None:
    """Toon besluiten, het laatste eerst, zoals ze er op die dag voor staan."""
    logbook, output = opened(ctx)
    on = read_day(logbook, reference_day) or logbook.today
    found = decisions_about(logbook.store, caller, logbook.country, on)
    seen(ctx, (decision.caller for decision in found))
    if as_json:
        output.answer.json(measures_document(found, on))
    else:
        show_decisions(output.answer, found, logbook.policy_on(on), on)


@app.command("show")
def show(
    ctx: typer.Context,
    measure: Name,
    reference_day: Day = None,
    history: Annotated[bool, HISTORY] = False,
    all_the_same: Toch = False,
    reason: Reden = None,
    as_json: AsJson = False,
) -> None:
    """Toon één maatregel, met wat er toen geadviseerd was."""
    logbook, output = opened(ctx)
    on = read_day(logbook, reference_day) or logbook.today
    name = parse_measure_code(measure)
    whose = caller_of(logbook.store, name)
    seen(ctx, [whose])
    shown = despite(logbook, whose, wanted=all_the_same, reason=reason)
    if history:
        steps = measure_history(logbook.store, name, despite=shown)
        tell_history(
            logbook,
            output,
            "maatregel.show.geschiedenis",
            f"maatregel {measure_code(name)}",
            steps,
            as_json=as_json,
        )
        return
    tell(logbook, output, name, "maatregel.show", on=on, as_json=as_json, despite=shown)


@app.command("deliver")
@app.command("uitreiken", hidden=True)
def deliver_(
    ctx: typer.Context,
    measure: Name,
    at: Annotated[str, typer.Option("--op", metavar="MOMENT", help="Wanneer de beller het kreeg.")] = "nu",
    way: Way = None,
    as_json: AsJson = False,
) -> None:
    """Leg vast dat de beller een maatregel heeft gekregen; pas dan telt die."""
    logbook, output = opened(ctx)
    name, delivered = parse_measure_code(measure), read_delivery(logbook, at, way)
    policy = logbook.policy_on(delivered.day)
    deliver(logbook.store, logbook.deed("maatregel deliver"), name, delivered, policy)
    tell(logbook, output, name, "maatregel.deliver", on=logbook.today, as_json=as_json)


@app.command("end")
def end_(
    ctx: typer.Context,
    measure: Name,
    reason: Reason = None,
    kind: Annotated[
        str,
        typer.Option("--soort", metavar="SOORT", help="ingetrokken, vernietigd of opgeheven (gewoonlijk)."),
    ] = EndKind.LIFTED.value,
    reference_day: Annotated[
        str | None, typer.Option("--peildatum", metavar="DATUM", help="De laatste dag; gewoonlijk vandaag.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Beëindig een maatregel, met reden; een vernietigde telt alsof die er nooit was."""
    logbook, output = opened(ctx)
    on = read_day(logbook, reference_day) or logbook.today
    name, ended = parse_measure_code(measure), read_ended(kind, reason, on)
    end(logbook.store, logbook.deed("maatregel end"), name, ended)
    tell(logbook, output, name, "maatregel.end", on=on, as_json=as_json)


@app.command("bezwaar")
def bezwaar(
    ctx: typer.Context,
    measure: Name,
    received: Annotated[
        str | None, typer.Option("--ontvangen", metavar="DATUM", help="Wanneer het bezwaar binnenkwam.")
    ] = None,
    answered_on: Annotated[
        str | None, typer.Option("--beantwoord", metavar="DATUM", help="Wanneer het is beantwoord.")
    ] = None,
    verdict: Annotated[
        str | None, typer.Option("--uitkomst", metavar="UITKOMST", help="gegrond, ongegrond of deels.")
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reden", metavar="TEKST", help="Waarom zo beantwoord; komt in de brief.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Leg een bezwaar of klacht tegen een maatregel vast, en het antwoord erop.

    Wat gegrond is, vernietigt de maatregel. Een antwoord dat er al staat, verbeter je door het opnieuw
    vast te leggen.
    """
    logbook, output = opened(ctx)
    name = parse_measure_code(measure)
    told = read_objection(logbook, received, answered_on, verdict, reason)
    policy, deed = logbook.policy_on(told.day), logbook.deed("maatregel bezwaar")
    if told.answers:
        outcome, why = answered(logbook, name, told.day, told.verdict, told.reason, as_json=as_json)
        _, before = contested(logbook.store, name)
        answer_objection(logbook.store, deed, name, told.day, outcome, reason=why)
        if before.verdict is not None:
            output.notice(f"Dit komt in de plaats van wat er stond: {show_answer(before)}")
    else:
        receive_objection(logbook.store, deed, name, told.day, policy)
    letter = LetterKind.OBJECTION if told.answers else None
    tell(logbook, output, name, "maatregel.bezwaar", on=logbook.today, as_json=as_json, letter=letter)


@app.command("review")
def review_(
    ctx: typer.Context,
    measure: Name,
    outcome: Annotated[
        str | None, typer.Option("--uitkomst", metavar="UITKOMST", help="opheffen of voortzetten.")
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reden", metavar="TEKST", help="Waarom; komt in de brief.")
    ] = None,
    reference_day: Day = None,
    as_json: AsJson = False,
) -> None:
    """Leg vast wat de evaluatie opleverde: opheffen, of met goede reden voortzetten.

    Wat je niet opgeeft, wordt gevraagd.
    """
    logbook, output = opened(ctx)
    on = read_day(logbook, reference_day) or logbook.today
    name, why = parse_measure_code(measure), optional_text("--reden", reason)
    held = reviewed(logbook, name, on, read_outcome(outcome), why, as_json=as_json)
    if held is None:
        output.answer.line("Er is niets veranderd.")
        return
    became = review(logbook.store, logbook.deed("maatregel review"), name, held)
    # Who never got the measure need not read that it is over; going on has no letter of its own.
    over = became.ended is not None and became.delivered is not None
    letter = LetterKind.LIFTING if over else None
    tell(logbook, output, name, "maatregel.review", on=on, as_json=as_json, letter=letter)
