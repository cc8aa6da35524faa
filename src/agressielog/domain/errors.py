"""The root of every error a user can cause; each class carries facts, never a sentence.

The Dutch wording stands in `presentation.mistakes.wording`, the exit status in `cli.exit_status`; both go by
the five families below.
"""

from typing import ClassVar, dataclass_transform


@dataclass_transform(eq_default=False)
class AgressielogError(Exception):
    """Something went wrong that a user can understand and act on; its facts are declared like those of a dataclass.

    A type checker reads a class of it as a dataclass. It is none, because `dataclass` compiles its methods for
    each class as it is defined: for a hundred errors, of which one is raised at most, a sixth of all that
    `add` took. What they have in common stands here once.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        # No type checker lets this be assigned by name.
        type.__setattr__(cls, "__match_args__", (*cls.__match_args__, *cls.__annotations__))

    def __init__(self, *facts: object, **named: object) -> None:
        told = dict(zip(self.__match_args__, facts, strict=False), **named)
        for name in self.__match_args__:
            # What was not told has a default, which is an attribute of the class.
            setattr(self, name, told[name] if name in told else getattr(self, name))

    def __repr__(self) -> str:
        facts = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({', '.join(facts)})"


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


class UnreadableValue(WrongUse):
    """A typed value that does not fit: `field` (the Dutch option or column name), `raw` as typed."""

    field: str
    raw: str
    choices: tuple[str, ...] = ()


class TextTooLong(WrongUse):
    """A text longer than we keep; `length` and `limit` in characters."""

    field: str
    length: int
    limit: int


class TextUnstorable(WrongUse):
    """A text with characters no file can keep (NUL, lone surrogates); `characters` as U+XXXX names."""

    field: str
    characters: tuple[str, ...]


class TextEmpty(WrongUse):
    """A text that must say something but holds only white space."""

    field: str


class UnknownKind(WrongUse):
    """A kind the policy does not have; `nearest` are the codes most like it, best first."""

    raw: str
    nearest: tuple[str, ...]
    known: tuple[str, ...]
