"""A row that was edited after it was read looks new: it is told, and comes in only if somebody says so."""

from dataclasses import replace
from datetime import time

import pytest
from register import calls, imported, incidents, read

from agressielog.application.import_alike import Alike
from agressielog.application.import_columns import guess
from agressielog.application.import_errors import RowsAlike
from agressielog.application.import_incidents import ImportReport, foresee_import
from agressielog.application.ports.logbook import Store

FIRST = "3-4-2026;14:30;0612345678;J. Jansen;;schelden"
EDITED = "3-4-2026;14:30;0612345678;J. Jansen;;bedreiging"


def _foreseen(store: Store, *lines: str, on_alike: Alike = Alike.REFUSE) -> ImportReport:
    return foresee_import(store, read(calls(*lines)), on_alike=on_alike)


def test_an_edited_row_is_foreseen_with_its_line_and_refused(store: Store) -> None:
    imported(store, calls(FIRST))
    assert _foreseen(store, EDITED).alike == (2,)
    with pytest.raises(RowsAlike) as caught:
        imported(store, calls("4-4-2026;9:00;0687654321;;;schelden", EDITED))
    assert caught.value.lines == (3,)
    assert len(incidents(store)) == 1


def test_an_edited_row_comes_in_as_an_incident_of_its_own_if_somebody_says_so(store: Store) -> None:
    imported(store, calls(FIRST))
    report = imported(store, calls(EDITED), on_alike=Alike.TAKE)
    assert (report.coming, report.alike, len(incidents(store))) == (1, (2,), 2)


def test_an_edited_row_can_be_left_out_while_the_others_come_in(store: Store) -> None:
    imported(store, calls(FIRST))
    report = imported(store, calls(EDITED, "4-4-2026;9:00;0687654321;;;schelden"), on_alike=Alike.LEAVE)
    assert (report.coming, report.known, report.alike, len(incidents(store))) == (1, 0, (2,), 2)


@pytest.mark.parametrize(
    ("earlier", "lines"),
    [
        # The same file again, with a row more at the same moment from the same number: two calls are two.
        ([FIRST], [FIRST, EDITED]),
        # Another number, another minute, and a day without a time or a number.
        ([FIRST], ["3-4-2026;14:30;0687654321;J. Jansen;;schelden"]),
        ([FIRST], ["3-4-2026;14:31;0612345678;J. Jansen;;bedreiging"]),
        ([FIRST], [FIRST]),
    ],
)
def test_what_is_another_call_is_not_alike(store: Store, earlier: list[str], lines: list[str]) -> None:
    imported(store, calls(*earlier))
    assert _foreseen(store, *lines).alike == ()


def test_as_many_rows_are_alike_as_there_are_incidents_to_be_like(store: Store) -> None:
    imported(store, calls(FIRST))
    assert _foreseen(store, EDITED, "3-4-2026;14:30;0612345678;J. Jansen;;schreeuwen").alike == (2,)


def test_of_withheld_numbers_the_time_must_be_the_rows_own(store: Store) -> None:
    def lines(kind: str) -> tuple[str, str]:
        return f"3-4-2026;;anoniem;;;{kind}", f"3-4-2026;14:30;anoniem;;;{kind}"

    earlier, later = calls(*lines("schelden")), calls(*lines("bedreiging"))
    columns = replace(guess(earlier), clock=time(12))
    imported(store, earlier, columns)
    assert foresee_import(store, read(later, columns)).alike == (3,)
