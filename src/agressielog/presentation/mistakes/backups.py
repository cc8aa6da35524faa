"""What keeps a back-up from being made or put back."""

from agressielog.application.backups import BackupUnsound, NoBackupFolder
from agressielog.application.errors import BackupMissing
from agressielog.presentation.labels import counted
from agressielog.presentation.mistakes.three_lines import Mistake


def backup_missing(error: BackupMissing) -> Mistake:
    """Word a back-up that is not there."""
    return Mistake(
        "kopie_ontbreekt",
        f"Die kopie is er niet: {error.path}.",
        "Het bestand bestaat niet, of het is leeg.",
        "Noem het hele pad, zoals dit het toont: agressielog restore",
    )


def backup_unsound(error: BackupUnsound) -> Mistake:
    """Word a copy that does not pass the checks."""
    return Mistake(
        "kopie_niet_in_orde",
        f"De reservekopie is niet in orde: {error.path}.",
        f"Het nakijken van de kopie gaf {counted(error.faults, 'fout', 'fouten')}.",
        "Er is niets veranderd en niets opgeruimd. Kijk het logboek na: agressielog check",
    )


def no_backup_folder(_error: NoBackupFolder) -> Mistake:
    """Word a back-up that has nowhere to go."""
    return Mistake(
        "geen_reservemap",
        "Het is niet bekend waar de reservekopieën staan.",
        "De instelling reservemap is nog leeg.",
        "Kies een map op een andere schijf: agressielog instelling set reservemap MAP, of geef --map mee.",
    )
