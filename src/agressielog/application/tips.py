"""Tips at the desk: which kind a caller needs one for, and the organisation's own texts, the same for every desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.domain.errors import Refused
from agressielog.domain.setting import TIP_TEXTS

if TYPE_CHECKING:
    from agressielog.application.look_up import Answer
    from agressielog.application.ports.logbook import Store
    from agressielog.application.ports.records import Deed
    from agressielog.domain.policy import KindCode
    from agressielog.domain.policy_fault import PolicyFault


class TipsFaulty(Refused):
    """A file of tips that cannot be used, with everything that is wrong with it in the order of the file."""

    name: str
    faults: tuple[PolicyFault, ...]


def keep_tips(store: Store, deed: Deed, text: str | None) -> None:
    """Put an organisation's own texts in use, or (None) go back to those that come with the program.

    Args:
        store: the logbook; a store that may create one does.
        deed: who does this.
        text: of a file that was read without a fault.
    """
    with store.writing(deed) as tx:
        if tx.setting(TIP_TEXTS) != text:
            tx.change_setting(TIP_TEXTS, text)


def kind_seen_most(answer: Answer) -> KindCode | None:
    """Return what the first caller of an answer is known for most; None where there is nothing to know."""
    known = answer.callers[0].record.per_kind if answer.callers else ()
    return known[0][0] if known else None


def kind_to_advise_on(answer: Answer) -> KindCode | None:
    """Return the kind that a tip would help with; None where something better is known: what helped last time."""
    if answer.callers and answer.callers[0].record.helped:
        return None
    return kind_seen_most(answer)
