"""`agressielog beleid`: the organisation's own protocol, and those that come with the program."""

from typing import Annotated

import typer

from agressielog.application.policies import PolicyEntry, check_policy, list_policies, use_policy
from agressielog.application.settings_errors import PolicyFaulty
from agressielog.bootstrap import App
from agressielog.cli.exit_status import ExitStatus
from agressielog.cli.opening import opened, opened_or_new
from agressielog.domain.policy import Policy
from agressielog.presentation.console import Output
from agressielog.presentation.policies.document import policy_json
from agressielog.presentation.policies.page import (
    policies_json,
    put_in_use_json,
    show_faulty,
    show_policies,
    show_policy,
    show_put_in_use,
    show_sound,
    sound_json,
)
from agressielog.settings.policy_file import shipped_names, shipped_policy

app = typer.Typer(
    help="Het beleid bekijken, controleren en kiezen.\n\n"
    "Het beleid zegt welke soorten gedrag er zijn, welke maatregel daarop volgt en wat er eerst geregeld\n"
    "moet zijn. Alles wat een bestand kan zeggen, staat in docs/beleid.md.",
)

_AsJson = Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")]


@app.command("show")
def show(
    ctx: typer.Context,
    named: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAAM|BESTAND]", help="Welk beleid.", show_default="het beleid dat in gebruik is"
        ),
    ] = None,
    as_json: _AsJson = False,
) -> None:
    """Toon een beleid: de treden, de instap, de termijnen, en bij elke regel de grond."""
    logbook, output = _looked_at(ctx)
    policy = logbook.policy_source(named).policy if named is not None else logbook.policy
    entry = next((entry for entry in _entries(logbook) if entry.sha256 == policy.sha256), None)
    if as_json:
        output.answer.json(policy_json(policy, entry))
    else:
        show_policy(output.answer, policy, entry)


@app.command("list")
def list_all(ctx: typer.Context, as_json: _AsJson = False) -> None:
    """Toon welk beleid er is, en welk beleid sinds wanneer in gebruik is."""
    logbook, output = _looked_at(ctx)
    entries = _entries(logbook)
    if as_json:
        output.answer.json(policies_json(entries))
    else:
        show_policies(output.answer, entries)


@app.command("check")
def check(
    ctx: typer.Context,
    named: Annotated[str, typer.Argument(metavar="BESTAND", help="Het bestand, of de naam van een beleid.")],
    as_json: _AsJson = False,
) -> None:
    """Controleer een bestand: alle fouten ineens, met de sleutel en de regel.

    Er verandert niets. Als er een logboek is, moet elke soort die daarin voorkomt een plaats hebben.
    """
    logbook, output = _looked_at(ctx)
    try:
        source = logbook.policy_source(named)
        check_policy(logbook.store, source)
    except PolicyFaulty as faulty:
        if as_json:
            raise
        show_faulty(output.answer, faulty)
        raise typer.Exit(ExitStatus.REFUSED) from faulty
    _say_sound(output, source.policy, as_json=as_json)


@app.command("use")
def use(
    ctx: typer.Context,
    named: Annotated[str, typer.Argument(metavar="NAAM|BESTAND", help="Welk beleid voortaan geldt.")],
    as_json: _AsJson = False,
) -> None:
    """Neem een beleid in gebruik, voor iedereen die met dit logboek werkt.

    De tekst wordt bewaard; eerder beleid blijft, zodat elk oud advies is na te gaan.

    agressielog beleid use klantenservice
    agressielog beleid use ons-beleid.toml
    """
    logbook, output = opened(ctx)
    done = use_policy(logbook.store, logbook.deed("beleid use"), logbook.policy_source(named), logbook.policy)
    if as_json:
        output.answer.json(put_in_use_json(done))
    else:
        show_put_in_use(output.answer, done)


def _looked_at(ctx: typer.Context) -> tuple[App, Output]:
    """Open the logbook, or say that there is none: the policies that are shipped can be read without."""
    logbook, output = opened_or_new(ctx)
    if logbook.is_new:
        output.notice(f"Er is nog geen logboek in {logbook.path}; een nieuw logboek begint met standaard.")
    return logbook, output


def _entries(logbook: App) -> tuple[PolicyEntry, ...]:
    shipped = [shipped_policy(name) for name in shipped_names()]
    return list_policies(logbook.used_policies, shipped, logbook.policy)


def _say_sound(output: Output, policy: Policy, *, as_json: bool) -> None:
    if as_json:
        output.answer.json(sound_json(policy))
    else:
        show_sound(output.answer, policy)
