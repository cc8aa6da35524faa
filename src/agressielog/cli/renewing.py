"""Renews prepared answers once the answer of a command was sent: nobody waits for it who does not see why.

A policy, other texts or a new version of the program makes every card untrue. At a terminal the command that wrote
makes them all, with a bar; Ctrl-C only leaves the rest for a next command. Elsewhere a command gives it one second. A
look-up that took the long way makes the one card that would have spared it.
"""

from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agressielog.application.look_up import Answer
    from agressielog.bootstrap import App
    from agressielog.cli.last_write import LastWrite

#: What a command gives it where nobody looks on, in seconds.
_SHARE = 1.0


@dataclass(slots=True)
class Renewing:
    """The cards of the logbook that a command opened."""

    _app: "App | None" = None

    def begin(self, app: "App") -> None:
        """Take note of a logbook that was opened."""
        self._app = app

    def end(self, last_write: "LastWrite") -> None:
        """Renew what is out of date, after a command that wrote; whatever goes wrong with it can wait."""
        if self._app is None or last_write.stored is None:
            return
        with suppress(Exception):
            waiting = self._app.store.outdated_cards()
            if waiting:
                _renew(self._app, waiting)


def renew_shown(app: "App", answer: "Answer") -> None:
    """Make the card of the number that was asked, if it has none that is up to date."""
    from agressielog.domain.phone import PhoneNumber

    with suppress(Exception):
        if isinstance(answer.number, PhoneNumber):
            app.store.renew_card(answer.number, app.today)


def _renew(app: "App", waiting: int) -> None:
    from agressielog.cli.asking import has_terminal
    from agressielog.presentation.console import standard_output

    output, watched, until = standard_output(), has_terminal(), monotonic() + _SHARE
    try:
        with output.progress(waiting, "Antwoorden klaarzetten") as show:

            def done(made: int) -> bool:
                show(made)
                return watched or monotonic() < until

            app.store.renew_cards(app.today, done)
    except KeyboardInterrupt:
        if not watched:
            raise
        output.notice("De andere antwoorden worden later klaargezet.")
