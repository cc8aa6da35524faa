"""Shows policies: one on a page with its grounds, the list of them, a check, and what a change means."""

from collections.abc import Sequence

from agressielog.application.policies import PolicyEntry, PutInUse
from agressielog.application.settings_errors import PolicyFaulty
from agressielog.domain.local_time import local_day
from agressielog.domain.policy import Policy
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.labels import clipped, counted
from agressielog.presentation.mistakes.policy_faults import show_fault, show_what, show_where
from agressielog.presentation.moments import iso, show_day, show_short_day
from agressielog.presentation.policies.parts import Changed, Row, differences, parts

#: What is left of eighty columns for one side of a change, in characters.
_SIDE = 60


def show_policy(screen: Screen, policy: Policy, entry: PolicyEntry | None) -> None:
    """Print one policy as a page.

    Args:
        screen: where.
        policy: which.
        entry: how it stands in this logbook; None for one that only is in a file.
    """
    screen.line(styled(f"Beleid {policy.name}, versie {policy.version}", Style.TITLE))
    if policy.description:
        screen.line(policy.description, indent=2)
    screen.line(_standing(entry), indent=2)
    screen.line(styled(f"sha256 {policy.sha256}", Style.MUTED), indent=2)
    for part in parts(policy):
        screen.blank()
        screen.line(styled(part.title, Style.TITLE))
        for place, row in enumerate(part.rows):
            screen.line(f"{row.name}: {row.value}", indent=2, hanging=2)
            if row.ground and not _again(part.rows, place):
                screen.line(styled(f"Grond: {row.ground}", Style.MUTED), indent=6, hanging=2)


def show_policies(screen: Screen, entries: Sequence[PolicyEntry]) -> None:
    """Print the policies that can be used by name, and which one is."""
    screen.table(
        ["Naam", "Versie", "Gebruik", "Herkomst"],
        [
            (
                entry.name,
                entry.version,
                _use(entry),
                "meegeleverd" if entry.shipped else "eigen bestand",
            )
            for entry in entries
        ],
    )
    screen.blank()
    screen.line("Bekijken: agressielog beleid show NAAM")
    screen.line("Kiezen: agressielog beleid use NAAM, of met een eigen bestand")


def show_sound(screen: Screen, policy: Policy) -> None:
    """Print that a file can be used."""
    screen.line(styled(f"In orde: beleid {policy.name}, versie {policy.version}.", Style.GOOD))


def show_faulty(screen: Screen, faulty: PolicyFaulty) -> None:
    """Print every fault of a file on a line of its own."""
    for fault in faulty.faults:
        screen.line(show_fault(fault), hanging=2)
    number = counted(len(faulty.faults), "fout", "fouten")
    screen.line(styled(f"{number}; het beleid dat gold, geldt nog.", Style.ATTENTION))


def show_put_in_use(screen: Screen, done: PutInUse) -> None:
    """Print what a new policy changes, and what stays."""
    after = done.after
    if done.since is None:
        screen.line(f"Beleid {after.name}, versie {after.version}, gold al; er is niets veranderd.")
        return
    since = show_day(local_day(done.since))
    screen.line(styled(f"Beleid {after.name}, versie {after.version}, geldt vanaf {since}.", Style.GOOD))
    changes = differences(done.before, after)
    for change in changes:
        screen.line(_change(change), indent=2, hanging=2)
    if not changes:
        screen.line("De regels zijn dezelfde als die van het vorige beleid.", indent=2)
    screen.line("Wat al is opgeslagen, verandert niet: oude besluiten houden het beleid van toen.")


def policies_json(entries: Sequence[PolicyEntry]) -> dict[str, object]:
    """Return the document of `beleid list`."""
    return {"schema": "agressielog.beleid.list/1", "beleid": [entry_json(entry) for entry in entries]}


def entry_json(entry: PolicyEntry) -> dict[str, object]:
    """Return one policy of the list."""
    return {
        "naam": entry.name,
        "versie": entry.version,
        "omschrijving": entry.description or None,
        "sha256": entry.sha256,
        "meegeleverd": entry.shipped,
        "in_gebruik": entry.in_use,
        "sinds": [iso(moment) for moment in entry.used],
    }


def sound_json(policy: Policy) -> dict[str, object]:
    """Return the document of `beleid check` for a file without faults."""
    return {"schema": "agressielog.beleid.check/1", "beleid": reference(policy), "in_orde": True}


def put_in_use_json(done: PutInUse) -> dict[str, object]:
    """Return the document of `beleid use`."""
    return {
        "schema": "agressielog.beleid.use/1",
        "beleid": reference(done.after),
        "sinds": iso(done.since) if done.since is not None else None,
        "veranderd": [
            {"deel": change.part, "wat": change.name, "voor": change.before, "na": change.after}
            for change in differences(done.before, done.after)
        ],
    }


def reference(policy: Policy) -> dict[str, object]:
    """Return how a document names a policy, so that it can be found again."""
    return {"naam": policy.name, "versie": policy.version, "sha256": policy.sha256}


def faults_json(faulty: PolicyFaulty) -> list[dict[str, object]]:
    """Return the faults of a file, one by one."""
    return [
        {
            "code": fault.code.value,
            "waar": show_where(fault.where),
            "regel": fault.line,
            "wat": show_what(fault),
        }
        for fault in faulty.faults
    ]


def _again(rows: Sequence[Row], place: int) -> bool:
    """Tell whether the next row has the same ground, which is then told once, after the last of them."""
    return place + 1 < len(rows) and rows[place + 1].ground == rows[place].ground


def _standing(entry: PolicyEntry | None) -> str:
    if entry is None:
        return "uit een bestand; nog niet gebruikt"
    use = _use(entry)
    return f"{'meegeleverd' if entry.shipped else 'eigen bestand'}; {use or 'niet in gebruik'}"


def _use(entry: PolicyEntry) -> str:
    days = [show_short_day(local_day(moment)) for moment in entry.used]
    if entry.in_use:
        return f"in gebruik sinds {days[-1]}" if days else "in gebruik, vanaf het begin"
    return f"gebruikt vanaf {', '.join(days)}" if days else ""


def _change(change: Changed) -> str:
    named = f"{change.part}, {change.name}"
    if change.after is None:
        return f"{named}: vervalt"
    if change.before is None:
        return f"{named}: nieuw, {clipped(change.after, _SIDE)}"
    return f"{named}: {clipped(change.before, _SIDE)} → {clipped(change.after, _SIDE)}"
