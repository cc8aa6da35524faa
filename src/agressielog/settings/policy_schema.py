"""The words in which the schema of a policy file is written: keys, the sorts of their values, sections."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import TypeAlias

from agressielog.domain.value import value

#: What a key has where a file leaves it out, written as in a file.
Default: TypeAlias = str | int | bool | tuple[str, ...]


class Sort(StrEnum):
    """What a value looks like; the value of the member is how the reference says it."""

    TEXT = "tekst"
    CODE = "code: kleine letters, cijfers en `_`"
    RUNG = "code van een trede"
    MEASURE = "code van een maatregel"
    MEASURES = "lijst van codes van maatregelen"
    CHOICE = "keuze"
    CHOICES = "lijst van keuzes"
    SPAN = "termijn, zoals `12 maanden`"
    SPANS = "lijst van termijnen"
    LENGTH = "termijn, of twee: `[kortste, langste]`"
    COUNT = "aantal"
    YES_NO = "`true` of `false`"
    TEXTS = "lijst van teksten"
    TABLE = "tabel"


@value(kw_only=True)
class Key:
    """One key.

    Attributes:
        sort: what its value looks like.
        meaning: what it is for, in Dutch.
        required: whether a file must have it where it has the part it is in.
        default: what holds otherwise; None for nothing.
        choices: the values there are, for a choice.
        lowest, highest: bounds of a count, inclusive.
        filled: whether a list must hold something.
    """

    sort: Sort
    meaning: str
    required: bool = False
    default: Default | None = None
    choices: tuple[str, ...] = ()
    lowest: int = 1
    highest: int = 999
    filled: bool = False


@value(kw_only=True)
class Section:
    """One part of the file: a `[table]`, or `[[table]]` where it is repeated.

    Attributes:
        meaning: what it is for, in Dutch.
        keys: by name, in the order of the reference.
        repeated: whether it comes more than once.
        free: what the names of further keys are, in Dutch; empty where there are no others.
        free_key: what such a key holds.
        ground: the ground of the defaults, for a part that a file leaves out.
        required: whether every file has it.
    """

    meaning: str
    keys: Mapping[str, Key] = field(default_factory=dict)
    repeated: bool = False
    free: str = ""
    free_key: Key | None = None
    ground: str = ""
    required: bool = False
