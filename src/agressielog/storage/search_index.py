"""Keeps the full-text index in step: one document per incident, its texts, its caller's name and the one that was told."""

import sqlite3
from collections.abc import Iterator, Sequence

from agressielog.domain.identity import CallerId, IncidentId

#: How words are told apart; the table of the index says the same.
TOKENIZER = "unicode61 remove_diacritics 2"
_COLUMNS = ("wat", "citaat", "onderwerp", "niet_toegezegd", "hielp", "toezegging", "beller")
_DOCUMENTS = """
    SELECT incident.id, wat, citaat, onderwerp, niet_toegezegd, hielp,
        (SELECT group_concat(toezegging.wat, ' ') FROM toezegging WHERE toezegging.incident = incident.id),
        coalesce(beller.naam, '') || ' ' || coalesce(beller.klantnummer, '') || ' '
            || coalesce(naam_genoemd, '') || ' ' || coalesce(klantnummer_genoemd, '')
    FROM incident LEFT JOIN beller ON beller.id = incident.beller
"""
_EVERY_DOCUMENT = f"{_DOCUMENTS} ORDER BY incident.id"


class SearchIndex:
    """Collects which incidents changed in a transaction and rewrites their documents once, at its end.

    The index holds its own copy of the texts: FTS5 can then delete a document without being told
    every old word, which is what an erasure must be able to rely on.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._stale: set[IncidentId] = set()
        self._forgets = False

    def changed(self, incidents: Sequence[IncidentId]) -> None:
        """Note incidents whose texts, promises or caller changed."""
        self._stale.update(incidents)

    def changed_caller(self, caller: CallerId) -> None:
        """Note every incident of a caller whose name or customer number changed."""
        found = self._connection.execute("SELECT id FROM incident WHERE beller = ?", [caller])
        self._stale.update(IncidentId(row[0]) for row in found)

    def forget(self) -> None:
        """Note that what is deleted must be gone to the last byte.

        FTS5 keeps the words of a deleted document until it happens to merge them away; building the index
        anew leaves none in any version of SQLite.
        """
        self._forgets = True

    def refresh(self) -> None:
        """Rewrite the documents of all incidents that were noted."""
        stale = [(incident,) for incident in sorted(self._stale)]
        self._connection.executemany("DELETE FROM zoekindex WHERE rowid = ?", stale)
        self._connection.executemany(
            f"INSERT INTO zoekindex(rowid, {', '.join(_COLUMNS)}) {_DOCUMENTS} WHERE incident.id = ?",
            stale,
        )
        self._stale.clear()
        if self._forgets:
            self._connection.execute("INSERT INTO zoekindex(zoekindex) VALUES ('rebuild')")
            self._forgets = False


def stale(connection: sqlite3.Connection) -> Iterator[int]:
    """Yield every incident whose document in the index is not what its texts are now, or that is no incident."""
    documents = connection.execute(_EVERY_DOCUMENT)
    indexed = connection.execute(f"SELECT rowid, {', '.join(_COLUMNS)} FROM zoekindex ORDER BY rowid")  # noqa: S608 - our own columns
    document, entry = documents.fetchone(), indexed.fetchone()
    while document is not None or entry is not None:
        if entry is None or (document is not None and document[0] < entry[0]):
            yield document[0]
            document = documents.fetchone()
        elif document is None or entry[0] < document[0]:
            yield entry[0]
            entry = indexed.fetchone()
        else:
            if document != entry:
                yield document[0]
            document, entry = documents.fetchone(), indexed.fetchone()


#: Every word of an index that `count_anew` was given, with in how many texts and how often it stands.
WORDS = "SELECT term, doc, cnt FROM temp.woorden"
_COUNTED = "CREATE VIRTUAL TABLE temp.woorden USING fts5vocab(main, zoekindex, row)"


def count_anew(connection: sqlite3.Connection, anew: sqlite3.Connection) -> None:
    """Make the index again in *anew* from the texts that the one of *connection* holds; `WORDS` then asks both."""
    columns = ", ".join(_COLUMNS)
    anew.execute(
        f"CREATE VIRTUAL TABLE zoekindex USING fts5({columns}, content = '', tokenize = \"{TOKENIZER}\")"
    )
    marks = ", ".join("?" * (len(_COLUMNS) + 1))
    anew.executemany(
        f"INSERT INTO zoekindex(rowid, {columns}) VALUES ({marks})",  # noqa: S608 - our own columns
        connection.execute(f"SELECT rowid, {columns} FROM zoekindex"),  # noqa: S608 - our own columns
    )
    for each in (connection, anew):
        each.execute(_COUNTED)
