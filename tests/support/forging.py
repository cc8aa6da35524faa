"""What somebody can do to a logbook with another program, drawn over every table, column and entry.

A forgery changes a copy of a whole logbook and returns what it changed, so that no change is tried twice; None
where SQLite does not let it, or there is nothing to change. Who forges has the file: checks, references and
triggers are taken away and put back, and so are the numbers that SQLite itself keeps.
"""

import json
import random
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeAlias

from agressielog.domain.identity import IncidentId
from agressielog.storage.chain import BEGIN, CLEAR, commitment, value_after
from agressielog.storage.records import ERASURE, PARTS, key_columns, record_tables
from agressielog.storage.rows import Cell, to_json
from agressielog.storage.search_index import SearchIndex

#: Looks are kept beside the chain and cards are made anew (`records.DERIVED`).
_OUTSIDE = ("inzage", "inzage_beller", "inzage_telling", "inzage_ingenomen", "kaart", "kaartenbak")
#: When sqlite-utils made the tables is not what the logbook says; by which steps is.
_NOBODYS = {("_sqlite_migrations", "id"), ("_sqlite_migrations", "applied_at")}
_CONTENT = ("voor", "na", "zout")

Entry: TypeAlias = dict[str, Cell]
#: Changes the logbook behind a connection, the so manieth time, and returns what it did.
Forgery: TypeAlias = Callable[[sqlite3.Connection, int, random.Random], str | None]


@contextmanager
def hands_on(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a logbook as somebody does who knows SQL; all of it is done, or nothing."""
    with closing(sqlite3.connect(path)) as connection:
        triggers = list(
            connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid")
        )
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


def forge(path: Path, forgery: Forgery, turn: int, dice: random.Random) -> str | None:
    """Carry out one forgery on the logbook at *path*, and return what was changed."""
    with hands_on(path) as connection:
        return forgery(connection, turn, dice)


# What can be changed ----------------------------------------------------------------------------------


def tables(connection: sqlite3.Connection) -> list[str]:
    """Return every table that somebody could change, the search index and SQLite's own counters included."""
    found = [
        str(name)
        for (name,) in connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') ORDER BY name"
        )
        if name not in {"logboek", "sqlite_schema", *_OUTSIDE}
    ]
    return [name for name in found if _rows(connection, name)]


def columns(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return every column of every table that holds anything, the first ones of all tables first."""
    by_table = [
        [(table, name) for name in _names(connection, table) if (table, name) not in _NOBODYS]
        for table in tables(connection)
    ]
    longest = max(map(len, by_table))
    return [some[place] for place in range(longest) for some in by_table if place < len(some)]


def _names(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]


def _rows(connection: sqlite3.Connection, table: str) -> list[dict[str, Cell]]:
    names = _names(connection, table)
    asked = f"SELECT {', '.join(names)} FROM {table}"
    return [dict(zip(names, row, strict=True)) for row in connection.execute(asked)]


def _where(row: Mapping[str, Cell]) -> tuple[str, list[Cell]]:
    return " AND ".join(f"{name} IS ?" for name in row), list(row.values())


def _others(value: Cell, dice: random.Random) -> list[Cell]:
    """Return what could stand in a cell instead, in any order."""
    match value:
        case None:
            found: list[Cell] = ["x", 1]
        case int():
            found = [value + 1, 1 - value, value + 1000, None]
        case str():
            found = [f"{value} ", f"{value}x", value[::-1], value.swapcase(), "", None]
            found += [value.replace("2", "3"), value.replace("1", "2")]
    dice.shuffle(found)
    return [one for one in found if one != value]


def _draw(dice: random.Random, rows: Sequence[dict[str, Cell]]) -> dict[str, Cell]:
    return rows[dice.randrange(len(rows))]


def _try(connection: sqlite3.Connection, statement: str, parameters: Sequence[Cell]) -> bool:
    """Carry out a statement, with the checks of the table in force and otherwise without; tell whether it worked."""
    for ignored in ("OFF", "ON"):
        connection.execute(f"PRAGMA ignore_check_constraints = {ignored}")
        try:
            return connection.execute(statement, parameters).rowcount == 1
        except sqlite3.Error:
            continue
        finally:
            connection.execute("PRAGMA ignore_check_constraints = OFF")
    return False


# Forgeries that show by themselves ----------------------------------------------------------------------


def edit_a_row(connection: sqlite3.Connection, turn: int, dice: random.Random) -> str | None:
    """Give one cell of one row another value; in turn every column of every table."""
    every = columns(connection)
    table, column = every[turn % len(every)]
    row = _draw(dice, _rows(connection, table))
    where, named = _where(row)
    for value in _others(row[column], dice):
        if _try(connection, f"UPDATE {table} SET {column} = ? WHERE {where}", [value, *named]):
            return f"{table}.{column} {named}: {value!r}"
    return None


def delete_a_row(connection: sqlite3.Connection, turn: int, dice: random.Random) -> str | None:
    """Take one row away; in turn from every table."""
    every = [*tables(connection), "logboek"]
    table = every[turn % len(every)]
    rows = _rows(connection, table)
    # Without its last ones the journal is whole in itself: that is another forgery.
    row = _draw(dice, rows[:-1] if table == "logboek" else rows)
    where, named = _where(row)
    return f"{table} {named}" if _try(connection, f"DELETE FROM {table} WHERE {where}", named) else None


def insert_a_row(connection: sqlite3.Connection, turn: int, dice: random.Random) -> str | None:
    """Put a row in that looks like another one; in turn in every table."""
    every = [*tables(connection), "logboek"]
    table = every[turn % len(every)]
    row = _draw(dice, _rows(connection, table))
    names = list(row)
    marks = ", ".join("?" * len(names))
    if "id" in row:
        row["id"] = None
    for _ in range(50):
        if _try(connection, f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", [*row.values()]):
            return f"{table} {list(row.values())}"
        name = dice.choice([name for name in names if name != "id"])
        row[name] = next(iter(_others(row[name], dice)), row[name])
    return None


def edit_an_entry(connection: sqlite3.Connection, turn: int, dice: random.Random) -> str | None:
    """Change one cell of one entry of the journal, or empty its content; in turn every column."""
    entry = _draw(dice, _rows(connection, "logboek"))
    names = [name for name in entry if name != "id"]
    name = [*names, "leeg"][turn % (len(names) + 1)]
    if name == "leeg":
        emptied = _try(
            connection, "UPDATE logboek SET voor = NULL, na = NULL, zout = NULL WHERE id = ?", [entry["id"]]
        )
        return f"{entry['id']}: leeg" if emptied and entry["zout"] is not None else None
    for value in _others(entry[name], dice):
        if _try(connection, f"UPDATE logboek SET {name} = ? WHERE id = ?", [value, entry["id"]]):
            return f"{entry['id']}.{name}: {value!r}"
    return None


def commit_anew(connection: sqlite3.Connection, turn: int, dice: random.Random) -> str | None:
    """Change a record and its entries, and give these a commitment that fits; every other time a chain value too."""
    changed = _edit_with_its_entries(connection, dice)
    if changed is None:
        return None
    told, numbers = changed
    entries = _entries(connection)
    if numbers[-1] == len(entries):
        # Nothing hangs on the last one: that is another forgery.
        return None
    for number in numbers:
        entry = entries[number - 1]
        entry["verbintenis"] = _commitment(entry)
        if turn % 2:
            previous = entries[number - 2]["keten"] if number > 1 else BEGIN
            entry["keten"] = _value(previous, entry)
    _put(connection, entries)
    return told


def swap_two_entries(connection: sqlite3.Connection, turn: int, dice: random.Random) -> str | None:
    """Let two entries change places, or what stands in them."""
    entries = _entries(connection)
    one, other = sorted(dice.sample(range(len(entries)), 2))
    first, second = entries[one], entries[other]
    swapped = (
        ("id",),
        tuple(name for name in first if name not in {"id", "keten"}),
        (*_CONTENT, "verbintenis"),
        ("op", "login", "naam"),
    )[turn % 4]
    if [first[name] for name in swapped] == [second[name] for name in swapped]:
        return None
    for name in swapped:
        first[name], second[name] = second[name], first[name]
    _put(connection, entries)
    return f"{one + 1} en {other + 1}: {swapped[0]}"


# Forgeries that are whole in themselves -------------------------------------------------------------------


def cut_off_the_tail(connection: sqlite3.Connection, turn: int, _dice: random.Random) -> str | None:
    """Take the last entries away, one more each time, and put what they tell back to what it was before."""
    entries = _entries(connection)
    gone = entries[len(entries) - turn - 1 :]
    if any((entry["tabel"], entry["sleutel"]) == ERASURE for entry in gone):
        # What was erased before them cannot be put back.
        return None
    for entry in reversed(gone):
        _put_back(connection, str(entry["tabel"]), str(entry["sleutel"]), entry["voor"])
    _put(connection, entries[: -len(gone)])
    _settle(connection)
    return f"{len(gone)} regels"


def write_it_anew(connection: sqlite3.Connection, turn: int, dice: random.Random) -> str | None:
    """Change a record with all that tells of it, or who did something when, and make the whole chain again."""
    if turn % 2:
        changed = _edit_with_its_entries(connection, dice)
        told = changed[0] if changed is not None else None
    else:
        entry = _draw(dice, _rows(connection, "logboek"))
        name = ("login", "naam", "opdracht")[turn // 2 % 3]
        value = f"{entry[name]}x"
        connection.execute(f"UPDATE logboek SET {name} = ? WHERE id = ?", [value, entry["id"]])
        told = f"{entry['id']}.{name}"
    if told is not None:
        chain_anew(connection)
    return told


def chain_anew(connection: sqlite3.Connection) -> None:
    """Give every entry a commitment and a chain value that fit, as the program itself does."""
    entries = _entries(connection)
    previous: Cell = BEGIN
    for entry in entries:
        if entry["zout"] is not None:
            entry["verbintenis"] = _commitment(entry)
        previous = entry["keten"] = _value(previous, entry)
    _put(connection, entries)
    _settle(connection)


def _commitment(entry: Entry) -> str:
    return commitment(entry["zout"], entry["voor"], entry["na"])


def _value(previous: Cell, entry: Entry) -> str:
    return value_after(previous, [entry[name] for name in CLEAR], entry["verbintenis"])


def _entries(connection: sqlite3.Connection) -> list[Entry]:
    return sorted(_rows(connection, "logboek"), key=lambda entry: int(entry["id"] or 0))


def _put(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Put entries in place of all that are there, and leave no counter behind."""
    connection.execute("DELETE FROM logboek")
    names = list(entries[0])
    connection.executemany(
        f"INSERT INTO logboek ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
        [tuple(entry.values()) for entry in entries],
    )
    connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'logboek'", [len(entries)])


def _edit_with_its_entries(
    connection: sqlite3.Connection, dice: random.Random
) -> tuple[str, list[int]] | None:
    """Give a text of a record another value, in its row and in its history; return what, and which entries."""
    told_of = [
        (str(table), str(key))
        for table, key in connection.execute(
            "SELECT DISTINCT tabel, sleutel FROM logboek WHERE na IS NOT NULL ORDER BY tabel, sleutel"
        )
        if table in record_tables(connection)
    ]
    table, key = dice.choice(told_of)
    rows = _records(connection, table, key)
    texts = [name for name in rows[0] if isinstance(rows[0][name], str)] if len(rows) == 1 else []
    texts = [name for name in texts if name not in key_columns(table)]
    if not texts:
        return None
    (row,) = rows
    name = dice.choice(texts)
    old, new = row[name], f"{row[name]}x"
    where, named = _where(row)
    try:
        connection.execute(f"UPDATE {table} SET {name} = ? WHERE {where}", [new, *named])
    except sqlite3.IntegrityError:
        return None
    numbers = _in_history(connection, table, key, {name: (old, new)})
    _settle(connection)
    return (f"{table} {key}.{name}", numbers) if numbers else None


def _in_history(
    connection: sqlite3.Connection, table: str, key: str, changes: Mapping[str, tuple[Cell, Cell]]
) -> list[int]:
    """Let the history of a record say something else; return which entries that changed."""
    changed: list[int] = []
    for entry in _entries(connection):
        if (entry["tabel"], entry["sleutel"]) != (table, key):
            continue
        anew = {side: _otherwise(entry[side], changes) for side in ("voor", "na")}
        if anew != {side: entry[side] for side in anew}:
            changed.append(int(entry["id"] or 0))
            connection.execute(
                "UPDATE logboek SET voor = ?, na = ? WHERE id = ?", [anew["voor"], anew["na"], entry["id"]]
            )
    return changed


def _otherwise(image: Cell, changes: Mapping[str, tuple[Cell, Cell]]) -> Cell:
    if image is None:
        return None
    told = json.loads(str(image))
    for name, (old, new) in changes.items():
        if told.get(name) == old:
            told[name] = new
        # The kinds of an incident begin with its own.
        part = PARTS.get("incident")
        if part is not None and name == part.first and part.name in told and told[part.name][0] == old:
            told[part.name][0] = new
    return to_json(told)


def _records(connection: sqlite3.Connection, table: str, key: str) -> list[dict[str, Cell]]:
    names = key_columns(table)
    return [row for row in _rows(connection, table) if "/".join(str(row[name]) for name in names) == key]


def _put_back(connection: sqlite3.Connection, table: str, key: str, before: Cell) -> None:
    """Make a record what it was."""
    part = PARTS.get(table)
    for row in _records(connection, table, key):
        where, named = _where(row)
        connection.execute(f"DELETE FROM {table} WHERE {where}", named)
        if part is not None:
            connection.execute(f"DELETE FROM {part.table} WHERE {part.owner} = ?", [row["id"]])
    if before is None:
        return
    image = json.loads(str(before))
    listed = image.pop(part.name) if part is not None else []
    connection.execute(
        f"INSERT INTO {table} ({', '.join(image)}) VALUES ({', '.join('?' * len(image))})",
        list(image.values()),
    )
    if part is None:
        return
    for place, value in enumerate(listed[part.first is not None :], start=1):
        cells = {part.owner: image["id"], part.value: value} | ({part.place: place} if part.place else {})
        connection.execute(
            f"INSERT INTO {part.table} ({', '.join(cells)}) VALUES ({', '.join('?' * len(cells))})",
            list(cells.values()),
        )


def _settle(connection: sqlite3.Connection) -> None:
    """Make the search index and the counters fit what the tables and the journal say now."""
    connection.execute("DELETE FROM zoekindex")
    index = SearchIndex(connection)
    index.changed([IncidentId(number) for (number,) in connection.execute("SELECT id FROM incident")])
    index.refresh()
    for (table,) in list(connection.execute("SELECT name FROM sqlite_sequence WHERE name <> 'logboek'")):
        ((highest,),) = connection.execute(
            "SELECT max(CAST(sleutel AS INTEGER)) FROM logboek WHERE tabel = ?", [table]
        )
        if highest is None:
            connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", [table])
        else:
            connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", [highest, table])
