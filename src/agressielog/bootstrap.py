"""The composition root: settings, logbook, policy and the moment become one `App`."""

from __future__ import annotations

import os
import secrets
from dataclasses import field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from agressielog import clock
from agressielog.application.errors import LogbookDamaged, LogbookMissing
from agressielog.application.ports.records import Deed, Stored
from agressielog.application.settings_errors import PolicyFaulty, UnknownPolicy
from agressielog.domain.local_time import local_day
from agressielog.domain.policy_history import UsedPolicy, in_use_on
from agressielog.domain.setting import DEMO_MARK, Setting
from agressielog.domain.text import keep_line
from agressielog.domain.ulid import RANDOM_BYTES, Ulid, make_ulid
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Country
from agressielog.settings import places
from agressielog.settings.policy_file import (
    DEFAULT_POLICY,
    policy_file_text,
    read_policy,
    shipped_names,
    shipped_policy,
    shipped_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from agressielog.application.measures import Ruling
    from agressielog.application.policies import PolicySource
    from agressielog.application.ports.cards import Cards
    from agressielog.application.ports.copies import Copies
    from agressielog.application.ports.evidence import Evidence
    from agressielog.application.ports.logbook import Logbook, Reading, Store
    from agressielog.application.ports.remains import Remains
    from agressielog.application.upgrading import Upgraded
    from agressielog.domain.identity import CallerId
    from agressielog.domain.policy import Policy
    from agressielog.settings.personal import Personal


@value(kw_only=True)
class App:
    """Everything a command needs, fixed at the moment it started.

    Attributes:
        path: the logbook.
        is_new: whether the logbook still has to be made.
        settings: the organisation's settings, by key.
        policy: the one in use today.
        used_policies: every policy that was put in use, oldest first.
        now: aware UTC moment at which the command started.
        login, name: who is acting, as known to the computer and as claimed.
        showing: told whom a conversation shows, before anybody knows whether anything will come of it.
        upgraded: what was done to a logbook of an older program; None for any other.
    """

    path: Path
    store: Logbook
    is_new: bool
    settings: dict[str, str]
    policy: Policy
    used_policies: tuple[UsedPolicy, ...]
    now: datetime
    login: str
    name: str
    showing: Callable[[Iterable[CallerId | None]], None] = field(
        default=lambda _callers: None, repr=False, compare=False
    )
    upgraded: Upgraded | None = None

    @property
    def today(self) -> date:
        """The local day."""
        return local_day(self.now)

    @property
    def personal(self) -> Personal:
        """The user's own habits; read when they are asked for, so that a faulty file keeps no desk from a look-up.

        Raises:
            ConfigFaulty.
        """
        from agressielog.settings.personal import read_personal

        return read_personal(places.config_path())

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
        return _read_kept(self.path, used)

    def ruling(self, day: date) -> Ruling:
        """Return what a decision of this local day is taken under."""
        from agressielog.application.measures import Ruling

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
        from agressielog.application.policies import PolicySource

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


def open_app(
    db: Path | None,
    as_name: str | None,
    *,
    may_create: bool = False,
    note: Callable[[Stored | None], None] = lambda _stored: None,
    write_patience: float | None = None,
    only_looks_up: bool = False,
) -> App:
    """Put the parts together.

    Args:
        db: the logbook, or None for the user's own.
        as_name: who is acting, or None for the login name.
        may_create: whether the command may start a new logbook.
        note: told of every write, as by `SqliteStore`.
        write_patience: how long a write waits for its turn, in seconds; None for as long as it may take.
        only_looks_up: as for `SqliteStore`.

    Raises:
        LogbookMissing: there is none and the command may not make one.
        TextTooLong, TextUnstorable, TextEmpty: nobody can be called that.
        PolicyFaulty, and the `FileTrouble` and `Damaged` families.
    """
    from agressielog.storage.connection import WRITE_PATIENCE
    from agressielog.storage.store import SqliteStore

    path = _path_of(db)
    upgraded = _upgraded(path)
    making = CardMaking(path)
    store = SqliteStore(
        path,
        may_create=may_create,
        note=note,
        write_patience=write_patience or WRITE_PATIENCE,
        card_maker=making.on,
        only_looks_up=only_looks_up,
    )
    settings, used, is_new = _kept(store, may_create=may_create)
    now, login = clock.now(), places.login_name()
    in_use = in_use_on(used, local_day(now))
    policy = making.policy(in_use)
    return App(
        path=path,
        store=store,
        is_new=is_new,
        settings=settings,
        policy=policy,
        used_policies=used,
        now=now,
        login=login,
        name=keep_line("--als", as_name) if as_name else login,
        upgraded=upgraded,
    )


class CardMaking:
    """Makes the cards of the logbook at *path* (`CardMaker`): its policy, its tips, and the words of `lookup`.

    What has to be read for it is read once, and only when a card asks for it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._policies: dict[str | None, Policy] = {}

    def policy(self, used: UsedPolicy | None) -> Policy:
        """Return a policy that was put in use; None for the one that holds where none was.

        Raises:
            LogbookDamaged: its text is not what was stored.
        """
        key = used.sha256 if used is not None else None
        if key not in self._policies:
            self._policies[key] = (
                _read_kept(self._path, used) if used is not None else shipped_policy(DEFAULT_POLICY)
            )
        return self._policies[key]

    def on(self, reading: Reading) -> Cards:
        """Return the maker of the cards of one view."""
        from agressielog.application.cards import CardsOf
        from agressielog.presentation.card_view import card_texts, without_number
        from agressielog.presentation.labels import DEMO_NOTICE
        from agressielog.settings.kind_tips import tip_for

        return CardsOf(
            reading,
            self.policy(reading.policy_in_use_on(date.max)),
            tip_for=tip_for,
            told=card_texts,
            without_number=without_number,
            notice=DEMO_NOTICE if reading.setting(DEMO_MARK) is not None else None,
        )


def _read_kept(path: Path, used: UsedPolicy) -> Policy:
    """Read a policy that the logbook kept; it was read before it was stored.

    Raises:
        LogbookDamaged: its text is not what was stored.
    """
    record = f"beleid {used.name} {used.version}"
    try:
        policy = read_policy(used.name, used.text)
    except PolicyFaulty as error:
        raise LogbookDamaged(str(path), "policy", record) from error
    if policy.sha256 != used.sha256:
        raise LogbookDamaged(str(path), "policy", record)
    return policy


def open_evidence(db: Path | None) -> tuple[Path, Evidence]:
    """Return a logbook as `check` looks at it, and where it is; nothing of it needs to be readable.

    Args:
        db: the logbook, or None for the user's own.

    Raises:
        LogbookMissing, LogbookIsFolder, NotALogbook, LogbookNewer, LogbookDamaged, LogbookUnreachable:
            there is nothing to check.
    """
    from agressielog.storage.checking import SqliteEvidence

    path = _path_of(db)
    return path, SqliteEvidence(path, clock.now(), CardMaking(path).on)


def moment() -> datetime:
    """Return the aware UTC moment it is now, for what lasts longer than one command's `App.now`."""
    return clock.now()


def policy_of_copy(path: str, used: UsedPolicy | None) -> Policy:
    """Return a policy as a back-up kept it; the one of the program for a day on which none was in use.

    Raises:
        LogbookDamaged.
    """
    return _read_kept(Path(path), used) if used is not None else shipped_policy(DEFAULT_POLICY)


def copies_at(db: Path | None) -> Copies:
    """Return a logbook's file and its copies, for back-ups; the logbook need not be readable.

    Args:
        db: the logbook, or None for the user's own.
    """
    from agressielog.storage.copies import SqliteCopies

    return SqliteCopies(_path_of(db), clock.now())


def remains_at(path: Path) -> Remains:
    """Return the bytes of a logbook's file, to clean them and to look for what is left."""
    from agressielog.storage.remains import SqliteRemains

    return SqliteRemains(path)


def store_at(db: Path | None, note: Callable[[Stored | None], None]) -> Logbook:
    """Return a logbook that need not be there yet; arguments as for `open_app`."""
    from agressielog.storage.store import SqliteStore

    return SqliteStore(_path_of(db), note=note)


def deed_of(command: str, as_name: str | None) -> Deed:
    """Return the identity of one write by this user, now, for a command that opens no logbook."""
    now, login = clock.now(), places.login_name()
    name = keep_line("--als", as_name) if as_name else login
    return Deed(make_ulid(now, secrets.token_bytes(RANDOM_BYTES)), now, login, name, command)


def _upgraded(path: Path) -> Upgraded | None:
    """Bring an older logbook to the layout of this program; what that takes is loaded only for one."""
    from agressielog.storage.upgrading import SqliteUpgrading

    file = SqliteUpgrading(path)
    if file.pending() is None:
        return None
    from agressielog.application.upgrading import upgrade
    from agressielog.storage.copies import SqliteCopies

    now = clock.now()
    return upgrade(file, SqliteCopies(path, now), str(path.parent), now)


def _path_of(db: Path | None) -> Path:
    return (db if db is not None else places.logbook_path()).expanduser()


def is_usual(path: str) -> bool:
    """Tell whether a logbook is looked for here when nobody says where; not where the environment names one."""
    return "AGRESSIELOG_DB" not in os.environ and Path(path) == _path_of(None)


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
