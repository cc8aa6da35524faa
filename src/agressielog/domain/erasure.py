"""Erasing records: which go, what is told of them afterwards, and what of them may still lie in the file."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.value import value


class ErasureKind(StrEnum):
    """Why records went: a person was forgotten, or a term was over."""

    FORGOTTEN = "vergeten"
    TERM_OVER = "opgeschoond"
    AGAIN = "herhaald"


@value(kw_only=True)
class Doomed:
    """Records that go, each with everything that hangs on it.

    Attributes:
        callers: with their calls, decisions, promises, requests, looks and numbers, and everybody merged into them.
        incidents: with promises, care and holds.
        measures: with letters and good calls.
        unlinked: calls that stay and of which nobody can tell whose they were: caller, number and name go.
    """

    callers: frozenset[CallerId] = frozenset()
    incidents: frozenset[IncidentId] = frozenset()
    measures: frozenset[MeasureId] = frozenset()
    unlinked: frozenset[IncidentId] = frozenset()

    @property
    def nobody(self) -> bool:
        """Whether nothing goes."""
        return not (self.callers or self.incidents or self.measures or self.unlinked)


@value
class Told:
    """A text of an erased record, to look for it in the file afterwards.

    Attributes:
        field: the column it stood in, which may be told where the text may not.
        text: as stored.
    """

    field: str
    text: str


@value(kw_only=True)
class Searched:
    """What was looked for in a file, and what was found.

    Attributes:
        fields: of which a text still lies in it, though no record holds it.
        texts: how many were looked for.
        too_short: how many of these stand by chance in any file, and were only looked for in its history.
    """

    fields: tuple[str, ...] = ()
    texts: int = 0
    too_short: int = 0


@value(kw_only=True)
class Erased:
    """What was taken away.

    Attributes:
        records: how many, by table.
        identities: of the callers and incidents among them, without personal data.
        texts: what stood in them.
    """

    records: Mapping[str, int]
    identities: frozenset[str]
    texts: tuple[Told, ...]


@value(kw_only=True)
class Erasure:
    """The proof of an erasure: that it was, when (aware UTC), by whom and why; never of whom."""

    kind: ErasureKind
    at: datetime
    by: str
    reason: str | None = None
