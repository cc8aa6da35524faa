"""Which sort of document a file name asks for."""

from pathlib import Path

from agressielog.application.errors import TargetOfOtherSort

_OFFICE, _TEXT = ".docx", frozenset({".txt", ""})


def is_office(path: Path) -> bool:
    """Tell whether a name asks for an office document, and not for a text.

    Raises:
        TargetOfOtherSort: for neither, such as a PDF, which the file would not be.
    """
    ending = path.suffix.casefold()
    if ending != _OFFICE and ending not in _TEXT:
        raise TargetOfOtherSort(str(path))
    return ending == _OFFICE
