"""The sheet for a report to the police: the seven questions they ask, answered from the record.

Who, what, where, with what, in what way, when and why: the seven W's of the police information form
(PIF, in the register of municipalities). What the logbook does not know is said, with the way to add it.
"""

import textwrap

from agressielog.application.police_sheet import PoliceSheet
from agressielog.domain.calendar_words import WEEKDAYS
from agressielog.domain.identity import caller_code
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day, to_local
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.policy import Policy
from agressielog.domain.vocabulary import Certainty, Channel, Country, PoliceReport
from agressielog.presentation.advice_words import measure_label
from agressielog.presentation.labels import POLICE_ADVICE, show_kinds, show_limits, show_number
from agressielog.presentation.letters.page import Block, heading, item, paragraph, said, stopped
from agressielog.presentation.letters.plain import body_text
from agressielog.presentation.moments import iso, iso_day, show_long_day

Json = dict[str, object]

_WIDTH = 76
_UNKNOWN = "Niet vastgelegd."
_PLACES = {
    Channel.TELEPHONE: "Aan de telefoon",
    Channel.COUNTER: "Aan de balie",
    Channel.E_MAIL: "In een e-mail",
    Channel.POST: "In een brief",
    Channel.SOCIAL_MEDIA: "Op sociale media",
    Channel.HOME_VISIT: "Bij een huisbezoek",
}
# Only for who serves the public (ELA, the agreements of police and prosecution); the police decides.
_PUBLIC_TASK = (
    "Vraag of de VPT-code bij de aangifte komt. Bij agressie tegen iemand met een publieke taak kan een hogere "
    "straf geëist worden."
)
_POLICY_SAYS = {
    PoliceReport.YES: f"Het beleid zegt: {POLICE_ADVICE[PoliceReport.YES]}.",
    PoliceReport.CONSIDER: f"Het beleid zegt: {POLICE_ADVICE[PoliceReport.CONSIDER]}.",
    PoliceReport.NO: "Het beleid vraagt voor dit gedrag geen aangifte; het mag wel.",
}


def sheet_title(sheet: PoliceSheet) -> str:
    """Return what stands above it."""
    return f"Gegevens voor de aangifte van incident {sheet.incident.id}"


def sheet_text(sheet: PoliceSheet, policy: Policy) -> str:
    """Return the sheet as plain text, to print or to show."""
    title = sheet_title(sheet)
    lead = "\n".join(textwrap.wrap(sheet_lead(sheet), _WIDTH))
    return "\n\n".join((title, lead, body_text(sheet_blocks(sheet, policy)))) + "\n"


def sheet_lead(sheet: PoliceSheet) -> str:
    """Return what the sheet is, and what it is not."""
    return (
        f"Opgemaakt op {show_long_day(sheet.on)} uit het logboek. Een hulp bij het gesprek met de politie; de "
        "aangifte zelf neemt de politie op. Vertel wat er gebeurde; hoe het heet, bepaalt de politie."
    )


def sheet_blocks(sheet: PoliceSheet, policy: Policy) -> tuple[Block, ...]:
    """Return the seven answers, what came before, and what to arrange."""
    told = sheet.incident
    return (
        heading("1. Wie"),
        *_who(sheet),
        heading("2. Wat"),
        paragraph(f"{show_kinds(told.kinds, policy)}."),
        paragraph(stopped(told.account) if told.account else f"{_UNKNOWN} {_add(told, '--wat -')}"),
        heading("3. Waar"),
        paragraph(_where(sheet)),
        heading("4. Waarmee"),
        paragraph(_with_what(told)),
        heading("5. Op welke wijze"),
        *_how(told),
        heading("6. Wanneer"),
        paragraph(
            f"{_moment(told).capitalize()}. Vastgelegd op {show_long_day(local_day(told.recorded_at))}."
        ),
        heading("7. Waarom"),
        paragraph(*_why(told)),
        *_before(sheet, policy),
        heading("Dit regel je erbij"),
        *(item(text) for text in _arrange(sheet)),
        *_request_to_provider(sheet),
    )


def sheet_json(sheet: PoliceSheet, policy: Policy, path: str | None) -> Json:
    """Return the document of `aangifte`; `tekst` is null where a file was made."""
    return {
        "schema": "agressielog.aangifte/1",
        "incident": sheet.incident.id,
        "klacht_voor": iso_day(sheet.complaint_until) if sheet.complaint_until else None,
        "aangifte": sheet.incident.police_report.value,
        "wanneer": iso(sheet.incident.at),
        "eerdere_incidenten": [one.id for one in sheet.earlier],
        "bestand": path,
        "tekst": sheet_text(sheet, policy) if path is None else None,
    }


def _who(sheet: PoliceSheet) -> list[Block]:
    told, caller = sheet.incident, sheet.caller
    if caller is None:
        suspect = "onbekend; er is geen naam vastgelegd."
    else:
        known = [
            said(caller.name) if caller.name else "naam onbekend",
            *([f"klantnummer {said(caller.customer_number)}"] if caller.customer_number else []),
            *([f"adres {said(caller.address)}"] if caller.address else []),
        ]
        doubt = "" if told.certainty is Certainty.CERTAIN else " Dit is een vermoeden; zeg dat erbij."
        suspect = f"{', '.join(known)} (in het logboek {caller_code(caller.id)}).{doubt}"
    employer = f"{said(sheet.organisation)}, als werkgever" if sheet.organisation else "de werkgever"
    at = f" bij {said(sheet.organisation)}" if sheet.organisation else ""
    return [
        item(f"Verdachte: {suspect}"),
        item(f"Overkomen aan: {said(told.reporter)}, medewerker{at}."),
        item(f"Aangever: {employer}."),
    ]


def _where(sheet: PoliceSheet) -> str:
    at = ", ".join(
        said(text) for text in (sheet.organisation, sheet.incident.team, sheet.address) if text is not None
    )
    return f"{_PLACES[sheet.incident.channel]}{f', bij {at}' if at else ''}."


def _with_what(told: Incident) -> str:
    match told.channel, told.number:
        case Channel.TELEPHONE, PhoneNumber():
            return f"Met een telefoon, nummer {show_number(told.number)}."
        case Channel.TELEPHONE, Withheld():
            return "Met een telefoon; het nummer was afgeschermd."
        case Channel.TELEPHONE, None:
            return "Met een telefoon; er is geen nummer vastgelegd."
        case Channel.E_MAIL | Channel.POST | Channel.SOCIAL_MEDIA, _:
            return "Met een bericht. Neem het mee, met datum en afzender, en gooi het niet weg."
        case _:
            return f"{_UNKNOWN} Vertel of er een voorwerp bij gebruikt is."


def _how(told: Incident) -> list[Block]:
    if told.quote:
        words = f"Letterlijk gezegd: “{said(told.quote)}”"
    else:
        words = f"Letterlijke woorden: niet vastgelegd. {_add(told, '--citaat -')}"
    return [
        paragraph(words),
        paragraph(f"Wat de medewerker deed: {show_limits(told, nothing='niet vastgelegd')}."),
    ]


def _why(told: Incident) -> list[str]:
    known = [
        f"Het gesprek ging over {stopped(told.subject)}" if told.subject else "",
        f"Niet toegezegd is: {stopped(told.refused)}" if told.refused else "",
        "Volgens het logboek lag de aanleiding bij ons; vertel dat erbij." if told.our_fault else "",
    ]
    return [text for text in known if text] or [_UNKNOWN, _add(told, "--onderwerp TEKST")]


def _before(sheet: PoliceSheet, policy: Policy) -> list[Block]:
    if not sheet.earlier and not sheet.measures:
        return []
    blocks = [heading("Wat eraan voorafging")]
    blocks += [
        item(f"{_day(one).capitalize()}: {show_kinds(one.kinds, policy).lower()} (incident {one.id}).")
        for one in sheet.earlier
    ]
    for decision in sheet.measures:
        assert decision.measure is not None and decision.delivered is not None  # noqa: PT018, S101 - delivered ones
        label = measure_label(decision.measure, policy)
        blocks.append(item(f"{label.capitalize()}, uitgereikt op {show_long_day(decision.delivered.day)}."))
    return blocks


def _arrange(sheet: PoliceSheet) -> list[str]:
    address = f": {said(sheet.address)}" if sheet.address else " (zet het in agressielog instelling)"
    return [
        _POLICY_SAYS[sheet.incident.police_report],
        _term(sheet),
        f"Vraag om domicilie: als adres geldt dat van de werkgever{address}.",
        "Geef nooit het privéadres van de collega. Vraag ook of aangifte onder nummer kan.",
        *([_PUBLIC_TASK] if sheet.country is Country.NETHERLANDS else []),
        "Bewaar een opname, de belgegevens en de berichten tot de zaak klaar is.",
    ]


def _term(sheet: PoliceSheet) -> str:
    if sheet.country is not Country.NETHERLANDS:
        return "Vraag de politie welke termijn er loopt; wacht er niet mee."
    if sheet.complaint_until is None:
        return (
            "Voor dit gedrag loopt geen korte termijn. Hoe eerder, hoe beter: dan zijn de belgegevens er nog."
        )
    last = f"{show_long_day(sheet.complaint_until)} (drie maanden, artikel 66 Wetboek van Strafrecht)"
    if sheet.complaint_until < sheet.on:
        return f"Vervolgen kan alleen na een klacht van de collega zelf. Dat kon tot en met {last}; vraag de politie wat er nog kan."
    return f"Vervolgen kan alleen na een klacht van de collega zelf. Laat die opnemen, uiterlijk {last}."


def _request_to_provider(sheet: PoliceSheet) -> list[Block]:
    told = sheet.incident
    if told.channel is not Channel.TELEPHONE or not isinstance(told.number, Withheld):
        return []
    if sheet.country is not Country.NETHERLANDS:
        return []
    employer = said(sheet.organisation) if sheet.organisation else "Ons bedrijf"
    return [
        heading("Verzoek aan de telefoonaanbieder"),
        paragraph(
            "Het nummer was afgeschermd. De aanbieder moet op verzoek onderzoeken wie er belde (artikel 11.11 "
            "Telecommunicatiewet). Stuur bijvoorbeeld:"
        ),
        paragraph(
            f"“{employer} ontving een hinderlijke oproep met afgeschermd nummer: {_moment(told)}. Wij vragen u "
            "op grond van artikel 11.11 van de Telecommunicatiewet dit te onderzoeken en ons het nummer, de naam en "
            "het adres van de oproeper te geven. Het gebelde nummer is: …”"
        ),
    ]


def _moment(told: Incident) -> str:
    return f"{_day(told)} om {to_local(told.at):%H.%M} uur"


def _day(told: Incident) -> str:
    day = local_day(told.at)
    return f"{WEEKDAYS[day.weekday()]} {show_long_day(day)}"


def _add(told: Incident, option: str) -> str:
    return f"Aanvullen: agressielog edit {told.id} {option}."
