"""Shows what is due: what is late first, then today, then later; one line each, and one for much of the same."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta

from agressielog.application.duties import EVERY_DUTY, DutyFilter, DutyList
from agressielog.domain.calendar_words import SHORT_MONTHS
from agressielog.domain.duty import AsOf, Duty, DutyKind
from agressielog.domain.local_time import to_local
from agressielog.domain.value import value
from agressielog.presentation.console import Part, Screen, Style, styled
from agressielog.presentation.duty_words import (
    how_late,
    named,
    short,
    short_command,
    what,
    why_lapsed,
)
from agressielog.presentation.labels import clipped
from agressielog.presentation.measure import cells

#: More tasks than this are no screenful any more; then these are told together, more than so many of a kind:
_LINES, _FEW = 16, 2
#: what tidies the logbook and presses nobody, and what has been late for so long.
_TIDYING = frozenset(
    {
        *(DutyKind.LINK, DutyKind.CONFIRMING, DutyKind.COMPLETING, DutyKind.COMPLAINT, DutyKind.ENDING),
        DutyKind.HOLD,
    }
)
_BACKLOG = timedelta(days=7)
_NARROWEST_NAME, _GAPS = 10, 8
_HEAD = ("Uiterlijk", "", "Taak", "Voor", "Opdracht: agressielog …")


@value
class _Task:
    """One line: a duty, or several of one kind (`duties`), the first of which sets the place."""

    duties: tuple[Duty, ...]

    @property
    def first(self) -> Duty:
        return self.duties[0]


def show_duties(screen: Screen, found: DutyList, wanted: DutyFilter, *, everything: bool) -> None:
    """Print what is due.

    Args:
        screen: where.
        found: in the order in which they are due.
        wanted: what was asked for; who asks for some kinds gets each of them on a line of its own.
        everything: each duty on a line of its own, and all of them.
    """
    if not found.duties:
        screen.line(_nothing(wanted))
    elif wanted.lapsed:
        _show_lapsed(screen, found, len(found.duties) if everything else _LINES)
    else:
        tasks = [_Task((duty,)) for duty in found.duties] if everything else _tasks(found, wanted)
        most = len(tasks) if everything else _LINES
        _show_tasks(screen, found, tasks[:most])
        _show_rest(screen, tasks[most:])


def _nothing(wanted: DutyFilter) -> str:
    if wanted.lapsed:
        return "Er is niets vervallen."
    return "Niets te doen." if wanted == EVERY_DUTY else "Niets te doen in deze keuze."


def _tasks(found: DutyList, wanted: DutyFilter) -> list[_Task]:
    """Return the lines to show: a reaction that only waits for a delivery is told with that delivery."""
    delivered = {duty.measure for duty in found.duties if duty.kind is DutyKind.DELIVERY}
    shown = [d for d in found.duties if d.with_delivery is None or d.with_delivery not in delivered]
    single = [_Task((duty,)) for duty in shown]
    if wanted.kinds or len(single) <= _LINES:
        return single
    alike: dict[tuple[object, ...], list[Duty]] = {}
    for duty in shown:
        alike.setdefault(
            (duty.kind, _section(duty, found.moment), _in_backlog(duty, found.moment)), []
        ).append(duty)
    tasks = []
    for duty in shown:
        group = alike[duty.kind, _section(duty, found.moment), _in_backlog(duty, found.moment)]
        if len(group) <= _FEW or not (duty.kind in _TIDYING or _in_backlog(duty, found.moment)):
            tasks.append(_Task((duty,)))
        elif duty is group[0]:
            tasks.append(_Task(tuple(group)))
    return tasks


def _in_backlog(duty: Duty, moment: AsOf) -> bool:
    return duty.late_by(moment.at) > _BACKLOG


def _show_tasks(screen: Screen, found: DutyList, tasks: Sequence[_Task]) -> None:
    moment = found.moment
    rows = [_row(task, found) for task in tasks]
    counts = Counter(_section(duty, moment) for duty in found.duties)
    shown: list[tuple[str | Part, ...]] = []
    titles = [(_title(section, counts), "", "", "", "") for section in counts]
    others = [max(cells(row[place]) for row in [_HEAD, *titles, *rows]) for place in (0, 1, 2, 4)]
    room = max(_NARROWEST_NAME, screen.surface.width - sum(others) - _GAPS)
    section = None
    for task, row in zip(tasks, rows, strict=True):
        if section != (section := _section(task.first, moment)):
            shown.append((styled(_title(section, counts), _STYLES[section]), "", "", "", ""))
        shown.append((*row[:3], clipped(row[3], room), row[4]))
    screen.table(_HEAD, shown, drawn=False)


def _title(section: str, counts: Mapping[str, int]) -> str:
    return f"{section} ({counts[section]})"


def _row(task: _Task, found: DutyList) -> tuple[str, str, str, str, str]:
    duty, number = task.first, len(task.duties)
    many = number > 1
    return (
        _until(duty, found.moment),
        how_late(duty, found.moment),
        duty.kind.value if many else short(duty),
        f"{number} keer" if many else named(duty, found.names),
        f"taken --soort {duty.kind.value}" if many else short_command(duty),
    )


def _show_rest(screen: Screen, tasks: Sequence[_Task]) -> None:
    """Say how many more there are, and of what."""
    rest = Counter(duty.kind for task in tasks for duty in task.duties)
    if rest:
        told = ", ".join(f"{number} {kind.value}" for kind, number in rest.most_common())
        screen.line(f"En nog {rest.total()}: {told}.", hanging=2)
        screen.line("Alles: agressielog taken --alles. Eén soort: agressielog taken --soort SOORT.")


def _show_lapsed(screen: Screen, found: DutyList, most: int) -> None:
    for duty in found.duties[:most]:
        name = named(duty, found.names)
        screen.line(f"{what(duty)}{f' ({name})' if name else ''}: {why_lapsed(duty)}.", hanging=2)
    if len(found.duties) > most:
        more = len(found.duties) - most
        screen.line(f"En nog {more}. Alles: agressielog taken --vervallen --alles")


_LATE, _TODAY, _LATER = "Te laat", "Vandaag", "Later"
_STYLES = {_LATE: Style.DANGER, _TODAY: Style.ATTENTION, _LATER: Style.TITLE}


def _section(duty: Duty, moment: AsOf) -> str:
    if duty.is_late(moment.at):
        return _LATE
    return _TODAY if duty.due_day == moment.on else _LATER


def _until(duty: Duty, moment: AsOf) -> str:
    """Return `20 nov`, with the time where it is due at an hour, or the year where that is another one."""
    day = duty.due_day
    told = f"{day.day} {SHORT_MONTHS[day.month - 1]}"
    if day.year != moment.on.year:
        return f"{told} {day.year}"
    return told if duty.whole_day else f"{told} {to_local(duty.due):%H:%M}"
