"""The two sides of a look-up: what is asked becomes an answer, and an answer is told."""

from collections.abc import Callable, Iterable
from datetime import date

from agressielog.application.errors import MissingAnswers, NobodyNamed
from agressielog.application.look_up import (
    Answer,
    look_up_caller,
    look_up_customer_number,
    look_up_name,
    look_up_number,
)
from agressielog.application.tips import kind_to_advise_on
from agressielog.application.usage_errors import Contradiction
from agressielog.bootstrap import App
from agressielog.cli.asking import ask, interactive
from agressielog.cli.exit_status import ExitStatus, lookup_status, status_of
from agressielog.cli.looking import Looking
from agressielog.cli.renewing import renew_shown
from agressielog.domain.errors import AgressielogError
from agressielog.domain.identity import looks_like_caller_code, parse_caller_code
from agressielog.domain.number_errors import NumberFault, UnreadableNumber
from agressielog.domain.phone import parse_number
from agressielog.domain.policy import Policy
from agressielog.domain.setting import TIP_TEXTS
from agressielog.domain.text import keep_line
from agressielog.domain.value import value
from agressielog.presentation.console import Output
from agressielog.presentation.lookup_view import MOST_PARTLY, show_answer


@value
class Desk:
    """Answers questions as of one local day."""

    app: App
    on: date

    def answer(self, number: list[str] | None, name: str | None, customer_number: str | None) -> Answer:
        """Answer the one question that was asked; without one, ask for a number on a terminal.

        Raises:
            Contradiction: two questions at once.
            MissingAnswers: none, and nobody to ask.
            TextEmpty, TextTooLong, TextUnstorable: what was typed can be nobody's.
        """
        given = [
            option
            for option, value in (("NUMMER", number), ("--naam", name), ("--klantnummer", customer_number))
            if value is not None
        ]
        if len(given) > 1:
            raise Contradiction(given[0], given[1])
        if name is not None:
            wanted = keep_line("--naam", name)
            return look_up_name(self.app.store, wanted, self._policy, self.on)
        if customer_number is not None:
            wanted = keep_line("--klantnummer", customer_number)
            return look_up_customer_number(self.app.store, wanted, self._policy, self.on)
        if number is not None:
            return self.look_up(" ".join(number))
        if not interactive():
            raise MissingAnswers(("NUMMER",))
        # Asked for here, the number is not in the shell's history.
        return ask("Nummer", self.look_up)

    @property
    def _policy(self) -> Policy:
        """The policy in use on the day."""
        return self.app.policy_on(self.on)

    def look_up(self, text: str) -> Answer:
        """Answer for a number as typed, or for a caller (`B12`)."""
        if looks_like_caller_code(text):
            return look_up_caller(self.app.store, parse_caller_code(text), self._policy, self.on)
        return look_up_number(self.app.store, parse_number(text, self.app.country), self._policy, self.on)

    def look_up_or_name(self, text: str) -> Answer:
        """Answer as `look_up`; letters that are no number are a name, or part of one.

        Raises:
            NobodyNamed: it is neither a number nor anybody's name.
        """
        try:
            return self.look_up(text)
        except UnreadableNumber as error:
            if error.reason not in {NumberFault.LETTERS, NumberFault.NO_DIGITS}:
                raise
        answer = look_up_name(self.app.store, keep_line("naam", text), self._policy, self.on)
        if not (answer.callers or answer.partly):
            raise NobodyNamed(text)
        return answer


@value
class Teller:
    """Tells answers, and sends each at once: the telephone is ringing."""

    app: App
    output: Output
    looking: Looking
    as_json: bool
    exit_code: bool
    in_window: bool = False

    def tell(self, answer: Answer, *, compact: bool = False) -> int:
        """Show one answer; returns the exit status."""
        policy, tip = self.app.policy_on(answer.on), self._tip(answer)
        if self.as_json:
            from agressielog.presentation.lookup_json import answer_json

            self.output.answer.json(answer_json(answer, policy, tip), compact=compact)
        else:
            show_answer(self.output.answer, answer, policy, tip, in_window=self.in_window)
        self.output.answer.flush()
        self._note(answer)
        renew_shown(self.app, answer)
        return lookup_status(answer.standing) if self.exit_code else ExitStatus.DONE

    def tell_each(self, look_up: Callable[[str], Answer], lines: Iterable[str]) -> int:
        """Answer every line as it comes; goes on after a bad one and returns the worst status."""
        worst = 0
        for line in lines:
            if not line.strip():
                continue
            try:
                status = self.tell(look_up(line.rstrip("\n")), compact=True)
            except AgressielogError as error:
                status = status_of(error)
                self._tell_mistake(error)
            # Each line is a look of its own: the switch that asks may be there all day.
            self.looking.keep()
            worst = max(worst, status)
        return worst

    def _note(self, answer: Answer) -> None:
        if shown := answer.callers or answer.partly[:MOST_PARTLY]:
            self.looking.at(seen.record.caller.id for seen in shown)
        else:
            self.looking.at_stranger()

    def _tip(self, answer: Answer) -> str | None:
        """Return what helps with the kind that was seen most; the texts are read only where one is needed."""
        kind = kind_to_advise_on(answer)
        if kind is None:
            return None
        from agressielog.settings.tip_texts import tips_in_use

        fitting = tips_in_use(self.app.settings.get(TIP_TEXTS)).tips.for_kind(kind)
        return fitting.tip if fitting is not None else None

    def _tell_mistake(self, error: AgressielogError) -> None:
        """Show a mistake where the answer would have been, so that answers and lines stay in step."""
        from agressielog.presentation.mistakes.three_lines import as_document, show_mistake
        from agressielog.presentation.mistakes.wording import word

        if self.as_json:
            self.output.answer.json(as_document(word(error)), compact=True)
            self.output.answer.flush()
        else:
            show_mistake(word(error), self.output, as_json=False)
