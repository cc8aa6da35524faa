"""What a team lead sees when joining two callers, and parting them again."""

import pytest
from office import Office

LIST = """\
Beller  Naam       Klantnummer  Nummers         Incidenten
B1      J. Jansen  –            06-••••5678 +1           2
B2      P. Jansen  K7           0•••••4567?              1
"""
PLAN = """\
B2 (P. Jansen) gaat op in B1 (J. Jansen); B1 blijft, want die staat voorop.
  Incidenten   1 incident naar B1: 3
  Nummers      020-1234567 naar B1
  Klantnummer  K7, overgenomen van B2
  Naam         J. Jansen blijft; B2 had P. Jansen
"""
MERGED = "B2 (P. Jansen) is opgegaan in B1 (J. Jansen).\n"
UNDO = "Ongedaan maken: agressielog beller split B1\n"


@pytest.fixture
def known(office: Office) -> Office:
    """A desk that knows B1 (J. Jansen, two numbers) and B2 (P. Jansen, one presumed number)."""
    first = ("0612345678", "--naam", "J. Jansen", "-w", "x")
    office.add(*first, "-s", "schelden", "-t", "1-11-2026 9:00")
    office.add(*first, "-s", "bedreiging", "-s", "schelden", "-t", "gisteren 14:30")
    office.add("0201234567", "--naam", "P. Jansen", "--klantnummer", "K7", "-s", "schelden", "-w", "y")
    office.do("beller", "nummer", "add", "B1", "06-87654321")
    office.do("beller", "nummer", "add", "B2", "020-1234567", "--vermoedelijk")
    return office


@pytest.fixture
def joined(known: Office) -> Office:
    """The same desk after `beller merge B1 B2`."""
    known.do("beller", "merge", "B1", "B2", "--ja")
    return known


def test_on_a_terminal_a_merge_tells_what_it_does_and_asks(known: Office) -> None:
    shown = known.do("beller", "merge", "B1", "B2", answers=["ja"])
    assert shown.out == f"{PLAN}Samenvoegen? (j/n)\n> ja\n{MERGED}{UNDO}"


@pytest.mark.parametrize("answer", ["nee", "<"])
def test_who_does_not_agree_changes_nothing(known: Office, answer: str) -> None:
    shown = known.do("beller", "merge", "B1", "B2", answers=[answer])
    assert (shown.status, shown.out.splitlines()[-1]) == (0, "Er is niets samengevoegd.")
    assert known.do("beller", "list").out == LIST


def test_with_ja_a_merge_is_done_at_once(known: Office) -> None:
    shown = known.do("beller", "merge", "B1", "B2", "--ja")
    assert (shown.status, shown.out) == (0, MERGED + "".join(PLAN.splitlines(keepends=True)[1:]) + UNDO)


@pytest.mark.parametrize("words", [("merge", "B1", "B2"), ("split", "B1")])
def test_without_a_terminal_ja_is_asked_for(known: Office, words: tuple[str, ...]) -> None:
    shown = known.do("beller", *words)
    assert (shown.status, shown.out) == (2, "")
    assert "--ja" in shown.err


def test_a_merge_of_two_who_have_nothing_is_short(known: Office) -> None:
    for _ in range(2):
        known.add("--naam", "W. Smit", "--beller", "nieuw", "-s", "schelden", "-w", "x")
    for incident in ("4", "5"):
        known.do("edit", incident, "--geen-beller")
    assert known.do("beller", "merge", "B3", "B4", "--ja").out == (
        "B4 (W. Smit) is opgegaan in B3 (W. Smit).\n"
        "  Incidenten  geen incidenten naar B3\n"
        "Ongedaan maken: agressielog beller split B3\n"
    )


def test_of_many_incidents_the_first_twelve_are_named(office: Office) -> None:
    for _ in range(14):
        office.add("0612345678", "-s", "schelden", "-w", "x")
    office.add("0687654321", "-s", "schelden", "-w", "x")
    line = office.do("beller", "merge", "B2", "B1", "--ja").out.splitlines()[1]
    assert line == "  Incidenten  14 incidenten naar B2: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 en nog 2"


def test_the_document_of_a_merge_has_the_agreed_keys(known: Office) -> None:
    document = known.do("beller", "merge", "B1", "B2", "--ja", "--json").document
    assert {key: value for key, value in document.items() if key != "beller"} == {
        "schema": "agressielog.beller.merge/1",
        "opgegaan": "B2",
        "incidenten": [3],
        "nummers": ["+31201234567"],
        "overgenomen": ["klantnummer"],
        "verschilt": [{"veld": "naam", "blijft": "J. Jansen", "vervalt": "P. Jansen"}],
    }
    assert document["beller"] == known.do("beller", "show", "B1", "--json").document["beller"]


def test_the_card_of_a_joined_caller_tells_who_went_up_in_it_and_how_to_undo_that(joined: Office) -> None:
    joined.add("--naam", "K. Smit", "-s", "schelden", "-w", "x")
    joined.do("beller", "merge", "B1", "B3", "--ja")
    lines = joined.do("beller", "show", "B1").out.splitlines()
    assert lines[6:8] == [
        "  Samengevoegd  B2 (P. Jansen)",
        "                B3 (K. Smit); ongedaan maken: agressielog beller split B1",
    ]


def test_looking_at_a_merged_caller_is_followed_and_said(joined: Office) -> None:
    shown = joined.do("beller", "show", "B2")
    assert (shown.status, shown.err) == (0, "B2 is samengevoegd met B1; dit gaat over B1.\n")


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        (("edit", "B2", "--taal", "Duits"), None),
        (("edit", "B2"), []),
        (("nummer", "add", "B2", "088 1234567"), None),
        (("nummer", "remove", "B2", "020 1234567"), None),
    ],
)
def test_changing_a_merged_caller_is_refused_with_the_one_to_change(
    joined: Office, words: tuple[str, ...], answers: list[str] | None
) -> None:
    before = joined.do("beller", "show", "B1").out
    shown = joined.do("beller", *words, answers=answers)
    assert (shown.status, shown.out) == (4, "")
    assert shown.err == (
        "Wat:     Met B2 kan dit niet meer.\n"
        "Waarom:  B2 is al samengevoegd met B1.\n"
        "Wat nu:  Gebruik B1, of haal ze weer uit elkaar met agressielog beller split B1.\n"
    )
    assert joined.do("beller", "show", "B1").out == before


def test_a_merge_that_follows_says_so_once(joined: Office) -> None:
    joined.add("--naam", "K. Smit", "-s", "schelden", "-w", "x")
    for words, answers in ((("B3", "B2"), ["nee"]), (("B3", "B2", "--ja"), None)):
        shown = joined.do("beller", "merge", *words, answers=answers)
        assert shown.err == "B2 is samengevoegd met B1; dit gaat over B1.\n"


def test_on_a_terminal_a_split_asks(joined: Office) -> None:
    shown = joined.do("beller", "split", "B1", answers=["ja"])
    assert shown.out == (
        "B2 (P. Jansen) weer losmaken van B1 (J. Jansen)? (j/n)\n> ja\n"
        "B2 (P. Jansen) is weer los van B1 (J. Jansen).\n"
        "  Incidenten  1 incident terug naar B2: 3\n"
    )
    assert joined.do("beller", "list").out == LIST


def test_who_does_not_agree_parts_nobody(joined: Office) -> None:
    before = joined.do("beller", "list").out
    assert joined.do("beller", "split", "B1", answers=["nee"]).out.endswith("Er is niets losgemaakt.\n")
    assert joined.do("beller", "list").out == before


def test_a_split_tells_all_that_is_not_as_it_was(joined: Office) -> None:
    joined.add("020-1234567", "--beller", "B1", "-s", "schelden", "-w", "z")
    joined.add("06-11112222", "--naam", "K. Smit", "-s", "schelden", "-w", "z")
    joined.do("edit", "3", "--beller", "B3")
    joined.do("beller", "edit", "B1", "--klantnummer", "K8")
    assert joined.do("beller", "split", "B1", "--ja").out == (
        "B2 (P. Jansen) is weer los van B1 (J. Jansen).\n"
        "  Incidenten   geen incidenten terug naar B2\n"
        "               1 incident intussen verplaatst: 3; dat blijft zo\n"
        "               1 incident van na het samenvoegen: 4; bij B1 gebleven, nu vermoedelijk\n"
        "               Van B1? agressielog edit 4 --zeker\n"
        "               Van B2? agressielog edit 4 --beller B2 --zeker\n"
        "  Nummers      020-1234567 is nu van beide: B1 vermoedelijk en B2 vermoedelijk\n"
        "  Klantnummer  intussen veranderd; B1 houdt K8\n"
    )


def test_a_split_tells_which_number_came_with_a_call_since(joined: Office) -> None:
    joined.add("06-33334444", "--beller", "B1", "-s", "schelden", "-w", "z")
    shown = joined.do("beller", "split", "B1", "--ja")
    assert "  Nummers     06-33334444 kwam na het samenvoegen; nu vermoedelijk van B1\n" in shown.out
    assert joined.do("edit", "4", "--zeker").status == 0
    assert "06-33334444\n" in joined.do("beller", "show", "B1").out


def test_a_split_tells_which_number_stays_away(joined: Office) -> None:
    joined.do("beller", "nummer", "remove", "B1", "0201234567")
    assert "  Nummers     020-1234567 was intussen weggehaald en komt niet terug\n" in (
        joined.do("beller", "split", "B1", "--ja").out
    )


def test_the_document_of_a_split_has_the_agreed_keys(joined: Office) -> None:
    document = joined.do("beller", "split", "B1", "--ja", "--json").document
    assert {key: value for key, value in document.items() if key not in {"beller", "losgemaakt"}} == {
        "schema": "agressielog.beller.split/1",
        "incidenten": [3],
        "verplaatst": [],
        "sindsdien": [],
        "vermoedelijk": [],
        "gedeeld": [],
        "weggehaald": [],
        "verbeterd": [],
        "nummers_vermoedelijk": [],
    }
    assert (document["beller"]["id"], document["losgemaakt"]["id"]) == ("B1", "B2")
