"""What the window says of itself: its first line, its keys, and what becomes of a report."""

from datetime import datetime

from agressielog.domain.local_time import to_local
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.labels import DEMO_NOTICE, counted

#: Lines below an answer: the keys, reports that wait (at most two), and the question.
_BELOW = 4
_KEYS = (
    ("nummer of B12", "wie belt er, en wat doe je; plakken mag, een naam ook"),
    ("m", "leg dit gesprek vast: nummer en tijd zijn die van het opzoeken"),
    ("g", "dit gesprek ging goed (bij iemand met een maatregel)"),
    ("t", "een zin om nu te zeggen; nog eens t geeft de volgende"),
    ("t grens", "de tips over een fase of onderwerp; t kaart toont alle fasen"),
    ("Enter", "de volgende beller: het scherm wordt leeg"),
    ("q", "stoppen; ook met Ctrl-D"),
    ("Ctrl-C", "maakt de regel leeg; op een lege regel stopt het venster"),
)


def show_head(screen: Screen, name: str, *, demo: bool) -> None:
    """Print the line at the top of an empty window."""
    if demo:
        screen.line(DEMO_NOTICE)
    screen.line(
        styled(f"agressielog, {name}. Typ of plak een nummer; ? toont de toetsen, q stopt.", Style.MUTED)
    )


def show_keys(screen: Screen) -> None:
    """Print what can be typed."""
    screen.fields(_KEYS, indent=2)


def show_short_keys(screen: Screen) -> None:
    """Print below an answer what can be done with it."""
    screen.line(styled("m vastleggen · g ging goed · t een zin · Enter volgende", Style.MUTED))


def fitted(answer: str, rows: int) -> str:
    """Return an answer that leaves room for the keys and the question; what stands first is never pushed away.

    Args:
        answer: as shown, line by line; the heaviest caller comes first.
        rows: of the terminal.
    """
    lines = answer.splitlines(keepends=True)
    room = max(1, rows - _BELOW)
    if len(lines) <= room:
        return answer
    left = len(lines) - room + 1
    return (
        "".join(lines[: room - 1]) + f"  Nog {left} regels passen hier niet: agressielog lookup toont ze.\n"
    )


def show_waiting(screen: Screen, moments: list[datetime]) -> None:
    """Print which reports still have to be stored; their calls are known by the time."""
    if moments:
        times = ", ".join(f"{to_local(at):%H:%M}" for at in moments)
        screen.line(
            f"Nog niet opgeslagen: {counted(len(moments), 'verslag', 'verslagen')} ({times}). m probeert het opnieuw."
        )
