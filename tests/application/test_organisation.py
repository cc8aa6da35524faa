"""The organisation's settings, on every sort of logbook."""

import story
from fake_store import FakeStore
from story import MOBILE

from agressielog.application.organisation import SettingChange, change_settings, settings_from
from agressielog.application.ports.logbook import Store
from agressielog.domain.setting import DEMO_MARK, Setting

DEFAULTS = {Setting.COUNTRY: "NL"}


def _set(store: Store, setting: Setting, value: str | None) -> tuple[SettingChange, ...]:
    return change_settings(store, story.deed("instelling"), {setting: value}, DEFAULTS).changes


def _settings(store: Store) -> dict[str, str]:
    with store.reading() as reading:
        return dict(reading.settings())


def test_a_setting_is_made_changed_and_cleared(store: Store) -> None:
    steps = [("toestel 123", None), ("toestel 456", "toestel 123"), (None, "toestel 456")]
    for value, before in steps:
        assert _set(store, Setting.REPORT_TO, value) == (SettingChange(Setting.REPORT_TO, before, value),)
    assert _settings(store) == {}


def test_what_stays_the_same_is_no_change(store: Store) -> None:
    _set(store, Setting.REPORT_TO, "toestel 123")
    assert _set(store, Setting.REPORT_TO, "toestel 123") == ()
    assert _set(store, Setting.DECIDER, None) == ()


def test_several_settings_change_in_one_write_and_are_told_in_their_order(store: Store) -> None:
    values = {Setting.COUNTRY: "BE", Setting.DECIDER: None, Setting.ORGANISATION: "Ons Dorp"}
    changed = change_settings(store, story.deed(), values, DEFAULTS)
    assert [change.setting for change in changed.changes] == [Setting.ORGANISATION, Setting.COUNTRY]
    assert _settings(store) == {"land": "BE", "organisatie": "Ons Dorp"}


def test_a_setting_that_is_left_out_stays(store: Store) -> None:
    _set(store, Setting.ORGANISATION, "Ons Dorp")
    _set(store, Setting.COUNTRY, "BE")
    assert _settings(store) == {"land": "BE", "organisatie": "Ons Dorp"}


def test_the_marks_of_the_program_itself_are_left_alone(store: Store) -> None:
    with store.writing(story.deed()) as tx:
        tx.change_setting(DEMO_MARK, "ja")
    change_settings(store, story.deed(), dict.fromkeys(Setting), DEFAULTS)
    assert _settings(store) == {DEMO_MARK: "ja"}


def test_another_country_changes_no_stored_number(store: Store) -> None:
    recorded = story.recorded(store)
    _set(store, Setting.COUNTRY, "BE")
    with store.reading() as reading:
        assert reading.incident(recorded.incident.id).number == MOBILE
        assert [caller.numbers for caller in reading.callers_of(MOBILE)] == [
            recorded.caller.numbers if recorded.caller else None
        ]


def test_the_first_setting_makes_the_logbook() -> None:
    store = FakeStore(may_create=True)
    _set(store, Setting.ORGANISATION, "Ons Dorp")
    assert _settings(store) == {"organisatie": "Ons Dorp"}


def test_what_holds_is_what_was_set_or_else_the_default() -> None:
    settings = settings_from({"organisatie": "Ons Dorp", DEMO_MARK: "ja"}, DEFAULTS)
    assert [settings.in_force(setting) for setting in Setting][:3] == ["Ons Dorp", "NL", None]
    assert settings.made == {Setting.ORGANISATION: "Ons Dorp"}


def test_a_change_tells_how_the_settings_are_now(store: Store) -> None:
    _set(store, Setting.ORGANISATION, "Ons Dorp")
    changed = change_settings(store, story.deed(), {Setting.COUNTRY: "BE"}, DEFAULTS)
    assert changed.settings == settings_from({"organisatie": "Ons Dorp", "land": "BE"}, DEFAULTS)
