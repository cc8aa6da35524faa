"""The composition root: settings, logbook, policy and the moment become one `App`."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from agressielog import clock
from agressielog.application.errors import LogbookMissing
from agressielog.application.ports import Deed, Store
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import Policy
from agressielog.domain.setting import DEMO_MARK, Setting
from agressielog.domain.text import keep_line
from agressielog.domain.ulid import RANDOM_BYTES, Ulid, make_ulid
from agressielog.domain.vocabulary import Country
from agressielog.settings import places
from agressielog.settings.personal import Personal, read_personal
from agressielog.settings.policy_file import DEFAULT_POLICY, shipped_policy


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """Everything a command needs, fixed at the moment it started.

    Attributes:
        path: the logbook.
        is_new: whether the logbook still has to be made.
        settings: the organisation's settings, by key.
        personal: the user's own habits.
        now: aware UTC moment at which the command started.
        login, name: who is acting, as known to the computer and as claimed.
    """

    path: Path
    store: Store
    is_new: bool
    settings: dict[str, str]
    personal: Personal
    policy: Policy
    now: datetime
    login: str
    name: str

    @property
    def today(self) -> date:
        """The local day."""
        return local_day(self.now)

    @property
    def country(self) -> Country:
        """The country whose numbers need no country code."""
        return Country(self.settings.get(Setting.COUNTRY, Country.NETHERLANDS))

    @property
    def is_demo(self) -> bool:
        """Whether this is the fictitious logbook that `demo` makes."""
        return DEMO_MARK in self.settings

    def deed(self, command: str) -> Deed:
        """Return the identity of one write by this user, now."""
        return Deed(self.new_ulid(), self.now, self.login, self.name, command)

    def new_ulid(self) -> Ulid:
        """Return a fresh identity."""
        return make_ulid(self.now, secrets.token_bytes(RANDOM_BYTES))


def open_app(db: Path | None, as_name: str | None, *, may_create: bool = False) -> App:
    """Put the parts together.

    Args:
        db: the logbook, or None for the user's own.
        as_name: who is acting, or None for the login name.
        may_create: whether the command may start a new logbook.

    Raises:
        LogbookMissing: there is none and the command may not make one.
        TextTooLong, TextUnstorable, TextEmpty: nobody can be called that.
        ConfigFaulty, PolicyFaulty, and the `FileTrouble` and `Damaged` families.
    """
    from agressielog.storage.store import SqliteStore

    path = (db if db is not None else places.logbook_path()).expanduser()
    store = SqliteStore(path, may_create=may_create)
    settings, is_new = _settings(store, may_create=may_create)
    login = places.login_name()
    return App(
        path=path,
        store=store,
        is_new=is_new,
        settings=settings,
        personal=read_personal(places.config_path()),
        policy=shipped_policy(settings.get(Setting.POLICY, DEFAULT_POLICY)),
        now=clock.now(),
        login=login,
        name=keep_line("--als", as_name) if as_name else login,
    )


def unsafe_place(path: Path) -> str | None:
    """Return the network drive or synchronised folder *path* is in, for a warning; None if it is local."""
    return places.network_drive(path) or places.synced_folder(path)


def _settings(store: Store, *, may_create: bool) -> tuple[dict[str, str], bool]:
    """Return the settings, and whether there is no logbook yet to hold any.

    Only reading tells: a file may look like a logbook until SQLite has undone the first write, which was killed.
    """
    try:
        with store.reading() as reading:
            return dict(reading.settings()), False
    except LogbookMissing:
        if not may_create:
            raise
        return {}, True
