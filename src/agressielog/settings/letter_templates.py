"""The office templates of letters: those that come with the program, and an organisation's own."""

from pathlib import Path

from agressielog.settings.safe_files import read_file
from agressielog.settings.shipped_files import SHIPPED_FILES

#: The template of a letter for which none is named.
DEFAULT_TEMPLATE = "brief.docx"
# A template holds a logo at most; in bytes.
_LARGEST = 10_000_000


def shipped_templates() -> dict[str, bytes]:
    """Return the templates that come with the program, by file name."""
    return {file.name: file.read_bytes() for file in sorted((SHIPPED_FILES / "templates").glob("*.docx"))}


def read_template(path: Path | None) -> bytes:
    """Return the template at *path*, or the one that is used where none is named.

    Raises:
        FileTooLarge, OSError.
    """
    return read_file(path, limit=_LARGEST) if path is not None else shipped_templates()[DEFAULT_TEMPLATE]
