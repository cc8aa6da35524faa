"""The wording of files of settings that cannot be used."""

from agressielog.application.settings_errors import ConfigFaulty, PolicyFaulty, UnknownPolicy
from agressielog.domain.policy_fault import FaultCode, PolicyFault
from agressielog.presentation.labels import counted
from agressielog.presentation.mistakes.policy_faults import show_fault
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, either, nearest, quoted


def policy_faulty(error: PolicyFaulty) -> Mistake:
    """Word a policy file that cannot be used, with every fault at once."""
    found = error.faults or (PolicyFault((), FaultCode.NOTHING_FOLLOWS),)
    faults = [show_fault(fault) for fault in found]
    return Mistake(
        "geweigerd",
        f"Het beleid {quoted(error.name)} is niet te gebruiken.",
        f"{counted(len(faults), 'fout', 'fouten')}: {'; '.join(faults)}.",
        "Verbeter het bestand op deze plekken; het beleid dat al gold, geldt nog.",
        tuple(Reason(fault.code.value, f"{shown}.") for fault, shown in zip(found, faults, strict=True)),
    )


def unknown_policy(error: UnknownPolicy) -> Mistake:
    """Word a policy that is not there."""
    best = (nearest(error.name, error.known) or error.known)[0]
    return Mistake(
        "onbekend_beleid",
        f"Er is geen beleid {quoted(error.name)}.",
        f"Er zijn: {either(error.known)}. Een bestand met die naam is er ook niet.",
        f"Typ een van deze namen, bijvoorbeeld {best}, of kijk na waar je eigen bestand staat.",
    )


def config_faulty(error: ConfigFaulty) -> Mistake:
    """Word a personal configuration that cannot be read."""
    return Mistake(
        "config_onleesbaar",
        f"Je instellingen in {error.path} zijn niet te lezen.",
        f"Er klopt iets niet: {error.why}.",
        "Verbeter het bestand, of haal het weg: het programma kan zonder.",
    )
