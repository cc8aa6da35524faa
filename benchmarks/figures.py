"""What rounds of measurements say: medians, ratios within a round, and the slowest of a hundred."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median


def whole(value: float) -> str:
    """Return a whole number as it is written in Dutch: `100.000`."""
    return f"{value:,.0f}".replace(",", ".")


@dataclass(frozen=True, slots=True)
class Figure:
    """One command over all rounds.

    Attributes:
        walls: seconds on the wall clock, one a round.
        cpu: seconds of processor time, median.
        ratio, cpu_ratio: to the reference, the median of the ratio of each round.
        memory: MiB at the most, median.
    """

    walls: tuple[float, ...]
    cpu: float
    ratio: float
    cpu_ratio: float
    memory: float

    @property
    def wall(self) -> float:
        """The median, in seconds."""
        return median(self.walls)


@dataclass(frozen=True, slots=True)
class Sample:
    """One run of one command: seconds, and MiB at the most."""

    wall: float
    cpu: float
    memory: float


def paired_ratio(measured: Sequence[float], reference: Sequence[float]) -> float:
    """Return the median of the ratios of each round; whatever slowed down a whole round falls out.

    Raises:
        ValueError: there is not one reference for each measurement, or there is none at all.
    """
    if not measured:
        raise ValueError(measured)
    return median(one / other for one, other in zip(measured, reference, strict=True))


def percentile(measured: Sequence[float], share: float) -> float:
    """Return the smallest value that at least this share of the measurements does not exceed.

    Raises:
        ValueError: nothing was measured.
    """
    if not measured:
        raise ValueError(measured)
    ordered = sorted(measured)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def figures(rounds: Mapping[str, Sequence[Sample]], reference: str) -> dict[str, Figure]:
    """Return the figure of each command.

    Args:
        rounds: the samples of each command, one a round, in the order of the rounds.
        reference: the name of the command that is 1.
    """
    base = rounds[reference]
    return {
        name: Figure(
            walls=tuple(sample.wall for sample in samples),
            cpu=median(sample.cpu for sample in samples),
            ratio=paired_ratio([s.wall for s in samples], [s.wall for s in base]),
            cpu_ratio=paired_ratio([s.cpu for s in samples], [s.cpu for s in base]),
            memory=median(sample.memory for sample in samples),
        )
        for name, samples in rounds.items()
    }
