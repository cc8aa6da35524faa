"""Holds every card of a logbook against a full computation, and finds the numbers that lack one."""

from pathlib import Path

from agressielog.bootstrap import CardMaking
from agressielog.domain.card import NOBODY
from agressielog.domain.evidence import Fault
from agressielog.storage import checking_cards
from agressielog.storage.card_box import CardRewriting, box_of, has_card
from agressielog.storage.connection import connect
from agressielog.storage.reading import SqliteReading


def untrue(path: Path) -> list[Fault]:
    """Return what is wrong with the cards that are told."""
    connection = connect(path, 1.0)
    try:
        connection.execute("BEGIN")
        return list(checking_cards.cards(connection, CardMaking(path).on, lambda _seen: None))
    finally:
        connection.close()


def lacking(path: Path) -> list[str]:
    """Return the numbers, nobody's among them, that have no card that is told."""
    connection = connect(path, 1.0)
    try:
        connection.execute("BEGIN")
        box = box_of(connection)
        state = box.state if box is not None else 0
        rewriting = CardRewriting(connection, SqliteReading(connection), None)
        without = [] if has_card(connection, NOBODY, state) else [NOBODY]
        return [*without, *rewriting.outdated(NOBODY, state)]
    finally:
        connection.close()
