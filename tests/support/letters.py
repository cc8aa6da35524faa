"""The letters the tests tell about: one measure of each sort, with everything a letter needs.

Every builder returns a letter without a hole; a keyword changes one fact of it.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from agressielog.domain.anchor import anchor_at
from agressielog.domain.decision import Objection, Verdict
from agressielog.domain.identity import IncidentId, MeasureId
from agressielog.domain.ladder import MeasureNature
from agressielog.domain.letter import (
    Addressee,
    LetterFacts,
    LetterKind,
    NextStep,
    Occurrence,
    Rule,
    Sender,
)
from agressielog.domain.measure import Ended, EndKind
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.safeguards import Remedy, RemedyKind
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.vocabulary import Channel, PoliceReport

SWEARING = Rule(
    "Schelden",
    "Scheldwoorden tegen de medewerker; niet: vloeken over de situatie of mopperen op de organisatie.",
)
CALLING = Rule("Hinderlijk bellen", "Belt steeds weer zonder nieuwe vraag, ook na uitleg; niet: vaak bellen.")
THREAT = Rule("Bedreiging", "Zegt iemand iets aan te zullen doen; niet: aankondigen een klacht in te dienen.")

SENDER = Sender(
    organisation="Gemeente Voorbeeldstad",
    address="Postbus 1234, 3500 AB Voorbeeldstad",
    contact="het Klantcontactcentrum, telefoon 14 030, werkdagen van 9.00 tot 17.00 uur",
    privacy_contact="de functionaris gegevensbescherming, privacy@voorbeeldstad.nl",
    role="teammanager Klantcontact",
    further_body="de Nationale ombudsman, telefoon 0800 33 55 555, www.nationaleombudsman.nl",
)

REMEDY = Remedy(
    kind=RemedyKind.OBJECTION,
    where="schriftelijk bij de organisatie",
    term=Span(6, SpanUnit.WEEK),
    answer_term=Span(4, SpanUnit.WEEK),
    ground="",
)


def sender(**changes: Any) -> Sender:
    """Return a town hall that told everything about itself."""
    return replace(SENDER, **changes)


def complaint() -> Remedy:
    """Return the remedy of an organisation that is no public body."""
    return replace(REMEDY, kind=RemedyKind.COMPLAINT)


def occurrence(number: int = 1, **changes: Any) -> Occurrence:
    """Return an incident: somebody swore on the phone, and what was said is known."""
    ordinary = Occurrence(
        id=IncidentId(number),
        at=datetime(2026, 11, 19, 9, 40, tzinfo=UTC),
        channel=Channel.TELEPHONE,
        rules=(SWEARING,),
        account="Schold de medewerker uit over een naheffing.",
        quote="Stelletje oplichters, jij bent een waardeloze trut.",
        established=True,
        apologised_on=None,
    )
    return replace(ordinary, **changes)


def facts(**changes: Any) -> LetterFacts:
    """Return what there is to tell about a written warning."""
    ordinary = LetterFacts(
        measure=MeasureId(3),
        label="Schriftelijke waarschuwing",
        nature=MeasureNature.WARNING,
        decided_on=date(2026, 11, 20),
        decided_by="J. de Boer",
        reason="Mevrouw is eerder in een gesprek gewaarschuwd en schold daarna opnieuw.",
        first=date(2026, 11, 20),
        last=None,
        validity=Span(12, SpanUnit.MONTH),
        valid_until=None,
        usual_length=None,
        review_on=None,
        review_wanted=True,
        scope=None,
        channel_left=None,
        arrangement=None,
        heard_on=None,
        not_heard=None,
        deviation=None,
        delivered=None,
        ended=None,
        objection=None,
        answer_reason=None,
        next_step=NextStep("Contactverbod", Span(1, SpanUnit.MONTH)),
        incidents=(occurrence(),),
        police_called=False,
        police_report=PoliceReport.NO,
        remedy=REMEDY,
        open_always=("112",),
        retention=Span(12, SpanUnit.MONTH),
        kept_until=date(2027, 11, 19),
        sender=SENDER,
        addressee=Addressee(
            name="Mevrouw A. Jansen",
            address="Dorpsstraat 12, 3511 AB Voorbeeldstad",
            number=PhoneNumber("+31612345678"),
        ),
        employees=("Mia de Vries",),
        on=date(2026, 11, 20),
        anchor=anchor_at(1234, "7" * 64),
    )
    return replace(ordinary, **changes)


def ban(**changes: Any) -> LetterFacts:
    """Return what there is to tell about a ban for a threat."""
    told = occurrence(
        2,
        at=datetime(2026, 11, 20, 13, 5, tzinfo=UTC),
        rules=(SWEARING, THREAT),
        quote="Ik weet waar jullie werken. Ik wacht je vanavond op, trut.",
        apologised_on=date(2026, 11, 21),
    )
    ordinary: dict[str, Any] = {
        "measure": MeasureId(4),
        "label": "Contactverbod",
        "nature": MeasureNature.BAN,
        "decided_on": date(2026, 11, 23),
        "reason": "Uw woorden waren een bedreiging. Een waarschuwing is daarvoor te licht.",
        "first": date(2026, 11, 24),
        "last": date(2027, 2, 23),
        "usual_length": Span(3, SpanUnit.MONTH),
        "review_on": date(2027, 1, 8),
        "scope": "alle telefoonnummers van de gemeente Voorbeeldstad",
        "channel_left": "een brief naar Postbus 1234, 3500 AB Voorbeeldstad",
        "heard_on": date(2026, 11, 23),
        "next_step": NextStep("Contactverbod", Span(6, SpanUnit.MONTH)),
        "incidents": (occurrence(), told),
        "police_report": PoliceReport.YES,
        "open_always": ("112", "de huisartsenpost"),
        "retention": Span(36, SpanUnit.MONTH),
        "kept_until": date(2029, 11, 20),
        "on": date(2026, 11, 23),
    }
    return facts(**ordinary | changes)


def restriction(**changes: Any) -> LetterFacts:
    """Return what there is to tell about a restriction: one hour a week."""
    ordinary: dict[str, Any] = {
        "measure": MeasureId(5),
        "label": "Contactbeperking",
        "nature": MeasureNature.RESTRICTION,
        "decided_on": date(2026, 11, 23),
        "reason": "Wij hebben u in oktober en november samen 41 keer gesproken over dezelfde aanslag.",
        "first": date(2026, 12, 1),
        "last": date(2027, 2, 28),
        "review_on": date(2027, 1, 14),
        "scope": "telefoongesprekken over de aanslag 2026",
        "arrangement": "u belt op dinsdag tussen 10.00 en 11.00 uur",
        "channel_left": "telefoon 14 030, op dinsdag tussen 10.00 en 11.00 uur; e-mail en post altijd",
        "not_heard": "u nam op 20 en 23 november de telefoon niet op",
        "incidents": (
            occurrence(
                quote=None,
                rules=(CALLING,),
                account="Belde die dag zestien keer over de aanslag, ook na uitleg.",
            ),
        ),
        "on": date(2026, 11, 23),
    }
    return facts(**ordinary | changes)


def lifted(**changes: Any) -> LetterFacts:
    """Return what there is to tell about a ban that a review lifted."""
    reason = "U heeft zich aan het verbod gehouden en er is geen nieuw incident"
    return ban(**{"ended": Ended(EndKind.LIFTED, date(2027, 1, 8), reason), "on": date(2027, 1, 8)} | changes)


def contested(**changes: Any) -> LetterFacts:
    """Return what there is to tell about a ban against which an objection failed."""
    found = Objection(date(2026, 12, 1), date(2026, 12, 29), date(2026, 12, 18), Verdict.DISMISSED)
    reason = "Twee collega's hebben het gesprek gehoord. U schrijft zelf dat u dit heeft gezegd."
    return ban(**{"objection": found, "answer_reason": reason, "on": date(2026, 12, 18)} | changes)


def typed_everywhere(text: str) -> LetterFacts:
    """Return a ban in which everything that anybody types is *text*."""
    said = occurrence(rules=(Rule(text, text),), account=text, quote=text)
    told = occurrence(2, rules=(Rule(text, text),), account=text, quote=None)
    return ban(
        label=text,
        decided_by=text,
        reason=text,
        deviation=text,
        scope=text,
        channel_left=text,
        arrangement=text,
        heard_on=None,
        not_heard=text,
        open_always=(text,),
        incidents=(said, told),
        remedy=replace(REMEDY, where=text),
        addressee=Addressee(name=text, address=text),
        sender=Sender(
            organisation=text,
            address=text,
            contact=text,
            privacy_contact=text,
            role=text,
            further_body=text,
        ),
    )


#: One letter of every kind.
EXAMPLES: dict[LetterKind, LetterFacts] = {
    LetterKind.WARNING: facts(),
    LetterKind.RESTRICTION: restriction(),
    LetterKind.BAN: ban(),
    LetterKind.REVIEW: ban(on=date(2026, 12, 28)),
    LetterKind.LIFTING: lifted(),
    LetterKind.OBJECTION: contested(),
}
