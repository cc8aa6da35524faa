"""Fifty desks press Enter at the same moment: fifty incidents, one caller, and nobody is told to wait."""

from collections.abc import Callable

import pytest
from desk import Outcome
from soundness import unsound
from warm_desk import WarmDesk

pytestmark = pytest.mark.faults

_DESKS = 50
_NUMBER, _KEY = "06-87654321", "+31687654321"


def _all_at_once(desk: WarmDesk) -> list[Outcome]:
    """Let every process load first; the gates then open within a millisecond or two."""
    words = ("add", _NUMBER, "--soort", "schelden", "--wat")
    waiting = [desk.fork(*words, f"Gesprek van balie {number}.") for number in range(_DESKS)]
    for running in waiting:
        running.go()
    return [running.wait() for running in waiting]


@pytest.mark.parametrize("earlier", [0, 1], ids=["no logbook yet", "a logbook in use"])
def test_fifty_desks_report_the_same_new_number_at_once(
    desk: WarmDesk, earlier: int, tell_result: Callable[..., None]
) -> None:
    for _ in range(earlier):
        desk.add(number="020-1234567")

    ended = _all_at_once(desk)

    assert [outcome.status for outcome in ended] == [0] * _DESKS, ended
    assert all(outcome.out.startswith("Opgeslagen als incident") for outcome in ended)
    assert [o.err for o in ended if o.err and (earlier or not o.err.startswith("Nieuw logboek: "))] == []
    stored = [text for (text,) in desk.rows("SELECT wat FROM incident WHERE wat LIKE 'Gesprek van balie %'")]
    broken = unsound(desk.logbook)
    tell_result(
        "vijftig plekken leggen tegelijk vast",
        _DESKS,
        bevestigd_verloren=_DESKS - len(set(stored)),
        dubbel=len(stored) - len(set(stored)),
        kapot=len(broken),
    )
    told = "SELECT count(DISTINCT wat), count(DISTINCT beller) FROM incident WHERE wat LIKE 'Gesprek van balie %'"
    assert desk.rows(told) == [(_DESKS, 1)]
    assert desk.count("incident") == earlier + _DESKS
    assert desk.count("beller") == earlier + 1
    links = desk.rows("SELECT zekerheid FROM beller_nummer WHERE nummer = ?", _KEY)
    assert links == [("zeker",)]
    assert broken == []
