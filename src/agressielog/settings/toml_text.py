"""Reads TOML, and says in Dutch where it goes wrong."""

import re
import tomllib
from typing import Any


class BrokenToml(ValueError):  # noqa: N818 - a value that turned out not to be TOML
    """The text is not TOML; it reads as a Dutch clause.

    Attributes:
        line: where, from 1 on, or None for its end.
        twice: whether a key or heading of that line was there already.
    """

    def __init__(self, line: int | None, *, twice: bool = False) -> None:
        where = f"regel {line}" if line else "het einde van het bestand"
        super().__init__(f"geen geldige TOML bij {where}")
        self.line = line
        self.twice = twice


def read_toml(text: str) -> dict[str, Any]:
    """Return the content of a TOML file.

    Raises:
        BrokenToml: tomllib words its errors in English; only the line it names is kept,
            and whether something stands there twice.
    """
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # Not only TOMLDecodeError: a number of 5,000 digits or 1,000 nested lists stop Python itself.
        line = re.search(r"line ([0-9]+)", str(error))
        twice = re.search(r"overwrite|twice|mutate", str(error)) is not None
        raise BrokenToml(int(line[1]) if line else None, twice=twice) from error
