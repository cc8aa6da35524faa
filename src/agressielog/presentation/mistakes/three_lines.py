"""An error as a user meets it: three Dutch lines, or one JSON document (design 3)."""

import difflib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from agressielog.domain.value import value

if TYPE_CHECKING:
    from agressielog.presentation.console import Output

# Longer than this, what was typed is cut off when it is quoted back.
_LONGEST_QUOTE = 60


@value
class Reason:
    """One of several reasons at once: a stable code for programs and a Dutch sentence."""

    code: str
    what: str


@value
class Mistake:
    """What went wrong, why, and what to do now; `code` is the stable name for programs.

    The sentences may hold what a user typed exactly as it was typed: the screen neutralises it.
    """

    code: str
    what: str
    why: str
    now: str
    reasons: tuple[Reason, ...] = ()


def refusal(*reasons: Reason, what: str, now: str) -> Mistake:
    """Return a refusal by rules, with every reason at once."""
    why = " ".join(reason.what for reason in reasons)
    return Mistake("geweigerd", what, why, now, reasons)


def show_mistake(mistake: Mistake, output: "Output", *, as_json: bool) -> None:
    """Print three lines on stderr, or one JSON document on stdout."""
    if as_json:
        output.answer.json(as_document(mistake))
        output.answer.flush()
    else:
        output.notices.fields([("Wat:", mistake.what), ("Waarom:", mistake.why), ("Wat nu:", mistake.now)])
        output.notices.flush()


def as_document(mistake: Mistake) -> dict[str, object]:
    """Return the document `agressielog.fout/1`; `redenen` is there only for a refusal by rules."""
    told: dict[str, object] = {
        "code": mistake.code,
        "wat": mistake.what,
        "waarom": mistake.why,
        "nu": mistake.now,
    }
    if mistake.reasons:
        told["redenen"] = [{"code": reason.code, "wat": reason.what} for reason in mistake.reasons]
    return {"schema": "agressielog.fout/1", "fout": told}


def quoted(raw: str) -> str:
    """Return what was typed between quotes, cut off where it would drown the sentence."""
    return f'"{raw}"' if len(raw) <= _LONGEST_QUOTE else f'"{raw[:_LONGEST_QUOTE]}..."'


def either(names: Sequence[str]) -> str:
    """Return the names as a choice.

    >>> either(["a", "b", "c"])
    'a, b of c'
    """
    *others, last = names
    return f"{', '.join(others)} of {last}" if others else last


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return at most three of the known words that look most like this one, best first.

    The dashes of an option say nothing: `--json` is not much like `--version`.

    >>> nearest("Lokup", ["add", "lookup", "list"])
    ('lookup',)
    """
    bare = {name.lstrip("-"): name for name in known}
    alike = difflib.get_close_matches(word.lstrip("-").casefold(), bare, n=3)
    return tuple(bare[name] for name in alike)


def count(number: int) -> str:
    """Return a whole number as the Dutch write it.

    >>> count(20000)
    '20.000'
    """
    return f"{number:,}".replace(",", ".")
