"""What an import brings, as the JSON that programs rely on."""

from collections.abc import Sequence

from agressielog.application.import_columns import ColumnMap
from agressielog.application.import_incidents import ImportReport
from agressielog.presentation.json_documents import Json
from agressielog.presentation.moments import iso_day
from agressielog.presentation.tables.import_view import reason_documents


def import_json(report: ImportReport, columns: ColumnMap, header: Sequence[str], *, stored: bool) -> Json:
    """Return the document of `import`; `overgenomen` is what was stored, `komt_erin` what is new in the file."""
    return {
        "schema": "agressielog.import/1",
        "proef": not stored,
        "rijen": report.read.total,
        "overgenomen": report.coming if stored else 0,
        "komt_erin": report.coming,
        "stond_er_al": report.known,
        "van": iso_day(report.first) if report.first is not None else None,
        "tot": iso_day(report.last) if report.last is not None else None,
        "per_soort": dict(report.per_kind),
        "bellers": {"nieuw": report.new_callers, "bekend": report.known_callers},
        "vermoedelijk": report.presumed,
        "van_niemand": report.nobodys,
        "let_op": {remark.value: number for remark, number in report.remarks},
        "lijkt_op_bestaand": list(report.alike),
        "gedeelde_nummers": [
            {"nummer": shared.number.key, "namen": list(shared.names)} for shared in report.shared
        ],
        "geweigerd": reason_documents(report.read.refused),
        "kolommen": {field.value: heading for field, heading in columns.columns},
        "blijft_achter": list(columns.not_taken(header)),
    }
