"""What went wrong after something had been stored: whoever does it again would store it twice."""

from agressielog.application.ports.records import Stored
from agressielog.presentation.mistakes.three_lines import Mistake

#: By the first word of a command: the command that shows what it stored.
_SHOWN_BY = {
    "advies": "maatregel list",
    "beleid": "beleid list",
    "beller": "beller list",
    "instelling": "instelling list",
    "maatregel": "maatregel list",
}

#: Commands whose answer is all they are for; they store that they were given.
_MADE_TO_BE_SEEN = frozenset({"brief"})


def stored_unshown(stored: Stored, why: str) -> Mistake:
    """Word an answer that was lost on its way to the user; *why* is one or more sentences."""
    return Mistake(
        "antwoord_niet_getoond",
        f"{what_is_stored(stored)}, maar het antwoord kon niet getoond worden.",
        why,
        _what_now(stored),
    )


def what_is_stored(stored: Stored) -> str:
    """Return what a write did, without a full stop."""
    if not stored.incidents:
        return f"De opdracht {stored.deed.command} is uitgevoerd en opgeslagen"
    first, last = stored.incidents[0], stored.incidents[-1]
    return f"Opgeslagen als incident {first}" + (f" tot en met {last}" if last != first else "")


def _what_now(stored: Stored) -> str:
    if len(stored.incidents) == 1:
        return f"Herhaal dit niet. Bekijk het met agressielog show {stored.incidents[0]}."
    subject = stored.deed.command.partition(" ")[0]
    if subject in _MADE_TO_BE_SEEN:
        return "Geef de opdracht opnieuw; bewaard is alleen dat het gevraagd is."
    return f"Herhaal dit niet. Bekijk het met agressielog {_SHOWN_BY.get(subject, 'list')}."
