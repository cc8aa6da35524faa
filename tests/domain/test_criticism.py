"""A story that may be criticism asks for a second thought; the program never decides it."""

import pytest

from agressielog.domain.criticism import may_be_criticism
from agressielog.domain.vocabulary import Severity


@pytest.mark.parametrize(
    "account",
    [
        "Dreigt met een klacht bij de ombudsman.",
        "Zegt dat hij naar de krant gaat.",
        "Vindt het SCHANDALIG en stapt naar de rechter.",
        "Gaat een bezwaarschrift indienen.",
        "Is het oneens met het besluit",
        "wil de Woo-stukken",
        "Onze fout, zegt mevrouw.",
        "Eist een reactie van de wethóuder.",
    ],
)
def test_what_a_critic_may_do_asks_for_a_second_thought(account: str) -> None:
    assert may_be_criticism(account, None, Severity.LIGHT)


@pytest.mark.parametrize(
    "account",
    [
        "Werd persoonlijk en schold de medewerker uit.",
        "Gebruikte kwetsende woorden.",
        "Belde twintig keer vanuit zijn woonplaats.",
        "",
    ],
)
def test_words_that_only_begin_alike_do_not(account: str) -> None:
    assert not may_be_criticism(account, None, Severity.LIGHT)


@pytest.mark.parametrize("severity", [Severity.NONE, Severity.SEVERE])
def test_what_weighs_nothing_or_leaves_no_doubt_is_not_asked_about(severity: Severity) -> None:
    assert not may_be_criticism("Dient een klacht in.", None, severity)


def test_a_literal_insult_settles_it() -> None:
    assert not may_be_criticism("Dient een klacht in.", "stelletje kneuzen", Severity.MEDIUM)
