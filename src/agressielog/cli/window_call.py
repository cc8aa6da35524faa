"""The call at hand in the window: what was looked up and when, and what is still to be done with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import cycle

from agressielog.application.errors import CallerUnclear
from agressielog.application.finding_callers import current
from agressielog.application.look_up import Answer
from agressielog.application.record import Account, Recorded, record
from agressielog.application.tips import kind_seen_most
from agressielog.bootstrap import App
from agressielog.cli.add_dialogue import ask_missing
from agressielog.cli.telling import Telling
from agressielog.domain.identity import IncidentId, caller_code, parse_caller_code
from agressielog.domain.matching import Choice, Chosen
from agressielog.domain.text import keep_line, optional_line
from agressielog.domain.tips import Sentence, Tips
from agressielog.domain.vocabulary import Certainty


@dataclass(slots=True)
class Call:
    """One call, from its look-up until the next.

    Attributes:
        typed: the number or caller as typed.
        at: aware UTC moment of the look-up.
        answer: what was shown.
        recorded: the last incident that was stored of it.
        good: whether it was noted as a good one.
    """

    typed: str
    at: datetime
    answer: Answer
    recorded: IncidentId | None = None
    good: bool = False
    _sentences: Iterator[Sentence] | None = field(default=None, repr=False)

    @property
    def asked(self) -> str:
        """Who it was as a command takes it: the one caller there can be, else the number."""
        callers = self.answer.callers
        return caller_code(callers[0].record.caller.id) if len(callers) == 1 else self.typed

    def begun(self, app: App) -> Telling:
        """Return the report of this call as far as the look-up tells it: whose number, and when."""
        number = self.answer.number
        return Telling(
            call=Account(
                ulid=app.new_ulid(),
                at=self.at,
                number=number,
                number_typed=optional_line("NUMMER", self.typed) if number is not None else None,
                choice=self._chosen(app) if number is None else None,
                kinds=(),
                channel=app.personal.channel,
                team=app.personal.team,
                reporter=keep_line("--melder", app.name),
            ),
            who=True,
        )

    def _chosen(self, app: App) -> Choice:
        """Return the caller who was looked up without a number (`B12`), as known now."""
        with app.store.reading() as reading:
            return Chosen(current(reading, parse_caller_code(self.typed)), Certainty.CERTAIN)

    def next_sentence(self, tips: Tips) -> Sentence:
        """Return something to say, each time another one, until all have been."""
        if self._sentences is None:
            self._sentences = cycle(tips.sentences(kind_seen_most(self.answer)))
        return next(self._sentences)


def store(app: App, telling: Telling) -> Recorded:
    """Store a report; whoever it is about is asked again if another desk has made that a question meanwhile."""
    try:
        return record(app.store, app.deed("add"), telling.complete(), app.policy)
    except CallerUnclear:
        return record(app.store, app.deed("add"), ask_missing(app, telling).complete(), app.policy)
