"""Keeps the full-text index in step: one document per incident, its texts and its caller's name."""

import sqlite3
from collections.abc import Sequence

from agressielog.domain.identity import CallerId, IncidentId

_DOCUMENT = """
    SELECT incident.id, wat, citaat, onderwerp, niet_toegezegd, hielp,
        (SELECT group_concat(toezegging.wat, ' ') FROM toezegging WHERE toezegging.incident = incident.id),
        coalesce(beller.naam, '') || ' ' || coalesce(beller.klantnummer, '')
    FROM incident LEFT JOIN beller ON beller.id = incident.beller
    WHERE incident.id = ?
"""


class SearchIndex:
    """Collects which incidents changed in a transaction and rewrites their documents once, at its end.

    The index holds its own copy of the texts: FTS5 can then delete a document without being told
    every old word, which is what an erasure must be able to rely on.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._stale: set[IncidentId] = set()

    def changed(self, incidents: Sequence[IncidentId]) -> None:
        """Note incidents whose texts, promises or caller changed."""
        self._stale.update(incidents)

    def changed_caller(self, caller: CallerId) -> None:
        """Note every incident of a caller whose name or customer number changed."""
        found = self._connection.execute("SELECT id FROM incident WHERE beller = ?", [caller])
        self._stale.update(IncidentId(row[0]) for row in found)

    def refresh(self) -> None:
        """Rewrite the documents of all incidents that were noted."""
        for incident in sorted(self._stale):
            self._connection.execute("DELETE FROM zoekindex WHERE rowid = ?", [incident])
            self._connection.execute(
                "INSERT INTO zoekindex(rowid, wat, citaat, onderwerp, niet_toegezegd, hielp, toezegging, beller)"
                + _DOCUMENT,
                [incident],
            )
        self._stale.clear()
