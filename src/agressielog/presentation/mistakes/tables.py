"""The wording of spreadsheets that cannot be read."""

from agressielog.application.table_errors import (
    BrokenQuotes,
    CellTooLarge,
    EmptyTable,
    FileKind,
    NotATable,
    UnreadableEncoding,
)
from agressielog.presentation.mistakes.three_lines import Mistake, count

_SAVE_AS_CSV = "Open het in je rekenblad, kies Opslaan als: CSV UTF-8, en lees dat bestand in."

_KINDS = {
    FileKind.EXCEL: ("een Excel-bestand", _SAVE_AS_CSV),
    FileKind.OLD_EXCEL: ("een oud Excel-bestand", _SAVE_AS_CSV),
    FileKind.OPEN_DOCUMENT: ("een OpenDocument-rekenblad", _SAVE_AS_CSV),
    FileKind.PDF: ("een PDF", "Zoek het rekenblad waar de PDF van gemaakt is, en sla dat op als CSV."),
    FileKind.ZIP: ("een ZIP-bestand", "Pak het uit en lees het CSV-bestand in dat erin zit."),
    FileKind.BINARY: ("geen tekst", "Kijk na of dit het goede bestand is; een CSV-bestand is gewone tekst."),
}


def not_a_table(error: NotATable) -> Mistake:
    """Word a file that is no table of text."""
    kind, now = _KINDS[error.kind]
    return Mistake("geen_csv", "Dit is geen CSV-bestand.", f"Het is {kind}.", now)


def unreadable_encoding(error: UnreadableEncoding) -> Mistake:
    """Word a file whose letters cannot be made out."""
    return Mistake(
        "tekencodering",
        f"Regel {count(error.line)} van het bestand is niet te lezen.",
        f"Het bestand lijkt {error.encoding}, maar op die regel klopt dat niet.",
        "Sla het in je rekenblad opnieuw op als CSV UTF-8, en lees dat in.",
    )


def empty_table(_error: EmptyTable) -> Mistake:
    """Word a file with nothing in it."""
    return Mistake(
        "leeg_bestand",
        "Het bestand is leeg.",
        "Er staat niet eens een kopregel in.",
        "Kijk na of dit het goede bestand is; de eerste regel noemt de kolommen.",
    )


def broken_quotes(error: BrokenQuotes) -> Mistake:
    """Word a quotation mark that breaks the columns."""
    return Mistake(
        "aanhalingsteken",
        f"De rij vanaf regel {count(error.line)} is niet te lezen.",
        "Een aanhalingsteken wordt niet gesloten of staat op een verkeerde plek.",
        "Verbeter die rij, of sla het rekenblad opnieuw op als CSV; dan komen de tekens goed te staan.",
    )


def cell_too_large(error: CellTooLarge) -> Mistake:
    """Word a cell that is too large."""
    return Mistake(
        "cel_te_groot",
        f"In de rij vanaf regel {count(error.line)} staat een te grote cel.",
        f"Een cel kan hoogstens {count(error.limit)} tekens hebben.",
        "Kort de tekst in; vaak wordt een aanhalingsteken ervoor niet gesloten.",
    )
