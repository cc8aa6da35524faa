"""Every letter as it goes out, to the letter; and nothing that somebody typed ever acts in one."""

import ast
import re
from datetime import date
from pathlib import Path
from typing import Any

import letters
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.application.letter_errors import SmsTooLong
from agressielog.domain.decision import Objection, Verdict
from agressielog.domain.ladder import MeasureNature
from agressielog.domain.letter import Addressee, LetterFacts, LetterForm, LetterKind
from agressielog.domain.measure import Delivered, Ended, EndKind
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.safeguards import RemedyKind
from agressielog.domain.span import Span, SpanUnit
from agressielog.domain.vocabulary import Channel, Country, Delivery, PoliceReport
from agressielog.presentation.letters import following
from agressielog.presentation.letters.compose import compose
from agressielog.presentation.letters.forms import as_text
from agressielog.presentation.letters.gsm import PART, in_gsm, parts, units, without_links
from agressielog.presentation.letters.page import said, stopped

WARNING, RESTRICTION, BAN, REVIEW, LIFTING, OBJECTION = LetterKind
LETTER, E_MAIL, SMS, READ_OUT = LetterForm

EXAMPLES = Path(__file__).parents[2] / "docs" / "brieven"
_NAME = re.compile(r"Mia|Vries")
#: Words that judge instead of telling.
_JUDGING = re.compile(
    r"onacceptabel|ontoelaatbaar|schandalig|agressie(?!log)|grensoverschrijdend|helaas|ernstig|onfatsoenlijk|dader",
    re.IGNORECASE,
)
_INFORMAL = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)


def _example(kind: LetterKind, form: LetterForm) -> str:
    name = kind.value if form is LETTER else f"{kind.value}-{form.value}"
    return (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")


def _text(facts: LetterFacts, kind: LetterKind = WARNING, form: LetterForm = LETTER) -> str:
    # On one line: where a line ends is told by the examples.
    return " ".join(as_text(kind, facts, form).split())


# Whole letters --------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", LetterForm)
@pytest.mark.parametrize("kind", LetterKind)
def test_the_whole_letter(kind: LetterKind, form: LetterForm) -> None:
    assert as_text(kind, letters.EXAMPLES[kind], form) == _example(kind, form)


@pytest.mark.parametrize("form", LetterForm)
@pytest.mark.parametrize("kind", LetterKind)
def test_no_letter_judges_names_an_employee_or_is_informal(kind: LetterKind, form: LetterForm) -> None:
    facts = letters.EXAMPLES[kind]
    text = as_text(kind, facts, form)
    for one in facts.incidents:
        text = text.replace(one.quote or "", "")
    text = re.sub(r"“[^”]*”", "", text)
    assert not _JUDGING.search(text)
    assert not _NAME.search(text)
    assert not _INFORMAL.search(text)


@pytest.mark.parametrize("form", [LETTER, E_MAIL, READ_OUT])
@pytest.mark.parametrize("kind", LetterKind)
def test_sentences_are_short(kind: LetterKind, form: LetterForm) -> None:
    text = " ".join(as_text(kind, letters.EXAMPLES[kind], form).split())
    told = re.sub(r"“[^”]*”|\d+\.\d+|[A-Z]\. |: [^.?!]*", "", text)
    assert max(len(sentence.split()) for sentence in re.split(r"[.?!] ", told)) <= 45


# What a fact says -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"valid_until": date(2027, 11, 20)}, "De waarschuwing telt tot en met 20 november 2027."),
        ({"next_step": None}, "Dan kunt u een maatregel die verder gaat krijgen."),
        ({"police_called": True}, "Wij hebben de politie gebeld over wat er is gebeurd."),
        ({"police_report": PoliceReport.CONSIDER}, "Wij kunnen aangifte doen bij de politie."),
        ({"heard_on": date(2026, 11, 20)}, "Op 20 november 2026 heeft u ons verteld hoe u het ziet."),
        ({"addressee": Addressee(number=PhoneNumber("+31612345678"))}, "Aan de gebruiker van telefoonnummer 06-12345678"),
        ({"addressee": Addressee()}, "Aan de beller"),
        ({"addressee": Addressee(name="A. Jansen")}, "Verzending: persoonlijk"),
        ({"delivered": Delivered(letters.occurrence().at, Delivery.HANDED_OVER)}, "Verzending: persoonlijk overhandigd"),
        ({"label": "Gele kaart"}, "U krijgt van ons een gele kaart."),
        ({"kept_until": None, "valid_until": None}, "en zolang de waarschuwing geldt. U mag uw gegevens"),
        ({"kept_until": date(2027, 1, 1), "valid_until": date(2027, 11, 20)}, "Nu is dat tot en met 20 november 2027."),
    ],
)  # fmt: skip
def test_a_warning_tells(changes: dict[str, Any], told: str) -> None:
    assert told in _text(letters.facts(**changes))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"deviation": "Er was eerder geen gesprek mogelijk"}, "Wij wijken af van ons beleid. De reden: Er was eerder geen gesprek mogelijk."),
        ({"police_report": PoliceReport.NO}, "Wij hebben de politie hierover niet ingelicht."),
        ({"review_on": None}, "Wanneer dit weer stopt Na 23 februari 2027 kunt u weer contact"),
        ({"open_always": ()}, "Dit kan altijd: 112."),
        ({"heard_on": None, "not_heard": "u hing op"}, "Wij hebben u nog niet gevraagd hoe u het ziet. De reden: u hing op."),
        ({"heard_on": None}, "Uw kant van het verhaal Wilt u hierover praten?"),
        ({"arrangement": "u schrijft één keer per maand"}, "Dit is de afspraak: u schrijft één keer per maand."),
        ({"usual_length": None}, "Een waarschuwing is daarvoor te licht. Als u zich"),
        ({"usual_is_most": True, "by_behaviour": True}, "In ons beleid staat voor dit gedrag: hoogstens 3 maanden."),
        ({"usual_shortest": Span(1, SpanUnit.MONTH)}, "In ons beleid staat voor deze stap: 1 maand tot 3 maanden."),
    ],
)  # fmt: skip
def test_a_ban_tells(changes: dict[str, Any], told: str) -> None:
    assert told in _text(letters.ban(**changes), BAN)


def test_what_was_written_was_not_said() -> None:
    text = _text(letters.facts(incidents=(letters.occurrence(channel=Channel.E_MAIL, quote="Trut."),)))
    assert "in een e-mail. U schreef: “Trut.”" in text


@pytest.mark.parametrize("channel", Channel)
def test_every_channel_is_told(channel: Channel) -> None:
    assert "om 10.40 uur, " in _text(letters.facts(incidents=(letters.occurrence(channel=channel),)))


def test_where_there_is_a_complaint_instead_of_an_objection_that_is_told() -> None:
    remedy = letters.complaint()
    assert remedy.kind is RemedyKind.COMPLAINT
    assert "Dan kunt u een klacht indienen." in _text(letters.facts(remedy=remedy))
    assert "binnen 6 weken een klacht indienen." in _text(letters.facts(remedy=remedy), form=READ_OUT)
    assert "antwoord op uw klacht" in _text(letters.contested(remedy=remedy), OBJECTION)


def test_without_a_remedy_none_is_promised() -> None:
    assert "Bent u het er niet mee eens?" not in _text(letters.facts(remedy=None))


def test_without_a_body_to_turn_to_none_is_promised() -> None:
    sender = letters.sender(further_body=None)
    assert "ook niet eens" not in _text(letters.facts(sender=sender))


@pytest.mark.parametrize(
    ("country", "supervisor"),
    [
        (Country.NETHERLANDS, "de Autoriteit Persoonsgegevens"),
        (Country.BELGIUM, "de Gegevensbeschermingsautoriteit"),
        (Country.GERMANY, "de toezichthouder voor gegevensbescherming in uw deelstaat"),
    ],
)
def test_the_supervisor_is_that_of_the_country(country: Country, supervisor: str) -> None:
    assert f"klagen bij {supervisor}." in _text(letters.facts(sender=letters.sender(country=country)))


@pytest.mark.parametrize(
    ("role", "signed"),
    [
        ("teammanager", ("J. de Boer", "teammanager")),
        (None, ("J. de Boer",)),
        ("j. de boer", ("J. de Boer",)),
        ("J. de Boer, directeur", ("J. de Boer, directeur",)),
    ],
)
def test_it_is_signed_by_name_and_role(role: str | None, signed: tuple[str, ...]) -> None:
    assert compose(WARNING, letters.facts(sender=letters.sender(role=role)), LETTER).signatory == signed


# What follows ---------------------------------------------------------------------------------------


def test_a_warning_can_be_withdrawn() -> None:
    text = _text(
        letters.facts(ended=Ended(EndKind.WITHDRAWN, date(2026, 12, 1), "Het was iemand anders.")), LIFTING
    )
    assert "De waarschuwing is ingetrokken. De laatste dag is 1 december 2026." in text
    assert "U kunt weer contact" not in text


@pytest.mark.parametrize(
    ("verdict", "ended", "changes", "told"),
    [
        (Verdict.UPHELD, EndKind.ANNULLED, {}, "Wij geven u gelijk. Uw bezwaar is gegrond."),
        (Verdict.UPHELD, EndKind.ANNULLED, {}, "Het verbod is vernietigd. Dat betekent: het verbod telt niet mee, ook later niet."),
        (Verdict.PARTLY, EndKind.LIFTED, {}, "Het verbod geldt niet meer. De laatste dag is 18 december 2026."),
        (Verdict.PARTLY, None, {}, "Uw bezwaar is voor een deel gegrond."),
        (Verdict.PARTLY, None, {"last": None, "valid_until": date(2027, 5, 1)}, "Het verbod blijft tellen tot en met 1 mei 2027."),
        (Verdict.PARTLY, None, {"last": None}, "Het verbod blijft gelden."),
    ],
)  # fmt: skip
def test_an_answer_tells_the_outcome_and_what_it_means(
    verdict: Verdict, ended: EndKind | None, changes: dict[str, Any], told: str
) -> None:
    found = Objection(date(2026, 12, 1), date(2026, 12, 29), date(2026, 12, 18), verdict)
    over = Ended(ended, date(2026, 12, 18), "Niet zeker genoeg") if ended else None
    assert told in _text(letters.contested(objection=found, ended=over, **changes), OBJECTION)


def test_an_annulled_measure_is_told_in_an_sms_too() -> None:
    found = Objection(date(2026, 12, 1), date(2026, 12, 29), date(2026, 12, 18), Verdict.UPHELD)
    over = Ended(EndKind.ANNULLED, date(2026, 12, 18), "Niet zeker genoeg")
    text = _text(letters.contested(objection=found, ended=over), OBJECTION, SMS)
    assert "ons antwoord op uw bezwaar: gegrond. Het verbod telt niet mee." in text


def test_without_an_end_or_an_answer_there_is_nothing_to_tell() -> None:
    assert following.lifting(letters.ban(), LETTER) == []
    assert following.objection(letters.ban(), LETTER) == []


# SMS ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", LetterKind)
def test_an_sms_has_no_link_and_only_letters_that_fit(kind: LetterKind) -> None:
    text = as_text(kind, letters.EXAMPLES[kind], SMS).rstrip("\n")
    assert in_gsm(text) == text
    assert "www" not in text
    assert "://" not in text


@given(st.integers(min_value=1, max_value=40), st.integers(min_value=0, max_value=60))
def test_a_warning_takes_two_parts_however_much_happened(many: int, long: int) -> None:
    incidents = tuple(letters.occurrence(number) for number in range(1, many + 1))
    contact = f"het Klantcontactcentrum{'x' * long}, telefoon 14 030, werkdagen"
    facts = letters.facts(incidents=incidents, sender=letters.sender(contact=contact))
    text = as_text(WARNING, facts, SMS).rstrip("\n")
    assert units(text) <= 2 * PART
    assert "kenmerk M3" in text
    assert "waarschuwing voor 12 maanden" in text


def test_many_moments_become_a_number_and_the_last_one() -> None:
    at = letters.occurrence().at
    incidents = tuple(letters.occurrence(number, at=at.replace(minute=number)) for number in range(1, 10))
    assert "9 keer, het laatst op 19 nov 2026 10.09 uur aan de telefoon" in _text(
        letters.facts(incidents=incidents), form=SMS
    )


def test_moments_in_different_places_are_not_added_up() -> None:
    incidents = (letters.occurrence(1), letters.occurrence(2, channel=Channel.COUNTER))
    text = _text(letters.facts(incidents=incidents), form=SMS)
    assert "2 keer, het laatst op 19 nov 2026 10.40 uur aan de balie" in text


def test_a_text_that_cannot_be_short_enough_is_refused() -> None:
    with pytest.raises(SmsTooLong) as refused:
        as_text(WARNING, letters.facts(sender=letters.sender(organisation="Gemeente " * 30)), SMS)
    assert (refused.value.parts, refused.value.most) == (4, 2)


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        (None, "gegevens: Postbus 1234, 3500 AB Voorbeeldstad, kenmerk"),
        ("www.voorbeeldstad.nl", "gegevens: Postbus 1234, 3500 AB Voorbeeldstad, kenmerk"),
        ("kcc@voorbeeldstad.nl", "gegevens: kcc@voorbeeldstad.nl, kenmerk"),
    ],
)
def test_an_sms_tells_where_to_react_without_a_link(contact: str | None, told: str) -> None:
    assert told in _text(letters.facts(sender=letters.sender(contact=contact)), form=SMS)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"valid_until": date(2027, 11, 20)}, "U krijgt een waarschuwing tot en met 20 nov 2027."),
        ({"next_step": None}, "Weer? Dan kan een maatregel volgen."),
        ({"remedy": None}, "Praten, een klacht of uw gegevens:"),
    ],
)
def test_an_sms_with_a_warning_tells(changes: dict[str, Any], told: str) -> None:
    assert told in _text(letters.facts(**changes), form=SMS)


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        (BAN, letters.ban(scope=None, review_on=None, open_always=())),
        (LIFTING, letters.ban()),
        (OBJECTION, letters.ban()),
    ],
)
def test_an_sms_leaves_out_what_is_not_there(kind: LetterKind, facts: LetterFacts) -> None:
    assert "None" not in _text(facts, kind, SMS)


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("Zoë’s café – 1 € [ok]", "Zoe's café - 1 € [ok]"),
        ("日本", "??"),
        ("e\u0301\u0327", "e"),
        ("½", "?"),
        ("a\xa0b", "a b"),
    ],
)
def test_a_letter_that_no_telephone_has_becomes_the_nearest_one(text: str, sent: str) -> None:
    assert in_gsm(text) == sent


@pytest.mark.parametrize(
    ("text", "number"), [("a" * 160, 1), ("a" * 161, 2), ("€" * 80, 1), ("€" * 81, 2), ("a" * 307, 3)]
)
def test_a_longer_text_takes_more_parts(text: str, number: int) -> None:
    assert parts(text) == number


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("zie https://voorbeeld.nl/a voor meer", "zie voor meer"),
        ("www.voorbeeld.nl", ""),
        ("voorbeeld.nl.", ""),
        ("telefoon 14 030, www.voorbeeld.nl", "telefoon 14 030"),
        ("kcc@voorbeeld.nl", "kcc@voorbeeld.nl"),
        ("de nl. versie", "de nl. versie"),
    ],
)
def test_links_are_left_out(text: str, left: str) -> None:
    assert without_links(text) == left


# Read aloud -----------------------------------------------------------------------------------------


def test_the_words_that_were_shouted_are_not_read_back() -> None:
    assert "oplichters" not in as_text(WARNING, letters.facts(), READ_OUT)


@pytest.mark.parametrize(
    ("facts", "kind", "told"),
    [
        (letters.facts(), WARNING, True),
        (letters.facts(delivered=Delivered(letters.occurrence().at, Delivery.POST)), WARNING, False),
        (letters.ban(), REVIEW, False),
    ],
)
def test_the_colleague_is_told_to_record_what_was_read_out_for_the_first_time(
    facts: LetterFacts, kind: LetterKind, told: bool
) -> None:
    assert ("maatregel deliver" in as_text(kind, facts, READ_OUT)) is told


@pytest.mark.parametrize(
    ("kind", "facts", "told"),
    [
        (WARNING, letters.facts(addressee=Addressee()), "Dit is alleen voor deze beller."),
        (WARNING, letters.facts(valid_until=date(2027, 11, 20)), "telt tot en met 20 november 2027."),
        (WARNING, letters.facts(remedy=None), "werkdagen van 9.00 tot 17.00 uur. Wij hebben dit vastgelegd"),
        (BAN, letters.ban(scope=None), "23 februari 2027. Dit is onze reden"),
    ],
)
def test_what_is_read_out_tells(kind: LetterKind, facts: LetterFacts, told: str) -> None:
    assert told in _text(facts, kind, READ_OUT)


# What somebody typed --------------------------------------------------------------------------------

_ATTACKS = [
    ast.literal_eval(f'"{line.rpartition("  # ")[0].replace(chr(34), chr(92) + chr(34))}"')
    for line in (Path(__file__).parent / "terminal_attacks.txt").read_text(encoding="ascii").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("attack", _ATTACKS)
@pytest.mark.parametrize("form", LetterForm)
def test_nothing_in_a_letter_acts_on_a_terminal(attack: str, form: LetterForm) -> None:
    text = as_text(BAN, letters.typed_everywhere(attack), form)
    assert all(c.isprintable() or c == "\n" for c in text)


@given(st.text(max_size=60))
def test_what_was_typed_stays_on_its_own_line(typed: str) -> None:
    assert "\n" not in said(typed)
    assert said(typed).isprintable() or "\xa0" in typed or any(c.isspace() for c in typed)


@pytest.mark.parametrize(
    ("typed", "told"), [("Nee", "Nee."), ("Nee!", "Nee!"), ("Nee. ", "Nee."), ("a\nb\tc", "a b c.")]
)
def test_what_was_typed_ends_with_a_full_stop(typed: str, told: str) -> None:
    assert stopped(typed) == told


def test_the_letter_of_a_policy_with_days_reads_too() -> None:
    facts = letters.facts(
        validity=Span(90, SpanUnit.DAY), nature=MeasureNature.WARNING, sender=letters.SENDER
    )
    assert "De waarschuwing telt 90 dagen, vanaf de dag" in _text(facts)
