"""Shows what forgetting somebody takes, that it was done, and what no program can reach."""

from collections.abc import Mapping

from agressielog.application.forgetting import Forgetting, Forgotten
from agressielog.domain.identity import caller_code
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.json_documents import Json
from agressielog.presentation.labels import counted, show_caller

#: By table: one of them, and more; what belongs to another record and is told with it is left out.
_NOUNS: dict[str, tuple[str, str]] = {
    "incident": ("incident", "incidenten"),
    "maatregel": ("besluit", "besluiten"),
    "toezegging": ("toezegging", "toezeggingen"),
    "beller_nummer": ("nummer", "nummers"),
    "brief": ("vermelding van een brief", "vermeldingen van een brief"),
    "goed_gesprek": ("goed gesprek", "goede gesprekken"),
    "verzoek": ("verzoek", "verzoeken"),
    "zienswijze": ("zienswijze", "zienswijzen"),
    "avg_beperking": ("beperking op verzoek", "beperkingen op verzoek"),
    "vasthouding": ("vasthouding", "vasthoudingen"),
    "samenvoeging": ("samenvoeging", "samenvoegingen"),
    "nazorg_stap": ("stap van de nazorg", "stappen van de nazorg"),
    "nazorg_afgezien": ("afgeziene nazorg", "afgeziene nazorg"),
}


def show_forgetting(screen: Screen, found: Forgetting) -> None:
    """Print what goes, before anything does."""
    screen.line(styled(f"{show_caller(found.caller)} vergeten: dit gaat weg.", Style.TITLE))
    for line in _lines(found.records):
        screen.line(line, indent=2)
    merged = sorted(found.everybody - {found.caller.id})
    if merged:
        screen.line(f"ook wie is samengevoegd: {', '.join(map(caller_code, merged))}", indent=2)
    if found.looks:
        screen.line(
            f"de naam uit {counted(found.looks, 'regel', 'regels')} van wie keek; de regels zelf blijven",
            indent=2,
        )
    if found.obstacles:
        told = counted(len(found.obstacles), "reden", "redenen")
        screen.line(styled(f"Let op: er is {told} om te wachten, en het gaat toch door.", Style.DANGER))
    screen.line("Ook de geschiedenis ervan gaat weg. Dit is niet terug te draaien.")
    screen.line(
        "Wat blijft: de cijfers, zonder de persoon, en dat er iemand gewist is: wanneer, door wie en waarom."
    )


def show_forgotten(screen: Screen, done: Forgotten) -> None:
    """Print that somebody was forgotten, and honestly what is left elsewhere."""
    screen.line(styled("Gewist en nagezocht.", Style.GOOD))
    screen.line(f"Weg: {records_told(done.forgetting.records) or 'de beller'}.", indent=2)
    screen.line("In het bestand en zijn journaal staat niets meer dat alleen van deze beller was.", indent=2)
    screen.line("Wat agressielog niet kan wissen:")
    _items(screen, "reservekopieën waar de beller nog in kan staan, tot ze plaatsmaken", done.backups)
    _items(screen, "een logboek dat bij het terugzetten bewaard is; gooi dat zelf weg", done.kept_aside)
    for line in (
        "brieven die al verstuurd zijn, en wat geëxporteerd of afgedrukt is",
        "de geschiedenis van de opdrachtregel, als daar een naam of nummer in getypt is",
        "resten op de schijf zelf: een SSD overschrijft niet. Alleen een versleutelde schijf helpt daar.",
    ):
        screen.line(f"- {line}", indent=2, hanging=2)
    screen.line("Wordt een oude kopie teruggezet, dan wist restore deze beller daar opnieuw uit.")


def forgetting_json(found: Forgetting) -> Json:
    """Return `vergeten`: what goes, without who it was."""
    return {"aantallen": dict(found.records), "inzagen": found.looks}


def forgotten_json(done: Forgotten) -> Json:
    """Return the document of `avg vergeet`."""
    return {
        "schema": "agressielog.avg.vergeet/1",
        **forgetting_json(done.forgetting),
        "niet_gewist": {
            "reservekopieen": list(done.backups),
            "bewaarde_logboeken": list(done.kept_aside),
        },
    }


def finished_json(waiting: int) -> Json:
    """Return the document of `avg vergeet --afmaken`: after how many erasures the file was cleaned now."""
    return {"schema": "agressielog.avg.vergeet.afmaken/1", "opgeruimd_na": waiting}


def records_told(records: Mapping[str, int]) -> str:
    """Return `3 incidenten, 1 besluit`."""
    return ", ".join(_lines(records))


def _items(screen: Screen, what: str, paths: tuple[str, ...]) -> None:
    if paths:
        screen.line(f"- {what}:", indent=2, hanging=2)
        for path in paths:
            screen.line(path, indent=6)


def _lines(records: Mapping[str, int]) -> list[str]:
    known = [(name, records[name]) for name in _NOUNS if name in records]
    further = sum(n for name, n in records.items() if name not in _NOUNS and name != "beller")
    told = [counted(n, *_NOUNS[name]) for name, n in known]
    return [*told, f"{counted(further, 'ander gegeven', 'andere gegevens')}"] if further else told
