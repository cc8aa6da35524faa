"""The keys of the organisation's settings, and what they may hold."""

import pytest

from agressielog.domain.errors import TextEmpty, UnreadableValue
from agressielog.domain.setting import Setting, UnknownSetting, clean_value, parse_setting

POLICIES = ("standaard", "zorg")


@pytest.mark.parametrize("setting", Setting)
def test_a_setting_is_found_by_its_key(setting: Setting) -> None:
    assert parse_setting(f" {setting.value.upper()} ") is setting


def test_an_unknown_key_names_the_nearest() -> None:
    with pytest.raises(UnknownSetting) as refused:
        parse_setting("meldpun")
    assert refused.value.nearest == ("meldpunt",)
    assert refused.value.known == tuple(setting.value for setting in Setting)


@pytest.mark.parametrize(
    ("setting", "raw", "value"),
    [
        (Setting.ORGANISATION, "  Gemeente Ons Dorp ", "Gemeente Ons Dorp"),
        (Setting.COUNTRY, "be", "BE"),
        (Setting.COUNTRY, "België", "BE"),
        (Setting.COUNTRY, "NEDERLAND", "NL"),
        (Setting.COUNTRY, "duitsland", "DE"),
        (Setting.POLICY, "zorg", "zorg"),
        (Setting.BACKUP_FOLDER, "/srv/reserve", "/srv/reserve"),
        (Setting.BACKUP_FOLDER, "D:\\reserve", "D:\\reserve"),
        (Setting.BACKUP_FOLDER, "d:/reserve", "d:/reserve"),
        (Setting.BACKUP_FOLDER, "\\\\server\\reserve", "\\\\server\\reserve"),
        (Setting.POSTAL_ADDRESS, "Postbus 1\n1234 AB Ons Dorp", "Postbus 1 1234 AB Ons Dorp"),
    ],
)
def test_a_value_is_kept_as_it_is_meant(setting: Setting, raw: str, value: str) -> None:
    assert clean_value(setting, raw, POLICIES) == value


@pytest.mark.parametrize(
    ("setting", "raw", "choices"),
    [
        (Setting.COUNTRY, "Frankrijk", ("NL", "BE", "DE")),
        (Setting.POLICY, "streng", POLICIES),
        (Setting.BACKUP_FOLDER, "reserve", ()),
        (Setting.BACKUP_FOLDER, "~/reserve", ()),
    ],
)
def test_a_value_that_no_desk_can_use_is_refused_with_the_choices_there_are(
    setting: Setting, raw: str, choices: tuple[str, ...]
) -> None:
    with pytest.raises(UnreadableValue) as refused:
        clean_value(setting, raw, POLICIES)
    assert (refused.value.field, refused.value.raw, refused.value.choices) == (setting.value, raw, choices)


@pytest.mark.parametrize("setting", Setting)
def test_nothing_is_no_value(setting: Setting) -> None:
    with pytest.raises(TextEmpty):
        clean_value(setting, " ", POLICIES)
