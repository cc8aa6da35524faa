"""The incidents as a table for Dutch Excel, which `import` reads back exactly."""

from collections.abc import Iterable, Iterator

from agressielog.application.export_incidents import Exported
from agressielog.application.import_fields import EXPORTED, Field
from agressielog.application.promise_cell import write_promises
from agressielog.application.table_text import write_table
from agressielog.domain.identity import caller_code
from agressielog.domain.phone import Withheld
from agressielog.presentation.moments import iso, iso_day


def table_lines(rows: Iterable[Exported]) -> Iterator[str]:
    """Yield the table line by line, to be encoded as UTF-8; cells may hold line breaks."""
    return write_table([field.value for field in EXPORTED], (_cells(row) for row in rows))


def _cells(row: Exported) -> list[str]:
    incident, caller = row.incident, row.caller
    cells = {
        Field.ID: str(incident.id),
        Field.ULID: incident.ulid,
        Field.AT: iso(incident.at),
        Field.RECORDED_AT: iso(incident.recorded_at),
        Field.NUMBER: incident.phone.key if incident.phone is not None else None,
        Field.NUMBER_TYPED: incident.number_typed,
        Field.WITHHELD: _yes_no(isinstance(incident.number, Withheld)),
        Field.CALLER: caller_code(caller.id) if caller is not None else None,
        Field.CERTAINTY: incident.certainty,
        Field.NAME: caller.name if caller is not None else None,
        Field.CUSTOMER_NUMBER: caller.customer_number if caller is not None else None,
        Field.NAME_TOLD: incident.name_told,
        Field.CUSTOMER_NUMBER_TOLD: incident.customer_number_told,
        Field.KINDS: ", ".join(incident.kinds),
        Field.SEVERITY: incident.severity,
        Field.CHANNEL: incident.channel,
        Field.TEAM: incident.team,
        Field.REPORTER: incident.reporter,
        Field.ACCOUNT: incident.account,
        Field.QUOTE: incident.quote,
        Field.WARNED: _yes_no(incident.warned),
        Field.ENDED: _yes_no(incident.ended),
        Field.HANDED_OVER: _yes_no(incident.handed_over),
        Field.POLICE: _yes_no(incident.police),
        Field.OUR_FAULT: _yes_no(incident.our_fault),
        Field.SUBJECT: incident.subject,
        Field.INCOMPLETE: _yes_no(incident.incomplete),
        Field.PROMISES: write_promises(incident.promises),
        Field.REFUSED: incident.refused,
        Field.HELPED: incident.helped,
        Field.APOLOGISED_ON: iso_day(incident.apologised_on) if incident.apologised_on is not None else None,
        Field.POLICE_REPORT: incident.police_report,
        Field.STATUS: incident.status,
        Field.ANSWERED: incident.answered,
    }
    return [cells[field] or "" for field in EXPORTED]


def _yes_no(holds: bool) -> str:
    return "ja" if holds else "nee"
