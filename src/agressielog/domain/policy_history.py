"""Which policy was in use when."""

from collections.abc import Sequence
from datetime import date, datetime

from agressielog.domain.local_time import local_day
from agressielog.domain.value import value


@value(kw_only=True)
class UsedPolicy:
    """A policy as it was put in use, so that every advice under it can be reproduced.

    Attributes:
        name, version: as the file says.
        sha256: of the text, in hexadecimal digits.
        text: the file.
        since: aware UTC moment from which it was in use.
        by: who put it in use.
    """

    name: str
    version: str
    sha256: str
    text: str
    since: datetime
    by: str


def in_use_on(used: Sequence[UsedPolicy], day: date) -> UsedPolicy | None:
    """Return the policy in use on a local day: the last one put in use by its end, before the first one the first.

    Args:
        used: oldest first.
        day: local.
    """
    begun = [policy for policy in used if local_day(policy.since) <= day]
    return begun[-1] if begun else next(iter(used), None)
