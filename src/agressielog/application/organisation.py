"""What an organisation sets once for every desk: reading it, and changing it in one write."""

from collections.abc import Mapping
from dataclasses import dataclass

from agressielog.application.ports import Deed, Store
from agressielog.domain.setting import Setting


@dataclass(frozen=True, slots=True)
class SettingChange:
    """One setting before and after; None where it was not, or is no longer, set."""

    setting: Setting
    before: str | None
    after: str | None


def change_settings(
    store: Store, deed: Deed, values: Mapping[Setting, str | None]
) -> tuple[SettingChange, ...]:
    """Set, change or (None) clear settings; what stays the same is not written.

    Nothing else in the logbook changes: a number is stored canonical, so another country only says how
    the next one is read.

    Args:
        store: the logbook; a store that may create one does.
        deed: who does this.
        values: cleaned (`clean_value`); a setting left out stays.

    Returns:
        What changed, in the order of `Setting`.
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
        return changes
