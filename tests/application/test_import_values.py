"""Single cells of a register: understood, or refused with the reason."""

from datetime import UTC, date, datetime, time

import pytest
import story
from hypothesis import given
from hypothesis import strategies as st
from register import NOW

from agressielog.application.import_errors import RelativeMoment, TimeMissing
from agressielog.application.import_values import (
    ends_at_midnight,
    read_channel,
    read_kinds,
    read_told_day,
    read_told_moment,
    read_yes_no,
    unknown_categories,
    without_midnight,
)
from agressielog.domain.errors import TextEmpty, UnknownKind, UnreadableValue, WrongUse
from agressielog.domain.moment_errors import (
    MissingHour,
    MomentFault,
    MomentInFuture,
    MomentWithoutTime,
    UnreadableDay,
    UnreadableMoment,
)
from agressielog.domain.placeholder import says_nothing
from agressielog.domain.vocabulary import Channel

OWN = {"verbaal": story.SWEARING, "verbaal / fysiek": story.THREAT}


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("ja", True),
        ("Ja.", True),
        ("x", True),
        ("1", True),
        ("✓", True),
        ("WAAR", True),
        ("nee", False),
        ("N", False),
        ("0", False),
        ("onwaar", False),
        ("-", False),
        ("  ", False),
    ],
)
def test_yes_and_no_are_written_in_many_ways(cell: str, answer: bool) -> None:
    assert read_yes_no("Gewaarschuwd", cell) is answer


@pytest.mark.parametrize("cell", ["ja, brief gestuurd", "misschien", "2"])
def test_an_answer_that_says_more_than_yes_is_refused(cell: str) -> None:
    with pytest.raises(UnreadableValue):
        read_yes_no("Gewaarschuwd", cell)


@pytest.mark.parametrize(
    ("cell", "channel"),
    [
        ("telefoon", Channel.TELEPHONE),
        ("Tel", Channel.TELEPHONE),
        ("aan de balie", Channel.COUNTER),
        ("Email", Channel.E_MAIL),
        ("brief", Channel.POST),
        ("Facebook", Channel.SOCIAL_MEDIA),
        ("thuis", Channel.HOME_VISIT),
    ],
)
def test_a_channel_is_written_in_many_ways(cell: str, channel: Channel) -> None:
    assert read_channel("Kanaal", cell) is channel


def test_an_unknown_channel_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnreadableValue) as refused:
        read_channel("Kanaal", "duif")
    assert refused.value.choices == tuple(Channel)


@pytest.mark.parametrize("cell", ["", " - ", "n.v.t.", "Onbekend", "?"])
def test_some_cells_say_that_there_is_nothing_to_say(cell: str) -> None:
    assert says_nothing(cell)


def test_a_name_says_something() -> None:
    assert not says_nothing("J. Geen")


# Kinds -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        ("schelden", (story.SWEARING,)),
        ("Emotie of kritiek", (story.CRITICISM,)),
        ("schelden, bedreiging", (story.SWEARING, story.THREAT)),
        ("Bedreiging; schelden", (story.THREAT, story.SWEARING)),
        ("schelden/schreeuwen + bedreiging", (story.SWEARING, story.SHOUTING, story.THREAT)),
        ("schelden en bedreiging", (story.SWEARING, story.THREAT)),
        ("Emotie of kritiek en schelden", (story.CRITICISM, story.SWEARING)),
        ("schelden, schelden", (story.SWEARING,)),
        ("Verbaal", (story.SWEARING,)),
        ("verbaal / fysiek", (story.THREAT,)),
        ("bedreiging\nverbaal", (story.THREAT, story.SWEARING)),
    ],
)
def test_a_cell_holds_one_or_more_kinds(cell: str, kinds: tuple[str, ...]) -> None:
    assert read_kinds("Soort", cell, story.policy(), OWN) == kinds


def test_a_cell_with_an_unknown_kind_is_refused() -> None:
    with pytest.raises(UnknownKind) as refused:
        read_kinds("Soort", "schelden, geweld", story.policy(), OWN)
    assert refused.value.raw == "geweld"


@pytest.mark.parametrize("cell", ["", "  ", " ; "])
def test_a_cell_without_a_kind_is_refused(cell: str) -> None:
    with pytest.raises(TextEmpty):
        read_kinds("Soort", cell, story.policy(), OWN)


@pytest.mark.parametrize(
    ("cell", "unknown"),
    [
        ("schelden", ()),
        ("", ()),
        ("geweld", ("geweld",)),
        ("schelden, geweld", ("geweld",)),
        ("mondeling / fysiek", ("mondeling / fysiek",)),
        ("verbaal / fysiek", ()),
    ],
)
def test_words_of_the_office_are_gathered_to_be_asked_about(cell: str, unknown: tuple[str, ...]) -> None:
    assert unknown_categories(cell, story.policy(), OWN) == unknown


# Moments ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("3-4-2026 14:30", datetime(2026, 4, 3, 12, 30, tzinfo=UTC)),
        ("03-04-26 9.15 uur", datetime(2026, 4, 3, 7, 15, tzinfo=UTC)),
        ("2026-04-03 08:45:00", datetime(2026, 4, 3, 6, 45, tzinfo=UTC)),
        ("3 april 2026 om half drie 's middags", datetime(2026, 4, 3, 12, 30, tzinfo=UTC)),
        ("2026-04-03T14:30:00+02:00", datetime(2026, 4, 3, 12, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read_as_everywhere_else(cell: str, at: datetime) -> None:
    found = read_told_moment(cell, NOW, None)
    assert (found.at, found.told, found.time_taken, found.doubled) == (at, at, False, False)


def test_the_doubled_hour_takes_the_first_and_says_so() -> None:
    found = read_told_moment("25-10-2026 2:30", NOW, None)
    assert (found.at, found.doubled) == (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), True)


def test_a_day_without_a_time_is_refused_unless_a_time_was_chosen() -> None:
    with pytest.raises(TimeMissing):
        read_told_moment("3-4-2026", NOW, None)
    found = read_told_moment("3-4-2026", NOW, time(12, 0))
    assert found.at == datetime(2026, 4, 3, 10, 0, tzinfo=UTC)
    assert found.told == datetime(2026, 4, 2, 22, 0, tzinfo=UTC)
    assert found.time_taken


@pytest.mark.parametrize(
    "cell", ["gisteren 14:30", "maandag 9:00", "nu", "3 april 14:30", "3-4 9:15", "10:00"]
)
def test_a_moment_that_depends_on_today_is_refused(cell: str) -> None:
    with pytest.raises(RelativeMoment):
        read_told_moment(cell, NOW, None)


@pytest.mark.parametrize("cell", ["gisteren", "3 april", "vorige week dinsdag", "29-2"])
def test_a_day_that_depends_on_today_is_refused_also_with_a_chosen_time(cell: str) -> None:
    with pytest.raises(WrongUse):
        read_told_moment(cell, NOW, time(12, 0))


def test_the_last_leap_day_depends_on_today_too() -> None:
    with pytest.raises(RelativeMoment):
        read_told_moment("29-2 14:30", NOW.replace(year=2028), None)


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ("3-4-2026 half drie", MomentWithoutTime),
        ("3-4-2026 's avonds", MomentWithoutTime),
        ("31-2-2026 10:00", UnreadableMoment),
        ("46115,604", UnreadableMoment),
        ("29-3-2026 2:30", MissingHour),
        ("1-1-2027 10:00", MomentInFuture),
    ],
)
def test_what_is_unclear_stays_unclear_whatever_time_was_chosen(cell: str, error: type[WrongUse]) -> None:
    with pytest.raises(error):
        read_told_moment(cell, NOW, time(12, 0))


def test_a_chosen_time_that_is_still_to_come_today_is_refused() -> None:
    with pytest.raises(MomentInFuture):
        read_told_moment("22-11-2026", NOW, time(12, 0))


def test_a_day_is_read_if_it_is_the_same_whenever_it_is_read() -> None:
    assert read_told_day("3-4-26", NOW) == date(2026, 4, 3)
    assert read_told_day("3 april 2026", NOW) == date(2026, 4, 3)
    with pytest.raises(RelativeMoment):
        read_told_day("3 april", NOW)


@given(st.text(max_size=30))
def test_no_cell_is_read_as_a_moment_that_another_day_would_read_otherwise(cell: str) -> None:
    try:
        found = read_told_moment(cell, NOW, time(12, 0))
    except WrongUse:
        return
    assert read_told_moment(cell, NOW.replace(year=2028), time(12, 0)) == found


@pytest.mark.parametrize("cell", ["3-4-2026 0:00", "3-4-2026 00:00:00", "2026-04-03T00:00", "3-4-2026 0.00 "])
def test_a_spreadsheet_writes_a_day_as_midnight(cell: str) -> None:
    assert ends_at_midnight(cell)
    assert without_midnight(cell) in {"3-4-2026", "2026-04-03"}


@pytest.mark.parametrize(
    "cell", ["3-4-2026 10:00", "3-4-2026 20:00", "2026-04-03T00:00:00+02:00", "0:00", ""]
)
def test_other_times_are_no_midnight(cell: str) -> None:
    assert not ends_at_midnight(cell)


@pytest.mark.parametrize("raw", ["45910", " 45910,604 ", "45910.6", "45910 14:30", "20000", "59999"])
def test_the_number_of_a_spreadsheet_for_a_day_is_named_and_not_guessed(raw: str) -> None:
    with pytest.raises(UnreadableMoment) as moment:
        read_told_moment(raw, NOW, None)
    with pytest.raises(UnreadableDay) as day:
        read_told_day(raw, NOW)
    assert {moment.value.reason, day.value.reason} == {MomentFault.SERIAL_NUMBER}
