"""The life of one record as the journal tells it: who changed what, when and with which command."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum

from agressielog.application.errors import RecordDamaged
from agressielog.application.finding_callers import find_caller
from agressielog.application.ports.evidence import Image, Step
from agressielog.application.ports.logbook import Store
from agressielog.application.restricting import hidden_steps
from agressielog.domain.correction import Caller, Difference, Value
from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.policy import KindCode
from agressielog.domain.vocabulary import Country


class StepKind(StrEnum):
    """What an entry of the journal did."""

    MADE = "vastgelegd"
    CHANGED = "veranderd"
    REMOVED = "verwijderd"
    ERASED = "gewist"


# What is worked out from another column, says nothing to a reader or stands elsewhere in full.
_UNTOLD = frozenset(
    {
        *("id", "ulid", "dag", "uur", "soort", "naam_gevouwen", "volgorde"),
        *("vastgelegd_op", "aangemaakt_op", "advies", "beleid_sha256", "inhoud"),
    }
)
_YES_NO = frozenset(
    {
        *("gewaarschuwd", "beeindigd", "overgedragen", "politie", "fout_bij_ons", "onvolledig"),
        *("anoniem", "spoed", "gesplitst"),
    }
)
_LABELS = {
    "op": "wanneer",
    "soorten": "soort",
    "beeindigd": "beëindigd",
    "geevalueerd_op": "geëvalueerd op",
    "e_mail": "e-mail",
    "hielp": "wat hielp",
}
# How a field is stored in which nothing stands; one for another is no change to a reader.
_NOTHING = (None, "")
_DAY = re.compile(r"(?:.*_)?(?:op|tot|voor|van|sinds)")


def incident_history(store: Store, incident: IncidentId, *, despite: bool = False) -> Sequence[Step]:
    """Return the life of an incident and its promises, oldest first.

    Raises:
        IncidentNotFound.
    """
    with store.reading() as reading:
        reading.incident(incident)
        steps = reading.incident_steps(incident)
        return steps if despite else hidden_steps(reading, steps)


def caller_history(store: Store, typed: str, country: Country) -> tuple[CallerId, Sequence[Step]]:
    """Return whom a user means, and that caller's life with the numbers, oldest first.

    Raises:
        CallerNotFound, AmbiguousCaller, TextEmpty, TextTooLong, TextUnstorable, RecordDamaged.
    """
    with store.reading() as reading:
        found = find_caller(reading, typed, country)
        return found.id, hidden_steps(reading, reading.caller_steps(found.id))


def measure_history(store: Store, measure: MeasureId, *, despite: bool = False) -> Sequence[Step]:
    """Return the life of a decision and its letters, oldest first.

    Raises:
        MeasureNotFound.
    """
    with store.reading() as reading:
        reading.decision(measure)
        steps = reading.measure_steps(measure)
        return steps if despite else hidden_steps(reading, steps)


def kind_of(step: Step) -> StepKind:
    """Return what an entry did."""
    if step.erased:
        return StepKind.ERASED
    if step.after is None:
        return StepKind.REMOVED
    return StepKind.MADE if step.before is None else StepKind.CHANGED


def changes(step: Step) -> Sequence[Difference]:
    """Return the fields that an entry changed, by their Dutch names; none for a new or removed record.

    Raises:
        RecordDamaged: the journal holds what this program cannot have written.
    """
    before, after = step.before, step.after
    if before is None or after is None:
        return ()
    try:
        return [
            Difference(_label(field), _value(field, before), _value(field, after))
            for field in sorted({*before, *after})
            if field not in _UNTOLD and _differ(before.get(field), after.get(field))
        ]
    except (ValueError, TypeError) as error:
        raise RecordDamaged(f"logboek {step.entry}") from error


def _differ(before: object, after: object) -> bool:
    return before != after and not (before in _NOTHING and after in _NOTHING)


def _label(field: str) -> str:
    return _LABELS.get(field, field.replace("_", " "))


def _value(field: str, image: Image) -> Value | Caller:
    cell = image.get(field)
    if cell is None:
        return None
    if field in _READERS:
        return _READERS[field](cell)
    if field in _YES_NO:
        return bool(cell)
    text = str(cell)
    if _DAY.fullmatch(field):
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    return text


def _caller(cell: object) -> Caller:
    return Caller(CallerId(int(str(cell))))


def _kinds(cell: object) -> tuple[KindCode, ...]:
    return tuple(KindCode(kind) for kind in _listed(cell))


def _listed(cell: object) -> list[str]:
    if not isinstance(cell, list):
        raise TypeError(type(cell))
    return [str(one) for one in cell]


_READERS: Mapping[str, Callable[[object], Value | Caller]] = {
    "beller": _caller,
    "samengevoegd_met": _caller,
    "nummer": lambda cell: PhoneNumber(str(cell)),
    "soorten": _kinds,
    "incidenten": lambda cell: ", ".join(_listed(cell)),
}
