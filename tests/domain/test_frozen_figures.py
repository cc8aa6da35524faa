"""A report tells the same after records went: what they counted for is laid beside what is left."""

from dataclasses import fields, replace
from datetime import date, timedelta

import story
from fake_figures import figures_of
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.decision import Verdict
from agressielog.domain.duty import DutyKind
from agressielog.domain.figures import Figures
from agressielog.domain.follow_up import DutyTally, FollowUp, Kept
from agressielog.domain.frozen_figures import lost, together, unnamed
from agressielog.domain.frozen_follow_up import lost_follow_up, together_follow_up
from agressielog.domain.identity import CallerId
from agressielog.domain.incident import Incident
from agressielog.domain.ladder import MeasureCode
from agressielog.domain.period import PeriodSort, period_of
from agressielog.domain.policy import KindCode
from agressielog.domain.vocabulary import Channel, PoliceReport, Severity
from agressielog.storage import frozen_rows

NOVEMBER = period_of(PeriodSort.MONTH, story.TODAY)
_CALLERS = {CallerId(n): story.caller(n) for n in (1, 2, 3)}

_INCIDENTS = st.lists(
    st.builds(
        lambda caller, days, kind, severity, team, subject, flags: story.incident(
            caller=caller,
            at=story.NOW - timedelta(days=days, hours=days),
            kinds=(KindCode(kind),),
            severity=severity,
            team=team,
            subject=subject,
            channel=Channel.TELEPHONE,
            police_report=PoliceReport.NO if flags[0] else PoliceReport.YES,
            warned=flags[0],
            ended=flags[1],
            incomplete=flags[2],
        ),
        st.sampled_from(list(_CALLERS)),
        st.integers(0, 18),
        st.sampled_from(["schelden", "bedreiging"]),
        st.sampled_from(list(Severity)),
        st.sampled_from(["KCC", "kcc", "Balie", None]),
        st.sampled_from(["parkeren", "Parkeren", "Água", None]),
        st.tuples(st.booleans(), st.booleans(), st.booleans()),
    ),
    max_size=12,
)


def _figures(incidents: list[Incident]) -> Figures:
    return replace(figures_of(incidents, _CALLERS, NOVEMBER), repeat_callers=())


@given(_INCIDENTS, st.integers(0, 12))
def test_what_is_left_and_what_was_lost_are_what_it_was(incidents: list[Incident], kept: int) -> None:
    before, after = _figures(incidents), _figures(incidents[:kept])
    gone = lost(before, after, frozenset())
    assert together(after, gone) == before
    assert frozen_rows.from_text(frozen_rows.to_text(gone)) == gone
    assert (gone == Figures()) is (before == after)


def test_records_can_go_in_parts() -> None:
    calls = [story.incident(caller=CallerId(n % 3 + 1), subject=f"onderwerp {n % 2}") for n in range(7)]
    whole, half, none = _figures(calls), _figures(calls[:3]), _figures([])
    first, second = lost(whole, half, frozenset()), lost(half, none, frozenset())
    assert together(none, together(first, second)) == whole


def test_a_subject_that_only_one_caller_had_goes_with_the_caller() -> None:
    calls = [story.incident(subject="Over Zijn Moeder"), story.incident(subject="parkeren")]
    gone = lost(_figures(calls), Figures(), frozenset({"over zijn moeder"}))
    assert gone.per_subject == (("parkeren", 1), (None, 1))


def test_callers_who_are_still_there_are_named_and_those_who_went_only_counted() -> None:
    calls = [story.incident(caller=CallerId(1 + n // 2)) for n in range(4)]
    before, after = figures_of(calls, _CALLERS, NOVEMBER), figures_of(calls[:2], _CALLERS, NOVEMBER)
    shown = together(after, lost(before, after, frozenset()))
    assert (shown.callers, shown.repeating) == (2, 2)
    assert shown.repeat_callers == after.repeat_callers


@given(_INCIDENTS, st.integers(0, 12), st.sets(st.sampled_from(["parkeren", "Água"])))
def test_without_names_a_report_reads_the_same_before_and_after_records_went(
    incidents: list[Incident], kept: int, alone: set[str]
) -> None:
    private = frozenset(alone)
    before, after = (
        figures_of(incidents, _CALLERS, NOVEMBER),
        figures_of(incidents[:kept], _CALLERS, NOVEMBER),
    )
    gone = lost(before, after, private)
    assert unnamed(together(after, gone), private) == unnamed(before, private)
    assert not private & {
        name.lower() for name, _ in unnamed(before, private).per_subject if name and name.isascii()
    }


def test_without_names_only_the_names_are_missing() -> None:
    calls = [story.incident(subject="parkeren"), story.incident(subject="Over Zijn Moeder")]
    whole = figures_of(calls, _CALLERS, NOVEMBER)
    told = unnamed(whole, frozenset({"over zijn moeder"}))
    assert told.per_subject == (("parkeren", 1), (None, 1))
    assert (told.repeating, told.repeat_callers) == (whole.repeating, ())
    assert replace(told, per_subject=(), repeat_callers=()) == replace(
        whole, per_subject=(), repeat_callers=()
    )


def test_every_count_of_a_report_is_kept() -> None:
    """Whoever adds a figure to the report meets this: without it, the figure would change when records go."""
    filled = Figures(
        total=7,
        warned=7,
        ended=7,
        handed_over=7,
        any_limit=7,
        police=7,
        our_fault=7,
        withheld=7,
        incomplete=7,
        callers=7,
        repeating=7,
        per_kind=((KindCode("schelden"), 7),),
        per_severity=((Severity.LIGHT, 7),),
        per_team=((None, 7),),
        per_channel=((Channel.TELEPHONE, 7),),
        per_subject=(("parkeren", 7),),
        per_police_report=((PoliceReport.YES, 7),),
        per_hour_and_weekday=((9, 1, 7),),
        per_day=((date(2026, 11, 20), 7),),
    )
    assert [field.name for field in fields(Figures) if getattr(filled, field.name) == field.default] == [
        "repeat_callers"
    ]
    assert frozen_rows.from_text(frozen_rows.to_text(lost(filled, Figures(), frozenset()))) == filled
    assert together(Figures(), filled) == filled


_TOLD = FollowUp(
    reaction_hours=24,
    reactions=Kept(3, 1),
    care=Kept(2, 2),
    decided=((MeasureCode("contactverbod"), 2), (None, 1)),
    running=((MeasureCode("contactverbod"), 1),),
    objections=2,
    verdicts=((Verdict.UPHELD, 1), (Verdict.PARTLY, 1)),
    good_calls=4,
    duties=(DutyTally(DutyKind.REACTION, 1, 2), DutyTally(DutyKind.BACKUP, 0, 1)),
)
_LEFT = FollowUp(
    reaction_hours=24,
    reactions=Kept(1, 0),
    care=Kept(2, 1),
    decided=((MeasureCode("contactverbod"), 1),),
    objections=1,
    verdicts=((Verdict.PARTLY, 1),),
    good_calls=4,
    duties=(DutyTally(DutyKind.REACTION, 0, 1), DutyTally(DutyKind.BACKUP, 0, 1)),
)


def test_the_follow_up_of_what_went_is_kept_too() -> None:
    gone = lost_follow_up(_TOLD, _LEFT)
    assert together_follow_up(_LEFT, gone) == _TOLD
    assert together_follow_up(_LEFT, frozen_rows.follow_up_from(frozen_rows.follow_up_to_text(gone))) == _TOLD
    assert together_follow_up(_LEFT, FollowUp()) == _LEFT
