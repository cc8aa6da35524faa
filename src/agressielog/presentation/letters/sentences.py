"""The sentences that several letters share."""

from datetime import date
from typing import assert_never

from agressielog.domain.calendar_words import WEEKDAYS
from agressielog.domain.ladder import MeasureNature
from agressielog.domain.letter import LetterFacts, LetterForm, Occurrence
from agressielog.domain.local_time import local_day, to_local
from agressielog.domain.safeguards import RemedyKind
from agressielog.domain.span import Span
from agressielog.domain.vocabulary import Channel, Country, Delivery, PoliceReport
from agressielog.presentation.letters.page import Block, heading, item, paragraph, said, stopped
from agressielog.presentation.moments import show_long_day

_WHERE = {
    Channel.TELEPHONE: "aan de telefoon",
    Channel.COUNTER: "aan de balie",
    Channel.E_MAIL: "in een e-mail",
    Channel.POST: "in een brief",
    Channel.SOCIAL_MEDIA: "op sociale media",
    Channel.HOME_VISIT: "bij een huisbezoek",
}
_WRITTEN = frozenset({Channel.E_MAIL, Channel.POST, Channel.SOCIAL_MEDIA})
_NOUN = {
    MeasureNature.TALK: "het gesprek",
    MeasureNature.WARNING: "de waarschuwing",
    MeasureNature.RESTRICTION: "de beperking",
    MeasureNature.BAN: "het verbod",
}
#: Where a complaint about personal data goes, by country.
SUPERVISOR = {
    Country.NETHERLANDS: "de Autoriteit Persoonsgegevens",
    Country.BELGIUM: "de Gegevensbeschermingsautoriteit",
    Country.GERMANY: "de toezichthouder voor gegevensbescherming in uw deelstaat",
}
_SENT = {
    Delivery.POST: "per post",
    Delivery.E_MAIL: "per e-mail",
    Delivery.SMS: "per sms",
    Delivery.HANDED_OVER: "persoonlijk overhandigd",
    Delivery.READ_OUT: "voorgelezen",
}


def label(facts: LetterFacts) -> str:
    """Return the measure as it stands in the middle of a sentence: `schriftelijke waarschuwing`."""
    text = said(facts.label)
    return text[:1].lower() + text[1:]


def noun(facts: LetterFacts, *, capital: bool = False) -> str:
    """Return the measure in one word with its article: `het verbod`."""
    text = _NOUN[facts.nature]
    return text.capitalize() if capital else text


def this(form: LetterForm) -> str:
    """Return what the letter calls itself."""
    return "deze e-mail" if form is LetterForm.E_MAIL else "deze brief"


def remedy_word(facts: LetterFacts) -> str:
    """Return what an objection is called here: `bezwaar` or `klacht`."""
    return facts.remedy.kind.value if facts.remedy is not None else RemedyKind.OBJECTION.value


def weekday(day: date) -> str:
    """Return `vrijdag 20 november 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {show_long_day(day)}"


def term(facts: LetterFacts) -> str:
    """Return from when to when a measure lasts."""
    last = facts.last if facts.last is not None else facts.first
    return f"van {show_long_day(facts.first)} tot en met {show_long_day(last)}"


def occasion(one: Occurrence) -> str:
    """Return when and where it was: `vrijdag 20 november 2026 om 13.00 uur, aan de telefoon`."""
    return f"{weekday(local_day(one.at))} om {to_local(one.at):%H.%M} uur, {_WHERE[one.channel]}"


def what_happened(facts: LetterFacts) -> list[Block]:
    """Tell each incident with its moment, and then the rules that were crossed."""
    blocks = [heading("Wat er is gebeurd")]
    for one in facts.incidents:
        moment = occasion(one)
        verb = "U schreef" if one.channel in _WRITTEN else "U zei"
        told = (
            f"{verb}: “{said(one.quote)}”"
            if one.quote
            else f"In ons verslag staat: “{said(one.account or '')}”"
        )
        sorry = f" U maakte op {show_long_day(one.apologised_on)} excuses." if one.apologised_on else ""
        blocks.append(item(f"{moment[0].upper()}{moment[1:]}. {told}{sorry}"))
    blocks += [heading("Welke regel daarbij hoort"), paragraph("Dit staan wij niet toe:")]
    blocks += [item(rule_line(one.label, one.description)) for one in facts.rules]
    blocks.append(
        paragraph(
            "U mag boos zijn.",
            "U mag kritiek op ons hebben en een klacht indienen.",
            "Daarvoor krijgt niemand een maatregel.",
        )
    )
    return blocks


def rule_line(name: str, description: str) -> str:
    """Return a rule by its name and what it is; what it is not, for colleagues, is left out."""
    meaning = said(description).split("; ", maxsplit=1)[0].rstrip(".")
    return f"{said(name)}: {meaning[:1].lower()}{meaning[1:]}."


def police(facts: LetterFacts) -> str:
    """Return what the police know, or may come to know."""
    if facts.police_called:
        return "Wij hebben de politie gebeld over wat er is gebeurd."
    match facts.police_report:
        case PoliceReport.YES | PoliceReport.CONSIDER:
            return "Wij kunnen aangifte doen bij de politie."
        case PoliceReport.NO:
            return "Wij hebben de politie hierover niet ingelicht."
        case _:
            assert_never(facts.police_report)


def your_side(facts: LetterFacts) -> list[Block]:
    """Tell whether the caller was heard, and invite to talk."""
    heard = hearing(facts.heard_on, facts.not_heard if facts.nature.binds else None)
    return [
        heading("Uw kant van het verhaal"),
        paragraph(
            heard,
            "Wilt u hierover praten? Dat kan. Wij luisteren naar u.",
            f"U bereikt ons zo: {stopped(facts.contact or '')}",
        ),
    ]


def hearing(heard_on: date | None, not_heard: str | None) -> str:
    """Return that the caller was heard, or why not; empty where neither is known."""
    if heard_on is not None:
        return f"Op {show_long_day(heard_on)} heeft u ons verteld hoe u het ziet."
    if not_heard:
        return f"Wij hebben u nog niet gevraagd hoe u het ziet. De reden: {stopped(not_heard)}"
    return ""


def contest(facts: LetterFacts, form: LetterForm) -> list[Block]:
    """Tell how to contest the measure, within what term, and where to turn after that."""
    remedy = facts.remedy
    if remedy is None:
        return []
    how = "bezwaar maken" if remedy.kind is RemedyKind.OBJECTION else "een klacht indienen"
    blocks = [
        heading("Bent u het er niet mee eens?"),
        paragraph(
            f"Dan kunt u {how}. Dat doet u zo: {stopped(remedy.where)}",
            f"Ons postadres is {stopped(facts.sender.address or '')}",
            f"Doe dat binnen {remedy.term} na de dag waarop u {this(form)} kreeg.",
            f"Schrijf erbij waarom u het er niet mee eens bent, en noem het kenmerk {reference(facts)}.",
            f"U krijgt binnen {remedy.answer_term} antwoord.",
        ),
    ]
    if facts.sender.further_body:
        blocks.append(paragraph("Bent u het ook niet eens met ons antwoord?", further(facts)))
    return blocks


def further(facts: LetterFacts) -> str:
    """Return where to turn after our own answer."""
    return f"U kunt dan naar {stopped(facts.sender.further_body or '')}"


def data_kept(facts: LetterFacts) -> list[Block]:
    """Tell that it is recorded, why, who sees it, how long, and the caller's rights."""
    until = [facts.kept_until]
    lasting = ""
    if facts.ended is None:
        until += [facts.last, facts.valid_until]
        lasting = f", en zolang {noun(facts)} geldt"
    days = [day for day in until if day is not None]
    kept = f"Nu is dat tot en met {show_long_day(max(days))}." if days else ""
    return [
        heading("Wat wij over u bewaren"),
        paragraph(
            f"{said(facts.sender.organisation or '')} heeft vastgelegd wat er is gebeurd en wat wij hebben besloten.",
            "Dat doen wij om onze medewerkers te beschermen.",
            "Medewerkers die contact met u hebben en hun leidinggevenden kunnen dit zien.",
            f"Wij bewaren het verslag tot {facts.retention} na het laatste incident dat meetelt{lasting}.",
            kept,
        ),
        paragraph(
            "U mag uw gegevens bekijken en vragen om ze te verbeteren of te verwijderen.",
            "U mag bezwaar maken tegen het gebruik van uw gegevens.",
            "U mag ook uw eigen verhaal laten toevoegen.",
            f"Vraag dat aan: {stopped(facts.sender.privacy_contact or '')}",
            f"Vindt u dat wij niet goed met uw gegevens omgaan? Dan kunt u klagen bij {SUPERVISOR[facts.sender.country]}.",
        ),
    ]


def still_possible(facts: LetterFacts) -> Block:
    """Tell which channel stays open, and what is never covered."""
    always = tuple(said(one) for one in facts.open_always) or ("112",)
    return paragraph(
        f"U kunt ons zo bereiken: {stopped(facts.channel_left or '')}",
        f"Dit kan altijd: {listed(always)}.",
        "Wat u volgens de wet van ons moet krijgen, blijft u krijgen.",
    )


def how_sent(facts: LetterFacts, form: LetterForm) -> str:
    """Return how the letter reaches the caller."""
    if facts.delivered is not None and form is LetterForm.LETTER:
        return _SENT[facts.delivered.way]
    if form is LetterForm.E_MAIL:
        return _SENT[Delivery.E_MAIL]
    return _SENT[Delivery.POST] if facts.addressee.address else "persoonlijk"


def reference(facts: LetterFacts) -> str:
    """Return the mark by which a reply finds its way back."""
    return f"M{facts.measure}"


def with_length(name: str, length: Span | None) -> str:
    """Return a measure with its length: `contactverbod van 1 maand`."""
    text = said(name)
    lowered = text[:1].lower() + text[1:]
    return f"{lowered} van {length}" if length is not None else lowered


def listed(names: tuple[str, ...]) -> str:
    """Return names as a list: `a, b en c`."""
    *others, last = names
    return f"{', '.join(others)} en {last}" if others else last
