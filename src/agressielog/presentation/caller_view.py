"""Shows callers: many in a table, one in full, and what a correction of one did."""

from collections.abc import Iterable, Sequence

from agressielog.application.callers import (
    CallerCard,
    CallerLine,
    Edited,
    Found,
    NumberAdded,
    NumberRemoved,
)
from agressielog.domain.caller import Caller, NumberLink
from agressielog.domain.caller_field import CallerField, field_values
from agressielog.domain.identity import caller_code
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day, to_local
from agressielog.domain.phone import NumberSort
from agressielog.domain.policy import Policy
from agressielog.domain.vocabulary import Certainty
from agressielog.presentation.console import Column, Screen, Style, styled
from agressielog.presentation.labels import clipped, counted, incidents, show_caller, show_kinds, show_number
from agressielog.presentation.moments import show_day, show_short_day

#: How a field is called in a sentence.
FIELD_NAMES = {
    CallerField.NAME: "naam",
    CallerField.CUSTOMER_NUMBER: "klantnummer",
    CallerField.ADDRESS: "adres",
    CallerField.E_MAIL: "e-mail",
    CallerField.LANGUAGE_OR_HELP: "taal of hulp",
}
#: How a field is asked.
FIELD_QUESTIONS = {
    CallerField.NAME: "Naam",
    CallerField.CUSTOMER_NUMBER: "Klantnummer",
    CallerField.ADDRESS: "Postadres",
    CallerField.E_MAIL: "E-mailadres",
    CallerField.LANGUAGE_OR_HELP: "Taal, of hulp die nodig is (tolk, doventolk, begeleider)",
}
# What fits beside the rest on a line of eighty columns, in characters.
_NAME, _CUSTOMER_NUMBER, _KINDS, _VALUE = 26, 12, 28, 60
_MOST_INCIDENTS = 10
_NOTHING = "–"


def show_followed(found: Found) -> str | None:
    """Return what to say where a merged caller was named; None where there is nothing to say."""
    if found.asked is None:
        return None
    now = caller_code(found.caller.id)
    return f"{caller_code(found.asked)} is samengevoegd met {now}; dit gaat over {now}."


def show_callers(screen: Screen, lines: Sequence[CallerLine], name_part: str | None) -> None:
    """Print callers as a table, one line each, their numbers masked."""
    if not lines:
        wanted = f' met "{name_part}" in de naam' if name_part else ""
        screen.line(f"Geen bellers{wanted}.")
        return
    screen.table(
        ["Beller", "Naam", "Klantnummer", "Nummers", Column("Incidenten", right=True)],
        [
            (
                caller_code(line.caller.id),
                clipped(line.caller.name or _NOTHING, _NAME),
                clipped(line.caller.customer_number or _NOTHING, _CUSTOMER_NUMBER),
                _masked(line.caller.numbers),
                str(line.incidents),
            )
            for line in lines
        ],
    )


def show_card(screen: Screen, card: CallerCard, policy: Policy, *, restricted: bool = False) -> None:
    """Print one caller in full, numbers too, and the last incidents in short; of a restricted one not what they were."""
    caller = card.found.caller
    screen.line(styled(show_caller(caller), Style.TITLE))
    screen.fields(
        [
            *_rows("Nummers", [_linked(link) for link in caller.numbers] or ["geen"]),
            *(
                (_label(field), value)
                for field, value in field_values(caller).items()
                if value is not None and field is not CallerField.NAME
            ),
            ("In logboek", f"sinds {show_day(local_day(caller.created_at))}"),
            *_rows("Samengevoegd", [_merged(card, merged) for merged in card.merged]),
        ],
        indent=2,
    )
    screen.blank()
    _show_incidents(screen, card, policy, restricted=restricted)


def show_edited(screen: Screen, edited: Edited) -> None:
    """Print what changed, or that nothing did."""
    if not edited.changed:
        screen.line(f"Er is niets veranderd aan {show_caller(edited.after)}; er is niets opgeslagen.")
        return
    screen.line(styled(f"{show_caller(edited.after)} is verbeterd.", Style.GOOD))
    before, after = field_values(edited.before), field_values(edited.after)
    for field in edited.changed:
        screen.line(
            f"{FIELD_NAMES[field]}: {_value(before[field])} → {_value(after[field])}", indent=2, hanging=2
        )


def show_number_added(screen: Screen, added: NumberAdded) -> None:
    """Print whose the number is now, and who else uses it."""
    whose = f"bij {show_caller(added.after)}"
    link = added.after.link_to(added.number)
    sure = ", vermoedelijk" if link is not None and link.certainty is Certainty.PRESUMED else ""
    if added.after == added.before:
        screen.line(f"{show_number(added.number)} hoorde al {whose}{sure}; er is niets opgeslagen.")
    else:
        screen.line(styled(f"{show_number(added.number)} hoort nu {whose}{sure}.", Style.GOOD))
    if added.number.sort is not NumberSort.ORDINARY:
        screen.line(f"Let op: achter een {added.number.sort.value} kan iedereen zitten.")
    if added.others:
        screen.line(f"Let op: het nummer is ook van {named([show_caller(other) for other in added.others])}.")
        same, other = caller_code(added.after.id), caller_code(added.others[0].id)
        screen.line(f"Is dat dezelfde persoon? agressielog beller merge {same} {other}", indent=2)


def show_number_removed(screen: Screen, removed: NumberRemoved) -> None:
    """Print that the number is gone, what that means for incidents on it, and the way back."""
    caller, number = caller_code(removed.after.id), show_number(removed.number)
    screen.line(styled(f"{number} hoort niet meer bij {show_caller(removed.after)}.", Style.GOOD))
    if removed.incidents:
        stay = counted(removed.incidents, "incident op dit nummer blijft", "incidenten op dit nummer blijven")
        screen.line(f"Let op: {stay} van {caller}.")
        screen.line(f"Wie het nummer opzoekt, vindt {caller} niet meer.", indent=2)
    screen.line(f"Terugzetten: agressielog beller nummer add {caller} {removed.number.national}")


def named(names: Sequence[str]) -> str:
    """Return names as a list in a sentence: `B12, B13 en B14`."""
    *others, last = names
    return f"{', '.join(others)} en {last}" if others else last


def _show_incidents(screen: Screen, card: CallerCard, policy: Policy, *, restricted: bool) -> None:
    caller = caller_code(card.found.caller.id)
    screen.line(styled(_capital(incidents(len(card.incidents))), Style.TITLE))
    shown = card.incidents[:_MOST_INCIDENTS]
    if not shown:
        return
    screen.table(
        [Column("Nr", right=True), "Wanneer", "Soort", "Ernst", "Nummer", ""],
        [
            (
                str(incident.id),
                f"{show_short_day(local_day(incident.at))} {to_local(incident.at):%H:%M}",
                _NOTHING if restricted else clipped(show_kinds(incident.kinds, policy), _KINDS),
                _NOTHING if restricted else incident.severity.value,
                incident.phone.national if incident.phone is not None else _NOTHING,
                _remark(incident),
            )
            for incident in shown
        ],
    )
    more = len(card.incidents) - len(shown)
    if more:
        screen.line(f"En nog {incidents(more)}: agressielog list --beller {caller}")
    for incident in card.incidents:
        if _is_presumed(incident):
            screen.line("Vermoedelijk telt niet mee tot iemand het bevestigt:")
            screen.line(f"agressielog edit {incident.id} --beller {caller} --zeker", indent=2)
            return


def _remark(incident: Incident) -> str:
    """Return what sets an incident apart from one that simply counts."""
    if not incident.status.stands:
        return incident.status.value
    if _is_presumed(incident):
        return "vermoedelijk"
    return "onvolledig" if incident.incomplete else ""


def _is_presumed(incident: Incident) -> bool:
    return incident.certainty is Certainty.PRESUMED and incident.status.stands


def _merged(card: CallerCard, merged: Caller) -> str:
    splits = merged.id == card.splits_off
    how = f"; ongedaan maken: agressielog beller split {caller_code(card.found.caller.id)}" if splits else ""
    return show_caller(merged) + how


def _linked(link: NumberLink) -> str:
    return show_number(link.number) + ("" if link.certainty is Certainty.CERTAIN else ", vermoedelijk")


def _masked(links: Sequence[NumberLink]) -> str:
    if not links:
        return _NOTHING
    first, *more = links
    sure = "" if first.certainty is Certainty.CERTAIN else "?"
    return first.number.masked + sure + (f" +{len(more)}" if more else "")


def _rows(label: str, values: Iterable[str]) -> list[tuple[str, str]]:
    """Return one row per value, the label beside the first."""
    return [(label if place == 0 else "", value) for place, value in enumerate(values)]


def _label(field: CallerField) -> str:
    return _capital(FIELD_NAMES[field])


def _value(value: str | None) -> str:
    return "(leeg)" if value is None else clipped(value, _VALUE)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
