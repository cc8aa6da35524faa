"""Chooses how a letter is written: as plain text in the form that was asked for."""

from typing import assert_never

from agressielog.domain.letter import LetterFacts, LetterForm, LetterKind
from agressielog.presentation.letters.compose import compose
from agressielog.presentation.letters.plain import as_e_mail, as_letter
from agressielog.presentation.letters.read_out import as_read_out
from agressielog.presentation.letters.sms import as_sms


def as_text(kind: LetterKind, facts: LetterFacts, form: LetterForm) -> str:
    """Return a letter as plain text, with a line end at its end.

    Raises:
        SmsTooLong.
    """
    match form:
        case LetterForm.LETTER:
            return as_letter(compose(kind, facts, form))
        case LetterForm.E_MAIL:
            return as_e_mail(compose(kind, facts, form))
        case LetterForm.SMS:
            return as_sms(kind, facts) + "\n"
        case LetterForm.READ_OUT:
            return as_read_out(kind, facts)
        case _:
            assert_never(form)
