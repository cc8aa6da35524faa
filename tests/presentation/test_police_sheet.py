"""The sheet for the police, letter by letter, and without a hole that is not said."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import story
from decisions import standaard, warning
from docx import Document

from agressielog.application.police_sheet import PoliceSheet
from agressielog.domain.phone import Withheld
from agressielog.domain.policy import KindCode
from agressielog.domain.vocabulary import Certainty, Channel, Country, PoliceReport
from agressielog.presentation.police.docx import as_docx
from agressielog.presentation.police.sheet import sheet_blocks, sheet_lead, sheet_text, sheet_title

_INSULT = KindCode("belediging")


def _sheet(**changes: object) -> PoliceSheet:
    told = story.incident(
        2,
        kinds=(story.THREAT, _INSULT),
        account="Dreigde naar de balie te komen.",
        quote="ik weet je te vinden",
        ended=True,
        police_report=PoliceReport.YES,
        **changes,
    )
    return PoliceSheet(
        incident=told,
        caller=story.caller(name="J. Jansen", customer_number="K-7", address="Dorpsstraat 1, 1234 AB Dorp"),
        earlier=(story.incident(1, at=datetime(2026, 10, 1, 8, tzinfo=UTC)),),
        measures=(warning(),),
        organisation="Gemeente Voorbeeldstad",
        address="Postbus 1234, 3500 AB Voorbeeldstad",
        country=Country.NETHERLANDS,
        complaint_until=date(2027, 2, 20),
        on=date(2026, 11, 22),
    )


def _text(sheet: PoliceSheet) -> str:
    return " ".join(sheet_text(sheet, standaard()).split())


WHOLE = """\
Gegevens voor de aangifte van incident 2

Opgemaakt op 22 november 2026 uit het logboek. Een hulp bij het gesprek met
de politie; de aangifte zelf neemt de politie op. Vertel wat er gebeurde;
hoe het heet, bepaalt de politie.

1. Wie
- Verdachte: J. Jansen, klantnummer K-7, adres Dorpsstraat 1, 1234 AB Dorp
  (in het logboek B1).
- Overkomen aan: Mia de Vries, medewerker bij Gemeente Voorbeeldstad.
- Aangever: Gemeente Voorbeeldstad, als werkgever.

2. Wat
Bedreiging, belediging.

Dreigde naar de balie te komen.

3. Waar
Aan de telefoon, bij Gemeente Voorbeeldstad, Balie, Postbus 1234, 3500 AB
Voorbeeldstad.

4. Waarmee
Met een telefoon, nummer 06-12345678.

5. Op welke wijze
Letterlijk gezegd: “ik weet je te vinden”

Wat de medewerker deed: gesprek beëindigd.

6. Wanneer
Vrijdag 20 november 2026 om 13.00 uur. Vastgelegd op 20 november 2026.

7. Waarom
Het gesprek ging over parkeren.

Wat eraan voorafging
- Donderdag 1 oktober 2026: schelden (incident 1).
- Schriftelijke waarschuwing, uitgereikt op 1 november 2026.

Dit regel je erbij
- Het beleid zegt: doe aangifte.
- Vervolgen kan alleen na een klacht van de collega zelf. Laat die opnemen,
  uiterlijk 20 februari 2027 (drie maanden, artikel 66 Wetboek van
  Strafrecht).
- Vraag om domicilie: als adres geldt dat van de werkgever: Postbus 1234,
  3500 AB Voorbeeldstad.
- Geef nooit het privéadres van de collega. Vraag ook of aangifte onder
  nummer kan.
- Vraag of de VPT-code bij de aangifte komt. Bij agressie tegen iemand met
  een publieke taak kan een hogere straf geëist worden.
- Bewaar een opname, de belgegevens en de berichten tot de zaak klaar is.
"""


def test_the_seven_questions_are_answered_from_the_record() -> None:
    assert sheet_text(_sheet(), standaard()) == WHOLE


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"account": "", "incomplete": True}, "Niet vastgelegd. Aanvullen: agressielog edit 2 --wat -."),
        ({"quote": None}, "Letterlijke woorden: niet vastgelegd. Aanvullen: agressielog edit 2 --citaat -."),
        ({"subject": None}, "7. Waarom Niet vastgelegd. Aanvullen: agressielog edit 2 --onderwerp TEKST."),
        ({"refused": "een nieuwe pas"}, "Niet toegezegd is: een nieuwe pas."),
        ({"our_fault": True}, "Volgens het logboek lag de aanleiding bij ons"),
        ({"number": None}, "Met een telefoon; er is geen nummer vastgelegd."),
        ({"channel": Channel.E_MAIL}, "Met een bericht. Neem het mee"),
        ({"channel": Channel.COUNTER}, "Niet vastgelegd. Vertel of er een voorwerp bij gebruikt is."),
        ({"certainty": Certainty.PRESUMED}, "Dit is een vermoeden; zeg dat erbij."),
        ({"quote": "twee\nregels"}, "“twee regels”"),
    ],
)
def test_what_is_missing_or_special_is_said(changes: dict[str, object], said: str) -> None:
    sheet = _sheet()
    assert said in _text(replace(sheet, incident=replace(sheet.incident, **changes)))  # type: ignore[arg-type]


def test_a_caller_without_a_name_is_still_told_by_the_number() -> None:
    assert "Verdachte: naam onbekend (in het logboek B1)." in _text(replace(_sheet(), caller=story.caller()))
    assert "Verdachte: onbekend; er is geen naam vastgelegd." in _text(replace(_sheet(), caller=None))


def test_for_a_withheld_call_the_request_to_the_provider_is_written_out() -> None:
    sheet = _sheet()
    text = _text(replace(sheet, incident=replace(sheet.incident, number=Withheld())))
    assert "het nummer was afgeschermd" in text
    assert "artikel 11.11 Telecommunicatiewet" in text
    assert "vrijdag 20 november 2026 om 13.00 uur. Wij vragen u" in text


def test_without_a_term_the_sheet_says_so() -> None:
    assert "loopt geen korte termijn" in _text(replace(_sheet(), complaint_until=None))


def test_a_term_that_has_passed_is_not_hidden() -> None:
    text = _text(replace(_sheet(), on=date(2027, 2, 21)))
    assert "Dat kon tot en met 20 februari 2027" in text
    assert "Laat die opnemen" in _text(replace(_sheet(), on=date(2027, 2, 20)))


def test_dutch_law_is_not_told_to_belgians() -> None:
    sheet = replace(_sheet(), country=Country.BELGIUM, complaint_until=None)
    text = _text(replace(sheet, incident=replace(sheet.incident, number=Withheld())))
    assert "VPT" not in text
    assert "11.11" not in text
    assert "Vraag de politie welke termijn er loopt" in text


def test_without_an_address_the_sheet_says_where_to_set_it() -> None:
    text = _text(replace(_sheet(), address=None, organisation=None))
    assert "dat van de werkgever (zet het in agressielog instelling)." in text
    assert "Aangever: de werkgever. " in text


ATTACKS = ["\x1b]0;weg\x07", "{{ 7*7 }} {% for %}", "<w:p>&amp;", "[/] [link=x]", "\u202eomgekeerd"]


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
def test_what_users_typed_is_only_text_in_either_form(attack: str) -> None:
    sheet = _sheet()
    told = replace(sheet.incident, account=attack, quote=attack, subject=attack, reporter=attack)
    sheet = replace(sheet, incident=told, caller=story.caller(name=attack), organisation=attack)
    text = sheet_text(sheet, standaard())
    assert all(character == "\n" or character.isprintable() for character in text)
    made = as_docx(sheet_title(sheet), sheet_lead(sheet), sheet_blocks(sheet, standaard()))
    shown = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(made)).paragraphs)
    visible_attack = next(line for line in text.splitlines() if line.startswith("Letterlijk gezegd")).split(
        "“"
    )[1]
    assert visible_attack.split("”")[0] in shown
