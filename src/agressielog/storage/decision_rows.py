"""Decisions and the letters about them as rows of `maatregel` and `brief`, and back."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

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
from agressielog.domain.letter import Issued, LetterForm, LetterKind
from agressielog.domain.measure import Delivered, Ended, EndKind
from agressielog.domain.vocabulary import Delivery
from agressielog.storage.rows import Cell, Row, moment_text


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
    return Decision(
        id=MeasureId(int(row["id"] or 0)),
        caller=CallerId(int(row["beller"] or 0)),
        measure=MeasureCode(str(row["soort"])) if row["soort"] is not None else None,
        rung=RungCode(str(row["trede"])) if row["trede"] is not None else None,
        decided_on=date.fromisoformat(str(row["besloten_op"])),
        decided_by=str(row["besluit_door"]),
        reason=str(row["reden"]),
        first=date.fromisoformat(str(row["van"])),
        last=_date(row["tot"]),
        valid_until=_date(row["geldig_tot"]),
        review_on=_date(row["evaluatie_op"]),
        scope=_text(row["omvang"]),
        channel_left=_text(row["resterend_kanaal"]),
        arrangement=_text(row["afspraak"]),
        heard_on=_date(row["gehoord_op"]),
        not_heard=_text(row["niet_gehoord"]),
        urgent=bool(row["spoed"]),
        deviation=_text(row["afwijking"]),
        incidents=tuple(IncidentId(incident) for incident in incidents),
        advice=GivenAdvice(
            str(row["advies"]), str(row["beleid"]), str(row["beleid_versie"]), str(row["beleid_sha256"])
        ),
        delivered=_delivered(row),
        recorded_at=datetime.fromisoformat(str(row["vastgelegd_op"])),
        ended=_ended(row),
        objection=_objection(row),
        review=_review(row),
    )


def issued_row(issued: Issued) -> Row:
    """Return the cells of a letter that was issued, without its id and measure."""
    return {
        "soort": issued.kind,
        "vorm": issued.form,
        "sha256": issued.sha256,
        "op": moment_text(issued.at),
    }


def issued_from(row: Mapping[str, Cell]) -> Issued:
    """Return the letter of a row of `brief`."""
    return Issued(
        kind=LetterKind(str(row["soort"])),
        form=LetterForm(str(row["vorm"])),
        sha256=str(row["sha256"]),
        at=datetime.fromisoformat(str(row["op"])),
    )


def _delivered(row: Mapping[str, Cell]) -> Delivered | None:
    if row["uitgereikt_op"] is None:
        return None
    return Delivered(datetime.fromisoformat(str(row["uitgereikt_op"])), Delivery(str(row["wijze"])))


def _ended(row: Mapping[str, Cell]) -> Ended | None:
    on = _date(row["einde_op"])
    return Ended(EndKind(str(row["einde"])), on, str(row["einde_reden"])) if on is not None else None


def _objection(row: Mapping[str, Cell]) -> Objection | None:
    received, answer_by = _date(row["bezwaar_ontvangen_op"]), _date(row["bezwaar_antwoord_voor"])
    if received is None or answer_by is None:
        return None
    verdict = row["bezwaar_uitkomst"]
    return Objection(
        received,
        answer_by,
        _date(row["bezwaar_beantwoord_op"]),
        Verdict(str(verdict)) if verdict is not None else None,
        _text(row["bezwaar_reden"]),
    )


def _review(row: Mapping[str, Cell]) -> Review | None:
    on = _date(row["geevalueerd_op"])
    if on is None:
        return None
    return Review(on, ReviewOutcome(str(row["evaluatie"])), str(row["evaluatie_reden"]))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _date(cell: Cell) -> date | None:
    return date.fromisoformat(str(cell)) if cell is not None else None


def _text(cell: Cell) -> str | None:
    return str(cell) if cell is not None else None
