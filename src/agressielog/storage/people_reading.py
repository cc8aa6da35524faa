"""Reads who is named in the logbook."""

from collections.abc import Collection, Sequence

from agressielog.domain.identity import CallerId
from agressielog.domain.text import fold
from agressielog.domain.vocabulary import Certainty
from agressielog.storage.cells import optional_text, whole
from agressielog.storage.rows import Cell
from agressielog.storage.tables import TableReading

# Wherever a colleague is named; whoever adds a column with a colleague in it adds it here.
_NAMED = """
    SELECT melder AS naam FROM incident UNION SELECT besluit_door FROM maatregel
    UNION SELECT door FROM toezegging WHERE door IS NOT NULL UNION SELECT door FROM goed_gesprek
    UNION SELECT door FROM nazorg_stap UNION SELECT naam FROM logboek UNION SELECT login FROM logboek
    UNION SELECT naam FROM inzage UNION SELECT login FROM inzage
"""


class PeopleTablesReading(TableReading):
    """`PeopleReading` on SQLite."""

    def employee_names(self) -> frozenset[str]:
        """Return every name and login of a colleague."""
        return frozenset(str(row["naam"]) for row in self._rows(_NAMED))

    def people_besides(self, persons: Collection[CallerId]) -> Sequence[tuple[str | None, str | None]]:
        """Return everybody but *persons*."""
        ids = ", ".join("?" * len(persons))
        rows = self._rows(
            f"""SELECT naam, klantnummer FROM beller WHERE id NOT IN ({ids})
                UNION SELECT naam_genoemd, klantnummer_genoemd FROM incident
                WHERE beller IS NULL OR beller NOT IN ({ids}) OR zekerheid <> ?""",  # noqa: S608 - marks only
            [*persons, *persons, Certainty.CERTAIN],
        )
        return [(optional_text(row, "naam"), optional_text(row, "klantnummer")) for row in rows]

    def count_changes_by(self, name: str) -> int:
        """Return how many journal entries a user has."""
        wanted = fold(name)
        rows = self._rows("SELECT login, naam, count(*) AS aantal FROM logboek GROUP BY login, naam")
        return sum(whole(row, "aantal") for row in rows if wanted in _folded(row["login"], row["naam"]))


def _folded(*names: Cell) -> set[str]:
    return {fold(str(name)) for name in names}
