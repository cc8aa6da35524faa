"""`agressielog show`: one incident in full."""

from dataclasses import replace
from typing import Annotated

import typer

from agressielog.application.find import story_of
from agressielog.application.history import incident_history
from agressielog.cli.despite import Reden, Toch, despite
from agressielog.cli.history_telling import HISTORY, tell_history
from agressielog.cli.opening import opened, seen
from agressielog.domain.identity import parse_incident_id
from agressielog.presentation.incident_view import show_incident, show_restricted_incident, show_versions
from agressielog.presentation.json_documents import story_json


def command(
    ctx: typer.Context,
    incident: Annotated[
        str, typer.Argument(metavar="INCIDENT", help="Het nummer van het incident, bijvoorbeeld 42.")
    ],
    history: Annotated[bool, HISTORY] = False,
    all_the_same: Toch = False,
    reason: Reden = None,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Toon één incident, met wat er later aan verbeterd is."""
    app, output = opened(ctx)
    name = parse_incident_id(incident)
    story = story_of(app.store, name)
    seen(ctx, [story.incident.caller])
    if despite(app, story.incident.caller, wanted=all_the_same, reason=reason):
        story = replace(story, restricted=False)
    if history:
        tell_history(
            app,
            output,
            "show.geschiedenis",
            f"incident {name}",
            incident_history(app.store, name, despite=not story.restricted),
            as_json=as_json,
        )
        return
    if as_json:
        output.answer.json(story_json(story))
    elif story.restricted:
        show_restricted_incident(output.answer, story.incident, story.caller, app.now)
    else:
        show_incident(output.answer, story.incident, story.caller, app.policy, app.now)
        show_versions(output.answer, story.versions, app.policy, app.now)
