"""Which rung a measure stands for, and what goes with it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import story
from deciding import ON, POLICY, call, reasons, take
from decisions import WARNING, on_the_day
from fake_store import FakeStore

from agressielog.application.measure_errors import (
    UnfitForRung,
)
from agressielog.domain.ladder import MeasureCode
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.policy import Policy
from agressielog.domain.span import Span


def with_companion(companion: str) -> Policy:
    """Return `standaard` with a measure that goes with the ban of three months."""
    ladder = POLICY.ladder
    assert ladder is not None
    rungs = tuple(
        replace(rung, companions=(MeasureCode(companion),)) if rung.code == "verbod_3_maanden" else rung
        for rung in ladder.rungs
    )
    return replace(POLICY, ladder=replace(ladder, rungs=rungs))


@pytest.mark.parametrize(
    ("companion", "last"), [("ordegesprek", None), ("contactbeperking", date(2027, 2, 19))]
)
def test_what_goes_with_a_measure_departs_from_nothing_and_holds_no_rung(
    fake_store: FakeStore, companion: str, last: date | None
) -> None:
    policy = with_companion(companion)
    threat = call(fake_store, "bedreiging")
    main = take(fake_store, policy=policy).decision
    told = take(fake_store, policy=policy, measure=companion).decision
    assert (main.rung, told.rung, told.last) == ("verbod_3_maanden", None, last)
    assert told.incidents == main.incidents == (threat.id,)
    shorter = take(fake_store, policy=policy, measure=companion, incidents=main.incidents)
    assert shorter.decision.rung is None


def test_the_end_of_what_goes_with_a_measure_can_be_chosen(fake_store: FakeStore) -> None:
    policy = with_companion("contactbeperking")
    call(fake_store, "bedreiging")
    take(fake_store, policy=policy, first=date(2026, 12, 1))
    told = take(fake_store, policy=policy, measure="contactbeperking", length=Span.parse("1 maand")).decision
    assert (told.first, told.last) == (date(2026, 12, 1), date(2026, 12, 31))


def test_what_goes_with_a_measure_departs_while_that_is_not_given_or_no_longer_stands(
    fake_store: FakeStore,
) -> None:
    policy = with_companion("ordegesprek")
    call(fake_store, "bedreiging")
    assert reasons(fake_store, policy=policy, measure="ordegesprek") == ["afwijking_zonder_reden"]
    main = take(fake_store, policy=policy).decision
    other = call(fake_store, "bedreiging", day=ON)
    assert reasons(fake_store, policy=policy, measure="ordegesprek") == ["afwijking_zonder_reden"]
    assert reasons(fake_store, policy=policy, measure="ordegesprek", incidents=(other.id,)) == [
        "afwijking_zonder_reden"
    ]
    with fake_store.writing(story.deed("maatregel end")) as tx:
        tx.replace_decision(replace(main, ended=Ended(EndKind.WITHDRAWN, ON, "x")))
    assert reasons(fake_store, policy=policy, measure="ordegesprek", incidents=main.incidents) == [
        "afwijking_zonder_reden"
    ]


@pytest.mark.parametrize(
    ("measure", "rung"),
    [
        ("ordegesprek", "verbod_1_maand"),
        ("schriftelijke_waarschuwing", "verbod_3_maanden"),
        ("contactverbod", "schriftelijk"),
        ("contactbeperking", "mondeling"),
    ],
)
def test_a_measure_without_an_end_never_stands_for_a_ban_nor_a_ban_for_a_warning(
    fake_store: FakeStore, measure: str, rung: str
) -> None:
    call(fake_store, "bedreiging")
    with pytest.raises(UnfitForRung):
        take(fake_store, measure=measure, rung=rung, deviation="x")


def test_a_restriction_may_stand_for_a_ban(fake_store: FakeStore) -> None:
    call(fake_store, "bedreiging")
    told = take(fake_store, measure="contactbeperking", rung="verbod_1_maand", deviation="x").decision
    assert (told.measure, told.rung) == ("contactbeperking", "verbod_1_maand")


def test_a_rung_that_is_named_is_no_companion(fake_store: FakeStore) -> None:
    policy = with_companion("schriftelijke_waarschuwing")
    call(fake_store, "bedreiging")
    main = take(fake_store, policy=policy).decision
    wish = {"rung": "schriftelijk", "incidents": main.incidents}
    assert reasons(fake_store, policy=policy, **wish) == ["afwijking_zonder_reden"]


def test_on_a_day_before_the_measure_nothing_goes_with_it(fake_store: FakeStore) -> None:
    policy = with_companion("ordegesprek")
    threat = call(fake_store, "bedreiging", day=date(2026, 11, 18))
    take(fake_store, policy=policy)
    early: dict[str, Any] = {"measure": "ordegesprek", "incidents": (threat.id,)}
    assert reasons(fake_store, policy=policy, on=date(2026, 11, 19), **early) == ["afwijking_zonder_reden"]


def test_without_safeguards_a_ban_is_reviewed_half_way_all_the_same(fake_store: FakeStore) -> None:
    call(fake_store, "bedreiging")
    assert take(fake_store, policy=replace(POLICY, safeguards=None)).decision.review_on == date(2027, 1, 5)


def test_without_a_ladder_a_measure_stands_for_no_rung_and_a_warning_counts_through_the_window(
    fake_store: FakeStore,
) -> None:
    call(fake_store)
    bare = replace(POLICY, ladder=None)
    told = take(
        fake_store, policy=bare, measure=str(WARNING), deviation="x", delivered=on_the_day(ON)
    ).decision
    assert (told.rung, told.valid_until) == (None, date(2027, 11, 20))


def test_of_a_range_the_decider_chooses_the_length(fake_store: FakeStore) -> None:
    call(fake_store, "bedreiging")
    ladder = POLICY.ladder
    assert ladder is not None
    wide = tuple(
        replace(rung, longest=Span.parse("6 maanden")) if rung.code == "verbod_3_maanden" else rung
        for rung in ladder.rungs
    )
    ranged = replace(POLICY, ladder=replace(ladder, rungs=wide))
    assert reasons(fake_store, policy=ranged) == ["geen_einde"]
    assert take(fake_store, policy=ranged, length=Span.parse("6 maanden")).decision.last == date(2027, 5, 19)
