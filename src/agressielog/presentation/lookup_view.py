"""Shows the answer to a look-up: one status word, what to do, and who it may be; on screen and as JSON.

Never any free text of an incident: whoever reads along must learn no more than the colleague needs.
At most ten lines for one caller and two for each further one, four with a measure.
"""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from agressielog.domain.card import COLOURS, WIDTH
from agressielog.domain.identity import CallerId, caller_code, measure_code
from agressielog.domain.ladder import MeasureCode, MeasureNature
from agressielog.domain.phone import NumberSort, PhoneNumber
from agressielog.domain.policy import BREACH, Policy
from agressielog.domain.promise import PromiseRecord, PromiseStatus
from agressielog.domain.vocabulary import Certainty, Severity, Standing
from agressielog.presentation.advice_words import measure_label
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.good_call_view import show_row
from agressielog.presentation.labels import clipped, incidents, show_number
from agressielog.presentation.moments import show_short_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from agressielog.application.look_up import Answer, Seen
    from agressielog.domain.decision import Decision
    from agressielog.domain.standing import CallerRecord

#: Symbol of each status; the word itself always stands beside it, and the colour is that of its card.
_SYMBOLS: dict[Standing, str] = {
    Standing.UNKNOWN: "○",
    Standing.WITHHELD: "○",
    Standing.KNOWN: "●",
    Standing.WARNED: "▲",
    Standing.RESTRICTED: "▲",
    Standing.BANNED: "■",
}
# What fits beside the rest on one line of eighty columns, in characters; the record has it whole.
_NAME, _SHORT, _LONG, _LINE = 40, 26, 60, 74
_MOST_KINDS, _MOST_PROMISES = 3, 2
#: Of those whom part of a name fits; the list of callers has them all.
MOST_PARTLY = 5
_ASK_NAME = "Vraag eerst de hele naam."
_RESTRICTED = "Beperkt op verzoek: bijzonderheden zijn niet te zien."
# For one caller; whoever picks up reads no more (issue 2).
_MOST_LINES = 10


def show_answer(
    screen: Screen, answer: Answer, policy: Policy, tip: str | None = None, *, in_window: bool = False
) -> None:
    """Print the answer to one look-up; a tip, where there is one, is the last line about the first caller.

    In the window what to do next is a key, elsewhere a command.
    """
    if answer.partly:
        _show_partly(screen, answer, in_window=in_window)
        return
    if not in_window:
        # A card is folded once, for this width (design 5); told in full, an answer must look the same.
        screen = screen.at_most(WIDTH)
    sign, style = _sign(answer.standing)
    asked = f"  {show_number(answer.number)}" if answer.number is not None else ""
    screen.line(styled(f"{sign} {answer.standing.value.upper()}", style), asked)
    blocks = [_block(seen, policy, answer.on, whole=place == 0) for place, seen in enumerate(answer.callers)]
    if blocks and tip is not None:
        blocks[0].append(f"Tip: {tip}")
    told, doubts = instructions(answer, policy, in_window=in_window), warnings(answer, policy)
    first = 1 + len(told) + len(blocks[0]) if blocks else 0
    if first + len(doubts) > _MOST_LINES:
        doubts = [" ".join(doubts)] if doubts else []
    if first + len(doubts) > _MOST_LINES:
        told = [told[0], " ".join(told[1:])]
    for instruction in told:
        screen.line(instruction, indent=2)
    for doubt in doubts:
        screen.line("Let op: ", doubt, indent=2, hanging=8)
    for who, *lines in blocks:
        screen.line(who, indent=2)
        for line in lines:
            screen.line(line, indent=4, hanging=2)


def instructions(answer: Answer, policy: Policy, *, in_window: bool = False) -> list[str]:
    """Return what to do: for the status, for what still awaits judgement, and how a call in spite of a ban is kept.

    What is about safety comes first, and stays until the caller was told what was decided on it.
    """
    if answer.partly:
        return [_ASK_NAME]
    found = [answer.instruction]
    pending = {seen.record.pending for seen in answer.callers} - {None}
    untold = {seen.record.untold for seen in answer.callers}
    awaits = "Ligt ter beoordeling. " if pending else ""
    if Severity.SEVERE in pending | untold:
        found.insert(0, f"{awaits}{policy.instruction_pending_severe}".rstrip())
    elif pending:
        found.append(f"{awaits}{policy.instruction_pending}".rstrip())
    if answer.standing is Standing.BANNED:
        how = "leg het vast met m, soort" if in_window else "vastleggen met --soort"
        found.append(f"Belt de beller toch: {how} {BREACH}.")
    return [text for text in found if text]


def warnings(answer: Answer, policy: Policy) -> list[str]:
    """Return what could make the answer be about somebody else, or what may not have been found."""
    found = []
    if answer.partly:
        named = "; ".join(_in_one_line(seen) for seen in answer.partly[:MOST_PARTLY])
        found.append(f"Niemand heet precies zo. Het kan zijn: {named}. Zoek op met {_first_command(answer)}")
        found.extend(_listed(answer))
    elif answer.name is not None and not answer.callers:
        found.append("Niemand heet zo, ook niet voor een deel. Een naam kan anders gespeld zijn.")
    if isinstance(answer.number, PhoneNumber) and answer.number.sort is not NumberSort.ORDINARY:
        found.append(f"Dit is een {answer.number.sort.value}. Vraag wie er belt.")
    if answer.shared:
        found.append(f"Gedeeld nummer, {len(answer.callers)} bellers. Vraag eerst de naam.")
    doubts = []
    if stale := [seen.record.caller.id for seen in answer.callers if seen.stale]:
        doubts.append(
            f"langer dan {policy.number_stale_after} niet gezien bij {_enumerate(stale)}: kan nu van een ander zijn"
        )
    if presumed := [seen.record.caller.id for seen in answer.callers if seen.link is Certainty.PRESUMED]:
        doubts.append(f"vermoedelijk {_enumerate(presumed)}, niet zeker")
    found.extend(f"{doubt[0].upper()}{doubt[1:]}. Vraag eerst de naam." for doubt in doubts)
    return found


def _block(seen: Seen, policy: Policy, on: date, *, whole: bool) -> list[str]:
    """Return what is told of one caller, the name first: the first one whole, the others in at most four lines."""
    record = seen.record
    if record.restricted:
        return [_who(seen), *_measures(record, policy), _RESTRICTED]
    told = (
        _in_full(record, policy, on) if whole else [*_measures(record, policy), _in_short(record, policy, on)]
    )
    return [_who(seen), *told]


def _show_partly(screen: Screen, answer: Answer, *, in_window: bool) -> None:
    """Print whom part of the name fits; the head is no status, which could reassure about the wrong person."""
    asked = clipped(answer.name or "", _NAME)
    screen.line(styled("? NIET PRECIES GEVONDEN", Style.ATTENTION), f'  "{asked}"')
    screen.line(f"{_ASK_NAME} Het kan zijn:", indent=2)
    for seen in answer.partly[:MOST_PARTLY]:
        sign, style = _sign(seen.record.standing)
        screen.line(styled(sign, style), f" {_in_one_line(seen)}", indent=2, hanging=2)
    for listed in _listed(answer):
        screen.line(listed, indent=2, hanging=2)
    first = caller_code(answer.partly[0].record.caller.id)
    screen.line(f"Typ {first}." if in_window else f"Zoek op: {_first_command(answer)}", indent=2)


def _sign(standing: Standing) -> tuple[str, Style]:
    return _SYMBOLS[standing], Style(COLOURS[standing])


def _in_one_line(seen: Seen) -> str:
    return f"{_who(seen)}: {seen.record.standing.value}"


def _listed(answer: Answer) -> list[str]:
    """Return where the others are whom part of the name fits; nothing where all were told."""
    more = len(answer.partly) - MOST_PARTLY
    command = f"agressielog beller list --naam {quote(answer.name or '')}"
    return [f"En nog {more}: {command}"] if more > 0 else []


def _first_command(answer: Answer) -> str:
    return f"agressielog lookup {caller_code(answer.partly[0].record.caller.id)}"


def _who(seen: Seen) -> str:
    caller = seen.record.caller
    named = f"{caller_code(caller.id)} ({clipped(caller.name or 'naam onbekend', _NAME)})"
    customer = f", klantnummer {clipped(caller.customer_number, _SHORT)}" if caller.customer_number else ""
    return named + customer + (", vermoedelijk" if seen.link is Certainty.PRESUMED else "")


def _in_full(record: CallerRecord, policy: Policy, on: date) -> list[str]:
    lines = [*_measures(record, policy), _history(record, policy)]
    if record.promises:
        shown = "; ".join(_promise(promise, on, _LONG) for promise in record.promises[:_MOST_PROMISES])
        more = len(record.promises) - _MOST_PROMISES
        lines.append(f"Toegezegd: {shown}" + (f"; en nog {more}" if more > 0 else ""))
    if record.helped:
        lines.append(f"Hielp de vorige keer: {clipped(record.helped[0], _LONG - 10)}")
    return lines


def _telling(undelivered: Sequence[Decision], policy: Policy) -> str:
    """Return how the caller gets to know the first of these that has a letter; a talk has none."""
    for decision in undelivered:
        kind = policy.measure(decision.measure) if decision.measure is not None else None
        if kind is None or kind.nature is not MeasureNature.TALK:
            return f"lees eerst voor: agressielog brief {measure_code(decision.id)} --vorm voorlezen"
    return "zeg het eerst"


def _measures(record: CallerRecord, policy: Policy) -> list[str]:
    """Return in at most two lines what holds, and what was decided but not told, or is just over."""
    now = record.measures
    lines = []
    if now.holding:
        first, *further = now.holding
        text = _holding(first, policy)
        if further:
            text += f"; ook {', '.join(measure_code(decision.id) for decision in further)}"
        lines.append(text)
    rest = []
    if now.undelivered:
        named = ", ".join(_named(decision, policy) for decision in now.undelivered)
        rest.append(f"Besloten, nog niet uitgereikt: {named}; {_telling(now.undelivered, policy)}")
    if now.just_over is not None:
        rest.append(f"{_capital(_named(now.just_over, policy))} is voorbij en geldt niet meer")
    return [*lines, *(["; ".join(rest)] if rest else [])]


def _holding(decision: Decision, policy: Policy) -> str:
    until = decision.through
    text = _capital(_named(decision, policy))
    text += f" t/m {show_short_day(until)}" if until is not None else ""
    for label, told in (("afspraak", decision.arrangement), ("open blijft", decision.channel_left)):
        text += f"; {label}: {clipped(told, _LONG)}" if told is not None else ""
    return text


def _named(decision: Decision, policy: Policy) -> str:
    return f"{measure_label(decision.measure or MeasureCode(''), policy)} {measure_code(decision.id)}"


def _in_short(record: CallerRecord, policy: Policy, on: date) -> str:
    """Return one further caller's record on one line of eighty columns.

    What is short stays whole; the kinds and the texts are cut off where there is no room.
    """
    rest = []
    if record.promises:
        more = f" (+{len(record.promises) - 1})" if len(record.promises) > 1 else ""
        rest.append(f"toegezegd: {_promise(record.promises[0], on, _SHORT)}{more}")
    if record.helped:
        rest.append(f"hielp: {clipped(record.helped[0], _SHORT)}")
    tail = "; ".join([*_when(record), *rest])
    room = _LINE - len(tail) - 2
    head = clipped(_kinds(record, policy), room) if record.total and room >= _SHORT else _number(record)
    return clipped("; ".join(part for part in (head, tail) if part), _LINE)


def _history(record: CallerRecord, policy: Policy) -> str:
    parts = [*([_kinds(record, policy)] if record.total else []), *_when(record)]
    return "; ".join(parts) or "geen incidenten die meetellen"


def _kinds(record: CallerRecord, policy: Policy) -> str:
    kinds = [f"{count}× {policy.label_of(kind).lower()}" for kind, count in record.per_kind]
    more = len(kinds) - _MOST_KINDS
    named = ", ".join(kinds[:_MOST_KINDS]) + (
        f" en {more} {'andere soort' if more == 1 else 'andere soorten'}" if more > 0 else ""
    )
    return f"{incidents(record.total)}: {named}"


def _number(record: CallerRecord) -> str:
    return incidents(record.total) if record.total else ""


def _when(record: CallerRecord) -> list[str]:
    """Return the last day, good calls since, apologies and what is only presumed, which are never cut off."""
    last = [f"laatste op {show_short_day(record.last)}"] if record.last is not None else []
    row = show_row(record.good_calls)
    good = [row] if row is not None else []
    sorry = [f"excuses op {show_short_day(record.apologised_on)}"] if record.apologised_on else []
    tell = "telt" if record.presumed == 1 else "tellen"
    presumed = [f"{incidents(record.presumed)} vermoedelijk, {tell} niet mee"] if record.presumed else []
    return last + good + sorry + presumed


def _promise(record: PromiseRecord, on: date, width: int) -> str:
    promise, late = record.promise, record.status(on) is PromiseStatus.LATE
    told = clipped(promise.what, width)
    if promise.due is None:
        return told
    return f"{told} (voor {show_short_day(promise.due)}{', te laat' if late else ''})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _enumerate(callers: list[CallerId]) -> str:
    names = [caller_code(caller) for caller in callers]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"
