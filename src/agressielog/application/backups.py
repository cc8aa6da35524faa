"""Makes back-ups that were looked at, and puts one back without losing what is there now."""

from collections.abc import Callable, Sequence
from functools import cache

from agressielog.application.erasing import deed_after, erase_again
from agressielog.application.errors import LogbookMissing
from agressielog.application.ports.copies import Contents, Copies
from agressielog.application.ports.evidence import Evidence
from agressielog.application.ports.logbook import Store
from agressielog.application.ports.records import Deed
from agressielog.application.ports.remains import Remains
from agressielog.domain.anchor import Anchor
from agressielog.domain.backup_name import backup_name, backups_among, kept_aside_name, too_old
from agressielog.domain.errors import Damaged, WrongUse
from agressielog.domain.evidence import CheckName
from agressielog.domain.policy import Policy
from agressielog.domain.policy_history import UsedPolicy
from agressielog.domain.setting import Setting
from agressielog.domain.value import value

#: What is said of the contents of a file; the others are about the place it happens to be in.
_OF_CONTENTS = (
    CheckName.PAGES,
    CheckName.LAYOUT,
    CheckName.REFERENCES,
    CheckName.SEARCH_INDEX,
    CheckName.CONTENTS,
    CheckName.CHAIN,
    CheckName.ERASURES,
    CheckName.RECORDS,
    CheckName.COUNTERS,
)


class BackupUnsound(Damaged):
    """A copy does not pass the checks, `faults` of them; it was not made, or not put back."""

    path: str
    faults: int


class NoBackupFolder(WrongUse):
    """Neither the command nor the organisation says where back-ups are."""


@value
class Backup:
    """A back-up that was made and looked at.

    Attributes:
        path: where it is.
        contents: what is in it.
        removed: the names of older ones that made room.
        kept: how many there are now.
        unfinished: after how many erasures the logbook was not cleaned; the copy was.
    """

    path: str
    contents: Contents
    removed: tuple[str, ...]
    kept: int
    unfinished: int = 0


@value
class Comparison:
    """What putting a back-up back would change.

    Attributes:
        present: the logbook; None where there is none or it cannot be read.
        copy: the back-up.
        continues: whether the logbook is what became of this very copy: its chain passes through the copy's end.
    """

    present: Contents | None
    copy: Contents
    continues: bool


def make_backup(store: Store, copies: Copies, deed: Deed, folder: str, keep: int | None) -> Backup:
    """Copy the logbook, check the copy, and only then remove older ones and note that it was done.

    Args:
        store: the logbook.
        copies: its file.
        deed: who does it.
        folder: where the copy goes.
        keep: how many stay, this one included, at least 1; None for all.

    Raises:
        BackupUnsound: the copy is not whole, because the logbook is not; older ones stay.
        TargetExists: one was made this very second.
    """
    with store.reading() as reading:
        before, erased, unfinished = reading.anchor(), reading.erased(), reading.unfinished_erasures()

    def judge(evidence: Evidence) -> None:
        _refuse_faults(evidence, before, folder)

    # First the list: a copy without it could bring somebody back.
    copies.add_erased(folder, erased)
    path = copies.make(folder, backup_name(deed.at), judge)
    with store.writing(deed) as tx:
        tx.note_backup(deed.at)
    removed = tuple(too_old(copies.names(folder), keep)) if keep is not None else ()
    for name in removed:
        copies.remove(folder, name)
    return Backup(path, copies.contents(path), removed, len(backups_among(copies.names(folder))), unfinished)


def compare(copies: Copies, path: str) -> Comparison:
    """Return what putting the copy at *path* back would change."""
    copy = copies.contents(path)
    try:
        present = copies.contents()
    except (LogbookMissing, Damaged):
        return Comparison(None, copy, continues=False)
    continues = copy.anchor is None or copies.evidence().anchored(copy.anchor) is None
    return Comparison(present, copy, continues=continues)


def restore(
    store: Store, copies: Copies, deed: Deed, path: str, policy_of: Callable[[UsedPolicy | None], Policy]
) -> str | None:
    """Put the copy at *path* in place of the logbook, and say so in its journal.

    Whoever was erased since the copy was made is erased from it before anybody can open it, and its reports stay
    what they were.

    Args:
        store: the logbook, which need not be there.
        copies: its file.
        deed: who does it.
        path: of the copy.
        policy_of: reads a policy as the copy kept it; None for a day on which none was in use.

    Returns:
        Where what was the logbook until now is kept; None where there was none.

    Raises:
        BackupUnsound: the copy is not whole; nothing changed.
    """
    copy = copies.contents(path)

    def judge(evidence: Evidence) -> None:
        _refuse_faults(evidence, copy.anchor, path)

    def ready(copied: Store, remains: Remains) -> None:
        known = _erased_from(store, copies, path) | _erased_from(copied, copies, path)
        # Before it takes the place of the logbook: whatever stops the program then, the journal tells it.
        with copied.writing(deed) as tx:
            tx.note_restore(deed.at, copy.anchor)
        with copied.writing(deed_after(deed)) as tx:
            again = erase_again(tx, deed, known, cache(lambda day: policy_of(tx.policy_in_use_on(day))))
        if again:
            remains.clean()
            with copied.writing(deed_after(deed_after(deed))) as tx:
                tx.note_cleaned()

    return copies.put_back(path, kept_aside_name(deed.at), judge, ready)


def _erased_from(store: Store, copies: Copies, path: str) -> frozenset[str]:
    """Return what was erased as far as a logbook knows, and the lists beside its back-ups and beside the copy."""
    beside = copies.erased(path)
    try:
        with store.reading() as reading:
            folder = reading.setting(Setting.BACKUP_FOLDER)
            return beside | reading.erased() | (copies.erased(folder) if folder is not None else frozenset())
    except (LogbookMissing, Damaged):
        return beside


def _refuse_faults(evidence: Evidence, anchor: Anchor | None, path: str) -> None:
    faults = [fault for name in _OF_CONTENTS for fault in evidence.faults(name, _no_progress)]
    off = evidence.anchored(anchor) if anchor is not None else None
    if faults or off is not None:
        raise BackupUnsound(path, len(faults) + (off is not None))


def _no_progress(_seen: int) -> None:
    """Tell nobody: a copy is checked in one go."""


def known_backups(copies: Copies, folder: str) -> Sequence[str]:
    """Return the names of the back-ups in a folder, the newest first."""
    return backups_among(copies.names(folder))
