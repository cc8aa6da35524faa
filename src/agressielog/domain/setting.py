"""What an organisation sets once for every desk: the keys, their questions, and what they may hold."""

import difflib
import re
from enum import StrEnum

from agressielog.domain.errors import UnreadableValue, WrongUse
from agressielog.domain.text import fold, keep_line
from agressielog.domain.vocabulary import Country


class UnknownSetting(WrongUse):
    """No setting has this key."""

    key: str
    nearest: tuple[str, ...]
    known: tuple[str, ...]


class Setting(StrEnum):
    """The settings of a logbook, in the order in which they are asked."""

    ORGANISATION = "organisatie"
    COUNTRY = "land"
    POLICY = "beleid"
    DECIDER = "beslisser"
    REPORT_TO = "meldpunt"
    BACKUP_FOLDER = "reservemap"
    POSTAL_ADDRESS = "postadres"
    PRIVACY_CONTACT = "privacycontact"
    CONTACT_POINT = "contactpunt"
    COMPLAINTS_BODY = "klachtinstantie"


#: Marks the logbook that `demo` makes; set by the program only.
DEMO_MARK = "demo"
#: Prefix of the column maps that `import` keeps, one per header row; set by the program only.
COLUMN_MAP = "kolommen."
#: The organisation's own texts for `tips`, as its file had them; set by `tips --gebruik` only.
TIP_TEXTS = "tipsteksten"

_COUNTRY_NAMES = {
    "nederland": Country.NETHERLANDS,
    "belgie": Country.BELGIUM,
    "duitsland": Country.GERMANY,
}
# From the root, a drive or a server: `/srv/reserve`, `C:\reserve`, `\\server\reserve`.
_FULL_PATH = re.compile(r"/|[A-Za-z]:[\\/]|\\\\")


def parse_setting(raw: str) -> Setting:
    """Find a setting by its key.

    Raises:
        UnknownSetting: with the nearest keys.
    """
    wanted = raw.strip().casefold()
    known = tuple(setting.value for setting in Setting)
    if wanted not in known:
        raise UnknownSetting(raw, tuple(difflib.get_close_matches(wanted, known, n=2)), known)
    return Setting(wanted)


def clean_value(setting: Setting, raw: str, policies: tuple[str, ...]) -> str:
    """Return the value to store for a setting.

    Args:
        setting: which one.
        raw: as typed.
        policies: the names of policies there are.

    Raises:
        UnreadableValue: not one of the values there are, or a folder that is another one at every desk.
        TextEmpty, TextTooLong, TextUnstorable.
    """
    value = keep_line(setting.value, raw)
    match setting:
        case Setting.COUNTRY:
            code = _COUNTRY_NAMES.get(fold(value), value.upper())
            return _one_of(setting, code, value, tuple(country.value for country in Country))
        case Setting.POLICY:
            return _one_of(setting, value, value, policies)
        case Setting.BACKUP_FOLDER if not _FULL_PATH.match(value):
            raise UnreadableValue(setting.value, value)
        case _:
            return value


def _one_of(setting: Setting, value: str, typed: str, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise UnreadableValue(setting.value, typed, choices)
    return value
