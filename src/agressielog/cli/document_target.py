"""Where a document goes, and which sort a file name asks for."""

from pathlib import Path

from agressielog.application.errors import TargetOfOtherSort

_OFFICE, _TEXT = ".docx", frozenset({".txt", ""})
#: As a name: the text goes where it goes without one, as with `export`.
_STDOUT = "-"


def file_of(target: str | None) -> Path | None:
    """Return the file that was asked for; None for the output itself."""
    return Path(target) if target is not None and target != _STDOUT else None


def is_office(path: Path) -> bool:
    """Tell whether a name asks for an office document, and not for a text.

    Raises:
        TargetOfOtherSort: for neither, such as a PDF, which the file would not be.
    """
    ending = path.suffix.casefold()
    if ending != _OFFICE and ending not in _TEXT:
        raise TargetOfOtherSort(str(path))
    return ending == _OFFICE
