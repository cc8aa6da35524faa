"""Shows back-ups: one that was made, those there are, and what putting one back changes."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath
from shlex import quote

from agressielog.application.backups import Backup, Comparison
from agressielog.application.ports.copies import Contents
from agressielog.application.upgrading import Upgraded
from agressielog.domain.backup_name import backup_moment
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.labels import counted, incidents
from agressielog.presentation.moments import iso, show_moment

Json = dict[str, object]


def show_backup(screen: Screen, made: Backup) -> None:
    """Print where a back-up is and what is in it."""
    screen.line(styled("Reservekopie gemaakt en nagekeken.", Style.GOOD))
    screen.line(f"{_figures(made.contents)}.", indent=2)
    screen.line(made.path, indent=2)
    if made.contents.anchor is not None:
        screen.line(f"Anker: {made.contents.anchor}", indent=2)
    if made.removed:
        screen.line(f"Opgeruimd: {counted(len(made.removed), 'oudere kopie', 'oudere kopieën')}.", indent=2)
    there = "staat nu 1 kopie" if made.kept == 1 else f"staan nu {made.kept} kopieën"
    screen.line(f"Er {there} in deze map.", indent=2)
    if made.unfinished:
        screen.line(
            "Let op: een wissing is niet afgemaakt. In deze kopie is opgeruimd, in het logboek nog niet: "
            "agressielog avg vergeet --afmaken",
            indent=2,
            hanging=2,
        )


def show_backups(screen: Screen, folder: str, names: Sequence[str], now: datetime) -> None:
    """Print the back-ups in a folder, the newest first."""
    if not names:
        screen.line(f"Er zijn geen reservekopieën in {folder}. Maak er een: agressielog backup")
        return
    screen.line(f"Reservekopieën in {folder}, de nieuwste eerst:")
    for name in names:
        made = backup_moment(name)
        when = f"  {show_moment(made, now)}" if made is not None else ""
        screen.line(f"{name}{when}", indent=2)
    screen.line(f"Terugzetten: agressielog restore {quote(str(PurePath(folder, names[0])))}")


def show_comparison(screen: Screen, comparison: Comparison, now: datetime) -> None:
    """Print what is there now beside what would be there."""
    rows = [("In de kopie", f"{_figures(comparison.copy)}; {_last(comparison.copy, now)}")]
    if comparison.present is None:
        rows.insert(0, ("Nu", "geen leesbaar logboek"))
    else:
        rows.insert(0, ("Nu", f"{_figures(comparison.present)}; {_last(comparison.present, now)}"))
    screen.fields(rows)
    if comparison.present is not None and not comparison.continues:
        screen.line(
            styled(
                "Let op: deze kopie is niet van dit logboek, of het logboek is sindsdien herschreven.",
                Style.DANGER,
            )
        )
    elif comparison.present is not None and comparison.copy.last_change is not None:
        screen.line(
            f"Wat na {show_moment(comparison.copy.last_change, now)} is vastgelegd, gaat uit het logboek. "
            "Het bestand van nu blijft ernaast bewaard."
        )


def show_restored(
    screen: Screen, comparison: Comparison, there: Contents, kept: str | None, now: datetime
) -> None:
    """Print what is there now, and where the rest is.

    Args:
        screen: to print on.
        comparison: the copy, with who was erased since.
        there: what is in the logbook now, without them.
        kept: where the old logbook is.
        now: aware moment.
    """
    screen.line(styled("Teruggezet en nagekeken.", Style.GOOD))
    screen.line(f"{_figures(there)}; {_last(comparison.copy, now)}.", indent=2)
    if comparison.copy.incidents > there.incidents or comparison.copy.callers > there.callers:
        screen.line("Wat sinds die kopie is gewist, is opnieuw gewist.", indent=2)
    if kept is not None:
        screen.line(f"Wat er stond is bewaard als {kept}", indent=2)
        screen.line("Gooi dat weg zodra het niet meer nodig is: er staan gegevens van bellers in.", indent=2)


def upgraded_notice(done: Upgraded) -> str:
    """Return what is said once, when a newer program has met an older logbook."""
    return (
        f"Het logboek is bijgewerkt van indeling {done.layouts.found} naar {done.layouts.ours}. "
        f"Zoals het was, is het bewaard als {done.kept}; gooi dat weg zodra het niet meer nodig is."
    )


def backup_json(made: Backup) -> Json:
    """Return the document of `backup`."""
    return {
        "schema": "agressielog.backup/1",
        "bestand": made.path,
        **_contents_json(made.contents),
        "opgeruimd": list(made.removed),
        "aantal": made.kept,
        "wissingen_niet_af": made.unfinished,
    }


def backups_json(folder: str, names: Sequence[str]) -> Json:
    """Return the document of `restore` without a file."""
    return {
        "schema": "agressielog.restore.list/1",
        "map": folder,
        "kopieen": [{"naam": name, "op": _iso(backup_moment(name))} for name in names],
    }


def restore_json(path: str, kept: str | None, comparison: Comparison, there: Contents) -> Json:
    """Return the document of `restore`; the counts are of the logbook now."""
    return {
        "schema": "agressielog.restore/1",
        "bestand": path,
        **_contents_json(comparison.copy),
        "incidenten": there.incidents,
        "bellers": there.callers,
        "besluiten": there.decisions,
        "bewaard_als": kept,
        "zelfde_logboek": comparison.continues,
    }


def _contents_json(contents: Contents) -> Json:
    return {
        "incidenten": contents.incidents,
        "bellers": contents.callers,
        "besluiten": contents.decisions,
        "laatste_wijziging": _iso(contents.last_change),
        "anker": str(contents.anchor) if contents.anchor is not None else None,
    }


def _figures(contents: Contents) -> str:
    return ", ".join(
        (
            incidents(contents.incidents),
            counted(contents.callers, "beller", "bellers"),
            counted(contents.decisions, "besluit", "besluiten"),
        )
    )


def _last(contents: Contents, now: datetime) -> str:
    if contents.last_change is None:
        return "nog niets in geschreven"
    return f"laatste wijziging {show_moment(contents.last_change, now)}"


def _iso(at: datetime | None) -> str | None:
    return iso(at) if at is not None else None
