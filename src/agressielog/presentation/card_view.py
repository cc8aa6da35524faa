"""The text of a card: exactly what `lookup` prints, in a pipe and on a terminal."""

from collections.abc import Sequence
from io import StringIO

from agressielog.application.look_up import Answer
from agressielog.domain.card import WIDTH
from agressielog.domain.policy import Policy
from agressielog.presentation.console import Part, Screen, Surface
from agressielog.presentation.labels import show_number
from agressielog.presentation.lookup_view import show_answer
from agressielog.presentation.measure import cells

_ON_A_TERMINAL = Surface(wrap=True, width=WIDTH)


def card_texts(answer: Answer, policy: Policy, tip: str | None) -> tuple[str, str | None]:
    """Return an answer as it is told in a pipe and as it is folded; None for the latter where that is the same."""
    stream = StringIO()
    kept = _Kept(stream)
    show_answer(kept, answer, policy, tip)
    return stream.getvalue(), kept.folded()


def without_number(text: str, answer: Answer) -> str:
    """Return a text of an answer without the number at the end of its first line."""
    head, rest = text.split("\n", 1)
    return f"{head.removesuffix(show_number(answer.number))}\n{rest}"


class _Kept(Screen):
    """Prints as in a pipe and keeps the lines, to fold them where one is too long: two answers would cost twice."""

    def __init__(self, stream: StringIO) -> None:
        super().__init__(stream)
        self._lines: list[tuple[Sequence[Part], str, str]] = []
        self._too_long = False

    def folded(self) -> str | None:
        """Return what was printed, folded; None where every line fits."""
        if not self._too_long:
            return None
        self._stream, self.surface = StringIO(), _ON_A_TERMINAL
        for shown, first, rest in self._lines:
            super()._print(shown, first, rest)
        return self._stream.getvalue()

    def _print(self, shown: Sequence[Part], first: str, rest: str, *, wrap: bool = True) -> None:
        self._lines.append((shown, first, rest))
        self._too_long = self._too_long or len(first) + sum(cells(part.text) for part in shown) > WIDTH
        super()._print(shown, first, rest, wrap=wrap)
