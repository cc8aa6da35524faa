"""Brings an older logbook to the layout of this program, after a copy of how it was is safe."""

from datetime import datetime

from agressielog.application.backups import BackupUnsound
from agressielog.application.errors import TargetExists
from agressielog.application.ports.copies import Copies
from agressielog.application.ports.evidence import Evidence
from agressielog.application.ports.upgrading import Layouts, Upgrading
from agressielog.domain.backup_name import before_upgrade_name
from agressielog.domain.evidence import CheckName
from agressielog.domain.value import value


@value
class Upgraded:
    """What was done.

    Attributes:
        layouts: from which to which.
        kept: the path of the logbook as it was.
    """

    layouts: Layouts
    kept: str


def upgrade(file: Upgrading, copies: Copies, folder: str, at: datetime) -> Upgraded | None:
    """Bring a logbook up to date, if it is older than this program.

    Args:
        file: the logbook.
        copies: the same, to copy it.
        folder: in which it lies; the copy comes beside it.
        at: aware moment, for the name of the copy.

    Raises:
        BackupUnsound: the copy is not the same logbook, or its pages are broken; nothing was changed.
    """
    layouts = file.pending()
    if layouts is None:
        return None
    stands = copies.evidence().head()

    def judge(evidence: Evidence) -> None:
        # Not whether the records are as the journal says: what is wrong with them stays wrong, `check` goes on
        # naming it, and a desk with one such record may not be left without a logbook.
        broken = len(evidence.faults(CheckName.PAGES, lambda _seen: None))
        if stands is not None and evidence.anchored(stands) is not None:
            broken += 1
        if broken:
            raise BackupUnsound(folder, broken)

    name = before_upgrade_name(layouts.ours, at)
    try:
        kept = copies.make(folder, name, judge)
    except TargetExists as another:
        # A colleague's program began this very second; what has its name is whole.
        kept = another.path
    if not file.apply():
        return None
    return Upgraded(layouts, kept)
