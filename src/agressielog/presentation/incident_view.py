"""Shows incidents: one in full, many in a table, and what became of one that was just stored."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from shlex import quote

from agressielog.application.ports.records import Version
from agressielog.domain.caller import Caller
from agressielog.domain.correction import differences
from agressielog.domain.curtain import HIDDEN
from agressielog.domain.identity import CallerId, caller_code
from agressielog.domain.incident import Incident, Promise
from agressielog.domain.local_time import local_day, to_local
from agressielog.domain.policy import Policy
from agressielog.domain.promise import why_lapsed
from agressielog.domain.vocabulary import Certainty
from agressielog.presentation.changes import show_difference
from agressielog.presentation.console import Column, Screen, Style, styled
from agressielog.presentation.labels import (
    clipped,
    show_caller,
    show_kinds,
    show_limits,
    show_number,
    show_promise,
)
from agressielog.presentation.mistakes.three_lines import count
from agressielog.presentation.moments import show_day, show_moment, show_short_day

# Widths of a line of `list`, in characters: of an excerpt in a pipe and at the least, of a kind, of a gap.
_EXCERPT, _SHORTEST, _KIND, _GAP = 34, 10, 20, 2


def show_incident(
    screen: Screen, incident: Incident, caller: Caller | None, policy: Policy, now: datetime
) -> None:
    """Print everything of one incident."""
    screen.line(styled(f"Incident {incident.id}", Style.TITLE), _remark(incident))
    screen.fields(
        [
            ("Wanneer", show_moment(incident.at, now)),
            ("Soort", f"{show_kinds(incident.kinds, policy)} ({incident.severity.value})"),
            ("Beller", _whose(incident, caller)),
            *_filled("Genoemd", _told(incident, caller)),
            ("Nummer", show_number(incident.number)),
            ("Kanaal", incident.channel.value),
            *_filled("Team", incident.team),
            *_filled("Onderwerp", incident.subject),
            ("Melder", incident.reporter),
            ("Grens", show_limits(incident)),
            *_filled("Toegezegd", "; ".join(_promise_of(incident, promise) for promise in incident.promises)),
            *_filled("Niet toegezegd", incident.refused),
            *_filled("Wat hielp", incident.helped),
            *_filled("Fout bij ons", "ja" if incident.our_fault else None),
            *_filled("Excuses", show_day(incident.apologised_on) if incident.apologised_on else None),
            ("Status", incident.status.value),
            *_filled("Beantwoord", incident.answered),
            ("Vastgelegd", show_moment(incident.recorded_at, now)),
        ],
        indent=2,
    )
    for title, text in (("Wat gebeurde er", incident.account), ("Letterlijk gezegd", incident.quote)):
        if text:
            screen.line(styled(title, Style.TITLE), indent=2)
            screen.paragraph(text, indent=4)


def show_restricted_incident(
    screen: Screen, incident: Incident, caller: Caller | None, now: datetime
) -> None:
    """Print what may be seen of an incident whose caller asked that no details are shown."""
    screen.line(styled(f"Incident {incident.id}", Style.TITLE))
    screen.fields(
        [
            ("Wanneer", show_moment(incident.at, now)),
            ("Beller", _whose(incident, caller)),
            ("Status", incident.status.value),
        ],
        indent=2,
    )
    whose = caller_code(incident.caller) if incident.caller is not None else "BELLER"
    screen.line(
        f"Beperkt op verzoek: de bijzonderheden zijn niet te zien. Toch nodig voor een besluit of zaak? Met --toch "
        f"--reden TEKST; dat wordt vastgelegd. Opheffen: agressielog avg beperk {whose} --opheffen",
        indent=2,
        hanging=2,
    )


def show_versions(screen: Screen, versions: Sequence[Version], policy: Policy, now: datetime) -> None:
    """Print what was corrected, oldest first; nothing for an incident that never was."""
    corrected = [version for version in versions if version.before is not None]
    if not corrected:
        return
    screen.line(styled("Verbeterd", Style.TITLE), indent=2)
    for version in corrected:
        screen.line(f"{show_moment(version.at, now)}, door {version.name}", indent=4)
        if version.before is not None:
            for difference in differences(version.before, version.after):
                screen.line(show_difference(difference, policy), indent=6, hanging=2)


def show_not_words(screen: Screen, option: str, typed: str) -> None:
    """Print where a number or a caller is found, which no report need mention; "nothing found" would be untrue.

    Args:
        screen: where to.
        option: of `list`, that it belongs to.
        typed: as typed.
    """
    screen.line("Gezocht is op woorden in de verslagen; daar staat dit niet in. Wat je zoekt:")
    screen.fields(
        [
            ("Wie dit is", f"agressielog lookup {quote(typed)}"),
            ("De incidenten", f"agressielog list {option} {quote(typed)}"),
        ],
        indent=2,
    )


def show_list(
    screen: Screen, found: Sequence[Incident], policy: Policy, restricted: AbstractSet[CallerId] = frozenset()
) -> None:
    """Print incidents as a table, one line each; no free text but a short excerpt.

    Of the callers in *restricted* no details are shown.
    """
    if not found:
        screen.line("Geen incidenten gevonden.")
        return
    head = ("Nr", "Wanneer", "Soort", "Ernst", "Beller")
    rows = [
        (
            str(incident.id),
            f"{show_short_day(local_day(incident.at))} {to_local(incident.at):%H:%M}",
            *(("–", "–") if incident.caller in restricted else _what(incident, policy)),
            _short_caller(incident.caller, incident.certainty),
        )
        for incident in found
    ]
    taken = sum(max(map(len, column)) + _GAP for column in zip(head, *rows, strict=True))
    # On a terminal an incident is one line, whatever the width; a pipe breaks nothing.
    room = max(_SHORTEST, screen.surface.width - taken) if screen.surface.wrap else _EXCERPT
    screen.table(
        [Column(head[0], right=True), *head[1:], "Wat"],
        [
            (*row, clipped(HIDDEN, room) if incident.caller in restricted else _excerpt(incident, room))
            for row, incident in zip(rows, found, strict=True)
        ],
        drawn=False,
    )
    if any(incident.certainty is Certainty.PRESUMED for incident in found):
        screen.line("? = vermoedelijk deze beller; telt niet mee tot iemand het bevestigt.")


def _what(incident: Incident, policy: Policy) -> tuple[str, str]:
    more = "…" if len(incident.kinds) > 1 else ""
    return clipped(policy.label_of(incident.main_kind), _KIND) + more, incident.severity.value


def show_rest(screen: Screen, shown: int, total: int) -> None:
    """Print how many incidents there are beside those that were shown; nothing if they were all."""
    if shown < total:
        screen.line(
            f"Dit zijn de laatste {shown} van {count(total)} incidenten. Alles zien: agressielog list --alles, "
            "of minder met --sinds en andere filters.",
            hanging=2,
        )


def _promise_of(incident: Incident, promise: Promise) -> str:
    lapsed = why_lapsed(promise, incident.status, incident.answered)
    told = show_promise(promise)
    return told if lapsed is None or promise.done_at is not None else f"{told}, vervallen ({lapsed})"


def _remark(incident: Incident) -> str:
    remarks = [
        text
        for holds, text in (
            (incident.incomplete, "onvolledig"),
            (incident.entered_late, "laat ingevoerd"),
            (not incident.status.stands, incident.status.value),
        )
        if holds
    ]
    return f"  ({', '.join(remarks)})" if remarks else ""


def _whose(incident: Incident, caller: Caller | None) -> str:
    if caller is None:
        return "niemand"
    sure = "" if incident.certainty is Certainty.CERTAIN else ", vermoedelijk"
    return show_caller(caller) + sure


def _told(incident: Incident, caller: Caller | None) -> str:
    """Return what was told of the caller in this call and is not theirs in the logbook."""
    name, customer_number = (caller.name, caller.customer_number) if caller is not None else (None, None)
    told = [incident.name_told] if incident.name_told not in {None, name} else []
    if incident.customer_number_told not in {None, customer_number}:
        told.append(f"klantnummer {incident.customer_number_told}")
    return ", ".join(filter(None, told))


def _short_caller(caller: CallerId | None, certainty: Certainty | None) -> str:
    if caller is None:
        return "–"
    return caller_code(caller) + ("" if certainty is Certainty.CERTAIN else "?")


def _excerpt(incident: Incident, width: int) -> str:
    if not incident.account:
        return clipped("(nog aan te vullen)", width)
    return clipped(" ".join(incident.account.split()), width)


def _filled(label: str, value: str | None) -> list[tuple[str, str]]:
    return [(label, value)] if value else []
