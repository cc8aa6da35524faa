"""A logbook with a measure to write a letter about, and the protocol and settings of its town hall."""

from dataclasses import replace
from datetime import date
from typing import Any

import story

from agressielog.application.letters import Letter, prepare
from agressielog.application.ports.logbook import Store
from agressielog.domain.decision import GivenAdvice, NewDecision, Objection, Verdict
from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.ladder import (
    STANDARD_MEASURES,
    Ladder,
    MeasureCode,
    Rung,
    RungCode,
)
from agressielog.domain.letter import LetterKind
from agressielog.domain.policy import Policy
from agressielog.domain.safeguards import Gate, Remedy, RemedyKind, Safeguards
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.vocabulary import Certainty, Severity

WARNING, BAN = MeasureCode("schriftelijke_waarschuwing"), MeasureCode("contactverbod")
TALK, RESTRICTION = MeasureCode("ordegesprek"), MeasureCode("contactbeperking")
ONE_MONTH, ONE_YEAR = Span(1, SpanUnit.MONTH), Span(12, SpanUnit.MONTH)
ANSWERED = Objection(story.TODAY, story.TODAY, story.TODAY, Verdict.UPHELD)
REMEDY = Remedy(
    kind=RemedyKind.OBJECTION,
    where="schriftelijk",
    term=Span(6, SpanUnit.WEEK),
    answer_term=Span(4, SpanUnit.WEEK),
    ground="",
)


SETTINGS = {
    "organisatie": "Gemeente Voorbeeldstad",
    "postadres": "Postbus 1, 3500 AA Voorbeeldstad",
    "privacycontact": "de FG",
    "beslisser": "de directie",
}


ON = Gate(on=True, ground="")


def a_rung(code: str, measure: MeasureCode, **changes: Any) -> Rung:
    return replace(Rung(code=RungCode(code), label=code, measure=measure, ground=""), **changes)


LADDER = Ladder(
    rungs=(
        a_rung("gesprek", TALK),
        a_rung("waarschuwing", WARNING, validity=Span(6, SpanUnit.MONTH)),
        a_rung("maand", BAN, shortest=ONE_MONTH, longest=ONE_MONTH),
        a_rung("vrij", BAN, shortest=ONE_MONTH, longest=ONE_YEAR),
    ),
    entries=(),
)


SAFEGUARDS = Safeguards(
    hearing=ON,
    warned_first=ON,
    review=Gate(on=False, ground=""),
    review_at_latest=Span(6, SpanUnit.MONTH),
    longest_decision=None,
    longest_without_new=None,
    open_always=("112", "spoedzorg"),
    deciders=((BAN, "de teamleider"),),
    reaction_hours=24,
    moves_off_weekends=True,
)


def a_policy(**changes: Any) -> Policy:
    ordinary = replace(
        story.policy(),
        ladder=LADDER,
        measures=STANDARD_MEASURES,
        remedy=REMEDY,
        safeguards=SAFEGUARDS,
        retention=((Severity.LIGHT, ONE_YEAR), (Severity.SEVERE, Span(36, SpanUnit.MONTH))),
    )
    return replace(ordinary, **changes)


def an_incident(store: Store, **changes: Any) -> IncidentId:
    ordinary = {"caller": CallerId(1), "certainty": Certainty.CERTAIN}
    return story.stored(store, **ordinary | changes).id


def a_decision(store: Store, *incidents: IncidentId, **changes: Any) -> MeasureId:
    """Store a written warning by the team leader."""
    ordinary = NewDecision(
        caller=CallerId(1),
        measure=WARNING,
        rung=RungCode("waarschuwing"),
        decided_on=story.TODAY,
        decided_by="J. de Boer",
        reason="Het is de tweede keer.",
        first=story.TODAY,
        incidents=incidents,
        advice=GivenAdvice('{"maatregel":null}', "proef", "1", ""),
        recorded_at=story.NOW,
    )
    with store.writing(story.deed("maatregel")) as tx:
        return tx.add_decision(replace(ordinary, **changes)).id


def a_ban(store: Store, *incidents: IncidentId, **changes: Any) -> MeasureId:
    ban = {
        "measure": BAN,
        "rung": RungCode("maand"),
        "last": date(2026, 12, 19),
        "scope": "alle nummers",
        "channel_left": "post",
    }
    return a_decision(store, *incidents, **ban | changes)


def it_became(store: Store, measure: MeasureId, **changes: Any) -> None:
    with store.writing(story.deed("maatregel")) as tx:
        tx.replace_decision(replace(tx.decision(measure), **changes))


def the_letter(
    store: Store,
    measure: MeasureId,
    kind: LetterKind | None = None,
    *,
    policy: Policy | None = None,
    settings: dict[str, str] | None = None,
) -> Letter:
    return prepare(
        store,
        measure,
        policy or a_policy(),
        SETTINGS if settings is None else settings,
        on=story.TODAY,
        kind=kind,
    )
