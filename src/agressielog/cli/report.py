"""`agressielog report`: the figures of a week, month, quarter or year."""

from typing import Annotated

import typer

from agressielog.application.report import month_just_ended, report
from agressielog.application.sharing import shared
from agressielog.application.usage_errors import Contradiction
from agressielog.cli.opening import opened
from agressielog.cli.reading_options import read_day
from agressielog.domain.period import PeriodSort, parse_period
from agressielog.domain.setting import Setting
from agressielog.presentation.report_json import report_json
from agressielog.presentation.report_view import show_report
from agressielog.presentation.shared_json import shared_report_json
from agressielog.presentation.shared_view import show_shared_report


def command(
    ctx: typer.Context,
    week: Annotated[
        str | None, typer.Option("--week", metavar="[PERIODE]", help="Deze week, of bijvoorbeeld 2026-W45.")
    ] = None,
    month: Annotated[
        str | None,
        typer.Option("--maand", metavar="[PERIODE]", help="Deze maand, of bijvoorbeeld oktober of 2026-10."),
    ] = None,
    quarter: Annotated[
        str | None,
        typer.Option("--kwartaal", metavar="[PERIODE]", help="Dit kwartaal, of bijvoorbeeld 2026-K3."),
    ] = None,
    year: Annotated[
        str | None, typer.Option("--jaar", metavar="[PERIODE]", help="Dit jaar, of bijvoorbeeld 2025.")
    ] = None,
    reference_day: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="DATUM", help="Tel tot en met deze dag; gewoonlijk vandaag."),
    ] = None,
    to_share: Annotated[
        bool,
        typer.Option(
            "--delen", help="Om buiten het team te delen: zonder nummers, namen en kleine aantallen."
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Toon de cijfers over een week, maand, kwartaal of jaar.

    Zonder optie is het deze maand. Elke periode kan ook vorige zijn:

      agressielog report --maand vorige

    Met --delen staat er <5 waar het er 1 tot en met 4 waren, en valt weg wat zo'n aantal zou verraden. Deel van
    een tijd alleen de maanden of alleen het kwartaal: het verschil tussen twee rapporten kan alsnog iemand tonen.
    """
    sort, typed = _asked(week, month, quarter, year)
    app, output = opened(ctx)
    on = read_day(app, reference_day) or app.today
    period = parse_period(typed, sort, on)
    policy = app.policy_on(min(period.last, on))
    found = report(app.store, policy, period, on, app.now, kept_by=app.policy, to_share=to_share)
    organisation = app.settings.get(Setting.ORGANISATION)
    if to_share:
        share = shared(found)
        if as_json:
            output.answer.json(shared_report_json(share, organisation=organisation, demo=app.is_demo))
        else:
            show_shared_report(output.answer, share, app.policy, organisation=organisation, demo=app.is_demo)
    elif as_json:
        output.answer.json(report_json(found, organisation=organisation, demo=app.is_demo))
    else:
        show_report(
            output.answer,
            found,
            app.policy,
            organisation=organisation,
            demo=app.is_demo,
            just_ended=month_just_ended(period, on) if typed is None else None,
        )


def _asked(*typed: str | None) -> tuple[PeriodSort, str | None]:
    """Return the sort of period that was asked for, and which one; None for the one that runs.

    Args:
        typed: the values of the options, in the order of `PeriodSort`; empty for an option alone.

    Raises:
        Contradiction: more than one was given.
    """
    given = [(sort, value) for sort, value in zip(PeriodSort, typed, strict=True) if value is not None]
    if len(given) > 1:
        raise Contradiction(f"--{given[0][0].value}", f"--{given[1][0].value}")
    for sort, value in given:
        return sort, value or None
    return PeriodSort.MONTH, None
