"""The root of every error a user can cause; each class carries facts, never a sentence.

The Dutch wording stands in `presentation.mistakes.wording`, the exit status in `cli.exit_status`; both go by
the five families below. The classes are not frozen: contextlib and the interpreter write
`__traceback__` on an exception that passes through them.
"""

from dataclasses import dataclass


class AgressielogError(Exception):
    """Something went wrong that a user can understand and act on."""


class WrongUse(AgressielogError):  # noqa: N818 - families are named for what happened
    """What was typed cannot be read, or a choice is missing (exit status 2)."""


class NotFound(AgressielogError):  # noqa: N818
    """What was asked for is not in the logbook (exit status 3)."""


class Refused(AgressielogError):  # noqa: N818
    """A rule says no; nothing was changed (exit status 4)."""


class FileTrouble(AgressielogError):  # noqa: N818
    """The file or its disk does not let us (exit status 5)."""


class Damaged(AgressielogError):  # noqa: N818
    """The file is broken or was tampered with (exit status 6)."""


@dataclass(eq=False)
class UnreadableValue(WrongUse):
    """A typed value that does not fit: `field` (the Dutch option or column name), `raw` as typed."""

    field: str
    raw: str
    choices: tuple[str, ...] = ()


@dataclass(eq=False)
class TextTooLong(WrongUse):
    """A text longer than we keep; `length` and `limit` in characters."""

    field: str
    length: int
    limit: int


@dataclass(eq=False)
class TextUnstorable(WrongUse):
    """A text with characters no file can keep (NUL, lone surrogates); `characters` as U+XXXX names."""

    field: str
    characters: tuple[str, ...]


@dataclass(eq=False)
class TextEmpty(WrongUse):
    """A text that must say something but holds only white space."""

    field: str


@dataclass(eq=False)
class UnknownKind(WrongUse):
    """A kind the policy does not have; `nearest` are the codes most like it, best first."""

    raw: str
    nearest: tuple[str, ...]
    known: tuple[str, ...]
