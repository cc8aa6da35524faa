"""What was promised in a call is a promise, for a day that was still to come."""

import pytest
from office import Office


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--toezegging", "terugbellen", "--voor", "19-11-2026"), "Een toezegging kan niet voor do 19 november 2026 zijn."),
        (("--toezegging", "morgen"), '"morgen" zegt wanneer, maar niet wat er is toegezegd.'),
    ],
)  # fmt: skip
def test_a_promise_for_a_day_before_the_call_or_without_words_is_refused(
    office: Office, words: tuple[str, ...], told: str
) -> None:
    shown = office.do("add", "0612345678", "-s", "schelden", "-w", "x", "-t", "20-11-2026 9:00", *words)
    assert (shown.status, shown.out, told in shown.err) == (2, "", True)


@pytest.mark.parametrize(
    ("moment", "due", "status"),
    [
        ((), "19-11-2026", 2),
        ((), "20-11-2026", 0),
        (("--wanneer", "18-11-2026 9:00"), "19-11-2026", 0),
        (("--wanneer", "21-11-2026 9:00"), "20-11-2026", 2),
    ],
)
def test_a_promise_that_is_told_afterwards_is_for_no_day_before_the_call_either(
    office: Office, moment: tuple[str, ...], due: str, status: int
) -> None:
    office.add("0612345678", "-s", "schelden", "-w", "x", "-t", "20-11-2026 9:00")
    shown = office.do("edit", "1", "--toezegging", "terugbellen", "--voor", due, *moment)
    assert shown.status == status
    assert ("Een toezegging kan niet voor" in shown.err) is (status == 2)


@pytest.mark.parametrize("due", ["20-11-2026", "21-11-2026", "vrijdag"])
def test_a_call_that_is_entered_late_may_hold_a_promise_for_a_day_since(office: Office, due: str) -> None:
    promise = ("--toezegging", "terugbellen", "--voor", due)
    assert (
        office.add("0612345678", "-s", "schelden", "-w", "x", "-t", "20-11-2026 9:00", *promise).status == 0
    )


def test_the_question_comes_again_until_the_day_is_still_to_come(office: Office) -> None:
    answers = [
        "schelden",
        "Schold mij uit.",
        "",
        "1",
        "terugbellen, gisteren",
        "morgen",
        "terugbellen, morgen",
        "",
    ]
    office.add("0687654321", "-s", "schelden", "-w", "x")
    shown = office.do("add", "0612345678", answers=answers).out
    assert "Een toezegging kan niet voor za 21 november 2026 zijn." in shown
    assert '"morgen" zegt wanneer, maar niet wat er is toegezegd.' in shown
    assert "  → terugbellen, voor ma 23 november 2026\n" in shown
