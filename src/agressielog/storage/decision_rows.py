"""Decisions as rows of `maatregel`, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agressielog.domain.decision import (
    Decision,
    GivenAdvice,
    NewDecision,
    Objection,
    Review,
    ReviewOutcome,
    Verdict,
)
from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.ladder import MeasureCode, RungCode
from agressielog.domain.measure import Delivered, Ended, EndKind
from agressielog.domain.vocabulary import Delivery
from agressielog.storage.cells import (
    code,
    day,
    flag,
    moment,
    optional_code,
    optional_day,
    optional_moment,
    optional_text,
    text,
    whole,
)
from agressielog.storage.rows import Cell, Row, moment_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date


def new_decision_row(decision: NewDecision) -> Row:
    """Return the cells of a decision that is about to be recorded, without its id and incidents."""
    return {
        "beller": decision.caller,
        "soort": decision.measure,
        "trede": decision.rung,
        "besloten_op": decision.decided_on.isoformat(),
        "besluit_door": decision.decided_by,
        "reden": decision.reason,
        "van": decision.first.isoformat(),
        "tot": _day(decision.last),
        "evaluatie_op": _day(decision.review_on),
        "omvang": decision.scope,
        "resterend_kanaal": decision.channel_left,
        "afspraak": decision.arrangement,
        "gehoord_op": _day(decision.heard_on),
        "niet_gehoord": decision.not_heard,
        "spoed": int(decision.urgent),
        "afwijking": decision.deviation,
        "advies": decision.advice.document,
        "beleid": decision.advice.policy,
        "beleid_versie": decision.advice.version,
        "beleid_sha256": decision.advice.sha256,
        **_life(decision.delivered, decision.valid_until),
        "vastgelegd_op": moment_text(decision.recorded_at),
    }


def life_row(decision: Decision) -> Row:
    """Return the cells that tell what became of a decision; all its other cells never change."""
    return _life(
        decision.delivered, decision.valid_until, decision.ended, decision.objection, decision.review
    )


def _life(
    delivered: Delivered | None,
    valid_until: date | None,
    ended: Ended | None = None,
    objection: Objection | None = None,
    review: Review | None = None,
) -> Row:
    return {
        "geldig_tot": _day(valid_until),
        "uitgereikt_op": moment_text(delivered.at) if delivered else None,
        "wijze": delivered.way if delivered else None,
        "einde": ended.kind if ended else None,
        "einde_op": _day(ended.on) if ended else None,
        "einde_reden": ended.reason if ended else None,
        "bezwaar_ontvangen_op": _day(objection.received_on) if objection else None,
        "bezwaar_antwoord_voor": _day(objection.answer_by) if objection else None,
        "bezwaar_beantwoord_op": _day(objection.answered_on) if objection else None,
        "bezwaar_uitkomst": objection.verdict if objection else None,
        "bezwaar_reden": objection.reason if objection else None,
        "geevalueerd_op": _day(review.on) if review else None,
        "evaluatie": review.outcome if review else None,
        "evaluatie_reden": review.reason if review else None,
    }


def decision_from(row: Mapping[str, Cell], incidents: Sequence[int]) -> Decision:
    """Return the decision of a row with the incidents it answers, in order."""
    measure, rung = optional_text(row, "soort"), optional_text(row, "trede")
    return Decision(
        id=MeasureId(whole(row, "id")),
        caller=CallerId(whole(row, "beller")),
        measure=MeasureCode(measure) if measure is not None else None,
        rung=RungCode(rung) if rung is not None else None,
        decided_on=day(row, "besloten_op"),
        decided_by=text(row, "besluit_door"),
        reason=text(row, "reden"),
        first=day(row, "van"),
        last=optional_day(row, "tot"),
        valid_until=optional_day(row, "geldig_tot"),
        review_on=optional_day(row, "evaluatie_op"),
        scope=optional_text(row, "omvang"),
        channel_left=optional_text(row, "resterend_kanaal"),
        arrangement=optional_text(row, "afspraak"),
        heard_on=optional_day(row, "gehoord_op"),
        not_heard=optional_text(row, "niet_gehoord"),
        urgent=flag(row, "spoed"),
        deviation=optional_text(row, "afwijking"),
        incidents=tuple(IncidentId(incident) for incident in incidents),
        advice=_advice(row),
        delivered=_delivered(row),
        recorded_at=moment(row, "vastgelegd_op"),
        ended=_ended(row),
        objection=_objection(row),
        review=_review(row),
    )


def _advice(row: Mapping[str, Cell]) -> GivenAdvice:
    """Return what was advised; screens read its measure and lengths, so these must be there."""
    document = text(row, "advies")
    advised = json.loads(document)
    if optional_text(advised, "maatregel") is not None:
        for length in ("duur", "duur_van", "duur_tot"):
            optional_text(advised, length)
    return GivenAdvice(document, text(row, "beleid"), text(row, "beleid_versie"), text(row, "beleid_sha256"))


def _delivered(row: Mapping[str, Cell]) -> Delivered | None:
    at = optional_moment(row, "uitgereikt_op")
    return Delivered(at, code(row, "wijze", Delivery)) if at is not None else None


def _ended(row: Mapping[str, Cell]) -> Ended | None:
    on = optional_day(row, "einde_op")
    return Ended(code(row, "einde", EndKind), on, text(row, "einde_reden")) if on is not None else None


def _objection(row: Mapping[str, Cell]) -> Objection | None:
    received, answer_by = (
        optional_day(row, "bezwaar_ontvangen_op"),
        optional_day(row, "bezwaar_antwoord_voor"),
    )
    if received is None or answer_by is None:
        return None
    return Objection(
        received,
        answer_by,
        optional_day(row, "bezwaar_beantwoord_op"),
        optional_code(row, "bezwaar_uitkomst", Verdict),
        optional_text(row, "bezwaar_reden"),
    )


def _review(row: Mapping[str, Cell]) -> Review | None:
    on = optional_day(row, "geevalueerd_op")
    if on is None:
        return None
    return Review(on, code(row, "evaluatie", ReviewOutcome), text(row, "evaluatie_reden"))


def _day(on: date | None) -> str | None:
    return on.isoformat() if on is not None else None
