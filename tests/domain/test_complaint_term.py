"""Until when the victim can complain: art. 66 lid 1 Sr, three months after the day it became known."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import story

from agressielog.domain.complaint_term import complaint_until
from agressielog.domain.policy import KindCode
from agressielog.domain.span import Span
from agressielog.domain.terms import Terms


@pytest.mark.parametrize(
    ("at", "last"),
    [
        (datetime(2026, 11, 20, 12, tzinfo=UTC), date(2027, 2, 20)),
        (datetime(2026, 11, 30, 12, tzinfo=UTC), date(2027, 2, 28)),
        (datetime(2027, 11, 30, 12, tzinfo=UTC), date(2028, 2, 29)),
        # Half past midnight in Amsterdam: the next day.
        (datetime(2026, 11, 19, 23, 30, tzinfo=UTC), date(2027, 2, 20)),
    ],
)
def test_it_ends_on_the_same_day_three_months_later(at: datetime, last: date) -> None:
    assert complaint_until(story.incident(at=at, kinds=(KindCode("belediging"),)), story.policy()) == last


@pytest.mark.parametrize(
    ("kinds", "needs"),
    [
        (("belediging",), True),  # art. 269 Sr
        (("belaging",), True),  # art. 285b lid 2 Sr
        (("bedreiging", "belediging"), True),
        (("bedreiging",), False),  # art. 285 Sr
        (("discriminatie",), False),
        (("schelden",), False),
    ],
)
def test_only_insult_and_stalking_wait_for_a_complaint(kinds: tuple[str, ...], needs: bool) -> None:
    told = story.incident(kinds=tuple(KindCode(kind) for kind in kinds))
    assert (complaint_until(told, story.policy()) is not None) is needs


def test_a_policy_may_set_a_shorter_term() -> None:
    policy = replace(story.policy(), terms=Terms(police_complaint=Span.parse("1 maand")))
    told = story.incident(kinds=(KindCode("belediging"),))
    assert complaint_until(told, policy) == date(2026, 12, 20)
