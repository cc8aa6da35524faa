"""Shows what forgetting somebody takes, that it was done, and what no program can reach."""

from collections import Counter
from collections.abc import Mapping

from agressielog.application.forgetting import Forgetting, Forgotten
from agressielog.domain.duty import Duty, DutyKind
from agressielog.domain.erasure import Searched
from agressielog.domain.identity import caller_code, promise_code
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.duty_words import what
from agressielog.presentation.json_documents import Json
from agressielog.presentation.labels import counted, show_caller
from agressielog.presentation.moments import iso_day, show_day

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
    "avg_toch_bekeken": ("keer toch bekeken", "keer toch bekeken"),
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
    _show_open(screen, found)
    if found.obstacles:
        told = counted(len(found.obstacles), "reden", "redenen")
        screen.line(styled(f"Let op: er is {told} om te wachten, en het gaat toch door.", Style.DANGER))
    screen.line("Ook de geschiedenis ervan gaat weg. Dit is niet terug te draaien.")
    screen.line(
        "Wat blijft: de cijfers, zonder de persoon, en dat er iemand gewist is: wanneer, door wie en waarom."
    )


def _show_open(screen: Screen, found: Forgetting) -> None:
    """Print what is still to be done, and that nobody will be reminded of it."""
    if found.open or found.undated:
        screen.line(
            styled(
                "Dit staat nog open en gaat ook weg; niemand wordt er daarna aan herinnerd:", Style.ATTENTION
            )
        )
    for duty in found.open:
        to = f", voor {duty.colleague}" if duty.kind is DutyKind.AFTERCARE else ""
        screen.line(f"- {_task(duty)}{to}, uiterlijk {show_day(duty.due_day)}", indent=2, hanging=2)
    for promise in found.undated:
        screen.line(f"- Toezegging {promise_code(promise)}, zonder datum", indent=2)


def _task(duty: Duty) -> str:
    """Return what has to be done without any text of a user's: that is what is to be forgotten."""
    return f"Toezegging {promise_code(duty.promise)}" if duty.promise is not None else what(duty)


def show_forgotten(screen: Screen, done: Forgotten) -> None:
    """Print that somebody was forgotten, and honestly what is left elsewhere."""
    screen.line(styled("Gewist en nagezocht.", Style.GOOD))
    screen.line(f"Weg: {records_told(done.forgetting.records) or 'de beller'}.", indent=2)
    show_searched(screen, done.searched, "van deze beller was")
    counts = Counter(duty.kind.value for duty in done.forgetting.open)
    counts.update(DutyKind.PROMISE.value for _ in done.forgetting.undated)
    if counts:
        told = ", ".join(f"{kind} ({number})" for kind, number in counts.items())
        screen.line(f"Stond nog open, en staat nu nergens meer: {told}.", indent=2, hanging=2)
    screen.line("Wat agressielog niet kan wissen:")
    _items(screen, "reservekopieën waar de beller nog in kan staan, tot ze plaatsmaken", done.backups or ())
    if done.backups is None:
        screen.line(
            "- reservekopieën: er is geen reservemap ingesteld. Staan er ergens kopieën, maak er daar een bij; dan weet "
            "restore ook zonder dit logboek wie gewist is: agressielog backup --map MAP",
            indent=2,
            hanging=2,
        )
    _items(screen, "een logboek dat bij het terugzetten bewaard is; gooi dat zelf weg", done.kept_aside)
    for line in (
        "brieven die al verstuurd zijn, en wat geëxporteerd of afgedrukt is",
        "de geschiedenis van de opdrachtregel, als daar een naam of nummer in getypt is",
        "resten op de schijf zelf: een SSD overschrijft niet. Alleen een versleutelde schijf helpt daar.",
    ):
        screen.line(f"- {line}", indent=2, hanging=2)
    screen.line("Wordt een oude kopie teruggezet, dan wist restore deze beller daar opnieuw uit.")


def show_searched(screen: Screen, searched: Searched, whose: str) -> None:
    """Print what was looked for in the file, and what of it was too short to be told apart.

    Args:
        screen: to print on.
        searched: what was found.
        whose: of what nothing is left ("van deze beller was").
    """
    looked = counted(searched.texts, "tekst, naam of nummer", "teksten, namen en nummers")
    screen.line(
        f"Nagezocht in het bestand en zijn journaal: {looked}. Er staat niets meer van in dat alleen {whose}.",
        indent=2,
    )
    if searched.too_short:
        screen.line(
            f"{searched.too_short} daarvan {'is' if searched.too_short == 1 else 'zijn'} zo kort dat het overal per toeval "
            "staat; daarvan is alleen de geschiedenis nagezocht.",
            indent=2,
        )


def searched_json(searched: Searched) -> Json:
    """Return `nagezocht`."""
    return {"teksten": searched.texts, "te_kort": searched.too_short}


def forgetting_json(found: Forgetting) -> Json:
    """Return `vergeten`: what goes, without who it was."""
    return {
        "aantallen": dict(found.records),
        "inzagen": found.looks,
        "stond_open": [
            *(
                {
                    "soort": duty.kind.value,
                    "voor": duty.colleague if duty.kind is DutyKind.AFTERCARE else None,
                    "uiterlijk": iso_day(duty.due_day),
                }
                for duty in found.open
            ),
            *({"soort": DutyKind.PROMISE.value, "voor": None, "uiterlijk": None} for _ in found.undated),
        ],
    }


def forgotten_json(done: Forgotten) -> Json:
    """Return the document of `avg vergeet`."""
    return {
        "schema": "agressielog.avg.vergeet/1",
        **forgetting_json(done.forgetting),
        "nagezocht": searched_json(done.searched),
        "niet_gewist": {
            "reservekopieen": list(done.backups or ()),
            "bewaarde_logboeken": list(done.kept_aside),
        },
    }


def finished_json(waiting: int) -> Json:
    """Return the document of `avg vergeet --afmaken`: after how many erasures the file was cleaned now.

    Nothing was searched: what to look for went with the erasure.
    """
    return {"schema": "agressielog.avg.vergeet.afmaken/1", "opgeruimd_na": waiting, "nagezocht": False}


def finished_lines() -> tuple[str, ...]:
    """Return what is said once the file was cleaned after an erasure that was stopped."""
    return (
        "Het bestand is opgeruimd: het is opnieuw geschreven, uit alleen wat er nog is.",
        "Nazoeken kan niet meer: waar naar gezocht moest worden, is met de wissing verdwenen.",
    )


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
