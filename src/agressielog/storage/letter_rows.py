"""The letters that were issued as rows of `brief`, and back."""

from collections.abc import Mapping

from agressielog.domain.letter import Issued, LetterForm, LetterKind
from agressielog.storage.cells import code, moment, text
from agressielog.storage.rows import Cell, Row, moment_text


def issued_row(issued: Issued) -> Row:
    """Return the cells of a letter that was issued, without its id and measure."""
    return {
        "soort": issued.kind,
        "vorm": issued.form,
        "sha256": issued.sha256,
        "op": moment_text(issued.at),
    }


def issued_from(row: Mapping[str, Cell]) -> Issued:
    """Return the letter of a row of `brief`."""
    return Issued(
        kind=code(row, "soort", LetterKind),
        form=code(row, "vorm", LetterForm),
        sha256=text(row, "sha256"),
        at=moment(row, "op"),
    )
