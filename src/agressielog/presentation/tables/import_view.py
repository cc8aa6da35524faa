"""Shows what a register brings: its columns, every row that cannot come in, and what comes of the others."""

from collections.abc import Iterable, Iterator, Sequence

from agressielog.application.import_columns import ColumnMap
from agressielog.application.import_errors import RefusedRow, RowReason, RowsRefused, TimeMissing
from agressielog.application.import_fields import Field
from agressielog.application.import_incidents import ImportReport, SharedNumber
from agressielog.application.import_row import Remark
from agressielog.domain.errors import UnknownKind
from agressielog.domain.moment_errors import MomentFault, UnreadableDay, UnreadableMoment
from agressielog.domain.policy import Policy
from agressielog.presentation.console import Piece, Screen, Style, styled
from agressielog.presentation.labels import counted, incidents
from agressielog.presentation.mistakes.importing import alike_rows
from agressielog.presentation.mistakes.moments import SERIAL_NOW
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, count
from agressielog.presentation.mistakes.wording import word
from agressielog.presentation.moments import show_day

#: What each field of a register is called when somebody chooses one, in the order of choosing; short
#: enough to stand beside a heading and an example.
CHOICES: dict[Field, str] = {
    Field.AT: "datum (en tijd)",
    Field.TIME: "tijd",
    Field.NUMBER: "nummer van de beller",
    Field.NAME: "naam van de beller",
    Field.CUSTOMER_NUMBER: "klantnummer",
    Field.KINDS: "soort gedrag",
    Field.ACCOUNT: "wat er gebeurde",
    Field.QUOTE: "citaat",
    Field.REPORTER: "melder (collega)",
    Field.TEAM: "team van de melder",
    Field.CHANNEL: "kanaal",
    Field.SUBJECT: "onderwerp",
    Field.WARNED: "gewaarschuwd (ja/nee)",
    Field.ENDED: "beëindigd (ja/nee)",
    Field.HANDED_OVER: "overgedragen (ja/nee)",
    Field.POLICE: "politie (ja/nee)",
    Field.OUR_FAULT: "fout bij ons (ja/nee)",
    Field.WITHHELD: "anoniem (ja/nee)",
    Field.PROMISES: "toezegging",
    Field.REFUSED: "niet toegezegd",
    Field.HELPED: "wat hielp",
    Field.APOLOGISED_ON: "dag van de excuses",
    Field.RECORDED_AT: "dag van de melding",
}

# More than this is no help in seeing what a register brings.
_MOST_CATEGORIES, _MOST_SHARED = 10, 10

# What is said of one row, and of several.
_REMARKS = {
    Remark.NUMBER_REPAIRED: ("miste", "misten", "de nul of plus vooraan in het nummer; die is aangevuld"),
    Remark.TIME_TAKEN: ("had", "hadden", "geen tijd; de gekozen tijd is genomen"),
    Remark.DOUBLED_HOUR: ("viel", "vielen", "in het uur dat twee keer kwam; het eerste is genomen"),
    Remark.KIND_TAKEN: ("had", "hadden", "geen soort; de gekozen soort is genomen"),
    Remark.NO_TEXT: ("had", "hadden", "geen tekst; dat is nog aan te vullen (agressielog list --open)"),
    Remark.SAME_AGAIN: (
        "staat",
        "staan",
        "eerder precies zo in het bestand; ze tellen als aparte incidenten",
    ),
    Remark.NO_REPORTER: ("had", "hadden", "geen melder; daar staat nu de melder die voor zulke rijen geldt"),
}


def show_columns(screen: Screen, columns: ColumnMap, header: Sequence[str]) -> None:
    """Print what each column is read as, and which are left behind."""
    screen.line(styled("Kolommen", Style.TITLE))
    rows: list[tuple[str, str]] = [(heading, field_label(field)) for field, heading in columns.columns]
    screen.fields(rows, indent=2)
    left = columns.not_taken(header)
    if left:
        screen.line(f"Blijft achter: {', '.join(left)}", indent=2, hanging=2)


def field_label(field: Field) -> str:
    """Return what a field is called; the columns of our own export have their own name."""
    return CHOICES.get(field, field.value)


def show_refused(screen: Screen, refused: Sequence[RefusedRow]) -> None:
    """Print every row that cannot come in, with all its reasons; rows with the same reasons together."""
    if not refused:
        return
    screen.line(styled(f"Kan niet overgenomen worden: {_rows(len(refused))}", Style.ATTENTION))
    together: dict[tuple[str, ...], list[int]] = {}
    for row in refused:
        together.setdefault(tuple(_reason(reason) for reason in row.reasons), []).append(row.line)
    for reasons, lines in together.items():
        screen.line(_lines(lines), indent=2)
        for reason in reasons:
            screen.line(reason, indent=4)
    for hint in _hints(refused):
        screen.line(hint, indent=2, hanging=2)


def show_coming(screen: Screen, report: ImportReport, policy: Policy, *, title: str) -> None:
    """Print what comes in under *title* (`Komt erin`)."""
    screen.line(styled(f"{title}: {incidents(report.coming)}", Style.TITLE))
    screen.fields(list(_facts(report, policy)), indent=2)
    for remark, number in report.remarks:
        one, many, told = _REMARKS[remark]
        screen.line(f"{_rows(number)} {one if number == 1 else many} {told}.", indent=2, hanging=2)
    if report.presumed:
        screen.line(
            f"Bij {_rows(report.presumed)} is de beller vermoedelijk; "
            "zo'n incident telt pas mee als iemand het bevestigt (agressielog edit).",
            indent=2,
            hanging=2,
        )
    show_alike(screen, report)
    _show_shared(screen, report.shared)
    _show_known(screen, report)


def show_alike(screen: Screen, report: ImportReport) -> None:
    """Print how many rows look like an incident that was there already, and where they stand."""
    if report.alike:
        told = f"{alike_rows(len(report.alike))}: {_lines(report.alike)}."
        screen.line(styled(told, Style.ATTENTION), indent=2, hanging=2)


def refusal_of_rows(error: RowsRefused) -> Mistake:
    """Return the refusal of a whole register, with every reason of every row."""
    told = word(error)
    reasons = [
        Reason(word(reason.error).code, f"Regel {row.line}: {_reason(reason)}")
        for row in error.refused
        for reason in row.reasons
    ]
    return Mistake(told.code, told.what, told.why, told.now, tuple(reasons))


def reason_documents(refused: Sequence[RefusedRow]) -> list[dict[str, object]]:
    """Return the rows that cannot come in, for JSON."""
    return [
        {
            "regel": row.line,
            "redenen": [
                {"kolom": reason.heading, "code": word(reason.error).code, "wat": _told(reason)}
                for reason in row.reasons
            ],
        }
        for row in refused
    ]


def _facts(report: ImportReport, policy: Policy) -> Iterator[tuple[str, Piece]]:
    if report.first is not None and report.last is not None:
        yield "Periode", f"{show_day(report.first)} tot en met {show_day(report.last)}"
        kinds = [f"{policy.label_of(kind)} {number}" for kind, number in report.per_kind[:_MOST_CATEGORIES]]
        more = len(report.per_kind) - len(kinds)
        yield "Soorten", ", ".join([*kinds, *([f"nog {more} andere"] if more else [])])
        yield "Bellers", f"{report.new_callers} nieuw, {report.known_callers} bekend"
    if report.nobodys:
        yield "Van niemand", f"{report.nobodys} zonder nummer, naam of klantnummer"
    yield "Stond er al", str(report.known)


def _show_shared(screen: Screen, shared: Sequence[SharedNumber]) -> None:
    if not shared:
        return
    screen.line(
        f"Op {counted(len(shared), 'nummer', 'nummers')} staan meer bellers. Is het toch dezelfde, "
        "voeg ze dan samen: agressielog beller merge",
        indent=2,
        hanging=2,
    )
    for number in shared[:_MOST_SHARED]:
        names = ", ".join(name or "naam onbekend" for name in number.names[:_MOST_SHARED])
        more = len(number.names) - _MOST_SHARED
        others = f" en nog {count(more)}" if more > 0 else ""
        screen.line(f"{number.number.national}: {names}{others}", indent=4, hanging=2)
    if len(shared) > _MOST_SHARED:
        screen.line(f"en nog {len(shared) - _MOST_SHARED} nummers", indent=4)


def _show_known(screen: Screen, report: ImportReport) -> None:
    if report.known and any(row.own_ulid for row in report.read.accepted):
        screen.line(
            "Wat er aan rijen die er al stonden is veranderd, komt niet mee; verbeter dat met agressielog edit.",
            indent=2,
            hanging=2,
        )


def _rows(number: int) -> str:
    return f"{count(number)} {'rij' if number == 1 else 'rijen'}"


def _reason(reason: RowReason) -> str:
    return f"{reason.heading}: {_told(reason)}" if reason.heading is not None else _told(reason)


def _told(reason: RowReason) -> str:
    mistake = word(reason.error)
    return f"{mistake.what} {mistake.why}"


def _lines(lines: Sequence[int]) -> str:
    """Return the lines of the file in words.

    >>> _lines([3, 4, 5, 9])
    'regels 3-5, 9'
    """
    runs: list[list[int]] = []
    for line in lines:
        if runs and runs[-1][-1] == line - 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    shown = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"regel {shown}" if len(lines) == 1 else f"regels {shown}"


def _hints(refused: Iterable[RefusedRow]) -> Iterator[str]:
    """Say once what helps many rows."""
    errors = [reason.error for row in refused for reason in row.reasons]
    if any(isinstance(error, TimeMissing) for error in errors):
        yield "Voor rijen zonder tijd: kies er een, bijvoorbeeld --tijd 12:00."
    if any(
        isinstance(error, UnreadableMoment | UnreadableDay) and error.reason is MomentFault.SERIAL_NUMBER
        for error in errors
    ):
        yield f"Voor getallen in plaats van datums: {SERIAL_NOW[:1].lower()}{SERIAL_NOW[1:]}"
    unknown = next((error for error in errors if isinstance(error, UnknownKind)), None)
    if unknown is not None:
        kind = unknown.nearest[0] if unknown.nearest else "SOORT"
        told = f"{unknown.raw.strip()}={kind}"
        yield f"Voor eigen woorden voor een soort: zeg wat ze zijn, bijvoorbeeld --soort-als '{told}'."
