"""What the operating system refused outside the logbook, and what is a fault of the program itself."""

import errno
from enum import StrEnum
from pathlib import Path

from agressielog.domain.errors import FileTrouble
from agressielog.presentation.mistakes.three_lines import Mistake


class SystemReason(StrEnum):
    """Why the system refused."""

    FULL = "vol"
    DENIED = "geen toegang"
    MISSING = "bestaat niet"
    EXISTS = "bestaat al"
    FOLDER = "is een map"
    READ_ONLY = "alleen-lezen"
    OTHER = "anders"


class SystemRefusal(FileTrouble):
    """A file other than the logbook, or the output (`path` is None), could not be read or written.

    `name` is the system's own name for it (`EIO`).
    """

    path: str | None
    reason: SystemReason
    name: str


_REASONS = {
    errno.ENOSPC: SystemReason.FULL,
    errno.EDQUOT: SystemReason.FULL,
    errno.EFBIG: SystemReason.FULL,
    errno.EACCES: SystemReason.DENIED,
    errno.EPERM: SystemReason.DENIED,
    errno.ENOENT: SystemReason.MISSING,
    errno.ENOTDIR: SystemReason.MISSING,
    errno.EEXIST: SystemReason.EXISTS,
    errno.EISDIR: SystemReason.FOLDER,
    errno.EROFS: SystemReason.READ_ONLY,
}


def system_refusal(error: OSError) -> SystemRefusal:
    """Return our error for one of the system's, by its number and never by its English text."""
    number = error.errno or 0
    path = None if error.filename is None else str(error.filename)
    return SystemRefusal(
        path, _REASONS.get(number, SystemReason.OTHER), errno.errorcode.get(number, "onbekend")
    )


def path_refusal(path: Path) -> SystemRefusal:
    """Return our error for a path that cannot be used as it was meant, by what is there."""
    if not path.exists():
        return SystemRefusal(str(path), SystemReason.MISSING, "ENOENT")
    reason = SystemReason.FOLDER if path.is_dir() else SystemReason.DENIED
    return SystemRefusal(str(path), reason, "EACCES")


_WHY_AND_NOW = {
    SystemReason.FULL: ("De schijf is vol.", "Maak ruimte en geef de opdracht opnieuw."),
    SystemReason.DENIED: (
        "Het systeem geeft jou er geen toegang toe.",
        "Kies een eigen map, of vraag de beheerder om toegang.",
    ),
    SystemReason.MISSING: (
        "Het bestand of de map bestaat niet.",
        "Kijk het pad na en geef de opdracht opnieuw.",
    ),
    SystemReason.EXISTS: ("Er staat al iets met die naam.", "Kies een andere naam of een andere map."),
    SystemReason.FOLDER: ("Het is een map en geen bestand.", "Geef het pad van een bestand."),
    SystemReason.READ_ONLY: (
        "De schijf kan alleen gelezen worden.",
        "Kies een plek waar je mag schrijven, of vraag de beheerder.",
    ),
}


def system_refused(error: SystemRefusal) -> Mistake:
    """Word a refusal of the system."""
    what = f"{error.path} is niet te gebruiken." if error.path is not None else "De uitvoer kan nergens heen."
    why, now = _WHY_AND_NOW.get(
        error.reason,
        (
            f"Het systeem geeft foutcode {error.name}.",
            "Probeer het opnieuw; blijft het, vraag dan de beheerder.",
        ),
    )
    return Mistake("systeem_weigert", what, why, now)


def unexpected(error: BaseException, place: str) -> Mistake:
    """Word a fault of our own, without its message: that may hold personal data.

    Args:
        error: what was raised.
        place: file and line of the innermost code of ours (`storage/rows.py:42`).
    """
    return Mistake(
        "onverwacht",
        "Er ging iets mis in het programma zelf.",
        f"{type(error).__name__} in {place}.",
        "Probeer het opnieuw; blijft het, geef de beheerder dan de regel hierboven.",
    )
