"""The ladder of a policy: rungs from light to heavy, where one enters, and when warning comes first."""

from enum import StrEnum
from typing import NewType

from agressielog.domain.span import Span
from agressielog.domain.value import value
from agressielog.domain.vocabulary import PoliceReport, Severity

RungCode = NewType("RungCode", str)
MeasureCode = NewType("MeasureCode", str)


class MeasureNature(StrEnum):
    """What sort of measure it is: only the last two bind, end, and need a channel that stays open."""

    TALK = "gesprek"
    WARNING = "waarschuwing"
    RESTRICTION = "beperking"
    BAN = "verbod"

    @property
    def binds(self) -> bool:
        """Whether it limits somebody, so that every safeguard applies."""
        return self in {MeasureNature.RESTRICTION, MeasureNature.BAN}


@value(kw_only=True)
class MeasureKind:
    """A measure the policy knows."""

    code: MeasureCode
    label: str
    nature: MeasureNature


ORAL_WARNING = MeasureCode("mondelinge_waarschuwing")

#: The measures every policy knows without listing them, lightest first.
STANDARD_MEASURES = (
    MeasureKind(
        code=ORAL_WARNING,
        label="Mondelinge waarschuwing",
        nature=MeasureNature.WARNING,
    ),
    MeasureKind(code=MeasureCode("ordegesprek"), label="Ordegesprek", nature=MeasureNature.TALK),
    MeasureKind(
        code=MeasureCode("schriftelijke_waarschuwing"),
        label="Schriftelijke waarschuwing",
        nature=MeasureNature.WARNING,
    ),
    MeasureKind(
        code=MeasureCode("contactbeperking"), label="Contactbeperking", nature=MeasureNature.RESTRICTION
    ),
    MeasureKind(code=MeasureCode("contactverbod"), label="Contactverbod", nature=MeasureNature.BAN),
)


@value(kw_only=True)
class Rung:
    """One step.

    Attributes:
        code, label: as stored and as shown.
        measure: the main measure of the step.
        alternatives: measures that may be given in its place (`of`); the main one is advised.
        companions: measures given beside it (`met`); they hold nothing.
        validity: how long a warning counts; None for a ban, or for the window of the policy.
        shortest, longest: the length of a ban; equal but for a range; both None for a warning.
        in_call: whether being warned in the call gives this step.
        police: what this step says about reporting to the police.
        ground: why it is so, and where that is written.
    """

    code: RungCode
    label: str
    measure: MeasureCode
    alternatives: tuple[MeasureCode, ...] = ()
    companions: tuple[MeasureCode, ...] = ()
    validity: Span | None = None
    shortest: Span | None = None
    longest: Span | None = None
    in_call: bool = False
    police: PoliceReport = PoliceReport.NO
    ground: str

    @property
    def is_range(self) -> bool:
        """Whether the decider chooses the length between two bounds."""
        return self.shortest != self.longest


@value(kw_only=True)
class Pattern:
    """So many counting incidents in the window lift the advice to this rung, never above."""

    count: int
    rung: RungCode
    ground: str


@value(kw_only=True)
class Ladder:
    """The rungs, lightest first, and the rules for climbing.

    Attributes:
        rungs: at least one.
        entries: the first rung per severity; one for every severity above `geen` that a kind has.
        warn_first: from this rung on somebody must have been warned before (design 4.3).
        highest_unwritten: without a written warning ever, no higher than this.
        warn_first_ground: why.
    """

    rungs: tuple[Rung, ...]
    entries: tuple[tuple[Severity, RungCode], ...]
    pattern: Pattern | None = None
    warn_first: RungCode | None = None
    highest_unwritten: RungCode | None = None
    warn_first_ground: str = ""
    entry_ground: str = ""

    def place(self, code: RungCode) -> int:
        """Return the place of a rung, 0 for the lightest.

        Raises:
            KeyError: there is no such rung.
        """
        return {rung.code: place for place, rung in enumerate(self.rungs)}[code]

    def has(self, code: RungCode | None) -> bool:
        """Tell whether there is such a rung."""
        return any(rung.code == code for rung in self.rungs)

    def entry(self, severity: Severity) -> int:
        """Return the place at which a severity enters."""
        return self.place(dict(self.entries)[severity])

    def lowest_for(self, measure: MeasureCode) -> RungCode | None:
        """Return the lightest rung whose main measure this is; None for a measure off the ladder."""
        return next((rung.code for rung in self.rungs if rung.measure == measure), None)


@value(kw_only=True)
class Range:
    """What one kind of behaviour calls for in a policy without a ladder: a measure between two lengths."""

    measure: MeasureCode
    shortest: Span | None
    longest: Span | None
    police: PoliceReport
    ground: str
