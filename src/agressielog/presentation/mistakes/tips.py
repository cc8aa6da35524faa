"""The wording of what goes wrong with tips."""

from agressielog.application.tips import TipsFaulty
from agressielog.domain.policy_fault import FaultCode, PolicyFault
from agressielog.domain.tips import UnknownTip
from agressielog.presentation.labels import counted
from agressielog.presentation.mistakes.policy_faults import show_fault
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, either, quoted


def unknown_tip(error: UnknownTip) -> Mistake:
    """Word a phase that is not there, or that could be several."""
    near = error.nearest
    return Mistake(
        "onbekende_fase",
        f"Er is geen tip over {quoted(error.raw)}.",
        f"Misschien bedoel je {either(near)}." if near else f"Er zijn: {', '.join(error.known)}.",
        f"Kies er een, bijvoorbeeld {(near or error.known)[0]}; het begin van het woord is genoeg.",
    )


def tips_faulty(error: TipsFaulty) -> Mistake:
    """Word a file of tips that cannot be used, with every fault at once."""
    found = error.faults or (PolicyFault((), FaultCode.NOT_TOML),)
    faults = [show_fault(fault) for fault in found]
    return Mistake(
        "geweigerd",
        f"De teksten in {quoted(error.name)} zijn niet te gebruiken.",
        f"{counted(len(faults), 'fout', 'fouten')}: {'; '.join(faults)}.",
        "Verbeter het bestand op deze plekken; de teksten die er al waren, blijven in gebruik.",
        tuple(Reason(f.code.value, f"{shown}.") for f, shown in zip(found, faults, strict=True)),
    )
