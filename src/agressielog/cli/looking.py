"""Notes who saw whom: one look for every answer with personal data, kept after the answer is on the screen.

`opening.opened` tells here which command it opened the logbook for, and `opening.seen` who was in its answer.
`main.run` has it all kept once the answer was sent. A command of `LOOKS` that forgets to tell leaves a look all
the same, at nobody; a test goes over every command and asks who was in it.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from agressielog.bootstrap import App
    from agressielog.domain.identity import CallerId
    from agressielog.domain.look import Look

#: The commands whose whole answer is a look. A write leaves its journal entry instead.
LOOKS = frozenset(
    {
        "aangifte",
        "advies",
        "avg inzage",
        "avg log",
        "beller list",
        "beller show",
        "brief",
        "export",
        "list",
        "lookup",
        "maatregel list",
        "maatregel show",
        "mijn",
        "nazorg list",
        "search",
        "show",
        "taken",
        "toezegging list",
    }
)


@dataclass(slots=True)
class Looking:
    """The looks of one process that still have to be kept."""

    _app: "App | None" = None
    _command: str = ""
    _told: bool = False
    _looks: "list[Look]" = field(default_factory=list)
    _strangers: "list[date]" = field(default_factory=list)

    def begin(self, app: "App", command: str) -> None:
        """Take note of a logbook that was opened, and for which command (`beller show`)."""
        self._app, self._command, self._told = app, command, False

    def at(self, callers: "Iterable[CallerId | None]") -> None:
        """Note an answer with these callers in it; None for an incident that is nobody's."""
        from agressielog.bootstrap import moment
        from agressielog.domain.look import Look

        if self._app is None:
            return
        named = sorted({caller for caller in callers if caller is not None})
        self._looks.append(
            Look(
                at=moment(),
                login=self._app.login,
                name=self._app.name,
                command=self._command,
                callers=tuple(named),
            )
        )
        self._told = True

    def at_stranger(self) -> None:
        """Count a look-up of somebody who is not in the logbook: no number, no name, nobody's look."""
        from agressielog.bootstrap import moment
        from agressielog.domain.local_time import local_day

        self._strangers.append(local_day(moment()))
        self._told = True

    def at_nothing(self) -> None:
        """Take note that the command showed nothing at all."""
        self._told = True

    def end(self) -> None:
        """Keep the looks of a command that came to its end, also one that did not say whom it showed."""
        if self._command in LOOKS and not self._told:
            self.at(())
        self.keep()

    def keep(self) -> None:
        """Keep what was noted so far; where that fails it is said, and changes nothing else."""
        app, looks, strangers = self._app, self._looks, self._strangers
        if app is None or not (looks or strangers):
            return
        self._looks, self._strangers = [], []
        try:
            app.store.note_looks(looks, strangers)
        except Exception as error:  # noqa: BLE001 - the answer has been given, and stands
            say_not_kept(error)


def say_not_kept(error: Exception) -> None:
    """Say that a look was not kept, and why."""
    from agressielog.cli.ending import judged
    from agressielog.presentation.console import standard_output

    _, mistake = judged(error, None)
    why = f" {mistake.why}" if mistake is not None else ""
    with suppress(OSError):
        standard_output().notice(f"Let op: deze inzage is niet in het logboek gezet.{why}")
