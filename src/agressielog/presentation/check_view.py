"""What `check` found: nothing to read when all is well, else a line for each fault."""

from agressielog.application.check import Checked
from agressielog.domain.evidence import CheckName, Fault, FaultCode
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.json_documents import Json
from agressielog.presentation.labels import counted
from agressielog.presentation.record_names import show_record

# More faults of one kind about one table than this are counted, after the first few.
_MOST_ALIKE = 5
_SHOWN_OF_MANY = 2

# What SQLite calls the trouble it met, from how its name begins.
_TROUBLE = {
    "SQLITE_CORRUPT": "een deel van het bestand is beschadigd",
    "SQLITE_NOTADB": "het is geen heel databasebestand",
    "SQLITE_IOERR": "de schijf kan het niet lezen",
    "SQLITE_CANTOPEN": "het bestand gaat niet open",
    "SQLITE_PERM": "het bestand mag niet gelezen worden",
    "SQLITE_FULL": "de schijf is vol",
    "SQLITE_NOMEM": "er is te weinig geheugen",
    "SQLITE_ERROR": "er ontbreekt iets in het bestand",
}

_CHECKS: dict[CheckName, str] = {
    CheckName.PAGES: "het bestand zelf, volgens SQLite",
    CheckName.LAYOUT: "tabellen, indexen en triggers zijn zoals dit programma ze maakt",
    CheckName.REFERENCES: "elke verwijzing komt ergens uit",
    CheckName.SEARCH_INDEX: "de zoekindex heeft de woorden van nu",
    CheckName.CONTENTS: "elke regel van het logboek is zoals hij geschreven is",
    CheckName.CHAIN: "elke regel hangt aan de vorige",
    CheckName.ERASURES: "wat leeg is, is met een wissing leeggemaakt",
    CheckName.CLEANED: "na elke wissing is het bestand opgeruimd",
    CheckName.RECORDS: "de gegevens zijn wat het logboek ervan zegt",
    CheckName.COUNTERS: "geen volgnummer wordt nog eens uitgegeven",
    CheckName.CARDS: "elk klaargezet antwoord zegt wat de gegevens zeggen",
    CheckName.ANCHOR: "de keten loopt door wat er ooit is afgedrukt",
    CheckName.ACCESS: "anderen kunnen niet bij het bestand",
    CheckName.PLACE: "het bestand staat op een eigen schijf",
    CheckName.VERSION: "dit programma en het bestand passen bij elkaar",
    CheckName.CLOCK: "de klok loopt niet achter op het logboek",
}


def show_check(screen: Screen, checked: Checked, *, in_full: bool) -> None:
    """Print every fault on a line of its own; with *in_full* every check as well, and the chain's head.

    Where somebody reads along, a line tells that all is well, and faults of a kind are counted after the first
    ones; a script and cron hear nothing when all is well, and all of it when not.
    """
    if not in_full:
        if screen.surface.wrap:
            _show_to_somebody(screen, checked)
            return
        for fault in checked.faults:
            screen.line(fault_text(fault), hanging=2)
        return
    width = max(len(name) for name in CheckName)
    for outcome in checked.outcomes:
        good = not outcome.faults
        screen.line(
            styled("goed" if good else "FOUT", Style.GOOD if good else Style.ATTENTION),
            f"  {outcome.check.value:<{width}}  {_CHECKS[outcome.check]}",
            hanging=6 + width + 2,
        )
        for fault in outcome.faults:
            screen.line(fault_text(fault), indent=6, hanging=2)
    screen.blank()
    screen.line(counted(checked.entries, "regel in het logboek", "regels in het logboek") + ".")
    if checked.head is not None:
        screen.line("De keten staat nu op: ", styled(str(checked.head), Style.TITLE))


def _show_to_somebody(screen: Screen, checked: Checked) -> None:
    if not checked.faults:
        anchor = f", anker {checked.head}" if checked.head is not None else ""
        screen.line(styled(f"In orde: {counted(checked.entries, 'regel', 'regels')}{anchor}.", Style.GOOD))
        return
    # By kind, in the order in which the first of each was found.
    alike: dict[tuple[FaultCode, str | None], list[str]] = {}
    for fault in checked.faults:
        alike.setdefault((fault.code, fault.table), []).append(fault_text(fault))
    for texts in alike.values():
        shown = texts if len(texts) <= _MOST_ALIKE else list(dict.fromkeys(texts))[:_SHOWN_OF_MANY]
        for text in shown:
            screen.line(text, hanging=2)
        if len(texts) > len(shown):
            screen.line(f"… en nog {len(texts) - len(shown)} van dezelfde soort.", indent=2)
    if any(len(texts) > _MOST_ALIKE for texts in alike.values()):
        screen.line("Allemaal: agressielog check --uitgebreid")


def check_json(checked: Checked, logbook: str) -> Json:
    """Return the document of a check."""
    return {
        "schema": "agressielog.check/1",
        "logboek": logbook,
        "in_orde": not checked.faults,
        "regels": checked.entries,
        "anker": str(checked.head) if checked.head is not None else None,
        "controles": [
            {
                "naam": outcome.check.value,
                "in_orde": not outcome.faults,
                "fouten": [_fault_json(fault) for fault in outcome.faults],
            }
            for outcome in checked.outcomes
        ],
    }


def _fault_json(fault: Fault) -> Json:
    return {
        "code": fault.code.value,
        "wat": fault_text(fault),
        "tabel": fault.table,
        "sleutel": fault.key,
        "veld": fault.field,
        "regel": fault.entry,
    }


def fault_text(fault: Fault) -> str:
    """Return one fault as a Dutch sentence that names what it is about, and no personal data."""
    record = show_record(fault.table, fault.key) if fault.table is not None else ""
    field = f", veld {fault.field}" if fault.field is not None else ""
    if fault.code is FaultCode.CANNOT_CHECK:
        about = f"{record}: " if record else ""
        return f"Niet na te kijken: {about}{_trouble(fault.detail)}."
    return _FAULTS[fault.code].format(
        record=_capital(record), field=field, entry=fault.entry, detail=fault.detail
    )


def _trouble(name: str) -> str:
    """Return what kept a check from being made, with the name that a system administrator can look up."""
    words = next((said for begin, said in _TROUBLE.items() if name.startswith(begin)), None)
    return f"{words or 'er staat iets dat niet te lezen is'} ({name})"


_FAULTS: dict[FaultCode, str] = {
    FaultCode.PAGES_BROKEN: 'Het bestand is stuk; SQLite meldt "{detail}".',
    FaultCode.CUT_OFF: "Het bestand is afgekapt: de laatste bladzijde is niet heel.",
    FaultCode.LAYOUT_MISSING: "De indeling mist {detail}.",
    FaultCode.LAYOUT_OTHER: "De indeling van {detail} is met een ander programma veranderd.",
    FaultCode.LAYOUT_STRANGE: "De indeling heeft iets dat niet van dit programma is: {detail}.",
    FaultCode.REFERENCE_DANGLING: "{record} verwijst naar iets in {detail} dat er niet is.",
    FaultCode.INDEX_BROKEN: "De zoekindex is stuk: zoeken kan iets missen.",
    FaultCode.INDEX_STALE: "{record} staat anders in de zoekindex.",
    FaultCode.CONTENT_CHANGED: "Logboekregel {entry}: de inhoud is veranderd nadat hij geschreven werd.",
    FaultCode.ENTRY_UNREADABLE: "Logboekregel {entry} is niet te lezen.",
    FaultCode.CHAIN_BROKEN: "Logboekregel {entry} hangt niet aan de regel ervoor: een van beide is veranderd, "
    "verplaatst of ertussen gezet.",
    FaultCode.ENTRY_MISSING: "Logboekregel {entry} ontbreekt.",
    FaultCode.EMPTIED: "Logboekregel {entry} is leeggemaakt zonder dat er een wissing van is vastgelegd.",
    FaultCode.NOT_EMPTIED: "Logboekregel {entry} is volgens een wissing leeg, en is dat niet.",
    FaultCode.NOT_CLEANED: "{record}: het bestand is erna niet opgeruimd, en er kan nog iets in liggen van wat gewist "
    "is; agressielog avg vergeet --afmaken maakt het af.",
    FaultCode.ADDED: "{record} is met een ander programma toegevoegd.",
    FaultCode.REMOVED: "{record} is met een ander programma verwijderd.",
    FaultCode.CHANGED: "{record}{field}: met een ander programma veranderd.",
    FaultCode.CHANGED_BETWEEN: "{record}{field}: vóór logboekregel {entry} met een ander programma veranderd.",
    FaultCode.BACK_AFTER_ERASURE: "{record} is gewist en staat er toch.",
    FaultCode.COUNTER_WRONG: "Het volgnummer van {record} klopt niet: een nummer kan nog eens uitgegeven worden.",
    FaultCode.CARD_OTHER: "{record} is met een ander programma veranderd: lookup kan een verkeerd antwoord geven.",
    FaultCode.CARD_UNCHECKED: "{record} is niet na te kijken.",
    FaultCode.ANCHOR_BEYOND: "Anker {detail}: logboekregel {entry} is er niet meer. Het eind van het logboek is "
    "afgekapt, of dit is een oudere kopie.",
    FaultCode.ANCHOR_OTHER: "Anker {detail}: op logboekregel {entry} loopt de keten nu anders. Er is een "
    "oudere kopie teruggezet, het logboek is daarvoor herschreven, of dit is een ander logboek.",
    FaultCode.FILE_OPEN: "Anderen op deze computer kunnen bij {detail}.",
    FaultCode.FOLDER_OPEN: "Anderen kunnen in de map van het logboek een ander bestand zetten: {detail}.",
    FaultCode.UNSAFE_PLACE: "Het logboek staat op een netwerkschijf of in een gedeelde map ({detail}); daar kan "
    "het beschadigd raken.",
    FaultCode.VERSION_OTHER: "Het bestand en dit programma hebben een andere indeling ({detail}).",
    FaultCode.CLOCK_AHEAD: "De laatste logboekregel ({entry}) is van later dan nu, {detail}: de klok loopt achter "
    "of liep toen voor.",
}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
