"""The wording of what keeps a spreadsheet, or one of its rows, from being taken over."""

from agressielog.application.import_errors import (
    ColumnTakenTwice,
    HeadingNotFound,
    KindsUnmapped,
    MappingUnreadable,
    MomentMissing,
    MomentUnmapped,
    NumberThoughWithheld,
    RaggedCells,
    RelativeMoment,
    RowsAlike,
    RowsRefused,
    TimeMissing,
    UlidTwice,
)
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, count, nearest, quoted, refusal

_SHAPES = {
    "--kolom": "eerst wat het is en dan de naam van de kolom, met = ertussen",
    "--soort-als": "eerst je eigen woord en dan de soort, met = ertussen",
}
_EXAMPLES = {
    "--kolom": "Typ bijvoorbeeld --kolom 'datum=Wanneer gebeurd'.",
    "--soort-als": "Typ bijvoorbeeld --soort-als 'verbaal=schelden'.",
}
# More lines than this nobody looks up by hand.
_MOST_LINES = 10


def mapping_unreadable(error: MappingUnreadable) -> Mistake:
    """Word an option that should say `this=that`."""
    return Mistake(
        "koppeling_onleesbaar",
        f"{quoted(error.typed)} past niet bij {error.option}.",
        f"Bij {error.option} hoort {_SHAPES.get(error.option, 'iets als dit=dat')}.",
        _EXAMPLES.get(error.option, f"Zie {error.option} in agressielog import --help."),
    )


def heading_not_found(error: HeadingNotFound) -> Mistake:
    """Word a column that the file does not have."""
    known = ", ".join(error.known)
    alike = nearest(error.heading, error.known)
    return Mistake(
        "kolom_onbekend",
        f"Het bestand heeft geen kolom {quoted(error.heading)}.",
        f"De kolommen zijn: {known}." if known else "Er is geen kolom met een naam.",
        f"Bedoel je {quoted(alike[0])}? Typ de naam zoals die in het bestand staat."
        if alike
        else "Typ de naam zoals die in de eerste regel van het bestand staat.",
    )


def column_taken_twice(error: ColumnTakenTwice) -> Mistake:
    """Word a column that was named for two fields."""
    return Mistake(
        "kolom_dubbel",
        f"De kolom {quoted(error.heading)} is twee keer gekozen.",
        "Een kolom kan maar één gegeven vullen.",
        "Kies voor een van de twee een andere kolom, of laat die weg.",
    )


def moment_unmapped(error: MomentUnmapped) -> Mistake:
    """Word a file of which no column says when it was."""
    return Mistake(
        "moment_zonder_kolom",
        "Het is niet duidelijk wanneer het gebeurde.",
        f"Geen kolom is de datum van het incident. De kolommen zijn: {', '.join(error.known)}.",
        "Wijs de kolom met de datum aan: --kolom 'datum=NAAM VAN DE KOLOM'.",
    )


def kinds_unmapped(error: KindsUnmapped) -> Mistake:
    """Word a file of which no column says what kind of behaviour it was."""
    return Mistake(
        "soort_zonder_kolom",
        "Het is niet duidelijk wat voor gedrag het was.",
        f"Geen kolom is de soort. De kolommen zijn: {', '.join(error.known)}.",
        "Wijs de kolom aan met --kolom 'soort=NAAM VAN DE KOLOM', of kies één soort voor alle rijen met --soort.",
    )


def rows_refused(error: RowsRefused) -> Mistake:
    """Word a file of which some rows cannot come in."""
    refused = len(error.refused)
    told = "kan er 1" if refused == 1 else f"kunnen er {count(refused)}"
    return refusal(
        Reason("rijen_geweigerd", f"Van de {count(error.rows)} rijen {told} zo niet worden overgenomen."),
        what="Er is niets overgenomen.",
        now="Verbeter die rijen in het rekenblad, of neem de andere over met --sla-over.",
    )


def rows_alike(error: RowsAlike) -> Mistake:
    """Word a file with rows that look like incidents that are there already."""
    lines = ", ".join(str(line) for line in error.lines[:_MOST_LINES])
    more = " ..." if len(error.lines) > _MOST_LINES else ""
    return refusal(
        Reason("lijkt_op_bestaand", f"{alike_rows(len(error.lines))} (regel {lines}{more})."),
        what="Er is niets overgenomen.",
        now="Sla ze over met --sla-over, of neem ze over als aparte incidenten met --ook-gewijzigde.",
    )


def alike_rows(number: int) -> str:
    """Return what is said of rows that look like incidents that are there already, without its full stop."""
    rows = "1 rij lijkt" if number == 1 else f"{count(number)} rijen lijken"
    return f"{rows} op een eerder ingelezen rij (zelfde moment en nummer), maar met een andere inhoud"


def ragged_cells(error: RaggedCells) -> Mistake:
    """Word a row with more or fewer cells than the heading."""
    return Mistake(
        "rij_scheef",
        f"De rij heeft {count(error.found)} cellen.",
        f"De kopregel heeft er {count(error.expected)}.",
        "Kijk of er een scheidingsteken te veel of te weinig staat.",
    )


def relative_moment(error: RelativeMoment) -> Mistake:
    """Word a day that depends on when it was typed."""
    return Mistake(
        "moment_zonder_jaar",
        f"Bij {quoted(error.raw)} is niet te zeggen welke dag het was.",
        "Het hangt ervan af wanneer het is opgeschreven.",
        "Schrijf dag, maand en jaar: 3 april 2026 of 03-04-2026.",
    )


def moment_missing(_error: MomentMissing) -> Mistake:
    """Word a row without a day."""
    return Mistake(
        "datum_ontbreekt",
        "Er staat geen datum.",
        "Zonder de dag waarop het gebeurde kan een rij geen incident worden.",
        "Zoek de datum op en vul haar in.",
    )


def time_missing(_error: TimeMissing) -> Mistake:
    """Word a day without a time."""
    return Mistake(
        "tijd_ontbreekt",
        "Er staat een dag zonder tijd.",
        "Er is geen tijd gekozen voor zulke rijen.",
        "Schrijf de tijd erbij, of kies er een voor al zulke rijen: --tijd 12:00.",
    )


def number_though_withheld(_error: NumberThoughWithheld) -> Mistake:
    """Word a row that says the number was withheld, and gives one."""
    return Mistake(
        "anoniem_met_nummer",
        "De rij zegt anoniem en geeft toch een nummer.",
        "Een van de twee klopt niet.",
        "Maak het nummer leeg, of haal anoniem weg.",
    )


def ulid_twice(_error: UlidTwice) -> Mistake:
    """Word a row with the identity of another."""
    return Mistake(
        "ulid_dubbel",
        "Een andere rij heeft hetzelfde kenmerk (ulid).",
        "De rij is waarschijnlijk gekopieerd, met kenmerk en al.",
        "Maak de cel met het kenmerk leeg in de nieuwe rij.",
    )
