"""Asks a row of questions about what may be filled already: Enter keeps, a dash empties, `<` goes back."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from agressielog.cli.asking import BACK, StepBack, ask, say
from agressielog.domain.value import value

K = TypeVar("K", bound=Hashable)

#: Typed as an answer, empties what was filled.
EMPTY = "-"


@value
class Question(Generic[K]):
    """One question.

    Attributes:
        key: what it is about.
        text: in Dutch.
        present: what is filled now, or None.
        read: turns what was typed into what is kept, or raises one of our errors.
        choices: what may be answered, each with what it is in a line; shown above the question.
    """

    key: K
    text: str
    present: str | None
    read: Callable[[str], str | None]
    choices: Sequence[tuple[str, str]] = ()


def ask_all(questions: Sequence[Question[K]]) -> dict[K, str | None]:
    """Ask every question and return the answers; None for nothing."""
    say(f"Enter houdt wat er staat, {EMPTY} maakt leeg, {BACK} gaat een vraag terug, Ctrl-C stopt.")
    answers = {question.key: question.present for question in questions}
    place = 0
    while place < len(questions):
        question = questions[place]
        try:
            answers[question.key] = _answer(question, answers[question.key])
            place += 1
        except StepBack:
            place = max(0, place - 1)
    return answers


def _answer(question: Question[K], present: str | None) -> str | None:
    width = max((len(name) for name, _ in question.choices), default=0)
    for name, told in question.choices:
        say(f"  {name:<{width}}  {told}".rstrip(), hanging=width + 4)

    def read(typed: str) -> str | None:
        if not typed:
            return present
        return None if typed == EMPTY else question.read(typed)

    return ask(question.text if present is None else f"{question.text} [{present}]", read)
