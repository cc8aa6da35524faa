"""What the shell hears at the end: one small number with one meaning each (design 3)."""

from enum import IntEnum

from agressielog.domain.errors import AgressielogError, Damaged, FileTrouble, NotFound, Refused, WrongUse
from agressielog.domain.vocabulary import Standing


class ExitStatus(IntEnum):
    """How a command ended; the ones above 128 are 128 plus the number of the signal."""

    DONE = 0
    FAILED = 1
    WRONG_USE = 2
    NOT_FOUND = 3
    REFUSED = 4
    FILE = 5
    DAMAGED = 6
    OVERDUE = 7
    HUNG_UP = 129
    INTERRUPTED = 130
    PIPE = 141
    TERMINATED = 143


#: As the help page tells it; a test keeps every status in it.
EXPLAINED: dict[ExitStatus, str] = {
    ExitStatus.DONE: "gedaan",
    ExitStatus.FAILED: "onverwachte fout in het programma",
    ExitStatus.WRONG_USE: "verkeerd gebruik, of een waarde die niet te lezen is",
    ExitStatus.NOT_FOUND: "niet gevonden: een incident, een beller of het logboek zelf",
    ExitStatus.REFUSED: "geweigerd door een regel; er is niets veranderd",
    ExitStatus.FILE: "het bestand: bezet, vol, alleen-lezen of van een ander programma",
    ExitStatus.DAMAGED: "het bestand is beschadigd",
    ExitStatus.OVERDUE: "er is iets te laat",
    ExitStatus.HUNG_UP: "het venster ging dicht",
    ExitStatus.INTERRUPTED: "afgebroken met Ctrl-C",
    ExitStatus.PIPE: "wie de uitvoer las, hield op met lezen",
    ExitStatus.TERMINATED: "beëindigd door het systeem",
}


class LookupStatus(IntEnum):
    """What `lookup --exit-code` ends with, so that a telephone switch can act on it."""

    UNKNOWN = 0
    KNOWN = 10
    WARNED = 20
    RESTRICTED = 25
    BANNED = 30


_BY_STANDING: dict[Standing, LookupStatus] = {
    Standing.UNKNOWN: LookupStatus.UNKNOWN,
    Standing.WITHHELD: LookupStatus.UNKNOWN,
    Standing.KNOWN: LookupStatus.KNOWN,
    Standing.WARNED: LookupStatus.WARNED,
    Standing.RESTRICTED: LookupStatus.RESTRICTED,
    Standing.BANNED: LookupStatus.BANNED,
}


def lookup_status(standing: Standing) -> LookupStatus:
    """Return the status of `lookup --exit-code`; a withheld number is nobody known."""
    return _BY_STANDING[standing]


def status_of(error: AgressielogError) -> ExitStatus:
    """Return the status for an error, by its family."""
    match error:
        case WrongUse():
            return ExitStatus.WRONG_USE
        case NotFound():
            return ExitStatus.NOT_FOUND
        case Refused():
            return ExitStatus.REFUSED
        case FileTrouble():
            return ExitStatus.FILE
        case Damaged():
            return ExitStatus.DAMAGED
        case _:
            return ExitStatus.FAILED
