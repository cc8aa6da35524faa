"""The incidents as JSON Lines: one document a line, for programs that read a stream."""

from collections.abc import Iterable, Iterator
from io import StringIO

from agressielog.application.export_incidents import Exported
from agressielog.presentation.caller_json import caller_json
from agressielog.presentation.console import Screen
from agressielog.presentation.json_documents import incident_json


def json_lines(rows: Iterable[Exported]) -> Iterator[str]:
    """Yield one line per incident, each with its line end."""
    for row in rows:
        line = StringIO()
        Screen(line).json(
            {
                "schema": "agressielog.export/1",
                "incident": incident_json(row.incident),
                "beller": caller_json(row.caller) if row.caller is not None else None,
            },
            compact=True,
        )
        yield line.getvalue()
