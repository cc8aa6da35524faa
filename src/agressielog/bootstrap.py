"""The composition root: settings, logbook, policy and the moment become one `App`."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from agressielog import clock
from agressielog.application.errors import LogbookMissing
from agressielog.application.measures import Ruling
from agressielog.application.policies import PolicySource
from agressielog.application.ports import Deed, Store
from agressielog.application.settings_errors import UnknownPolicy
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import Policy
from agressielog.domain.policy_history import UsedPolicy, in_use_on
from agressielog.domain.setting import DEMO_MARK, Setting
from agressielog.domain.text import keep_line
from agressielog.domain.ulid import RANDOM_BYTES, Ulid, make_ulid
from agressielog.domain.vocabulary import Country
from agressielog.settings import places
from agressielog.settings.personal import Personal, read_personal
from agressielog.settings.policy_file import (
    DEFAULT_POLICY,
    policy_file_text,
    read_policy,
    shipped_names,
    shipped_policy,
    shipped_text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """Everything a command needs, fixed at the moment it started.

    Attributes:
        path: the logbook.
        is_new: whether the logbook still has to be made.
        settings: the organisation's settings, by key.
        personal: the user's own habits.
        policy: the one in use today.
        used_policies: every policy that was put in use, oldest first.
        now: aware UTC moment at which the command started.
        login, name: who is acting, as known to the computer and as claimed.
    """

    path: Path
    store: Store
    is_new: bool
    settings: dict[str, str]
    personal: Personal
    policy: Policy
    used_policies: tuple[UsedPolicy, ...]
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

    def policy_on(self, day: date) -> Policy:
        """Return the policy in use on a local day; before the first one, the first."""
        used = in_use_on(self.used_policies, day)
        if used is None or used.sha256 == self.policy.sha256:
            return self.policy
        return read_policy(used.name, used.text)

    def ruling(self, day: date) -> Ruling:
        """Return what a decision of this local day is taken under."""
        keep = None if self.used_policies else self.policy_source(DEFAULT_POLICY)
        return Ruling(policy=self.policy_on(day), on=day, country=self.country, keep=keep)

    @property
    def policy_names(self) -> tuple[str, ...]:
        """The names by which a policy can be put in use: the shipped ones, then the organisation's own."""
        own = sorted({policy.name for policy in self.used_policies} - set(shipped_names()))
        return (*shipped_names(), *own)

    def policy_source(self, named: str) -> PolicySource:
        """Find a policy by its name, or read it from a file.

        Raises:
            UnknownPolicy: there is neither such a name nor such a file.
            PolicyFaulty, OSError.
        """
        if named in shipped_names():
            text = shipped_text(named)
        elif named in self.policy_names:
            text = next(used.text for used in reversed(self.used_policies) if used.name == named)
        elif Path(named).exists():
            text = policy_file_text(Path(named))
        else:
            raise UnknownPolicy(named, self.policy_names)
        return PolicySource(read_policy(named, text), text, named)

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
    settings, used, is_new = _kept(store, may_create=may_create)
    now, login = clock.now(), places.login_name()
    in_use = in_use_on(used, local_day(now))
    return App(
        path=path,
        store=store,
        is_new=is_new,
        settings=settings,
        personal=read_personal(places.config_path()),
        policy=read_policy(in_use.name, in_use.text)
        if in_use is not None
        else shipped_policy(DEFAULT_POLICY),
        used_policies=used,
        now=now,
        login=login,
        name=keep_line("--als", as_name) if as_name else login,
    )


def unsafe_place(path: Path) -> str | None:
    """Return the network drive or synchronised folder *path* is in, for a warning; None if it is local."""
    return places.network_drive(path) or places.synced_folder(path)


def _kept(store: Store, *, may_create: bool) -> tuple[dict[str, str], tuple[UsedPolicy, ...], bool]:
    """Return the settings and the policies put in use, and whether there is no logbook yet to hold any.

    Only reading tells: a file may look like a logbook until SQLite has undone the first write, which was killed.
    """
    try:
        with store.reading() as reading:
            return dict(reading.settings()), tuple(reading.policies()), False
    except LogbookMissing:
        if not may_create:
            raise
        return {}, (), True
