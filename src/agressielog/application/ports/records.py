"""The values that go to and from a logbook: a write, a wish for incidents, a version, what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.domain.value import value

if TYPE_CHECKING:
    from datetime import date, datetime

    from agressielog.domain.identity import CallerId, IncidentId
    from agressielog.domain.incident import Incident
    from agressielog.domain.phone import PhoneNumber, Withheld
    from agressielog.domain.policy import KindCode
    from agressielog.domain.ulid import Ulid
    from agressielog.domain.vocabulary import Severity


@value
class Deed:
    """One write: who does what when.

    Attributes:
        ulid: its own identity, by which a doubtful commit is found again.
        at: aware UTC moment.
        login: the name the computer knows the user by.
        name: the name the user claims (`--als`), or the login.
        command: the Dutch or English command word, as in `agressielog <command>`.
    """

    ulid: Ulid
    at: datetime
    login: str
    name: str
    command: str


@value(kw_only=True)
class IncidentFilter:
    """Which incidents; every field that is set narrows, `since` and `until` are inclusive local days."""

    since: date | None = None
    until: date | None = None
    kind: KindCode | None = None
    severity: Severity | None = None
    caller: CallerId | None = None
    number: PhoneNumber | None = None
    team: str | None = None
    reporter: str | None = None
    incomplete: bool = False
    limit: int | None = None


@value
class Trace:
    """When an incident was and from which number: enough to see that a row may tell of the same one."""

    ulid: Ulid
    at: datetime
    number: PhoneNumber | Withheld | None


@value
class Version:
    """One entry in the life of an incident: what it was before (None when it was made) and after."""

    at: datetime
    login: str
    name: str
    command: str
    before: Incident | None
    after: Incident


@value
class Touched:
    """What a write changed, for everything that is prepared from it: callers, and numbers by key."""

    callers: frozenset[CallerId]
    numbers: frozenset[str]


@value
class Stored:
    """A write that is in the logbook now; `incidents` are the new ones, lowest id first."""

    deed: Deed
    incidents: tuple[IncidentId, ...]
