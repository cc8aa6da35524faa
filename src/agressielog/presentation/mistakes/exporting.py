"""The wording of files that a user names, for reading or for writing, and that will not do."""

from pathlib import PurePath
from shlex import quote

from agressielog.application.errors import (
    ExportToScreen,
    FileTooLarge,
    TargetExists,
    TargetIsLink,
    TargetIsLogbook,
    TargetOfOtherSort,
    TargetOfSpreadsheet,
)
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, count, refusal

_MEGABYTE = 1_000_000


def file_too_large(error: FileTooLarge) -> Mistake:
    """Word a file that is too large to read."""
    return Mistake(
        "bestand_te_groot",
        f"{error.path} is te groot.",
        f"Een bestand mag hoogstens {count(error.limit // _MEGABYTE)} MB zijn.",
        "Splits het in het rekenblad, bijvoorbeeld per jaar, en lees de delen na elkaar in.",
    )


def target_exists(error: TargetExists) -> Mistake:
    """Word a file that is there already."""
    return refusal(
        Reason("bestaat_al", "Er staat al een bestand met die naam."),
        what=f"{error.path} is niet geschreven.",
        now="Kies een andere naam, of vervang het bestand met --overschrijf.",
    )


def target_is_link(error: TargetIsLink) -> Mistake:
    """Word a place that is not one ordinary file."""
    return refusal(
        Reason(
            "geen_gewoon_bestand",
            "Daar staat een koppeling, of een bestand dat ook onder een andere naam bestaat.",
        ),
        what=f"{error.path} is niet geschreven.",
        now="Kies een naam die nog niet bestaat.",
    )


def target_is_logbook(error: TargetIsLogbook) -> Mistake:
    """Word an export over the logbook."""
    return refusal(
        Reason("is_het_logboek", "Dat is het logboek zelf."),
        what=f"{error.path} is niet geschreven.",
        now="Kies een ander bestand voor de export.",
    )


def target_of_other_sort(error: TargetOfOtherSort) -> Mistake:
    """Word a name for a letter or sheet that promises another sort of document."""
    path = PurePath(error.path)
    return Mistake(
        "naam_van_ander_bestand",
        f"{error.path} is niet geschreven.",
        f"Een bestand op {path.suffix} kan dit programma niet maken; wel .docx (Word) en .txt (tekst).",
        f"Typ -o {quote(str(path.with_suffix('.docx')))}; een PDF maak je daarvan in Word of LibreOffice.",
    )


def target_of_spreadsheet(error: TargetOfSpreadsheet) -> Mistake:
    """Word a name that promises another sort of file."""
    path = PurePath(error.path)
    return Mistake(
        "naam_van_rekenblad",
        f"{error.path} is niet geschreven.",
        f"Een export is een CSV-bestand; onder een naam op {path.suffix} gaat het in een rekenblad niet open.",
        f"Typ agressielog export -o {quote(str(path.with_suffix('.csv')))}; dat opent Excel ook.",
    )


def export_to_screen(_error: ExportToScreen) -> Mistake:
    """Word an export without a file, on a terminal."""
    return Mistake(
        "geen_bestand",
        "Er is geen bestand gekozen voor de export.",
        "Op het scherm staan de gegevens van iedereen leesbaar voor wie meekijkt.",
        "Typ agressielog export -o BESTAND.csv, of stuur de uitvoer door naar een ander programma.",
    )
