"""Checks a logbook: everything that can be wrong is looked at, and everything that is wrong is told."""

from collections.abc import Callable, Sequence

from agressielog.application.ports.evidence import Evidence
from agressielog.domain.anchor import Anchor
from agressielog.domain.evidence import CheckName, Fault, FaultCode
from agressielog.domain.value import value

#: The checks that go through the whole journal or all cards, and so take their time.
LONG = (CheckName.CONTENTS, CheckName.CHAIN, CheckName.ERASURES, CheckName.RECORDS, CheckName.CARDS)


@value
class Outcome:
    """What one check found."""

    check: CheckName
    faults: tuple[Fault, ...]


@value
class Checked:
    """What all checks found.

    Attributes:
        outcomes: one per check, in the order of `CheckName`; the anchor's only where one was given.
        head: where the chain stands now, to be kept or printed.
        entries: how many journal entries there are.
    """

    outcomes: tuple[Outcome, ...]
    head: Anchor | None
    entries: int

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Every fault, in the order in which they were found."""
        return tuple(fault for outcome in self.outcomes for fault in outcome.faults)


def steps(evidence: Evidence) -> int:
    """Return how many steps `check` takes, for a progress bar."""
    return evidence.entries() * len(LONG)


def check(
    evidence: Evidence,
    anchors: Sequence[Anchor],
    *,
    unsafe_place: str | None,
    done: Callable[[int], None],
) -> Checked:
    """Make every check.

    Args:
        evidence: the logbook.
        anchors: heads of the chain that were printed once; each must still lie on it.
        unsafe_place: the network drive or synchronised folder it is in, if it is.
        done: told how many of `steps` are done.
    """
    entries = evidence.entries()
    outcomes: list[Outcome] = []
    before = 0

    def tell(seen: int) -> None:
        done(before + min(seen, entries))

    for name in CheckName:
        match name:
            case CheckName.PLACE:
                found = _place(unsafe_place)
            case CheckName.ANCHOR:
                if not anchors:
                    continue
                found = tuple(fault for fault in map(evidence.anchored, anchors) if fault is not None)
            case _:
                found = tuple(evidence.faults(name, tell))
        if name in LONG:
            before += entries
            done(before)
        outcomes.append(Outcome(name, found))
    return Checked(tuple(outcomes), evidence.head(), entries)


def _place(unsafe: str | None) -> tuple[Fault, ...]:
    return (Fault(code=FaultCode.UNSAFE_PLACE, detail=unsafe),) if unsafe is not None else ()
