"""Registers as offices keep them, small enough to read in a test, and what becomes of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import story

from agressielog.application.export_incidents import export_incidents
from agressielog.application.import_alike import Alike
from agressielog.application.import_columns import ColumnMap, guess
from agressielog.application.import_incidents import ImportReport, RowsRead, import_rows, read_rows
from agressielog.application.import_row import ImportRules
from agressielog.application.ports.logbook import Store
from agressielog.application.table_text import Table, read_table
from agressielog.domain.caller import Caller
from agressielog.domain.incident import Incident
from agressielog.domain.vocabulary import Certainty, Country
from agressielog.presentation.tables.export_table import table_lines

#: A Sunday in Amsterdam, a quarter past ten.
NOW = datetime(2026, 11, 22, 9, 15, tzinfo=UTC)

HEADING = "Datum;Tijd;Telefoon;Naam;Klantnummer;Soort;Omschrijving;Melder"


def quiet(_done: int) -> None:
    """Show no progress."""


def rules(**changes: Any) -> ImportRules:
    """Return how a Dutch office reads rows under the protocol of `story`."""
    return replace(ImportRules(policy=story.policy(), country=Country.NETHERLANDS, now=NOW), **changes)


def table(*lines: str) -> Table:
    """Return a table of these lines."""
    return read_table("\n".join(lines))


def calls(*lines: str) -> Table:
    """Return a register with the usual heading; a line is `datum;tijd;telefoon;naam;klantnummer;soort`."""
    return table(HEADING, *(f"{line};Er gebeurde iets.;Mia" for line in lines))


def read(
    found: Table,
    columns: ColumnMap | None = None,
    done: Callable[[int], None] = quiet,
    **changes: Any,
) -> RowsRead:
    """Read a table, by guess where no columns are given."""
    return read_rows(found, columns or guess(found), rules(**changes), done)


def imported(
    store: Store,
    found: Table,
    columns: ColumnMap | None = None,
    *,
    skip: bool = False,
    on_alike: Alike = Alike.REFUSE,
    **changes: Any,
) -> ImportReport:
    """Take a register over."""
    rows, deed = read(found, columns, **changes), story.deed("import", at=NOW)
    return import_rows(store, deed, rows, skip_refused=skip, on_alike=on_alike, settings={}, done=quiet)


def incidents(store: Store) -> list[Incident]:
    """Return every incident, lowest id first."""
    with store.reading() as reading:
        return list(reading.each_incident())


def callers(store: Store) -> list[Caller]:
    """Return every caller, lowest id first."""
    with store.reading() as reading:
        return list(reading.callers())


def exported(store: Store) -> Table:
    """Return the table that an export writes, as it is read again."""
    found: list[str] = []
    export_incidents(store, None, None, lambda rows: found.extend(table_lines(rows)))
    return read_table("".join(found).removeprefix("\ufeff"))


def whose(store: Store) -> list[tuple[str, str | None, Certainty | None]]:
    """Return for every incident, in order: its number, the name of its caller, and how sure that is."""
    found = []
    for incident in incidents(store):
        with store.reading() as reading:
            caller = reading.caller(incident.caller) if incident.caller is not None else None
        name = None if caller is None else caller.name or f"B{caller.id}"
        found.append((incident.phone.key if incident.phone else "", name, incident.certainty))
    return found


def shuffled(found: Table, order: Iterable[int]) -> Table:
    """Return the same rows in another order; the lines keep counting up."""
    lines: Sequence[int] = [row.line_number for row in found.rows]
    rows = [found.rows[place] for place in order]
    return replace(
        found, rows=tuple(replace(row, line_number=line) for row, line in zip(rows, lines, strict=True))
    )
