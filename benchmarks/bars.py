"""What the figures should be at most, and what they are."""

from dataclasses import dataclass

from benchmarks.commands import SQLITE, command_name, look_up_name
from benchmarks.figures import Figure, paired_ratio, whole
from benchmarks.made_up import CALLS
from benchmarks.measuring import Results

#: To `import sqlite3`: a look-up, one that notes who looked, and `add`.
_LOOK_UP, _NOTED, _ADD = 1.15, 1.30, 12.0
#: To the same on the smallest logbook, to the same month of a shorter one, and to a quiet moment.
_LARGER, _LONGER, _BUSY = 1.05, 1.2, 3.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is about (Dutch), the most it may be, and what was measured."""

    about: str
    limit: float
    measured: float

    @property
    def met(self) -> bool:
        """Whether it is."""
        return self.measured <= self.limit


def bars(results: Results) -> list[Bar]:
    """Return every bar with its measured value."""
    # A command that stands in several groups counts where it came first: with what it is compared to.
    figure = {name: figure for group in reversed(results.groups) for name, figure in group.figures.items()}
    beside, imported = results.beside, results.imported
    return [
        *(bar for callers in (results.largest, *results.further) for bar in _look_ups(callers, figure)),
        Bar(f"add met advies ÷ {SQLITE}", _ADD, figure[command_name("add", results.largest)].ratio),
        *_months(results),
        Bar(
            "lookup terwijl anderen vastleggen ÷ in rust: waar 99 van de 100 onder blijven",
            _BUSY,
            beside.busy_slowest / beside.quiet_slowest,
        ),
        Bar("lookup terwijl anderen vastleggen: geweigerd", 0.0, float(beside.refused)),
        Bar(
            "lookup tijdens een import: de langste ÷ (hoelang het bestand dicht was + een langzame in rust)",
            1.0,
            imported.beside.longest / (imported.closed + imported.beside.quiet_slowest),
        ),
        Bar("lookup tijdens een import: geweigerd", 0.0, float(imported.beside.refused)),
    ]


def _look_ups(callers: int, figure: dict[str, Figure]) -> list[Bar]:
    found = []
    for terminal in (False, True):
        for known in (True, False):
            noted = look_up_name(callers, known=known, terminal=terminal)
            unnoted = look_up_name(callers, known=known, terminal=terminal, noted=False)
            least = look_up_name(1, known=known, terminal=terminal)
            found += [
                Bar(f"{unnoted} ÷ {SQLITE}", _LOOK_UP, figure[unnoted].ratio),
                Bar(f"{noted} ÷ {SQLITE}", _NOTED, figure[noted].ratio),
                Bar(
                    f"{noted} ÷ hetzelfde met 1 beller",
                    _LARGER,
                    paired_ratio(figure[noted].walls, figure[least].walls),
                ),
            ]
    return found


def _months(results: Results) -> list[Bar]:
    """Return the bar of the month; none where a quick measurement has one logbook only.

    The same command stands among the others too, compared with something else.
    """
    small, large = results.months
    if small == large:
        return []
    reference = command_name("report --maand", small)
    (figure,) = (group.figures for group in results.groups if group.reference == reference)
    about = f"report --maand, dezelfde maand: {whole(large * CALLS)} ÷ {whole(small * CALLS)} incidenten"
    return [Bar(about, _LONGER, figure[command_name("report --maand", large)].ratio)]
