"""What an organisation sets once for every desk: reading it, and changing it in one write."""

from collections.abc import Mapping

from agressielog.application.policies import PolicySource, put_in_use
from agressielog.application.ports.logbook import Store
from agressielog.application.ports.records import Deed
from agressielog.domain.setting import Setting
from agressielog.domain.value import value


@value
class Settings:
    """The settings of a logbook; `defaults` is what holds where nothing was set."""

    made: Mapping[Setting, str]
    defaults: Mapping[Setting, str]

    def in_force(self, setting: Setting) -> str | None:
        """Return the value that holds; None for nothing."""
        return self.made.get(setting, self.defaults.get(setting))


@value
class SettingChange:
    """One setting before and after; None where it was not, or is no longer, set."""

    setting: Setting
    before: str | None
    after: str | None


@value
class Changed:
    """What changed, in the order of `Setting`, and how the settings are now."""

    changes: tuple[SettingChange, ...]
    settings: Settings


def settings_from(stored: Mapping[str, str], defaults: Mapping[Setting, str]) -> Settings:
    """Return the organisation's settings among all that the logbook keeps by key."""
    return Settings({setting: stored[setting] for setting in Setting if setting in stored}, defaults)


def change_settings(
    store: Store,
    deed: Deed,
    values: Mapping[Setting, str | None],
    defaults: Mapping[Setting, str],
    policy: PolicySource | None = None,
) -> Changed:
    """Set, change or (None) clear settings; what stays the same is not written.

    Nothing else in the logbook changes: a number is stored canonical, so another country only says how
    the next one is read.

    Args:
        store: the logbook; a store that may create one does.
        deed: who does this.
        values: cleaned (`clean_value`); a setting left out stays.
        defaults: what holds where nothing was set.
        policy: what the setting `beleid` names from now on; it is put in use with the rest.

    Raises:
        PolicyFaulty: the logbook has a kind that this policy neither has nor replaces.
    """
    with store.writing(deed) as tx:
        wanted = [
            SettingChange(setting, tx.setting(setting.value), values[setting])
            for setting in Setting
            if setting in values
        ]
        changes = tuple(change for change in wanted if change.before != change.after)
        for change in changes:
            tx.change_setting(change.setting.value, change.after)
        if policy is not None:
            put_in_use(tx, policy)
        return Changed(changes, settings_from(tx.settings(), defaults))
