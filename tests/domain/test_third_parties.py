"""Nobody else is in what one person is given, and everything of that person stays."""

import pytest

from agressielog.domain.phone import PhoneNumber
from agressielog.domain.third_parties import NUMBER, SOMEBODY, Names, Veil
from agressielog.domain.vocabulary import Country

VEIL = Veil(
    employees=["Mia de Vries", "Joost", "P. Jansen"],
    others=["K. de Boer", "Anne-Marie Smit", "A B", "J. Jansen"],
    own_names=["J. Jansen"],
    own_numbers=[PhoneNumber("+31612345678")],
    own_customer_numbers=["1234567890"],
    customer_numbers=["K-4711", "12", "1234567890"],
    country=Country.NETHERLANDS,
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ik weet je te vinden, Mia!", "Ik weet je te vinden, [medewerker]!"),
        ("Mia's baas", "[medewerker]'s baas"),
        ("Mi\u0301a hing op", "[medewerker] hing op"),
        ("mia de vries is een trut", "[medewerker] is een trut"),
        ("de kou van de vries", "de kou van de vries"),
        ("Net als mevrouw De Boer.", "Net als mevrouw De [iemand anders]."),
        ("net als k. de boer zei", "net als [iemand anders] zei"),
        ("Smit zei het, anne-marie smit ook", "[iemand anders] zei het, [iemand anders] ook"),
        ("Jansen schold P. Jansen uit", "Jansen schold [medewerker] uit"),
        ("J. Jansen belde", "J. Jansen belde"),
        ("A en B", "A en B"),
        ("Bel 06-87654321 maar", f"Bel {NUMBER} maar"),
        ("Bel 06 87 65 43 21 of +31 (0)20 123 4567.", f"Bel {NUMBER} of {NUMBER}."),
        ("0687654321 0201234567", f"{NUMBER} {NUMBER}"),
        ("Mijn nummer is 06-12345678", "Mijn nummer is 06-12345678"),
        ("0612345678 / 0687654321", f"0612345678 / {NUMBER}"),
        ("Op 20-11-2026 om 14:30, aanslag 2026.118.440", "Op 20-11-2026 om 14:30, aanslag 2026.118.440"),
        ("klant 1234567890 en klant K-4711, huis 12", f"klant 1234567890 en klant {NUMBER}, huis 12"),
        ("Bel 112 of 0800 1234", "Bel 112 of 0800 1234"),
        ("", ""),
    ],
)
def test_everybody_else_is_taken_out(text: str, told: str) -> None:
    assert VEIL.over(text) == told
    assert VEIL.over_any(text) == told


def test_what_is_not_there_stays_so() -> None:
    assert VEIL.over_any(None) is None


def test_initials_and_empty_names_take_nothing_out() -> None:
    assert Names(["", "A B", "1"]).out_of("A B en 1", SOMEBODY) == "A B en 1"


def test_the_longest_name_goes_first() -> None:
    names = Names(["Jan Smit", "Jan Smit Bakker"])
    assert names.out_of("jan smit bakker", SOMEBODY) == SOMEBODY
