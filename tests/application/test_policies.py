"""The policies of a logbook, on every sort of logbook."""

from datetime import UTC, date, datetime

import pytest
import story
from fake_store import FakeStore

from agressielog.application.organisation import change_settings
from agressielog.application.policies import PolicySource, check_policy, list_policies, use_policy
from agressielog.application.ports.logbook import Store
from agressielog.application.settings_errors import PolicyFaulty
from agressielog.domain.incident import Incident
from agressielog.domain.policy_history import UsedPolicy
from agressielog.domain.setting import Setting
from agressielog.settings.policy_file import read_policy, shipped_names, shipped_policy, shipped_text

SPRING, SUMMER = datetime(2026, 4, 3, 12, tzinfo=UTC), datetime(2026, 7, 1, 12, tzinfo=UTC)
STANDARD = shipped_policy("standaard")


def _source(name: str, *, extra: str = "") -> PolicySource:
    text = shipped_text(name) + extra
    return PolicySource(read_policy(name, text), text, name)


def _without(kind: str) -> PolicySource:
    text = shipped_text("standaard")
    start = text.index(f'[[soort]]\ncode = "{kind}"')
    text = text[:start] + text[text.index("[[soort]]", start + 1) :]
    return PolicySource(read_policy("eigen", text), text, "eigen.toml")


def _recorded(store: Store) -> Incident:
    """Record a threat in which there was swearing as well."""
    with store.writing(story.deed()) as tx:
        return tx.add_incident(story.new_incident(kinds=(story.THREAT, story.SWEARING)))


def _policies(store: Store) -> list[UsedPolicy]:
    with store.reading() as reading:
        return list(reading.policies())


def test_a_policy_is_kept_with_its_text_its_moment_and_who_did_it(store: Store) -> None:
    source = _source("klantenservice")
    done = use_policy(store, story.deed(at=SPRING, name="Anna"), source, STANDARD)
    assert _policies(store) == [
        UsedPolicy(
            name="klantenservice",
            version="2026-11",
            sha256=source.policy.sha256,
            text=source.text,
            since=SPRING,
            by="Anna",
        )
    ]
    assert (done.before, done.after, done.since) == (STANDARD, source.policy, SPRING)


def test_the_earlier_ones_stay(store: Store) -> None:
    use_policy(store, story.deed(at=SPRING), _source("klantenservice"), STANDARD)
    use_policy(store, story.deed(at=SUMMER), _source("gedragsmatrix"), STANDARD)
    with store.reading() as reading:
        days = (date(2020, 1, 1), SPRING.date(), date(2026, 6, 30), SUMMER.date())
        used = [reading.policy_in_use_on(day) for day in days]
    assert [policy.name for policy in used if policy is not None] == [
        "klantenservice",
        "klantenservice",
        "klantenservice",
        "gedragsmatrix",
    ]


def test_where_none_was_used_none_is_in_use(store: Store) -> None:
    with store.reading() as reading:
        assert (reading.policy_in_use_on(SPRING.date()), list(reading.policies())) == (None, [])


def test_the_same_text_again_is_no_change_and_another_text_is_one(store: Store) -> None:
    use_policy(store, story.deed(at=SPRING), _source("klantenservice"), STANDARD)
    again = use_policy(store, story.deed(at=SUMMER), _source("klantenservice"), STANDARD)
    assert again.since is None
    assert len(_policies(store)) == 1
    use_policy(store, story.deed(at=SUMMER), _source("klantenservice", extra="# anders\n"), STANDARD)
    assert len(_policies(store)) == 2


def test_the_setting_and_the_policy_are_one(store: Store) -> None:
    use_policy(store, story.deed(at=SPRING), _source("klantenservice"), STANDARD)
    with store.reading() as reading:
        assert reading.setting(Setting.POLICY.value) == "klantenservice"
    change_settings(
        store, story.deed(at=SUMMER), {Setting.POLICY: "gedragsmatrix"}, {}, _source("gedragsmatrix")
    )
    assert [policy.name for policy in _policies(store)] == ["klantenservice", "gedragsmatrix"]


def test_a_policy_that_lacks_a_kind_in_use_is_refused_and_the_old_one_stays(store: Store) -> None:
    _recorded(store)
    for source in (_without("schelden"), _without("bedreiging")):
        with pytest.raises(PolicyFaulty) as faulty:
            use_policy(store, story.deed(), source, STANDARD)
        assert faulty.value.name == "eigen.toml"
        with pytest.raises(PolicyFaulty):
            check_policy(store, source)
        with pytest.raises(PolicyFaulty):
            change_settings(store, story.deed(), {Setting.POLICY: "standaard"}, {}, source)
    assert _policies(store) == []
    with store.reading() as reading:
        assert reading.setting(Setting.POLICY.value) is None


def test_every_kind_in_use_is_found_main_or_further(store: Store) -> None:
    _recorded(store)
    with store.reading() as reading:
        assert reading.kinds_in_use() == {story.THREAT, story.SWEARING}


def test_what_is_stored_does_not_change_with_the_policy(store: Store) -> None:
    recorded = _recorded(store)
    use_policy(store, story.deed(), _source("gedragsmatrix"), STANDARD)
    with store.reading() as reading:
        assert reading.incident(recorded.id) == recorded


def test_without_a_logbook_a_policy_is_checked_by_itself() -> None:
    check_policy(FakeStore(), _without("schelden"))


def test_the_list_has_what_is_shipped_and_what_was_used_and_marks_what_is_in_use(store: Store) -> None:
    own = _source("standaard", extra="# anders\n")
    for at, source in ((SPRING, _source("klantenservice")), (SUMMER, own)):
        use_policy(store, story.deed(at=at), source, STANDARD)
    shipped = [shipped_policy(name) for name in shipped_names()]
    listed = list_policies(_policies(store), shipped, own.policy)
    assert [(entry.name, entry.shipped, entry.used, entry.in_use) for entry in listed] == [
        ("gedragsmatrix", True, (), False),
        ("gele-rode-kaart", True, (), False),
        ("klantenservice", True, (SPRING,), False),
        ("standaard", True, (), False),
        ("standaard", False, (SUMMER,), True),
    ]
