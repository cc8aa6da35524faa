"""Takes records away: rows, history and words, so that only the proof and the figures are left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agressielog.application.errors import RecordDamaged
from agressielog.domain.identity import CallerId, IncidentId
from agressielog.domain.phone import PhoneNumber
from agressielog.storage.changes import TableWriting
from agressielog.storage.erasure_reading import ErasureTablesReading
from agressielog.storage.journal import Entry
from agressielog.storage.records import PARTS, key_columns, key_of
from agressielog.storage.rows import Cell, Row, moment_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from agressielog.domain.erasure import Doomed, Erased, Erasure, Told
    from agressielog.domain.figures import Figures
    from agressielog.domain.follow_up import FollowUp
    from agressielog.domain.period import Period
    from agressielog.storage.hanging import Record

# Moments, days, identities and sums: ours, and of nobody.
_OURS = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.+]+)?|[0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{64}", re.ASCII)
# Our own codes, and the advice of the day with its policy: no word of a user's.
_CODES = frozenset(
    {
        *(
            "soort",
            "soorten",
            "zekerheid",
            "ernst",
            "kanaal",
            "aangifte",
            "status",
            "wijze",
            "einde",
            "nazorg",
        ),
        *("trede", "stap", "vorm", "uitkomst", "advies", "beleid", "beleid_versie"),
    }
)
# Colleagues, whose names stay in the journal.
_STAFF = frozenset({"melder", "door", "besluit_door"})
_UNLINKED: Mapping[str, None] = dict.fromkeys(
    ("beller", "zekerheid", "nummer", "nummer_getypt", "naam_genoemd", "klantnummer_genoemd")
)


class ErasureTablesWriting(TableWriting, ErasureTablesReading):
    """`ErasureWriting` on SQLite; `_words_forgotten` is for whoever keeps words beside the records."""

    def erase(self, doomed: Doomed) -> Erased:
        """Take records away with all that hangs on them, their history and their words."""
        from agressielog.domain.erasure import Erased
        from agressielog.storage.hanging import ever_hung_on

        # A record may have to go before what refers to it; the commit asks whether all of it went.
        self._connection.execute("PRAGMA defer_foreign_keys=ON")
        unlinked = sorted(doomed.unlinked)
        told = [row for incident in unlinked for row in self._rows_of("incident", "id", incident)]
        self._strike_from_decisions((), unlinked)
        self._unlink(unlinked)
        rows = self._doomed_rows(doomed)
        identities = self._identities(rows)
        numbers = {
            table: {int(key) for row in of_table if (key := key_of(table, row)).isdecimal()}
            for table, of_table in rows.items()
        }
        records: set[Record] = {(table, key_of(table, row)) for table in rows for row in rows[table]}
        records |= ever_hung_on(self._connection, numbers)
        records |= {("incident", str(incident)) for incident in unlinked}
        texts = self._texts([*told, *(row for of_table in rows.values() for row in of_table)], records)
        self._tell_touched(rows)
        self._strike_from_decisions(
            {row["id"] for row in rows.get("maatregel", ())}, sorted(numbers.get("incident", ()))
        )
        self._take_rows(rows)
        again = self._unname(rows.get("beller", ()), records)
        self.erase_journal_contents(sorted(records))
        self._words_forgotten([IncidentId(number) for number in numbers.get("incident", ())])
        self._words_forgotten([*unlinked, *again])
        return Erased(
            records={table: len(of_table) for table, of_table in sorted(rows.items())},
            identities=identities,
            texts=texts,
        )

    def keep_shared_subjects(self, subjects: frozenset[str]) -> None:
        """Keep that two persons had these subjects."""
        for subject in sorted(subjects):
            if not self._rows_of("gedeeld_onderwerp", "onderwerp", subject):
                self._insert(
                    "gedeeld_onderwerp", {"id": self._next_id("gedeeld_onderwerp"), "onderwerp": subject}
                )

    def note_erasure(self, erasure: Erasure, identities: Iterable[str]) -> None:
        """Keep that there was an erasure, and what went."""
        new = self._next_id("wissing")
        self._insert(
            "wissing",
            {
                "id": new,
                "soort": erasure.kind,
                "op": moment_text(erasure.at),
                "door": erasure.by,
                "reden": erasure.reason,
                "nagezocht_op": None,
            },
        )
        gone = sorted(set(identities) - self.erased())
        self._insert_all("gewist", [{"kenmerk": identity, "wissing": new} for identity in gone])

    def note_cleaned(self) -> None:
        """Keep that after every erasure the file was cleaned by now."""
        self._update("wissing", "nagezocht_op IS NULL", [], {"nagezocht_op": moment_text(self._deed.at)})

    def freeze(self, period: Period, lost: Figures, follow_up: FollowUp | None = None) -> None:
        """Keep what a period counted and told of records that went."""
        from agressielog.domain.frozen_figures import together
        from agressielog.domain.frozen_follow_up import together_follow_up
        from agressielog.storage import frozen_rows

        key: Row = {"soort": period.sort, "eerste_dag": period.first.isoformat()}
        before = self._frozen_rows(period)
        told = self.frozen_follow_up(period)
        if before:
            lost = together(frozen_rows.from_text(str(before[0]["cijfers"])), lost)
        if told is not None and follow_up is not None:
            follow_up = together_follow_up(follow_up, told)
        follow_up = follow_up if follow_up is not None else told
        cells: Row = {
            "cijfers": frozen_rows.to_text(lost),
            "vervolg": frozen_rows.follow_up_to_text(follow_up) if follow_up is not None else None,
        }
        if before:
            self._update("bevroren", "soort = ? AND eerste_dag = ?", list(key.values()), cells)
        else:
            self._insert("bevroren", {**key, **cells})

    def _texts(self, rows: Sequence[Row], records: Iterable[Record]) -> tuple[Told, ...]:
        from agressielog.domain.erasure import Told
        from agressielog.storage.hanging import images_of, texts_of

        found = dict.fromkeys(
            (field, text)
            for image in (*rows, *images_of(self._connection, records))
            for field, text in texts_of(image)
            if text and field not in _CODES | _STAFF and not _OURS.fullmatch(text)
        )
        return tuple(Told(field, text) for field, text in found)

    def _tell_touched(self, rows: Mapping[str, Sequence[Row]]) -> None:
        """Note whom and which numbers it is about, as every write does, while they are still there."""
        for of_table in rows.values():
            for row in of_table:
                number, caller = row.get("nummer"), row.get("beller")
                if isinstance(number, str):
                    self._touch(None, PhoneNumber(number))
                if isinstance(caller, int):
                    self._touch(CallerId(caller), None)

    def _unlink(self, incidents: Sequence[IncidentId]) -> None:
        marks = ", ".join(f"{column} = ?" for column in _UNLINKED)
        for incident in incidents:
            for row in self._rows_of("incident", "id", incident):
                if isinstance(number := row["nummer"], str):
                    self._touch(None, PhoneNumber(number))
                if isinstance(caller := row["beller"], int):
                    self._touch(CallerId(caller), None)
            self._connection.execute(
                f"UPDATE incident SET {marks} WHERE id = ?",  # noqa: S608 - our own columns
                [*_UNLINKED.values(), incident],
            )

    def _unname(self, callers: Iterable[Row], records: Iterable[Record]) -> list[IncidentId]:
        """Take what was told of who goes from calls that were theirs once, and are somebody else's now.

        Whoever was taken for another is not to stay named with that call. Returns which calls that are.
        """
        from agressielog.domain.text import fold

        told = {"naam_genoemd": "naam", "klantnummer_genoemd": "klantnummer"}
        own = {
            column: {fold(str(row[known])) for row in callers if row[known] is not None}
            for column, known in told.items()
        }
        found: list[IncidentId] = []
        for key in sorted(int(key) for table, key in records if table == "incident"):
            for row in self._rows_of("incident", "id", key):
                gone = [c for c in told if row[c] is not None and fold(str(row[c])) in own[c]]
                for column in gone:
                    self._connection.execute(f"UPDATE incident SET {column} = NULL WHERE id = ?", [key])  # noqa: S608 - our own columns
                found += [IncidentId(key)] if gone else []
        return found

    def _take_rows(self, rows: Mapping[str, Sequence[Row]]) -> None:
        for table, of_table in rows.items():
            if (part := PARTS.get(table)) is not None:
                self._connection.executemany(
                    f"DELETE FROM {part.table} WHERE {part.owner} = ?",  # noqa: S608 - our own tables
                    [[row["id"]] for row in of_table],
                )
            columns = key_columns(table)
            condition = " AND ".join(f"{column} = ?" for column in columns)
            self._connection.executemany(
                f"DELETE FROM {table} WHERE {condition}",  # noqa: S608 - our own tables
                [[row[column] for column in columns] for row in of_table],
            )
        left = self._connection.execute("PRAGMA foreign_key_check").fetchone()
        if left is not None:
            raise RecordDamaged(str(left[0]))

    def _strike_from_decisions(self, measures: Collection[Cell], incidents: Iterable[int]) -> None:
        """Take incidents from the lists of the decisions that stay, whoever these are about."""
        listing: dict[Cell, list[int]] = {}
        for incident in incidents:
            for link in self._rows_of("maatregel_incident", "incident", incident):
                if link["maatregel"] not in measures:
                    listing.setdefault(link["maatregel"], []).append(incident)
        for measure, listed in listing.items():
            (row,) = self._rows_of("maatregel", "id", measure)
            before = self._image("maatregel", row)
            self._connection.executemany(
                "DELETE FROM maatregel_incident WHERE maatregel = ? AND incident = ?",
                [[measure, incident] for incident in listed],
            )
            self._write_journal([Entry("maatregel", str(measure), before, self._image("maatregel", row))])

    def _words_forgotten(self, incidents: Sequence[IncidentId]) -> None:
        """Told of incidents whose words must be gone from everything that was made of them."""
