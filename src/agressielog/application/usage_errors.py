"""What can be wrong with the options of one command line together."""

from datetime import date

from agressielog.domain.errors import WrongUse


class Contradiction(WrongUse):
    """Two options that exclude each other."""

    one: str
    other: str


class TooManyDays(WrongUse):
    """More `--voor` than `--toezegging`."""

    promises: int
    days: int


class StdinTwice(WrongUse):
    """Two texts that would both be read from standard input."""


class DaysReversed(WrongUse):
    """A stretch that ends before it begins."""

    first: date
    last: date


class NotPositive(WrongUse):
    """A count that must be one or more."""

    option: str
    typed: int


class EditorFailed(WrongUse):
    """The user's editor could not be started or said that it failed; `command` as configured."""

    command: str


class SheetUnreadable(WrongUse):
    """The edited text lost its headings; `heading` is the one that is missing, twice there or unknown."""

    heading: str
