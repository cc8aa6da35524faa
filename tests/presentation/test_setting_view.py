"""What a change of the organisation's settings means, in words."""

import io

from agressielog.application.organisation import Changed, SettingChange, Settings
from agressielog.domain.setting import Setting
from agressielog.presentation.console import Screen
from agressielog.presentation.setting_view import SETTING_TEXTS, show_changes


def test_every_setting_has_a_purpose_and_a_question() -> None:
    assert list(SETTING_TEXTS) == list(Setting)


def test_another_policy_says_what_it_means() -> None:
    paper = io.StringIO()
    change = SettingChange(Setting.POLICY, None, "zorg")
    settings = Settings({Setting.POLICY: "zorg"}, {Setting.POLICY: "standaard"})
    show_changes(Screen(paper), Changed((change,), settings))
    assert paper.getvalue() == (
        "Opgeslagen, voor iedereen die met dit logboek werkt.\n"
        "  beleid: (leeg) → zorg\n"
        "Vanaf nu gelden de soorten, de ernst en de aanwijzingen van zorg,\n"
        "ook bij het opzoeken van eerdere incidenten; de ernst die daarbij is opgeslagen, blijft.\n"
    )
