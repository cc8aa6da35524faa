"""What a policy demands around a measure: gates, terms, remedy, and what always stays open."""

from enum import StrEnum

from agressielog.domain.ladder import MeasureCode
from agressielog.domain.span import Span
from agressielog.domain.value import value


class RemedyKind(StrEnum):
    """How somebody can contest a measure: an objection at a public body, a complaint elsewhere."""

    OBJECTION = "bezwaar"
    COMPLAINT = "klacht"


@value(kw_only=True)
class Remedy:
    """Where and within what term a measure can be contested, and within what term we answer."""

    kind: RemedyKind
    where: str
    term: Span
    answer_term: Span
    ground: str


@value(kw_only=True)
class Gate:
    """A demand that a policy may switch off, with its ground either way."""

    on: bool
    ground: str


@value(kw_only=True)
class Safeguards:
    """What must be arranged before a ban or restriction, and its bounds.

    Attributes:
        hearing: the caller is heard, or there is a reason why not.
        warned_first: somebody is warned before being banned.
        review: a measure is looked at half-way.
        review_at_latest: however long it lasts, it is looked at within this span.
        longest_decision: no single decision reaches further.
        longest_without_new: beyond this a new decision is needed.
        open_always: what a ban never covers (`112`, `spoedzorg`).
        deciders: who may decide which measure, in words; for what is not named, anybody named.
        reaction_hours: within how many hours the caller hears from us.
        moves_off_weekends: whether terms in days or longer move off weekends and holidays.
    """

    hearing: Gate
    warned_first: Gate
    review: Gate
    review_at_latest: Span
    longest_decision: Span | None
    longest_without_new: Span | None
    open_always: tuple[str, ...]
    deciders: tuple[tuple[MeasureCode, str], ...]
    reaction_hours: int
    moves_off_weekends: bool
