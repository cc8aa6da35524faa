"""Shows what joining two callers brings together, and what parting them gives back."""

from collections.abc import Sequence

from agressielog.application.merging import Merged, Split
from agressielog.domain.caller import Caller
from agressielog.domain.caller_field import field_values
from agressielog.domain.identity import IncidentId, caller_code
from agressielog.domain.phone import PhoneNumber
from agressielog.presentation.caller_view import FIELD_NAMES, named
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.labels import clipped, incidents, show_caller, show_number

# More incidents than this are counted and no longer named.
_MOST_IDS = 12
_VALUE = 40


def show_merge_plan(screen: Screen, merged: Merged) -> None:
    """Print what a merge would do, before somebody agrees to it."""
    kept, absorbed = merged.kept.caller, merged.absorbed.caller
    stays = caller_code(kept.id)
    screen.line(
        f"{show_caller(absorbed)} gaat op in {show_caller(kept)}; {stays} blijft, want die staat voorop."
    )
    _show_details(screen, merged)


def show_merged(screen: Screen, merged: Merged, *, planned: bool) -> None:
    """Print that a merge is done, and the way back.

    Args:
        screen: where.
        merged: the merge.
        planned: whether the plan was shown just before, so that its details need no repeating.
    """
    kept, absorbed = merged.kept.caller, merged.absorbed.caller
    screen.line(styled(f"{show_caller(absorbed)} is opgegaan in {show_caller(kept)}.", Style.GOOD))
    if not planned:
        _show_details(screen, merged)
    screen.line(f"Ongedaan maken: agressielog beller split {caller_code(kept.id)}")


def show_split(screen: Screen, split: Split) -> None:
    """Print what a split gave back, and what stayed because it came or changed since the merge."""
    kept, restored = split.parting.kept, split.parting.restored
    stays, back = caller_code(kept.id), caller_code(restored.id)
    screen.line(styled(f"{show_caller(restored)} is weer los van {show_caller(kept)}.", Style.GOOD))
    rows = [("Incidenten", f"{incidents(len(split.returned))} terug naar {back}{_ids(split.returned)}")]
    if split.elsewhere:
        moved = f"{incidents(len(split.elsewhere))} intussen verplaatst{_ids(split.elsewhere)}"
        rows.append(("", f"{moved}; dat blijft zo"))
    if split.since:
        came = f"{incidents(len(split.since))} van na het samenvoegen{_ids(split.since)}"
        rows.append(("", f"{came}; bij {stays} gebleven, nu vermoedelijk"))
        rows.append(("", f"Van {stays}? agressielog edit {split.since[0]} --zeker"))
        rows.append(("", f"Van {back}? agressielog edit {split.since[0]} --beller {back} --zeker"))
    rows += [
        ("Nummers", f"{number.national} is nu van beide: {_sures(split, number)}")
        for number in split.parting.shared
    ]
    rows += [
        ("Nummers", f"{number.national} kwam na het samenvoegen; nu vermoedelijk van {stays}")
        for number in split.parting.doubted
        if number not in split.parting.shared
    ]
    rows += [
        ("Nummers", f"{number.national} was intussen weggehaald en komt niet terug")
        for number in split.parting.lost
    ]
    values = field_values(kept)
    rows += [
        (_capital(FIELD_NAMES[field]), f"intussen veranderd; {stays} houdt {_value(values[field])}")
        for field in split.parting.edited
    ]
    screen.fields(rows, indent=2)


def _show_details(screen: Screen, merged: Merged) -> None:
    kept, absorbed = merged.kept.caller, merged.absorbed.caller
    stays, goes = caller_code(kept.id), caller_code(absorbed.id)
    own, other = field_values(kept), field_values(absorbed)
    rows = [("Incidenten", f"{incidents(len(merged.incidents))} naar {stays}{_ids(merged.incidents)}")]
    new = [link.number for link in absorbed.numbers if kept.link_to(link.number) is None]
    if new:
        rows.append(("Nummers", f"{named([show_number(number) for number in new])} naar {stays}"))
    rows += [
        (_capital(FIELD_NAMES[field]), f"{_value(other[field])}, overgenomen van {goes}")
        for field in merged.joining.filled
    ]
    rows += [
        (_capital(FIELD_NAMES[field]), f"{_value(own[field])} blijft; {goes} had {_value(other[field])}")
        for field in merged.joining.differing
    ]
    screen.fields(rows, indent=2)


def _ids(ids: Sequence[IncidentId]) -> str:
    if not ids:
        return ""
    shown = ", ".join(str(incident) for incident in ids[:_MOST_IDS])
    more = len(ids) - _MOST_IDS
    return f": {shown}" + (f" en nog {more}" if more > 0 else "")


def _sures(split: Split, number: PhoneNumber) -> str:
    return named([_sure(caller, number) for caller in (split.parting.kept, split.parting.restored)])


def _sure(caller: Caller, number: PhoneNumber) -> str:
    link = caller.link_to(number)
    return f"{caller_code(caller.id)} {link.certainty.value}" if link is not None else caller_code(caller.id)


def _value(value: str | None) -> str:
    return clipped(value or "(leeg)", _VALUE)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
