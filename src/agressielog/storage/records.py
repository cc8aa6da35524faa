"""Which tables the journal keeps, by which key, and what a record's image holds beside its row.

Every table is a record of its own in the journal unless `DERIVED` says why not: `check` goes by the tables
that are in the file, so that a new one is looked after from its first day.
"""

import sqlite3
from collections.abc import Iterator, Mapping

from agressielog.domain.value import value
from agressielog.storage.rows import Cell, Row

#: The tables that are no records, each with the reason why nothing is lost by that.
DERIVED: Mapping[str, str] = {
    "bijsoort": "the image of an incident holds its further kinds (`soorten`)",
    "maatregel_incident": "the image of a decision holds the incidents it answers (`incidenten`)",
    "inzage": "a look changes nothing; thousands a day would drown the changes that the journal is evidence of",
    "inzage_beller": "who was in a look, as with `inzage`",
    "inzage_telling": "a count of looks without persons, as with `inzage`",
    "kaart": "a prepared answer, made anew from the records; `check` holds it against them",
    "kaartenbak": "what the prepared answers were made with",
    "inzage_ingenomen": "how far the looks that wait beside the file were taken in",
    "logboek": "the journal itself, which the chain guards",
    "_sqlite_migrations": "which steps sqlite-utils took to make the tables; the layout itself is checked",
}
#: Name of the record under which an erasure stands in the journal.
ERASURE = ("logboek", "wissing")
#: Where an erasure names the entries that it emptied.
ERASED = "gewist"

# A number is personal data and the key stays for ever, so a link is named by its place.
_KEYS: Mapping[str, tuple[str, ...]] = {
    "beller_nummer": ("beller", "volgorde"),
    "instelling": ("sleutel",),
    "gewist": ("kenmerk",),
    "bevroren": ("soort", "eerste_dag"),
}


@value
class Part:
    """Rows of another table that belong to a record.

    Attributes:
        name: in the image, a list of texts.
        table, owner, value: where they stand, whose they are and what is in the list.
        place: the column that counts them from 1; None where the order is that of their value.
        first: the column of the record itself that is first in the list.
    """

    name: str
    table: str
    owner: str
    value: str
    place: str | None = None
    first: str | None = None


PARTS: Mapping[str, Part] = {
    "incident": Part("soorten", "bijsoort", "incident", "soort", place="volgorde", first="soort"),
    "maatregel": Part("incidenten", "maatregel_incident", "maatregel", "incident"),
}


def key_columns(table: str) -> tuple[str, ...]:
    """Return the columns by which a record is named in the journal."""
    return _KEYS.get(table, ("id",))


def key_of(table: str, row: Mapping[str, Cell]) -> str:
    """Return the name of a record in the journal; it stays when its content is erased."""
    return "/".join(str(row[column]) for column in key_columns(table))


def record_tables(connection: sqlite3.Connection) -> list[str]:
    """Return the tables of a file that the journal keeps, in alphabetical order.

    A name that could be no table of ours is left to the check of the layout.
    """
    return [
        name
        for (name,) in connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name"
        )
        if name not in DERIVED and name.isidentifier() and not name.startswith("sqlite_")
    ]


def rows(connection: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Yield every row of a table of ours."""
    return _rows(connection.execute(f"SELECT * FROM {table}"))  # noqa: S608 - our own tables


def rows_named(connection: sqlite3.Connection, table: str, key: str) -> list[Row]:
    """Return the rows that are this record: one, or none."""
    columns = key_columns(table)
    condition = " AND ".join(f"{column} = ?" for column in columns)
    statement = f"SELECT * FROM {table} WHERE {condition}"  # noqa: S608 - our own tables and columns
    return list(_rows(connection.execute(statement, key.split("/", len(columns) - 1))))


def part_of(connection: sqlite3.Connection, table: str, row: Mapping[str, Cell]) -> dict[str, list[str]]:
    """Return what an image of this row holds beside it, by its name; empty for most tables.

    A place that does not count from 1 stands in the list as what it is, so that it fits no image.
    """
    part = PARTS.get(table)
    if part is None:
        return {}
    order = part.place or part.value
    found = connection.execute(
        f"SELECT {order}, {part.value} FROM {part.table} WHERE {part.owner} = ? ORDER BY {order}",  # noqa: S608 - as above
        [row["id"]],
    )
    listed = [str(row[part.first])] if part.first is not None else []
    for place, (counted, told) in enumerate(found, start=1):
        in_order = part.place is None or counted == place
        listed.append(str(told) if in_order else f"{counted}: {told}")
    return {part.name: listed}


def _rows(cursor: sqlite3.Cursor) -> Iterator[Row]:
    columns = [description[0] for description in cursor.description]
    return (dict(zip(columns, row, strict=True)) for row in cursor)
