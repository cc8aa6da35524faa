"""The wording of what stands in the way of a measure."""

from agressielog.application.correct import OwnReport
from agressielog.application.errors import MeasureNotFound
from agressielog.application.measure_errors import (
    AlreadyContested,
    AlreadyDelivered,
    AlreadyEnded,
    AnsweredTooEarly,
    AnsweringNeedsReasons,
    ContinuingNeedsReasons,
    DecidedInFuture,
    EndingNeedsReasons,
    IncidentOfSomebodyElse,
    MeasureRefused,
    NoLengthForThis,
    NoObjection,
    NothingDecided,
    NotYetDecided,
    UnfitForRung,
    UnknownMeasure,
    UnknownRung,
    UpheldForGood,
)
from agressielog.domain.decision import Verdict
from agressielog.domain.gates import GateCode, GateReason
from agressielog.domain.identity import caller_code, measure_code
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, either, nearest, quoted, refusal
from agressielog.presentation.moments import show_day

#: Why each gate says no, and what opens it; a test holds it to the gates there are.
_GATES: dict[GateCode, tuple[str, str]] = {
    GateCode.NO_REASON: ("Er staat geen reden bij.", "--reden"),
    GateCode.NO_DECIDER: ("Er staat niet bij wie besluit.", "--besluit-door"),
    GateCode.NO_END: ("Er is geen laatste dag.", "--duur of --tot"),
    GateCode.TOO_LONG: (
        "Het is langer dan het beleid in één besluit toelaat ({longest}).",
        "--duur of --tot",
    ),
    GateCode.NO_CHANNEL: ("Er staat niet bij hoe de beller ons nog bereikt.", "--kanaal-over"),
    GateCode.NOT_HEARD: (
        "De beller is niet gehoord, en er staat niet bij waarom.",
        "--gehoord of --niet-gehoord",
    ),
    GateCode.NOT_WARNED: (
        "Er is nog geen waarschuwing die hiervoor telt; tellen doet ze vanaf de dag na de uitreiking.",
        "eerst een waarschuwing uitreiken, of --spoed met reden",
    ),
    GateCode.DEVIATION_WITHOUT_REASON: ("Het wijkt af van het advies, zonder reden.", "--afwijking"),
    GateCode.REJECTED_INCIDENT: (
        "Het rust op een incident dat is afgewezen of ingetrokken ({incidents}).",
        "--incident met wat wel meetelt",
    ),
    GateCode.UNSURE_INCIDENT: (
        "Het rust op een incident dat misschien van een ander is ({incidents}).",
        "edit INCIDENT --beller BELLER --zeker, als het deze beller was",
    ),
    GateCode.LATER_INCIDENT: (
        "Het rust op een incident van na het besluit ({incidents}).",
        "--incident met wat wel meetelt",
    ),
    GateCode.BEGINS_BEFORE_DECISION: (
        "De eerste dag ligt voor het besluit: tot dan was er niets om zich aan te houden.",
        "--van, of --peildatum met de dag van het besluit",
    ),
    GateCode.ENDS_BEFORE_IT_BEGINS: ("De laatste dag ligt voor de eerste.", "--duur of --tot"),
    GateCode.DELIVERED_BEFORE: (
        "Het is uitgereikt voor het besluit.",
        "--uitgereikt, of --peildatum met de dag van het besluit",
    ),
    GateCode.DELIVERED_AFTER: ("Het is uitgereikt na de laatste dag.", "--uitgereikt"),
}


def measure_refused(error: MeasureRefused) -> Mistake:
    """Word a refusal by the gates, with every reason at once."""
    return refusal(
        *(Reason(reason.code.value, _gate(reason)) for reason in error.reasons),
        what="Deze maatregel kan zo niet worden opgelegd; er is niets opgeslagen.",
        now="Vul aan: " + "; ".join(dict.fromkeys(_option(reason.code) for reason in error.reasons)) + ".",
    )


def nothing_decided(error: NothingDecided) -> Mistake:
    """Word a decision for which nothing asks."""
    caller = caller_code(error.caller)
    return refusal(
        Reason("niets_gevraagd", f"Geen incident van {caller} vraagt om een antwoord."),
        what="Er is niets om over te besluiten.",
        now=f"Zie waarom: agressielog advies {caller}. Toch een maatregel: noem --soort en --afwijking.",
    )


def unknown_measure(error: UnknownMeasure) -> Mistake:
    """Word a measure that the policy does not have."""
    best = (nearest(error.raw, error.known) or error.known or ("contactverbod",))[0]
    return Mistake(
        "onbekende_maatregel",
        f"{quoted(error.raw)} is geen maatregel in het beleid.",
        f"Er zijn: {either(error.known)}." if error.known else "Dit beleid kent geen maatregelen.",
        f"Typ bijvoorbeeld --soort {best}.",
    )


def unknown_rung(error: UnknownRung) -> Mistake:
    """Word a rung that the policy does not have."""
    return Mistake(
        "onbekende_trede",
        f"{quoted(error.raw)} is geen trede van het beleid.",
        f"Er zijn: {either(error.known)}." if error.known else "Dit beleid heeft geen ladder.",
        "Zie de ladder: agressielog beleid show",
    )


def unfit_for_rung(error: UnfitForRung) -> Mistake:
    """Word a measure that cannot stand for the rung that was named with it."""
    return Mistake(
        "past_niet_bij_trede",
        f"{quoted(error.measure)} past niet bij de trede {quoted(error.rung)}.",
        "Alleen één van de twee heeft een einde.",
        "Laat --trede weg, of noem de maatregel van die trede. De ladder: agressielog beleid show",
    )


def incident_of_somebody_else(error: IncidentOfSomebodyElse) -> Mistake:
    """Word an incident that another caller, or nobody, has to answer for."""
    return refusal(
        Reason("andere_beller", f"Incident {error.incident} is niet van {caller_code(error.caller)}."),
        what="Een maatregel kan alleen rusten op incidenten van deze beller.",
        now=f"Klopt de beller niet? agressielog edit {error.incident} --beller {caller_code(error.caller)} --zeker",
    )


def already_delivered(error: AlreadyDelivered) -> Mistake:
    """Word a second delivery."""
    return refusal(
        Reason("al_uitgereikt", f"De beller kreeg {measure_code(error.measure)} al op {show_day(error.on)}."),
        what="Een maatregel wordt één keer uitgereikt.",
        now=f"Bekijk de maatregel: agressielog maatregel show {measure_code(error.measure)}",
    )


def already_ended(error: AlreadyEnded) -> Mistake:
    """Word a change to a measure that is over."""
    name = measure_code(error.measure)
    return refusal(
        Reason("al_voorbij", f"{name} is al voorbij, of was een besluit zonder maatregel."),
        what="Hier is niets meer aan te veranderen.",
        now=f"Bekijk de maatregel: agressielog maatregel show {name}",
    )


def no_objection(error: NoObjection) -> Mistake:
    """Word an answer to an objection that is not open."""
    name = measure_code(error.measure)
    return refusal(
        Reason("geen_bezwaar", f"Tegen {name} is geen bezwaar vastgelegd."),
        what="Er is geen bezwaar om te beantwoorden.",
        now=f"Leg eerst vast dat het binnenkwam: agressielog maatregel bezwaar {name} --ontvangen DATUM",
    )


def already_contested(error: AlreadyContested) -> Mistake:
    """Word a second objection."""
    name = measure_code(error.measure)
    answered = " en is het beantwoord" if error.answered else ""
    return refusal(
        Reason("al_bezwaar", f"Tegen {name} kwam al bezwaar binnen op {show_day(error.on)}{answered}."),
        what="Dit bezwaar staat er al.",
        now=f"{'Verbeter het antwoord' if error.answered else 'Beantwoord het'}: {_answering(name)}",
    )


def not_yet_decided(error: NotYetDecided) -> Mistake:
    """Word a day before the decision."""
    return refusal(
        Reason("voor_besluit", f"{measure_code(error.measure)} is besloten op {show_day(error.decided_on)}."),
        what="Die dag ligt voor het besluit.",
        now="Noem die dag of een latere. Een besluit van eerder op papier: maatregel add met --peildatum.",
    )


def continuing_needs_reasons(error: ContinuingNeedsReasons) -> Mistake:
    """Word a review that goes on without saying why."""
    return refusal(
        Reason("geen_reden", "Voortzetten kan alleen met een reden; zonder reden wordt opgeheven."),
        what=f"{measure_code(error.measure)} loopt niet vanzelf door.",
        now="Geef --reden, of kies --uitkomst opheffen.",
    )


def ending_needs_reasons(error: EndingNeedsReasons) -> Mistake:
    """Word an end that does not say why."""
    name = measure_code(error.measure)
    return refusal(
        Reason("geen_reden", "Er staat geen reden bij."),
        what=f"{name} kan niet zonder reden worden beëindigd.",
        now=f"Zeg waarom: agressielog maatregel end {name} --reden TEKST",
    )


def answering_needs_reasons(error: AnsweringNeedsReasons) -> Mistake:
    """Word an answer that does not say why."""
    return refusal(
        Reason("geen_reden", "Er staat geen reden bij; die komt in de brief."),
        what="Een bezwaar wordt niet zonder reden beantwoord.",
        now=f"Zeg waarom: {_answering(measure_code(error.measure))}",
    )


def upheld_for_good(error: UpheldForGood) -> Mistake:
    """Word another answer to an objection that was upheld."""
    name = measure_code(error.measure)
    return refusal(
        Reason("al_gegrond", f"Het bezwaar is gegrond, en {name} is daarmee vernietigd."),
        what="Een vernietigde maatregel komt niet terug door een ander antwoord.",
        now=f"Verbeter alleen de reden of de dag, met --uitkomst {Verdict.UPHELD.value}; of neem een nieuw besluit.",
    )


def answered_too_early(error: AnsweredTooEarly) -> Mistake:
    """Word an answer before the objection."""
    return refusal(
        Reason("voor_ontvangst", f"Het bezwaar kwam binnen op {show_day(error.received_on)}."),
        what="Een bezwaar kan niet eerder beantwoord zijn dan het binnenkwam.",
        now="Noem die dag of een latere.",
    )


def no_length_for_this(error: NoLengthForThis) -> Mistake:
    """Word a length for a warning or a talk."""
    return Mistake(
        "geen_duur",
        f"{error.label} heeft geen laatste dag.",
        "Een waarschuwing of gesprek telt zo lang als het beleid zegt, vanaf het uitreiken.",
        "Laat --duur en --tot weg, of kies een beperking of verbod.",
    )


def decided_in_future(error: DecidedInFuture) -> Mistake:
    """Word a decision that is yet to be taken."""
    return Mistake(
        "besluit_in_toekomst",
        f"De dag van het besluit, {show_day(error.on)}, ligt in de toekomst.",
        "Een besluit leg je vast op de dag zelf of later.",
        "Laat --peildatum weg; een latere eerste dag zeg je met --van.",
    )


def measure_not_found(error: MeasureNotFound) -> Mistake:
    """Word a measure that is not there."""
    return Mistake(
        "maatregel_niet_gevonden",
        f"Maatregel {measure_code(error.measure)} is er niet.",
        "Het logboek heeft geen maatregel met dat nummer.",
        "Zoek het nummer op: agressielog maatregel list",
    )


def own_report(error: OwnReport) -> Mistake:
    """Word a reporter who confirms his own report."""
    return refusal(
        Reason("eigen_melding", f"Incident {error.incident} is van {error.reporter} zelf."),
        what="Wie meldt, kan zijn eigen melding niet bevestigen.",
        now="Laat een collega dit doen; in dit beleid tellen alleen bevestigde meldingen.",
    )


def _answering(name: str) -> str:
    return f"agressielog maatregel bezwaar {name} --beantwoord DATUM --uitkomst UITKOMST --reden TEKST"


def _gate(reason: GateReason) -> str:
    named = ", ".join(str(incident) for incident in reason.incidents)
    return _GATES[reason.code][0].format(longest=reason.longest, incidents=named)


def _option(code: GateCode) -> str:
    return _GATES[code][1]
