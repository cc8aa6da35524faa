"""Shows who looked at whom; never how much one colleague looks."""

from collections.abc import Sequence

from agressielog.application.looked import Looked, LookLine
from agressielog.domain.identity import CallerId, caller_code
from agressielog.domain.local_time import local_day, to_local
from agressielog.domain.look import Look
from agressielog.domain.text import fold
from agressielog.presentation.console import Screen
from agressielog.presentation.json_documents import Json
from agressielog.presentation.labels import counted, show_caller
from agressielog.presentation.moments import iso, iso_day, show_short_day

# So many callers are named on a line; a list may have had hundreds in it.
_NAMED = 4


def show_looked(screen: Screen, looked: Looked) -> None:
    """Print looks as a table, one line each, and how many are not shown."""
    if looked.lines:
        screen.table(
            ["Wanneer", "Wie", "Hoe", "Beller"],
            [
                (show_when(line.look), show_who(line.look), line.look.command, _named(line.callers))
                for line in looked.lines
            ],
        )
    elif looked.caller is not None:
        screen.line(f"Niemand heeft {show_caller(looked.caller)} opgezocht of bekeken.")
    else:
        screen.line("Er is niets opgezocht of bekeken.")
    if len(looked.lines) < looked.total:
        screen.line(
            f"Dit zijn de laatste {len(looked.lines)} van {looked.total} inzagen. Alles zien: agressielog avg log "
            "--alles, of minder met --sinds en --tot.",
            hanging=2,
        )
    if strangers := sum(looked.strangers.values()):
        screen.line(
            f"{counted(strangers, 'keer', 'keer')} is iemand opgezocht die niet in het logboek staat; "
            "wie dat was, wordt niet bewaard.",
            hanging=2,
        )


def looked_json(looked: Looked) -> Json:
    """Return the document of `avg log`."""
    return {
        "schema": "agressielog.avg.log/1",
        "beller": caller_code(looked.caller.id) if looked.caller is not None else None,
        "totaal": looked.total,
        "inzagen": [_line_json(line) for line in looked.lines],
        "niet_gevonden": [{"dag": iso_day(day), "aantal": count} for day, count in looked.strangers.items()],
    }


def show_when(look: Look) -> str:
    """Return `22 nov 2026 10:15`."""
    return f"{show_short_day(local_day(look.at))} {to_local(look.at):%H:%M}"


def show_who(look: Look) -> str:
    """Return the claimed name, with the login where that is another one: a name can be claimed by anybody."""
    return look.name if fold(look.name) == fold(look.login) else f"{look.name} ({look.login})"


def _line_json(line: LookLine) -> Json:
    return {
        "op": iso(line.look.at),
        "login": line.look.login,
        "naam": line.look.name,
        "opdracht": line.look.command,
        "bellers": [caller_code(caller) for caller in line.callers],
    }


def _named(callers: Sequence[CallerId]) -> str:
    shown = ", ".join(caller_code(caller) for caller in callers[:_NAMED])
    more = len(callers) - _NAMED
    return (shown + (f" en nog {more}" if more > 0 else "")) or "–"
