"""A policy as JSON: the keys of the file, with what holds where the file left something out."""

from agressielog.application.policies import PolicyEntry
from agressielog.domain.ladder import Ladder, Range, Rung
from agressielog.domain.policy import Kind, Policy
from agressielog.domain.safeguards import Gate, Remedy, Safeguards
from agressielog.domain.span import Span
from agressielog.presentation.json_documents import Json
from agressielog.presentation.policies.page import entry_json


def policy_json(policy: Policy, entry: PolicyEntry | None) -> Json:
    """Return the document of `beleid show`.

    Args:
        policy: which.
        entry: how it stands in this logbook; None for one that only is in a file.
    """
    used = entry_json(entry) if entry is not None else {}
    ladder, gates = policy.ladder, policy.safeguards
    return {
        "schema": "agressielog.beleid.show/1",
        "naam": policy.name,
        "versie": policy.version,
        "omschrijving": policy.description or None,
        "sha256": policy.sha256,
        "meegeleverd": used.get("meegeleverd", False),
        "in_gebruik": used.get("in_gebruik", False),
        "sinds": used.get("sinds", []),
        "telling": {
            "venster": str(policy.window),
            "telt_vanaf": policy.counts_from.value,
            "grondslag": policy.ground_of("telling"),
        },
        "soorten": [_kind(kind) for kind in policy.kinds],
        "maatregelen": [
            {"code": measure.code, "label": measure.label, "aard": measure.nature.value}
            for measure in policy.measures
        ],
        "treden": [_rung(rung) for rung in ladder.rungs] if ladder is not None else [],
        "instap": _entries(ladder) if ladder is not None else None,
        "patroon": _pattern(ladder) if ladder is not None else None,
        "waarschuwen": _warned_first(ladder) if ladder is not None else None,
        "schriftelijk": sorted(way.value for way in policy.written_ways),
        "beoordelen_vanaf": policy.breaches_from,
        "waarborgen": _safeguards(policy, gates) if gates is not None else None,
        "rechtsmiddel": _remedy(policy.remedy) if policy.remedy is not None else None,
        "bewaren": {severity.value: str(span) for severity, span in policy.retention},
        "instructie": {standing.value: text for standing, text in policy.instructions}
        | {
            "ligt_ter_beoordeling": policy.instruction_pending,
            "ligt_ter_beoordeling_zwaar": policy.instruction_pending_severe,
        },
        "vervangt": {str(old): new for old, new in policy.replaces},
    }


def _kind(kind: Kind) -> Json:
    return {
        "code": kind.code,
        "label": kind.label,
        "omschrijving": kind.description,
        "ernst": kind.severity.value,
        "aangifte": kind.police.value,
        "instap": kind.entry,
        "bereik": _range(kind.range) if kind.range is not None else None,
        "grondslag": kind.ground,
    }


def _range(one: Range) -> Json:
    return {
        "maatregel": one.measure,
        "duur_van": _span(one.shortest),
        "duur_tot": _span(one.longest),
        "grondslag": one.ground,
    }


def _rung(rung: Rung) -> Json:
    return {
        "code": rung.code,
        "label": rung.label,
        "maatregel": rung.measure,
        "of": list(rung.alternatives),
        "met": list(rung.companions),
        "geldig": _span(rung.validity),
        "duur_van": _span(rung.shortest),
        "duur_tot": _span(rung.longest),
        "in_gesprek": rung.in_call,
        "aangifte": rung.police.value,
        "grondslag": rung.ground,
    }


def _entries(ladder: Ladder) -> Json:
    entries: Json = {severity.value: code for severity, code in ladder.entries}
    return entries | {"grondslag": ladder.entry_ground}


def _pattern(ladder: Ladder) -> Json | None:
    pattern = ladder.pattern
    if pattern is None:
        return None
    return {"aantal": pattern.count, "trede": pattern.rung, "grondslag": pattern.ground}


def _warned_first(ladder: Ladder) -> Json:
    return {
        "eerst_waarschuwen": ladder.warn_first,
        "hoogste_zonder_schriftelijk": ladder.highest_unwritten,
        "grondslag": ladder.warn_first_ground,
    }


def _safeguards(policy: Policy, gates: Safeguards) -> Json:
    return {
        "horen": _gate(gates.hearing),
        "gewaarschuwd": _gate(gates.warned_first),
        "evaluatie": _gate(gates.review),
        "evaluatie_uiterlijk": str(gates.review_at_latest),
        "hoogstens": _span(gates.longest_decision),
        "zonder_nieuw_besluit": _span(gates.longest_without_new),
        "besluit_grondslag": policy.ground_of("besluit"),
        "altijd_open": list(gates.open_always),
        "beslissers": {str(code): who for code, who in gates.deciders},
        "reactie_binnen_uren": gates.reaction_hours,
        "schuift": gates.moves_off_weekends,
    }


def _gate(gate: Gate) -> Json:
    return {"verplicht": gate.on, "grondslag": gate.ground}


def _remedy(remedy: Remedy) -> Json:
    return {
        "soort": remedy.kind.value,
        "waar": remedy.where,
        "termijn": str(remedy.term),
        "antwoord": str(remedy.answer_term),
        "grondslag": remedy.ground,
    }


def _span(span: Span | None) -> str | None:
    return str(span) if span is not None else None
