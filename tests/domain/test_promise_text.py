"""A promise told in one breath: what, and perhaps for when; a day alone, or one that is past, is none."""

from datetime import date

import pytest

from agressielog.domain.incident import NewPromise
from agressielog.domain.moment_errors import UnreadableDay
from agressielog.domain.promise_text import (
    PromiseForPastDay,
    PromiseWithoutText,
    parse_promise,
    promised_text,
    refuse_past,
)

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "what", "due"),
    [
        ("terugbellen", "terugbellen", None),
        ("terugbellen, vrijdag", "terugbellen", date(2026, 11, 27)),
        ("terugbellen voor 5 mei", "terugbellen", date(2027, 5, 5)),
        ("brief sturen, uiterlijk morgen", "brief sturen", date(2026, 11, 23)),
        ("bellen voor informatie", "bellen voor informatie", None),
        ("morgenpost bekijken", "morgenpost bekijken", None),
    ],
)
def test_what_and_when_are_told_apart(typed: str, what: str, due: date | None) -> None:
    assert parse_promise(typed, SUNDAY) == NewPromise(what, due)


@pytest.mark.parametrize(
    "typed", ["terugbellen, 31 februari", "terugbellen voor 30-2-2027", "bellen, maandag 24 november 2026"]
)
def test_a_day_that_cannot_be_is_no_part_of_what_was_promised(typed: str) -> None:
    with pytest.raises(UnreadableDay):
        parse_promise(typed, SUNDAY)


@pytest.mark.parametrize(
    "typed", ["morgen", "vrijdag", "voor vrijdag", "uiterlijk 5 mei", "over 2 weken", " 5-12 "]
)
def test_a_day_alone_is_no_promise(typed: str) -> None:
    with pytest.raises(PromiseWithoutText):
        parse_promise(typed, SUNDAY)
    with pytest.raises(PromiseWithoutText):
        promised_text("--toezegging", typed, SUNDAY)


@pytest.mark.parametrize(
    ("due", "refused"),
    [(date(2026, 11, 21), True), (SUNDAY, False), (date(2026, 11, 23), False), (None, False)],
)
def test_a_promise_for_a_day_before_it_was_made_is_refused(due: date | None, *, refused: bool) -> None:
    promise = NewPromise("terugbellen", due)
    if not refused:
        refuse_past(promise, SUNDAY)
        return
    with pytest.raises(PromiseForPastDay) as past:
        refuse_past(promise, SUNDAY)
    assert (past.value.due, past.value.made_on) == (due, SUNDAY)
