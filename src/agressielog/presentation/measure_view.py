"""Shows measures: one in full, many in a table, and what was just decided."""

import json
from collections.abc import Sequence
from datetime import date, datetime

from agressielog.application.measure_views import Life
from agressielog.application.measures import Decided
from agressielog.domain.curtain import HIDDEN
from agressielog.domain.decision import Decision, MeasureStatus, Objection
from agressielog.domain.identity import MeasureId, caller_code, measure_code
from agressielog.domain.ladder import ORAL_WARNING, MeasureNature
from agressielog.domain.letter import LetterKind
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import Policy
from agressielog.presentation.advice_view import time_left
from agressielog.presentation.advice_words import measure_label
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.finding_text import enumerated
from agressielog.presentation.good_call_view import good_calls_json, show_good_calls
from agressielog.presentation.json_documents import Json
from agressielog.presentation.labels import clipped
from agressielog.presentation.measure import cells
from agressielog.presentation.moments import iso, iso_day, show_day, show_moment, show_short_day

_HEAD = ("Nr", "Beller", "Maatregel", "Van", "Tot", "Stand", "Reden")
_REASON = 40
# Between two columns of the list; and of a measure and its reason so much is shown on any terminal.
_GAP, _NARROWEST, _SHORTEST = 2, 14, 8


def show_decided(screen: Screen, decided: Decided, policy: Policy) -> None:
    """Print what was decided, and what has to happen next."""
    decision = decided.decision
    name = measure_code(decision.id)
    screen.line(styled(f"{name} opgeslagen: {describe(decision, policy)}.", Style.GOOD))
    answers = (
        f", voor incident {enumerated([str(i) for i in decision.incidents])}" if decision.incidents else ""
    )
    screen.line(f"{caller_code(decision.caller)}{answers}; besloten door {decision.decided_by}", indent=2)
    if decided.by_a_reporter:
        screen.line("Let op: wie besluit is ook melder van een van deze incidenten.", indent=2)
    if decision.measure is not None and decision.delivered is None:
        _show_delivering(screen, decision, policy)
    if decision.valid_until is not None:
        screen.line(f"Telt tot en met {show_day(decision.valid_until)}.", indent=2)
    if decision.review_on is not None:
        screen.line(f"Evaluatie op {show_day(decision.review_on)}.", indent=2)
    _show_beside(screen, decision, policy)


def _show_beside(screen: Screen, decision: Decision, policy: Policy) -> None:
    """Tell what the policy gives along with this measure, which is a decision of its own."""
    rungs = policy.ladder.rungs if policy.ladder is not None else ()
    companions = next((rung.companions for rung in rungs if rung.code == decision.rung), ())
    about = "".join(f" --incident {incident}" for incident in decision.incidents)
    for code in companions:
        screen.line(
            f"Hier hoort {measure_label(code, policy)} bij: agressielog maatregel add "
            f"{caller_code(decision.caller)} --soort {code}{about}",
            indent=2,
            hanging=2,
        )


def _show_delivering(screen: Screen, decision: Decision, policy: Policy) -> None:
    name, kind = measure_code(decision.id), policy.measure(decision.measure) if decision.measure else None
    screen.line("Nog niet uitgereikt: het telt pas als de beller het weet.", indent=2)
    if kind is not None and kind.nature is MeasureNature.TALK:
        screen.line(f"Na het gesprek: agressielog maatregel deliver {name} --wijze voorgelezen", indent=2)
        return
    if kind is not None and kind.code == ORAL_WARNING:
        screen.line(f"Zeg het de beller; de tekst: agressielog brief {name} --vorm voorlezen", indent=2)
        screen.line(f"Daarna: agressielog maatregel deliver {name} --wijze voorgelezen", indent=2)
        return
    screen.line(f"De brief: agressielog brief {name}", indent=2)
    screen.line(f"Als die weg is: agressielog maatregel deliver {name} --wijze post", indent=2)


def show_life(screen: Screen, life: Life, policy: Policy, now: datetime) -> None:
    """Print everything of one decision.

    Args:
        screen: where.
        life: the decision as of a local day.
        policy: the one in use on that day, for the names of measures.
        now: aware UTC moment, for what is still to be delivered.
    """
    decision = life.decision
    screen.line(
        styled(f"{measure_code(decision.id)} {describe(decision, policy)}", Style.TITLE),
        f"  ({_stands(decision, life.on, today=local_day(now))})",
    )
    for line in cautions(life):
        screen.line(f"Let op: {line}", indent=2, hanging=2)
    given, objection, held, ended = decision.advice, decision.objection, decision.review, decision.ended
    rows: list[tuple[str, str | None]] = [
        ("Beller", caller_code(decision.caller)),
        ("Besloten", f"{show_day(decision.decided_on)}, door {decision.decided_by}"),
        ("Reden", decision.reason),
        ("Incidenten", ", ".join(str(incident) for incident in decision.incidents) or None),
        ("Uitgereikt", _delivered(life, now)),
        ("Telt tot en met", _day(decision.through) if decision.valid_until is not None else None),
        ("Van", show_day(decision.first) if decision.last is not None else None),
        ("Tot en met", _day(decision.through) if decision.last is not None else None),
        ("Evaluatie", _day(decision.review_on) if ended is None else None),
        ("Omvang", decision.scope),
        ("Open blijft", decision.channel_left),
        ("Afspraak", decision.arrangement),
        ("Gehoord", _day(decision.heard_on)),
        ("Niet gehoord", decision.not_heard),
        ("Spoed", "ja" if decision.urgent else None),
        ("Afwijking", decision.deviation),
        ("Voor de beller", show_good_calls(life.good_calls)),
        ("Bezwaar", show_answer(objection) if objection is not None else None),
        ("Geëvalueerd", f"{show_day(held.on)}: {_and(held.outcome.value, held.reason)}" if held else None),
        ("Geëindigd", f"{show_day(ended.on)}: {_and(ended.kind.value, ended.reason)}" if ended else None),
        ("Advies toen", f"{_advised(decision, policy)} (beleid {given.policy} {given.version})"),
    ]
    screen.fields([(label, value) for label, value in rows if value], indent=2)


def show_letter_to_make(screen: Screen, measure: MeasureId, kind: LetterKind) -> None:
    """Print how to make the letter that tells the caller what became of a measure."""
    screen.line(f"De brief: agressielog brief {measure_code(measure)} --soort {kind.value}", indent=2)


def cautions(life: Life) -> list[str]:
    """Return what somebody has to know before relying on a decision."""
    decision, found = life.decision, []
    if life.by_a_reporter:
        found.append("wie besloot is ook melder van een van deze incidenten")
    if life.fallen:
        named = enumerated([str(incident) for incident in life.fallen])
        found.append(f"incident {named} is vervallen of niet zeker van deze beller")
    if decision.ended is None and decision.review_overdue(life.on):
        found.append("de evaluatie is te laat; zonder goede redenen hef je de maatregel op")
    if life.leaning:
        named = enumerated([measure_code(measure) for measure in life.leaning])
        found.append(f"bekijk {named} opnieuw, die kwam na deze vernietigde maatregel")
    return found


def show_decisions(screen: Screen, decisions: Sequence[Decision], policy: Policy, on: date) -> None:
    """Print decisions as of a local day as a table, one line each."""
    if not decisions:
        screen.line("Geen maatregelen.")
        return
    rows = [
        (
            measure_code(decision.id),
            caller_code(decision.caller),
            measure_label(decision.measure, policy) if decision.measure else "geen",
            show_short_day(decision.first),
            show_short_day(last) if (last := decision.through) is not None else "",
            _stands(decision, on),
            clipped(" ".join(decision.reason.split()), _REASON),
        )
        for decision in decisions
    ]
    head, shown = _fitting(rows, screen.surface.width) if screen.surface.wrap else (_HEAD, rows)
    screen.table(head, shown, drawn=False)


def _fitting(
    rows: Sequence[tuple[str, ...]], width: int
) -> tuple[tuple[str, ...], Sequence[tuple[str, ...]]]:
    """Return heading and rows so that each is one line of *width* columns.

    Where almost nothing of the reason fits it is left out: the whole decision is one command away.
    """
    nr, caller, what, *fixed, reason = (max(map(cells, column)) for column in zip(_HEAD, *rows, strict=True))
    room = width - nr - caller - sum(fixed) - (len(_HEAD) - 1) * _GAP
    what = min(what, max(_NARROWEST, room - reason))
    if room - what < _SHORTEST:
        what = max(_NARROWEST, room + _GAP)
        return _HEAD[:-1], [(*row[:2], clipped(row[2], what), *row[3:-1]) for row in rows]
    reason = room - what
    return _HEAD, [(*row[:2], clipped(row[2], what), *row[3:-1], clipped(row[-1], reason)) for row in rows]


def describe(decision: Decision, policy: Policy) -> str:
    """Return `contactverbod van 12 mei t/m 11 juni 2026`, or `geen maatregel`."""
    if decision.measure is None:
        return "geen maatregel"
    label = measure_label(decision.measure, policy)
    if decision.last is None:
        return label
    # Earlier than planned where it was ended.
    return f"{label} van {show_short_day(decision.first)} t/m {show_short_day(decision.through or decision.last)}"


def _stands(decision: Decision, on: date, *, today: date | None = None) -> str:
    """Return how it stands on local day *on*; the day on which it was ended is its last (design 4.3)."""
    status, ended = decision.status(on), decision.ended
    if ended is None or ended.on != on or decision.as_measure.annulled:
        return status.value
    if status is MeasureStatus.UNDELIVERED:
        return ended.kind.value
    return f"{ended.kind.value}, laatste dag{' vandaag' if on == today else ''}"


def decision_json(decision: Decision, on: date) -> Json:
    """Return `maatregel` of design 3.1, of a decision as it stood on local day *on*."""
    delivered, objection, held, ended = (
        decision.delivered,
        decision.objection,
        decision.review,
        decision.ended,
    )
    return {
        "id": measure_code(decision.id),
        "beller": caller_code(decision.caller),
        "soort": decision.measure,
        "trede": decision.rung,
        "van": iso_day(decision.first),
        "tot": iso_day(decision.last) if decision.last else None,
        "geldig_tot": iso_day(decision.valid_until) if decision.valid_until else None,
        "evaluatie_op": iso_day(decision.review_on) if decision.review_on else None,
        "besluit_door": decision.decided_by,
        "reden": decision.reason,
        "resterend_kanaal": decision.channel_left,
        "omvang": decision.scope,
        "afspraak": decision.arrangement,
        "gehoord_op": iso_day(decision.heard_on) if decision.heard_on else None,
        "uitgereikt_op": iso(delivered.at) if delivered else None,
        "wijze": delivered.way.value if delivered else None,
        "incidenten": list(decision.incidents),
        "status": decision.status(on).value,
        "besloten_op": iso_day(decision.decided_on),
        "niet_gehoord": decision.not_heard,
        "spoed": decision.urgent,
        "afwijking": decision.deviation,
        "bezwaar": (
            {
                "ontvangen_op": iso_day(objection.received_on),
                "antwoord_voor": iso_day(objection.answer_by),
                "beantwoord_op": iso_day(objection.answered_on) if objection.answered_on else None,
                "uitkomst": objection.verdict.value if objection.verdict else None,
                "reden": objection.reason,
            }
            if objection
            else None
        ),
        "evaluatie": (
            {"op": iso_day(held.on), "uitkomst": held.outcome.value, "reden": held.reason} if held else None
        ),
        "einde": {"op": iso_day(ended.on), "soort": ended.kind.value, "reden": ended.reason}
        if ended
        else None,
        "advies": (advised := json.loads(decision.advice.document)),
        "beperkt_op_verzoek": advised is None,
    }


def measure_document(command: str, decision: Decision, on: date) -> Json:
    """Return the document of a command about one measure; *command* as in `maatregel.add`."""
    return {"schema": f"agressielog.{command}/1", "maatregel": decision_json(decision, on)}


def life_document(command: str, life: Life) -> Json:
    """Return the document of a command that tells how a measure stands; *command* as in `maatregel.show`."""
    return {
        **measure_document(command, life.decision, life.on),
        "goede_gesprekken": good_calls_json(life.good_calls),
    }


def measures_document(decisions: Sequence[Decision], on: date) -> Json:
    """Return the document of `maatregel list`."""
    return {
        "schema": "agressielog.maatregel.list/1",
        "maatregelen": [decision_json(decision, on) for decision in decisions],
    }


def show_answer(objection: Objection) -> str:
    """Return when an objection came in, and how it was answered or by when it is to be."""
    told = f"ontvangen op {show_day(objection.received_on)}"
    if objection.answered_on is not None and objection.verdict is not None:
        answer = _and(objection.verdict.value, objection.reason or "")
        return f"{told}, beantwoord op {show_day(objection.answered_on)}: {answer}"
    return f"{told}, antwoord voor {show_day(objection.answer_by)}"


def _advised(decision: Decision, policy: Policy) -> str:
    advised = json.loads(decision.advice.document)
    if advised is None:
        return HIDDEN
    if advised["maatregel"] is None:
        return "geen"
    bounds = [advised["duur_van"], advised["duur_tot"]]
    term = advised["duur"] or " tot ".join(bound for bound in bounds if bound is not None)
    beside = [measure_label(code, policy) for code in advised.get("met", ())]
    told = measure_label(advised["maatregel"], policy) + (f", {term}" if term else "")
    return told + (f" met {enumerated(beside)}" if beside else "")


def _delivered(life: Life, now: datetime) -> str | None:
    delivered, due = life.decision.delivered, life.reaction_due
    if delivered is None:
        waiting = life.decision.status(life.on) is MeasureStatus.UNDELIVERED
        return (
            f"nog niet; {time_left(due, now)}"
            if waiting and due is not None
            else "nog niet"
            if waiting
            else None
        )
    in_time = (
        "" if due is None else ", op tijd" if delivered.at <= due else f", {time_left(due, delivered.at)}"
    )
    return f"{show_moment(delivered.at, now)}; {delivered.way.value}{in_time}"


def _day(day: date | None) -> str | None:
    return show_day(day) if day is not None else None


def _and(outcome: str, reason: str) -> str:
    return f"{outcome}, {reason}" if reason else outcome
