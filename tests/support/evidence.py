"""A logbook with something in every table, and what `check` says of it."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import decisions
import story

from agressielog.application.check import Checked, check
from agressielog.application.erasing import take_away
from agressielog.application.ports.logbook import Store
from agressielog.application.ports.merges import Merge
from agressielog.domain.aftercare import AftercareStep, StepDone
from agressielog.domain.anchor import Anchor
from agressielog.domain.erasure import Doomed, Erasure, ErasureKind
from agressielog.domain.evidence import CheckName, Fault
from agressielog.domain.good_call import GoodCall
from agressielog.domain.hold import NewHold
from agressielog.domain.identity import CallerId, IncidentId, MeasureId
from agressielog.domain.incident import NewPromise
from agressielog.domain.letter import Issued, LetterForm, LetterKind
from agressielog.domain.look import Look
from agressielog.domain.request import NewRequest, RequestKind
from agressielog.domain.restriction import NewOpening, NewRestriction
from agressielog.domain.statement import NewStatement
from agressielog.domain.vocabulary import Certainty
from agressielog.settings.policy_file import shipped_text
from agressielog.storage import spool
from agressielog.storage.checking import SqliteEvidence
from agressielog.storage.store import SqliteStore

#: Every trigger that keeps the journal as it is; who forges has the file, and takes them away.
TRIGGERS = ("logboek_sluit_aan", "logboek_staat_vast", "logboek_blijft")


def fill(store: Store, calls: int = 12) -> None:
    """Leave something in every table: calls of two callers, and whatever can become of a call and of a caller."""
    one = story.stored_caller(store, story.MOBILE, name="Jansen", customer_number="K1")
    other = story.stored_caller(store, story.LANDLINE, name="De Boer")
    for place in range(calls):
        told = story.stored(
            store,
            caller=(one if place % 2 else other).id,
            certainty=Certainty.CERTAIN,
            kinds=(story.SWEARING, story.THREAT) if place % 3 else (story.SHOUTING,),
            account=f"Schold over aanslag {place}, bij herhaling.",
            promises=(NewPromise("terugbellen", story.TODAY),) if place % 4 == 0 else (),
        )
        if place % 5 == 0:
            with store.writing(story.deed("edit")) as tx:
                tx.move_incidents([told.id], one.id)
    with store.writing(story.deed("beller")) as tx:
        tx.add_merge(Merge(kept_before=one, absorbed_before=other, kept_after=one, incidents=()))
        tx.unlink(other.id, story.LANDLINE)
        tx.change_setting("organisatie", "Voorbeeldstad")
        tx.change_setting("organisatie", "Voorbeelddorp")
    with store.reading() as reading:
        incidents = [incident.id for incident in reading.each_incident()][:2]
    decided = decisions.stored_decision(store, caller=one.id, incidents=tuple(incidents))
    _follow_up(store, decided.id, incidents[0])
    _ask_for_rights(store, one.id)
    _look(store, one.id)
    _forget_somebody(store)


def _follow_up(store: Store, measure: MeasureId, incident: IncidentId) -> None:
    """Give care, deliver and write about a decision, keep good calls, and note back-ups."""
    with store.writing(story.deed("maatregel deliver")) as tx:
        tx.note_letter(measure, Issued(LetterKind.BAN, LetterForm.LETTER, "0" * 64, story.NOW))
        tx.add_good_call(GoodCall(measure, story.NOW, "Mia"))
        tx.add_care_step(incident, StepDone(AftercareStep.FIRST, "R. Smit", story.NOW))
        tx.add_care_declined(incident, story.TODAY)
        tx.use_policy(decisions.standaard(), shipped_text("standaard"))
        tx.note_backup(story.NOW)
        tx.note_restore(story.NOW, tx.anchor())


def _ask_for_rights(store: Store, caller: CallerId) -> None:
    today = story.TODAY
    with store.writing(story.deed("avg")) as tx:
        tx.add_hold(NewHold(caller=caller, reason="klacht", since=today))
        tx.add_statement(NewStatement(caller=caller, given_on=today, text="Het ging anders."))
        kept = tx.add_restriction(NewRestriction(caller=caller, reason="betwist", since=today))
        tx.add_opening(NewOpening(caller=caller, reason="bezwaar", at=story.NOW, by="Mia"))
        tx.lift_restriction(kept.id, today)
        tx.add_request(NewRequest(caller=caller, kind=RequestKind.ACCESS, received_on=today, answer_by=today))


def _look(store: Store, caller: CallerId) -> None:
    """Leave looks, one of which waited beside the file."""
    if isinstance(store, SqliteStore):
        seen = Look(at=story.NOW, login="mdevries", name="Mia de Vries", command="show", callers=(caller,))
        store.note_looks([seen], [story.TODAY])
        spool.prepare(store.path)
        spool.add(store.path, [seen], [])
        store.settle_looks()


def _forget_somebody(store: Store) -> None:
    """Forget somebody who called once, in a month that is over."""
    gone = story.stored_caller(store, story.OTHER_MOBILE, name="Vergeten")
    at = story.NOW - timedelta(days=60)
    story.stored(store, caller=gone.id, certainty=Certainty.CERTAIN, at=at, ulid=story.ulid())
    with store.writing(story.deed("avg vergeet")) as tx:
        proof = Erasure(kind=ErasureKind.FORGOTTEN, at=story.NOW, by="R. Smit")
        take_away(tx, Doomed(callers=frozenset({gone.id})), proof, lambda _day: story.policy())
        tx.note_cleaned()


def checked(path: Path, *anchors: Anchor) -> Checked:
    """Return what `check` finds a moment after `story.NOW`."""
    return check(SqliteEvidence(path, story.NOW), anchors, unsafe_place=None, done=lambda _seen: None)


def faults(path: Path, *anchors: Anchor) -> Sequence[Fault]:
    """Return every fault that `check` finds."""
    return checked(path, *anchors).faults


def unexplained(path: Path) -> Sequence[Fault]:
    """Return what the tables hold that the journal does not tell, whenever it was written."""
    asked = SqliteEvidence(path, story.NOW)
    return [
        fault
        for name in CheckName
        if name
        not in {CheckName.CLEANED, CheckName.PLACE, CheckName.ANCHOR, CheckName.CLOCK, CheckName.ACCESS}
        for fault in asked.faults(name, lambda _seen: None)
    ]


def head(path: Path) -> Anchor:
    """Return what would be printed on a report now."""
    found = checked(path).head
    assert found is not None
    return found


def meddle(path: Path, *statements: str, triggers: bool = False) -> None:
    """Change a logbook with another program.

    Args:
        path: the logbook.
        statements: of SQL.
        triggers: whether they are to stay; otherwise they are put back, so that nothing shows of it.
    """
    with closing(sqlite3.connect(path)) as connection:
        kept = [
            str(statement)
            for (statement,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
        ]
        if not triggers:
            for name in TRIGGERS:
                connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        if not triggers:
            for statement in kept:
                connection.execute(statement)
        connection.commit()
