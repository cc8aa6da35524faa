"""The wording of files of settings that cannot be used."""

from agressielog.application.settings_errors import ConfigFaulty, PolicyFaulty, UnknownPolicy
from agressielog.presentation.three_lines import Mistake, Reason, either, nearest, quoted, refusal


def policy_faulty(error: PolicyFaulty) -> Mistake:
    """Word a policy file that cannot be used, with every fault at once."""
    faults = error.faults or ("Er staat geen beleid in",)
    return refusal(
        *(Reason("beleid_onjuist", fault if fault.endswith(".") else f"{fault}.") for fault in faults),
        what=f"Het beleid {quoted(error.name)} is niet te gebruiken.",
        now="Verbeter het bestand op deze plekken; het beleid dat al gold, geldt nog.",
    )


def unknown_policy(error: UnknownPolicy) -> Mistake:
    """Word a policy that is not there."""
    best = (nearest(error.name, error.known) or error.known)[0]
    return Mistake(
        "onbekend_beleid",
        f"Er is geen beleid {quoted(error.name)}.",
        f"Er zijn: {either(error.known)}.",
        f"Kies er een: agressielog instelling set beleid {best}",
    )


def config_faulty(error: ConfigFaulty) -> Mistake:
    """Word a personal configuration that cannot be read."""
    return Mistake(
        "config_onleesbaar",
        f"Je instellingen in {error.path} zijn niet te lezen.",
        f"Er klopt iets niet: {error.why}.",
        "Verbeter het bestand, of haal het weg: het programma kan zonder.",
    )
