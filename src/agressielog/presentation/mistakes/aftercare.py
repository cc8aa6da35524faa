"""The wording of what stands in the way of recording care for a colleague."""

from agressielog.domain.aftercare_errors import (
    AftercareNotOpen,
    CareBeforeIncident,
    CareByColleague,
    CareNotAsked,
    NoAftercare,
    NotDeclined,
    OfferTooEarly,
    StepNotDone,
    StepNotThere,
    StepTwice,
)
from agressielog.domain.local_time import local_day, to_local
from agressielog.presentation.aftercare_view import closed_label, step_label
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, either, refusal
from agressielog.presentation.moments import show_day

_NOT_STORED = "Dit is zo niet vast te leggen; er is niets opgeslagen."


def no_aftercare(error: NoAftercare) -> Mistake:
    """Word care after an incident that opened none."""
    return refusal(
        Reason("geen_nazorg", f"Na incident {error.incident} loopt geen nazorg."),
        what=_NOT_STORED,
        now=f"Is er wel nazorg nodig? agressielog edit {error.incident} --nazorg",
    )


def aftercare_not_open(error: AftercareNotOpen) -> Mistake:
    """Word care that is closed."""
    return refusal(
        Reason(
            "nazorg_gesloten",
            f"De nazorg na incident {error.incident} is gesloten: {closed_label(error.reason)}.",
        ),
        what=_NOT_STORED,
        now="Zie wat er is gedaan: agressielog nazorg list --alles",
    )


def care_by_colleague(error: CareByColleague) -> Mistake:
    """Word somebody who would care for himself."""
    return refusal(
        Reason("zelf", f"De nazorg na incident {error.incident} is er voor {error.name} zelf."),
        what=_NOT_STORED,
        now="Noem bij --door wie het gesprek met deze collega had.",
    )


def step_twice(error: StepTwice) -> Mistake:
    """Word a step that was done already."""
    at = to_local(error.at)
    return refusal(
        Reason(
            "al_gedaan",
            f"{step_label(error.step).capitalize()} na incident {error.incident} is al gedaan, door {error.by} op "
            f"{show_day(local_day(error.at))} {at:%H:%M}.",
        ),
        what=_NOT_STORED,
        now=f"Was dat een vergissing? agressielog nazorg done {error.incident} --stap {error.step.value} --herstel",
    )


def step_not_there(error: StepNotThere) -> Mistake:
    """Word a step that is not among those that are to be done."""
    named = [step.value for step in error.there]
    there = f"Te doen staat: --stap {either(named)}. " if named else ""
    return refusal(
        Reason(
            "stap_hoort_niet",
            f"{step_label(error.step).capitalize()} hoort nu niet bij de nazorg na incident {error.incident}.",
        ),
        what=_NOT_STORED,
        now=f"{there}Zag de collega ervan af en wil die nu toch: "
        f"agressielog nazorg decline {error.incident} --herstel",
    )


def care_before_incident(error: CareBeforeIncident) -> Mistake:
    """Word care that would have come before what it is for."""
    at = to_local(error.happened)
    return refusal(
        Reason(
            "voor_het_incident",
            f"Incident {error.incident} gebeurde pas op {show_day(local_day(error.happened))} {at:%H:%M}.",
        ),
        what=_NOT_STORED,
        now="Kijk het moment bij --op na.",
    )


def offer_too_early(error: OfferTooEarly) -> Mistake:
    """Word a second refusal, or a second offer, that comes too early."""
    return refusal(
        Reason(
            "aanbod_te_vroeg", "De collega zag er al van af; een tweede keer aanbieden is er nog niet bij."
        ),
        what=_NOT_STORED,
        now=f"Bied het nog eens aan vanaf {show_day(error.since)}.",
    )


def step_not_done(error: StepNotDone) -> Mistake:
    """Word a step that is to be taken back and was never done."""
    return refusal(
        Reason(
            "niet_gedaan",
            f"{step_label(error.step).capitalize()} na incident {error.incident} is niet gedaan.",
        ),
        what="Er is niets om te herstellen.",
        now="Zie wat er is gedaan: agressielog nazorg list --alles",
    )


def not_declined(error: NotDeclined) -> Mistake:
    """Word a refusal that is to be taken back and was never made."""
    return refusal(
        Reason(
            "niet_afgezien", f"Bij incident {error.incident} is niet vastgelegd dat de collega ervan afziet."
        ),
        what="Er is niets om te herstellen.",
        now=f"Ziet de collega er nu van af: agressielog nazorg decline {error.incident}",
    )


def care_not_asked(error: CareNotAsked) -> Mistake:
    """Word a request for care that is to be taken back and was never made."""
    return refusal(
        Reason("niet_gevraagd", f"Bij incident {error.incident} heeft niemand om nazorg gevraagd."),
        what="Er is niets om terug te nemen.",
        now=f"Wil de collega geen nazorg: agressielog nazorg decline {error.incident}",
    )
