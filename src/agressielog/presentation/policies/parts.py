"""A policy as a reader sees it: parts with rows, each with its ground; for a page, and to tell two apart."""

from collections.abc import Iterable, Iterator

from agressielog.domain.ladder import Ladder, MeasureCode, Range, Rung, RungCode
from agressielog.domain.policy import Kind, Policy
from agressielog.domain.safeguards import Gate, Safeguards
from agressielog.domain.span import Span
from agressielog.domain.value import value
from agressielog.domain.vocabulary import PoliceReport
from agressielog.presentation.finding_text import enumerated


@value
class Row:
    """One rule: its name, what it says, and why."""

    name: str
    value: str
    ground: str = ""


@value
class Part:
    """Rules that belong together."""

    title: str
    rows: tuple[Row, ...]


@value
class Changed:
    """One rule that two policies word differently; None where one of them does not have it."""

    part: str
    name: str
    before: str | None
    after: str | None


def parts(policy: Policy) -> tuple[Part, ...]:
    """Return everything a policy says, in the order in which a reader wants to know it."""
    found = (
        Part("Treden", tuple(_rungs(policy))),
        Part("Instap", tuple(_entries(policy.ladder))),
        Part("Advies", tuple(_rules(policy))),
        Part("Soorten", tuple(_kinds(policy))),
        Part("Waarborgen", tuple(_safeguards(policy))),
        Part("Termijnen", tuple(_terms(policy))),
        Part("Bewaren", tuple(_kept(policy))),
        Part("Aanwijzingen", tuple(_instructions(policy))),
    )
    return tuple(part for part in found if part.rows)


def differences(before: Policy, after: Policy) -> tuple[Changed, ...]:
    """Return the rules that differ, first those that hold now, then those that are gone."""
    old, new = _flat(before), _flat(after)
    changed = [Changed(*key, old.get(key), value) for key, value in new.items() if old.get(key) != value]
    gone = [Changed(*key, value, None) for key, value in old.items() if key not in new]
    return (*changed, *gone)


def _flat(policy: Policy) -> dict[tuple[str, str], str]:
    return {(part.title, row.name): row.value for part in parts(policy) for row in part.rows}


def _rungs(policy: Policy) -> Iterator[Row]:
    for rung in policy.ladder.rungs if policy.ladder is not None else ():
        yield Row(rung.code, "; ".join(_rung(policy, rung)), rung.ground)


def _rung(policy: Policy, rung: Rung) -> Iterator[str]:
    others = "".join(f" of {_measure(policy, code)}" for code in rung.alternatives)
    main = _measure(policy, rung.measure)
    named = rung.label if rung.label.lower().startswith(main) else f"{rung.label} ({main})"
    yield f"{named}{others}"
    if rung.companions:
        yield "met " + ", ".join(_measure(policy, code) for code in rung.companions)
    if rung.longest is not None:
        yield f"duurt {_length(rung.shortest, rung.longest)}"
    if rung.validity is not None:
        yield f"geldt {rung.validity}"
    if rung.in_call:
        yield "ook door een waarschuwing in het gesprek"
    if rung.police is not PoliceReport.NO:
        yield f"aangifte: {rung.police.value}"


def _entries(ladder: Ladder | None) -> Iterator[Row]:
    if ladder is not None:
        for severity, code in ladder.entries:
            yield Row(severity.value, _rung_label(ladder, code), ladder.entry_ground)


def _rules(policy: Policy) -> Iterator[Row]:
    ladder = policy.ladder
    yield Row(
        "telling",
        f"een incident telt {policy.window} mee, vanaf de status {policy.counts_from.value}",
        policy.ground_of("telling"),
    )
    if ladder is not None and ladder.pattern is not None:
        pattern = ladder.pattern
        yield Row(
            "patroon",
            f"{pattern.count} tellende incidenten tillen het advies naar {_rung_label(ladder, pattern.rung)}, niet hoger",
            pattern.ground,
        )
    if ladder is not None and ladder.warn_first is not None:
        yield Row(
            "eerst waarschuwen",
            f"wie nooit is gewaarschuwd, komt niet boven {_rung_label(ladder, ladder.warn_first)}; behalve bij zwaar",
            ladder.warn_first_ground,
        )
    if ladder is not None and ladder.highest_unwritten is not None:
        yield Row(
            "zonder schriftelijke waarschuwing",
            f"niet hoger dan {_rung_label(ladder, ladder.highest_unwritten)}; behalve bij zwaar",
            ladder.warn_first_ground,
        )
    yield Row(
        "schriftelijk",
        ", ".join(sorted(way.value for way in policy.written_ways)),
        policy.ground_of("schriftelijk"),
    )
    if policy.breaches_from is not None:
        yield Row(
            "overtreding",
            f"vanaf {policy.breaches_from} tijdens één verbod vraagt het een oordeel",
            policy.ground_of("overtreding"),
        )


def _kinds(policy: Policy) -> Iterator[Row]:
    for kind in policy.kinds:
        yield Row(kind.code, "; ".join(_kind(policy, kind)), kind.ground)
    for old, new in policy.replaces:
        yield Row(old, f"uit een eerder beleid; telt als {new}")


def _kind(policy: Policy, kind: Kind) -> Iterator[str]:
    yield f"{kind.label}, ernst {kind.severity.value}"
    if kind.police is not PoliceReport.NO:
        yield f"aangifte: {kind.police.value}"
    if kind.entry is not None and policy.ladder is not None:
        yield f"stapt in bij {_rung_label(policy.ladder, kind.entry)}"
    if kind.range is not None:
        yield _range(policy, kind.range)


def _range(policy: Policy, one: Range) -> str:
    length = f" van {_length(one.shortest, one.longest)}" if one.longest is not None else ""
    return f"{_measure(policy, one.measure)}{length}"


def _safeguards(policy: Policy) -> Iterator[Row]:
    gates = policy.safeguards
    if gates is None:
        return
    yield _gate("horen", gates.hearing, "de beller wordt gehoord, of er is een reden waarom niet")
    yield _gate("gewaarschuwd", gates.warned_first, "een verbod vraagt eerst een waarschuwing")
    yield _gate(
        "evaluatie", gates.review, f"halverwege, uiterlijk na {gates.review_at_latest}; gewoonlijk opheffen"
    )
    yield Row("besluit", _longest(gates), policy.ground_of("besluit"))
    yield Row("altijd open", ", ".join(gates.open_always), policy.ground_of("open"))
    for code, who in gates.deciders:
        yield Row(f"beslist over {_measure(policy, code)}", who, policy.ground_of("beslissers"))
    if policy.remedy is not None:
        remedy = policy.remedy
        moves = (
            "; een termijn die in een weekend of op een feestdag eindigt, schuift"
            if gates.moves_off_weekends
            else ""
        )
        yield Row(
            remedy.kind.value,
            f"{remedy.where}; binnen {remedy.term}, antwoord binnen {remedy.answer_term}{moves}",
            remedy.ground,
        )


def _longest(gates: Safeguards) -> str:
    most, renewal = gates.longest_decision, gates.longest_without_new
    bounds = [
        f"hoogstens {most}" if most is not None else "zonder grens",
        *([f"na {renewal} een nieuw besluit"] if renewal is not None else []),
    ]
    return ", ".join(bounds)


def _gate(name: str, gate: Gate, demand: str) -> Row:
    return Row(name, demand if gate.on else "niet verplicht", gate.ground)


def _terms(policy: Policy) -> Iterator[Row]:
    if policy.safeguards is not None:
        yield Row(
            "reactie aan de beller",
            f"binnen {policy.safeguards.reaction_hours} uur",
            policy.ground_of("reactie"),
        )
    terms = policy.terms
    if terms is None:
        return
    if terms.first_talk_hours is not None:
        later = (
            f", daarna na {enumerated([str(span) for span in terms.later_talks])}"
            if terms.later_talks
            else ""
        )
        yield Row(
            "nazorg",
            f"eerste contact dezelfde dag, gesprek binnen {terms.first_talk_hours} uur{later}; het laatste binnen "
            f"{terms.last_talk_at_latest}; wie ervan afziet, hoort het na {terms.offer_care_again} nog eens",
            policy.ground_of("nazorg"),
        )
    yield from _spans(
        policy,
        ("antwoord op inzage", "binnen", terms.access_answer, "privacy"),
        ("antwoord op verwijderen", "binnen", terms.erasure_answer, "privacy"),
        ("klacht over belediging", "binnen", terms.police_complaint, "aangifte"),
        ("oud nummer", "na", terms.number_stale_after, "nummer"),
    )


def _kept(policy: Policy) -> Iterator[Row]:
    terms = policy.terms
    kept = [(severity.value, "", span, "bewaren") for severity, span in policy.retention]
    if terms is not None:
        kept += [
            (name, "", span, "bewaren")
            for name, span in (
                ("zwaar, met redenen", terms.severe_kept_at_most),
                ("ingetrokken of afgewezen", terms.withdrawn_kept),
                ("wie wie opzocht", terms.look_ups_kept),
            )
            if span is not None
        ]
    yield from _spans(policy, *kept)


def _spans(policy: Policy, *rows: tuple[str, str, Span | None, str]) -> Iterator[Row]:
    for name, word, span, part in rows:
        if span is not None:
            yield Row(name, f"{word} {span}".strip(), policy.ground_of(part))


def _instructions(policy: Policy) -> Iterable[Row]:
    rows = [(standing.value, text) for standing, text in policy.instructions]
    rows += [
        ("ligt ter beoordeling", policy.instruction_pending),
        ("ligt ter beoordeling, zwaar", policy.instruction_pending_severe),
    ]
    return (Row(name, text) for name, text in rows if text)


def _measure(policy: Policy, code: MeasureCode) -> str:
    measure = policy.measure(code)
    return measure.label.lower() if measure is not None else code


def _rung_label(ladder: Ladder, code: RungCode) -> str:
    return next((rung.label.lower() for rung in ladder.rungs if rung.code == code), code)


def _length(shortest: Span | None, longest: Span | None) -> str:
    if shortest is None:
        return f"hoogstens {longest}"
    return str(longest) if shortest == longest else f"{shortest} tot {longest}"
