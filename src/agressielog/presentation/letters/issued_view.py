"""Shows on screen that a letter was made, and what to look at before it goes."""

from agressielog.application.letters import Letter
from agressielog.domain.employee_names import MASK
from agressielog.domain.identity import measure_code
from agressielog.domain.letter import Issued, LetterForm, own_kind
from agressielog.domain.vocabulary import Delivery
from agressielog.presentation.console import Output

Json = dict[str, object]


_WAYS = {LetterForm.LETTER: Delivery.POST, LetterForm.E_MAIL: Delivery.E_MAIL, LetterForm.SMS: Delivery.SMS}


def show_notices(output: Output, letter: Letter, form: LetterForm, text: str | None) -> None:
    """Tell what somebody must know before the letter goes, beside the letter itself.

    Args:
        output: both streams.
        letter: what was made.
        form: how.
        text: what it says; None for an office document.
    """
    facts = letter.facts
    if letter.masked and (text is None or MASK in text):
        output.notice(
            "Let op: de naam van een medewerker is vervangen door [medewerker]. Kijk na of de tekst nog klopt."
        )
    if form is LetterForm.LETTER and not facts.addressee.address:
        output.notice(
            "Let op: van deze beller is geen adres bekend. Overhandig de brief, of kies --vorm e-mail, sms of voorlezen."
        )
    if facts.delivered is None and letter.kind is own_kind(facts.nature) and form in _WAYS:
        sent = bool(facts.addressee.address) or form is not LetterForm.LETTER
        way = _WAYS[form] if sent else Delivery.HANDED_OVER
        deliver = f"agressielog maatregel deliver {measure_code(facts.measure)} --op nu --wijze {way.value}"
        output.notice(f"{'Verstuurd' if sent else 'Overhandigd'}? Leg het vast: {deliver}")


def letter_json(letter: Letter, issued: Issued, text: str | None, path: str | None) -> Json:
    """Return the document of `brief`; `tekst` is null for an office document."""
    return {
        "schema": "agressielog.brief/1",
        "maatregel": measure_code(letter.facts.measure),
        "soort": issued.kind.value,
        "vorm": issued.form.value,
        "sha256": issued.sha256,
        "bestand": path,
        "tekst": text,
        "naam_verborgen": letter.masked,
    }


def templates_json(paths: tuple[str, ...]) -> Json:
    """Return the document of `brief sjablonen`."""
    return {"schema": "agressielog.brief.sjablonen/1", "bestanden": list(paths)}
