"""Taking a register over: all of it or nothing, once, and an export of ours exactly as it was."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import story
from fake_store import FakeStore
from hypothesis import given, settings
from hypothesis import strategies as st
from register import NOW, callers, calls, exported, imported, incidents, quiet, read, table, whose

from agressielog.application.export_incidents import Exported, export_incidents
from agressielog.application.import_columns import guess
from agressielog.application.import_errors import RowsRefused
from agressielog.application.import_incidents import foresee_import, import_rows, keep_settings, read_rows
from agressielog.application.import_row import ImportRules, Remark
from agressielog.application.ports.logbook import Store
from agressielog.application.promise_cell import write_promises
from agressielog.application.table_text import decode, read_table
from agressielog.domain.caller import Caller, NewCaller, NumberLink
from agressielog.domain.errors import AgressielogError, Refused, WrongUse
from agressielog.domain.identity import CallerId, IncidentId, PromiseId
from agressielog.domain.incident import EARLIER_REGISTER, Incident, NewIncident, NewPromise
from agressielog.domain.local_time import local_day
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.text import keep_line, keep_text
from agressielog.domain.ulid import make_ulid
from agressielog.domain.vocabulary import (
    Certainty,
    Channel,
    Country,
    IncidentStatus,
    PoliceReport,
    Severity,
)
from agressielog.presentation.tables.export_table import table_lines

TWO = calls(
    "3-4-2026;14:30;0612345678;J. Jansen;;schelden", "5-4-2026;9:00;0687654321;;;bedreiging, schelden"
)
ONE_BAD = calls("3-4-2026;14:30;0612345678;;;schelden", "31-2-2026;9:00;0687654321;;;schelden")


# All or nothing --------------------------------------------------------------------------------------


def test_what_came_in_is_told(store: Store) -> None:
    report = imported(store, TWO)
    assert (report.coming, report.known, report.new_callers, report.known_callers) == (2, 0, 2, 0)
    assert report.per_kind == (("bedreiging", 1), ("schelden", 1))
    assert (report.first, report.last) == (date(2026, 4, 3), date(2026, 4, 5))
    assert (report.presumed, report.nobodys, report.remarks, report.shared) == (0, 0, (), ())
    assert [incident.kinds for incident in incidents(store)] == [("schelden",), ("bedreiging", "schelden")]


def test_nothing_comes_in_where_a_row_cannot(store: Store) -> None:
    with pytest.raises(RowsRefused) as refused:
        imported(store, ONE_BAD)
    assert incidents(store) == []
    assert callers(store) == []
    assert (refused.value.rows, [row.line for row in refused.value.refused]) == (2, [3])
    assert str(refused.value) == "1 of 2"


def test_the_good_rows_come_in_when_asked(store: Store) -> None:
    assert imported(store, ONE_BAD, skip=True).coming == 1
    assert len(incidents(store)) == 1


def test_remarks_are_counted_over_the_rows_that_come_in(store: Store) -> None:
    register = calls(
        "3-4-2026;14:30;612345678;;;schelden",
        "5-4-2026;9:00;687654321;;;schelden",
        "6-4-2026;9:00;;;;schelden",
    )
    report = imported(store, register)
    assert report.remarks == ((Remark.NUMBER_REPAIRED, 2),)
    assert report.nobodys == 1


def test_an_empty_register_brings_nothing(store: Store) -> None:
    report = imported(store, calls())
    assert (report.coming, report.first, report.last, report.per_kind) == (0, None, None, ())


def test_a_failure_on_the_way_leaves_nothing(store: Store) -> None:
    def interrupted(done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    rows = read(TWO)
    with pytest.raises(KeyboardInterrupt):
        import_rows(
            store,
            story.deed("import"),
            rows,
            skip_refused=False,
            settings={"kolommen.x": "{}"},
            done=interrupted,
        )
    assert incidents(store) == []
    assert callers(store) == []
    with store.reading() as reading:
        assert reading.setting("kolommen.x") is None


def test_what_was_told_about_the_columns_is_kept_in_the_same_write(store: Store) -> None:
    import_rows(
        store, story.deed("import"), read(TWO), skip_refused=False, settings={"kolommen.x": "{}"}, done=quiet
    )
    with store.reading() as reading:
        assert reading.setting("kolommen.x") == "{}"


def test_what_was_told_can_be_kept_before_anything_comes_in(store: Store) -> None:
    keep_settings(store, story.deed("import"), {"kolommen.x": "{}"})
    with store.reading() as reading:
        assert reading.setting("kolommen.x") == "{}"


def test_a_try_out_changes_nothing(store: Store) -> None:
    assert foresee_import(store, read(TWO)).coming == 2
    assert incidents(store) == []


def test_a_try_out_makes_no_logbook(make_store: Callable[[bool], Store]) -> None:
    store = make_store(True)
    assert foresee_import(store, read(TWO)).new_callers == 2
    with pytest.raises(AgressielogError), store.reading():
        pass


# Once ------------------------------------------------------------------------------------------------


def test_the_same_register_again_adds_nothing(store: Store) -> None:
    imported(store, TWO)
    report = imported(store, TWO)
    assert (report.coming, report.known) == (0, 2)
    assert len(incidents(store)) == 2
    assert len(callers(store)) == 2


def test_the_register_of_next_month_adds_what_is_new(store: Store) -> None:
    imported(store, TWO)
    longer = calls(
        "6-4-2026;10:00;0612345678;J. Jansen;;schelden",
        "5-4-2026;9:00;687654321;;;bedreiging, schelden",
        "3 april 2026;14u30;06-12345678;j. jansen;;schelden",
    )
    report = imported(store, longer)
    assert (report.coming, report.known, report.known_callers, report.new_callers) == (1, 2, 1, 0)


def test_equal_rows_come_in_as_often_as_they_stand_there(store: Store) -> None:
    line = "3-4-2026;14:30;0612345678;;;schelden"
    imported(store, calls(line))
    report = imported(store, calls(line, line, line))
    assert (report.coming, report.known) == (2, 1)


def test_an_own_export_in_its_own_logbook_adds_nothing(store: Store) -> None:
    imported(store, TWO)
    report = imported(store, exported(store))
    assert (report.coming, report.known) == (0, 2)


def test_a_row_added_to_an_own_export_finds_its_caller(store: Store) -> None:
    story.stored_caller(store, name="Eerder gemaakt")
    known = story.recorded(store, name="J. Jansen").caller
    assert known is not None
    found = exported(store)
    (row,) = found.rows
    changes = {"id": "", "ulid": "", "nummer": "", "nummer_getypt": "", "wat": "Belde weer."}
    added = tuple(changes.get(h, c) for h, c in zip(found.header, row.cells, strict=True))
    report = imported(store, replace(found, rows=(row, replace(row, line_number=3, cells=added))))
    assert (report.coming, report.known, report.new_callers) == (1, 1, 0)
    assert incidents(store)[1].caller == known.id


def test_an_export_whose_callers_were_split_here_follows_most_of_their_incidents(store: Store) -> None:
    one, other = story.stored_caller(store, name="A"), story.stored_caller(store, name="B")
    stored = [
        story.stored(store, caller=caller.id, certainty=Certainty.CERTAIN) for caller in (one, other, other)
    ]
    found = exported(store)
    place = found.header.index("beller")
    rows = [replace(r, cells=(*r.cells[:place], "B9", *r.cells[place + 1 :])) for r in found.rows]
    new = tuple("" if h == "ulid" else c for h, c in zip(found.header, rows[0].cells, strict=True))
    rows.append(replace(rows[0], line_number=9, cells=new))
    imported(store, replace(found, rows=tuple(rows)))
    assert incidents(store)[-1].caller == other.id
    assert len(stored) == 3


def test_incidents_here_that_belong_to_nobody_say_nothing_about_a_caller(store: Store) -> None:
    story.stored(store)
    found = exported(store)
    place = found.header.index("beller")
    row = replace(
        found.rows[0], cells=(*found.rows[0].cells[:place], "B9", *found.rows[0].cells[place + 1 :])
    )
    new = tuple("" if h == "ulid" else c for h, c in zip(found.header, row.cells, strict=True))
    imported(store, replace(found, rows=(row, replace(row, line_number=3, cells=new))))
    assert whose(store) == [("+31612345678", None, None), ("+31612345678", "B1", Certainty.CERTAIN)]


# An export in another logbook ------------------------------------------------------------------------


@pytest.fixture
def other() -> FakeStore:
    """The logbook of another desk."""
    found = FakeStore(may_create=True)
    with found.writing(story.deed("instelling")):
        return found


def test_a_caller_of_an_export_is_one_we_know_by_number_and_name(store: Store, other: FakeStore) -> None:
    story.recorded(store, name="Nog iemand", number=story.LANDLINE)
    story.recorded(store, name="J. Jansen")
    story.recorded(other, name="dhr. J. Jansen")
    imported(store, exported(other))
    assert [name for _, name, _ in whose(store)] == ["Nog iemand", "J. Jansen", "J. Jansen"]


def test_a_caller_of_an_export_of_another_name_is_somebody_new(store: Store, other: FakeStore) -> None:
    story.recorded(store, name="J. Jansen")
    story.recorded(other, name="P. de Vries")
    report = imported(store, exported(other))
    assert [name for _, name, _ in whose(store)] == ["J. Jansen", "P. de Vries"]
    assert len(report.shared) == 1


def test_two_callers_of_an_export_stay_two(store: Store, other: FakeStore) -> None:
    story.recorded(store, name="Jansen")
    for name in ("J. Jansen", "P. Jansen"):
        caller = story.stored_caller(other, story.MOBILE, name=name)
        story.stored(other, caller=caller.id, certainty=Certainty.CERTAIN)
    imported(store, exported(other))
    assert [name for _, name, _ in whose(store)] == ["Jansen", "Jansen", "P. Jansen"]


def test_a_caller_of_an_export_who_may_be_two_of_ours_is_somebody_new(store: Store, other: FakeStore) -> None:
    story.stored_caller(store, story.MOBILE, name="J. Jansen")
    story.stored_caller(store, story.OTHER_MOBILE, name="J. Jansen")
    caller = story.stored_caller(other, name="J. Jansen")
    for number in (story.MOBILE, story.OTHER_MOBILE):
        story.stored(other, number=number, caller=caller.id, certainty=Certainty.CERTAIN)
    imported(store, exported(other))
    assert len(callers(store)) == 3


# The exact round trip --------------------------------------------------------------------------------


def _texts(keep: Callable[[str, str], str], size: int = 40) -> st.SearchStrategy[str]:
    """Return texts as the program keeps them, the ones that attack a spreadsheet among them."""

    def kept(raw: str) -> str | None:
        try:
            # Twice, for a line break that only shows after the first time.
            return keep("tekst", keep("tekst", raw))
        except WrongUse:
            return None

    odd = st.sampled_from(
        [
            "=1+1",
            "'=1+1",
            "@SUM(A1)",
            "-2",
            "+31",
            "a;b",
            'hij zei "nee"',
            "twee\nregels",
            "a\rb",
            "｜x",
            "\u202eom",
        ]
    )
    raw = st.text(max_size=size) | odd | st.tuples(odd, st.text(max_size=5)).map("".join)
    return raw.map(kept).filter(lambda text: text is not None).map(str)


_LINE, _TEXT = _texts(keep_line), _texts(keep_text)
_MOMENTS = st.datetimes(min_value=datetime(1990, 1, 2), max_value=datetime(2026, 11, 20)).map(  # noqa: DTZ001
    lambda at: at.replace(microsecond=0, tzinfo=UTC)
)
_NUMBERS = st.sampled_from(
    [
        PhoneNumber("+31612345678"),
        PhoneNumber("+4930123456"),
        PhoneNumber("112"),
        PhoneNumber("14020"),
        Withheld(),
        None,
    ]
)
_KINDS = st.lists(
    st.sampled_from([kind.code for kind in story.policy().kinds]), min_size=1, max_size=3, unique=True
)
_PROMISES = st.lists(
    st.builds(NewPromise, _LINE, st.none() | st.dates(date(2000, 1, 1), date(2098, 1, 1))), max_size=3
)


@st.composite
def _incidents(draw: st.DrawFn) -> NewIncident:
    whose = draw(st.none() | st.integers(1, 3))
    number = draw(_NUMBERS)
    account = draw(st.just("") | _TEXT)
    return NewIncident(
        ulid=make_ulid(NOW, draw(st.binary(min_size=10, max_size=10))),
        at=draw(_MOMENTS),
        recorded_at=draw(_MOMENTS),
        number=number,
        number_typed=draw(st.none() | _LINE),
        name_told=draw(st.none() | _LINE),
        customer_number_told=draw(st.none() | _LINE),
        caller=CallerId(whose) if whose is not None else None,
        certainty=draw(st.sampled_from(Certainty)) if whose is not None else None,
        kinds=tuple(draw(_KINDS)),
        severity=draw(st.sampled_from(Severity)),
        channel=draw(st.sampled_from(Channel)),
        team=draw(st.none() | _LINE),
        subject=draw(st.none() | _LINE),
        reporter=draw(_LINE),
        account=account,
        quote=draw(st.none() | _TEXT),
        warned=draw(st.booleans()),
        ended=draw(st.booleans()),
        handed_over=draw(st.booleans()),
        police=draw(st.booleans()),
        our_fault=draw(st.booleans()),
        refused=draw(st.none() | _TEXT),
        helped=draw(st.none() | _TEXT),
        apologised_on=draw(st.none() | st.dates(date(1990, 1, 1), date(2026, 11, 20))),
        police_report=draw(st.sampled_from(PoliceReport)),
        status=draw(st.sampled_from(IncidentStatus)),
        incomplete=draw(st.booleans()) or not account,
        answered=draw(st.none() | st.just(EARLIER_REGISTER) | _LINE),
        promises=tuple(draw(_PROMISES)),
    )


# What starts a formula in some spreadsheet (OWASP, CSV Injection), with the full-width forms.
_TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")

_CALLERS = st.lists(
    st.builds(NewCaller, name=st.none() | _LINE, customer_number=st.none() | _LINE), min_size=3, max_size=3
)


def _logbook(people: list[NewCaller], found: list[NewIncident], store: Store) -> None:
    """Store callers and their incidents, with the links that recording them makes."""
    with store.writing(story.deed()) as tx:
        for person in people:
            tx.add_caller(person)
        for incident in found:
            if incident.caller is not None and incident.certainty is not None and incident.phone is not None:
                link = tx.caller(incident.caller).link_to(incident.phone)
                if link is None or link.certainty is Certainty.PRESUMED:
                    tx.link(
                        incident.caller,
                        NumberLink(incident.phone, incident.certainty, local_day(incident.at)),
                    )
        tx.add_incidents(found)


def _told(store: Store) -> list[tuple[Incident, Any]]:
    """Return all incidents without the numbers a logbook gives out, and whose they are."""
    found = []
    order: dict[CallerId, int] = {}
    with store.reading() as reading:
        for incident in reading.each_incident():
            caller: Caller | None = None
            if incident.caller is not None:
                caller = reading.caller(incident.caller)
                order.setdefault(caller.id, len(order))
            who = None
            if caller is not None:
                links = frozenset((link.number, link.certainty) for link in caller.numbers)
                who = (order[caller.id], caller.name, caller.customer_number, links)
            promises = tuple(replace(promise, id=PromiseId(0)) for promise in incident.promises)
            found.append((replace(incident, id=IncidentId(0), caller=None, promises=promises), who))
    return found


@settings(max_examples=150)
@given(_CALLERS, st.lists(_incidents(), max_size=5, unique_by=lambda incident: incident.ulid))
def test_an_export_in_an_empty_logbook_is_the_logbook_it_came_from(
    people: list[NewCaller], found: list[NewIncident]
) -> None:
    source, target = FakeStore(may_create=True), FakeStore(may_create=True)
    _logbook(people, found, source)
    report = imported(target, exported(source))
    assert (report.coming, report.read.refused) == (len(found), ())
    assert _told(target) == _told(source)
    assert imported(target, exported(source)).coming == 0


@given(_CALLERS, st.lists(_incidents(), min_size=1, max_size=3, unique_by=lambda incident: incident.ulid))
def test_no_cell_of_an_export_is_a_formula(people: list[NewCaller], found: list[NewIncident]) -> None:
    source = FakeStore(may_create=True)
    _logbook(people, found, source)
    written: list[str] = []
    export_incidents(source, None, None, lambda rows: written.extend(table_lines(rows)))
    file = io.StringIO("".join(written).removeprefix("\ufeff"), newline="")
    for cells in csv.reader(file, delimiter=";"):
        for cell in cells:
            assert not cell.lstrip(" \u200b\u202e").startswith(_TRIGGERS)


def test_an_export_survives_sqlite_too(store: Store, other: FakeStore) -> None:
    presumed = Certainty.PRESUMED
    caller = story.stored_caller(
        store, story.MOBILE, certainty=presumed, name="=J. Jansen", customer_number="007"
    )
    story.stored(
        store,
        caller=caller.id,
        certainty=presumed,
        kinds=(story.THREAT, story.SWEARING),
        quote='"Ik weet je te vinden;"\nzei hij.',
        promises=(NewPromise("bellen | morgen", date(2026, 12, 1)), NewPromise("schrijven")),
        status=IncidentStatus.CONFIRMED,
    )
    imported(other, exported(store))
    assert _told(other) == _told(store)
    assert write_promises(incidents(other)[0].promises) == write_promises(incidents(store)[0].promises)


# Handing out -----------------------------------------------------------------------------------------


def test_an_export_can_be_of_some_days(store: Store) -> None:
    for day in (1, 2, 3):
        story.stored(store, at=datetime(2026, 4, day, 12, 0, tzinfo=UTC))
    seen: list[Exported] = []
    number = export_incidents(store, date(2026, 4, 2), date(2026, 4, 2), seen.extend)
    assert (number, [row.incident.id for row in seen]) == (1, [2])
    assert export_incidents(store, date(2026, 4, 2), None, seen.extend) == 2
    assert export_incidents(store, None, date(2026, 4, 1), seen.extend) == 1


def test_an_incident_goes_with_its_caller(store: Store) -> None:
    story.recorded(store, name="J. Jansen")
    story.stored(store)
    seen: list[Exported] = []
    export_incidents(store, None, None, seen.extend)
    assert [row.caller.name if row.caller is not None else None for row in seen] == ["J. Jansen", None]


# Anything --------------------------------------------------------------------------------------------

_BYTES = st.binary(max_size=200) | st.text(max_size=120).map(lambda text: text.encode("utf-8", "replace")) | st.lists(
    st.lists(st.text(alphabet="ab;,'\"=+-012/ :\n\t\0é€", max_size=12), max_size=5).map(";".join), max_size=6
).map(lambda lines: ("Datum;Soort;Wat\n" + "\n".join(lines)).encode())  # fmt: skip


@given(_BYTES, st.booleans())
def test_whatever_bytes_a_file_holds_it_is_read_or_refused(data: bytes, skip: bool) -> None:
    rules = ImportRules(policy=story.policy(), country=Country.NETHERLANDS, now=NOW)
    store = FakeStore(may_create=True)
    try:
        found = read_table(decode(data).text)
        rows = read_rows(found, guess(found), rules, quiet)
        report = import_rows(store, story.deed(), rows, skip_refused=skip, settings={}, done=quiet)
    except (WrongUse, Refused):
        return
    assert report.coming == len(rows.accepted)


def test_a_register_of_one_column_is_a_register() -> None:
    rows = read(table("Datum", "3-4-2026 14:30"), replace(guess(table("Datum")), kind=story.SWEARING))
    assert rows.total == 1
