"""One row of a register: an incident, or all the reasons why not."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import story
from hypothesis import given
from hypothesis import strategies as st
from register import HEADING, NOW, calls, read, table

from agressielog.application.import_columns import ColumnMap, guess
from agressielog.application.import_errors import (
    KindsUnmapped,
    MomentMissing,
    NumberThoughWithheld,
    RaggedCells,
    TimeMissing,
)
from agressielog.application.import_fields import EXPORTED, Field
from agressielog.application.import_row import ReadRow, Remark
from agressielog.application.table_text import Table, read_table
from agressielog.domain.errors import TextEmpty, TextTooLong, TextUnstorable, UnknownKind, UnreadableValue
from agressielog.domain.incident import EARLIER_REGISTER, Made, NewPromise
from agressielog.domain.moment_errors import UnreadableMoment
from agressielog.domain.phone import PhoneNumber, UnreadableNumber, Withheld
from agressielog.domain.vocabulary import (
    Certainty,
    Channel,
    IncidentStatus,
    PoliceReport,
    Severity,
)

CALL = "3-4-2026;14:30;06-12345678;J. Jansen;K7;schelden"


def row(*cells: str, columns: ColumnMap | None = None, **changes: Any) -> ReadRow:
    """Return the one row of a register, which must be readable."""
    found = read(calls(*cells), columns, **changes)
    assert found.refused == ()
    (accepted,) = found.accepted
    return accepted


def only(found: Table, columns: ColumnMap | None = None, **changes: Any) -> ReadRow:
    """Return the one row of a table, which must be readable."""
    rows = read(found, columns, **changes)
    assert rows.refused == ()
    (accepted,) = rows.accepted
    return accepted


def reasons(found: Table, **changes: Any) -> list[tuple[str | None, str]]:
    """Return why the one row of a table is refused: heading and the class of what is wrong."""
    (refused,) = read(found, **changes).refused
    return [(reason.heading, type(reason.error).__name__) for reason in refused.reasons]


def test_a_row_becomes_an_incident_that_is_taken_as_answered() -> None:
    found = row(CALL)
    incident = found.incident
    assert (found.line, found.name, found.customer_number) == (2, "J. Jansen", "K7")
    assert (incident.name_told, incident.customer_number_told) == ("J. Jansen", "K7")
    assert (incident.at, incident.recorded_at) == (datetime(2026, 4, 3, 12, 30, tzinfo=UTC), NOW)
    assert (incident.number, incident.number_typed) == (story.MOBILE, "06-12345678")
    assert (incident.kinds, incident.severity) == ((story.SWEARING,), Severity.LIGHT)
    assert (incident.account, incident.reporter) == ("Er gebeurde iets.", "Mia")
    assert (incident.status, incident.channel) == (IncidentStatus.REPORTED, Channel.TELEPHONE)
    assert incident.answered == EARLIER_REGISTER
    assert found.remarks == ()


def test_an_incident_may_still_ask_for_an_answer() -> None:
    assert row(CALL, asks=True).incident.answered is None


def test_what_a_row_does_not_say_comes_from_the_rules() -> None:
    found = only(table("Datum;Soort", "3-4-2026 14:30;schelden"), team="Balie", channel=Channel.COUNTER)
    assert (found.incident.team, found.incident.channel) == ("Balie", Channel.COUNTER)
    assert (found.incident.reporter, found.incident.account) == ("onbekend", "")
    assert found.incident.incomplete
    assert found.remarks == (Remark.NO_TEXT, Remark.NO_REPORTER)


def test_what_a_row_says_goes_before_the_rules() -> None:
    found = only(
        table("Datum;Soort;Team;Kanaal;Melder;Wat", "3-4-2026 14:30;schelden;KCC;mail;Jan;Schold."),
        team="Balie",
        channel=Channel.COUNTER,
        reporter="Mia",
    )
    assert (found.incident.team, found.incident.channel) == ("KCC", Channel.E_MAIL)
    assert (found.incident.reporter, found.remarks) == ("Jan", ())


def test_every_other_column_has_its_place() -> None:
    header = (
        "Datum;Soort;Wat;Melder;Citaat;Gewaarschuwd;Beëindigd;Overgedragen;Politie;Fout bij ons;Onderwerp;"
        "Niet toegezegd;Hielp;Excuses op;Toezegging;Datum melding"
    )
    cells = (
        "3-4-2026 14:30;schelden;Schold.;Mia;'Sukkel.';ja;x;1;nee;ja;parkeren;de vergunning;luisteren;5-4-2026;"
        "bellen | morgen;4-4-2026"
    )
    incident = only(table(header, cells)).incident
    assert (incident.quote, incident.subject) == ("'Sukkel.'", "parkeren")
    assert (incident.warned, incident.ended, incident.handed_over) == (True, True, True)
    assert (incident.police, incident.our_fault) == (False, True)
    assert (incident.refused, incident.helped) == ("de vergunning", "luisteren")
    assert incident.apologised_on == date(2026, 4, 5)
    assert incident.promises == (NewPromise("bellen | morgen"),)
    assert incident.recorded_at == datetime(2026, 4, 3, 22, 0, tzinfo=UTC)


# Numbers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "key", "remarks"),
    [
        ("0612345678", "+31612345678", ()),
        ("612345678", "+31612345678", (Remark.NUMBER_REPAIRED,)),
        ("31612345678", "+31612345678", (Remark.NUMBER_REPAIRED,)),
        ("+31 6 12345678", "+31612345678", ()),
        ("00 31 6 12345678", "+31612345678", ()),
        ("'+31612345678", "+31612345678", ()),
    ],
)
def test_a_number_that_a_spreadsheet_damaged_is_repaired_and_said(
    cell: str, key: str, remarks: tuple[Remark, ...]
) -> None:
    found = row(f"3-4-2026;14:30;{cell};;;schelden")
    assert found.incident.number == PhoneNumber(key)
    assert found.remarks == remarks


def test_a_short_number_lost_nothing() -> None:
    _, found = read(calls(CALL, "3-4-2026;14:31;112;;;schelden")).accepted
    assert (found.incident.number, found.remarks) == (PhoneNumber("112"), ())


@pytest.mark.parametrize("cell", ["anoniem", "Onbekend", "privé nummer", "0000000000"])
def test_a_withheld_number_is_a_value(cell: str) -> None:
    incident = row(f"3-4-2026;14:30;{cell};;;schelden").incident
    assert (incident.number, incident.number_typed) == (Withheld(), cell)


@pytest.mark.parametrize("cell", ["", "-", "n.v.t.", "?"])
def test_a_cell_without_anything_in_it_is_no_number_and_not_withheld(cell: str) -> None:
    incident = row(f"3-4-2026;14:30;{cell};;;schelden").incident
    assert (incident.number, incident.number_typed) == (None, None)


def test_a_column_can_say_that_the_number_was_withheld() -> None:
    header = "Datum;Soort;Telefoon;Anoniem"
    assert only(table(header, "3-4-2026 14:30;schelden;;ja")).incident.number == Withheld()
    assert only(table(header, "3-4-2026 14:30;schelden;;nee")).incident.number is None
    assert reasons(table(header, "3-4-2026 14:30;schelden;0612345678;ja")) == [
        ("Anoniem", NumberThoughWithheld.__name__)
    ]


@pytest.mark.parametrize("name", ["onbekend", "-", "N.v.t."])
def test_a_name_that_says_nothing_is_no_name(name: str) -> None:
    found = row(f"3-4-2026;14:30;;{name};{name};schelden")
    assert (found.name, found.customer_number) == (None, None)


# Moments ---------------------------------------------------------------------------------------------


def test_midnight_beside_a_column_of_times_says_nothing() -> None:
    assert row("3-4-2026 0:00;14:30;;;;schelden").incident.at == datetime(2026, 4, 3, 12, 30, tzinfo=UTC)


def test_a_column_of_nothing_but_midnights_holds_days() -> None:
    days = table("Datum;Soort", "3-4-2026 0:00;schelden", "4-4-2026 0:00;schelden")
    assert [type(row.reasons[0].error) for row in read(days).refused] == [TimeMissing, TimeMissing]


def test_one_midnight_among_other_times_is_midnight() -> None:
    nights = table("Datum;Soort", "3-4-2026 0:00;schelden", "4-4-2026 23:10;schelden")
    assert read(nights).accepted[0].incident.at == datetime(2026, 4, 2, 22, 0, tzinfo=UTC)


def test_a_chosen_time_is_taken_and_said() -> None:
    days = table(HEADING, "3-4-2026;;0612345678;;;schelden;Schold.;Mia")
    found = only(days, replace(guess(days), clock=time(12, 0)))
    assert (found.incident.at, found.remarks) == (
        datetime(2026, 4, 3, 10, 0, tzinfo=UTC),
        (Remark.TIME_TAKEN,),
    )


def test_the_doubled_hour_is_said() -> None:
    assert row("25-10-2026;2:30;;;;schelden").remarks == (Remark.DOUBLED_HOUR,)


# Kinds -----------------------------------------------------------------------------------------------


def test_a_chosen_kind_is_taken_for_rows_without_one_and_said() -> None:
    found = row("3-4-2026;14:30;;;;", columns=replace(guess(calls(CALL)), kind=story.SHOUTING))
    assert (found.incident.kinds, found.remarks) == ((story.SHOUTING,), (Remark.KIND_TAKEN,))


def test_without_a_column_for_kinds_one_must_be_chosen() -> None:
    bare = table("Datum", "3-4-2026 14:30")
    with pytest.raises(KindsUnmapped):
        read(bare)
    found = only(bare, replace(guess(bare), kind=story.THREAT))
    assert (found.incident.kinds, found.incident.severity) == ((story.THREAT,), Severity.SEVERE)


def test_the_first_of_several_kinds_is_the_main_one() -> None:
    incident = row("3-4-2026;14:30;;;;schelden, bedreiging").incident
    assert (incident.main_kind, incident.severity) == (story.SWEARING, Severity.SEVERE)


# Refused ---------------------------------------------------------------------------------------------


def test_a_row_is_refused_with_all_its_reasons() -> None:
    long = "x" * 20_001
    found = table(
        f"{HEADING};Gewaarschuwd;Kanaal;Excuses op",
        f"31-2-2026;10:00;3,16E+10;{'n' * 201};;geweld;{long};Mia;soms;duif;gisteren",
    )
    assert reasons(found) == [
        ("Datum", UnreadableMoment.__name__),
        ("Telefoon", UnreadableNumber.__name__),
        ("Naam", TextTooLong.__name__),
        ("Soort", UnknownKind.__name__),
        ("Omschrijving", TextTooLong.__name__),
        ("Kanaal", UnreadableValue.__name__),
        ("Gewaarschuwd", UnreadableValue.__name__),
        ("Excuses op", "RelativeMoment"),
    ]


def test_a_row_without_a_day_or_a_kind_is_refused() -> None:
    assert reasons(calls(";;0612345678;;;")) == [
        ("Datum", MomentMissing.__name__),
        ("Soort", TextEmpty.__name__),
    ]


def test_a_text_that_no_file_can_keep_is_refused() -> None:
    bad = read_table("Datum;Soort;Wat\n3-4-2026 14:30;schelden;Schold\0.\n")
    assert reasons(bad) == [("Wat", TextUnstorable.__name__)]


def test_a_row_of_another_width_is_refused_by_its_line() -> None:
    found = read(table("Datum;Soort", "3-4-2026 14:30;schelden;los;eind", "3-4-2026 15:30;schelden"))
    assert [(row.line, type(row.reasons[0].error)) for row in found.refused] == [(2, RaggedCells)]
    assert len(found.accepted) == 1


def test_empty_rows_are_skipped() -> None:
    found = read(table("Datum;Soort", ";", "3-4-2026 14:30;schelden", " ; ", ";"))
    assert (found.total, len(found.accepted)) == (1, 1)


def test_every_row_counts_for_the_progress() -> None:
    seen: list[int] = []
    read(table("Datum;Soort", ";", "3-4-2026 14:30;schelden", "x;y"), done=seen.append)
    assert seen == [1, 2, 3]


# Rows of our own export ------------------------------------------------------------------------------

OURS = {
    Field.ULID: "01JD0000000000000000000000",
    Field.AT: "2026-04-03T14:30:00+02:00",
    Field.RECORDED_AT: "2026-04-04T09:00:00+02:00",
    Field.NUMBER: "+31612345678",
    Field.NUMBER_TYPED: " 06 12 ",
    Field.CALLER: "B12",
    Field.CERTAINTY: "vermoedelijk",
    Field.NAME: "onbekend",
    Field.NAME_TOLD: "n.v.t.",
    Field.CUSTOMER_NUMBER_TOLD: "K8",
    Field.KINDS: "schelden, bedreiging",
    Field.SEVERITY: "middel",
    Field.REPORTER: "Mia",
    Field.INCOMPLETE: "ja",
    Field.POLICE_REPORT: "overwegen",
    Field.STATUS: "bevestigd",
}


def ours(**changes: str) -> Table:
    """Return an export of one row; the keywords are the names of fields."""
    cells = OURS | {Field[name]: cell for name, cell in changes.items()}
    line = ";".join('"' + cells.get(field, "").replace('"', '""') + '"' for field in EXPORTED)
    return read_table(";".join(EXPORTED) + "\n" + line + "\n")


def test_a_row_of_an_export_comes_back_as_it_was() -> None:
    found = only(ours())
    incident = found.incident
    assert found.own_ulid
    assert found.settled
    assert (found.group, found.certainty, found.name) == ("B12", Certainty.PRESUMED, "onbekend")
    assert (incident.ulid, incident.number_typed) == ("01JD0000000000000000000000", " 06 12 ")
    assert (incident.name_told, incident.customer_number_told) == ("n.v.t.", "K8")
    assert incident.recorded_at == datetime(2026, 4, 4, 7, 0, tzinfo=UTC)
    assert (incident.severity, incident.police_report) == (Severity.MEDIUM, PoliceReport.CONSIDER)
    assert (incident.status, incident.incomplete) == (IncidentStatus.CONFIRMED, True)
    assert (incident.answered, found.remarks) == (None, ())


def test_an_export_says_itself_whether_its_incidents_are_answered() -> None:
    assert only(ours(ANSWERED=EARLIER_REGISTER)).incident.answered == EARLIER_REGISTER
    assert only(ours(), asks=False).incident.answered is None


def test_a_row_added_to_an_export_by_hand_is_a_row_of_another_register() -> None:
    found = only(ours(ULID="", STATUS="dicht", NAME="onbekend", NUMBER="612345678"))
    assert (found.own_ulid, found.settled, found.group, found.name) == (False, False, "B12", None)
    assert found.incident.status is IncidentStatus.REPORTED
    assert found.incident.answered == EARLIER_REGISTER
    assert Remark.NUMBER_REPAIRED in found.remarks


def test_without_its_column_of_callers_an_export_settles_nothing() -> None:
    header = "ulid;op;soorten;wat;melder"
    found = only(table(header, "01JD0000000000000000000000;2026-04-03T14:30:00+02:00;schelden;Schold.;Mia"))
    assert (found.own_ulid, found.settled) == (True, False)
    assert found.incident.answered == EARLIER_REGISTER


@pytest.mark.parametrize("key", ["112", "14020", "+3197012345678", "+31600000000"])
def test_a_stored_number_is_believed(key: str) -> None:
    assert only(ours(NUMBER=key)).incident.number == PhoneNumber(key)


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("ULID", "01JD"),
        ("CERTAINTY", "misschien"),
        ("SEVERITY", "erg"),
        ("STATUS", "dicht"),
        ("POLICE_REPORT", "soms"),
        ("PROMISES", "bellen | morgen"),
    ],
)
def test_a_code_that_is_none_of_ours_is_refused(field: str, cell: str) -> None:
    assert reasons(ours(**{field: cell})) == [(Field[field].value, UnreadableValue.__name__)]


def test_promises_of_an_export_come_back() -> None:
    incident = only(ours(PROMISES="bellen | voor 2026-04-05\nschrijven")).incident
    assert incident.promises == (NewPromise("bellen", date(2026, 4, 5)), NewPromise("schrijven"))


def test_a_promise_that_was_kept_comes_back_as_kept() -> None:
    moment = "2026-04-05T10:00:00+02:00"
    incident = only(ours(PROMISES=f"bellen | op {moment} | door Mia  de Vries | klaar {moment}")).incident
    at = datetime(2026, 4, 5, 8, 0, tzinfo=UTC)
    assert incident.promises == (NewPromise("bellen", made=Made(at, "Mia  de Vries"), done_at=at),)


# The identity ----------------------------------------------------------------------------------------


def ulids(*lines: str) -> list[str]:
    """Return the identities of the rows of a register."""
    return [found.incident.ulid for found in read(calls(*lines)).accepted]


@pytest.mark.parametrize(
    "other",
    [
        "03-04-2026;14.30;0612345678;j.  jansen;K7;Schelden",
        "3 april 2026;14u30;612345678;J. JANSEN;K7;schelden",
        "2026-04-03 0:00;14:30;+31612345678;J. Jansen;K7;SCHELDEN",
    ],
)
def test_the_same_row_written_otherwise_is_the_same_incident(other: str) -> None:
    assert ulids(CALL) == ulids(other)


@pytest.mark.parametrize(
    "other",
    [
        "3-4-2026;14:31;06-12345678;J. Jansen;K7;schelden",
        "3-4-2026;14:30;06-12345679;J. Jansen;K7;schelden",
        "3-4-2026;14:30;anoniem;J. Jansen;K7;schelden",
        "3-4-2026;14:30;;J. Jansen;K7;schelden",
        "3-4-2026;14:30;06-12345678;P. Jansen;K7;schelden",
        "3-4-2026;14:30;06-12345678;J. Jansen;K8;schelden",
        "3-4-2026;14:30;06-12345678;J. Jansen;K7;bedreiging",
    ],
)
def test_another_row_is_another_incident(other: str) -> None:
    assert ulids(CALL) != ulids(other)


def test_two_equal_rows_are_two_incidents_and_that_is_said() -> None:
    first, second = read(calls(CALL, CALL)).accepted
    assert first.incident.ulid != second.incident.ulid
    assert (first.remarks, second.remarks) == ((), (Remark.SAME_AGAIN,))
    assert ulids(CALL) == [first.incident.ulid]


def test_a_chosen_time_or_an_own_word_does_not_make_another_incident() -> None:
    days = table("Datum;Soort", "3-4-2026;verbaal")
    columns = guess(days)
    at_noon = replace(columns, clock=time(12, 0)).with_kind("verbaal", story.SWEARING)
    at_nine = replace(columns, clock=time(9, 0)).with_kind("verbaal", story.SHOUTING)
    assert only(days, at_noon).incident.ulid == only(days, at_nine).incident.ulid


def test_what_is_filled_in_later_does_not_make_another_incident() -> None:
    header = "Datum;Soort;Wat;Excuses op;Toezegging;Team"
    before = only(table(header, "3-4-2026 14:30;schelden;Schold.;;;KCC"))
    after = only(table(header, "3-4-2026 14:30;schelden;Schold.;5-4-2026;bellen;KCC"))
    elsewhere = only(table(header, "3-4-2026 14:30;schelden;Schold.;;;Balie"))
    assert before.incident.ulid == after.incident.ulid != elsewhere.incident.ulid


@given(st.permutations(["", "5-4-2026", "6-4-2026"]))
def test_which_of_several_equal_rows_is_which_does_not_depend_on_their_order(order: list[str]) -> None:
    lines = [f"3-4-2026 14:30;schelden;{apology}" for apology in order]
    found = read(table("Datum;Soort;Excuses op", *lines)).accepted
    by_apology = {str(row.incident.apologised_on): row.incident.ulid for row in found}
    lines = [f"3-4-2026 14:30;schelden;{apology}" for apology in ("", "5-4-2026", "6-4-2026")]
    again = read(table("Datum;Soort;Excuses op", *lines)).accepted
    assert by_apology == {str(row.incident.apologised_on): row.incident.ulid for row in again}


def test_copies_of_one_identity_are_all_refused() -> None:
    found = ours()
    (line,) = found.rows
    twice = replace(found, rows=(line, replace(line, line_number=3)))
    assert [(row.line, row.reasons[0].heading) for row in read(twice).refused] == [(2, "ulid"), (3, "ulid")]


def test_a_row_copied_without_its_identity_is_another_incident() -> None:
    (row,) = read(calls(CALL)).accepted
    header = "ulid;op;soorten;nummer;naam;klantnummer;wat;melder"
    same = "2026-04-03T14:30:00+02:00;schelden;+31612345678;J. Jansen;K7;Er gebeurde iets.;Mia"
    found = read(table(header, f"{row.incident.ulid};{same}", f";{same}")).accepted
    assert found[0].incident.ulid == row.incident.ulid
    assert found[1].incident.ulid != row.incident.ulid


# Anything --------------------------------------------------------------------------------------------


@given(st.lists(st.text(max_size=25), min_size=len(EXPORTED), max_size=len(EXPORTED)))
def test_whatever_is_in_the_cells_a_row_is_read_or_refused(cells: list[str]) -> None:
    line = ";".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    found = read(read_table(";".join(EXPORTED) + "\n" + line))
    assert found.total == any(cell.strip() for cell in cells)
