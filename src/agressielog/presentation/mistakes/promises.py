"""The wording of what stands in the way of a promise or a good call."""

from agressielog.application.promise_errors import (
    KeptBeforeMade,
    NoMeasureHolds,
    PromiseAlreadyKept,
    PromiseLapsed,
    PromiseNotFound,
    PromiseOnFallenIncident,
    PromiseStillOpen,
)
from agressielog.domain.identity import caller_code, promise_code
from agressielog.domain.local_time import local_day, to_local
from agressielog.domain.promise_text import PromiseForPastDay, PromiseWithoutText
from agressielog.domain.vocabulary import IncidentStatus
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, quoted, refusal
from agressielog.presentation.moments import show_day


def promise_without_text(error: PromiseWithoutText) -> Mistake:
    """Word a day that was typed where a promise is asked."""
    return Mistake(
        "toezegging_zonder_tekst",
        f"{quoted(error.raw)} zegt wanneer, maar niet wat er is toegezegd.",
        "Zonder te weten wat, kan niemand het nakomen.",
        f"Zet erbij wat, bijvoorbeeld: terugbellen, {error.raw}",
    )


def promise_for_past_day(error: PromiseForPastDay) -> Mistake:
    """Word a promise for a day that was over when it was made."""
    return Mistake(
        "toezegging_voorbij",
        f"Een toezegging kan niet voor {show_day(error.due)} zijn.",
        f"Ze is van {show_day(error.made_on)}; die dag was toen al voorbij.",
        "Kijk dag, maand en jaar na, of laat de dag weg.",
    )


def promise_not_found(error: PromiseNotFound) -> Mistake:
    """Word a promise that is not there."""
    return Mistake(
        "toezegging_niet_gevonden",
        f"Er is geen toezegging {promise_code(error.promise)}.",
        "Dit nummer komt niet voor in het logboek.",
        "Kijk welke er zijn: agressielog toezegging list --alles",
    )


def promise_already_kept(error: PromiseAlreadyKept) -> Mistake:
    """Word a promise that was marked before."""
    name, local = promise_code(error.promise), to_local(error.at)
    kept = f"{name} is al nagekomen op {show_day(local_day(error.at))} om {local:%H:%M}."
    return refusal(
        Reason("al_nagekomen", kept),
        what="Deze toezegging is al nagekomen; er is niets veranderd.",
        now=f"Was dat een vergissing: agressielog toezegging done {name} --toch-open",
    )


def promise_still_open(error: PromiseStillOpen) -> Mistake:
    """Word a promise that is open already."""
    name = promise_code(error.promise)
    return refusal(
        Reason("nog_open", f"{name} is nooit als nagekomen vastgelegd."),
        what="Deze toezegging staat al open; er is niets veranderd.",
        now=f"Is hij nagekomen: agressielog toezegging done {name}",
    )


def kept_before_made(error: KeptBeforeMade) -> Mistake:
    """Word a promise kept too early."""
    local, day = to_local(error.made_at), show_day(local_day(error.made_at))
    return refusal(
        Reason("voor_de_belofte", f"{promise_code(error.promise)} is toegezegd op {day} om {local:%H:%M}."),
        what="Een toezegging kan niet zijn nagekomen voordat zij is gedaan; er is niets opgeslagen.",
        now="Kijk --op na.",
    )


def promise_lapsed(error: PromiseLapsed) -> Mistake:
    """Word a promise that nobody has to keep any more."""
    name = promise_code(error.promise)
    return refusal(
        Reason("vervallen", _lapsed(name, error)),
        what="Deze toezegging is vervallen; er is niets opgeslagen.",
        now="Er hoeft niets meer te gebeuren. Geldt de afspraak toch: leg hem vast bij de beller met "
        "agressielog toezegging add BELLER",
    )


def _lapsed(name: str, error: PromiseLapsed) -> str:
    if error.because in {IncidentStatus.WITHDRAWN, IncidentStatus.REJECTED}:
        return f"Het incident van {name} is {error.because}."
    return f"Het incident van {name} is al beantwoord: {error.because}."


def promise_on_fallen_incident(error: PromiseOnFallenIncident) -> Mistake:
    """Word a promise about an incident that no longer stands."""
    return refusal(
        Reason("incident_vervallen", f"Incident {error.incident} is {error.status.value}."),
        what="Bij dit incident kan geen toezegging meer; er is niets opgeslagen.",
        now="Leg de toezegging vast bij de beller: agressielog toezegging add BELLER",
    )


def no_measure_holds(error: NoMeasureHolds) -> Mistake:
    """Word a good call with somebody who has nothing to make up for."""
    name = caller_code(error.caller)
    return refusal(
        Reason("geen_maatregel", f"{name} heeft geen maatregel die loopt of nog meetelt."),
        what="Dit goede gesprek is niet opgeslagen; dat hoeft ook niet.",
        now="Neem gewoon de volgende. Goede gesprekken tellen alleen mee bij wie een maatregel heeft.",
    )
