"""What a letter says is true in the form in which it goes out, and about the length that was chosen."""

from datetime import date
from typing import Any

import letters
import pytest

from agressielog.domain.letter import LetterForm, LetterKind
from agressielog.domain.span import Span, SpanUnit
from agressielog.presentation.letters.forms import as_text

STANDS, SHORTER = "In ons beleid staat voor deze stap: ", "Wij kiezen voor een kortere tijd."
ONE_MONTH = Span(1, SpanUnit.MONTH)
IMPOSING = (LetterKind.WARNING, LetterKind.RESTRICTION, LetterKind.BAN, LetterKind.REVIEW)


@pytest.mark.parametrize("form", [LetterForm.E_MAIL, LetterForm.READ_OUT])
@pytest.mark.parametrize("kind", IMPOSING)
def test_where_there_is_no_letter_no_address_stands_above_it(kind: LetterKind, form: LetterForm) -> None:
    text = " ".join(as_text(kind, letters.EXAMPLES[kind], form).split())
    assert "boven de brief" not in text
    assert "schriftelijk bij de organisatie. Ons postadres is Postbus 1234, 3500 AB Voorbeeldstad." in text


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, f"{STANDS}3 maanden. Als u zich"),
        ({"last": date(2027, 2, 22)}, f"{STANDS}3 maanden. {SHORTER} Als u zich"),
        ({"last": date(2027, 2, 22), "usual_is_most": True}, f"{STANDS}hoogstens 3 maanden. Als u zich"),
        ({"last": date(2026, 12, 22), "usual_shortest": ONE_MONTH}, f"1 maand tot 3 maanden. {SHORTER} Als"),
        ({"last": date(2026, 12, 23), "usual_shortest": ONE_MONTH}, "1 maand tot 3 maanden. Als u zich"),
        ({"last": None}, f"{STANDS}3 maanden. Als u zich"),
    ],
)
def test_a_ban_that_is_shorter_than_the_policy_gives_says_so(changes: dict[str, Any], told: str) -> None:
    assert told in " ".join(as_text(LetterKind.BAN, letters.ban(**changes), LetterForm.LETTER).split())
