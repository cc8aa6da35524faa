"""Takes back the last change of a user, as long as nothing rests on it."""

from agressielog.application.ports.evidence import Step
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.records import Deed
from agressielog.application.ports.undo import RecordName
from agressielog.application.restricting import OPENED, hidden_now
from agressielog.domain.errors import NotFound, Refused
from agressielog.domain.identity import CallerId
from agressielog.domain.value import value

# They change nothing of what users work with, so they are not what somebody means by "the last change".
_UNNOTICED = frozenset({"backup", OPENED})
# What went out of the house, or was promised to be gone, does not come back by a change in a file.
_FOR_GOOD = frozenset({"brief", "restore", "beleid use", "avg vergeet", "avg opschonen"})


class NothingToUndo(NotFound):
    """This user changed nothing in this logbook."""

    name: str


class NotUndoable(Refused):
    """The last change was made with a command that cannot be taken back, or was erased since."""

    command: str


class ChangedSince(Refused):
    """What the command changed was changed again, by `steps`."""

    command: str
    steps: tuple[Step, ...]


class StillReferredTo(Refused):
    """Without what the command made, `records` would refer to nothing."""

    command: str
    records: tuple[RecordName, ...]


@value
class Undoing:
    """What is taken back: the steps of one write, oldest first; undoing them turns each around."""

    steps: tuple[Step, ...]

    @property
    def callers(self) -> frozenset[CallerId]:
        """Whose records are in it."""
        told = [
            image.get("beller")
            for step in self.steps
            for image in (step.before, step.after)
            if image is not None
        ]
        told += [int(step.key) for step in self.steps if step.table == "beller"]
        return frozenset(CallerId(one) for one in told if isinstance(one, int))

    @property
    def command(self) -> str:
        """The command it was done with."""
        return self.steps[0].command


def foresee_undo(store: Store, login: str, name: str) -> Undoing:
    """Return what `undo` would take back.

    Args:
        store: the logbook.
        login: the user as known to the computer.
        name: the user as claimed.

    Raises:
        NothingToUndo, NotUndoable, ChangedSince.
    """
    with store.reading() as reading:
        return _undoable(reading, login, name)


def as_seen(store: Store, undoing: Undoing) -> Undoing:
    """Return the same as it may be seen: without the details of who asked for a restriction."""
    return Undoing(tuple(hidden_now(store, undoing.steps)))


def undo(store: Store, deed: Deed) -> Undoing:
    """Take back the last change of whoever does this; taking that back again is the next `undo`.

    Raises:
        NothingToUndo, NotUndoable, ChangedSince, StillReferredTo: nothing was changed.
    """
    with store.writing(deed) as tx:
        found = _undoable(tx, deed.login, deed.name)
        referring = tx.put_back(found.steps)
        if referring:
            raise StillReferredTo(found.command, tuple(referring))
        return found


def _undoable(reading: Reading, login: str, name: str) -> Undoing:
    steps = tuple(reading.last_deed(login, name, _UNNOTICED))
    if not steps:
        raise NothingToUndo(name)
    found = Undoing(steps)
    if found.command in _FOR_GOOD or any(step.erased for step in steps):
        raise NotUndoable(found.command)
    later = tuple(reading.later_steps(steps))
    if later:
        raise ChangedSince(found.command, later)
    return found
