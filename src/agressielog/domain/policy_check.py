"""Whether a policy holds together: the rules of design 4.3 and 4.4, as one pure function."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from agressielog.domain.ladder import (
    STANDARD_MEASURES,
    Ladder,
    MeasureCode,
    MeasureKind,
    Range,
    Rung,
    RungCode,
)
from agressielog.domain.policy import BREACH, Kind, KindCode, Policy
from agressielog.domain.policy_fault import FaultCode, PolicyFault, Where
from agressielog.domain.span import Span
from agressielog.domain.vocabulary import PoliceReport, Severity


def faults(policy: Policy) -> tuple[PolicyFault, ...]:
    """Return everything that keeps a policy from being used, in the order of the file; empty for a sound one."""
    return (
        *_kinds(policy),
        *_measures(policy),
        *(_ladder(policy, policy.ladder) if policy.ladder is not None else _ranges(policy)),
        *_bounds(policy),
        *_replacements(policy),
        *_terms(policy),
    )


def lacking(policy: Policy, in_use: Iterable[KindCode]) -> tuple[PolicyFault, ...]:
    """Return a fault for every kind *in_use* in a logbook that the policy neither has nor replaces."""
    known = {kind.code for kind in policy.kinds} | dict(policy.replaces).keys()
    return tuple(
        PolicyFault(("soort",), FaultCode.KIND_IN_USE, (code,)) for code in in_use if code not in known
    )


def _kinds(policy: Policy) -> Iterator[PolicyFault]:
    yield from _twice([kind.code for kind in policy.kinds], "soort", "code")
    yield from _twice([kind.label for kind in policy.kinds], "soort", "label")
    for place, kind in enumerate(policy.kinds, start=1):
        where: Where = ("soort", place)
        if kind.severity is Severity.NONE:
            never = {
                "instap": kind.entry is not None,
                "bereik": kind.range is not None,
                "aangifte": kind.police is not PoliceReport.NO,
            }
            for key, given in never.items():
                if given:
                    yield PolicyFault((*where, key), FaultCode.COUNTS_NEVER)
        elif kind.code == BREACH:
            yield PolicyFault((*where, "ernst"), FaultCode.BREACH_COUNTS)


def _measures(policy: Policy) -> Iterator[PolicyFault]:
    fixed = {measure.code: measure.nature for measure in STANDARD_MEASURES}
    seen: set[MeasureCode] = set()
    for measure in policy.measures:
        # By its code, for a policy also has measures that its file does not list.
        where: Where = ("maatregel", measure.code)
        nature = fixed.get(measure.code, measure.nature)
        if measure.code in seen:
            yield PolicyFault((*where, "code"), FaultCode.DUPLICATE, (measure.code,))
        if measure.nature is not nature:
            yield PolicyFault((*where, "aard"), FaultCode.NATURE_FIXED, (measure.code, nature.value))
        seen.add(measure.code)


def _ladder(policy: Policy, ladder: Ladder) -> Iterator[PolicyFault]:
    yield from _twice([rung.code for rung in ladder.rungs], "trede", "code")
    for place, rung in enumerate(ladder.rungs, start=1):
        yield from _rung(policy, rung, ("trede", place))
        if rung.in_call and place > 1:
            yield PolicyFault(("trede", place, "in_gesprek"), FaultCode.IN_CALL_TOO_HIGH)
        elif rung.in_call and _binds(policy, rung):
            yield PolicyFault(("trede", place, "in_gesprek"), FaultCode.IN_CALL_BINDS)
    for place, kind in enumerate(policy.kinds, start=1):
        if kind.range is not None:
            yield PolicyFault(("soort", place, "bereik"), FaultCode.RANGE_WITH_RUNGS)
        yield from _known_rung(ladder, kind.entry, ("soort", place, "instap"))
    yield from _entries(policy, ladder)
    yield from _warned_first(policy, ladder)
    if ladder.pattern is not None:
        where: Where = ("patroon", "trede")
        yield from _known_rung(ladder, ladder.pattern.rung, where)
        if _above(ladder, ladder.pattern.rung, ladder.warn_first):
            yield PolicyFault(where, FaultCode.PATTERN_TOO_HIGH, (str(ladder.warn_first),))


def _rung(policy: Policy, rung: Rung, where: Where) -> Iterator[PolicyFault]:
    yield from _measure_and_length(
        policy,
        rung.measure,
        shortest=rung.shortest,
        longest=rung.longest,
        validity=rung.validity,
        where=where,
    )
    main = policy.measure(rung.measure)
    seen = {rung.measure}
    for key, codes in (("of", rung.alternatives), ("met", rung.companions)):
        for place, code in enumerate(codes, start=1):
            spot: Where = (*where, key, place)
            other = policy.measure(code)
            if other is None:
                yield _unknown_measure(policy, code, spot)
            elif code in seen:
                yield PolicyFault(spot, FaultCode.TWICE_IN_RUNG, (code,))
            elif main is not None and key == "of" and other.nature.binds is not main.nature.binds:
                # It holds the same rung, so it must end, or not end, as the advised one does.
                yield PolicyFault(spot, FaultCode.ALTERNATIVE_UNFIT, (code,))
            elif main is not None and key == "met" and other.nature.binds and not main.nature.binds:
                yield PolicyFault(spot, FaultCode.COMPANION_UNFIT, (code,))
            seen.add(code)


def _entries(policy: Policy, ladder: Ladder) -> Iterator[PolicyFault]:
    given = dict(ladder.entries)
    for severity, code in ladder.entries:
        yield from _known_rung(ladder, code, ("instap", severity.value))
    needed = {kind.severity for kind in policy.kinds if kind.entry is None} - {Severity.NONE}
    for severity in Severity:
        if severity in needed and severity not in given:
            yield PolicyFault(("instap", severity.value), FaultCode.NO_ENTRY, (severity.value,))
    known = sorted(
        ((severity, code) for severity, code in ladder.entries if ladder.has(code)),
        key=lambda entry: entry[0].weight,
    )
    for (lighter, low), (heavier, high) in pairwise(known):
        if ladder.place(high) < ladder.place(low):
            yield PolicyFault(
                ("instap", heavier.value), FaultCode.FALLING_ENTRY, (heavier.value, lighter.value)
            )


def _warned_first(policy: Policy, ladder: Ladder) -> Iterator[PolicyFault]:
    first: Where = ("waarschuwen", "eerst_waarschuwen")
    highest: Where = ("waarschuwen", "hoogste_zonder_schriftelijk")
    yield from _known_rung(ladder, ladder.warn_first, first)
    yield from _known_rung(ladder, ladder.highest_unwritten, highest)
    if ladder.warn_first is not None and ladder.has(ladder.warn_first):
        if _binds(policy, ladder.rungs[ladder.place(ladder.warn_first)]):
            yield PolicyFault(first, FaultCode.WARNING_BINDS, (ladder.warn_first,))
        if _above(ladder, ladder.warn_first, ladder.highest_unwritten):
            yield PolicyFault(highest, FaultCode.UNWRITTEN_TOO_LOW, (ladder.warn_first,))
    elif ladder.warn_first is None and ladder.highest_unwritten is not None:
        yield PolicyFault(highest, FaultCode.UNWRITTEN_ALONE)
    gates = policy.safeguards
    if gates is not None and gates.warned_first.on and ladder.warn_first is None:
        yield PolicyFault(("waarschuwen", "verplicht"), FaultCode.WARNING_UNNAMED)


def _ranges(policy: Policy) -> Iterator[PolicyFault]:
    counting = [kind for kind in policy.kinds if kind.severity is not Severity.NONE]
    if counting and not any(kind.range for kind in policy.kinds):
        yield PolicyFault(("trede",), FaultCode.NOTHING_FOLLOWS)
        return
    for place, kind in enumerate(policy.kinds, start=1):
        where: Where = ("soort", place)
        if kind.entry is not None:
            yield PolicyFault((*where, "instap"), FaultCode.NEEDS_RUNGS)
        if kind.range is not None:
            one = kind.range
            yield from _measure_and_length(
                policy,
                one.measure,
                shortest=one.shortest,
                longest=one.longest,
                validity=None,
                where=(*where, "bereik"),
            )
        elif kind.severity is not Severity.NONE:
            yield PolicyFault((*where, "bereik"), FaultCode.NO_RANGE)
    yield from _one_unit(policy.kinds)
    if policy.safeguards is not None and policy.safeguards.warned_first.on:
        yield PolicyFault(("waarschuwen", "verplicht"), FaultCode.NEEDS_RUNGS)


def _one_unit(kinds: Sequence[Kind]) -> Iterator[PolicyFault]:
    """Lengths of different kinds are compared, and only one unit makes that certain (design 4.3)."""
    first: Span | None = None
    for place, kind in enumerate(kinds, start=1):
        for span in _spans(kind.range):
            first = first or span
            if span.unit is not first.unit:
                units = (first.unit.value, span.unit.value)
                yield PolicyFault(("soort", place, "bereik"), FaultCode.MIXED_UNITS, units)
                break


def _measure_and_length(
    policy: Policy,
    code: MeasureCode,
    *,
    shortest: Span | None,
    longest: Span | None,
    validity: Span | None,
    where: Where,
) -> Iterator[PolicyFault]:
    measure = policy.measure(code)
    if measure is None:
        yield _unknown_measure(policy, code, (*where, "maatregel"))
        return
    length: Where = (*where, "duur")
    if measure.nature.binds and longest is None:
        yield PolicyFault(length, FaultCode.LENGTH_MISSING, (code,))
    if not measure.nature.binds and longest is not None:
        yield PolicyFault(length, FaultCode.LENGTH_UNFIT, (code,))
    if measure.nature.binds and validity is not None:
        yield PolicyFault((*where, "geldig"), FaultCode.VALIDITY_UNFIT, (code,))
    if shortest is not None and longest is not None:
        if shortest.unit is not longest.unit:
            yield PolicyFault(length, FaultCode.MIXED_UNITS, (shortest.unit.value, longest.unit.value))
        elif shortest.amount > longest.amount:
            yield PolicyFault(length, FaultCode.LENGTH_REVERSED)
    most = policy.safeguards.longest_decision if policy.safeguards is not None else None
    if longest is not None and most is not None and longest.days > most.days:
        yield PolicyFault(length, FaultCode.DECISION_TOO_LONG, (str(longest), str(most)))


def _bounds(policy: Policy) -> Iterator[PolicyFault]:
    gates = policy.safeguards
    if gates is None:
        return
    most, renewal = gates.longest_decision, gates.longest_without_new
    if most is not None and renewal is not None and renewal.days > most.days:
        yield PolicyFault(("besluit", "zonder_nieuw_besluit"), FaultCode.RENEWAL_TOO_LONG, (str(most),))
    for code, _ in gates.deciders:
        if policy.measure(code) is None:
            yield _unknown_measure(policy, code, ("beslissers", code))


def _replacements(policy: Policy) -> Iterator[PolicyFault]:
    codes = [kind.code for kind in policy.kinds]
    for old, new in policy.replaces:
        if old in codes:
            yield PolicyFault(("vervangt", old), FaultCode.REPLACES_ITSELF)
        elif new not in codes:
            yield PolicyFault(("vervangt", old), FaultCode.UNKNOWN_KIND, (new, *codes))


def _terms(policy: Policy) -> Iterator[PolicyFault]:
    """Yield the terms by which nothing could be cleaned up (`retention.impossible_terms`); a lacking one is none."""
    at_most = policy.terms.severe_kept_at_most if policy.terms is not None else None
    terms = [(severity.value, span) for severity, span in policy.retention]
    terms += [("zwaar_hoogstens", at_most)] if at_most is not None else []
    for place, (key, span) in enumerate(terms):
        longest = max((lighter for _, lighter in terms[:place]), key=lambda one: one.days, default=span)
        if span.days < longest.days:
            yield PolicyFault(("bewaren", key), FaultCode.TERM_TOO_SHORT, (str(longest),))


def _twice(codes: Sequence[str], part: str, key: str) -> Iterator[PolicyFault]:
    folded = [code.casefold() for code in codes]
    for place, code in enumerate(folded, start=1):
        if code in folded[: place - 1]:
            yield PolicyFault((part, place, key), FaultCode.DUPLICATE, (codes[place - 1],))


def _known_rung(ladder: Ladder, code: RungCode | None, where: Where) -> Iterator[PolicyFault]:
    if code is not None and not ladder.has(code):
        yield PolicyFault(where, FaultCode.UNKNOWN_RUNG, (code, *(rung.code for rung in ladder.rungs)))


def _unknown_measure(policy: Policy, code: MeasureCode, where: Where) -> PolicyFault:
    return PolicyFault(where, FaultCode.UNKNOWN_MEASURE, (code, *_codes(policy.measures)))


def _binds(policy: Policy, rung: Rung) -> bool:
    measure = policy.measure(rung.measure)
    return measure is not None and measure.nature.binds


def _above(ladder: Ladder, one: RungCode, other: RungCode | None) -> bool:
    """Tell whether rung *one* is above the *other*; not where either is unknown."""
    return (
        other is not None
        and ladder.has(one)
        and ladder.has(other)
        and ladder.place(one) > ladder.place(other)
    )


def _spans(one: Range | None) -> tuple[Span, ...]:
    both = (one.shortest, one.longest) if one is not None else ()
    return tuple(span for span in both if span is not None)


def _codes(measures: Iterable[MeasureKind]) -> tuple[str, ...]:
    return tuple(measure.code for measure in measures)
