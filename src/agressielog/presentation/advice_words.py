"""Names an advice and its measures in a few words, for whoever shows more than the advice."""

from agressielog.domain.advice import Advice
from agressielog.domain.ladder import MeasureCode
from agressielog.domain.policy import Policy


def short_advice(advice: Advice, policy: Policy) -> str:
    """Return the advice in a few words: `Contactverbod, 1 maand`."""
    if advice.measure is None:
        return "overtredingen beoordelen" if advice.to_review else "geen"
    name = " of ".join(measure_label(code, policy) for code in (advice.measure, *advice.alternatives))
    name = name[:1].upper() + name[1:]
    if length := show_length(advice):
        name += f", {length}"
    beside = [measure_label(code, policy) for code in advice.companions]
    return name + (f" met {' en '.join(beside)}" if beside else "")


def show_length(advice: Advice) -> str:
    """Return how long the advised measure lasts: `1 maand`, `1 dag tot 90 dagen`; nothing for a warning."""
    if advice.longest is None:
        return ""
    if advice.shortest is None:
        return f"hoogstens {advice.longest}"
    return (
        str(advice.longest)
        if advice.shortest == advice.longest
        else f"{advice.shortest} tot {advice.longest}"
    )


def measure_label(code: MeasureCode, policy: Policy) -> str:
    """Return the label of a measure in lower case, or its code for one this policy lacks."""
    kind = policy.measure(code)
    label = kind.label if kind is not None else code
    return label[:1].lower() + label[1:]
