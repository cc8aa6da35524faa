"""Why a change is not taken back."""

from agressielog.application.undo import ChangedSince, NothingToUndo, NotUndoable, StillReferredTo
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, refusal
from agressielog.presentation.record_names import show_record
from agressielog.presentation.undo_view import rests_on

_NOT_TAKEN_BACK = "De opdracht {} is niet teruggedraaid, want er is op voortgebouwd."
_INSTEAD = {
    "brief": "Een brief die gemaakt is, kan al verstuurd zijn. Trek zo nodig de maatregel in: agressielog maatregel end",
    "restore": "Wat er stond is bewaard; zet dat bestand terug: agressielog restore BESTAND",
    "beleid use": "Kies het vorige beleid opnieuw: agressielog beleid use NAAM",
}


def nothing_to_undo(error: NothingToUndo) -> Mistake:
    """Word a user who changed nothing."""
    return Mistake(
        "niets_terug_te_draaien",
        "Er is niets om terug te draaien.",
        f"{error.name} heeft in dit logboek nog niets gewijzigd.",
        "Werkte je onder een andere naam, geef die dan op: agressielog --als NAAM undo",
    )


def not_undoable(error: NotUndoable) -> Mistake:
    """Word a change that is there for good."""
    return refusal(
        Reason("blijvend", f"Je laatste wijziging, {error.command}, is niet terug te draaien."),
        what="Er is niets teruggedraaid.",
        now=_INSTEAD.get(error.command, "Wat gewist is, komt niet terug."),
    )


def changed_since(error: ChangedSince) -> Mistake:
    """Word a change on which others have built."""
    later = dict.fromkeys(rests_on(step) for step in error.steps)
    return refusal(
        *(Reason("later_gewijzigd", f"Sindsdien veranderd: {one}.") for one in later),
        what=_NOT_TAKEN_BACK.format(error.command),
        now="Verbeter het met agressielog edit of agressielog beller, of laat eerst het latere terugdraaien.",
    )


def still_referred_to(error: StillReferredTo) -> Mistake:
    """Word something new that others use by now."""
    referring = dict.fromkeys(show_record(record.table, record.key) for record in error.records)
    return refusal(
        *(Reason("in_gebruik", f"Verwijst ernaar: {one}.") for one in referring),
        what=_NOT_TAKEN_BACK.format(error.command),
        now="Verbeter het met agressielog edit of agressielog beller.",
    )
