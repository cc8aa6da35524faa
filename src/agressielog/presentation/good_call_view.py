"""Says of good calls what speaks for the caller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agressielog.domain.identity import caller_code, measure_code
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.labels import counted, show_caller
from agressielog.presentation.moments import iso_day, show_short_day

if TYPE_CHECKING:
    from agressielog.application.good_calls import GoodCallNoted
    from agressielog.domain.good_call import GoodCalls
    from agressielog.presentation.json_documents import Json


def show_row(found: GoodCalls) -> str | None:
    """Return `laatste gesprek goed` or `laatste 3 gesprekken goed`; None where the last one was not."""
    match found.in_a_row:
        case 0:
            return None
        case 1:
            return "laatste gesprek goed"
        case several:
            return f"laatste {several} gesprekken goed"


def show_good_calls(found: GoodCalls) -> str | None:
    """Return `5 goede gesprekken, het laatste op 20 nov 2026; laatste 3 gesprekken goed`; None for none."""
    if found.last is None:
        return None
    told = counted(found.total, "goed gesprek", "goede gesprekken")
    row = show_row(found)
    return f"{told}, het laatste op {show_short_day(found.last)}" + (f"; {row}" if row is not None else "")


def good_calls_json(found: GoodCalls) -> Json:
    """Return `goede_gesprekken`."""
    return {
        "totaal": found.total,
        "op_rij": found.in_a_row,
        "laatste": iso_day(found.last) if found.last is not None else None,
    }


def show_noted(screen: Screen, noted: GoodCallNoted) -> None:
    """Print a good call that was just stored."""
    screen.line(styled(f"Goed gesprek met {show_caller(noted.caller)} genoteerd.", Style.GOOD))
    told = show_good_calls(noted.good_calls)
    if told is not None:
        screen.line(f"{told[0].upper()}{told[1:]}", indent=2)


def noted_json(noted: GoodCallNoted) -> Json:
    """Return the document of `goed`."""
    return {
        "schema": "agressielog.goed/1",
        "beller": caller_code(noted.caller.id),
        "maatregel": measure_code(noted.under),
        "goede_gesprekken": good_calls_json(noted.good_calls),
    }
