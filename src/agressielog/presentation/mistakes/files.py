"""The wording of what the file of the logbook, or its disk, does not let us do."""

from shlex import quote

from agressielog.application.errors import (
    DiskFull,
    Foreign,
    LogbookBusy,
    LogbookDamaged,
    LogbookHeldOpen,
    LogbookIsFolder,
    LogbookMissing,
    LogbookNewer,
    LogbookReadOnly,
    LogbookReplaced,
    LogbookUnreachable,
    NotALogbook,
    OutcomeUncertain,
    RecordDamaged,
    WriteFailed,
)
from agressielog.presentation.mistakes.three_lines import Mistake

_OTHER_PATH = "Kijk het pad na; een ander logboek kies je met agressielog --db PAD OPDRACHT"

_FOREIGN = {
    Foreign.TEXT: "Het is geen databasebestand.",
    Foreign.OTHER_PROGRAM: "Het is de database van een ander programma.",
    Foreign.LINK: "Het is een koppeling naar een ander bestand.",
    Foreign.SHARED_NAME: "Het bestand staat onder meer namen op de schijf.",
    Foreign.NOT_A_FILE: "Het is geen gewoon bestand.",
}


def logbook_missing(error: LogbookMissing) -> Mistake:
    """Word a logbook that is not there."""
    return Mistake(
        "geen_logboek",
        f"Er is geen logboek op {error.path}.",
        "Er is nog niets vastgelegd."
        if error.usual
        else "Er is nog niets vastgelegd, of het pad klopt niet.",
        "Begin met: agressielog instelling"
        if error.usual
        else f"Klopt het pad? Begin dan met: agressielog --db {quote(error.path)} instelling",
    )


def logbook_busy(error: LogbookBusy) -> Mistake:
    """Word a file that somebody else held."""
    return Mistake(
        "logboek_bezet",
        f"Het logboek {error.path} is bezet.",
        f"Een ander was {error.seconds:g} seconden lang aan het schrijven.",
        "Geef de opdracht zo meteen opnieuw; er is niets opgeslagen.",
    )


def logbook_held_open(error: LogbookHeldOpen) -> Mistake:
    """Word a file that another program has open in a mode that is not ours."""
    return Mistake(
        "logboek_in_gebruik",
        "Er is niets opgeslagen.",
        f"Een ander programma heeft {error.path} open in een stand (WAL) waarin opslaan niet veilig is.",
        "Sluit dat programma, bijvoorbeeld een databaseprogramma, en geef de opdracht opnieuw.",
    )


def disk_full(error: DiskFull) -> Mistake:
    """Word a disk without room."""
    return Mistake(
        "schijf_vol",
        "Er is niets opgeslagen.",
        f"De schijf met {error.path} is vol.",
        "Maak ruimte en geef de opdracht opnieuw; wat er al in stond, staat er nog.",
    )


def logbook_read_only(error: LogbookReadOnly) -> Mistake:
    """Word a file that may only be read."""
    return Mistake(
        "alleen_lezen",
        "Er is niets opgeslagen.",
        f"Het logboek {error.path} of zijn map kan alleen gelezen worden.",
        "Vraag de beheerder om schrijfrecht op het bestand en de map.",
    )


def logbook_unreachable(error: LogbookUnreachable) -> Mistake:
    """Word a file that cannot be opened."""
    return Mistake(
        "logboek_onbereikbaar",
        f"Het logboek {error.path} gaat niet open.",
        "De map bestaat niet, of je hebt er geen toegang toe.",
        "Kijk het pad na, of vraag de beheerder om toegang.",
    )


def logbook_replaced(error: LogbookReplaced) -> Mistake:
    """Word a file that was swapped under our hands, as a synchronisation program does."""
    return Mistake(
        "logboek_vervangen",
        "Er is niets opgeslagen.",
        f"Tijdens het schrijven kwam er een ander bestand op {error.path}.",
        "Haal het logboek uit een gesynchroniseerde map, of wacht tot dat klaar is; leg het dan opnieuw vast.",
    )


def logbook_is_folder(error: LogbookIsFolder) -> Mistake:
    """Word a path that is a folder."""
    return Mistake(
        "pad_is_map",
        f"{error.path} is een map.",
        "Een logboek is één bestand.",
        f"Geef het bestand in die map, bijvoorbeeld --db {error.path.rstrip('/')}/logboek.db",
    )


def not_a_logbook(error: NotALogbook) -> Mistake:
    """Word a file that is something else."""
    return Mistake(
        "geen_logboekbestand",
        f"{error.path} is geen logboek van agressielog.",
        f"{_FOREIGN[error.what]} Het is niet gelezen en niet veranderd.",
        _OTHER_PATH,
    )


def logbook_newer(error: LogbookNewer) -> Mistake:
    """Word a file that a newer program wrote."""
    return Mistake(
        "logboek_nieuwer",
        f"Het logboek {error.path} is van een nieuwere agressielog.",
        f"Het bestand heeft indeling {error.file_version}, dit programma kent er {error.program_version}.",
        "Werk agressielog op deze computer bij; het bestand is niet gelezen en niet veranderd.",
    )


def write_failed(error: WriteFailed) -> Mistake:
    """Word a disk that refused, after which nothing was stored."""
    return Mistake(
        "schrijven_mislukt",
        "Er is niets opgeslagen; dat is nagekeken.",
        f"De schijf met {error.path} weigerde te schrijven.",
        "Geef de opdracht opnieuw; blijft het, laat de beheerder dan de schijf nakijken.",
    )


def outcome_uncertain(error: OutcomeUncertain) -> Mistake:
    """Word a disk that refused, after which nobody can tell what was stored."""
    return Mistake(
        "onzeker_of_opgeslagen",
        "Het is niet zeker of dit is opgeslagen.",
        f"De schijf met {error.path} weigerde, ook toen werd nagekeken wat er staat.",
        "Kijk straks met agressielog list of het erin staat, en leg het anders opnieuw vast.",
    )


def record_damaged(error: RecordDamaged) -> Mistake:
    """Word a row that we cannot have written, where nobody said in which file."""
    return Mistake(
        "logboek_beschadigd",
        "Het logboek is beschadigd.",
        _what_is_wrong(error.record),
        "Laat het bestand zoals het is en vraag de beheerder om de laatste reservekopie.",
    )


def _what_is_wrong(record: str | None) -> str:
    if record is None:
        return "Wat er in het bestand staat, klopt niet meer met zichzelf."
    return f"In {record} staat iets wat agressielog zo niet kan hebben opgeslagen."


def logbook_damaged(error: LogbookDamaged) -> Mistake:
    """Word a broken file."""
    return Mistake(
        "logboek_beschadigd",
        f"Het logboek {error.path} is beschadigd.",
        _what_is_wrong(error.record),
        "Laat het bestand zoals het is en vraag de beheerder om de laatste reservekopie.",
    )
