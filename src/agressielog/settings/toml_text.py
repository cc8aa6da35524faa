"""Reads TOML, and says in Dutch where it goes wrong."""

import re
import tomllib
from typing import Any


class BrokenToml(ValueError):  # noqa: N818 - a value that turned out not to be TOML
    """The text is not TOML; its only argument says where, in Dutch."""


def read_toml(text: str) -> dict[str, Any]:
    """Return the content of a TOML file.

    Raises:
        BrokenToml: tomllib words its errors in English; only the line it names is kept.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line ([0-9]+)", str(error))
        where = f"regel {line[1]}" if line else "het einde van het bestand"
        raise BrokenToml(f"geen geldige TOML bij {where}") from error
