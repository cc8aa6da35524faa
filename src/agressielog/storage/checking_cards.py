"""Holds the cards against what they are made from: one that another program changed tells a lie while the phone rings.

A card of an earlier state is out of date and no fault: nobody reads it. Nor is one that is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from agressielog.domain.card import EDITION, NOBODY
from agressielog.domain.errors import AgressielogError
from agressielog.domain.evidence import Fault, FaultCode
from agressielog.domain.local_time import local_day
from agressielog.domain.phone import PhoneNumber
from agressielog.storage.card_box import Box, box_of, row_of
from agressielog.storage.reading import SqliteReading
from agressielog.storage.rows import Cell

if TYPE_CHECKING:
    import sqlite3

    from agressielog.application.ports.cards import CardMaker, Cards

_Done = Callable[[int], None]
_Row = tuple[Cell, ...]
_ROWS = """SELECT nummer, vanaf, stand, status, tekst, gevouwen, bellers FROM kaart
    WHERE stand = ? ORDER BY nummer, vanaf"""
_TOLD = "SELECT 1 FROM kaart WHERE stand = ? LIMIT 1"
_VANAF = 1
_ANY_DAY = date(2026, 1, 1)
# What a moment that another program wrote, or a record it spoiled, can come to.
_TROUBLE = (AgressielogError, ValueError, TypeError, LookupError, OverflowError, OSError)


def cards(connection: sqlite3.Connection, maker: CardMaker, done: _Done) -> Iterator[Fault]:
    """Yield every card that is not as it would be made, and a box that says something else than the settings."""
    box = box_of(connection)
    if box is None or box.basis.edition != EDITION:
        return
    made = maker(SqliteReading(connection))
    if box.basis.ground != made.basis.ground:
        return
    # A program that makes no cards wrote a setting: the box says the old one, and no card goes by it.
    told = connection.execute(_TOLD, [box.state]).fetchone() is not None
    if told and box.basis != made.basis:
        yield Fault(code=FaultCode.CARD_OTHER, table="kaartenbak", key="1")
    found = groupby(connection.execute(_ROWS, [box.state]), key=lambda row: str(row[0]))
    for seen, (number, rows) in enumerate(found, start=1):
        code = _judged(made, box, number, list(rows))
        if code is not None:
            yield Fault(code=code, table="kaart", key=_named(number))
        done(seen)


def _judged(made: Cards, box: Box, number: str, rows: Sequence[_Row]) -> FaultCode | None:
    """Return what is wrong with the cards of a number; None where they are as they would be made."""
    try:
        if number == NOBODY:
            wanted = [made.nobody(_ANY_DAY)]
        else:
            # From the day on which they were made: nothing changed since, or they would be others.
            begins = datetime.fromtimestamp(int(rows[0][_VANAF] or 0), UTC)
            asked = PhoneNumber(number)
            wanted = list(made.of_each([asked], local_day(begins))[asked] or ())
    except _TROUBLE:
        return FaultCode.CARD_UNCHECKED
    return None if [row_of(number, box.state, card) for card in wanted] == rows else FaultCode.CARD_OTHER


def _named(number: str) -> str | None:
    """Return how a number is named where anybody may read it; None for what is no number."""
    try:
        return PhoneNumber(number).masked if number != NOBODY else number
    except ValueError:
        return None
