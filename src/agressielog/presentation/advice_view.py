"""Shows advice: the open ones in a list, one caller in full with the why, and one line for `add`."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypeAlias

from agressielog.application.considerations import considerations
from agressielog.application.dossiers import Case
from agressielog.application.proposing import lacking
from agressielog.domain.advice import RuleCode
from agressielog.domain.curtain import HIDDEN
from agressielog.domain.gates import GateCode
from agressielog.domain.identity import caller_code
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day, start_of_day
from agressielog.domain.measure import day_after
from agressielog.domain.policy import Policy
from agressielog.presentation.advice_words import short_advice
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.finding_text import (
    enumerated,
    explain,
    explain_not_counted,
    name_incidents,
    rung_label,
    show_considerations,
)
from agressielog.presentation.labels import POLICE_ADVICE, clipped, show_caller, show_kinds
from agressielog.presentation.measure import cells, preview
from agressielog.presentation.moments import show_day, show_short_day

_TO_ARRANGE = {
    GateCode.NO_DECIDER: "wie besluit",
    GateCode.NO_REASON: "de reden",
    GateCode.NO_END: "de laatste dag",
    GateCode.NO_CHANNEL: "hoe de beller ons nog bereikt",
    GateCode.NOT_HEARD: "de beller horen, of zeggen waarom niet",
    GateCode.NOT_WARNED: "eerst waarschuwen",
}
# What a decider reads of each incident, and of how many; the rest is in `show` and `list`.
_ACCOUNT = 100
_MOST_TOLD = 6
_Row: TypeAlias = tuple[str, str, str, str, str]
_HEAD: _Row = ("Beller", "Ernst", "Advies", "Sinds", "Reactie")
# Between two columns of the list; and so much of a caller and of the advice is shown on any terminal.
_GAP, _NARROWEST = 2, 14
# Up to here hours tell more than days.
_HOURS_SHOWN = 48


def show_open_cases(screen: Screen, cases: Sequence[Case], now: datetime) -> None:
    """Print every caller of whom something is open, in the order given."""
    if not cases:
        screen.line("Niets vraagt om een antwoord.")
        return
    by_line = screen.surface.wrap
    rows = [
        (
            show_caller(case.caller) if case.caller.name or not by_line else caller_code(case.caller.id),
            *(("–", HIDDEN) if case.restricted else _advised(case)),
            show_short_day(local_day(case.open[0].at)),
            reaction(case, now),
        )
        for case in cases
    ]
    screen.table(_HEAD, _fitting(rows, screen.surface.width) if by_line else rows, drawn=False)
    screen.line(f"Uitleg: agressielog advies {caller_code(cases[0].caller.id)}")


def _advised(case: Case) -> tuple[str, str]:
    return case.heaviest.value, short_advice(case.advice, case.policy)


def _fitting(rows: Sequence[_Row], width: int) -> Sequence[_Row]:
    """Return *rows* so that each is one line of *width* columns; the whole advice is one command away."""
    who, severity, advice, since, due = (max(map(cells, column)) for column in zip(_HEAD, *rows, strict=True))
    room = width - severity - since - due - (len(_HEAD) - 1) * _GAP
    advice = min(advice, max(_NARROWEST, room - min(who, _NARROWEST)))
    who = max(_NARROWEST, room - advice)
    return [(clipped(row[0], who), row[1], clipped(row[2], advice), *row[3:]) for row in rows]


def _show_restricted(screen: Screen, case: Case, now: datetime) -> None:
    """Print that somebody has to decide and by when, and how whoever does sees why."""
    name = caller_code(case.caller.id)
    screen.line(styled(show_caller(case.caller), Style.TITLE), f", beoordeeld op {show_day(case.on)}")
    if case.asking:
        screen.fields([("Advies", HIDDEN), ("Reactie", reaction(case, now))], indent=2)
    screen.line(
        f"Besluit jij? Je ziet het met een reden, en dat wordt vastgelegd: agressielog advies {name} --toch --reden "
        "TEKST",
        indent=2,
        hanging=2,
    )


def show_case(screen: Screen, case: Case, now: datetime, *, brief: bool = False) -> None:
    """Print the advice for one caller: what, why, what does not count, what is next, what must be arranged.

    With *brief* only what one decides by, for somebody who is asked at once.
    """
    if case.restricted:
        _show_restricted(screen, case, now)
        return
    advice, policy = case.advice, case.policy
    known = {incident.id: incident for incident in case.incidents}
    screen.line(styled(show_caller(case.caller), Style.TITLE), f", beoordeeld op {show_day(case.on)}")
    rows = [("Advies", short_advice(advice, policy))]
    if advice.not_before is not None:
        rows.append(("Vanaf", f"{show_day(advice.not_before)}, na het verbod dat loopt"))
    if advice.asking:
        rows += [
            *_happened("Vraagt", [known[one] for one in advice.asking], policy),
            ("Reactie", reaction(case, now)),
            ("Aangifte", POLICE_ADVICE[advice.police]),
        ]
    if advice.to_review:
        rows.append(("Beoordelen", f"{name_incidents(advice.to_review, known)}: belde tijdens een verbod"))
    screen.fields(rows, indent=2)
    _show_why(screen, case, brief=brief)
    if advice.not_counted and not brief:
        screen.line(styled("Telt niet mee", Style.TITLE), indent=2)
    for incident, reason in () if brief else advice.not_counted:
        screen.line(
            f"{name_incidents([incident], known)}: {explain_not_counted(reason)}", indent=4, hanging=2
        )
    if not brief:
        _show_future(screen, case)
    for line in show_considerations(considerations(case)):
        screen.line(f"Weeg mee: {line}", indent=2, hanging=2)
    _show_to_do(screen, case)
    if not brief:
        _show_command(screen, case)
        screen.line(f"Beleid: {policy.name} {policy.version}")


def _happened(label: str, incidents: Sequence[Incident], policy: Policy) -> list[tuple[str, str]]:
    """Return a row for each incident: when it was, what it was called, and what was said or done."""
    told = incidents[-_MOST_TOLD:]
    rows = [
        f"{incident.id} ({show_short_day(local_day(incident.at))}) "
        f"{show_kinds(incident.kinds, policy).lower()}: {_in_short(incident)}"
        for incident in told
    ]
    if earlier := incidents[:-_MOST_TOLD]:
        rows.insert(0, f"{enumerated([str(incident.id) for incident in earlier])}, en de laatste:")
    return [(label if place == 0 else "", row) for place, row in enumerate(rows)]


def _in_short(incident: Incident) -> str:
    if incident.quote:
        return f"“{preview(incident.quote, _ACCOUNT)}”"
    return preview(incident.account, _ACCOUNT) if incident.account else "nog niet verteld wat er gebeurde"


def reaction(case: Case, now: datetime) -> str:
    """Say whether the reaction to the caller is in time; on another day than today, at the end of that day."""
    if case.reaction_due is None:
        return ""
    at = now if local_day(now) == case.on else start_of_day(day_after(case.on))
    return time_left(case.reaction_due, at)


def time_left(due: datetime, at: datetime) -> str:
    """Return `nog 5 uur` or `3 dagen te laat`."""
    left = due - at
    hours = int(abs(left) / timedelta(hours=1))
    amount = f"{hours} uur" if hours < _HOURS_SHOWN else f"{hours // 24} dagen"
    if hours == 0:
        amount = "minder dan een uur"
    return f"nog {amount}" if left >= timedelta(0) else f"{amount} te laat"


def _show_why(screen: Screen, case: Case, *, brief: bool) -> None:
    """Print the findings that shaped the advice, and how far off a pattern is; JSON has them all."""
    known = {incident.id: incident for incident in case.incidents}
    told = [
        f for f in case.advice.findings if f.met or (f.rule is RuleCode.PATTERN and f.counted and not brief)
    ]
    if told:
        screen.line(styled("Waarom", Style.TITLE), indent=2)
    for finding in told:
        sign = "✓" if finding.met else "–"
        screen.line(f"{sign} {explain(finding, known, case.policy)}", indent=4, hanging=2)
        if finding.met and finding.ground and not brief:
            screen.line(f"Grondslag: {finding.ground}", indent=6, hanging=2)


def _show_future(screen: Screen, case: Case) -> None:
    advice, ladder = case.advice, case.policy.ladder
    if advice.next is not None:
        kind = case.policy.label_of(advice.next.if_kind).lower()
        # After a ban comes a new one, which may be shorter than the one that is advised now.
        follows = "wordt het" if advice.longest is None else "komt er een nieuwe maatregel na deze:"
        screen.line(
            f"Daarna: bij nog een keer {kind} {follows} {rung_label(ladder, advice.next.rung)}.",
            indent=2,
            hanging=2,
        )
    if advice.lapses_on is not None:
        screen.line(f"Zonder besluit wordt dit advies lichter op {show_day(advice.lapses_on)}.", indent=2)


def _show_to_do(screen: Screen, case: Case) -> None:
    guards = case.policy.safeguards
    wanting = [_TO_ARRANGE[reason.code] for reason in lacking(case) if reason.code in _TO_ARRANGE]
    if case.advice.measure is not None and guards is not None:
        decider = dict(guards.deciders).get(case.advice.measure)
        if decider is not None:
            wanting = [f"{words} ({decider})" if words == "wie besluit" else words for words in wanting]
    if wanting:
        screen.line(f"Eerst regelen: {'; '.join(wanting)}.", indent=2, hanging=2)
    if case.advice.longest is not None and guards is not None and guards.open_always:
        screen.line(f"Altijd open: {', '.join(guards.open_always)}.", indent=2, hanging=2)


def _show_command(screen: Screen, case: Case) -> None:
    name = caller_code(case.caller.id)
    if case.advice.measure is not None:
        screen.line(f"Besluiten: agressielog maatregel add {name}")
    elif case.open:
        screen.line(f"Besluiten: agressielog maatregel add {name} --geen")
