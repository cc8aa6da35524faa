"""What the tables of every subject share: checks on codes and on yes or no."""

from enum import StrEnum


def one_of(column: str, codes: type[StrEnum]) -> str:
    """Return a CHECK on the codes of an enum; the codes are our own, never a user's."""
    return f"CHECK ({column} IN ({', '.join(repr(code.value) for code in codes)}))"


def yes_no(*columns: str) -> str:
    """Return columns that hold 0 or 1, and 0 where nothing is said."""
    return ", ".join(f"{column} INTEGER NOT NULL DEFAULT 0 CHECK ({column} IN (0, 1))" for column in columns)
