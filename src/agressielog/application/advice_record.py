"""An advice as a plain record (design 3.1): what is stored with a decision, and what JSON is made from.

The record has facts only; `uitleg` is a sentence and is added where sentences are made.
"""

import json
from collections.abc import Mapping
from datetime import date

from agressielog.domain.advice import Advice, Finding
from agressielog.domain.identity import measure_code
from agressielog.domain.policy import Policy
from agressielog.domain.span import Span


def advice_record(advice: Advice, policy: Policy) -> dict[str, object]:
    """Return the keys of `advies` in their order, without the sentences."""
    # Of a rung with one length that is told as such; what is free between two bounds tells the bounds.
    fixed = advice.rung is not None and not advice.rung.is_range
    shortest, longest = _text(advice.shortest), _text(advice.longest)
    guards = policy.safeguards
    return {
        "maatregel": advice.measure,
        "trede": advice.rung.code if advice.rung is not None else None,
        "duur": longest if fixed else None,
        "duur_van": None if fixed else shortest,
        "duur_tot": None if fixed else longest,
        "vanaf": _text(advice.not_before),
        "aangifte": advice.police.value,
        "beoordelen": list(advice.to_review),
        "uitzonderingen": list(guards.open_always) if guards is not None else [],
        "met": list(advice.companions),
        "of": list(advice.alternatives),
        "beleid": {"naam": policy.name, "versie": policy.version, "sha256": policy.sha256},
        "incidenten": list(advice.asking),
        "bevindingen": [finding_record(finding) for finding in advice.findings],
        "telt_niet": [
            {"incident": incident, "reden": reason.value} for incident, reason in advice.not_counted
        ],
        "volgende": (
            {"trede": advice.next.rung, "als": advice.next.if_kind} if advice.next is not None else None
        ),
        "vervalt_op": _text(advice.lapses_on),
        "latere_maatregelen": [measure_code(measure) for measure in advice.later_measures],
    }


def finding_record(finding: Finding, explanation: str | None = None) -> dict[str, object]:
    """Return one finding; `uitleg` only where there is an explanation to go with it."""
    return {
        "regel": finding.rule.value,
        "voldaan": finding.met,
        "geteld": list(finding.counted),
        "ontbreekt": finding.missing,
        **({"uitleg": explanation} if explanation is not None else {}),
        "grondslag": finding.ground,
        "trede": finding.rung,
        "maatregelen": [measure_code(measure) for measure in finding.measures],
        "gewaarschuwd_in": list(finding.warned_in),
    }


def record_text(record: Mapping[str, object]) -> str:
    """Return a record as canonical JSON, the form in which it is kept with a decision."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _text(value: Span | date | None) -> str | None:
    """Return `1 maand` or `2026-05-12`; None for nothing."""
    return None if value is None else str(value)
