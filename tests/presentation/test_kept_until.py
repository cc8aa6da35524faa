"""Until when an incident is kept, as its caller reads it."""

from datetime import date

import pytest
import story

from agressielog.application.access import KeptIncident
from agressielog.domain.retention import Judged, RecordKind, RetentionReason
from agressielog.presentation.access_page import kept_until

ENDS = date(2027, 11, 20)
INCIDENT, LINK = RecordKind.INCIDENT, RecordKind.LINK


def _told(judged: Judged | None) -> str | None:
    return kept_until(KeptIncident(incident=story.incident(1), surely=True, term=None, judged=judged))


@pytest.mark.parametrize(
    ("kind", "goes", "reason", "ends", "told"),
    [
        (INCIDENT, False, RetentionReason.TERM_RUNS, ENDS, "tot en met 20 november 2027"),
        (
            *(INCIDENT, False, RetentionReason.HELD, ENDS),
            "tot en met 20 november 2027; langer zolang een klacht of zaak loopt",
        ),
        (
            *(INCIDENT, True, RetentionReason.TERM_OVER, ENDS),
            "tot en met 20 november 2027; het gaat weg bij het eerstvolgende opschonen",
        ),
        (LINK, False, RetentionReason.TERM_RUNS, ENDS, "dat u dit was tot en met 20 november 2027"),
    ],
    ids=["the term runs", "held", "the term is over", "only whose it was"],
)
def test_the_day_and_what_keeps_it_longer_are_told(
    kind: RecordKind, goes: bool, reason: RetentionReason, ends: date | None, told: str
) -> None:
    assert _told(Judged(kind=kind, number=1, goes=goes, reason=reason, term_ends=ends)) == told


def test_nothing_is_told_of_a_term_that_cannot_be() -> None:
    assert _told(None) is None
