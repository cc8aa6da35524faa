"""The wording of options that do not go together, and of an editor that did not help."""

from agressielog.application.usage_errors import (
    Contradiction,
    DaysReversed,
    EditorFailed,
    NotPositive,
    SheetUnreadable,
    StdinTwice,
    TooManyDays,
)
from agressielog.presentation.mistakes.three_lines import Mistake, quoted
from agressielog.presentation.moments import show_day


def contradiction(error: Contradiction) -> Mistake:
    """Word two options that exclude each other."""
    return Mistake(
        "tegenstrijdig",
        f"{error.one} en {error.other} kunnen niet samen.",
        "Ze zeggen iets anders over hetzelfde.",
        f"Laat {error.one} of {error.other} weg.",
    )


def too_many_days(error: TooManyDays) -> Mistake:
    """Word more days than promises."""
    return Mistake(
        "te_veel_dagen",
        "Er staat vaker --voor dan --toezegging.",
        f"Bij --toezegging staat {error.promises} keer iets, bij --voor {error.days} keer.",
        "Zet achter elke --toezegging hoogstens één --voor.",
    )


def stdin_twice(_error: StdinTwice) -> Mistake:
    """Word two texts that would both be read from standard input."""
    return Mistake(
        "twee_keer_invoer",
        "Er staat twee keer - voor de invoer.",
        "Van de invoer kan maar één tekst gelezen worden.",
        "Geef één van de twee teksten op een andere manier.",
    )


def days_reversed(error: DaysReversed) -> Mistake:
    """Word a stretch that ends before it begins."""
    return Mistake(
        "dagen_omgekeerd",
        "De laatste dag ligt vóór de eerste.",
        f"Gevraagd is van {show_day(error.first)} tot en met {show_day(error.last)}.",
        "Draai --sinds en --tot om.",
    )


def not_positive(error: NotPositive) -> Mistake:
    """Word a count below one."""
    return Mistake(
        "te_klein",
        f"{error.typed} past niet bij {error.option}.",
        "Daar hoort een getal van minstens 1.",
        f"Typ bijvoorbeeld {error.option} 20.",
    )


def editor_failed(error: EditorFailed) -> Mistake:
    """Word an editor that did not start, or said that it failed."""
    return Mistake(
        "editor_mislukt",
        "De tekst is niet veranderd.",
        f"De editor {quoted(error.command)} startte niet of meldde een fout.",
        "Kies een editor met de omgevingsvariabele EDITOR, of geef de tekst mee met --wat.",
    )


def sheet_unreadable(error: SheetUnreadable) -> Mistake:
    """Word an edited text that lost its headings."""
    return Mistake(
        "kopje_onleesbaar",
        "De tekst is niet veranderd.",
        f"Het kopje {quoted(error.heading)} ontbreekt, staat er twee keer of hoort er niet.",
        "Doe het opnieuw en laat de kopjes staan zoals ze zijn.",
    )
