"""`agressielog instelling`: what the organisation sets once for every desk."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Annotated

import typer

from agressielog.application.errors import MissingAnswers
from agressielog.application.organisation import change_settings, settings_from
from agressielog.application.policies import PolicySource
from agressielog.application.usage_errors import Contradiction
from agressielog.bootstrap import App
from agressielog.cli.asking import interactive
from agressielog.cli.opening import announce_new, opened, opened_or_new
from agressielog.cli.questionnaire import Question, ask_all
from agressielog.domain.setting import Setting, clean_value, parse_setting
from agressielog.domain.vocabulary import Country
from agressielog.presentation.console import Output
from agressielog.presentation.setting_view import (
    SETTING_TEXTS,
    changes_json,
    settings_json,
    show_changes,
    show_onward,
    show_settings,
)
from agressielog.settings.policy_file import DEFAULT_POLICY

_DEFAULTS = {Setting.COUNTRY: Country.NETHERLANDS.value, Setting.POLICY: DEFAULT_POLICY}

app = typer.Typer(
    help="Instellingen van het logboek bekijken en veranderen.\n\n"
    "Ze gelden voor iedereen die met dit logboek werkt. Zonder opdracht worden alle tien instellingen\n"
    "gevraagd; dat kan zo vaak als je wilt.",
    invoke_without_command=True,
)


@app.callback()
def ask_everything(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Toon de instellingen als JSON.")] = False,
) -> None:
    """Ask the settings one after another, or print them where nobody can be asked."""
    if ctx.invoked_subcommand is not None:
        return
    if as_json or not interactive():
        _show(*opened(ctx), as_json=as_json)
        return
    logbook, output = opened_or_new(ctx)
    output.answer.line(f"Tien instellingen voor het logboek {logbook.path}.")
    _store(logbook, output, _asked(logbook, *Setting), as_json=False)
    show_onward(output.answer)


@app.command("list")
def list_settings(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Toon alle instellingen, en waar ze voor zijn."""
    _show(*opened(ctx), as_json=as_json)


@app.command("set")
def set_setting(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="SLEUTEL", help="Welke, bijvoorbeeld meldpunt; zie list.")],
    value: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WAARDE…]", help="De nieuwe waarde; spaties mogen, '' maakt leeg."),
    ] = None,
    clear: Annotated[bool, typer.Option("--wis", help="Maak de instelling leeg.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Verander één instelling; zonder waarde wordt ernaar gevraagd.

    Een beleid kies je met zijn naam of met een bestand, net als met beleid use.

    agressielog instelling set meldpunt de teamleider, toestel 123
    agressielog instelling set land BE
    """
    setting = parse_setting(key)
    values = _typed(setting, value, clear=clear)
    if values is None and not interactive():
        raise MissingAnswers(("WAARDE",))
    logbook, output = opened_or_new(ctx)
    _store(logbook, output, values if values is not None else _asked(logbook, setting), as_json=as_json)


def _typed(setting: Setting, value: Sequence[str] | None, *, clear: bool) -> dict[Setting, str | None] | None:
    """Return the new value as it stands on the command line; None where it has to be asked."""
    if clear and value:
        raise Contradiction("WAARDE", "--wis")
    if clear:
        return {setting: None}
    if value is None:
        return None
    text = " ".join(value)
    if setting is Setting.POLICY:
        # A name or a file: what it means can only be told with the logbook open.
        return {setting: text.strip() or None}
    return {setting: clean_value(setting, text, ()) if text.strip() else None}


def _asked(logbook: App, *settings: Setting) -> dict[Setting, str | None]:
    """Ask these settings, with what holds now; return what is to change."""
    present = settings_from(logbook.settings, _DEFAULTS)
    answers = ask_all(
        [
            Question(
                key=setting,
                text=SETTING_TEXTS[setting].question,
                present=present.in_force(setting),
                read=partial(clean_value, setting, policies=logbook.policy_names),
                choices=_choices(logbook, setting),
            )
            for setting in settings
        ]
    )
    return {setting: value for setting, value in answers.items() if value != present.made.get(setting)}


def _choices(logbook: App, setting: Setting) -> Sequence[tuple[str, str]]:
    """Return what may be answered, each with what it is in a line; nothing where it is no choice."""
    if setting is not Setting.POLICY:
        return ()
    return [(name, logbook.policy_source(name).policy.description) for name in logbook.policy_names]


def _store(logbook: App, output: Output, values: Mapping[Setting, str | None], *, as_json: bool) -> None:
    policy = _chosen_policy(logbook, values)
    if policy is not None and values[Setting.POLICY] is not None:
        values = {**values, Setting.POLICY: policy.policy.name}
    changed = change_settings(logbook.store, logbook.deed("instelling"), values, _DEFAULTS, policy)
    announce_new(logbook, output)
    if as_json:
        output.answer.json(changes_json(changed))
    else:
        show_changes(output.answer, changed)


def _chosen_policy(logbook: App, values: Mapping[Setting, str | None]) -> PolicySource | None:
    """Return the policy that is to be put in use with these settings; cleared, it is the default one."""
    if Setting.POLICY not in values:
        return None
    return logbook.policy_source(values[Setting.POLICY] or DEFAULT_POLICY)


def _show(logbook: App, output: Output, *, as_json: bool) -> None:
    settings = settings_from(logbook.settings, _DEFAULTS)
    if as_json:
        output.answer.json(settings_json(settings, str(logbook.path)))
    else:
        show_settings(output.answer, settings, str(logbook.path))
