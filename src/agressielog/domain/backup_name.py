"""What a back-up is called: after the moment it was made, so that names in order are moments in order."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

_FORM = "%Y%m%dT%H%M%SZ"
_ASIDE = "voor-herstel-"
_BEFORE_UPGRADE = "voor-indeling-"
_NAME = re.compile(r"agressielog-(\d{8}T\d{6}Z)\.db", re.ASCII)


def backup_name(at: datetime) -> str:
    """Return the name of a back-up made at an aware moment, told in UTC: an hour that comes twice stays apart."""
    return f"agressielog-{at.astimezone(UTC).strftime(_FORM)}.db"


def backup_moment(name: str) -> datetime | None:
    """Return the aware UTC moment a back-up was made at; None for a file that is none of ours."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        return datetime.strptime(found[1], _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None


def kept_aside_name(at: datetime) -> str:
    """Return the name under which a logbook is kept when a back-up takes its place, at an aware moment."""
    return f"{_ASIDE}{backup_name(at)}"


def before_upgrade_name(layout: int, at: datetime) -> str:
    """Return the name under which a logbook is kept as it was before it got another layout, at an aware moment."""
    return f"{_BEFORE_UPGRADE}{layout}-{backup_name(at)}"


def kept_aside_among(names: Sequence[str]) -> Sequence[str]:
    """Return those among *names* that `kept_aside_name` or `before_upgrade_name` gave, in reverse order.

    Nothing ever removes them.
    """
    return sorted((name for name in names if name.startswith((_ASIDE, _BEFORE_UPGRADE))), reverse=True)


def backups_among(names: Sequence[str]) -> Sequence[str]:
    """Return the back-ups among *names*, the newest first."""
    return sorted((name for name in names if backup_moment(name) is not None), reverse=True)


def too_old(names: Sequence[str], keep: int) -> Sequence[str]:
    """Return the back-ups among *names* that make room when only the newest *keep* stay; nothing else, ever."""
    return backups_among(names)[keep:]
