"""What back-ups are called, and which make room."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.backup_name import backup_moment, backup_name, backups_among, too_old

_MOMENTS = st.integers(0, 4_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))


def test_a_name_tells_the_moment_in_utc() -> None:
    at = datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=1)))
    assert backup_name(at) == "agressielog-20261025T013000Z.db"


@given(_MOMENTS)
def test_the_moment_comes_back_to_the_second(at: datetime) -> None:
    assert backup_moment(backup_name(at)) == at.replace(microsecond=0)


@given(st.lists(_MOMENTS, max_size=8, unique_by=lambda at: at.replace(microsecond=0)))
def test_names_in_order_are_moments_in_order(moments: list[datetime]) -> None:
    names = [backup_name(at) for at in moments]
    assert backups_among(names) == [backup_name(at) for at in sorted(moments, reverse=True)]


@pytest.mark.parametrize(
    "name",
    [
        "logboek.db",
        "agressielog-20261322T101500Z.db",
        "agressielog-20261122T101500Z.db.deel",
        "voor-herstel-agressielog-20261122T101500Z.db",
        "agressielog-20261122T101500Z.DB",
        "agressielog-２0261122T101500Z.db",
    ],
)
def test_what_is_none_of_ours_never_makes_room(name: str) -> None:
    assert backup_moment(name) is None
    assert too_old([name, name], 1) == []


def test_the_newest_stay() -> None:
    names = [backup_name(datetime(2026, 11, day, tzinfo=UTC)) for day in (3, 1, 2)]
    assert too_old([*names, "logboek.db"], 2) == ["agressielog-20261101T000000Z.db"]
