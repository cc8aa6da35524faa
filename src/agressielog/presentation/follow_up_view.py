"""What became of the incidents of a period, as two blocks of the report and as JSON.

What did not occur is left out of the page, so that a quiet month has no table of noughts.
"""

from agressielog.domain.decision import Verdict
from agressielog.domain.figures import percentage
from agressielog.domain.follow_up import FollowUp, Kept
from agressielog.domain.ladder import MeasureCode
from agressielog.domain.policy import Policy
from agressielog.domain.shared_follow_up import SharedFollowUp
from agressielog.presentation.blocks import Block, Row, aligned, share
from agressielog.presentation.json_documents import Json
from agressielog.presentation.measure import padded, preview

# Rows for kinds of measures, the line for the rest included; and the columns of that block.
_MOST_MEASURES = 3
_LABEL, _DECIDED, _RUNNING = 18, 8, 5
_GAP = "  "


def follow_up_blocks(found: FollowUp, policy: Policy) -> list[Block]:
    """Return how quickly callers and colleagues were heard, and the measures; empty where nothing occurred."""
    return [Block("Opvolging", _promptness(found)), _measures(found, policy)]


def _promptness(found: FollowUp) -> list[str]:
    waiting = sum(duty.in_time + duty.late for duty in found.duties)
    late = sum(duty.late for duty in found.duties)
    answered = sum(number for _, number in found.verdicts)
    upheld = answered - dict(found.verdicts).get(Verdict.DISMISSED, 0)
    rows = [
        _kept(f"reactie in {found.reaction_hours} uur", found.reactions),
        _kept("nazorg op tijd", found.care),
        Row("goede gesprekken", _number(found.good_calls)),
        Row("bezwaren", _number(found.objections)),
        Row("  (deels) gegrond", f"{upheld} van {answered}" if answered else ""),
        Row("taken te laat", f"{late} van {waiting}" if waiting else ""),
    ]
    return aligned([row for row in rows if row.value])


def _kept(label: str, kept: Kept) -> Row:
    told = f"{kept.on_time} van {kept.total}" if kept.total else ""
    return Row(label, told, share(kept.on_time, kept.total))


def _measures(found: FollowUp, policy: Policy) -> Block:
    rows = [
        (preview(measure_label(code, policy), _LABEL), _number(decided), _number(running))
        for code, decided, running in _per_measure(found)
    ]
    if len(rows) > _MOST_MEASURES:
        others = _per_measure(found)[_MOST_MEASURES - 1 :]
        rest = (f"overige {len(others)}", sum(n for _, n, _ in others), sum(n for _, _, n in others))
        rows = [*rows[: _MOST_MEASURES - 1], (rest[0], _number(rest[1]), _number(rest[2]))]
    if none := dict(found.decided).get(None, 0):
        rows.append(("geen maatregel", str(none), ""))
    if found.ending:
        rows.append(("einde in 30 dagen", "", str(found.ending)))
    if found.reviews_late:
        rows.append(("evaluatie te laat", "", str(found.reviews_late)))
    title = padded("Maatregelen", _LABEL + 2) + _GAP + "besloten" + _GAP + "lopen"
    return Block(title, [_measure_line(*row) for row in rows])


def _measure_line(label: str, decided: str, running: str) -> str:
    line = padded(label, _LABEL) + _GAP + decided.rjust(_DECIDED) + _GAP + running.rjust(_RUNNING)
    return line.rstrip(" ")


def _per_measure(found: FollowUp) -> list[tuple[MeasureCode, int, int]]:
    """Return each kind with how many were decided and how many run, the most frequent first."""
    decided, running = dict(found.decided), dict(found.running)
    codes = [code for code in dict.fromkeys([*running, *decided]) if code is not None]
    counts = [(code, decided.get(code, 0), running.get(code, 0)) for code in codes]
    return sorted(counts, key=lambda one: (-one[1] - one[2], one[0]))


def measure_label(code: MeasureCode | None, policy: Policy) -> str:
    """Return what a measure is called, also one that the policy no longer has; None for the decision for none."""
    if code is None:
        return "geen maatregel"
    measure = policy.measure(code)
    return measure.label if measure is not None else code


def _number(number: int) -> str:
    return str(number) if number else ""


def follow_up_json(found: FollowUp) -> Json:
    """Return the keys of the report that tell what became of its incidents."""
    waiting = found.objections_open
    return {
        "reacties": {"binnen_uren": found.reaction_hours, **_kept_json(found.reactions)},
        "nazorg": _kept_json(found.care),
        "maatregelen": decided_json(found),
        "bezwaren": {
            "ontvangen": found.objections,
            **{verdict.value: dict(found.verdicts).get(verdict, 0) for verdict in Verdict},
            "open": waiting.in_time + waiting.late,
            "te_laat": waiting.late,
        },
        "goede_gesprekken": found.good_calls,
        "taken": {
            duty.kind.value: {"open": duty.in_time + duty.late, "te_laat": duty.late} for duty in found.duties
        },
    }


def decided_json(found: FollowUp | SharedFollowUp) -> Json:
    """Return the keys about decisions: counts, or what may be told of them."""
    return {
        "besloten": {code: number for code, number in found.decided if code is not None},
        "geen_maatregel": dict(found.decided).get(None, 0),
        "lopend": dict(found.running),
        "eindigt_binnen_30_dagen": found.ending,
        "evaluatie_te_laat": found.reviews_late,
    }


def _kept_json(kept: Kept) -> Json:
    return {
        "op_tijd": kept.on_time,
        "te_laat": kept.late,
        "procent": percentage(kept.on_time, kept.total),
    }
