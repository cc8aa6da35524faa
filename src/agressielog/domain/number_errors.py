"""What can be wrong with a typed number; the sentences stand in presentation."""

from dataclasses import dataclass
from enum import StrEnum

from agressielog.domain.errors import WrongUse


class NumberFault(StrEnum):
    """Why a text is not one telephone number."""

    NO_DIGITS = "geen cijfers"
    LETTERS = "letters"
    ODD_CHARACTERS = "vreemde tekens"
    TWO_NUMBERS = "twee nummers"
    TWO_READINGS = "dubbelzinnig"
    SPREADSHEET = "rekenbladnotatie"
    TOO_LONG = "te lang"
    TOO_SHORT = "te kort"
    NOT_IN_PLAN = "bestaat niet"


class UnreadableNumber(WrongUse):
    """A text that is not one telephone number.

    `raw` is as typed and may hold a person's number: it is for the user who typed it, and stays out of
    `str` and `repr`, so that no traceback or log shows it.
    """

    raw: str
    reason: NumberFault

    def __str__(self) -> str:
        return self.reason.value

    def __repr__(self) -> str:
        return f"UnreadableNumber(reason={self.reason!r})"


class WithheldNumber(WrongUse):
    """A number is asked for, and what was typed says that the caller hid it."""


@dataclass(eq=False)
class NumberError(ValueError):
    """Passed between the modules that read a number; `parse_number` adds the text as typed."""

    reason: NumberFault
